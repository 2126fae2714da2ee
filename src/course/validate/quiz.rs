//! The quiz of a lesson as a whole.

use std::collections::HashMap;

use super::question::{self, Place};
use super::values::{self, Unique};
use crate::course::lesson::Quiz;
use crate::course::question::Slot;
use crate::course::raw::quiz as raw;
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::id::{LessonId, OutcomeId, QuestionId};

/// What a quiz is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The lesson; none where its id could not be read.
    pub lesson: Option<&'a LessonId>,
    /// Its outcomes; none where they could not be read.
    pub outcomes: Option<&'a [OutcomeId]>,
    /// The pass mark of the course, as a grade.
    pub pass: u16,
}

/// A checked quiz, and which question of the file each slot came from.
#[derive(Debug)]
pub struct Checked {
    /// The quiz, without the questions that could not be read.
    pub quiz: Quiz,
    /// The position in the file of each slot's question.
    pub from: Vec<usize>,
}

/// Checks a quiz file.
pub fn quiz(source: &Source<'_>, raw: &raw::Quiz, around: Around<'_>) -> Checked {
    belongs(source, raw, around.lesson);
    unique_ids(source, raw);
    let place = Place::Quiz(around.outcomes);
    let slots = raw.questions.iter().enumerate().filter_map(|(i, q)| Some((i, question::slot(source, q, place)?)));
    let (from, slots): (Vec<usize>, Vec<Slot>) = slots.unzip();
    if raw.questions.is_empty() && !source.broken.get() {
        source.error(
            code::TOO_FEW_OPTIONS,
            source.base..source.base,
            "the quiz has no questions",
            "add `[[questions]]`",
        );
    }
    Checked { quiz: Quiz { pass: values::pass(source, raw.pass.as_ref(), around.pass), slots }, from }
}

fn belongs(source: &Source<'_>, raw: &raw::Quiz, lesson: Option<&LessonId>) {
    let start = source.base..source.base;
    let Some(text) = values::need(source, &start, "lesson", raw.lesson.as_ref()) else { return };
    let Some(named) = values::id(source, text, LessonId::new) else { return };
    if let Some(lesson) = lesson.filter(|lesson| **lesson != named) {
        let message = format!("the quiz says `{named}`, the lesson beside it is `{lesson}`");
        source.error(code::UNKNOWN_LESSON, text.span(), message, format!("write `lesson = \"{lesson}\"`"));
    }
}

/// Reports ids that come twice, present and former ones together.
fn unique_ids(source: &Source<'_>, raw: &raw::Quiz) {
    let mut unique = Unique::new("question");
    let all = raw.questions.iter().flat_map(|q| std::iter::once(q).chain(&q.variants));
    for text in all.flat_map(|q| q.id.iter().chain(&q.was)) {
        unique.see(source, text.get_ref(), text.span());
    }
}

/// Returns where each present and former id of a quiz leads: slot and question in it.
pub fn directory(quiz: &Quiz) -> HashMap<&QuestionId, (usize, usize)> {
    let mut directory = HashMap::new();
    for (s, slot) in quiz.slots.iter().enumerate() {
        for (q, question) in slot.questions.iter().enumerate() {
            directory.extend(question.was.iter().map(|was| (was, (s, q))));
            directory.insert(&question.id, (s, q));
        }
    }
    directory
}
