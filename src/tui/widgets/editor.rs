//! A text that is written: one line in a field, or many lines that wrap.
//!
//! Apart so that forms and long texts take keys alike: movement by clusters and words, selection, undo, paste. The
//! text area of ratatui moves by characters, which splits `é` from its accent, and draws itself, where a form sets
//! rows among rows of its own. It holds words, not their meaning; control characters never get in.

mod history;
mod moves;
mod rows;

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::Span;

use crate::text::is_foreign;
use crate::tui::input::{Code, Key};
use history::{Change, History};

/// What a key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// It means nothing here.
    Nothing,
    /// The cursor or the selection is another.
    Moved,
    /// The text is another.
    Changed,
}

impl Pressed {
    fn moved(is_so: bool) -> Self {
        if is_so { Self::Moved } else { Self::Nothing }
    }

    fn changed(is_so: bool) -> Self {
        if is_so { Self::Changed } else { Self::Nothing }
    }
}

/// A text with a cursor in it.
#[derive(Debug, Clone)]
pub struct Editor {
    text: String,
    is_long: bool,
    /// The most characters.
    most: usize,
    cursor: usize,
    /// The other end of the selection.
    anchor: Option<usize>,
    /// The column that up and down keep to.
    goal: Option<usize>,
    history: History,
}

impl Editor {
    /// Makes one line of at most so many characters, with the cursor at its end.
    pub fn line(text: &str, most: usize) -> Self {
        Self::new(text, most, false)
    }

    /// Makes lines that wrap, of at most so many characters together, with the cursor at the end.
    pub fn long(text: &str, most: usize) -> Self {
        Self::new(text, most, true)
    }

    fn new(text: &str, most: usize, is_long: bool) -> Self {
        let text: String = fitting(text, is_long).collect();
        let cursor = text.len();
        Self { text, is_long, most, cursor, anchor: None, goal: None, history: History::default() }
    }

    /// Puts the cursor at the beginning.
    #[must_use]
    pub fn at_start(mut self) -> Self {
        self.cursor = 0;
        self
    }

