//! One try at an exercise: what was handed in, and how somebody marked it.
//!
//! A try is handed in once. Two copies of a home that each hand in the try they had in common leave two ends: the first
//! in order is what the try was. Of several markings the last in order counts.

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::id::{AttemptId, ExerciseId, OptionId};
use crate::journal::event::{Event, Order, WorkDone};

/// Work that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// Where that stands in the order of all.
    pub order: Order,
    /// When, by the clock of that machine.
    pub at: Timestamp,
    /// The work.
    pub result: WorkDone,
}

/// A marking by a rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Where that stands in the order of all.
    pub order: Order,
    /// When, by the clock of that machine.
    pub at: Timestamp,
    /// Who marked.
    pub by: String,
    /// Points by line of the rubric.
    pub points: BTreeMap<OptionId, u8>,
    /// What was said; may be empty.
    pub comment: String,
}

/// The tries at all exercises of one run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskWork {
    done: BTreeMap<AttemptId, HandedIn>,
    marked: BTreeMap<AttemptId, Marked>,
}

impl DeskWork {
    pub(super) fn hand_in(&mut self, event: &Event, attempt: AttemptId, result: &WorkDone) {
        let order = event.order();
        if self.done.get(&attempt).is_none_or(|known| order < known.order) {
            self.done.insert(attempt, HandedIn { order, at: event.at, result: result.clone() });
        }
    }

    pub(super) fn mark(&mut self, event: &Event, attempt: AttemptId, marked: Marked) {
        if self.marked.get(&attempt).is_none_or(|known| known.order < event.order()) {
            self.marked.insert(attempt, marked);
        }
    }

    /// Returns the tries at an exercise, first to last.
    pub fn tries(&self, is_exercise: impl Fn(&ExerciseId) -> bool) -> Vec<(AttemptId, &HandedIn)> {
        let of_it = |(_, done): &(&AttemptId, &HandedIn)| is_exercise(&done.result.exercise);
        let mut tries: Vec<_> = self.done.iter().filter(of_it).map(|(id, done)| (*id, done)).collect();
        tries.sort_by_key(|(_, done)| done.order);
        tries
    }

    /// Returns how a try was marked, if it was.
    pub fn marking(&self, attempt: AttemptId) -> Option<&Marked> {
        self.marked.get(&attempt)
    }
}
