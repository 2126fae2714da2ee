//! The outline at the right of a wide reader: which sections there are, which were read, where one is.
//!
//! Apart from the outline box, which can be operated at every width; this one is looked at, and clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::Reader;
use crate::tui::markdown::Scroll;
use crate::tui::page::Scene;
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::frame::rule_down;

fn list(area: Rect) -> Rect {
    let inside = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2), ..area };
    Rect { y: inside.y + 2.min(inside.height), height: inside.height.saturating_sub(2), ..inside }
}

/// The first section listed: where the list is longer than the panel, the current one stays in its middle.
fn first(reader: &Reader, rows: usize) -> usize {
    let here = reader.scroll.as_ref().map_or(0, Scroll::section);
    let all = reader.lesson.document.sections().len();
    here.saturating_sub(rows / 2).min(all.saturating_sub(rows))
}

/// Returns the section that stands at a position.
pub(super) fn section_at(reader: &Reader, at: Position) -> Option<usize> {
    let list = list(reader.parts.side);
    let section = first(reader, usize::from(list.height)) + usize::from(at.y.checked_sub(list.y)?);
    (list.contains(at) && section < reader.lesson.document.sections().len()).then_some(section)
}

/// Draws the outline.
pub(super) fn view(reader: &Reader, scene: Scene<'_>, buf: &mut Buffer) {
    let area = reader.parts.side;
    if area.is_empty() {
        return;
    }
    let look = scene.look;
    rule_down(Rect { width: 1, ..area }, look, buf);
    put(&Line::styled(look.words.get("outline-title").to_uppercase(), look.theme.muted), area, 2, buf);
    let list = list(area);
    let here = reader.scroll.as_ref().map_or(0, Scroll::section);
    let state = scene.session.learning().and_then(|learning| learning.state().lesson(&reader.lesson.id));
    let from = first(reader, usize::from(list.height));
    let sections = reader.lesson.document.sections().iter().enumerate().skip(from);
    for ((at, section), row) in sections.zip(list.rows()) {
        let seen = state.is_some_and(|state| state.sections_seen.contains(&section.id));
        let sign = match (at == here, seen) {
            (true, _) => look.glyphs.here,
            (_, true) => look.glyphs.right,
            _ => look.glyphs.dot,
        };
        let style = if at == here { look.theme.now } else { look.theme.muted };
        let title = reader.lesson.document.title(at);
        let title = if title.is_empty() { look.words.get("outline-start") } else { title };
        put(
            &cut(&Line::styled(format!("{sign} {title}"), style), usize::from(row.width), look.glyphs.more),
            row,
            0,
            buf,
        );
    }
}
