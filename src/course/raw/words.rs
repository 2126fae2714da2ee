//! `glossary.toml` and `house.toml`, original or translation.

use std::ops::Range;

use toml::de::DeValue;

use crate::course::fields::{Fields, Text};
use toml::Spanned;

/// One `[[terms]]` of a glossary.
#[derive(Debug, Default)]
pub struct Term {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// The hash of the original that a translation was made from.
    pub of: Option<Text>,
    /// The words it is known by.
    pub name: Option<Text>,
    /// Other forms.
    pub also: Vec<Text>,
    /// What it means.
    pub text: Option<Text>,
}

/// Reads a glossary.
pub fn read_terms(fields: &Fields<'_>) -> Vec<Term> {
    fields.tables("terms", "a term", |fields| Term {
        span: fields.span.clone(),
        id: fields.need_text("id"),
        of: fields.text("of"),
        name: fields.need_text("term"),
        also: fields.texts("also"),
        text: fields.need_text("text"),
    })
}

/// A house file: values by path, and whether it stands in for a real one.
#[derive(Debug, Default)]
pub struct House {
    /// Paths such as `desk.contact`, with the place of the value.
    pub values: Vec<(String, Text)>,
    /// Whether it is no real house.
    pub stand_in: bool,
}

/// Reads a house file.
pub fn read_house(fields: &Fields<'_>) -> House {
    let mut house = House::default();
    for (key, value, span) in fields.every() {
        match value.as_bool().filter(|_| key.get_ref() == "stand_in") {
            Some(flag) => house.stand_in = flag,
            None => read_value(fields, key.into_inner(), value, span, &mut house.values),
        }
    }
    house
}

fn read_value(
    fields: &Fields<'_>,
    path: String,
    value: &DeValue<'_>,
    span: Range<usize>,
    into: &mut Vec<(String, Text)>,
) {
    if let Some(text) = value.as_str() {
        into.push((path, Spanned::new(span, text.trim().to_owned())));
    } else if let Some(table) = value.as_table() {
        for (key, value) in table {
            let at = fields.source.base + value.span().start..fields.source.base + value.span().end;
            read_value(fields, format!("{path}.{}", key.get_ref()), value.get_ref(), at, into);
        }
    } else {
        fields.wrong_type::<()>(&path, value, span, "a text, or a table of texts");
    }
}
