//! Rules of taste for quizzes: what a test-wise learner could guess from, and what leaves a learner alone.
//!
//! Apart from form because tastes may differ: everything in here is a warning.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::items::Item;
use crate::course::fields::Text;
use crate::course::question::{Kind, QuestionBody};
use crate::course::raw::quiz as raw;
use crate::course::shape;
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::id::OptionId;

/// How many questions a quiz has, where the course asks for no other number.
const LENGTH: shape::Range = (8, 12);
/// A key may be this much longer than the mean of the wrong options, in percent.
const LONGEST_KEY: usize = 130;

/// Judges one question in one language.
pub(super) fn question(source: &Source<'_>, item: Item<'_>) {
    feedback(source, item);
    option_texts(source, item.raw);
    long_key(source, item);
}

/// Judges the questions of a quiz together, variants apart; `written` counts those that could not be read as well.
pub(super) fn quiz(source: &Source<'_>, items: &[Item<'_>], (written, wanted): (usize, Option<shape::Range>)) {
    let slots: Vec<Item<'_>> = items.iter().filter(|i| !i.is_variant).copied().collect();
    let (fewest, most) = wanted.unwrap_or(LENGTH);
    if written > 0 && !(usize::from(fewest)..=usize::from(most)).contains(&written) {
        let message = format!("questions in this quiz: {written}");
        let hint = format!("{fewest} to {most} give a fair picture and keep attention");
        source.warning(code::QUIZ_LENGTH, 0..0, message, hint);
    }
    key_is_longest(source, &slots);
    key_place(source, &slots);
}

fn feedback(source: &Source<'_>, item: Item<'_>) {
    let said = |text: Option<&Text>| text.is_some_and(|t| !t.get_ref().is_empty());
    for option in item.raw.options.iter().filter(|o| !said(o.feedback.as_ref())) {
        missing_feedback(source, &option.span, "the option has no `feedback`");
    }
    for trap in item.raw.traps.iter().filter(|t| !said(t.feedback.as_ref())) {
        missing_feedback(source, &trap.span, "the trap has no `feedback`");
    }
    let kind = item.question.kind();
    let is_typed = matches!(kind, Kind::Number | Kind::Short);
    if is_typed && !said(item.raw.right_feedback.as_ref()) {
        missing_feedback(source, &item.raw.span, "the question has no `right_feedback`");
    }
    if (is_typed || kind == Kind::Mark) && !said(item.raw.otherwise.as_ref()) {
        missing_feedback(source, &item.raw.span, "the question has no `otherwise`");
    }
}

fn missing_feedback(source: &Source<'_>, span: &Range<usize>, message: &str) {
    source.warning(code::MISSING_FEEDBACK, span.clone(), message, "say why it tempts, or why it is right");
}

/// What an option says that speaks of the others, evened out as typed answers are.
const OF_THE_ABOVE: [&str; 8] = [
    "all of the above",
    "none of the above",
    "all of these",
    "none of these",
    "toutes les reponses",
    "tout ce qui precede",
    "aucune de ces reponses",
    "aucune des reponses",
];

fn option_texts(source: &Source<'_>, raw: &raw::Question) {
    let mut seen = HashSet::new();
    for text in raw.options.iter().filter_map(|o| o.text.as_ref()) {
        let folded = crate::pattern::fold(text.get_ref());
        if OF_THE_ABOVE.iter().any(|saying| folded.contains(saying)) {
            let message = "an option that speaks of the other options tests reading, not the outcome";
            source.warning(code::OF_THE_ABOVE, text.span(), message, "write an option of its own, or use `multiple`");
        }
        if !folded.is_empty() && !seen.insert(folded) {
            let message = "another option has the same text";
            source.warning(code::SAME_TEXT, text.span(), message, "a learner cannot tell them apart");
        }
    }
}

