//! What is next: everything that is not done, with the step that leads on.

use super::Maker;
use crate::id::QuizId;
use crate::journal::completion::{LessonState, QuizState};
use crate::report::Cell;

/// A step: its name for programs, the catalogue's key, and numbers that go into the words.
struct Step(&'static str, &'static str, usize, usize);

/// Desk work is next.
const WORK: Step = Step("exercise", "report-todo-exercise", 0, 0);

impl Maker<'_> {
    pub(super) fn next_rows(&self) -> Vec<Vec<Cell>> {
        let lessons = self.state.lessons.iter().filter(|lesson| !lesson.done).map(|lesson| {
            let quiz = QuizId::Lesson(lesson.lesson.clone());
            self.next_row(&quiz, &lesson_step(lesson), lesson.minutes_left)
        });
        let tests = self.state.tests.iter().filter(|test| !test.is_done()).map(|test| {
            let quiz = QuizId::Test(test.test.clone());
            self.next_row(&quiz, &quiz_step(&test.quiz), test.minutes_left())
        });
        let capstones = self.state.capstones.iter().filter(|capstone| !capstone.work.passed).map(|capstone| {
            let title = self.exercise_title(&capstone.work.exercise);
            self.step_row(&title, capstone.work.exercise.as_str(), ("quiz", &WORK), capstone.minutes_left())
        });
        lessons.chain(capstones).chain(tests).collect()
    }

    fn next_row(&self, quiz: &QuizId, step: &Step, minutes: u16) -> Vec<Cell> {
        let kind = if matches!(quiz, QuizId::Test(_)) { "test" } else { "quiz" };
        self.step_row(&self.title(quiz), &quiz.to_string(), (kind, step), minutes)
    }

    fn step_row(&self, title: &str, id: &str, (kind, step): (&str, &Step), minutes: u16) -> Vec<Cell> {
        let Step(name, key, done, all) = *step;
        let words = self.say(key, &[("kind", kind.into()), ("done", done.into()), ("all", all.into())]);
        vec![Cell::text(title), Cell::text(id), Cell::worded(name, words.as_str()), Cell::count(minutes)]
    }
}

fn lesson_step(lesson: &LessonState) -> Step {
    match &lesson.quiz {
        Some(quiz) if !quiz.open.is_empty() => quiz_step(quiz),
        _ if !lesson.is_read() => Step("read", "report-todo-read", lesson.sections_seen.len(), lesson.sections_total),
        Some(quiz) if !quiz.passed => quiz_step(quiz),
        Some(_) | None => WORK,
    }
}

fn quiz_step(quiz: &QuizState) -> Step {
    match quiz.open.last() {
        Some(open) => Step("resume", "report-todo-resume", open.answered, open.questions),
        None if quiz.attempts > 0 => Step("retake", "report-todo-retake", 0, 0),
        None => Step("take", "report-todo-take", 0, 0),
    }
}
