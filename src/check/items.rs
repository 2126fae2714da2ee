//! Each question as it is written beside each question as it was understood, in every language.
//!
//! Apart because proof, taste and wording all need both: values to judge, and places to point at.

use std::collections::HashMap;

use crate::course::load::LoadedQuiz;
use crate::course::question::Question;
use crate::course::raw::quiz as raw;

/// One question of one file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    /// As written.
    pub(super) raw: &'a raw::Question,
    /// As understood.
    pub(super) question: &'a Question,
    /// Whether it is a sister in the slot of another.
    pub(super) is_variant: bool,
}

/// Returns the questions of a file that were understood, variants after their question.
pub(super) fn items(quiz: &LoadedQuiz) -> Vec<Item<'_>> {
    let written = quiz.raw.questions.iter().flat_map(|q| std::iter::once(q).chain(&q.variants));
    let written: HashMap<&str, &raw::Question> =
        written.filter_map(|q| Some((q.id.as_ref()?.get_ref().as_str(), q))).collect();
    let mut items = Vec::new();
    for slot in &quiz.checked.quiz.slots {
        for (place, question) in slot.questions.iter().enumerate() {
            if let Some(raw) = written.get(question.id.as_str()) {
                items.push(Item { raw, question, is_variant: place > 0 });
            }
        }
    }
    items
}
