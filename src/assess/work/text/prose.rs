//! A text cut into sentences and words, evened out for looking things up in it.
//!
//! Apart from the checks because all of them read the text like this. Words are counted from 0 by the white space
//! between them, so that a place can be shown in the text as it was typed.

use crate::pattern::{Pattern, fold_behind};

/// A text in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::assess::work) struct Prose<'a> {
    sentences: Vec<Sentence<'a>>,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::assess::work) struct Sentence<'a> {
    /// As it was typed.
    pub(in crate::assess::work) raw: &'a str,
    /// Evened out.
    folded: String,
    /// Where each evened-out word begins, and which typed word it belongs to.
    words: Vec<(usize, usize)>,
    /// The number of its first typed word.
    pub(in crate::assess::work) first: usize,
    /// How many typed words it has.
    pub(in crate::assess::work) length: usize,
}

impl<'a> Prose<'a> {
    /// Reads a text.
    pub(in crate::assess::work) fn new(text: &'a str) -> Self {
        let mut first = 0;
        let mut sentences = Vec::new();
        for raw in sentences_of(text) {
            let sentence = Sentence::new(raw, first);
            first += sentence.length;
            sentences.push(sentence);
        }
        Self { sentences }
    }

    /// Returns the sentences.
    pub(in crate::assess::work) fn sentences(&self) -> &[Sentence<'a>] {
        &self.sentences
    }

    /// Returns where a pattern is found first: the number of the typed word.
    pub(in crate::assess::work) fn find(&self, pattern: &Pattern) -> Option<usize> {
        self.sentences.iter().find_map(|sentence| sentence.find_all(pattern).next())
    }

    /// Returns how often a pattern is found.
    pub(in crate::assess::work) fn count(&self, pattern: &Pattern) -> usize {
        self.sentences.iter().map(|sentence| sentence.find_all(pattern).count()).sum()
    }
}

impl<'a> Sentence<'a> {
    fn new(raw: &'a str, first: usize) -> Self {
        let mut sentence = Self { raw, folded: String::new(), words: Vec::new(), first, length: 0 };
        for typed in raw.split_whitespace() {
            sentence.push(typed);
        }
        sentence.folded.truncate(sentence.folded.trim_end().len());
        sentence
    }

    /// Adds a typed word, which may be none or several when it is evened out.
    fn push(&mut self, typed: &str) {
        let number = self.first + self.length;
        self.length += 1;
        if !self.folded.is_empty() && !self.folded.ends_with(' ') {
            self.folded.push(' ');
        }
        let from = self.folded.len();
        fold_behind(typed, &mut self.folded);
        let added = self.folded.get(from..).unwrap_or_default();
        if added.is_empty() {
            return;
        }
        let gaps = added.match_indices(' ').map(|(at, _)| from + at + 1);
        self.words.extend(std::iter::once(from).chain(gaps).map(|at| (at, number)));
    }

    /// Returns the numbers of the typed words where a pattern begins.
    pub(in crate::assess::work) fn find_all<'s>(&'s self, pattern: &'s Pattern) -> impl Iterator<Item = usize> + 's {
        let starts = pattern.starts(&self.folded);
        let begins = move |(at, _): &&(usize, usize)| starts.binary_search(at).is_ok();
        self.words.iter().filter(begins).map(|(_, typed)| *typed)
    }

    /// Returns whether it has a figure of two digits or more.
    pub(in crate::assess::work) fn has_figure(&self) -> bool {
        let digits = |word: &str| word.chars().filter(char::is_ascii_digit).count();
        self.raw.split_whitespace().any(|word| digits(word) >= 2)
    }
}

/// Words before a full stop that does not end a sentence.
const SHORTENED: [&str; 15] =
    ["mr", "mrs", "ms", "dr", "st", "no", "nos", "vs", "e.g", "i.e", "approx", "mme", "mlle", "env", "etc"];

/// Cuts a text into sentences; an empty line ends one too.
fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").flat_map(|paragraph| Cut { rest: paragraph }).filter(|sentence| !sentence.is_empty())
}

struct Cut<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Cut<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.trim().is_empty() {
            return None;
        }
        let end = end_of_first(self.rest);
        let (sentence, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(sentence.trim())
    }
}

/// Returns the byte after the first sentence: behind its closing marks.
fn end_of_first(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((at, c)) = letters.next_if(|(_, c)| is_closing(*c)) {
            end = at + c.len_utf8();
        }
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(end..).unwrap_or_default());
        if ends_here(c, before, after) {
            return end;
        }
    }
    text.len()
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '»' | ')' | ']')
}

fn ends_here(mark: char, before: &str, after: &str) -> bool {
    let after_space = after.trim_start();
    if after_space.is_empty() {
        return true;
    }
    if after_space.len() == after.len() {
        return false; // 6.42, 15.30: nothing between
    }
    let is_small = after_space.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_initial = last.chars().count() == 1 && before.chars().next_back().is_some_and(char::is_uppercase);
    !(mark == '.' && (is_small || is_initial || SHORTENED.contains(&last)))
}

/// Returns whether a quotation may begin with this mark.
pub(in crate::assess::work) fn opens_quotation(mark: char) -> bool {
    closing(mark).is_some()
}

fn closing(mark: char) -> Option<char> {
    match mark {
        '“' => Some('”'),
        '«' => Some('»'),
        '"' => Some('"'),
        _ => None,
    }
}

/// Returns the text with the words inside quotation marks made unreadable, every word in its place.
pub(in crate::assess::work) fn without_quotations(text: &str) -> String {
    let mut open = None;
    let mut masked = String::with_capacity(text.len());
    for c in text.chars() {
        match (open, c) {
            (Some(close), c) if c == close => open = None,
            (None, c) if opens_quotation(c) => open = closing(c),
            _ => {}
        }
        masked.push(if open.is_some() && c.is_alphanumeric() { '·' } else { c });
    }
    if open.is_some() { text.to_owned() } else { masked } // an open mark quotes nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_one_ends_when_reading() {
        let cases: [(&str, &[&str]); 7] = [
            ("One. Two! Three?", &["One.", "Two!", "Three?"]),
            ("The gauge read 6.42 m. It rose.", &["The gauge read 6.42 m.", "It rose."]),
            ("Dr. Keso spoke. Mr. Oreni left.", &["Dr. Keso spoke.", "Mr. Oreni left."]),
            ("J. Baro filmed it. “We left.” Then rain.", &["J. Baro filmed it.", "“We left.”", "Then rain."]),
            ("Il est parti… puis revenu. Voilà.", &["Il est parti…", "puis revenu.", "Voilà."]),
            ("First\n\nSecond", &["First", "Second"]),
            ("", &[]),
        ];
        for (text, wanted) in cases {
            let found: Vec<&str> = sentences_of(text).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn a_pattern_is_found_at_its_typed_word() {
        let prose = Prose::new("In a statement, civil-protection said 1,240 people had left. No deaths are confirmed.");
        let at = |pattern: &str| prose.find(&Pattern::parse(pattern).unwrap());
        assert_eq!(at("civil protection"), Some(3));
        assert_eq!(at("1 240"), Some(5));
        assert_eq!(at("no deaths * confirmed"), Some(9));
        assert_eq!(at("left * confirmed"), None, "not across sentences");
        assert_eq!(at("protect"), None, "whole words only");
    }

    #[test]
    fn words_in_quotation_marks_can_be_left_alone() {
        assert_eq!(without_quotations("He said “a historic day” here"), "He said “· ········ ···” here");
        assert_eq!(without_quotations("an open \" mark"), "an open \" mark");
    }
}
