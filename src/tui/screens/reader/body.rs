//! The text of a lesson on the screen: the parts of the body, rows, what was found, marks in the margin.
//!
//! Apart from moving about because drawing changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;

use super::Reader;
use crate::assess::Grade;
use crate::session::sitting::Inside;
use crate::tui::look::Look;
use crate::tui::markdown::{Row, Target};
use crate::tui::page::Scene;
use crate::tui::widgets::ends::{cut, put};
use crate::tui::width::width;

/// Text is set no wider than this.
const MEASURE: u16 = 76;
/// Cells left of the text for marks.
const MARGIN: u16 = 2;
/// From this width on the outline stands at the right.
const WITH_SIDE: u16 = 110;
/// The outline's width, its rule included.
const SIDE: u16 = 36;
/// From this height on a row is left empty at the top.
const WITH_HEAD: u16 = 14;

/// The parts of the body; any may be empty.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) text: Rect,
    pub(super) find: Rect,
    pub(super) side: Rect,
}

impl Parts {
    /// Divides the body; a search has the last row.
    pub(super) fn of(area: Rect, finds: bool) -> Self {
        let (left, side) = if area.width >= WITH_SIDE {
            let left = Rect { width: area.width - SIDE, ..area };
            (left, Rect { x: left.right(), width: SIDE, ..area })
        } else {
            (area, Rect::default())
        };
        let below = u16::from(finds).min(left.height);
        let find = Rect { y: left.bottom() - below, height: below, ..left };
        let head = u16::from(left.height >= WITH_HEAD);
        let width = left.width.saturating_sub(MARGIN).min(MEASURE);
        let x = left.x + (left.width - width) / 2;
        let text = Rect {
            x: x.max(left.x + MARGIN.min(left.width)),
            y: left.y + head,
            width,
            height: left.height - below - head,
        };
        Self { text: text.intersection(left), find, side }
    }
}

/// Draws the rows in view; returns where the focus is.
pub(super) fn view(reader: &Reader, scene: Scene<'_>, buf: &mut Buffer) -> Option<Position> {
    let scroll = reader.scroll.as_ref()?;
    let mut cursor = None;
    for ((spot, row), place) in scroll.view().zip(reader.parts.text.rows()) {
        let focus = reader.focus.filter(|(chunk, _)| *chunk == spot.chunk).map(|(_, target)| target);
        put(&row.line(&scene.look.theme, focus), place, 0, buf);
        mark_question(reader, scene, (spot.chunk, row), place, buf);
        highlight(reader, scene, &row.words_with_leads(), place, buf);
        if let Some(at) = focus_at(row, focus, place).filter(|_| cursor.is_none()) {
            let here = Position::new(reader.parts.text.x.saturating_sub(MARGIN), at.y);
            buf.set_string(here.x, here.y, scene.look.glyphs.here, scene.look.theme.now);
            cursor = Some(at);
        }
    }
    for (row, sign) in reader.marks.in_view(scroll, scene) {
        let at = reader.parts.text.y.saturating_add(row);
        let x = reader.parts.text.x.saturating_sub(MARGIN);
        if at < reader.parts.text.bottom() {
            buf.set_string(x, at, sign, scene.look.theme.now);
        }
    }
    cursor
}

/// Says beside the head of a question how the learner stands with it.
fn mark_question(reader: &Reader, scene: Scene<'_>, (chunk, row): (usize, &Row), place: Rect, buf: &mut Buffer) {
    let target = row.pieces.iter().filter(|piece| piece.lead).find_map(|piece| piece.target);
    let target = target.and_then(|target| reader.scroll.as_ref()?.target(chunk, target));
    let Some(Target::Question(question)) = target else { return };
    let Look { words, theme, glyphs, .. } = scene.look;
    let (sign, style, text) = match scene.session.inside(&reader.lesson.id, &question.id) {
        Inside::Untouched => return,
        Inside::Begun => (glyphs.half, theme.now, words.get("sample-begun")),
        Inside::Answered(grade) if grade.is_full() => (glyphs.right, theme.right, words.get("verdict-right")),
        Inside::Answered(Grade::ZERO) => (glyphs.wrong, theme.wrong, words.get("verdict-wrong")),
        Inside::Answered(grade) => {
            let args = [("grade", i64::from(grade.percent()).into())];
            (glyphs.half, theme.warn, words.with("verdict-partly", &args))
        }
    };
    let line = Line::styled(format!("{sign} {text}"), style);
    let after = width(&row.words_with_leads()) + 2;
    put(&cut(&line, usize::from(place.width).saturating_sub(after), glyphs.more), place, after, buf);
}

fn focus_at(row: &Row, focus: Option<usize>, place: Rect) -> Option<Position> {
    let at = row.pieces.iter().position(|piece| focus.is_some() && piece.target == focus)?;
    let before: usize = row.pieces.iter().take(at).map(|piece| width(&piece.text)).sum();
    Some(Position::new(place.x.saturating_add(u16::try_from(before).unwrap_or(u16::MAX)), place.y))
}

fn highlight(reader: &Reader, scene: Scene<'_>, text: &str, place: Rect, buf: &mut Buffer) {
    for found in reader.find.matches(text) {
        let before = width(text.get(..found.start).unwrap_or_default());
        let cells = width(text.get(found).unwrap_or_default());
        let (Ok(before), Ok(cells)) = (u16::try_from(before), u16::try_from(cells)) else { continue };
        let area = Rect { x: place.x.saturating_add(before), width: cells, ..place };
        buf.set_style(area.intersection(place), scene.look.theme.now.add_modifier(Modifier::REVERSED));
    }
}
