//! What came from colleagues, and what was decided on it.
//!
//! An item comes once: of two files that say they are the same item the first in order counts. Of several decisions on
//! one item, and of several return notes, the last in order counts.

use std::collections::BTreeMap;

use crate::id::AttemptId;
use crate::journal::event::Order;
use crate::journal::swap::{Handed, Swap, Verdict};

/// Everything that was handed over and received in one run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Swaps {
    offers: BTreeMap<AttemptId, (Order, Swap)>,
    decided: BTreeMap<AttemptId, (Order, Verdict)>,
    returned: BTreeMap<AttemptId, (Order, Swap)>,
}

impl Swaps {
    pub(super) fn receive(&mut self, order: Order, swap: &Swap) {
        match swap.what {
            Handed::Offer(_) => {
                if self.offers.get(&swap.item).is_none_or(|(known, _)| order < *known) {
                    self.offers.insert(swap.item, (order, swap.clone()));
                }
            }
            Handed::Return(_) => {
                if self.returned.get(&swap.item).is_none_or(|(known, _)| *known < order) {
                    self.returned.insert(swap.item, (order, swap.clone()));
                }
            }
        }
    }

    pub(super) fn decide(&mut self, order: Order, item: AttemptId, verdict: &Verdict) {
        if self.decided.get(&item).is_none_or(|(known, _)| *known < order) {
            self.decided.insert(item, (order, verdict.clone()));
        }
    }

    /// Returns the items that came, first to last.
    pub fn offers(&self) -> Vec<&Swap> {
        let mut offers: Vec<_> = self.offers.values().collect();
        offers.sort_by_key(|(order, _)| *order);
        offers.into_iter().map(|(_, swap)| swap).collect()
    }

    /// Finds an item that came.
    pub fn offer(&self, item: AttemptId) -> Option<&Swap> {
        self.offers.get(&item).map(|(_, swap)| swap)
    }

    /// Returns what was decided on an item that came.
    pub fn verdict(&self, item: AttemptId) -> Option<&Verdict> {
        self.decided.get(&item).map(|(_, verdict)| verdict)
    }

    /// Returns the return note that came for an item of one's own.
    pub fn returned(&self, item: AttemptId) -> Option<&Swap> {
        self.returned.get(&item).map(|(_, swap)| swap)
    }
}
