//! Checks on a text: how long it is, what it has and lacks, and in which order.
//!
//! Apart because five engines judge texts alike. A pattern that cannot be read finds nothing; `check` reports it.

mod prose;

pub(in crate::assess::work) use prose::Prose;

use std::cell::OnceCell;

use super::{Finding, Place};
use crate::course::exercise::Finds;
use crate::course::exercise::rule::Rule;
use crate::course::exercise::text::{TextCheck, Where};
use crate::pattern::{Pattern, fold};
use crate::text::wrap;

/// Where and how a check is broken.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Broken {
    /// The words that show it, from 0.
    pub(super) at: Option<(usize, usize)>,
    /// All words that must not be there.
    pub(super) words: Vec<(usize, usize)>,
    /// What was found.
    pub(super) found: String,
    /// What is wanted.
    pub(super) want: String,
    /// What there is: a count.
    pub(super) have: String,
}

impl Broken {
    /// Makes the finding of a rule.
    pub(super) fn finding(&self, fault: &crate::course::exercise::Fault, place: Place) -> Finding {
        let values: [(&str, &str); 3] = [("found", &self.found), ("want", &self.want), ("have", &self.have)];
        Finding { words: self.words.clone(), ..Finding::new(fault, place, &values) }
    }

    fn of(have: impl std::fmt::Display) -> Self {
        Self { have: format!("{have}"), ..Self::default() }
    }
}

/// Returns how many words a text has, as they are counted for reading aloud.
pub fn count_words(text: &str) -> u32 {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// Returns the seconds that reading aloud takes at so many words a minute, rounded to the nearest.
pub fn read_seconds(text: &str, read_aloud: u16) -> u32 {
    let (words, minute) = (u64::from(count_words(text)), u64::from(read_aloud.max(1)));
    u32::try_from((words * 60 + minute / 2) / minute).unwrap_or(u32::MAX)
}

/// A text that several rules look at: cut into sentences once, when the first of them asks.
struct Reading<'a> {
    text: &'a str,
    read_aloud: u16,
    prose: OnceCell<Prose<'a>>,
    words: OnceCell<Vec<&'a str>>,
}

impl<'a> Reading<'a> {
    fn new(text: &'a str, read_aloud: u16) -> Self {
        Self { text, read_aloud, prose: OnceCell::new(), words: OnceCell::new() }
    }

    fn prose(&self) -> &Prose<'a> {
        self.prose.get_or_init(|| Prose::new(self.text))
    }

    fn words(&self) -> &[&'a str] {
        self.words.get_or_init(|| self.text.split_whitespace().collect())
    }
}

/// Judges a text by rules; returns the findings, and the points kept of all points.
pub(super) fn judge(
    rules: &[Rule<TextCheck>],
    text: &str,
    read_aloud: u16,
    place: impl Fn(Option<(usize, usize)>) -> Place,
) -> (Vec<Finding>, (u32, u32)) {
    let mut findings = Vec::new();
    let mut points = Points::default();
    let reading = Reading::new(text, read_aloud);
    for rule in rules {
        let broken = broken_in(&rule.check, &reading);
        points.count(rule, broken.is_none());
        findings.extend(broken.map(|broken| broken.finding(&rule.fault, place(broken.at))));
    }
    (findings, (points.kept, points.all))
}

/// Points of rules that were kept, of all that count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Points {
    pub(super) kept: u32,
    pub(super) all: u32,
}

impl Points {
    /// Counts a rule; warnings never count.
    pub(super) fn count<C>(&mut self, rule: &Rule<C>, is_kept: bool) {
        if rule.fault.weight == crate::course::exercise::rule::Weight::Warning {
            return;
        }
        self.all += u32::from(rule.points);
        self.kept += if is_kept { u32::from(rule.points) } else { 0 };
    }

    /// Returns the share; rules that count nothing are all kept.
    pub(super) fn grade(self) -> crate::assess::Grade {
        if self.all == 0 {
            return crate::assess::Grade::FULL;
        }
        crate::assess::Grade::share(self.kept as usize, self.all as usize)
    }
}

/// Returns how a text breaks a check, if it does.
pub(super) fn broken(check: &TextCheck, text: &str, read_aloud: u16) -> Option<Broken> {
    broken_in(check, &Reading::new(text, read_aloud))
}

fn broken_in(check: &TextCheck, reading: &Reading<'_>) -> Option<Broken> {
    let Reading { text, read_aloud, .. } = *reading;
    match check {
        TextCheck::Words { min, max } => outside(count_words(text), *min, *max),
        TextCheck::Seconds { min, max } => outside(read_seconds(text, read_aloud), *min, *max),
        TextCheck::Length { min, max } => outside(u32::try_from(text.chars().count()).unwrap_or(u32::MAX), *min, *max),
        TextCheck::Lines { max, width } => lines(text, *max, *width),
        TextCheck::Has { find, least, place } => has(find, *least, *place, reading.prose()),
        TextCheck::Lacks { find, quoted: true } if text.contains(prose::opens_quotation) => {
            let masked = prose::without_quotations(text);
            lacks(find, &Prose::new(&masked), &masked.split_whitespace().collect::<Vec<_>>())
        }
        TextCheck::Lacks { find, .. } => lacks(find, reading.prose(), reading.words()),
        TextCheck::Times { find, most } => times(find, *most, reading.prose()),
        TextCheck::Order { first, then } => order(first, then, reading.prose()),
        TextCheck::Sourced { cues } => sourced(cues, reading.prose()),
        TextCheck::Pattern { regex } => pattern(regex, text),
        TextCheck::Equals { key } => {
            (fold(key) != fold(text)).then(|| Broken { want: key.clone(), ..Broken::default() })
        }
    }
}

