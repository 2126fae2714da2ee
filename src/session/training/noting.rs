//! Notes on sessions: what a trainer writes down about half a day.
//!
//! Apart from a learner's notes, which belong to lessons and travel with the learner; these stay with the cohort.

use crate::id::NoteId;
use crate::journal::Body;
use crate::journal::planning::HalfDay;
use crate::session::{Effects, Session};

impl Session {
    /// Writes a note on half a day, or an old one anew; without words it is taken away.
    pub fn note_session(&mut self, old: Option<NoteId>, when: HalfDay, text: &str) -> Effects {
        let Some(cohort) = self.training().and_then(|training| Some(training.room()?.id)) else {
            return Effects::new();
        };
        let note = old.unwrap_or_else(|| NoteId::from_bits(self.chance.bits()));
        self.write_cohort(cohort, vec![Body::SessionNoted { note, when, text: text.to_owned() }])
    }
}
