//! Judges a worked queue.

use super::{Circumstances, Judged};
use crate::course::exercise::Desk;
use crate::course::exercise::work::Decided;

/// Judges the decisions.
pub(super) fn judge(_desk: &Desk, _decided: &[Decided], _around: Circumstances) -> Judged {
    Judged::default()
}
