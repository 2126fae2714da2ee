//! The values of a form as they stand in the work, and the work with one of them changed.
//!
//! Apart from the station because a kept work may hold other fields than the form, or rows that are too short: here
//! everything has a value, and what is missing is empty.

use std::collections::BTreeMap;

use super::stops::Stop;
use crate::course::exercise::form::{Field, FieldKind, Form};
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Pick, Work};
use crate::tui::screens::work::station::{Did, Seen};

/// A form and its values.
#[derive(Clone, Copy)]
pub(super) struct Filled<'a> {
    pub(super) form: &'a Form,
    pub(super) values: &'a BTreeMap<String, Entry>,
    /// Words that are read aloud in a minute.
    pub(super) read_aloud: u16,
}

impl<'a> Filled<'a> {
    /// Looks at the work of a bench; none where it is no form.
    pub(super) fn of(seen: Seen<'a>) -> Option<Self> {
        match (&seen.bench.exercise.engine, &seen.bench.work) {
            (Engine::Form(form), Work::Form { fields }) => {
                Some(Self { form, values: fields, read_aloud: seen.bench.exercise.read_aloud })
            }
            _ => None,
        }
    }

    /// Returns one value.
    pub(super) fn one(self, field: &Field) -> &'a str {
        match self.values.get(field.id.as_str()) {
            Some(Entry::One(text)) => text,
            Some(Entry::Several(_) | Entry::Rows(_)) | None => "",
        }
    }

    /// Returns several choices.
    pub(super) fn several(self, field: &Field) -> &'a [String] {
        match self.values.get(field.id.as_str()) {
            Some(Entry::Several(ids)) => ids,
            Some(Entry::One(_) | Entry::Rows(_)) | None => &[],
        }
    }

    /// Returns the rows.
    pub(super) fn rows(self, field: &Field) -> &'a [Vec<String>] {
        match self.values.get(field.id.as_str()) {
            Some(Entry::Rows(rows)) => rows,
            Some(Entry::One(_) | Entry::Several(_)) | None => &[],
        }
    }

    /// Returns how many rows are shown: one to write into, where there are none.
    pub(super) fn shown_rows(self, field: &Field) -> usize {
        self.rows(field).len().max(1)
    }

    /// Returns a cell.
    pub(super) fn cell(self, field: &Field, row: usize, column: usize) -> &'a str {
        self.rows(field).get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// Returns the field or the column at a stop.
    pub(super) fn meant(self, stop: Stop) -> Option<&'a Field> {
        let field = self.form.fields.get(stop.field())?;
        match stop {
            Stop::Field(_) => Some(field),
            Stop::Cell { column, .. } => columns(field).get(column),
            Stop::Add(_) => None,
        }
    }

    /// Returns the text at a stop.
    pub(super) fn text(self, stop: Stop) -> &'a str {
        let Some(field) = self.form.fields.get(stop.field()) else { return "" };
        match stop {
            Stop::Field(_) => self.one(field),
            Stop::Cell { row, column, .. } => self.cell(field, row, column),
            Stop::Add(_) => "",
        }
    }

    /// Returns whether a learner has written nothing into a row.
    pub(super) fn is_blank(self, field: &Field, row: usize) -> bool {
        let mut cells = columns(field).iter().enumerate();
        cells.all(|(at, column)| column.locked || counts(column) || self.cell(field, row, at).trim().is_empty())
    }

    /// Puts a text at a stop.
    pub(super) fn set(self, stop: Stop, text: &str) -> Did {
        let Some(field) = self.form.fields.get(stop.field()) else { return Did::Nothing };
        match stop {
            Stop::Field(_) => self.with(field, Entry::One(text.to_owned())),
            Stop::Cell { row, column, .. } => {
                let mut rows = self.rows(field).to_vec();
                while rows.len() <= row {
                    rows.push(blank(field, rows.len()));
                }
                if let Some(cells) = rows.get_mut(row) {
                    cells.resize(columns(field).len().max(cells.len()), String::new());
                    text.clone_into(&mut cells[column]);
                }
                self.with(field, Entry::Rows(rows))
            }
            Stop::Add(_) => Did::Nothing,
        }
    }

    /// Takes a choice among several, or gives it back.
    pub(super) fn toggle(self, field: &Field, options: &[Pick], pick: &Pick) -> Did {
        let has = |id: &str| self.several(field).iter().any(|given| given == id);
        let kept = options.iter().filter(|option| has(&option.id) != (option.id == pick.id));
        self.with(field, Entry::Several(kept.map(|option| option.id.clone()).collect()))
    }

    /// Returns the work with other rows.
    pub(super) fn with_rows(self, field: &Field, rows: Vec<Vec<String>>) -> Did {
        self.with(field, Entry::Rows(rows))
    }

    fn with(self, field: &Field, entry: Entry) -> Did {
        let mut fields = self.values.clone();
        fields.insert(field.id.to_string(), entry);
        Did::Change(Work::Form { fields })
    }
}

/// Returns the columns of a field of rows.
pub(super) fn columns(field: &Field) -> &[Field] {
    if let FieldKind::Rows { columns, .. } = &field.kind { columns } else { &[] }
}

/// Returns the most rows of a field.
pub(super) fn most_rows(field: &Field) -> usize {
    if let FieldKind::Rows { most, .. } = &field.kind { usize::from(*most) } else { 0 }
}

/// Returns a new row; what only counts the rows is written already.
pub(super) fn blank(field: &Field, at: usize) -> Vec<String> {
    let cell = |column: &Field| if counts(column) { (at + 1).to_string() } else { String::new() };
    columns(field).iter().map(cell).collect()
}

/// Returns whether a column only counts the rows.
pub(super) fn counts(column: &Field) -> bool {
    matches!(column.kind, FieldKind::Number) && column.id.as_str() == "no"
}

/// Returns whether a field is typed into.
pub(super) fn is_written(field: &Field) -> bool {
    match field.kind {
        FieldKind::Text
        | FieldKind::Long
        | FieldKind::Number
        | FieldKind::Timecode { .. }
        | FieldKind::Duration
        | FieldKind::Date
        | FieldKind::DateTime { .. } => true,
        FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Rows { .. } => false,
    }
}

/// Returns the most characters that a field takes.
pub(super) fn longest(field: &Field) -> usize {
    match field.kind {
        FieldKind::Long => 6_000,
        FieldKind::Text => 500,
        FieldKind::Choice(_)
        | FieldKind::Choices(_)
        | FieldKind::Number
        | FieldKind::Timecode { .. }
        | FieldKind::Duration
        | FieldKind::Date
        | FieldKind::DateTime { .. }
        | FieldKind::Rows { .. } => 40,
    }
}

/// Returns an option as it is shown: an id in capitals is a code and stands before its words.
pub(super) fn label(pick: &Pick) -> String {
    let is_code = pick.id.chars().any(char::is_uppercase);
    if is_code && !pick.text.starts_with(pick.id.as_str()) {
        return format!("{}  {}", pick.id, pick.text);
    }
    pick.text.clone()
}

/// Returns an option in a narrow place: its code, or its words.
pub(super) fn short_label(pick: &Pick) -> &str {
    let is_code = pick.id.chars().any(char::is_uppercase);
    if is_code { &pick.id } else { &pick.text }
}
