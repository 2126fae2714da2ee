//! A field on paper: its label, its value on a ground of its own, its code, and a note under it.
//!
//! Apart from the kinds of fields because all of them stand like this: beside each other where there is room, under
//! each other on a phone. It knows no field; it is told what to write.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::text::{pad_right, width, wrap};
use crate::tui::screens::quiz::signs;
use crate::tui::widgets::ends::{cut, line_width};
use crate::tui::widgets::paper::Writer;

/// The widest label.
const LABEL: usize = 24;
/// The widest value.
const VALUE: usize = 64;

/// Where labels, values and codes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grid {
    /// Cells before the label, the marker's two included.
    pub(super) margin: usize,
    /// Cells of the label; 0 where it stands above the value.
    pub(super) label: usize,
    /// Cells of the value.
    pub(super) value: usize,
    /// Cells of counter and code.
    pub(super) aside: usize,
}

impl Grid {
    /// Divides a width among labels of at most so many cells and what stands beside values.
    pub(super) fn new(cells: usize, margin: usize, label: usize, aside: usize, is_narrow: bool) -> Self {
        let label = if is_narrow { 0 } else { label.clamp(6, LABEL) };
        let taken = if is_narrow { margin } else { margin + label + 1 + aside + 1 };
        Self { margin, label, value: cells.saturating_sub(taken).clamp(4, VALUE), aside }
    }

    /// Returns the column where values begin.
    pub(super) fn column(self) -> usize {
        if self.label == 0 { self.margin } else { self.margin + self.label + 1 }
    }
}

/// One field.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) label: String,
    pub(super) has_focus: bool,
    /// The rows of the value.
    pub(super) value: Vec<Line<'static>>,
    /// Counter and code.
    pub(super) aside: Vec<Span<'static>>,
    /// What stands under the value.
    pub(super) notes: Vec<(String, Style)>,
    /// Where the cursor is in the value.
    pub(super) cursor: Option<(usize, usize)>,
}

impl Block {
    /// Writes the field.
    pub(super) fn write(self, grid: Grid, writer: &mut Writer<'_>) {
        if grid.label == 0 {
            self.write_above(grid, writer);
        } else {
            self.write_beside(grid, writer);
        }
        for (text, style) in self.notes {
            let cells = writer.cells().saturating_sub(grid.column());
            for line in wrap(&text, cells) {
                writer.line(Line::from_iter([gap(grid.column()), Span::styled(line, style)]));
            }
        }
    }

    fn lead(&self, grid: Grid, row: usize, writer: &Writer<'_>) -> Vec<Span<'static>> {
        let marker = signs::marker(writer.look, self.has_focus && row == 0);
        vec![gap(grid.margin.saturating_sub(2)), marker]
    }

    fn label_style(&self, writer: &Writer<'_>) -> Style {
        if self.has_focus { writer.look.theme.strong } else { writer.look.theme.muted }
    }

    /// The label, and under it the value over the whole width.
    fn write_above(&self, grid: Grid, writer: &mut Writer<'_>) {
        let aside = Line::from(self.aside.clone());
        let room = writer.cells().saturating_sub(grid.margin);
        let beside = line_width(&aside) + 1;
        let labels = wrap(&self.label, room.saturating_sub(beside).max(8));
        for (at, label) in labels.iter().enumerate() {
            let mut spans = self.lead(grid, at, writer);
            spans.push(Span::styled(label.clone(), self.label_style(writer)));
            if at == 0 && !self.aside.is_empty() {
                spans.push(gap(room.saturating_sub(width(label) + line_width(&aside))));
                spans.extend(aside.spans.clone());
            }
            writer.line(Line::from(spans));
        }
        for (at, row) in self.value.iter().enumerate() {
            self.put_cursor(grid, at, writer);
            writer.line(std::iter::once(gap(grid.margin)).chain(spans(row.clone())).collect());
        }
    }

    /// The label, the value beside it, and at the right end its code.
    fn write_beside(&self, grid: Grid, writer: &mut Writer<'_>) {
        let labels = wrap(&self.label, grid.label);
        for at in 0..labels.len().max(self.value.len()) {
            let label = labels.get(at).map_or("", String::as_str);
            let mut line = self.lead(grid, at, writer);
            line.push(Span::styled(pad_right(label, grid.label), self.label_style(writer)));
            line.push(gap(1));
            let row = self.value.get(at).map(|row| cut(row, grid.value, "")).unwrap_or_default();
            let taken = line_width(&row);
            line.extend(spans(row));
            if at == 0 && !self.aside.is_empty() {
                line.push(gap(grid.value.saturating_sub(taken) + 1));
                line.extend(self.aside.clone());
            }
            self.put_cursor(grid, at, writer);
            writer.line(Line::from(line));
        }
    }

    fn put_cursor(&self, grid: Grid, row: usize, writer: &mut Writer<'_>) {
        if let Some((_, column)) = self.cursor.filter(|(at, _)| self.has_focus && *at == row) {
            writer.cursor_on_next_line(grid.column() + column);
        }
    }
}

/// Returns the spans of a row, each with the row's style under its own.
fn spans(row: Line<'static>) -> impl Iterator<Item = Span<'static>> {
    let ground = row.style;
    row.spans.into_iter().map(move |span| {
        let style = ground.patch(span.style);
        span.style(style)
    })
}

/// Returns so many cells of nothing.
pub(super) fn gap(cells: usize) -> Span<'static> {
    Span::raw(" ".repeat(cells))
}
