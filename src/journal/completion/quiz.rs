//! The tries at one quiz or test: first, best, and what is still open.

use std::collections::BTreeSet;

use super::is_lesson;
use crate::assess::Grade;
use crate::course::LessonOutline;
use crate::id::{AttemptId, LearnerId, QuestionRef};
use crate::journal::progress::{Attempt, Finish};

/// A try that was left and can be gone on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAttempt {
    /// The try.
    pub attempt: AttemptId,
    /// How many of its questions are answered.
    pub answered: usize,
    /// How many questions it has.
    pub questions: usize,
    /// Who sat there too.
    pub pair: Option<LearnerId>,
}

/// Where a learner is in a quiz or test.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuizState {
    /// How many whole tries there were.
    pub attempts: usize,
    /// The grade of the first whole try.
    pub first: Option<Grade>,
    /// The highest grade of whole tries.
    pub best: Option<Grade>,
    /// The try with that grade; of equal ones the one that passed, then the earliest.
    pub best_attempt: Option<AttemptId>,
    /// Whether that try was begun with a trainer's code.
    pub best_supervised: bool,
    /// Whether a try reached the pass mark with every critical question right.
    pub passed: bool,
    /// Critical questions that were missed in the best try, by the ids they have now.
    pub critical_missed: Vec<QuestionRef>,
    /// Critical questions that were missed in any whole try, by the ids they have now.
    pub critical_missed_ever: BTreeSet<QuestionRef>,
    /// The latest try of one alone, and of each pair, where it was left before its end; first to last.
    pub open: Vec<OpenAttempt>,
    /// The questions of all tries, whole or not: what a new draw avoids.
    pub asked: Vec<QuestionRef>,
}

impl QuizState {
    /// Returns the try that one alone, or this pair, left and can go on with.
    pub fn left_with(&self, pair: Option<LearnerId>) -> Option<&OpenAttempt> {
        self.open.iter().find(|open| open.pair == pair)
    }

    /// Sums up the tries at one quiz, first to last.
    pub(super) fn new(attempts: &[(AttemptId, &Attempt)], outlines: &[&LessonOutline]) -> Self {
        let ends: Vec<_> = attempts.iter().filter_map(|(id, a)| Some((*id, a.best_finish()?))).collect();
        let best = ends.iter().rev().max_by_key(|(_, end)| (end.grade, end.passed));
        let missed = |end: &Finish| -> Vec<_> { end.critical_missed.iter().map(|q| now(outlines, q)).collect() };
        Self {
            attempts: ends.len(),
            first: attempts.iter().find_map(|(_, a)| a.first_finish()).map(|end| end.grade),
            best: best.map(|(_, end)| end.grade),
            best_attempt: best.map(|(id, _)| *id),
            best_supervised: best.is_some_and(|(id, _)| attempts.iter().any(|(at, a)| at == id && a.is_supervised())),
            passed: attempts.iter().any(|(_, a)| a.is_passed()),
            critical_missed: best.map(|(_, end)| missed(end)).unwrap_or_default(),
            critical_missed_ever: attempts.iter().flat_map(|(_, a)| a.finishes()).flat_map(missed).collect(),
            open: open(attempts),
            asked: attempts.iter().flat_map(|(_, a)| a.questions()).cloned().collect(),
        }
    }
}

/// Finds the latest try in each company and keeps those that were left.
fn open(attempts: &[(AttemptId, &Attempt)]) -> Vec<OpenAttempt> {
    let is_latest = |at: usize, pair| attempts.iter().skip(at + 1).all(|(_, later)| later.pair() != pair);
    let latest = attempts.iter().enumerate().filter(|(at, (_, attempt))| is_latest(*at, attempt.pair()));
    latest.filter_map(|(_, (id, attempt))| left(*id, attempt)).collect()
}

fn left(attempt: AttemptId, state: &Attempt) -> Option<OpenAttempt> {
    let questions = state.questions();
    let answered = questions.iter().filter(|q| state.answer_to(q).is_some()).count();
    let (questions, pair) = (questions.len(), state.pair());
    (!state.is_whole()).then_some(OpenAttempt { attempt, answered, questions, pair })
}

/// Returns the id that a question has now; of one that is gone, the id it had.
pub(super) fn now(outlines: &[&LessonOutline], question: &QuestionRef) -> QuestionRef {
    let found = outlines.iter().find(|outline| is_lesson(outline, &question.lesson)).and_then(|outline| {
        let mut all = outline.slots.iter().flat_map(|slot| &slot.questions);
        let (id, _) = all.find(|(id, was)| *id == question.question || was.contains(&question.question))?;
        Some(QuestionRef { lesson: outline.id.clone(), question: id.clone() })
    });
    found.unwrap_or_else(|| question.clone())
}
