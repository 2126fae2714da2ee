//! The report as a workbook: a sheet of figures, then a sheet a table, with every column that programs are shown.
//!
//! Apart because spreadsheets that open CSV guess at encodings, delimiters and formulas, and a workbook leaves nothing to
//! guess: a text is an inline string, which is never computed, and one that looks like a formula is marked as quoted, so
//! that it stays a text when somebody edits the cell. Five small parts of Office Open XML (ECMA-376) in an archive.

mod archive;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::csv::starts_formula;
use super::{Cell, Clean, Report, Table, Value};
use archive::Archive;

/// How long the name of a sheet may be.
const LONGEST_NAME: usize = 31;
/// How many characters a cell may hold.
const LONGEST_CELL: usize = 32_767;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Cell styles, in the order of `STYLES`.
const BOLD: u8 = 1;
const QUOTED: u8 = 2;
const STYLES: &str = "<fonts count=\"2\"><font/><font><b/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
    <cellXfs count=\"3\"><xf/><xf fontId=\"1\" applyFont=\"1\"/><xf quotePrefix=\"1\"/></cellXfs>";

/// One sheet: its name and its rows.
struct Sheet {
    name: String,
    rows: String,
    count: usize,
}

/// Writes the report.
pub(super) fn write(report: &Report) -> Vec<u8> {
    let mut names = BTreeSet::new();
    let mut sheets = vec![summary(report, &mut names)];
    sheets.extend(report.tables.iter().filter(|table| !table.rows.is_empty()).map(|table| sheet(table, &mut names)));
    let mut archive = Archive::default();
    archive.add("[Content_Types].xml", &content_types(sheets.len()));
    let link = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let links = |inside: &str| format!("{HEAD}<Relationships xmlns=\"{LINKS}\">{inside}</Relationships>");
    archive.add("_rels/.rels", &links(&link(1, "officeDocument", "xl/workbook.xml")));
    let parts: String =
        (1..=sheets.len()).map(|at| link(at, "worksheet", &format!("worksheets/sheet{at}.xml"))).collect();
    archive.add("xl/_rels/workbook.xml.rels", &links(&(parts + &link(sheets.len() + 1, "styles", "styles.xml"))));
    archive.add("xl/workbook.xml", &workbook(&sheets));
    archive.add("xl/styles.xml", &format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>"));
    for (sheet, at) in sheets.iter().zip(1..) {
        archive.add(&format!("xl/worksheets/sheet{at}.xml"), &worksheet(sheet));
    }
    archive.finish()
}

fn content_types(sheets: usize) -> String {
    let part =
        |name: &str, kind: &str| format!("<Override PartName=\"/xl/{name}.xml\" ContentType=\"{TYPES}.{kind}+xml\"/>");
    let sheets: String = (1..=sheets).map(|at| part(&format!("worksheets/sheet{at}"), "worksheet")).collect();
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         {}{}{sheets}</Types>",
        part("workbook", "sheet.main"),
        part("styles", "styles"),
    )
}

fn workbook(sheets: &[Sheet]) -> String {
    let entry = |(sheet, at): (&Sheet, usize)| {
        format!("<sheet name=\"{}\" sheetId=\"{at}\" r:id=\"r{at}\"/>", escape(&sheet.name))
    };
    let entries: String = sheets.iter().zip(1..).map(entry).collect();
    format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{entries}</sheets></workbook>")
}

fn worksheet(sheet: &Sheet) -> String {
    let pane = "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/>\
                </sheetView></sheetViews>";
    let pane = if sheet.count > 1 { pane } else { "" };
    format!("{HEAD}<worksheet xmlns=\"{MAIN}\">{pane}<sheetData>{}</sheetData></worksheet>", sheet.rows)
}

/// The first sheet: heading, facts, figures and notes.
fn summary(report: &Report, names: &mut BTreeSet<String>) -> Sheet {
    let mut sheet = Sheet { name: name(report.summary.as_str(), names), rows: String::new(), count: 0 };
    sheet.row([text(report.title.as_str(), BOLD)]);
    for fact in &report.facts {
        sheet.row([plain(&fact.label), plain(&fact.text)]);
    }
    for figure in &report.figures {
        let of = figure.of.map_or_else(String::new, |of| value(&Cell::count(of).value));
        sheet.row([plain(&figure.label), value(&figure.cell.value), of]);
    }
    for note in &report.notes {
        sheet.row([plain(note)]);
    }
    // A heading is frozen over tables only.
    sheet.count = 0;
    sheet
}

/// A table: the names that people read over the columns that they see, the names of programs over the others.
fn sheet(table: &Table, names: &mut BTreeSet<String>) -> Sheet {
    let mut sheet = Sheet { name: name(table.title.as_str(), names), rows: String::new(), count: 0 };
    let heads = table.layout.columns.iter().zip(&table.labels);
    sheet
        .row(heads.map(|(column, label)| text(if column.label.is_some() { label.as_str() } else { column.key }, BOLD)));
    for row in &table.rows {
        sheet.row(row.iter().map(|cell| value(&cell.value)));
    }
    sheet
}

impl Sheet {
    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: String = cells.into_iter().collect();
        let written = write!(self.rows, "<row>{cells}</row>");
        debug_assert!(written.is_ok(), "a string takes every text");
        self.count += 1;
    }
}

/// Returns a name that a workbook takes and that no other sheet has.
fn name(title: &str, names: &mut BTreeSet<String>) -> String {
    let plain: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
    let plain = if plain.trim().is_empty() { "sheet".to_owned() } else { plain.trim().to_owned() };
    let cut = |suffix: &str| plain.chars().take(LONGEST_NAME - suffix.len()).collect::<String>() + suffix;
    let numbered = (2..).map(|number: u32| cut(&format!(" {number}")));
    let found = std::iter::once(cut("")).chain(numbered).find(|name| !names.contains(&name.to_lowercase()));
    let found = found.unwrap_or(plain);
    names.insert(found.to_lowercase());
    found
}

fn plain(words: &Clean) -> String {
    text(words.as_str(), 0)
}

fn value(value: &Value) -> String {
    match value {
        Value::Nothing => "<c/>".to_owned(),
        Value::Bool(yes) => format!("<c t=\"b\"><v>{}</v></c>", u8::from(*yes)),
        Value::Number(number) => format!("<c><v>{number}</v></c>"),
        Value::Signed(number) => format!("<c><v>{number}</v></c>"),
        Value::Text(words) => text(words, 0),
    }
}

fn text(words: &str, style: u8) -> String {
    let style = if words.starts_with(starts_formula) { QUOTED } else { style };
    let words: String = words.chars().take(LONGEST_CELL).collect();
    format!("<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escape(&words))
}

/// Writes a text as XML; what XML cannot hold is left out.
fn escape(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests;
