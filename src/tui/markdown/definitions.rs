//! Definition lists: the words in weight, what they mean indented below.
//!
//! Apart like every construct.

use super::face::{Face, Token};
use super::writer::Writer;
use crate::course::markdown::Definition;

/// Writes a list of definitions.
pub(super) fn write(writer: &mut Writer<'_>, all: &[Definition]) {
    for (place, (words, meanings)) in all.iter().enumerate() {
        if place > 0 && !meanings.is_empty() {
            writer.space();
        }
        writer.running(words, Face::of(Token::Strong));
        for meaning in meanings {
            writer.indent("  ", "  ", Face::default());
            writer.inner_blocks(meaning);
            writer.outdent();
        }
    }
}
