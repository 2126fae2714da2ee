//! Figures that are made of answers: item analysis, outcomes, gain. Their rows are asked for when somebody looks.
//!
//! Apart from the room because answers are many: what was computed is kept until the cohort is opened anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Training;
use crate::cohort::Which;
use crate::cohort::columns::What;
use crate::cohort::gain::Gain;
use crate::cohort::items::{self, Analysis, Key, Keys};
use crate::cohort::outcomes::{Shared, outcomes};
use crate::cohort::rows::Sitting;
use crate::course::Course;
use crate::course::manifest::TestKind;
use crate::id::{CohortId, Lang, QuestionRef, QuizId};
use crate::session::{Effects, Session};
use crate::store::Request;
use crate::store::api::CohortRequest;

/// What was read and computed of a cohort's answers.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// Quizzes and tests whose answers were asked for and have not come.
    pub(super) waiting: BTreeSet<QuizId>,
    sittings: BTreeMap<QuizId, Vec<Sitting>>,
    analyses: BTreeMap<QuizId, Analysis>,
    which: Which,
    gain: Option<Gain>,
    outcomes: Option<Vec<Shared>>,
}

fn quiz_of(what: &What) -> Option<QuizId> {
    match what {
        What::Lesson(lesson) => Some(QuizId::Lesson(lesson.clone())),
        What::Test(test) => Some(QuizId::Test(test.clone())),
        What::Work(_) => None,
    }
}

/// Returns the tests before and after the course.
fn measured(course: &Course) -> Option<[QuizId; 2]> {
    let find = |kind| course.manifest().tests.iter().find(|test| test.kind == kind);
    let quiz = |kind| find(kind).map(|test| QuizId::Test(test.id.clone()));
    Some([quiz(TestKind::Pre)?, quiz(TestKind::Post)?])
}

/// Reads from the course what item analysis needs of the questions that were asked; lost ones are left out.
fn keys(course: &Course, lang: &Lang, sittings: &[Sitting]) -> Keys {
    let key = |asked: QuestionRef| {
        let question = course.question(&asked, lang).ok()??;
        Some((asked, Key::of(&question)))
    };
    items::asked(sittings).into_iter().filter_map(key).collect()
}

impl Figures {
    fn has(&self, quiz: &QuizId) -> bool {
        self.sittings.contains_key(quiz) || self.waiting.contains(quiz)
    }

    /// Returns the quizzes and tests whose answers are here or were asked for.
    pub(super) fn asked(&self) -> Vec<QuizId> {
        self.sittings.keys().chain(&self.waiting).cloned().collect()
    }

    /// Returns what is left when the cohort is read anew: which attempts are looked at.
    pub(super) fn anew(&self) -> Self {
        Self { which: self.which, ..Self::default() }
    }

    /// Takes the answers of one quiz or test, of `all` that there are.
    fn take(&mut self, course: &Course, lang: &Lang, (quiz, sittings): (QuizId, Vec<Sitting>), all: &[QuizId]) {
        self.waiting.remove(&quiz);
        self.analyses.insert(quiz.clone(), Analysis::of(&sittings, &keys(course, lang, &sittings), self.which));
        self.sittings.insert(quiz, sittings);
        if let Some([before, after]) = measured(course)
            && let (Some(before), Some(after)) = (self.sittings.get(&before), self.sittings.get(&after))
        {
            self.gain = Some(Gain::of(before, after, Which::First));
        }
        // Some of the answers would say too little of every outcome.
        let is_whole = all.iter().all(|quiz| self.sittings.contains_key(quiz));
        self.outcomes = is_whole.then(|| outcomes(course, self.sittings.values().map(Vec::as_slice)));
    }

    fn choose(&mut self, course: &Course, lang: &Lang) {
        let at = Which::EACH.iter().position(|which| *which == self.which).unwrap_or(0);
        self.which = Which::EACH[(at + 1) % Which::EACH.len()];
        for (quiz, analysis) in &mut self.analyses {
            let sittings = self.sittings.get(quiz).map(Vec::as_slice).unwrap_or_default();
            *analysis = Analysis::of(sittings, &keys(course, lang, sittings), self.which);
        }
    }
}

