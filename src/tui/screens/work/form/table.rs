//! Rows of a form: a table where there is room, one row as a card where there is not.
//!
//! Apart from fields because rows share their columns, and because texts that are too long for their cells are written
//! in full under the row that has the focus.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::ask::{Ask, ground, selected};
use super::block::{Grid, gap};
use super::entries::{columns, label, short_label};
use super::stops::Stop;
use super::told;
use crate::assess::work::form::shots_sum;
use crate::course::exercise::form::{Field, FieldKind};
use crate::text::{pad_right, width};
use crate::tui::screens::quiz::signs;
use crate::tui::widgets::paper::{Lead, Spot, Writer};
use crate::tui::width::truncate;

/// Cells of the sign and code at the end of a row.
const CODE: usize = 6;
/// The narrowest column of texts.
const NARROWEST: usize = 8;

/// The narrowest label on a card.
const NARROWEST_LABEL: usize = 9;
/// The widest label on a card; a longer word is broken.
const WIDEST_LABEL: usize = 13;

/// Where the cursor is, seen from a cell.
enum Cursor {
    /// In another one.
    Elsewhere,
    /// Before a cell of it.
    In(usize),
    /// In its whole text, which is written under the row.
    Under,
}

/// A field of rows, and where it stands in the form.
pub(super) struct Rows<'a> {
    pub(super) ask: &'a Ask<'a>,
    pub(super) at: usize,
    pub(super) field: &'a Field,
}

