//! The report as one HTML page that holds everything it shows, prints on A4 in black and white, and runs nothing.
//!
//! Apart because the page is a template in which every value is escaped; nothing here puts HTML together by hand.
//! The page forbids itself scripts and loads by its content security policy, the style sheet alone by its hash.

mod chart;

use askama::Template;

use super::Report;
use chart::Drawing;

const STYLE: &str = include_str!("../../templates/report.css");
/// The SHA-256 of the `style` element's content; a test tells the new one when the sheet changes.
const STYLE_HASH: &str = "sha256-wBlIDuWLv5NiZyxAnbn6bjOyhlevLH2Zhe43Et0G2+0=";

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    report: &'a Report,
    style: &'static str,
    style_hash: &'static str,
}

impl Page<'_> {
    /// Returns the charts, each a template of its own: what it writes is escaped already.
    fn drawings(&self) -> impl Iterator<Item = Drawing<'_>> {
        self.report.charts_with_points().map(|chart| Drawing { chart })
    }
}

/// Writes the report.
pub(super) fn write(report: &Report) -> String {
    let page = Page { report, style: STYLE, style_hash: STYLE_HASH }.render();
    debug_assert!(page.is_ok(), "a string takes every text");
    page.unwrap_or_default()
}

#[cfg(test)]
pub(super) mod tests;
