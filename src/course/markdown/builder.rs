//! The tree, built from what opens and closes, without recursion.
//!
//! Apart from the parser's events so that depth and size are limited in one place: what stands too deep is skipped
//! and shown as text, running text that is nested too deep loses its marks, a table that is too large is refused.

use std::ops::Range;

use super::block::{Block, BlockKind, Inline, Refusal};
use super::fault::{Fault, FaultKind};
use super::frame::{Frame, Open};
use super::links::Links;
use super::parse::{Context, Parsed};
use super::{finish, text};

/// How much of what was refused is shown.
const SHOWN: usize = 2_000;

/// Builds blocks.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    context: Context<'a>,
    /// What is open, from the outside in; the first is the chunk itself.
    frames: Vec<Frame>,
    levels: usize,
    /// How many openings of running text were ignored and wait for their end.
    flat: usize,
    /// How many openings were skipped and wait for their end, and from where.
    skipped: usize,
    skip_span: Range<usize>,
    /// Cells of the table that is open.
    cells: usize,
    done: Parsed,
}

impl<'a> Builder<'a> {
    /// Begins with nothing.
    pub(super) fn new(context: Context<'a>) -> Self {
        Self {
            context,
            frames: vec![Frame::new(Open::Chunk, 0..0)],
            levels: 0,
            flat: 0,
            skipped: 0,
            skip_span: 0..0,
            cells: 0,
            done: Parsed::default(),
        }
    }

    /// Returns the lesson's link definitions.
    pub(super) fn links(&self) -> &'a Links {
        self.context.links
    }

    /// Something opens.
    pub(super) fn open(&mut self, open: Open, span: Range<usize>) {
        if self.skipped > 0 {
            self.skipped += 1;
        } else if self.flat > 0 || (open.is_inline() && self.levels >= Block::DEEPEST) {
            self.flatten(span);
        } else if self.is_refused(&open) {
            self.skipped = 1;
            self.skip_span = span;
        } else {
            self.levels += usize::from(open.is_level());
            self.frames.push(Frame::new(open, span));
        }
    }

    fn flatten(&mut self, span: Range<usize>) {
        if self.flat == 0 {
            self.fault(FaultKind::TooDeep, span);
        }
        self.flat += 1;
    }

    fn is_refused(&mut self, open: &Open) -> bool {
        if matches!(open, Open::Table(_)) {
            self.cells = 0;
        }
        self.cells += usize::from(*open == Open::Cell);
        (open.is_level() && self.levels >= Block::DEEPEST) || (*open == Open::Cell && self.cells > Block::MOST_CELLS)
    }

    /// What opened last closes.
    pub(super) fn close(&mut self) {
        if self.skipped > 0 {
            self.end_skipping();
        } else if self.flat > 0 {
            self.flat -= 1;
        } else if self.frames.len() > 1 {
            self.close_frame();
        }
    }

    fn end_skipping(&mut self) {
        self.skipped -= 1;
        if self.skipped == 0 && self.cells <= Block::MOST_CELLS {
            let span = self.skip_span.clone();
            self.refuse(span, FaultKind::TooDeep, Refusal::TooDeep);
        }
    }

    fn close_frame(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        self.levels -= usize::from(frame.open.is_level());
        if frame.open.has_references() {
            text::expand(&self.context, &mut frame, &mut self.done.faults);
        }
        if matches!(frame.open, Open::Table(_)) && self.cells > Block::MOST_CELLS {
            let cells = std::mem::take(&mut self.cells);
            self.refuse(frame.span, FaultKind::TooManyCells(cells), Refusal::TooManyCells);
            return;
        }
        let span = frame.span.clone();
        match finish::finish(&self.context, frame, &mut self.done.faults) {
            finish::Piece::Block(kind) => self.push_block(Block { kind, span }),
            finish::Piece::Inline(inline) => self.push_inline(inline, span),
            finish::Piece::Footnote(blocks) => self.done.footnotes.push(blocks),
            finish::Piece::Part(part) => self.top().parts.push(part),
        }
    }

    /// Shows the beginning of a piece as it was written, and says why.
    pub(super) fn refuse(&mut self, span: Range<usize>, fault: FaultKind, refusal: Refusal) {
        let source = self.context.source.get(span.clone()).unwrap_or_default();
        let mut shown: String = source.chars().take(SHOWN).collect();
        if shown.len() < source.len() {
            shown.push('…');
        }
        self.fault(fault, span.clone());
        self.push_block(Block { kind: BlockKind::Refused(shown, refusal), span });
    }

    fn fault(&mut self, kind: FaultKind, span: Range<usize>) {
        self.done.faults.push(Fault { kind, span });
    }

    /// Words, or anything that is shown as they are.
    pub(super) fn text(&mut self, text: &str, span: Range<usize>) {
        if self.skipped == 0 {
            self.top().push_text(text, span);
        }
    }

    /// Raw HTML in running text: shown as text.
    pub(super) fn html(&mut self, html: &str, span: Range<usize>) {
        if self.skipped == 0 {
            self.fault(FaultKind::Html, span.clone());
        }
        self.text(html, span);
    }

    /// A piece of running text that holds no others.
    pub(super) fn inline(&mut self, inline: Inline, span: Range<usize>) {
        if self.skipped == 0 {
            self.push_inline(inline, span);
        }
    }

    /// A reference to a footnote.
    pub(super) fn footnote(&mut self, label: &str, span: Range<usize>) {
        match self.context.footnotes.place(label) {
            Some(place) => self.inline(Inline::FootnoteRef(place), span),
            None => self.text(&format!("[^{label}]"), span),
        }
    }

    /// A thematic break.
    pub(super) fn rule(&mut self, span: Range<usize>) {
        if self.skipped == 0 {
            self.push_block(Block { kind: BlockKind::Rule, span });
        }
    }

    /// The box of a task.
    pub(super) fn task(&mut self, done: bool) {
        if self.skipped > 0 {
            return;
        }
        let item = self.frames.iter_mut().rev().find(|frame| frame.open == Open::Item);
        if let Some(item) = item {
            item.task = Some(done);
        }
    }

    fn push_inline(&mut self, inline: Inline, span: Range<usize>) {
        self.top().push_inline(inline, span);
    }

    fn push_block(&mut self, block: Block) {
        self.flush();
        self.top().blocks.push(block);
    }

    /// Running text straight in an item is a paragraph of its own.
    fn flush(&mut self) {
        let context = self.context;
        let Some(frame) = self.frames.last_mut() else { return };
        if !frame.inlines.is_empty() {
            text::expand(&context, frame, &mut self.done.faults);
            frame.flush();
        }
    }

    /// The innermost open frame; the chunk's own frame is never closed.
    fn top(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Closes what is open and returns what was built.
    pub(super) fn finish(mut self) -> Parsed {
        while self.frames.len() > 1 {
            self.close_frame();
        }
        self.flush();
        self.done.blocks = std::mem::take(&mut self.top().blocks);
        self.done
    }
}
