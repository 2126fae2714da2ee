//! The stations: who came, how far they are, how good their desk work is.
//!
//! Apart because no person is named here: it may stand on a projector as it is.

use ratatui::text::Line;

use super::board::{Row, Sheet};
use crate::assess::Grade;
use crate::cohort::stations::{Station, stations};
use crate::tui::page::Scene;
use crate::tui::widgets::{Bar, Column};

/// Cells of the bar of progress.
const BAR: usize = 16;

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::rest(word("matrix-station")),
        Column::number(word("cohorts-people"), 6, 0),
        Column::words(String::new(), BAR, 3),
        Column::number(word("stations-done"), 5, 0),
        Column::number(word("stations-works"), 8, 2),
        Column::number(word("stations-quality"), 7, 1),
    ];
    let rows = super::open(scene).map(|(_, room)| stations(&room.matrix).iter().map(|s| row(scene, s)).collect());
    Sheet { columns, rows: rows.unwrap_or_default(), empty: "matrix-empty" }
}

fn row(scene: Scene<'_>, station: &Station) -> Row {
    let look = scene.look;
    let percent = |grade: Grade| format!("{grade} %");
    let quality = station.quality.map_or(look.glyphs.dot.to_owned(), percent);
    let name = if station.name.is_empty() { look.words.get("stations-none") } else { station.name.clone() };
    let works = match station.works {
        0 => look.glyphs.dot.to_owned(),
        works => format!("{}/{works}", station.passed),
    };
    let cells = vec![
        Line::styled(name.clone(), look.theme.text),
        Line::styled(station.people.to_string(), look.theme.text),
        Bar::new(station.progress.percent().into(), BAR).line(look),
        Line::styled(percent(station.progress), look.theme.text),
        Line::styled(works, look.theme.muted),
        Line::styled(quality, look.theme.text),
    ];
    let args = [
        ("people", station.people.into()),
        ("done", station.progress.percent().into()),
        ("works", station.works.into()),
        ("passed", station.passed.into()),
    ];
    let told = look.words.with("stations-told", &args);
    Row { cells, words: vec![(name, look.theme.strong), (told, look.theme.text)], ..Row::default() }
}
