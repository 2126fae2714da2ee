//! The report for programs, as `docs/report.schema.json` and `docs/report.md` say.
//!
//! Apart because the file has a version of its own: things may be added to it, and `format` goes up for anything else.

mod charts;

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Group, Person, Report, Subject, Table, Value};
use charts::Drawn;

/// The version of the file.
const FORMAT: u32 = 1;

/// A report of Rundown. Every number is a whole one and already rounded; every time is in UTC.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "report"))]
pub(super) struct File<'a> {
    /// The version of this form.
    format: u32,
    /// What sort of report it is.
    report: &'a str,
    /// The language of titles and labels.
    lang: &'a str,
    /// When it was made.
    made_at: String,
    /// The heading.
    title: &'a str,
    /// Whom it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(required))]
    learner: Option<Learner<'a>>,
    /// Which cohort it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    cohort: Option<Cohort<'a>>,
    /// The course.
    course: Course<'a>,
    /// Numbers that stand for themselves, by name.
    figures: BTreeMap<&'a str, Figure<'a>>,
    /// What is drawn, by name; every number in it stands in a figure or a table too.
    charts: BTreeMap<&'a str, Drawn<'a>>,
    /// Tables, by name.
    tables: BTreeMap<&'a str, Content<'a>>,
    /// What is to be known when reading it.
    notes: Vec<&'a str>,
}

/// Whom a report is about.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Learner<'a> {
    /// 32 hexadecimal digits.
    id: String,
    /// The name.
    name: &'a str,
    /// The station they come from.
    station: &'a str,
}

/// Which cohort a report is about.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Cohort<'a> {
    /// 32 hexadecimal digits; left out where nobody may tell which it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// What it is called.
    name: &'a str,
}

/// What a report is on.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Course<'a> {
    /// The id.
    id: &'a str,
    /// The title.
    title: &'a str,
    /// The version, as the authors count.
    version: &'a str,
}

/// One number.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Figure<'a> {
    /// The name that people read.
    label: &'a str,
    /// The number.
    value: &'a Value,
    /// Out of how many, where it is a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
}

/// One table.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Content<'a> {
    /// The heading.
    title: &'a str,
    /// The names of the columns that people read, by the names that programs use.
    labels: BTreeMap<&'a str, &'a str>,
    /// The rows: a value for each column.
    rows: Vec<BTreeMap<&'a str, &'a Value>>,
}

/// Writes the report.
pub(super) fn write(report: &Report) -> Vec<u8> {
    let file = serde_json::to_vec_pretty(&file(report));
    debug_assert!(file.is_ok(), "names and values are always writable");
    let mut bytes = file.unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn file(report: &Report) -> File<'_> {
    let Report { kind, lang, made_at, title, subject, course, facts: _, summary: _, figures, charts, tables, notes } =
        report;
    File {
        format: FORMAT,
        report: kind,
        lang: lang.as_str(),
        made_at: made_at.rfc3339(),
        title: title.as_str(),
        learner: learner(subject),
        cohort: cohort(subject),
        course: Course { id: course.id.as_str(), title: course.title.as_str(), version: course.version.as_str() },
        figures: figures.iter().map(|figure| (figure.key, one_figure(figure))).collect(),
        charts: charts.iter().map(|chart| (chart.key, Drawn::from(chart))).collect(),
        tables: tables.iter().map(|table| (table.layout.key, content(table))).collect(),
        notes: notes.iter().map(super::Clean::as_str).collect(),
    }
}

fn learner(subject: &Subject) -> Option<Learner<'_>> {
    let Subject::Person(Person { id, name, station }) = subject else { return None };
    Some(Learner { id: id.to_string(), name: name.as_str(), station: station.as_str() })
}

fn cohort(subject: &Subject) -> Option<Cohort<'_>> {
    let Subject::Group(Group { id, name }) = subject else { return None };
    Some(Cohort { id: id.map(|id| id.to_string()), name: name.as_str() })
}

fn one_figure(figure: &super::Figure) -> Figure<'_> {
    Figure { label: figure.label.as_str(), value: &figure.cell.value, of: figure.of }
}

fn content(table: &Table) -> Content<'_> {
    let keys = || table.layout.columns.iter().map(|column| column.key);
    let labels = keys().zip(table.labels.iter().map(super::Clean::as_str)).filter(|(_, label)| !label.is_empty());
    Content {
        title: table.title.as_str(),
        labels: labels.collect(),
        rows: table.rows.iter().map(|cells| keys().zip(cells.iter().map(|cell| &cell.value)).collect()).collect(),
    }
}
