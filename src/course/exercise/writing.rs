//! A text to write or to cut.
//!
//! Apart from a form with one field because its length and its read time are shown while one writes.

use super::rule::Rule;
use super::text::TextCheck;

/// A text to write.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// What stands in the editor at the start; may be empty.
    pub given: String,
    /// The fewest and most words, shown while one writes.
    pub count: Option<(u32, u32)>,
    /// The rules.
    pub rules: Vec<Rule<TextCheck>>,
}
