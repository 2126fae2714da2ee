//! What is wrong with a course file, where, and what to do about it.
//!
//! Apart because the loader makes diagnostics and the command line, the screen and later editors draw them from the
//! same data. No colour and no terminal in here, and nothing that stops at the first fault.

pub mod code;

use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The course cannot be used like this.
    Error,
    /// It works, but a learner would be served badly, or tastes may differ.
    Warning,
}

/// A stable name of a sort of fault, such as `unknown-field`; documented in `docs/diagnostics.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Which sort it is.
    pub code: Code,
    /// The file, relative to the course folder, with `/`.
    pub file: String,
    /// The bytes of the file that are at fault; empty for the file as a whole.
    pub span: Range<usize>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do next.
    pub hint: Option<String>,
}

/// A place in a file, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Position {
    /// Finds the line and column of a byte offset; offsets past the end are the end.
    pub fn of(text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = text.get(..end).unwrap_or_default();
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }
}

/// A text with the starts of its lines, for finding many places in it.
#[derive(Debug, Clone)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let after = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after).collect() }
    }

    /// Returns the number of the line that holds an offset, from 1, where it starts, and its text without its end.
    pub fn line(&self, offset: usize) -> (usize, usize, &'t str) {
        let number = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(number - 1).copied().unwrap_or(0);
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        (number, start, self.text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']))
    }

    /// Finds the line and column of a byte offset; offsets past the end are the end.
    pub fn position(&self, offset: usize) -> Position {
        let (line, start, text) = self.line(offset.min(self.text.len()));
        let column = Position::of(text, offset.saturating_sub(start)).column;
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let text = "é1\nab\n";
        let cases = [(0, 1, 1), (2, 1, 2), (3, 1, 3), (4, 2, 1), (6, 2, 3), (99, 3, 1), (1, 1, 1)];
        for (offset, line, column) in cases {
            assert_eq!(Position::of(text, offset), Position { line, column }, "{offset}");
            assert_eq!(Lines::new(text).position(offset), Position { line, column }, "{offset}");
        }
    }
}
