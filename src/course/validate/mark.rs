//! The text of a `mark` question: `The {praise: historic} line`, cut into words and spans.
//!
//! Apart because it is a small language of its own. Words are what white space separates; a span holds whole words,
//! and punctuation at its edges may stand outside.

use std::ops::Range;

use toml::Spanned;

use super::values;
use crate::course::fields::Text;
use crate::course::question::Word;
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::id::OptionId;

/// The text in pieces.
#[derive(Debug, Default)]
pub struct MarkText {
    /// All words.
    pub words: Vec<Word>,
    /// The spans in the order of the text, with their words.
    pub spans: Vec<(OptionId, String)>,
}

/// Cuts a text; faults are reported at the text.
pub fn cut(source: &Source<'_>, text: &Text) -> MarkText {
    let mut cutter = Cutter { source, at: text.span(), done: MarkText::default(), piece: Piece::default() };
    let mut rest = text.get_ref().as_str();
    while let Some(open) = rest.find(['{', '}']) {
        let (plain, tail) = rest.split_at(open);
        cutter.plain(plain, None);
        if let Some((inside, after)) = tail.strip_prefix('{').and_then(|tail| tail.split_once('}')) {
            cutter.span(inside);
            rest = after;
        } else {
            cutter.fault(code::BAD_SPAN, "a brace of the text has no partner");
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    cutter.plain(rest, None);
    cutter.end_word();
    cutter.done
}

/// The word being gathered.
#[derive(Debug, Default)]
struct Piece {
    text: String,
    span: Option<OptionId>,
    /// Letters or digits outside every span.
    bare: bool,
    breaks: usize,
}

struct Cutter<'a> {
    source: &'a Source<'a>,
    at: Range<usize>,
    done: MarkText,
    piece: Piece,
}

impl Cutter<'_> {
    fn fault(&self, code: crate::diagnostic::Code, message: impl Into<String>) {
        self.source.error(code, self.at.clone(), message, "write `{id: whole words}` around what can be marked");
    }

    fn span(&mut self, inside: &str) {
        let Some((name, words)) = inside.split_once(':') else {
            self.fault(code::BAD_SPAN, format!("`{{{inside}}}` has no `:` after its id"));
            return self.plain(inside, None);
        };
        let words = words.trim();
        let name = Spanned::new(self.at.clone(), name.trim().to_owned());
        let id = values::id(self.source, &name, OptionId::new);
        if words.is_empty() || words.contains('{') || name.get_ref().is_empty() {
            self.fault(code::BAD_SPAN, format!("`{{{inside}}}` is no span"));
        }
        if let Some(id) = &id {
            if self.done.spans.iter().any(|(seen, _)| seen == id) {
                self.fault(code::DUPLICATE_ID, format!("the span `{id}` is in the text twice"));
            }
            self.done.spans.push((id.clone(), words.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        self.plain(words, id.as_ref());
    }

    fn plain(&mut self, text: &str, span: Option<&OptionId>) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.end_word();
                self.line_end(c);
            } else {
                self.letter(c, span);
            }
        }
    }

    fn letter(&mut self, c: char, span: Option<&OptionId>) {
        self.piece.breaks = 0;
        self.piece.text.push(c);
        if c.is_alphanumeric() && span.is_none() {
            self.piece.bare = true;
        }
        if let Some(span) = span {
            let other = self.piece.span.as_ref().is_some_and(|s| s != span);
            if other {
                self.split(span);
            }
            self.piece.span = Some(span.clone());
        }
    }

    fn split(&self, span: &OptionId) {
        self.fault(code::SPAN_SPLITS_WORD, format!("the span `{span}` begins or ends inside a word"));
    }

    fn line_end(&mut self, c: char) {
        self.piece.breaks += usize::from(c == '\n');
        if self.piece.breaks > 1
            && let Some(last) = self.done.words.last_mut()
        {
            last.ends_paragraph = true;
        }
    }

    fn end_word(&mut self) {
        if self.piece.text.is_empty() {
            return;
        }
        let piece = std::mem::take(&mut self.piece);
        if let Some(span) = piece.span.as_ref().filter(|_| piece.bare) {
            self.split(span);
        }
        self.done.words.push(Word { text: piece.text, ends_paragraph: false, span: piece.span });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::source::Found;

    fn cut_text(text: &str) -> (Vec<(String, Option<String>)>, Vec<&'static str>) {
        let found = Found::default();
        let source = Source::new("quiz.toml", text, &found);
        let done = cut(&source, &Spanned::new(0..text.len(), text.to_owned()));
        let words = done.words.into_iter().map(|w| (w.text, w.span.map(|s| s.to_string()))).collect();
        (words, found.into_sorted().into_iter().map(|d| d.code.0).collect())
    }

    #[test]
    fn punctuation_beside_a_span_belongs_to_its_word() {
        let (words, faults) = cut_text("The “{a: old bridge}”, open.");
        let wanted = [("The", None), ("“old", Some("a")), ("bridge”,", Some("a")), ("open.", None)];
        assert_eq!(words, wanted.map(|(w, s)| (w.to_owned(), s.map(str::to_owned))));
        assert!(faults.is_empty());
    }

    #[test]
    fn every_broken_brace_is_told() {
        let cases = [
            ("a {b c} d", code::BAD_SPAN),
            ("a {b: c d", code::BAD_SPAN),
            ("a } d", code::BAD_SPAN),
            ("a {b: } d", code::BAD_SPAN),
            ("a un{b: real} d", code::SPAN_SPLITS_WORD),
            ("a {b: real}ly d", code::SPAN_SPLITS_WORD),
            ("{a: re}{b: al}", code::SPAN_SPLITS_WORD),
            ("a {b: c} {b: d}", code::DUPLICATE_ID),
            ("a {B!: c}", code::BAD_ID),
        ];
        for (text, wanted) in cases {
            assert_eq!(cut_text(text).1, [wanted.0], "{text}");
        }
    }

    #[test]
    fn an_empty_line_ends_a_paragraph() {
        let found = Found::default();
        let source = Source::new("quiz.toml", "", &found);
        let done = cut(&source, &Spanned::new(0..0, "one\ntwo\n\n{a: three}".to_owned()));
        assert_eq!(done.words.iter().map(|w| w.ends_paragraph).collect::<Vec<_>>(), [false, true, false]);
    }
}
