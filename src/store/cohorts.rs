//! What can be asked about cohorts, and what is answered.
//!
//! Apart from the other requests because only whoever owns the home may ask any of these: one arm in the scope refuses
//! them to everybody else.

use std::collections::BTreeMap;

use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::cohort::{Plan, Reply, Room, Sitting};
use crate::id::{CohortId, Lang, QuizId, TestId};
use crate::journal::{Body, Via};

/// What a trainer says about a cohort; the store writes it in the trainer's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CohortWords {
    /// Where it was said.
    pub via: Via,
    /// The language it was said in.
    pub lang: Lang,
    /// The wall time.
    pub at: Timestamp,
    /// What was said: kinds of a cohort's stream only.
    pub bodies: Vec<Body>,
}

/// The pass marks of a course: a regraded try is held against them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassMarks {
    /// Of quizzes that are not named.
    pub quiz: Grade,
    /// Of tests that are not named.
    pub test: Grade,
    /// Of those that have their own.
    pub named: BTreeMap<QuizId, Grade>,
}

impl PassMarks {
    /// Returns the pass mark of a quiz or test.
    pub fn of(&self, quiz: &QuizId) -> Grade {
        let usual = || if matches!(quiz, QuizId::Test(_)) { self.test } else { self.quiz };
        self.named.get(quiz).copied().unwrap_or_else(usual)
    }

    /// Returns the same marks with those of these tests.
    #[must_use]
    pub fn with_tests(mut self, tests: impl IntoIterator<Item = (TestId, Grade)>) -> Self {
        self.named.extend(tests.into_iter().map(|(test, pass)| (QuizId::Test(test), pass)));
        self
    }
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CohortRequest {
    /// Every cohort, by name.
    List,
    /// Writes into a cohort's stream; the first words found it, and give it a name. A cohort that is not there and is
    /// not founded is refused.
    Write {
        /// The cohort.
        cohort: CohortId,
        /// What is said.
        words: CohortWords,
    },
    /// A cohort with its people, from rows.
    Open {
        /// The cohort.
        cohort: CohortId,
    },
    /// Every whole try of its people at one quiz or test, from rows.
    Sittings {
        /// The cohort.
        cohort: CohortId,
        /// The quiz or test.
        quiz: QuizId,
    },
    /// Every whole try of its people at many quizzes, from rows.
    AllSittings {
        /// The cohort.
        cohort: CohortId,
        /// Which quizzes.
        quizzes: Quizzes,
    },
    /// The last reply of each of its people to each form that nobody judges, from rows.
    Replies {
        /// The cohort.
        cohort: CohortId,
    },
    /// Writes what the cohort's decisions on keys come to into the streams of its learners, where that was not done: to
    /// those who were collected since, and for decisions that were taken back.
    SettleKeys {
        /// The cohort.
        cohort: CohortId,
        /// What tries are held against.
        marks: PassMarks,
        /// The wall time.
        at: Timestamp,
    },
}

/// Which quizzes of a course. Lessons have most of the tries, and few reports look at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quizzes {
    /// Its tests.
    Tests,
    /// Its tests and the quizzes of its lessons.
    All,
}

/// What is answered, variant by variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CohortAnswer {
    /// The cohorts.
    List(Vec<Plan>),
    /// The words are durable; the plan as it is now.
    Written(Plan),
    /// The cohort.
    Opened(Room),
    /// The tries, by person and then first to last.
    Sittings(Vec<Sitting>),
    /// The tries at each quiz and test that somebody sat whole.
    AllSittings(BTreeMap<QuizId, Vec<Sitting>>),
    /// The replies, by person, form and day.
    Replies(Vec<Reply>),
    /// How many answers are worth something else now.
    KeysSettled(usize),
}
