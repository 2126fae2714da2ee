//! What two learners hand each other by file: the offer of an item, and the return note with its code.
//!
//! Apart from progress files because it is one thing from one person to another, and not what somebody did. What came
//! from outside is checked here before anything is made of it; texts are kept as they came and made safe where they
//! are shown. The file is described in `docs/swap-file.md`.

mod file;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::course::exercise::work::Entry;
use crate::id::{AttemptId, CourseId, ExerciseId, Lang};

pub use file::{BadSwap, LONGEST, read, write};

/// Who sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// The name.
    pub name: String,
    /// The station; may be empty.
    pub station: String,
}

/// Something from one learner to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap {
    /// The item: the try in which it was made.
    pub item: AttemptId,
    /// Who sends.
    pub from: Sender,
    /// The course.
    pub course: CourseId,
    /// The exercise whose form it is on.
    pub exercise: ExerciseId,
    /// The language it is written in.
    pub lang: Lang,
    /// The wall time of sending, a claim.
    pub at: Timestamp,
    /// What is handed over.
    pub what: Handed,
}

/// What is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handed {
    /// An item, as its form was filled in.
    Offer(BTreeMap<String, Entry>),
    /// What the desk decided on it.
    Return(Verdict),
}

/// What a desk decided on an item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The decision.
    pub decision: String,
    /// The code; may be empty.
    pub code: String,
    /// The note; may be empty.
    pub note: String,
}
