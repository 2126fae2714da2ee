//! Why a course, or a piece of it, could not be opened.
//!
//! Apart because the command line, the screen and the build all show it.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use super::files::Files;
use crate::diagnostic::{Diagnostic, Lines, Position, Severity};

/// Faults with the texts they were found in, so that they can be drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// The faults, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of the files that are named, by path.
    pub sources: BTreeMap<String, Arc<str>>,
}

impl Faults {
    /// Joins faults with the texts of their files.
    pub fn new(diagnostics: Vec<Diagnostic>, files: &Files) -> Self {
        let mut sources = BTreeMap::new();
        for diagnostic in &diagnostics {
            let text = || Arc::from(files.lossy(&diagnostic.file));
            sources.entry(diagnostic.file.clone()).or_insert_with(text);
        }
        Self { diagnostics, sources }
    }

    /// Returns the text of a file, empty where it could not be read.
    pub fn source(&self, file: &str) -> &str {
        self.sources.get(file).map(AsRef::as_ref).unwrap_or_default()
    }

    /// Returns each fault with the lines of its file.
    pub fn placed(&self) -> impl Iterator<Item = (&Diagnostic, Rc<Lines<'_>>)> {
        let mut last: Option<(&str, Rc<Lines<'_>>)> = None;
        self.diagnostics.iter().map(move |diagnostic| {
            let known = last.take().filter(|(file, _)| *file == diagnostic.file);
            let lines = known.map_or_else(|| Rc::new(Lines::new(self.source(&diagnostic.file))), |(_, lines)| lines);
            last = Some((&diagnostic.file, Rc::clone(&lines)));
            (diagnostic, lines)
        })
    }

    /// Returns the first of them.
    #[must_use]
    pub fn first(&self, count: usize) -> Self {
        Self { diagnostics: self.diagnostics.iter().take(count).cloned().collect(), sources: self.sources.clone() }
    }

    /// Drops what is only a matter of taste.
    pub fn keep_errors(&mut self) {
        self.diagnostics.retain(|d| d.severity == Severity::Error);
    }

    /// Returns whether one of them forbids using the course.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (d, lines)) in self.placed().enumerate() {
            let Position { line, column } = lines.position(d.span.start);
            let new_line = if i == 0 { "" } else { "\n" };
            write!(f, "{new_line}{}:{line}:{column}: {} [{}]", d.file, d.message, d.code)?;
            if let Some(hint) = &d.hint {
                write!(f, " ({hint})")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// How many faults are told when a course cannot be opened.
const FIRST: usize = 10;

/// Why a course could not be opened. Every message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Nothing is there.
    #[error("{}: there is no such folder. Give --course the folder that holds `lessons`", .0.display())]
    Missing(PathBuf),
    /// Something is there, but no course.
    #[error("{}: this is no course: it has no `lessons/course.toml`. Give --course the folder that holds `lessons`", .0.display())]
    NoCourse(PathBuf),
    /// The system refused.
    #[error("{} cannot be read: {reason}. Check that the disk is there and that you may read it", .path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// It is there, but unfinished or faulty.
    #[error("{name} has {} faults. `rundown check` shows each with its line and what to do. The first:\n{}", .faults.diagnostics.len(), .faults.first(FIRST))]
    Faulty {
        /// The folder, or the built-in course.
        name: String,
        /// What is wrong.
        faults: Faults,
    },
    /// The index of the built-in course does not fit this program.
    #[error("the built-in course cannot be read: {0}. Build Rundown anew")]
    Index(String),
}
