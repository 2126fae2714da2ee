//! What the course says of a question: its options, which of them are right, and what guessing is worth.
//!
//! Apart because it is all that item analysis needs of a course, and a trainer who corrected a key gives it anew.

use std::collections::BTreeMap;

use super::Given;
use crate::cohort::moments;
use crate::cohort::stat::{Stat, Why};
use crate::course::Question;
use crate::course::question::QuestionBody;
use crate::id::{OptionId, QuestionRef};

/// What the course says of each question, variants included.
pub type Keys = BTreeMap<QuestionRef, Key>;

/// What the course says of one question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Key {
    /// The options that can be chosen, in the order of the course; none where nothing is chosen.
    pub options: Vec<OptionId>,
    /// Those that are right.
    pub keys: Vec<OptionId>,
    /// The words of each option that is marked in a text, by their places; none of other kinds.
    pub words: Vec<Vec<usize>>,
    /// The cards that are placed, each with the target that is right; none of other kinds.
    pub pairs: Vec<(OptionId, OptionId)>,
    /// The mark of somebody who chooses blindly; none where it is not known.
    pub guess: Option<f64>,
}

impl Key {
    /// Reads it from a question.
    ///
    /// The score of a guess is Moodle's: one option of so many, one target of so many, nothing for what is typed, and
    /// unknown where several are ticked or put in order.
    pub fn of(question: &Question) -> Self {
        let ids =
            |options: &[crate::course::question::Choice]| options.iter().map(|option| option.id.clone()).collect();
        let one_of = |count: usize| (count > 0).then(|| 1.0 / moments::number(count));
        match &question.body {
            QuestionBody::Single { options, key } => {
                Self { options: ids(options), keys: vec![key.clone()], guess: one_of(options.len()), ..Self::default() }
            }
            QuestionBody::Multiple { options, keys } => {
                Self { options: ids(options), keys: keys.clone(), ..Self::default() }
            }
            QuestionBody::TrueFalse { options, answer } => Self {
                options: ids(options),
                keys: vec![OptionId::truth(*answer)],
                guess: one_of(2),
                ..Self::default()
            },
            QuestionBody::Match { options, targets, keys } | QuestionBody::Sort { options, targets, keys } => {
                let pairs = ids(options).into_iter().zip(keys.iter().cloned()).collect();
                Self { pairs, guess: one_of(targets.len()), ..Self::default() }
            }
            QuestionBody::Number { .. } | QuestionBody::Short { .. } => Self { guess: Some(0.0), ..Self::default() },
            QuestionBody::Mark { words, options, keys, .. } => {
                let of_span = |span: &OptionId| {
                    let words = words.iter().enumerate();
                    words.filter(|(_, word)| word.span.as_ref() == Some(span)).map(|(at, _)| at).collect()
                };
                let options = ids(options);
                Self { words: options.iter().map(of_span).collect(), options, keys: keys.clone(), ..Self::default() }
            }
            QuestionBody::Order { .. } => Self::default(),
        }
    }
}

/// Returns the mean score of a guess over the questions that were asked; none where one of them has none.
pub(super) fn guess(given: &[Given<'_>], keys: &Keys) -> Stat {
    let of = |one: &Given<'_>| keys.get(&one.question())?.guess;
    let scores: Option<Vec<f64>> = given.iter().map(of).collect();
    let mean = scores.and_then(|scores| moments::mean(&scores));
    mean.map_or(Stat::none(Why::NoGuess), Stat::firm)
}
