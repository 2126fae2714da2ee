//! Judges a text that was written or cut.
//!
//! Apart so that an engine is found under its name; the checks are those of every text.

use super::done;
use super::text::{self, Points};
use super::{Judged, Place};
use crate::course::exercise::{Part, Writing};

/// Judges a text.
pub(super) fn judge(writing: &Writing, text: &str, read_aloud: u16) -> Judged {
    let place = |at: Option<(usize, usize)>| at.map_or(Place::Whole, |(from, to)| Place::Words(from, to));
    let (findings, (kept, all)) = text::judge(&writing.rules, text, read_aloud, place);
    // What must not be said is not said where nothing is said: a text that is too short earns in proportion.
    let grade = done::words(writing, text).of_grade(Points { kept, all }.grade());
    Judged { parts: vec![(Part::Rules, grade)], findings }
}