impl Training {
    /// Returns the item analysis of a column, once its answers have come.
    pub fn analysis(&self, at: usize) -> Option<&Analysis> {
        self.figures.analyses.get(&self.quiz_at(at)?)
    }

    /// Returns which attempts item analysis is made of.
    pub fn which(&self) -> Which {
        self.figures.which
    }

    /// Returns what the course added; none where it has no two tests for that, or they have not come.
    pub fn gain(&self) -> Option<&Gain> {
        self.figures.gain.as_ref()
    }

    /// Returns how all stand in each outcome, once all answers have come.
    pub fn outcomes(&self) -> Option<&[Shared]> {
        self.figures.outcomes.as_deref()
    }

    /// Returns the tries at some quizzes and tests, once all of them have come.
    pub(super) fn sittings_at(&self, quizzes: &[QuizId]) -> Option<Vec<&Sitting>> {
        let found: Option<Vec<&Vec<Sitting>>> = quizzes.iter().map(|quiz| self.figures.sittings.get(quiz)).collect();
        Some(found?.into_iter().flatten().collect())
    }

    fn quiz_at(&self, at: usize) -> Option<QuizId> {
        quiz_of(&self.room.as_ref()?.matrix.columns.get(at)?.what)
    }

    fn quizzes(&self) -> Vec<QuizId> {
        let columns = self.room.iter().flat_map(|room| &room.matrix.columns);
        columns.filter_map(|column| quiz_of(&column.what)).collect()
    }
}

impl Session {
    /// Asks for the answers that the item analysis of a column is made of.
    pub fn analyse(&mut self, at: usize) -> Effects {
        let quiz = self.training().and_then(|training| training.quiz_at(at));
        self.read_answers(quiz.into_iter().collect())
    }

    /// Asks for the answers of the tests before and after the course.
    pub fn compare(&mut self) -> Effects {
        let quizzes = measured(&self.course).map(Vec::from).unwrap_or_default();
        self.read_answers(quizzes)
    }

    /// Asks for the answers of every quiz and test, which outcomes are made of.
    pub fn count_outcomes(&mut self) -> Effects {
        let quizzes = self.training().map(Training::quizzes).unwrap_or_default();
        self.read_answers(quizzes)
    }

    /// Makes item analysis of the next choice of attempts: first, best, last, all.
    pub fn choose_attempts(&mut self) {
        let (course, lang) = (Arc::clone(&self.course), self.lang.clone());
        if let Some(training) = self.training_mut() {
            training.figures.choose(&course, &lang);
        }
    }

    pub(super) fn read_answers(&mut self, quizzes: Vec<QuizId>) -> Effects {
        let Some((cohort, training)) = self.training_mut().and_then(|t| Some((t.room.as_ref()?.id, t))) else {
            return Effects::new();
        };
        let missing: Vec<QuizId> = quizzes.into_iter().filter(|quiz| !training.figures.has(quiz)).collect();
        training.figures.waiting.extend(missing.iter().cloned());
        let ask = |quiz| Request::Cohort(Box::new(CohortRequest::Sittings { cohort, quiz }));
        missing.into_iter().flat_map(|quiz| self.outbox.send(ask(quiz))).collect()
    }

    /// Takes the answers of one quiz or test of the open cohort.
    pub(super) fn answers_came(&mut self, cohort: CohortId, quiz: QuizId, sittings: Vec<Sitting>) {
        let (course, lang) = (Arc::clone(&self.course), self.lang.clone());
        let open = self.training_mut().filter(|t| t.room.as_ref().is_some_and(|room| room.id == cohort));
        if let Some(training) = open {
            let all = training.quizzes();
            training.figures.take(&course, &lang, (quiz, sittings), &all);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn outcomes_are_not_told_before_the_answers_of_every_quiz_have_come() {
        let course = Course::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small")).unwrap();
        let all: Vec<QuizId> = course.outlines().iter().map(|outline| QuizId::Lesson(outline.id.clone())).collect();
        let mut figures = Figures::default();
        for (at, quiz) in all.iter().enumerate() {
            figures.take(&course, &Lang::english(), (quiz.clone(), Vec::new()), &all);
            assert_eq!(figures.outcomes.is_some(), at + 1 == all.len(), "{quiz:?}");
        }
    }
}
