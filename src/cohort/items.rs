//! Item analysis: how each question of a test did, and the test as a whole, as Moodle's quiz statistics define it.
//!
//! Apart from `reading`, which says what is odd about the figures: here nothing is judged. The definitions are those of
//! Moodle's "Quiz statistics calculations" and "Quiz report statistics"; marks are shares of full marks, so every
//! question has the same weight.
//!
//! Two things differ from Moodle because our tests do. What is left of a test without an item is its *mean*, not its
//! sum: where each learner drew other questions, sums could not be compared; where all had the same, the statistics are
//! the same. And an answer that is not there counts nowhere, neither in its item nor in the rest: a question that a
//! trainer took out must not count. (A blank that was handed in is an answer worth nothing, as in Moodle.)
//!
//! `key` what the course says of a question · `marks` the formulas · `halves` upper and lower · `whole` the test

mod choices;
mod halves;
mod key;
mod marks;
mod whole;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use choices::Choice;
pub use halves::Half;
pub use key::{Key, Keys};
pub use whole::Whole;

use super::intervals::{self, Bootstrap, Interval};
use super::moments;
use super::stat::{Stat, Why};
use super::{ItemAnswer, Sitting, Which};
use crate::assess::Grade;
use crate::id::{LessonId, QuestionId, QuestionRef};
use marks::Marks;

/// How all questions of one test did.
#[derive(Debug, Clone, PartialEq)]
pub struct Analysis {
    /// Which attempts it is made of.
    pub which: Which,
    /// How many attempts these are.
    pub sittings: usize,
    /// How many people made them.
    pub people: usize,
    /// The test as a whole.
    pub whole: Whole,
    /// The items, in the order in which they are asked.
    pub items: Vec<Item>,
}

/// How one question did, with its sisters in the same slot.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The slot.
    pub slot: QuestionRef,
    /// The questions that were asked in it.
    pub questions: BTreeSet<QuestionId>,
    /// How many texts it was asked with: more than one where it was changed or has sisters.
    pub texts: usize,
    /// How many attempts asked it.
    pub asked: usize,
    /// How many of them have an answer that counts.
    pub answers: usize,
    /// How many answers got full marks.
    pub right: usize,
    /// Facility index: the mean mark. Of whole marks it is the share of right answers.
    pub facility: Stat,
    /// Wilson's interval of the facility index.
    pub facility_interval: Option<Interval>,
    /// Standard deviation of the marks.
    pub deviation: Stat,
    /// Random guess score: the mark of somebody who chooses blindly.
    pub guess: Stat,
    /// Effective weight: which share of the test's spread comes from this item.
    pub effective_weight: Stat,
    /// Discrimination index: the correlation of its mark with the rest of the test.
    pub discrimination: Stat,
    /// Discriminative efficiency: its covariance with the rest, over the greatest that these marks could have.
    pub efficiency: Stat,
    /// The middle time to answer, in milliseconds.
    pub median_millis: Option<u32>,
    /// How often each option was chosen, in the order of the course.
    pub choices: Vec<Choice>,
    /// How often each card was put on each target, in the order of the course; pairs that nobody chose and that are
    /// wrong are left out.
    pub placings: Vec<Choice>,
    /// How many answers stand in the upper half, and in the lower: see `Half`.
    pub halves: [usize; 2],
    marks: Marks,
}

impl Item {
    /// Returns the bootstrap of its discrimination index, none of it drawn yet.
    pub fn bootstrap(&self, seed: u64) -> Bootstrap {
        Bootstrap::new(&self.marks.pairs(), seed, intervals::SAMPLES)
    }
}

/// One answer with the attempt that it is of.
#[derive(Debug, Clone, Copy)]
struct Given<'a> {
    sitting: &'a Sitting,
    answer: &'a ItemAnswer,
    place: usize,
}

impl Given<'_> {
    /// Returns the question that was asked, with the lesson of its slot.
    fn question(&self) -> QuestionRef {
        QuestionRef { lesson: self.answer.asked.slot.lesson.clone(), question: self.answer.asked.question.clone() }
    }

    /// Returns its mark, as a share.
    fn mark(&self) -> Option<f64> {
        self.answer.grade.map(|grade| f64::from(grade.number()) / 10_000.0)
    }

    /// Returns the mean of the other marks of its attempt.
    fn rest(&self) -> Option<f64> {
        let others = self.sitting.items.iter().enumerate().filter(|(at, _)| *at != self.place);
        mean_of(others.map(|(_, item)| item))
    }

    /// Returns the mean of all marks of its attempt.
    fn total(&self) -> Option<f64> {
        mean_of(&self.sitting.items)
    }
}

