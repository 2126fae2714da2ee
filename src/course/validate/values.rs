//! Rules for single values: ids, numbers, percents, slugs.
//!
//! Apart because every file has them and they must sound alike wherever they fail.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use toml::Spanned;

use crate::course::fields::Text;
use crate::course::source::Source;
use crate::diagnostic::{Position, code};
use crate::id::BadId;

/// Makes an id of a text, or says why it is none.
pub fn id<T>(source: &Source<'_>, text: &Text, make: impl Fn(&str) -> Result<T, BadId>) -> Option<T> {
    match make(text.get_ref()) {
        Ok(id) => Some(id),
        Err(bad) if text.get_ref().is_empty() => {
            drop(bad); // an empty text was reported where it was read
            None
        }
        Err(bad) => {
            source.error(code::BAD_ID, text.span(), bad.to_string(), "ids never change, so choose a short plain one");
            None
        }
    }
}

/// Makes ids of a list of texts.
pub fn ids<T>(source: &Source<'_>, texts: &[Text], make: impl Fn(&str) -> Result<T, BadId>) -> Vec<T> {
    texts.iter().filter_map(|text| id(source, text, &make)).collect()
}

/// Remembers names that must not come twice in one file.
#[derive(Debug)]
pub struct Unique<T> {
    what: &'static str,
    seen: HashMap<T, Range<usize>>,
}

impl<T: Eq + Hash + Clone + std::fmt::Display> Unique<T> {
    /// Begins with nothing seen.
    pub fn new(what: &'static str) -> Self {
        Self { what, seen: HashMap::new() }
    }

    /// Reports a name that was seen before.
    pub fn see(&mut self, source: &Source<'_>, name: &T, span: Range<usize>) {
        if let Some(first) = self.seen.get(name) {
            let line = Position::of(source.text, first.start.saturating_sub(source.base)).line;
            let message = format!("the {} `{name}` is there twice, first on line {line} of this text", self.what);
            source.error(code::DUPLICATE_ID, span, message, "give one of them another id");
        } else {
            self.seen.insert(name.clone(), span);
        }
    }
}

/// Returns a number between two bounds.
pub fn between(source: &Source<'_>, name: &str, number: &Spanned<i64>, bounds: (u16, u16)) -> Option<u16> {
    let (low, high) = bounds;
    match u16::try_from(*number.get_ref()) {
        Ok(n) if (low..=high).contains(&n) => Some(n),
        _ => {
            let message = format!("`{name}` is {}, outside {low} to {high}", number.get_ref());
            source.error(code::BAD_VALUE, number.span(), message, format!("write a number from {low} to {high}"));
            None
        }
    }
}

/// Returns a pass mark in percent as a grade.
pub fn pass(source: &Source<'_>, percent: Option<&Spanned<i64>>, otherwise: u16) -> u16 {
    percent.and_then(|p| between(source, "pass", p, (1, 100))).map_or(otherwise, |p| p * 100)
}

/// Returns a number that must be there, or reports where it is missing.
pub fn need<'n, T>(
    source: &Source<'_>,
    span: &Range<usize>,
    name: &str,
    value: Option<&'n Spanned<T>>,
) -> Option<&'n Spanned<T>> {
    if value.is_none() && !source.broken.get() {
        source.error(
            code::MISSING_FIELD,
            span.clone(),
            format!("`{name}` is missing here"),
            format!("add `{name} = …`"),
        );
    }
    value
}

/// Returns a name for the home screen.
pub fn slug(source: &Source<'_>, text: &Text) -> String {
    let slug = text.get_ref();
    let plain = slug.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    if !slug.is_empty() && (!plain || slug.len() > 20) {
        let message = format!("`{slug}` is no slug");
        source.error(code::BAD_VALUE, text.span(), message, "write at most 20 capitals, digits and `-`");
    }
    slug.clone()
}

/// Returns the text, or nothing.
pub fn words(text: Option<&Text>) -> String {
    text.map(|t| t.get_ref().clone()).unwrap_or_default()
}

/// Returns a text that must be there.
pub fn need_words(source: &Source<'_>, span: &Range<usize>, name: &str, text: Option<&Text>) -> String {
    let text = need(source, span, name, text);
    if let Some(empty) = text.filter(|t| t.get_ref().is_empty()) {
        source.error(code::EMPTY_TEXT, empty.span(), format!("`{name}` is empty"), "write a text");
    }
    words(text)
}
