//! What was sent to the exchange since the course, by station: replies to follow-up forms, read when somebody looks.
//!
//! Apart from the room because a matrix needs none of it, and replies are read from other rows.

use std::collections::BTreeMap;

use super::Training;
use crate::cohort::Reply;
use crate::cohort::stations::{Station, stations};
use crate::cohort::uploads::{Said, said};
use crate::id::{CohortId, LearnerId};
use crate::session::{Effects, Session};
use crate::store::api::CohortRequest;

/// What people said in follow-up forms.
#[derive(Debug, Default)]
pub(super) struct FollowUp {
    pub(super) asked: bool,
    said: BTreeMap<LearnerId, Said>,
}

impl Training {
    /// Returns the stations of the open cohort, by name, with what they sent as far as that has come.
    pub fn stations(&self) -> Vec<Station> {
        self.room.as_ref().map(|room| stations(&room.matrix, &self.follow_up.said)).unwrap_or_default()
    }
}

impl Session {
    /// Reads what the people of the open cohort said in follow-up forms.
    pub fn read_follow_up(&mut self) -> Effects {
        let open = self.training_mut().and_then(|training| Some((training.room.as_ref()?.id, training)));
        let Some((cohort, training)) = open.filter(|(_, training)| !training.follow_up.asked) else {
            return Effects::new();
        };
        training.follow_up.asked = true;
        self.ask_of_cohorts(CohortRequest::Replies { cohort })
    }

    pub(super) fn replies_came(&mut self, cohort: CohortId, replies: &[Reply]) {
        let open = self.training_mut().filter(|t| t.room.as_ref().is_some_and(|room| room.id == cohort));
        if let Some(training) = open {
            training.follow_up.said = said(replies);
        }
    }
}
