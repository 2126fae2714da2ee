//! A run through questions: a graded attempt, or practice that counts nowhere.
//!
//! Apart from the session because a sitting knows only its questions. It writes nothing: it returns the events that
//! an act amounts to, and the session sends them.

use std::time::Duration;

use super::item::Item;
use crate::assess::Grade;
use crate::id::{AttemptId, LessonId, QuestionRef, QuizId, TestId};
use crate::journal::Body;

/// What a sitting is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A whole attempt at a quiz or a test.
    Attempt {
        /// The try.
        attempt: AttemptId,
        /// What is tried.
        quiz: QuizId,
        /// The pass mark.
        pass: Grade,
    },
    /// Questions of earlier lessons, asked before a lesson.
    Recall(LessonId),
    /// The questions that were wrong, once more.
    Practice(LessonId),
    /// A question that stands inside a lesson.
    Inside(LessonId),
    /// What comes back, across all lessons.
    Review,
}

/// How a learner stands with a question inside a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// Nothing was done with it.
    Untouched,
    /// An answer was begun and not handed in.
    Begun,
    /// It was answered; the grade of the last time.
    Answered(Grade),
}

/// A run through questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// What it is for.
    pub purpose: Purpose,
    /// The questions, in order; never empty.
    pub items: Vec<Item>,
    at: usize,
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The mean of the grades.
    pub grade: Grade,
    /// Critical questions that were not right in full.
    pub critical_missed: Vec<QuestionRef>,
    /// Whether it passed: the pass mark reached and no critical miss.
    pub passed: bool,
}

impl Sitting {
    /// Begins at the first question that is not answered; none without questions.
    pub fn new(purpose: Purpose, items: Vec<Item>) -> Option<Self> {
        if items.is_empty() {
            return None;
        }
        let at = items.iter().position(|item| item.graded.is_none()).unwrap_or(0);
        Some(Self { purpose, items, at })
    }

    /// Returns the question that is shown.
    pub fn item(&self) -> &Item {
        &self.items[self.at]
    }

    /// Returns the question that is shown, to be answered.
    pub fn item_mut(&mut self) -> &mut Item {
        &mut self.items[self.at]
    }

    /// Returns the position of the question that is shown, from 0.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Shows another question, for looking back; past the end it is the last.
    pub fn go_to(&mut self, position: usize, elapsed: Duration) {
        self.item_mut().look(None);
        self.at = position.min(self.items.len() - 1);
        self.item_mut().look(Some(elapsed));
    }

    /// Shows the next question without an answer; says whether there was one.
    pub fn advance(&mut self, elapsed: Duration) -> bool {
        let after = self.at + 1..self.items.len();
        let open = |i: &usize| self.items[*i].graded.is_none();
        match after.chain(0..self.at).find(open) {
            Some(next) => {
                self.go_to(next, elapsed);
                true
            }
            None => false,
        }
    }

    /// Returns whether feedback comes with each answer; in a test it comes at the end.
    pub fn feedback_at_once(&self) -> bool {
        !matches!(self.purpose, Purpose::Attempt { quiz: QuizId::Test(_), .. })
    }

    /// Returns whether missing the shown question fails what is sat: only a whole attempt can be failed.
    pub fn can_fail_here(&self) -> bool {
        matches!(self.purpose, Purpose::Attempt { .. }) && self.item().question.critical
    }

    /// Returns whether grades and feedback may be seen now.
    pub fn shows_grades(&self) -> bool {
        self.feedback_at_once() || self.is_over()
    }

    /// Returns whether every question is answered.
    pub fn is_over(&self) -> bool {
        self.items.iter().all(|item| item.graded.is_some())
    }

    /// Returns how many are answered.
    pub fn answered(&self) -> usize {
        self.items.iter().filter(|item| item.graded.is_some()).count()
    }

    /// Returns how many were right in full.
    pub fn right(&self) -> usize {
        self.grades().filter(|grade| grade.is_full()).count()
    }

    /// Returns how many answers were sure and not right in full, and how many were sure; none where that was not asked.
    pub fn confident_errors(&self) -> Option<(usize, usize)> {
        self.items.iter().any(|item| item.asks_confidence).then(|| {
            let sure = || self.items.iter().filter(|item| item.confident == Some(true));
            let is_wrong = |item: &&Item| item.graded.as_ref().is_some_and(|graded| !graded.grade.is_full());
            (sure().filter(is_wrong).count(), sure().count())
        })
    }

    /// Returns the test that is tried, if one is.
    pub fn test(&self) -> Option<&TestId> {
        match &self.purpose {
            Purpose::Attempt { quiz: QuizId::Test(test), .. } => Some(test),
            Purpose::Attempt { .. }
            | Purpose::Recall(_)
            | Purpose::Practice(_)
            | Purpose::Inside(_)
            | Purpose::Review => None,
        }
    }

    fn grades(&self) -> impl Iterator<Item = Grade> {
        self.items.iter().filter_map(|item| item.graded.as_ref()).map(|graded| graded.grade)
    }

    /// Hands the shown answer in; returns what happened, the end of an attempt included. A second time: nothing.
    pub fn hand_in(&mut self, elapsed: Duration) -> Vec<Body> {
        if self.item().graded.is_some() {
            return Vec::new();
        }
        let answer = self.item_mut().hand_in(elapsed);
        match self.purpose.clone() {
            Purpose::Attempt { attempt, .. } => {
                let mut events = vec![Body::Answered { attempt, answer }];
                events.extend(self.finish());
                events
            }
            Purpose::Recall(lesson) | Purpose::Practice(lesson) | Purpose::Inside(lesson) => {
                vec![Body::Practised { lesson, answer }]
            }
            Purpose::Review => vec![Body::Practised { lesson: answer.question.lesson.clone(), answer }],
        }
    }

    /// Returns the end of an attempt whose every question is answered.
    pub fn finish(&self) -> Option<Body> {
        let Purpose::Attempt { attempt, .. } = self.purpose else { return None };
        let Outcome { grade, critical_missed, passed } = self.outcome()?;
        Some(Body::AttemptFinished { attempt, grade, critical_missed, passed })
    }

    /// Returns how it ended, once it is over.
    pub fn outcome(&self) -> Option<Outcome> {
        if !self.is_over() {
            return None;
        }
        let pass = match self.purpose {
            Purpose::Attempt { pass, .. } => pass,
            Purpose::Recall(_) | Purpose::Practice(_) | Purpose::Inside(_) | Purpose::Review => Grade::ZERO,
        };
        let grade = Grade::mean(self.grades());
        let critical_missed = self.critical_missed();
        Some(Outcome { grade, passed: grade >= pass && critical_missed.is_empty(), critical_missed })
    }

    fn critical_missed(&self) -> Vec<QuestionRef> {
        let missed =
            |item: &&Item| item.question.critical && item.graded.as_ref().is_some_and(|graded| !graded.grade.is_full());
        self.items.iter().filter(missed).map(|item| item.at.clone()).collect()
    }
}
