//! What rows depend on: the width, the signs, and our own words between the lesson's.
//!
//! Apart because it is the key of what is kept: rows stay good until one of these changes.

use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;
use crate::words::Words;

/// What rows depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// How many cells a row takes at most.
    pub width: usize,
    /// The signs.
    pub glyphs: Glyphs,
    /// Our own words.
    pub labels: Labels,
    /// Whether trainer's notes are shown.
    pub trainer: bool,
}

impl Setting {
    /// Returns the setting for a learner.
    pub fn new(width: usize, look: &Look) -> Self {
        Self { width: width.max(1), glyphs: look.glyphs, labels: Labels::of(&look.words), trainer: false }
    }
}

/// Our own words between the lesson's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Labels {
    pub note: String,
    pub warning: String,
    pub example: String,
    pub trainer: String,
    pub figure: String,
    pub picture: String,
    pub question: String,
    pub too_deep: String,
    pub too_long: String,
    pub too_many_cells: String,
    pub unreadable: String,
}

impl Labels {
    /// Takes them from the catalogue.
    pub fn of(words: &Words) -> Self {
        Self {
            note: words.get("text-note"),
            warning: words.get("text-warning"),
            example: words.get("text-example"),
            trainer: words.get("text-trainer"),
            figure: words.get("text-figure"),
            picture: words.get("text-picture"),
            question: words.get("text-question"),
            too_deep: words.get("text-too-deep"),
            too_long: words.get("text-too-long"),
            too_many_cells: words.get("text-too-many-cells"),
            unreadable: words.get("text-unreadable"),
        }
    }
}
