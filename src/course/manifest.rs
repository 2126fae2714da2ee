//! The manifest of a course: what it holds, in which order, and what "done" means.
//!
//! Apart from the lessons so that the home screen can be drawn without opening one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shape::Shape;
use crate::id::{CourseId, ExerciseId, Lang, LessonId, TestId, TrackId};

/// A short text in the course's own language and in others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Translated {
    /// The text in the course's own language.
    pub own: String,
    /// The text in the other languages that have one.
    pub others: BTreeMap<Lang, String>,
}

impl Translated {
    /// Returns the text in a language, or else in the course's own.
    pub fn get(&self, lang: &Lang) -> &str {
        self.others.get(lang).unwrap_or(&self.own)
    }
}

/// Pass marks in grades (0 to 10000).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassMarks {
    /// Of a lesson's quiz, where the quiz names none.
    pub quiz: u16,
    /// Of a test.
    pub test: u16,
    /// Of the capstone.
    pub capstone: u16,
}

/// An ordered list of lessons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// The id.
    pub id: TrackId,
    /// The page letter on the home screen.
    pub letter: char,
    /// The title.
    pub title: Translated,
    /// The lessons, in order.
    pub lessons: Vec<LessonId>,
}

/// Whether a test's questions are drawn once for all or for each learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draw {
    /// One set for everybody, so that statistics add up.
    Cohort,
    /// A set for each learner.
    Learner,
}

/// What a test is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TestKind {
    /// Before the course: it shows where somebody starts, and nobody passes or fails.
    Pre,
    /// After the course, beside the one before it.
    Post,
    /// At the end of a track.
    Track,
    /// On the course, or on any part of it.
    Course,
}

impl TestKind {
    /// Returns whether it measures and nothing hangs on it: taking it is all there is to do.
    pub fn only_measures(self) -> bool {
        matches!(self, Self::Pre | Self::Post)
    }
}

/// One of two parallel tests: the same slots, and in each slot another question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Asks the first question of a slot.
    A,
    /// Asks its sister.
    B,
}

/// How many questions a test draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// So many for each outcome.
    Outcome(u16),
    /// So many for each track, spread evenly over its outcomes.
    Track(u16),
    /// So many in all, spread evenly over the outcomes.
    All(u16),
}

/// The blueprint of a test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// The id.
    pub id: TestId,
    /// The name on the home screen: capitals, digits, `-`.
    pub slug: String,
    /// The title.
    pub title: Translated,
    /// Minutes it takes.
    pub minutes: u16,
    /// What it is for.
    pub kind: TestKind,
    /// The track it ends; none for a test of another kind.
    pub track: Option<TrackId>,
    /// Lessons whose quizzes are the pool; tracks and `"all"` are already spelled out.
    pub pools: Vec<LessonId>,
    /// How many questions are drawn.
    pub share: Share,
    /// Which of two parallel tests it is; none for one that stands alone.
    pub form: Option<Form>,
    /// Whether learners say of each answer how sure they are.
    pub confidence: bool,
    /// For whom a set is drawn.
    pub draw: Draw,
    /// The pass mark, as a grade.
    pub pass: u16,
}

/// A piece of desk work that has a row of its own on the home screen, between the tracks and the tests after them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capstone {
    /// The exercise.
    pub id: ExerciseId,
    /// The name on the home screen: capitals, digits, `-`.
    pub slug: String,
    /// The title.
    pub title: Translated,
    /// Minutes it takes.
    pub minutes: u16,
}

/// A form that nobody judges: what learners think of the course, and what became of it on their desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// The form: an exercise file that says `questionnaire = true`.
    pub id: ExerciseId,
    /// The name on the home screen: capitals, digits, `-`.
    pub slug: String,
    /// The title; `{days}` in it stands for the days of a follow-up.
    pub title: Translated,
    /// Minutes it takes.
    pub minutes: u16,
    /// So many days after the course it is due, each time anew; empty for one that is due at the end.
    pub days: Vec<u16>,
}

impl Questionnaire {
    /// Returns when it is due: at the end, or after each number of days.
    pub fn times(&self) -> impl Iterator<Item = Option<u16>> + '_ {
        let at_the_end = self.days.is_empty().then_some(None);
        at_the_end.into_iter().chain(self.days.iter().copied().map(Some))
    }

    /// Returns the title for one of these times.
    pub fn title_at(&self, day: Option<u16>, lang: &Lang) -> String {
        let days = day.map(|day| day.to_string()).unwrap_or_default();
        self.title.get(lang).replace("{days}", &days)
    }
}

/// What "the course is done" means; lists are complete (`"all"` is already spelled out).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Completion {
    /// Lessons to be done.
    pub lessons: Vec<LessonId>,
    /// Tests to be passed.
    pub tests: Vec<TestId>,
    /// Exercises to be passed beside those of the lessons, such as a capstone.
    pub exercises: Vec<ExerciseId>,
}

/// Words that are read aloud in a minute, where the course says nothing else: three a second.
pub const READ_ALOUD: u16 = 180;

/// The checked manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The id.
    pub id: CourseId,
    /// The title.
    pub title: Translated,
    /// The version, as the authors count.
    pub version: String,
    /// The languages; the first is the course's own.
    pub languages: Vec<Lang>,
    /// The licence of the content, as an SPDX expression.
    pub licence: String,
    /// Silent reading speed that `minutes` is checked with.
    pub words_per_minute: u16,
    /// Words that are read aloud in a minute, by language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub read_aloud: BTreeMap<Lang, u16>,
    /// The pass marks.
    pub pass: PassMarks,
    /// The tracks, in order.
    pub tracks: Vec<Track>,
    /// The tests.
    pub tests: Vec<Test>,
    /// Desk work with a row of its own.
    pub capstones: Vec<Capstone>,
    /// Forms that nobody judges.
    pub questionnaires: Vec<Questionnaire>,
    /// What completes the course.
    pub completion: Completion,
    /// What every lesson should look like; for `check` only, so an index does not hold it.
    #[serde(skip)]
    pub shape: Shape,
}

impl Manifest {
    /// Returns how many words are read aloud in a minute, in a language.
    pub fn read_aloud(&self, lang: &Lang) -> u16 {
        self.read_aloud.get(lang).copied().unwrap_or(READ_ALOUD)
    }
}
