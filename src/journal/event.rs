//! The event: its identity, its order, its envelope and what it says.
//!
//! Apart from the fold because files, stores and other programs know events without knowing what they add up to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::planning::{HalfDay, KeyRuling, PlanChange, Regrade, Totals};
use super::swap::{Swap, Verdict};
use crate::assess::{Grade, Response};
use crate::clock::{Date, Timestamp};
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Part, Work};
use crate::course::hash::ContentHash;
use crate::id::{
    AttemptId, CohortId, CourseId, EnrolmentId, ExerciseId, JoinId, Lang, LearnerId, LessonId, NoteId, OptionId,
    QuestionId, QuestionRef, QuizId, RegradeId, SectionId, WriterId,
};

/// Who wrote it and which of their events it is; nothing else identifies an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId {
    /// The opening of a store that wrote it.
    pub writer: WriterId,
    /// Counted from 1 by that writer.
    pub seq: u64,
}

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The learner.
    Learner,
    /// A trainer.
    Trainer,
}

/// Where it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// On the full screen.
    Screen,
    /// In plain mode.
    Plain,
    /// On paper, entered later.
    Paper,
    /// Served over a network.
    Served,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identity.
    pub id: EventId,
    /// One more than the highest its writer had seen for this learner; orders before `id`.
    pub lamport: u64,
    /// Whose progress it is.
    pub subject: LearnerId,
    /// Who said it.
    pub author: Author,
    /// Which run through which course.
    pub enrolment: EnrolmentId,
    /// Where it was done.
    pub via: Via,
    /// The language it was done in.
    pub lang: Lang,
    /// The wall time, a claim.
    pub at: Timestamp,
    /// The learner who sat there too: the same event stands in their history. None for one alone.
    pub pair: Option<LearnerId>,
    /// What happened.
    pub body: Body,
}

/// Where an event stands among all events of its learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Order {
    /// Orders first.
    pub lamport: u64,
    /// Orders what has the same lamport.
    pub id: EventId,
}

impl Event {
    /// Returns where the event stands in the order of all.
    pub fn order(&self) -> Order {
        Order { lamport: self.lamport, id: self.id }
    }
}

