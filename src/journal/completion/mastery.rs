//! Outcomes: at least two questions answered, a mean of 80 % over the best attempts, no critical miss.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{is_lesson, quiz};
use crate::assess::Grade;
use crate::course::LessonOutline;
use crate::id::{OutcomeId, QuestionRef, QuizId};
use crate::journal::event::Answer;
use crate::journal::progress::{Attempt, Run};

const QUESTIONS: usize = 2;
const MEAN: u16 = 8_000;

/// Where a learner is with one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeState {
    /// The outcome.
    pub outcome: OutcomeId,
    /// How many different questions were answered in the best attempts.
    pub answered: usize,
    /// The mean grade of those answers; none without answers.
    pub mean: Option<Grade>,
    /// Whether a critical question was missed in them.
    pub critical_missed: bool,
    /// Whether it is mastered.
    pub mastered: bool,
}

/// Returns the outcomes of a lesson, from the best attempt at its quiz and the best at each test.
pub(super) fn outcomes(run: &Run, outline: &LessonOutline) -> Vec<OutcomeState> {
    let answers: Vec<_> = best_attempts(run, outline).into_iter().flat_map(|a| answers_of(a, outline)).collect();
    let of_outcome = |outcome: &OutcomeId| {
        let of_it = answers.iter().filter(|(_, of, _)| of == outcome).map(|(at, _, answer)| (at, answer.as_ref()));
        state(outcome.clone(), &of_it.collect::<Vec<_>>())
    };
    outline.outcomes.iter().map(|outcome| of_outcome(&outcome.id)).collect()
}

fn state(outcome: OutcomeId, answers: &[(&QuestionRef, &Answer)]) -> OutcomeState {
    let answered = answers.iter().map(|(at, _)| at).collect::<BTreeSet<_>>().len();
    let mean = (!answers.is_empty()).then(|| Grade::mean(answers.iter().map(|(_, a)| a.grade)));
    let critical_missed = answers.iter().any(|(_, a)| a.critical && !a.grade.is_full());
    let is_high = mean.is_some_and(|mean| mean >= Grade::new(MEAN));
    OutcomeState {
        outcome,
        answered,
        mean,
        critical_missed,
        mastered: answered >= QUESTIONS && is_high && !critical_missed,
    }
}

/// Returns the best whole attempt at the lesson's quiz, and at each test.
fn best_attempts<'a>(run: &'a Run, outline: &LessonOutline) -> Vec<&'a Attempt> {
    let tests: BTreeSet<_> = run.attempts.values().filter_map(Attempt::quiz).filter(|q| is_test(q)).collect();
    let of_lesson = |quiz: &QuizId| matches!(quiz, QuizId::Lesson(id) if is_lesson(outline, id));
    let lesson = best(run, of_lesson);
    lesson.into_iter().chain(tests.into_iter().filter_map(|test| best(run, |quiz| quiz == test))).collect()
}

fn is_test(quiz: &QuizId) -> bool {
    matches!(quiz, QuizId::Test(_))
}

fn best(run: &Run, is_quiz: impl Fn(&QuizId) -> bool) -> Option<&Attempt> {
    let attempts = run.attempts_at(is_quiz);
    let whole = attempts.into_iter().rev().filter_map(|(_, a)| Some((a, a.best_finish()?)));
    whole.max_by_key(|(_, end)| (end.grade, end.passed)).map(|(attempt, _)| attempt)
}

/// Returns the answers to questions of this lesson that it still has, with their present ids and outcomes.
fn answers_of<'a>(attempt: &'a Attempt, outline: &LessonOutline) -> Vec<(QuestionRef, OutcomeId, Cow<'a, Answer>)> {
    let of_lesson = attempt.answers.values().filter(|given| is_lesson(outline, &given.answer.question.lesson));
    let placed = |answer: Cow<'a, Answer>| {
        let at = quiz::now(&[outline], &answer.question);
        let holds =
            |slot: &&crate::course::outline::SlotOutline| slot.questions.iter().any(|(id, _)| *id == at.question);
        let outcome = outline.slots.iter().find(holds)?.outcome.clone();
        Some((at, outcome, answer))
    };
    of_lesson.filter_map(|given| placed(given.counted()?)).collect()
}
