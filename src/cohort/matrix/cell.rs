//! How one learner stands in one lesson, test or piece of desk work.
//!
//! Apart from the matrix because attention, stations and the learner's page read the same cells.

use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::cohort::columns::What;
use crate::cohort::rows::{LessonRow, TestRow, Tried};
use crate::course::Course;

/// How far it is: all that sign and colour tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    Begun,
    /// Tried and not passed.
    Failed,
    /// Not passed, and a critical question or rule was missed.
    Critical,
    /// Passed, but something else is missing: a section, the desk work.
    Passed,
    /// Done.
    Done,
}

/// Tries at desk work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worked {
    /// Whole tries.
    pub attempts: usize,
    /// The grade of the first.
    pub first: Option<Grade>,
    /// The highest grade.
    pub best: Option<Grade>,
    /// Critical rules that the best try broke.
    pub critical: usize,
    /// Whether a try passed.
    pub passed: bool,
    /// Whole tries since the last that passed.
    pub failed: usize,
    /// When it was last tried.
    pub at: Option<Timestamp>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// How far it is.
    pub state: State,
    /// Sections read to their end; of a lesson only.
    pub sections: usize,
    /// Whole tries at the quiz, the test or the work.
    pub attempts: usize,
    /// The grade of the first whole try.
    pub first: Option<Grade>,
    /// The highest grade.
    pub best: Option<Grade>,
    /// Critical questions or rules that the best try missed.
    pub critical: usize,
    /// Whether a try passed.
    pub passed: bool,
    /// Whole tries since the last that passed.
    pub failed: usize,
    /// When it was last touched.
    pub at: Option<Timestamp>,
    /// Whether it is desk work with a column of its own, and was tried.
    pub is_work: bool,
    /// The desk work of a lesson, once it was tried.
    pub work: Option<Worked>,
}

impl Cell {
    /// Takes what is known of a lesson; what was kept under a former id adds to it.
    pub(super) fn read(&mut self, row: &LessonRow) {
        self.sections = self.sections.max(row.sections);
        self.at = self.at.max(Some(row.last_at));
        let before = self.best;
        self.take(row.attempts, (row.first, row.best), row.passed, row.failed_in_a_row);
        if row.best >= before {
            self.critical = row.critical_missed;
        }
    }

    /// Takes what is known of a test, or of desk work that has a column of its own.
    pub(super) fn tried(&mut self, row: &TestRow) {
        self.at = self.at.max(Some(row.last_at));
        self.is_work = matches!(row.what, Tried::Work(_));
        self.take(row.attempts, (row.first, row.best), row.passed, row.failed_in_a_row);
        self.critical = row.critical_missed;
    }

    /// Takes what is known of the desk work of a lesson.
    pub(super) fn worked(&mut self, row: &TestRow) {
        self.at = self.at.max(Some(row.last_at));
        self.work = Some(Worked {
            attempts: row.attempts,
            first: row.first,
            best: row.best,
            critical: row.critical_missed,
            passed: row.passed,
            failed: row.failed_in_a_row,
            at: Some(row.last_at),
        });
    }

    fn take(&mut self, attempts: usize, (first, best): (Option<Grade>, Option<Grade>), passed: bool, failed: usize) {
        self.attempts += attempts;
        self.first = self.first.or(first);
        self.best = self.best.max(best);
        self.passed |= passed;
        self.failed = self.failed.max(failed);
    }

    /// Says how far it is, by what the course asks for now.
    pub(super) fn settle(&mut self, course: &Course, what: &What) {
        self.state = match (self.is_done(course, what), self.passed, self.attempts) {
            (true, ..) => State::Done,
            (false, true, _) => State::Passed,
            (false, false, 0) if self.at.is_some() => State::Begun,
            (false, false, 0) => State::Open,
            (false, false, _) if self.critical > 0 => State::Critical,
            (false, false, _) => State::Failed,
        };
    }

    fn is_done(&self, course: &Course, what: &What) -> bool {
        match what {
            What::Lesson(id) => course.outline(id).is_some_and(|outline| {
                let has_content = !outline.sections.is_empty() || !outline.slots.is_empty();
                let is_read = self.sections >= outline.sections.len();
                let is_worked = outline.exercise.is_none() || self.work.as_ref().is_some_and(|work| work.passed);
                has_content && is_read && (self.passed || outline.slots.is_empty()) && is_worked
            }),
            What::Test(id) => {
                let only_measures = course.test(id).is_some_and(|test| test.kind.only_measures());
                self.passed || (only_measures && self.attempts > 0)
            }
            What::Work(_) => self.passed,
        }
    }
}
