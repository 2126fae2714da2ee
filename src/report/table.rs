//! A table of a report: columns that are known beforehand, and rows.
//!
//! Apart so that the columns of each table are data: writers, the JSON schema and the documentation go by them.

use super::cell::{Cell, Clean};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Words or ids.
    Text,
    /// Whole numbers, percents included.
    Number,
    /// Whole numbers that can be under nothing.
    Signed,
    /// Yes or no.
    YesNo,
    /// Moments in UTC.
    Time,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The name that programs use; it never changes.
    pub key: &'static str,
    /// The catalogue's key of the name that people read; none for what only programs are shown.
    pub label: Option<&'static str>,
    /// What it holds.
    pub form: Form,
    /// Whether a cell may hold nothing.
    pub optional: bool,
}

impl Column {
    /// Returns a column that everybody is shown.
    pub const fn shown(key: &'static str, label: &'static str, form: Form) -> Self {
        Self { key, label: Some(label), form, optional: false }
    }

    /// Returns a column that only programs are shown.
    pub const fn hidden(key: &'static str, form: Form) -> Self {
        Self { key, label: None, form, optional: false }
    }

    /// Lets cells hold nothing.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }
}

/// What a table consists of, whoever it is about.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// The name that programs use; it never changes.
    pub key: &'static str,
    /// What a row is, for programs.
    pub row: &'static str,
    /// The catalogue's key of the heading.
    pub title: &'static str,
    /// The columns; the first one shown names the row.
    pub columns: &'static [Column],
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it consists of.
    pub layout: &'static Layout,
    /// The heading.
    pub title: Clean,
    /// The names of the columns, one each; empty for hidden ones.
    pub labels: Vec<Clean>,
    /// The rows, one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column as people see it: its name and how it is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    /// The name.
    pub(super) label: &'a Clean,
    /// Whether it is aligned to the right and never broken.
    pub(super) is_number: bool,
    /// Whether its cells are short and never broken.
    pub(super) is_short: bool,
}

impl Table {
    /// Returns whether people are shown any of it.
    pub(super) fn is_for_people(&self) -> bool {
        self.layout.columns.iter().any(|column| column.label.is_some())
    }

    /// Returns the columns that people are shown.
    pub(super) fn headings(&self) -> Vec<Heading<'_>> {
        let shown = self.layout.columns.iter().zip(&self.labels).filter(|(column, _)| column.label.is_some());
        shown
            .map(|(column, label)| Heading {
                label,
                is_number: matches!(column.form, Form::Number | Form::Signed),
                is_short: column.form != Form::Text,
            })
            .collect()
    }

    /// Returns each row as words: the first cell, then the other columns by name.
    pub fn sentences(&self) -> impl Iterator<Item = String> {
        let headings = self.headings();
        self.shown_rows().map(move |row| {
            let named = headings.iter().zip(&row).skip(1).map(|(heading, cell)| format!("{}: {cell}", heading.label));
            let first = row.first().map(ToString::to_string);
            first.into_iter().chain(named).collect::<Vec<_>>().join("; ")
        })
    }

    /// Returns the words of the rows that people are shown.
    pub(super) fn shown_rows(&self) -> impl Iterator<Item = Vec<&Clean>> {
        self.rows.iter().map(|row| {
            let shown = self.layout.columns.iter().zip(row).filter(|(column, _)| column.label.is_some());
            shown.map(|(_, cell)| &cell.shown).collect()
        })
    }
}
