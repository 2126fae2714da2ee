//! Rows: what stands on one line, where it came from, and what can be looked up in it.
//!
//! Apart from writing them because the reader draws, searches and points at rows without knowing constructs.

use std::sync::Arc;

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::face::Face;
use crate::course::question::Question;
use crate::id::TermId;
use crate::tui::raster::Raster;
use crate::tui::theme::Theme;

/// A piece of a row in one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, without control characters.
    pub text: String,
    /// The look.
    pub face: Face,
    /// Its place in `Rows::targets`, where it can be looked up.
    pub target: Option<usize>,
    /// Whether it is ours (a bullet, a bar, a space) and no word of the lesson.
    pub lead: bool,
}

/// One row of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The picture.
    pub raster: Arc<Raster>,
    /// Which row of it.
    pub row: usize,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// What stands on it, from the left.
    pub pieces: Vec<Piece>,
    /// A row of a picture behind that.
    pub strip: Option<Strip>,
    /// Whether it is part of a heading, which stands with what follows.
    pub heading: bool,
    /// The block it belongs to, counted from the first of the chunk.
    pub block: usize,
    /// The byte of the source where that block begins.
    pub source: usize,
}

impl Row {
    /// Returns the row in a theme; the target that has the focus is marked.
    pub fn line(&self, theme: &Theme, focus: Option<usize>) -> Line<'_> {
        let spans = self.pieces.iter().map(|piece| {
            let style = piece.face.style(theme);
            let focused = focus.is_some() && piece.target == focus;
            Span::styled(
                piece.text.as_str(),
                if focused { style.patch(theme.focus).add_modifier(Modifier::REVERSED) } else { style },
            )
        });
        let strip = self.strip.iter().flat_map(|strip| strip.raster.row(strip.row));
        spans.chain(strip).collect()
    }

    /// Returns all that stands on the row.
    pub fn words_with_leads(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Returns the words of the lesson on the row.
    pub fn words(&self) -> String {
        self.pieces.iter().filter(|piece| !piece.lead).map(|piece| piece.text.as_str()).collect()
    }
}

/// Something that can be looked up or answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A glossary term.
    Term(TermId),
    /// A footnote, by its place in the document.
    Footnote(usize),
    /// An ungraded question.
    Question(Box<Question>),
}

/// What was laid out together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// The lines.
    pub rows: Vec<Row>,
    /// What can be looked up in them, in order.
    pub targets: Vec<Target>,
    /// How many blocks of the chunk they show.
    pub blocks: usize,
}
