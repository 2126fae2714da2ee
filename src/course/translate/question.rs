//! The translation of a quiz, question by question.

use std::collections::HashSet;

use toml::Spanned;

use super::{of_nothing, put, stamp, untranslated};
use crate::course::fields::Text;
use crate::course::hash::ContentHash;
use crate::course::lesson::Quiz;
use crate::course::question::{Choice, Question, QuestionBody};
use crate::course::raw::quiz as raw;
use crate::course::source::Source;
use crate::course::validate::mark;
use crate::course::validate::quiz::directory;
use crate::diagnostic::code;
use crate::id::QuestionId;

/// Returns a quiz in the words of a translation.
pub fn quiz(source: &Source<'_>, raw: &raw::Quiz, original: &Quiz) -> Quiz {
    let mut translated = original.clone();
    let directory = directory(original);
    let mut seen = HashSet::new();
    refuse_quiz_fields(source, raw);
    for entry in raw.questions.iter().flat_map(|q| std::iter::once(q).chain(&q.variants)) {
        let Some(id) = &entry.id else { continue };
        let place = QuestionId::new(id.get_ref()).ok().and_then(|id| directory.get(&id).copied());
        let question = place.and_then(|(s, q)| translated.slots.get_mut(s)?.questions.get_mut(q));
        match question {
            Some(question) if seen.insert(question.id.clone()) => translate(source, entry, question),
            Some(_) => {
                let message = format!("the question `{}` is translated twice", id.get_ref());
                source.error(code::DUPLICATE_ID, id.span(), message, "keep one of them");
            }
            None => of_nothing(source, "question", id),
        }
    }
    for question in original.slots.iter().flat_map(|s| &s.questions).filter(|q| !seen.contains(&q.id)) {
        untranslated(source, "question", &question.id);
    }
    translated
}

/// Returns the hash that a translation of this question is stamped with: over every word of it, not over its key.
pub fn words_hash(question: &Question) -> ContentHash {
    let mut parts = vec![question.prompt.as_str(), &question.why];
    parts.extend(question.hints.iter().map(String::as_str));
    for option in question.body.options() {
        parts.extend([option.id.as_str(), &option.text, &option.feedback]);
    }
    for target in question.body.targets() {
        parts.extend([target.id.as_str(), &target.text]);
    }
    parts.extend(words_of_body(&question.body));
    ContentHash::of(parts)
}

fn words_of_body(body: &QuestionBody) -> Vec<&str> {
    match body {
        QuestionBody::Number { unit, right_feedback, otherwise, traps, .. } => {
            let said = traps.iter().map(|t| t.feedback.as_str());
            [unit.as_str(), right_feedback, otherwise].into_iter().chain(said).collect()
        }
        QuestionBody::Short { accept, answer, right_feedback, otherwise, traps } => {
            let accept = accept.iter().map(String::as_str);
            let said = traps.iter().map(|t| t.feedback.as_str());
            accept.chain([answer.as_str(), right_feedback, otherwise]).chain(said).collect()
        }
        QuestionBody::Mark { words, otherwise, .. } => {
            words.iter().map(|w| w.text.as_str()).chain([otherwise.as_str()]).collect()
        }
        QuestionBody::Single { .. }
        | QuestionBody::Multiple { .. }
        | QuestionBody::TrueFalse { .. }
        | QuestionBody::Order { .. }
        | QuestionBody::Match { .. }
        | QuestionBody::Sort { .. } => Vec::new(),
    }
}

/// Returns a question inside a lesson in the words of a translation; the hash of its section speaks for it.
pub fn inner(source: &Source<'_>, raw: &raw::Question, original: &Question) -> Question {
    let mut translated = original.clone();
    put_words(source, raw, &mut translated);
    translated
}

fn translate(source: &Source<'_>, raw: &raw::Question, question: &mut Question) {
    stamp(source, &raw.span, raw.of.as_ref(), words_hash(question));
    put_words(source, raw, question);
}

