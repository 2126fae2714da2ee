//! What a cohort's own events add up to: the plan, who belongs to it, who was there, which keys were wrong.
//!
//! Apart from the rows of its learners, which hold what happened to each of them. Events are taken in their order, so the
//! last word counts, field by field, whoever of two trainers said it and however the streams were merged.

use std::collections::{BTreeMap, BTreeSet};

use crate::clock::{Date, Timestamp};
use crate::id::{CohortId, LearnerId, NoteId, RegradeId, TestId};
use crate::journal::planning::{
    AgendaItem, Field, HalfDay, KeyRuling, OnCourse, PlanChange, PlanDay, TestLock, Totals,
};
use crate::journal::{Author, Body, Event};

/// Minutes that half a day counts for where the plan says nothing.
pub const HALF_MINUTES: u16 = 180;

/// A note on a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The session.
    pub when: HalfDay,
    /// The words.
    pub text: String,
    /// When it was written, by the clock of that machine.
    pub at: Timestamp,
}

/// A decision on a key that was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled {
    /// The decision.
    pub ruling: KeyRuling,
    /// When, by the clock of that machine.
    pub at: Timestamp,
    /// Whether it was taken back.
    pub undone: bool,
}

/// A cohort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Which.
    pub id: CohortId,
    /// What it is called.
    pub name: String,
    /// Where it meets.
    pub place: String,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// The course.
    pub course: Option<OnCourse>,
    /// Who runs it.
    pub trainer: String,
    /// The stations that take part.
    pub members: Vec<String>,
    /// What learners are asked about themselves.
    pub asks: BTreeSet<Field>,
    /// The agenda.
    pub agenda: Vec<AgendaItem>,
    /// The tests that open with a code.
    pub locks: BTreeMap<TestId, TestLock>,
    /// Minutes that half a day counts for.
    pub half_minutes: u16,
    /// Who belongs to it, as records.
    pub learners: BTreeSet<LearnerId>,
    /// Records whose names look alike and that are of two people, each pair in the order of the ids.
    pub apart: BTreeSet<[LearnerId; 2]>,
    /// What the trainer ticked.
    pub ticks: BTreeMap<(LearnerId, HalfDay), bool>,
    /// Notes on sessions.
    pub notes: BTreeMap<NoteId, Note>,
    /// When boxes of the agenda did begin, by day and by when they were to.
    pub begun: BTreeMap<(Date, u16), u16>,
    /// Decisions on keys, those that were taken back too.
    pub regrades: BTreeMap<RegradeId, Ruled>,
    /// What is left when the learners are deleted.
    pub totals: Option<Totals>,
}

