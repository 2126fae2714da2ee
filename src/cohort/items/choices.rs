//! How often each option of a question was chosen, by all and by the two halves.
//!
//! Apart because it counts where the rest computes: counts are shown however few answers there are.

use std::collections::BTreeSet;

use super::{Given, Half, Keys};
use crate::cohort::intervals::{self, Interval};
use crate::cohort::moments;
use crate::id::{OptionId, QuestionId, QuestionRef};

/// How often one option was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The question that offers it.
    pub question: QuestionId,
    /// The option.
    pub option: OptionId,
    /// Whether it is right; none where the course does not know the question.
    pub is_key: Option<bool>,
    /// How often it was chosen.
    pub chosen: usize,
    /// How many answers the question has.
    pub of: usize,
    /// How many of the upper half chose it, and how many of the lower.
    pub halves: [usize; 2],
    /// How many answers the question has from the upper half, and how many from the lower.
    pub of_halves: [usize; 2],
}

impl Choice {
    /// Returns the share of the answers that chose it; none of none.
    pub fn share(&self) -> Option<f64> {
        (self.of > 0).then(|| moments::number(self.chosen) / moments::number(self.of))
    }

    /// Returns Wilson's interval of the share.
    pub fn interval(&self) -> Option<Interval> {
        intervals::wilson(moments::number(self.chosen), self.of)
    }
}

/// Counts the options, question by question, each in the order of the course; ones that it does not know come last.
pub(super) fn of(given: &[Given<'_>], halves: &[Option<Half>], keys: &Keys) -> Vec<Choice> {
    let counted = || given.iter().zip(halves.iter().copied()).filter(|(one, _)| one.answer.grade.is_some());
    let questions: BTreeSet<QuestionRef> = counted().map(|(one, _)| one.question()).collect();
    let of_question = |question: QuestionRef| {
        let answers: Vec<_> = counted().filter(|(one, _)| one.answer.question == question.question).collect();
        let options = options(&question, &answers, keys);
        options.into_iter().map(move |option| count(&question, option, &answers, keys)).collect::<Vec<_>>()
    };
    questions.into_iter().flat_map(of_question).collect()
}

type Answers<'a, 'b> = [(&'b Given<'a>, Option<Half>)];

fn options(question: &QuestionRef, answers: &Answers<'_, '_>, keys: &Keys) -> Vec<OptionId> {
    let mut options = keys.get(question).map(|key| key.options.clone()).unwrap_or_default();
    let chosen: BTreeSet<&OptionId> = answers.iter().flat_map(|(one, _)| &one.answer.chosen).collect();
    for option in chosen {
        if !options.contains(option) {
            options.push(option.clone());
        }
    }
    options
}

fn count(question: &QuestionRef, option: OptionId, answers: &Answers<'_, '_>, keys: &Keys) -> Choice {
    let chose = |one: &Given<'_>| one.answer.chosen.contains(&option);
    let in_half = |half: Half| answers.iter().filter(move |(_, stands)| *stands == Some(half));
    Choice {
        question: question.question.clone(),
        is_key: keys.get(question).map(|key| key.keys.contains(&option)),
        chosen: answers.iter().filter(|(one, _)| chose(one)).count(),
        of: answers.len(),
        halves: Half::BOTH.map(|half| in_half(half).filter(|(one, _)| chose(one)).count()),
        of_halves: Half::BOTH.map(|half| in_half(half).count()),
        option,
    }
}
