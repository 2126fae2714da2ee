//! A question of any kind: its id, what it tests, what is asked.
//!
//! Apart from the kinds, which know only their own fields.

use super::{kinds, values};
use crate::course::fields::Text;
use crate::course::question::{Kind, Question, Slot};
use crate::course::raw::quiz as raw;
use crate::course::source::{Source, suggest};
use crate::diagnostic::code;
use crate::id::{OutcomeId, QuestionId};

/// Where a question stands.
#[derive(Debug, Clone, Copy)]
pub enum Place<'o> {
    /// In a quiz of a lesson that has these outcomes; none where they could not be read.
    Quiz(Option<&'o [OutcomeId]>),
    /// In the text of a lesson, ungraded.
    Lesson,
}

/// What a variant takes from its question.
#[derive(Debug, Clone)]
struct Common {
    kind: Kind,
    outcome: Option<OutcomeId>,
    critical: bool,
}

/// Checks a question and its variants. A slot without its first question is none.
pub fn slot(source: &Source<'_>, raw: &raw::Question, place: Place<'_>) -> Option<Slot> {
    let common = common(source, raw, place);
    let first = common.as_ref().and_then(|common| question(source, raw, common));
    let mut questions: Vec<Question> = first.into_iter().collect();
    let whole = questions.len();
    for variant in &raw.variants {
        refuse_slot_fields(source, variant);
        questions.extend(common.as_ref().and_then(|common| question(source, variant, common)));
    }
    (whole == 1).then_some(Slot { questions })
}

fn common(source: &Source<'_>, raw: &raw::Question, place: Place<'_>) -> Option<Common> {
    let outcome = outcome(source, raw, place);
    let critical = raw.critical.as_ref().is_some_and(|c| *c.get_ref());
    let name = values::need(source, &raw.span, "kind", raw.kind.as_ref())?;
    let kind = kind(source, name)?;
    Some(Common { kind, outcome, critical })
}

fn kind(source: &Source<'_>, name: &Text) -> Option<Kind> {
    let kind = Kind::named(name.get_ref());
    if kind.is_none() {
        let hint = suggest(name.get_ref(), Kind::ALL.iter().map(|k| k.as_str()));
        source.error(code::UNKNOWN_KIND, name.span(), format!("there is no kind `{}`", name.get_ref()), hint);
    }
    kind
}

fn outcome(source: &Source<'_>, raw: &raw::Question, place: Place<'_>) -> Option<OutcomeId> {
    let Place::Quiz(known) = place else {
        return raw.outcome.as_ref().and_then(|text| values::id(source, text, OutcomeId::new));
    };
    let text = values::need(source, &raw.span, "outcome", raw.outcome.as_ref())?;
    let id = values::id(source, text, OutcomeId::new)?;
    if let Some(known) = known.filter(|known| !known.contains(&id)) {
        let hint = suggest(id.as_str(), known.iter().map(OutcomeId::as_str));
        source.error(code::UNKNOWN_OUTCOME, text.span(), format!("the lesson has no outcome `{id}`"), hint);
    }
    Some(id)
}

fn refuse_slot_fields(source: &Source<'_>, variant: &raw::Question) {
    for key in ["kind", "outcome", "critical"] {
        if let Some(span) = variant.place_of(key) {
            let message = format!("a variant takes `{key}` from its question");
            source.error(code::FIELD_OF_SLOT, span, message, "take the line away");
        }
    }
}

/// The most options, targets, traps or patterns of a question; nobody reads more, and every one costs time.
const MOST_PARTS: usize = 200;
/// The longest pattern or model answer, in bytes.
const LONGEST_PATTERN: usize = 2_000;

fn is_too_large(source: &Source<'_>, raw: &raw::Question) -> bool {
    let spans = raw.text.as_ref().map_or(0, |text| text.get_ref().matches('{').count());
    let most = [raw.options.len(), raw.targets.len(), raw.traps.len(), raw.accept.len(), raw.hints.len(), spans];
    let patterns = || raw.accept.iter().chain(raw.traps.iter().flat_map(|t| &t.accept)).chain(&raw.answer);
    let is_long = patterns().any(|text| text.get_ref().len() > LONGEST_PATTERN);
    let is_large = most.into_iter().any(|count| count > MOST_PARTS) || patterns().count() > 2 * MOST_PARTS;
    if is_large || is_long {
        let message = format!("the question has over {MOST_PARTS} parts, or a pattern over {LONGEST_PATTERN} bytes");
        source.error(code::TOO_MANY_PARTS, raw.span.clone(), message, "ask several questions");
    }
    is_large || is_long
}

fn question(source: &Source<'_>, raw: &raw::Question, common: &Common) -> Option<Question> {
    if is_too_large(source, raw) {
        return None;
    }
    let prompt = values::need_words(source, &raw.span, "prompt", raw.prompt.as_ref());
    let why = values::need_words(source, &raw.span, "why", raw.why.as_ref());
    kinds::refuse_other_fields(source, raw, common.kind);
    let body = kinds::body(source, raw, common.kind);
    let id = raw.id.as_ref().and_then(|text| values::id(source, text, QuestionId::new));
    Some(Question {
        id: id?,
        was: values::ids(source, &raw.was, QuestionId::new),
        outcome: common.outcome.clone(),
        critical: common.critical,
        prompt,
        why,
        hints: raw.hints.iter().map(|h| h.get_ref().clone()).collect(),
        shuffle: raw.shuffle.as_ref().is_none_or(|s| *s.get_ref()),
        body: body?,
    })
}