    /// Returns what was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the byte before which the cursor stands.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Returns the bytes that are selected, if any are.
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.select(0..self.text.len());
    }

    /// Selects some bytes.
    pub fn select(&mut self, bytes: Range<usize>) {
        let end = self.text.len();
        self.anchor = Some(moves::snap(&self.text, bytes.start.min(end)));
        self.cursor = moves::snap(&self.text, bytes.end.min(end));
        self.history.close();
    }

    /// Returns the rows in so many cells: their bytes.
    pub fn rows(&self, cells: usize) -> Vec<Range<usize>> {
        rows::rows(&self.text, cells)
    }

    /// Returns the part of one line that fits into so many cells and holds the cursor, and the cursor's cell in it.
    pub fn window(&self, cells: usize) -> (Range<usize>, usize) {
        rows::window(&self.text, self.cursor, cells)
    }

    /// Returns the row and the cell of the cursor.
    pub fn cursor_in(&self, rows: &[Range<usize>], cells: usize) -> (usize, usize) {
        let row = rows::row_of(rows, self.cursor);
        let column = rows.get(row).map_or(0, |bytes| rows::column_of(&self.text, bytes, self.cursor));
        (row, column.min(cells))
    }

    /// Returns a row as pieces: `base` with `chosen` over what is selected, and other styles over other bytes.
    pub fn pieces(
        &self,
        row: &Range<usize>,
        base: Style,
        chosen: Style,
        over: &[(Range<usize>, Style)],
    ) -> Vec<Span<'static>> {
        let selected = self.selection().map(|bytes| (bytes, chosen));
        let layers: Vec<_> = over.iter().cloned().chain(selected).collect();
        pieces(&self.text, row, base, &layers)
    }

    /// Takes a key; `cells` is the width in which the rows stand.
    pub fn press(&mut self, key: Key, cells: usize) -> Pressed {
        if !matches!(key.code, Code::Up | Code::Down) {
            self.goal = None;
        }
        match key.text() {
            Some(c) => Pressed::changed(self.insert(&c.to_string())),
            None if key.ctrl && matches!(key.code, Code::Char(_)) => self.command(key),
            None => self.edit_or_move(key, cells),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other keys do nothing in a text")]
    fn command(&mut self, key: Key) -> Pressed {
        match key.code {
            Code::Char('a') => {
                self.select_all();
                Pressed::Moved
            }
            Code::Char('z') => self.undo(),
            Code::Char('y') => self.redo(),
            Code::Char('w') => self.delete(moves::word_before),
            _ => Pressed::Nothing,
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other keys do nothing in a text")]
    fn edit_or_move(&mut self, key: Key, cells: usize) -> Pressed {
        let by_word = key.ctrl || key.alt;
        match key.code {
            Code::Enter if self.is_long => Pressed::changed(self.insert("\n")),
            Code::Backspace if by_word => self.delete(moves::word_before),
            Code::Backspace => self.delete(moves::before),
            Code::Delete if by_word => self.delete(moves::word_after),
            Code::Delete => self.delete(moves::after),
            Code::Up | Code::Down => self.step_row(key, cells),
            _ => match self.target(key, by_word, cells) {
                Some(to) => Pressed::moved(self.go(to, key.shift)),
                None => Pressed::Nothing,
            },
        }
    }

    /// Returns where a key leads.
    fn target(&self, key: Key, by_word: bool, cells: usize) -> Option<usize> {
        let text = self.text.as_str();
        let selected = self.selection().filter(|_| !key.shift && !by_word);
        Some(match (key.code, selected) {
            (Code::Left, Some(selected)) => selected.start,
            (Code::Right, Some(selected)) => selected.end,
            (Code::Left, None) if by_word => moves::word_before(text, self.cursor),
            (Code::Right, None) if by_word => moves::word_after(text, self.cursor),
            (Code::Left, None) => moves::before(text, self.cursor),
            (Code::Right, None) => moves::after(text, self.cursor),
            (Code::Home, _) if by_word || !self.is_long => 0,
            (Code::End, _) if by_word || !self.is_long => text.len(),
            (Code::Home, _) => {
                let rows = self.rows(cells);
                rows.get(rows::row_of(&rows, self.cursor))?.start
            }
            (Code::End, _) => {
                let rows = self.rows(cells);
                rows::end_of(text, &rows, rows::row_of(&rows, self.cursor))
            }
            _ => return None,
        })
    }

    /// Goes a row up or down, in the column where the way began.
    fn step_row(&mut self, key: Key, cells: usize) -> Pressed {
        let rows = self.rows(cells);
        let (row, column) = self.cursor_in(&rows, cells);
        let goal = *self.goal.get_or_insert(column);
        let next = if key.code == Code::Up { row.checked_sub(1) } else { Some(row + 1) };
        let Some((next, bytes)) = next.and_then(|next| Some((next, rows.get(next)?))) else { return Pressed::Nothing };
        let to = rows::place_at(&self.text, bytes, goal).min(rows::end_of(&self.text, &rows, next));
        Pressed::moved(self.go(to, key.shift))
    }

    /// Moves the cursor; says whether anything is another then.
    fn go(&mut self, to: usize, selects: bool) -> bool {
        let before = (self.cursor, self.selection());
        self.anchor = if selects { self.anchor.or(Some(self.cursor)) } else { None };
        self.cursor = to;
        self.history.close();
        before != (self.cursor, self.selection())
    }

    /// Puts the cursor on a cell of a row.
    pub fn click(&mut self, rows: &[Range<usize>], row: usize, column: usize) {
        let last = rows.len().saturating_sub(1);
        if let Some(bytes) = rows.get(row.min(last)) {
            let to = rows::place_at(&self.text, bytes, column);
            self.go(to.min(rows::end_of(&self.text, rows, row.min(last))), false);
        }
    }

    /// Takes a pasted text, cut to what there is room for; says whether the text is another now.
    pub fn paste(&mut self, text: &str) -> bool {
        self.history.close();
        let is_other = self.insert(&text.replace("\r\n", "\n").replace('\r', "\n"));
        self.history.close();
        is_other
    }

    fn insert(&mut self, text: &str) -> bool {
        let over = self.selection().unwrap_or(self.cursor..self.cursor);
        let stays = self.text.chars().count() - self.text.get(over.clone()).map_or(0, |out| out.chars().count());
        let fits: String = fitting(text, self.is_long).take(self.most.saturating_sub(stays)).collect();
        !fits.is_empty() && self.replace(over, fits)
    }

    fn delete(&mut self, end: fn(&str, usize) -> usize) -> Pressed {
        let to = end(&self.text, self.cursor);
        let range = self.selection().unwrap_or(to.min(self.cursor)..to.max(self.cursor));
        Pressed::changed(self.replace(range, String::new()))
    }

    /// Puts a text instead of some bytes, remembered; says whether the text is another now.
    fn replace(&mut self, range: Range<usize>, inserted: String) -> bool {
        let removed = self.text.get(range.clone()).unwrap_or_default().to_owned();
        if removed == inserted {
            return false;
        }
        let change = Change { at: range.start, removed, inserted };
        self.apply(&change);
        self.history.record(change);
        true
    }

    fn apply(&mut self, change: &Change) {
        let end = change.at + change.inserted.len();
        self.text.replace_range(change.at..change.at + change.removed.len(), &change.inserted);
        self.cursor = moves::snap(&self.text, end);
        self.anchor = None;
    }

    /// Takes the last change back.
    fn undo(&mut self) -> Pressed {
        let change = self.history.undo();
        change.map_or(Pressed::Nothing, |change| {
            self.apply(&change);
            Pressed::Changed
        })
    }

    /// Does what was taken back last again.
    fn redo(&mut self) -> Pressed {
        let change = self.history.redo();
        change.map_or(Pressed::Nothing, |change| {
            self.apply(&change);
            Pressed::Changed
        })
    }
}

/// Returns the characters of a text that may stand in an editor; in one line, line ends are spaces.
fn fitting(text: &str, is_long: bool) -> impl Iterator<Item = char> + '_ {
    let even = move |c: char| if c.is_whitespace() && !(is_long && c == '\n') { even_space(c) } else { c };
    text.chars().map(even).filter(|c| *c == '\n' || !is_foreign(*c))
}

/// No-break spaces are kept: French needs them before its signs.
fn even_space(c: char) -> char {
    if matches!(c, '\u{a0}' | '\u{202f}') { c } else { ' ' }
}

/// Returns some bytes of a text as pieces, each in the base style with the layers over it in their order.
pub fn pieces(text: &str, row: &Range<usize>, base: Style, layers: &[(Range<usize>, Style)]) -> Vec<Span<'static>> {
    let inside = |at: &usize| row.start < *at && *at < row.end;
    let edges = layers.iter().flat_map(|(bytes, _)| [bytes.start, bytes.end]).filter(inside);
    let mut cuts: Vec<usize> = edges.chain([row.start, row.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let style = |at: usize| {
        let over = layers.iter().filter(|(bytes, _)| bytes.contains(&at));
        over.fold(base, |style, (_, layer)| style.patch(*layer))
    };
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs.filter_map(|(from, to)| Some(Span::styled(text.get(*from..*to)?.to_owned(), style(*from)))).collect()
}

#[cfg(test)]
mod tests;
