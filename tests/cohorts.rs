//! A cohort that was made from a seed: the same each time, and what was planted in it is found by its figures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "support/cohort.rs"]
mod support;

use std::collections::BTreeMap;

use rundown::clock::Timestamp;
use rundown::cohort::items::{self, Analysis, Key, Keys};
use rundown::cohort::reading::{self, Oddity};
use rundown::cohort::{ItemAnswer, Sitting, Which};
use rundown::course::Course;
use rundown::id::{AttemptId, Lang, QuestionRef, QuizId, TestId};
use rundown::journal::file::{Item, Reader};
use rundown::journal::{Body, Event};
use support::{Made, Plan};

const END: Timestamp = Timestamp(1_805_209_805_000);

fn events(made: &Made) -> Vec<Event> {
    let mut input = &made.bytes[..];
    let mut reader = Reader::begin(&mut input).unwrap();
    let mut events = Vec::new();
    while let Some(item) = reader.read().unwrap() {
        if let Item::Event { stored, .. } = item {
            events.push(stored.into_event());
        }
    }
    events
}

/// The attempts at the test before the course that stand in a file.
fn sittings(made: &Made) -> Vec<Sitting> {
    let wanted = QuizId::Test(TestId::new("test/pre").unwrap());
    let mut open: BTreeMap<AttemptId, Vec<ItemAnswer>> = BTreeMap::new();
    let mut found = Vec::new();
    for event in events(made) {
        if let Body::AttemptStarted { attempt, quiz, .. } = &event.body
            && *quiz == wanted
        {
            open.insert(*attempt, Vec::new());
        } else if let Body::Answered { attempt, answer: given } = &event.body {
            open.entry(*attempt).and_modify(|items| items.push(ItemAnswer::of(given, Some(given.grade))));
        } else if let Body::AttemptFinished { attempt, grade, .. } = event.body
            && let Some(items) = open.remove(&attempt)
        {
            let (learner, at, via, nth) = (event.subject, event.at, event.via, found.len());
            found.push(Sitting { learner, attempt, nth, at, via, supervised: false, grade, items });
        }
    }
    found
}

#[test]
fn what_was_planted_in_the_test_before_the_course_is_found_among_forty_and_nothing_else_is_called_a_wrong_key() {
    let course = Course::embedded().unwrap();
    let made = support::make(&Plan { seed: 1, learners: 40, end: END, with_bad_files: false }, &course).unwrap();
    let tries: Vec<Sitting> = made.files.iter().flat_map(sittings).collect();
    assert_eq!(tries.len(), 40);
    let keys: Keys = items::asked(&tries[..1])
        .into_iter()
        .map(|at| (at.clone(), Key::of(&course.question(&at, &Lang::english()).unwrap().unwrap())))
        .collect();
    let found = Analysis::of(&tries, &keys, Which::First);
    let odd = |item| reading::of(item, &found).into_iter().map(|reading| reading.oddity).collect::<Vec<_>>();
    let of = |at: &QuestionRef| found.items.iter().find(|item| item.questions.contains(&at.question)).unwrap();

    let (wrong, option) = &made.planted.wrong_key;
    let suspects: Vec<_> = found.items.iter().filter(|item| odd(item).iter().any(Oddity::is_grave)).collect();
    assert!(suspects.iter().any(|item| item.questions.contains(&wrong.question)));
    assert!(
        odd(of(wrong)).iter().any(|odd| matches!(odd, Oddity::KeySuspect { option: found, .. } if found == option))
    );
    assert!(of(wrong).discrimination.solid().unwrap() < 0.0);
    assert!(of(&made.planted.bad_item).discrimination.solid().unwrap() < reading::WEAK);
    assert!(suspects.len() <= 3, "{:?}", suspects.iter().map(|item| &item.slot).collect::<Vec<_>>());
    assert!(found.whole.alpha.solid().unwrap() > 0.6);
    let interval = of(wrong).bootstrap(1).finish().unwrap();
    assert!(interval.high < 0.3 && interval.low < of(wrong).discrimination.value().unwrap());
}

#[test]
fn the_same_seed_makes_the_same_files_and_another_makes_others() {
    let course = Course::embedded().unwrap();
    let make = |seed| support::make(&Plan { seed, learners: 5, end: END, with_bad_files: true }, &course).unwrap();
    let bytes = |cohort: &support::Cohort| cohort.files.iter().map(|made| made.bytes.clone()).collect::<Vec<_>>();
    let (one, again, other) = (make(7), make(7), make(8));
    assert_eq!(bytes(&one), bytes(&again));
    assert_ne!(bytes(&one)[0], bytes(&other)[0]);
    assert_eq!((one.files.len(), one.copied.len(), one.bad.len()), (5 + 1 + 1 + 3, 1, 3));
}
