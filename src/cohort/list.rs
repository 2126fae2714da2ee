//! A list of names and stations, as spreadsheets write it.
//!
//! Apart from invitations because a list is what a trainer has, and an invitation what learners get. The delimiter is
//! guessed from the first line, a line with the names of the columns may be there or not, and letters may be those of an
//! old spreadsheet.

use crate::text::one_line;

/// How many bytes a list may have, and how many names.
pub const LONGEST: usize = 1 << 20;
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
    /// A spreadsheet's own file.
    #[error("this is a spreadsheet's own file: save it as CSV")]
    Spreadsheet,
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
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(BadList::Spreadsheet);
    }
    if bytes.len() > LONGEST {
        return Err(BadList::TooLong);
    }
    let text = decoded(bytes);
    let mut reader = csv::ReaderBuilder::new();
    reader.delimiter(delimiter(&text)).has_headers(false).flexible(true);
    let mut columns = None;
    let mut all: Vec<Listed> = Vec::new();
    for (number, record) in (1..).zip(reader.from_reader(text.as_bytes()).records()) {
        let record =
            record.map_err(|error| BadList::Unreadable(error.position().map_or(number, csv::Position::line)))?;
        let line = record.position().map_or(number, csv::Position::line);
        let cells: Vec<String> = record.iter().map(one_line).collect();
        let columns = match columns {
            Some(known) => known,
            None => match headed(&cells) {
                Some(found) => {
                    columns = Some(found);
                    continue;
                }
                None => *columns.insert(Columns { first: None, name: 0, station: Some(1) }),
            },
        };
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let listed = listed(&cells, columns);
        check(&listed, line, &all)?;
        all.push(listed);
    }
    if all.is_empty() { Err(BadList::Empty) } else { Ok(all) }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &[u8]) -> Vec<(String, String)> {
        read(text).unwrap().into_iter().map(|listed| (listed.name, listed.member)).collect()
    }

    #[test]
    fn whatever_a_spreadsheet_writes_is_the_same_list() {
        let expected = [("Awa Diop", "Lagune TV"), ("José", "Sol TV")].map(|(n, m)| (n.to_owned(), m.to_owned()));
        let lists: [&[u8]; 7] = [
            "Awa Diop,Lagune TV\nJosé,Sol TV\n".as_bytes(),
            "Name;Station\r\nAwa Diop;Lagune TV\r\n\r\nJosé;Sol TV".as_bytes(),
            "\u{feff}nom\tchaîne\nAwa Diop\tLagune TV\nJosé\tSol TV".as_bytes(),
            "Station,Name\nLagune TV, Awa  Diop \nSol TV,José".as_bytes(),
            "Prénom;Nom;Média\nAwa;Diop;Lagune TV\n;José;Sol TV".as_bytes(),
            "\"Awa Diop\",\"Lagune TV\"\nJosé,\"Sol TV\"".as_bytes(),
            b"Name;Station\nAwa Diop;Lagune TV\nJos\xe9;Sol TV",
        ];
        for list in lists {
            assert_eq!(names(list), expected, "{}", String::from_utf8_lossy(list));
        }
    }

    #[test]
    fn a_list_without_stations_is_a_list_too() {
        assert_eq!(names(b"Awa Diop\nIssa"), [("Awa Diop".into(), String::new()), ("Issa".into(), String::new())]);
    }

    #[test]
    fn a_bad_line_is_named_with_the_reason() {
        assert_eq!(read(b"Name,Station\n,Lagune TV"), Err(BadList::NoName(2)));
        assert_eq!(read(b"Awa,TV\nawa,tv"), Err(BadList::Double(2, "awa".to_owned())));
        assert_eq!(read(b"Name,Station\n"), Err(BadList::Empty));
        assert_eq!(read(b"PK\x03\x04rest"), Err(BadList::Spreadsheet));
        assert_eq!(read("x".repeat(201).as_bytes()), Err(BadList::LongName(1)));
        let many = (0..=MOST).map(|number| format!("Person {number}")).collect::<Vec<_>>().join("\n");
        assert_eq!(read(many.as_bytes()), Err(BadList::TooLong));
    }

    #[test]
    fn what_could_act_on_a_screen_is_gone() {
        assert_eq!(names("Awa\u{1b}[31m,\u{202e}TV".as_bytes()), [("Awa[31m".to_owned(), "TV".to_owned())]);
    }
}
