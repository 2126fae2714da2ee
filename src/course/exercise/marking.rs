//! A text whose words or sentences are marked with labels.
//!
//! Apart from the question kind `mark`, which has one label and no rules on what was marked.

use super::Pick;
use super::rule::Rule;
use super::text::TextCheck;
use crate::course::question::Word;
use crate::id::OptionId;

/// A text to mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Marking {
    /// What is marked at a time.
    pub unit: Unit,
    /// The words, without braces.
    pub words: Vec<Word>,
    /// The labels.
    pub labels: Vec<Pick>,
    /// The spans that were braced.
    pub spans: Vec<Span>,
    /// Rules on the marked words.
    pub rules: Vec<Rule<MarkCheck>>,
}

/// What is marked at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Any run of words.
    Words,
    /// Whole sentences, the spans.
    Sentences,
}

/// A braced span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The id.
    pub id: OptionId,
    /// The label it must have; none for a tempting one.
    pub label: Option<String>,
    /// Whether missing it fails the whole.
    pub critical: bool,
    /// Said of it.
    pub feedback: String,
}

/// What a rule on marked words checks.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkCheck {
    /// A check on the marked words as a text.
    Text(TextCheck),
    /// The marked words are whole sentences.
    Sentences,
}
