//! One try at an exercise: what was handed in, and how somebody marked it.
//!
//! A try is handed in once. Two copies of a home that each hand in the try they had in common leave two ends: the first
//! in order is what the try was, the best is what the learner could; it remains one try. Of several markings the last in
//! order counts, and the last of each marker is kept, so that two markers can be held against each other.

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::id::{AttemptId, ExerciseId, LearnerId, OptionId};
use crate::journal::event::{Event, Order, WorkDone};

/// Work that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// Where that stands in the order of all.
    pub order: Order,
    /// When, by the clock of that machine.
    pub at: Timestamp,
    /// Who sat there too.
    pub pair: Option<LearnerId>,
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
    done: BTreeMap<AttemptId, BTreeMap<Order, HandedIn>>,
    marked: BTreeMap<AttemptId, BTreeMap<String, Marked>>,
}

impl DeskWork {
    pub(super) fn hand_in(&mut self, event: &Event, attempt: AttemptId, result: &WorkDone) {
        let order = event.order();
        let (at, pair) = (event.at, event.pair);
        let end = HandedIn { order, at, pair, result: result.clone() };
        self.done.entry(attempt).or_default().insert(order, end);
    }

    pub(super) fn mark(&mut self, event: &Event, attempt: AttemptId, marked: Marked) {
        let markers = self.marked.entry(attempt).or_default();
        if markers.get(&marked.by).is_none_or(|known| known.order < event.order()) {
            markers.insert(marked.by.clone(), marked);
        }
    }

    /// Returns the tries at an exercise with their first ends, first to last.
    pub fn tries(&self, is_exercise: impl Fn(&ExerciseId) -> bool) -> Vec<(AttemptId, &HandedIn)> {
        let firsts = self.done.iter().filter_map(|(id, ends)| Some((*id, ends.values().next()?)));
        let mut tries: Vec<_> = firsts.filter(|(_, done)| is_exercise(&done.result.exercise)).collect();
        tries.sort_by_key(|(_, done)| done.order);
        tries
    }

    /// Returns all ends of all tries at an exercise.
    pub fn ends(&self, exercise: &ExerciseId) -> impl Iterator<Item = &HandedIn> {
        self.done.values().flat_map(BTreeMap::values).filter(move |done| done.result.exercise == *exercise)
    }

    /// Returns all ends of one try, in order.
    pub fn ends_of(&self, attempt: AttemptId) -> impl Iterator<Item = &HandedIn> {
        self.done.get(&attempt).into_iter().flat_map(BTreeMap::values)
    }

    /// Returns how a try was marked last, if it was.
    pub fn marking(&self, attempt: AttemptId) -> Option<&Marked> {
        self.markings(attempt).max_by_key(|marked| marked.order)
    }

    /// Returns how each marker marked a try last, by the markers' names.
    pub fn markings(&self, attempt: AttemptId) -> impl Iterator<Item = &Marked> {
        self.marked.get(&attempt).into_iter().flat_map(BTreeMap::values)
    }
}
