//! What is known of each section of a lesson without drawing it.
//!
//! Apart from the document because the index and translations need these few values and never the text.

use std::ops::Range;

use super::hash::ContentHash;
use super::markdown::{Block, Document, count_words};
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

/// Returns the facts of every section, in order, and all blocks, so that nobody parses them again.
pub fn facts(document: &Document) -> (Vec<SectionFacts>, Vec<Block>) {
    let mut all = Vec::new();
    let mut facts = Vec::new();
    for (at, section) in document.sections().iter().enumerate() {
        let Some(hash) = document.hash(at) else { continue };
        let blocks = document.blocks(at);
        let (id, title, span) = (section.id.clone(), document.title(at), section.span.clone());
        facts.push(SectionFacts { id, title, span, hash, words: count_words(&blocks) });
        all.extend(blocks);
    }
    (facts, all)
}
