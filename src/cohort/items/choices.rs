//! How often each option of a question was chosen, by all and by the two halves.
//!
//! Apart because it counts where the rest computes: counts are shown however few answers there are.

use std::collections::{BTreeMap, BTreeSet};

use super::{Given, Half, Key, Keys};
use crate::cohort::Placed;
use crate::cohort::intervals::{self, Interval};
use crate::cohort::moments;
use crate::id::{LessonId, OptionId, QuestionId, QuestionRef};

/// How often one option was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The question that offers it.
    pub question: QuestionId,
    /// The option, or the card that was placed.
    pub option: OptionId,
    /// The target that the card was put on; none where options are chosen.
    pub target: Option<OptionId>,
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
    by_question(given, halves, &|question, answers| {
        let key = keys.get(question);
        let counted = |option: OptionId| {
            let is_key = key.map(|key| key.keys.contains(&option));
            // An option that is called by a number looks like the place of a word in rows.
            let number = option.as_str().parse().ok().filter(|_| key.is_some_and(|key| key.words.is_empty()));
            let words: Vec<usize> = words_of(key, &option).iter().copied().chain(number).collect();
            let wanted = option.clone();
            let chose = |one: &Given<'_>| {
                let Placed { words: marked, .. } = &one.answer.picks.placed;
                one.answer.picks.chosen.contains(&wanted) || words.iter().any(|word| marked.contains(word))
            };
            count(question, (option, None, is_key), answers, &chose)
        };
        options(key, answers).into_iter().map(counted).collect()
    })
}

/// Counts the cards by target: the right target of each card, and every other that somebody chose.
pub(super) fn placings(given: &[Given<'_>], halves: &[Option<Half>], keys: &Keys) -> Vec<Choice> {
    by_question(given, halves, &|question, answers| {
        let key = keys.get(question);
        let right = key.map(|key| key.pairs.clone()).unwrap_or_default();
        let cards = right.iter().map(|(card, _)| card);
        let place = |pair: &(OptionId, OptionId)| {
            (cards.clone().position(|card| *card == pair.0).unwrap_or(usize::MAX), !right.contains(pair))
        };
        let chosen = answers.iter().flat_map(|(one, _)| &one.answer.picks.placed.pairs);
        let pairs: BTreeSet<&(OptionId, OptionId)> = right.iter().chain(chosen).collect();
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by_key(|pair| place(pair));
        let counted = |pair: &(OptionId, OptionId)| {
            let chose = |one: &Given<'_>| one.answer.picks.placed.pairs.contains(pair);
            let is_key = key.map(|_| right.contains(pair));
            count(question, (pair.0.clone(), Some(pair.1.clone()), is_key), answers, &chose)
        };
        pairs.into_iter().map(counted).collect()
    })
}

type Answers<'a, 'b> = [(&'b Given<'a>, Option<Half>)];

/// Counts question by question what counts in the answers to it.
fn by_question(
    given: &[Given<'_>],
    halves: &[Option<Half>],
    counted: &dyn Fn(&QuestionRef, &Answers<'_, '_>) -> Vec<Choice>,
) -> Vec<Choice> {
    let counts = || given.iter().zip(halves.iter().copied()).filter(|(one, _)| one.answer.grade.is_some());
    let mut questions: BTreeMap<(&LessonId, &QuestionId), Vec<_>> = BTreeMap::new();
    for (one, half) in counts() {
        let asked = &one.answer.asked;
        questions.entry((&asked.slot.lesson, &asked.question)).or_default().push((one, half));
    }
    let of_question = |((lesson, question), answers): ((&LessonId, &QuestionId), Vec<_>)| {
        counted(&QuestionRef { lesson: lesson.clone(), question: question.clone() }, &answers)
    };
    questions.into_iter().flat_map(of_question).collect()
}

/// Returns the words that an option of a text is marked by.
fn words_of<'k>(key: Option<&'k Key>, option: &OptionId) -> &'k [usize] {
    let found = key.and_then(|key| key.words.get(key.options.iter().position(|known| known == option)?));
    found.map(Vec::as_slice).unwrap_or_default()
}

fn options(key: Option<&Key>, answers: &Answers<'_, '_>) -> Vec<OptionId> {
    let mut options = key.map(|key| key.options.clone()).unwrap_or_default();
    let chosen: BTreeSet<&OptionId> = answers.iter().flat_map(|(one, _)| &one.answer.picks.chosen).collect();
    for option in chosen {
        if !options.contains(option) {
            options.push(option.clone());
        }
    }
    options
}

fn count(
    question: &QuestionRef,
    (option, target, is_key): (OptionId, Option<OptionId>, Option<bool>),
    answers: &Answers<'_, '_>,
    chose: &dyn Fn(&Given<'_>) -> bool,
) -> Choice {
    let in_half = |half: Half| answers.iter().filter(move |(_, stands)| *stands == Some(half));
    Choice {
        question: question.question.clone(),
        option,
        target,
        is_key,
        chosen: answers.iter().filter(|(one, _)| chose(one)).count(),
        of: answers.len(),
        halves: Half::BOTH.map(|half| in_half(half).filter(|(one, _)| chose(one)).count()),
        of_halves: Half::BOTH.map(|half| in_half(half).count()),
    }
}
