//! The fields of the engine `form`.
//!
//! Apart so that an engine is found under its name. Rules are read in `form::check`, works in `form::entries`.

mod check;
mod entries;

pub(super) use entries::work;

use toml::de::DeValue;

use super::{Around, rule, values};
use crate::course::exercise::Form;
use crate::course::exercise::form::{Field, FieldKind, FormRule, Target};
use crate::course::fields::{Fields, Text};
use crate::course::source::suggest;
use crate::course::validate::values::{Unique, id};
use crate::diagnostic::code;
use crate::id::OptionId;

/// The most fields of a form, and columns of a field.
const MOST_FIELDS: usize = 60;
/// The most rows of a field.
const MOST_ROWS: u16 = 200;

const KINDS: [&str; 10] =
    ["text", "long", "choice", "choices", "number", "timecode", "duration", "date", "datetime", "rows"];

/// Reads them.
pub(super) fn read(fields: &Fields<'_>, around: Around<'_>) -> Form {
    let all = fields.tables("fields", "a field", |fields| field(fields, around));
    let all: Vec<_> = all.into_iter().flatten().collect();
    if all.is_empty() {
        fields.missing::<()>("fields");
    }
    let all = values::capped(fields, "fields", all, MOST_FIELDS);
    refuse_twins(fields, &all);
    let rules = fields.tables("rules", "a rule", |fields| rule_at(fields, &all, around));
    let rules = values::capped(fields, "rules", rules.into_iter().flatten().collect(), 100);
    Form { fields: all, rules }
}

fn refuse_twins(fields: &Fields<'_>, all: &[Field]) {
    let mut seen = Unique::new("field");
    for field in all {
        seen.see(fields.source, &field.id, fields.span.clone());
    }
}

fn field(fields: &Fields<'_>, around: Around<'_>) -> Option<Field> {
    let id = values::option_id(fields, "id");
    let (need, locked) = (values::flag(fields, "need"), values::flag(fields, "locked"));
    let code = if fields.has("code") { rule::finding_code(fields, "code") } else { None };
    let field = Field {
        label: values::need(fields, "label"),
        hint: values::words(fields, "hint"),
        need,
        code: code.unwrap_or_else(|| "FORM".to_owned()),
        given: values::words(fields, "given"),
        locked,
        kind: kind(fields, around)?,
        id: id?,
    };
    Some(field)
}

fn kind(fields: &Fields<'_>, around: Around<'_>) -> Option<FieldKind> {
    let name = fields.need_text("kind")?;
    Some(match name.get_ref().as_str() {
        "text" => FieldKind::Text,
        "long" => FieldKind::Long,
        "choice" => FieldKind::Choice(picks(fields, around)),
        "choices" => FieldKind::Choices(picks(fields, around)),
        "number" => FieldKind::Number,
        "timecode" => FieldKind::Timecode { fps: fps(fields) },
        "duration" => FieldKind::Duration,
        "date" => FieldKind::Date,
        "datetime" => FieldKind::DateTime { east: east(fields), zone: values::words(fields, "zone") },
        "rows" => rows(fields, around),
        other => {
            let message = format!("there is no field of kind `{other}`");
            fields.source.error(code::UNKNOWN_KIND, name.span(), message, suggest(other, KINDS));
            return None;
        }
    })
}

fn picks(fields: &Fields<'_>, around: Around<'_>) -> Vec<crate::course::exercise::Pick> {
    let picks = values::picks(fields, "options", around.house);
    if picks.is_empty() {
        fields.missing::<()>("options");
    }
    picks
}

fn fps(fields: &Fields<'_>) -> u8 {
    values::whole(fields, "fps", (1, 60)).and_then(|n| u8::try_from(n).ok()).unwrap_or(25)
}

fn east(fields: &Fields<'_>) -> i16 {
    let Some(minutes) = fields.whole("east") else { return 0 };
    match i16::try_from(*minutes.get_ref()) {
        Ok(n) if (-840..=840).contains(&n) => n,
        _ => {
            let message = "`east` is no offset from UTC";
            fields.source.error(code::BAD_VALUE, minutes.span(), message, "write minutes from -840 to 840");
            0
        }
    }
}

