//! One cell of a report: what people read and what programs read, made together from one value.
//!
//! Apart because this is where rounding ends: a writer can choose between the two, but it cannot compute another.

use std::fmt;

use serde::Serialize;

use crate::clock::Timestamp;
use crate::text;

/// A text that is safe wherever it is written: one line, no control and no direction characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Clean(String);

/// Longest stem of a file name, in characters.
const LONGEST_STEM: usize = 40;

impl Clean {
    /// Cleans a text.
    pub fn new(text: &str) -> Self {
        Self(text::one_line(text))
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the text as the stem of a file name: letters and digits, `-` for everything else.
    pub fn as_file_stem(&self) -> String {
        let lower = self.0.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let stem: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST_STEM).collect();
        let stem = stem.trim_end_matches('-');
        if stem.is_empty() { "report".to_owned() } else { stem.to_owned() }
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Clean {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Clean {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

/// What programs read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
#[serde(untagged)]
pub enum Value {
    /// Nothing is known.
    Nothing,
    /// Yes or no.
    Bool(bool),
    /// A whole number, already rounded.
    Number(u64),
    /// A whole number that can be under nothing, already rounded.
    Signed(i64),
    /// Words, an id, or a time.
    Text(String),
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What programs read.
    pub value: Value,
    /// What people read.
    pub shown: Clean,
}

impl Cell {
    /// Returns the cell of something that is not known, or did not happen.
    pub fn nothing() -> Self {
        Self { value: Value::Nothing, shown: Clean::new("–") }
    }

    /// Returns a cell of words.
    pub fn text(text: &str) -> Self {
        let shown = Clean::new(text);
        Self { value: Value::Text(shown.to_string()), shown }
    }

    /// Returns a cell that says a short thing to programs and the same in words to people.
    pub fn worded(value: &str, words: &str) -> Self {
        Self { value: Value::Text(Clean::new(value).to_string()), shown: Clean::new(words) }
    }

    /// Returns a cell of a count.
    pub fn count(number: impl TryInto<u64>) -> Self {
        let number = number.try_into().unwrap_or(u64::MAX);
        Self { value: Value::Number(number), shown: Clean(number.to_string()) }
    }

    /// Returns a cell of whole percents.
    pub fn percent(percent: u16) -> Self {
        Self { value: Value::Number(percent.into()), shown: Clean(format!("{percent} %")) }
    }

    /// Returns a cell of whole percents that can be under nothing.
    pub fn signed_percent(percent: i64) -> Self {
        let shown = if percent < 0 { format!("−{} %", percent.unsigned_abs()) } else { format!("{percent} %") };
        Self { value: Value::Signed(percent), shown: Clean(shown) }
    }

    /// Returns a cell of a yes or a no, with the word for it.
    pub fn yes_no(yes: bool, word: &str) -> Self {
        Self { value: Value::Bool(yes), shown: Clean::new(word) }
    }

    /// Returns a cell of a moment: to the second for programs, to the minute for people, in UTC for both.
    pub fn time(at: Timestamp) -> Self {
        let exact = at.rfc3339();
        let shown = format!("{}Z", exact.chars().take(16).collect::<String>().replace('T', " "));
        Self { value: Value::Text(exact), shown: Clean(shown) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_programs_read_the_same_number() {
        let cases = [(Cell::count(7_u32), 7, "7"), (Cell::percent(92), 92, "92 %")];
        for (cell, value, shown) in cases {
            assert_eq!((cell.value, cell.shown.as_str()), (Value::Number(value), shown));
        }
    }

    #[test]
    fn times_are_in_utc() {
        let cell = Cell::time(Timestamp(1_805_209_805_999));
        assert_eq!(cell.value, Value::Text("2027-03-16T15:10:05Z".to_owned()));
        assert_eq!(cell.shown.as_str(), "2027-03-16 15:10Z");
    }

    #[test]
    fn a_file_name_has_no_folder_and_no_surprise() {
        let cases = [
            ("Awa Diop", "awa-diop"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\x|y?*", "c-x-y"),
            ("Élodie N'Diaye", "élodie-n-diaye"),
            ("\u{1b}[2J", "2j"),
            ("…", "report"),
            ("", "report"),
        ];
        for (name, stem) in cases {
            assert_eq!(Clean::new(name).as_file_stem(), stem);
        }
        assert_eq!(Clean::new(&"x".repeat(500)).as_file_stem().len(), 40);
    }
}
