//! Each question that was answered in a quiz or a test: first, best and last, over all attempts.
//!
//! Apart from single answers because here one question is one row, however often it was asked and wherever.

use super::answers::Numbered;
use super::{Maker, percent};
use crate::assess::Grade;
use crate::id::QuestionRef;
use crate::journal::progress::Given;
use crate::report::Cell;

impl Maker<'_> {
    /// Returns a row for each question, in the order of the course; those it no longer has come last.
    pub(super) fn question_rows(&self) -> Vec<Vec<Cell>> {
        let attempts = self.attempts();
        let mut asked: Vec<(QuestionRef, Vec<&Given>)> = Vec::new();
        for given in attempts.iter().flat_map(Numbered::answers) {
            let question = self.now(&given.answer.question);
            match asked.iter_mut().find(|(known, _)| *known == question) {
                Some((_, answers)) => answers.push(given),
                None => asked.push((question, vec![given])),
            }
        }
        asked.sort_by_cached_key(|(question, _)| self.place(question));
        for (_, answers) in &mut asked {
            answers.sort_by_key(|given| given.order);
        }
        asked.iter().filter_map(|(question, answers)| self.question_row(question, answers)).collect()
    }

    /// Returns where a question stands in the course: its lesson, and its place in the quiz.
    fn place(&self, question: &QuestionRef) -> (usize, usize) {
        let lesson = self.sources.outlines.iter().position(|outline| outline.id == question.lesson);
        let slots = lesson.and_then(|at| self.sources.outlines.get(at)).map_or(&[][..], |outline| &outline.slots);
        let slot = slots.iter().position(|slot| slot.questions.iter().any(|(id, _)| *id == question.question));
        (lesson.unwrap_or(usize::MAX), slot.unwrap_or(usize::MAX))
    }

    fn question_row(&self, question: &QuestionRef, answers: &[&Given]) -> Option<Vec<Cell>> {
        let (first, last) = (answers.first()?, answers.last()?);
        let told = self.told(&last.answer);
        let best = answers.iter().filter_map(|given| given.grade()).max();
        let millis: u64 = answers.iter().map(|given| u64::from(given.answer.millis)).sum();
        let hints: u64 = answers.iter().map(|given| u64::from(given.answer.hints)).sum();
        Some(vec![
            Cell::text(&told.question),
            Cell::text(question.lesson.as_str()),
            Cell::text(question.question.as_str()),
            told.kind.map_or_else(Cell::nothing, |kind| Cell::text(kind.as_str())),
            self.yes_no(last.answer.critical),
            Cell::count(answers.len()),
            percent(first.grade()),
            percent(best),
            percent(last.grade()),
            self.yes_no(last.grade().is_some_and(Grade::is_full)),
            last.answer.confident.map_or_else(Cell::nothing, |sure| self.yes_no(sure)),
            Cell::count(hints),
            Cell::count(millis / 1000),
            Cell::time(first.at),
            Cell::time(last.at),
            Cell::text(&last.answer.text_hash.to_string()),
            Cell::text(&last.answer.key_hash.to_string()),
        ])
    }
}
