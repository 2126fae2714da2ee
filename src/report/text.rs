//! The report as aligned text, at most 78 cells wide: for terminals, mail and screen readers.
//!
//! Apart from plain mode because it writes a whole report at once and never asks anything.

mod grid;

use super::{Fact, Figure, Report, Table};
use crate::text::{pad_right, width, wrap};

/// How wide a line may be.
const WIDTH: usize = 78;
/// Names on the left are cut off from what they name by this.
const GAP: usize = 2;

/// Writes the report.
pub(super) fn write(report: &Report) -> String {
    let mut lines = heading(report.title.as_str(), '=');
    lines.extend(pairs(&report.facts.iter().map(fact).collect::<Vec<_>>()));
    lines.push(String::new());
    lines.extend(heading(report.summary.as_str(), '-'));
    lines.extend(pairs(&report.figures.iter().map(figure).collect::<Vec<_>>()));
    for table in report.tables_with_rows() {
        lines.extend(section(table));
    }
    for note in &report.notes {
        lines.push(String::new());
        lines.extend(wrap(note.as_str(), WIDTH));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn heading(title: &str, line: char) -> Vec<String> {
    let mut lines = wrap(title, WIDTH);
    let longest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    lines.push(line.to_string().repeat(longest));
    lines
}

fn section(table: &Table) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(heading(table.title.as_str(), '-'));
    lines.extend(grid::draw(table, WIDTH));
    lines
}

fn fact(fact: &Fact) -> (&str, String) {
    (fact.label.as_str(), fact.text.to_string())
}

fn figure(figure: &Figure) -> (&str, String) {
    (figure.label.as_str(), figure.shown())
}

/// Sets names in one column and what they name in another.
fn pairs(pairs: &[(&str, String)]) -> Vec<String> {
    let names = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(WIDTH / 2);
    let mut lines = Vec::new();
    for (name, text) in pairs {
        let left = wrap(name, names);
        let right = wrap(text, WIDTH - names - GAP);
        lines.extend(beside(&left, &right, names));
    }
    lines
}

fn beside(left: &[String], right: &[String], names: usize) -> Vec<String> {
    let line = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    let row = |at| format!("{}{}", pad_right(&line(left, at), names + GAP), line(right, at)).trim_end().to_owned();
    (0..left.len().max(right.len())).map(row).collect()
}
