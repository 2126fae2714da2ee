//! The foot of the rundown: what the picked row stands at, and the course's back-timing.
//!
//! Apart from the rows because it speaks of one row in words, and of the whole course in figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::NARROW;
use crate::session::rundown::{Row, Rundown};
use crate::tui::page::Scene;
use crate::tui::screens::figures::{status_clause, time};
use crate::tui::widgets::{Bar, Ends};

/// Draws the one or two rows that there is room for.
pub(super) fn view(scene: Scene<'_>, rundown: &Rundown, row: Option<&Row>, area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows();
    if area.height > 1
        && let (Some(place), Some(row)) = (rows.next(), row)
    {
        picked(scene, row).draw(place, buf);
    }
    if let Some(place) = rows.next() {
        course(scene, rundown, place.width).draw(place, buf);
    }
}

fn picked(scene: Scene<'_>, row: &Row) -> Ends {
    let look = scene.look;
    let left = vec![
        Span::styled(format!("{}: ", row.title), look.theme.text),
        Span::styled(status_clause(row.status, look), look.theme.muted),
    ];
    if let Some(due) = scene.session.sign_in_due() {
        let half = look.words.get(due.half());
        let told =
            look.words.with("sign-in-due", &[("half", half.into()), ("cohort", due.workshop.name.as_str().into())]);
        return Ends::new(left, Span::styled(told, look.theme.now), look.glyphs.more);
    }
    let right = match (scene.session.reviews_due(), row.left) {
        (0, 0) => Span::default(),
        (0, left) => {
            let left = look.words.with("time-left", &[("time", time(left.into(), look).into())]);
            Span::styled(left, look.theme.muted)
        }
        (due, _) => Span::styled(look.words.with("home-review", &[("count", due.into())]), look.theme.text),
    };
    Ends::new(left, right, look.glyphs.more)
}

fn course(scene: Scene<'_>, rundown: &Rundown, cells: u16) -> Ends {
    let look = scene.look;
    let (theme, words) = (&look.theme, &look.words);
    let wide = cells >= NARROW;
    let left = time(rundown.left(), look);
    let right = match (rundown.done, wide) {
        (true, _) => words.get("home-course-done"),
        (false, true) => words.with("time-remain", &[("time", left.into())]),
        (false, false) => match scene.session.reviews_due() {
            0 => left,
            due => words.with("home-review-short", &[("count", due.into()), ("left", left.into())]),
        },
    };
    let name = if wide { words.get("home-course") + " " } else { String::new() };
    let bar = Bar::new(rundown.percent(), usize::from(cells) * 2 / 5).line(look);
    let mut spans = vec![Span::styled(name, theme.muted)];
    spans.extend(bar.spans);
    spans.push(Span::styled(format!(" {} %", rundown.percent()), theme.text));
    let style = if rundown.done { theme.right } else { theme.now };
    Ends::new(Line::from(spans), Span::styled(right, style), look.glyphs.more)
}