fn put_words(source: &Source<'_>, raw: &raw::Question, question: &mut Question) {
    refuse_keys(source, raw, question);
    put(source, &raw.span, "prompt", &mut question.prompt, raw.prompt.as_ref());
    put(source, &raw.span, "why", &mut question.why, raw.why.as_ref());
    put_hints(source, raw, &mut question.hints);
    put_targets(source, raw, &mut question.body);
    match &mut question.body {
        QuestionBody::Single { options, .. }
        | QuestionBody::Multiple { options, .. }
        | QuestionBody::TrueFalse { options, .. }
        | QuestionBody::Order { options }
        | QuestionBody::Match { options, .. }
        | QuestionBody::Sort { options, .. } => put_options(source, raw, options),
        body @ QuestionBody::Mark { .. } => put_mark(source, raw, body),
        body @ QuestionBody::Number { .. } => put_number(source, raw, body),
        body @ QuestionBody::Short { .. } => put_short(source, raw, body),
    }
}

fn put_hints(source: &Source<'_>, raw: &raw::Question, hints: &mut Vec<String>) {
    if raw.hints.len() == hints.len() {
        *hints = raw.hints.iter().map(|h| h.get_ref().clone()).collect();
    } else {
        let message = format!("{} hints are translated, the original has {}", raw.hints.len(), hints.len());
        let hint = "translate each hint; until then learners see the original's";
        source.warning(code::TRANSLATION_MISSING, raw.span.clone(), message, hint);
    }
}

fn put_targets(source: &Source<'_>, raw: &raw::Question, body: &mut QuestionBody) {
    let (QuestionBody::Match { targets, .. } | QuestionBody::Sort { targets, .. }) = body else { return };
    for entry in &raw.targets {
        let Some(id) = &entry.id else { continue };
        match targets.iter_mut().find(|t| t.id.as_str() == id.get_ref()) {
            Some(target) => put(source, &entry.span, "text", &mut target.text, entry.text.as_ref()),
            None => of_nothing(source, "target", id),
        }
    }
    for target in targets.iter() {
        let known = |t: &raw::Target| t.id.as_ref().is_some_and(|id| id.get_ref() == target.id.as_str());
        missing_part(source, raw, "target", target.id.as_str(), raw.targets.iter().any(known));
    }
}

fn put_options(source: &Source<'_>, raw: &raw::Question, options: &mut [Choice]) {
    for entry in &raw.options {
        let Some(id) = &entry.id else { continue };
        match options.iter_mut().find(|o| o.id.as_str() == id.get_ref()) {
            Some(option) => {
                put(source, &entry.span, "text", &mut option.text, entry.text.as_ref());
                put(source, &entry.span, "feedback", &mut option.feedback, entry.feedback.as_ref());
            }
            None => of_nothing(source, "option", id),
        }
    }
    for option in options.iter() {
        let known = |o: &raw::Choice| o.id.as_ref().is_some_and(|id| id.get_ref() == option.id.as_str());
        missing_part(source, raw, "option", option.id.as_str(), raw.options.iter().any(known));
    }
}

fn missing_part(source: &Source<'_>, raw: &raw::Question, what: &str, id: &str, is_there: bool) {
    if !is_there {
        let message = format!("the {what} `{id}` is not translated");
        let hint = "learners see the course's own language here";
        source.warning(code::TRANSLATION_MISSING, raw.span.clone(), message, hint);
    }
}

fn put_mark(source: &Source<'_>, raw: &raw::Question, body: &mut QuestionBody) {
    let QuestionBody::Mark { words, options, otherwise, .. } = body else { return };
    let mut entries: Vec<Choice> = options.iter().map(|o| Choice { text: String::new(), ..o.clone() }).collect();
    put_options(source, raw, &mut entries);
    put(source, &raw.span, "otherwise", otherwise, raw.otherwise.as_ref());
    for (option, entry) in options.iter_mut().zip(entries) {
        option.feedback = entry.feedback;
    }
    let Some(text) = &raw.text else {
        return missing_part(source, raw, "text of", "mark", false);
    };
    let cut = mark::cut(source, text);
    for (span, _) in cut.spans.iter().filter(|(span, _)| !options.iter().any(|o| o.id == *span)) {
        unknown_span(source, text, format!("the original has no span `{span}`"));
    }
    for option in options.iter_mut() {
        match cut.spans.iter().find(|(span, _)| *span == option.id) {
            Some((_, marked)) => option.text.clone_from(marked),
            None => unknown_span(source, text, format!("the span `{}` is not in this text", option.id)),
        }
    }
    *words = cut.words;
}

