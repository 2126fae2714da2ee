//! The values of a form, cleaned, by field: as typed, or with the words of what was chosen.
//!
//! Apart from the writers because all of them face the same hostile values: texts where rows belong, rows too short,
//! control characters.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::course::exercise::form::{Field, FieldKind, Form};
use crate::course::exercise::work::Entry;
use crate::text::{lines, one_line};

/// A form with its values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filled<'a> {
    pub(super) form: &'a Form,
    pub(super) fields: &'a BTreeMap<String, Entry>,
}

impl<'a> Filled<'a> {
    /// Returns a value as it was typed, on one line.
    pub(super) fn typed(&self, id: &str) -> String {
        match self.fields.get(id) {
            Some(Entry::One(text)) => one_line(text),
            Some(Entry::Several(texts)) => one_line(&texts.join("; ")),
            Some(Entry::Rows(_)) | None => String::new(),
        }
    }

    /// Returns a value with its line breaks.
    pub(super) fn long(&self, id: &str) -> String {
        match self.fields.get(id) {
            Some(Entry::One(text)) => lines(text).trim().to_owned(),
            Some(Entry::Several(_) | Entry::Rows(_)) | None => self.typed(id),
        }
    }

    /// Returns a value as people read it: what was chosen in its words.
    pub(super) fn shown(&self, field: &Field) -> String {
        match (&field.kind, self.fields.get(field.id.as_str())) {
            (FieldKind::Choice(_), Some(Entry::One(id))) => chosen(field, id).into_owned(),
            (FieldKind::Choices(_), Some(Entry::Several(ids))) => {
                ids.iter().map(|id| chosen(field, id)).collect::<Vec<_>>().join("; ")
            }
            (FieldKind::Long, _) => self.long(field.id.as_str()),
            _ => self.typed(field.id.as_str()),
        }
    }

    /// Returns what people read of a field, by its id.
    pub(super) fn words(&self, id: &str) -> String {
        self.field(id).map(|field| self.shown(field)).unwrap_or_default()
    }

    /// Finds a field.
    pub(super) fn field(&self, id: &str) -> Option<&'a Field> {
        self.form.fields.iter().find(|field| field.id.as_str() == id)
    }

    /// Returns the rows of a field that hold something: each column with its cell, as people read it.
    pub(super) fn rows(&self, field: &'a Field) -> Vec<Vec<(&'a Field, String)>> {
        let FieldKind::Rows { columns, .. } = &field.kind else { return Vec::new() };
        let Some(Entry::Rows(rows)) = self.fields.get(field.id.as_str()) else { return Vec::new() };
        let cell = |column: &Field, text: &String| {
            let is_choice = matches!(column.kind, FieldKind::Choice(_));
            if is_choice { chosen(column, text).into_owned() } else { one_line(text) }
        };
        let nothing = String::new();
        let read = |row: &Vec<String>| -> Vec<(&Field, String)> {
            let texts = row.iter().chain(std::iter::repeat(&nothing));
            columns.iter().zip(texts).map(|(column, text)| (column, cell(column, text))).collect()
        };
        rows.iter().map(read).filter(|row| row.iter().any(|(_, cell)| !cell.is_empty())).collect()
    }
}

/// Returns the words of an option, with its id before it where that is a code.
fn chosen<'a>(field: &'a Field, id: &'a str) -> Cow<'a, str> {
    let (FieldKind::Choice(options) | FieldKind::Choices(options)) = &field.kind else { return one_line(id).into() };
    match options.iter().find(|pick| pick.id == id) {
        Some(pick) if pick.id == pick.text || !pick.id.chars().any(char::is_uppercase) => one_line(&pick.text).into(),
        Some(pick) if pick.text.starts_with(&pick.id) => one_line(&pick.text).into(),
        Some(pick) => format!("{}, {}", pick.id, one_line(&pick.text)).into(),
        None => one_line(id).into(),
    }
}
