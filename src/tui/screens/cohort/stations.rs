//! The stations: who came, how far they are, how good their desk work is, and what they really sent afterwards.
//!
//! Apart because no person is named here: it may stand on a projector as it is.

use ratatui::text::Line;

use super::board::{Row, Sheet};
use crate::assess::Grade;
use crate::cohort::Uploads;
use crate::cohort::stations::Station;
use crate::session::Training;
use crate::tui::page::Scene;
use crate::tui::widgets::{Bar, Column};

/// Cells of the bar of progress.
const BAR: usize = 16;
/// What stands where nobody said anything.
const UNSAID: &str = "–";

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::rest(word("matrix-station")),
        Column::number(word("cohorts-people"), 6, 0),
        Column::words(String::new(), BAR, 5),
        Column::number(word("stations-done"), 5, 0),
        Column::number(word("stations-works"), 7, 4),
        Column::number(word("stations-quality"), 7, 3),
        Column::number(word("stations-sent"), 4, 1),
        Column::number(word("stations-accepted"), 7, 2),
    ];
    let stations = scene.session.training().map(Training::stations).unwrap_or_default();
    Sheet { columns, rows: stations.iter().map(|station| row(scene, station)).collect(), empty: "matrix-empty" }
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
    let mut cells = vec![
        Line::styled(name.clone(), look.theme.text),
        Line::styled(station.people.to_string(), look.theme.text),
        Bar::new(station.progress.percent().into(), BAR).line(look),
        Line::styled(percent(station.progress), look.theme.text),
        Line::styled(works, look.theme.muted),
        Line::styled(quality, look.theme.text),
    ];
    cells.extend(sent(station.uploads.as_ref()).map(|figure| Line::styled(figure, look.theme.text)));
    let args = [
        ("people", station.people.into()),
        ("done", station.progress.percent().into()),
        ("works", station.works.into()),
        ("passed", station.passed.into()),
    ];
    let told = look.words.with("stations-told", &args);
    let mut told = vec![(name, look.theme.strong), (told, look.theme.text)];
    told.extend(station.uploads.map(|uploads| (sent_told(scene, &uploads), look.theme.text)));
    Row { cells, words: told, ..Row::default() }
}

/// Returns how many items were sent, and how many of how many were accepted.
fn sent(uploads: Option<&Uploads>) -> [String; 2] {
    let accepted = uploads.and_then(|uploads| Some(format!("{}/{}", uploads.accepted?, uploads.accepted_of)));
    [uploads.map(|uploads| uploads.sent.to_string()), accepted].map(|said| said.unwrap_or_else(|| UNSAID.to_owned()))
}

fn sent_told(scene: Scene<'_>, uploads: &Uploads) -> String {
    let words = &scene.look.words;
    let args = [("people", uploads.people.into()), ("sent", uploads.sent.into())];
    let sent = words.with("stations-sent-told", &args);
    let Some(accepted) = uploads.accepted else { return sent };
    let args = [("accepted", accepted.into()), ("of", uploads.accepted_of.into())];
    format!("{sent} {}", words.with("stations-accepted-told", &args))
}
