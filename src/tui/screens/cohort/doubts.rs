//! What only a trainer can decide about people, as questions: whether two names are one person, whether somebody is added.
//!
//! Apart because the collection asks, and the evening too. Where names are hidden no question names anybody.

use super::open;
use crate::session::Training;
use crate::session::training::collecting::{Doubt, Named};
use crate::text::one_line;
use crate::tui::page::Scene;

/// So many names stand in a question; the others are counted.
const NAMED: usize = 6;

/// Returns the question in words.
pub(super) fn asked(scene: Scene<'_>, doubt: Doubt<'_>) -> String {
    let words = &scene.look.words;
    let name = |one: &Named| shown(scene, one);
    match doubt {
        Doubt::Alike(one, other) => {
            words.with("collect-alike", &[("one", name(one).into()), ("other", name(other).into())])
        }
        Doubt::Strangers(all) => {
            let mut names: Vec<String> = all.iter().take(NAMED).map(name).collect();
            names.extend((all.len() > NAMED).then(|| scene.look.glyphs.more.to_owned()));
            let cohort = open(scene).map(|(_, room)| room.plan.name.clone()).unwrap_or_default();
            let args = [("count", all.len().into()), ("names", names.join(", ").into()), ("cohort", cohort.into())];
            words.with("collect-strangers", &args)
        }
    }
}

/// Returns what somebody is called on a screen, with the station of those who are in the list: namesakes are many.
fn shown(scene: Scene<'_>, one: &Named) -> String {
    let row = open(scene).and_then(|(training, room)| {
        let row = room.matrix.rows.get(room.matrix.place(one.learner)?)?;
        Some((training.name(row), training.station(row).to_owned()))
    });
    let is_hidden = scene.session.training().is_some_and(Training::names_hidden);
    match row {
        Some((name, station)) if station.is_empty() => name,
        Some((name, station)) => format!("{name} ({station})"),
        None if is_hidden => scene.look.glyphs.dot.to_owned(),
        None => one_line(&one.name),
    }
}
