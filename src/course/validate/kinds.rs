//! What is particular to each of the nine kinds of question.
//!
//! Apart from the rest of a question so that a rule of one kind is found under its name.

use std::ops::Range;

use toml::Spanned;

use super::{mark, values};
use crate::course::fields::Text;
use crate::course::question::{Choice, Kind, NumberTrap, QuestionBody, Target, TextTrap};
use crate::course::raw::quiz as raw;
use crate::course::source::{Source, suggest};
use crate::diagnostic::code;
use crate::id::OptionId;

/// Checks the fields of one kind.
pub fn body(source: &Source<'_>, raw: &raw::Question, kind: Kind) -> Option<QuestionBody> {
    match kind {
        Kind::Single => single(source, raw),
        Kind::Multiple => multiple(source, raw),
        Kind::TrueFalse => true_false(source, raw),
        Kind::Order => order(source, raw),
        Kind::Match => matching(source, raw),
        Kind::Sort => sort(source, raw),
        Kind::Number => number(source, raw),
        Kind::Short => Some(short(source, raw)),
        Kind::Mark => marking(source, raw),
    }
}

/// The fields that a kind has beside those of every question.
fn own_fields(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Single | Kind::Multiple => &["shuffle", "options"],
        Kind::TrueFalse => &["options", "answer"],
        Kind::Order => &["options"],
        Kind::Match | Kind::Sort => &["shuffle", "options", "targets"],
        Kind::Number => &["value", "tolerance", "unit", "right_feedback", "otherwise", "traps"],
        Kind::Short => &["accept", "answer", "right_feedback", "otherwise", "traps"],
        Kind::Mark => &["text", "options", "otherwise"],
    }
}

/// Reports fields that say nothing in a question of this kind.
pub fn refuse_other_fields(source: &Source<'_>, raw: &raw::Question, kind: Kind) {
    let own = own_fields(kind);
    for (key, span) in &raw.present {
        if !own.contains(key) && !["kind", "outcome", "critical", "shuffle"].contains(key) {
            let message = format!("`{key}` says nothing in a question of kind `{}`", kind.as_str());
            source.error(
                code::FIELD_NOT_FOR_KIND,
                span.clone(),
                message,
                format!("its own fields: {}", own.join(", ")),
            );
        }
    }
    for option in &raw.options {
        refuse_option_fields(source, option, kind);
    }
}

fn refuse_option_fields(source: &Source<'_>, option: &raw::Choice, kind: Kind) {
    let right = option.right.as_ref().map(Spanned::span);
    let target = option.target.as_ref().map(Spanned::span);
    let text = option.text.as_ref().map(Spanned::span);
    let keyed = matches!(kind, Kind::Single | Kind::Multiple | Kind::Mark);
    let worded = !matches!(kind, Kind::TrueFalse | Kind::Mark);
    let placed = matches!(kind, Kind::Match | Kind::Sort);
    for (key, span, fits) in [("right", right, keyed), ("target", target, placed), ("text", text, worded)] {
        if let Some(span) = span.filter(|_| !fits) {
            let message = format!("`{key}` says nothing in an option of kind `{}`", kind.as_str());
            source.error(code::FIELD_NOT_FOR_KIND, span, message, "take the line away");
        }
    }
}

fn single(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    let (options, keys) = keyed_options(source, raw)?;
    if keys.len() != 1 {
        let message = format!("{} options are right, a `single` has exactly one", keys.len());
        source.error(code::KEY_COUNT, raw.span.clone(), message, "mark one option `right = true`");
    }
    let key = keys.into_iter().next()?;
    Some(QuestionBody::Single { options, key })
}

fn multiple(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    let (options, keys) = keyed_options(source, raw)?;
    if keys.is_empty() || keys.len() == options.len() {
        let message = format!("{} of {} options are right", keys.len(), options.len());
        let hint = "a `multiple` has at least one right and one wrong option";
        source.error(code::KEY_COUNT, raw.span.clone(), message, hint);
    }
    Some(QuestionBody::Multiple { options, keys })
}

fn keyed_options(source: &Source<'_>, raw: &raw::Question) -> Option<(Vec<Choice>, Vec<OptionId>)> {
    let options = options(source, raw, 2)?;
    Some((options, keys(raw)))
}

/// Returns the ids of the options that are right.
fn keys(raw: &raw::Question) -> Vec<OptionId> {
    let right = raw.options.iter().filter(|option| option.is_right());
    right.filter_map(|option| OptionId::new(option.id.as_ref()?.get_ref()).ok()).collect()
}

