//! What rows depend on: the width, the signs, and our own words between the lesson's.
//!
//! Apart because it is the key of what is kept: rows stay good until one of these changes.

use std::fmt;
use std::sync::Arc;

use crate::course::Course;
use crate::id::LessonId;
use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;
use crate::tui::raster::Raster;
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
    /// Where pictures are found; none where only their words are shown.
    pub album: Option<Album>,
}

impl Setting {
    /// Returns the setting for a learner.
    pub fn new(width: usize, look: &Look) -> Self {
        Self { width: width.max(1), glyphs: look.glyphs, labels: Labels::of(&look.words), trainer: false, album: None }
    }

    /// Returns the setting with pictures, where cells can show them: in colours of their own, by a sign of Unicode.
    #[must_use]
    pub fn with_pictures(mut self, album: Album, look: &Look) -> Self {
        self.album = (look.glyphs.unicode && look.theme.shows_any_colour()).then_some(album);
        self
    }
}

/// The pictures of a lesson.
#[derive(Clone)]
pub struct Album {
    course: Arc<Course>,
    lesson: LessonId,
}

impl Album {
    /// Takes the pictures of a lesson.
    pub fn new(course: Arc<Course>, lesson: LessonId) -> Self {
        Self { course, lesson }
    }

    /// Returns a picture in at most so many cells a row; none where it cannot be shown.
    pub(super) fn raster(&self, path: &str, cells: usize) -> Option<Raster> {
        Raster::decode(self.course.picture(&self.lesson, path)?, cells)
    }
}

impl PartialEq for Album {
    fn eq(&self, other: &Self) -> bool {
        self.lesson == other.lesson && Arc::ptr_eq(&self.course, &other.course)
    }
}

impl Eq for Album {}

impl fmt::Debug for Album {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Album").field("lesson", &self.lesson).finish_non_exhaustive()
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
