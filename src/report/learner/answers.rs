//! Each attempt, each answer, and each critical question that was missed.

use super::response::{self, Told};
use super::{Maker, percent, time};
use crate::id::{AttemptId, QuestionRef, QuizId};
use crate::journal::Attempt;
use crate::journal::event::Answer;
use crate::journal::progress::Given;
use crate::report::Cell;

/// An attempt with its place among those at the same quiz, from 1.
pub(super) struct Numbered<'a> {
    number: usize,
    id: AttemptId,
    quiz: &'a QuizId,
    attempt: &'a Attempt,
}

impl<'a> Numbered<'a> {
    /// Returns the answers that count.
    pub(super) fn answers(&self) -> impl Iterator<Item = &'a Given> + use<'a> {
        self.attempt.answers.values()
    }
}

impl Maker<'_> {
    /// Returns the attempts in the order in which they began.
    pub(super) fn attempts(&self) -> Vec<Numbered<'_>> {
        let mut seen: Vec<QuizId> = Vec::new();
        let all = self.run.attempts_at(|_| true).into_iter();
        all.filter_map(|(id, attempt)| {
            let quiz = attempt.quiz()?;
            seen.push(self.quiz_now(quiz));
            let number = seen.iter().filter(|other| **other == self.quiz_now(quiz)).count();
            Some(Numbered { number, id, quiz, attempt })
        })
        .collect()
    }

    pub(super) fn quiz_now(&self, quiz: &QuizId) -> QuizId {
        match quiz {
            QuizId::Lesson(id) => QuizId::Lesson(self.outline(id).map_or(id, |outline| &outline.id).clone()),
            QuizId::Test(_) => quiz.clone(),
        }
    }

    pub(super) fn attempt_rows(&self) -> Vec<Vec<Cell>> {
        self.attempts().iter().map(|attempt| self.attempt_row(attempt)).collect()
    }

    fn attempt_row(&self, Numbered { number, id, quiz, attempt }: &Numbered<'_>) -> Vec<Cell> {
        let end = attempt.best_finish();
        vec![
            Cell::text(&self.title(quiz)),
            Cell::text(&self.quiz_now(quiz).to_string()),
            Cell::count(*number),
            Cell::text(&id.to_string()),
            time(attempt.started_at()),
            time(end.map(|end| end.at)),
            Cell::count(attempt.answers.len()),
            Cell::count(attempt.questions().len()),
            percent(end.map(|end| end.grade)),
            Cell::count(end.map_or(0, |end| end.critical_missed.len())),
            confident_errors(attempt),
            self.yes_no(attempt.is_passed()),
            seconds(attempt),
            Self::pair_cell(attempt.pair()),
            self.supervised(matches!(quiz, QuizId::Test(_)).then(|| attempt.is_supervised())),
        ]
    }

    pub(super) fn answer_rows(&self) -> Vec<Vec<Cell>> {
        let of_attempt = |attempt: &Numbered<'_>| -> Vec<Vec<Cell>> {
            let mut given: Vec<&Given> = attempt.attempt.answers.values().collect();
            given.sort_by_key(|given| given.order);
            given.into_iter().map(|given| self.answer_row(attempt, given)).collect()
        };
        self.attempts().iter().flat_map(of_attempt).collect()
    }

    fn answer_row(&self, attempt: &Numbered<'_>, given: &Given) -> Vec<Cell> {
        let answer = &given.answer;
        let at = self.now(&answer.question);
        let told = self.told(answer);
        let shown: Vec<&str> = answer.shown.iter().map(crate::id::OptionId::as_str).collect();
        vec![
            Cell::text(&told.question),
            Cell::text(&told.answer),
            Cell::text(&self.title(attempt.quiz)),
            Cell::text(&self.quiz_now(attempt.quiz).to_string()),
            Cell::count(attempt.number),
            Cell::text(&attempt.id.to_string()),
            Cell::time(given.at),
            Cell::text(at.lesson.as_str()),
            Cell::text(at.question.as_str()),
            Cell::text(answer.slot.as_str()),
            told.kind.map_or_else(Cell::nothing, |kind| Cell::text(kind.as_str())),
            Cell::text(&response::ids(&answer.response)),
            Cell::text(&shown.join(" ")),
            misplaced(&told, given),
            percent(given.grade()),
            self.yes_no(answer.critical),
            Cell::count(answer.hints),
            Cell::count(answer.millis / 1000),
            answer.confident.map_or_else(Cell::nothing, |sure| self.yes_no(sure)),
            Cell::text(&answer.text_hash.to_string()),
            Cell::text(&answer.key_hash.to_string()),
        ]
    }

    pub(super) fn told(&self, answer: &Answer) -> Told {
        let yes_no = [self.words.get("report-true"), self.words.get("report-false")];
        match self.sources.texts.question(answer) {
            Some(question) => response::told(&question, answer, &yes_no, self.sources.texts),
            None => response::untold(answer),
        }
    }

    pub(super) fn miss_rows(&self) -> Vec<Vec<Cell>> {
        let of_attempt = |attempt: &Numbered<'_>| -> Vec<Vec<Cell>> {
            let missed = attempt.attempt.best_finish().map_or(&[][..], |end| &end.critical_missed);
            missed.iter().map(|question| self.miss_row(attempt, question)).collect()
        };
        self.attempts().iter().flat_map(of_attempt).collect()
    }

    fn miss_row(&self, attempt: &Numbered<'_>, question: &QuestionRef) -> Vec<Cell> {
        let told = attempt.attempt.answer_to(question).map(|given| self.told(&given.answer));
        let at = self.now(question);
        let text = told.as_ref().map_or_else(|| at.question.to_string(), |told| told.question.clone());
        vec![
            Cell::text(&text),
            told.map_or_else(Cell::nothing, |told| Cell::text(&told.answer)),
            Cell::text(&self.title(attempt.quiz)),
            Cell::text(at.lesson.as_str()),
            Cell::text(at.question.as_str()),
            Cell::text(&self.quiz_now(attempt.quiz).to_string()),
            Cell::count(attempt.number),
            self.yes_no(self.is_put_right(attempt.quiz, &at)),
        ]
    }

    /// Returns whether the best attempt at the same quiz has the question right, or was not asked it.
    fn is_put_right(&self, quiz: &QuizId, question: &QuestionRef) -> bool {
        let state = match self.quiz_now(quiz) {
            QuizId::Lesson(lesson) => self.state.lesson(&lesson).and_then(|lesson| lesson.quiz.as_ref()),
            QuizId::Test(test) => self.state.test(&test).map(|test| &test.quiz),
        };
        state.is_some_and(|quiz| !quiz.critical_missed.contains(question))
    }
}

/// Adds up the time from showing to answering, in seconds.
fn seconds(attempt: &Attempt) -> Cell {
    let millis: u64 = attempt.answers.values().map(|given| u64::from(given.answer.millis)).sum();
    Cell::count(millis / 1000)
}

/// Counts the answers that were sure and not right in full; nothing where nobody was asked.
/// Tells what was put on a wrong target; nothing where it was worth full marks in the end, as after a corrected key.
fn misplaced(told: &Told, given: &Given) -> Cell {
    let is_wrong = !told.misplaced.is_empty() && given.grade().is_some_and(|grade| !grade.is_full());
    if is_wrong { Cell::text(&told.misplaced) } else { Cell::nothing() }
}

fn confident_errors(attempt: &Attempt) -> Cell {
    let answers = || attempt.answers.values().filter_map(Given::counted);
    if answers().all(|answer| answer.confident.is_none()) {
        return Cell::nothing();
    }
    Cell::count(answers().filter(|answer| answer.confident == Some(true) && !answer.grade.is_full()).count())
}
