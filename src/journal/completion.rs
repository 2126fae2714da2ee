//! Progress held against the course: what is done, what is mastered, what remains.
//!
//! Apart from the fold because a course changes and events do not: ids that were renamed are found by what they
//! were, sections that are new are unread, recorded grades stand. Nothing in here is ever stored.

mod extras;
mod lesson;
mod mastery;
mod missing;
mod quiz;

pub use extras::{CapstoneState, QuestionnaireState};
pub use lesson::{Exercise, ExerciseState, LessonState};
pub use mastery::OutcomeState;
pub use missing::Missing;
pub use quiz::{OpenAttempt, QuizState};

use super::progress::Run;
use crate::course::manifest::TestKind;
use crate::course::{LessonOutline, Manifest, Test, Track};
use crate::id::{ExerciseId, LessonId, QuizId, TestId, TrackId};

/// Where a learner is in a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestState {
    /// The test.
    pub test: TestId,
    /// What it is for.
    pub kind: TestKind,
    /// The track it ends, if it ends one.
    pub track: Option<TrackId>,
    /// The tries.
    pub quiz: QuizState,
    /// Minutes it takes.
    pub minutes: u16,
}

impl TestState {
    /// Returns whether nothing of it remains: it was passed, or, where it only measures, taken.
    pub fn is_done(&self) -> bool {
        self.quiz.passed || (self.kind.only_measures() && self.quiz.attempts > 0)
    }

    /// Returns the minutes that remain.
    pub fn minutes_left(&self) -> u16 {
        if self.is_done() { 0 } else { self.minutes }
    }
}

/// A lesson with its quiz, a test, or desk work with a row of its own: what can come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A lesson or a test.
    Quiz(QuizId),
    /// Desk work.
    Work(ExerciseId),
}

impl std::fmt::Display for Next {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Quiz(quiz) => quiz.fmt(f),
            Self::Work(exercise) => exercise.fmt(f),
        }
    }
}

/// Where a learner is in a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseState {
    /// The lessons, in the order of the tracks.
    pub lessons: Vec<LessonState>,
    /// The tests, in the order of the manifest.
    pub tests: Vec<TestState>,
    /// The exercises that the course asks for beside those of its lessons.
    pub exercises: Vec<ExerciseState>,
    /// The desk work that has a row of its own, in the order of the manifest.
    pub capstones: Vec<CapstoneState>,
    /// The forms that nobody judges, each as often as it is asked; nothing hangs on them.
    pub questionnaires: Vec<QuestionnaireState>,
    /// The order in which all but the forms are best taken.
    order: Vec<Next>,
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
        let exercises = manifest.completion.exercises.iter().map(|id| ExerciseState::new(run, id)).collect();
        let order = order(manifest, &outlines);
        let capstones = manifest.capstones.iter().map(|capstone| CapstoneState::new(run, capstone)).collect();
        let (questionnaires, active_seconds) = (Vec::new(), run.active_seconds());
        let mut state =
            Self { lessons, tests, exercises, capstones, questionnaires, order, done: false, active_seconds };
        state.done = state.missing(manifest, &outlines.iter().copied()).is_empty();
        state.questionnaires = extras::questionnaires(run, manifest, &state);
        state
    }

    /// Returns the state of a lesson.
    pub fn lesson(&self, id: &LessonId) -> Option<&LessonState> {
        self.lessons.iter().find(|lesson| lesson.lesson == *id)
    }

    /// Returns the state of a test.
    pub fn test(&self, id: &TestId) -> Option<&TestState> {
        self.tests.iter().find(|test| test.test == *id)
    }

    /// Returns the state of desk work that has a row of its own.
    pub fn capstone(&self, id: &ExerciseId) -> Option<&CapstoneState> {
        self.capstones.iter().find(|capstone| capstone.work.exercise == *id)
    }

    /// Returns what comes next: the test before the course, then track by track the lessons and the track's test, then
    /// the capstones and all other tests.
    pub fn next(&self) -> Option<Next> {
        let is_open = |item: &&Next| match item {
            Next::Quiz(QuizId::Lesson(id)) => self.lesson(id).is_some_and(|lesson| !lesson.done),
            Next::Quiz(QuizId::Test(id)) => self.test(id).is_some_and(|test| !test.is_done()),
            Next::Work(id) => self.capstone(id).is_some_and(|capstone| !capstone.work.passed),
        };
        self.order.iter().find(is_open).cloned()
    }

    /// Returns the minutes that remain in all lessons, tests and capstones.
    pub fn minutes_left(&self) -> u32 {
        let lessons = self.lessons.iter().map(|lesson| u32::from(lesson.minutes_left));
        let tests = self.tests.iter().map(|test| u32::from(test.minutes_left()));
        let capstones = self.capstones.iter().map(|capstone| u32::from(capstone.minutes_left()));
        lessons.chain(tests).chain(capstones).sum()
    }
}

/// Returns whether a lesson has this id, or had it.
fn is_lesson(outline: &LessonOutline, id: &LessonId) -> bool {
    outline.id == *id || outline.was.contains(id)
}

fn test_state(run: &Run, test: &Test, outlines: &[&LessonOutline]) -> TestState {
    let is_this = |quiz: &QuizId| matches!(quiz, QuizId::Test(id) if *id == test.id);
    let quiz = QuizState::new(&run.attempts_at(is_this), outlines);
    TestState { test: test.id.clone(), kind: test.kind, track: test.track.clone(), quiz, minutes: test.minutes }
}

/// Returns lessons, tests and capstones in the order in which they are best taken.
fn order(manifest: &Manifest, outlines: &[&LessonOutline]) -> Vec<Next> {
    let tests = |is: &dyn Fn(&&Test) -> bool| -> Vec<Next> {
        manifest.tests.iter().filter(is).map(|test| Next::Quiz(QuizId::Test(test.id.clone()))).collect()
    };
    let mut order = tests(&|test| test.kind == TestKind::Pre);
    for track in &manifest.tracks {
        order.extend(lessons_of(track, outlines));
        order.extend(tests(&|test| test.track.as_ref() == Some(&track.id)));
    }
    order.extend(manifest.capstones.iter().map(|capstone| Next::Work(capstone.id.clone())));
    order.extend(tests(&|test| test.kind != TestKind::Pre && test.track.is_none()));
    order
}

fn lessons_of(track: &Track, outlines: &[&LessonOutline]) -> Vec<Next> {
    let now = |id: &LessonId| outlines.iter().find(|outline| is_lesson(outline, id));
    let item = |outline: &&LessonOutline| Next::Quiz(QuizId::Lesson(outline.id.clone()));
    track.lessons.iter().filter_map(now).map(item).collect()
}

#[cfg(test)]
pub(in crate::journal) mod tests;
