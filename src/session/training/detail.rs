//! One learner of a cohort, down to each answer: the same figures that the learner's own report is made of.
//!
//! Apart from the room, which knows rows and no history: this is read from the store when somebody asks for it, one
//! learner at a time, and an answer that comes when another is looked at is dropped.

use std::collections::BTreeMap;

use crate::clock::Timestamp;
use crate::cohort::columns::What;
use crate::course::Course;
use crate::id::{Lang, LearnerId};
use crate::journal::{Event, Progress};
use crate::report::learner::{Learner, asked_in, report_on_course};
use crate::report::{Cell, Report, Table, Value};
use crate::session::{Effects, Session};
use crate::store::Request;
use crate::store::api::{AskedQuestion, Record};

/// One answer, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The question as it was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Which cards were put on a wrong target, each with the one where it belongs; empty where none was.
    pub misplaced: String,
    /// Which try at the quiz it was, from 1.
    pub attempt: u64,
    /// What it was worth, in percent.
    pub grade: u64,
    /// Whether it was critical.
    pub critical: bool,
    /// Seconds from showing to answering.
    pub seconds: u64,
}

/// One learner.
#[derive(Debug)]
pub struct Detail {
    /// Who it is.
    pub learner: LearnerId,
    record: Record,
    progress: Progress,
    report: Option<Report>,
}

impl Detail {
    pub(super) fn new(record: Record) -> Self {
        let progress = Progress::of_events(&record.events);
        Self { learner: record.profile.learner, record, progress, report: None }
    }

    fn make(&mut self, course: &Course, asked: Vec<AskedQuestion>, lang: &Lang, now: Timestamp) {
        let asked = asked.into_iter().map(|asked| ((asked.text_hash, asked.key_hash), asked.question)).collect();
        let profile = &self.record.profile;
        let others = BTreeMap::new();
        let learner = Learner { id: profile.learner, name: &profile.name, station: &profile.member, others: &others };
        self.report = Some(report_on_course(course, learner, &self.progress, asked, lang, now));
    }

    /// Returns whether everything has come.
    pub fn is_here(&self) -> bool {
        self.report.is_some()
    }

    /// Returns every answer of the attempts at a lesson's quiz or a test, in the order in which they were given.
    pub fn answers(&self, what: &What) -> Vec<Told> {
        let quiz = match what {
            What::Lesson(id) => id.as_str(),
            What::Test(id) => id.as_str(),
            What::Work(_) => return Vec::new(),
        };
        let rows = self.rows("answers");
        let of_quiz = rows.iter().filter(|row| row.text("quiz") == quiz);
        let told = |row: &Row<'_>| Told {
            question: row.text("text").to_owned(),
            answer: row.text("answer").to_owned(),
            misplaced: row.text("misplaced").to_owned(),
            attempt: row.number("attempt"),
            grade: row.number("grade"),
            critical: row.is("critical"),
            seconds: row.number("seconds"),
        };
        of_quiz.map(told).collect()
    }

    /// Returns what was found in the best try at desk work, one line a piece.
    pub fn findings(&self, exercise: &str) -> Vec<String> {
        let rows = self.rows("exercises");
        let of_it = rows.iter().filter(|row| row.text("exercise") == exercise);
        of_it.map(|row| row.text("found").to_owned()).filter(|found| !found.is_empty()).collect()
    }

    fn rows(&self, table: &str) -> Vec<Row<'_>> {
        let tables = self.report.iter().flat_map(|report| &report.tables);
        tables.filter(|found| found.layout.key == table).flat_map(rows_of).collect()
    }
}

fn rows_of(table: &Table) -> impl Iterator<Item = Row<'_>> {
    let keys = || table.layout.columns.iter().map(|column| column.key);
    table.rows.iter().map(move |cells| Row(keys().zip(cells).collect()))
}

/// A row of the report, by the names that programs use.
struct Row<'a>(BTreeMap<&'static str, &'a Cell>);

impl Row<'_> {
    fn text(&self, key: &str) -> &str {
        match self.0.get(key).map(|cell| &cell.value) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    fn number(&self, key: &str) -> u64 {
        match self.0.get(key).map(|cell| &cell.value) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        }
    }

    fn is(&self, key: &str) -> bool {
        matches!(self.0.get(key).map(|cell| &cell.value), Some(Value::Bool(true)))
    }
}

impl Session {
    /// Reads everything of one learner of the open cohort.
    pub fn look_into(&mut self, learner: LearnerId) -> Effects {
        let course = self.course.manifest().id.clone();
        let Some(training) = self.training_mut() else { return Effects::new() };
        if training.detail.as_ref().is_some_and(|detail| detail.learner == learner) {
            return Effects::new();
        }
        training.wanted = Some(learner);
        training.detail = None;
        self.outbox.send(Request::Open { learner, course })
    }

    /// Takes a learner's record, if it is the one that is looked at, and asks for the questions as they were asked.
    pub(in crate::session) fn looked_into(&mut self, record: Record) -> Effects {
        let course = self.course.manifest().id.clone();
        let learner = record.profile.learner;
        if let Some(training) = self.training_mut().filter(|training| training.works.waiting.contains(&learner)) {
            training.works.take(&record);
        }
        let Some(training) = self.training_mut().filter(|training| training.wanted == Some(learner)) else {
            return Effects::new();
        };
        let detail = training.detail.insert(Detail::new(record));
        let hashes = asked_in(&detail.progress, &course);
        self.outbox.send(Request::Asked { learner, hashes })
    }

    /// Takes what a trainer wrote into a learner's stream.
    pub(in crate::session) fn marked(&mut self, events: &[Event]) {
        if let Some(training) = self.training_mut() {
            for event in events {
                training.works.mark(event.subject, std::slice::from_ref(event));
            }
        }
    }

    /// Takes the questions as they were asked.
    pub(in crate::session) fn looked_up(&mut self, asked: Vec<AskedQuestion>) -> Effects {
        let (course, lang, now) = (std::sync::Arc::clone(&self.course), self.lang.clone(), self.clock.now());
        if let Some(detail) = self.training_mut().and_then(|training| training.detail.as_mut()) {
            detail.make(&course, asked, &lang, now);
        }
        Effects::new()
    }
}
