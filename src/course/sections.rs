//! What is known of each section of a lesson without drawing it.
//!
//! Apart from the document because the index and translations need these few values and never the text.

use std::ops::Range;

use super::hash::ContentHash;
use super::markdown::{Document, count_words};
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
    /// The hash of its source, which translations name.
    pub hash: ContentHash,
    /// How many words there are to read.
    pub words: usize,
}

/// Returns the facts of every section, in order.
pub fn facts(document: &Document) -> Vec<SectionFacts> {
    let fact = |(at, section): (usize, &super::markdown::Section)| {
        Some(SectionFacts {
            id: section.id.clone(),
            title: document.title(at),
            span: section.span.clone(),
            hash: document.hash(at)?,
            words: count_words(&document.blocks(at)),
        })
    };
    document.sections().iter().enumerate().filter_map(fact).collect()
}
