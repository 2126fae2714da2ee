//! The people of a cohort: how far each is, page by page, and who was there.

use super::{Maker, count, grade, signed};
use crate::clock::Timestamp;
use crate::cohort::columns::What;
use crate::cohort::gain::PersonGain;
use crate::cohort::matrix::{Cell as Stand, Row, State};
use crate::cohort::stations::{Station, one, stations};
use crate::cohort::{Sitting, Uploads};
use crate::id::{LearnerId, QuizId};
use crate::journal::planning::{Half, HalfDay};
use crate::report::{Cell, Clean};

impl Maker<'_> {
    pub(super) fn people_rows(&self) -> Vec<Vec<Cell>> {
        self.matrix.rows.iter().map(|row| self.person_row(row)).collect()
    }

    fn person_row(&self, row: &Row) -> Vec<Cell> {
        let person = &row.person;
        let mut cells =
            vec![Cell::text(&person.name), Cell::text(&person.learner.to_string()), Cell::text(&person.member)];
        cells.extend([Cell::count(row.done), Cell::count(row.cells.len())]);
        cells.extend(self.gain_cells(person.learner));
        let attendance = self.sources.room.attendance(person.learner);
        cells.extend([Cell::count(attendance.there.len()), Cell::count(attendance.hours(&self.sources.room.plan))]);
        cells.extend([Cell::count(person.active_seconds / 60), time(person.last_at)]);
        cells.push(self.supervised_tests(person.learner));
        cells
    }

    /// Returns at how many tests the best try was begun with the trainer's code.
    pub(super) fn supervised_tests(&self, learner: LearnerId) -> Cell {
        let tests = self.sources.sittings.iter().filter(|(quiz, _)| matches!(quiz, QuizId::Test(_)));
        Cell::count(tests.filter(|(_, tries)| Sitting::best_supervised(tries, learner) == Some(true)).count())
    }

    /// Returns grades before and after, the change in whole percents of the shown grades, and what goes with them.
    pub(super) fn gain_cells(&self, learner: LearnerId) -> [Cell; 6] {
        let nobody = PersonGain { learner, before: None, after: None };
        let gain = self.gain.people.iter().find(|gain| gain.learner == learner).unwrap_or(&nobody);
        let change = gain.both().map(|(one, other)| i64::from(other.percent()) - i64::from(one.percent()));
        let errors = |taken: Option<crate::cohort::gain::Taken>| count(taken.and_then(|taken| taken.confident_errors));
        [
            grade(gain.before.map(|taken| taken.grade)),
            grade(gain.after.map(|taken| taken.grade)),
            change.map_or_else(Cell::nothing, Cell::signed_percent),
            signed(gain.normalised()),
            errors(gain.before),
            errors(gain.after),
        ]
    }

    /// Returns a line a person: a letter for each block of pages, a sign for each page.
    pub(super) fn way_rows(&self) -> Vec<Vec<Cell>> {
        let way = |row: &Row| {
            let mut way = String::new();
            let mut block = None;
            for (column, cell) in self.matrix.columns.iter().zip(&row.cells) {
                if block != Some(column.letter) {
                    way.extend([' ', column.letter, ' ']);
                    block = Some(column.letter);
                }
                way.push(sign(cell.state));
            }
            vec![Cell::text(&row.person.name), Cell::text(way.trim())]
        };
        self.matrix.rows.iter().map(way).collect()
    }

    pub(super) fn cell_rows(&self) -> Vec<Vec<Cell>> {
        let of_row = |row: &Row| -> Vec<Vec<Cell>> {
            let cells = self.matrix.columns.iter().zip(&row.cells);
            let name = [Cell::text(&row.person.name), Cell::text(&row.person.learner.to_string())];
            let whole = cells.map(|(column, cell)| {
                let mut whole = name.to_vec();
                whole.extend([Cell::text(&column.number), Cell::text(&id_of(&column.what))]);
                whole.extend(stand(cell));
                whole
            });
            whole.collect()
        };
        self.matrix.rows.iter().flat_map(of_row).collect()
    }

    pub(super) fn page_rows(&self) -> Vec<Vec<Cell>> {
        let of_page = self.matrix.columns.iter().zip(&self.matrix.sums);
        let row = of_page.map(|(column, sum)| {
            vec![
                Cell::text(&column.number),
                Cell::text(column.title.get(self.sources.lang)),
                Cell::count(sum.done),
                Cell::count(self.matrix.rows.len()),
                Cell::count(sum.tried),
                grade(sum.first),
            ]
        });
        row.collect()
    }

    pub(super) fn station_rows(&self) -> Vec<Vec<Cell>> {
        stations(&self.matrix, &self.said)
            .iter()
            .map(|station| station_row(Cell::text(&station.name), station))
            .collect()
    }

    /// Returns a row a station, where small ones, and the smallest of many, are one.
    pub(super) fn merged_station_rows(&self, most: usize) -> Vec<Vec<Cell>> {
        let row = |(name, rows): (Option<String>, Vec<&Row>)| {
            let name = name.map_or_else(|| self.other(), |name| Cell::text(&name));
            station_row(name, &one(&self.matrix, &rows, &self.said))
        };
        self.merged_stations(most).into_iter().map(row).collect()
    }

    pub(super) fn register_rows(&self) -> Vec<Vec<Cell>> {
        let room = self.sources.room;
        let row = |row: &Row| {
            let person = &row.person;
            let there = room.attendance(person.learner);
            let days: Vec<String> = there.there.iter().map(|when| self.half_day(*when)).collect();
            vec![
                Cell::text(&person.name),
                Cell::text(&person.learner.to_string()),
                Cell::text(&person.member),
                Cell::text(&days.join(", ")),
                Cell::count(there.signed_only.len()),
                Cell::count(there.denied.len()),
                Cell::count(there.there.len()),
                Cell::count(there.hours(&room.plan)),
            ]
        };
        self.matrix.rows.iter().map(row).collect()
    }

    pub(super) fn session_note_rows(&self) -> Vec<Vec<Cell>> {
        let notes = self.sources.room.plan.notes_by_day();
        notes.iter().map(|(_, note)| vec![Cell::text(&self.half_day(note.when)), Cell::text(&note.text)]).collect()
    }

    fn half_day(&self, when: HalfDay) -> String {
        let half = match when.half {
            Half::Morning => "cohort-report-morning",
            Half::Afternoon => "cohort-report-afternoon",
        };
        format!("{} {}", when.date, self.words.get(half))
    }
}

