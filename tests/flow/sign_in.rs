//! Signing in for half a day of a workshop, from the home screen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::mpsc::channel;

use rundown::cohort::Invitation;
use rundown::id::{CohortId, Lang, LearnerId, TestId};
use rundown::journal::planning::{OnCourse, TestLock};
use rundown::store::api::Draft;
use rundown::store::{Answer, Principal, Profile, Request, Store, Tag};

use crate::stage::{Stage, course, snapshots};

/// A learner who joined a workshop that meets on two days, the first of them today.
fn joined(size: (u16, u16), lang: &str) -> Stage {
    joined_with(size, lang, BTreeMap::new())
}

/// The same, where some tests open with a code.
pub(crate) fn joined_with(size: (u16, u16), lang: &str, locks: BTreeMap<TestId, TestLock>) -> Stage {
    let (store, course) = (Arc::new(Store::memory().unwrap()), course("small"));
    let learner = LearnerId::from_bits(7);
    let name = |name: &str| name.to_owned();
    let invitation = Invitation {
        cohort: CohortId::from_bits(9),
        name: name("Port-Sanvi"),
        place: name("Port-Sanvi"),
        from: "2027-03-16".parse().ok(),
        until: "2027-03-17".parse().ok(),
        course: OnCourse { id: course.manifest().id.clone(), version: course.manifest().version.clone() },
        trainer: name("Zoé Ba"),
        asks: BTreeSet::new(),
        reason: String::new(),
        agenda: Vec::new(),
        locks,
        house: None,
        roster: Vec::new(),
    };
    let (tell, told) = channel();
    let handle = store.handle(Principal::Owner, Box::new(move |_, answer| drop(tell.send(answer))));
    let lang = Lang::new(lang).unwrap();
    let profile = Profile { learner, name: name("Awa Diop"), member: name("Lagune TV"), lang };
    let draft = Draft { key: invitation.kept_as(), json: serde_json::to_string(&invitation).unwrap() };
    for request in [Request::PutProfile(profile), Request::PutDraft { learner, draft }] {
        handle.ask(Tag::default(), request);
        assert!(matches!(told.recv().unwrap(), Ok(Answer::ProfilePut(_) | Answer::DraftPut)));
    }
    let mut stage = Stage::with(&store, &course, size);
    stage.keys("<enter>");
    stage
}

#[test]
fn on_a_day_of_the_workshop_one_key_signs_in_and_then_it_is_not_asked_again() {
    snapshots!("sign_in", |size| joined(size, "en"));
    snapshots!("sign_in_fr", |size| joined(size, "fr"));
    snapshots!("signed_in", |size| {
        let mut stage = joined(size, "en");
        stage.keys("i");
        stage
    });
}

#[test]
fn the_next_day_it_is_asked_once_more_and_after_the_last_never() {
    let mut stage = joined((80, 24), "en");
    let asks = |stage: &mut Stage| {
        stage.keys("<down><up>");
        stage.text().contains("sign in")
    };
    assert!(asks(&mut stage));
    stage.keys("i");
    assert!(!asks(&mut stage), "{}", stage.text());
    stage.clock.days_pass(1);
    assert!(asks(&mut stage), "{}", stage.text());
    stage.clock.days_pass(1);
    assert!(!asks(&mut stage), "{}", stage.text());
}

#[test]
fn who_joined_no_workshop_is_never_asked() {
    assert!(!Stage::learner((80, 24)).text().contains("sign in"));
}
