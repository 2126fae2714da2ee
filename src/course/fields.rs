//! A TOML table read field by field, so that every fault is found and every fault knows its place.
//!
//! Apart from the raw types because serde would stop at the first fault. What was not asked for by the time a table
//! is closed is unknown and reported; what is of another type is reported where it is asked for.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::source::{Source, suggest};
use crate::diagnostic::code;

/// A text and where it stands.
pub type Text = Spanned<String>;

/// How many broken places of one file are looked for.
const SYNTAX_ROUNDS: usize = 8;

/// How many tables of one list are read: more than any list needs, and few enough that no file takes long.
const MOST_TABLES: usize = 2_000;

/// One table being read.
pub struct Fields<'a> {
    /// Where the table stands in the file.
    pub span: Range<usize>,
    /// The file.
    pub source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    what: &'static str,
    asked: RefCell<Vec<&'static str>>,
}

/// Parses a source as TOML and reads its root table; broken lines are reported and left out.
pub fn read<T>(source: &Source<'_>, what: &'static str, read: impl FnOnce(&Fields<'_>) -> T) -> T {
    let mut text = std::borrow::Cow::Borrowed(source.text);
    for round in 1..=SYNTAX_ROUNDS {
        match DeTable::parse(&text) {
            Ok(root) => return read_root(source, what, root.get_ref(), read),
            Err(error) => {
                let line = report_broken_line(source, &text, &error);
                let end = if round < SYNTAX_ROUNDS { line.end } else { text.len() };
                text = blank(&text, line.start..end).into();
            }
        }
    }
    read_root(source, what, DeTable::parse_recoverable(&text).0.get_ref(), read)
}

fn read_root<T>(
    source: &Source<'_>,
    what: &'static str,
    table: &DeTable<'_>,
    read: impl FnOnce(&Fields<'_>) -> T,
) -> T {
    let fields = Fields { span: source.base..source.base, source, table, what, asked: RefCell::default() };
    let value = read(&fields);
    fields.close();
    value
}

/// Reports where the text is not TOML, and returns the line.
fn report_broken_line(source: &Source<'_>, text: &str, error: &toml::de::Error) -> Range<usize> {
    let span = error.span().unwrap_or_default();
    let at = source.base + span.start..source.base + span.end;
    source.broken.set(true);
    source.error(code::SYNTAX, at, format!("not TOML: {}", error.message()), "see docs/course-format.md and toml.io");
    line_at(text, span.start)
}

fn line_at(text: &str, offset: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let mut at = offset.min(bytes.len());
    if at == bytes.len() || bytes[at] == b'\n' {
        at = at.saturating_sub(1); // an error at the end of a line is that line's
    }
    let start = bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let end = bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |i| at + i);
    start..end
}

/// Returns the text with a line blanked; every other byte keeps its place.
fn blank(text: &str, line: Range<usize>) -> String {
    let (before, after) = (text.get(..line.start), text.get(line.end..));
    format!("{}{}{}", before.unwrap_or_default(), " ".repeat(line.len()), after.unwrap_or_default())
}

/// Returns the text as it is hashed and shown: line ends evened out, no space around it.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

impl<'a> Fields<'a> {
    /// Returns a text, tidied.
    pub fn text(&self, key: &'static str) -> Option<Text> {
        let (value, span) = self.get(key)?;
        match value.as_str() {
            Some(text) => Some(Spanned::new(span, tidy(text))),
            None => self.wrong_type(key, value, span, "a text in quotes"),
        }
    }

    /// Returns a text that must be there and say something.
    pub fn need_text(&self, key: &'static str) -> Option<Text> {
        if !self.has(key) {
            return self.missing(key);
        }
        let text = self.text(key)?;
        if text.get_ref().is_empty() {
            let message = format!("`{key}` of {} is empty", self.what);
            self.source.error(code::EMPTY_TEXT, text.span(), message, "write a text, or take the field away");
        }
        Some(text)
    }

    /// Returns `true` or `false`.
    pub fn flag(&self, key: &'static str) -> Option<Spanned<bool>> {
        let (value, span) = self.get(key)?;
        match value.as_bool() {
            Some(flag) => Some(Spanned::new(span, flag)),
            None => self.wrong_type(key, value, span, "true or false"),
        }
    }

    /// Returns a whole number.
    pub fn whole(&self, key: &'static str) -> Option<Spanned<i64>> {
        let (value, span) = self.get(key)?;
        match whole_of(value) {
            Some(number) => Some(Spanned::new(span, number)),
            None => self.wrong_type(key, value, span, "a whole number"),
        }
    }

    /// Returns a number with or without decimals.
    pub fn number(&self, key: &'static str) -> Option<Spanned<f64>> {
        let (value, span) = self.get(key)?;
        match number_of(value) {
            Some(number) => Some(Spanned::new(span, number)),
            None => self.wrong_type(key, value, span, "a number"),
        }
    }

    /// Returns a list of texts; none where it is not there.
    pub fn texts(&self, key: &'static str) -> Vec<Text> {
        let Some((value, span)) = self.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value else {
            self.wrong_type::<()>(key, value, span, "a list of texts, [\"…\"]");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in list {
            let at = self.place(item.span());
            match item.get_ref().as_str() {
                Some(text) => texts.push(Spanned::new(at, tidy(text))),
                None => drop(self.wrong_type::<()>(key, item.get_ref(), at, "a list of texts, [\"…\"]")),
            }
        }
        texts
    }

    /// Returns a list of whole numbers; none where it is not there.
    pub fn wholes(&self, key: &'static str) -> Vec<Spanned<i64>> {
        let Some((value, span)) = self.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value else {
            self.wrong_type::<()>(key, value, span, "a list of whole numbers, [1, 2]");
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for item in list {
            let at = self.place(item.span());
            match whole_of(item.get_ref()) {
                Some(number) => numbers.push(Spanned::new(at, number)),
                None => drop(self.wrong_type::<()>(key, item.get_ref(), at, "a list of whole numbers, [1, 2]")),
            }
        }
        numbers
    }

    /// Reads each table of a list `[[key]]`.
    pub fn tables<T>(&self, key: &'static str, what: &'static str, read: impl Fn(&Fields<'_>) -> T) -> Vec<T> {
        let Some((value, span)) = self.get(key) else { return Vec::new() };
        let DeValue::Array(list) = value else {
            self.wrong_type::<()>(key, value, span, "a list of tables, [[…]]");
            return Vec::new();
        };
        if list.len() > MOST_TABLES {
            let message = format!("`{key}` has {} entries, over {MOST_TABLES}: only so many are looked at", list.len());
            self.source.error(code::TOO_MANY_PARTS, span, message, "make several files of it");
        }
        let mut tables = Vec::new();
        for item in list.iter().take(MOST_TABLES) {
            let at = self.place(item.span());
            match item.get_ref().as_table() {
                Some(table) => tables.push(self.inner(table, at, what, &read)),
                None => drop(self.wrong_type::<()>(key, item.get_ref(), at, "a list of tables, [[…]]")),
            }
        }
        tables
    }

    /// Reads a table `[key]`.
    pub fn table<T>(&self, key: &'static str, what: &'static str, read: impl Fn(&Fields<'_>) -> T) -> Option<T> {
        let (value, span) = self.get(key)?;
        match value.as_table() {
            Some(table) => Some(self.inner(table, span, what, &read)),
            None => self.wrong_type(key, value, span, "a table"),
        }
    }

    /// Returns a value of any type, for a field that takes several.
    pub fn any(&self, key: &'static str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.get(key)
    }

    /// Takes every field, whatever its name, with the place of the name; nothing is unknown then.
    pub fn every(&self) -> impl Iterator<Item = (Text, &'a DeValue<'a>, Range<usize>)> {
        self.asked.borrow_mut().push("*");
        self.table.iter().map(|(key, value)| {
            let name = Spanned::new(self.place(key.span()), key.get_ref().to_string());
            (name, value.get_ref(), self.place(value.span()))
        })
    }

    /// Returns every field of a table of whole numbers.
    pub fn every_whole(&self) -> Vec<(Text, Spanned<i64>)> {
        let mut numbers = Vec::new();
        for (name, value, span) in self.every() {
            match whole_of(value) {
                Some(number) => numbers.push((name, Spanned::new(span, number))),
                None => drop(self.wrong_type::<()>(name.get_ref(), value, span, "a whole number")),
            }
        }
        numbers
    }

    /// Returns whether the field is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Reports a field that must be there and is not.
    pub fn missing<T>(&self, key: &str) -> Option<T> {
        if !self.source.broken.get() {
            let message = format!("{} has no `{key}`", self.what);
            self.source.error(code::MISSING_FIELD, self.span.clone(), message, format!("add `{key} = …`"));
        }
        None
    }

    /// Reports a value that a field does not take.
    pub fn wrong_type<T>(&self, key: &str, value: &DeValue<'_>, span: Range<usize>, wanted: &str) -> Option<T> {
        let message = format!("`{key}` of {} is {}, not {wanted}", self.what, name_of(value));
        self.source.error(code::WRONG_TYPE, span, message, format!("write {wanted}"));
        None
    }

    fn get(&self, key: &'static str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some((value.get_ref(), self.place(value.span())))
    }

    fn place(&self, span: Range<usize>) -> Range<usize> {
        self.source.base + span.start..self.source.base + span.end
    }

    fn inner<T>(
        &self,
        table: &DeTable<'_>,
        span: Range<usize>,
        what: &'static str,
        read: &impl Fn(&Fields<'_>) -> T,
    ) -> T {
        let fields = Fields { span, source: self.source, table, what, asked: RefCell::default() };
        let value = read(&fields);
        fields.close();
        value
    }

    fn close(self) {
        let asked = self.asked.into_inner();
        if asked.contains(&"*") {
            return;
        }
        for (key, _) in self.table {
            if !asked.contains(&key.get_ref().as_ref()) {
                let message = format!("{} has no field `{}`", self.what, key.get_ref());
                let span = self.source.base + key.span().start..self.source.base + key.span().end;
                self.source.error(code::UNKNOWN_FIELD, span, message, suggest(key.get_ref(), asked.iter().copied()));
            }
        }
    }
}

fn whole_of(value: &DeValue<'_>) -> Option<i64> {
    let digits = value.as_integer()?;
    i64::from_str_radix(digits.as_str(), digits.radix()).ok()
}

fn number_of(value: &DeValue<'_>) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "answers with over 15 digits are not asked for")]
    let whole = whole_of(value).map(|n| n as f64);
    whole.or_else(|| value.as_float()?.as_str().parse().ok().filter(|n: &f64| n.is_finite()))
}

fn name_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
