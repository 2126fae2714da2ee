//! What can be asked of a store, and what it answers.
//!
//! Apart from the worker so that sessions, tests and later a network store speak the same words.

use serde::{Deserialize, Serialize};

pub use super::cohorts::{CohortAnswer, CohortRequest, CohortWords, PassMarks, Quizzes};
pub use super::error::StoreError;
use crate::clock::Timestamp;
use crate::course::hash::ContentHash;
use crate::id::{CohortId, CourseId, EnrolmentId, Lang, LearnerId};
pub use crate::journal::AskedQuestion;
use crate::journal::{About, Author, Body, Event, EventId, Order, Stored, Via};

/// Who asks, and so what they may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Principal {
    /// Whoever sits at this machine and can read the file anyway: may list and add learners, act for each of them,
    /// and become one of them with `Handle::narrow`.
    Owner,
    /// One learner: sees and writes nothing of anybody else.
    Learner(LearnerId),
    /// Two learners at one machine. The first is the one whose record is open, with the scope of `Learner`. Of the
    /// second nothing is seen but the profile, and nothing is written but what both did: the same events, in the same
    /// transaction, each marked by the store with the other's id. So neither can a pair be claimed alone, nor does a
    /// seat beside somebody open their record.
    Pair {
        /// Whose record is open.
        learner: LearnerId,
        /// Who sits there too.
        with: LearnerId,
    },
}

/// Joins an answer to its question; a screen that has gone drops answers with old tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tag(pub u64);

impl Tag {
    /// The tag of news nobody asked for.
    pub const NEWS: Self = Self(u64::MAX);
}

/// What may be replaced about a learner; never part of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The learner.
    pub learner: LearnerId,
    /// The name, cleaned of control characters.
    pub name: String,
    /// The station they come from.
    pub member: String,
    /// The language they chose.
    pub lang: Lang,
}

/// An event before the store gives it its identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Who says it.
    pub author: Author,
    /// Which run through which course.
    pub enrolment: EnrolmentId,
    /// Where it was done.
    pub via: Via,
    /// The language it was done in.
    pub lang: Lang,
    /// The wall time.
    pub at: Timestamp,
    /// What happened.
    pub body: Body,
}

/// Somebody to whom events are credited too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Who it is.
    pub learner: LearnerId,
    /// The course that the events are of: they go to the learner's current run through it, or begin one.
    pub course: CourseId,
    /// Its version, for a run that begins.
    pub version: String,
}

/// Work that is not handed in, or a place in a lesson: replaced in place, and no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it belongs to: `answer/<attempt>`, `place/<lesson>`, `setting/<name>`.
    pub key: String,
    /// JSON that only its owner understands.
    pub json: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// The learners that may be known: for an owner every one of this home, for a pair the two. Not for a learner.
    Learners,
    /// What a start needs, in one go: everything of the only learner of this home on one course, answered like
    /// `Open`; with several or none, every learner, answered like `Learners`. Owner only.
    Begin {
        /// The course.
        course: CourseId,
    },
    /// Adds a learner, or replaces a profile. Adding: owner only.
    PutProfile(Profile),
    /// Everything of one learner on one course: profile, events, drafts.
    Open {
        /// The learner.
        learner: LearnerId,
        /// The course.
        course: CourseId,
    },
    /// Appends events of one learner in one transaction, with the questions they speak of.
    Append {
        /// The learner.
        learner: LearnerId,
        /// Who sat there too: gets the same events, and both are marked as a pair. The answer holds the learner's.
        with: Option<Partner>,
        /// The events, in order.
        events: Vec<NewEvent>,
        /// Questions as asked; those already kept are kept once.
        asked: Vec<AskedQuestion>,
        /// A draft that the events make void, removed in the same transaction.
        drop_draft: Option<String>,
    },
    /// Keeps a draft.
    PutDraft {
        /// The learner.
        learner: LearnerId,
        /// The draft.
        draft: Draft,
    },
    /// Throws a draft away; one that is not there is no error.
    DropDraft {
        /// The learner.
        learner: LearnerId,
        /// Which.
        key: String,
    },
    /// Questions as they were asked, for looking at old answers.
    Asked {
        /// The learner who answered them.
        learner: LearnerId,
        /// Text and key hashes.
        hashes: Vec<(ContentHash, ContentHash)>,
    },
    /// What stands at the head of one learner's progress file.
    ExportHead {
        /// The learner.
        learner: LearnerId,
    },
    /// Deletes everything of one learner, in every file of ours, and keeps only that it was done. Once they are gone
    /// asking again wipes again. Owner, or the learner; never one of a pair.
    Erase {
        /// The learner.
        learner: LearnerId,
        /// The wall time.
        at: Timestamp,
    },
    /// Lets the data of somebody who was deleted here in again. Owner only.
    Readmit {
        /// The learner.
        learner: LearnerId,
    },
    /// A page of one learner's history, every event as it was written, contested ones included.
    ExportEvents {
        /// The learner.
        learner: LearnerId,
        /// The page to read; the first is `Cursor::default()`.
        from: Cursor,
    },
    /// Joins what came from elsewhere: a union of sets, so order and repetition do not matter. An owner may join
    /// everybody's, a learner only their own.
    Merge(Box<Import>),
    /// What a learner said about themselves where a trainer asked.
    About {
        /// The learner.
        learner: LearnerId,
    },
    /// Replaces what a learner said about themselves.
    PutAbout {
        /// The learner.
        learner: LearnerId,
        /// What is said now.
        about: About,
    },
    /// Something about cohorts. Owner only.
    Cohort(Box<CohortRequest>),
    /// Looks whether another process has written since the last look; watching handles are told.
    Refresh,
}

