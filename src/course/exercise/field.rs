//! A task away from the screen: filmed, recorded, telephoned.
//!
//! Apart because no rule can judge it: the learner says what was done, and somebody else looks at it.

use crate::id::OptionId;

/// A task sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldTask {
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Whether a file name is asked at the end.
    pub file: bool,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The id.
    pub id: OptionId,
    /// What to do.
    pub text: String,
}
