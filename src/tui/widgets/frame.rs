//! The frame of every screen: a header, thin rules, a body, a footer.
//!
//! Apart so that all screens share their proportions. Rules go first where it is low, then the header.

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::ends::{Ends, put_text};
use crate::tui::look::Look;

/// The parts of a screen; any of them may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame {
    /// The first row.
    pub header: Rect,
    /// The rule under the header; a banner may take its place.
    pub upper: Rect,
    /// Whether a banner does.
    pub has_banner: bool,
    /// What the screen draws into.
    pub body: Rect,
    /// The rule above the footer; a notice may take its place.
    pub lower: Rect,
    /// The last row.
    pub footer: Rect,
}

impl Frame {
    /// Cuts an area into parts; `banner` rows are kept for a banner instead of the upper rule.
    pub fn of(area: Rect, banner: u16) -> Self {
        let inner = if area.width > 30 { area.inner(Margin::new(1, 0)) } else { area };
        let ruled = area.height >= 8;
        let upper = if banner > 0 { banner } else { u16::from(ruled) };
        let heights = [u16::from(area.height >= 3), upper, 0, u16::from(ruled), u16::from(area.height >= 2)];
        let fixed: u16 = heights.iter().sum();
        let body = area.height.saturating_sub(fixed);
        let mut y = inner.y;
        let mut next = |height: u16| {
            let height = height.min(inner.bottom().saturating_sub(y));
            let part = Rect { y, height, ..inner };
            y += height;
            part
        };
        Self {
            header: next(heights[0]),
            upper: next(upper),
            has_banner: banner > 0,
            body: next(body),
            lower: next(heights[3]),
            footer: next(heights[4]),
        }
    }

    /// Draws the header and the rules.
    pub fn render(&self, header: &Ends, look: &Look, buf: &mut Buffer) {
        header.draw(self.header, buf);
        if !self.has_banner {
            rule(self.upper, look, buf);
        }
        rule(self.lower, look, buf);
    }
}

/// Draws a thin rule in the first row of an area.
pub fn rule(area: Rect, look: &Look, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let line = look.glyphs.rule[0].repeat(usize::from(area.width));
    put_text(&line, look.theme.rule, (area.x, area.y), usize::from(area.width), buf);
}

/// Draws a thin rule down the first column of an area.
pub fn rule_down(area: Rect, look: &Look, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.width > 0 {
        area.rows().for_each(|row| buf.set_string(row.x, row.y, look.glyphs.rule[1], look.theme.rule));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_never_overlap_and_fill_the_height() {
        for height in 0..40 {
            for banner in 0..3 {
                let area = Rect::new(0, 0, 40, height);
                let frame = Frame::of(area, banner);
                let parts = [frame.header, frame.upper, frame.body, frame.lower, frame.footer];
                assert!(parts.windows(2).all(|pair| pair[0].bottom() == pair[1].y), "{height} {frame:?}");
                assert_eq!(frame.footer.bottom(), height);
            }
        }
    }

    #[test]
    fn a_full_screen_has_one_row_for_each_part_and_the_rest_for_the_body() {
        let frame = Frame::of(Rect::new(0, 0, 80, 24), 0);
        assert_eq!((frame.header.height, frame.upper.height, frame.lower.height, frame.footer.height), (1, 1, 1, 1));
        assert_eq!(frame.body, Rect::new(1, 2, 78, 20));
    }
}
