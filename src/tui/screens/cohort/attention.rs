//! Who needs somebody: the reason, since when, and what a trainer may do about it.
//!
//! Apart from the matrix, where it is only a sign beside the name.

use ratatui::text::{Line, Span};

use super::board::{About, Row, Sheet};
use super::{ago, reason};
use crate::cohort::attention::{Alarm, Reason};
use crate::session::training::{OpenCohort, Training};
use crate::tui::page::Scene;
use crate::tui::widgets::Column;

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(word("attention-why"), 20, 0),
        Column::rest(word("matrix-name")),
        Column::words(word("matrix-station"), 16, 2),
        Column::number(word("attention-since"), 6, 1),
    ];
    let rows = super::open(scene)
        .map(|(training, room)| room.alarms.iter().filter_map(|alarm| row(scene, training, room, alarm)).collect());
    Sheet { columns, rows: rows.unwrap_or_default(), empty: "attention-empty" }
}

fn row(scene: Scene<'_>, training: &Training, room: &OpenCohort, alarm: &Alarm) -> Option<Row> {
    let look = scene.look;
    let person = room.matrix.rows.get(room.matrix.place(alarm.learner)?)?;
    let since = ago(alarm.since, scene.session.clock().now(), look);
    let why = Line::from(vec![
        Span::styled(format!("{} ", look.glyphs.warn), look.theme.warn),
        Span::styled(reason(alarm.reason, room, look), look.theme.text),
    ]);
    let cells = vec![
        why,
        Line::styled(training.name(person), look.theme.text),
        Line::styled(training.station(person).to_owned(), look.theme.muted),
        Line::styled(since, look.theme.muted),
    ];
    let about = alarm.reason.column().and_then(|at| room.matrix.columns.get(at));
    let title = about
        .map(|column| (format!("{} {}", column.number, column.title.get(scene.session.lang())), look.theme.strong));
    let advice = (look.words.get(advice(alarm.reason)), look.theme.text);
    Some(Row {
        cells,
        words: title.into_iter().chain([advice]).collect(),
        opens: Some(About::Learner(alarm.learner)),
        ..Row::default()
    })
}

fn advice(reason: Reason) -> &'static str {
    match reason {
        Reason::Stuck(_) => "advice-stuck",
        Reason::Critical(_) => "advice-critical",
        Reason::Failed(..) => "advice-failed",
        Reason::Silent(_) => "advice-silent",
        Reason::Nothing => "advice-nothing",
    }
}
