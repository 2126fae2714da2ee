//! Walks over a tree: every block, every piece of running text, how many words.
//!
//! Apart so that checks and indexes do not each repeat the shape of the tree. Recursion is safe: a tree is at most
//! `Block::DEEPEST` levels deep.

use super::block::{Block, BlockKind, CallOut, Inline};
use super::plain::{PlainLabels, plain_lines};

/// Calls `f` for each block, parents first.
pub fn visit_blocks(blocks: &[Block], f: &mut dyn FnMut(&Block)) {
    for block in blocks {
        f(block);
        match &block.kind {
            BlockKind::List(_, items) => items.iter().for_each(|item| visit_blocks(&item.blocks, f)),
            BlockKind::Quote(inner) | BlockKind::CallOut(_, inner) => visit_blocks(inner, f),
            BlockKind::Definitions(all) => {
                all.iter().flat_map(|(_, meanings)| meanings).for_each(|meaning| visit_blocks(meaning, f));
            }
            BlockKind::Heading(..)
            | BlockKind::Paragraph(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Question(_)
            | BlockKind::Table(_)
            | BlockKind::Picture(..)
            | BlockKind::Rule
            | BlockKind::Refused(..) => {}
        }
    }
}

/// Calls `f` for each piece of running text of each block, parents first.
pub fn visit_inlines(blocks: &[Block], f: &mut dyn FnMut(&Inline)) {
    visit_blocks(blocks, &mut |block| match &block.kind {
        BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) => running(inlines, f),
        BlockKind::Definitions(all) => all.iter().for_each(|(words, _)| running(words, f)),
        BlockKind::Table(table) => table.rows.iter().chain([&table.head]).flatten().for_each(|cell| running(cell, f)),
        BlockKind::List(..)
        | BlockKind::Quote(_)
        | BlockKind::CallOut(..)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Question(_)
        | BlockKind::Picture(..)
        | BlockKind::Rule
        | BlockKind::Refused(..) => {}
    });
}

fn running(inlines: &[Inline], f: &mut dyn FnMut(&Inline)) {
    for inline in inlines {
        f(inline);
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(inner, _) => {
                running(inner, f);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Picture(..)
            | Inline::Term(..)
            | Inline::FootnoteRef(_)
            | Inline::Break => {}
        }
    }
}

/// Counts the words a learner reads: trainer's notes and the art of figures are left out.
pub fn count_words(blocks: &[Block]) -> usize {
    let learners = |block: &&Block| !matches!(block.kind, BlockKind::CallOut(CallOut::Trainer, _));
    let has_letter = |word: &&str| word.chars().any(char::is_alphanumeric);
    let count = |block| {
        let lines = plain_lines(std::slice::from_ref(block), &PlainLabels::default());
        lines.iter().map(|line| line.split_whitespace().filter(has_letter).count()).sum::<usize>()
    };
    blocks.iter().filter(learners).map(count).sum()
}