/// What the store answers, variant by variant of `Request`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The learners, by name.
    Learners(Vec<Profile>),
    /// The profile stands.
    ProfilePut(Profile),
    /// One learner's record.
    Opened(Box<Record>),
    /// The events, durable, as they now are.
    Appended(Vec<Event>),
    /// The draft is kept.
    DraftPut,
    /// The draft is gone.
    DraftDropped,
    /// The questions that were found.
    Asked(Vec<AskedQuestion>),
    /// The head of a progress file.
    ExportHead(Box<ExportHead>),
    /// A page of it.
    ExportEvents(Page),
    /// What became of the events.
    Merged(Merged),
    /// The learner is gone, to the last byte.
    Erased,
    /// What comes of the learner is taken again.
    Readmitted,
    /// What the learner said about themselves, as it is now.
    About(About),
    /// What was asked about cohorts.
    Cohort(Box<CohortAnswer>),
    /// Whether another process had written.
    Refreshed(bool),
    /// Somebody else changed this learner's record, or any record (`None`); only to handles that watch, tagged
    /// `Tag::NEWS`.
    Changed(Option<LearnerId>),
}

/// Where in a learner's history a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cursor {
    /// At the beginning.
    #[default]
    Begin,
    /// After an event that counts.
    After(Order),
    /// Among the contested events, after so many.
    Contested(u64),
}

/// What stands before the events of a progress file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportHead {
    /// Who it is.
    pub profile: Profile,
    /// What they said about themselves.
    pub about: About,
    /// Whether it is a cohort, whose id and name stand in the profile.
    pub cohort: bool,
    /// The courses of the learner's runs, each with the version that was begun last.
    pub courses: Vec<(CourseId, String)>,
    /// The questions that the events speak of, as they were asked.
    pub asked: Vec<AskedQuestion>,
    /// Up to when the history is known: when the file that brought it was written. None where it is written here.
    pub known_until: Option<Timestamp>,
}

/// Some events, as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The bytes of each.
    pub events: Vec<Vec<u8>>,
    /// Where the next page begins; none after the last.
    pub next: Option<Cursor>,
}

/// What comes from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// Whose it is; they are added to this home if it does not know them, and left as they are if it does.
    pub profile: Option<Profile>,
    /// What they said about themselves; kept where nothing is known yet.
    pub about: About,
    /// The cohort that it is of; its events are taken in though no learner has its id.
    pub cohort: Option<CohortId>,
    /// When the file that it comes from was written, by the clock of the machine that wrote it.
    pub written_at: Option<Timestamp>,
    /// Questions as they were asked.
    pub asked: Vec<AskedQuestion>,
    /// Events.
    pub events: Vec<Stored>,
}

/// Why an event from elsewhere is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    /// Nobody of this home, and no profile came with it.
    #[error("it is about {0}, who is not known here: import the progress file of that learner")]
    Nobody(LearnerId),
    /// Somebody who was deleted here.
    #[error("learner {0} was deleted here, and nothing of theirs is taken; `--even-deleted` lets it in")]
    Deleted(LearnerId),
}

/// What became of events from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// Whether the learner was added to this home.
    pub added: bool,
    /// Not known before.
    pub new: usize,
    /// Known already, byte for byte.
    pub known: usize,
    /// Identities that now have several contents: all contents are kept, none counts.
    pub conflicts: Vec<EventId>,
    /// Events that are not taken in: their place in the request and why.
    pub refused: Vec<(usize, WhyNot)>,
}

/// What could be copied out of a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Copied {
    /// Learners.
    pub learners: usize,
    /// Events.
    pub events: usize,
    /// Whether something could not be read.
    pub damaged: bool,
}

impl Copied {
    /// Adds what another pass found.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            learners: self.learners + other.learners,
            events: self.events + other.events,
            damaged: self.damaged || other.damaged,
        }
    }
}

/// Everything of one learner on one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Who it is.
    pub profile: Profile,
    /// Events of this course (and those that name none), in their order; conflicts are left out.
    pub events: Vec<Event>,
    /// The run that each record of theirs has its events in, where a trainer joined several; else nothing. In `events`
    /// all stand in the first of these, and what is written down belongs into the run and the record that it is of.
    pub runs: Vec<(LearnerId, EnrolmentId)>,
    /// Identities with several contents, which count for nothing until somebody decides.
    pub conflicts: Vec<EventId>,
    /// Drafts.
    pub drafts: Vec<Draft>,
}
