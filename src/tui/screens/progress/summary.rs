//! The figures above the list: lessons done, outcomes mastered, time spent, what is next.
//!
//! Apart because they stand on two rows where it is wide and on three where it is narrow.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::journal::completion::CourseState;
use crate::session::Rundown;
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::screens::figures::{active, time};
use crate::tui::widgets::Ends;

/// From this width on two rows are enough.
const WIDE: u16 = 66;

/// Returns how many rows it takes, with the empty one below.
pub(super) fn height(area: Rect) -> u16 {
    2 + u16::from(area.width < WIDE) + u16::from(area.height > 12)
}

/// Draws the figures.
pub(super) fn view(scene: Scene<'_>, state: &CourseState, rundown: &Rundown, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let spent = look.words.with("progress-active", &[("time", active(state.active_seconds, look).into())]);
    let remain = match rundown.left() {
        0 => String::new(),
        left => look.words.with("time-remain", &[("time", time(left, look).into())]),
    };
    let is_wide = area.width >= WIDE;
    let (lessons, mastered) = (lessons(state, look), mastered(state, is_wide, look));
    let rows = if is_wide {
        vec![(format!("{lessons} {} {mastered}", look.glyphs.dot), spent), (next(rundown, look), remain)]
    } else {
        vec![(lessons, spent), (mastered, remain), (next(rundown, look), String::new())]
    };
    let last = rows.len() - 1;
    for (at, ((left, right), place)) in rows.into_iter().zip(area.rows()).enumerate() {
        let style = if at == last { look.theme.now } else { look.theme.text };
        Ends::new(Span::styled(left, style), Span::styled(right, look.theme.muted), look.glyphs.more).draw(place, buf);
    }
}

fn lessons(state: &CourseState, look: &Look) -> String {
    let done = state.lessons.iter().filter(|lesson| lesson.done).count();
    look.words.with("progress-lessons", &[("n", done.into()), ("of", state.lessons.len().into())])
}

fn mastered(state: &CourseState, is_wide: bool, look: &Look) -> String {
    let outcomes = state.lessons.iter().flat_map(|lesson| &lesson.outcomes);
    let (all, mastered) = outcomes.fold((0, 0), |(all, n), outcome| (all + 1, n + usize::from(outcome.mastered)));
    let key = if is_wide { "progress-mastered" } else { "progress-mastered-short" };
    look.words.with(key, &[("n", mastered.into()), ("of", all.into())])
}

fn next(rundown: &Rundown, look: &Look) -> String {
    let row = rundown.next.and_then(|(block, row)| rundown.blocks.get(block)?.rows.get(row));
    let Some(row) = row else { return look.words.get("home-course-done") };
    let args = [("number", row.number.as_str().into()), ("title", row.title.as_str().into())];
    look.words.with("progress-next", &args)
}
