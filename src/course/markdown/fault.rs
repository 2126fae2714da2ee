//! What is wrong with a lesson's text, and where.
//!
//! Apart from diagnostics because a text does not know its file; the loader adds file, code and hint.

use std::ops::Range;

use crate::id::SectionId;

/// One fault of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The bytes of the source that are at fault.
    pub span: Range<usize>,
}

/// What can be wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Nested over 100 levels.
    TooDeep,
    /// Over 256 KiB without a heading or a paragraph.
    TooLong,
    /// Over 5,000 sections; this is where the next one would begin.
    TooManySections,
    /// A table over 10,000 cells; how many it has.
    TooManyCells(usize),
    /// Raw HTML.
    Html,
    /// A figure that cannot be read, and why.
    Figure(String),
    /// A question that cannot be read; its reader says why.
    Question,
    /// A `[[term]]` that the glossary does not know.
    UnknownTerm(String),
    /// A `{{house.…}}` that `house.toml` does not have, or another name in double braces.
    UnknownValue(String),
    /// `> [!WORD]` with a word that is no call-out.
    UnknownCallOut(String),
    /// Two sections with one id.
    DoubleSection(SectionId),
    /// `{#…}` with what cannot be an id.
    BadSectionId(String),
    /// A `#` heading: the title stands in the front matter.
    TitleHeading,
    /// A fence that is never closed.
    OpenFence,
    /// A footnote that nothing refers to.
    UnusedFootnote(String),
    /// `[^label]` without its text.
    UnknownFootnote(String),
    /// A picture without a text.
    PictureWithoutText(String),
}
