//! As JSON, for editors and scripts: format 1, documented in `docs/diagnostics.md`.

use serde::Serialize;

use crate::check::{Checked, Summary};
use crate::diagnostic::{Code, Diagnostic, Lines, Position, Severity};

/// The number of this form; it changes when a field changes its meaning.
const FORMAT: u8 = 1;

/// Everything that was found.
#[derive(Debug, Serialize)]
struct Report<'a> {
    format: u8,
    course: Option<&'a Summary>,
    diagnostics: Vec<Fault<'a>>,
}

/// One fault.
#[derive(Debug, Serialize)]
struct Fault<'a> {
    severity: Severity,
    code: Code,
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    hint: Option<&'a str>,
}

/// Writes everything that was found.
pub fn checked(checked: &Checked) -> Result<String, serde_json::Error> {
    let diagnostics = checked.faults.placed().map(|(d, lines)| fault(d, &lines)).collect();
    serde_json::to_string_pretty(&Report { format: FORMAT, course: checked.course.as_ref(), diagnostics })
}

fn fault<'a>(diagnostic: &'a Diagnostic, lines: &Lines<'_>) -> Fault<'a> {
    let Position { line, column } = lines.position(diagnostic.span.start);
    Fault {
        severity: diagnostic.severity,
        code: diagnostic.code,
        file: &diagnostic.file,
        line,
        column,
        message: &diagnostic.message,
        hint: diagnostic.hint.as_deref(),
    }
}
