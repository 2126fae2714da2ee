//! Deleting everything of the learner who is here, when they say so themselves.
//!
//! Apart because nothing may be written for them from the moment it is asked: what is in hand is thrown away, not
//! saved, and the session has no learner until the store and the host are done.

use super::activity::Activity;
use super::{Effect, Effects, Session, Stage};
use crate::id::LearnerId;
use crate::report::Clean;
use crate::store::{Principal, Profile, Request, StoreError};
use crate::words::fold;

impl Session {
    /// Returns whether whoever is here can delete everything of theirs: not while somebody sits beside them.
    pub fn can_be_forgotten(&self) -> bool {
        let alone = self.partner().is_none() && !matches!(self.principal, Principal::Pair { .. });
        alone && self.learning().is_some()
    }

    /// Deletes everything of the learner who is here if what was typed is their name; none where it is not.
    pub fn forget_me(&mut self, typed: &str) -> Option<Effects> {
        let named = |profile: &Profile| fold(typed.trim()) == fold(profile.name.trim());
        let profile = self.learning().map(|learning| learning.profile.clone()).filter(named)?;
        if !self.can_be_forgotten() {
            return None;
        }
        let (learner, at) = (profile.learner, self.clock.now());
        self.bench = None;
        self.sitting = None;
        self.aside = None;
        self.due = None;
        self.open_lesson = None;
        self.activity = Activity::default();
        self.outbox.give_up();
        self.stage = Stage::Loading;
        self.leaving = Some(profile);
        Some(self.outbox.send(Request::Erase { learner, at }))
    }

    /// Takes it that the store is done: the files are the host's.
    pub(super) fn erased(&mut self) -> Effects {
        let leaving = self.leaving.take();
        leaving.map_or_else(Effects::new, |profile| vec![Effect::Forget(Box::new(profile))])
    }

    /// Takes it that the files are gone too, or why not; somebody else may begin, where this session may let them.
    pub(super) fn forgotten(&mut self, result: Result<(), String>) -> Effects {
        match (result, self.principal) {
            (Ok(()), Principal::Owner) => self.begin(),
            (Ok(()), Principal::Learner(_) | Principal::Pair { .. }) => self.quit(),
            (Err(reason), _) => {
                self.stage = Stage::Failed(StoreError::Io { path: "reports".into(), reason });
                Effects::new()
            }
        }
    }
}

/// Returns the name of the folder that holds the files of one learner.
pub fn own_folder(profile: &Profile) -> String {
    Clean::new(&profile.name).as_file_stem() + &folder_ending(profile.learner)
}

/// Returns how the name of that folder ends, whatever they are called now.
pub fn folder_ending(learner: LearnerId) -> String {
    let short: String = learner.to_string().chars().take(8).collect();
    format!("-{short}")
}