fn true_false(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    let mut ids: Vec<&str> = raw.options.iter().filter_map(|o| Some(o.id.as_ref()?.get_ref().as_str())).collect();
    ids.sort_unstable();
    if ids != ["false", "true"] {
        let message = format!("the options are {}", if ids.is_empty() { "missing".to_owned() } else { ids.join(", ") });
        let hint = "write two options with `id = \"true\"` and `id = \"false\"`, each with its feedback";
        source.error(code::BAD_TRUE_FALSE, raw.span.clone(), message, hint);
    }
    if let Some(text) = &raw.answer {
        let message = "`answer` is a text, a statement is true or false";
        source.error(code::WRONG_TYPE, text.span(), message, "write `answer = true` or `answer = false`");
        return None;
    }
    let answer = *values::need(source, &raw.span, "answer", raw.truth.as_ref())?.get_ref();
    let options = raw.options.iter().filter_map(|o| choice(o, String::new())).collect();
    Some(QuestionBody::TrueFalse { options, answer })
}

fn order(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    Some(QuestionBody::Order { options: options(source, raw, 3)? })
}

fn matching(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    let (options, targets, keys) = placed_options(source, raw)?;
    let mut taken: Vec<&OptionId> = Vec::new();
    for (key, option) in keys.iter().zip(&raw.options) {
        if taken.contains(&key) {
            let span = option.target.as_ref().map_or(option.span.clone(), Spanned::span);
            let message = format!("the target `{key}` already belongs to another option");
            source.error(code::TARGET_TAKEN, span, message, "give each option a target of its own, or use `sort`");
        }
        taken.push(key);
    }
    Some(QuestionBody::Match { options, targets, keys })
}

fn sort(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    let (options, targets, keys) = placed_options(source, raw)?;
    Some(QuestionBody::Sort { options, targets, keys })
}

type Placed = (Vec<Choice>, Vec<Target>, Vec<OptionId>);

fn placed_options(source: &Source<'_>, raw: &raw::Question) -> Option<Placed> {
    let options = options(source, raw, 2);
    let targets = targets(source, raw);
    let keys: Vec<OptionId> = raw.options.iter().filter_map(|o| key_of(source, o, &targets)).collect();
    let options = options?;
    (keys.len() == options.len()).then_some((options, targets, keys))
}

fn targets(source: &Source<'_>, raw: &raw::Question) -> Vec<Target> {
    if raw.targets.len() < 2 {
        let message = format!("{} targets are not enough to choose from", raw.targets.len());
        source.error(code::TOO_FEW_OPTIONS, raw.span.clone(), message, "write at least two `[[questions.targets]]`");
    }
    let mut unique = values::Unique::new("target");
    let mut targets = Vec::new();
    for target in &raw.targets {
        let Some(text) = &target.id else { continue };
        let Some(id) = values::id(source, text, OptionId::new) else { continue };
        unique.see(source, &id, text.span());
        targets.push(Target { id, text: values::words(target.text.as_ref()) });
    }
    targets
}

fn key_of(source: &Source<'_>, option: &raw::Choice, targets: &[Target]) -> Option<OptionId> {
    let text = values::need(source, &option.span, "target", option.target.as_ref())?;
    let id = values::id(source, text, OptionId::new)?;
    if !targets.iter().any(|t| t.id == id) {
        let hint = suggest(id.as_str(), targets.iter().map(|t| t.id.as_str()));
        source.error(code::UNKNOWN_TARGET, text.span(), format!("there is no target `{id}`"), hint);
    }
    Some(id)
}

fn options(source: &Source<'_>, raw: &raw::Question, least: usize) -> Option<Vec<Choice>> {
    if raw.options.len() < least {
        let message = format!("{} options are not enough", raw.options.len());
        source.error(code::TOO_FEW_OPTIONS, raw.span.clone(), message, format!("write at least {least} of them"));
    }
    see_options(source, raw);
    let worded = |option| choice(option, values::need_words(source, &option.span, "text", option.text.as_ref()));
    let options: Vec<Choice> = raw.options.iter().filter_map(worded).collect();
    (options.len() == raw.options.len() && options.len() >= least).then_some(options)
}

fn see_options(source: &Source<'_>, raw: &raw::Question) {
    let mut unique = values::Unique::new("option");
    for text in raw.options.iter().filter_map(|o| o.id.as_ref()) {
        if let Some(id) = values::id(source, text, OptionId::new) {
            unique.see(source, &id, text.span());
        }
    }
}

fn choice(raw: &raw::Choice, text: String) -> Option<Choice> {
    let id = OptionId::new(raw.id.as_ref()?.get_ref()).ok()?;
    Some(Choice { id, text, feedback: values::words(raw.feedback.as_ref()) })
}

fn number(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    let value = values::need(source, &raw.span, "value", raw.value.as_ref()).map(|v| *v.get_ref());
    let tolerance = tolerance(source, &raw.span, raw.tolerance.as_ref());
    let traps = raw.traps.iter().filter_map(|trap| number_trap(source, trap)).collect();
    Some(QuestionBody::Number {
        value: value?,
        tolerance: tolerance?,
        unit: values::words(raw.unit.as_ref()),
        right_feedback: values::words(raw.right_feedback.as_ref()),
        otherwise: values::words(raw.otherwise.as_ref()),
        traps,
    })
}