fn outside(have: u32, min: u32, max: u32) -> Option<Broken> {
    (!(min..=max).contains(&have)).then(|| Broken::of(have))
}

fn lines(text: &str, most: u32, widest: u32) -> Option<Broken> {
    let typed = text.trim_end().split('\n');
    let lines: usize = typed.map(|line| wrap(line, widest as usize).len().max(1)).sum();
    (lines > most as usize).then(|| Broken::of(lines))
}

fn has(find: &Finds, least: u32, place: Where, prose: &Prose<'_>) -> Option<Broken> {
    let sentence = match place {
        Where::Anywhere => None,
        Where::First => Some(prose.sentences().first()),
        Where::Last => Some(prose.sentences().last()),
    };
    let is_there = |pattern: &Pattern| match sentence {
        None => prose.find(pattern).is_some(),
        Some(sentence) => sentence.is_some_and(|sentence| sentence.find_all(pattern).next().is_some()),
    };
    let missing: Vec<&str> = find.ready().filter(|(_, pattern)| !is_there(pattern)).map(|(source, _)| source).collect();
    let there = find.written().len() - missing.len();
    (there < least as usize).then(|| Broken { want: missing.join(", "), ..Broken::of(there) })
}

fn lacks(find: &Finds, prose: &Prose<'_>, words: &[&str]) -> Option<Broken> {
    let places = places(find, prose, words);
    let is_edge = |c: char| !c.is_alphanumeric();
    let said = |(from, to): &(usize, usize)| Some(words.get(*from..*to)?.join(" ").trim_matches(is_edge).to_owned());
    let found: Vec<String> = places.iter().filter_map(said).collect();
    let count = places.len();
    Some(Broken { at: Some(*places.first()?), found: found.join(", "), words: places, ..Broken::of(count) })
}

/// What is found is shown as no more words than these.
const LONGEST_FIND: usize = 12;

/// Returns where patterns are found, in the order of the text.
fn places(find: &Finds, prose: &Prose<'_>, words: &[&str]) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for pattern in find.patterns() {
        for sentence in prose.sentences() {
            let last = |from: usize| (sentence.first + sentence.length).min(from + LONGEST_FIND);
            let end = |from: usize| (from + 1..=last(from)).find(|to| is(pattern, words, from, *to));
            places.extend(sentence.find_all(pattern).map(|from| (from, end(from).unwrap_or(from + 1))));
        }
    }
    places.sort_unstable();
    places.dedup_by_key(|(from, _)| *from);
    places
}

fn is(pattern: &Pattern, words: &[&str], from: usize, to: usize) -> bool {
    words.get(from..to).is_some_and(|words| pattern.matches(&words.join(" ")))
}

fn times(find: &Finds, most: u32, prose: &Prose<'_>) -> Option<Broken> {
    let count: usize = find.patterns().map(|pattern| prose.count(pattern)).sum();
    (count > most as usize).then(|| Broken::of(count))
}

fn order(first: &Finds, then: &Finds, prose: &Prose<'_>) -> Option<Broken> {
    let earliest = |finds: &Finds| finds.patterns().filter_map(|pattern| prose.find(pattern)).min();
    let (first, then) = (earliest(first)?, earliest(then)?);
    (then < first).then(|| Broken { at: Some((then, then + 1)), ..Broken::default() })
}

fn sourced(cues: &Finds, prose: &Prose<'_>) -> Option<Broken> {
    let has_cue = |s: &prose::Sentence<'_>| cues.patterns().any(|cue| s.find_all(cue).next().is_some());
    let bare = prose.sentences().iter().find(|s| s.has_figure() && !has_cue(s))?;
    let at = Some((bare.first, bare.first + bare.length));
    Some(Broken { at, found: bare.raw.to_owned(), ..Broken::default() })
}

fn pattern(regex: &str, text: &str) -> Option<Broken> {
    let whole = format!("^(?:{regex})$");
    let matches = expression(&whole).is_some_and(|regex| regex.is_match(text));
    (!matches).then(|| Broken { found: text.to_owned(), ..Broken::default() })
}

/// Compiles an expression; none for one that cannot be read or is too large.
pub fn expression(regex: &str) -> Option<regex_lite::Regex> {
    regex_lite::RegexBuilder::new(regex).size_limit(200_000).nest_limit(50).build().ok()
}

#[cfg(test)]
mod tests;
