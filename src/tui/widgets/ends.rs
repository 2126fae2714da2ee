//! One row with something at its left and something at its right end.
//!
//! Apart because headers, track headings, status rows and footers all are this row. The right end is tabular and
//! stays whole; the left end gives way and shows that it was cut.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text::is_a_cell;
use crate::tui::width::{truncate, width};

/// A row with two ends.
#[derive(Debug, Clone, Default)]
pub struct Ends {
    left: Line<'static>,
    right: Line<'static>,
    more: &'static str,
}

impl Ends {
    /// Puts a row together; `more` shows where the left end was cut.
    pub fn new(left: impl Into<Line<'static>>, right: impl Into<Line<'static>>, more: &'static str) -> Self {
        Self { left: left.into(), right: right.into(), more }
    }
}

impl Ends {
    /// Draws the row.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let cells = usize::from(area.width);
        let right = cut(&self.right, cells, self.more);
        let taken = line_width(&right);
        let room = if taken == 0 { cells } else { cells.saturating_sub(taken + 1) };
        put(&cut(&self.left, room, self.more), area, 0, buf);
        put(&right, area, cells - taken, buf);
    }
}

/// Returns the cells that a line takes.
pub fn line_width(line: &Line<'_>) -> usize {
    line.spans.iter().map(|span| width(&span.content)).sum()
}

/// Returns a line cut to at most `cells`, spans and their styles kept.
pub fn cut(line: &Line<'_>, cells: usize, more: &str) -> Line<'static> {
    let mut left = cells;
    let mut spans = Vec::new();
    if line_width(line) <= cells {
        let owned = |span: &Span<'_>| Span::styled(span.content.to_string(), span.style);
        return line.spans.iter().map(owned).collect::<Line<'_>>().style(line.style);
    }
    for span in &line.spans {
        let wide = width(&span.content);
        let last = wide + width(more) > left;
        let text = if last { truncate(&(span.content.clone() + more), left, more) } else { span.content.to_string() };
        left = left.saturating_sub(width(&text));
        spans.push(Span::styled(text, span.style));
        if last {
            break;
        }
    }
    Line::from(spans).style(line.style)
}

/// Writes a line into an area's first row, some cells from its left.
pub fn put(line: &Line<'_>, area: Rect, from: usize, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let room = usize::from(area.width).checked_sub(from);
    let Some(mut room) = room.filter(|room| *room > 0 && area.height > 0) else { return };
    for span in &line.spans {
        let x = area.right() - u16::try_from(room).unwrap_or(area.width);
        let taken = put_text(&span.content, line.style.patch(span.style), (x, area.y), room, buf);
        room = room.saturating_sub(taken);
        if room == 0 {
            break;
        }
    }
}

/// Writes a text into at most so many cells; returns how many it took. A key paints the whole screen anew, and most of
/// it is text of one cell a character: that needs no rules for clusters and widths.
pub fn put_text(text: &str, style: Style, (x, y): (u16, u16), room: usize, buf: &mut Buffer) -> usize {
    if !text.chars().all(is_a_cell) {
        let (end, _) = buf.set_stringn(x, y, text, room, style);
        return usize::from(end.saturating_sub(x));
    }
    let from = buf.index_of(x, y);
    let cells = buf.content.iter_mut().skip(from).take(room);
    cells.zip(text.chars()).map(|(cell, c)| cell.set_char(c).set_style(style)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(left: &str, right: &str, cells: u16) -> String {
        let area = Rect::new(0, 0, cells, 1);
        let mut buf = Buffer::empty(area);
        Ends::new(left.to_owned(), right.to_owned(), "…").draw(area, &mut buf);
        buf.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn the_left_end_gives_way_to_the_right() {
        assert_eq!(drawn("Newsroom", "14:32", 16), "Newsroom   14:32");
        assert_eq!(drawn("Newsroom", "14:32", 12), "Newsr… 14:32");
        assert_eq!(drawn("Newsroom", "14:32", 5), "14:32");
        assert_eq!(drawn("Newsroom", "14:32", 3), "14…");
        assert_eq!(drawn("", "", 0), "");
    }

    #[test]
    fn a_cut_keeps_the_spans_before_it() {
        let line = Line::from(vec![Span::raw("ab "), Span::raw("cdef"), Span::raw("gh")]);
        let kept = |cells| cut(&line, cells, "…").spans.iter().map(|s| s.content.to_string()).collect::<Vec<_>>();
        assert_eq!(kept(9), ["ab ", "cdef", "gh"]);
        assert_eq!(kept(8), ["ab ", "cdef", "…"]);
        assert_eq!(kept(6), ["ab ", "cd…"]);
    }

    #[test]
    fn the_quick_way_writes_what_the_library_writes() {
        for c in (' '..='\u{2fff}').filter(|c| is_a_cell(*c)) {
            let text = format!("a{c}{c}b");
            let (mut ours, mut theirs) = (Buffer::empty(Rect::new(0, 0, 6, 1)), Buffer::empty(Rect::new(0, 0, 6, 1)));
            let style = Style::new().bold();
            assert_eq!(put_text(&text, style, (1, 0), 9, &mut ours), 4, "{c:?}");
            theirs.set_stringn(1, 0, &text, 9, style);
            assert_eq!(ours, theirs, "{c:?}");
        }
    }

    #[test]
    fn a_line_ends_where_its_area_does_whatever_it_consists_of() {
        for text in ["abcdefgh", "ab\u{301}cdefg", "新闻交换稿", "a😀b😀c"] {
            for (from, width) in [(0, 5), (3, 5), (5, 5), (7, 5), (0, 0)] {
                let (area, mut ours) = (Rect::new(1, 0, width, 1), Buffer::empty(Rect::new(0, 0, 6, 1)));
                let mut theirs = ours.clone();
                let line = Line::from_iter([Span::from(text), Span::from(text)]);
                put(&line, area, from, &mut ours);
                if let Some(room) = width.checked_sub(from as u16).filter(|room| *room > 0) {
                    theirs.set_line(area.x + from as u16, 0, &line, room);
                }
                assert_eq!(ours, theirs, "{text} from {from} of {width}");
            }
        }
    }
}
