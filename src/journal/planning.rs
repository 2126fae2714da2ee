//! What a trainer writes into the stream of a cohort: the plan, who belongs to it, attendance, keys that were wrong.
//!
//! Apart from `event`, which knows every kind and the inside of none of these. Of a person nothing is in here but the id;
//! a name in a trainer's notes is the trainer's doing. What a stream adds up to is `cohort::plan`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::asked::AskedQuestion;
use crate::assess::Grade;
use crate::clock::Date;
use crate::course::hash::ContentHash;
use crate::id::{CourseId, LessonId, QuestionRef, QuizId, RegradeId, TestId};

/// Half of a day, by which attendance is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// Before the long break.
    Morning,
    /// After it.
    Afternoon,
}

/// A half-day: attendance, a session, a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HalfDay {
    /// The day.
    pub date: Date,
    /// Which half of it.
    pub half: Half,
}

/// What learners may be asked about themselves, where the trainer turned it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What they do at their station.
    Role,
    /// The country of the station.
    Country,
    /// Their gender.
    Gender,
}

/// One box of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// The day of the workshop, from 1.
    pub day: u8,
    /// When it begins: minutes after midnight.
    pub at: u16,
    /// How long it is.
    pub minutes: u16,
    /// What it is called.
    pub title: String,
    /// The lessons it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<LessonId>,
    /// Whether it is a break.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pause: bool,
}

/// What a code must come to so that a test opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestLock {
    /// What is mixed into the code.
    pub salt: String,
    /// What comes of it.
    pub hash: String,
}

/// A course and its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnCourse {
    /// The course.
    pub id: CourseId,
    /// Its version.
    pub version: String,
}

/// A day of a plan that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanDay {
    /// The first day.
    From,
    /// The last day.
    Until,
}

/// What is said anew about a cohort; what is left out stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlanChange {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The days that are taken back: the cohort has none any more.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub cleared: BTreeSet<PlanDay>,
    /// The course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<OnCourse>,
    /// Who runs it, as they call themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainer: Option<String>,
    /// The stations that take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<Vec<String>>,
    /// What learners are asked about themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<BTreeSet<Field>>,
    /// The agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<Vec<AgendaItem>>,
    /// The tests that open with a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locks: Option<BTreeMap<TestId, TestLock>>,
    /// Minutes that half a day counts for on the certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub half_minutes: Option<u16>,
}

/// What becomes of a question whose key was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// Answers are graded again, by another key.
    NewKey,
    /// Whatever was answered is right.
    AllRight,
    /// The question is taken out.
    Void,
}

/// That the key of a question was wrong, as the cohort keeps it, so that who is collected later is graded alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRuling {
    /// The decision.
    pub regrade: RegradeId,
    /// The question, a variant by its own id.
    pub question: QuestionRef,
    /// The key that was wrong; answers under another key stand.
    pub key_hash: ContentHash,
    /// What becomes of it.
    pub ruling: Ruling,
    /// The question with the right key; only where there is a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Box<AskedQuestion>>,
    /// Why.
    pub reason: String,
}

/// What one try at one slot is worth after a key was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regrade {
    /// The decision.
    pub regrade: RegradeId,
    /// What became of the question.
    pub ruling: Ruling,
    /// What the answer is worth; none where the question is taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// The pass mark that the try is held against.
    pub pass: Grade,
    /// Why.
    pub reason: String,
}

/// What is left of a cohort whose learners are deleted: counts, and nobody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// How many people it had.
    pub people: u32,
    /// Half-days that all of them were there, together.
    pub half_days: u32,
    /// Lesson by lesson.
    pub lessons: BTreeMap<LessonId, Total>,
    /// Test by test.
    pub tests: Vec<QuizTotal>,
}

/// How all went together in one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Total {
    /// How many tried it.
    pub tried: u32,
    /// How many passed.
    pub passed: u32,
    /// The mean of their first grades.
    pub first: Grade,
    /// The mean of their best grades.
    pub best: Grade,
}

/// How all went in one test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizTotal {
    /// The test.
    pub quiz: QuizId,
    /// How it went.
    pub total: Total,
}
