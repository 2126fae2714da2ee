//! The trainer's screens, one a file: a cohort's matrix, who needs somebody, what is mastered, who comes from where.
//!
//! Apart from the learner's screens because none of them shows more than one person. What they share is here: the
//! masthead, and how a cell, a reason and a length of time are written.

mod answers;
mod asked;
mod attention;
mod board;
mod clock;
mod cohorts;
mod collect;
mod doubts;
mod evening;
mod founding;
mod gain;
mod housing;
mod inviting;
mod items;
mod learner;
mod marking;
mod matrix;
mod office;
mod outcomes;
mod register;
mod regrading;
mod rulings;
mod sessions;
mod stations;
mod works;

pub use board::{About, Board};
pub use clock::Clock;
pub use cohorts::Cohorts;
pub use collect::Collect;
pub use evening::Evening;
pub use founding::Founding;
pub use housing::Housing;
pub use inviting::Inviting;
pub use marking::Marking;
pub use matrix::Matrix;
pub use office::Office;
pub use register::Register;
pub use regrading::Regrading;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::clock::Timestamp;
use crate::cohort::Plan;
use crate::cohort::attention::Reason;
use crate::cohort::matrix::{Cell, Sort, State};
use crate::course::markdown::{PlainLabels, blocks_of, plain_lines};
use crate::id::{CohortId, OptionId, QuestionRef};
use crate::journal::planning::{Half, HalfDay};
use crate::report::cohort::told_reason;
use crate::session::training::{OpenCohort, Training};
use crate::text::{one_line, wrap};
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Go, Reply, Scene, Work};
use crate::tui::screens::Screen;
use crate::tui::widgets::Ends;
use crate::tui::widgets::ends::put;

/// Below this width the screens are those of a phone.
pub(super) const NARROW: u16 = 58;

/// Returns the trainer's part and the cohort that is open.
pub(super) fn open(scene: Scene<'_>) -> Option<(&Training, &OpenCohort)> {
    let training = scene.session.training()?;
    Some((training, training.room()?))
}

/// Returns the masthead of a screen of the open cohort: what is shown, of which cohort, on which day of it.
pub(super) fn masthead(scene: Scene<'_>, cells: usize, name: &str) -> Ends {
    let beside = open(scene).map(|(_, room)| room_words(scene, room)).unwrap_or_default();
    masthead::named(scene, cells, &scene.look.words.get(name), &beside)
}

fn room_words(scene: Scene<'_>, room: &OpenCohort) -> String {
    let words = &scene.look.words;
    let day = room
        .day(scene.session.clock().now())
        .map(|(day, of)| words.with("cohort-day", &[("day", day.into()), ("of", of.into())]));
    let parts = [Some(room.plan.name.clone()), day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&format!(" {} ", scene.look.glyphs.dot))
}

/// Returns the sign of a state.
pub(super) fn sign(state: State, look: &Look) -> &'static str {
    let glyphs = &look.glyphs;
    match state {
        State::Open => glyphs.dot,
        State::Begun | State::Passed => glyphs.half,
        State::Failed => glyphs.wrong,
        State::Critical => glyphs.warn,
        State::Done => glyphs.right,
    }
}

/// Returns the style of that sign.
pub(super) fn sign_style(state: State, look: &Look) -> Style {
    let theme = &look.theme;
    match state {
        State::Open => theme.muted,
        State::Begun | State::Passed => theme.now,
        State::Failed => theme.wrong,
        State::Critical => theme.warn,
        State::Done => theme.right,
    }
}

/// Returns a cell in words: `not passed, 62 % in 2 tries`.
pub(super) fn clause(cell: &Cell, look: &Look) -> String {
    let words = &look.words;
    let best = cell.best.map_or(0, crate::assess::Grade::percent);
    let args = [("best", best.into()), ("tries", cell.attempts.into())];
    match cell.state {
        State::Open => words.get("cohort-open"),
        State::Begun => words.get("cohort-begun"),
        State::Failed => words.with("cohort-failed", &args),
        State::Critical => words.with("cohort-critical", &args),
        State::Passed => words.with("cohort-passed", &args),
        State::Done if cell.best.is_some() => words.with("cohort-done", &args),
        State::Done => words.get("cohort-read"),
    }
}

