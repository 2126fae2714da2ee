//! Markdown as our own blocks, with source positions: one tree for the screen, plain mode and HTML.
//!
//! Apart from drawing because a tree has no width and no colour. Sections are found by a scan of lines and parsed
//! when somebody looks at them, so that a long lesson opens as fast as a short one.

use std::ops::Range;
use std::sync::OnceLock;

use super::hash::ContentHash;
use super::question::Question;
use crate::id::{FigureId, SectionId, TermId};

/// A lesson's text, cut into sections.
#[derive(Debug)]
pub struct Document {
    /// The whole source, after the front matter.
    pub source: String,
    /// The sections, in order; the first is `start`.
    pub sections: Vec<Section>,
}

/// One `##` section.
#[derive(Debug)]
pub struct Section {
    /// The id.
    pub id: SectionId,
    /// Ids it had before.
    pub was: Vec<SectionId>,
    /// The heading without markup; empty for `start`.
    pub title: String,
    /// The bytes of the source it takes, heading included.
    pub span: Range<usize>,
    /// The hash of its source, which translations name.
    pub hash: ContentHash,
    /// Parsed when first looked at.
    pub(super) blocks: OnceLock<Vec<Block>>,
}

/// A block and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The bytes of the source.
    pub span: Range<usize>,
}

/// What a block can be.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading of level 2 to 6.
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
    Definitions(Vec<(Vec<Inline>, Vec<Vec<Block>>)>),
    /// The text of a footnote, by label.
    Footnote(String, Vec<Block>),
    /// A thematic break.
    Rule,
    /// What was refused (too deep, too large, raw HTML): shown as text, with the reason.
    Refused(String, Refusal),
}

/// Why a piece of a lesson is shown as plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nested over 100 levels.
    TooDeep,
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
    /// A picture in running text: its words.
    Picture(String),
    /// A glossary term and the words shown; none where the glossary does not know it.
    Term(Option<TermId>, String),
    /// A footnote's label.
    FootnoteRef(String),
    /// A line break that was asked for.
    Break,
}

/// What references in a text are resolved with.
pub trait References {
    /// Finds a term by id, name or other form, whatever its letter case.
    fn term(&self, words: &str) -> Option<TermId>;
    /// Returns a value of `house.toml` by its path without `house.`.
    fn house(&self, path: &str) -> Option<&str>;
}
