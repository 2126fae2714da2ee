//! Where lines break: at spaces, between wide characters, and inside words that are longer than a line.
//!
//! Apart from lines of plain text because it returns byte ranges, over which the screen lays styles. Text is in logical
//! order; a no-break space does not break.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands before a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing; the line may break here all the same.
    None,
    /// Spaces, of which one is kept inside a line.
    Space,
    /// A line break that was asked for.
    Line,
}

/// A piece of text that only breaks when it is longer than a line.
#[derive(Debug, PartialEq, Eq)]
struct Unit {
    gap: Gap,
    /// Where the gap begins.
    from: usize,
    span: Range<usize>,
    cells: usize,
}

/// Breaks a text into lines of at most `cells` (at least one); returns their bytes, without the spaces at their ends.
/// A line end in the text is kept. Runs of spaces must have been made one.
pub fn breaks(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut lines = Lines { text, cells: cells.max(1), done: Vec::new(), open: None, taken: 0 };
    for unit in (Units { text, at: 0 }) {
        lines.push(&unit);
    }
    lines.finish()
}

struct Lines<'a> {
    text: &'a str,
    cells: usize,
    done: Vec<Range<usize>>,
    open: Option<Range<usize>>,
    taken: usize,
}

impl Lines<'_> {
    fn push(&mut self, unit: &Unit) {
        if unit.gap == Gap::Line {
            self.break_at(unit.from);
        }
        if unit.span.is_empty() {
            return;
        }
        let gap = usize::from(unit.gap == Gap::Space && self.open.is_some());
        if self.open.is_some() && self.taken + gap + unit.cells > self.cells {
            self.close();
        }
        match &mut self.open {
            Some(line) => {
                line.end = unit.span.end;
                self.taken += gap + unit.cells;
            }
            None if unit.cells <= self.cells => self.begin(unit.span.clone(), unit.cells),
            None => self.split(unit.span.clone()),
        }
    }

    fn begin(&mut self, span: Range<usize>, cells: usize) {
        self.open = Some(span);
        self.taken = cells;
    }

    fn close(&mut self) {
        self.done.extend(self.open.take());
    }

    fn break_at(&mut self, at: usize) {
        let empty = at..at;
        self.done.push(self.open.take().unwrap_or(empty));
    }

    /// Breaks a unit that is longer than a line.
    fn split(&mut self, span: Range<usize>) {
        let text = self.text.get(span.clone()).unwrap_or_default();
        for (at, grapheme) in text.grapheme_indices(true) {
            let here = span.start + at..span.start + at + grapheme.len();
            let cells = grapheme.width();
            if self.open.is_some() && self.taken + cells > self.cells {
                self.close();
            }
            match &mut self.open {
                Some(line) => {
                    line.end = here.end;
                    self.taken += cells;
                }
                None => self.begin(here, cells),
            }
        }
    }

    fn finish(mut self) -> Vec<Range<usize>> {
        self.close();
        self.done
    }
}

/// Cuts a text into units.
struct Units<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Units<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        let from = self.at;
        let rest = self.text.get(from..)?;
        let words = rest.trim_start_matches(' ');
        let (gap, words) = match words.as_bytes().first()? {
            b'\n' => (Gap::Line, words.strip_prefix('\n')?.trim_start_matches(' ')),
            _ if words.len() < rest.len() => (Gap::Space, words),
            _ => (Gap::None, words),
        };
        let start = self.text.len() - words.len();
        let (length, cells) = unit(words);
        self.at = start + length;
        Some(Unit { gap, from, span: start..start + length, cells })
    }
}

/// The length and cells of the unit that a text begins with. It looks no further than the unit goes, because a text
/// without spaces may be long.
fn unit(text: &str) -> (usize, usize) {
    let ends = |b: &u8| matches!(b, b' ' | b'\n') || !b.is_ascii();
    let length = text.bytes().position(|b| ends(&b)).unwrap_or(text.len());
    match text.as_bytes().get(length) {
        Some(b) if !b.is_ascii() => wide_unit(text),
        _ => (length, length),
    }
}

