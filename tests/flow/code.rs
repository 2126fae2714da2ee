//! A test that opens with the trainer's code: asked for, refused kindly, and told with the result.

use rundown::cohort::lock;
use rundown::id::{QuizId, TestId};
use rundown::session::sitting::Purpose;

use crate::quiz::answer_anything;
use crate::sign_in::joined_with;
use crate::stage::{Stage, snapshots};

fn test() -> TestId {
    TestId::new("test/course").unwrap()
}

/// A learner who joined a workshop that locks the test of the course, at that test.
fn locked(size: (u16, u16), lang: &str) -> Stage {
    let locks = [(test(), lock::lock("badoru-kimafo", 1).unwrap())].into();
    let mut stage = joined_with(size, lang, locks);
    stage.keys("<end><enter>");
    stage
}

fn is_sitting(stage: &Stage) -> bool {
    let sitting = stage.app.session().sitting();
    sitting.is_some_and(|at| matches!(&at.purpose, Purpose::Attempt { quiz: QuizId::Test(of), .. } if *of == test()))
}

/// Whether each attempt that was begun is supervised.
fn supervised(stage: &Stage) -> Vec<bool> {
    let run = stage.app.session().learning().unwrap().run().unwrap();
    run.attempts.values().map(rundown::journal::Attempt::is_supervised).collect()
}

#[test]
fn a_locked_test_asks_for_the_code_before_anything_of_it_is_seen() {
    snapshots!("asked", |size| locked(size, "en"));
    snapshots!("asked_fr", |size| locked(size, "fr"));
    snapshots!("refused", |size| {
        let mut stage = locked(size, "en");
        stage.keys("badoru<enter>");
        stage
    });
}

#[test]
fn a_wrong_code_begins_nothing_and_the_right_one_makes_the_attempt_supervised() {
    let mut stage = locked((80, 24), "en");
    stage.keys("badoru<enter>");
    assert!(stage.text().contains("not the code of this test") && !is_sitting(&stage), "{}", stage.text());
    assert_eq!(supervised(&stage), Vec::<bool>::new());
    stage.keys(" KIMAFO<enter>");
    assert!(is_sitting(&stage), "{}", stage.text());
    assert_eq!(supervised(&stage), [true]);
}

#[test]
fn who_leaves_a_locked_test_gives_the_code_again_to_go_on_with_the_same_attempt() {
    let mut stage = locked((80, 24), "en");
    stage.keys("badoru-kimafo<enter><esc>");
    assert!(!is_sitting(&stage));
    stage.keys("<end><enter>");
    assert!(!is_sitting(&stage) && stage.text().contains("A code opens this test"), "{}", stage.text());
    stage.keys("<esc><end><enter>badoru-kimafo<enter>");
    assert!(is_sitting(&stage), "{}", stage.text());
    assert_eq!(supervised(&stage), [true]);
}

#[test]
fn a_test_without_a_lock_begins_at_once_and_is_not_supervised() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("<end><enter>");
    assert!(is_sitting(&stage), "{}", stage.text());
    assert_eq!(supervised(&stage), [false]);
    while stage.app.session().sitting().is_some_and(|sitting| !sitting.is_over()) {
        answer_anything(&mut stage);
    }
    assert!(stage.text().contains("Not supervised"), "{}", stage.text());
}
