//! A swap as the bytes of a file: one line of JSON, and one line with its hash.
//!
//! Apart from what is handed over because files are cut, changed and taken for others. The hash says that nothing was
//! lost on the way; it does not say who wrote it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Handed, Sender, Swap, Verdict};
use crate::clock::Timestamp;
use crate::course::exercise::work::Entry;
use crate::id::{AttemptId, CourseId, ExerciseId, Lang};

/// How many bytes a file may have.
pub const LONGEST: usize = 256 << 10;
/// The version of the file.
const FORMAT: u32 = 1;
/// What wrote the file.
const MADE_WITH: &str = concat!("rundown ", env!("CARGO_PKG_VERSION"));
/// What the file says it is.
const TYPE: &str = "rundown-swap";
/// Longest name, station, decision and code, in characters.
const SHORT: usize = 200;
/// Longest value, in characters.
const LONG: usize = 20_000;
/// The most fields, and the most rows and cells of one.
const MOST: usize = 200;

/// Why bytes are no swap. Every message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSwap {
    /// More bytes than a file may have.
    #[error("it is longer than {LONGEST} bytes: this is no file of `rundown exercise send`")]
    TooLong,
    /// Something else.
    #[error("this is no file of `rundown exercise send`")]
    Foreign,
    /// Written by a newer program.
    #[error("it has format {0}, and this Rundown knows {FORMAT}: receive it with a newer one")]
    Newer(u64),
    /// The end is missing.
    #[error("it is cut: its last line is missing; ask for it again")]
    Cut,
    /// The hash does not fit.
    #[error("it was changed or damaged after it was written; ask for it again")]
    Changed,
    /// It is whole, and says something that makes no sense.
    #[error("it cannot be read: {0}; ask for it again")]
    Unreadable(String),
}

/// What an offer or a return note is called in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Offer,
    Return,
}

/// The first line; the fields stand in the order of their names.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    at: Timestamp,
    course: CourseId,
    exercise: ExerciseId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fields: Option<BTreeMap<String, Entry>>,
    format: u32,
    from: Sender,
    item: AttemptId,
    kind: Kind,
    lang: Lang,
    made_with: String,
    #[serde(rename = "type")]
    of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<Verdict>,
}

/// The last line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    hash: String,
}

/// What every version of the file has.
#[derive(Debug, Deserialize)]
struct Head {
    #[serde(rename = "type")]
    of: String,
    format: u64,
}

/// Writes a swap; what is too long to be read again is refused.
pub fn write(swap: &Swap) -> Result<Vec<u8>, BadSwap> {
    let Swap { item, from, course, exercise, lang, at, what } = swap.clone();
    let (kind, fields, verdict) = match what {
        Handed::Offer(fields) => (Kind::Offer, Some(fields), None),
        Handed::Return(verdict) => (Kind::Return, None, Some(verdict)),
    };
    let (of, made_with) = (TYPE.to_owned(), MADE_WITH.to_owned());
    let line = Line { at, course, exercise, fields, format: FORMAT, from, item, kind, lang, made_with, of, verdict };
    check(&line)?;
    let unreadable = |error: serde_json::Error| BadSwap::Unreadable(error.to_string());
    let mut bytes = serde_json::to_vec(&line).map_err(unreadable)?;
    let end = serde_json::to_vec(&End { hash: hash(&bytes) }).map_err(unreadable)?;
    bytes.push(b'\n');
    bytes.extend(end);
    bytes.push(b'\n');
    if bytes.len() > LONGEST { Err(BadSwap::TooLong) } else { Ok(bytes) }
}

/// Reads a swap, or says why the bytes are none.
pub fn read(bytes: &[u8]) -> Result<Swap, BadSwap> {
    if bytes.len() > LONGEST {
        return Err(BadSwap::TooLong);
    }
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let rest = (lines.next(), lines.next(), lines.next());
    let head = match serde_json::from_slice::<Head>(first) {
        Ok(head) if head.of == TYPE => head,
        // Half a line that begins like one of ours was cut.
        Err(_) if rest.0.is_none() && first.starts_with(b"{\"at\":") => return Err(BadSwap::Cut),
        Ok(_) | Err(_) => return Err(BadSwap::Foreign),
    };
    if head.format != u64::from(FORMAT) {
        return Err(BadSwap::Newer(head.format));
    }
    let (Some(last), Some(b""), None) = rest else { return Err(BadSwap::Cut) };
    let end: End = serde_json::from_slice(last).map_err(|_| BadSwap::Cut)?;
    if end.hash != hash(first) {
        return Err(BadSwap::Changed);
    }
    let line = serde_json::from_slice(first).map_err(|error| BadSwap::Unreadable(error.to_string()))?;
    check(&line)?;
    swap(line)
}

fn hash(line: &[u8]) -> String {
    blake3::hash(line).to_hex().to_string()
}

fn swap(line: Line) -> Result<Swap, BadSwap> {
    let Line { at, course, exercise, fields, format: _, from, item, kind, lang, made_with: _, of: _, verdict } = line;
    let what = match (kind, fields, verdict) {
        (Kind::Offer, Some(fields), None) => Handed::Offer(fields),
        (Kind::Return, None, Some(verdict)) => Handed::Return(verdict),
        (Kind::Offer, ..) => return Err(BadSwap::Unreadable("an offer has `fields` and no `verdict`".to_owned())),
        (Kind::Return, ..) => return Err(BadSwap::Unreadable("a return has a `verdict` and no `fields`".to_owned())),
    };
    Ok(Swap { item, from, course, exercise, lang, at, what })
}

/// Refuses what is longer than anybody writes.
fn check(line: &Line) -> Result<(), BadSwap> {
    let long = |name: &str| Err(BadSwap::Unreadable(format!("`{name}` is too long")));
    let is_over = |text: &str, most: usize| text.chars().count() > most;
    if is_over(&line.from.name, SHORT) || is_over(&line.from.station, SHORT) || is_over(&line.made_with, SHORT) {
        return long("from");
    }
    if let Some(Verdict { decision, code, note }) = &line.verdict
        && (is_over(decision, SHORT) || is_over(code, SHORT) || is_over(note, LONG))
    {
        return long("verdict");
    }
    let fits = |entry: &Entry| match entry {
        Entry::One(text) => !is_over(text, LONG),
        Entry::Several(texts) => texts.len() <= MOST && texts.iter().all(|text| !is_over(text, SHORT)),
        Entry::Rows(rows) => {
            let fits = |row: &Vec<String>| row.len() <= MOST && row.iter().all(|cell| !is_over(cell, LONG));
            rows.len() <= MOST && rows.iter().all(fits)
        }
    };
    let fields = line.fields.iter().flatten();
    if line.fields.as_ref().is_some_and(|fields| fields.len() > MOST)
        || !fields.clone().all(|(name, entry)| !is_over(name, SHORT) && fits(entry))
    {
        return long("fields");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