/// The lengths of right and wrong options, in characters; none where the kind has no such options.
fn lengths(item: Item<'_>) -> Option<(Vec<usize>, Vec<usize>)> {
    let keys: &[OptionId] = match &item.question.body {
        QuestionBody::Single { key, .. } => std::slice::from_ref(key),
        QuestionBody::Multiple { keys, .. } => keys,
        QuestionBody::TrueFalse { .. }
        | QuestionBody::Order { .. }
        | QuestionBody::Match { .. }
        | QuestionBody::Sort { .. }
        | QuestionBody::Number { .. }
        | QuestionBody::Short { .. }
        | QuestionBody::Mark { .. } => return None,
    };
    let options = item.question.body.options();
    let (right, wrong): (Vec<_>, Vec<_>) = options.iter().partition(|o| keys.contains(&o.id));
    let count =
        |options: Vec<&crate::course::question::Choice>| options.iter().map(|o| o.text.chars().count()).collect();
    Some((count(right), count(wrong)))
}

fn long_key(source: &Source<'_>, item: Item<'_>) {
    let Some((right, wrong)) = lengths(item) else { return };
    let (sum_right, sum_wrong): (usize, usize) = (right.iter().sum(), wrong.iter().sum());
    // mean of the right > 1.3 times the mean of the wrong, without dividing
    if !wrong.is_empty() && sum_right * wrong.len() * 100 > sum_wrong * right.len() * LONGEST_KEY {
        let (mean_right, mean_wrong) = (sum_right / right.len().max(1), sum_wrong / wrong.len());
        let message = format!("the right option has {mean_right} characters, the wrong ones {mean_wrong} on average");
        source.warning(
            code::LONG_KEY,
            first_key(item),
            message,
            "length gives the key away: shorten it, or say more in the others",
        );
    }
}

fn first_key(item: Item<'_>) -> Range<usize> {
    let right = item.raw.options.iter().find(|o| o.is_right());
    right.and_then(|o| o.text.as_ref()).map_or(item.raw.span.clone(), Text::span)
}

fn key_is_longest(source: &Source<'_>, slots: &[Item<'_>]) {
    let judged: Vec<(Item<'_>, bool)> = slots
        .iter()
        .filter(|item| item.question.kind() == Kind::Single)
        .filter_map(|item| Some((*item, lengths(*item)?)))
        .map(|(item, (right, wrong))| (item, right.iter().max() > wrong.iter().max()))
        .collect();
    let longest = judged.iter().filter(|(_, is_longest)| *is_longest).count();
    if judged.len() > 1
        && longest * 2 > judged.len()
        && let Some((item, _)) = judged.iter().find(|(_, is_longest)| *is_longest)
    {
        let message = format!("in {longest} of {} questions the right option is the longest", judged.len());
        source.warning(
            code::KEY_IS_LONGEST,
            first_key(*item),
            message,
            "make some wrong options longer than the right one",
        );
    }
}

fn key_place(source: &Source<'_>, slots: &[Item<'_>]) {
    let mut places: HashMap<usize, Vec<Item<'_>>> = HashMap::new();
    for item in slots.iter().filter(|i| !i.question.shuffle) {
        if let QuestionBody::Single { options, key } = &item.question.body
            && let Some(place) = options.iter().position(|o| o.id == *key)
        {
            places.entry(place).or_default().push(*item);
        }
    }
    let count: usize = places.values().map(Vec::len).sum();
    let most = places.into_iter().max_by_key(|(place, items)| (items.len(), usize::MAX - place));
    if let Some((place, items)) = most.filter(|(_, items)| count >= 3 && items.len() * 2 > count) {
        let span = items.first().map_or(0..0, |item| first_key(*item));
        let message = format!("in {} of {count} unshuffled questions option {} is right", items.len(), place + 1);
        source.warning(
            code::KEY_PLACE,
            span,
            message,
            "vary the place of the right option, or let options be shuffled",
        );
    }
}
