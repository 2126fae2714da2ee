//! A table in columns of text, or, where a row would be a tower of narrow lines, row by row.
//!
//! Apart because how columns share a line is a question of its own.

use super::GAP;
use crate::report::table::Heading;
use crate::report::{Clean, Table};
use crate::text::{pad_left, pad_right, width, wrap};

/// A column of words is never narrower than this.
const NARROWEST: usize = 10;
/// A row of columns is never taller than this.
const TALLEST: usize = 4;
/// What stands under the first line of a row that is written out.
const INDENT: usize = 4;

/// Draws a table in lines of at most so many cells.
pub(super) fn draw(table: &Table, cells: usize) -> Vec<String> {
    let headings = table.headings();
    let rows: Vec<Vec<&Clean>> = table.shown_rows().collect();
    let in_columns = widths(&headings, &rows, cells).and_then(|widths| columns(&headings, &rows, &widths));
    in_columns.unwrap_or_else(|| {
        let records: Vec<String> = rows.iter().map(|row| record(&headings, row, cells).join("\n")).collect();
        records.join("\n\n").split('\n').map(str::to_owned).collect()
    })
}

/// Shares a line among the columns: numbers take what they need, words share what is left.
fn widths(headings: &[Heading<'_>], rows: &[Vec<&Clean>], cells: usize) -> Option<Vec<usize>> {
    let needed: Vec<usize> = (0..headings.len()).map(|at| needed(headings, rows, at)).collect();
    let gaps = GAP * headings.len().saturating_sub(1);
    let short: usize = headings.iter().zip(&needed).filter(|(h, _)| h.is_short).map(|(_, needed)| needed).sum();
    let mut left = cells.checked_sub(gaps + short)?;
    let mut words: Vec<usize> = (0..headings.len()).filter(|at| !headings[*at].is_short).collect();
    words.sort_by_key(|at| needed[*at]);
    let mut widths = needed.clone();
    for (done, at) in words.iter().enumerate() {
        let share = left / (words.len() - done);
        if share < needed[*at].min(NARROWEST) {
            return None;
        }
        widths[*at] = needed[*at].min(share);
        left -= widths[*at];
    }
    Some(widths)
}

fn needed(headings: &[Heading<'_>], rows: &[Vec<&Clean>], at: usize) -> usize {
    let heading = &headings[at];
    let longest_word = heading.label.as_str().split(' ').map(width).max().unwrap_or(0);
    let name = if heading.is_short { longest_word } else { width(heading.label.as_str()) };
    rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell.as_str())).max().unwrap_or(0).max(name)
}

/// Sets the rows in columns; none where one of them would be too tall.
fn columns(headings: &[Heading<'_>], rows: &[Vec<&Clean>], widths: &[usize]) -> Option<Vec<String>> {
    let labels: Vec<&Clean> = headings.iter().map(|heading| heading.label).collect();
    let drawn: Vec<Vec<String>> = rows.iter().map(|row| one_row(headings, row, widths)).collect();
    if drawn.iter().any(|lines| lines.len() > TALLEST) {
        return None;
    }
    let is_loose = drawn.iter().any(|lines| lines.len() > 1);
    let mut lines = one_row(headings, &labels, widths);
    lines.push(widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join(&" ".repeat(GAP)));
    for (at, row) in drawn.into_iter().enumerate() {
        if is_loose && at > 0 {
            lines.push(String::new());
        }
        lines.extend(row);
    }
    Some(lines)
}

fn one_row(headings: &[Heading<'_>], row: &[&Clean], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell.as_str(), *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).map(|line| one_line(headings, &cells, widths, line)).collect()
}

fn one_line(headings: &[Heading<'_>], cells: &[Vec<String>], widths: &[usize], line: usize) -> String {
    let piece = |at: usize| {
        let text = cells[at].get(line).map_or("", String::as_str);
        if headings[at].is_number { pad_left(text, widths[at]) } else { pad_right(text, widths[at]) }
    };
    let pieces: Vec<String> = (0..cells.len()).map(piece).collect();
    pieces.join(&" ".repeat(GAP)).trim_end().to_owned()
}

/// Writes one row out: its first cell, then the others by name, words on lines of their own and numbers together.
fn record(headings: &[Heading<'_>], row: &[&Clean], cells: usize) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    let mut is_open = false;
    for (heading, cell) in headings.iter().zip(row).skip(1) {
        let text = format!("{}: {cell}", heading.label);
        match named.last_mut() {
            Some(line) if is_open && heading.is_short => line.extend(["; ", &text]),
            Some(_) | None => named.push(text),
        }
        is_open = heading.is_short;
    }
    let first = row.first().map(|cell| cell.as_str()).unwrap_or_default();
    let mut lines = hang(first, "- ", cells);
    lines.extend(named.iter().flat_map(|text| hang(text, &" ".repeat(INDENT), cells)));
    lines
}

/// Wraps a text with something before its first line and as many spaces before the others.
fn hang(text: &str, lead: &str, cells: usize) -> Vec<String> {
    let lines = wrap(text, cells.saturating_sub(width(lead)));
    let before = |at: usize| if at == 0 { lead.to_owned() } else { " ".repeat(width(lead)) };
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", before(at))).collect()
}
