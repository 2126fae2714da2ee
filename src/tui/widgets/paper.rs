//! A question as lines, and the places on them that can be chosen.
//!
//! Apart from the kinds because all of them hang wrapped text behind a sign, and because keys and mouse find their
//! way by the same places. A paper knows no question: it is written by a kind, and then only looked at.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::course::markdown::{References, blocks_of};
use crate::text::width;
use crate::tui::look::Look;
use crate::tui::markdown::{Setting, rows_of};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::more;

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Spot {
    /// Something that takes the focus, counted from 0.
    Control(usize),
    /// A target or category, in the order shown.
    Target(usize),
    /// A word of a text to mark.
    Word(usize),
}

/// A place on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    spot: Spot,
    rows: Range<usize>,
    columns: Range<usize>,
}

/// Lines, and the places on them.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct Paper {
    /// The lines.
    pub(in crate::tui) lines: Vec<Line<'static>>,
    places: Vec<Place>,
    /// Where the cursor is, by line and column.
    pub(in crate::tui) cursor: Option<(usize, usize)>,
}

impl Paper {
    /// Finds what stands at a line and a column; a word is found before the text it belongs to.
    pub(in crate::tui) fn spot_at(&self, line: usize, column: usize) -> Option<Spot> {
        let place = self.places.iter().find(|p| p.rows.contains(&line) && p.columns.contains(&column))?;
        Some(place.spot)
    }

    /// Returns the lines that something takes.
    pub(in crate::tui) fn rows_of(&self, spot: Spot) -> Option<Range<usize>> {
        self.places.iter().find(|place| place.spot == spot).map(|place| place.rows.clone())
    }

    /// Returns the last line that can stand at the top of an area, so that the paper's end is at its foot.
    pub(in crate::tui) fn last_top(&self, area: Rect) -> usize {
        self.lines.len().saturating_sub(usize::from(area.height))
    }

    /// Returns the line that is to stand at the top so that some rows are seen; the view moves no more than it must.
    pub(in crate::tui) fn top_showing(rows: &Range<usize>, top: usize, area: Rect) -> usize {
        rows.end.saturating_sub(usize::from(area.height)).max(top).min(rows.start)
    }

    /// Draws the lines from one on, and says at the right edge that there is more above or below. Returns where the
    /// cursor is: where it was put, or at the first line shown.
    pub(in crate::tui) fn view(&self, top: usize, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        for (line, row) in self.lines.iter().skip(top).zip(area.rows()) {
            put(line, row, 0, buf);
        }
        more(top, self.last_top(area), look, area, buf);
        let (line, column) = self.cursor.unwrap_or((top, 0));
        let y = u16::try_from(line.checked_sub(top)?).ok()?;
        let x = u16::try_from(column).ok()?;
        Some(Position::new(area.x.saturating_add(x), area.y.saturating_add(y))).filter(|at| area.contains(*at))
    }

    /// Finds the word that stands nearest in the next line above (or below) that has words.
    pub(in crate::tui) fn word_beside(&self, word: usize, below: bool) -> Option<usize> {
        let here = self.places.iter().find(|place| place.spot == Spot::Word(word))?;
        let is_beyond =
            |p: &&Place| if below { p.rows.start > here.rows.start } else { p.rows.start < here.rows.start };
        let words = || self.places.iter().filter(|place| matches!(place.spot, Spot::Word(_))).filter(is_beyond);
        let rows = words().map(|place| place.rows.start);
        let row = if below { rows.min() } else { rows.max() }?;
        let nearest =
            words().filter(|p| p.rows.start == row).min_by_key(|p| p.columns.start.abs_diff(here.columns.start));
        nearest.and_then(|place| if let Spot::Word(at) = place.spot { Some(at) } else { None })
    }
}

/// What stands before wrapped text: on its first line, and as many cells of nothing on the others.
#[derive(Debug, Clone, Default)]
pub(in crate::tui) struct Lead(Vec<Span<'static>>);

impl Lead {
    /// Makes a lead of pieces.
    pub(in crate::tui) fn of(pieces: impl IntoIterator<Item = Span<'static>>) -> Self {
        Self(pieces.into_iter().collect())
    }

    /// Makes a lead of so many spaces.
    pub(in crate::tui) fn spaces(cells: usize) -> Self {
        Self(vec![Span::raw(" ".repeat(cells))])
    }

    fn cells(&self) -> usize {
        self.0.iter().map(|span| width(&span.content)).sum()
    }
}

/// Writes a paper.
pub(in crate::tui) struct Writer<'a> {
    /// How it looks.
    pub(in crate::tui) look: &'a Look,
    references: &'a dyn References,
    setting: Setting,
    paper: Paper,
}

impl<'a> Writer<'a> {
    /// Begins with nothing.
    pub(in crate::tui) fn new(look: &'a Look, references: &'a dyn References, cells: usize) -> Self {
        Self { look, references, setting: Setting::new(cells, look), paper: Paper::default() }
    }

    /// Returns how many cells a line has.
    pub(in crate::tui) fn cells(&self) -> usize {
        self.setting.width
    }

    /// Returns whether it is as narrow as a phone, so that signs stand closer.
    pub(in crate::tui) fn is_narrow(&self) -> bool {
        self.cells() < 56
    }

