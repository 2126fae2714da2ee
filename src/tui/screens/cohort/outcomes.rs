//! The outcomes of the course, and the share of learners who have mastered each.
//!
//! Apart from the matrix because a trainer promises outcomes, not lessons.

use ratatui::text::{Line, Span};

use super::board::{Row, Sheet};
use crate::cohort::columns::What;
use crate::cohort::outcomes::Shared;
use crate::session::training::OpenCohort;
use crate::tui::page::Scene;
use crate::tui::widgets::{Bar, Column};

/// Cells of the bar.
const BAR: usize = 16;

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(String::new(), 3, 0),
        Column::rest(word("outcomes-outcome")),
        Column::words(String::new(), BAR, 2),
        Column::number("%".to_owned(), 4, 0),
        Column::number(word("outcomes-mastered"), 8, 1),
    ];
    let shared = super::open(scene).and_then(|(training, room)| Some((room, training.outcomes()?)));
    let empty = if shared.is_some() { "matrix-empty" } else { "answers-loading" };
    let rows = shared.map(|(room, shared)| shared.iter().map(|shared| row(scene, room, shared)).collect());
    Sheet { columns, rows: rows.unwrap_or_default(), empty }
}

fn row(scene: Scene<'_>, room: &OpenCohort, shared: &Shared) -> Row {
    let look = scene.look;
    let theme = &look.theme;
    let people = room.matrix.rows.len();
    let percent = shared.mastered * 100 / people.max(1);
    let what = What::Lesson(shared.lesson.clone());
    let number = room.matrix.columns.iter().find(|column| column.what == what).map(|column| column.number.clone());
    let text = shared.text.get(scene.session.lang()).to_owned();
    let cells = vec![
        Line::styled(number.unwrap_or_default(), theme.muted),
        Line::styled(text.clone(), theme.text),
        Bar::new(u32::try_from(percent).unwrap_or(100), BAR).line(look),
        Line::from(Span::styled(percent.to_string(), theme.text)),
        Line::styled(format!("{}/{people}", shared.mastered), theme.muted),
    ];
    let args = [
        ("mastered", shared.mastered.into()),
        ("met", shared.met.into()),
        ("people", people.into()),
        ("critical", shared.critical.into()),
    ];
    let told = look.words.with("outcomes-told", &args);
    Row { cells, words: vec![(text, theme.strong), (told, theme.text)], ..Row::default() }
}
