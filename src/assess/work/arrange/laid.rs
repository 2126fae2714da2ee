//! Cards as a learner laid them, and those of them that the exercise has.
//!
//! Apart from the rules, which see only cards that are there.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::work::Place;
use crate::course::exercise::arrange::{Arranging, Card};
use crate::id::OptionId;

/// Cards as they were laid.
#[derive(Debug, Clone, Copy)]
pub(in crate::assess::work) struct Laid<'a> {
    pub(in crate::assess::work) cards: &'a [String],
    pub(in crate::assess::work) labels: &'a BTreeMap<String, String>,
    pub(in crate::assess::work) captions: &'a BTreeMap<String, String>,
}

/// Cards in the order in which they lie.
pub(in crate::assess::work) type Cards<'a> = Vec<&'a Card>;

impl Laid<'_> {
    /// Returns the cards that the exercise has, each once.
    pub(in crate::assess::work) fn known<'a>(&self, arranging: &'a Arranging) -> Cards<'a> {
        let mut seen = BTreeSet::new();
        let known = |id: &String| arranging.cards.iter().find(|card| card.id.as_str() == id);
        self.cards.iter().filter(|id| seen.insert(id.as_str())).filter_map(known).collect()
    }
}

/// Returns the place of a card by its id as it was kept.
pub(super) fn card_place(card: &str) -> Place {
    OptionId::new(card).map_or(Place::Whole, Place::Card)
}
