//! The dam clip, led well and led badly.

use crate::assess::work::samples::{codes, judged, model, part, read, typical};
use crate::course::exercise::{Part, Work};

const DAM: &str = r#"
engine = "case"
budget = 30
tools = [
  { id = "preserve", text = "Preserve a copy", cost = 2, result = "saved", strength = "none" },
  { id = "post", text = "Read the post", cost = 2, result = "account of 2026", strength = "weak" },
  { id = "keyframes", text = "Cut keyframes", cost = 2, result = "five", strength = "none" },
  { id = "flip", text = "Flip and search", cost = 2, result = "Lower Tessa, 2021", needs = ["keyframes"], strength = "strong" },
  { id = "detector", text = "Run a detector", cost = 3, result = "61 % synthetic", strength = "misleading" },
  { id = "official", text = "Call the operator", cost = 5, result = "level 71 %", strength = "strong" },
  { id = "colleague", text = "Ask a colleague", cost = 3, result = "agrees", strength = "weak" },
]
reasons = { least = 2 }
[[conclusions]]
id = "verdict"
text = "Verdict"
key = "false"
critical = true
options = [{ id = "false", text = "False", feedback = "yes" }, { id = "true", text = "True", feedback = "no" }]
[[steps]]
code = "PRESERVE"
check = "early"
tool = "preserve"
within = 1
message = "m"
advice = "a"
[[steps]]
code = "REVIEW"
check = "used"
tool = "colleague"
message = "m"
advice = "a"
[[steps]]
code = "FIRST"
check = "before"
first = "flip"
then = "detector"
message = "m"
advice = "a"
[model]
used = ["preserve", "post", "keyframes", "flip", "official", "colleague"]
cited = ["flip", "official"]
concluded = { verdict = "false" }
[typical]
expect = ["CONCLUSION", "REASONS", "PRESERVE"]
used = ["detector", "flip", "keyframes"]
cited = ["detector", "flip"]
concluded = { verdict = "true" }
"#;

#[test]
fn the_short_way_takes_sixteen_minutes_and_is_worth_everything() {
    let exercise = read(DAM);
    let best = model(&exercise);
    assert!(best.passed && best.grade.is_full() && best.findings.is_empty(), "{best:#?}");
    let crate::course::exercise::Engine::Case(case) = &exercise.engine else { panic!("a case") };
    let names = ["preserve", "post", "keyframes", "flip", "official", "colleague"].map(str::to_owned);
    assert_eq!(super::minutes(&super::used(case, &names)), 16);
}

#[test]
fn a_tool_before_its_time_was_not_used_and_cannot_be_cited() {
    let exercise = read(DAM);
    let typical = typical(&exercise);
    assert_eq!(codes(&typical.findings), ["CONCLUSION", "REASONS", "REASONS", "PRESERVE", "REVIEW", "FIRST"]);
    assert_eq!(part(&typical, Part::Reasons).number(), 0);
    assert!(!typical.passed);
}

#[test]
fn time_beyond_the_budget_is_told() {
    let exercise = read(&DAM.replace("budget = 30", "budget = 8"));
    let best = model(&exercise);
    assert_eq!(codes(&best.findings), ["BUDGET"]);
    assert_eq!(part(&best, Part::Time).number(), 0);
}

#[test]
fn nothing_looked_at_is_worth_nothing() {
    let exercise = read(DAM);
    let concluded = [("verdict".to_owned(), "false".to_owned())].into();
    let guess = Work::Case { used: Vec::new(), cited: Vec::new(), concluded, notes: String::new() };
    let judged = judged(&exercise, &guess);
    assert_eq!((judged.grade.number(), judged.passed), (4_000, false));
}
