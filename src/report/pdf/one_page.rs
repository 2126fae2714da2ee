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

/// Where the chart after the first stands, and narrow tables on the other side.
#[derive(Debug, Clone, Copy)]
enum Second {
    Right,
    Left,
}

/// Returns the page; none where it would not be one.
pub(super) fn written(report: &Report) -> Option<Flow<'static>> {
    let ways = SCALES.into_iter().flat_map(|scale| [(scale, Second::Right), (scale, Second::Left)]);
    ways.map(|(scale, second)| at(report, scale, second)).find(|flow| flow.document.sheets.len() == 1)
}

fn at(report: &Report, scale: f32, second: Second) -> Flow<'static> {
    let mut flow = Flow::scaled(scale);
    flow.title(report.title.as_str());
    let facts: Vec<_> = report.facts.iter().map(|fact| (fact.label.as_str(), fact.text.to_string())).collect();
    let (first, last) = facts.split_at(facts.len().div_ceil(2));
    flow.side_by_side(|flow| flow.pairs(first), |flow| flow.pairs(last));
    let charts: Vec<_> = report.charts_with_points().collect();
    let (first_chart, others) = charts.split_at(charts.len().min(1));
    let is_narrow = |table: &&Table| NARROW.contains(&table.layout.key);
    let drawings = |flow: &mut Flow<'static>| others.iter().for_each(|drawn| chart::write(flow, drawn));
    let tables = |flow: &mut Flow<'static>| {
        report.tables_with_rows().filter(is_narrow).for_each(|table| grid::write(flow, table));
    };
    flow.side_by_side(
        |flow| {
            super::figures(flow, report);
            if let Second::Left = second { drawings(flow) } else { tables(flow) }
        },
        |flow| {
            for drawn in first_chart {
                chart::write(flow, drawn);
            }
            if let Second::Left = second { tables(flow) } else { drawings(flow) }
        },
    );
    report.tables_with_rows().filter(|table| !is_narrow(table)).for_each(|table| grid::write(&mut flow, table));
    report.notes.iter().for_each(|note| flow.paragraph(note.as_str()));
    flow
}
