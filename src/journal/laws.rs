//! The laws of merging, tried on made-up worlds: machines that are copied, restored from backups, merged in any
//! order, with clocks ten years off, and with two contents under one identity.
//!
//! 1,000 cases a law; `PROPTEST_CASES=100000 cargo test --release journal::laws` is the full run.

mod worlds;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::completion::{CourseState, ExerciseState, QuizState};
use super::event::{Author, Body, Event};
use super::history::History;
use super::progress::{Progress, Run};
use super::review::Deck;
use super::samples::{enrolled, event, seen, undone};
use super::set::{EventSet, Inserted};
use super::stored::Stored;
use crate::clock::Timestamp;
use crate::id::{CourseId, EnrolmentId, ExerciseId};
use worlds::{Step, TEN_YEARS, World, any_world, honest_world, ruled_world, union};

/// 1,000 cases, unless the environment asks for another number.
fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let is_default = asked.cases == 256;
    ProptestConfig { cases: if is_default { 1000 } else { asked.cases }, ..asked }
}

fn run_of(set: &EventSet) -> Run {
    Progress::of(set).runs.get(&EnrolmentId::from_bits(2)).cloned().unwrap_or_default()
}

fn course_state(set: &EventSet) -> CourseState {
    let run = run_of(set);
    let (manifest, outlines) = super::completion::tests::course();
    CourseState::new(&run, &manifest, &outlines)
}

fn deck(set: &EventSet) -> Deck {
    let (_, outlines) = super::completion::tests::course();
    Deck::new(&run_of(set), &course_state(set), &outlines)
}

/// Says whether a quiz stands at least as well as before.
fn is_no_worse(now: &QuizState, before: &QuizState) -> bool {
    now.attempts >= before.attempts
        && now.best >= before.best
        && now.passed >= before.passed
        && now.critical_missed_ever.is_superset(&before.critical_missed_ever)
}

