//! How hard prose is to read: words, long words, sentences, and LIX.
//!
//! LIX is Carl-Hugo Björnsson's (1968): words per sentence, plus the percentage of words with over six letters. Around 40
//! is what newspapers write, under 30 is for children, over 50 is for specialists. Apart from the shape of lessons because
//! this is a formula and knows no limit. It looks at prose only: paragraphs, lists, quotations and call-outs, but no
//! headings, tables, code, figures, questions or trainer's notes, whose words stand in no sentence.

use std::ops::Range;

use crate::course::markdown::{Block, BlockKind, CallOut, Inline};

/// A sentence with more words than this is a long one.
pub(super) const LONG_SENTENCE: usize = 20;
/// A word with more letters than this is a long one.
const LONG_WORD: usize = 6;

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// How many words it has.
    pub(super) words: usize,
    /// How many of them are long.
    pub(super) long_words: usize,
    /// The paragraph or list it stands in.
    pub(super) span: Range<usize>,
}

/// The sentences of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Prose {
    pub(super) sentences: Vec<Sentence>,
}

impl Prose {
    /// Takes the prose of some blocks.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut prose = Self::default();
        prose.blocks(blocks);
        prose
    }

    /// Adds the prose of another text.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.sentences.extend(other.sentences);
        self
    }

    /// Returns how many words there are.
    pub(super) fn words(&self) -> usize {
        self.sentences.iter().map(|sentence| sentence.words).sum()
    }

    /// Returns the LIX, rounded; 0 where there is no prose.
    pub(super) fn lix(&self) -> usize {
        let (words, sentences) = (self.words(), self.sentences.len());
        let long: usize = self.sentences.iter().map(|sentence| sentence.long_words).sum();
        if words == 0 {
            return 0;
        }
        // words ÷ sentences + 100 × long ÷ words, rounded once, in whole numbers
        (words * words + 100 * long * sentences + words * sentences / 2) / (words * sentences)
    }

    /// Returns the share of long sentences in percent, rounded down.
    pub(super) fn long_share(&self) -> usize {
        let long = self.sentences.iter().filter(|sentence| sentence.words > LONG_SENTENCE).count();
        long * 100 / self.sentences.len().max(1)
    }

    /// Returns the longest sentence, of equal ones the first.
    pub(super) fn longest(&self) -> Option<&Sentence> {
        self.sentences.iter().rev().max_by_key(|sentence| sentence.words)
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) => self.paragraph(&text(inlines), &block.span),
                BlockKind::List(_, items) => items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::Quote(inner)
                | BlockKind::CallOut(CallOut::Note | CallOut::Warning | CallOut::Example, inner) => self.blocks(inner),
                BlockKind::Definitions(all) => {
                    all.iter().flat_map(|(_, meanings)| meanings).for_each(|meaning| self.blocks(meaning));
                }
                BlockKind::CallOut(CallOut::Trainer, _)
                | BlockKind::Heading(..)
                | BlockKind::Code(_)
                | BlockKind::Figure(_)
                | BlockKind::Question(_)
                | BlockKind::Table(_)
                | BlockKind::Picture(..)
                | BlockKind::Rule
                | BlockKind::Refused(..) => {}
            }
        }
    }

    /// Cuts a paragraph into sentences: after `.`, `!`, `?`, `…` or `:` at the end of a word, and at its own end.
    fn paragraph(&mut self, text: &str, span: &Range<usize>) {
        let (mut words, mut long_words) = (0, 0);
        let mut sentences = Vec::new();
        for word in text.split_whitespace() {
            if word.chars().any(char::is_alphanumeric) {
                words += 1;
                long_words += usize::from(word.chars().filter(|c| c.is_alphabetic()).count() > LONG_WORD);
            }
            if words > 0 && ends_sentence(word) {
                sentences.push((std::mem::take(&mut words), std::mem::take(&mut long_words)));
            }
        }
        if words > 0 {
            sentences.push((words, long_words));
        }
        let sentence = |(words, long_words)| Sentence { words, long_words, span: span.clone() };
        self.sentences.extend(sentences.into_iter().map(sentence));
    }
}

fn ends_sentence(word: &str) -> bool {
    let is_closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
    // A lone `…` is a pause in a sentence.
    word != "…" && word.trim_end_matches(is_closing).ends_with(['.', '!', '?', '…', ':'])
}

/// The words of running text; code and pictures stand in no sentence.
fn text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push(&mut out, inlines);
    out
}

fn push(out: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Term(_, text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(inner, _) => {
                push(out, inner);
            }
            Inline::Break => out.push(' '),
            Inline::Code(_) | Inline::Picture(..) | Inline::FootnoteRef(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::markdown::{NoReferences, blocks_of};

    fn prose(markdown: &str) -> Prose {
        Prose::of(&blocks_of(markdown, &NoReferences))
    }

    fn counted(markdown: &str) -> Vec<(usize, usize)> {
        prose(markdown).sentences.iter().map(|sentence| (sentence.words, sentence.long_words)).collect()
    }

    #[test]
    fn sentences_end_where_readers_pause() {
        let cases: [(&str, &[(usize, usize)]); 7] = [
            ("The bridge is closed. Nobody crosses!", &[(4, 0), (2, 1)]),
            ("“Is it?” she asks: no.", &[(2, 0), (2, 0), (1, 0)]),
            ("It stands at 6.42 metres – too high.", &[(7, 0)]),
            ("- one thing\n- another thing\n", &[(2, 0), (2, 1)]),
            ("Where *people* **registered** `E04 is code` there (civil protection).", &[(6, 2)]),
            ("# Heading\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode here\n```\n", &[]),
            ("> A quotation.\n\nWait … now…", &[(2, 1), (2, 0)]),
        ];
        for (markdown, wanted) in cases {
            assert_eq!(counted(markdown), wanted, "{markdown}");
        }
    }

    #[test]
    fn lix_is_words_a_sentence_and_the_percentage_of_long_words() {
        assert_eq!(prose("").lix(), 0);
        assert_eq!(prose("The bridge is closed. Nobody crosses it now.").lix(), 4 + 13, "8 ÷ 2 + 100 × 1 ÷ 8 = 16.5");
        assert_eq!(prose("One two three four five.").lix(), 5);
        assert_eq!(prose("Meteorologists.").lix(), 101);
    }

    #[test]
    fn a_long_sentence_has_over_twenty_words() {
        let of = |words: usize| vec!["word"; words].join(" ") + ". ";
        assert_eq!(prose(&of(20)).long_share(), 0);
        assert_eq!(prose(&(of(21) + &of(3) + &of(3))).long_share(), 33);
        assert_eq!(prose(&(of(21) + &of(30))).longest().unwrap().words, 30);
    }
}
