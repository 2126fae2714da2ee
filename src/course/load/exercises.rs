//! The exercises of a course: one file each under `exercises/`.
//!
//! Apart from lessons because a stage belongs to no lesson, and a tool is opened without one.

use super::LoadedLesson;
use crate::course::exercise::{self, Engine, Exercise};
use crate::course::files::Files;
use crate::course::source::{Found, Source, suggest};
use crate::course::words::Words;
use crate::diagnostic::code;
use crate::id::ExerciseId;

/// The pass mark of exercises that name none, as a grade.
pub const PASS: u16 = 7_000;

/// How many bytes an exercise may have: what rules cost grows with their patterns times the texts they look at, and
/// both stand in this file.
const LARGEST: usize = 64 * 1024;

/// An exercise as it was read.
#[derive(Debug)]
pub struct LoadedExercise {
    /// The file.
    pub path: String,
    /// What it holds, if enough of it stands.
    pub exercise: Option<Exercise>,
}

/// Returns the file of an exercise.
pub fn path_of(id: &ExerciseId) -> String {
    format!("exercises/{id}.toml")
}

/// Reads one exercise from its file; none where there is no such text.
pub fn one(files: &Files, path: &str, words: &Words, found: &Found) -> Option<Exercise> {
    let text = files.text(path, found)?;
    let source = Source::new(path, &text, found);
    if text.len() > LARGEST {
        let message = format!("the exercise has {} bytes, over {LARGEST}", text.len());
        source.error(code::TOO_LARGE, 0..0, message, "make several exercises of it");
        return None;
    }
    exercise::exercise(&source, exercise::Around { house: &words.house, pass: PASS })
}

/// Reads all of them.
pub fn all(files: &Files, words: &Words, found: &Found) -> Vec<LoadedExercise> {
    let mut all = Vec::new();
    for path in files.paths().filter(|path| is_exercise(path)) {
        let exercise = one(files, path, words, found);
        all.push(LoadedExercise { path: path.to_owned(), exercise });
    }
    all
}

/// Returns whether a path is an exercise in the course's own language.
fn is_exercise(path: &str) -> bool {
    let name = path.strip_prefix("exercises/").and_then(|rest| rest.strip_suffix(".toml"));
    name.is_some_and(|name| name.split('/').count() == 2 && !name.contains('.'))
}

/// Checks what exercises say of their file, of lessons and of each other.
pub fn check(all: &[LoadedExercise], lessons: &[LoadedLesson], found: &Found) {
    for LoadedExercise { path, exercise } in all {
        let Some(exercise) = exercise else { continue };
        let source = Source::new(path, "", found);
        check_path(&source, exercise);
        check_place(&source, exercise, lessons, all);
        check_stages(&source, exercise, all);
    }
}

fn check_path(source: &Source<'_>, exercise: &Exercise) {
    let wanted = path_of(&exercise.id);
    if wanted != source.file {
        let message = format!("the exercise `{}` belongs in `{wanted}`", exercise.id);
        source.error(code::MISPLACED, 0..0, message, "rename the file, or keep the id it had");
    }
    if exercise.tool.is_some() && !matches!(exercise.engine, Engine::Form(_)) {
        source.error(code::BAD_VALUE, 0..0, "only a form can be a tool", "take `tool` away");
    }
}

fn check_place(source: &Source<'_>, exercise: &Exercise, lessons: &[LoadedLesson], all: &[LoadedExercise]) {
    let ids = || lessons.iter().filter_map(|lesson| lesson.front.as_ref()).map(|front| &front.id);
    if let Some(lesson) = exercise.lesson.as_ref().filter(|lesson| !ids().any(|id| id == *lesson)) {
        let hint = suggest(lesson.as_str(), ids().map(crate::id::LessonId::as_str));
        source.error(code::UNKNOWN_LESSON, 0..0, format!("there is no lesson `{lesson}`"), hint);
    }
    if let Some(of) = exercise.of.as_ref().filter(|of| find(all, of).is_none()) {
        source.error(
            code::UNKNOWN_EXERCISE,
            0..0,
            format!("there is no exercise `{of}`"),
            "name the story of the stage",
        );
    }
    if let (Some(section), Some(lesson)) = (&exercise.debrief.section, &exercise.lesson) {
        let lesson = lessons.iter().find(|there| there.front.as_ref().is_some_and(|front| front.id == *lesson));
        let sections = lesson.map_or(&[][..], |lesson| &lesson.sections);
        if lesson.is_some() && !sections.iter().any(|there| there.id == *section) {
            let hint = suggest(section.as_str(), sections.iter().map(|there| there.id.as_str()));
            source.error(code::UNKNOWN_SECTION, 0..0, format!("the lesson has no section `{section}`"), hint);
        }
    }
}

fn check_stages(source: &Source<'_>, exercise: &Exercise, all: &[LoadedExercise]) {
    let Engine::Stages(stages) = &exercise.engine else { return };
    for stage in &stages.stages {
        let there = find(all, &stage.exercise);
        if there
            .is_none_or(|there| matches!(there.engine, Engine::Stages(_)) || there.of.as_ref() != Some(&exercise.id))
        {
            let message = format!("`{}` is no stage of this exercise", stage.exercise);
            let hint = format!("write its file, with `of = \"{}\"`, on another engine than `stages`", exercise.id);
            source.error(code::UNKNOWN_EXERCISE, 0..0, message, hint);
        }
    }
}

fn find<'a>(all: &'a [LoadedExercise], id: &ExerciseId) -> Option<&'a Exercise> {
    all.iter().filter_map(|loaded| loaded.exercise.as_ref()).find(|exercise| exercise.id == *id)
}
