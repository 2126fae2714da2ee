//! Any form as aligned text: labels on the left, values wrapped beside them, rows in columns.
//!
//! Apart because it is the one writer that knows no field by name, but for the heading of a shot, which stands on a
//! line of its own above its row.

use super::super::cell::Clean;
use super::filled::Filled;
use crate::course::exercise::form::{Field, FieldKind};
use crate::text::{pad_right, width, wrap};

/// The width of a sheet, which prints and mails well.
const WIDTH: usize = 78;
/// The widest label that values are set beside.
const WIDEST_LABEL: usize = 22;
/// The least room for what stands last in a row.
const LAST: usize = 24;
/// The column whose words stand above a row.
const ABOVE: &str = "heading";

/// Writes the sheet.
pub(super) fn write(title: &Clean, filled: &Filled<'_>) -> String {
    let mut lines = vec![title.as_str().to_uppercase(), "=".repeat(width(title.as_str()).min(WIDTH))];
    let single = |field: &&Field| !matches!(field.kind, FieldKind::Rows { .. });
    let labels = filled.form.fields.iter().filter(single).map(|field| width(&field.label));
    let room = labels.max().unwrap_or_default().min(WIDEST_LABEL) + 2;
    for field in &filled.form.fields {
        if single(&field) {
            beside(&field.label, &filled.shown(field), room, &mut lines);
        } else {
            lines.push(String::new());
            lines.push(field.label.clone());
            grid(&filled.rows(field), &mut lines);
            lines.push(String::new());
        }
    }
    let ended = |line: &String| format!("{}\n", line.trim_end());
    let text: String = lines.iter().map(ended).collect();
    text.replace("\n\n\n", "\n\n")
}

/// Writes a label with its value beside it; a label that is too long stands alone.
fn beside(label: &str, value: &str, room: usize, lines: &mut Vec<String>) {
    let value = if value.is_empty() { "-" } else { value };
    let wrapped = wrap(value, WIDTH - room);
    if width(label) + 2 > room {
        lines.push(label.to_owned());
        lines.extend(wrapped.iter().map(|line| pad_right("", room) + line));
        return;
    }
    let labels = std::iter::once(label).chain(std::iter::repeat(""));
    lines.extend(labels.zip(wrapped).map(|(label, line)| pad_right(label, room) + &line));
}

/// Writes rows in columns, or where they leave no room for the last one, cell by cell.
fn grid(rows: &[Vec<(&Field, String)>], lines: &mut Vec<String>) {
    let inline = |row: &[(&Field, String)]| -> Vec<(String, String)> {
        let inside = row.iter().filter(|(column, _)| column.id.as_str() != ABOVE);
        inside.map(|(column, cell)| (column.label.clone(), cell.clone())).collect()
    };
    let Some(first) = rows.first().map(|row| inline(row)) else {
        lines.push("  -".to_owned());
        return;
    };
    let count = first.len();
    let widest = |at: usize| {
        let cells = rows.iter().filter_map(|row| inline(row).get(at).map(|(_, cell)| width(cell)));
        cells.chain(first.get(at).map(|(label, _)| width(label))).max().unwrap_or_default() + 2
    };
    let widths: Vec<usize> = (0..count.saturating_sub(1)).map(widest).collect();
    let left = 2 + widths.iter().sum::<usize>();
    if left + LAST > WIDTH {
        return cell_by_cell(rows, lines);
    }
    in_columns(first.iter().map(|(label, _)| label.as_str()), &widths, lines);
    for row in rows {
        if let Some((_, above)) = row.iter().find(|(column, cell)| column.id.as_str() == ABOVE && !cell.is_empty()) {
            lines.push(String::new());
            lines.push(format!("  {above}"));
        }
        let cells = inline(row);
        in_columns(cells.iter().map(|(_, cell)| cell.as_str()), &widths, lines);
    }
}

fn in_columns<'a>(cells: impl Iterator<Item = &'a str>, widths: &[usize], lines: &mut Vec<String>) {
    let left = 2 + widths.iter().sum::<usize>();
    let mut line = "  ".to_owned();
    for (at, cell) in cells.enumerate() {
        if let Some(width) = widths.get(at) {
            line.push_str(&pad_right(cell, *width));
            continue;
        }
        for part in wrap(cell, WIDTH - left) {
            lines.push(pad_right(&line, left) + &part);
            line.clear();
        }
    }
}

fn cell_by_cell(rows: &[Vec<(&Field, String)>], lines: &mut Vec<String>) {
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        let labels = row.iter().map(|(column, _)| width(&column.label));
        let room = labels.max().unwrap_or_default().min(WIDEST_LABEL) + 4;
        for (column, cell) in row {
            beside(&format!("  {}", column.label), cell, room, lines);
        }
    }
}