/// A word with wide characters may break beside each of them, but not before what closes or after what opens.
fn wide_unit(text: &str) -> (usize, usize) {
    let mut graphemes = text.grapheme_indices(true).peekable();
    let mut cells = 0;
    while let Some((_, grapheme)) = graphemes.next() {
        cells += grapheme.width();
        let Some((next_at, next)) = graphemes.peek() else { break };
        let wide = grapheme.width() > 1 || next.width() > 1;
        if next.starts_with([' ', '\n']) || (wide && !opens(grapheme) && !closes(next)) {
            return (*next_at, cells);
        }
    }
    (text.len(), cells)
}

fn opens(grapheme: &str) -> bool {
    matches!(grapheme, "(" | "[" | "{" | "«" | "“" | "‘" | "（" | "「" | "『" | "【" | "《" | "〈" | "［" | "｛")
}

fn closes(grapheme: &str) -> bool {
    let first = grapheme.chars().next().unwrap_or(' ');
    first.is_ascii_punctuation() && !opens(grapheme)
        || matches!(first, '»' | '”' | '’' | '…' | '）' | '」' | '』' | '】' | '》' | '〉' | '］' | '｝')
        || matches!(first, '。' | '、' | '，' | '．' | '！' | '？' | '：' | '；' | 'ー' | '々' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::width;

    fn lines(text: &str, cells: usize) -> Vec<&str> {
        breaks(text, cells).into_iter().map(|line| text.get(line).unwrap()).collect()
    }

    #[test]
    fn lines_break_by_cells() {
        let cases: [(&str, usize, &[&str]); 16] = [
            ("", 5, &[]),
            ("one two three", 7, &["one two", "three"]),
            ("one two three", 13, &["one two three"]),
            ("été à Dakar", 5, &["été à", "Dakar"]),
            ("e\u{301}te\u{301} a\u{300} Dakar", 5, &["e\u{301}te\u{301} a\u{300}", "Dakar"]),
            ("internationalisation", 8, &["internat", "ionalisa", "tion"]),
            ("a internationalisation b", 8, &["a", "internat", "ionalisa", "tion b"]),
            ("日本語の文章", 5, &["日本", "語の", "文章"]),
            ("日本語。文", 6, &["日本", "語。文"]),
            ("「日本」と", 4, &["「日", "本」", "と"]),
            ("abc日本", 5, &["abc日", "本"]),
            ("👩‍👧 👩‍👧 👩‍👧", 5, &["👩‍👧 👩‍👧", "👩‍👧"]),
            ("prix\u{a0}: 3\u{202f}000 €", 9, &["prix\u{a0}:", "3\u{202f}000 €"]),
            ("a\nb\n\nc", 9, &["a", "b", "", "c"]),
            ("日本", 1, &["日", "本"]),
            ("שלום עולם", 5, &["שלום", "עולם"]),
        ];
        for (text, cells, wanted) in cases {
            assert_eq!(lines(text, cells), wanted, "{text} at {cells}");
        }
    }

    #[test]
    fn a_long_text_without_spaces_is_looked_through_once() {
        let text = "日本".repeat(100_000);
        assert_eq!(breaks(&text, 76).len(), 200_000usize.div_ceil(38));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(text in "[a-zé日語。、\u{301}👩\u{a0}\n]{0,12}( [a-zéß日本👧(]{1,9}){0,12}", cells in 2usize..20) {
            let lines = lines(&text, cells);
            let kept: String = lines.concat().split_whitespace().collect();
            prop_assert_eq!(kept, text.split_whitespace().collect::<String>());
            for line in lines {
                prop_assert!(width(line) <= cells, "{:?}", line);
            }
        }
    }
}
