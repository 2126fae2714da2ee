//! A box over the screen: a word looked up, a question to decide, an outline.
//!
//! Apart because a box has to clear what is under it and stay inside the screen at every size. What it holds is given
//! as lines; keys are the screen's matter.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use super::ends::{cut, line_width, put};
use crate::tui::look::Look;

/// A box with a title and lines.
#[derive(Debug)]
pub struct Dialog<'a> {
    look: &'a Look,
    title: Line<'static>,
    lines: Vec<Line<'static>>,
    width: u16,
}

impl<'a> Dialog<'a> {
    /// Makes a box; its lines are already wrapped to `width`.
    pub fn new(look: &'a Look, title: impl Into<Line<'static>>, lines: Vec<Line<'static>>, width: u16) -> Self {
        Self { look, title: title.into(), lines, width }
    }

    /// Returns the width that lines should be wrapped to on an area, at most `most`.
    pub fn inner_width(area: Rect, most: u16) -> u16 {
        area.width.saturating_sub(6).min(most)
    }

    /// Returns where the box stands on an area: in its middle.
    pub fn place(&self, area: Rect) -> Rect {
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let (width, height) = (self.width.saturating_add(4).min(area.width), lines.saturating_add(2).min(area.height));
        let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 2);
        Rect { x, y, width, height }
    }

    /// Returns the inside of a box that stands at a place.
    pub fn inside(place: Rect) -> Rect {
        Rect {
            x: place.x + 2.min(place.width),
            y: place.y + 1.min(place.height),
            width: place.width.saturating_sub(4),
            height: place.height.saturating_sub(2),
        }
    }

    /// Draws the box; returns its inside.
    pub fn render(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let area = area.intersection(buf.area);
        let place = self.place(area);
        let theme = &self.look.theme;
        Clear.render(place, buf);
        buf.set_style(place, theme.ground.patch(theme.panel));
        self.edges(place, buf);
        let inside = Self::inside(place);
        for (row, line) in inside.rows().zip(&self.lines) {
            put(&cut(line, usize::from(row.width), self.look.glyphs.more), row, 0, buf);
        }
        inside
    }

    fn edges(&self, place: Rect, buf: &mut Buffer) {
        let [top_left, top_right, bottom_left, bottom_right] = self.look.glyphs.corners;
        let [across, down] = self.look.glyphs.rule;
        let theme = &self.look.theme;
        if place.width < 2 || place.height < 2 {
            return;
        }
        let line = across.repeat(usize::from(place.width - 2));
        buf.set_string(place.x, place.y, format!("{top_left}{line}{top_right}"), theme.rule);
        buf.set_string(place.x, place.bottom() - 1, format!("{bottom_left}{line}{bottom_right}"), theme.rule);
        for y in place.y + 1..place.bottom() - 1 {
            buf.set_string(place.x, y, down, theme.rule);
            buf.set_string(place.right() - 1, y, down, theme.rule);
        }
        self.write_title(place, buf);
    }

    fn write_title(&self, place: Rect, buf: &mut Buffer) {
        if line_width(&self.title) == 0 || place.width < 8 {
            return;
        }
        let row = Rect { x: place.x + 1, width: place.width - 2, height: 1, ..place };
        let mut title = cut(&self.title, usize::from(row.width) - 4, self.look.glyphs.more);
        title.spans.insert(0, " ".into());
        title.spans.push(" ".into());
        put(&title, row, 1, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn drawn(width: u16, height: u16) -> String {
        let look = testing::look("en");
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        Dialog::new(&look, "Title", vec![Line::raw("one"), Line::raw("two words")], 9).render(area, &mut buf);
        testing::text(&buf)
    }

    #[test]
    fn a_box_stands_in_the_middle_and_holds_its_lines() {
        assert_eq!(drawn(17, 6), "\n  ┌─ Title ───┐\n  │ one       │\n  │ two words │\n  └───────────┘\n");
    }

    #[test]
    fn a_box_is_cut_to_any_screen() {
        for width in 0..20 {
            for height in 0..8 {
                drawn(width, height);
            }
        }
    }
}
