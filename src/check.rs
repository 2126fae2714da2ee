//! The author's compiler: form, references, taste, translations, and the proof of every answer key.
//!
//! Apart from loading because a learner's start must not pay for it, and because taste is no reason not to open a
//! course. It finds everything at once and draws nothing: `render` turns what was found into text or JSON.

mod exercises;
mod guides;
mod items;
mod lessons;
mod markup;
mod measure;
mod patterns;
mod pictures;
mod proof;
mod prose;
pub mod render;
mod shape;
mod taste;
mod wording;

use std::path::Path;
use std::thread;

pub use measure::Counts;

use serde::Serialize;

use crate::course::Course;
use crate::course::error::{Faults, LoadError};
use crate::course::files::Files;
use crate::course::library::read_folder;
use crate::course::load::{self, Loaded};
use crate::course::source::Found;
use crate::diagnostic::Severity;
use crate::id::{CourseId, Lang};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The course, if its manifest could be read.
    pub course: Option<Summary>,
    /// The figures of each lesson that could be read, in the order of the tracks.
    pub lessons: Vec<Counts>,
    /// Everything that was found, with the texts it was found in.
    pub faults: Faults,
}

/// What was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The id.
    pub id: CourseId,
    /// The title in the course's own language.
    pub title: String,
    /// The version.
    pub version: String,
    /// The languages.
    pub languages: Vec<Lang>,
    /// How many lessons it has.
    pub lessons: usize,
    /// How many questions, variants included.
    pub questions: usize,
}

impl Checked {
    /// Returns how many errors and how many warnings were found.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.faults.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        (errors, self.faults.diagnostics.len() - errors)
    }

    /// Returns whether the course passes; when strict, warnings count as errors.
    pub fn passes(&self, strict: bool) -> bool {
        let (errors, warnings) = self.counts();
        errors == 0 && (warnings == 0 || !strict)
    }
}

/// Checks the course in a folder.
pub fn folder(folder: &Path) -> Result<Checked, LoadError> {
    let found = Found::default();
    let files = read_folder(folder, &found)?;
    Ok(files_of(&files, found))
}

/// Checks the course that is built in.
pub fn embedded() -> Checked {
    files_of(&Course::embedded_files(), Found::default())
}

/// Checks a course in memory, adding to what reading it found.
pub fn files_of(files: &Files, found: Found) -> Checked {
    let loaded = load::load(files, &found);
    let (lessons, of_exercises) = beside(
        || {
            let lessons = lessons::check(&loaded, files, &found);
            guides::check(files, &found);
            wording::check(&loaded, files, &found);
            lessons
        },
        || {
            let found = Found::default();
            exercises::check(&loaded, files, &found);
            found
        },
    );
    of_exercises.into_sorted().into_iter().for_each(|fault| found.add(fault));
    Checked { course: summary(&loaded), lessons, faults: Faults::new(found.into_sorted(), files) }
}

/// Does one thing here and, where the machine lets it, another on a thread beside it.
fn beside<A, B: Send>(here: impl FnOnce() -> A, there: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let beside = thread::Builder::new().name("check".to_owned()).spawn_scoped(scope, &there);
        let here = here();
        let there = match beside {
            Ok(beside) => beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => there(),
        };
        (here, there)
    })
}

fn summary(loaded: &Loaded) -> Option<Summary> {
    let manifest = loaded.manifest.as_ref()?;
    let slots = loaded.outlines.iter().flat_map(|o| &o.slots);
    Some(Summary {
        id: manifest.id.clone(),
        title: manifest.title.own.clone(),
        version: manifest.version.clone(),
        languages: manifest.languages.clone(),
        lessons: loaded.outlines.len(),
        questions: slots.map(|s| s.questions.len()).sum(),
    })
}

#[cfg(test)]
mod tests;
