//! Quotations and call-outs: a bar down their side, and over a call-out its name.
//!
//! Apart like every construct. What a call-out is, is said in words, never by colour alone.

use super::block::label;
use super::face::{Face, Token};
use super::writer::Writer;
use crate::course::markdown::{Block, CallOut};

/// Writes a quotation.
pub(super) fn write(writer: &mut Writer<'_>, blocks: &[Block]) {
    let bar = format!("{} ", writer.setting.glyphs.rule[1]);
    writer.indent(&bar, &bar, Face::of(Token::Rule));
    writer.inner_blocks(blocks);
    writer.outdent();
}

/// Writes a call-out.
pub(super) fn write_call_out(writer: &mut Writer<'_>, kind: CallOut, blocks: &[Block]) {
    let labels = &writer.setting.labels;
    let (name, token) = match kind {
        CallOut::Note => (&labels.note, Token::Accent),
        CallOut::Warning => (&labels.warning, Token::Warn),
        CallOut::Example => (&labels.example, Token::Muted),
        CallOut::Trainer => (&labels.trainer, Token::Muted),
    };
    let bar = format!("{} ", writer.setting.glyphs.bar);
    writer.indent(&bar, &bar, Face::of(token));
    writer.words(name, label(token));
    writer.inner_blocks(blocks);
    writer.outdent();
}
