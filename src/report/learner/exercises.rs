//! Desk work that was handed in: the first try, the best, and what was found in the last.
//!
//! Apart from lessons because a lesson may have several, and a stage of a story has no lesson.

use super::{Maker, percent};
use crate::course::exercise::ExerciseOutline;
use crate::id::{AttemptId, ExerciseId};
use crate::journal::completion::ExerciseState;
use crate::journal::event::WorkDone;
use crate::journal::progress::HandedIn;
use crate::report::Cell;

impl Maker<'_> {
    /// Returns a row for each exercise that was tried, in the order of the course; those it no longer has come last.
    pub(super) fn exercise_rows(&self) -> Vec<Vec<Cell>> {
        let mut tried: Vec<&ExerciseId> =
            self.run.desk_work.tries(|_| true).into_iter().map(|(_, done)| &done.result.exercise).collect();
        tried.sort();
        tried.dedup();
        tried.sort_by_key(|id| {
            self.sources.exercises.iter().position(|outline| outline.id == **id).unwrap_or(usize::MAX)
        });
        tried.into_iter().map(|exercise| self.exercise_row(exercise)).collect()
    }

    fn exercise_row(&self, exercise: &ExerciseId) -> Vec<Cell> {
        let state = ExerciseState::new(self.run, exercise);
        let tries = self.run.desk_work.tries(|id| id == exercise);
        let last = tries.last().map(|(_, done)| &done.result);
        let outline = self.sources.exercises.iter().find(|outline| outline.id == *exercise);
        let lesson = outline.and_then(|outline: &ExerciseOutline| outline.lesson.as_ref());
        vec![
            Cell::text(&self.exercise_title(exercise)),
            Cell::text(exercise.as_str()),
            lesson.map_or_else(Cell::nothing, |lesson| Cell::text(lesson.as_str())),
            Cell::count(state.attempts),
            percent(state.first),
            percent(state.best),
            self.yes_no(state.passed),
            last.map_or_else(Cell::nothing, |last| Cell::text(&found(last))),
            Cell::count(last.map_or(0, |last| last.critical.len())),
            self.yes_no(last.is_some_and(|last| last.untimed)),
            Self::pair_cell(tries.iter().filter_map(|(_, done)| done.pair)),
        ]
    }

    /// Returns a row for each try, in the order in which they were handed in.
    pub(super) fn work_attempt_rows(&self) -> Vec<Vec<Cell>> {
        let mut seen: Vec<&ExerciseId> = Vec::new();
        let tries = self.run.desk_work.tries(|_| true).into_iter();
        tries
            .map(|(id, done)| {
                let exercise = &done.result.exercise;
                seen.push(exercise);
                let number = seen.iter().filter(|other| **other == exercise).count();
                self.work_attempt_row(number, id, done)
            })
            .collect()
    }

    fn work_attempt_row(&self, number: usize, id: AttemptId, done: &HandedIn) -> Vec<Cell> {
        let result = &done.result;
        vec![
            Cell::text(&self.exercise_title(&result.exercise)),
            Cell::text(result.exercise.as_str()),
            Cell::count(number),
            Cell::text(&id.to_string()),
            Cell::time(done.at),
            Cell::percent(result.grade.percent()),
            Cell::text(&found(result)),
            Cell::count(result.critical.len()),
            self.yes_no(result.passed),
            Cell::count(result.seconds),
            self.yes_no(result.untimed),
            Self::pair_cell(done.pair),
        ]
    }

    /// Returns the title of an exercise; of one that is gone, its id.
    pub(super) fn exercise_title(&self, exercise: &ExerciseId) -> String {
        let outline = self.sources.exercises.iter().find(|outline| outline.id == *exercise);
        outline.map_or_else(|| exercise.to_string(), |outline| self.sources.texts.plain(&outline.title))
    }
}

/// Returns the codes of what was found, each once, in the order of the debrief.
fn found(last: &WorkDone) -> String {
    let mut codes: Vec<&str> = Vec::new();
    for code in &last.codes {
        if !codes.contains(&code.as_str()) {
            codes.push(code);
        }
    }
    codes.join(" ")
}
