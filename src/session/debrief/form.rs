//! A filled form beside the model: field by field, and row by row.

use std::collections::BTreeMap;

use super::Compared;
use super::diff::{self, Sides};
use crate::course::exercise::Pick;
use crate::course::exercise::form::{Field, FieldKind, Form};
use crate::course::exercise::work::Entry;
use crate::words::Words;

type Fields = BTreeMap<String, Entry>;

/// Compares every field that could be filled in.
pub(super) fn compared(form: &Form, yours: &Fields, model: &Fields, words: &Words) -> Vec<Compared> {
    let open = form.fields.iter().filter(|field| !field.locked);
    open.flat_map(|field| {
        let id = field.id.as_str();
        if let FieldKind::Rows { columns, .. } = &field.kind {
            rows(field, columns, yours.get(id), model.get(id), words)
        } else {
            vec![one(field, yours.get(id), model.get(id))]
        }
    })
    .collect()
}

fn one(field: &Field, yours: Option<&Entry>, model: Option<&Entry>) -> Compared {
    let (yours, model) = match &field.kind {
        FieldKind::Choices(picks) => diff::sets(&several(picks, yours), &several(picks, model)),
        FieldKind::Text | FieldKind::Long => diff::texts(single(yours), single(model)),
        FieldKind::Choice(picks) => diff::values(&picked(picks, single(yours)), &picked(picks, single(model))),
        FieldKind::Number
        | FieldKind::Timecode { .. }
        | FieldKind::Duration
        | FieldKind::Date
        | FieldKind::DateTime { .. }
        | FieldKind::Rows { .. } => diff::values(single(yours), single(model)),
    };
    let is_text = matches!(field.kind, FieldKind::Text | FieldKind::Long);
    Compared { what: field.label.clone(), is_text, yours, model }
}

fn single(entry: Option<&Entry>) -> &str {
    match entry {
        Some(Entry::One(text)) => text,
        _ => "",
    }
}

fn several(picks: &[Pick], entry: Option<&Entry>) -> Vec<String> {
    match entry {
        Some(Entry::Several(ids)) => ids.iter().map(|id| picked(picks, id)).collect(),
        _ => Vec::new(),
    }
}

/// Returns the words of an option, or the id where there is none.
pub(super) fn picked(picks: &[Pick], id: &str) -> String {
    picks.iter().find(|pick| pick.id == id).map_or_else(|| id.to_owned(), |pick| pick.text.clone())
}

fn rows(
    field: &Field,
    columns: &[Field],
    yours: Option<&Entry>,
    model: Option<&Entry>,
    words: &Words,
) -> Vec<Compared> {
    let all = |entry: Option<&Entry>| match entry {
        Some(Entry::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    };
    let (yours, model) = (all(yours), all(model));
    let row = |at: usize| {
        let args = [("field", field.label.as_str().into()), ("row", (at + 1).into())];
        let (yours, model) = cells(columns, yours.get(at), model.get(at));
        Compared { what: words.with("place-row", &args), is_text: false, yours, model }
    };
    (0..yours.len().max(model.len())).map(row).collect()
}

fn cells(columns: &[Field], yours: Option<&Vec<String>>, model: Option<&Vec<String>>) -> Sides {
    let cell = |row: Option<&Vec<String>>, at: usize| row.and_then(|row| row.get(at)).cloned().unwrap_or_default();
    let mut sides = Sides::default();
    for (at, column) in columns.iter().enumerate() {
        let (one, other) = (cell(yours, at), cell(model, at));
        let differs = one.trim() != other.trim();
        let picks = if let FieldKind::Choice(picks) = &column.kind { picks.as_slice() } else { &[] };
        let shown = |text: &str| match text.trim() {
            "" => String::new(),
            text => format!("{}: {}", column.label, picked(picks, text)),
        };
        sides.0.extend(diff::piece(&shown(&one), differs));
        sides.1.extend(diff::piece(&shown(&other), differs));
    }
    sides
}
