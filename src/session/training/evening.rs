//! The evening from the screen: sticks in, a backup, the co-trainer's copy, and a folder to take home for each.
//!
//! Apart from what is written in one go: this takes minutes, so it says how far it is and can be stopped. What it does
//! is done by the host, with the same functions as the command line.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Training;
use super::office::{Desk, Secret};
use crate::id::{CohortId, Lang};
use crate::session::{Effect, Effects, Session};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Progress files are read.
    Collect,
    /// The home is copied.
    BackUp,
    /// The co-trainer's copy is locked.
    Lock,
    /// What learners take home is written.
    TakeHome,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// How much of this step is done.
    pub done: usize,
    /// Of how much.
    pub of: usize,
}

/// A wish to stop, on its way to the host: it is looked at between two files.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Returns whether somebody wishes to stop.
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn wish(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Stop {}

/// What is to be done, from where, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evening {
    /// Of which cohort.
    pub cohort: CohortId,
    /// The folder or stick to collect from; empty: every stick that is put in.
    pub from: String,
    /// The folder that was typed; empty: where the host keeps files.
    pub folder: String,
    /// The language of what is said.
    pub lang: Lang,
    /// What locks the co-trainer's copy.
    pub copy: Secret,
    /// Whether a trainer was there and supervised the work that is certified.
    pub supervised: bool,
    /// What opens the key that certificates are signed with; empty where it is not locked, or nobody is certified.
    pub passphrase: Secret,
    /// Whether it is to stop.
    pub stop: Stop,
}

impl Training {
    /// Returns how far the evening is, while it is being done; none before the host has said.
    pub fn evening(&self) -> Option<(Option<Progress>, bool)> {
        match &self.desk {
            Desk::Evening(progress, stop) => Some((*progress, stop.is_wished())),
            Desk::Empty | Desk::Writing | Desk::Inviting | Desk::Done(_) => None,
        }
    }
}

impl Session {
    /// Begins the evening; one thing at a time.
    pub fn begin_evening(&mut self, evening: Evening) -> Effects {
        let tag = self.outbox.next_tag();
        let Some(training) = self.training_mut().filter(|training| !training.is_writing()) else {
            return Effects::new();
        };
        training.desk = Desk::Evening(None, evening.stop.clone());
        vec![Effect::Evening(tag, Box::new(evening))]
    }

    /// Has the evening stop after what is being written; what is written by then is whole.
    pub fn stop_evening(&mut self) {
        if let Some(Desk::Evening(_, stop)) = self.training().map(|training| &training.desk) {
            stop.wish();
        }
    }

    /// Takes how far the evening is.
    pub(in crate::session) fn evening_at(&mut self, progress: Progress) -> Effects {
        if let Some(Desk::Evening(at, _)) = self.training_mut().map(|training| &mut training.desk) {
            *at = Some(progress);
        }
        Effects::new()
    }
}
