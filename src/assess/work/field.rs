//! Judges a task that was done away from the screen.

use std::collections::BTreeMap;

use super::Judged;
use crate::course::exercise::{Criterion, FieldTask};

/// Judges the steps and the rubric.
pub(super) fn judge(
    _task: &FieldTask,
    _rubric: &[Criterion],
    _done: &[String],
    _ticked: &BTreeMap<String, u8>,
) -> Judged {
    Judged::default()
}
