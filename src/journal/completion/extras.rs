//! Desk work with a row of its own, and the forms that nobody judges: when each is due.
//!
//! Apart from lessons and tests because a form is worth nothing. When it is due is said and never asked for: days count
//! from the first reply to a form at the end, or else from when the course was done. Whether that day has come is for
//! whoever knows the time.

use super::CourseState;
use super::lesson::ExerciseState;
use crate::clock::Timestamp;
use crate::course::Manifest;
use crate::course::manifest::{Capstone, Questionnaire, TestKind};
use crate::id::ExerciseId;
use crate::journal::progress::{Reply, Run};

/// Milliseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Where a learner is in desk work that has a row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapstoneState {
    /// The tries.
    pub work: ExerciseState,
    /// Minutes it takes.
    pub minutes: u16,
}

impl CapstoneState {
    /// Holds a run against it.
    pub(super) fn new(run: &Run, capstone: &Capstone) -> Self {
        Self { work: ExerciseState::new(run, &capstone.id), minutes: capstone.minutes }
    }

    /// Returns the minutes that remain.
    pub fn minutes_left(&self) -> u16 {
        if self.work.passed { 0 } else { self.minutes }
    }
}

/// Where a learner is with a form that nobody judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireState {
    /// The form.
    pub form: ExerciseId,
    /// After how many days; none for one at the end.
    pub day: Option<u16>,
    /// When it was filled in last, by the clock of that machine.
    pub replied_at: Option<Timestamp>,
    /// From when on it is due; none while that cannot be said.
    pub due_at: Option<Timestamp>,
}

/// Returns the forms of a course, each as often as it is asked.
pub(super) fn questionnaires(run: &Run, manifest: &Manifest, state: &CourseState) -> Vec<QuestionnaireState> {
    let (end, over) = (end_of_tests(run, manifest, state), counted_from(run, manifest, state));
    let one = |form: &Questionnaire, day: Option<u16>| QuestionnaireState {
        form: form.id.clone(),
        day,
        replied_at: run.replies.last(&form.id, day).map(|reply| reply.at),
        due_at: match day {
            None => end,
            Some(day) => over.map(|from| Timestamp(from.0.saturating_add(i64::from(day) * DAY))),
        },
    };
    manifest.questionnaires.iter().flat_map(|form| form.times().map(move |day| one(form, day))).collect()
}

/// Returns when the last test after the tracks was taken; where there is none, when the course was done.
fn end_of_tests(run: &Run, manifest: &Manifest, state: &CourseState) -> Option<Timestamp> {
    let is_last = |kind: TestKind| matches!(kind, TestKind::Post | TestKind::Course);
    let mut last = state.tests.iter().filter(|test| is_last(test.kind)).peekable();
    if last.peek().is_none() {
        return done_at(run, manifest, state);
    }
    let taken = |test: &super::TestState| {
        let is_this = |quiz: &crate::id::QuizId| matches!(quiz, crate::id::QuizId::Test(id) if *id == test.test);
        let ends = run.attempts_at(is_this).into_iter().filter_map(|(_, attempt)| attempt.first_finish());
        ends.map(|end| end.at).min()
    };
    last.map(taken).collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// Returns the day from which follow-ups count.
fn counted_from(run: &Run, manifest: &Manifest, state: &CourseState) -> Option<Timestamp> {
    let at_the_end = manifest.questionnaires.iter().filter(|form| form.days.is_empty());
    let first = |form: &Questionnaire| run.replies.all(&form.id, None).next().map(|reply: &Reply| reply.at);
    at_the_end.filter_map(first).min().or_else(|| done_at(run, manifest, state))
}

/// Returns when the last thing was passed that the course asks for; none before it is done.
fn done_at(run: &Run, manifest: &Manifest, state: &CourseState) -> Option<Timestamp> {
    if !state.done {
        return None;
    }
    let quizzes = run.attempts.values().filter_map(|attempt| attempt.finishes().find(|end| end.passed));
    let is_asked = |id: &ExerciseId| manifest.completion.exercises.contains(id);
    let work = run.desk_work.tries(is_asked).into_iter().filter(|(_, done)| done.result.passed);
    quizzes.map(|end| end.at).chain(work.map(|(_, done)| done.at)).max()
}
