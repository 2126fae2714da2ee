//! The reports on a cohort: everything for the trainer, a page for the funder, the register, and data without names.
//!
//! ```text
//!  room (plan, people, rows) ─┐
//!  tries at quizzes and tests ┼─► matrix, stations, items, gain ─► Report ─► every format
//!  replies to the form ───────┘                              └─► gradebook
//! ```
//!
//! Apart from the writers, and from `crate::cohort`, which computes and knows no words. What a screen shows of a cohort
//! comes from the same values, and is rounded in the same place (`Stat::percent`), so file and screen agree.

mod anonymous;
mod attention;
pub mod gradebook;
mod groups;
mod layouts;
mod people;
mod quizzes;
mod reaction;
mod short;

pub use attention::told_reason;

#[cfg(test)]
pub(super) use layouts::ALL as LAYOUTS;

use std::collections::BTreeMap;

use super::{Cell, Clean, Fact, Group, Layout, Report, Studied, Subject, Table};
use crate::clock::Timestamp;
use crate::cohort::gain::Gain;
use crate::cohort::matrix::Matrix;
use crate::cohort::uploads::{Said, said};
use crate::cohort::{Reply, Room, Sitting, Stat, Which};
use crate::course::Course;
use crate::course::manifest::TestKind;
use crate::id::{Lang, LearnerId, QuizId};
use crate::words::{Value, Words};

#[cfg(test)]
pub(super) mod tests;

/// Which report on a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Everything, for the trainer.
    Full,
    /// One page without names, for who pays.
    Funder,
    /// Who was there.
    Register,
    /// Each answer, without anything that tells who it was.
    Anonymous,
}

impl Extent {
    /// Returns whether it says something of the quizzes of lessons, and not of tests alone.
    pub fn looks_at_lessons(self) -> bool {
        matches!(self, Self::Full | Self::Anonymous)
    }
}

/// What a report on a cohort is made of.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// Its plan, its people and their rows.
    pub room: &'a Room,
    /// The course.
    pub course: &'a Course,
    /// The whole tries at each quiz and test that the report looks at, as grades stand now.
    pub sittings: &'a [(QuizId, Vec<Sitting>)],
    /// What people said in forms that nobody judges.
    pub replies: &'a [Reply],
    /// The language it is to be in.
    pub lang: &'a Lang,
    /// When it is made.
    pub now: Timestamp,
}

/// Makes a report on a cohort.
pub fn report(sources: Sources<'_>, extent: Extent) -> Report {
    let words = Words::new(sources.lang);
    Maker::new(sources, &words).report(extent)
}

/// What every part of the report is made with.
struct Maker<'a> {
    sources: Sources<'a>,
    words: &'a Words,
    matrix: Matrix,
    gain: Gain,
    /// What people said they sent to the exchange since.
    said: BTreeMap<LearnerId, Said>,
}

impl<'a> Maker<'a> {
    fn new(sources: Sources<'a>, words: &'a Words) -> Self {
        let Room { people, lessons, tests, .. } = sources.room;
        let matrix = Matrix::new(sources.course, people, lessons, tests);
        let of_kind = |kind: TestKind| -> &[Sitting] {
            let test = sources.course.manifest().tests.iter().find(|test| test.kind == kind);
            let quiz = test.map(|test| QuizId::Test(test.id.clone()));
            sources.sittings.iter().find(|(id, _)| Some(id) == quiz.as_ref()).map_or(&[], |(_, tries)| tries)
        };
        let gain = Gain::of(of_kind(TestKind::Pre), of_kind(TestKind::Post), Which::First);
        Self { sources, words, matrix, gain, said: said(sources.replies) }
    }

