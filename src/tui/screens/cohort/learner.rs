//! One learner of a cohort, lesson by lesson: how far, first and best grade, tries, desk work.
//!
//! Apart from the matrix because there a lesson is four cells wide.

use ratatui::text::{Line, Span};

use super::board::{About, Row, Sheet};
use super::{clause, reason, sign, sign_style};
use crate::assess::Grade;
use crate::cohort::columns::{Column as On, What};
use crate::cohort::matrix::{Cell, Row as Person};
use crate::id::LearnerId;
use crate::session::training::OpenCohort;
use crate::tui::masthead;
use crate::tui::page::Scene;
use crate::tui::widgets::{Column, Ends};

fn person(scene: Scene<'_>, who: LearnerId) -> Option<(&OpenCohort, &Person)> {
    let (_, room) = super::open(scene)?;
    Some((room, room.matrix.rows.get(room.matrix.place(who)?)?))
}

/// Returns the header: who it is, from where; or which lesson or test of theirs it is.
pub(super) fn header(scene: Scene<'_>, who: LearnerId, at: Option<usize>, cells: usize) -> Ends {
    let named = super::open(scene).and_then(|(training, room)| {
        let row = room.matrix.rows.get(room.matrix.place(who)?)?;
        let column = at.and_then(|at| room.matrix.columns.get(at));
        let title = column.map(|on| format!("{} {}", on.number, on.title.get(scene.session.lang())));
        Some((training.name(row), title.unwrap_or_else(|| training.station(row).to_owned())))
    });
    let (name, station) = named.unwrap_or_default();
    masthead::named(scene, cells, &name, &station)
}

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>, who: LearnerId) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(String::new(), 5, 0),
        Column::rest(word("learner-lesson")),
        Column::number(word("progress-first"), 6, 2),
        Column::number(word("progress-best"), 6, 0),
        Column::number(word("progress-tries"), 6, 1),
        Column::number(word("learner-work"), 6, 3),
    ];
    let rows = person(scene, who).map(|(room, person)| {
        let pairs = room.matrix.columns.iter().zip(&person.cells).enumerate();
        pairs.map(|(at, (column, cell))| row(scene, room, who, at, column, cell)).collect()
    });
    Sheet { columns, rows: rows.unwrap_or_default(), empty: "matrix-empty" }
}

fn row(scene: Scene<'_>, room: &OpenCohort, who: LearnerId, at: usize, about: &On, cell: &Cell) -> Row {
    let look = scene.look;
    let theme = &look.theme;
    let grade = |grade: Option<Grade>| grade.map_or(look.glyphs.dot.to_owned(), |grade| grade.to_string());
    let tries = if cell.attempts == 0 { look.glyphs.dot.to_owned() } else { cell.attempts.to_string() };
    let title = about.title.get(scene.session.lang()).to_owned();
    let number = Line::from(vec![
        Span::styled(format!("{} ", sign(cell.state, look)), sign_style(cell.state, look)),
        Span::styled(about.number.clone(), theme.muted),
    ]);
    let cells = vec![
        number,
        Line::styled(title.clone(), theme.text),
        Line::styled(grade(cell.first), theme.text),
        Line::styled(grade(cell.best), theme.text),
        Line::styled(tries, theme.muted),
        Line::styled(grade(cell.work.as_ref().and_then(|work| work.best)), theme.text),
    ];
    let alarms = room.alarms.iter().filter(|alarm| alarm.learner == who && alarm.reason.column() == Some(at));
    let alarms = alarms.map(|alarm| (format!("{} {}", look.glyphs.warn, reason(alarm.reason, room, look)), theme.warn));
    let has_answers = cell.attempts > 0 && !matches!(about.what, What::Work(_));
    let told = format!("{} {title}: {}", about.number, clause(cell, look));
    Row {
        cells,
        words: [(told, theme.text)].into_iter().chain(alarms).collect(),
        opens: has_answers.then_some(About::Answers(who, at)),
        ..Row::default()
    }
}
