//! What can be asked of a store, and what it answers.
//!
//! Apart from the worker so that sessions, tests and later a network store speak the same words.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::course::Question;
use crate::course::hash::ContentHash;
use crate::id::{CourseId, EnrolmentId, Lang, LearnerId};
use crate::journal::{Author, Body, Event, Via};

/// Who asks, and so what they may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Principal {
    /// Whoever sits at this machine: may list and add learners, and become one of them.
    Owner,
    /// One learner: sees and writes nothing of anybody else.
    Learner(LearnerId),
}

/// Joins an answer to its question; a screen that has gone drops answers with old tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tag(pub u64);

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

/// A question as it was asked, found again by its two hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedQuestion {
    /// What was shown.
    pub text_hash: ContentHash,
    /// What counted as right.
    pub key_hash: ContentHash,
    /// The language.
    pub lang: Lang,
    /// The question.
    pub question: Question,
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
    /// Every learner of this home. Owner only.
    Learners,
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
    /// Questions as they were asked, for looking at old answers.
    Asked {
        /// The learner who answered them.
        learner: LearnerId,
        /// Text and key hashes.
        hashes: Vec<(ContentHash, ContentHash)>,
    },
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
    /// The questions that were found.
    Asked(Vec<AskedQuestion>),
}

/// Everything of one learner on one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Who it is.
    pub profile: Profile,
    /// Events of this course (and those that name none), in their order; conflicts are left out.
    pub events: Vec<Event>,
    /// Drafts.
    pub drafts: Vec<Draft>,
}

/// Why a request was not carried out. Every message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Outside what the principal may see.
    #[error("this session may not ask for that")]
    Forbidden,
    /// No such learner.
    #[error("no learner {0} in this home")]
    NoLearner(LearnerId),
    /// The disk is full.
    #[error("the disk that holds {} is full: free some space and try again; nothing that was saved is lost", .0.display())]
    Full(PathBuf),
    /// The home cannot be written.
    #[error("{} cannot be written: {reason}. Choose another folder with --home", .path.display())]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Written by a newer program.
    #[error("{} was written by a newer Rundown (format {found}, this one knows {known}): open it with that version", .path.display())]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// The file is damaged.
    #[error("{} is damaged: {reason}. It was left as it is; copy it away, then start again with --home and another folder", .path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
    /// Anything else the system said.
    #[error("{}: {reason}", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
}
