//! The report as Markdown, with tables as GitHub writes them.
//!
//! Apart because Markdown has a way of escaping of its own: a text that looks like markup stays a text.

use std::fmt::Write;

use super::{Clean, Report, Table};

/// Writes the report.
pub(super) fn write(report: &Report) -> String {
    let mut page = format!("# {}\n\n", escape(&report.title));
    for fact in &report.facts {
        line(&mut page, &format!("- {}: {}", escape(&fact.label), escape(&fact.text)));
    }
    line(&mut page, &format!("\n## {}\n", escape(&report.summary)));
    for figure in &report.figures {
        line(&mut page, &format!("- {}: {}", escape(&figure.label), escape(&figure.shown().into())));
    }
    for table in report.tables_with_rows() {
        section(&mut page, table);
    }
    for note in &report.notes {
        line(&mut page, &format!("\n{}", escape_start(note)));
    }
    page
}

fn line(page: &mut String, text: &str) {
    let written = writeln!(page, "{text}");
    debug_assert!(written.is_ok(), "a string takes every text");
}

fn section(page: &mut String, table: &Table) {
    let headings = table.headings();
    line(page, &format!("\n## {}\n", escape(&table.title)));
    line(page, &row(headings.iter().map(|heading| heading.label)));
    let rules = headings.iter().map(|heading| if heading.is_number { "---:" } else { "---" });
    line(page, &format!("| {} |", rules.collect::<Vec<_>>().join(" | ")));
    for cells in table.shown_rows() {
        line(page, &row(cells));
    }
}

fn row<'a>(cells: impl IntoIterator<Item = &'a Clean>) -> String {
    format!("| {} |", cells.into_iter().map(escape).collect::<Vec<_>>().join(" | "))
}

/// Writes a text so that no piece of it is taken for markup inside a line.
fn escape(text: &Clean) -> String {
    let mut escaped = String::with_capacity(text.as_str().len());
    let mut before = ' ';
    let mut rest = text.as_str().chars().peekable();
    while let Some(c) = rest.next() {
        if is_markup(c) || makes_address(before, c, rest.peek()) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Writes a text so that it does not begin a list, a heading or a rule either.
fn escape_start(text: &Clean) -> String {
    let escaped = escape(text);
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    match escaped.chars().nth(digits) {
        Some('.' | ')') if digits > 0 => {
            let (number, rest) = escaped.split_at_checked(digits).unwrap_or(("", &escaped));
            format!("{number}\\{rest}")
        }
        Some('-' | '+' | '=' | ':') if digits == 0 => format!("\\{escaped}"),
        Some(_) | None => escaped,
    }
}

fn is_markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '^' | '$' | '@'
    )
}

/// Returns whether a character would make a web address out of what stands around it: `http://`, `www.`.
fn makes_address(before: char, c: char, after: Option<&char>) -> bool {
    (c == ':' && after == Some(&'/')) || (c == '.' && matches!(before, 'w' | 'W'))
}
