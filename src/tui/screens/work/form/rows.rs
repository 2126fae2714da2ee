//! What is done to rows as a whole: adding, taking out, moving, putting back.
//!
//! Apart from fields because the focus has to go with the row.

use super::entries::{blank, columns, counts, most_rows};
use super::stops::Stop;
use super::{Did, Filling, On};
use crate::course::exercise::form::Field;

/// A row that was taken out.
#[derive(Debug)]
pub(super) struct Removed {
    field: usize,
    row: usize,
    cells: Vec<String>,
}

/// The field of rows at a stop, its rows, and which of them it is.
struct Spot<'a> {
    field: &'a Field,
    rows: Vec<Vec<String>>,
    row: usize,
}

impl Filling {
    /// Returns the rows in which the focus stands; at their end, the row after the last.
    fn spot<'a>(on: &On<'a, '_>) -> Option<Spot<'a>> {
        let field = on.filled.form.fields.get(on.stop.field()).filter(|field| !columns(field).is_empty())?;
        let mut rows = on.filled.rows(field).to_vec();
        let shown = on.filled.shown_rows(field);
        while rows.len() < shown {
            rows.push(blank(field, rows.len()));
        }
        let row = on.stop.row().unwrap_or(rows.len());
        Some(Spot { field, rows, row })
    }

    /// Adds a row after that of the focus, and goes there.
    pub(super) fn add_row(on: &mut On<'_, '_>) -> Did {
        let Some(Spot { field, mut rows, row }) = Self::spot(on) else { return Did::Nothing };
        if rows.len() >= most_rows(field) {
            return Did::Nothing;
        }
        let at = (row + 1).min(rows.len());
        rows.insert(at, blank(field, at));
        Self::arrive(on, field, at, None);
        on.filled.with_rows(field, rows)
    }

    /// Takes the row of the focus out; it can be put back.
    pub(super) fn delete_row(&mut self, on: &mut On<'_, '_>) -> Did {
        let Some(Spot { field, mut rows, row }) = Self::spot(on) else { return Did::Nothing };
        if row >= rows.len() {
            return Did::Nothing;
        }
        let cells = rows.remove(row);
        self.removed = Some(Removed { field: on.stop.field(), row, cells });
        let next = row.min(rows.len().saturating_sub(1));
        Self::arrive(on, field, next, column_of(on.stop));
        on.filled.with_rows(field, rows)
    }

    /// Moves the row of the focus up or down.
    pub(super) fn shift_row(on: &mut On<'_, '_>, down: bool) -> Did {
        let Some(Spot { field, mut rows, row }) = Self::spot(on) else { return Did::Nothing };
        let other = if down { Some(row + 1) } else { row.checked_sub(1) };
        let Some(other) = other.filter(|other| *other < rows.len() && row < rows.len()) else { return Did::Nothing };
        rows.swap(row, other);
        Self::arrive(on, field, other, column_of(on.stop));
        on.filled.with_rows(field, rows)
    }

    /// Puts the row back that was taken out last.
    pub(super) fn put_back(&mut self, on: &mut On<'_, '_>) -> Did {
        let is_here = |removed: &mut Removed| removed.field == on.stop.field();
        let Some(removed) = self.removed.take_if(is_here) else { return Did::Nothing };
        let Some(Spot { field, mut rows, .. }) = Self::spot(on) else { return Did::Nothing };
        let at = removed.row.min(rows.len());
        if on.filled.rows(field).is_empty() {
            rows.clear();
        }
        rows.insert(at.min(rows.len()), removed.cells);
        Self::arrive(on, field, at, column_of(on.stop));
        on.filled.with_rows(field, rows)
    }

    /// Goes to the same column of the next row; from the last row to a new one, unless that has nothing in it yet.
    pub(super) fn next_row(on: &mut On<'_, '_>) -> Did {
        let Some(Spot { field, rows, row }) = Self::spot(on) else { return Did::Nothing };
        let is_last = row + 1 >= rows.len();
        if is_last && !on.filled.is_blank(field, row) && rows.len() < most_rows(field) {
            return Self::add_row(on);
        }
        on.go(super::beside(on.stops, *on.focus, true))
    }

    /// Puts the focus on a cell of a row that is about to be there: in a column, or in the first
    /// that is to be written.
    fn arrive(on: &mut On<'_, '_>, field: &Field, row: usize, column: Option<usize>) {
        let open: Vec<usize> =
            columns(field).iter().enumerate().filter(|(_, column)| !column.locked).map(|(at, _)| at).collect();
        let is_counted = columns(field).first().is_some_and(counts);
        let fresh = usize::from(is_counted && open.len() > 1);
        let place = column.and_then(|column| open.iter().position(|at| *at == column)).unwrap_or(fresh);
        let start = on.stops.iter().position(|stop| stop.field() == on.stop.field()).unwrap_or(0);
        *on.focus = start + row * open.len() + place;
    }
}

fn column_of(stop: Stop) -> Option<usize> {
    if let Stop::Cell { column, .. } = stop { Some(column) } else { None }
}
