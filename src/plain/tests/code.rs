//! A test that opens with the trainer's code, line by line.

use super::*;
use crate::cohort::{Invitation, Plan, lock};
use crate::id::{CohortId, TestId};
use crate::journal::planning::OnCourse;
use crate::store::Request;
use crate::store::api::Draft;

/// A home whose learner joined a workshop that locks the test of the course.
fn locked() -> Home {
    let mut home = Home::with_learner();
    let (session, mut host) = home.enter(Via::Screen);
    let learner = session.learning().unwrap().profile.learner;
    let manifest = home.course.manifest();
    let plan = Plan {
        name: "Port-Sanvi".to_owned(),
        course: Some(OnCourse { id: manifest.id.clone(), version: manifest.version.clone() }),
        locks: [(TestId::new("test/course").unwrap(), lock::lock("badoru-kimafo", 1).unwrap())].into(),
        ..Plan::of(CohortId::from_bits(9), [])
    };
    let invitation = Invitation::of(&plan, Vec::new(), "").unwrap();
    let draft = Draft { key: invitation.kept_as(), json: serde_json::to_string(&invitation).unwrap() };
    host.carry_out(Effect::Store(Tag::default(), Request::PutDraft { learner, draft }));
    home
}

/// The number of the test in the menu.
fn number(home: &mut Home) -> String {
    let menu = home.run("1\nq\n");
    let line = menu.lines().find(|line| line.contains("Course test")).unwrap();
    line.trim_start().split(['.', ' ']).next().unwrap().to_owned()
}

#[test]
fn a_locked_test_begins_with_its_code_only_and_says_why_not() {
    let mut home = locked();
    let test = number(&mut home);
    let output = home.run(&format!("1\n{test}\nbado\n\nq\n"));
    assert!(output.contains("Your trainer says the code when the test begins"), "{output}");
    assert!(output.contains("That is not the code of this test"), "{output}");
    assert!(!output.contains("Question 1 of"), "{output}");
    let output = home.run(&format!("1\n{test}\nBadoru Kimafo\nq\n"));
    assert!(output.contains("Question 1 of"), "{output}");
    let (session, _) = home.enter(Via::Screen);
    let run = session.learning().unwrap().run().unwrap();
    assert_eq!(run.attempts.values().map(crate::journal::Attempt::is_supervised).collect::<Vec<_>>(), [true]);
}
