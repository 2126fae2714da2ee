//! The proof of every answer key: the key earns everything, an empty answer does not.
//!
//! Apart from taste because a wrong key is never a matter of taste. Grades come from `assess`, the same that learners
//! get; nothing is graded in here.

use std::ops::Range;

use crate::assess::{empty_response, grade_response, key_response};
use crate::course::fields::Text;
use crate::course::question::{Question, QuestionBody};
use crate::course::raw::quiz as raw;
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::pattern::Pattern;

/// Proves the key of one question.
pub(super) fn prove(source: &Source<'_>, raw: &raw::Question, question: &Question) {
    let patterns_stand = prove_patterns(source, raw);
    prove_empty(source, raw, question);
    match &question.body {
        QuestionBody::Short { answer, .. } if patterns_stand => prove_short(source, raw, question, answer),
        QuestionBody::Short { .. } => {}
        QuestionBody::Number { value, tolerance, .. } => {
            prove_key(source, raw, question);
            prove_number(source, raw, *value, *tolerance);
        }
        QuestionBody::Single { .. }
        | QuestionBody::Multiple { .. }
        | QuestionBody::TrueFalse { .. }
        | QuestionBody::Order { .. }
        | QuestionBody::Match { .. }
        | QuestionBody::Sort { .. }
        | QuestionBody::Mark { .. } => prove_key(source, raw, question),
    }
}

fn prove_key(source: &Source<'_>, raw: &raw::Question, question: &Question) {
    let grade = grade_response(question, &key_response(question)).grade;
    if !grade.is_full() {
        let message = format!("the key of `{}` earns {grade} %, not 100 %", question.id);
        source.error(code::KEY_NOT_FULL, raw.span.clone(), message, "nobody could answer this in full: mend the key");
    }
}

fn prove_empty(source: &Source<'_>, raw: &raw::Question, question: &Question) {
    if grade_response(question, &empty_response(question)).grade.is_full() {
        let message = format!("an empty answer to `{}` is right", question.id);
        source.error(code::EMPTY_IS_RIGHT, raw.span.clone(), message, "something must have to be chosen");
    }
}

/// Reports patterns that cannot be read; returns whether all can.
fn prove_patterns(source: &Source<'_>, raw: &raw::Question) -> bool {
    let mut stand = true;
    for text in raw.accept.iter().chain(raw.traps.iter().flat_map(|t| &t.accept)) {
        if let Err(bad) = Pattern::parse(text.get_ref()) {
            let hint = "docs/course-format.md shows what patterns can say";
            source.error(code::BAD_PATTERN, text.span(), format!("not a pattern: {bad}"), hint);
            stand = false;
        }
    }
    stand
}

fn prove_short(source: &Source<'_>, raw: &raw::Question, question: &Question, answer: &str) {
    let grade = grade_response(question, &key_response(question)).grade;
    if !grade.is_full() {
        let span = raw.answer.as_ref().map_or(raw.span.clone(), Text::span);
        let message = format!("no pattern accepts the model answer `{answer}`");
        source.error(code::ANSWER_NOT_ACCEPTED, span, message, "widen a pattern, or write an answer that one matches");
    }
    let accept: Vec<Pattern> = raw.accept.iter().filter_map(|p| Pattern::parse(p.get_ref()).ok()).collect();
    for text in raw.traps.iter().flat_map(|t| &t.accept).filter(|t| is_plain(t.get_ref())) {
        if accept.iter().any(|p| p.matches(text.get_ref())) {
            let message = format!("the wrong answer `{}` is accepted as right", text.get_ref());
            trap_is_right(source, text.span(), message);
        }
    }
}

/// Returns whether a pattern is an answer itself: words and nothing else.
fn is_plain(pattern: &str) -> bool {
    !pattern.contains(['*', '(', ')', '[', ']', '|'])
}

fn prove_number(source: &Source<'_>, raw: &raw::Question, value: f64, tolerance: f64) {
    for trap in raw.traps.iter().filter_map(|t| t.value.as_ref()) {
        if (trap.get_ref() - value).abs() <= tolerance {
            let message = format!("the wrong answer {} is accepted as right", trap.get_ref());
            trap_is_right(source, trap.span(), message);
        }
    }
}

fn trap_is_right(source: &Source<'_>, span: Range<usize>, message: String) {
    source.error(code::TRAP_IS_RIGHT, span, message, "make the key narrower, or take the trap away");
}
