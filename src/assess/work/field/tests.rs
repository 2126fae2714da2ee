//! A task sheet, with and without somebody who looked.

use crate::assess::work::samples::{codes, model, part, read, typical};
use crate::course::exercise::{Part, Work};

const TONE: &str = r#"
engine = "field"
file = true
steps = [{ id = "wind", text = "Fit the wind shield" }, { id = "tone", text = "Record 30 seconds" }]
rubric = [{ id = "clean", text = "No wind", points = 2 }, { id = "long", text = "Half a minute", points = 2 }]
[model]
done = ["wind", "tone"]
file = "tone.wav"
ticked = { clean = 2, long = 2 }
[typical]
expect = ["STEP", "RUBRIC"]
done = ["tone"]
ticked = { clean = 0, long = 9 }
"#;

#[test]
fn steps_and_ticks_are_worth_their_share() {
    let exercise = read(TONE);
    assert!(model(&exercise).grade.is_full());
    let typical = typical(&exercise);
    assert_eq!(codes(&typical.findings), ["STEP", "RUBRIC"]);
    assert_eq!(part(&typical, Part::Rubric).number(), 5_000, "nobody gives more points than there are");
}

#[test]
fn without_ticks_only_what_was_done_counts() {
    let exercise = read(TONE);
    let work = Work::Field {
        done: vec!["wind".to_owned(), "tone".to_owned()],
        file: String::new(),
        ticked: std::collections::BTreeMap::new(),
    };
    let judged = crate::assess::work::samples::judged(&exercise, &work);
    assert!(judged.passed && judged.grade.is_full() && judged.parts.len() == 1);
}
