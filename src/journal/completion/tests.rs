//! Progress held against a small course.

use std::collections::BTreeMap;

use super::*;
use crate::assess::Grade;
use crate::course::exercise::Work;
use crate::course::manifest::{Completion, Draw, PassMarks, Share, TestKind, Track, Translated};
use crate::course::outline::{OutcomeOutline, SectionOutline, SlotOutline};
use crate::course::shape::Shape;
use crate::id::{AttemptId, CourseId, ExerciseId, Lang, OutcomeId, QuestionId, SectionId, TrackId};
use crate::journal::event::{Body, WorkDone};
use crate::journal::progress::Progress;
use crate::journal::samples::{answer, answered, asked, attempt, enrolled, events, finished, lesson, seen, started};

fn outcome(id: &str) -> OutcomeOutline {
    OutcomeOutline { id: OutcomeId::new(id).unwrap(), was: Vec::new(), text: Translated::default() }
}

fn sections(words: &[(&str, usize)]) -> Vec<SectionOutline> {
    let section = |(id, words): &(&str, usize)| SectionOutline {
        id: SectionId::new(id).unwrap(),
        was: Vec::new(),
        title: Translated::default(),
        words: *words,
    };
    words.iter().map(section).collect()
}

fn slot(questions: &[&str], of: &str, critical: bool) -> SlotOutline {
    let questions = questions.iter().map(|q| (QuestionId::new(q).unwrap(), Vec::new())).collect();
    SlotOutline { questions, outcome: OutcomeId::new(of).unwrap(), critical }
}

fn outline(id: &str) -> LessonOutline {
    LessonOutline {
        id: lesson(id),
        was: Vec::new(),
        stem: id.to_owned(),
        slug: "SLUG".into(),
        title: Translated::default(),
        minutes: 10,
        outcomes: vec![outcome("x"), outcome("y")],
        sections: sections(&[("start", 300), ("end", 300)]),
        slots: vec![slot(&["q", "qq"], "x", true), slot(&["r"], "x", false), slot(&["s"], "y", false)],
        pass: 8000,
        recall: Vec::new(),
        requires: Vec::new(),
        exercise: None,
        languages: Vec::new(),
    }
}

/// Two lessons of ten minutes, six of them reading, and a test.
pub(in crate::journal) fn course() -> (Manifest, Vec<LessonOutline>) {
    let lessons = vec![lesson("a/one"), lesson("a/two")];
    let test = Test {
        id: TestId::new("test/course").unwrap(),
        slug: "TEST".into(),
        title: Translated::default(),
        minutes: 5,
        pools: lessons.clone(),
        share: Share::Outcome(1),
        kind: TestKind::Course,
        track: None,
        form: None,
        confidence: false,
        draw: Draw::Cohort,
        pass: 7500,
    };
    let manifest = Manifest {
        id: CourseId::new("course").unwrap(),
        title: Translated::default(),
        version: "1".into(),
        languages: vec![Lang::new("en").unwrap()],
        licence: "CC-BY-4.0".into(),
        words_per_minute: 100,
        read_aloud: [].into(),
        pass: PassMarks { quiz: 8000, test: 7500, capstone: 7000 },
        tracks: vec![Track {
            id: TrackId::new("a").unwrap(),
            letter: 'A',
            title: Translated::default(),
            lessons: lessons.clone(),
        }],
        completion: Completion { lessons, tests: vec![test.id.clone()], exercises: Vec::new() },
        shape: Shape::default(),
        tests: vec![test],
        capstones: Vec::new(),
        questionnaires: Vec::new(),
    };
    (manifest, vec![outline("a/one"), outline("a/two")])
}

fn state_in(course: &(Manifest, Vec<LessonOutline>), bodies: Vec<Body>) -> CourseState {
    let progress = Progress::of_events(&events([vec![enrolled()], bodies].concat()));
    let (_, run) = progress.current(&course.0.id).unwrap();
    CourseState::new(run, &course.0, &course.1)
}

fn state(bodies: Vec<Body>) -> CourseState {
    state_in(&course(), bodies)
}

fn read(id: &str) -> Vec<Body> {
    vec![seen(id, "start"), seen(id, "end")]
}

