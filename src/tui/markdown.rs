//! A lesson's blocks as rows of styled text, wrapped to a width.
//!
//! Apart from the reader screen because rows know no keys and no progress, and because quizzes and pop-ups show the
//! same Markdown. One construct a file. A row names faces and no colours, so that a theme changes without wrapping
//! anew; what is long is laid out a chunk at a time, when somebody looks at it.

mod block;
mod code;
mod definitions;
mod face;
mod figure;
mod footnotes;
mod heading;
mod list;
mod question;
mod quote;
mod row;
mod running;
mod scroll;
mod setting;
mod table;
mod writer;

pub use face::{Face, Token};
pub use row::{Piece, Row, Rows, Strip, Target};
pub use scroll::{Scroll, Spot};
pub use setting::{Album, Labels, Setting};

use crate::course::markdown::{Block, Document};

/// Lays out blocks that stand by themselves, such as a prompt.
pub fn rows_of(blocks: &[Block], setting: &Setting) -> Rows {
    let mut writer = writer::Writer::new(setting);
    writer.blocks(blocks);
    writer.finish()
}

/// Lays out one chunk of a lesson; after the last chunk of a section come its footnotes.
pub fn rows_of_chunk(document: &Document, section: usize, chunk: usize, setting: &Setting) -> Rows {
    let mut writer = writer::Writer::new(setting);
    let Some(cut) = document.sections().get(section) else { return writer.finish() };
    let Some(range) = cut.chunks.get(chunk) else { return writer.finish() };
    writer.follow(document.source(), !is_first(document, range.start));
    writer.blocks(&document.chunk(range.clone()));
    if chunk + 1 == cut.chunks.len() {
        footnotes::write(&mut writer, document, section);
    }
    writer.finish()
}

/// Whether nothing stands above a place of the lesson.
fn is_first(document: &Document, start: usize) -> bool {
    let body = document.sections().first().map_or(0, |section| section.span.start);
    document.source().get(body..start).is_none_or(|above| above.trim_start().is_empty())
}

#[cfg(test)]
mod tests;
