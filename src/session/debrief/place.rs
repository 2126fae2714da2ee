//! Where something was found, in words a person can look for.
//!
//! Apart because findings are shown beside unfinished work as well as in a debrief.

use crate::assess::work::Place;
use crate::course::exercise::form::{FieldKind, Form, Target};
use crate::course::exercise::{Engine, Exercise, Work};
use crate::id::OptionId;
use crate::words::Words;

/// The most words that are quoted.
const LONGEST_QUOTE: usize = 12;

/// Returns where a place is: the label of a field, a row, the text of a card, the title of an item; empty for the whole.
pub fn place(exercise: &Exercise, work: &Work, place: &Place, words: &Words) -> String {
    match place {
        Place::Whole => String::new(),
        Place::Field(target, row) => field(exercise, target, *row, words),
        Place::Words(from, to) => quote(exercise, work, *from, *to, words),
        Place::Card(id) | Place::Item(id) | Place::Tool(id) | Place::Conclusion(id) | Place::Step(id) => {
            named(exercise, id)
        }
        Place::Question(id) => {
            let question = exercise.questions.iter().find(|question| question.id == *id);
            question.map_or_else(|| id.to_string(), |question| question.prompt.clone())
        }
    }
}

fn field(exercise: &Exercise, target: &Target, row: Option<usize>, words: &Words) -> String {
    let Engine::Form(form) = &exercise.engine else { return target.field.to_string() };
    let label = form.field(&target.field).map_or_else(|| target.field.to_string(), |field| field.label.clone());
    let column = target.column.as_ref().map(|id| column(form, &target.field, id));
    match (row, column) {
        (Some(row), Some(column)) => {
            let args = [("field", label.into()), ("row", (row + 1).into()), ("column", column.into())];
            words.with("place-cell", &args)
        }
        (Some(row), None) => words.with("place-row", &[("field", label.into()), ("row", (row + 1).into())]),
        (None, Some(column)) => words.with("place-column", &[("field", label.into()), ("column", column.into())]),
        (None, None) => label,
    }
}

fn column(form: &Form, field: &OptionId, column: &OptionId) -> String {
    let columns = match form.field(field).map(|field| &field.kind) {
        Some(FieldKind::Rows { columns, .. }) => columns.as_slice(),
        _ => &[],
    };
    let found = columns.iter().find(|there| there.id == *column);
    found.map_or_else(|| column.to_string(), |found| found.label.clone())
}

/// Quotes words of the text that is marked, or of the text that was written.
fn quote(exercise: &Exercise, work: &Work, from: usize, to: usize, words: &Words) -> String {
    let all: Vec<&str> = match (&exercise.engine, work) {
        (Engine::Mark(marking), _) => marking.words.iter().map(|word| word.text.trim()).collect(),
        (_, Work::Write { text }) => text.split_whitespace().collect(),
        _ => Vec::new(),
    };
    let quoted: Vec<&str> = all.into_iter().take(to).skip(from).collect();
    if quoted.is_empty() {
        return String::new();
    }
    let mut text = quoted.iter().take(LONGEST_QUOTE).copied().collect::<Vec<_>>().join(" ");
    if quoted.len() > LONGEST_QUOTE {
        text.push_str(" …");
    }
    words.with("place-words", &[("words", text.into())])
}

/// Returns the words of what has this id in the engine; of what is gone, the id.
pub(super) fn named(exercise: &Exercise, id: &OptionId) -> String {
    let found = match &exercise.engine {
        Engine::Arrange(arranging) => arranging.card(id).map(|card| card.text.clone()),
        Engine::Desk(desk) => desk.item(id).map(|item| item.title.clone()),
        Engine::Case(case) => {
            let conclusion = case.conclusions.iter().find(|conclusion| conclusion.id == *id);
            case.tool(id).map(|tool| tool.text.clone()).or_else(|| conclusion.map(|found| found.text.clone()))
        }
        Engine::Field(task) => {
            let step = task.steps.iter().find(|step| step.id == *id).map(|step| step.text.clone());
            step.or_else(|| exercise.rubric.iter().find(|line| line.id == *id).map(|line| line.text.clone()))
        }
        Engine::Form(_) | Engine::Write(_) | Engine::Mark(_) | Engine::Stages(_) => None,
    };
    found.unwrap_or_else(|| id.to_string())
}