    /// Leaves a line empty, unless nothing stands above or the line above is empty already.
    pub(in crate::tui) fn space(&mut self) {
        if self.paper.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.paper.lines.push(Line::default());
        }
    }

    /// Writes one line as it is.
    pub(in crate::tui) fn line(&mut self, line: Line<'static>) {
        self.paper.lines.push(line);
    }

    /// Writes Markdown of the course, wrapped behind a lead; `style` is laid over that of the words.
    pub(in crate::tui) fn markdown(&mut self, lead: Lead, text: &str, style: Style) {
        self.markdown_rows(lead, text, style);
    }

    /// Writes Markdown and returns how many lines it took.
    pub(in crate::tui) fn markdown_rows(&mut self, lead: Lead, text: &str, style: Style) -> usize {
        let cells = self.cells().saturating_sub(lead.cells()).max(1);
        let setting = Setting { width: cells, ..self.setting.clone() };
        let rows = rows_of(&blocks_of(text, self.references), &setting).rows;
        let theme = &self.look.theme;
        let words = rows.iter().map(|row| {
            let spans = row.pieces.iter().map(|p| Span::styled(p.text.clone(), p.face.style(theme).patch(style)));
            spans.collect()
        });
        self.hang(lead, words.collect());
        rows.len().max(1)
    }

    /// Returns how many cells of the last line are taken.
    pub(in crate::tui) fn last_width(&self) -> usize {
        self.paper.lines.last().map_or(0, |line| line.spans.iter().map(|span| width(&span.content)).sum())
    }

    /// Adds something to the last line at a column that is free.
    pub(in crate::tui) fn append(&mut self, column: usize, span: Span<'static>) {
        let gap = column.saturating_sub(self.last_width());
        if let Some(line) = self.paper.lines.last_mut() {
            line.spans.extend([Span::raw(" ".repeat(gap)), span]);
        }
    }

    /// Writes words of our own, wrapped behind a lead.
    pub(in crate::tui) fn words(&mut self, lead: Lead, text: &str, style: Style) {
        let cells = self.cells().saturating_sub(lead.cells()).max(1);
        let lines = crate::text::wrap(text, cells).into_iter().map(|line| vec![Span::styled(line, style)]);
        self.hang(lead, lines.collect());
    }

    /// Writes pieces of text behind a lead, wrapped between words and where they were broken before; a word that is
    /// wider than a line is broken.
    pub(in crate::tui) fn pieces(&mut self, lead: Lead, pieces: Vec<Span<'static>>) {
        let cells = self.cells().saturating_sub(lead.cells()).max(2);
        let mut flow = Flow { lines: vec![Vec::new()], taken: 0, cells };
        for piece in pieces {
            piece.content.split_inclusive([' ', '\n']).for_each(|word| flow.word(word, piece.style));
        }
        self.hang(lead, flow.lines);
    }

    /// Writes lines behind a lead; the lead stands even where there are none.
    fn hang(&mut self, lead: Lead, mut lines: Vec<Vec<Span<'static>>>) {
        if lines.is_empty() {
            lines.push(Vec::new());
        }
        let rest = Span::raw(" ".repeat(lead.cells()));
        let mut first = Some(lead.0);
        for spans in lines {
            let mut line = first.take().unwrap_or_else(|| vec![rest.clone()]);
            line.extend(spans);
            self.paper.lines.push(Line::from(line));
        }
    }

    /// Writes what belongs to one place, over the whole width.
    pub(in crate::tui) fn place(&mut self, spot: Spot, write: impl FnOnce(&mut Self)) {
        let from = self.paper.lines.len();
        write(self);
        let rows = from..self.paper.lines.len();
        self.paper.places.push(Place { spot, rows, columns: 0..usize::MAX });
    }

    /// Says that the last line has a place in these columns.
    pub(in crate::tui) fn place_in_line(&mut self, spot: Spot, columns: Range<usize>) {
        let last = self.paper.lines.len().saturating_sub(1);
        self.paper.places.push(Place { spot, rows: last..last + 1, columns });
    }

    /// Puts the cursor on a column of the line that comes next.
    pub(in crate::tui) fn cursor_on_next_line(&mut self, column: usize) {
        self.paper.cursor = Some((self.paper.lines.len(), column));
    }

    /// Returns the paper.
    pub(in crate::tui) fn finish(self) -> Paper {
        self.paper
    }
}

/// Words put one after the other into lines of a width.
struct Flow {
    lines: Vec<Vec<Span<'static>>>,
    taken: usize,
    cells: usize,
}

impl Flow {
    /// Puts a word with the space or the break after it.
    fn word(&mut self, word: &str, style: Style) {
        let bare = word.trim_end_matches([' ', '\n']);
        if self.taken > 0 && self.taken + width(bare) > self.cells {
            self.new_line();
        }
        for (at, part) in crate::text::wrap(bare, self.cells).into_iter().enumerate() {
            if at > 0 {
                self.new_line();
            }
            self.put(&part, style);
        }
        match word.strip_prefix(bare) {
            Some(" ") => self.put(" ", style),
            Some("\n") => self.new_line(),
            _ => {}
        }
    }

    fn put(&mut self, text: &str, style: Style) {
        self.taken += width(text);
        self.lines.last_mut().into_iter().for_each(|line| line.push(Span::styled(text.to_owned(), style)));
    }

    fn new_line(&mut self) {
        self.lines.push(Vec::new());
        self.taken = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::words::Words;
    use crate::tui::testing::look;

    fn written(cells: usize, text: &str) -> Vec<String> {
        let (look, words) = (look("en"), Words::default());
        let mut writer = Writer::new(&look, &words, cells);
        writer.pieces(Lead::spaces(2), vec![Span::raw(text.to_owned())]);
        writer.finish().lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_the_words_beside_it_keep_their_space() {
        assert_eq!(written(12, "2104-SANVILA-FLOOD is new"), ["  2104-SANVI", "  LA-FLOOD ", "  is new"]);
    }

    #[test]
    fn breaks_in_a_piece_stay() {
        assert_eq!(written(20, "one two\nthree"), ["  one two", "  three"]);
    }
}
