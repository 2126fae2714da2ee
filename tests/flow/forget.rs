//! Deleting everything of one's own by keys: only the name does it, and then nothing is left.

use std::sync::Arc;

use rundown::id::LearnerId;
use rundown::store::Store;

use crate::stage::{Stage, course, snapshots};

/// Awa is here, and asked in the settings.
fn asked(size: (u16, u16)) -> Stage {
    let mut stage = Stage::learner(size);
    stage.keys("<f8><end><enter>");
    stage
}

fn own(stage: &Stage) -> LearnerId {
    stage.app.session().learning().unwrap().profile.learner
}

#[test]
fn what_goes_is_said_and_the_name_asked_for() {
    snapshots!("forget", |size| {
        let mut stage = asked(size);
        stage.keys("Awa");
        stage
    });
    snapshots!("forget_fr", |size| {
        let mut stage = asked(size);
        stage.keys("<f2>");
        stage
    });
}

#[test]
fn another_name_deletes_nothing() {
    let mut stage = asked((80, 24));
    stage.keys("Awa D<enter>");
    assert!(stage.text().contains("That is not your name"), "{}", stage.text());
    stage.keys("<esc><esc>");
    assert!(stage.app.session().learning().is_some() && stage.forgotten.is_empty());
}

#[test]
fn the_name_deletes_everything_and_a_first_start_follows() {
    let mut stage = asked((80, 24));
    let learner = own(&stage);
    let name = stage.app.session().learning().unwrap().profile.name.to_lowercase();
    stage.keys(&format!("{name}<enter>"));
    assert_eq!(stage.forgotten.iter().map(|profile| profile.learner).collect::<Vec<_>>(), [learner]);
    assert!(stage.app.session().learning().is_none());
    assert!(stage.text().contains("Your name"), "{}", stage.text());
    assert!(stage.text().contains("Everything of yours is deleted"), "{}", stage.text());
}

#[test]
fn a_pair_is_not_offered_it() {
    let store = Arc::new(Store::memory().unwrap());
    let course = course("small");
    Stage::with(&store, &course, (80, 24)).keys("Tesfa Bekele<enter>DNT<f10>");
    Stage::another(&store, &course, (80, 24), 2).keys("nAwa Diop<enter>Lagune TV<f10>");
    let mut stage = Stage::another(&store, &course, (80, 24), 3);
    stage.keys("<enter><f8>");
    assert!(stage.text().contains("Everything of mine"), "{}", stage.text());
    stage.keys("<esc>a<enter><f8>");
    assert!(!stage.text().contains("Everything of mine"), "{}", stage.text());
}
