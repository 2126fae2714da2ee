//! Learners by lessons and tests: how each stands in each, in an order that ranks nobody unless somebody asks for it.
//!
//! Apart from the rows it is made of, which know no course: here renamed lessons are found again, desk work is put to
//! its lesson, and "done" means what it means on the learner's own rundown.

mod cell;

use std::collections::BTreeMap;

pub use cell::{Cell, State, Worked};

use super::columns::{Column, What, columns};
use super::rows::{LessonRow, Person, TestRow, Tried};
use crate::assess::Grade;
use crate::course::Course;
use crate::id::{ExerciseId, LearnerId, LessonId, QuizId};
use crate::pattern::fold;

/// In which order the learners stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By station, then by name.
    Station,
    /// Who has done least first.
    Progress,
    /// Who has been silent longest first; who never began before all.
    LastSeen,
}

impl Sort {
    /// Returns the next order.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Name => Self::Station,
            Self::Station => Self::Progress,
            Self::Progress => Self::LastSeen,
            Self::LastSeen => Self::Name,
        }
    }
}

/// One learner's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who it is.
    pub person: Person,
    /// What stands in place of the name where names are hidden: a number from 1, by an order that tells nothing.
    pub code: usize,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// How many columns are done.
    pub done: usize,
    /// What the name is sorted by.
    folded: [String; 2],
}

impl Row {
    /// Returns whether any desk work was handed in.
    pub fn has_worked(&self) -> bool {
        self.cells.iter().any(|cell| cell.is_work || cell.work.is_some())
    }

    /// Returns whether nothing of the course remains.
    pub fn is_done(&self) -> bool {
        self.done == self.cells.len()
    }
}

/// What all learners together are in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Who is done.
    pub done: usize,
    /// Who tried at least once.
    pub tried: usize,
    /// The mean of first grades; none before the first.
    pub first: Option<Grade>,
}

/// The matrix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// The columns, in the order of the rundown.
    pub columns: Vec<Column>,
    /// The learners.
    pub rows: Vec<Row>,
    /// The sums, one a column.
    pub sums: Vec<Sum>,
}

impl Matrix {
    /// Lays the rows of a cohort out on a course; rows of people who are not in it are left out.
    pub fn new(course: &Course, people: &[Person], lessons: &[LessonRow], tests: &[TestRow]) -> Self {
        let columns = columns(course);
        let mut all: BTreeMap<LearnerId, Vec<Cell>> =
            people.iter().map(|person| (person.learner, vec![Cell::default(); columns.len()])).collect();
        let places = Places::of(course, &columns);
        for row in lessons {
            if let (Some(cells), Some(at)) = (all.get_mut(&row.learner), places.lesson(course, &row.lesson)) {
                cells[at].read(row);
            }
        }
        for row in tests {
            if let (Some(cells), Some((at, is_own))) = (all.get_mut(&row.learner), places.tried(&row.what)) {
                if is_own { cells[at].tried(row) } else { cells[at].worked(row) }
            }
        }
        let codes: BTreeMap<LearnerId, usize> = all.keys().copied().zip(1..).collect();
        let row = |person: &Person| {
            let mut cells = all.remove(&person.learner)?;
            cells.iter_mut().zip(&columns).for_each(|(cell, column)| cell.settle(course, &column.what));
            let done = cells.iter().filter(|cell| cell.state == State::Done).count();
            let folded = [fold(&person.name), fold(&person.member)];
            Some(Row { person: person.clone(), code: codes[&person.learner], cells, done, folded })
        };
        let rows: Vec<Row> = people.iter().filter_map(row).collect();
        let sums = (0..columns.len()).map(|at| sum(&rows, at)).collect();
        let mut matrix = Self { columns, rows, sums };
        matrix.sort(Sort::Name, false);
        matrix
    }

    /// Puts the learners in an order; where names are hidden, nothing of it may tell them.
    pub fn sort(&mut self, by: Sort, hidden: bool) {
        let name = |row: &Row| if hidden { (String::new(), row.code) } else { (row.folded[0].clone(), row.code) };
        match by {
            Sort::Name => self.rows.sort_by_cached_key(name),
            Sort::Station => self.rows.sort_by_cached_key(|row| (row.folded[1].clone(), name(row))),
            Sort::Progress => self.rows.sort_by_cached_key(|row| (row.done, name(row))),
            Sort::LastSeen => self.rows.sort_by_cached_key(|row| (row.person.last_at, name(row))),
        }
    }

    /// Finds a learner's row.
    pub fn place(&self, learner: LearnerId) -> Option<usize> {
        self.rows.iter().position(|row| row.person.learner == learner)
    }

    /// Returns how many columns are done by one learner, on average; in tenths, rounded down.
    pub fn done_tenths(&self) -> usize {
        self.rows.iter().map(|row| row.done * 10).sum::<usize>() / self.rows.len().max(1)
    }

    /// Returns the column with the lowest mean at the first try, where at least so many tried; tests that only
    /// measure are meant to be hard at first and are left out.
    pub fn weakest(&self, course: &Course, least: usize) -> Option<usize> {
        let is_judged = |column: &Column| match &column.what {
            What::Test(id) => course.test(id).is_some_and(|test| !test.kind.only_measures()),
            What::Lesson(_) | What::Work(_) => true,
        };
        let judged = self.columns.iter().zip(&self.sums).enumerate().filter(|(_, (column, _))| is_judged(column));
        let firsts =
            judged.filter(|(_, (_, sum))| sum.tried >= least).filter_map(|(at, (_, sum))| Some((sum.first?, at)));
        firsts.min().map(|(_, at)| at)
    }
}

fn sum(rows: &[Row], at: usize) -> Sum {
    let cells = || rows.iter().filter_map(|row| row.cells.get(at));
    let firsts: Vec<Grade> = cells().filter_map(|cell| cell.first).collect();
    Sum {
        done: cells().filter(|cell| cell.state == State::Done).count(),
        tried: firsts.len(),
        first: (!firsts.is_empty()).then(|| Grade::mean(firsts)),
    }
}

/// Where lessons, tests and desk work stand among the columns.
struct Places {
    columns: BTreeMap<What, usize>,
    /// Desk work by the column of its lesson.
    works: BTreeMap<ExerciseId, usize>,
}

impl Places {
    fn of(course: &Course, columns: &[Column]) -> Self {
        let columns: BTreeMap<What, usize> =
            columns.iter().enumerate().map(|(at, column)| (column.what.clone(), at)).collect();
        let work = |(what, at): (&What, &usize)| match what {
            What::Lesson(lesson) => Some((course.outline(lesson)?.exercise.clone()?, *at)),
            What::Test(_) | What::Work(_) => None,
        };
        let works = columns.iter().filter_map(work).collect();
        Self { columns, works }
    }

    fn lesson(&self, course: &Course, lesson: &LessonId) -> Option<usize> {
        self.columns.get(&What::Lesson(course.outline(lesson)?.id.clone())).copied()
    }

    /// Returns the column of what was tried, and whether that column is about nothing else.
    fn tried(&self, what: &Tried) -> Option<(usize, bool)> {
        let own = |what: What| self.columns.get(&what).map(|at| (*at, true));
        match what {
            Tried::Quiz(QuizId::Test(test)) => own(What::Test(test.clone())),
            // The row of the lesson says it.
            Tried::Quiz(QuizId::Lesson(_)) => None,
            Tried::Work(work) => own(What::Work(work.clone())).or_else(|| self.works.get(work).map(|at| (*at, false))),
        }
    }
}

#[cfg(test)]
mod tests;