/// A whole try with these grades for q, r and s.
fn tried(number: u128, id: &str, grades: [u16; 3]) -> Vec<Body> {
    let grade = Grade::mean(grades.map(Grade::new)).number();
    let critical = format!("{id}#q");
    let missed: &[&str] = if grades[0] < 10_000 { &[&critical] } else { &[] };
    let mut bodies = vec![started(number, id, &["q", "r", "s"])];
    for (question, grade) in ["q", "r", "s"].iter().zip(grades) {
        let answer = answer(&format!("{id}#{question}"), grade, *question == "q");
        bodies.push(Body::Answered { attempt: attempt(number), answer });
    }
    bodies.push(finished(number, grade, grade >= 8000, missed));
    bodies
}

fn tested(number: u128, questions: &[(&str, u16)], passed: bool) -> Vec<Body> {
    let test = QuizId::Test(TestId::new("test/course").unwrap());
    let drawn = questions.iter().map(|(q, _)| asked(q)).collect();
    let mut bodies = vec![Body::AttemptStarted { attempt: attempt(number), quiz: test, questions: drawn }];
    bodies.extend(questions.iter().map(|(question, grade)| answered(number, question, *grade)));
    bodies.push(finished(number, 10_000, passed, &[]));
    bodies
}

const FULL: u16 = 10_000;

#[test]
fn a_lesson_is_done_when_read_and_passed() {
    let (reading, quiz) = (read("a/one"), tried(1, "a/one", [FULL, FULL, 5000]));
    let is_done = |bodies: Vec<Body>| state(bodies).lessons[0].done;
    assert!(!is_done(vec![]));
    assert!(!is_done(reading.clone()));
    assert!(!is_done(quiz.clone()));
    assert!(!is_done([vec![seen("a/one", "start")], quiz.clone()].concat()));
    assert!(is_done([reading.clone(), quiz.clone()].concat()));
    assert!(is_done([quiz, reading].concat()));
}

#[test]
fn a_missed_critical_question_fails_the_whole() {
    let state = state([read("a/one"), tried(1, "a/one", [6000, FULL, FULL])].concat());
    let quiz = state.lessons[0].quiz.as_ref().unwrap();
    assert_eq!((quiz.best.unwrap().percent(), quiz.passed, state.lessons[0].done), (86, false, false));
    assert_eq!(quiz.critical_missed, [asked("a/one#q")]);
    assert!(!state.lessons[0].outcomes[0].mastered);
}

#[test]
fn first_is_the_earliest_whole_try_and_best_the_highest() {
    let tries = [
        vec![started(9, "a/one", &["q", "r", "s"])],
        tried(1, "a/one", [0, FULL, 0]),
        tried(2, "a/one", [FULL, FULL, FULL]),
        tried(3, "a/one", [FULL, 0, 0]),
    ];
    let state = state(tries.concat());
    let quiz = state.lessons[0].quiz.clone().unwrap();
    assert_eq!((quiz.attempts, quiz.first.unwrap().percent(), quiz.best.unwrap().percent()), (3, 33, 100));
    assert_eq!((quiz.best_attempt, quiz.passed), (Some(attempt(2)), true));
    assert!(quiz.critical_missed.is_empty());
    assert_eq!(quiz.critical_missed_ever.len(), 1);
    assert_eq!(quiz.open, []);
    assert_eq!(quiz.asked.len(), 12);
}

#[test]
fn the_latest_try_is_open_until_it_is_whole() {
    let left = vec![started(1, "a/one", &["q", "r", "s"]), answered(1, "a/one#q", FULL)];
    let quiz = |bodies| state(bodies).lessons[0].quiz.clone().unwrap();
    let open = OpenAttempt { attempt: attempt(1), answered: 1, questions: 3, pair: None };
    assert_eq!(quiz(left.clone()).open, [open]);
    assert_eq!(quiz([left, tried(2, "a/one", [0, 0, 0])].concat()).open, []);
}

#[test]
fn the_first_answer_to_a_slot_counts() {
    let bodies = vec![
        started(1, "a/one", &["q", "r"]),
        answered(1, "a/one#r", 0),
        answered(1, "a/one#q", FULL),
        answered(1, "a/one#q", 0),
        finished(1, 5000, false, &[]),
    ];
    let outcomes = &state(bodies).lessons[0].outcomes;
    assert_eq!((outcomes[0].answered, outcomes[0].mean), (2, Some(Grade::new(5000))));
}

#[test]
fn an_outcome_is_mastered_by_two_questions_with_four_fifths() {
    let x = |grades| state(tried(1, "a/one", grades)).lessons[0].outcomes[0].clone();
    assert!(x([FULL, 6000, 0]).mastered);
    assert!(!x([FULL, 5999, FULL]).mastered);
    let y = &state(tried(1, "a/one", [FULL; 3])).lessons[0].outcomes[1];
    assert_eq!((y.answered, y.mastered), (1, false));
}

