//! The numbers that stand for themselves, and the tables of lessons, tests and outcomes.

use super::{Maker, percent, time};
use crate::clock::Timestamp;
use crate::course::LessonOutline;
use crate::id::QuizId;
use crate::journal::completion::{LessonState, OutcomeState, TestState};
use crate::report::{Cell, Figure};

impl Maker<'_> {
    /// Returns the numbers that stand for themselves.
    pub(super) fn figures(&self) -> Vec<Figure> {
        let state = self.state;
        let outcomes = || state.lessons.iter().flat_map(|lesson| &lesson.outcomes);
        let to_pass = state.tests.iter().filter(|test| !test.kind.only_measures());
        let whole = self.run.attempts.values().filter(|attempt| attempt.is_whole()).count();
        let started = self.run.enrolled().map(|enrolled| enrolled.at);
        let figure = |key, label, cell| Figure { key, label: self.label(label), cell, of: None };
        vec![
            figure("course_done", "report-course-done", self.yes_no(state.done)),
            self.part("lessons_done", "report-lessons-done", state.lessons.iter().map(|lesson| lesson.done)),
            self.sections(),
            self.part("tests_passed", "report-tests-passed", to_pass.map(|test| test.quiz.passed)),
            self.part("outcomes_mastered", "report-outcomes-mastered", outcomes().map(|outcome| outcome.mastered)),
            figure("attempts", "report-whole-tries", Cell::count(whole)),
            figure("critical_misses", "report-misses-standing", Cell::count(self.misses_standing())),
            figure("minutes_active", "report-minutes-active", Cell::count(state.active_seconds / 60)),
            figure("minutes_left", "report-minutes-left", Cell::count(state.minutes_left())),
            figure("started_at", "report-started-at", time(started)),
            figure("last_at", "report-last-at", time(self.run.last_at())),
        ]
    }

    fn part(&self, key: &'static str, label: &str, all: impl Iterator<Item = bool>) -> Figure {
        let all: Vec<bool> = all.collect();
        let cell = Cell::count(all.iter().filter(|is_done| **is_done).count());
        Figure { key, label: self.label(label), cell, of: Some(all.len() as u64) }
    }

    fn sections(&self) -> Figure {
        let seen: usize = self.state.lessons.iter().map(|lesson| lesson.sections_seen.len()).sum();
        let all: usize = self.state.lessons.iter().map(|lesson| lesson.sections_total).sum();
        let label = self.label("report-sections-read");
        Figure { key: "sections_seen", label, cell: Cell::count(seen), of: Some(all as u64) }
    }

    /// Returns how many critical questions are missed in the best attempts.
    fn misses_standing(&self) -> usize {
        let lessons = self.state.lessons.iter().filter_map(|lesson| lesson.quiz.as_ref());
        let tests = self.state.tests.iter().map(|test| &test.quiz);
        lessons.chain(tests).map(|quiz| quiz.critical_missed.len()).sum()
    }

    pub(super) fn lesson_rows(&self) -> Vec<Vec<Cell>> {
        self.state.lessons.iter().map(|lesson| self.lesson_row(lesson)).collect()
    }

    fn lesson_row(&self, lesson: &LessonState) -> Vec<Cell> {
        let quiz = lesson.quiz.clone().unwrap_or_default();
        vec![
            Cell::text(&self.title(&QuizId::Lesson(lesson.lesson.clone()))),
            Cell::text(lesson.lesson.as_str()),
            Cell::count(lesson.sections_seen.len()),
            Cell::count(lesson.sections_total),
            Cell::count(quiz.attempts),
            percent(quiz.first),
            percent(quiz.best),
            self.yes_no(quiz.passed),
            self.yes_no(lesson.done),
            Cell::count(lesson.active_seconds / 60),
            time(self.last_end(&QuizId::Lesson(lesson.lesson.clone()))),
        ]
    }

    /// Returns when the last whole attempt at a quiz ended.
    fn last_end(&self, quiz: &QuizId) -> Option<Timestamp> {
        let attempts = self.run.attempts_at(|other| self.quiz_now(other) == *quiz);
        attempts.iter().flat_map(|(_, attempt)| attempt.finishes()).map(|end| end.at).max()
    }

    pub(super) fn test_rows(&self) -> Vec<Vec<Cell>> {
        self.state.tests.iter().map(|test| self.test_row(test)).collect()
    }

    fn test_row(&self, test: &TestState) -> Vec<Cell> {
        vec![
            Cell::text(&self.title(&QuizId::Test(test.test.clone()))),
            Cell::text(test.test.as_str()),
            Cell::count(test.quiz.attempts),
            percent(test.quiz.first),
            percent(test.quiz.best),
            self.yes_no(test.quiz.passed),
            self.supervised(test.quiz.best.map(|_| test.quiz.best_supervised)),
        ]
    }

    /// Whether a try was begun with a trainer's code; nothing where that cannot be.
    pub(super) fn supervised(&self, is_so: Option<bool>) -> Cell {
        is_so.map_or_else(Cell::nothing, |is_so| self.yes_no(is_so))
    }

    pub(super) fn outcome_rows(&self) -> Vec<Vec<Cell>> {
        let of_lesson = |lesson: &LessonState| -> Vec<Vec<Cell>> {
            let outline = self.outline(&lesson.lesson);
            lesson.outcomes.iter().map(|outcome| self.outcome_row(lesson, outcome, outline)).collect()
        };
        self.state.lessons.iter().flat_map(of_lesson).collect()
    }

    fn outcome_row(&self, lesson: &LessonState, state: &OutcomeState, outline: Option<&LessonOutline>) -> Vec<Cell> {
        let words = outline.and_then(|outline| outline.outcomes.iter().find(|outcome| outcome.id == state.outcome));
        let text = words.map_or(state.outcome.as_str(), |outcome| outcome.text.get(self.sources.lang));
        vec![
            Cell::text(&self.sources.texts.plain(text)),
            Cell::text(&self.title(&QuizId::Lesson(lesson.lesson.clone()))),
            Cell::text(lesson.lesson.as_str()),
            Cell::text(state.outcome.as_str()),
            Cell::count(state.answered),
            percent(state.mean),
            self.yes_no(state.mastered),
        ]
    }
}
