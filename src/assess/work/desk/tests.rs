//! A queue worked well and worked badly.

use crate::assess::work::samples::{codes, judged, model, part, read, typical};
use crate::course::exercise::work::Decided;
use crate::course::exercise::{Part, Work};

const INBOX: &str = r#"
engine = "desk"
weights = { decisions = 50, codes = 20, notes = 10, order = 10, time = 10 }
decisions = [{ id = "accept", text = "Accept" }, { id = "return", text = "Return" }, { id = "hold", text = "Hold" }]
codes = [
  { id = "A0", text = "clean", decision = "accept" },
  { id = "A1", text = "with a note", decision = "accept" },
  { id = "R2", text = "rights unclear", decision = "return" },
  { id = "H1", text = "embargo", decision = "hold" },
]
[[items]]
id = "convoy"
from = "DNT"
title = "Relief convoy"
text = "Full sheet."
decision = "accept"
code = "A0"
also = ["A1"]
why = "Nothing is missing."
[[items]]
id = "market"
from = "Télé Deux-Rives"
title = "Market"
text = "The restrictions are empty."
decision = "return"
code = "R2"
note = true
why = "Empty means unknown."
[[items]]
id = "court"
from = "Northgate Pictures"
title = "Court ruling"
text = "EMBARGO 2027-03-16T18:00Z"
decision = "hold"
code = "H1"
critical = true
why = "It is not yet 18:00."
[[note.rules]]
code = "SHORT"
check = "words"
min = 6
message = "m"
advice = "a"
[order]
first = ["court"]
code = "ORDER"
message = "m"
advice = "a"
[[model.decided]]
item = "court"
decision = "hold"
code = "H1"
[[model.decided]]
item = "convoy"
decision = "accept"
code = "A1"
[[model.decided]]
item = "market"
decision = "return"
code = "R2"
note = "R2: the restrictions field is empty, please fill it by 16:00."
[typical]
expect = ["DECISION", "ORDER", "SHORT"]
[[typical.decided]]
item = "convoy"
decision = "accept"
code = "A0"
[[typical.decided]]
item = "court"
decision = "accept"
code = "A0"
[[typical.decided]]
item = "market"
decision = "return"
code = "R2"
note = "poor quality"
"#;

#[test]
fn the_model_is_worth_everything_and_a_broken_embargo_fails() {
    let exercise = read(INBOX);
    assert!(model(&exercise).passed && model(&exercise).grade.is_full());
    let typical = typical(&exercise);
    assert_eq!(codes(&typical.findings), ["SHORT", "DECISION", "ORDER"]);
    assert!(!typical.passed);
    assert_eq!(part(&typical, Part::Decisions).number(), 6_666);
    assert_eq!(part(&typical, Part::Order).number(), 0);
}

#[test]
fn the_last_decision_on_an_item_counts_and_the_first_says_the_order() {
    let exercise = read(INBOX);
    let mut decided = match exercise.model.clone() {
        Some(Work::Desk { decided }) => decided,
        other => panic!("{other:?}"),
    };
    let wrong = Decided { decision: "accept".to_owned(), code: "A0".to_owned(), ..decided[0].clone() };
    decided.insert(0, wrong);
    let judged = judged(&exercise, &Work::Desk { decided });
    assert!(judged.findings.is_empty() && judged.passed);
}

#[test]
fn what_was_not_decided_is_open_and_an_open_critical_item_fails() {
    let exercise = read(INBOX);
    let judged = judged(&exercise, &Work::Desk { decided: Vec::new() });
    assert_eq!(codes(&judged.findings), ["OPEN", "OPEN", "NOTE", "OPEN", "ORDER"]);
    assert!(!judged.passed);
}
