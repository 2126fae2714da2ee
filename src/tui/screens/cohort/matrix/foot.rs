//! The foot of the matrix: how all stand in each column, the picked cell in words, and where all are weakest.
//!
//! Apart from the cells because it speaks of everybody, or of one cell in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet::Sheet;
use crate::session::training::{OpenCohort, Training};
use crate::tui::page::Scene;
use crate::tui::screens::cohort::{NARROW, clause, order, sign, sign_style};
use crate::tui::widgets::Ends;
use crate::tui::widgets::ends::put;
use crate::tui::width::pad_left;

/// A column that fewer tried says nothing of the cohort.
const LEAST: usize = 3;

/// Returns how many rows there is room for.
pub(super) fn height(area: Rect) -> u16 {
    match area.height {
        0..8 => 0,
        8..12 => 1,
        12..18 => 2,
        _ => 3,
    }
}

/// Draws the rows that there is room for.
pub(super) fn view(
    scene: Scene<'_>,
    (training, room): (&Training, &OpenCohort),
    at: (usize, usize),
    sheet: &Sheet,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut places = area.rows();
    if area.height > 1
        && let Some(place) = places.next()
    {
        sums(scene, room, sheet, place, buf);
    }
    if let Some(place) = places.next() {
        picked(scene, training, room, at).draw(place, buf);
    }
    if let Some(place) = places.next() {
        all(scene, training, room, place.width).draw(place, buf);
    }
}

/// The share of learners who are done, column by column, as a number and as a block.
fn sums(scene: Scene<'_>, room: &OpenCohort, sheet: &Sheet, place: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let people = room.matrix.rows.len().max(1);
    put(&Line::styled(format!("  {}", look.words.get("matrix-done")), look.theme.muted), place, 0, buf);
    for (at, x) in sheet.columns() {
        let Some(sum) = room.matrix.sums.get(*at) else { continue };
        let wide = sheet.cell();
        let number = pad_left(&(sum.done * 100 / people).to_string(), usize::from(wide).saturating_sub(1), "");
        let block = look.glyphs.levels[sum.done * (look.glyphs.levels.len() - 1) / people];
        let line = Line::from(vec![Span::styled(number, look.theme.muted), Span::styled(block, look.theme.accent)]);
        put(&line, Rect { x: *x, width: wide, ..place }.intersection(place), 0, buf);
    }
}

/// The picked cell in words.
fn picked(scene: Scene<'_>, training: &Training, room: &OpenCohort, (row, column): (usize, usize)) -> Ends {
    let look = scene.look;
    let (Some(row), Some(about)) = (room.matrix.rows.get(row), room.matrix.columns.get(column)) else {
        return Ends::default();
    };
    let Some(cell) = row.cells.get(column) else { return Ends::default() };
    let title = about.title.get(scene.session.lang());
    let left = vec![
        Span::styled(format!("{} ", sign(cell.state, look)), sign_style(cell.state, look)),
        Span::styled(format!("{}: {}", about.number, clause(cell, look)), look.theme.text),
        Span::styled(format!(" {} {}", look.glyphs.dot, training.name(row)), look.theme.text),
        Span::styled(format!(" {} {title}", look.glyphs.dot), look.theme.muted),
    ];
    Ends::new(left, Span::default(), look.glyphs.more)
}

/// What all are together: how many, in which order, how far, where weakest, and why the picked one needs somebody.
fn all(scene: Scene<'_>, training: &Training, room: &OpenCohort, cells: u16) -> Ends {
    let look = scene.look;
    let words = &look.words;
    let people =
        words.with("matrix-people", &[("people", room.matrix.rows.len().into()), ("alarms", room.alarms.len().into())]);
    let mut left = vec![Span::styled(people, look.theme.muted)];
    if cells >= NARROW {
        let sorted = format!(" {} {}", look.glyphs.dot, words.get(order(training.order())));
        left.push(Span::styled(sorted, look.theme.muted));
    }
    let weakest = room.matrix.weakest(scene.session.course(), LEAST).and_then(|at| {
        let (column, sum) = (room.matrix.columns.get(at)?, room.matrix.sums.get(at)?);
        let args = [("page", column.number.as_str().into()), ("first", sum.first?.percent().into())];
        Some(words.with("matrix-weakest", &args))
    });
    let right = Span::styled(weakest.unwrap_or_default(), look.theme.text);
    Ends::new(left, right, look.glyphs.more)
}
