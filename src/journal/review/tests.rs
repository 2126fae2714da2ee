//! The deck: what enters, when it comes back, and that days which lie do no harm.

use super::*;
use crate::clock::Timestamp;
use crate::course::hash::ContentHash;
use crate::id::TestId;
use crate::journal::completion::tests::course;
use crate::journal::event::{Body, Event};
use crate::journal::progress::Progress;
use crate::journal::samples::{answer, asked, attempt, event, finished, lesson, seen, started};

const DAY: i64 = 86_400_000;
const FULL: u16 = 10_000;

/// Something that happened on a day.
type Happened = (i64, Body);

fn run_of(happened: &[Happened]) -> Run {
    let event = |(n, (day, body)): (u64, &Happened)| Event {
        at: Timestamp(day * DAY + 60_000),
        ..event(1, n, n, body.clone())
    };
    let all: Vec<Event> = (1..).zip(happened).map(event).collect();
    Progress::of_events(&all).runs.into_values().next().unwrap_or_default()
}

fn deck(happened: &[Happened]) -> Deck {
    let (manifest, outlines) = course();
    let run = run_of(happened);
    Deck::new(&run, &CourseState::new(&run, &manifest, &outlines), &outlines)
}

/// The slots that are due on a day, in the order in which they are asked.
fn due(happened: &[Happened], today: i64) -> Vec<String> {
    deck(happened).due(today).into_iter().map(|card| card.slot.to_string()).collect()
}

fn quiz(n: u128, at: &str) -> Body {
    started(n, at, &["q", "r", "s"])
}

fn answered(n: u128, question: &str, grade: u16) -> Body {
    Body::Answered { attempt: attempt(n), answer: answer(question, grade, false) }
}

fn practised(question: &str, grade: u16) -> Body {
    Body::Practised { lesson: asked(question).lesson, answer: answer(question, grade, false) }
}

fn test(n: u128, questions: &[&str]) -> Body {
    let quiz = QuizId::Test(TestId::new("test/course").unwrap());
    Body::AttemptStarted { attempt: attempt(n), quiz, questions: questions.iter().map(|q| asked(q)).collect() }
}

#[test]
fn what_was_missed_comes_back_the_next_day_and_before_what_was_right() {
    let happened = [(0, quiz(1, "a/one")), (0, answered(1, "a/one#s", 0)), (0, answered(1, "a/one#r", FULL))];
    assert_eq!(due(&happened, 0), [""; 0]);
    assert_eq!(due(&happened, 1), ["a/one#s"]);
    assert_eq!(due(&happened, 7), ["a/one#s"]);
    assert_eq!(due(&happened, 8), ["a/one#s", "a/one#r"]);
}

#[test]
fn what_is_critical_comes_back_sooner_than_what_is_not() {
    let happened = [(0, quiz(1, "a/one")), (0, answered(1, "a/one#q", FULL)), (0, answered(1, "a/one#r", FULL))];
    assert_eq!(due(&happened, 2), ["a/one#q"]);
}

#[test]
fn right_answers_in_review_let_it_come_back_later_each_time() {
    let mut happened = vec![(0, quiz(1, "a/one")), (0, answered(1, "a/one#r", 0))];
    let mut waits = Vec::new();
    for _ in 0..4 {
        let card = deck(&happened).cards()[0].clone();
        waits.push(card.due - happened.last().unwrap().0);
        happened.push((card.due, practised("a/one#r", FULL)));
    }
    assert_eq!(waits, [1, 2, 6, 17]);
    happened.push((40, practised("a/one#r", 0)));
    let card = deck(&happened).cards()[0].clone();
    assert!(card.missed && card.due - 40 < 5, "{card:?}");
}

#[test]
fn of_one_day_only_the_first_answer_tells_something() {
    let missed = vec![(0, quiz(1, "a/one")), (0, answered(1, "a/one#r", 0))];
    let again = [missed.clone(), vec![(0, practised("a/one#r", FULL)), (0, practised("a/one#r", FULL))]].concat();
    let (once, thrice) = (deck(&missed), deck(&again));
    assert_eq!((once.cards()[0].due, once.cards()[0].missed), (thrice.cards()[0].due, thrice.cards()[0].missed));
    assert_eq!(thrice.cards()[0].asked.len(), 3);
}

#[test]
fn two_machines_that_review_one_card_on_a_day_count_once_in_whatever_order_they_meet() {
    let common = [(0, quiz(1, "a/one")), (0, answered(1, "a/one#r", 0))];
    let at = |writer, lamport, day, body| Event { at: Timestamp(day * DAY), ..event(writer, lamport, lamport, body) };
    let mut all: Vec<Event> = (1..).zip(&common).map(|(n, (day, body))| at(1, n, *day, body.clone())).collect();
    let one_machine = [all.clone(), vec![at(1, 3, 1, practised("a/one#r", FULL))]].concat();
    all.extend([at(1, 3, 1, practised("a/one#r", FULL)), at(2, 3, 1, practised("a/one#r", 0))]);
    let (manifest, outlines) = course();
    let deck = |events: &[Event]| {
        let run = Progress::of_events(events).runs.into_values().next().unwrap();
        Deck::new(&run, &CourseState::new(&run, &manifest, &outlines), &outlines)
    };
    let (due, reviewed) = (deck(&one_machine).cards()[0].due, deck(&one_machine).reviewed(1));
    for _ in 0..2 {
        all.reverse();
        let merged = deck(&all);
        assert_eq!((merged.cards()[0].due, merged.reviewed(1)), (due, reviewed));
    }
    assert_eq!(reviewed, 1);
}