    fn report(&self, extent: Extent) -> Report {
        let Sources { room, course, lang, now, .. } = self.sources;
        let manifest = course.manifest();
        let is_anonymous = extent == Extent::Anonymous;
        let name = if is_anonymous { self.label("cohort-report-anonymous") } else { Clean::new(&room.plan.name) };
        let (kind, title) = match extent {
            Extent::Full => ("cohort_full", "cohort-report-full-title"),
            Extent::Funder => ("cohort_funder", "cohort-report-funder-title"),
            Extent::Register => ("cohort_register", "cohort-report-register-title"),
            Extent::Anonymous => ("cohort_anonymous", "cohort-report-anonymous-title"),
        };
        Report {
            kind,
            lang: lang.clone(),
            made_at: now,
            title: self.say(title, &[("name", name.as_str().into())]),
            subject: Subject::Group(Group { id: (!is_anonymous).then_some(room.plan.id), name }),
            course: Studied {
                id: manifest.id.clone(),
                title: Clean::new(manifest.title.get(lang)),
                version: Clean::new(&manifest.version),
            },
            facts: self.facts(is_anonymous),
            summary: self.label("report-summary"),
            figures: match extent {
                Extent::Register => self.attendance_figures(),
                Extent::Funder => self.short_figures(),
                Extent::Full | Extent::Anonymous => self.figures(),
            },
            charts: match extent {
                Extent::Register => Vec::new(),
                Extent::Funder => self.short_charts(),
                Extent::Full => self.charts(),
                Extent::Anonymous => self.charts_without_names(),
            },
            tables: self.tables(extent),
            notes: self.notes(extent),
        }
    }

    fn tables(&self, extent: Extent) -> Vec<Table> {
        match extent {
            Extent::Full => self.full_tables(),
            Extent::Funder => vec![
                self.table(&layouts::STATIONS, self.merged_station_rows(short::MOST)),
                self.table(&layouts::GROUPS, self.group_rows(short::MOST)),
                self.table(&layouts::REACTION_IN_SHORT, self.short_reaction_rows()),
            ],
            Extent::Register => vec![self.table(&layouts::REGISTER, self.register_rows())],
            Extent::Anonymous => self.anonymous_tables(),
        }
    }

    fn full_tables(&self) -> Vec<Table> {
        let analysed = self.analysed();
        vec![
            self.table(&layouts::ATTENTION, self.attention_rows()),
            self.table(&layouts::PEOPLE, self.people_rows()),
            self.table(&layouts::PAGES, self.way_rows()),
            self.table(&layouts::LESSONS, self.page_rows()),
            self.table(&layouts::OUTCOMES, self.outcome_rows()),
            self.table(&layouts::STATIONS, self.station_rows()),
            self.table(&layouts::GROUPS, self.group_rows(usize::MAX)),
            self.table(&layouts::QUIZZES, self.quiz_rows(&analysed)),
            self.table(&layouts::ODD, self.odd_rows(&analysed)),
            self.table(&layouts::MISPLACED, self.misplaced_rows(&analysed)),
            self.table(&layouts::CORRECTED, self.corrected_rows()),
            self.table(&layouts::REGISTER, self.register_rows()),
            self.table(&layouts::SESSION_NOTES, self.session_note_rows()),
            self.table(&layouts::REACTION, self.reaction_rows()),
            self.table(&layouts::CELLS, self.cell_rows()),
            self.table(&layouts::ITEMS, self.item_rows(&analysed)),
            self.table(&layouts::CHOICES, self.choice_rows(&analysed)),
        ]
    }

