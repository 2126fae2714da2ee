//! What a learner said in forms that nobody judges.
//!
//! Of several replies to one form at one time the last in order counts; those before it are kept, each by its place.
//! Nothing in here is worth anything: no total and no completion looks at it.

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::course::exercise::work::Entry;
use crate::course::hash::ContentHash;
use crate::id::ExerciseId;
use crate::journal::event::Order;

/// One reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// When, by the clock of that machine.
    pub at: Timestamp,
    /// What was asked.
    pub text_hash: ContentHash,
    /// The answers by question.
    pub answers: BTreeMap<String, Entry>,
}

/// Everything that was said in one run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replies {
    given: BTreeMap<(ExerciseId, Option<u16>), BTreeMap<Order, Reply>>,
}

impl Replies {
    pub(super) fn add(&mut self, order: Order, (form, day): (&ExerciseId, Option<u16>), reply: Reply) {
        self.given.entry((form.clone(), day)).or_default().insert(order, reply);
    }

    /// Returns the reply that counts.
    pub fn last(&self, form: &ExerciseId, day: Option<u16>) -> Option<&Reply> {
        self.all(form, day).next_back()
    }

    /// Returns the replies to a form at a time, first to last.
    pub fn all(&self, form: &ExerciseId, day: Option<u16>) -> impl DoubleEndedIterator<Item = &Reply> {
        self.given.get(&(form.clone(), day)).into_iter().flat_map(BTreeMap::values)
    }

    /// Returns which forms were filled in, and after how many days each.
    pub fn forms(&self) -> impl Iterator<Item = (&ExerciseId, Option<u16>)> {
        self.given.keys().map(|(form, day)| (form, *day))
    }
}