/// What can happen. A new kind is a new variant; a changed one gets a new `kind_version`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Body {
    /// A run through a course began.
    Enrolled {
        /// The course.
        course: CourseId,
        /// Its version at that time.
        version: String,
    },
    /// A section of a lesson was read to its end.
    SectionSeen {
        /// The lesson.
        lesson: LessonId,
        /// The section.
        section: SectionId,
    },
    /// A try at a quiz or test began.
    AttemptStarted {
        /// The try.
        attempt: AttemptId,
        /// What was tried.
        quiz: QuizId,
        /// The questions drawn, in the order they are asked.
        questions: Vec<QuestionRef>,
    },
    /// One question of an attempt was answered; the first answer to a slot counts.
    Answered {
        /// The try.
        attempt: AttemptId,
        /// The answer.
        answer: Answer,
    },
    /// Every question of an attempt was answered.
    AttemptFinished {
        /// The try.
        attempt: AttemptId,
        /// The mean of its grades.
        grade: Grade,
        /// The critical questions that were not right in full.
        critical_missed: Vec<QuestionRef>,
        /// Whether it passed, by the pass mark of that time.
        passed: bool,
    },
    /// A piece of desk work was handed in: a whole try at an exercise.
    ExerciseDone {
        /// The try.
        attempt: AttemptId,
        /// What was made, and what it was worth.
        result: Box<WorkDone>,
    },
    /// Somebody marked a piece of desk work by the rubric of its exercise; the last marking of a try counts.
    ExerciseMarked {
        /// The try.
        attempt: AttemptId,
        /// The exercise.
        exercise: ExerciseId,
        /// Who marked, as they call themselves.
        by: String,
        /// Points by line of the rubric.
        points: BTreeMap<OptionId, u8>,
        /// What was said; may be empty.
        comment: String,
    },
    /// A colleague's item, or the return note to one's own, came by file.
    SwapReceived {
        /// What came.
        swap: Box<Swap>,
    },
    /// An item that a colleague sent was decided on; the last decision counts.
    SwapDecided {
        /// The item.
        item: AttemptId,
        /// What was decided.
        verdict: Verdict,
    },
    /// A form that nobody judges was filled in; the last time counts, and what was said before is kept.
    Replied {
        /// The form.
        form: ExerciseId,
        /// After how many days this was asked; none for one at the end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        day: Option<u16>,
        /// What was asked.
        text_hash: ContentHash,
        /// The answers by question; what was left out is not there.
        answers: BTreeMap<String, Entry>,
    },
    /// A question was answered outside any attempt: recall, practice, or inside a lesson. Ungraded for every total.
    Practised {
        /// The lesson where it was asked.
        lesson: LessonId,
        /// The answer.
        answer: Answer,
    },
    /// Somebody was there: gaps between inputs, each counted to 180 seconds at most.
    Active {
        /// Seconds since the last such event.
        seconds: u32,
        /// The lesson that was open, if one was.
        lesson: Option<LessonId>,
    },
    /// A note was written, or written anew.
    Noted {
        /// The note.
        note: NoteId,
        /// The lesson.
        lesson: LessonId,
        /// The section.
        section: SectionId,
        /// The block in the section, from 0.
        block: usize,
        /// The words; empty for a bookmark.
        text: String,
    },
    /// A note or bookmark was taken away.
    NoteRemoved {
        /// The note.
        note: NoteId,
    },
    /// Two records are of one person, until that is taken back; it stands in both.
    Joined {
        /// The joining.
        join: JoinId,
        /// The other record.
        with: LearnerId,
    },
    /// A joining is taken back, for good; it stands in both records too.
    Parted {
        /// The joining.
        join: JoinId,
    },
    /// A learner was there for half a day of a workshop, by their own word.
    SignedIn {
        /// The workshop.
        cohort: CohortId,
        /// When.
        when: HalfDay,
    },
    /// A test was opened with a trainer's code: it is supervised.
    TestOpened {
        /// The try.
        attempt: AttemptId,
        /// The cohort whose code it was.
        cohort: CohortId,
    },
    /// The key of a question was wrong, and this is what an answer is worth now; only a trainer's word counts.
    Regraded {
        /// The try.
        attempt: AttemptId,
        /// The question that gives the slot its id.
        slot: QuestionRef,
        /// What it comes to.
        regrade: Box<Regrade>,
    },
    /// A regrade is taken back, for good; in a learner's stream and in the cohort's alike.
    RegradeUndone {
        /// The decision.
        regrade: RegradeId,
    },
    /// A cohort was founded, or its plan changed; only in a cohort's stream, as all that follow.
    CohortPlanned {
        /// What is new.
        change: Box<PlanChange>,
    },
    /// A learner belongs to the cohort from now on, or no longer; the last word counts.
    RosterChanged {
        /// Who.
        learner: LearnerId,
        /// Whether they belong to it.
        belongs: bool,
    },
    /// Two records whose names look alike are of two people, or may be of one after all; the last word on them counts.
    KeptApart {
        /// The two, in the order of their ids.
        learners: [LearnerId; 2],
        /// Whether they are two people.
        apart: bool,
    },
    /// The trainer ticked who was there; the last word on one learner and half-day counts.
    AttendanceTicked {
        /// Who.
        learner: LearnerId,
        /// When.
        when: HalfDay,
        /// Whether they were there.
        present: bool,
    },
    /// A note on a session was written, or written anew; an empty one is taken away.
    SessionNoted {
        /// The note.
        note: NoteId,
        /// The session.
        when: HalfDay,
        /// The words.
        text: String,
    },
    /// A box of the agenda began, at whatever time; the last word on one box of one day counts.
    BoxBegun {
        /// The day.
        date: Date,
        /// When the box begins by the agenda, in minutes after midnight.
        planned: u16,
        /// When it did begin, in minutes after midnight where the workshop meets; none takes it back.
        began: Option<u16>,
    },
    /// The key of a question was wrong.
    KeyRuled {
        /// Which, and what becomes of it.
        ruling: Box<KeyRuling>,
    },
    /// What is left when the learners are deleted.
    TotalsKept {
        /// The figures.
        totals: Box<Totals>,
    },
    /// Something that this version does not know; its bytes are kept and passed on, and it adds up to nothing.
    #[serde(skip)]
    Unknown {
        /// The kind, as written.
        kind: String,
        /// The version of the kind, as written.
        version: u32,
    },
}

/// A piece of desk work as it is kept for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkDone {
    /// The exercise.
    pub exercise: ExerciseId,
    /// What was made.
    pub work: Work,
    /// The answers to the questions after it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<QuestionId, Response>,
    /// What the whole was worth.
    pub grade: Grade,
    /// What each part was worth.
    pub parts: BTreeMap<Part, Grade>,
    /// The codes of what was found, in the order of the debrief; one that was found twice stands twice.
    pub codes: Vec<String>,
    /// The codes of critical rules that were broken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub critical: Vec<String>,
    /// Whether it passed, by the pass mark of that time.
    pub passed: bool,
    /// Seconds on the clock, without pauses.
    pub seconds: u32,
    /// Whether it was done without the clock.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub untimed: bool,
}

/// An answer as it is kept for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question, a variant by its own id.
    pub question: QuestionRef,
    /// The question that gives the slot its id.
    pub slot: QuestionId,
    /// What was shown.
    pub text_hash: ContentHash,
    /// What counted as right.
    pub key_hash: ContentHash,
    /// The options as they were shown, in that order.
    pub shown: Vec<OptionId>,
    /// What was answered.
    pub response: Response,
    /// What it was worth.
    pub grade: Grade,
    /// Whether the question was critical.
    pub critical: bool,
    /// How many hints were looked at.
    pub hints: u8,
    /// Time from showing to answering, in milliseconds.
    pub millis: u32,
    /// Whether the learner was sure; none where that was not asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confident: Option<bool>,
}
