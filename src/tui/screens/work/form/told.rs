//! What the rules find, by the place in a form.
//!
//! Apart from the writing because each field, row and cell asks for its own, and a form may have hundreds of findings.

use std::collections::BTreeMap;

use ratatui::style::Style;
use ratatui::text::Span;

use super::entries::{Filled, columns};
use super::stops::Stop;
use crate::assess::work::{Finding, Place, Said};
use crate::course::exercise::form::Field;
use crate::course::exercise::rule::Weight;
use crate::id::OptionId;
use crate::tui::look::Look;

type Key<'a> = (&'a OptionId, Option<usize>, Option<&'a OptionId>);

/// Findings by field, row and column.
pub(super) struct Told<'a> {
    by_place: BTreeMap<Key<'a>, Vec<(usize, &'a Finding)>>,
}

impl<'a> Told<'a> {
    /// Sorts findings by their places.
    pub(super) fn new(findings: &'a [Finding]) -> Self {
        let mut by_place: BTreeMap<Key<'a>, Vec<(usize, &'a Finding)>> = BTreeMap::new();
        for (at, finding) in findings.iter().enumerate() {
            if let Place::Field(target, row) = &finding.place {
                let key = (&target.field, *row, target.column.as_ref());
                by_place.entry(key).or_default().push((at, finding));
            }
        }
        Self { by_place }
    }

    fn at<'k>(&'k self, key: Key<'k>) -> impl Iterator<Item = (usize, &'a Finding)> + use<'a, 'k> {
        self.by_place.get(&key).into_iter().flatten().copied()
    }

    /// Returns the worst of a whole field: in a field of rows, of what is no single row's.
    pub(super) fn of_field(&self, field: &Field) -> Option<&'a Finding> {
        let columns = columns(field).iter().flat_map(|column| self.at((&field.id, None, Some(&column.id))));
        worst(self.at((&field.id, None, None)).chain(columns))
    }

    /// Returns the worst of a row.
    pub(super) fn of_row(&self, field: &Field, row: usize) -> Option<&'a Finding> {
        let cells = columns(field).iter().flat_map(|column| self.at((&field.id, Some(row), Some(&column.id))));
        worst(self.at((&field.id, Some(row), None)).chain(cells))
    }

    /// Returns the worst of a cell.
    pub(super) fn of_cell(&self, field: &Field, row: usize, column: &Field) -> Option<&'a Finding> {
        worst(self.at((&field.id, Some(row), Some(&column.id))))
    }

    /// Returns which finding is told while the focus is at a stop: of the cell, else of its row, else of the field.
    pub(super) fn at_stop(&self, filled: Filled<'_>, stop: Stop) -> Option<usize> {
        let field = filled.form.fields.get(stop.field())?;
        let of_cell = || match stop {
            Stop::Cell { row, column, .. } => {
                let cell = columns(field).get(column).and_then(|column| self.of_cell(field, row, column));
                cell.or_else(|| self.of_row(field, row))
            }
            Stop::Field(_) | Stop::Add(_) => None,
        };
        let finding = of_cell().or_else(|| self.of_field(field))?;
        let mut all = self.by_place.values().flatten();
        all.find(|(_, there)| std::ptr::eq(*there, finding)).map(|(at, _)| *at)
    }
}

fn worst<'a>(findings: impl Iterator<Item = (usize, &'a Finding)>) -> Option<&'a Finding> {
    findings.map(|(_, finding)| finding).min_by_key(|finding| (std::cmp::Reverse(finding.weight), is_open(finding)))
}

/// Returns whether something is only not there yet, which is no reproach.
pub(super) fn is_open(finding: &Finding) -> bool {
    matches!(finding.message, Said::Own("finding-empty" | "finding-rows", _))
}

/// Returns the style of what a finding is about.
pub(super) fn style(look: &Look, finding: &Finding) -> Style {
    match finding.weight {
        _ if is_open(finding) => look.theme.muted,
        Weight::Warning => look.theme.warn,
        Weight::Error | Weight::Critical => look.theme.wrong,
    }
}

/// Returns a finding's sign and code.
pub(super) fn code(look: &Look, finding: &Finding) -> Span<'static> {
    let sign = match finding.weight {
        _ if is_open(finding) => look.glyphs.dot,
        Weight::Warning => look.glyphs.warn,
        Weight::Error | Weight::Critical => look.glyphs.wrong,
    };
    Span::styled(format!("{sign} {}", finding.code), style(look, finding))
}
