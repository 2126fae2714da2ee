//! What must be known of a lesson without opening it: the index that the home screen and progress are drawn from.
//!
//! Apart from `Lesson` because the built-in course carries it ready-made, so that starting parses no lesson.

use serde::{Deserialize, Serialize};

use super::manifest::Translated;
use crate::id::{ExerciseId, Lang, LessonId, OutcomeId, QuestionId, QuestionRef, SectionId};

/// One lesson from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonOutline {
    /// The id.
    pub id: LessonId,
    /// Ids it had before.
    pub was: Vec<LessonId>,
    /// The file, relative to the course folder, without `.md`.
    pub stem: String,
    /// Capitals, digits, `-`.
    pub slug: String,
    /// The title.
    pub title: Translated,
    /// Reading, quiz and exercise together.
    pub minutes: u16,
    /// What it teaches.
    pub outcomes: Vec<OutcomeOutline>,
    /// The sections, in order.
    pub sections: Vec<SectionOutline>,
    /// The slots of its quiz, in order; empty where it has none.
    pub slots: Vec<SlotOutline>,
    /// The quiz's pass mark, as a grade.
    pub pass: u16,
    /// Questions of earlier lessons asked before it starts.
    pub recall: Vec<QuestionRef>,
    /// Lessons that are better taken before.
    pub requires: Vec<LessonId>,
    /// The hands-on work.
    pub exercise: Option<ExerciseId>,
    /// Languages it can be read in, the course's own first.
    pub languages: Vec<Lang>,
}

/// One outcome from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeOutline {
    /// The id.
    pub id: OutcomeId,
    /// Ids it had before.
    pub was: Vec<OutcomeId>,
    /// The words.
    pub text: Translated,
}

/// One section from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionOutline {
    /// The id.
    pub id: SectionId,
    /// Ids it had before.
    pub was: Vec<SectionId>,
    /// The heading; empty for `start`.
    pub title: Translated,
    /// How many words there are to read.
    pub words: usize,
}

/// One slot of a quiz from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotOutline {
    /// The question and then its variants, each with the ids it had before.
    pub questions: Vec<(QuestionId, Vec<QuestionId>)>,
    /// The outcome it tests.
    pub outcome: OutcomeId,
    /// Whether missing it fails the quiz.
    pub critical: bool,
}
