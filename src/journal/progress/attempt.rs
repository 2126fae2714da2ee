//! One try at a quiz or a test.
//!
//! The first answer to a slot counts. An attempt is whole once its end was written. Two copies of a home that each
//! end the attempt they had in common leave two ends: the first in order is what the attempt was, the best is what
//! the learner could; it remains one attempt.

use std::collections::BTreeMap;

use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::id::{LearnerId, QuestionRef, QuizId};
use crate::journal::event::{Answer, Event, Order};

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    /// What it was worth.
    pub grade: Grade,
    /// The critical questions that were not right in full.
    pub critical_missed: Vec<QuestionRef>,
    /// Whether it passed: the mark of that time was reached and no critical question missed.
    pub passed: bool,
    /// When, by the clock of that machine.
    pub at: Timestamp,
}

/// An answer and its place in the order of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its place.
    pub order: Order,
    /// When, by the clock of that machine.
    pub at: Timestamp,
    /// The answer.
    pub answer: Answer,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Start {
    order: Order,
    quiz: QuizId,
    questions: Vec<QuestionRef>,
    at: Timestamp,
    pair: Option<LearnerId>,
}

/// One try.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attempt {
    start: Option<Start>,
    /// The answers that count, by lesson and by the question that gives the slot its id.
    pub answers: BTreeMap<QuestionRef, Given>,
    finishes: BTreeMap<Order, Finish>,
}

impl Attempt {
    pub(super) fn start(&mut self, event: &Event, quiz: &QuizId, questions: &[QuestionRef]) {
        let order = event.order();
        if self.start.as_ref().is_none_or(|known| order < known.order) {
            let (quiz, questions) = (quiz.clone(), questions.to_vec());
            self.start = Some(Start { order, quiz, questions, at: event.at, pair: event.pair });
        }
    }

    pub(super) fn answer(&mut self, event: &Event, answer: &Answer) {
        let (order, at) = (event.order(), event.at);
        let slot = QuestionRef { lesson: answer.question.lesson.clone(), question: answer.slot.clone() };
        if self.answers.get(&slot).is_none_or(|known| order < known.order) {
            self.answers.insert(slot, Given { order, at, answer: answer.clone() });
        }
    }

    pub(super) fn finish(&mut self, event: &Event, grade: Grade, missed: &[QuestionRef], passed: bool) {
        let passed = passed && missed.is_empty();
        let finish = Finish { grade, critical_missed: missed.to_vec(), passed, at: event.at };
        self.finishes.insert(event.order(), finish);
    }

    /// Returns what was tried; none while the beginning has not arrived.
    pub fn quiz(&self) -> Option<&QuizId> {
        self.start.as_ref().map(|start| &start.quiz)
    }

    /// Returns the questions drawn, in the order they are asked.
    pub fn questions(&self) -> &[QuestionRef] {
        self.start.as_ref().map_or(&[], |start| &start.questions)
    }

    /// Returns where the beginning stands in the order of all.
    pub fn started(&self) -> Option<Order> {
        self.start.as_ref().map(|start| start.order)
    }

    /// Returns when it began, by the clock of that machine.
    pub fn started_at(&self) -> Option<Timestamp> {
        self.start.as_ref().map(|start| start.at)
    }

    /// Returns who sat there too, from its beginning on.
    pub fn pair(&self) -> Option<LearnerId> {
        self.start.as_ref()?.pair
    }

    /// Returns whether every question was answered.
    pub fn is_whole(&self) -> bool {
        !self.finishes.is_empty()
    }

    /// Returns how it ended: the first end in order.
    pub fn first_finish(&self) -> Option<&Finish> {
        self.finishes.values().next()
    }

    /// Returns all its ends, in order.
    pub fn finishes(&self) -> impl Iterator<Item = &Finish> {
        self.finishes.values()
    }

    /// Returns its best end; of equal ones the first.
    pub fn best_finish(&self) -> Option<&Finish> {
        self.finishes.values().rev().max_by_key(|finish| (finish.grade, finish.passed))
    }

    /// Returns whether any of its ends passed.
    pub fn is_passed(&self) -> bool {
        self.finishes.values().any(|finish| finish.passed)
    }

    /// Returns the answer that counts for a drawn question, and the slot it was given to.
    pub fn answer_to(&self, question: &QuestionRef) -> Option<&Given> {
        self.answers.values().find(|given| given.answer.question == *question)
    }
}
