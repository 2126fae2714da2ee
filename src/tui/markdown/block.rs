//! Which construct writes which block.
//!
//! Apart as the index of the constructs; each has its file. Recursion is safe, because a tree of blocks is at most
//! `Block::DEEPEST` levels deep.

use ratatui::style::Modifier;

use super::face::{Face, Token};
use super::writer::{Writer, rule};
use super::{code, definitions, figure, heading, list, question, quote, table};
use crate::course::markdown::{Block, BlockKind, CallOut};

impl Writer<'_> {
    /// Writes the blocks of a chunk and counts them.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (place, block) in blocks.iter().enumerate() {
            self.begin_block(place, block.span.start);
            if self.is_shown(block) {
                self.space();
                self.block(block);
            }
            self.count_block();
        }
    }

    /// Writes blocks inside another.
    pub(super) fn inner_blocks(&mut self, blocks: &[Block]) {
        self.close_up();
        let mut after_words = false;
        for block in blocks.iter().filter(|block| self.setting.trainer || !is_for_trainers(block)) {
            if !(after_words && matches!(block.kind, BlockKind::List(..))) {
                self.space();
            }
            self.block(block);
            after_words = matches!(block.kind, BlockKind::Paragraph(_));
        }
    }

    fn is_shown(&self, block: &Block) -> bool {
        self.setting.trainer || !is_for_trainers(block)
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(level, words) => heading::write(self, *level, words),
            BlockKind::Paragraph(words) => self.running(words, Face::default()),
            BlockKind::List(first, items) => list::write(self, *first, items),
            BlockKind::Quote(inner) => quote::write(self, inner),
            BlockKind::CallOut(kind, inner) => quote::write_call_out(self, *kind, inner),
            BlockKind::Code(text) => code::write(self, text),
            BlockKind::Figure(figure) => figure::write(self, figure, block.span.end),
            BlockKind::Question(question) => question::write(self, question),
            BlockKind::Table(table) => table::write(self, table),
            BlockKind::Picture(path, words) => figure::write_picture(self, path, words),
            BlockKind::Definitions(all) => definitions::write(self, all),
            BlockKind::Rule => self.row(vec![rule(self.setting, self.room())]),
            BlockKind::Refused(text, refusal) => code::write_refused(self, text, *refusal),
        }
    }
}

fn is_for_trainers(block: &Block) -> bool {
    matches!(block.kind, BlockKind::CallOut(CallOut::Trainer, _))
}

/// The face of labels.
pub(super) fn label(token: Token) -> Face {
    Face::of(token).and(Modifier::BOLD)
}
