//! One line of a progress file: what it holds, and the check that says that it is whole.
//!
//! Apart because a file may be cut or damaged at any byte: each line is judged by itself, so that what is whole comes
//! in. The check covers the first line too, so no line can be carried over into the file of another learner.

use std::io::{self, BufRead, Read};

use crate::journal::stored;

/// How many bytes a line may have: an event, and what stands around it.
pub const LONGEST_LINE: usize = stored::LONGEST + 256;
/// What stands before the check, and between it and the content.
const BEFORE: &[u8] = br#"{"check":""#;
const EVENT: &[u8] = br#"","event":"#;
const QUESTION: &[u8] = br#"","question":"#;
/// What the last line begins and ends with.
pub(super) const END: &[u8] = br#"{"end":"#;
/// Digits of a check.
const DIGITS: usize = 16;

/// What a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Event,
    Question,
}

/// Why a line is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum BadLine {
    #[error("it is no line of a progress file")]
    Shape,
    #[error("it was changed or damaged after it was written")]
    Check,
    #[error("it is cut")]
    Cut,
    #[error("it is longer than {LONGEST_LINE} bytes")]
    TooLong,
    #[error("it stands after the end")]
    Late,
}

/// The hash of the first line, which every check rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Root(blake3::Hash);

impl Root {
    pub(super) fn of(first: &[u8]) -> Self {
        Self(blake3::hash(first))
    }

    fn check(self, content: &[u8]) -> [u8; DIGITS] {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.0.as_bytes()).update(content);
        let hash = hasher.finalize();
        let digit = |half: u8| b"0123456789abcdef"[usize::from(half)];
        let bytes = hash.as_bytes();
        std::array::from_fn(|at| digit(if at % 2 == 0 { bytes[at / 2] >> 4 } else { bytes[at / 2] & 0xf }))
    }

    /// Returns a line with its line feed.
    pub(super) fn line(self, kind: Kind, content: &[u8]) -> Vec<u8> {
        let between = if kind == Kind::Event { EVENT } else { QUESTION };
        [BEFORE, &self.check(content), between, content, b"}\n"].concat()
    }

    /// Takes a line apart that came without its line feed.
    pub(super) fn open(self, line: &[u8]) -> Result<(Kind, &[u8]), BadLine> {
        let rest = line.strip_prefix(BEFORE).ok_or(BadLine::Shape)?;
        let (check, rest) = rest.split_at_checked(DIGITS).ok_or(BadLine::Shape)?;
        let (kind, rest) = match (rest.strip_prefix(EVENT), rest.strip_prefix(QUESTION)) {
            (Some(rest), _) => (Kind::Event, rest),
            (None, Some(rest)) => (Kind::Question, rest),
            (None, None) => return Err(BadLine::Shape),
        };
        let content = rest.strip_suffix(b"}").ok_or(BadLine::Shape)?;
        if self.check(content) == *check { Ok((kind, content)) } else { Err(BadLine::Check) }
    }
}

/// Reads lines, each within bounds.
pub(super) struct Lines<'a> {
    input: &'a mut dyn BufRead,
    line: Vec<u8>,
    number: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead) -> Self {
        Self { input, line: Vec::new(), number: 0 }
    }

    /// Returns the number of the line that was read last, from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Reads the next line without its line feed; none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Result<&[u8], BadLine>>> {
        self.line.clear();
        let most = LONGEST_LINE as u64 + 1;
        let read = self.input.take(most).read_until(b'\n', &mut self.line)?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.line.last() == Some(&b'\n') {
            self.line.pop();
            return Ok(Some(Ok(&self.line)));
        }
        if read > LONGEST_LINE {
            self.input.skip_until(b'\n')?;
            return Ok(Some(Err(BadLine::TooLong)));
        }
        Ok(Some(Err(BadLine::Cut)))
    }
}
