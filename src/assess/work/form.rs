//! Judges a form.

use std::collections::BTreeMap;

use super::{Circumstances, Judged};
use crate::course::exercise::Form;
use crate::course::exercise::work::Entry;

/// Judges the values of a form.
pub(super) fn judge(_form: &Form, _fields: &BTreeMap<String, Entry>, _around: Circumstances) -> Judged {
    Judged::default()
}