fn station_row(name: Cell, station: &Station) -> Vec<Cell> {
    let uploads = station.uploads.as_ref();
    let [accepted, accepted_of] = uploads.map_or([Cell::nothing(), Cell::nothing()], accepted);
    vec![
        name,
        Cell::count(station.people),
        Cell::percent(station.progress.percent()),
        Cell::count(station.works),
        grade(station.quality),
        Cell::count(station.passed),
        uploads.map_or_else(Cell::nothing, |uploads| Cell::count(uploads.sent)),
        accepted,
        accepted_of,
        Cell::count(uploads.map_or(0, |uploads| uploads.people)),
    ]
}

/// Returns how many items were accepted, of how many: not everybody who says what they sent knows that.
fn accepted(uploads: &Uploads) -> [Cell; 2] {
    let Some(accepted) = uploads.accepted else { return [Cell::nothing(), Cell::nothing()] };
    let shown = Clean::new(&format!("{accepted}/{}", uploads.accepted_of));
    [Cell { shown, ..Cell::count(accepted) }, Cell::count(uploads.accepted_of)]
}

fn sign(state: State) -> char {
    match state {
        State::Open => '-',
        State::Begun => '/',
        State::Failed => 'o',
        State::Critical => '!',
        State::Passed => '+',
        State::Done => 'x',
    }
}

fn stand(cell: &Stand) -> [Cell; 5] {
    let state = match cell.state {
        State::Open => "open",
        State::Begun => "begun",
        State::Failed => "failed",
        State::Critical => "critical",
        State::Passed => "passed",
        State::Done => "done",
    };
    [Cell::text(state), Cell::count(cell.attempts), grade(cell.first), grade(cell.best), Cell::count(cell.critical)]
}

fn id_of(what: &What) -> String {
    match what {
        What::Lesson(id) => id.to_string(),
        What::Test(id) => id.to_string(),
        What::Work(id) => id.to_string(),
    }
}

fn time(at: Option<Timestamp>) -> Cell {
    at.map_or_else(Cell::nothing, Cell::time)
}
