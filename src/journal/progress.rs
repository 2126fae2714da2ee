//! What a learner's events add up to.
//!
//! Apart from the course: only ids are in here, as they were written, so that progress stands whatever the course
//! becomes; `completion` holds the two together. Every part takes events in any order to the same result (a set
//! grows, the first or last in order wins, seconds add up), so that an event more is applied without counting all
//! again. Each identity is to be applied once; `EventSet` sees to that.

mod attempt;
mod deskwork;
mod replies;
mod run;
mod swaps;

use std::collections::BTreeMap;

pub use attempt::{Attempt, Finish, Given};
pub use deskwork::{DeskWork, HandedIn, Marked};
pub use replies::{Replies, Reply};
pub use run::{Enrolled, Practice, Run};
pub use swaps::Swaps;

use super::event::{Body, Event, Order};
use super::set::EventSet;
use crate::clock::Timestamp;
use crate::id::{CourseId, EnrolmentId, LessonId, NoteId, SectionId};

/// A note, or a bookmark where the text is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The lesson.
    pub lesson: LessonId,
    /// The section.
    pub section: SectionId,
    /// The block in the section, from 0.
    pub block: usize,
    /// The words.
    pub text: String,
    /// When it was written, by the clock of that machine.
    pub at: Timestamp,
}

/// What one learner's events add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// Each run through a course.
    pub runs: BTreeMap<EnrolmentId, Run>,
    /// Notes by id with the order of their last change; none where it was taken away.
    notes: BTreeMap<NoteId, (Order, Option<Note>)>,
}

impl Progress {
    /// Counts a set.
    pub fn of(set: &EventSet) -> Self {
        Self::of_events(set.in_order())
    }

    /// Counts events of which none is there twice.
    pub fn of_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut progress = Self::default();
        events.into_iter().for_each(|event| progress.apply(event));
        progress
    }

    /// Adds an event that was not applied before; the order of applying does not matter.
    pub fn apply(&mut self, event: &Event) {
        if matches!(event.body, Body::Joined { .. } | Body::Parted { .. }) {
            return;
        }
        self.runs.entry(event.enrolment).or_default().apply(event);
        match &event.body {
            Body::Noted { note, lesson, section, block, text } => {
                let (lesson, section, text) = (lesson.clone(), section.clone(), text.clone());
                let written = Note { lesson, section, block: *block, text, at: event.at };
                self.change_note(*note, event.order(), Some(written));
            }
            Body::NoteRemoved { note } => self.change_note(*note, event.order(), None),
            Body::Enrolled { .. }
            | Body::SectionSeen { .. }
            | Body::AttemptStarted { .. }
            | Body::Answered { .. }
            | Body::AttemptFinished { .. }
            | Body::ExerciseDone { .. }
            | Body::ExerciseMarked { .. }
            | Body::SwapReceived { .. }
            | Body::SwapDecided { .. }
            | Body::Replied { .. }
            | Body::Practised { .. }
            | Body::Active { .. }
            | Body::Joined { .. }
            | Body::Parted { .. }
            | Body::SignedIn { .. }
            | Body::TestOpened { .. }
            | Body::Regraded { .. }
            | Body::RegradeUndone { .. }
            | Body::CohortPlanned { .. }
            | Body::RosterChanged { .. }
            | Body::KeptApart { .. }
            | Body::AttendanceTicked { .. }
            | Body::SessionNoted { .. }
            | Body::BoxBegun { .. }
            | Body::KeyRuled { .. }
            | Body::TotalsKept { .. }
            | Body::Unknown { .. } => {}
        }
    }

    fn change_note(&mut self, id: NoteId, order: Order, note: Option<Note>) {
        let is_older = |known: &(Order, Option<Note>)| known.0 < order;
        if self.notes.get(&id).is_none_or(is_older) {
            self.notes.insert(id, (order, note));
        }
    }

    /// Returns the notes and bookmarks that stand.
    pub fn notes(&self) -> impl Iterator<Item = (NoteId, &Note)> {
        self.notes.iter().filter_map(|(id, (_, note))| Some((*id, note.as_ref()?)))
    }

    /// Returns the latest run through a course.
    pub fn current(&self, course: &CourseId) -> Option<(EnrolmentId, &Run)> {
        let of_course = |(_, run): &(&EnrolmentId, &Run)| run.enrolled().is_some_and(|e| e.course == *course);
        let latest = self.runs.iter().filter(of_course).max_by_key(|(_, run)| run.enrolled().map(|e| e.order));
        latest.map(|(id, run)| (*id, run))
    }
}

#[cfg(test)]
mod tests;
