//! What a trainer does at the door of a workshop: locks on tests, their codes, and the invitation.
//!
//! Apart from what is ordered in the office because codes come back from it: only the home of the trainer knows them,
//! in a file of its own, and a session asks for them where somebody wants to see one.

use std::collections::BTreeMap;

use super::Training;
use super::office::{Desk, Secret};
use crate::id::{CohortId, Lang, TestId};
use crate::session::{Effect, Effects, Session};
use crate::store::api::CohortRequest;

/// What is to be done for a cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Say which codes this home knows; the host answers with `Message::Codes`.
    Tell,
    /// Lock a test with a code that is made for it; answered as `Tell` is.
    Lock(TestId),
    /// Take the lock of a test away; answered as `Tell` is.
    Unlock(TestId),
    /// Write the invitation; the host answers with `Message::Ordered`.
    Invite(Letter),
}

/// An invitation that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The list of names that was typed; empty: who belongs to the cohort.
    pub roster: String,
    /// Why learners are asked about themselves.
    pub reason: String,
    /// The file or folder that was typed; empty: where the host keeps files.
    pub to: String,
    /// What opens the trainer's key; empty where it is not locked.
    pub passphrase: Secret,
}

/// An errand, for whom and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// For which cohort.
    pub cohort: CohortId,
    /// What.
    pub errand: Errand,
    /// The language of what is told.
    pub lang: Lang,
}

/// The codes of a cohort that this home knows.
pub type Codes = BTreeMap<TestId, String>;

impl Training {
    /// Returns the codes that this home knows of a cohort; none until the host has said, or where it cannot.
    pub fn codes(&self, cohort: CohortId) -> Option<&Codes> {
        self.codes.as_ref().filter(|(of, _)| *of == cohort)?.1.as_ref().ok()
    }

    /// Returns why codes cannot be told or a lock not be turned.
    pub fn no_codes(&self, cohort: CohortId) -> Option<&str> {
        self.codes.as_ref().filter(|(of, _)| *of == cohort)?.1.as_ref().err().map(String::as_str)
    }
}

impl Session {
    /// Has something done at the door; an invitation waits for what is being written.
    pub fn at_the_door(&mut self, cohort: CohortId, errand: Errand) -> Effects {
        let (tag, lang) = (self.outbox.next_tag(), self.lang.clone());
        let Some(training) = self.training_mut() else { return Effects::new() };
        if matches!(errand, Errand::Invite(_)) {
            if training.is_writing() {
                return Effects::new();
            }
            training.desk = Desk::Inviting;
        }
        vec![Effect::Door(tag, Box::new(Door { cohort, errand, lang }))]
    }

    /// Takes the codes of a cohort; the locks themselves are in its plan, which is read anew.
    pub(in crate::session) fn codes_came(&mut self, cohort: CohortId, codes: Result<Codes, String>) -> Effects {
        let Some(training) = self.training_mut() else { return Effects::new() };
        training.codes = Some((cohort, codes));
        self.cohorts_anew()
    }

    /// Reads the list of cohorts, and the open one, anew.
    pub(in crate::session) fn cohorts_anew(&mut self) -> Effects {
        let open = self.training().and_then(Training::room).map(|room| room.id);
        let mut effects = self.ask_of_cohorts(CohortRequest::List);
        effects.extend(open.map(|cohort| self.open_cohort(cohort)).unwrap_or_default());
        effects
    }
}
