//! The report as one CSV file: a row a thing, and on each row whose it is.
//!
//! Apart because of spreadsheets. They guess the letters' encoding (so a byte-order mark comes first), take a
//! delimiter inside an unquoted text for their own (so every text is quoted), and compute what looks like a formula
//! (so such a text gets an apostrophe before it).

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Cell, Delimiter, Group, Person, Report, Subject, Table, Value};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What every row begins with.
const START: [&str; 2] = ["kind", "made_at"];
/// Then whose it is: of one learner, or of a cohort.
const OF_PERSON: [&str; 3] = ["learner", "learner_id", "station"];
const OF_GROUP: [&str; 2] = ["cohort", "cohort_id"];
/// Then the course.
const COURSE: [&str; 4] = ["course", "course_id", "course_version", "lang"];
/// The columns of figures; other rows leave them empty.
const FIGURE: [&str; 4] = ["figure", "label", "value", "of"];

/// Writes the report: a row a figure, then the rows of all tables.
pub(super) fn write(report: &Report, delimiter: Delimiter) -> Vec<u8> {
    let tables: Vec<&Table> = report.tables.iter().collect();
    let columns = columns(&FIGURE, &tables);
    let rows = figures(report, &columns).chain(rows(report, &tables, &columns));
    write_rows(&head(report, &columns), rows, delimiter)
}

/// Writes some of its tables alone.
pub(super) fn write_tables(report: &Report, tables: &[&Table], delimiter: Delimiter) -> Vec<u8> {
    let columns = columns(&[], tables);
    write_rows(&head(report, &columns), rows(report, tables, &columns), delimiter)
}

/// Returns the first row: the context, then the columns.
fn head(report: &Report, columns: &[&'static str]) -> Vec<&'static str> {
    let subject = match report.subject {
        Subject::Person(_) => &OF_PERSON[..],
        Subject::Group(_) => &OF_GROUP[..],
    };
    [&START[..], subject, &COURSE[..], columns].concat()
}

fn write_rows(head: &[&str], rows: impl Iterator<Item = Vec<String>>, delimiter: Delimiter) -> Vec<u8> {
    write_after(BYTE_ORDER_MARK, head, rows, delimiter)
}

/// Writes rows as they are, for programs that take no byte-order mark.
pub(super) fn write_plain(head: &[String], rows: impl Iterator<Item = Vec<String>>, delimiter: Delimiter) -> Vec<u8> {
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    write_after("", &head, rows, delimiter)
}

fn write_after(start: &str, head: &[&str], rows: impl Iterator<Item = Vec<String>>, delimiter: Delimiter) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter.byte())
        .quote_style(QuoteStyle::NonNumeric)
        .terminator(Terminator::CRLF)
        .from_writer(start.as_bytes().to_vec());
    let mut is_written = writer.write_record(head).is_ok();
    for row in rows {
        is_written &= writer.write_record(row).is_ok();
    }
    debug_assert!(is_written, "memory takes every row, and rows are as long as the head");
    writer.into_inner().unwrap_or_default()
}

/// Returns the columns after the context: some first ones, then those of each table that are not there yet.
fn columns(first: &[&'static str], tables: &[&Table]) -> Vec<&'static str> {
    let mut columns = first.to_vec();
    for column in tables.iter().flat_map(|table| table.layout.columns) {
        if !columns.contains(&column.key) {
            columns.push(column.key);
        }
    }
    columns
}

fn figures<'a>(report: &'a Report, columns: &'a [&str]) -> impl Iterator<Item = Vec<String>> + 'a {
    report.figures.iter().map(move |figure| {
        let of = figure.of.map_or_else(Cell::nothing, Cell::count);
        let cells = [("figure", Cell::text(figure.key)), ("label", Cell::text(figure.label.as_str())), ("of", of)];
        let mut cells: Vec<_> = cells.into_iter().collect();
        cells.push(("value", figure.cell.clone()));
        row(report, "figure", &cells, columns)
    })
}

fn rows<'a>(report: &'a Report, tables: &'a [&Table], columns: &'a [&str]) -> impl Iterator<Item = Vec<String>> + 'a {
    tables.iter().flat_map(move |table| {
        table.rows.iter().map(move |cells| {
            let keys = table.layout.columns.iter().map(|column| column.key);
            let cells: Vec<_> = keys.zip(cells.iter().cloned()).collect();
            row(report, table.layout.row, &cells, columns)
        })
    })
}

fn row(report: &Report, kind: &str, cells: &[(&str, Cell)], columns: &[&str]) -> Vec<String> {
    let find = |key: &&str| cells.iter().find(|(known, _)| known == key).map(|(_, cell)| &cell.value);
    let rest = columns.iter().map(|key| find(key).map(value).unwrap_or_default());
    context(report, kind).into_iter().chain(rest).collect()
}

fn context(report: &Report, kind: &str) -> Vec<String> {
    let mut context = vec![kind.to_owned(), report.made_at.rfc3339()];
    match &report.subject {
        Subject::Person(Person { id, name, station }) => {
            context.extend([neutral(name.as_str()), id.to_string(), neutral(station.as_str())]);
        }
        Subject::Group(Group { id, name }) => {
            context.extend([neutral(name.as_str()), id.map(|id| id.to_string()).unwrap_or_default()]);
        }
    }
    let course = &report.course;
    context.extend([neutral(course.title.as_str()), course.id.to_string(), neutral(course.version.as_str())]);
    context.push(report.lang.to_string());
    context
}

fn value(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Signed(number) => number.to_string(),
        Value::Text(text) => neutral(text),
    }
}

/// Puts an apostrophe before whatever a spreadsheet would compute: at the start of a text, and where a new cell would
/// start if the file were opened with another delimiter.
pub(super) fn neutral(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut may_start = true;
    for c in text.chars() {
        if may_start && starts_formula(c) {
            safe.push('\'');
        }
        safe.push(c);
        may_start = matches!(c, ',' | ';' | '\t' | '"');
    }
    safe
}

pub(super) fn starts_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\0' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_gets_an_apostrophe() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\r=1", "\0=1", "＝1"] {
            assert_eq!(neutral(formula), format!("'{formula}"));
        }
        assert_eq!(neutral("\t=1"), "'\t'=1");
        for text in ["1+1", "a=b", "", "'", "Awa", "one, -two"] {
            assert_eq!(neutral(text), text);
        }
        assert_eq!(neutral("a;=1,\"@x"), "a;'=1,\"'@x");
    }
}
