//! One learner on one course, as a session knows them: who it is, what happened, what is half-done.
//!
//! Apart from the session because none of it exists before a learner is chosen.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::course::Course;
use crate::id::{EnrolmentId, QuestionRef, SectionId};
use crate::journal::{CourseState, Deck, Event, Progress, Run};
use crate::store::Profile;
use crate::store::api::Record;

/// Where somebody is in a lesson, by ids, so that it survives another width, language or theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The section.
    pub section: SectionId,
    /// The block in the section, from 0.
    pub block: usize,
    /// The row in the block at the width of that time, from 0.
    pub row: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self { section: SectionId::start(), block: 0, row: 0 }
    }
}

/// One learner on one course.
#[derive(Debug)]
pub struct Learning {
    /// Who it is.
    pub profile: Profile,
    /// This run through the course.
    pub enrolment: EnrolmentId,
    progress: Progress,
    state: CourseState,
    drafts: BTreeMap<String, String>,
    /// What comes back; counted when it is first asked for, so that a start does not wait for it.
    deck: OnceCell<Deck>,
    /// Slots that turned out to be gone from the course, or cannot be opened.
    gone: BTreeSet<QuestionRef>,
}

impl Learning {
    /// Adds up a record from the store; a learner who is new to the course gets the enrolment given.
    pub(super) fn new(record: Record, course: &Course, fresh: EnrolmentId) -> Self {
        let progress = Progress::of_events(&record.events);
        let enrolment = progress.current(&course.manifest().id).map_or(fresh, |(enrolment, _)| enrolment);
        let drafts = record.drafts.into_iter().map(|draft| (draft.key, draft.json)).collect();
        let state = CourseState::new(&Run::default(), course.manifest(), course.outlines());
        let (deck, gone) = (OnceCell::new(), BTreeSet::new());
        let mut learning = Self { profile: record.profile, enrolment, progress, state, drafts, deck, gone };
        learning.sum_up(course);
        learning
    }

    /// Takes what the store knows now, where somebody else wrote to it too.
    pub(super) fn renew(&mut self, record: Record, course: &Course) {
        self.profile = record.profile;
        self.progress = Progress::of_events(&record.events);
        self.sum_up(course);
    }

    /// Adds events.
    pub(super) fn apply(&mut self, events: &[Event], course: &Course) {
        for event in events {
            self.progress.apply(event);
        }
        self.sum_up(course);
    }

    fn sum_up(&mut self, course: &Course) {
        let nothing = Run::default();
        let run = self.run().unwrap_or(&nothing);
        self.state = CourseState::new(run, course.manifest(), course.outlines());
        self.deck = OnceCell::new();
    }

    /// Returns what comes back for review.
    pub(super) fn deck(&self, course: &Course) -> &Deck {
        let nothing = Run::default();
        let run = self.run().unwrap_or(&nothing);
        self.deck.get_or_init(|| Deck::new(run, &self.state, course.outlines()))
    }

    /// Keeps in mind that these slots cannot be asked.
    pub(super) fn miss(&mut self, slots: Vec<QuestionRef>) {
        self.gone.extend(slots);
    }

    /// Returns whether a slot cannot be asked.
    pub(super) fn is_gone(&self, slot: &QuestionRef) -> bool {
        self.gone.contains(slot)
    }

    /// Returns what happened, added up.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Returns this run through the course; none before its first event.
    pub fn run(&self) -> Option<&Run> {
        self.progress.runs.get(&self.enrolment)
    }

    /// Returns this run held against the course.
    pub fn state(&self) -> &CourseState {
        &self.state
    }

    /// Reads a draft; one that cannot be read is as good as none.
    pub(super) fn draft<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        serde_json::from_str(self.drafts.get(key)?).ok()
    }

    /// Returns whether a draft is kept.
    pub(super) fn has_draft(&self, key: &str) -> bool {
        self.drafts.contains_key(key)
    }

    /// Returns the keys of all drafts, in order.
    pub(super) fn draft_keys(&self) -> impl Iterator<Item = &str> {
        self.drafts.keys().map(String::as_str)
    }

    /// Keeps a draft in mind; returns whether it is another than before.
    pub(super) fn keep_draft(&mut self, key: &str, json: &str) -> bool {
        let before = self.drafts.insert(key.to_owned(), json.to_owned());
        before.as_deref() != Some(json)
    }

    /// Forgets a draft.
    pub(super) fn drop_draft(&mut self, key: &str) {
        self.drafts.remove(key);
    }
}
