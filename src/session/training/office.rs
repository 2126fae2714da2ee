//! What a trainer has written of a cohort: reports, certificates, a backup, from the screen.
//!
//! Apart from writing, which the host does by the same functions as the command line: here is only what is wanted, and
//! what came of it in words.

use super::Training;
use super::evening::{Progress, Stop};
use crate::id::{CohortId, Lang};
use crate::session::{Effect, Effects, Session};

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Everything, for the trainer.
    Full,
    /// A page without names, for who pays.
    Funder,
    /// Who was there.
    Register,
    /// The best scores, in the columns that Moodle imports.
    Gradebook,
    /// Data for research, without names.
    Anonymous,
    /// Each learner's own report, a file each.
    Each,
    /// A certificate for everybody who completed the course.
    Certificates,
    /// A copy of the whole home.
    Backup,
}

/// A passphrase on its way to the host; it never shows.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What is wanted, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Of which cohort.
    pub cohort: CohortId,
    /// What.
    pub paper: Paper,
    /// How it is written, by the name that commands use.
    pub format: &'static str,
    /// The folder that was typed; empty: where the host keeps files.
    pub folder: String,
    /// The language of what is about all.
    pub lang: Lang,
    /// Whether a trainer was there and supervised the work that is certified.
    pub supervised: bool,
    /// What opens the key that certificates are signed with; empty where it is not locked.
    pub passphrase: Secret,
}

/// What came of an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The file or the folder, as somebody would type it.
    pub place: String,
    /// What else is to be known, one line each: who lacks what.
    pub lines: Vec<String>,
}

/// How the last order stands.
#[derive(Debug, Default)]
pub(super) enum Desk {
    #[default]
    Empty,
    Writing,
    Inviting,
    Evening(Option<Progress>, Stop),
    Done(Result<Written, String>),
}

impl Training {
    /// Returns whether something is being written.
    pub fn is_writing(&self) -> bool {
        matches!(self.desk, Desk::Writing | Desk::Inviting | Desk::Evening(..))
    }

    /// Returns what came of the last order, until it is put away.
    pub fn written(&self) -> Option<&Result<Written, String>> {
        match &self.desk {
            Desk::Done(result) => Some(result),
            Desk::Empty | Desk::Writing | Desk::Inviting | Desk::Evening(..) => None,
        }
    }
}

impl Session {
    /// Has something written; one thing at a time.
    pub fn order(&mut self, order: Order) -> Effects {
        let tag = self.outbox.next_tag();
        let Some(training) = self.training_mut().filter(|training| !training.is_writing()) else {
            return Effects::new();
        };
        training.desk = Desk::Writing;
        vec![Effect::Order(tag, Box::new(order))]
    }

    /// Takes what came of an order.
    pub(in crate::session) fn ordered(&mut self, result: Result<Written, String>) -> Effects {
        let Some(training) = self.training_mut() else { return Effects::new() };
        let was = std::mem::replace(&mut training.desk, Desk::Done(result));
        // What was collected, and who was invited, is seen at once.
        match was {
            Desk::Evening(..) => self.settle_keys(),
            Desk::Inviting => self.cohorts_anew(),
            Desk::Empty | Desk::Writing | Desk::Done(_) => Effects::new(),
        }
    }

    /// Puts away what came of the last order.
    pub fn put_away(&mut self) {
        if let Some(training) = self.training_mut().filter(|training| !training.is_writing()) {
            training.desk = Desk::Empty;
        }
    }
}
