//! The work as it stands before anything was done.
//!
//! Apart because screens, drafts and judging all begin from it.

use std::collections::BTreeMap;

use crate::course::exercise::form::{Field, FieldKind, Form};
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Engine, Exercise, Work};

/// Returns the work that an exercise begins with.
pub fn start(exercise: &Exercise) -> Work {
    match &exercise.engine {
        Engine::Form(form) => Work::Form { fields: fields(form) },
        Engine::Write(writing) => Work::Write { text: writing.given.clone() },
        Engine::Arrange(_) => Work::Arrange { cards: Vec::new(), labels: BTreeMap::new(), captions: BTreeMap::new() },
        Engine::Mark(_) => Work::Mark { marks: Vec::new() },
        Engine::Desk(_) => Work::Desk { decided: Vec::new() },
        Engine::Case(_) => {
            Work::Case { used: Vec::new(), cited: Vec::new(), concluded: BTreeMap::new(), notes: String::new() }
        }
        Engine::Field(_) => Work::Field { done: Vec::new(), file: String::new(), ticked: BTreeMap::new() },
        Engine::Stages(_) => Work::Stages { done: 0 },
    }
}

fn fields(form: &Form) -> BTreeMap<String, Entry> {
    form.fields.iter().map(|field| (field.id.to_string(), entry(field))).collect()
}

fn entry(field: &Field) -> Entry {
    match &field.kind {
        FieldKind::Rows { given, .. } => Entry::Rows(given.clone()),
        FieldKind::Choices(_) => Entry::Several(Vec::new()),
        FieldKind::Text
        | FieldKind::Long
        | FieldKind::Choice(_)
        | FieldKind::Number
        | FieldKind::Timecode { .. }
        | FieldKind::Duration
        | FieldKind::Date
        | FieldKind::DateTime { .. } => Entry::One(field.given.clone()),
    }
}
