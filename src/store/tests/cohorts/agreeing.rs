//! A trainer's rows come to what the fold comes to, whatever arrived, in whatever order, and whatever was regraded.

use proptest::prelude::*;

use super::super::merging::{dump, event, merge, rebuild};
use super::*;
use crate::cohort::Tried;
use crate::cohort::fold::{self, Rows};
use crate::course::exercise::Work;
use crate::id::{ExerciseId, TestId};
use crate::journal::EventSet;
use crate::journal::event::WorkDone;
use crate::journal::planning::Regrade;
use crate::store::api::Quizzes;

fn test() -> QuizId {
    QuizId::Test(TestId::new("test/course").unwrap())
}

fn test_started(attempt: u128) -> Body {
    Body::AttemptStarted { attempt: AttemptId::from_bits(attempt), quiz: test(), questions: Vec::new() }
}

fn worked(attempt: u128, grade: u16) -> Body {
    let result = WorkDone {
        exercise: ExerciseId::new("gathering/pitch-card").unwrap(),
        work: Work::Write { text: String::new() },
        answers: BTreeMap::new(),
        grade: Grade::new(grade),
        parts: BTreeMap::new(),
        codes: Vec::new(),
        critical: if grade == 0 { vec!["E14".to_owned()] } else { Vec::new() },
        passed: grade >= 7_000,
        seconds: 60,
        untimed: false,
    };
    Body::ExerciseDone { attempt: AttemptId::from_bits(attempt), result: Box::new(result) }
}

fn regraded(regrade: u128, attempt: u128, slot: &str, grade: Option<u16>) -> Body {
    let slot = QuestionRef { lesson: lesson(), question: QuestionId::new(slot).unwrap() };
    let ruling = if grade.is_some() { Ruling::NewKey } else { Ruling::Void };
    let (regrade, grade) = (RegradeId::from_bits(regrade), grade.map(Grade::new));
    let regrade = Regrade { regrade, ruling, grade, pass: Grade::new(8_000), reason: String::new() };
    Body::Regraded { attempt: AttemptId::from_bits(attempt), slot, regrade: Box::new(regrade) }
}

/// What may stand in a learner's stream, with whether a trainer says it.
fn any_body() -> impl Strategy<Value = (bool, Body)> {
    let grade = || prop_oneof![Just(0), Just(5_000), Just(9_000)];
    let slot = || prop_oneof![Just("q1"), Just("q2")];
    let opened = |number| Body::TestOpened { attempt: AttemptId::from_bits(number), cohort: cohort() };
    let by_learner = prop_oneof![
        2 => Just(enrolled()),
        1 => prop_oneof![Just("start"), Just("pitch")].prop_map(seen),
        2 => (1..4_u128).prop_map(started),
        2 => (4..6_u128).prop_map(test_started),
        3 => (1..6_u128, grade()).prop_map(|(attempt, grade)| finished(attempt, grade)),
        4 => (1..6_u128, slot(), prop_oneof![Just("a"), Just("b")], grade())
            .prop_map(|(attempt, question, option, grade)| answered(attempt, question, option, grade)),
        1 => (1..6_u128).prop_map(opened),
        2 => (7..9_u128, grade()).prop_map(|(attempt, grade)| worked(attempt, grade)),
        1 => (prop::option::of(Just(30_u16)), prop_oneof![Just("1"), Just("2")])
            .prop_map(|(day, text)| crate::journal::samples::said("forms/follow-up", day, text)),
        1 => (1..90_u32).prop_map(|seconds| Body::Active { seconds, lesson: Some(lesson()) }),
    ];
    let by_trainer = prop_oneof![
        3 => (1..4_u128, 1..6_u128, slot(), prop::option::of(grade()))
            .prop_map(|(regrade, attempt, slot, grade)| regraded(regrade, attempt, slot, grade)),
        1 => (1..4_u128).prop_map(|regrade| Body::RegradeUndone { regrade: RegradeId::from_bits(regrade) }),
    ];
    prop_oneof![4 => by_learner.prop_map(|body| (false, body)), 1 => by_trainer.prop_map(|body| (true, body))]
}

fn any_events() -> impl Strategy<Value = Vec<Stored>> {
    let one = (1..3_u128, 1..20_u64, 1..20_u64, 1..3_u128, any_body());
    let one = one.prop_map(|(writer, seq, lamport, subject, (is_trainer, body))| {
        let event = event(writer, seq, lamport, subject, body).into_event();
        let author = if is_trainer { Author::Trainer } else { Author::Learner };
        Stored::new(Event { author, ..event }).unwrap()
    });
    proptest::collection::vec(one, 0..40)
}

fn history(set: &EventSet, number: u128) -> Vec<Event> {
    set.in_order().into_iter().filter(|event| event.subject == learner(number)).cloned().collect()
}

/// Every row that follows from events of learners.
fn rows(database: &Database) -> Vec<String> {
    dump(database).into_iter().filter(|line| !line.starts_with("event ")).collect()
}

