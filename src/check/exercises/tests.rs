//! Exercises that prove themselves, and exercises that do not.

use super::*;
use crate::course::exercise::{Around, exercise};
use crate::course::house::House;

const CUT: &str = r#"id = "gathering/cut"
engine = "write"
lesson = "gathering/script"
title = "Cut"
minutes = 10
pass = 70
brief = "Cut it."
given = "There were dramatic scenes."
[[rules]]
code = "FACT"
check = "has"
find = ["no deaths * confirmed"]
message = "m"
advice = "a"
[debrief]
text = "So."
expert = "Thus."
[model]
text = "No deaths are confirmed."
[typical]
expect = ["FACT"]
text = "Many died."
"#;

fn faults(text: &str) -> Vec<&'static str> {
    let found = Found::default();
    let source = Source::new("exercises/gathering/cut.toml", text, &found);
    let house = House::default();
    if let Some(exercise) = exercise(&source, Around { house: &house, pass: 7_000 })
        && patterns::check(&source, &exercise)
    {
        prove(&source, &exercise);
    }
    found.into_sorted().into_iter().map(|fault| fault.code.0).collect()
}

#[test]
fn an_exercise_is_proved_by_its_model_and_its_typical_work() {
    assert_eq!(faults(CUT), [] as [&str; 0]);
    for (from, to, wanted) in [
        ("No deaths are confirmed.\"\n[typical]", "Nobody died.\"\n[typical]", "model-fails"),
        ("There were dramatic scenes.", "No deaths are confirmed.", "empty-passes"),
        ("Many died.", "No deaths confirmed.", "typical-passes"),
        ("expect = [\"FACT\"]", "expect = [\"FACT\", \"ORDER\"]", "typical-not-found"),
        ("no deaths * confirmed", "no (deaths", "bad-pattern"),
        ("check = \"has\"\nfind = [\"no deaths * confirmed\"]", "check = \"pattern\"\nregex = \"(\"", "bad-pattern"),
    ] {
        assert!(CUT.contains(from), "{from}");
        assert!(faults(&CUT.replace(from, to)).contains(&wanted), "{wanted}: {:?}", faults(&CUT.replace(from, to)));
    }
}
