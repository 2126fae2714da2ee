//! Words and sentences marked well and marked badly.

use crate::assess::work::samples::{codes, judged, model, part, read, typical};
use crate::course::exercise::work::Marked;
use crate::course::exercise::{Part, Work};

const CLAIMS: &str = r#"
engine = "mark"
text = "{roads: We built 40 roads.} {best: We are the best.} {jobs: Unemployment fell to 15 percent.}"
labels = [{ id = "check", text = "Checkable" }, { id = "opinion", text = "Opinion" }]
spans = [
  { id = "roads", label = "check", feedback = "a count" },
  { id = "best", label = "opinion", feedback = "a view" },
  { id = "jobs", label = "check", critical = true, feedback = "a rate" },
]
[model]
marks = { check = ["roads", "jobs"], opinion = ["best"] }
[typical]
expect = ["MISSED", "WRONG"]
marks = { check = ["roads", "best"] }
"#;

#[test]
fn labels_are_worth_their_f1_and_a_critical_span_must_be_found() {
    let exercise = read(CLAIMS);
    assert!(model(&exercise).passed && model(&exercise).grade.is_full());
    let typical = typical(&exercise);
    assert_eq!(codes(&typical.findings), ["WRONG", "MISSED"]);
    assert!(!typical.passed);
    assert!(part(&typical, Part::Marks).number() < 5_000);
}

#[test]
fn words_outside_the_text_and_unknown_labels_are_left_out() {
    let exercise = read(CLAIMS);
    let mark = |label: &str, from, to| Marked { label: label.to_owned(), from, to };
    let work = Work::Mark { marks: vec![mark("check", 0, 4), mark("nothing", 0, 2), mark("opinion", 90, 900)] };
    assert_eq!(codes(&judged(&exercise, &work).findings), ["MISSED", "MISSED"]);
}

const SENTENCES: &str = r#"
engine = "mark"
unit = "sentences"
text = "{one: The pilot began in 2025.} {two: It does not reach homes without a phone.}"
labels = [{ id = "response", text = "Response" }, { id = "limit", text = "Limitation" }]
spans = [
  { id = "one", label = "response", feedback = "what is done" },
  { id = "two", label = "limit", feedback = "who is left out" },
]
[model]
marks = { response = ["one"], limit = ["two"] }
[typical]
expect = ["WRONG"]
marks = { response = ["one", "two"] }
"#;

#[test]
fn sentences_are_worth_the_share_under_their_label() {
    let exercise = read(SENTENCES);
    assert!(model(&exercise).grade.is_full());
    assert_eq!(part(&typical(&exercise), Part::Marks).number(), 5_000);
}

const BITE: &str = r#"
engine = "mark"
text = "People ask me. We have food for two days, but only if the bridge opens. We also need blankets."
labels = [{ id = "bite", text = "The soundbite" }]
[[rules]]
code = "LENGTH"
check = "words"
min = 8
max = 20
message = "{have}"
advice = "a"
[[rules]]
code = "CONDITION"
check = "has"
find = ["but only if"]
critical = true
message = "m"
advice = "a"
[[rules]]
code = "SENTENCE"
check = "sentences"
message = "m"
advice = "a"
[model]
marks = { bite = ["We have food for two days, but only if the bridge opens."] }
[typical]
expect = ["CONDITION", "SENTENCE"]
marks = { bite = ["We have food for two days,"] }
"#;

#[test]
fn a_soundbite_is_judged_by_rules_alone() {
    let exercise = read(BITE);
    assert!(model(&exercise).findings.is_empty() && model(&exercise).passed);
    assert_eq!(codes(&typical(&exercise).findings), ["LENGTH", "CONDITION", "SENTENCE"]);
    let nothing = judged(&exercise, &Work::Mark { marks: Vec::new() });
    assert_eq!((nothing.grade.number(), nothing.findings.len()), (0, 3), "nothing marked keeps no rule");
}
