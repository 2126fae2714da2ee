//! The text of a file, kept once.
//!
//! Apart so that a course, an open lesson and its document hold one copy between them, and the built-in course none.

use std::ops::Deref;
use std::sync::Arc;

/// A text that costs nothing to hand on.
#[derive(Debug, Clone)]
pub enum SharedText {
    /// A part of the program.
    BuiltIn(&'static str),
    /// Read or put together while it runs.
    Kept(Arc<String>),
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::BuiltIn(text) => text,
            Self::Kept(text) => text,
        }
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        Self::Kept(Arc::new(text))
    }
}