/// Returns the mean mark, summed in whole numbers so that equal results are equal to the last bit.
fn mean_of<'a>(items: impl IntoIterator<Item = &'a ItemAnswer>) -> Option<f64> {
    let (mut sum, mut count) = (0_u32, 0_u32);
    for grade in items.into_iter().filter_map(|item| item.grade) {
        sum += u32::from(grade.number());
        count += 1;
    }
    (count > 0).then(|| f64::from(sum) / (f64::from(count) * 10_000.0))
}

/// Returns which questions were asked, variants included.
pub fn asked(sittings: &[Sitting]) -> Vec<QuestionRef> {
    let items = sittings.iter().flat_map(|sitting| &sitting.items);
    let asked: BTreeSet<_> = items.map(|item| (&item.asked.slot.lesson, &item.asked.question)).collect();
    let named = |(lesson, question): (&LessonId, &QuestionId)| QuestionRef {
        lesson: lesson.clone(),
        question: question.clone(),
    };
    asked.into_iter().map(named).collect()
}

impl Analysis {
    /// Analyses the attempts at one test; neither their order nor that of the people matters.
    pub fn of(sittings: &[Sitting], keys: &Keys, which: Which) -> Self {
        let sittings = which.of(sittings);
        let people: BTreeSet<_> = sittings.iter().map(|sitting| sitting.learner).collect();
        let mut items: Vec<Item> =
            slots(&sittings).into_iter().map(|(slot, given)| Item::of(slot, &given, keys)).collect();
        weigh(&mut items);
        Self { which, sittings: sittings.len(), people: people.len(), whole: Whole::of(&sittings), items }
    }
}

/// Gives each item its share of the spread of the test: the root of its covariance with the whole, over all such roots.
fn weigh(items: &mut [Item]) {
    let covariances: Vec<Option<f64>> = items.iter().map(|item| item.marks.covariance_with_whole()).collect();
    let all: f64 = covariances.iter().flatten().filter(|covariance| **covariance > 0.0).map(|c| c.sqrt()).sum();
    for (item, covariance) in items.iter_mut().zip(covariances) {
        item.effective_weight = match covariance {
            None => Stat::none(if item.answers == 0 { Why::NoAnswers } else { Why::OneAnswer }),
            Some(covariance) if covariance < 0.0 => Stat::none(Why::AgainstTest),
            Some(_) if all <= 0.0 => Stat::none(Why::SameMarks),
            Some(covariance) => Stat::of(covariance.sqrt() / all, item.answers),
        };
    }
}

/// Returns the middle time of those whose answers count.
fn median_millis(given: &[Given<'_>]) -> Option<u32> {
    let counts = given.iter().filter(|one| one.answer.grade.is_some());
    moments::median_time(counts.map(|one| one.answer.millis))
}

/// Returns the answers to each slot, in the order in which slots are asked on average.
fn slots<'a>(sittings: &[&'a Sitting]) -> Vec<(&'a QuestionRef, Vec<Given<'a>>)> {
    let mut slots: BTreeMap<&QuestionRef, Vec<Given<'a>>> = BTreeMap::new();
    for sitting in sittings {
        for (place, answer) in sitting.items.iter().enumerate() {
            slots.entry(&answer.asked.slot).or_default().push(Given { sitting, answer, place });
        }
    }
    let mut slots: Vec<_> = slots.into_iter().collect();
    slots.sort_by(|(_, one), (_, other)| place_of(one).total_cmp(&place_of(other)));
    slots
}

fn place_of(given: &[Given<'_>]) -> f64 {
    moments::number(given.iter().map(|one| one.place).sum()) / moments::number(given.len().max(1))
}

impl Item {
    fn of(slot: &QuestionRef, given: &[Given<'_>], keys: &Keys) -> Self {
        let marks = Marks::of(given);
        let count = marks.count();
        let sum = marks.own.iter().sum();
        let halves = halves::of(given);
        Self {
            slot: slot.clone(),
            questions: given.iter().map(|one| one.answer.asked.question.clone()).collect(),
            texts: given.iter().map(|one| one.answer.asked.text_hash).collect::<BTreeSet<_>>().len(),
            asked: given.len(),
            answers: count,
            right: given.iter().filter(|one| one.answer.grade.is_some_and(Grade::is_full)).count(),
            facility: marks.facility(),
            facility_interval: intervals::wilson(sum, count),
            deviation: marks.deviation(),
            guess: key::guess(given, keys),
            effective_weight: Stat::none(Why::NoAnswers),
            discrimination: marks.discrimination(),
            efficiency: marks.efficiency(),
            median_millis: median_millis(given),
            choices: choices::of(given, &halves, keys),
            placings: choices::placings(given, &halves, keys),
            halves: Half::BOTH.map(|half| halves.iter().filter(|stands| **stands == Some(half)).count()),
            marks,
        }
    }
}
