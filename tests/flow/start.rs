//! The first start, and the choice of learners.

use std::sync::Arc;

use rundown::store::Store;

use crate::stage::{Stage, course, snapshots};

#[test]
fn a_first_start_asks_for_name_station_and_language_on_one_screen() {
    snapshots!("setup", Stage::new);
    snapshots!("setup_fr", |size| {
        let mut stage = Stage::new(size);
        stage.keys("Élodie Nguessan<enter>Télé Lagune<enter><right>");
        stage
    });
}

#[test]
fn enter_goes_through_the_fields_and_begins() {
    let mut stage = Stage::new((80, 24));
    stage.keys("Awa Diop<enter>Lagune TV<enter><enter>");
    let learning = stage.app.session().learning().unwrap();
    assert_eq!((learning.profile.name.as_str(), learning.profile.member.as_str()), ("Awa Diop", "Lagune TV"));
}

#[test]
fn without_a_name_the_first_start_says_what_is_missing() {
    let mut stage = Stage::new((80, 24));
    stage.keys("<f10>");
    assert!(stage.text().contains("Please write your name"), "{}", stage.text());
    assert!(stage.app.session().learning().is_none());
}

#[test]
fn letters_are_text_while_a_name_is_typed() {
    let mut stage = Stage::new((80, 24));
    stage.keys("q?k<c-s>");
    assert!(!stage.has_quit);
    assert_eq!(stage.app.session().learning().unwrap().profile.name, "q?k");
}

#[test]
fn several_learners_are_asked_who_they_are() {
    let flow = |size| {
        let (store, course) = (Arc::new(Store::memory().unwrap()), course("small"));
        Stage::with(&store, &course, size).keys("Awa Diop<enter>Lagune TV<f10>");
        Stage::another(&store, &course, size, 2).keys("nTesfa Bekele<enter>DNT<f10>");
        let mut stage = Stage::with(&store, &course, size);
        stage.keys("<down>");
        stage
    };
    snapshots!("learners", flow);
    let mut stage = flow((80, 24));
    stage.keys("<enter>");
    assert_eq!(stage.app.session().learning().unwrap().profile.name, "Tesfa Bekele");
    stage.keys("w");
    assert!(stage.app.session().learning().is_none());
}

#[test]
fn escape_from_a_new_name_leads_back_to_the_list() {
    let mut stage = Stage::learner((80, 24));
    stage.keys("w");
    stage.keys("nNobody<esc>");
    assert!(stage.text().contains("Who is here?"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.has_quit);
}
