//! A list of names and stations, as spreadsheets write it: a workbook (`.xlsx`), or CSV.
//!
//! Apart from invitations because a list is what a trainer has, and an invitation what learners get. Of CSV the delimiter
//! is guessed from the first line, and letters may be those of an old spreadsheet. A line with the names of the columns
//! may be there or not.

mod archive;
#[cfg(test)]
mod tests;
mod workbook;

use crate::text::one_line;

/// How many bytes a list may have.
pub const LONGEST: usize = 8 << 20;
/// How many bytes it may have as CSV, and how many names.
const LONGEST_CSV: usize = 1 << 20;
const MOST: usize = 1_000;
/// Names of columns, in lower case.
const NAMES: &[&str] = &["name", "full name", "nom", "nom complet", "learner", "participant", "stagiaire"];
const LAST: &[&str] = &["last name", "surname", "family name", "nom de famille"];
const FIRST: &[&str] = &["first name", "given name", "prénom", "prenom"];
const STATIONS: &[&str] =
    &["station", "member", "organisation", "organization", "media", "média", "chaîne", "chaine", "membre", "company"];

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub name: String,
    /// The station; may be empty.
    pub member: String,
}

/// Why a list cannot be used, with the line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadList {
    /// A file of another program.
    #[error("this is neither a workbook (.xlsx) nor CSV: save it as one of them")]
    Spreadsheet,
    /// A workbook that needs a password, or one as spreadsheets wrote before `.xlsx`.
    #[error("it is locked with a password, or of an old format: save it as .xlsx without a password, or as CSV")]
    Locked,
    /// A workbook that is cut or changed.
    #[error("this workbook cannot be read: save it once more as .xlsx, or as CSV")]
    Damaged,
    /// No name in the sheet that is read.
    #[error("there is no name in its first sheet, `{0}`")]
    EmptySheet(String),
    /// More bytes or names than a list may have.
    #[error("it is too long: a list has {MOST} names at most")]
    TooLong,
    /// No name at all.
    #[error("there is no name in it")]
    Empty,
    /// It cannot be cut into cells.
    #[error("line {0}: it cannot be read as CSV")]
    Unreadable(u64),
    /// A line with a station and no name.
    #[error("line {0}: the name is empty")]
    NoName(u64),
    /// A name that is too long.
    #[error("line {0}: a name or a station is longer than 200 characters")]
    LongName(u64),
    /// The same name and station as in another line.
    #[error("line {0}: {1} stands there twice")]
    Double(u64, String),
}

/// Where names and stations stand.
#[derive(Debug, Clone, Copy)]
struct Columns {
    first: Option<usize>,
    name: usize,
    station: Option<usize>,
}

/// Reads a list.
pub fn read(bytes: &[u8]) -> Result<Vec<Listed>, BadList> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(BadList::Locked);
    }
    if bytes.len() > LONGEST {
        return Err(BadList::TooLong);
    }
    if bytes.starts_with(b"PK") { of_workbook(bytes) } else { of_csv(bytes) }
}

fn of_workbook(bytes: &[u8]) -> Result<Vec<Listed>, BadList> {
    let sheet = workbook::first_sheet(bytes)?;
    let mut reading = Reading::default();
    for (number, cells) in sheet.rows {
        reading.line(number, &cells)?;
    }
    if reading.all.is_empty() { Err(BadList::EmptySheet(one_line(&sheet.name))) } else { Ok(reading.all) }
}

fn of_csv(bytes: &[u8]) -> Result<Vec<Listed>, BadList> {
    if bytes.len() > LONGEST_CSV {
        return Err(BadList::TooLong);
    }
    // No text has zeros in it, and every other file has.
    if bytes.contains(&0) {
        return Err(BadList::Spreadsheet);
    }
    let text = decoded(bytes);
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter(&text)).has_headers(false).flexible(true);
    let mut reading = Reading::default();
    for (number, record) in (1..).zip(reader.from_reader(text.as_bytes()).records()) {
        let record =
            record.map_err(|error| BadList::Unreadable(error.position().map_or(number, csv::Position::line)))?;
        let line = record.position().map_or(number, csv::Position::line);
        let cells: Vec<String> = record.iter().map(one_line).collect();
        reading.line(line, &cells)?;
    }
    if reading.all.is_empty() { Err(BadList::Empty) } else { Ok(reading.all) }
}

/// A list while it is read.
#[derive(Debug, Default)]
struct Reading {
    columns: Option<Columns>,
    all: Vec<Listed>,
}

impl Reading {
    /// Takes a line: the names of the columns, if it is the first and has them, or somebody.
    fn line(&mut self, line: u64, cells: &[String]) -> Result<(), BadList> {
        let columns = match self.columns {
            Some(known) => known,
            None => match headed(cells) {
                Some(found) => {
                    self.columns = Some(found);
                    return Ok(());
                }
                None => *self.columns.insert(Columns { first: None, name: 0, station: Some(1) }),
            },
        };
        if cells.iter().all(String::is_empty) {
            return Ok(());
        }
        let listed = listed(cells, columns);
        check(&listed, line, &self.all)?;
        self.all.push(listed);
        Ok(())
    }
}

fn check(listed: &Listed, line: u64, all: &[Listed]) -> Result<(), BadList> {
    let same = |other: &Listed| {
        other.name.to_lowercase() == listed.name.to_lowercase()
            && other.member.to_lowercase() == listed.member.to_lowercase()
    };
    let is_long = |text: &str| text.chars().count() > 200;
    match listed {
        Listed { name, .. } if name.is_empty() => Err(BadList::NoName(line)),
        Listed { name, member } if is_long(name) || is_long(member) => Err(BadList::LongName(line)),
        Listed { name, .. } if all.iter().any(same) => Err(BadList::Double(line, name.clone())),
        Listed { .. } if all.len() >= MOST => Err(BadList::TooLong),
        Listed { .. } => Ok(()),
    }
}

/// Returns the text; bytes that are no UTF-8 are read as the Western letters of old spreadsheets.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Returns the sign that stands most often in the first line.
pub(super) fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &u8| line.bytes().filter(|byte| byte == sign).count();
    [b';', b'\t', b','].into_iter().rev().max_by_key(count).unwrap_or(b',')
}

fn headed(cells: &[String]) -> Option<Columns> {
    let find = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
    let (first, last) = (find(FIRST), find(LAST));
    let name = find(NAMES).or(last)?;
    Some(Columns { first, name, station: find(STATIONS) })
}

fn listed(cells: &[String], columns: Columns) -> Listed {
    let cell = |at: usize| cells.get(at).cloned().unwrap_or_default();
    let first = columns.first.map(cell).unwrap_or_default();
    let name = one_line(&format!("{first} {}", cell(columns.name)));
    Listed { name, member: columns.station.map(cell).unwrap_or_default() }
}
