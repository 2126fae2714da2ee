//! Something that is open while the tree is built, and what it holds so far.
//!
//! Apart from the builder because it only collects; it knows no limits and no references.

use std::ops::Range;

use super::block::{Align, Block, BlockKind, Inline, Item};

/// What can open.
#[derive(Debug, PartialEq)]
pub(super) enum Open {
    /// The whole chunk.
    Chunk,
    Paragraph,
    Heading(u8),
    Quote,
    /// A code block with its info string.
    Code(String),
    Html,
    List(Option<u64>),
    Item,
    Footnote,
    Definitions,
    /// The words that a definition is of.
    Title,
    Meaning,
    Table(Vec<Align>),
    Head,
    Row,
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link(String),
    Picture(String),
    Term(String),
}

impl Open {
    /// Whether it is a piece of running text.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self, Self::Emphasis | Self::Strong | Self::Strike | Self::Link(_) | Self::Picture(_) | Self::Term(_))
    }

    /// Whether it counts as a level of its own.
    pub(super) fn is_level(&self) -> bool {
        self.is_inline() || matches!(self, Self::Quote | Self::Item | Self::Meaning | Self::Footnote)
    }

    /// Whether its words may refer to something.
    pub(super) fn has_references(&self) -> bool {
        !matches!(self, Self::Code(_) | Self::Html)
    }
}

/// A part that only its parent can make sense of.
#[derive(Debug)]
pub(super) enum Part {
    /// An item of a list.
    Item(Item),
    /// The words that a definition is of.
    Title(Vec<Inline>),
    /// What is said of them.
    Meaning(Vec<Block>),
    /// A cell of a row.
    Cell(Vec<Inline>),
    /// A row of a table; the first is the head.
    Row(Vec<Vec<Inline>>),
}

/// Something that is open.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) open: Open,
    pub(super) span: Range<usize>,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    pub(super) parts: Vec<Part>,
    pub(super) task: Option<bool>,
    /// The bytes that `inlines` take.
    run: Range<usize>,
}

impl Frame {
    /// Opens.
    pub(super) fn new(open: Open, span: Range<usize>) -> Self {
        Self { open, span, blocks: Vec::new(), inlines: Vec::new(), parts: Vec::new(), task: None, run: 0..0 }
    }

    /// Adds words to the words before.
    pub(super) fn push_text(&mut self, text: &str, span: Range<usize>) {
        self.extend_run(span);
        if let Some(Inline::Text(before)) = self.inlines.last_mut() {
            before.push_str(text);
        } else {
            self.inlines.push(Inline::Text(text.to_owned()));
        }
    }

    /// Adds a piece of running text.
    pub(super) fn push_inline(&mut self, inline: Inline, span: Range<usize>) {
        self.extend_run(span);
        self.inlines.push(inline);
    }

    fn extend_run(&mut self, span: Range<usize>) {
        let start = if self.inlines.is_empty() { span.start } else { self.run.start };
        self.run = start..span.end;
    }

    /// Makes a paragraph of the running text.
    pub(super) fn flush(&mut self) {
        let inlines = std::mem::take(&mut self.inlines);
        self.blocks.push(Block { kind: BlockKind::Paragraph(inlines), span: self.run.clone() });
    }

    /// Takes the words of a frame that holds nothing else.
    pub(super) fn take_text(&mut self) -> String {
        match self.inlines.pop() {
            Some(Inline::Text(text)) => text,
            _ => String::new(),
        }
    }

    /// Takes the blocks, running text included.
    pub(super) fn take_blocks(&mut self) -> Vec<Block> {
        if !self.inlines.is_empty() {
            self.flush();
        }
        std::mem::take(&mut self.blocks)
    }
}