#[test]
fn a_clock_that_was_set_back_makes_no_time_pass_and_one_that_ran_ahead_keeps_nothing_away() {
    let happened = |days: [i64; 3]| {
        let [a, b, c] = days;
        vec![
            (a, quiz(1, "a/one")),
            (a, answered(1, "a/one#r", FULL)),
            (b, practised("a/one#r", FULL)),
            (c, practised("a/one#r", FULL)),
        ]
    };
    let back = deck(&happened([5000, 100, 130])).cards()[0].clone();
    assert!((131..=130 + 365).contains(&back.due), "{back:?}");
    let ahead = deck(&happened([100, 130, 9000])).cards()[0].clone();
    assert!(ahead.is_due(140) && !ahead.is_due(9000), "{ahead:?}");
    assert!((0.0..=1.0).contains(&ahead.recall(140)));
    let odd = Event { at: Timestamp(i64::MIN), ..event(1, 9, 9, practised("a/one#r", 0)) };
    let far = Event { at: Timestamp(i64::MAX), ..event(1, 10, 10, practised("a/one#r", 0)) };
    let run = Progress::of_events(&[odd, far]).runs.into_values().next().unwrap();
    let (manifest, outlines) = course();
    let deck = Deck::new(&run, &CourseState::new(&run, &manifest, &outlines), &outlines);
    assert!(deck.cards().iter().all(|card| card.recall(i64::MIN).is_finite() && card.recall(i64::MAX).is_finite()));
}

#[test]
fn variants_share_their_slot() {
    let mut of_variant = answer("a/one#qq", 0, true);
    of_variant.slot = asked("a/one#q").question;
    let body = Body::Answered { attempt: attempt(1), answer: of_variant };
    let deck = deck(&[(0, quiz(1, "a/one")), (0, body), (3, practised("a/one#q", FULL))]);
    let [card] = deck.cards() else { panic!("{deck:?}") };
    assert_eq!(card.slot, asked("a/one#q"));
    assert_eq!(card.asked, ["qq", "q"].map(|id| QuestionId::new(id).unwrap()));
}

#[test]
fn a_test_tells_nothing_before_its_end_and_keeps_its_questions_to_itself() {
    let begun = [(0, seen("a/one", "start")), (0, test(1, &["a/one#r"])), (0, answered(1, "a/one#r", 0))];
    assert_eq!(due(&begun, 5), [""; 0]);
    let whole = [begun.to_vec(), vec![(0, finished(1, 0, false, &[]))]].concat();
    assert_eq!(due(&whole, 5), ["a/one#r"]);
    let again = [whole, vec![(3, test(2, &["a/one#r"]))]].concat();
    assert_eq!(due(&again, 5), [""; 0]);
}

#[test]
fn what_a_test_found_out_waits_until_its_lesson_is_begun() {
    let before = [(0, test(1, &["a/one#r"])), (0, answered(1, "a/one#r", 0)), (0, finished(1, 0, false, &[]))];
    assert_eq!(due(&before, 9), [""; 0]);
    let taught = [before.to_vec(), vec![(9, seen("a/one", "start"))]].concat();
    assert_eq!(due(&taught, 9), ["a/one#r"]);
}

#[test]
fn a_question_inside_a_lesson_comes_back_only_where_it_was_missed() {
    let right = [(0, seen("a/one", "start")), (0, practised("a/one#try", FULL))];
    assert_eq!(due(&right, 300), [""; 0]);
    let missed = [(0, seen("a/one", "start")), (0, practised("a/one#try", 0)), (1, practised("a/one#try", FULL))];
    assert_eq!(due(&missed, 3), ["a/one#try"]);
    assert!(deck(&missed).cards()[0].inside);
}

#[test]
fn a_question_that_is_gone_with_its_slot_or_its_lesson_is_in_no_deck() {
    let gone = [(0, started(1, "a/one", &["gone"])), (0, answered(1, "a/one#gone", 0)), (0, practised("x/y#q", 0))];
    assert_eq!(deck(&gone).cards(), []);
}

#[test]
fn a_changed_key_forgets_what_was_answered_to_the_old_one() {
    let old = [(0, quiz(1, "a/one")), (0, answered(1, "a/one#r", FULL)), (30, practised("a/one#r", FULL))];
    let mut changed = answer("a/one#r", FULL, false);
    changed.key_hash = ContentHash::of(["another key"]);
    let new = Body::Practised { lesson: lesson("a/one"), answer: changed };
    let card = deck(&[old.to_vec(), vec![(60, new.clone())]].concat()).cards()[0].clone();
    assert_eq!(card.due, deck(&[(60, new), (60, seen("a/one", "start"))]).cards()[0].due);
}

#[test]
fn answers_are_rated_by_how_they_were_remembered() {
    let with = |grade, change: &dyn Fn(&mut Answer)| {
        let mut answer = answer("a/one#r", grade, false);
        change(&mut answer);
        rating(&answer)
    };
    assert_eq!([0, 4999, 5000, 9999, FULL].map(|grade| with(grade, &|_| {})), {
        use Rating::{Again, Good, Hard};
        [Again, Again, Hard, Hard, Good]
    });
    assert_eq!(with(9000, &|answer| answer.critical = true), Rating::Again);
    assert_eq!(with(FULL, &|answer| answer.hints = 1), Rating::Hard);
    assert_eq!(with(FULL, &|answer| answer.confident = Some(false)), Rating::Hard);
    assert_eq!(with(FULL, &|answer| answer.confident = Some(true)), Rating::Easy);
    assert_eq!(with(FULL, &|answer| (answer.confident, answer.millis) = (Some(true), 60_000)), Rating::Good);
}
