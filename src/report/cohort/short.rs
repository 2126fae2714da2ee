//! The numbers that stand for themselves, and the charts: what the funder reads first.

use super::{Maker, count, share, signed};
use crate::cohort::stations::stations;
use crate::report::chart::{Bar, Chart, Points, Share};
use crate::report::{Cell, Clean, Figure};

/// Title, what it shows, what filled and what hollow means.
const PAGES: [&str; 4] = [
    "cohort-report-chart-pages",
    "cohort-report-chart-pages-about",
    "cohort-report-chart-pages-filled",
    "cohort-report-chart-pages-hollow",
];
const TRACKS: [&str; 4] = [
    "cohort-report-chart-tracks",
    "cohort-report-chart-tracks-about",
    "cohort-report-chart-pages-filled",
    "cohort-report-chart-pages-hollow",
];
const STATIONS: [&str; 4] = [
    "cohort-report-chart-stations",
    "cohort-report-chart-stations-about",
    "cohort-report-chart-stations-filled",
    "cohort-report-chart-stations-hollow",
];

impl Maker<'_> {
    pub(super) fn figures(&self) -> Vec<Figure> {
        let (rows, gain) = (&self.matrix.rows, &self.gain);
        let done: usize = rows.iter().map(|row| row.done).sum();
        let pages: usize = rows.iter().map(|row| row.cells.len()).sum();
        let finished = rows.iter().filter(|row| row.is_done()).count();
        let begun = rows.iter().filter(|row| row.person.last_at.is_some()).count();
        let minutes: u64 = rows.iter().map(|row| row.person.active_seconds / 60).sum();
        let mut figures = vec![
            self.figure("people", "cohort-report-people", Cell::count(rows.len()), None),
            self.figure("begun", "cohort-report-begun", Cell::count(begun), Some(rows.len())),
            self.figure("finished", "cohort-report-finished", Cell::count(finished), Some(rows.len())),
            self.figure("pages_done", "cohort-report-pages-done", Cell::count(done), Some(pages)),
            self.figure("minutes_active", "report-minutes-active", Cell::count(minutes), None),
        ];
        figures.extend(self.attendance_figures().into_iter().skip(1));
        figures.extend([
            self.figure("took_both_tests", "cohort-report-both", Cell::count(gain.both), Some(rows.len())),
            self.figure("before", "cohort-report-before-mean", share(gain.before), None),
            self.figure("after", "cohort-report-after-mean", share(gain.after), None),
            self.figure("normalised_gain", "cohort-report-gain", signed(gain.normalised), None),
            self.figure(
                "confident_errors_before",
                "cohort-report-errors-before",
                count(gain.confident_errors_before),
                None,
            ),
            self.figure(
                "confident_errors_after",
                "cohort-report-errors-after",
                count(gain.confident_errors_after),
                None,
            ),
        ]);
        figures
    }

    pub(super) fn attendance_figures(&self) -> Vec<Figure> {
        let room = self.sources.room;
        let there: Vec<_> = self.matrix.rows.iter().map(|row| room.attendance(row.person.learner)).collect();
        let came = there.iter().filter(|attendance| !attendance.there.is_empty()).count();
        let half_days: usize = there.iter().map(|attendance| attendance.there.len()).sum();
        let hours: u32 = there.iter().map(|attendance| attendance.hours(&room.plan)).sum();
        vec![
            self.figure("people", "cohort-report-people", Cell::count(there.len()), None),
            self.figure("came", "cohort-report-came", Cell::count(came), Some(there.len())),
            self.figure("half_days", "cohort-report-half-days-all", Cell::count(half_days), None),
            self.figure("hours", "cohort-report-hours-all", Cell::count(hours), None),
        ]
    }

    fn figure(&self, key: &'static str, label: &str, cell: Cell, of: Option<usize>) -> Figure {
        Figure { key, label: self.label(label), cell, of: of.map(|of| of as u64) }
    }

    pub(super) fn charts(&self) -> Vec<Chart> {
        vec![self.page_chart(), self.station_chart()]
    }

    /// Returns what fits a page that is read in a minute.
    pub(super) fn short_charts(&self) -> Vec<Chart> {
        vec![self.track_chart(), self.station_chart()]
    }

    /// Draws how much of each track is done, by all people together.
    fn track_chart(&self) -> Chart {
        let bar = |track: &crate::course::Track| {
            let of_track = self.matrix.columns.iter().zip(&self.matrix.sums).filter(|(c, _)| c.letter == track.letter);
            let (pages, done) = of_track.fold((0, 0), |(pages, done), (_, sum)| (pages + 1, done + sum.done));
            let all = pages * self.matrix.rows.len();
            let percent = (done * 100).checked_div(all).and_then(|percent| u16::try_from(percent).ok());
            Bar {
                label: Clean::new(&format!("{} {}", track.letter, track.title.get(self.sources.lang))),
                value: percent.map_or_else(Cell::nothing, Cell::percent),
                first: Cell::nothing(),
                is_reached: all > 0 && done == all,
            }
        };
        let bars = self.sources.course.manifest().tracks.iter().map(bar).collect();
        self.chart("tracks", TRACKS, Points::Bars { bars, first: Clean::default(), pass: None })
    }

    /// Draws how many are done with each page: a field a person would be too many, so a bar in percent.
    fn page_chart(&self) -> Chart {
        let people = self.matrix.rows.len();
        let bar = |(column, sum): (&crate::cohort::Column, &crate::cohort::matrix::Sum)| {
            let percent = (sum.done * 100).checked_div(people).and_then(|percent| u16::try_from(percent).ok());
            Bar {
                label: Clean::new(&format!("{} {}", column.number, column.title.get(self.sources.lang))),
                value: percent.map_or_else(Cell::nothing, Cell::percent),
                first: Cell::nothing(),
                is_reached: people > 0 && sum.done == people,
            }
        };
        let bars = self.matrix.columns.iter().zip(&self.matrix.sums).map(bar).collect();
        self.chart("pages", PAGES, Points::Bars { bars, first: Clean::default(), pass: None })
    }

    fn station_chart(&self) -> Chart {
        let share = |station: crate::cohort::stations::Station| Share {
            label: Clean::new(&station.name),
            part: station.passed as u64,
            of: station.works as u64,
        };
        let shares = stations(&self.matrix).into_iter().filter(|station| station.works > 0).map(share).collect();
        self.chart("stations", STATIONS, Points::Shares(shares))
    }

    fn chart(&self, key: &'static str, [title, about, filled, hollow]: [&str; 4], points: Points) -> Chart {
        let (title, about) = (self.label(title), self.label(about));
        Chart { key, title, about, filled: self.label(filled), hollow: self.label(hollow), points }
    }
}
