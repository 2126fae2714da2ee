//! Who sits here too: two learners at one machine who do a quiz or a piece of desk work together.
//!
//! Apart from the learner's part, because a pair is no second session: there is one record that is open, one set of
//! answers, one bench. The colleague gets the same events in a history of their own (`Request::Append` with a partner:
//! one transaction, both marked by the store), and nothing of theirs is ever read here but name and station. What is
//! read, noted or practised alone stays with the one whose record is open.
//!
//! A pair is formed before something is begun and can be ended at any time. What it left half-done waits for the same
//! pair: a try that was begun in company is never ended alone, and one that was begun alone is never credited to two,
//! so both histories hold a try together whole, or not at all.

use super::{Effects, Session};
use crate::id::LearnerId;
use crate::journal::Body;
use crate::store::api::{AskedQuestion, Partner};
use crate::store::{Principal, Profile};

/// The learners whom this session knows of, and the one who sits here too.
#[derive(Debug, Default)]
pub(super) struct Company {
    known: Vec<Profile>,
    partner: Option<Profile>,
}

impl Company {
    /// Takes the list that the store gave; it holds whom the principal may know.
    pub(super) fn know(&mut self, learners: &[Profile]) {
        self.known = learners.to_vec();
    }

    /// Takes one profile that is new or was changed.
    pub(super) fn know_also(&mut self, profile: &Profile) {
        self.known.retain(|known| known.learner != profile.learner);
        self.known.push(profile.clone());
    }

    /// Ends a pair, as when somebody else comes in.
    pub(super) fn part(&mut self) {
        self.partner = None;
    }
}

impl Session {
    /// Returns who sits here too.
    pub fn partner(&self) -> Option<&Profile> {
        self.company.partner.as_ref()
    }

    pub(super) fn partner_id(&self) -> Option<LearnerId> {
        self.partner().map(|partner| partner.learner)
    }

    /// Returns with whom the learner who is here can form a pair.
    pub fn colleagues(&self) -> Vec<&Profile> {
        let own = self.learning().map(|learning| learning.profile.learner);
        self.company.known.iter().filter(|known| own.is_some_and(|own| own != known.learner)).collect()
    }

    /// Returns the learners that this session knows of by name.
    pub(super) fn known(&self) -> &[Profile] {
        &self.company.known
    }

    /// Forms a pair with a colleague; what is under way is kept and left first.
    pub fn pair_with(&mut self, colleague: LearnerId) -> Effects {
        let Some(partner) = self.colleagues().into_iter().find(|known| known.learner == colleague).cloned() else {
            return Effects::new();
        };
        let effects = self.put_down();
        self.company.partner = Some(partner);
        effects
    }

    /// Goes on alone; what the pair has under way is kept and left first.
    pub fn go_on_alone(&mut self) -> Effects {
        let effects = self.put_down();
        self.company.part();
        effects
    }

    /// Leaves quiz and work, so that nothing changes hands in the middle.
    fn put_down(&mut self) -> Effects {
        let mut effects = self.leave_bench();
        effects.extend(self.flush_draft());
        self.sitting = None;
        self.aside = None;
        effects
    }

    /// Forms the pair that this session is for, once both profiles are here.
    pub(super) fn pair_as_principal(&mut self) {
        if let Principal::Pair { with, .. } = self.principal {
            self.company.partner = self.company.known.iter().find(|known| known.learner == with).cloned();
        }
    }

    /// Sends events of what both do who are here; of one alone, like any other.
    pub(super) fn write_shared(&mut self, bodies: Vec<Body>) -> Effects {
        self.write_shared_with(bodies, Vec::new(), None)
    }

    /// Sends events of what both do who are here, with the questions they speak of.
    pub(super) fn write_shared_with(
        &mut self,
        bodies: Vec<Body>,
        asked: Vec<AskedQuestion>,
        drop_draft: Option<String>,
    ) -> Effects {
        let manifest = self.course.manifest();
        let (course, version) = (manifest.id.clone(), manifest.version.clone());
        let with = self.partner_id().map(|learner| Partner { learner, course, version });
        self.send_events(with, bodies, asked, drop_draft)
    }
}
