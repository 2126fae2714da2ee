//! Footnotes, at the end of the section that first refers to them.
//!
//! Apart like every construct; they are parsed here, because their text may stand anywhere in the lesson.

use super::face::{Face, Token};
use super::writer::{Writer, rule};
use crate::course::markdown::Document;
use crate::tui::width::width;

const RULE: usize = 12;

/// Writes the footnotes of a section.
pub(super) fn write(writer: &mut Writer<'_>, document: &Document, section: usize) {
    let notes = document.footnotes_of(section);
    if notes.is_empty() {
        return;
    }
    writer.space();
    let cells = RULE.min(writer.room());
    writer.row(vec![rule(writer.setting, cells)]);
    for place in notes {
        let mark = format!("[{}] ", place + 1);
        writer.indent(&mark, &" ".repeat(width(&mark)), Face::of(Token::Accent));
        writer.inner_blocks(&document.footnote(place));
        writer.outdent();
    }
}