impl Rows<'_> {
    /// Writes the rows.
    pub(super) fn write(&self, writer: &mut Writer<'_>) {
        writer.space();
        self.heading(writer);
        match widths(columns(self.field), writer.cells().saturating_sub(2 + CODE)) {
            Some(widths) if !writer.is_narrow() => self.table(&widths, writer),
            Some(_) | None => self.cards(writer),
        }
        self.sum(writer);
        self.add(writer);
        writer.space();
    }

    fn heading(&self, writer: &mut Writer<'_>) {
        let look = self.ask.look;
        let code = self.ask.told.of_field(self.field).map(|finding| told::code(look, finding));
        let wide = code.as_ref().map_or(0, |code| width(&code.content));
        writer.words(Lead::of([gap(2)]), &self.field.label, look.theme.strong);
        if let Some(code) = code {
            writer.append(writer.cells().saturating_sub(wide), code);
        }
        if !self.field.hint.is_empty() {
            writer.words(Lead::of([gap(2)]), &self.field.hint, look.theme.muted);
        }
    }

    fn table(&self, widths: &[usize], writer: &mut Writer<'_>) {
        let look = self.ask.look;
        let labels = columns(self.field).iter().zip(widths).map(|(column, cells)| {
            let label = truncate(&column.label, *cells, look.glyphs.more);
            Span::styled(pad_right(&label, *cells) + " ", look.theme.muted)
        });
        writer.line([gap(2)].into_iter().chain(labels).collect());
        for row in 0..self.ask.filled.shown_rows(self.field) {
            self.table_row(row, widths, writer);
        }
    }

    fn stop(&self, row: usize, column: usize) -> Stop {
        Stop::Cell { field: self.at, row, column }
    }

    fn has_focus(&self, row: usize) -> bool {
        let at = self.ask.stops.get(self.ask.focus);
        at.is_some_and(|stop| stop.field() == self.at && stop.row() == Some(row))
    }

    fn table_row(&self, row: usize, widths: &[usize], writer: &mut Writer<'_>) {
        let look = self.ask.look;
        let mut spans = vec![signs::marker(look, self.has_focus(row))];
        let mut from = 2;
        let mut places = Vec::new();
        let mut typed = None;
        for ((at, column), cells) in columns(self.field).iter().enumerate().zip(widths) {
            let stop = self.stop(row, at);
            let (cell, cursor) = self.cell(stop, row, column, *cells);
            match cursor {
                Cursor::In(at) => writer.cursor_on_next_line(from + at),
                Cursor::Under => typed = Some(at),
                Cursor::Elsewhere => {}
            }
            spans.extend(cell);
            spans.push(gap(1));
            if !column.locked {
                places.push((self.ask.number(stop), from..from + cells + 1));
            }
            from += cells + 1;
        }
        spans.extend(self.ask.told.of_row(self.field, row).map(|finding| told::code(look, finding)));
        writer.line(Line::from(spans));
        for (number, columns) in places {
            writer.place_in_line(Spot::Control(number), columns);
        }
        if self.has_focus(row) {
            self.strips(row, widths, typed, writer);
        }
    }

    /// Writes the cells of a row that are cut in full under it; the one that is typed into as a field.
    fn strips(&self, row: usize, widths: &[usize], typed: Option<usize>, writer: &mut Writer<'_>) {
        let cut: Vec<(usize, &Field)> = columns(self.field)
            .iter()
            .enumerate()
            .zip(widths)
            .filter(|((at, column), cells)| {
                typed == Some(*at) || width(&self.whole(self.stop(row, *at), column)) > **cells
            })
            .map(|(cell, _)| cell)
            .collect();
        let widest = cut.iter().map(|(_, column)| width(&column.label).min(12)).max().unwrap_or(0);
        let grid = Grid::new(writer.cells(), 4, widest, 0, false);
        for (at, column) in cut {
            let stop = self.stop(row, at);
            let write = |writer: &mut Writer<'_>| match typed {
                Some(typed) if typed == at => self.ask.block(stop, column, None, grid.value).write(grid, writer),
                _ => self.read_only(stop, column, grid, writer),
            };
            writer.place(Spot::Control(self.ask.number(stop)), write);
        }
    }

    fn read_only(&self, stop: Stop, column: &Field, grid: Grid, writer: &mut Writer<'_>) {
        let theme = &self.ask.look.theme;
        let label = truncate(&column.label, grid.label, self.ask.look.glyphs.more);
        let label = Span::styled(pad_right(&label, grid.label) + " ", theme.muted);
        let style = if column.locked { theme.text } else { theme.muted };
        writer.words(Lead::of([gap(grid.margin), label]), &self.whole(stop, column), style);
    }

    /// Returns a cell, and where the cursor is.
    fn cell(&self, stop: Stop, row: usize, column: &Field, cells: usize) -> (Vec<Span<'static>>, Cursor) {
        let look = self.ask.look;
        let text = self.shown(stop, column);
        let has_focus = self.ask.is_at(stop);
        let finding = self.ask.told.of_cell(self.field, row, column);
        let style = finding.map_or(Style::new(), |finding| told::style(look, finding));
        let style = ground(look, column).patch(style);
        let fits = width(&text) <= cells;
        if has_focus && fits && !matches!(column.kind, FieldKind::Choice(_)) {
            let editor = self.ask.pen.at(stop, column, self.ask.filled.text(stop));
            let style = style.patch(look.theme.focus);
            let whole = 0..editor.text().len();
            let mut spans = editor.pieces(&whole, style, selected(), &[]);
            spans.push(Span::styled(" ".repeat(cells.saturating_sub(width(&text))), style));
            let (_, at) = editor.cursor_in(std::slice::from_ref(&whole), cells);
            return (spans, Cursor::In(at));
        }
        let style = if has_focus { style.patch(look.theme.focus) } else { style };
        let shown = pad_right(&truncate(&text, cells, look.glyphs.more), cells);
        let cursor = match (has_focus, fits) {
            (true, true) => Cursor::In(0),
            (true, false) => Cursor::Under,
            (false, _) => Cursor::Elsewhere,
        };
        (vec![Span::styled(shown, style)], cursor)
    }

    /// Returns all that a cell says, where there is room for it.
    fn whole(&self, stop: Stop, column: &Field) -> String {
        let text = self.ask.filled.text(stop);
        let FieldKind::Choice(options) = &column.kind else { return text.to_owned() };
        options.iter().find(|pick| pick.id == text).map_or_else(|| text.to_owned(), label)
    }

    fn shown(&self, stop: Stop, column: &Field) -> String {
        let text = self.ask.filled.text(stop);
        let FieldKind::Choice(options) = &column.kind else { return text.to_owned() };
        let pick = options.iter().find(|pick| pick.id == text);
        pick.map_or(text, short_label).to_owned()
    }

    /// Every row in one line, and the one that has the focus as a card.
    fn cards(&self, writer: &mut Writer<'_>) {
        for row in 0..self.ask.filled.shown_rows(self.field) {
            if self.has_focus(row) {
                self.card(row, writer);
            } else {
                let first = columns(self.field).iter().position(|column| !column.locked).unwrap_or(0);
                let number = self.ask.number(self.stop(row, first));
                writer.place(Spot::Control(number), |writer| self.summary(row, writer));
            }
        }
    }

    fn summary(&self, row: usize, writer: &mut Writer<'_>) {
        let look = self.ask.look;
        let code = self.ask.told.of_row(self.field, row).map(|finding| told::code(look, finding));
        let room = writer.cells().saturating_sub(3 + code.as_ref().map_or(0, |code| width(&code.content)));
        let text = self.in_columns(row, writer.cells().saturating_sub(2 + CODE)).unwrap_or_else(|| self.in_short(row));
        let text = pad_right(&truncate(&text, room, look.glyphs.more), room);
        let spans = [gap(2), Span::styled(text, look.theme.text), gap(1)];
        writer.line(spans.into_iter().chain(code).collect());
    }

    /// Returns a row in columns, of its texts only the last; none where even these do not fit.
    fn in_columns(&self, row: usize, cells: usize) -> Option<String> {
        let columns = columns(self.field);
        let last = columns.iter().rposition(|column| fixed(column).is_none());
        let main: Vec<usize> =
            (0..columns.len()).filter(|at| fixed(&columns[*at]).is_some() || Some(*at) == last).collect();
        let fields: Vec<Field> = main.iter().filter_map(|at| columns.get(*at)).cloned().collect();
        let widths = widths(&fields, cells)?;
        let cell = |(at, cells): (&usize, &usize)| {
            let text = self.shown(self.stop(row, *at), &columns[*at]);
            pad_right(&truncate(&text, *cells, self.ask.look.glyphs.more), *cells)
        };
        Some(main.iter().zip(&widths).map(cell).collect::<Vec<_>>().join(" "))
    }

    /// Returns the first and the last words of a row.
    fn in_short(&self, row: usize) -> String {
        let shown = columns(self.field).iter().enumerate().map(|(at, column)| self.shown(self.stop(row, at), column));
        let texts: Vec<String> = shown.filter(|text| !text.is_empty()).collect();
        let (first, last) = (texts.first(), texts.last().filter(|_| texts.len() > 1));
        let text = [first, last].into_iter().flatten().cloned().collect::<Vec<_>>().join("  ");
        if text.is_empty() { self.ask.look.words.get("work-empty-row") } else { text }
    }

    fn card(&self, row: usize, writer: &mut Writer<'_>) {
        let look = self.ask.look;
        let args = [("at", (row + 1).into()), ("of", self.ask.filled.shown_rows(self.field).into())];
        let code = self.ask.told.of_row(self.field, row).map(|finding| told::code(look, finding));
        writer.words(Lead::of([signs::marker(look, true)]), &look.words.with("work-row", &args), look.theme.strong);
        if let Some(code) = code {
            writer.append(writer.cells().saturating_sub(width(&code.content)), code);
        }
        let words = columns(self.field).iter().flat_map(|column| column.label.split(' '));
        let label = words.map(width).max().unwrap_or(0).clamp(NARROWEST_LABEL, WIDEST_LABEL);
        for (at, column) in columns(self.field).iter().enumerate() {
            let stop = self.stop(row, at);
            let is_text = matches!(column.kind, FieldKind::Text | FieldKind::Long);
            let grid = Grid::new(writer.cells(), 4, label, 5, is_text);
            let finding = self.ask.told.of_cell(self.field, row, column);
            let block = self.ask.block(stop, column, finding, grid.value);
            writer.place(Spot::Control(self.ask.number(stop)), |writer| block.write(grid, writer));
        }
    }

    fn sum(&self, writer: &mut Writer<'_>) {
        let look = self.ask.look;
        if let Some(sum) = shots_sum(self.ask.filled.form, self.ask.filled.values, &self.field.id) {
            let text = look.words.with("work-sum", &[("sum", sum.into())]);
            writer.words(Lead::of([gap(2)]), &text, look.theme.accent);
        }
    }

    fn add(&self, writer: &mut Writer<'_>) {
        let (look, stop) = (self.ask.look, Stop::Add(self.at));
        let number = self.ask.number(stop);
        if number == usize::MAX {
            return;
        }
        let has_focus = self.ask.is_at(stop);
        writer.place(Spot::Control(number), |writer| {
            if has_focus {
                writer.cursor_on_next_line(2);
            }
            let style = if has_focus { look.theme.focus } else { look.theme.muted };
            let label = format!("[ {} ]", look.words.get("work-add-row"));
            writer.line(Line::from_iter([signs::marker(look, has_focus), Span::styled(label, style)]));
        });
    }
}

