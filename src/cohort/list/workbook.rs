//! The rows of the first sheet of a workbook (`.xlsx`), as text.
//!
//! Apart from the list because it knows nothing of names: it gives each row its number and its cells, a formula as the
//! value that was kept with it. Styles, other sheets and everything that acts are not looked at.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::archive::{Archive, BadPart};
use super::{BadList, MOST};
use crate::text::one_line;

/// Cells of a row beyond these are not looked at, nor texts of a workbook beyond these many.
const COLUMNS: usize = 64;
const TEXTS: usize = 100_000;
const BOOK: &str = "xl/workbook.xml";
const LINKS: &str = "xl/_rels/workbook.xml.rels";
const SHARED: &str = "xl/sharedStrings.xml";

/// A sheet: its name, and its rows that are not empty, with their numbers.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

/// Reads the first sheet that is not hidden; no more rows of it than tell that a list is too long.
pub(super) fn first_sheet(bytes: &[u8]) -> Result<Sheet, BadList> {
    let archive = Archive::open(bytes).ok_or(BadList::Damaged)?;
    let (name, link) = named(&text(&archive, BOOK)?)?;
    let sheet = text(&archive, &place(&text(&archive, LINKS)?, &link)?)?;
    let texts = match text(&archive, SHARED) {
        Err(BadList::Spreadsheet) => Vec::new(),
        shared => texts(&shared?)?,
    };
    let mut scan = Scan { texts, ..Scan::default() };
    walk(&sheet, &mut |told| scan.take(told))?;
    Ok(Sheet { name, rows: scan.rows })
}

fn text(archive: &Archive<'_>, part: &str) -> Result<String, BadList> {
    let bytes = archive.part(part).map_err(|bad| match bad {
        BadPart::Missing => BadList::Spreadsheet,
        BadPart::Damaged => BadList::Damaged,
        BadPart::TooLong => BadList::TooLong,
        BadPart::Locked => BadList::Locked,
    })?;
    String::from_utf8(bytes).map_err(|_not_utf8| BadList::Damaged)
}

/// What stands in XML, piece by piece.
#[derive(Clone, Copy)]
enum Told<'a> {
    Open(&'a BytesStart<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// Walks through XML until its end, or until `each` wants no more.
fn walk(xml: &str, each: &mut dyn FnMut(Told<'_>) -> bool) -> Result<(), BadList> {
    let mut reader = Reader::from_str(xml.strip_prefix('\u{feff}').unwrap_or(xml));
    reader.config_mut().expand_empty_elements = true;
    loop {
        let goes_on = match reader.read_event().map_err(|_| BadList::Damaged)? {
            Event::Start(tag) => each(Told::Open(&tag)),
            Event::End(tag) => each(Told::Close(tag.local_name().as_ref())),
            Event::Text(text) => each(Told::Text(&text.xml10_content())),
            Event::CData(text) => each(Told::Text(&text.xml10_content())),
            Event::GeneralRef(sign) => match sign.resolve_char_ref().map_err(|_| BadList::Damaged)? {
                Some(letter) => each(Told::Text(letter.encode_utf8(&mut [0; 4]))),
                None => each(Told::Text(quick_xml::escape::resolve_xml_entity(&sign).ok_or(BadList::Damaged)?)),
            },
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => true,
        };
        if !goes_on {
            return Ok(());
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// Returns the name of the first sheet that is not hidden, and under which link it is.
fn named(book: &str) -> Result<(String, String), BadList> {
    let mut found = None;
    walk(book, &mut |told| {
        if let Told::Open(tag) = told
            && tag.local_name().as_ref() == "sheet"
            && attribute(tag, "state").is_none_or(|state| state == "visible")
        {
            found = attribute(tag, "name").zip(attribute(tag, "id"));
        }
        found.is_none()
    })?;
    found.ok_or(BadList::Damaged)
}

/// Returns the part that a link of the workbook leads to.
fn place(links: &str, wanted: &str) -> Result<String, BadList> {
    let mut targets = BTreeMap::new();
    walk(links, &mut |told| {
        if let Told::Open(tag) = told {
            targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
        true
    })?;
    let target = targets.remove(wanted).ok_or(BadList::Damaged)?;
    Ok(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// Returns the texts that cells share; how a text is to be pronounced is none of it.
fn texts(shared: &str) -> Result<Vec<String>, BadList> {
    let (mut all, mut piece) = (Vec::new(), Piece::default());
    walk(shared, &mut |told| {
        piece.take(&told);
        if let Told::Close("si") = told {
            all.push(std::mem::take(&mut piece.text));
        }
        all.len() <= TEXTS
    })?;
    if all.len() > TEXTS { Err(BadList::TooLong) } else { Ok(all) }
}

/// The text of a cell while it is read.
#[derive(Debug, Default)]
struct Piece {
    text: String,
    is_text: bool,
    is_sound: bool,
}

impl Piece {
    fn take(&mut self, told: &Told<'_>) {
        match told {
            Told::Open(tag) => self.turn(tag.local_name().as_ref(), true),
            Told::Close(name) => self.turn(name, false),
            Told::Text(text) if self.is_text && !self.is_sound => self.text.push_str(text),
            Told::Text(_) => {}
        }
    }

    fn turn(&mut self, name: &str, opens: bool) {
        match name {
            "v" | "t" => self.is_text = opens,
            "rPh" => self.is_sound = opens,
            _ => {}
        }
    }
}

/// The rows of a sheet while they are read.
#[derive(Debug, Default)]
struct Scan {
    texts: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
    number: u64,
    cells: Vec<String>,
    column: usize,
    kind: String,
    piece: Piece,
}

impl Scan {
    fn take(&mut self, told: Told<'_>) -> bool {
        self.piece.take(&told);
        match told {
            Told::Open(tag) => self.open(tag),
            Told::Close("c") => self.end_cell(),
            Told::Close("row") if self.cells.iter().any(|cell| !cell.is_empty()) => {
                self.rows.push((self.number, std::mem::take(&mut self.cells)));
            }
            Told::Close(_) | Told::Text(_) => {}
        }
        // One row more than a list with a line of column names has.
        self.rows.len() <= MOST + 1
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        let place = attribute(tag, "r");
        match tag.local_name().as_ref() {
            "row" => {
                self.number = place.and_then(|number| number.parse().ok()).unwrap_or(self.number.saturating_add(1));
                self.cells.clear();
                self.column = 0;
            }
            "c" => {
                self.column = place.and_then(|place| column(&place)).unwrap_or(self.column);
                self.kind = attribute(tag, "t").unwrap_or_default();
                self.piece.text.clear();
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.piece.text);
        let text = match self.kind.as_str() {
            "s" => text.trim().parse().ok().and_then(|at: usize| self.texts.get(at).cloned()).unwrap_or_default(),
            // What a formula could not work out is nobody's name.
            "e" => String::new(),
            _ => text,
        };
        if self.column < COLUMNS {
            self.cells.resize(self.cells.len().max(self.column + 1), String::new());
            self.cells[self.column] = one_line(&text);
        }
        self.column = self.column.saturating_add(1);
    }
}

/// Returns the column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}
