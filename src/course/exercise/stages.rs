//! Several exercises in one timed story.
//!
//! Apart because a story has no work of its own: its stages are exercises, each with its file.

use std::collections::BTreeMap;

use super::Part;
use crate::id::ExerciseId;

/// A story in stages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// The stages, in order.
    pub stages: Vec<Stage>,
    /// What accuracy, process and time count; empty for the mean of the stages.
    pub score: BTreeMap<Part, u16>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The exercise.
    pub exercise: ExerciseId,
    /// The time in the story; may be empty.
    pub at: String,
    /// What comes in, as Markdown.
    pub text: String,
}
