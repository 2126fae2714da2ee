//! An exercise on paper: what is asked, what lies on the desk, room to work in, the rubric; and for the trainer what it
//! comes to.
//!
//! Apart from quizzes because work is not chosen from letters: it is marked by a person, with the rubric on the sheet.

mod engine;
mod key;

use super::part::{Part, Running};
use super::{Clean, Paper, Press, Sheet, form};
use crate::course::exercise::Engine;
use crate::course::{Exercise, Faults};
use crate::id::ExerciseId;

/// Makes the sheet of an exercise, stages and all.
pub fn exercise(press: &Press<'_>, exercise: &ExerciseId, sheet: Sheet) -> Result<Paper, Faults> {
    let exercise = press.course.exercise(exercise, press.lang)?;
    let (kind, parts) = match sheet {
        Sheet::Blank => {
            let minutes = [("minutes", exercise.minutes.into())];
            (press.words.with("paper-exercise", &minutes), press.blank_sheet(&exercise)?)
        }
        Sheet::Key => (press.words.get("paper-key"), press.key_sheet(&exercise)?),
    };
    Ok(press.paper(&exercise.title, &kind, parts))
}

impl Press<'_> {
    fn blank_sheet(&self, exercise: &Exercise) -> Result<Vec<Part>, Faults> {
        let mut parts = vec![form::who(self)];
        parts.extend(self.task(exercise));
        if let Engine::Stages(stages) = &exercise.engine {
            for stage in &stages.stages {
                let inner = self.course.exercise(&stage.exercise, self.lang)?;
                let head = format!("{} {}", stage.at, inner.title);
                parts.push(Part::heading(2, &head));
                parts.extend(self.markdown(&stage.text));
                parts.extend(self.task(&inner));
            }
        }
        parts.extend(self.rubric(exercise));
        Ok(parts)
    }

    /// Sets brief, materials, room to work in, and the questions after it.
    fn task(&self, exercise: &Exercise) -> Vec<Part> {
        let mut parts = self.markdown(&exercise.brief);
        for material in &exercise.materials {
            parts.push(Part::Framed(self.words_of(&material.title), self.markdown(&material.text)));
        }
        parts.extend(self.room_for(&exercise.engine));
        for (number, question) in (1..).zip(&exercise.questions) {
            let mut inner = self.markdown(&question.prompt);
            inner.extend(self.choices(question));
            parts.push(Part::Together(vec![Part::Item(format!("{number}.").into(), inner)]));
        }
        parts
    }

    fn rubric(&self, exercise: &Exercise) -> Option<Part> {
        if exercise.rubric.is_empty() {
            return None;
        }
        let row = |criterion: &crate::course::exercise::Criterion| {
            vec![self.words_of(&criterion.text), criterion.points.to_string().into(), Clean::default()]
        };
        let heads = vec![(self.say("paper-rubric"), 8), (self.say("paper-points"), 2), (self.say("paper-given"), 2)];
        let grid = Part::Grid(heads, exercise.rubric.iter().map(row).collect(), 9);
        let signed = Part::Blanks(vec![(self.say("paper-marked-by"), 3), (self.say("paper-date"), 1)]);
        Some(Part::Together(vec![Part::heading(2, &self.words.get("paper-marking")), grid, signed]))
    }

    fn key_sheet(&self, exercise: &Exercise) -> Result<Vec<Part>, Faults> {
        let mut parts = vec![Part::Hint(Running::plain(&self.words.get("paper-key-hint")))];
        parts.extend(self.solution(exercise));
        if let Engine::Stages(stages) = &exercise.engine {
            for stage in &stages.stages {
                let inner = self.course.exercise(&stage.exercise, self.lang)?;
                parts.push(Part::heading(2, &inner.title));
                parts.extend(self.solution(&inner));
            }
        }
        Ok(parts)
    }
}
