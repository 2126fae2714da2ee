//! Running text: words in one string, and beside it which bytes look how.
//!
//! Apart from writing rows because lines break in words, wherever emphasis begins or ends.

use std::ops::Range;

use ratatui::style::Modifier;

use super::face::{Face, Token};
use super::row::Piece;
use crate::course::markdown::Inline;
use crate::text::breaks;
use crate::tui::sanitise::clean;

/// Words with their looks.
#[derive(Debug, Default)]
pub(super) struct Running {
    text: String,
    runs: Vec<Run>,
}

/// The words up to `end` that follow those of the run before.
#[derive(Debug)]
struct Run {
    end: usize,
    face: Face,
    target: Option<usize>,
}

impl Running {
    /// Adds words; spaces at the beginning and runs of spaces are made one.
    pub(super) fn push(&mut self, words: &str, face: Face, target: Option<usize>) {
        for c in clean(words).chars() {
            let at_space = self.text.is_empty() || self.text.ends_with([' ', '\n']);
            if c != ' ' || !at_space {
                self.text.push(c);
            }
        }
        self.end_run(face, target);
    }

    /// Makes all words bold.
    pub(super) fn embolden(&mut self) {
        self.runs.iter_mut().for_each(|run| run.face = run.face.and(Modifier::BOLD));
    }

    /// Asks for a line break.
    pub(super) fn break_line(&mut self) {
        self.text.push('\n');
        self.end_run(Face::default(), None);
    }

    fn end_run(&mut self, face: Face, target: Option<usize>) {
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(last) if last.face == face && last.target == target => last.end = end,
            _ => self.runs.push(Run { end, face, target }),
        }
    }

    /// Adds running text of a lesson; `lookup` gives each term and footnote its place among the targets.
    pub(super) fn inlines(&mut self, inlines: &[Inline], face: Face, lookup: &mut dyn FnMut(&Inline) -> Option<usize>) {
        for inline in inlines {
            self.inline(inline, face, lookup);
        }
    }

    fn inline(&mut self, inline: &Inline, face: Face, lookup: &mut dyn FnMut(&Inline) -> Option<usize>) {
        match inline {
            Inline::Text(words) | Inline::Term(None, words) => self.push(words, face, None),
            Inline::Emphasis(inner) => self.inlines(inner, face.and(Modifier::ITALIC), lookup),
            Inline::Strong(inner) => self.inlines(inner, face.and(Modifier::BOLD), lookup),
            Inline::Strike(inner) => self.inlines(inner, face.and(Modifier::CROSSED_OUT), lookup),
            Inline::Code(code) => self.push(code, face.on_panel(), None),
            Inline::Link(inner, target) => self.link(inner, target, face, lookup),
            Inline::Picture(_, words) => self.push(&format!("[{words}]"), face.and(Modifier::ITALIC), None),
            Inline::Term(Some(_), words) => self.push(words, face.in_token(Token::Accent), lookup(inline)),
            Inline::FootnoteRef(place) => {
                self.push(&format!("[{}]", place + 1), face.in_token(Token::Accent), lookup(inline));
            }
            Inline::Break => self.break_line(),
        }
    }

    fn link(&mut self, inner: &[Inline], target: &str, face: Face, lookup: &mut dyn FnMut(&Inline) -> Option<usize>) {
        let from = self.text.len();
        self.inlines(inner, face.and(Modifier::UNDERLINED), lookup);
        let shown = self.text.get(from..).unwrap_or_default();
        if !target.is_empty() && shown != target {
            self.push(&format!(" ({target})"), face.in_token(Token::Muted), None);
        }
    }

    /// Returns the words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Breaks the words into lines of pieces.
    pub(super) fn lines(&self, cells: usize) -> Vec<Vec<Piece>> {
        let mut first = 0;
        let mut lines = Vec::new();
        for line in breaks(&self.text, cells) {
            first += self.runs.iter().skip(first).take_while(|run| run.end <= line.start).count();
            lines.push(self.pieces(first, &line));
        }
        lines
    }

    /// The pieces of a line whose first byte is in the run `first`.
    fn pieces(&self, first: usize, line: &Range<usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = line.start;
        for run in self.runs.iter().skip(first) {
            let end = run.end.min(line.end);
            let text = self.text.get(at..end).unwrap_or_default();
            if !text.is_empty() {
                pieces.push(Piece { text: text.to_owned(), face: run.face, target: run.target, lead: false });
            }
            at = at.max(end);
            if run.end >= line.end {
                break;
            }
        }
        pieces
    }
}
