//! How much of a work is there, whatever it is worth.
//!
//! Apart from the engines because three things ask for it: handing in, which says what is still missing; rules that
//! only forbid, which give no points to work that is not there; and the clock, which counts for what was done in it.
//! It judges nothing.

use std::collections::BTreeMap;

use super::arrange::Laid;
use super::form;
use super::start;
use super::text::count_words;
use crate::assess::Grade;
use crate::course::exercise::case::Case;
use crate::course::exercise::desk::Desk;
use crate::course::exercise::work::Decided;
use crate::course::exercise::{Engine, Exercise, Work, Writing};

/// What a work is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Fields and cells that are needed.
    Fields,
    /// One text.
    Text,
    /// Cards, as many as are asked for at least.
    Cards,
    /// Marks in a text.
    Marks,
    /// Items of a queue.
    Items,
    /// Conclusions of a case.
    Conclusions,
    /// Steps of a task.
    Steps,
}

/// How many pieces of a work are there, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// What is counted.
    pub piece: Piece,
    /// How many are there.
    pub have: usize,
    /// How many there are to be.
    pub of: usize,
}

impl Done {
    fn new(piece: Piece, have: usize, of: usize) -> Self {
        Self { piece, have: have.min(of), of }
    }

    /// Returns whether nothing is missing.
    pub fn is_whole(self) -> bool {
        self.have == self.of
    }

    /// Returns a grade in proportion to what is there.
    pub(super) fn of_grade(self, grade: Grade) -> Grade {
        grade.of(self.have, self.of)
    }
}

/// Returns how much of a work is there; work of another engine is none.
pub fn done(exercise: &Exercise, work: &Work) -> Done {
    match (&exercise.engine, work) {
        (Engine::Form(form), Work::Form { fields }) => {
            let (have, of) = form::filled(form, fields);
            Done::new(Piece::Fields, have, of)
        }
        (Engine::Write(writing), Work::Write { text }) => {
            let is_there = !text.trim().is_empty() && *text != writing.given;
            Done::new(Piece::Text, usize::from(is_there), 1)
        }
        (Engine::Arrange(arranging), Work::Arrange { cards, labels, captions }) => {
            let laid = Laid { cards, labels, captions }.known(arranging).len();
            Done::new(Piece::Cards, laid, usize::from(arranging.choose.0))
        }
        (Engine::Mark(_), Work::Mark { marks }) => Done::new(Piece::Marks, marks.len(), 1),
        (Engine::Desk(desk), Work::Desk { decided }) => {
            Done::new(Piece::Items, decisions(desk, decided), desk.items.len())
        }
        (Engine::Case(case), Work::Case { concluded, .. }) => conclusions(case, concluded),
        (Engine::Field(task), Work::Field { done, .. }) => {
            let ticked = task.steps.iter().filter(|step| done.iter().any(|name| name == step.id.as_str()));
            Done::new(Piece::Steps, ticked.count(), task.steps.len())
        }
        (Engine::Stages(_), _) => Done::new(Piece::Steps, 0, 0),
        (
            Engine::Form(_)
            | Engine::Write(_)
            | Engine::Arrange(_)
            | Engine::Mark(_)
            | Engine::Desk(_)
            | Engine::Case(_)
            | Engine::Field(_),
            _,
        ) => done(exercise, &start(exercise)),
    }
}

fn decisions(desk: &Desk, decided: &[Decided]) -> usize {
    let is_decided = |id: &str| decided.iter().any(|given| given.item == id);
    desk.items.iter().filter(|item| is_decided(item.id.as_str())).count()
}

/// Counts the conclusions that were drawn.
pub(super) fn conclusions(case: &Case, concluded: &BTreeMap<String, String>) -> Done {
    let drawn = case.conclusions.iter().filter(|conclusion| concluded.contains_key(conclusion.id.as_str()));
    Done::new(Piece::Conclusions, drawn.count(), case.conclusions.len())
}

/// Counts the words of a text up to the fewest that are asked for.
pub(super) fn words(writing: &Writing, text: &str) -> Done {
    let least = writing.count.map_or(1, |(least, _)| least.max(1));
    Done::new(Piece::Text, count_words(text) as usize, least as usize)
}

#[cfg(test)]
mod tests;
