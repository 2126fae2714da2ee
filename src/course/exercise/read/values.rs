//! Single values of an exercise's file.
//!
//! Apart because every engine reads them; one sort of fault sounds alike everywhere.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use crate::course::exercise::Pick;
use crate::course::fields::{Fields, Text};
use crate::course::house::House;
use crate::course::source::suggest;
use crate::course::validate::values::{between, id};
use crate::diagnostic::code;
use crate::id::OptionId;

/// Returns a text, or nothing.
pub(super) fn words(fields: &Fields<'_>, key: &'static str) -> String {
    fields.text(key).map(Text::into_inner).unwrap_or_default()
}

/// Returns a text that must be there.
pub(super) fn need(fields: &Fields<'_>, key: &'static str) -> String {
    fields.need_text(key).map(Text::into_inner).unwrap_or_default()
}

/// Returns an id that must be there.
pub(super) fn option_id(fields: &Fields<'_>, key: &'static str) -> Option<OptionId> {
    id(fields.source, &fields.need_text(key)?, OptionId::new)
}

/// Returns the ids of a list.
pub(super) fn option_ids(fields: &Fields<'_>, key: &'static str) -> Vec<OptionId> {
    fields.texts(key).iter().filter_map(|text| id(fields.source, text, OptionId::new)).collect()
}

/// Returns a list of texts.
pub(super) fn strings(fields: &Fields<'_>, key: &'static str) -> Vec<String> {
    fields.texts(key).into_iter().map(Text::into_inner).collect()
}

/// Returns whether a field says `true`.
pub(super) fn flag(fields: &Fields<'_>, key: &'static str) -> bool {
    fields.flag(key).is_some_and(Spanned::into_inner)
}

/// Returns a whole number between two bounds, if the field is there.
pub(super) fn whole(fields: &Fields<'_>, key: &'static str, bounds: (u16, u16)) -> Option<u16> {
    between(fields.source, key, &fields.whole(key)?, bounds)
}

/// Returns a whole number that must be there.
pub(super) fn need_whole(fields: &Fields<'_>, key: &'static str, bounds: (u16, u16)) -> u16 {
    if !fields.has(key) {
        fields.missing::<()>(key);
    }
    whole(fields, key, bounds).unwrap_or(bounds.0)
}

/// Returns a pair of whole numbers, the first not above the second.
#[expect(clippy::wildcard_enum_match_arm, reason = "any other value is no range")]
pub(super) fn range(fields: &Fields<'_>, key: &'static str) -> Option<(u16, u16)> {
    let (value, span) = fields.any(key)?;
    let pair = match value {
        DeValue::Array(list) if list.len() == 2 => Some((small(list[0].get_ref()), small(list[1].get_ref()))),
        _ => None,
    };
    match pair {
        Some((Some(low), Some(high))) if low <= high => Some((low, high)),
        _ => {
            let message = format!("`{key}` is no range");
            fields.source.error(code::BAD_VALUE, span, message, "write two whole numbers, [fewest, most]");
            None
        }
    }
}

fn small(value: &DeValue<'_>) -> Option<u16> {
    let digits = value.as_integer()?;
    u16::from_str_radix(digits.as_str(), digits.radix()).ok()
}

/// Returns a list, cut at the most that makes sense; more is reported.
pub(super) fn capped<T>(fields: &Fields<'_>, key: &str, mut list: Vec<T>, most: usize) -> Vec<T> {
    if list.len() > most {
        let message = format!("`{key}` has {} entries, over {most}", list.len());
        fields.source.error(code::TOO_MANY_PARTS, fields.span.clone(), message, "make several exercises of it");
        list.truncate(most);
    }
    list
}

/// Returns options written here, or those of a table of the house.
pub(super) fn picks(fields: &Fields<'_>, key: &'static str, house: &House) -> Vec<Pick> {
    let written: Vec<_> = fields.tables(key, "an option", pick).into_iter().flatten().collect();
    let Some(from) = fields.text("options_from") else { return capped(fields, key, written, 100) };
    let found = house_table(house, from.get_ref());
    if found.is_empty() {
        unknown_in_house(fields, &from, house);
    }
    found
}

/// Reads an option.
pub(super) fn pick(fields: &Fields<'_>) -> Option<Pick> {
    let (id, text) = (fields.need_text("id"), need(fields, "text"));
    Some(Pick { id: id?.into_inner(), text })
}

/// Returns a table of the house as options: its keys in capitals.
pub(super) fn house_table(house: &House, name: &str) -> Vec<Pick> {
    let prefix = format!("{name}.");
    let entries = house.values.iter().filter_map(|(path, text)| Some((path.strip_prefix(&prefix)?, text)));
    entries.map(|(key, text)| Pick { id: key.to_uppercase(), text: text.clone() }).collect()
}

/// Reports a name that the house does not have.
pub(super) fn unknown_in_house(fields: &Fields<'_>, name: &Text, house: &House) {
    let message = format!("`house.toml` has no `{}`", name.get_ref());
    let hint = suggest(name.get_ref(), house.values.keys().map(String::as_str));
    fields.source.error(code::UNKNOWN_VALUE, name.span(), message, hint);
}

/// Returns a table of texts by name.
pub(super) fn text_table(fields: &Fields<'_>, key: &'static str, what: &'static str) -> Vec<(Text, String)> {
    let read = |fields: &Fields<'_>| {
        let mut entries = Vec::new();
        for (name, value, span) in fields.every() {
            match value.as_str() {
                Some(text) => entries.push((name, text.trim().to_owned())),
                None => drop(fields.wrong_type::<()>(name.get_ref(), value, span, "a text in quotes")),
            }
        }
        entries
    };
    fields.table(key, what, read).unwrap_or_default()
}

/// Returns a table of texts as a map.
pub(super) fn text_map(entries: Vec<(Text, String)>) -> BTreeMap<String, String> {
    entries.into_iter().map(|(name, text)| (name.into_inner(), text)).collect()
}
