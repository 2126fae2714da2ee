//! Progress held against the course: what is done, what is mastered, what remains.
//!
//! Apart from the fold because a course changes and events do not: ids that were renamed are found by what they
//! were, sections that are new are unread, recorded grades stand. Nothing in here is ever stored.

mod lesson;
mod mastery;
mod quiz;

pub use lesson::{Exercise, ExerciseState, LessonState};
pub use mastery::OutcomeState;
pub use quiz::{OpenAttempt, QuizState};

use super::progress::Run;
use crate::course::{LessonOutline, Manifest, Test};
use crate::id::{LessonId, QuizId, TestId};

/// Where a learner is in a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestState {
    /// The test.
    pub test: TestId,
    /// The tries.
    pub quiz: QuizState,
    /// Minutes it takes.
    pub minutes: u16,
}

impl TestState {
    /// Returns the minutes that remain.
    pub fn minutes_left(&self) -> u16 {
        if self.quiz.passed { 0 } else { self.minutes }
    }
}

/// Where a learner is in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseState {
    /// The lessons, in the order of the tracks.
    pub lessons: Vec<LessonState>,
    /// The tests, in the order of the manifest.
    pub tests: Vec<TestState>,
    /// Whether everything that `[completion]` asks for is done; a course that asks for nothing is never done.
    pub done: bool,
    /// Seconds somebody was there.
    pub active_seconds: u64,
}

impl CourseState {
    /// Holds a run against a course; outlines may come in any order.
    pub fn new(run: &Run, manifest: &Manifest, outlines: &[LessonOutline]) -> Self {
        let in_course = |id: &LessonId| outlines.iter().find(|outline| is_lesson(outline, id));
        let outlines: Vec<_> = manifest.tracks.iter().flat_map(|t| &t.lessons).filter_map(in_course).collect();
        let lessons: Vec<_> = outlines.iter().map(|o| LessonState::new(run, manifest, o)).collect();
        let tests: Vec<_> = manifest.tests.iter().map(|test| test_state(run, test, &outlines)).collect();
        let mut state = Self { lessons, tests, done: false, active_seconds: run.active_seconds() };
        state.done = state.is_complete(manifest, &outlines);
        state
    }

    fn is_complete(&self, manifest: &Manifest, outlines: &[&LessonOutline]) -> bool {
        let needed = &manifest.completion;
        let now = |id: &LessonId| outlines.iter().find(|outline| is_lesson(outline, id)).map(|outline| &outline.id);
        let lesson_done = |id: &LessonId| now(id).and_then(|id| self.lesson(id)).is_some_and(|lesson| lesson.done);
        let test_done = |id: &TestId| self.test(id).is_some_and(|test| test.quiz.passed);
        let asks_for_something = !needed.lessons.is_empty() || !needed.tests.is_empty();
        asks_for_something && needed.lessons.iter().all(lesson_done) && needed.tests.iter().all(test_done)
    }

    /// Returns the state of a lesson.
    pub fn lesson(&self, id: &LessonId) -> Option<&LessonState> {
        self.lessons.iter().find(|lesson| lesson.lesson == *id)
    }

    /// Returns the state of a test.
    pub fn test(&self, id: &TestId) -> Option<&TestState> {
        self.tests.iter().find(|test| test.test == *id)
    }

    /// Returns what comes next: the first lesson that is not done, then the first test that is not passed.
    pub fn next(&self) -> Option<QuizId> {
        let lesson = self.lessons.iter().find(|lesson| !lesson.done).map(|l| QuizId::Lesson(l.lesson.clone()));
        let test = || self.tests.iter().find(|test| !test.quiz.passed).map(|t| QuizId::Test(t.test.clone()));
        lesson.or_else(test)
    }

    /// Returns the minutes that remain in all lessons and tests.
    pub fn minutes_left(&self) -> u32 {
        let lessons = self.lessons.iter().map(|lesson| u32::from(lesson.minutes_left));
        let tests = self.tests.iter().map(|test| u32::from(test.minutes_left()));
        lessons.chain(tests).sum()
    }
}

/// Returns whether a lesson has this id, or had it.
fn is_lesson(outline: &LessonOutline, id: &LessonId) -> bool {
    outline.id == *id || outline.was.contains(id)
}

fn test_state(run: &Run, test: &Test, outlines: &[&LessonOutline]) -> TestState {
    let is_this = |quiz: &QuizId| matches!(quiz, QuizId::Test(id) if *id == test.id);
    let quiz = QuizState::new(&run.attempts_at(is_this), outlines);
    TestState { test: test.id.clone(), quiz, minutes: test.minutes }
}

#[cfg(test)]
pub(in crate::journal) mod tests;
