//! Works of the engine `form`, read from a file.
//!
//! Apart because a value is a text, a list or a list of lists, and only the form knows which.

use std::collections::BTreeMap;

use toml::de::DeValue;

use crate::course::exercise::form::{FieldKind, Form};
use crate::course::exercise::read::{ids, refuse_unknown};
use crate::course::exercise::work::{Entry, Work};
use crate::course::fields::Fields;

/// Reads a work.
pub(crate) fn work(fields: &Fields<'_>, form: &Form) -> Work {
    let read = |fields: &Fields<'_>| entries(fields, form);
    if !fields.has("fields") {
        fields.missing::<()>("fields");
    }
    Work::Form { fields: fields.table("fields", "the work", read).unwrap_or_default() }
}

fn entries(fields: &Fields<'_>, form: &Form) -> BTreeMap<String, Entry> {
    let mut entries = BTreeMap::new();
    for (name, value, span) in fields.every() {
        refuse_unknown(fields, "field", &name, ids(form.fields.iter().map(|field| &field.id)));
        let kind = form.fields.iter().find(|field| field.id.as_str() == name.get_ref()).map(|field| &field.kind);
        let entry = match kind {
            Some(FieldKind::Rows { .. }) => rows(value).map(Entry::Rows),
            Some(FieldKind::Choices(_)) => texts(value).map(Entry::Several),
            Some(_) | None => value.as_str().map(|text| Entry::One(text.trim().to_owned())),
        };
        match entry {
            Some(entry) => drop(entries.insert(name.into_inner(), entry)),
            None => drop(fields.wrong_type::<()>(name.get_ref(), value, span, "what the field takes, as texts")),
        }
    }
    entries
}

/// Returns a list of lists of texts.
pub(super) fn rows(value: &DeValue<'_>) -> Option<Vec<Vec<String>>> {
    value.as_array()?.iter().map(|row| texts(row.get_ref())).collect()
}

fn texts(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|cell| Some(cell.get_ref().as_str()?.trim().to_owned())).collect()
}