#[test]
fn a_tests_answers_count_for_the_outcomes_of_its_lessons() {
    let test = tested(2, &[("a/one#s", FULL), ("a/two#r", 0), ("a/one#qq", FULL)], true);
    let state = state([tried(1, "a/one", [FULL; 3]), test].concat());
    let y = &state.lessons[0].outcomes[1];
    assert_eq!((y.answered, y.mastered), (1, false), "the same question twice is one");
    assert_eq!(state.lessons[0].outcomes[0].answered, 3);
    assert_eq!(state.lessons[1].outcomes[0].mean, Some(Grade::ZERO));
    assert!(state.tests[0].quiz.passed);
}

#[test]
fn the_course_is_done_when_all_that_completion_asks_for_is() {
    let lessons = ["a/one", "a/two"].iter().zip(1..);
    let all = lessons.flat_map(|(id, n)| [read(id), tried(n, id, [FULL; 3])].concat()).collect::<Vec<_>>();
    let test = tested(9, &[("a/one#q", FULL)], true);
    assert!(!state(all.clone()).done);
    assert!(state([all.clone(), test].concat()).done);
    let mut course = course();
    course.0.completion.tests.clear();
    assert!(state_in(&course, all.clone()).done);
    course.0.completion.lessons.push(lesson("a/lost"));
    assert!(!state_in(&course, all.clone()).done);
    course.0.completion.lessons.clear();
    assert!(!state_in(&course, all).done);
}

#[test]
fn renamed_lessons_sections_and_questions_keep_their_past() {
    let bodies = [read("a/one"), tried(1, "a/one", [0, FULL, FULL])].concat();
    let mut course = course();
    let one = &mut course.1[0];
    one.was = vec![std::mem::replace(&mut one.id, lesson("a/new"))];
    let end = SectionId::new("close").unwrap();
    one.sections[1].was = vec![std::mem::replace(&mut one.sections[1].id, end)];
    let (id, was) = &mut one.slots[0].questions[0];
    *was = vec![std::mem::replace(id, QuestionId::new("renamed").unwrap())];
    course.0.tracks[0].lessons[0] = lesson("a/new");
    let state = state_in(&course, bodies);
    let lesson = &state.lessons[0];
    assert!(lesson.is_read());
    assert_eq!(lesson.quiz.as_ref().unwrap().critical_missed, [asked("a/new#renamed")]);
    assert_eq!(lesson.outcomes[0].answered, 2);
}

#[test]
fn a_new_section_is_unread_and_recorded_grades_stand() {
    let mut course = course();
    course.1[0].sections.extend(sections(&[("added", 100)]));
    let state = state_in(&course, [read("a/one"), tried(1, "a/one", [FULL; 3])].concat());
    let lesson = &state.lessons[0];
    assert_eq!((lesson.sections_seen.len(), lesson.sections_total, lesson.done), (2, 3, false));
    assert!(lesson.quiz.as_ref().unwrap().passed);
}

#[test]
fn a_lesson_with_an_exercise_is_done_when_that_is_passed() {
    let mut course = course();
    course.1[0].exercise = Some(ExerciseId::new("a/work").unwrap());
    let state = state_in(&course, [read("a/one"), tried(1, "a/one", [FULL; 3])].concat());
    assert!(!state.lessons[0].done);
    assert_eq!(state.lessons[0].minutes_left, 2, "half of the four minutes that reading leaves");
    for (grade, passed) in [(6_000, false), (9_000, true)] {
        let all = [read("a/one"), tried(1, "a/one", [FULL; 3]), vec![worked("a/work", grade, passed)]].concat();
        assert_eq!(state_in(&course, all).lessons[0].done, passed);
    }
}

fn worked(exercise: &str, grade: u16, passed: bool) -> Body {
    let result = WorkDone {
        exercise: ExerciseId::new(exercise).unwrap(),
        work: Work::Write { text: "Kolombé".to_owned() },
        answers: BTreeMap::new(),
        grade: Grade::new(grade),
        parts: BTreeMap::new(),
        codes: Vec::new(),
        critical: Vec::new(),
        passed,
        seconds: 60,
        untimed: false,
    };
    Body::ExerciseDone { attempt: AttemptId::from_bits(77), result: Box::new(result) }
}