impl Plan {
    /// Adds up the events of a cohort's stream, given in any order, none of them twice.
    pub fn of<'a>(id: CohortId, events: impl IntoIterator<Item = &'a Event>) -> Self {
        let is_told = |event: &&Event| event.author == Author::Trainer && event.subject == id.subject();
        let mut events: Vec<&Event> = events.into_iter().filter(is_told).collect();
        events.sort_by_key(|event| event.order());
        let mut plan = Self::empty(id);
        for event in &events {
            plan.take(event);
        }
        for event in events {
            if let Body::RegradeUndone { regrade } = event.body
                && let Some(ruled) = plan.regrades.get_mut(&regrade)
            {
                ruled.undone = true;
            }
        }
        plan
    }

    fn empty(id: CohortId) -> Self {
        Self {
            id,
            name: String::new(),
            place: String::new(),
            from: None,
            until: None,
            course: None,
            trainer: String::new(),
            members: Vec::new(),
            asks: BTreeSet::new(),
            agenda: Vec::new(),
            locks: BTreeMap::new(),
            half_minutes: HALF_MINUTES,
            learners: BTreeSet::new(),
            apart: BTreeSet::new(),
            ticks: BTreeMap::new(),
            notes: BTreeMap::new(),
            begun: BTreeMap::new(),
            regrades: BTreeMap::new(),
            totals: None,
        }
    }

    /// Takes the next event in order.
    fn take(&mut self, event: &Event) {
        let at = event.at;
        match &event.body {
            Body::CohortPlanned { change } => self.change(change),
            Body::RosterChanged { learner, belongs: true } => drop(self.learners.insert(*learner)),
            Body::RosterChanged { learner, belongs: false } => drop(self.learners.remove(learner)),
            // Nobody is two people, whatever a file says.
            Body::KeptApart { learners: [one, other], .. } if one == other => {}
            Body::KeptApart { learners: [one, other], apart: true } => drop(self.apart.insert(pair(*one, *other))),
            Body::KeptApart { learners: [one, other], apart: false } => drop(self.apart.remove(&pair(*one, *other))),
            Body::AttendanceTicked { learner, when, present } => drop(self.ticks.insert((*learner, *when), *present)),
            Body::SessionNoted { note, text, .. } if text.is_empty() => drop(self.notes.remove(note)),
            Body::SessionNoted { note, when, text } => {
                self.notes.insert(*note, Note { when: *when, text: text.clone(), at });
            }
            Body::BoxBegun { date, planned, began: Some(began) } => drop(self.begun.insert((*date, *planned), *began)),
            Body::BoxBegun { date, planned, began: None } => drop(self.begun.remove(&(*date, *planned))),
            Body::KeyRuled { ruling } => {
                let ruled = Ruled { ruling: ruling.as_ref().clone(), at, undone: false };
                self.regrades.insert(ruling.regrade, ruled);
            }
            Body::TotalsKept { totals } => self.totals = Some(totals.as_ref().clone()),
            // What is taken back is looked at once all decisions are known; what a learner does, and what this version
            // does not know, changes no plan.
            Body::RegradeUndone { .. }
            | Body::Enrolled { .. }
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
            | Body::Noted { .. }
            | Body::NoteRemoved { .. }
            | Body::Joined { .. }
            | Body::Parted { .. }
            | Body::SignedIn { .. }
            | Body::TestOpened { .. }
            | Body::Regraded { .. }
            | Body::Unknown { .. } => {}
        }
    }

    fn change(&mut self, change: &PlanChange) {
        fn set<T: Clone>(field: &mut T, new: Option<&T>) {
            if let Some(new) = new {
                *field = new.clone();
            }
        }
        let PlanChange { name, place, from, until, cleared, course, .. } = change;
        let PlanChange { trainer, members, asks, agenda, locks, half_minutes, .. } = change;
        set(&mut self.name, name.as_ref());
        set(&mut self.place, place.as_ref());
        self.from = from.or(self.from).filter(|_| !cleared.contains(&PlanDay::From));
        self.until = until.or(self.until).filter(|_| !cleared.contains(&PlanDay::Until));
        self.course = course.clone().or(self.course.take());
        set(&mut self.trainer, trainer.as_ref());
        set(&mut self.members, members.as_ref());
        set(&mut self.asks, asks.as_ref());
        set(&mut self.agenda, agenda.as_ref());
        set(&mut self.locks, locks.as_ref());
        self.half_minutes = half_minutes.unwrap_or(self.half_minutes);
    }

    /// Returns the decisions on keys that stand, first to last by the clocks of those who made them.
    pub fn standing(&self) -> Vec<&Ruled> {
        let mut standing: Vec<_> = self.regrades.values().filter(|ruled| !ruled.undone).collect();
        standing.sort_by_key(|ruled| (ruled.at, ruled.ruling.regrade));
        standing
    }

    /// Returns the date of a day of the agenda; days count on, whether there is a box in them or not.
    pub fn date_of(&self, day: u8) -> Option<Date> {
        self.from?.plus(i32::from(day) - 1)
    }

    /// Returns the boxes of a day, first to last.
    pub fn boxes_on(&self, date: Date) -> Vec<&AgendaItem> {
        self.agenda.iter().filter(|item| self.date_of(item.day) == Some(date)).collect()
    }

    /// Returns the notes on sessions, by when those were.
    pub fn notes_by_day(&self) -> Vec<(NoteId, &Note)> {
        let mut notes: Vec<_> = self.notes.iter().map(|(id, note)| (*id, note)).collect();
        notes.sort_by_key(|(id, note)| (note.when, note.at, *id));
        notes
    }

    /// Returns whether a trainer said that two records are of two people.
    pub fn is_apart(&self, one: LearnerId, other: LearnerId) -> bool {
        self.apart.contains(&pair(one, other))
    }

    /// Returns whether anything says that there is such a cohort.
    pub fn is_founded(&self) -> bool {
        !self.name.is_empty()
    }
}

/// Returns two records in the order of their ids, so that a pair is the same whichever is named first.
pub fn pair(one: LearnerId, other: LearnerId) -> [LearnerId; 2] {
    [one.min(other), one.max(other)]
}

#[cfg(test)]
mod tests;
