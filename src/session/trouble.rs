//! What is wrong with the disk, in the learner's words, with what to do.
//!
//! Apart because the banner, the failure screen and plain mode say the same. Paths and what the system said are passed on as they
//! are.

use std::fmt::Display;

use crate::store::StoreError;
use crate::text::one_line;
use crate::words::Words;

/// Returns what is wrong and what to do.
pub fn store(error: &StoreError, words: &Words) -> String {
    let say = |key: &str, place: &dyn Display, why: &str| {
        let (place, why) = (one_line(&place.to_string()), one_line(why));
        words.with(key, &[("place", place.into()), ("why", why.into())])
    };
    match error {
        StoreError::Forbidden => words.get("trouble-forbidden"),
        StoreError::NoLearner(learner) => say("trouble-no-learner", learner, ""),
        StoreError::NoCohort(cohort) => say("trouble-no-cohort", cohort, ""),
        StoreError::Deleted(learner) => say("trouble-deleted", learner, ""),
        StoreError::Full(path) => say("trouble-full", &path.display(), ""),
        StoreError::ReadOnly { path, reason } => say("trouble-read-only", &path.display(), reason),
        StoreError::Newer { path, .. } => say("trouble-newer", &path.display(), ""),
        StoreError::Damaged { path, reason } => say("trouble-damaged", &path.display(), reason),
        StoreError::Foreign { path, reason } => say("trouble-foreign", &path.display(), reason),
        StoreError::Unsafe { path, reason } => say("trouble-unsafe", &path.display(), reason),
        StoreError::Busy(path) => say("trouble-busy", &path.display(), ""),
        StoreError::Closed => words.get("trouble-closed"),
        StoreError::Io { path, reason } => say("trouble-io", &path.display(), reason),
    }
}
