//! As JSON, for editors and scripts: format 1, documented in `docs/diagnostics.md`.
//!
//! JSON escapes some control characters and lets others through, so texts are made safe to show here too.

use serde::Serialize;

use crate::check::{Checked, Summary};
use crate::diagnostic::{Code, Diagnostic, Lines, Position, Severity};
use crate::text::one_line;

/// The number of this form; it changes when a field changes its meaning.
const FORMAT: u8 = 1;

/// Everything that was found.
#[derive(Debug, Serialize)]
struct Report<'a> {
    format: u8,
    course: Option<&'a Summary>,
    diagnostics: Vec<Fault>,
}

/// One fault.
#[derive(Debug, Serialize)]
struct Fault {
    severity: Severity,
    code: Code,
    file: String,
    line: usize,
    column: usize,
    message: String,
    hint: Option<String>,
}

/// Writes everything that was found.
pub fn checked(checked: &Checked) -> Result<String, serde_json::Error> {
    let diagnostics = checked.faults.placed().map(|(d, lines)| fault(d, &lines)).collect();
    serde_json::to_string_pretty(&Report { format: FORMAT, course: checked.course.as_ref(), diagnostics })
}

fn fault(diagnostic: &Diagnostic, lines: &Lines<'_>) -> Fault {
    let Position { line, column } = lines.position(diagnostic.span.start);
    Fault {
        severity: diagnostic.severity,
        code: diagnostic.code,
        file: one_line(&diagnostic.file),
        line,
        column,
        message: one_line(&diagnostic.message),
        hint: diagnostic.hint.as_deref().map(one_line),
    }
}
