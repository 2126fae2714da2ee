//! Who needs somebody: stuck now, failed again and again, missed what is critical, silent for days, never begun.
//!
//! Apart from the matrix, which shows everybody: here stands only who should be looked at, why, and since when.

use crate::clock::Timestamp;
use crate::id::LearnerId;

use super::Plan;
use super::columns::What;
use super::matrix::{Cell, Matrix, Row};
use crate::course::Course;

/// Without an event for so long, somebody at a machine is stuck.
const STUCK: i64 = 20 * 60_000;
/// Failed so often on one thing, somebody needs another way into it.
const FAILED: usize = 3;
/// Without an event for so many days, somebody has gone.
const SILENT: i64 = 7;
const DAY: i64 = 86_400_000;

/// Why somebody needs somebody; the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing happened for so many minutes, on a day of the workshop.
    Stuck(i64),
    /// A critical question or rule was missed in this column.
    Critical(usize),
    /// So many whole tries in a row failed in this column; at its desk work if that is said.
    Failed(usize, usize, bool),
    /// Nothing happened for so many days.
    Silent(i64),
    /// Nothing ever came.
    Nothing,
}

impl Reason {
    /// Returns the column it is about, if it is about one.
    pub fn column(self) -> Option<usize> {
        match self {
            Self::Critical(at) | Self::Failed(at, ..) => Some(at),
            Self::Stuck(_) | Self::Silent(_) | Self::Nothing => None,
        }
    }
}

/// One person who needs somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Who.
    pub learner: LearnerId,
    /// Why.
    pub reason: Reason,
    /// Since when; none where nothing ever happened.
    pub since: Option<Timestamp>,
}

/// When is looked, and when the workshop is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// Now.
    pub now: Timestamp,
    /// The first and the last day of the workshop, as `Timestamp::day` counts; none where that was not said.
    pub days: Option<(i64, i64)>,
}

impl Watch {
    /// Looks at a cohort now; one day where the last was not said.
    pub fn of(plan: &Plan, now: Timestamp) -> Self {
        let days = plan.from.map(|first| (first.day(), plan.until.map_or(first.day(), crate::clock::Date::day)));
        Self { now, days }
    }

    fn is_workshop(&self, at: Timestamp) -> bool {
        self.days.is_some_and(|(first, last)| (first..=last).contains(&at.day()))
    }

    fn has_begun(&self) -> bool {
        self.days.is_some_and(|(first, _)| self.now.day() >= first)
    }
}

/// Returns who needs somebody, the most urgent first. Nobody is stuck for the time that their file has been here.
pub fn alarms(matrix: &Matrix, course: &Course, watch: Watch) -> Vec<Alarm> {
    let of_row = |row: &Row| {
        let mut found = in_columns(matrix, row, course);
        if !row.is_done() {
            found.extend(quiet(row, watch));
        }
        found
    };
    let mut alarms: Vec<(usize, Alarm)> =
        matrix.rows.iter().enumerate().flat_map(|(at, row)| of_row(row).into_iter().map(move |a| (at, a))).collect();
    alarms.sort_by_key(|(at, alarm)| (rank(alarm.reason), *at));
    alarms.into_iter().map(|(_, alarm)| alarm).collect()
}

fn rank(reason: Reason) -> u8 {
    match reason {
        Reason::Stuck(_) => 0,
        Reason::Critical(_) => 1,
        Reason::Failed(..) => 2,
        Reason::Silent(_) => 3,
        Reason::Nothing => 4,
    }
}

/// Says whether somebody is stuck, silent, or was never heard of.
fn quiet(row: &Row, watch: Watch) -> Option<Alarm> {
    let (learner, until) = (row.person.learner, row.person.known_until(watch.now));
    let Some(last) = row.person.last_at else {
        return watch.has_begun().then_some(Alarm { learner, reason: Reason::Nothing, since: None });
    };
    let silent = (watch.now.0 - last.0) / DAY;
    let waited = until.0 - last.0;
    let reason = if silent >= SILENT {
        Reason::Silent(silent)
    } else if waited >= STUCK && until.day() == last.day() && watch.is_workshop(last) && watch.now.day() == last.day() {
        Reason::Stuck(waited / 60_000)
    } else {
        return None;
    };
    Some(Alarm { learner, reason, since: Some(last) })
}

/// Finds what went wrong in single lessons, tests and works.
fn in_columns(matrix: &Matrix, row: &Row, course: &Course) -> Vec<Alarm> {
    let judged =
        matrix.columns.iter().zip(&row.cells).enumerate().filter(|(_, (column, _))| is_judged(course, &column.what));
    let alarm = |(reason, since)| Alarm { learner: row.person.learner, reason, since };
    judged.flat_map(|(at, (_, cell))| troubles(at, cell)).map(alarm).collect()
}

fn is_judged(course: &Course, what: &What) -> bool {
    match what {
        What::Test(id) => course.test(id).is_some_and(|test| !test.kind.only_measures()),
        What::Lesson(_) | What::Work(_) => true,
    }
}

fn troubles(at: usize, cell: &Cell) -> Vec<(Reason, Option<Timestamp>)> {
    let is_work_critical = cell.work.as_ref().is_some_and(|work| work.critical > 0 && !work.passed);
    let critical = (cell.critical > 0 && !cell.passed) || is_work_critical;
    let failed = (cell.failed >= FAILED).then_some((Reason::Failed(at, cell.failed, false), cell.at));
    let work = cell.work.as_ref().filter(|work| work.failed >= FAILED);
    let work = work.map(|work| (Reason::Failed(at, work.failed, true), work.at));
    critical.then_some((Reason::Critical(at), cell.at)).into_iter().chain(failed).chain(work).collect()
}

#[cfg(test)]
mod tests;
