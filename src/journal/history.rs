//! A set of events together with what it adds up to, kept in step.
//!
//! Apart from both because only here the one case is known in which progress must be counted anew: a conflict takes
//! away what had counted.

use super::progress::Progress;
use super::set::{EventSet, Inserted};
use super::stored::Stored;

/// The events of one learner, and their progress.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    set: EventSet,
    progress: Progress,
}

impl History {
    /// Counts a set of events.
    pub fn new(set: EventSet) -> Self {
        Self { progress: Progress::of(&set), set }
    }

    /// Adds an event, and what it changes.
    pub fn insert(&mut self, event: &Stored) -> Inserted {
        let inserted = self.set.insert(event.clone());
        match inserted {
            Inserted::New => self.progress.apply(event.event()),
            Inserted::Conflict => self.progress = Progress::of(&self.set),
            Inserted::Known => {}
        }
        inserted
    }

    /// Returns the events.
    pub fn events(&self) -> &EventSet {
        &self.set
    }

    /// Returns what they add up to.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }
}