/// Divides a width among columns; none where texts would get too little.
pub(super) fn widths(columns: &[Field], cells: usize) -> Option<Vec<usize>> {
    let fixed: Vec<Option<usize>> = columns.iter().map(fixed).collect();
    let shares = |at: usize| if fixed.iter().rposition(Option::is_none) == Some(at) { 2 } else { 1 };
    let all: usize = (0..fixed.len()).filter(|at| fixed[*at].is_none()).map(shares).sum();
    let room = cells.checked_sub(fixed.iter().flatten().sum::<usize>() + columns.len())?;
    let share = room.checked_div(all).unwrap_or(0);
    if all > 0 && share < NARROWEST {
        return None;
    }
    let last = room.saturating_sub(share * all.saturating_sub(2));
    let cells = |(at, fixed): (usize, &Option<usize>)| fixed.unwrap_or(if shares(at) == 2 { last } else { share });
    Some(fixed.iter().enumerate().map(cells).collect())
}

/// Returns the cells of a column that needs no more than these.
fn fixed(column: &Field) -> Option<usize> {
    let label = width(&column.label);
    match &column.kind {
        FieldKind::Timecode { .. } | FieldKind::Date => Some(11),
        FieldKind::Number => Some(label.clamp(4, 9)),
        FieldKind::Duration => Some(label.clamp(6, 9)),
        FieldKind::DateTime { .. } => Some(18),
        FieldKind::Choice(options) => {
            let widest = options.iter().map(|pick| width(short_label(pick))).max().unwrap_or(0);
            Some(widest.max(label).clamp(4, 14))
        }
        FieldKind::Text | FieldKind::Long | FieldKind::Choices(_) | FieldKind::Rows { .. } => None,
    }
}
