//! Markdown as our own blocks, with source positions: one tree for the screen, plain mode and HTML.
//!
//! Apart from drawing because a tree has no width and no colour. A scan of lines cuts a lesson into sections and long
//! sections into chunks, and each is parsed when somebody looks at it, so that a long lesson opens as fast as a short
//! one. Nothing is kept of what was parsed: who draws it keeps what is on the screen. Raw HTML is text in here.

mod block;
mod builder;
mod document;
mod fault;
mod fence;
mod finish;
mod footnotes;
mod frame;
mod links;
mod parse;
mod plain;
mod references;
mod scan;
mod slug;
mod text;
mod visit;

pub use block::{Align, Block, BlockKind, CallOut, Definition, Figure, Inline, Item, Refusal, Table};
pub use document::{Document, Section};
pub use fault::{Fault, FaultKind};
pub use footnotes::Footnote;
pub use plain::{PlainLabels, plain_inlines, plain_lines};
pub use references::{NoReferences, References};
pub use visit::{count_words, visit_blocks, visit_inlines};

use footnotes::Footnotes;
use links::Links;

/// Parses a text that stands by itself, such as a prompt or a feedback; faults are left to whoever checks the course.
pub fn blocks_of(text: &str, references: &dyn References) -> Vec<Block> {
    let context =
        parse::Context { source: text, links: &Links::gather(text), footnotes: &Footnotes::default(), references };
    parse::parse(&context, 0..text.len()).blocks
}

/// Parses a text that belongs on one line, such as an option: what its blocks say, one after the other.
pub fn inlines_of(text: &str, references: &dyn References) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for block in blocks_of(text, references) {
        if !inlines.is_empty() {
            inlines.push(Inline::Text(" ".to_owned()));
        }
        if let BlockKind::Paragraph(words) | BlockKind::Heading(_, words) = block.kind {
            inlines.extend(words);
        } else {
            inlines.push(Inline::Text(plain_lines(&[block], &PlainLabels::default()).join(" ")));
        }
    }
    inlines
}

#[cfg(test)]
mod tests;
