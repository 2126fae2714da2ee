//! The fields of the engine `write`.
//!
//! Apart so that an engine is found under its name.

use super::{Around, text, values};
use crate::course::exercise::Writing;
use crate::course::fields::Fields;

/// Reads them.
pub(super) fn read(fields: &Fields<'_>, around: Around<'_>) -> Writing {
    let count = values::range(fields, "count").map(|(low, high)| (low.into(), high.into()));
    Writing { given: values::words(fields, "given"), count, rules: text::rules(fields, around) }
}
