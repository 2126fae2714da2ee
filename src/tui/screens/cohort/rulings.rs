//! Decisions on keys: what was decided of which question, when and why, and which were taken back.
//!
//! Apart from deciding, which is a screen of its own and is opened from here too.

use ratatui::text::Line;

use super::board::{About, Row, Sheet};
use crate::cohort::plan::Ruled;
use crate::journal::planning::Ruling;
use crate::text::one_line;
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::widgets::Column;

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::words(String::new(), 1, 0),
        Column::rest(word("answers-question")),
        Column::words(word("rulings-what"), 18, 1),
        Column::words(word("rulings-when"), 10, 2),
    ];
    let mut ruled: Vec<&Ruled> =
        super::open(scene).map(|(_, room)| room.plan.regrades.values().collect()).unwrap_or_default();
    ruled.sort_by_key(|ruled| std::cmp::Reverse((ruled.at, ruled.ruling.regrade)));
    let rows = ruled.into_iter().map(|ruled| row(scene, ruled)).collect();
    Sheet { columns, rows, empty: "rulings-empty" }
}

fn row(scene: Scene<'_>, ruled: &Ruled) -> Row {
    let look = scene.look;
    let theme = &look.theme;
    let at = &ruled.ruling.question;
    let prompt = super::question(scene, at).map_or_else(|| at.to_string(), |(prompt, _)| prompt);
    let (sign, style) = if ruled.undone { (look.glyphs.dot, theme.muted) } else { (look.glyphs.right, theme.right) };
    let cells = vec![
        Line::styled(sign, style),
        Line::styled(prompt.clone(), if ruled.undone { theme.muted } else { theme.text }),
        Line::styled(look.words.get(short(ruled)), theme.text),
        Line::styled(ruled.at.date(), theme.muted),
    ];
    let words = vec![(told(ruled, look), theme.text), (prompt, theme.strong)];
    Row { cells, words, opens: Some(About::Regrade(at.clone())), ..Row::default() }
}

fn short(ruled: &Ruled) -> &'static str {
    match (ruled.undone, ruled.ruling.ruling) {
        (true, _) => "rulings-undone",
        (false, Ruling::NewKey) => "rulings-new-key",
        (false, Ruling::AllRight) => "rulings-all-right",
        (false, Ruling::Void) => "rulings-void",
    }
}

/// Says what was decided, when and why.
pub(super) fn told(ruled: &Ruled, look: &Look) -> String {
    let reason = one_line(&ruled.ruling.reason);
    let what = look.words.get(short(ruled));
    let day = ruled.at.date();
    let args = [("day", day.into()), ("what", what.into()), ("reason", reason.as_str().into())];
    look.words.with(if reason.is_empty() { "rulings-told-plain" } else { "rulings-told" }, &args)
}
