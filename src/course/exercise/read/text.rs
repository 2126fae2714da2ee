//! Checks on a text, read by name.
//!
//! Apart because forms, scripts, captions, notes and marked words have them alike.

use super::{Around, rule, values};
use crate::course::exercise::Finds;
use crate::course::exercise::rule::Rule;
use crate::course::exercise::text::{TextCheck, Where};
use crate::course::fields::Fields;
use crate::course::source::suggest;
use crate::diagnostic::code;

/// The names of the checks.
pub(super) const CHECKS: &[&str] =
    &["words", "seconds", "length", "lines", "has", "lacks", "times", "order", "sourced", "pattern", "equals"];

/// The most patterns of one list.
const MOST_PATTERNS: usize = 200;
/// The longest pattern, in bytes.
const LONGEST_PATTERN: usize = 500;
/// A bound that nobody reaches.
const NO_BOUND: u16 = u16::MAX;

/// Reads `[[rules]]` whose checks are all on a text.
pub(super) fn rules(fields: &Fields<'_>, around: Around<'_>) -> Vec<Rule<TextCheck>> {
    rule::rules(fields, "rules", |fields| {
        let name = rule::name(fields)?;
        match check(fields, name.get_ref(), around) {
            Some(check) => Some(check),
            None if CHECKS.contains(&name.get_ref().as_str()) => None,
            None => rule::unknown(fields, &name, CHECKS),
        }
    })
}

/// Reads a check on a text by its name; none where it has another name or lacks something.
pub(super) fn check(fields: &Fields<'_>, name: &str, around: Around<'_>) -> Option<TextCheck> {
    Some(match name {
        "words" => bounds(fields, |min, max| TextCheck::Words { min, max }),
        "seconds" => bounds(fields, |min, max| TextCheck::Seconds { min, max }),
        "length" => bounds(fields, |min, max| TextCheck::Length { min, max }),
        "lines" => TextCheck::Lines { max: need(fields, "max"), width: need(fields, "width") },
        "has" => has(fields, around)?,
        "lacks" => TextCheck::Lacks { find: patterns(fields, "find", around)?, quoted: values::flag(fields, "quoted") },
        "times" => TextCheck::Times { find: patterns(fields, "find", around)?, most: need(fields, "most") },
        "order" => {
            TextCheck::Order { first: patterns(fields, "first", around)?, then: patterns(fields, "then", around)? }
        }
        "sourced" => TextCheck::Sourced { cues: patterns(fields, "cues", around)? },
        "pattern" => TextCheck::Pattern { regex: expression(fields)? },
        "equals" => TextCheck::Equals { key: values::need(fields, "key") },
        _ => return None,
    })
}

fn need(fields: &Fields<'_>, key: &'static str) -> u32 {
    values::need_whole(fields, key, (0, NO_BOUND)).into()
}

fn bounds(fields: &Fields<'_>, make: impl Fn(u32, u32) -> TextCheck) -> TextCheck {
    let min = values::whole(fields, "min", (0, NO_BOUND)).unwrap_or(0);
    let max = values::whole(fields, "max", (0, NO_BOUND)).unwrap_or(NO_BOUND);
    make(min.into(), max.into())
}

fn has(fields: &Fields<'_>, around: Around<'_>) -> Option<TextCheck> {
    let find = patterns(fields, "find", around);
    let least = values::whole(fields, "least", (1, NO_BOUND)).map(u32::from);
    let place = place(fields);
    let find = find?;
    let all = find.written().len() as u32;
    Some(TextCheck::Has { find, least: least.unwrap_or(all).min(all), place })
}

fn place(fields: &Fields<'_>) -> Where {
    let Some(text) = fields.text("where") else { return Where::Anywhere };
    match text.get_ref().as_str() {
        "anywhere" => Where::Anywhere,
        "first" => Where::First,
        "last" => Where::Last,
        other => {
            let hint = suggest(other, ["anywhere", "first", "last"]);
            fields.source.error(code::UNKNOWN_NAME, text.span(), format!("there is no place `{other}`"), hint);
            Where::Anywhere
        }
    }
}

/// Reads a list of patterns, or a word list of the house.
pub(super) fn patterns(fields: &Fields<'_>, key: &'static str, around: Around<'_>) -> Option<Finds> {
    if let Some(name) = fields.text("house") {
        let list = around.house.get(&format!("words.{}", name.get_ref()));
        if list.is_none() {
            values::unknown_in_house(fields, &name, around.house);
        }
        let words = |list: &str| -> Vec<String> {
            list.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
        };
        return list.map(|list| words(list).into());
    }
    let texts = fields.texts(key);
    if texts.is_empty() {
        return fields.missing(key);
    }
    for text in texts.iter().filter(|text| text.get_ref().len() > LONGEST_PATTERN) {
        let message = format!("a pattern has over {LONGEST_PATTERN} bytes");
        fields.source.error(code::TOO_MANY_PARTS, text.span(), message, "cut it into several patterns");
    }
    let list = texts.into_iter().map(toml::Spanned::into_inner).filter(|text| text.len() <= LONGEST_PATTERN).collect();
    Some(values::capped(fields, key, list, MOST_PATTERNS).into())
}

fn expression(fields: &Fields<'_>) -> Option<String> {
    let text = fields.need_text("regex")?;
    if text.get_ref().len() > LONGEST_PATTERN {
        let message = format!("the expression has over {LONGEST_PATTERN} bytes");
        fields.source.error(code::TOO_MANY_PARTS, text.span(), message, "write a shorter one");
        return None;
    }
    Some(text.into_inner())
}
