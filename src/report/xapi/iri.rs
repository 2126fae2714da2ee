//! The names of things, as IRIs.
//!
//! Apart because they are a promise: an activity has the same name for ever. Ids are put in as events have them, and
//! nothing in them needs escaping.

use crate::id::{CourseId, ExerciseId, LessonId, QuestionRef, QuizId, SectionId};

/// Where all names begin. `.invalid` belongs to nobody and never will (RFC 6761): these are names, not addresses.
pub(super) const BASE: &str = "https://rundown.invalid/";
/// Where the names of ADL's verbs and kinds of activity begin.
pub(super) const ADL: &str = "http://adlnet.gov/expapi/";

/// Names a course.
pub(super) fn course(course: &CourseId) -> String {
    format!("{BASE}course/{course}")
}

/// Names a lesson.
pub(super) fn lesson(of: &CourseId, lesson: &LessonId) -> String {
    format!("{}/lesson/{lesson}", course(of))
}

/// Names a section of a lesson.
pub(super) fn section(of: &CourseId, at: &LessonId, section: &SectionId) -> String {
    format!("{}/section/{section}", lesson(of, at))
}

/// Names the quiz of a lesson, or a test.
pub(super) fn quiz(of: &CourseId, quiz: &QuizId) -> String {
    format!("{}/quiz/{quiz}", course(of))
}

/// Names a question.
pub(super) fn question(of: &CourseId, question: &QuestionRef) -> String {
    format!("{}/question/{}/{}", course(of), question.lesson, question.question)
}

/// Names a piece of desk work, or a form that nobody judges.
pub(super) fn exercise(of: &CourseId, exercise: &ExerciseId) -> String {
    format!("{}/exercise/{exercise}", course(of))
}

/// Names something that xAPI has no word for.
pub(super) fn extension(name: &str) -> String {
    format!("{BASE}extension/{name}")
}