fn tolerance(source: &Source<'_>, span: &Range<usize>, value: Option<&Spanned<f64>>) -> Option<f64> {
    let value = values::need(source, span, "tolerance", value)?;
    if *value.get_ref() < 0.0 {
        let message = "`tolerance` is below nothing";
        source.error(code::BAD_VALUE, value.span(), message, "write 0 where only the exact number is right");
    }
    Some(*value.get_ref())
}

fn number_trap(source: &Source<'_>, trap: &raw::Trap) -> Option<NumberTrap> {
    refuse_patterns(source, &trap.accept);
    let value = *values::need(source, &trap.span, "value", trap.value.as_ref())?.get_ref();
    let tolerance = match &trap.tolerance {
        Some(_) => tolerance(source, &trap.span, trap.tolerance.as_ref())?,
        None => 0.0,
    };
    Some(NumberTrap { value, tolerance, feedback: values::words(trap.feedback.as_ref()) })
}

fn refuse_patterns(source: &Source<'_>, accept: &[Text]) {
    if let Some(first) = accept.first() {
        let message = "`accept` says nothing in a trap of a `number`";
        source.error(code::FIELD_NOT_FOR_KIND, first.span(), message, "write `value` and `tolerance`");
    }
}

fn short(source: &Source<'_>, raw: &raw::Question) -> QuestionBody {
    if let Some(flag) = &raw.truth {
        let message = "`answer` is true or false, a `short` has a text";
        source.error(code::WRONG_TYPE, flag.span(), message, "write a model answer in quotes");
    }
    let accept = patterns(source, &raw.span, &raw.accept);
    let answer = values::need_words(source, &raw.span, "answer", raw.answer.as_ref());
    QuestionBody::Short {
        accept,
        answer,
        right_feedback: values::words(raw.right_feedback.as_ref()),
        otherwise: values::words(raw.otherwise.as_ref()),
        traps: raw.traps.iter().map(|trap| text_trap(source, trap)).collect(),
    }
}

/// Returns patterns, of which there is at least one.
pub fn patterns(source: &Source<'_>, span: &Range<usize>, accept: &[Text]) -> Vec<String> {
    if accept.is_empty() && !source.broken.get() {
        source.error(code::MISSING_FIELD, span.clone(), "`accept` is missing here", "add `accept = [\"…\"]`");
    }
    accept.iter().map(|p| p.get_ref().clone()).collect()
}

fn text_trap(source: &Source<'_>, trap: &raw::Trap) -> TextTrap {
    for number in [&trap.value, &trap.tolerance].into_iter().flatten() {
        let message = "a trap of a `short` has patterns, no number";
        source.error(code::FIELD_NOT_FOR_KIND, number.span(), message, "write `accept`");
    }
    TextTrap { accept: patterns(source, &trap.span, &trap.accept), feedback: values::words(trap.feedback.as_ref()) }
}

fn marking(source: &Source<'_>, raw: &raw::Question) -> Option<QuestionBody> {
    see_options(source, raw);
    let text = values::need(source, &raw.span, "text", raw.text.as_ref())?;
    let cut = mark::cut(source, text);
    let options = span_options(source, raw, text, &cut.spans);
    let keys = keys(raw);
    if keys.is_empty() {
        source.error(code::KEY_COUNT, raw.span.clone(), "no span is to be marked", "mark one option `right = true`");
    }
    let otherwise = values::words(raw.otherwise.as_ref());
    Some(QuestionBody::Mark { words: cut.words, options, keys, otherwise })
}

/// Joins the spans of a text with their options; reports those that have no partner.
fn span_options(source: &Source<'_>, raw: &raw::Question, text: &Text, spans: &[(OptionId, String)]) -> Vec<Choice> {
    let words_of = |id: &OptionId| spans.iter().find(|(span, _)| span == id).map(|(_, words)| words.clone());
    let mut options = Vec::new();
    for option in &raw.options {
        let Some(choice) = choice(option, String::new()) else { continue };
        match words_of(&choice.id) {
            Some(text) => options.push(Choice { text, ..choice }),
            None => unknown_span(source, option, &choice.id),
        }
    }
    for (span, _) in spans.iter().filter(|(span, _)| !options.iter().any(|o| o.id == *span)) {
        let message = format!("the span `{span}` has no option");
        let hint = "add a `[[questions.options]]` with this id and feedback";
        source.error(code::UNKNOWN_SPAN, text.span(), message, hint);
    }
    options
}

fn unknown_span(source: &Source<'_>, option: &raw::Choice, id: &OptionId) {
    let span = option.id.as_ref().map_or(option.span.clone(), Spanned::span);
    let message = format!("the text has no span `{id}`");
    source.error(code::UNKNOWN_SPAN, span, message, format!("write `{{{id}: words}}` in `text`"));
}