/// Returns how long ago something was, short: `34'`, `5 h`, `3 d`.
pub(super) fn ago(at: Option<Timestamp>, now: Timestamp, look: &Look) -> String {
    let Some(at) = at else { return look.glyphs.dot.to_owned() };
    let minutes = (now.0 - at.0).max(0) / 60_000;
    match minutes {
        0..60 => format!("{minutes}'"),
        60..1440 => look.words.with("cohort-hours", &[("hours", (minutes / 60).into())]),
        _ => look.words.with("cohort-days", &[("days", (minutes / 1440).into())]),
    }
}

/// Returns why somebody should be looked at, short.
pub(super) fn reason(reason: Reason, room: &OpenCohort, look: &Look) -> String {
    told_reason(reason, &room.matrix.columns, &look.words)
}

/// Returns the days of a cohort: `2027-03-16 – 2027-03-18`; empty where that was not said.
pub(super) fn dates(plan: &Plan) -> String {
    match (plan.from, plan.until) {
        (Some(from), Some(until)) if from != until => format!("{from} – {until}"),
        (Some(day), _) | (None, Some(day)) => day.to_string(),
        (None, None) => String::new(),
    }
}

/// Returns half a day in words: `2027-03-16 morning`.
pub(super) fn half_day(when: HalfDay, look: &Look) -> String {
    let key = match when.half {
        Half::Morning => "cohort-report-morning",
        Half::Afternoon => "cohort-report-afternoon",
    };
    format!("{} {}", when.date, look.words.get(key))
}

/// Returns which half it is, in at most five letters.
pub(super) fn half_short(half: Half, look: &Look) -> String {
    look.words.get(match half {
        Half::Morning => "register-morning",
        Half::Afternoon => "register-afternoon",
    })
}

/// Returns a question as the course has it now, without markup, and the texts of its options by id.
pub(super) fn question(scene: Scene<'_>, slot: &QuestionRef) -> Option<(String, BTreeMap<OptionId, String>)> {
    let (course, lang) = (scene.session.course(), scene.session.lang());
    // A quiz at fault tells so where it is opened; here the ids stand in its place.
    let question = course.question(slot, lang).ok()??;
    let words = course.words(lang);
    let plain = |text: &str| {
        let blocks = blocks_of(text, words.as_ref());
        one_line(&plain_lines(&blocks, &PlainLabels::default()).join(" "))
    };
    let options = question.body.options().iter().map(|option| (option.id.clone(), plain(&option.text)));
    let targets = question.body.targets().iter().map(|target| (target.id.clone(), plain(&target.text)));
    Some((plain(&question.prompt), options.chain(targets).collect()))
}

/// Returns the key of the words for an order of learners.
pub(super) fn order(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "cohort-by-name",
        Sort::Station => "cohort-by-station",
        Sort::Progress => "cohort-by-progress",
        Sort::LastSeen => "cohort-by-last-seen",
    }
}

/// Says what to do where there is nothing yet.
pub(super) fn empty(scene: Scene<'_>, key: &str, area: Rect, buf: &mut Buffer) {
    let width = area.width.saturating_sub(4).min(64);
    let lines = wrap(&scene.look.words.get(key), usize::from(width));
    let inside =
        Rect { x: area.x + 2.min(area.width), y: area.y + u16::from(area.height > 8), ..area }.intersection(area);
    for (line, place) in lines.into_iter().zip(inside.rows()) {
        put(&Line::styled(line, scene.look.theme.text), place, 0, buf);
    }
}

/// Opens a cohort: its matrix, as soon as the store has answered.
fn enter(work: &mut Work<'_>, cohort: CohortId) -> Reply {
    let effects = work.session.open_cohort(cohort);
    Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Matrix(Box::default()))))
}
