//! What the report shows as charts: scores by lesson, outcomes mastered by lesson, scores over time.
//!
//! Apart from the tables, from whose finished cells they are taken: what is drawn cannot differ from what is written.

use super::{Maker, layouts};
use crate::report::chart::{Bar, Chart, Moment, Points, Share};
use crate::report::{Cell, Clean, Layout, Table, Value};

/// Attempts that fit side by side on a page; of more, the last ones are drawn.
const MOST_MOMENTS: usize = 60;

/// A row of a table whose cells are found by name.
#[derive(Clone, Copy)]
struct Row<'a> {
    layout: &'static Layout,
    cells: &'a [Cell],
}

impl Row<'_> {
    fn cell(&self, key: &str) -> Cell {
        let at = self.layout.columns.iter().position(|column| column.key == key);
        debug_assert!(at.is_some(), "{} has no column {key}", self.layout.key);
        at.and_then(|at| self.cells.get(at)).cloned().unwrap_or_else(Cell::nothing)
    }

    fn label(&self) -> Clean {
        self.cell("title").shown
    }

    fn is(&self, key: &str) -> bool {
        self.cell(key).value == Value::Bool(true)
    }
}

fn rows<'a>(tables: &'a [Table], layout: &'static Layout) -> impl Iterator<Item = Row<'a>> {
    let rows = tables.iter().filter(|table| table.layout.key == layout.key).flat_map(|table| &table.rows);
    rows.map(move |cells| Row { layout, cells })
}

impl Maker<'_> {
    /// Returns the charts, those with nothing to look at among them.
    pub(super) fn charts(&self, tables: &[Table]) -> Vec<Chart> {
        vec![self.lesson_scores(tables), self.outcome_shares(tables), self.scores_over_time(tables)]
    }

    fn lesson_scores(&self, tables: &[Table]) -> Chart {
        let bars: Vec<Bar> = rows(tables, &layouts::LESSONS).map(bar).collect();
        let about = self.about("report-chart-lessons-about", reached(bars.iter().map(|bar| bar.is_reached)));
        let points = Points::Bars { bars, first: self.label("report-chart-first"), pass: self.pass_mark() };
        self.chart(("lesson_scores", "report-chart-lessons"), about, points)
    }

    fn outcome_shares(&self, tables: &[Table]) -> Chart {
        let shares = shares(rows(tables, &layouts::OUTCOMES));
        let (part, of) = (shares.iter().map(|share| share.part).sum(), shares.iter().map(|share| share.of).sum());
        let about = self.about("report-chart-outcomes-about", (part, of));
        let chart = self.chart(("outcome_shares", "report-chart-outcomes"), about, Points::Shares(shares));
        let [filled, hollow] = ["report-chart-mastered", "report-chart-not-mastered"].map(|key| self.label(key));
        Chart { filled, hollow, ..chart }
    }

    fn scores_over_time(&self, tables: &[Table]) -> Chart {
        let mut moments: Vec<Moment> = rows(tables, &layouts::ATTEMPTS).filter_map(|row| self.moment(row)).collect();
        moments.sort_by_cached_key(|moment| exact(&moment.at));
        moments.drain(..moments.len().saturating_sub(MOST_MOMENTS));
        let about = self.about("report-chart-times-about", reached(moments.iter().map(|moment| moment.is_reached)));
        self.chart(("scores_over_time", "report-chart-times"), about, Points::Moments(moments))
    }

    fn chart(&self, (key, title): (&'static str, &str), about: Clean, points: Points) -> Chart {
        let [filled, hollow] = ["report-chart-passed", "report-chart-not-passed"].map(|key| self.label(key));
        Chart { key, title: self.label(title), about, filled, hollow, points }
    }

    fn about(&self, key: &str, (part, of): (u64, u64)) -> Clean {
        self.say(key, &[("part", part.into()), ("of", of.into())])
    }

    /// Returns the pass mark of the lessons' quizzes where it is one for all.
    fn pass_mark(&self) -> Option<(Clean, Cell)> {
        let marks: Vec<u16> = self.sources.outlines.iter().map(|outline| outline.pass).collect();
        let one = marks.iter().all(|mark| Some(mark) == marks.first());
        let mark = marks.first().filter(|_| one)?;
        Some((self.label("report-chart-pass"), Cell::percent(crate::assess::Grade::new(*mark).percent())))
    }

    /// Returns the point of an attempt; none for one that was left.
    fn moment(&self, row: Row<'_>) -> Option<Moment> {
        let value = row.cell("grade");
        value.percents()?;
        let args =
            [("title", row.label().as_str().to_owned().into()), ("try", row.cell("attempt").shown.to_string().into())];
        let label = self.say("report-chart-try", &args);
        Some(Moment { label, at: row.cell("finished_at"), value, is_reached: row.is("passed") })
    }
}

fn bar(row: Row<'_>) -> Bar {
    Bar { label: row.label(), value: row.cell("best"), first: row.cell("first"), is_reached: row.is("passed") }
}

/// Returns a moment to the second; what is written the same way everywhere sorts as time does.
fn exact(at: &Cell) -> String {
    match &at.value {
        Value::Text(time) => time.clone(),
        Value::Nothing | Value::Bool(_) | Value::Number(_) | Value::Signed(_) => String::new(),
    }
}

/// Counts outcomes by lesson, in the order of the rows.
fn shares<'a>(rows: impl Iterator<Item = Row<'a>>) -> Vec<Share> {
    let mut shares: Vec<(Cell, Share)> = Vec::new();
    for row in rows {
        let lesson = row.cell("lesson");
        if shares.last().is_none_or(|(last, _)| *last != lesson) {
            shares.push((lesson, Share { label: row.label(), part: 0, of: 0 }));
        }
        if let Some((_, share)) = shares.last_mut() {
            share.part += u64::from(row.is("mastered"));
            share.of += 1;
        }
    }
    shares.into_iter().map(|(_, share)| share).collect()
}

/// Counts those that are reached, and all.
fn reached(all: impl Iterator<Item = bool>) -> (u64, u64) {
    all.fold((0, 0), |(part, of), is_reached| (part + u64::from(is_reached), of + 1))
}
