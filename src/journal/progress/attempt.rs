//! One try at a quiz or a test.
//!
//! The first answer to a slot counts. An attempt is whole once its end was written. Two copies of a home that each
//! end the attempt they had in common leave two ends: the first in order is what the attempt was, the best is what
//! the learner could; it remains one attempt.
//!
//! Where the key of a question was wrong, a trainer's regrade says what an answer is worth now. What the attempt is
//! worth is then counted from the answers again, for each of its ends alike; what it was worth before stays to be seen.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::id::{CohortId, LearnerId, QuestionRef, QuizId, RegradeId};
use crate::journal::event::{Answer, Event, Order};
use crate::journal::planning::Regrade;

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
    /// What a trainer says it is worth, where the key was wrong.
    pub ruled: Option<Regrade>,
}

impl Given {
    /// Returns what the answer is worth; none where a trainer took the question out.
    pub fn grade(&self) -> Option<Grade> {
        self.ruled.as_ref().map_or(Some(self.answer.grade), |ruled| ruled.grade)
    }

    /// Returns the answer with what it is worth; none where a trainer took the question out.
    pub fn counted(&self) -> Option<Cow<'_, Answer>> {
        let grade = self.grade()?;
        Some(if grade == self.answer.grade {
            Cow::Borrowed(&self.answer)
        } else {
            Cow::Owned(Answer { grade, ..self.answer.clone() })
        })
    }
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
    /// The ends as they count after regrades; none where no regrade stands.
    counted: Option<BTreeMap<Order, Finish>>,
    regrades: BTreeMap<(QuestionRef, RegradeId), (Order, Regrade)>,
    opened_for: BTreeSet<CohortId>,
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
            self.answers.insert(slot, Given { order, at, answer: answer.clone(), ruled: None });
        }
    }

    pub(super) fn finish(&mut self, event: &Event, grade: Grade, missed: &[QuestionRef], passed: bool) {
        let passed = passed && missed.is_empty();
        let finish = Finish { grade, critical_missed: missed.to_vec(), passed, at: event.at };
        self.finishes.insert(event.order(), finish);
    }

    pub(super) fn open_for(&mut self, cohort: CohortId) {
        self.opened_for.insert(cohort);
    }

    pub(super) fn regrade(&mut self, order: Order, slot: &QuestionRef, regrade: &Regrade) {
        let at = (slot.clone(), regrade.regrade);
        if self.regrades.get(&at).is_none_or(|(known, _)| *known < order) {
            self.regrades.insert(at, (order, regrade.clone()));
        }
    }

    /// Counts again after something arrived that a regrade may change.
    pub(super) fn settle(&mut self, undone: &BTreeSet<RegradeId>) {
        if self.regrades.is_empty() {
            return;
        }
        self.answers.values_mut().for_each(|given| given.ruled = None);
        let mut standing: Vec<_> = self.regrades.iter().filter(|((_, id), _)| !undone.contains(id)).collect();
        standing.sort_by_key(|(_, (order, _))| *order);
        let mut pass = None;
        for ((slot, _), (_, regrade)) in standing {
            if let Some(given) = self.answers.get_mut(slot) {
                given.ruled = Some(regrade.clone());
                pass = Some(regrade.pass);
            }
        }
        self.counted = pass.and_then(|pass| self.count_again(pass));
    }

    /// Returns every end as the answers make it now; none where no question is left to be worth anything.
    fn count_again(&self, pass: Grade) -> Option<BTreeMap<Order, Finish>> {
        let mut counting = self.answers.values().filter_map(|given| Some((given, given.grade()?))).peekable();
        counting.peek()?;
        let (mut grades, mut critical_missed) = (Vec::new(), Vec::new());
        for (given, grade) in counting {
            grades.push(grade);
            if given.answer.critical && !grade.is_full() {
                critical_missed.push(given.answer.question.clone());
            }
        }
        let grade = Grade::mean(grades);
        let passed = grade >= pass && critical_missed.is_empty();
        let again = |end: &Finish| Finish { grade, critical_missed: critical_missed.clone(), passed, at: end.at };
        Some(self.finishes.iter().map(|(order, end)| (*order, again(end))).collect())
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

    /// Returns whether it was opened with a trainer's code.
    pub fn is_supervised(&self) -> bool {
        !self.opened_for.is_empty()
    }

    fn ends(&self) -> &BTreeMap<Order, Finish> {
        self.counted.as_ref().unwrap_or(&self.finishes)
    }

    /// Returns how it ended: the first end in order.
    pub fn first_finish(&self) -> Option<&Finish> {
        self.ends().values().next()
    }

    /// Returns how it ended before any key was corrected; none where it is worth what it was.
    pub fn before_regrade(&self) -> Option<&Finish> {
        self.counted.as_ref().and_then(|_| self.finishes.values().next())
    }

    /// Returns all its ends, in order.
    pub fn finishes(&self) -> impl Iterator<Item = &Finish> {
        self.ends().values()
    }

    /// Returns its best end; of equal ones the first.
    pub fn best_finish(&self) -> Option<&Finish> {
        self.ends().values().rev().max_by_key(|finish| (finish.grade, finish.passed))
    }

    /// Returns whether any of its ends passed.
    pub fn is_passed(&self) -> bool {
        self.ends().values().any(|finish| finish.passed)
    }

    /// Returns the answer that counts for a drawn question, and the slot it was given to.
    pub fn answer_to(&self, question: &QuestionRef) -> Option<&Given> {
        self.answers.values().find(|given| given.answer.question == *question)
    }
}
