//! What a learner made in an exercise, by engine; also the model and the typical wrong work of a file.
//!
//! Apart from the engines because it is kept for ever in events and drafts: a work is read against an exercise that may
//! have changed since, so nothing in it is trusted to fit.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A piece of work. Ids are plain texts, because the exercise may have lost them since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "engine", rename_all = "snake_case")]
pub enum Work {
    /// Values by field.
    Form {
        /// What was filled in.
        fields: BTreeMap<String, Entry>,
    },
    /// A text.
    Write {
        /// The text.
        text: String,
    },
    /// Chosen cards.
    Arrange {
        /// The cards, in order.
        cards: Vec<String>,
        /// Labels by card.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        labels: BTreeMap<String, String>,
        /// Captions by card.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        captions: BTreeMap<String, String>,
    },
    /// Marked words.
    Mark {
        /// Runs of words with their label, in the order of the text.
        marks: Vec<Marked>,
    },
    /// Decisions.
    Desk {
        /// In the order in which they were taken; an item that was decided anew stands where it was decided last.
        decided: Vec<Decided>,
    },
    /// An investigation.
    Case {
        /// Tools in the order in which they were used.
        used: Vec<String>,
        /// The tools whose results are cited as reasons.
        cited: Vec<String>,
        /// The chosen option of each conclusion.
        concluded: BTreeMap<String, String>,
        /// The learner's own notes.
        notes: String,
    },
    /// A task away from the screen.
    Field {
        /// The steps that were done.
        done: Vec<String>,
        /// A file that was made; may be empty.
        file: String,
        /// Points that somebody gave, by line of the rubric.
        ticked: BTreeMap<String, u8>,
    },
    /// Stages that were handed in.
    Stages {
        /// How many.
        done: u16,
    },
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// One value as typed, or the id of a choice.
    One(String),
    /// Several choices.
    Several(Vec<String>),
    /// Rows of cells.
    Rows(Vec<Vec<String>>),
}

impl Entry {
    /// Returns the same sort of value with nothing in it.
    #[must_use]
    pub fn emptied(&self) -> Self {
        match self {
            Self::One(_) => Self::One(String::new()),
            Self::Several(_) => Self::Several(Vec::new()),
            Self::Rows(_) => Self::Rows(Vec::new()),
        }
    }
}

/// A run of words with a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The label.
    pub label: String,
    /// The first word, from 0.
    pub from: usize,
    /// The word after the last.
    pub to: usize,
}

/// A decision on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The item.
    pub item: String,
    /// What was decided.
    pub decision: String,
    /// The code; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The note; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
