//! The fields of the engine `mark`.
//!
//! Apart so that an engine is found under its name.

use super::{Around, refuse_unknown, rule, text, values};
use crate::course::exercise::Pick;
use crate::course::exercise::marking::{MarkCheck, Marking, Span, Unit};
use crate::course::exercise::work::{Marked, Work};
use crate::course::fields::{Fields, Text};
use crate::course::question::Word;
use crate::course::source::suggest;
use crate::course::validate::mark;
use crate::diagnostic::code;
use crate::id::OptionId;

/// The most words of a text.
const MOST_WORDS: usize = 2_000;

/// Reads them; none without a text.
pub(super) fn read(fields: &Fields<'_>, around: Around<'_>) -> Option<Marking> {
    let unit = unit(fields);
    let labels: Vec<_> = fields.tables("labels", "a label", values::pick).into_iter().flatten().collect();
    if labels.is_empty() {
        fields.missing::<()>("labels");
    }
    let labels = values::capped(fields, "labels", labels, 12);
    let spans: Vec<_> =
        fields.tables("spans", "a span", |fields| span(fields, &labels)).into_iter().flatten().collect();
    let rules = rule::rules(fields, "rules", |fields| check(fields, around));
    let text = fields.need_text("text")?;
    let cut = mark::cut(fields.source, &text);
    refuse_strangers(fields, &text, &cut.spans, &spans);
    Some(Marking { unit, words: values::capped(fields, "text", cut.words, MOST_WORDS), labels, spans, rules })
}

fn unit(fields: &Fields<'_>) -> Unit {
    let Some(text) = fields.text("unit") else { return Unit::Words };
    match text.get_ref().as_str() {
        "words" => Unit::Words,
        "sentences" => Unit::Sentences,
        other => {
            let message = format!("there is no unit `{other}`");
            fields.source.error(code::UNKNOWN_NAME, text.span(), message, suggest(other, ["words", "sentences"]));
            Unit::Words
        }
    }
}

fn span(fields: &Fields<'_>, labels: &[Pick]) -> Option<Span> {
    let id = values::option_id(fields, "id");
    let label = fields.text("label");
    if let Some(label) = &label {
        refuse_unknown(fields, "label", label, labels.iter().map(|label| label.id.as_str()));
    }
    let (critical, feedback) = (values::flag(fields, "critical"), values::need(fields, "feedback"));
    Some(Span { id: id?, label: label.map(Text::into_inner), critical, feedback })
}

/// Reports spans of the text that are not told of, and spans that are not in the text.
fn refuse_strangers(fields: &Fields<'_>, text: &Text, in_text: &[(OptionId, String)], told: &[Span]) {
    for (id, _) in in_text.iter().filter(|(id, _)| !told.iter().any(|span| span.id == *id)) {
        let message = format!("the span `{id}` of the text has no `[[spans]]`");
        fields.source.error(code::UNKNOWN_SPAN, text.span(), message, format!("add one with `id = \"{id}\"`"));
    }
    for span in told.iter().filter(|span| !in_text.iter().any(|(id, _)| *id == span.id)) {
        let message = format!("the text has no span `{}`", span.id);
        let hint = format!("write `{{{}: words}}` in the text", span.id);
        fields.source.error(code::UNKNOWN_SPAN, text.span(), message, hint);
    }
}

fn check(fields: &Fields<'_>, around: Around<'_>) -> Option<MarkCheck> {
    let name = rule::name(fields)?;
    match name.get_ref().as_str() {
        "sentences" => Some(MarkCheck::Sentences),
        other if text::CHECKS.contains(&other) => text::check(fields, other, around).map(MarkCheck::Text),
        _ => rule::unknown(fields, &name, text::CHECKS),
    }
}

/// Reads a work: by label span ids, or the exact words.
pub(super) fn work(fields: &Fields<'_>, marking: &Marking) -> Work {
    let read = |fields: &Fields<'_>| {
        let mut marks = Vec::new();
        for (label, value, span) in fields.every() {
            refuse_unknown(fields, "label", &label, marking.labels.iter().map(|label| label.id.as_str()));
            let Some(list) = value.as_array() else {
                fields.wrong_type::<()>(label.get_ref(), value, span, "a list of texts");
                continue;
            };
            for item in list.iter().filter_map(|item| item.get_ref().as_str()) {
                if let Some((from, to)) = place(marking, item) {
                    marks.push(Marked { label: label.get_ref().clone(), from, to });
                } else {
                    let message = format!("the text has neither a span `{item}` nor these words");
                    fields.source.error(code::UNKNOWN_NAME, span.clone(), message, "copy the words from the text");
                }
            }
        }
        marks.sort_by_key(|mark| mark.from);
        marks
    };
    if !fields.has("marks") {
        fields.missing::<()>("marks");
    }
    Work::Mark { marks: fields.table("marks", "the marks", read).unwrap_or_default() }
}

/// Finds a span by its id, or a run of words by itself.
fn place(marking: &Marking, item: &str) -> Option<(usize, usize)> {
    let is_of = |word: &Word| word.span.as_ref().is_some_and(|span| span.as_str() == item);
    if let Some(from) = marking.words.iter().position(is_of) {
        let length = marking.words.iter().skip(from).take_while(|word| is_of(word)).count();
        return Some((from, from + length));
    }
    let wanted: Vec<&str> = item.split_whitespace().collect();
    let words: Vec<&str> = marking.words.iter().map(|word| word.text.as_str()).collect();
    let from = words.windows(wanted.len().max(1)).position(|window| window == wanted.as_slice())?;
    Some((from, from + wanted.len()))
}
