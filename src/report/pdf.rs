//! The report as a PDF: text that can be searched, copied and read aloud, on A4, in black and white.
//!
//! ```text
//!  Report ─► flow, grid ─► setting (lines) ─► fonts (pieces) ─► typeface (glyphs)
//!              │                                                   │
//!              └─► sheet (pages), tags (structure) ─► document ◄─ embed ─► bytes
//! ```
//!
//! Apart because paper has pages and fonts. The same report is always the same bytes. Left out of a build without the
//! feature `pdf`, which then offers no such format.

mod block;
mod certificate;
mod chart;
mod document;
mod embed;
mod face;
mod flow;
mod fonts;
mod grid;
mod one_page;
mod paper;
#[cfg(test)]
pub(in crate::report) mod reader;
mod setting;
mod sheet;
mod tags;
mod typeface;

#[cfg(test)]
mod tests;

pub use certificate::write as certificate;
use document::About;
use flow::Flow;
pub(super) use paper::write as paper;

use super::Report;
use crate::words::Words;

/// Reports that are read on one page.
const ONE_PAGE: [&str; 1] = ["cohort_funder"];

/// Writes the report.
pub(super) fn write(report: &Report) -> Vec<u8> {
    let one_page = if ONE_PAGE.contains(&report.kind) { one_page::written(report) } else { None };
    let mut flow = one_page.unwrap_or_else(|| long(report));
    let words = Words::new(&report.lang);
    flow.feet(report.title.as_str(), &words);
    let (title, lang) = (report.title.as_str(), report.lang.as_str());
    flow.document.write(&About { title, lang, made_at: report.made_at.rfc3339() })
}

/// Writes one thing below the other, on as many pages as it takes.
fn long(report: &Report) -> Flow<'static> {
    let mut flow = Flow::new();
    flow.title(report.title.as_str());
    let facts: Vec<_> = report.facts.iter().map(|fact| (fact.label.as_str(), fact.text.to_string())).collect();
    flow.pairs(&facts);
    figures(&mut flow, report);
    for chart in report.charts_with_points() {
        chart::write(&mut flow, chart);
    }
    for table in report.tables_with_rows() {
        grid::write(&mut flow, table);
    }
    for note in &report.notes {
        flow.paragraph(note.as_str());
    }
    flow
}

/// Writes the numbers that stand for themselves.
fn figures(flow: &mut Flow<'_>, report: &Report) {
    flow.heading(report.summary.as_str(), 40.0);
    let figures: Vec<_> = report.figures.iter().map(|figure| (figure.label.as_str(), figure.shown())).collect();
    flow.pairs(&figures);
}
