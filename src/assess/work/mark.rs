//! Judges marked words and sentences.
//!
//! Apart from the question kind `mark`, which has one label. A label is worth its F1 over words, from 0.8 full;
//! sentences are worth the share that stands under its right label.

use std::collections::BTreeMap;

use super::text::{self, Points};
use super::{Finding, Judged, Place};
use crate::assess::Grade;
use crate::course::exercise::Part;
use crate::course::exercise::marking::{MarkCheck, Marking, Span, Unit};
use crate::course::exercise::work::Marked;

/// Judges the marks.
pub(super) fn judge(marking: &Marking, marks: &[Marked], read_aloud: u16) -> Judged {
    let given = labels_of_words(marking, marks);
    let mut judged = Judged::default();
    if marking.spans.iter().any(|span| span.label.is_some()) {
        let grade = match marking.unit {
            Unit::Words => Grade::mean(marking.labels.iter().filter_map(|label| f1(marking, &given, &label.id))),
            Unit::Sentences => sentences(marking, &given),
        };
        judged.parts.push((Part::Marks, grade));
        judged.findings.extend(marking.spans.iter().filter_map(|span| finding(marking, span, &given)));
    }
    if !marking.rules.is_empty() {
        judge_rules(marking, &given, read_aloud, &mut judged);
    }
    judged
}

/// Returns the label of each word; of two marks on one word the later counts.
fn labels_of_words<'m>(marking: &Marking, marks: &'m [Marked]) -> Vec<Option<&'m str>> {
    let mut given = vec![None; marking.words.len()];
    let known = |mark: &&Marked| marking.labels.iter().any(|label| label.id == mark.label);
    for mark in marks.iter().filter(known) {
        let to = mark.to.min(given.len());
        given.iter_mut().take(to).skip(mark.from).for_each(|word| *word = Some(mark.label.as_str()));
    }
    given
}

/// Returns the label that each word should have.
fn key_of(marking: &Marking, at: usize) -> Option<&str> {
    let span = marking.words.get(at)?.span.as_ref()?;
    marking.spans.iter().find(|there| there.id == *span)?.label.as_deref()
}

/// Returns the worth of one label; none where neither the key nor the learner uses it.
fn f1(marking: &Marking, given: &[Option<&str>], label: &str) -> Option<Grade> {
    let words = || given.iter().enumerate();
    let marked = words().filter(|(_, word)| **word == Some(label)).count();
    let wanted = words().filter(|(at, _)| key_of(marking, *at) == Some(label)).count();
    let both = words().filter(|(at, word)| **word == Some(label) && key_of(marking, *at) == Some(label)).count();
    let sum = marked + wanted;
    (sum > 0).then(|| {
        let is_full = 2 * both * 10 >= 8 * sum;
        if is_full { Grade::FULL } else { Grade::share(2 * both, sum) }
    })
}

fn sentences(marking: &Marking, given: &[Option<&str>]) -> Grade {
    let labelled = || marking.spans.iter();
    let right = labelled().filter(|span| label_of(marking, span, given) == span.label.as_deref()).count();
    Grade::share(right, labelled().count())
}

/// Returns the label that most words of a span were given.
fn label_of<'m>(marking: &Marking, span: &Span, given: &[Option<&'m str>]) -> Option<&'m str> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (word, label) in marking.words.iter().zip(given) {
        if word.span.as_ref() == Some(&span.id) {
            *counts.entry(*label).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(label, _)| label)
}

fn finding(marking: &Marking, span: &Span, given: &[Option<&str>]) -> Option<Finding> {
    let is = label_of(marking, span, given);
    let code = match (is, span.label.as_deref()) {
        (is, wanted) if is == wanted => return None,
        (None, Some(_)) => "MISSED",
        (_, _) => "WRONG",
    };
    let from = marking.words.iter().position(|word| word.span.as_ref() == Some(&span.id))?;
    let length = marking.words.iter().skip(from).take_while(|word| word.span.as_ref() == Some(&span.id)).count();
    Some(Finding::beside(code, span.critical, Place::Words(from, from + length), &span.feedback))
}

fn judge_rules(marking: &Marking, given: &[Option<&str>], read_aloud: u16, judged: &mut Judged) {
    let marked: Vec<usize> = given.iter().enumerate().filter(|(_, word)| word.is_some()).map(|(at, _)| at).collect();
    let words: Vec<&str> =
        marked.iter().filter_map(|at| marking.words.get(*at)).map(|word| word.text.as_str()).collect();
    let (text, span) = (words.join(" "), marked.first().copied().zip(marked.last().map(|last| last + 1)));
    let place = span.map_or(Place::Whole, |(from, to)| Place::Words(from, to));
    let mut points = Points::default();
    for rule in &marking.rules {
        let broken = match &rule.check {
            MarkCheck::Text(check) => text::broken(check, &text, read_aloud),
            MarkCheck::Sentences => (!are_whole_sentences(marking, given)).then(text::Broken::default),
        };
        let is_kept = broken.is_none() && !words.is_empty();
        points.count(rule, is_kept);
        let broken = broken.or_else(|| words.is_empty().then(text::Broken::default));
        judged.findings.extend(broken.map(|broken| broken.finding(&rule.fault, place.clone())));
    }
    judged.parts.push((Part::Rules, points.grade()));
}

/// Returns whether every run of marked words begins where a sentence begins and ends where one ends.
fn are_whole_sentences(marking: &Marking, given: &[Option<&str>]) -> bool {
    let text: Vec<&str> = marking.words.iter().map(|word| word.text.as_str()).collect();
    let text = text.join(" ");
    let prose = text::Prose::new(&text);
    let starts: Vec<usize> = prose.sentences().iter().map(|sentence| sentence.first).collect();
    let is_edge = |at: usize| at == given.len() || starts.contains(&at);
    let changes = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| given.get(before)).is_some_and(Option::is_some);
        before != given.get(*at).is_some_and(Option::is_some)
    };
    (0..=given.len()).filter(changes).all(is_edge)
}

#[cfg(test)]
mod tests;
