//! One row with something at its left and something at its right end.
//!
//! Apart because headers, track headings, status rows and footers all are this row. The right end is tabular and
//! stays whole; the left end gives way and shows that it was cut.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

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
    let Ok(from) = u16::try_from(from) else { return };
    let area = area.intersection(buf.area);
    if from < area.width && area.height > 0 {
        buf.set_line(area.x + from, area.y, line, area.width - from);
    }
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
}