fn all_sittings(database: &mut Database, quizzes: Quizzes) -> BTreeMap<QuizId, Vec<Sitting>> {
    let all = on(database, CohortRequest::AllSittings { cohort: cohort(), quizzes });
    let CohortAnswer::AllSittings(all) = all else { panic!("another answer") };
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_trainers_rows_and_the_fold_agree_whatever_was_regraded(events in any_events()) {
        let mut database = home();
        merge(&mut database, &events);
        let set: EventSet = events.iter().cloned().collect();
        let room = room(&mut database);
        for number in 1..=2 {
            let history = history(&set, number);
            let rows = Rows::of(learner(number), &history, &course());
            let lessons: Vec<_> = room.lessons.iter().filter(|row| row.learner == learner(number)).cloned().collect();
            let tests: Vec<_> = room.tests.iter().filter(|row| row.learner == learner(number)).cloned().collect();
            let person = room.people.iter().find(|person| person.learner == learner(number)).unwrap();
            prop_assert_eq!((person.last_at, person.active_seconds), (rows.last_at, rows.active_seconds));
            prop_assert_eq!(lessons, rows.lessons);
            prop_assert_eq!(tests, rows.tests);
            let all = all_sittings(&mut database, Quizzes::All);
            let mut tests = all.clone();
            tests.retain(|quiz, _| matches!(quiz, QuizId::Test(_)));
            prop_assert_eq!(all_sittings(&mut database, Quizzes::Tests), tests);
            for quiz in [QuizId::Lesson(lesson()), test()] {
                let sat = sittings(&mut database, quiz.clone());
                prop_assert_eq!(all.get(&quiz).cloned().unwrap_or_default(), sat.clone());
                let sat: Vec<_> = sat.into_iter().filter(|sitting| sitting.learner == learner(number)).collect();
                prop_assert_eq!(sat, fold::sittings(learner(number), &history, &course()).remove(&quiz).unwrap_or_default());
            }
            let said = on(&mut database, CohortRequest::Replies { cohort: cohort() });
            let CohortAnswer::Replies(mut said) = said else { panic!("another answer") };
            said.retain(|reply| reply.learner == learner(number));
            prop_assert_eq!(said, fold::replies(learner(number), &history, &course()));
        }
    }

    #[test]
    fn order_repetition_and_grouping_do_not_matter_to_a_trainers_rows(
        (events, shuffled) in any_events().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
        cut in 0..40_usize,
    ) {
        let mut plain = home();
        merge(&mut plain, &events);
        let mut other = home();
        let (front, back) = shuffled.split_at(cut.min(shuffled.len()));
        for part in [back, front, back] {
            merge(&mut other, part);
        }
        prop_assert_eq!(rows(&plain), rows(&other));
        rebuild(&mut other);
        prop_assert_eq!(rows(&plain), rows(&other));
    }

    #[test]
    fn a_regrade_that_was_taken_back_leaves_the_figures_as_they_were(events in any_events()) {
        let is_ruling = |event: &Event| matches!(event.body, Body::Regraded { .. } | Body::RegradeUndone { .. });
        let set: EventSet = events.iter().cloned().collect();
        for number in 1..=2 {
            let mut all = history(&set, number);
            let without: Vec<Event> = all.iter().filter(|event| !is_ruling(event)).cloned().collect();
            for (regrade, seq) in (1..4_u128).zip(100..) {
                let body = Body::RegradeUndone { regrade: RegradeId::from_bits(regrade) };
                let back = event(9, seq, 30, number, body).into_event();
                all.push(Event { author: Author::Trainer, ..back });
            }
            prop_assert_eq!(Rows::of(learner(number), &all, &course()), Rows::of(learner(number), &without, &course()));
        }
    }
}

#[test]
fn tests_and_desk_work_have_rows_of_their_own() {
    let mut database = home();
    let bodies = [enrolled(), test_started(4), finished(4, 5_000), worked(7, 0), worked(8, 9_000)];
    directly(&mut database, append(1, bodies)).unwrap();
    let tests = room(&mut database).tests;
    assert_eq!(tests.iter().map(|row| (row.attempts, row.passed)).collect::<Vec<_>>(), [(1, false), (2, true)]);
    assert!(matches!(tests[0].what, Tried::Quiz(QuizId::Test(_))));
}

#[test]
fn a_test_that_was_opened_with_a_code_says_so() {
    let mut database = home();
    let opened = Body::TestOpened { attempt: AttemptId::from_bits(4), cohort: cohort() };
    let bodies = [enrolled(), test_started(4), opened, finished(4, 5_000), test_started(5), finished(5, 9_000)];
    directly(&mut database, append(1, bodies)).unwrap();
    let sat = sittings(&mut database, test());
    assert_eq!(sat.iter().map(|sitting| sitting.supervised).collect::<Vec<_>>(), [true, false]);
}
