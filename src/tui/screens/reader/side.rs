//! The right of a wide reader: which sections there are, which were read, where one is, and under them what the words
//! of the page mean.
//!
//! Apart from the outline box, which can be operated at every width; this one is looked at, and clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::Reader;
use crate::course::Term;
use crate::course::markdown::{inlines_of, plain_inlines};
use crate::text::wrap;
use crate::tui::markdown::{Scroll, Target};
use crate::tui::page::Scene;
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::frame::rule_down;
use crate::tui::width::truncate;

/// What a term means is told in at most so many lines.
const MOST_LINES: usize = 6;

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
    terms(reader, scene, below(reader, list), buf);
}

/// What is free under the list.
fn below(reader: &Reader, list: Rect) -> Rect {
    let taken = u16::try_from(reader.lesson.document.sections().len() + 1).unwrap_or(u16::MAX).min(list.height);
    Rect { y: list.y + taken, height: list.height - taken, ..list }
}

/// Says what the terms in view mean, as many as there is room for.
fn terms(reader: &Reader, scene: Scene<'_>, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let cells = usize::from(area.width);
    let mut lines = Vec::new();
    for term in terms_in_view(reader, scene) {
        let text = plain_inlines(&inlines_of(&term.text, scene.session.course().words(scene.session.lang()).as_ref()));
        let mut said = wrap(&text, cells);
        if said.len() > MOST_LINES {
            said.truncate(MOST_LINES);
            if let Some(last) = said.last_mut() {
                *last = truncate(&format!("{last}{}", look.glyphs.more), cells, look.glyphs.more);
            }
        }
        if lines.len() + said.len() + 3 > usize::from(area.height) {
            break;
        }
        lines.extend([Line::default(), Line::styled(term.term.clone(), look.theme.accent)]);
        lines.extend(said.into_iter().map(|line| Line::styled(line, look.theme.muted)));
    }
    if !lines.is_empty() {
        lines.insert(0, Line::styled(look.words.get("reader-terms").to_uppercase(), look.theme.muted));
    }
    for (line, row) in lines.iter().zip(area.rows()) {
        put(&cut(line, cells, look.glyphs.more), row, 0, buf);
    }
}

fn terms_in_view<'a>(reader: &Reader, scene: Scene<'a>) -> Vec<&'a Term> {
    let glossary = scene.session.course().glossary(scene.session.lang());
    let mut found: Vec<&Term> = Vec::new();
    for (chunk, target) in reader.targets() {
        let target = reader.scroll.as_ref().and_then(|scroll| scroll.target(chunk, target));
        let Some(Target::Term(id)) = target else { continue };
        let term = glossary.terms().iter().find(|term| term.id == *id);
        found.extend(term.filter(|term| found.iter().all(|known| known.id != term.id)));
    }
    found
}
