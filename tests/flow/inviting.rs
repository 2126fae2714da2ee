//! The door of a workshop: locks on tests, a code for a room to read, and the invitation from the screen.

use std::collections::BTreeMap;

use rundown::cohort::lock::lock;
use rundown::id::TestId;
use rundown::journal::Body;
use rundown::journal::planning::PlanChange;
use rundown::session::training::inviting::{Codes, Errand};

use crate::cohort::Home;
use crate::stage::{Stage, snapshots};

const PLAIN: (u16, u16) = (80, 24);

/// The door of a cohort whose first test is locked.
fn door(size: (u16, u16)) -> Stage {
    let home = Home::new().five();
    let test = first(&home);
    let locks = BTreeMap::from([(test.clone(), lock("badoru-kimafo", 1).unwrap())]);
    home.cohort(vec![Body::CohortPlanned {
        change: Box::new(PlanChange { locks: Some(locks), ..PlanChange::default() }),
    }]);
    let mut stage = home.trainer(size);
    stage.codes = Codes::from([(test, "badoru-kimafo".to_owned())]);
    stage.keys("i");
    stage
}

fn first(home: &Home) -> TestId {
    home.course.manifest().tests[0].id.clone()
}

#[test]
fn the_door_shows_which_tests_are_locked_and_no_code() {
    snapshots!("form", door);
    assert!(!door(PLAIN).text().contains("badoru"));
    snapshots!("code", |size| {
        let mut stage = door(size);
        stage.keys("<enter>");
        stage
    });
    let mut stage = door(PLAIN);
    stage.keys("<enter><esc>");
    assert!(stage.text().contains("opens with a code") && !stage.text().contains("badoru"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("COHORTS"), "{}", stage.text());
}

#[test]
fn a_code_that_this_home_does_not_know_is_not_shown_and_what_to_do_is_said() {
    let mut stage = door((80, 24));
    stage.codes.clear();
    stage.keys("<esc>i<enter>");
    assert!(stage.text().contains("lock it anew"), "{}", stage.text());
}

#[test]
fn a_test_is_locked_and_opened_from_its_row() {
    let home = Home::new().five();
    let test = first(&home);
    let mut stage = home.trainer(PLAIN);
    stage.keys("i<enter>");
    assert_eq!(stage.doors.last().unwrap().errand, Errand::Lock(test.clone()));
    let mut stage = door(PLAIN);
    stage.keys("o");
    assert_eq!(stage.doors.last().unwrap().errand, Errand::Unlock(test));
}

#[test]
fn the_invitation_is_written_with_a_list_of_names_and_what_came_of_it_is_told() {
    let mut stage = door(PLAIN);
    let tests = stage.app.session().course().manifest().tests.len();
    stage.keys(&"<down>".repeat(tests)).keys("names.xlsx<enter><enter>/media/zoe/STICK<enter>secret");
    assert!(!stage.text().contains("secret"), "{}", stage.text());
    stage.keys("<f10>");
    let Errand::Invite(letter) = &stage.doors.last().unwrap().errand else { panic!("{:?}", stage.doors) };
    assert_eq!([&letter.roster, &letter.reason, &letter.to], ["names.xlsx", "", "/media/zoe/STICK"]);
    assert_eq!(letter.passphrase.0, "secret");
    assert!(stage.text().contains("nairobi-2027-03.invite"), "{}", stage.text());
    stage.keys("<esc>");
    assert!(stage.text().contains("names.xlsx"), "what was typed stays: {}", stage.text());
}
