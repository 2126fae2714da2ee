//! A report for the writers' tests: every kind of cell, numbers that can be told apart, any text in every field.

use super::chart::{Bar, Chart, Moment, Points, Share};
use super::*;

/// A table with a column of each form.
pub(super) const LESSONS: Layout = Layout {
    key: "lessons",
    row: "lesson",
    title: "report-lessons",
    columns: &[
        Column::shown("title", "report-lesson", Form::Text),
        Column::hidden("lesson", Form::Text),
        Column::shown("attempts", "report-attempts", Form::Number),
        Column::shown("best", "report-best", Form::Number).optional(),
        Column::shown("passed", "report-passed", Form::YesNo),
        Column::shown("at", "report-when", Form::Time).optional(),
        Column::shown("next", "report-next", Form::Text),
    ],
};

/// A table without rows.
pub(super) const MISSES: Layout = Layout {
    key: "misses",
    row: "critical_miss",
    title: "report-misses",
    columns: &[Column::shown("text", "report-question", Form::Text)],
};

fn row(text: &str, attempts: u64, best: Option<u16>) -> Vec<Cell> {
    vec![
        Cell::text(text),
        Cell::text("gathering/news-judgement"),
        Cell::count(attempts),
        best.map_or_else(Cell::nothing, Cell::percent),
        Cell::yes_no(best.is_some(), text),
        best.map_or_else(Cell::nothing, |_| Cell::time(Timestamp(1_805_209_805_999))),
        Cell::worded("quiz", text),
    ]
}

/// A chart of each kind, whose numbers stand in the tables and figures too.
fn charts(text: &str) -> Vec<Chart> {
    let clean = |name: &str| Clean::new(&format!("{name} {text}"));
    let bar = |value, is_reached| Bar { label: clean("Bar"), value, first: Cell::percent(23), is_reached };
    let moment = |is_reached| Moment {
        label: clean("Point"),
        at: Cell::time(Timestamp(1_805_209_805_999)),
        value: Cell::percent(92),
        is_reached,
    };
    let pass = Some((clean("Pass mark"), Cell::percent(92)));
    let bars = vec![bar(Cell::percent(92), true), bar(Cell::percent(23), false), bar(Cell::nothing(), false)];
    let kinds = [
        ("scores", Points::Bars { bars, first: clean("First"), pass }),
        ("shares", Points::Shares(vec![Share { label: clean("Share"), part: 3, of: 6 }])),
        ("times", Points::Moments(vec![moment(true), moment(false)])),
    ];
    let chart = |(key, points)| Chart {
        key,
        title: clean("Chart"),
        about: clean("About"),
        filled: clean("Filled"),
        hollow: clean("Hollow"),
        points,
    };
    kinds.map(chart).into()
}

/// Returns a report with a text in every field that holds one.
pub(super) fn report(lang: &str, text: &str) -> Report {
    let clean = |name: &str| Clean::new(&format!("{name} {text}"));
    let lessons = Table {
        layout: &LESSONS,
        title: clean("Lessons"),
        labels: LESSONS.columns.iter().map(|c| c.label.map_or_else(Clean::default, |_| clean(c.key))).collect(),
        rows: vec![row(text, 417, Some(92)), row(text, 23, None)],
    };
    let misses = Table { layout: &MISSES, title: clean("Misses"), labels: vec![clean("text")], rows: Vec::new() };
    Report {
        kind: "learner",
        lang: Lang::new(lang).unwrap(),
        made_at: Timestamp(1_805_209_805_999),
        title: clean("Report"),
        subject: Subject::Person(Person {
            id: LearnerId::from_bits(0xabc),
            name: Clean::new(text),
            station: Clean::new(text),
        }),
        course: Studied {
            id: CourseId::new("newsroom-exchange").unwrap(),
            title: Clean::new(text),
            version: Clean::new(text),
        },
        facts: vec![Fact { label: clean("Learner"), text: Clean::new(text) }],
        summary: clean("Summary"),
        figures: vec![
            Figure { key: "lessons_done", label: clean("Lessons done"), cell: Cell::count(3_u8), of: Some(6) },
            Figure { key: "minutes_active", label: clean("Minutes active"), cell: Cell::count(1274_u32), of: None },
        ],
        charts: charts(text),
        tables: vec![lessons, misses],
        notes: vec![clean("Note:")],
    }
}
