//! The values of a form as they were typed, found by field, column and row.
//!
//! Apart from the checks because a work may hold other fields than the form, rows that are too short, and a list where
//! a text belongs: nothing of that reaches a check.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::course::exercise::form::{Field, FieldKind, Form, Target};
use crate::course::exercise::work::Entry;
use crate::id::OptionId;

/// The values of a form.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) form: &'a Form,
    pub(super) fields: &'a BTreeMap<String, Entry>,
}

/// A row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a>(&'a [String]);

impl<'a> Row<'a> {
    /// Returns the cells, one for each column.
    pub(super) fn cells(self, columns: &[Field]) -> impl Iterator<Item = &'a str> {
        (0..columns.len()).map(move |at| self.0.get(at).map_or("", |cell| cell.trim()))
    }

    /// Returns one cell.
    pub(super) fn cell(self, at: usize) -> &'a str {
        self.0.get(at).map_or("", |cell| cell.trim())
    }

    /// Returns whether a learner has written nothing into it.
    pub(super) fn is_empty(self, columns: &[Field]) -> bool {
        self.cells(columns).zip(columns).all(|(cell, column)| cell.is_empty() || column.locked)
            && columns.iter().any(|column| !column.locked)
            && !self.is_given(columns)
    }

    /// A row with locked words in it is there, whatever was written beside them.
    fn is_given(self, columns: &[Field]) -> bool {
        self.cells(columns).zip(columns).any(|(cell, column)| column.locked && !cell.is_empty())
    }
}

impl<'a> Values<'a> {
    /// Returns a value as one text; several choices are joined.
    pub(super) fn one(&self, field: &OptionId) -> Cow<'a, str> {
        match self.fields.get(field.as_str()) {
            Some(Entry::One(text)) => Cow::Borrowed(text.trim()),
            Some(Entry::Several(texts)) => Cow::Owned(texts.join("; ")),
            Some(Entry::Rows(_)) | None => Cow::Borrowed(""),
        }
    }

    /// Returns several choices.
    pub(super) fn several(&self, field: &OptionId) -> &'a [String] {
        match self.fields.get(field.as_str()) {
            Some(Entry::Several(texts)) => texts,
            Some(Entry::One(_) | Entry::Rows(_)) | None => &[],
        }
    }

    /// Returns the rows.
    pub(super) fn rows(&self, field: &OptionId) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let rows: &'a [Vec<String>] = match self.fields.get(field.as_str()) {
            Some(Entry::Rows(rows)) => rows,
            Some(Entry::One(_) | Entry::Several(_)) | None => &[],
        };
        rows.iter().map(|row| Row(row))
    }

    /// Returns whether nothing is there.
    pub(super) fn is_empty(&self, id: &OptionId) -> bool {
        match self.form.field(id).map(|field| &field.kind) {
            Some(FieldKind::Rows { columns, .. }) => self.rows(id).all(|row| row.is_empty(columns)),
            Some(FieldKind::Choices(_)) => self.several(id).is_empty(),
            Some(_) | None => self.one(id).is_empty(),
        }
    }

    /// Returns whether a field has a value, or one of several choices.
    pub(super) fn has(&self, field: &OptionId, value: &str) -> bool {
        self.one(field) == value || self.several(field).iter().any(|choice| choice == value)
    }

    /// Returns the columns of a field of rows.
    pub(super) fn columns(&self, field: &OptionId) -> &'a [Field] {
        match self.form.field(field).map(|field| &field.kind) {
            Some(FieldKind::Rows { columns, .. }) => columns,
            Some(_) | None => &[],
        }
    }

    /// Returns where a column stands.
    pub(super) fn place(&self, field: &OptionId, column: &str) -> Option<usize> {
        self.columns(field).iter().position(|there| there.id.as_str() == column)
    }

    /// Returns the field or column that is meant.
    pub(super) fn meant(&self, at: &Target) -> Option<&'a Field> {
        match &at.column {
            Some(column) => self.columns(&at.field).iter().find(|there| there.id == *column),
            None => self.form.field(&at.field),
        }
    }

    /// Returns the values of a field, one, or of a column, row by row; rows that are empty are left out.
    pub(super) fn all(&self, at: &Target) -> Vec<(Option<usize>, Cow<'a, str>)> {
        let Some(column) = &at.column else { return vec![(None, self.one(&at.field))] };
        let Some(place) = self.place(&at.field, column.as_str()) else { return Vec::new() };
        let columns = self.columns(&at.field);
        let filled = self.rows(&at.field).enumerate().filter(|(_, row)| !row.is_empty(columns));
        filled.map(|(row, cells)| (Some(row), Cow::Borrowed(cells.cell(place)))).collect()
    }
}
