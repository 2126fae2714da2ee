//! Searching in the lesson that is open.
//!
//! Apart from the search across the course because it moves the view and marks what it finds. It looks through the
//! rows as they are shown, so that marks of Markdown are never in the way; chunks of a long lesson whose source does
//! not hold the longest word of what is sought are not laid out for it.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::course::markdown::Document;
use crate::tui::input::Key;
use crate::tui::markdown::{Rows, Scroll, Spot};
use crate::tui::page::Scene;
use crate::tui::widgets::Field;
use crate::tui::widgets::ends::put;
use crate::words::fold;

/// With no more chunks than this all of them are laid out for a search.
const FEW_CHUNKS: usize = 24;

/// How a search stands.
#[derive(Debug, Default)]
enum State {
    /// Nobody searches.
    #[default]
    Closed,
    /// The words are being typed.
    Typing,
    /// Something was found, or nothing was.
    Found(Option<Spot>),
}

/// A search.
#[derive(Debug, Default)]
pub(super) struct Find {
    state: State,
    field: Field,
    /// What is sought, evened out.
    needle: String,
    /// Where the search began.
    from: Spot,
}

impl Find {
    /// Begins to type, with the words of the last time.
    pub(super) fn open(&mut self) {
        self.state = State::Typing;
        self.field = Field::default();
        self.needle.clear();
    }

    /// Whether there is a search.
    pub(super) fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed)
    }

    /// Whether words are being typed.
    pub(super) fn is_typing(&self) -> bool {
        matches!(self.state, State::Typing)
    }

    /// Takes a key of the field.
    pub(super) fn press(&mut self, key: Key) {
        if self.is_typing() {
            self.field.press(key);
        }
    }

    /// Takes a pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        if self.is_typing() {
            self.field.paste(text);
        }
    }

    /// Begins to search; nothing typed is no search.
    pub(super) fn begin(&mut self, from: Spot) {
        self.needle = fold(self.field.text().trim());
        self.from = from;
        self.state = if self.needle.is_empty() { State::Closed } else { State::Found(None) };
    }

    /// Goes to the next hit (or the one before), past the end to the beginning.
    pub(super) fn seek(&mut self, scroll: &mut Scroll, document: &Document, forth: bool) {
        let State::Found(last) = self.state else { return };
        let chunks = scroll.chunks();
        let from = last.unwrap_or(self.from);
        let mut hit = None;
        for step in 0..=chunks {
            let chunk = if forth { from.chunk + step } else { from.chunk + chunks - step } % chunks.max(1);
            let beyond = |row: usize| match (step == 0, forth) {
                (false, _) => true,
                (true, true) => row > from.row || (last.is_none() && row == from.row),
                (true, false) => row < from.row,
            };
            hit = self.hit_in(scroll, document, chunk, forth, &beyond);
            if hit.is_some() {
                break;
            }
        }
        self.state = State::Found(hit.or(last));
        if let Some(spot) = hit {
            scroll.show(document, spot);
        }
    }

    fn hit_in(
        &self,
        scroll: &mut Scroll,
        document: &Document,
        chunk: usize,
        forth: bool,
        beyond: &dyn Fn(usize) -> bool,
    ) -> Option<Spot> {
        if scroll.chunks() > FEW_CHUNKS && !self.may_hold(document, scroll.chunk_range(document, chunk)) {
            return None;
        }
        let rows = rows_with(scroll.rows_anyway(document, chunk), &self.needle);
        let mut hits = rows.into_iter().filter(|row| beyond(*row));
        let row = if forth { hits.next() } else { hits.next_back() };
        row.map(|row| Spot { chunk, row })
    }

    fn may_hold(&self, document: &Document, range: Range<usize>) -> bool {
        let longest = self.needle.split(' ').max_by_key(|word| word.len()).unwrap_or_default();
        let source = document.source().get(range).unwrap_or_default();
        if source.is_ascii() { source.to_ascii_lowercase().contains(longest) } else { fold(source).contains(longest) }
    }

    /// Returns the bytes of a text that are what is sought.
    pub(super) fn matches(&self, text: &str) -> Vec<Range<usize>> {
        if self.needle.is_empty() || self.is_typing() {
            return Vec::new();
        }
        let (folded, origins) = folded_with_origins(text);
        let hits = folded.match_indices(&self.needle);
        hits.filter_map(|(at, hit)| {
            let start = *origins.get(at)?;
            let end = origins.get(at + hit.len()).copied().unwrap_or(text.len());
            (start < end).then_some(start..end)
        })
        .collect()
    }

    /// Draws the field, or what came of the search; returns where the cursor is.
    pub(super) fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (theme, words) = (&scene.look.theme, &scene.look.words);
        if !self.is_open() || area.is_empty() {
            return None;
        }
        put(&Line::from(Span::styled("/ ", theme.now)), area, 0, buf);
        let inside = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2).min(40), ..area };
        if self.is_typing() {
            return self.field.render(theme.text.patch(theme.panel), inside, buf);
        }
        let mut spans = vec![Span::styled(self.field.text().to_owned(), theme.text)];
        if matches!(self.state, State::Found(None)) {
            spans.push(Span::styled(format!("   {}", words.get("nothing-found")), theme.warn));
        }
        put(&Line::from(spans), area, 2, buf);
        None
    }
}

/// The rows on which a hit begins, in order; a hit may go on in the next row.
fn rows_with(rows: &Rows, needle: &str) -> Vec<usize> {
    let mut text = String::new();
    let mut starts = Vec::with_capacity(rows.rows.len());
    for row in &rows.rows {
        starts.push(text.len());
        text.push_str(&fold(&row.words()));
        text.push(' ');
    }
    let row_of = |at: usize| starts.partition_point(|start| *start <= at).saturating_sub(1);
    let mut found: Vec<usize> = text.match_indices(needle).map(|(at, _)| row_of(at)).collect();
    found.dedup();
    found
}

/// Evens a text out, and says for each byte of that which byte of the text it came from.
fn folded_with_origins(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let part = if c.is_ascii() { c.to_ascii_lowercase().to_string() } else { fold(c.encode_utf8(&mut [0; 4])) };
        if part == " " && folded.ends_with(' ') {
            continue;
        }
        origins.extend(std::iter::repeat_n(at, part.len()));
        folded.push_str(&part);
    }
    (folded, origins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(needle: &str, text: &'a str) -> Vec<&'a str> {
        let find = Find { state: State::Found(None), needle: fold(needle), ..Find::default() };
        find.matches(text).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn hits_are_found_whatever_their_accents_and_capitals() {
        assert_eq!(found("ete", "L'Été, l'été, e\u{301}te\u{301}"), ["Été", "été", "e\u{301}te\u{301}"]);
        assert_eq!(found("l'a", "l’angle"), ["l’a"]);
        assert_eq!(found("a b", "a  b a b"), ["a  b", "a b"]);
        assert!(found("x", "abc").is_empty() && found("", "abc").is_empty());
    }
}