#[test]
fn minutes_remain_by_words_and_by_what_is_not_passed() {
    let left = |bodies| state(bodies).lessons[0].minutes_left;
    assert_eq!(left(vec![]), 10);
    assert_eq!(left(vec![seen("a/one", "start")]), 7);
    assert_eq!(left(read("a/one")), 4);
    assert_eq!(left(tried(1, "a/one", [FULL; 3])), 6);
    assert_eq!(left([read("a/one"), tried(1, "a/one", [FULL; 3])].concat()), 0);
    assert_eq!(state(vec![]).minutes_left(), 25);
}

#[test]
fn what_comes_next_is_the_first_that_is_not_done() {
    let one = [read("a/one"), tried(1, "a/one", [FULL; 3])].concat();
    let two = [read("a/two"), tried(2, "a/two", [FULL; 3])].concat();
    let next = |bodies| state(bodies).next().map(|item| item.to_string());
    assert_eq!(next(vec![]).unwrap(), "a/one");
    assert_eq!(next(one.clone()).unwrap(), "a/two");
    assert_eq!(next([one.clone(), two.clone()].concat()).unwrap(), "test/course");
    assert_eq!(next([one, two, tested(3, &[], true)].concat()), None);
}

#[test]
fn minutes_active_are_summed_by_lesson() {
    let active = |seconds, at: Option<&str>| Body::Active { seconds, lesson: at.map(lesson) };
    let state = state(vec![active(60, Some("a/one")), active(30, None), active(12, Some("a/one"))]);
    assert_eq!((state.active_seconds, state.lessons[0].active_seconds), (102, 72));
}

fn with_kinds() -> (Manifest, Vec<LessonOutline>) {
    let mut course = course();
    let test = course.0.tests[0].clone();
    let of = |id: &str, kind, track: Option<&str>| Test {
        id: TestId::new(id).unwrap(),
        kind,
        track: track.map(|track| TrackId::new(track).unwrap()),
        ..test.clone()
    };
    course.0.tests = vec![
        of("test/post", TestKind::Post, None),
        of("test/a", TestKind::Track, Some("a")),
        of("test/pre", TestKind::Pre, None),
    ];
    course.0.completion.tests = vec![TestId::new("test/a").unwrap()];
    course
}

fn sat(number: u128, test: &str, passed: bool) -> Vec<Body> {
    let quiz = QuizId::Test(TestId::new(test).unwrap());
    let start = Body::AttemptStarted { attempt: attempt(number), quiz, questions: vec![asked("a/one#q")] };
    vec![start, finished(number, 3000, passed, &[])]
}

#[test]
fn a_test_that_only_measures_is_done_when_it_was_taken() {
    let course = with_kinds();
    let state = state_in(&course, sat(7, "test/pre", false));
    let is_done = |id: &str| state.test(&TestId::new(id).unwrap()).unwrap().is_done();
    assert_eq!((is_done("test/pre"), is_done("test/post"), is_done("test/a")), (true, false, false));
    assert_eq!(state.minutes_left(), 2 * 10 + 2 * 5);
    let failed = state_in(&course, sat(7, "test/a", false));
    assert!(!failed.test(&TestId::new("test/a").unwrap()).unwrap().is_done());
}

#[test]
fn the_test_before_the_course_comes_first_and_a_tracks_test_at_its_end() {
    let course = with_kinds();
    let next = |bodies: Vec<Body>| state_in(&course, bodies).next().map(|quiz| quiz.to_string());
    assert_eq!(next(Vec::new()).unwrap(), "test/pre");
    let pre = sat(7, "test/pre", false);
    assert_eq!(next(pre.clone()).unwrap(), "a/one");
    let lessons = |id: &str, number| [read(id), tried(number, id, [FULL; 3])].concat();
    let lessons = [pre, lessons("a/one", 1), lessons("a/two", 2)].concat();
    assert_eq!(next(lessons.clone()).unwrap(), "test/a");
    let track = [lessons, sat(8, "test/a", true)].concat();
    assert!(state_in(&course, track.clone()).done, "the test after the course is not asked for");
    assert_eq!(next(track.clone()).unwrap(), "test/post");
    assert_eq!(next([track, sat(9, "test/post", false)].concat()), None);
}

#[test]
fn an_exercise_can_be_asked_for_beside_the_lessons() {
    let mut course = course();
    let capstone = ExerciseId::new("capstone/night").unwrap();
    course.0.completion = Completion { lessons: Vec::new(), tests: Vec::new(), exercises: vec![capstone] };
    let worked = |passed| crate::journal::samples::worked(5, "capstone/night", 8000, passed);
    assert!(!state_in(&course, Vec::new()).done);
    assert!(!state_in(&course, vec![worked(false)]).done);
    assert!(state_in(&course, vec![worked(true)]).done);
}

mod extras;
