//! The rows of one person, counted from events: for people with two records, whose rows cannot be kept one by one.
//!
//! Apart from the store, whose rows of everybody else must come to the same; its tests hold the two together.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{ItemAnswer, LessonRow, Reply, Sitting, TestRow, Tried};
use crate::clock::Timestamp;
use crate::id::{AttemptId, CourseId, ExerciseId, LearnerId, LessonId, QuizId};
use crate::journal::progress::{Attempt, Given, HandedIn, Run};
use crate::journal::{Author, Body, Event, Progress, Via};

/// What one person's events come to on one course.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// When the last event of their own happened.
    pub last_at: Option<Timestamp>,
    /// Seconds they were there.
    pub active_seconds: u64,
    /// Lessons that were touched.
    pub lessons: Vec<LessonRow>,
    /// Tests and exercises that were tried.
    pub tests: Vec<TestRow>,
}

/// One person's current run, with its events.
struct Of<'a> {
    learner: LearnerId,
    run: &'a Run,
    events: Vec<&'a Event>,
}

impl Rows {
    /// Counts a history, in the order of its events.
    pub fn of(learner: LearnerId, events: &[Event], course: &CourseId) -> Self {
        let progress = Progress::of_events(events);
        let Some((enrolment, run)) = progress.current(course) else { return Self::default() };
        let events: Vec<&Event> = events.iter().filter(|event| event.enrolment == enrolment).collect();
        let own = events.iter().filter(|event| event.author == Author::Learner);
        let last_at = own.max_by_key(|event| event.order()).map(|event| event.at);
        let of = Of { learner, run, events };
        let (mut tests, work) = (of.tests(), of.work());
        tests.extend(work);
        Self { last_at, active_seconds: run.active_seconds(), lessons: of.lessons(), tests }
    }
}

impl Of<'_> {
    fn lessons(&self) -> Vec<LessonRow> {
        let mut touched: BTreeMap<LessonId, Timestamp> = BTreeMap::new();
        for event in &self.events {
            let Some(lesson) = self.lesson_of(&event.body) else { continue };
            let at = touched.entry(lesson.clone()).or_insert(event.at);
            *at = event.at.max(*at);
        }
        touched.into_iter().map(|(lesson, at)| self.lesson(lesson, at)).collect()
    }

    /// Returns the lesson that an event touches.
    fn lesson_of<'a>(&'a self, body: &'a Body) -> Option<&'a LessonId> {
        if let Body::SectionSeen { lesson, .. }
        | Body::Practised { lesson, .. }
        | Body::Active { lesson: Some(lesson), .. } = body
        {
            return Some(lesson);
        }
        match self.quiz_of(body)? {
            QuizId::Lesson(lesson) => Some(lesson),
            QuizId::Test(_) => None,
        }
    }

    /// Returns what an event begins or ends a try at.
    fn quiz_of(&self, body: &Body) -> Option<&QuizId> {
        let (Body::AttemptStarted { attempt, .. } | Body::AttemptFinished { attempt, .. }) = body else { return None };
        self.run.attempts.get(attempt)?.quiz()
    }

    fn lesson(&self, lesson: LessonId, last_at: Timestamp) -> LessonRow {
        let TestRow { attempts, first, best, critical_missed, passed, failed_in_a_row, .. } =
            self.quiz(QuizId::Lesson(lesson.clone()), last_at);
        LessonRow {
            learner: self.learner,
            sections: self.run.sections.get(&lesson).map_or(0, BTreeSet::len),
            attempts,
            first,
            best,
            critical_missed,
            passed,
            failed_in_a_row,
            seconds: self.run.active.get(&Some(lesson.clone())).copied().unwrap_or_default(),
            last_at,
            lesson,
        }
    }

    fn quiz(&self, quiz: QuizId, last_at: Timestamp) -> TestRow {
        let whole = whole(self.run, &quiz);
        let ends = whole.iter().rev().filter_map(|(_, attempt)| attempt.best_finish());
        let best = ends.max_by_key(|end| (end.grade, end.passed));
        TestRow {
            learner: self.learner,
            attempts: whole.len(),
            first: whole.first().and_then(|(_, attempt)| attempt.first_finish()).map(|end| end.grade),
            best: best.map(|end| end.grade),
            critical_missed: best.map_or(0, |end| end.critical_missed.len()),
            passed: whole.iter().any(|(_, attempt)| attempt.is_passed()),
            failed_in_a_row: whole.iter().rev().take_while(|(_, attempt)| !attempt.is_passed()).count(),
            what: Tried::Quiz(quiz),
            last_at,
        }
    }

    fn tests(&self) -> Vec<TestRow> {
        let mut tried: BTreeMap<&QuizId, Timestamp> = BTreeMap::new();
        for event in &self.events {
            if let Some(quiz @ QuizId::Test(_)) = self.quiz_of(&event.body) {
                let at = tried.entry(quiz).or_insert(event.at);
                *at = event.at.max(*at);
            }
        }
        tried.into_iter().map(|(quiz, at)| self.quiz(quiz.clone(), at)).collect()
    }

    fn work(&self) -> Vec<TestRow> {
        let tries = self.run.desk_work.tries(|_| true);
        let exercises: BTreeSet<&ExerciseId> = tries.iter().map(|(_, done)| &done.result.exercise).collect();
        exercises.into_iter().filter_map(|exercise| self.exercise(exercise)).collect()
    }

    fn exercise(&self, exercise: &ExerciseId) -> Option<TestRow> {
        let tries = self.run.desk_work.tries(|id| id == exercise);
        let mut ends: Vec<&HandedIn> = self.run.desk_work.ends(exercise).collect();
        ends.sort_by_key(|end| end.order);
        let best = ends.iter().rev().max_by_key(|end| (end.result.grade, end.result.passed))?;
        let is_passed = |attempt: AttemptId| self.run.desk_work.ends_of(attempt).any(|end| end.result.passed);
        Some(TestRow {
            learner: self.learner,
            what: Tried::Work(exercise.clone()),
            attempts: tries.len(),
            first: tries.first().map(|(_, done)| done.result.grade),
            best: Some(best.result.grade),
            critical_missed: best.result.critical.len(),
            passed: ends.iter().any(|end| end.result.passed),
            failed_in_a_row: tries.iter().rev().take_while(|(attempt, _)| !is_passed(*attempt)).count(),
            last_at: ends.iter().map(|end| end.at).max()?,
        })
    }
}

