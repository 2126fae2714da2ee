//! Where the focus of a form can stand, in order: fields, cells of rows, and what adds a row.
//!
//! Apart from the station because keys, findings and the mouse all find their way by the same stops.

use super::entries::{Filled, columns, most_rows};
use crate::assess::work::Place;
use crate::course::exercise::form::{Field, FieldKind};

/// A place for the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// A field, by its place in the form.
    Field(usize),
    /// A cell of a field of rows.
    Cell {
        /// The field.
        field: usize,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// What adds a row to a field.
    Add(usize),
}

impl Stop {
    /// Returns the field it belongs to.
    pub(super) fn field(self) -> usize {
        match self {
            Self::Field(field) | Self::Add(field) | Self::Cell { field, .. } => field,
        }
    }

    /// Returns its row.
    pub(super) fn row(self) -> Option<usize> {
        if let Self::Cell { row, .. } = self { Some(row) } else { None }
    }
}

/// Returns all stops.
pub(super) fn stops(filled: Filled<'_>) -> Vec<Stop> {
    let fields = filled.form.fields.iter().enumerate();
    fields.flat_map(|(at, field)| of_field(filled, at, field)).collect()
}

fn of_field(filled: Filled<'_>, field: usize, of: &Field) -> Vec<Stop> {
    let FieldKind::Rows { columns, .. } = &of.kind else { return vec![Stop::Field(field)] };
    let open = |row| {
        let open = columns.iter().enumerate().filter(|(_, column)| !column.locked);
        open.map(move |(column, _)| Stop::Cell { field, row, column })
    };
    let cells = (0..filled.shown_rows(of)).flat_map(open);
    let add = (filled.rows(of).len() < most_rows(of)).then_some(Stop::Add(field));
    cells.chain(add).collect()
}

/// Finds the stop of the same column in the row above or below; past them, the stop beside the rows.
pub(super) fn beside(stops: &[Stop], at: usize, down: bool) -> usize {
    let next = if down { at + 1 } else { at.saturating_sub(1) };
    let Some(Stop::Cell { field, row, column }) = stops.get(at).copied() else { return next };
    let other = if down { Some(row + 1) } else { row.checked_sub(1) };
    let same = other.and_then(|row| find(stops, Stop::Cell { field, row, column }));
    same.unwrap_or_else(|| {
        let is_in = |stop: &Stop| matches!(stop, Stop::Cell { field: of, .. } if *of == field);
        let past = if down { stops.iter().rposition(is_in) } else { stops.iter().position(is_in) };
        past.map_or(next, |edge| if down { edge + 1 } else { edge.saturating_sub(1) })
    })
}

/// Returns where a stop stands.
pub(super) fn find(stops: &[Stop], stop: Stop) -> Option<usize> {
    stops.iter().position(|there| *there == stop)
}

/// Returns the stop where something was found, or the nearest to it.
pub(super) fn of_place(filled: Filled<'_>, stops: &[Stop], place: &Place) -> Option<usize> {
    let Place::Field(target, row) = place else { return None };
    let field = filled.form.fields.iter().position(|field| field.id == target.field)?;
    let of = filled.form.fields.get(field)?;
    let column = target.column.as_ref().and_then(|id| columns(of).iter().position(|column| column.id == *id));
    let is_it = |stop: &Stop| match *stop {
        Stop::Cell { field: of, row: at, column: in_column } => {
            of == field && at == row.unwrap_or(0) && column.is_none_or(|column| column == in_column)
        }
        Stop::Field(of) => of == field,
        Stop::Add(_) => false,
    };
    let in_row = |stop: &Stop| stop.field() == field && (row.is_none() || stop.row() == *row);
    let in_field = |stop: &Stop| stop.field() == field;
    let find = |wanted: &dyn Fn(&Stop) -> bool| stops.iter().position(wanted);
    find(&is_it).or_else(|| find(&in_row)).or_else(|| stops.iter().rposition(in_field))
}
