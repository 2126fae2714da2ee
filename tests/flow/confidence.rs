//! A test before the course that asks how sure one is: asked after each answer, recorded, and told as confident errors.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rundown::course::Course;
use rundown::course::question::Kind;
use rundown::report::Format;
use rundown::store::Store;

use crate::stage::Stage;

const PRE: &str = r#"[[tests]]
id = "test/pre"
kind = "pre"
slug = "PRE-TEST"
title = "Before the course"
minutes = 5
pools = ["gathering/first-lesson"]
items = 5
draw = "cohort"
confidence = true

[completion]"#;

/// The small course with a test before it.
fn course() -> Arc<Course> {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small/lessons");
    let folder = tempfile::tempdir().unwrap();
    for track in ["", "gathering", "exchange"] {
        let to = folder.path().join("lessons").join(track);
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(small.join(track)).unwrap().map(Result::unwrap).filter(|e| e.path().is_file()) {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    let manifest = folder.path().join("lessons/course.toml");
    let text = fs::read_to_string(&manifest).unwrap().replace("[completion]", PRE);
    fs::write(&manifest, text).unwrap();
    Arc::new(Course::folder(folder.path()).unwrap())
}

/// Keys that answer a question of the small course, rightly or not, and go to the buttons; where everything is placed
/// the first of them has the focus by itself.
fn answer(kind: Kind) -> &'static str {
    match kind {
        Kind::Single | Kind::Multiple | Kind::TrueFalse => "a<f10>",
        Kind::Order => "<f10>",
        Kind::Match => "12",
        Kind::Sort => "121",
        Kind::Number => "75<f10>",
        Kind::Short => "desk<f10>",
        Kind::Mark => "x<f10>",
    }
}

#[test]
fn sure_and_not_sure_are_asked_recorded_and_told_as_confident_errors() {
    let mut stage = Stage::with(&Arc::new(Store::memory().unwrap()), &course(), (80, 24));
    stage.keys("Awa Diop<enter>Lagune TV<f10><home><enter>");
    for at in 0..5 {
        let sitting = stage.app.session().sitting().unwrap();
        assert_eq!(sitting.position(), at, "{}", stage.text());
        let keys = answer(sitting.item().question.kind());
        stage.keys(keys);
        let text = stage.text();
        assert!(text.contains("Hand in: I am sure") && text.contains("Hand in: I am not sure"), "{text}");
        let sitting = stage.app.session().sitting().unwrap();
        assert_eq!(sitting.answered(), at, "nothing is handed in before that is said: {text}");
        stage.keys(if at < 3 { "<enter>" } else { "<down><enter>" });
    }
    let session = stage.app.session();
    let (wrong, sure) = session.sitting().unwrap().confident_errors().unwrap();
    assert_eq!(sure, 3);
    assert!(wrong > 0, "the answers above are not all right");
    let told = format!("Confident errors: {wrong} of {sure} sure answers were not right.");
    assert!(stage.text().contains(&told), "{told}:\n{}", stage.text());
    let run = session.learning().unwrap().run().unwrap();
    let mut said: Vec<_> = run.attempts.values().flat_map(|tried| tried.answers.values()).collect();
    said.sort_by_key(|given| given.order);
    let said: Vec<_> = said.iter().map(|given| given.answer.confident).collect();
    assert_eq!(said, [Some(true), Some(true), Some(true), Some(false), Some(false)]);
    let report: serde_json::Value = serde_json::from_slice(&session.report().unwrap().write(Format::Json)).unwrap();
    assert_eq!(report["tables"]["attempts"]["rows"][0]["confident_errors"], wrong);
    assert_eq!(report["tables"]["answers"]["rows"][4]["confident"], false);
}
