//! A report that is one page: figures, charts and small tables side by side, drawn as small as it takes.
//!
//! Apart from reports of any length, where nothing stands beside anything. What does not fit even at the smallest size is
//! written like those.

use super::flow::Flow;
use super::{chart, grid};
use crate::report::{Report, Table};

/// How large everything is drawn, from the largest; below the last nobody reads it on paper.
const SCALES: [f32; 8] = [1.0, 0.94, 0.88, 0.83, 0.78, 0.74, 0.7, 0.66];
/// Tables that are narrow enough for half a page.
const NARROW: [&str; 1] = ["groups"];

/// Returns the page; none where it would not be one.
pub(super) fn written(report: &Report) -> Option<Flow<'static>> {
    SCALES.into_iter().map(|scale| at(report, scale)).find(|flow| flow.document.sheets.len() == 1)
}

fn at(report: &Report, scale: f32) -> Flow<'static> {
    let mut flow = Flow::scaled(scale);
    flow.title(report.title.as_str());
    let facts: Vec<_> = report.facts.iter().map(|fact| (fact.label.as_str(), fact.text.to_string())).collect();
    let (first, last) = facts.split_at(facts.len().div_ceil(2));
    flow.side_by_side(|flow| flow.pairs(first), |flow| flow.pairs(last));
    let is_narrow = |table: &&Table| NARROW.contains(&table.layout.key);
    flow.side_by_side(
        |flow| {
            super::figures(flow, report);
            report.tables_with_rows().filter(is_narrow).for_each(|table| grid::write(flow, table));
        },
        |flow| report.charts_with_points().for_each(|drawn| chart::write(flow, drawn)),
    );
    report.tables_with_rows().filter(|table| !is_narrow(table)).for_each(|table| grid::write(&mut flow, table));
    report.notes.iter().for_each(|note| flow.paragraph(note.as_str()));
    flow
}
