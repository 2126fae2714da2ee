//! What the course added: the test before and the test after, for each and for all.
//!
//! Apart from the items because it compares two tests. A gain out of a perfect first test is not defined, and is said to
//! be so.

use ratatui::text::Line;

use super::board::{About, Row, Sheet};
use crate::assess::Grade;
use crate::cohort::gain::{Gain, PersonGain, Taken};
use crate::cohort::stat::Stat;
use crate::tui::look::Look;
use crate::tui::page::Scene;
use crate::tui::widgets::Column;

/// Returns what the board shows.
pub(super) fn sheet(scene: Scene<'_>) -> Sheet {
    let word = |key| scene.look.words.get(key);
    let columns = vec![
        Column::rest(word("matrix-name")),
        Column::number(word("gain-before"), 7, 0),
        Column::number(word("gain-after"), 7, 0),
        Column::number(word("gain-change"), 7, 1),
        Column::number(word("gain-normalised"), 6, 2),
        Column::number(word("gain-errors"), 9, 3),
    ];
    let Some((training, room)) = super::open(scene) else { return Sheet { columns, ..Sheet::default() } };
    let Some(gain) = training.gain() else { return Sheet { columns, rows: Vec::new(), empty: "gain-none" } };
    let rows = room.matrix.rows.iter().filter_map(|row| {
        let person = gain.people.iter().find(|person| person.learner == row.person.learner)?;
        Some(one(scene, training.name(row), person, gain))
    });
    let rows: Vec<Row> = rows.collect();
    Sheet { columns, rows, empty: "gain-empty" }
}

fn one(scene: Scene<'_>, name: String, person: &PersonGain, gain: &Gain) -> Row {
    let look = scene.look;
    let theme = &look.theme;
    let dot = || look.glyphs.dot.to_owned();
    let grade = |taken: Option<Taken>| taken.map_or_else(dot, |taken| taken.grade.to_string());
    let change = person.both().map_or_else(dot, |(before, after)| points(before, after));
    let errors =
        |taken: Option<Taken>| taken.and_then(|taken| taken.confident_errors).map_or_else(dot, |n| n.to_string());
    let cells = vec![
        Line::styled(name, theme.text),
        Line::styled(grade(person.before), theme.text),
        Line::styled(grade(person.after), theme.text),
        Line::styled(change, theme.text),
        Line::styled(person.normalised().percent().map_or_else(dot, |gain| gain.to_string()), theme.muted),
        Line::styled(
            format!("{} {} {}", errors(person.before), look.glyphs.arrows[3], errors(person.after)),
            theme.muted,
        ),
    ];
    let learner = person.learner;
    Row { cells, words: vec![(told(gain, look), theme.text)], opens: Some(About::Learner(learner)), ..Row::default() }
}

/// Returns a change in points of a percent, with its sign.
fn points(before: Grade, after: Grade) -> String {
    format!("{:+}", i32::from(after.percent()) - i32::from(before.percent()))
}

/// Says what the course added for all.
fn told(gain: &Gain, look: &Look) -> String {
    let percent = |stat: Stat| stat.percent().map_or(look.glyphs.dot.to_owned(), |percent| percent.to_string());
    let args = [
        ("both", gain.both.into()),
        ("before", percent(gain.before).into()),
        ("after", percent(gain.after).into()),
        ("gain", percent(gain.normalised).into()),
    ];
    let key = if gain.normalised.why().is_some() { "gain-told-few" } else { "gain-told" };
    look.words.with(key, &args)
}
