//! Two at one machine by keys: forming a pair, a quiz and desk work for both, going on alone.

use std::sync::Arc;

use rundown::course::Course;
use rundown::store::Store;

use crate::stage::{Stage, course, snapshots};

/// Awa is here, and Tesfa is known on this machine.
fn awa_here(course: &Arc<Course>, size: (u16, u16)) -> Stage {
    let store = Arc::new(Store::memory().unwrap());
    Stage::with(&store, course, size).keys("Tesfa Bekele<enter>DNT<f10>");
    Stage::another(&store, course, size, 2).keys("nAwa Diop<enter>Lagune TV<f10>");
    let mut stage = Stage::another(&store, course, size, 3);
    stage.keys("<enter>");
    assert_eq!(stage.app.session().learning().unwrap().profile.name, "Awa Diop");
    stage
}

/// The events of whoever is here that are marked with somebody else.
fn tries(stage: &Stage) -> Vec<bool> {
    let run = stage.app.session().learning().unwrap().run().unwrap();
    let quizzes = run.attempts_at(|_| true).into_iter().map(|(_, attempt)| attempt.pair().is_some());
    quizzes.chain(run.desk_work.tries(|_| true).into_iter().map(|(_, work)| work.pair.is_some())).collect()
}

#[test]
fn a_colleague_is_chosen_from_those_on_this_machine() {
    snapshots!("pair_choice", |size| {
        let mut stage = awa_here(&course("small"), size);
        stage.keys("a");
        stage
    });
}

#[test]
fn the_rundown_and_the_quiz_say_who_sits_here() {
    let home = |size| {
        let mut stage = awa_here(&course("small"), size);
        stage.keys("a<enter>");
        stage
    };
    snapshots!("pair_home", home);
    snapshots!("pair_quiz", |size| {
        let mut stage = home(size);
        stage.keys("z");
        stage
    });
}

#[test]
fn desk_work_of_a_pair_stands_in_both_histories() {
    let mut stage = awa_here(crate::work::course(), (80, 24));
    stage.keys("a<enter>x<down><enter>");
    assert!(stage.text().contains("with Tesfa Bekele"), "{}", stage.text());
    stage.keys("<enter><f10><right><enter><f10><f10>");
    assert_eq!(tries(&stage), [true], "{}", stage.text());
    stage.keys("<esc><esc><esc>w<down><enter>");
    assert_eq!(stage.app.session().learning().unwrap().profile.name, "Tesfa Bekele");
    assert_eq!(tries(&stage), [true]);
    assert!(stage.app.session().partner().is_none());
}

#[test]
fn a_quiz_of_a_pair_stands_in_both_histories() {
    let mut stage = awa_here(&course("small"), (80, 24));
    stage.keys("a<enter>za<enter>");
    assert_eq!(tries(&stage), [true]);
    stage.keys("<esc>w<down><enter>");
    assert_eq!(stage.app.session().learning().unwrap().profile.name, "Tesfa Bekele");
    assert_eq!(tries(&stage), [true]);
}

#[test]
fn one_key_ends_a_pair() {
    let mut stage = awa_here(&course("small"), (80, 24));
    stage.keys("a<esc>");
    assert!(!stage.text().contains("with Tesfa"));
    stage.keys("a<enter>");
    assert!(stage.text().contains("Awa Diop with Tesfa Bekele"));
    stage.keys("a");
    assert!(!stage.text().contains("with Tesfa"));
}

#[test]
fn one_who_is_alone_on_the_machine_is_offered_no_pair() {
    let mut stage = Stage::learner((120, 40));
    assert!(!stage.text().contains("as a pair"));
    stage.keys("a");
    assert!(stage.app.session().partner().is_none());
}
