//! What is printed for a workshop: hand-outs, quizzes, exercise sheets, sign-in sheets, the trainer's guide.
//!
//! ```text
//!  course ─► lesson, quiz, exercise, sign_in, guide ─► Paper ─┬─► html
//!                    │                                        └─► pdf::paper
//!                    └─ blocks (Markdown to parts)
//! ```
//!
//! Apart from reports because nothing here is a figure: it is text to read and room to write in, for the day the power
//! fails. Nobody's progress is looked at. What is printed for learners never holds a key; the key is a paper of its own.

mod blocks;
mod exercise;
mod form;
mod guide;
mod html;
mod lesson;
mod part;
mod quiz;
mod sign_in;

#[cfg(test)]
mod tests;

pub use exercise::exercise;
pub use guide::{guide, guides};
pub use lesson::lesson;
pub use part::{Part, Running, Span};
pub use quiz::{Asked, Sheet, quiz};
pub use sign_in::{HalfDays, sign_in};

use super::Clean;
use crate::clock::Timestamp;
use crate::course::Course;
use crate::id::Lang;
use crate::words::Words;

/// How a paper is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One page that prints on as many sheets as it takes.
    Html,
    /// Sheets of A4.
    #[cfg(feature = "pdf")]
    Pdf,
}

/// Something to print, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The language of our own words on it.
    pub lang: Lang,
    /// When it was made.
    pub made_at: Timestamp,
    /// The heading.
    pub title: Clean,
    /// What it is, under the heading.
    pub kind: Clean,
    /// What stands at the foot of each page: the course and its version.
    pub foot: Clean,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// What every paper is made from.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// The course.
    pub course: &'a Course,
    /// Our own words, in the language of the paper.
    pub words: &'a Words,
    /// The language of the paper.
    pub lang: &'a Lang,
    /// When it is made.
    pub at: Timestamp,
}

impl Press<'_> {
    /// Makes a paper of its parts.
    fn paper(&self, title: &str, kind: &str, parts: Vec<Part>) -> Paper {
        let manifest = self.course.manifest();
        let version = [("course", manifest.title.get(self.lang).into()), ("version", manifest.version.as_str().into())];
        Paper {
            lang: self.lang.clone(),
            made_at: self.at,
            title: Clean::new(title),
            kind: Clean::new(kind),
            foot: self.words.with("report-course-version", &version).into(),
            parts,
        }
    }

    /// Returns a word of ours.
    fn say(&self, key: &str) -> Clean {
        self.words.get(key).into()
    }
}

impl Paper {
    /// Writes it as a file's bytes.
    pub fn write(&self, format: Format) -> Vec<u8> {
        match format {
            Format::Html => html::write(self).into_bytes(),
            #[cfg(feature = "pdf")]
            Format::Pdf => super::pdf::paper(self),
        }
    }
}
