//! As JSON, for editors and scripts: format 1, documented in `docs/diagnostics.md`.

use serde::Serialize;

use crate::check::{Checked, Summary};
use crate::diagnostic::{Code, Diagnostic, Position, Severity};

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
    let diagnostics = checked.faults.diagnostics.iter().map(|d| fault(checked, d)).collect();
    serde_json::to_string_pretty(&Report { format: FORMAT, course: checked.course.as_ref(), diagnostics })
}

fn fault<'a>(checked: &'a Checked, diagnostic: &'a Diagnostic) -> Fault<'a> {
    let Position { line, column } = Position::of(checked.faults.source(&diagnostic.file), diagnostic.span.start);
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
