//! Reports as values, and one pure writer a format.
//!
//! ```text
//!  course + progress ─► learner ─► Report ─┬─► text, markdown, html, pdf   for people
//!                                          └─► csv, json              for programs
//!  course + events ─► xapi ─► statements                               for a Learning Record Store
//! ```
//!
//! A report is about one learner (`learner`) or about a cohort (`cohort`); the writers are the same for both.
//!
//! Apart because screen, command line and files must agree to the digit: figures are computed and rounded once, when
//! the value is built, and a writer only writes. Nothing here opens a file, asks a store or reads a clock.

pub mod artefact;
mod cell;
pub mod certificate;
pub mod chart;
pub mod cohort;
mod csv;
mod format;
mod html;
mod json;
pub mod learner;
mod markdown;
pub mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
mod sheet;
mod table;
mod text;
mod uuid;
pub mod xapi;
mod xlsx;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub use cell::{Cell, Clean, Value};
pub use format::{Delimiter, Format, UnknownFormat};
pub use sheet::Sheet;
pub use table::{Column, Form, Layout, Table};

use crate::clock::Timestamp;
use crate::id::{CohortId, CourseId, Lang, LearnerId};

/// Whom a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The learner.
    pub id: LearnerId,
    /// The name.
    pub name: Clean,
    /// The station they come from.
    pub station: Clean,
}

/// Which cohort a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The cohort; none where nobody may tell which it was.
    pub id: Option<CohortId>,
    /// What it is called.
    pub name: Clean,
}

/// Who a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One learner.
    Person(Person),
    /// A cohort.
    Group(Group),
}

impl Subject {
    /// Returns what they are called.
    pub fn name(&self) -> &Clean {
        match self {
            Self::Person(person) => &person.name,
            Self::Group(group) => &group.name,
        }
    }
}

/// What a report is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Studied {
    /// The course.
    pub id: CourseId,
    /// Its title.
    pub title: Clean,
    /// Its version.
    pub version: Clean,
}

/// One number that stands for itself, with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name that programs use; it never changes.
    pub key: &'static str,
    /// The name that people read.
    pub label: Clean,
    /// The number.
    pub cell: Cell,
    /// Out of how many, where it is a part.
    pub of: Option<u64>,
}

impl Figure {
    /// Returns what people read: `3 / 6`, `92 %`.
    pub fn shown(&self) -> String {
        match self.of {
            Some(of) => format!("{} / {of}", self.cell.shown),
            None => self.cell.shown.to_string(),
        }
    }
}

/// A line of the heading: a name and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name that people read.
    pub label: Clean,
    /// What it is.
    pub text: Clean,
}

/// A whole report, in one language, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What sort of report it is, for programs: `learner`, `cohort_full`.
    pub kind: &'static str,
    /// The language of its words.
    pub lang: Lang,
    /// When it was made.
    pub made_at: Timestamp,
    /// The heading.
    pub title: Clean,
    /// Whom it is about.
    pub subject: Subject,
    /// The course.
    pub course: Studied,
    /// The heading's lines, for people: the same that `subject`, `course` and `made_at` say to programs.
    pub facts: Vec<Fact>,
    /// The heading of the numbers.
    pub summary: Clean,
    /// The numbers that stand for themselves.
    pub figures: Vec<Figure>,
    /// The charts, in order; those with nothing to look at are not shown to people.
    pub charts: Vec<chart::Chart>,
    /// The tables, in order; those without rows are not shown to people.
    pub tables: Vec<Table>,
    /// What is to be known when reading it.
    pub notes: Vec<Clean>,
}

impl Report {
    /// Writes the report as a file's bytes.
    pub fn write(&self, format: Format) -> Vec<u8> {
        match format {
            Format::Text => text::write(self).into_bytes(),
            Format::Markdown => markdown::write(self).into_bytes(),
            Format::Html => html::write(self).into_bytes(),
            Format::Csv(delimiter) => csv::write(self, delimiter),
            Format::Json => json::write(self),
            Format::Xlsx => xlsx::write(self),
            #[cfg(feature = "pdf")]
            Format::Pdf => pdf::write(self),
        }
    }

    /// Writes one sort of row alone, as CSV.
    pub fn write_sheet(&self, sheet: Sheet, delimiter: Delimiter) -> Vec<u8> {
        csv::write_tables(self, &sheet.tables(self), delimiter)
    }

    /// Returns the charts that people are shown.
    pub fn charts_with_points(&self) -> impl Iterator<Item = &chart::Chart> {
        self.charts.iter().filter(|chart| chart.says_something())
    }

    /// Returns the tables that people are shown.
    pub fn tables_with_rows(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter(|table| !table.rows.is_empty() && table.is_for_people())
    }

    /// Returns a file name without folders: letters, digits and `-` of the name, and the day.
    pub fn file_name(&self, format: Format) -> String {
        let day: String = self.made_at.rfc3339().chars().take(10).collect();
        format!("rundown-{}-{day}.{}", self.subject.name().as_file_stem(), format.extension())
    }
}
