//! The signs at the right edge that say that a text goes on above, or below.
//!
//! Apart from what scrolls, so that all of it says so alike. Whoever wraps a text leaves the last cell of a row for them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::Pick;
use super::ends::put;
use super::frame::rule;
use crate::tui::look::Look;

/// Draws the signs over an area in which lines from `top` on are in view, of which `last` is the last that can be.
pub fn more(top: usize, last: usize, look: &Look, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let [up, down, ..] = look.glyphs.arrows;
    let Some(column) = usize::from(area.width).checked_sub(1) else { return };
    let above = area.rows().next().filter(|_| top > 0);
    let below = area.rows().next_back().filter(|_| top < last);
    for (sign, row) in [(up, above), (down, below)] {
        if let Some(row) = row {
            put(&Line::styled(sign, look.theme.now), row, column, buf);
        }
    }
}

/// Draws a thin rule under a list, with the sign on it where the list goes on below.
pub fn rule_under(list: Pick, len: usize, height: u16, look: &Look, place: Rect, buf: &mut Buffer) {
    rule(place, look, buf);
    if list.top() + usize::from(height) < len {
        let sign = Line::styled(look.glyphs.arrows[1], look.theme.now);
        put(&sign, place.intersection(buf.area), usize::from(place.width.saturating_sub(2)), buf);
    }
}
