//! A trainer's invitation on the screen: what it is, the list of names, and what may be said about oneself.

use std::collections::BTreeMap;

use rundown::cohort::Invitation;
use rundown::cohort::invitation::Seat;
use rundown::course::OwnHouse;
use rundown::id::{CohortId, LearnerId};
use rundown::journal::planning::{Field, OnCourse};
use rundown::seal::SecretKey;
use rundown::session::joining::Offer;

use crate::stage::{Stage, snapshots};

/// Names of a room of sixty.
const FIRST: [&str; 12] =
    ["Awa", "Issa", "Zoé", "Moussa", "Élodie", "Kofi", "Fatou", "Ibrahim", "Nadia", "Jean", "Rokhaya", "Samba"];
const LAST: [&str; 5] = ["Diop", "Ndiaye", "Ba", "Traoré", "Sagna"];

/// A new home beside which an invitation to so many people lies.
fn invited(size: (u16, u16), people: usize, asks: &[Field]) -> Stage {
    invited_to(size, people, asks, None)
}

/// The same, to a workshop with a house of its own.
fn invited_to(size: (u16, u16), people: usize, asks: &[Field], house: Option<OwnHouse>) -> Stage {
    invited_with(size, people, (asks, "The funder counts countries."), house)
}

/// The same, with something asked for a reason.
fn invited_for(size: (u16, u16), asks: &[Field], reason: &str) -> Stage {
    invited_with(size, 60, (asks, reason), None)
}

fn invited_with(size: (u16, u16), people: usize, (asks, reason): (&[Field], &str), house: Option<OwnHouse>) -> Stage {
    let mut stage = Stage::new(size);
    let manifest = stage.app.session().course().manifest();
    let seat = |at: usize| Seat {
        learner: LearnerId::from_bits(100 + at as u128),
        name: format!("{} {}", FIRST[at % FIRST.len()], LAST[at % LAST.len()]),
        member: format!("Station {}", at / 4 + 1),
    };
    let invitation = Invitation {
        cohort: CohortId::from_bits(9),
        name: "Port-Sanvi, March".to_owned(),
        place: "Port-Sanvi".to_owned(),
        from: "2027-03-16".parse().ok(),
        until: "2027-03-20".parse().ok(),
        course: OnCourse { id: manifest.id.clone(), version: manifest.version.clone() },
        trainer: "Zoé Ba".to_owned(),
        asks: asks.iter().copied().collect(),
        reason: reason.to_owned(),
        agenda: Vec::new(),
        locks: BTreeMap::new(),
        house,
        roster: (0..people).map(seat).collect(),
    };
    let key = SecretKey::from_bytes(&[7; 32]).public();
    stage.app.take_invitations(vec![Offer { invitation, key }]);
    stage.draw();
    stage
}

fn name(stage: &Stage) -> Option<String> {
    stage.app.session().learning().map(|learning| learning.profile.name.clone())
}

#[test]
fn an_invitation_is_offered_first_and_says_what_the_trainer_will_see() {
    snapshots!("told", |size| invited(size, 60, &[]));
    snapshots!("names", |size| {
        let mut stage = invited(size, 60, &[]);
        stage.keys("<enter>");
        stage
    });
    snapshots!("found", |size| {
        let mut stage = invited(size, 60, &[]);
        stage.keys("<enter>elodie<down>");
        stage
    });
    snapshots!("about", |size| {
        let mut stage = invited(size, 60, &[Field::Role, Field::Country, Field::Gender]);
        stage.keys("<enter><enter>");
        stage
    });
}

