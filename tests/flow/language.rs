//! Another language in the middle of something: the words change at once, and what was half given stays.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use rundown::course::Course;
use rundown::store::Store;

use crate::stage::Stage;

static COURSE: LazyLock<Arc<Course>> =
    LazyLock::new(|| Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()));

const PLAIN: (u16, u16) = (80, 24);

fn learner() -> Stage {
    let mut stage = Stage::with(&Arc::new(Store::memory().unwrap()), &COURSE, PLAIN);
    stage.keys("Awa Diop<enter>Lagune TV<f10>");
    stage
}

#[track_caller]
fn says(stage: &Stage, words: &str) {
    assert!(stage.text().contains(words), "`{words}` is missing:\n{}", stage.text());
}

/// Presses a key until something is on the screen.
#[track_caller]
fn until(stage: &mut Stage, key: &str, words: &str) {
    for _ in 0..200 {
        if stage.text().contains(words) {
            return;
        }
        stage.keys(key);
    }
    says(stage, words);
}

/// A learner at the question that stands in the lesson on the dopesheet.
fn inside() -> Stage {
    let mut stage = learner();
    until(&mut stage, "<down>", "▶ B2");
    stage.keys("<enter>");
    if stage.app.session().sitting().is_some() {
        // Questions of earlier lessons come first.
        stage.keys("<esc>");
    }
    stage.keys("<end>");
    for _ in 0..60 {
        stage.keys("<s-tab><enter>");
        if stage.app.session().sitting().is_some() {
            return stage;
        }
        // A term or a footnote was opened, or the view has to go up first.
        stage.keys(if stage.text().contains("Esc close") { "<esc>" } else { "<up>" });
    }
    panic!("no question in the lesson:\n{}", stage.text());
}

#[test]
fn a_question_inside_a_lesson_changes_its_words_and_keeps_what_was_placed() {
    let mut stage = inside();
    stage.keys("1");
    let placed = stage.app.session().sitting().unwrap().item().response.clone();
    stage.keys("<f2>");
    says(&stage, "Mettez la bonne correction");
    let item = stage.app.session().sitting().unwrap().item();
    assert_eq!(item.response, placed);
    stage.keys("<f2>");
    assert_eq!(stage.app.session().sitting().unwrap().item().response, placed);
    assert!(!stage.text().contains("Mettez"), "{}", stage.text());
}

#[test]
fn a_quiz_question_changes_its_words_and_keeps_its_answer() {
    let mut stage = learner();
    until(&mut stage, "<down>", "▶ A1");
    stage.keys("z");
    let before = stage.text();
    stage.keys("b<f2>");
    let item = |stage: &Stage| stage.app.session().sitting().unwrap().item().clone();
    let (answer, prompt) = (item(&stage).response, item(&stage).question.prompt);
    stage.keys("<f2>");
    assert_ne!(item(&stage).question.prompt, prompt);
    assert_eq!(item(&stage).response, answer);
    assert_ne!(stage.text(), before, "the answer is shown");
}

#[test]
fn words_marked_in_one_language_wait_for_it_to_come_back() {
    let mut stage = crate::quiz::at(8, PLAIN);
    stage.keys("<right>x<space>");
    let marked = stage.app.session().sitting().unwrap().item().response.clone();
    stage.keys("<f2>");
    let there = stage.app.session().sitting().unwrap().item().response.clone();
    assert_ne!(there, marked);
    stage.keys("<f2>");
    assert_eq!(stage.app.session().sitting().unwrap().item().response, marked);
    // Left in the other language, it is not laid on the other text.
    stage.keys("<esc><f2>z");
    assert_eq!(stage.app.session().sitting().unwrap().item().response, there);
    stage.keys("<f2>");
    assert_eq!(stage.app.session().sitting().unwrap().item().response, marked);
}

/// A learner at an exercise whose brief is read.
fn at_work(title: &str) -> Stage {
    let mut stage = learner();
    stage.keys("x<home>");
    for _ in 0..80 {
        if stage.text().lines().any(|line| line.contains('▶') && line.contains(title)) {
            stage.keys("<enter><enter>");
            return stage;
        }
        stage.keys("<down>");
    }
    panic!("no {title} in the list");
}

#[test]
fn desk_work_of_every_engine_changes_its_frame_and_keeps_what_was_made() {
    for (title, keys) in [
        ("Fill the dopesheet", "2104<tab>SANVILA"),
        ("Cut to twenty seconds", "More words. "),
        ("Forty upright", "<enter>"),
        ("Claim hunt", "<enter>"),
        ("The inbox at", "<enter>1"),
        ("The dam clip", "<enter>"),
        ("Record a place", "<enter>"),
    ] {
        let mut stage = at_work(title);
        stage.keys(keys);
        let made = stage.app.session().bench().unwrap().work.clone();
        let english = stage.text();
        stage.keys("<f2>");
        assert_eq!(stage.app.session().bench().unwrap().work, made, "{title}");
        assert_ne!(stage.text(), english, "{title}");
        stage.keys("<f2>");
        assert_eq!(stage.app.session().bench().unwrap().work, made, "{title}");
        assert_eq!(stage.text(), english, "{title}");
    }
}

#[test]
fn a_dialog_changes_its_words_and_keeps_its_choice() {
    let mut stage = learner();
    stage.keys("pe<right><right>");
    let english = stage.text();
    stage.keys("<f2>");
    assert_ne!(stage.text(), english);
    stage.keys("<enter>");
    assert_eq!(stage.delivered[0].mime, "text/plain; charset=utf-8");
    assert!(String::from_utf8(stage.delivered[0].bytes.clone()).unwrap().contains("Leçons"));
}

#[test]
fn a_note_that_is_being_written_stays() {
    let mut stage = Stage::learner(PLAIN);
    stage.keys("<enter>nAsk Tesfa<f2>");
    says(&stage, "Ask Tesfa");
    stage.keys(" today<f10>");
    assert_eq!(stage.app.session().notes()[0].1.text, "Ask Tesfa today");
}

#[test]
fn boxes_over_a_lesson_change_with_it() {
    let mut stage = Stage::learner(PLAIN);
    stage.keys("<enter>o");
    says(&stage, "What an angle is");
    stage.keys("<f2>");
    says(&stage, "Ce qu'est un angle");
}

#[test]
fn a_search_is_made_again_in_the_other_language() {
    let mut stage = Stage::learner(PLAIN);
    stage.keys("/angle<enter>");
    let english = stage.text();
    stage.keys("<f2>");
    assert_ne!(stage.text(), english);
    assert!(!stage.text().contains("An angle asks"), "{}", stage.text());
}
