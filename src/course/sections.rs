//! What is known of each section of a lesson without drawing it.
//!
//! Apart from the document because the index and translations need these few values and never the text.

use std::ops::Range;

use super::markdown::{Document, Section};
use crate::id::SectionId;

/// A section from outside.
#[derive(Debug, Clone)]
pub struct SectionFacts {
    /// The id.
    pub id: SectionId,
    /// The heading without markup; empty for `start`.
    pub title: String,
    /// The bytes of the file it takes.
    pub span: Range<usize>,
    /// About how many words there are to read.
    pub words: usize,
}

/// Returns the facts of every section, in order; nothing is parsed for them but headings with markup.
pub fn facts(document: &Document) -> Vec<SectionFacts> {
    let facts = |(at, section): (usize, &Section)| SectionFacts {
        id: section.id.clone(),
        title: document.title(at),
        span: section.span.clone(),
        words: document.words(at),
    };
    document.sections().iter().enumerate().map(facts).collect()
}
