//! The tree: blocks, and the running text in them.
//!
//! Apart from parsing because everything that draws a lesson knows the tree and nothing else. At most
//! [`Block::DEEPEST`] levels deep, so that whoever walks it may recurse.

use std::ops::Range;

use crate::course::question::Question;
use crate::id::{FigureId, TermId};

/// A block and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The bytes of the source.
    pub span: Range<usize>,
}

impl Block {
    /// How many quotes, items, definitions and pieces of running text stand in each other at most.
    pub const DEEPEST: usize = 100;
    /// How many bytes may stand without a place to cut at: a heading, or a paragraph at the left edge.
    pub const LONGEST: usize = 256 * 1024;
    /// How many cells a table has at most.
    pub const MOST_CELLS: usize = 10_000;
}

/// What a block can be.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; the number is the first of an ordered one.
    List(Option<u64>, Vec<Item>),
    /// A quotation.
    Quote(Vec<Block>),
    /// `> [!NOTE]` and its sisters.
    CallOut(CallOut, Vec<Block>),
    /// Code or anything to be kept as typed.
    Code(String),
    /// A drawing with words for those who cannot see it.
    Figure(Box<Figure>),
    /// An ungraded question.
    Question(Box<Question>),
    /// A table.
    Table(Table),
    /// A picture in a paragraph of its own: path inside the course, and its text.
    Picture(String, String),
    /// A list of terms and what they mean.
    Definitions(Vec<Definition>),
    /// A thematic break.
    Rule,
    /// What was refused (too deep, too large, raw HTML): shown as text, with the reason.
    Refused(String, Refusal),
}

/// Words, and what is said of them, each time in blocks.
pub type Definition = (Vec<Inline>, Vec<Vec<Block>>);

/// Why a piece of a lesson is shown as plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nested over 100 levels.
    TooDeep,
    /// Over 256 KiB without a heading or a paragraph.
    TooLong,
    /// A table over 10,000 cells.
    TooManyCells,
    /// Raw HTML.
    Html,
    /// A figure or question block that cannot be read.
    Unreadable,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// For a task: whether it is done.
    pub task: Option<bool>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// The sorts of call-outs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallOut {
    /// Worth knowing.
    Note,
    /// Worth being careful.
    Warning,
    /// An example.
    Example,
    /// For the trainer; hidden from learners.
    Trainer,
}

impl CallOut {
    /// Reads the word between `[!` and `]`, whatever its letter case.
    pub fn named(word: &str) -> Option<Self> {
        match word.to_ascii_uppercase().as_str() {
            "NOTE" => Some(Self::Note),
            "WARNING" => Some(Self::Warning),
            "EXAMPLE" => Some(Self::Example),
            "TRAINER" => Some(Self::Trainer),
            _ => None,
        }
    }
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The id.
    pub id: FigureId,
    /// The caption.
    pub caption: String,
    /// What it says, for those who cannot see it.
    pub alt: String,
    /// The drawing, line by line.
    pub art: Vec<String>,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// One a column.
    pub align: Vec<Align>,
    /// The head row.
    pub head: Vec<Vec<Inline>>,
    /// The other rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// `*emphasis*`.
    Emphasis(Vec<Inline>),
    /// `**strong**`.
    Strong(Vec<Inline>),
    /// `~~struck~~`.
    Strike(Vec<Inline>),
    /// `code`.
    Code(String),
    /// A link with its target, shown but never fetched.
    Link(Vec<Inline>, String),
    /// A picture in running text: its path inside the course and its words.
    Picture(String, String),
    /// A glossary term and the words shown; none where the glossary does not know it.
    Term(Option<TermId>, String),
    /// A footnote, by its place in the document's footnotes.
    FootnoteRef(usize),
    /// A line break that was asked for.
    Break,
}
