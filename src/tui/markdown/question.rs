//! An ungraded question in its place: what is asked, marked as something that can be answered.
//!
//! Apart like every construct. Answering is the reader's matter; here it is a target like a term.

use super::block::label;
use super::face::{Face, Token};
use super::row::{Piece, Target};
use super::writer::Writer;
use crate::course::markdown::{NoReferences, blocks_of};
use crate::course::question::Question;

/// Writes a question.
pub(super) fn write(writer: &mut Writer<'_>, question: &Question) {
    let bar = format!("{} ", writer.setting.glyphs.bar);
    let name = writer.setting.labels.question.clone();
    writer.indent(&bar, &bar, Face::of(Token::Now));
    let target = writer.target(Target::Question(Box::new(question.clone())));
    writer.row(vec![Piece { text: name, face: label(Token::Now), target: Some(target), lead: true }]);
    writer.inner_blocks(&blocks_of(&question.prompt, &NoReferences));
    writer.outdent();
}