#[test]
fn on_a_low_screen_what_is_told_comes_without_air_or_says_that_it_goes_on_and_what_is_asked_stays_in_view() {
    let stage = invited((40, 20), 60, &[]);
    assert!(stage.text().contains("whether it is theirs") && !stage.text().contains('↓'), "{}", stage.text());
    let mut stage = invited_to((40, 20), 60, &[], Some(OwnHouse::default()));
    assert!(!stage.text().contains("whether it is theirs") && stage.text().contains('↓'), "{}", stage.text());
    stage.keys("<end>");
    assert!(stage.text().contains("whether it is theirs") && !stage.text().contains('↓'), "{}", stage.text());
    let mut stage = invited_for((40, 20), &[Field::Role, Field::Country, Field::Gender], &"Why? ".repeat(200));
    stage.keys("<enter><enter>");
    assert!(stage.text().contains("Gender") && stage.text().contains('↓'), "{}", stage.text());
    let mut stage = invited((40, 20), 60, &[]);
    stage.keys("<enter>");
    assert!(stage.text().contains('↓'), "there are more names: {}", stage.text());
}

#[test]
fn a_name_is_found_by_a_part_of_it_without_its_accents_and_comes_with_its_station_and_id() {
    let mut stage = invited((40, 20), 60, &[]);
    stage.keys("<enter>zoe b<enter>");
    let profile = &stage.app.session().learning().unwrap().profile;
    assert_eq!((profile.name.as_str(), profile.member.as_str()), ("Zoé Ba", "Station 1"));
    assert_eq!(profile.learner, LearnerId::from_bits(102));
    stage.keys("i");
    let run = stage.app.session().learning().unwrap().run().unwrap();
    assert_eq!(run.signed_in.len(), 1, "the workshop is known at once: {}", stage.text());
}

#[test]
fn what_is_asked_about_oneself_can_be_left_out_and_what_finds_nobody_lets_nobody_in() {
    let mut stage = invited((80, 24), 60, &[Field::Country]);
    stage.keys("<enter>nobody<enter>");
    assert!(stage.text().contains("Nothing found") && name(&stage).is_none(), "{}", stage.text());
    stage.keys("<bs><bs><bs><bs><bs><bs>issa<enter>");
    assert!(stage.text().contains("The funder counts countries."), "{}", stage.text());
    stage.keys("<enter>");
    assert_eq!(name(&stage).as_deref(), Some("Issa Ndiaye"));
}

#[test]
fn who_is_not_on_the_list_types_a_name_and_finds_the_invitation_again() {
    let mut stage = invited((80, 24), 2, &[]);
    stage.keys("<esc>");
    assert!(stage.text().contains("Your name"), "{}", stage.text());
    stage.keys("<f4>");
    assert!(stage.text().contains("Port-Sanvi, March"), "{}", stage.text());
    stage.keys("<esc>Kadi<f10>");
    assert_eq!(name(&stage).as_deref(), Some("Kadi"));
}

#[test]
fn a_name_that_is_taken_is_offered_to_nobody_else() {
    let mut stage = invited((80, 24), 2, &[]);
    stage.keys("<enter><enter>");
    assert_eq!(name(&stage).as_deref(), Some("Awa Diop"));
    stage.keys("wi<enter>");
    assert!(stage.text().contains("Issa Ndiaye") && !stage.text().contains("Awa Diop"), "{}", stage.text());
    stage.keys("<enter>w");
    assert!(!stage.text().contains("invitation"), "{}", stage.text());
}

#[test]
fn the_house_of_the_workshop_is_told_and_stands_in_its_lessons_in_both_languages() {
    let house = || {
        let values = [("exchange".to_owned(), "Harbour Cities News Exchange".to_owned())].into();
        Some(OwnHouse { values, ..OwnHouse::default() })
    };
    snapshots!("house_told", |size| invited_to(size, 2, &[], house()));
    let mut stage = invited_to((80, 24), 2, &[], house());
    let says_it = |stage: &Stage| {
        let words = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        words.contains("Harbour Cities News Exchange")
    };
    assert!(says_it(stage.keys("<enter><enter><enter>")), "{}", stage.text());
    assert!(says_it(stage.keys("<f2>")), "{}", stage.text());
}
