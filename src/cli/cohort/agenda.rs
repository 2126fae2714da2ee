//! The agenda, how today runs, and notes on sessions, as lines of `rundown cohort show`.
//!
//! Apart from the rest of it because the clock is looked at here. The figures are those of the clock on screen.

use crate::clock::{Clock, wall};
use crate::cohort::Plan;
use crate::cohort::agenda::hhmm;
use crate::cohort::running::{Running, Step};
use crate::journal::planning::{AgendaItem, Half};
use crate::text::one_line;
use crate::words::Words;

/// Writes the agenda, day by day; nothing where there is none.
pub(super) fn agenda(plan: &Plan, words: &Words) -> String {
    let mut text = String::new();
    for day in plan.agenda.chunk_by(|one, other| one.day == other.day) {
        let Some(first) = day.first() else { continue };
        let date = plan.date_of(first.day);
        let date_said = date.map(|date| format!("  {date}")).unwrap_or_default();
        let day_said = words.with("agenda-day", &[("day", u64::from(first.day).into())]);
        text += &["\n", &day_said, &date_said, "\n"].concat();
        for item in day {
            let began = date.and_then(|date| plan.begun.get(&(date, item.at)));
            text += &line(item, began.copied(), words);
        }
    }
    text
}

fn line(item: &AgendaItem, began: Option<u16>, words: &Words) -> String {
    let pause = if item.pause { format!("  ({})", words.get("agenda-break")) } else { String::new() };
    let began = began.map(|at| format!("  {}", words.with("agenda-began", &[("at", hhmm(at).into())])));
    format!("{}  {:>3}'  {}{pause}{}\n", hhmm(item.at), item.minutes, one_line(&item.title), began.unwrap_or_default())
}

/// Writes how today runs, where it is a day of the agenda.
pub(super) fn today(plan: &Plan, clock: &dyn Clock, words: &Words) -> String {
    let Some((date, now)) = wall(clock.now(), &clock.local_hhmm()) else { return String::new() };
    let boxes = plan.boxes_on(date);
    if boxes.is_empty() {
        return String::new();
    }
    let running = Running::of(&boxes, |planned| plan.begun.get(&(date, planned)).copied(), now.into());
    let title = |at: Option<usize>| at.and_then(|at| running.steps.get(at)).map(|step: &Step<'_>| &step.item.title);
    let mut said = Vec::new();
    if let Some(title) = title(running.now) {
        let left = [("minutes", i64::from(running.left.abs()).into())];
        let left = words.with(if running.left < 0 { "clock-over" } else { "clock-left" }, &left);
        said.push(format!("{}: {}, {left}", words.get("clock-now"), one_line(title)));
    }
    if let Some(title) = title(running.next) {
        said.push(format!("{}: {}", words.get("clock-next"), one_line(title)));
    }
    said.push(crate::session::training::clock::told(&running, now, words));
    format!("\n{}  {}\n{}\n", date, hhmm(now), said.join("\n"))
}

/// Writes the notes on sessions, by when they were.
pub(super) fn notes(plan: &Plan, words: &Words) -> String {
    let written = plan.notes_by_day().into_iter().map(|(_, note)| {
        let half = match note.when.half {
            Half::Morning => "cohort-report-morning",
            Half::Afternoon => "cohort-report-afternoon",
        };
        let lines: Vec<String> = note.text.lines().map(one_line).collect();
        format!("\n{} {}\n  {}\n", note.when.date, words.get(half), lines.join("\n  "))
    });
    written.collect::<Vec<_>>().concat()
}
