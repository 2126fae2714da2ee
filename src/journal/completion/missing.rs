//! What is still missing before a course is done.
//!
//! Apart because a certificate that is refused lists it, and because "done" is nothing else than a list without entries.

use super::{CourseState, TestState, is_lesson};
use crate::course::{LessonOutline, Manifest};
use crate::id::{ExerciseId, LessonId, TestId};

/// One thing that `[completion]` asks for and that is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A lesson, by the id it has now; by the manifest's where the course does not have it.
    Lesson(LessonId),
    /// A test.
    Test(TestId),
    /// Desk work beside that of the lessons.
    Work(ExerciseId),
    /// The course asks for nothing, so that nobody can be done with it.
    Rules,
}

impl CourseState {
    /// Returns what is missing, in the order of the manifest; nothing when the course is done.
    pub fn missing<'a>(
        &self,
        manifest: &Manifest,
        outlines: &(impl Iterator<Item = &'a LessonOutline> + Clone),
    ) -> Vec<Missing> {
        let needed = &manifest.completion;
        let now = |id: &LessonId| outlines.clone().find(|outline| is_lesson(outline, id)).map_or(id, |o| &o.id).clone();
        let lesson_done = |id: &LessonId| self.lesson(id).is_some_and(|lesson| lesson.done);
        let test_done = |id: &&TestId| self.test(id).is_some_and(TestState::is_done);
        let work_done = |id: &&ExerciseId| self.exercises.iter().any(|e| e.exercise == **id && e.passed);
        let asks_for_nothing = needed.lessons.is_empty() && needed.tests.is_empty() && needed.exercises.is_empty();
        let lessons = needed.lessons.iter().map(now).filter(|id| !lesson_done(id)).map(Missing::Lesson);
        let tests = needed.tests.iter().filter(|id| !test_done(id)).cloned().map(Missing::Test);
        let work = needed.exercises.iter().filter(|id| !work_done(id)).cloned().map(Missing::Work);
        lessons.chain(tests).chain(work).chain(asks_for_nothing.then_some(Missing::Rules)).collect()
    }
}