/// Returns the whole tries at a quiz, first to last.
fn whole<'a>(run: &'a Run, quiz: &QuizId) -> Vec<(AttemptId, &'a Attempt)> {
    let mut whole = run.attempts_at(|of| of == quiz);
    whole.retain(|(_, attempt)| attempt.is_whole());
    whole
}

/// Returns one person's whole tries at each quiz and test, as they were sat.
pub fn sittings(learner: LearnerId, events: &[Event], course: &CourseId) -> BTreeMap<QuizId, Vec<Sitting>> {
    let progress = Progress::of_events(events);
    let Some((enrolment, run)) = progress.current(course) else { return BTreeMap::new() };
    let of_run = || events.iter().filter(|event| event.enrolment == enrolment);
    let sitting = |(nth, (id, attempt)): (usize, (AttemptId, &Attempt))| {
        let is_begin = |event: &&Event| Some(event.order()) == attempt.started();
        let ends = of_run().filter(|event| {
            matches!(event.body, Body::AttemptStarted { attempt, .. } | Body::AttemptFinished { attempt, .. } if attempt == id)
        });
        let mut given: Vec<&Given> = attempt.answers.values().collect();
        given.sort_by_key(|given| given.order);
        Sitting {
            learner,
            attempt: id,
            nth,
            at: ends.map(|event| event.at).max().unwrap_or_default(),
            via: of_run().find(is_begin).map_or(Via::Screen, |event| event.via),
            supervised: attempt.is_supervised(),
            grade: attempt.first_finish().map(|end| end.grade).unwrap_or_default(),
            items: given.into_iter().map(|given| ItemAnswer::of(&given.answer, given.grade())).collect(),
        }
    };
    let at = |quiz: &QuizId| whole(run, quiz).into_iter().enumerate().map(sitting).collect();
    let quizzes: BTreeSet<&QuizId> = events.iter().filter_map(begun).collect();
    quizzes.into_iter().map(|quiz| (quiz.clone(), at(quiz))).collect()
}

fn begun(event: &Event) -> Option<&QuizId> {
    if let Body::AttemptStarted { quiz, .. } = &event.body { Some(quiz) } else { None }
}

/// Returns one person's last reply to each form that nobody judges.
pub fn replies(learner: LearnerId, events: &[Event], course: &CourseId) -> Vec<Reply> {
    let progress = Progress::of_events(events);
    let Some((_, run)) = progress.current(course) else { return Vec::new() };
    let last = |(form, day): (&ExerciseId, Option<u16>)| {
        let answers = run.replies.last(form, day)?.answers.clone();
        Some(Reply { learner, form: form.clone(), day, answers })
    };
    run.replies.forms().filter_map(last).collect()
}