    fn facts(&self, is_anonymous: bool) -> Vec<Fact> {
        let Sources { room, course, lang, now, .. } = self.sources;
        let (plan, manifest) = (&room.plan, course.manifest());
        let version = [("course", manifest.title.get(lang).into()), ("version", manifest.version.as_str().into())];
        let fact = |label, text| Fact { label: self.label(label), text };
        let mut facts = vec![
            fact("report-course", self.say("report-course-version", &version)),
            fact("report-made-at", Cell::time(now).shown),
        ];
        if is_anonymous {
            return facts;
        }
        let day = |date: Option<crate::clock::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let days = [day(plan.from), day(plan.until)].into_iter().filter(|day| !day.is_empty());
        let told = [
            ("cohort-report-cohort", plan.name.clone()),
            ("cohort-report-place", plan.place.clone()),
            ("cohort-report-days", days.collect::<Vec<_>>().join(" – ")),
            ("cohort-report-trainer", plan.trainer.clone()),
        ];
        let told = told.into_iter().filter(|(_, text)| !text.is_empty());
        facts.splice(0..0, told.map(|(label, text)| fact(label, Clean::new(&text))));
        facts
    }

    fn notes(&self, extent: Extent) -> Vec<Clean> {
        let keys: &[&str] = match extent {
            Extent::Full => &[
                "cohort-report-note-way",
                "cohort-report-note-statistics",
                "cohort-report-note-grey",
                "cohort-report-note-intervals",
                "report-note-origin",
            ],
            Extent::Funder => &["cohort-report-note-levels", "cohort-report-note-gain", "report-note-origin"],
            Extent::Register => &["cohort-report-note-register"],
            Extent::Anonymous => &["cohort-report-note-anonymous"],
        };
        let seed = crate::cohort::intervals::SEED;
        let samples = crate::cohort::intervals::SAMPLES;
        keys.iter().map(|key| self.say(key, &[("seed", seed.into()), ("samples", samples.into())])).collect()
    }

    fn table(&self, layout: &'static Layout, rows: Vec<Vec<Cell>>) -> Table {
        let label = |column: &super::Column| column.label.map(|key| self.label(key)).unwrap_or_default();
        debug_assert!(rows.iter().all(|row| row.len() == layout.columns.len()), "{}", layout.key);
        Table { layout, title: self.label(layout.title), labels: layout.columns.iter().map(label).collect(), rows }
    }

    fn label(&self, key: &str) -> Clean {
        Clean::new(&self.words.get(key))
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> Clean {
        Clean::new(&self.words.with(key, args))
    }

    fn yes_no(&self, yes: bool) -> Cell {
        Cell::yes_no(yes, &self.words.get(if yes { "report-yes" } else { "report-no" }))
    }

    /// Returns the title of a quiz or test; of one that is gone, its id.
    fn quiz_title(&self, quiz: &QuizId) -> String {
        let Sources { course, lang, .. } = self.sources;
        let title = match quiz {
            QuizId::Lesson(lesson) => course.outline(lesson).map(|outline| outline.title.get(lang)),
            QuizId::Test(test) => course.test(test).map(|test| test.title.get(lang)),
        };
        title.map_or_else(|| quiz.to_string(), str::to_owned)
    }
}

/// Returns a statistic that is never under nothing; grey ones stand in brackets for people.
fn share(stat: Stat) -> Cell {
    let percent = stat.percent().and_then(|percent| u16::try_from(percent).ok());
    percent.map_or_else(Cell::nothing, |percent| greyed(Cell::percent(percent), stat))
}

/// Returns a statistic that can be under nothing; grey ones stand in brackets for people.
fn signed(stat: Stat) -> Cell {
    stat.percent().map_or_else(Cell::nothing, |percent| greyed(Cell::signed_percent(percent), stat))
}

fn greyed(cell: Cell, stat: Stat) -> Cell {
    let shown = if stat.solid().is_some() { cell.shown } else { Clean::new(&format!("({})", cell.shown)) };
    Cell { shown, ..cell }
}

fn why(stat: Stat) -> Cell {
    stat.why().map_or_else(Cell::nothing, |why| Cell::text(why.key()))
}

fn grade(grade: Option<crate::assess::Grade>) -> Cell {
    grade.map_or_else(Cell::nothing, |grade| Cell::percent(grade.percent()))
}

fn count(number: Option<usize>) -> Cell {
    number.map_or_else(Cell::nothing, Cell::count)
}
