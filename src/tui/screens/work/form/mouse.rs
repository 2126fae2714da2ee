//! A click into a form: the cursor goes where it was clicked, an option is taken.
//!
//! Apart from the keys because it has to know where on the paper things stand.

use super::entries::Filled;
use super::stops::stops;
use super::{Filling, Seen, Stop, grid};

impl Filling {
    /// Puts the cursor on a cell of a text, counted from the first row of its control.
    pub(super) fn put_cursor(&mut self, seen: Seen<'_>, focus: usize, row: usize, column: usize) {
        let Some(filled) = Filled::of(seen) else { return };
        let stop = stops(filled).get(focus).copied().filter(|stop| matches!(stop, Stop::Field(_)));
        let Some((stop, field)) = stop.and_then(|stop| Some((stop, filled.meant(stop)?))) else { return };
        if !super::is_written(field) {
            return;
        }
        let (cells, is_narrow) = self.laid.get();
        let grid = grid(filled, cells, is_narrow);
        let labels =
            if is_narrow { crate::text::wrap(&field.label, cells.saturating_sub(grid.margin + 8)).len() } else { 0 };
        let Some(row) = row.checked_sub(labels) else { return };
        let wide = self.text_cells(filled, stop);
        let editor = self.pen.take(stop, field, filled.text(stop));
        let rows = editor.rows(wide);
        editor.click(&rows, row, column.saturating_sub(grid.column()));
    }
}