fn rows(fields: &Fields<'_>, around: Around<'_>) -> FieldKind {
    let columns = fields.tables("columns", "a column", |fields| column(fields, around));
    let columns: Vec<_> = columns.into_iter().flatten().collect();
    if columns.is_empty() {
        fields.missing::<()>("columns");
    }
    let columns = values::capped(fields, "columns", columns, 12);
    let (least, most) = values::range(fields, "rows").unwrap_or((0, 40));
    let given = grid(fields, "given_rows");
    FieldKind::Rows { columns, least, most: most.min(MOST_ROWS), given }
}

fn column(fields: &Fields<'_>, around: Around<'_>) -> Option<Field> {
    let column = field(fields, around)?;
    if matches!(column.kind, FieldKind::Rows { .. } | FieldKind::Choices(_)) {
        let message = "a column takes one value";
        fields.source.error(code::BAD_VALUE, fields.span.clone(), message, "make it a field of its own");
        return None;
    }
    Some(column)
}

/// Reads a list of lists of texts.
fn grid(fields: &Fields<'_>, key: &'static str) -> Vec<Vec<String>> {
    let Some((value, span)) = fields.any(key) else { return Vec::new() };
    let rows = entries::rows(value);
    match rows {
        Some(rows) if rows.len() <= usize::from(MOST_ROWS) => rows,
        Some(_) => {
            let message = format!("`{key}` has over {MOST_ROWS} rows");
            fields.source.error(code::TOO_MANY_PARTS, span, message, "leave some away");
            Vec::new()
        }
        None => {
            fields.wrong_type::<()>(key, value, span, "a list of lists of texts");
            Vec::new()
        }
    }
}

fn rule_at(fields: &Fields<'_>, all: &[Field], around: Around<'_>) -> Option<FormRule> {
    let at = fields.need_text("field").and_then(|text| target(fields, &text, all));
    let when = fields.text("when").and_then(|text| condition(fields, &text, all));
    let rule = rule::rule(fields, |fields| check::read(fields, all, around));
    Some(FormRule { at: at?, when, rule: rule? })
}

fn condition(fields: &Fields<'_>, text: &Text, all: &[Field]) -> Option<(OptionId, Option<String>)> {
    let (name, value) = match text.get_ref().split_once('=') {
        Some((name, value)) => (name.trim(), Some(value.trim().to_owned())),
        None => (text.get_ref().as_str(), None),
    };
    let name = toml::Spanned::new(text.span(), name.to_owned());
    Some((target(fields, &name, all)?.field, value))
}

/// Reads `field` or `field.column`; what the form does not have is reported.
fn target(fields: &Fields<'_>, text: &Text, all: &[Field]) -> Option<Target> {
    let (name, column) = match text.get_ref().split_once('.') {
        Some((name, column)) => (name, Some(column)),
        None => (text.get_ref().as_str(), None),
    };
    let found = all.iter().find(|field| field.id.as_str() == name);
    let columns = found.map_or(&[][..], columns_of);
    let known = column.is_none_or(|column| columns.iter().any(|c| c.id.as_str() == column));
    let Some(field) = found.filter(|_| known) else {
        let names = all.iter().map(|field| field.id.as_str());
        let message = format!("the form has no field `{}`", text.get_ref());
        fields.source.error(code::UNKNOWN_NAME, text.span(), message, suggest(text.get_ref(), names));
        return None;
    };
    let column = column.and_then(|column| columns.iter().find(|c| c.id.as_str() == column)).map(|c| c.id.clone());
    Some(Target { field: field.id.clone(), column })
}

fn columns_of(field: &Field) -> &[Field] {
    match &field.kind {
        FieldKind::Rows { columns, .. } => columns,
        FieldKind::Text
        | FieldKind::Long
        | FieldKind::Choice(_)
        | FieldKind::Choices(_)
        | FieldKind::Number
        | FieldKind::Timecode { .. }
        | FieldKind::Duration
        | FieldKind::Date
        | FieldKind::DateTime { .. } => &[],
    }
}

/// Reads a name of a field.
fn other(fields: &Fields<'_>, key: &'static str, all: &[Field]) -> Option<Target> {
    let text = fields.need_text(key)?;
    target(fields, &text, all)
}

/// Reads an id that was found among the columns or fields.
fn plain(fields: &Fields<'_>, text: &Text) -> Option<OptionId> {
    id(fields.source, text, OptionId::new)
}

fn is_array(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Array(_))
}
