//! The boxes of today under the clock: when each was to begin, when it did or will.
//!
//! Apart from the clock so that each file can be read on a page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::cohort::agenda::hhmm;
use crate::cohort::running::{Running, Stands, Step};
use crate::tui::page::Scene;
use crate::tui::widgets::Pick;
use crate::tui::widgets::ends::{cut, line_width, put};

/// Draws a line in the middle of an area.
pub(super) fn put_middle(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    let cells = u16::try_from(line_width(line)).unwrap_or(u16::MAX);
    let x = area.x + area.width.saturating_sub(cells) / 2;
    put(line, Rect { x, ..area }.intersection(area), 0, buf);
}

/// Draws the boxes in view; returns where the picked one is.
pub(super) fn view(
    scene: Scene<'_>,
    running: &Running<'_>,
    pick: Pick,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let mut cursor = None;
    for ((at, step), place) in running.steps.iter().enumerate().skip(pick.top()).zip(area.rows()) {
        let picked = at == pick.selected();
        let line = row(scene, step, picked);
        put(&cut(&line, place.width.into(), scene.look.glyphs.more), place, 0, buf);
        if picked {
            cursor = Some(Position::new(place.x, place.y));
        }
    }
    cursor
}

/// `▶ ✓ 09:00 09:12 30'  Opening`: the second time is left out where it is the first.
fn row(scene: Scene<'_>, step: &Step<'_>, picked: bool) -> Line<'static> {
    let (glyphs, theme) = (&scene.look.glyphs, &scene.look.theme);
    let (sign, style) = match step.stands {
        Stands::Past => (glyphs.right, theme.right),
        Stands::Left => (glyphs.wrong, theme.muted),
        Stands::Now => (glyphs.half, theme.now),
        Stands::Ahead => (glyphs.dot, theme.muted),
    };
    let quiet = matches!(step.stands, Stands::Past | Stands::Left) || step.item.pause;
    let words = match (picked, quiet) {
        (true, _) => theme.focus,
        (false, true) => theme.muted,
        (false, false) => theme.text,
    };
    let planned = u32::from(step.item.at);
    let fact = u16::try_from(step.begins).ok().filter(|_| step.begins != planned).map(hhmm).unwrap_or_default();
    let fact_style = if step.begins > planned { theme.warn } else { theme.right };
    let here = if picked { glyphs.here } else { " " };
    Line::from(vec![
        Span::styled(format!("{here} "), words),
        Span::styled(format!("{sign} "), style),
        Span::styled(hhmm(step.item.at), words),
        Span::styled(format!(" {fact:>5}"), fact_style),
        Span::styled(format!(" {:>3}'  ", step.item.minutes), theme.muted),
        Span::styled(step.item.title.clone(), words),
    ])
}
