//! Why an entry cannot be handed in yet.
//!
//! Apart from grading because a wrong answer is graded and a missing one is asked for again: plain mode says which
//! of these it is, the screen keeps its button closed. The words for a learner are in the catalogue, not here.

use crate::id::OptionId;

/// What is missing before a response can be handed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// The response belongs to another kind of question.
    #[error("this is an answer to another kind of question")]
    WrongForm,
    /// The question has no such option or target, or the text has no such word.
    #[error("the question has no `{0}`")]
    Unknown(String),
    /// No option is chosen.
    #[error("no option is chosen")]
    NothingChosen,
    /// No option is ticked.
    #[error("no option is ticked")]
    NothingTicked,
    /// Something stands in the answer twice.
    #[error("`{0}` is there twice")]
    Twice(OptionId),
    /// Cards that have no place yet.
    #[error("{0} cards have no place yet")]
    Unplaced(usize),
    /// In a `match`, two options share a target.
    #[error("`{0}` is used for two options")]
    TargetTwice(OptionId),
    /// Nothing is typed, or nothing that a word could be read from.
    #[error("nothing is typed")]
    NothingTyped,
    /// More is typed than an answer can be long.
    #[error("the answer is longer than {0} characters")]
    TooLong(usize),
    /// What is typed is no number.
    #[error("`{0}` is not a number")]
    NotANumber(String),
    /// A number with another unit than the one asked for.
    #[error("the unit is not `{0}`")]
    OtherUnit(String),
    /// No word is marked.
    #[error("no word is marked")]
    NothingMarked,
}

impl NotYet {
    /// Returns the key of the catalogue that has the words for a learner; they may speak of `count` and `text`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::WrongForm => "not-yet-wrong-form",
            Self::Unknown(_) => "not-yet-unknown",
            Self::NothingChosen => "not-yet-nothing-chosen",
            Self::NothingTicked => "not-yet-nothing-ticked",
            Self::Twice(_) => "not-yet-twice",
            Self::Unplaced(_) => "not-yet-unplaced",
            Self::TargetTwice(_) => "not-yet-target-twice",
            Self::NothingTyped => "not-yet-nothing-typed",
            Self::TooLong(_) => "not-yet-too-long",
            Self::NotANumber(_) => "not-yet-not-a-number",
            Self::OtherUnit(_) => "not-yet-other-unit",
            Self::NothingMarked => "not-yet-nothing-marked",
        }
    }

    /// Returns the number that the words may speak of; zero where there is none.
    pub fn count(&self) -> usize {
        match self {
            Self::Unplaced(count) | Self::TooLong(count) => *count,
            Self::WrongForm
            | Self::Unknown(_)
            | Self::NothingChosen
            | Self::NothingTicked
            | Self::Twice(_)
            | Self::TargetTwice(_)
            | Self::NothingTyped
            | Self::NotANumber(_)
            | Self::OtherUnit(_)
            | Self::NothingMarked => 0,
        }
    }

    /// Returns what was typed or named, which the words may repeat; empty where there is nothing.
    pub fn text(&self) -> &str {
        match self {
            Self::Unknown(text) | Self::NotANumber(text) | Self::OtherUnit(text) => text,
            Self::Twice(id) | Self::TargetTwice(id) => id.as_str(),
            Self::WrongForm
            | Self::NothingChosen
            | Self::NothingTicked
            | Self::Unplaced(_)
            | Self::NothingTyped
            | Self::TooLong(_)
            | Self::NothingMarked => "",
        }
    }
}
