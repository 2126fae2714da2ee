//! The numbers that stand for themselves, and the charts: what the funder reads first.

use super::{Maker, count, share, signed};
use crate::assess::Grade;
use crate::cohort::gain::PersonGain;
use crate::cohort::matrix::Row;
use crate::cohort::stations::stations;
use crate::report::chart::{Bar, Chart, Points, Share};
use crate::report::{Cell, Clean, Figure};

/// As many stations, or groups of one kind, stand for themselves on one page.
pub(super) const MOST: usize = 6;

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
const GAINS: [&str; 4] = [
    "cohort-report-chart-gain",
    "cohort-report-chart-gain-about",
    "cohort-report-chart-gain-filled",
    "cohort-report-chart-gain-hollow",
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

    /// Returns the figures that fit a page that is read in a minute.
    pub(super) fn short_figures(&self) -> Vec<Figure> {
        let is_short = |figure: &Figure| figure.key != "minutes_active" && !figure.key.starts_with("confident_errors");
        self.figures().into_iter().filter(is_short).collect()
    }

    pub(super) fn charts(&self) -> Vec<Chart> {
        vec![self.page_chart(), self.gain_chart(), self.station_chart()]
    }

    /// Returns what may be drawn where nobody is named: a station of two people names them.
    pub(super) fn charts_without_names(&self) -> Vec<Chart> {
        vec![self.page_chart(), self.station_gain_chart(usize::MAX)]
    }

    /// Returns what fits a page that is read in a minute.
    pub(super) fn short_charts(&self) -> Vec<Chart> {
        vec![self.track_chart(), self.station_gain_chart(MOST)]
    }

    /// Draws the test before and after, person by person.
    fn gain_chart(&self) -> Chart {
        let bar = |row: &Row| {
            let gain = self.gain.people.iter().find(|gain| gain.learner == row.person.learner)?;
            Some(gain_bar(Clean::new(&row.person.name), gain.both()?))
        };
        self.gains(self.matrix.rows.iter().filter_map(bar).collect())
    }

    /// Draws the means before and after, station by station, of those who took both tests; small ones are one.
    fn station_gain_chart(&self, most: usize) -> Chart {
        let bar = |(name, rows): (Option<String>, Vec<&Row>)| {
            let is_here = |gain: &&PersonGain| rows.iter().any(|row| row.person.learner == gain.learner);
            let both: Vec<_> = self.gain.people.iter().filter(is_here).filter_map(PersonGain::both).collect();
            let mean = |of: fn(&(Grade, Grade)) -> Grade| Grade::mean(both.iter().map(of));
            let name = name.map_or_else(|| self.other().shown, |name| Clean::new(&name));
            (!both.is_empty()).then(|| gain_bar(name, (mean(|(before, _)| *before), mean(|(_, after)| *after))))
        };
        self.gains(self.merged_stations(most).into_iter().filter_map(bar).collect())
    }

    fn gains(&self, bars: Vec<Bar>) -> Chart {
        let first = self.label("cohort-report-before");
        self.chart("gain", GAINS, Points::Bars { bars, first, pass: None })
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
        let shares =
            stations(&self.matrix, &self.said).into_iter().filter(|station| station.works > 0).map(share).collect();
        self.chart("stations", STATIONS, Points::Shares(shares))
    }

    fn chart(&self, key: &'static str, [title, about, filled, hollow]: [&str; 4], points: Points) -> Chart {
        let (title, about) = (self.label(title), self.label(about));
        Chart { key, title, about, filled: self.label(filled), hollow: self.label(hollow), points }
    }
}

fn gain_bar(label: Clean, (before, after): (Grade, Grade)) -> Bar {
    let [first, value] = [before, after].map(|grade| Cell::percent(grade.percent()));
    Bar { label, value, first, is_reached: after > before }
}
