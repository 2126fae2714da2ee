//! Events as a set: merging is union, and nothing is in it twice.
//!
//! Apart from the fold because stores and files merge without counting anything. One identity with two contents
//! means that somebody wrote what can't be: both are kept and shown, and neither counts, whichever came first.

use std::collections::BTreeMap;

use super::event::{Event, EventId};
use super::stored::Stored;

/// What an insertion came to.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inserted {
    /// It was new.
    New,
    /// It was there.
    Known,
    /// Its identity was there with another content; none of them counts from now on.
    Conflict,
}

/// A set of events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventSet(BTreeMap<EventId, Vec<Stored>>);

impl EventSet {
    /// Adds an event.
    pub fn insert(&mut self, event: Stored) -> Inserted {
        let contents = self.0.entry(event.event().id).or_default();
        match contents.binary_search_by_key(&event.hash(), Stored::hash) {
            Ok(_) => Inserted::Known,
            Err(at) => {
                contents.insert(at, event);
                if contents.len() == 1 { Inserted::New } else { Inserted::Conflict }
            }
        }
    }

    /// Adds all events of another set.
    pub fn merge(&mut self, other: &Self) {
        for event in other.iter() {
            let _known_or_not = self.insert(event.clone());
        }
    }

    /// Returns every event, conflicts included, by identity and hash.
    pub fn iter(&self) -> impl Iterator<Item = &Stored> {
        self.0.values().flatten()
    }

    /// Returns the events that count, in their order.
    pub fn in_order(&self) -> Vec<&Event> {
        let mut events: Vec<_> = self.0.values().filter(|c| c.len() == 1).flatten().map(Stored::event).collect();
        events.sort_by_key(|event| event.order());
        events
    }

    /// Returns the identities that have more than one content, with all of them.
    pub fn conflicts(&self) -> impl Iterator<Item = (EventId, &[Stored])> {
        self.0.iter().filter(|(_, contents)| contents.len() > 1).map(|(id, contents)| (*id, contents.as_slice()))
    }

    /// Returns how many events there are, conflicts included.
    pub fn len(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the lamport for the next event of whoever has seen this set.
    pub fn next_lamport(&self) -> u64 {
        self.iter().map(|stored| stored.event().lamport).max().unwrap_or(0).saturating_add(1)
    }
}

impl FromIterator<Stored> for EventSet {
    fn from_iter<I: IntoIterator<Item = Stored>>(events: I) -> Self {
        let mut set = Self::default();
        for event in events {
            let _known_or_not = set.insert(event);
        }
        set
    }
}
