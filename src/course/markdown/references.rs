//! What a text refers to outside itself: terms, values of the house, and how a question is read.
//!
//! Apart because the course that knows them is made of documents itself; a trait lets each be built without the other.

use crate::course::question::Question;
use crate::id::TermId;

/// What references in a text are resolved with.
pub trait References: std::fmt::Debug + Send + Sync {
    /// Finds a term by id, name or other form, whatever its letter case.
    fn term(&self, words: &str) -> Option<TermId>;
    /// Returns a value of `house.toml` by its path without `house.`.
    fn house(&self, path: &str) -> Option<&str>;
    /// Reads the TOML of a `question` block; none where it is at fault.
    fn question(&self, toml: &str) -> Option<Question>;
}

/// For texts that refer to nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoReferences;

impl References for NoReferences {
    fn term(&self, _words: &str) -> Option<TermId> {
        None
    }
    fn house(&self, _path: &str) -> Option<&str> {
        None
    }
    fn question(&self, _toml: &str) -> Option<Question> {
        None
    }
}