/// Every exercise of the made-up worlds.
fn exercise_states(set: &EventSet) -> Vec<ExerciseState> {
    let ids = ["a/x", "b/y"].map(|id| ExerciseId::new(id).unwrap());
    let run = run_of(set);
    ids.iter().map(|id| ExerciseState::new(&run, id)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_commutative(world in any_world()) {
        let [a, b, _] = world.three();
        let (one, other) = (union(&[&a, &b]), union(&[&b, &a]));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(Progress::of(&one), Progress::of(&other));
    }

    #[test]
    fn merging_is_associative(world in any_world()) {
        let [a, b, c] = world.three();
        let left = union(&[&union(&[&a, &b]), &c]);
        let right = union(&[&a, &union(&[&b, &c])]);
        prop_assert_eq!(&left, &right);
        prop_assert_eq!(Progress::of(&left), Progress::of(&right));
    }

    #[test]
    fn merging_is_idempotent(world in any_world()) {
        let [a, b, _] = world.three();
        let once = union(&[&a, &b]);
        prop_assert_eq!(&union(&[&a, &a]), &a);
        prop_assert_eq!(&union(&[&once, &b, &a, &once]), &once);
    }

    #[test]
    fn merging_loses_no_event(world in any_world()) {
        let [a, b, _] = world.three();
        let all = union(&[&a, &b]);
        for stored in a.iter().chain(b.iter()) {
            prop_assert!(all.iter().any(|other| other == stored));
        }
        prop_assert!(all.len() <= a.len() + b.len());
    }

    #[test]
    fn merging_is_monotone_where_nobody_forged(world in honest_world()) {
        let [a, b, _] = world.three();
        let all = union(&[&a, &b]);
        prop_assert_eq!(all.conflicts().count(), 0);
        let (before, now) = (course_state(&a), course_state(&all));
        prop_assert!(now.active_seconds >= before.active_seconds);
        prop_assert!(now.done >= before.done);
        for (now, before) in exercise_states(&all).iter().zip(&exercise_states(&a)) {
            prop_assert!(now.attempts >= before.attempts && now.best >= before.best && now.passed >= before.passed);
        }
        for (now, before) in now.lessons.iter().zip(&before.lessons) {
            prop_assert!(now.sections_seen.is_superset(&before.sections_seen));
            prop_assert!(now.done >= before.done);
            prop_assert!(now.minutes_left <= before.minutes_left);
            prop_assert!(is_no_worse(now.quiz.as_ref().unwrap(), before.quiz.as_ref().unwrap()));
        }
    }

    #[test]
    fn an_event_more_is_applied_as_if_all_were_counted_anew(
        (world, replays) in (any_world(), prop::collection::vec(0..50_usize, 0..10)),
        seed in any::<u64>(),
    ) {
        let [a, b, c] = world.three();
        let all = union(&[&a, &b, &c]);
        let mut arriving: Vec<_> = all.iter().cloned().collect();
        let again: Vec<_> = replays.iter().filter_map(|at| arriving.get(*at).cloned()).collect();
        arriving.extend(again);
        crate::assess::shown::shuffle(&mut arriving, seed);
        let mut history = History::default();
        for stored in &arriving {
            let _new_or_not = history.insert(stored);
        }
        prop_assert_eq!(history.events(), &all);
        prop_assert_eq!(history.progress(), &Progress::of(&all));
        prop_assert_eq!(history, History::new(all));
    }

    #[test]
    fn seconds_are_counted_once(world in honest_world()) {
        let [a, b, c] = world.three();
        let all = union(&[&a, &b, &c]);
        let mut by_identity = BTreeMap::new();
        for stored in all.iter() {
            if let Body::Active { seconds, .. } = stored.event().body {
                by_identity.insert(stored.event().id, u64::from(seconds));
            }
        }
        prop_assert_eq!(course_state(&all).active_seconds, by_identity.values().sum::<u64>());
    }

    #[test]
    fn a_reply_is_never_lost_and_counts_for_nothing(world in honest_world()) {
        let [a, b, _] = world.three();
        let all = union(&[&a, &b]);
        let replies = |set: &EventSet| {
            let count = |run: &Run| run.replies.forms().map(|(form, day)| run.replies.all(form, day).count()).sum::<usize>();
            Progress::of(set).runs.values().map(count).sum::<usize>()
        };
        let is_reply = |stored: &&Stored| matches!(stored.event().body, Body::Replied { .. });
        prop_assert_eq!(replies(&all), all.iter().filter(is_reply).count());
        let without: EventSet = all.iter().filter(|stored| !is_reply(stored)).cloned().collect();
        prop_assert_eq!(course_state(&all), course_state(&without));
    }

    #[test]
    fn a_deck_is_the_same_in_whatever_order_it_was_merged(world in any_world(), today in -9000..40_000_i64) {
        let [a, b, c] = world.three();
        let (one, other) = (deck(&union(&[&a, &b, &c])), deck(&union(&[&c, &union(&[&b, &a, &b])])));
        prop_assert_eq!(&one, &other);
        prop_assert!(one.due(today).iter().all(|card| (0.0..=1.0).contains(&card.recall(today))));
    }

    #[test]
    fn what_is_answered_in_review_changes_no_score_and_no_completion(world in honest_world()) {
        let [a, ..] = world.three();
        let is_practice = |stored: &&Stored| matches!(stored.event().body, Body::Practised { .. });
        let without: EventSet = a.iter().filter(|stored| !is_practice(stored)).cloned().collect();
        prop_assert_eq!(course_state(&a), course_state(&without));
    }

    #[test]
    fn a_regrade_that_was_taken_back_leaves_no_trace(world in ruled_world()) {
        let [a, b, c] = world.three();
        let mut all = union(&[&a, &b, &c]);
        let is_ruling = |stored: &Stored| matches!(stored.event().body, Body::Regraded { .. } | Body::RegradeUndone { .. });
        let without: EventSet = all.iter().filter(|stored| !is_ruling(stored)).cloned().collect();
        for number in 0..4 {
            let back = Event { author: Author::Trainer, ..event(99, u64::try_from(number).unwrap() + 1, 1, undone(number)) };
            let _new_or_not = all.insert(Stored::new(back).unwrap());
        }
        prop_assert_eq!(course_state(&all), course_state(&without));
    }

    #[test]
    fn what_a_learner_says_of_a_key_changes_nothing(world in ruled_world()) {
        let [a, ..] = world.three();
        let as_learner = |stored: &Stored| {
            let event = Event { author: Author::Learner, ..stored.event().clone() };
            Stored::new(event).unwrap()
        };
        let claimed: EventSet = a.iter().map(as_learner).collect();
        let is_ruling = |stored: &Stored| matches!(stored.event().body, Body::Regraded { .. } | Body::RegradeUndone { .. });
        let without: EventSet = a.iter().filter(|stored| !is_ruling(stored)).cloned().collect();
        prop_assert_eq!(course_state(&claimed), course_state(&without));
    }

    #[test]
    fn a_wrong_clock_changes_no_count(world in honest_world(), skew in -TEN_YEARS..=TEN_YEARS) {
        let [a, ..] = world.three();
        let late = |stored: &Stored| {
            let event = stored.event().clone();
            Stored::new(Event { at: Timestamp(event.at.0 + skew), ..event }).unwrap()
        };
        let skewed: EventSet = a.iter().map(late).collect();
        prop_assert_eq!(course_state(&a), course_state(&skewed));
    }
}

#[test]
fn two_contents_of_one_identity_are_kept_and_neither_counts_whichever_came_first() {
    let honest = Stored::new(event(1, 1, 1, seen("a/one", "start"))).unwrap();
    let forged = Stored::new(event(1, 1, 1, seen("a/one", "end"))).unwrap();
    let harmless = Stored::new(event(1, 2, 2, seen("a/two", "start"))).unwrap();
    let mut ends = Vec::new();
    for pair in [[&honest, &forged], [&forged, &honest]] {
        let mut history = History::default();
        assert_eq!(history.insert(&harmless), Inserted::New);
        assert_eq!(pair.map(|stored| history.insert(stored)), [Inserted::New, Inserted::Conflict]);
        assert_eq!(history.insert(&honest), Inserted::Known);
        assert_eq!((history.events().len(), history.events().conflicts().count()), (3, 1));
        assert_eq!(history.events().in_order().len(), 1);
        assert_eq!(history.progress(), &Progress::of_events([harmless.event()]));
        ends.push(history);
    }
    assert_eq!(ends[0], ends[1]);
}

#[test]
fn a_copied_machine_writes_as_somebody_new_and_loses_nothing() {
    let course = CourseId::new("course").unwrap();
    let mut world =
        World::after(vec![Step::Write(0, enrolled(), 0, None), Step::Write(0, seen("a/one", "start"), 0, None)]);
    world.take(Step::Copy(0));
    world.take(Step::Write(0, seen("a/one", "end"), 0, None));
    world.take(Step::Write(1, seen("a/two", "start"), 0, None));
    let [a, b, _] = world.three();
    let progress = Progress::of(&union(&[&a, &b]));
    let (_, run) = progress.current(&course).unwrap();
    assert_eq!(run.sections.values().map(std::collections::BTreeSet::len).sum::<usize>(), 3);
}

/// A merge that keeps whichever content came first: the laws have to notice.
fn first_come(sets: [&EventSet; 2]) -> Vec<Stored> {
    let mut kept = BTreeMap::new();
    for stored in sets.into_iter().flat_map(EventSet::iter) {
        kept.entry(stored.event().id).or_insert_with(|| stored.clone());
    }
    kept.into_values().collect()
}

#[test]
fn a_merge_that_keeps_what_came_first_breaks_the_laws() {
    let mut runner = TestRunner::new(ProptestConfig { failure_persistence: None, ..config() });
    let found = runner.run(&any_world(), |world| {
        let [a, b, _] = world.three();
        prop_assert_eq!(first_come([&a, &b]), first_come([&b, &a]));
        Ok(())
    });
    assert!(found.is_err(), "no world of these tells a wrong merge from a right one");
}
