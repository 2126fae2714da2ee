//! A disk that refuses: the failure screen, the banner that stays, the question before quitting.

use rundown::store::StoreError;

use crate::stage::{Stage, snapshots};

fn full() -> StoreError {
    StoreError::Full("rundown-home/journal.db".into())
}

fn unsaved(size: (u16, u16)) -> Stage {
    let mut stage = Stage::learner(size);
    stage.broken = Some(full());
    stage.keys("<f2><f2>");
    stage
}

#[test]
fn what_could_not_be_saved_stays_on_the_screen() {
    snapshots!("unsaved", unsaved);
    let mut stage = unsaved((80, 24));
    stage.broken = None;
    stage.keys("<c-r>");
    assert!(!stage.text().contains("NOT SAVED"), "{}", stage.text());
}

#[test]
fn quitting_asks_first_while_something_is_unsaved() {
    snapshots!("quit_unsaved", |size| {
        let mut stage = unsaved(size);
        stage.keys("q");
        stage
    });
    let mut stage = unsaved((80, 24));
    stage.keys("q<right><enter>");
    assert!(!stage.has_quit);
    stage.keys("q<right><right><enter>");
    assert!(stage.has_quit);
}

#[test]
fn a_store_that_cannot_be_opened_says_what_to_do() {
    snapshots!("failure", |size| {
        let mut stage = Stage::learner(size);
        stage.broken =
            Some(StoreError::Damaged { path: "rundown-home/journal.db".into(), reason: "page 3".to_owned() });
        stage.keys("w");
        stage
    });
    let mut stage = Stage::learner((80, 24));
    stage.broken = Some(full());
    stage.keys("w");
    stage.broken = None;
    stage.keys("r");
    assert!(stage.text().contains("Who is here?"), "{}", stage.text());
}
