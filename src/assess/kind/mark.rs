//! `mark`: F1 over words; from 0.8 on it is full, below it stands as it is.

use std::collections::BTreeSet;

use super::finding;
use crate::assess::{Finding, Grade, Graded, Mark, NotYet, Response};
use crate::course::question::{Choice, Word};
use crate::id::OptionId;

/// A text to mark, with its key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    /// The words.
    pub(super) words: &'a [Word],
    /// The spans.
    pub(super) options: &'a [Choice],
    /// The spans to mark.
    pub(super) keys: &'a [OptionId],
    /// Said of words outside every span.
    pub(super) otherwise: &'a str,
}

impl Text<'_> {
    /// Returns the positions of the words to mark.
    pub(super) fn key_words(&self) -> Vec<usize> {
        let is_key = |w: &Word| w.span.as_ref().is_some_and(|s| self.keys.contains(s));
        self.words.iter().enumerate().filter(|(_, w)| is_key(w)).map(|(at, _)| at).collect()
    }

    fn words_of<'a>(&'a self, span: Option<&'a OptionId>) -> impl Iterator<Item = usize> + 'a {
        self.words.iter().enumerate().filter(move |(_, w)| w.span.as_ref() == span).map(|(at, _)| at)
    }

    /// A span to mark counts as given from half of its words on, a tempting one from the first.
    fn stand(&self, span: &OptionId, marked: &BTreeSet<usize>) -> Mark {
        let given = self.words_of(Some(span)).filter(|at| marked.contains(at)).count();
        let words = self.words_of(Some(span)).count();
        match self.keys.contains(span) {
            true if given > 0 && given * 2 >= words => Mark::Right,
            true => Mark::Missed,
            false if given > 0 => Mark::Wrong,
            false => Mark::Open,
        }
    }
}

/// Grades marked words; positions outside the text count as wrong words.
pub(super) fn grade(text: &Text<'_>, response: &Response) -> Graded {
    let marked: BTreeSet<usize> =
        if let Response::Marked(at) = response { at.iter().copied().collect() } else { BTreeSet::new() };
    let key = text.key_words();
    let hit = key.iter().filter(|at| marked.contains(at)).count();
    let mut findings: Vec<_> = text.options.iter().map(|o| finding(o, text.stand(&o.id, &marked))).collect();
    if text.words_of(None).any(|at| marked.contains(&at)) {
        findings.push(Finding { option: None, mark: Mark::Wrong, feedback: text.otherwise.to_owned() });
    }
    Graded { grade: f1(hit, marked.len(), key.len()), findings }
}

/// Twice the hits over all that was marked and all that should have been, in whole numbers.
fn f1(hit: usize, marked: usize, key: usize) -> Grade {
    let (part, whole) = (2 * hit, marked + key);
    if part > 0 && part * 5 >= whole * 4 { Grade::FULL } else { Grade::share(part, whole) }
}

/// Says whether any word is marked, and only words of the text.
pub(super) fn check(words: &[Word], marked: &[usize]) -> Result<(), NotYet> {
    match marked.iter().find(|at| **at >= words.len()) {
        Some(stray) => Err(NotYet::Unknown(stray.to_string())),
        None if marked.is_empty() => Err(NotYet::NothingMarked),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{mark, marked};
    use crate::assess::{Mark, NotYet, check_response, grade_response};

    #[test]
    fn grades_are_f1_and_full_from_four_fifths() {
        // Words 0-9; 1-3 and 6 are the key, 8 tempts.
        let cases: [(&[usize], u16); 9] = [
            (&[1, 2, 3, 6], 10_000),
            (&[1, 2, 3], 10_000),
            (&[1, 2, 3, 6, 8, 9], 10_000),
            (&[1, 2, 3, 8], 7500),
            (&[1, 2, 3, 6, 6, 6, 7, 8, 9], 7272),
            (&[1], 4000),
            (&[0], 0),
            (&[], 0),
            (&[99], 0),
        ];
        for (at, grade) in cases {
            assert_eq!(grade_response(&mark(), &marked(at)).grade.number(), grade, "{at:?}");
        }
    }

    #[test]
    fn spans_and_stray_words_are_spoken_of() {
        let marks = |at: &[usize]| -> Vec<_> {
            grade_response(&mark(), &marked(at)).findings.iter().map(|f| (f.mark, f.feedback.clone())).collect()
        };
        let said = |mark, text: &str| (mark, text.to_owned());
        assert_eq!(
            marks(&[1, 2, 8, 0]),
            [
                said(Mark::Right, "about k"),
                said(Mark::Missed, "about l"),
                said(Mark::Wrong, "about t"),
                said(Mark::Wrong, "outside"),
            ]
        );
        assert_eq!(marks(&[1]).len(), 3);
        assert_eq!(marks(&[1])[0].0, Mark::Missed);
    }

    #[test]
    fn an_entry_without_words_is_sent_back() {
        assert_eq!(check_response(&mark(), &marked(&[])), Err(NotYet::NothingMarked));
        assert_eq!(check_response(&mark(), &marked(&[10])), Err(NotYet::Unknown("10".into())));
        assert_eq!(check_response(&mark(), &marked(&[9])), Ok(()));
    }
}
