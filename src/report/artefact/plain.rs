//! Any form as plain JSON: its fields with label and value, rows as objects by column.
//!
//! Apart from the standards because it stands for all forms that no standard knows. `format` goes up for anything but
//! an addition.

use serde_json::{Map, Value, json};

use super::Artefact;
use super::filled::Filled;
use crate::course::exercise::form::{Field, FieldKind};
use crate::course::exercise::work::Entry;
use crate::text::one_line;

/// The version of the file.
const FORMAT: u32 = 1;

/// Writes the form.
pub(super) fn write(made: &Artefact<'_>, filled: &Filled<'_>) -> Value {
    let fields: Vec<Value> = filled.form.fields.iter().map(|field| one(field, filled)).collect();
    json!({
        "format": FORMAT,
        "id": made.urn(),
        "form": made.exercise.id.as_str(),
        "tool": made.exercise.tool,
        "title": one_line(&made.exercise.title),
        "by": one_line(made.by),
        "lang": made.lang.as_str(),
        "made_at": made.at.rfc3339(),
        "fields": fields,
    })
}

fn one(field: &Field, filled: &Filled<'_>) -> Value {
    let id = field.id.as_str();
    let value = match (&field.kind, filled.fields.get(id)) {
        (FieldKind::Rows { .. }, _) => filled.rows(field).iter().map(|row| object(row)).collect(),
        (FieldKind::Choices(_), Some(Entry::Several(ids))) => ids.iter().map(|id| Value::from(one_line(id))).collect(),
        (FieldKind::Long, _) => Value::from(filled.long(id)),
        _ => Value::from(filled.typed(id)),
    };
    json!({ "id": id, "label": one_line(&field.label), "value": value })
}

fn object(row: &[(&Field, String)]) -> Value {
    let cells = row.iter().map(|(column, cell)| (column.id.to_string(), Value::from(cell.as_str())));
    Value::Object(cells.collect::<Map<_, _>>())
}
