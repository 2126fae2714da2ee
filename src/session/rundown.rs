//! The home screen as a value: the course laid out like a bulletin's running order, with what remains of it.
//!
//! Apart from drawing so that the screen and plain mode list the same pages with the same figures.

use crate::assess::Grade;
use crate::id::{LessonId, TestId, TrackId};

/// What a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// A lesson with its quiz.
    Lesson(LessonId),
    /// A test.
    Test(TestId),
}

/// How far a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Untouched,
    /// Being read: sections seen of all.
    Reading(usize, usize),
    /// Read; the quiz is next.
    QuizNext,
    /// The quiz was left at this question (from 1) of so many.
    QuizLeft(usize, usize),
    /// Tried and not passed: the best grade.
    NotPassed(Grade),
    /// Passed, but something else is missing: the best grade.
    Passed(Grade),
    /// Done: the best grade.
    Done(Grade),
}

/// One line of the running order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The page number: `A4`.
    pub number: String,
    /// What it leads to.
    pub page: Page,
    /// Capitals, digits, `-`.
    pub slug: String,
    /// The title in the session's language.
    pub title: String,
    /// Minutes in all.
    pub minutes: u16,
    /// Minutes that remain.
    pub left: u16,
    /// How far it is.
    pub status: Status,
}

/// A track with its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The track; none for the tests at the end.
    pub track: Option<TrackId>,
    /// The page letter.
    pub letter: char,
    /// The title.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Block {
    /// Returns how many rows are done.
    pub fn done(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.status, Status::Done(_))).count()
    }

    /// Returns the minutes that remain.
    pub fn left(&self) -> u32 {
        self.rows.iter().map(|row| u32::from(row.left)).sum()
    }
}

/// The whole running order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rundown {
    /// The course's title.
    pub title: String,
    /// The tracks, and a last block of tests where there are any.
    pub blocks: Vec<Block>,
    /// Where "continue" leads: block and row.
    pub next: Option<(usize, usize)>,
    /// Whether the course is done.
    pub done: bool,
}

impl Rundown {
    /// Returns the rows in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flat_map(|block| &block.rows)
    }

    /// Returns the minutes that remain.
    pub fn left(&self) -> u32 {
        self.blocks.iter().map(Block::left).sum()
    }

    /// Returns the share of the course's minutes that is behind the learner, in percent.
    pub fn percent(&self) -> u32 {
        let all: u32 = self.rows().map(|row| u32::from(row.minutes)).sum();
        (all - self.left().min(all)) * 100 / all.max(1)
    }
}
