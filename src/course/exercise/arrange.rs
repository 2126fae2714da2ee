//! Cards to choose from and to put in order.
//!
//! Apart because its rules are about neighbours and sums and never about words, captions aside.

use std::collections::BTreeMap;

use super::rule::{Fault, Rule};
use super::text::TextCheck;
use super::{Finds, Pick};
use crate::id::OptionId;

/// Cards and the rules for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Arranging {
    /// Fewest and most cards.
    pub choose: (u16, u16),
    /// All cards, in file order.
    pub cards: Vec<Card>,
    /// The rules.
    pub rules: Vec<Rule<CardCheck>>,
    /// What each chosen card is labelled with.
    pub labels: Option<Labels>,
    /// Lines of text with some cards.
    pub captions: Option<Captions>,
}

impl Arranging {
    /// Finds a card.
    pub fn card(&self, id: &OptionId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == *id)
    }
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The id.
    pub id: OptionId,
    /// The words.
    pub text: String,
    /// What it is.
    pub tags: Vec<String>,
    /// What is known of it, by name.
    pub with: BTreeMap<String, Value>,
}

/// A value on a card.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A whole number.
    Number(i64),
    /// Anything else.
    Text(String),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A label for each chosen card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The name of the value that is the right label.
    pub key: String,
    /// What can be chosen.
    pub options: Vec<Pick>,
    /// What is said of a wrong one.
    pub fault: Fault,
}

/// A line of text with so many of the chosen cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Captions {
    /// With how many.
    pub count: u16,
    /// The rules on each.
    pub rules: Vec<Rule<TextCheck>>,
}

/// Which cards are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// Those with a tag.
    Tag(String),
    /// Those with a value.
    Value {
        /// Its name.
        of: String,
        /// The value.
        is: Value,
    },
}

/// What a rule on cards checks.
#[derive(Debug, Clone, PartialEq)]
pub enum CardCheck {
    /// As many cards as may be chosen.
    Count,
    /// The sum of a value lies between.
    Total {
        /// Its name.
        of: String,
        /// Lowest.
        min: i64,
        /// Highest.
        max: i64,
    },
    /// After each card the sum so far is at most `max`, or at most the card's own limit.
    Running {
        /// What is summed.
        of: String,
        /// The name of the card's own limit.
        by: Option<String>,
        /// The limit.
        max: i64,
    },
    /// So many cards have it.
    Has {
        /// Which.
        which: Which,
        /// How many.
        least: u32,
    },
    /// No card has it.
    None(Which),
    /// The first card has it.
    First(Which),
    /// The last card has it.
    Last(Which),
    /// Neighbours differ in at least one of these.
    Differ {
        /// Names of values.
        of: Vec<String>,
    },
    /// `left` and `right` do not meet.
    Direction {
        /// The name of the value.
        of: String,
    },
    /// The values never fall.
    Rising {
        /// The name of the value.
        of: String,
    },
    /// So many different values.
    Distinct {
        /// The name of the value.
        of: String,
        /// How many.
        least: u32,
    },
    /// No value stands on more of the cards, in percent.
    Share {
        /// The name of the value.
        of: String,
        /// Percent.
        most: u32,
    },
    /// One card comes before another, where both are chosen.
    Before {
        /// The one.
        first: OptionId,
        /// The other.
        then: OptionId,
    },
    /// The captions together have so many of these patterns.
    CaptionHas {
        /// The patterns.
        find: Finds,
        /// How many.
        least: u32,
    },
}
