//! A lesson and its quiz, checked and in one language.
//!
//! Apart from the manifest because these are opened one at a time, when a learner asks for them.

use std::sync::Arc;

use super::markdown::Document;
use super::question::Slot;
use crate::id::{ExerciseId, LessonId, OutcomeId, QuestionRef};

/// What a learner can do after the lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The id, unique in the lesson.
    pub id: OutcomeId,
    /// The words, with an observable verb.
    pub text: String,
}

/// One lesson.
#[derive(Debug)]
pub struct Lesson {
    /// The id.
    pub id: LessonId,
    /// The name on the home screen: capitals, digits, `-`.
    pub slug: String,
    /// The title.
    pub title: String,
    /// Reading, quiz and exercise together.
    pub minutes: u16,
    /// What it teaches.
    pub outcomes: Vec<Outcome>,
    /// Questions of earlier lessons that are asked first, ungraded.
    pub recall: Vec<QuestionRef>,
    /// Lessons that are better taken before.
    pub requires: Vec<LessonId>,
    /// The hands-on work.
    pub exercise: Option<ExerciseId>,
    /// The text.
    pub document: Arc<Document>,
}

/// The quiz of a lesson, or a drawn test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// The pass mark, as a grade.
    pub pass: u16,
    /// The slots, in order.
    pub slots: Vec<Slot>,
}
