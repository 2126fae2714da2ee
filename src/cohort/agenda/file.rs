//! An agenda as a trainer writes it: TOML, or a table from a spreadsheet; and as TOML again, to be edited.
//!
//! Apart from settling because only reading knows lines.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{BadAgenda, Draft, LONGEST, Pages, START, Wrong, hhmm, minute, settle};
use crate::cohort::list::{decoded, delimiter};
use crate::journal::planning::AgendaItem;
use crate::text::one_line;

/// The columns of a table, each in English and in French.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("day", &["day", "jour"]),
    ("at", &["at", "from", "heure", "début", "debut", "de"]),
    ("minutes", &["minutes", "min", "durée", "duree"]),
    ("title", &["title", "what", "titre", "quoi"]),
    ("lessons", &["lessons", "lesson", "leçons", "lecons", "leçon"]),
    ("break", &["break", "pause"]),
];

/// A TOML file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// When each day begins, unless its first box says it.
    start: Option<Spanned<String>>,
    #[serde(default, rename = "box")]
    boxes: Vec<Spanned<Boxed>>,
}

/// A box of a TOML file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Boxed {
    day: Option<u8>,
    at: Option<Spanned<String>>,
    minutes: u16,
    title: String,
    #[serde(default)]
    lessons: Vec<String>,
    #[serde(default, rename = "break")]
    pause: bool,
}

fn line_at(text: &str, at: Option<Range<usize>>) -> usize {
    let before = at.map_or(0, |range| range.start).min(text.len());
    text.bytes().take(before).filter(|byte| *byte == b'\n').count() + 1
}

fn time(text: &str, written: &Spanned<String>) -> Result<u16, BadAgenda> {
    let bad =
        || BadAgenda { line: line_at(text, Some(written.span())), wrong: Wrong::BadTime(one_line(written.get_ref())) };
    minute(written.get_ref()).ok_or_else(bad)
}

/// Reads a TOML file.
pub fn from_toml(text: &str, pages: &Pages) -> Result<Vec<AgendaItem>, BadAgenda> {
    let unreadable = |line, why: &str| BadAgenda { line, wrong: Wrong::Unreadable(one_line(why)) };
    if text.len() > LONGEST {
        return Err(unreadable(1, "it is too long"));
    }
    let file: File = toml::from_str(text).map_err(|error| unreadable(line_at(text, error.span()), error.message()))?;
    let start = file.start.as_ref().map(|start| time(text, start)).transpose()?.unwrap_or(START);
    let draft = |boxed: Spanned<Boxed>| {
        let line = line_at(text, Some(boxed.span()));
        let Boxed { day, at, minutes, title, lessons, pause } = boxed.into_inner();
        let at = at.as_ref().map(|at| time(text, at)).transpose()?;
        Ok(Draft { line, day, at, minutes, title, lessons, pause })
    };
    settle(file.boxes.into_iter().map(draft).collect::<Result<_, _>>()?, start, pages)
}

/// Reads a table of a spreadsheet; its first line names the columns.
pub fn from_csv(bytes: &[u8], pages: &Pages) -> Result<Vec<AgendaItem>, BadAgenda> {
    let unreadable = |line, why: &str| BadAgenda { line, wrong: Wrong::Unreadable(one_line(why)) };
    if bytes.len() > LONGEST {
        return Err(unreadable(1, "it is too long"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(unreadable(1, "this is a spreadsheet's own file: save it as CSV"));
    }
    let text = decoded(bytes);
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter(&text)).has_headers(false).flexible(true);
    let mut columns: Option<[Option<usize>; 6]> = None;
    let mut drafts = Vec::new();
    for (number, record) in (1..).zip(reader.from_reader(text.as_bytes()).records()) {
        let record = record.map_err(|_| unreadable(number, "it cannot be cut into cells"))?;
        let line = record.position().map_or(number, |at| usize::try_from(at.line()).unwrap_or(number));
        let cells: Vec<String> = record.iter().map(one_line).collect();
        match columns {
            None => columns = Some(headed(&cells, line)?),
            Some(_) if cells.iter().all(String::is_empty) => {}
            Some(columns) => drafts.push(row(&cells, columns, line)?),
        }
    }
    settle(drafts, START, pages)
}

fn headed(cells: &[String], line: usize) -> Result<[Option<usize>; 6], BadAgenda> {
    let find = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
    let found = COLUMNS.map(|(_, names)| find(names));
    match COLUMNS.iter().zip(&found).find(|((name, _), at)| at.is_none() && ["minutes", "title"].contains(name)) {
        Some(((name, _), _)) => Err(BadAgenda { line, wrong: Wrong::NoColumn(name) }),
        None => Ok(found),
    }
}

fn row(cells: &[String], columns: [Option<usize>; 6], line: usize) -> Result<Draft, BadAgenda> {
    let [day, at, minutes, title, lessons, pause] =
        columns.map(|at| at.and_then(|at| cells.get(at)).cloned().unwrap_or_default());
    let bad = |wrong| BadAgenda { line, wrong };
    let unless_empty = |cell: String| Some(cell).filter(|cell| !cell.is_empty());
    let day = unless_empty(day).map(|day| day.parse().map_err(|_| bad(Wrong::BadDay(day)))).transpose()?;
    let at = unless_empty(at).map(|at| minute(&at).ok_or_else(|| bad(Wrong::BadTime(at)))).transpose()?;
    let minutes = minutes.parse().map_err(|_| bad(Wrong::BadMinutes(minutes)))?;
    let lessons = lessons.split([' ', ',', ';']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let pause = !["", "no", "non", "0", "false", "faux", "-"].contains(&pause.to_lowercase().as_str());
    Ok(Draft { line, day, at, minutes, title, lessons, pause })
}

/// Writes an agenda as TOML that is read back as it is.
pub fn to_toml(agenda: &[AgendaItem], pages: &Pages) -> String {
    let boxes = agenda.iter().map(|item| {
        let title = toml::Value::String(item.title.clone());
        let lessons: Vec<String> = item.lessons.iter().map(|lesson| format!("\"{}\"", pages.page(lesson))).collect();
        let lessons = if lessons.is_empty() { String::new() } else { format!("lessons = [{}]\n", lessons.join(", ")) };
        let pause = if item.pause { "break = true\n" } else { "" };
        let (day, at, minutes) = (item.day, hhmm(item.at), item.minutes);
        format!("[[box]]\nday = {day}\nat = \"{at}\"\nminutes = {minutes}\ntitle = {title}\n{lessons}{pause}")
    });
    boxes.collect::<Vec<_>>().join("\n")
}
