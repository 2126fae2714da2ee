//! One file under examination, and the faults found so far.
//!
//! Apart so that every reader and rule reports in one way: each fault with file, place, reason and what to do. Nothing
//! here stops at a fault, and nothing draws one.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Severity, code};

/// The most faults that are kept of one file: enough to work on, and no file fills the memory.
const MOST_OF_A_FILE: usize = 2_000;

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Found(RefCell<BTreeMap<String, Vec<Diagnostic>>>);

impl Found {
    /// Adds one. Beyond 2,000 of a file, the rest is only said to be there.
    pub fn add(&self, mut diagnostic: Diagnostic) {
        let mut found = self.0.borrow_mut();
        let of_file = found.entry(diagnostic.file.clone()).or_default();
        if of_file.len() == MOST_OF_A_FILE {
            diagnostic.code = code::TOO_MANY_FAULTS;
            diagnostic.message = format!("over {MOST_OF_A_FILE} faults in this file: the others are left out");
            diagnostic.hint = Some("mend these first".to_owned());
        }
        if of_file.len() <= MOST_OF_A_FILE {
            of_file.push(diagnostic);
        }
    }

    /// Returns whether a fault forbids using the course.
    pub fn has_errors(&self) -> bool {
        self.0.borrow().values().flatten().any(|d| d.severity == Severity::Error)
    }

    /// Returns them all, by file and place.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut all: Vec<Diagnostic> = self.0.into_inner().into_values().flatten().collect();
        all.sort_by(|a, b| {
            (&a.file, a.span.start, a.code, &a.message).cmp(&(&b.file, b.span.start, b.code, &b.message))
        });
        all.dedup();
        all
    }
}

/// A file, or a piece of one, with its faults.
#[derive(Debug)]
pub struct Source<'a> {
    /// The file, relative to the course folder.
    pub file: &'a str,
    /// The text of the file or of the piece.
    pub text: &'a str,
    /// Where the piece begins in the file.
    pub base: usize,
    /// Whether the form is broken, so that what seems missing may only be unreadable.
    pub broken: Cell<bool>,
    found: &'a Found,
}

impl<'a> Source<'a> {
    /// Takes a whole file.
    pub fn new(file: &'a str, text: &'a str, found: &'a Found) -> Self {
        Self { file, text, base: 0, broken: Cell::new(false), found }
    }

    /// Takes a piece of this file by its bytes.
    #[must_use]
    pub fn piece(&self, span: Range<usize>) -> Source<'a> {
        let text = self.text.get(span.clone()).unwrap_or_default();
        Source { file: self.file, text, base: self.base + span.start, broken: Cell::new(false), found: self.found }
    }

    /// Reports what makes the course unusable, and what to do.
    pub fn error(&self, code: Code, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.report(Severity::Error, code, span, (message.into(), hint.into()));
    }

    /// Reports what serves learners badly, and what to do.
    pub fn warning(&self, code: Code, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.report(Severity::Warning, code, span, (message.into(), hint.into()));
    }

    fn report(&self, severity: Severity, code: Code, span: Range<usize>, (message, hint): (String, String)) {
        let hint = Some(hint).filter(|h| !h.is_empty());
        self.found.add(Diagnostic { severity, code, file: self.file.to_owned(), span, message, hint });
    }
}

/// How many known names a hint lists.
const MOST_NAMED: usize = 12;

/// Returns `did you mean …?` where a known name is close, or else the known names.
pub fn suggest<'k>(wrong: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    let close = known.iter().map(|k| (strsim::osa_distance(wrong, k), *k)).min();
    match close {
        Some((distance, name)) if distance <= 2.max(wrong.chars().count() / 4) => format!("did you mean `{name}`?"),
        Some(_) => {
            known.sort_unstable();
            known.dedup();
            known.truncate(MOST_NAMED);
            format!("known here: {}", known.join(", "))
        }
        None => "nothing of that sort is known here".to_owned(),
    }
}
