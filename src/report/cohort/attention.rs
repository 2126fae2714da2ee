//! Who needs somebody, and how many have mastered what the course promises: a trainer's two questions at the end of a day.
//!
//! Apart from the people, of whom everybody stands in their tables. The words for a reason are those of the screen, which
//! takes them from here.

use super::Maker;
use crate::cohort::Column;
use crate::cohort::attention::{Alarm, Reason, Watch, alarms};
use crate::cohort::columns::What;
use crate::cohort::outcomes::{Shared, outcomes};
use crate::report::Cell;
use crate::words::Words;

/// Returns why somebody should be looked at, short.
pub fn told_reason(reason: Reason, columns: &[Column], words: &Words) -> String {
    let page = |at: usize| columns.get(at).map_or("", |column| column.number.as_str());
    match reason {
        Reason::Stuck(minutes) => words.with("alarm-stuck", &[("minutes", minutes.into())]),
        Reason::Critical(at) => words.with("alarm-critical", &[("page", page(at).into())]),
        Reason::Failed(at, times, false) => {
            words.with("alarm-failed", &[("page", page(at).into()), ("times", times.into())])
        }
        Reason::Failed(at, times, true) => {
            words.with("alarm-failed-work", &[("page", page(at).into()), ("times", times.into())])
        }
        Reason::Silent(days) => words.with("alarm-silent", &[("days", days.into())]),
        Reason::Nothing => words.get("alarm-nothing"),
    }
}

impl Maker<'_> {
    /// Returns who needs somebody now, the most urgent first.
    pub(super) fn attention_rows(&self) -> Vec<Vec<Cell>> {
        let watch = Watch::of(&self.sources.room.plan, self.sources.now);
        let alarms = alarms(&self.matrix, self.sources.course, watch);
        alarms.iter().filter_map(|alarm| self.alarm_row(alarm)).collect()
    }

    fn alarm_row(&self, alarm: &Alarm) -> Option<Vec<Cell>> {
        let person = &self.matrix.rows.get(self.matrix.place(alarm.learner)?)?.person;
        let told = told_reason(alarm.reason, &self.matrix.columns, self.words);
        let page = alarm.reason.column().and_then(|at| self.matrix.columns.get(at));
        let (reason, number) = named(alarm.reason);
        Some(vec![
            Cell::text(&person.name),
            Cell::text(&person.learner.to_string()),
            Cell::text(&person.member),
            Cell::text(&told),
            Cell::text(reason),
            page.map_or_else(Cell::nothing, |column| Cell::text(&column.number)),
            number.map_or_else(Cell::nothing, Cell::count),
            alarm.since.map_or_else(Cell::nothing, Cell::time),
        ])
    }

    /// Returns each outcome of the course, and how many have mastered it.
    pub(super) fn outcome_rows(&self) -> Vec<Vec<Cell>> {
        let tries = self.sources.sittings.iter().map(|(_, tries)| tries.as_slice());
        outcomes(self.sources.course, tries).iter().map(|shared| self.outcome_row(shared)).collect()
    }

    fn outcome_row(&self, shared: &Shared) -> Vec<Cell> {
        let people = self.matrix.rows.len();
        let what = What::Lesson(shared.lesson.clone());
        let page = self.matrix.columns.iter().find(|column| column.what == what);
        let percent = (shared.mastered * 100).checked_div(people).and_then(|percent| u16::try_from(percent).ok());
        vec![
            Cell::text(page.map_or("", |column| &column.number)),
            Cell::text(shared.text.get(self.sources.lang)),
            Cell::text(shared.lesson.as_str()),
            Cell::text(shared.outcome.as_str()),
            percent.map_or_else(Cell::nothing, Cell::percent),
            Cell::count(shared.mastered),
            Cell::count(people),
            Cell::count(shared.met),
            Cell::count(shared.critical),
        ]
    }
}

/// Returns the name of a reason for programs, and the number that goes with it.
fn named(reason: Reason) -> (&'static str, Option<u64>) {
    let count = |number: i64| u64::try_from(number).ok();
    match reason {
        Reason::Stuck(minutes) => ("stuck", count(minutes)),
        Reason::Critical(_) => ("critical", None),
        Reason::Failed(_, times, false) => ("failed", Some(times as u64)),
        Reason::Failed(_, times, true) => ("failed_work", Some(times as u64)),
        Reason::Silent(days) => ("silent", count(days)),
        Reason::Nothing => ("nothing", None),
    }
}
