//! The nine kinds of question: what each is worth, what its key is, and when it can be handed in.
//!
//! This file is an index; each kind keeps its rules and its tests in a file of its own. A response of another
//! kind's form counts as an empty one: it is worth nothing and never a panic.

pub mod chosen;
pub mod mark;
pub mod multiple;
pub mod number;
pub mod order;
pub mod placed;
pub mod short;

use super::{Finding, Grade, Graded, Mark, NotYet, Response};
use crate::course::Question;
use crate::course::question::{Choice, QuestionBody};
use crate::id::OptionId;

/// Returns what a response is worth, and what is to be said of each part, in file order.
pub fn grade_response(question: &Question, response: &Response) -> Graded {
    match &question.body {
        QuestionBody::Single { options, key } => chosen::grade(options, key, response),
        QuestionBody::TrueFalse { options, answer } => chosen::grade(options, &chosen::truth(*answer), response),
        QuestionBody::Multiple { options, keys } => multiple::grade(options, keys, response),
        QuestionBody::Order { options } => order::grade(options, response),
        QuestionBody::Match { options, keys, .. } | QuestionBody::Sort { options, keys, .. } => {
            placed::grade(options, keys, response)
        }
        QuestionBody::Number { .. } => number::grade(&question.body, response),
        QuestionBody::Short { .. } => short::grade(&question.body, response),
        QuestionBody::Mark { words, options, keys, otherwise } => {
            mark::grade(&mark::Text { words, options, keys, otherwise }, response)
        }
    }
}

/// Returns the response of somebody who has not begun.
pub fn empty_response(question: &Question) -> Response {
    match &question.body {
        QuestionBody::Single { .. } | QuestionBody::TrueFalse { .. } => Response::Chosen(None),
        QuestionBody::Multiple { .. } => Response::Ticked(Vec::new()),
        QuestionBody::Order { .. } => Response::Ordered(Vec::new()),
        QuestionBody::Match { .. } | QuestionBody::Sort { .. } => Response::Placed(Vec::new()),
        QuestionBody::Number { .. } | QuestionBody::Short { .. } => Response::Typed(String::new()),
        QuestionBody::Mark { .. } => Response::Marked(Vec::new()),
    }
}

/// Returns the response that the key says is right; the course check proves that it grades to full.
pub fn key_response(question: &Question) -> Response {
    match &question.body {
        QuestionBody::Single { key, .. } => Response::Chosen(Some(key.clone())),
        QuestionBody::TrueFalse { answer, .. } => Response::Chosen(Some(chosen::truth(*answer))),
        QuestionBody::Multiple { keys, .. } => Response::Ticked(keys.clone()),
        QuestionBody::Order { options } => Response::Ordered(ids(options)),
        QuestionBody::Match { options, keys, .. } | QuestionBody::Sort { options, keys, .. } => {
            Response::Placed(ids(options).into_iter().zip(keys.iter().cloned()).collect())
        }
        QuestionBody::Number { value, .. } => Response::Typed(value.to_string()),
        QuestionBody::Short { answer, .. } => Response::Typed(answer.clone()),
        QuestionBody::Mark { words, options, keys, otherwise } => {
            Response::Marked(mark::Text { words, options, keys, otherwise }.key_words())
        }
    }
}

/// Returns whether a response can be handed in.
pub fn is_complete(question: &Question, response: &Response) -> bool {
    check_response(question, response).is_ok()
}

/// Says what is missing before a response can be handed in; a wrong answer is not missing anything.
pub fn check_response(question: &Question, response: &Response) -> Result<(), NotYet> {
    match (&question.body, response) {
        (QuestionBody::Single { options, .. } | QuestionBody::TrueFalse { options, .. }, Response::Chosen(id)) => {
            chosen::check(options, id.as_ref())
        }
        (QuestionBody::Multiple { options, .. }, Response::Ticked(ticked)) => multiple::check(options, ticked),
        (QuestionBody::Order { options }, Response::Ordered(cards)) => order::check(options, cards),
        (QuestionBody::Match { options, targets, .. }, Response::Placed(pairs)) => {
            placed::check(options, targets, pairs)?;
            placed::check_each_target_once(pairs)
        }
        (QuestionBody::Sort { options, targets, .. }, Response::Placed(pairs)) => {
            placed::check(options, targets, pairs)
        }
        (QuestionBody::Number { unit, .. }, Response::Typed(text)) => number::check(text, unit),
        (QuestionBody::Short { .. }, Response::Typed(text)) => short::check(text),
        (QuestionBody::Mark { words, .. }, Response::Marked(marked)) => mark::check(words, marked),
        _ => Err(NotYet::WrongForm),
    }
}

fn ids(options: &[Choice]) -> Vec<OptionId> {
    options.iter().map(|o| o.id.clone()).collect()
}

/// Makes sure that every id is one of the options and that none is there twice.
fn check_ids<'a>(options: &[Choice], given: impl IntoIterator<Item = &'a OptionId>) -> Result<(), NotYet> {
    let mut seen = std::collections::BTreeSet::new();
    for id in given {
        if !options.iter().any(|o| o.id == *id) {
            return Err(NotYet::Unknown(id.to_string()));
        }
        if !seen.insert(id) {
            return Err(NotYet::Twice(id.clone()));
        }
    }
    Ok(())
}

/// Tells how an option stands that can be given or not, and is right or not.
fn stand(given: bool, right: bool) -> Mark {
    match (given, right) {
        (true, true) => Mark::Right,
        (true, false) => Mark::Wrong,
        (false, true) => Mark::Missed,
        (false, false) => Mark::Open,
    }
}

fn finding(option: &Choice, mark: Mark) -> Finding {
    Finding { option: Some(option.id.clone()), mark, feedback: option.feedback.clone() }
}

/// Makes the grade of a typed answer: right in full, or wrong, with one thing said.
fn typed(right: bool, given: bool, feedback: &str) -> Graded {
    let mark = if right {
        Mark::Right
    } else if given {
        Mark::Wrong
    } else {
        Mark::Missed
    };
    let grade = if right { Grade::FULL } else { Grade::ZERO };
    Graded { grade, findings: vec![Finding { option: None, mark, feedback: feedback.to_owned() }] }
}

#[cfg(test)]
mod tests;
