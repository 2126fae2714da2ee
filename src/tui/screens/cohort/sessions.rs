//! The half-days of a cohort with the notes that were written on them.
//!
//! Apart from the clock, where a note is begun while a session runs; here all of them are read and edited.

use ratatui::text::Line;

use super::board::{About, Row, Sheet};
use super::half_day;
use crate::cohort::plan::Note;
use crate::id::NoteId;
use crate::journal::planning::HalfDay;
use crate::session::training::register::half_days;
use crate::tui::page::Scene;
use crate::tui::widgets::Column;

/// Returns what the board shows: a row a note, and one for each half-day without any.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![Column::words(word("sessions-when"), 21, 0), Column::rest(word("sessions-note"))];
    let Some((_, room)) = super::open(scene) else { return Sheet { columns, ..Sheet::default() } };
    let notes = room.plan.notes_by_day();
    let has_none = |when: &HalfDay| notes.iter().all(|(_, note)| note.when != *when);
    let bare = half_days(&room.plan).into_iter().filter(has_none).map(|when| (when, None));
    let mut all: Vec<(HalfDay, Option<(NoteId, &Note)>)> = bare.collect();
    all.extend(notes.iter().map(|(id, note)| (note.when, Some((*id, *note)))));
    all.sort_by_key(|(when, note)| (*when, note.map(|(id, note)| (note.at, id))));
    let rows = all.into_iter().map(|(when, note)| row(scene, when, note)).collect();
    Sheet { columns, rows, empty: "sessions-empty" }
}

fn row(scene: Scene<'_>, when: HalfDay, note: Option<(NoteId, &Note)>) -> Row {
    let (look, theme) = (scene.look, &scene.look.theme);
    let first = note.and_then(|(_, note)| note.text.lines().next()).unwrap_or(look.glyphs.dot);
    let cells = vec![
        Line::styled(half_day(when, look), theme.muted),
        Line::styled(first.to_owned(), if note.is_some() { theme.text } else { theme.muted }),
    ];
    let mut words = vec![(half_day(when, look), theme.strong)];
    match note {
        Some((_, note)) => words.extend(note.text.lines().map(|line| (line.to_owned(), theme.text))),
        None => words.push((look.words.get("sessions-none"), theme.muted)),
    }
    Row { cells, words, opens: Some(About::SessionNote(when, note.map(|(id, _)| id))), ..Row::default() }
}
