//! Rows of a form on which a trainer orders something: a label with what is typed beside it, and what came of it.
//!
//! Apart from the screens that order, so that a field and a passphrase look and behave alike on all of them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::session::training::Training;
use crate::session::training::office::Written;
use crate::text::{width, wrap};
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::widgets::Field;
use crate::tui::widgets::ends::put;
use crate::tui::width::truncate;

/// Draws a label behind its marker; returns the cells that are left beside it.
pub(super) fn label(text: &str, focused: bool, most: u16, look: &Look, place: Rect, buf: &mut Buffer) -> Rect {
    let marker = if focused { look.glyphs.here } else { " " };
    let text = truncate(&format!("{marker} {text}"), usize::from(most), look.glyphs.more);
    let style = if focused { look.theme.focus } else { look.theme.text };
    let beside = u16::try_from(width(&text) + 1).unwrap_or(0).min(place.width);
    put(&Line::styled(text, style), place, 0, buf);
    Rect { x: place.x + beside, width: (place.width - beside).min(48), ..place }
}

/// Draws a label and what is typed beside it; of what is hidden, dots: as many as there are letters.
pub(super) fn field(
    (text, focused): (&str, bool),
    (field, is_hidden): (&Field, bool),
    look: &Look,
    place: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    // On a phone the label makes room for what is typed.
    let inside = label(text, focused, place.width.saturating_mul(3) / 5, look, place, buf);
    let cursor = if is_hidden {
        let dots = look.glyphs.bullet.repeat(field.text().chars().count());
        Field::new(&dots).render(look.theme.field(), inside, buf)
    } else {
        field.render(look.theme.field(), inside, buf)
    };
    cursor.filter(|_| focused)
}

/// Says what came of an order, in lines of so many cells. Lines that may name people wait until names are shown.
pub(super) fn told(result: &Result<Written, String>, scene: Scene<'_>, cells: usize) -> Vec<String> {
    let words = &scene.look.words;
    let is_hidden = scene.session.training().is_some_and(Training::names_hidden);
    let lines = match result {
        Ok(Written { place, lines }) => {
            let place =
                (!place.is_empty()).then(|| words.with("notice-delivered", &[("place", place.as_str().into())]));
            let waits = is_hidden && !lines.is_empty();
            let lines = if waits { vec![words.get("order-names-hidden")] } else { lines.clone() };
            place.into_iter().chain(lines).collect()
        }
        Err(why) => vec![words.with("notice-not-delivered", &[("why", why.as_str().into())])],
    };
    lines.iter().flat_map(|line| wrap(line, cells)).collect()
}
