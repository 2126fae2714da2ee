//! As text: each fault with its file, line, source line and a caret under it.
//!
//! Colour only where it is asked for. Control characters of a course never reach the terminal.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::check::{Checked, Summary};
use crate::course::error::Faults;
use crate::diagnostic::{Diagnostic, Lines, Severity};
use crate::text;

/// Writes everything that was found, and a last line that sums it up.
pub fn checked(checked: &Checked, colour: bool) -> String {
    let mut out = faults(&checked.faults, colour);
    let (errors, warnings) = checked.counts();
    let what = checked.course.as_ref().map_or_else(
        || "the course".to_owned(),
        |c| format!("{} ({} lessons, {} questions)", name(c), c.lessons, c.questions),
    );
    let verdict = match (errors, warnings) {
        (0, 0) => "no faults".to_owned(),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    };
    writeln!(out, "{what}: {verdict}").unwrap_or_default(); // writing to a string cannot fail
    out
}

fn name(course: &Summary) -> String {
    text::one_line(&format!("{} {}", course.id, course.version))
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// Writes faults, an empty line after each.
pub fn faults(faults: &Faults, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for (diagnostic, lines) in faults.placed() {
        out.push_str(&one(diagnostic, &lines, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(diagnostic: &Diagnostic, lines: &Lines<'_>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = text::one_line(&diagnostic.message);
    let title = level.primary_title(message.as_str()).id(diagnostic.code.0);
    let file = text::one_line(&diagnostic.file);
    let (number, start, line) = lines.line(diagnostic.span.start);
    let line = without_controls(line);
    let span = fit(diagnostic.span.start.saturating_sub(start)..diagnostic.span.end.saturating_sub(start), &line);
    let mark = AnnotationKind::Primary.span(span);
    let snippet = Snippet::source(line.as_str()).line_start(number).path(file.as_str()).annotation(mark);
    let hint = diagnostic.hint.as_deref().map(text::one_line);
    let group = title.element(snippet).elements(hint.as_deref().map(|hint| Level::HELP.message(hint)));
    renderer.render(&[group])
}

/// Returns a span that stands in the line, on letter borders.
fn fit(span: Range<usize>, line: &str) -> Range<usize> {
    let border = |at: usize| (0..=at.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let start = border(span.start);
    start..border(span.end).max(start)
}

/// Replaces what may not be shown by characters of the same length in bytes, so that places stay.
fn without_controls(source: &str) -> String {
    let mut marks = 0;
    let safe = |c: char| {
        marks = if text::is_mark(c) { marks + 1 } else { 0 };
        match c {
            '\n' | '\t' => c,
            c if text::is_foreign(c) || marks > text::MOST_MARKS => match c.len_utf8() {
                1 => ' ',
                2 => '\u{b7}',
                3 => '\u{fffd}',
                _ => '\u{10101}',
            },
            c => c,
        }
    };
    source.chars().map(safe).collect()
}