fn unknown_span(source: &Source<'_>, text: &Text, message: String) {
    let hint = "a translated text has the same spans as the original";
    source.error(code::UNKNOWN_SPAN, text.span(), message, hint);
}

fn put_number(source: &Source<'_>, raw: &raw::Question, body: &mut QuestionBody) {
    let QuestionBody::Number { unit, right_feedback, otherwise, traps, .. } = body else { return };
    put(source, &raw.span, "unit", unit, raw.unit.as_ref());
    put_said(source, raw, right_feedback, otherwise);
    same_traps(source, raw, traps.len());
    for (trap, entry) in traps.iter_mut().zip(&raw.traps) {
        put(source, &entry.span, "feedback", &mut trap.feedback, entry.feedback.as_ref());
    }
}

fn put_short(source: &Source<'_>, raw: &raw::Question, body: &mut QuestionBody) {
    let QuestionBody::Short { accept, answer, right_feedback, otherwise, traps } = body else { return };
    put(source, &raw.span, "answer", answer, raw.answer.as_ref());
    put_patterns(source, &raw.span, accept, &raw.accept);
    put_said(source, raw, right_feedback, otherwise);
    same_traps(source, raw, traps.len());
    for (trap, entry) in traps.iter_mut().zip(&raw.traps) {
        put_patterns(source, &entry.span, &mut trap.accept, &entry.accept);
        put(source, &entry.span, "feedback", &mut trap.feedback, entry.feedback.as_ref());
    }
}

fn put_said(source: &Source<'_>, raw: &raw::Question, right_feedback: &mut String, otherwise: &mut String) {
    put(source, &raw.span, "right_feedback", right_feedback, raw.right_feedback.as_ref());
    put(source, &raw.span, "otherwise", otherwise, raw.otherwise.as_ref());
}

fn put_patterns(source: &Source<'_>, span: &std::ops::Range<usize>, into: &mut Vec<String>, patterns: &[Text]) {
    if patterns.is_empty() {
        let hint = "write the patterns of this language; until then the original's count";
        source.warning(code::TRANSLATION_MISSING, span.clone(), "`accept` is not translated", hint);
    } else {
        *into = patterns.iter().map(|p| p.get_ref().clone()).collect();
    }
}

fn same_traps(source: &Source<'_>, raw: &raw::Question, wanted: usize) {
    if raw.traps.len() != wanted {
        let message = format!("{} traps are translated, the original has {wanted}", raw.traps.len());
        let hint = "write all traps in the original's order";
        source.error(code::TRANSLATION_SHAPE, raw.span.clone(), message, hint);
    }
}

fn refuse_quiz_fields(source: &Source<'_>, raw: &raw::Quiz) {
    let lesson = raw.lesson.as_ref().map(Spanned::span);
    let pass = raw.pass.as_ref().map(Spanned::span);
    for (key, span) in [("lesson", lesson), ("pass", pass)] {
        if let Some(span) = span {
            refuse(source, key, span);
        }
    }
}

fn refuse(source: &Source<'_>, key: &str, span: std::ops::Range<usize>) {
    let message = format!("`{key}` stands once, in the original");
    source.error(code::NOT_TRANSLATABLE, span, message, "take it away: a translation holds words only");
}

fn refuse_keys(source: &Source<'_>, raw: &raw::Question, question: &Question) {
    let is_short = matches!(question.body, QuestionBody::Short { .. });
    for (key, span) in &raw.present {
        let is_key = ["kind", "outcome", "critical", "shuffle", "value", "tolerance"].contains(key);
        if is_key || (!is_short && ["answer", "accept"].contains(key)) {
            refuse(source, key, span.clone());
        }
    }
    for option in &raw.options {
        let right = option.right.as_ref().map(|r| ("right", r.span()));
        let target = option.target.as_ref().map(|t| ("target", t.span()));
        right.into_iter().chain(target).for_each(|(key, span)| refuse(source, key, span));
    }
    for number in raw.traps.iter().flat_map(|t| [&t.value, &t.tolerance]).flatten() {
        refuse(source, "value", number.span());
    }
}
