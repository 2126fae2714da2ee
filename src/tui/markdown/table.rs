//! Tables: columns fitted to the width; where they cannot be, each row stands as a small list under its heads. Two columns
//! stand as pairs under each other wherever that takes fewer rows.
//!
//! Apart like every construct. Rules are thin and few: one below the head, and space between columns.

mod fit;

use super::face::{Face, Token};
use super::row::Piece;
use super::running::Running;
use super::writer::{Writer, piece, rule};
use crate::course::markdown::{Align, Inline, Table};
use crate::tui::width::width;

/// Cells between two columns.
const GAP: usize = 2;

/// What stands before a cell under another.
const INSET: &str = "  ";

type Cells = Vec<Running>;

/// Writes a table.
pub(super) fn write(writer: &mut Writer<'_>, table: &Table) {
    let head = flow(writer, &table.head, Face::of(Token::Strong));
    let rows: Vec<Cells> = table.rows.iter().map(|row| flow(writer, row, Face::default())).collect();
    let columns: Vec<fit::Need> = (0..head.len()).map(|column| need(column, &head, &rows)).collect();
    let room = writer.room().saturating_sub(GAP * columns.len().saturating_sub(1));
    let widths = fit::fit(&columns, room);
    if let ([_, _], Some(widths)) = (head.as_slice(), &widths) {
        let all = || rows.iter().chain([&head]);
        if height_of_pairs(all(), writer.room()) < height_of_columns(all(), widths) {
            return write_pairs(writer, head, rows);
        }
    }
    match widths {
        Some(widths) => write_columns(writer, &table.align, &widths, &head, &rows),
        None if head.len() == 2 => write_pairs(writer, head, rows),
        None => write_stacked(writer, &head, &rows),
    }
}

fn height_of_pairs<'a>(rows: impl Iterator<Item = &'a Cells>, room: usize) -> usize {
    let inside = room.saturating_sub(INSET.len()).max(1);
    rows.map(|row| row.iter().zip([room, inside]).map(|(cell, cells)| cell.lines(cells).len()).sum::<usize>()).sum()
}

fn height_of_columns<'a>(rows: impl Iterator<Item = &'a Cells>, widths: &[usize]) -> usize {
    let height = |row: &Cells| row.iter().zip(widths).map(|(cell, cells)| cell.lines(*cells).len()).max().unwrap_or(0);
    let heights: Vec<usize> = rows.map(height).collect();
    let gaps = if heights.iter().any(|height| *height > 1) { heights.len().saturating_sub(2) } else { 0 };
    heights.iter().sum::<usize>() + gaps
}

/// Writes two columns under each other, one row after the other: the first cell bold, the second set in.
fn write_pairs(writer: &mut Writer<'_>, head: Cells, rows: Vec<Cells>) {
    let across = writer.room();
    for (place, mut row) in [head].into_iter().chain(rows).enumerate() {
        if place == 1 {
            writer.row(vec![rule(writer.setting, across)]);
        }
        if let [first, second] = row.as_mut_slice() {
            first.embolden();
            writer.flowing(first);
            if !second.text().is_empty() {
                writer.indent(INSET, INSET, Face::default());
                writer.flowing(second);
                writer.outdent();
            }
        }
    }
}

fn flow(writer: &mut Writer<'_>, cells: &[Vec<Inline>], face: Face) -> Cells {
    cells.iter().map(|cell| writer.flow(cell, face)).collect()
}

fn need(column: usize, head: &Cells, rows: &[Cells]) -> fit::Need {
    let cells = rows.iter().chain([head]).filter_map(|row| row.get(column));
    cells.fold(fit::Need::default(), |need, cell| need.with(cell.text()))
}

fn write_columns(writer: &mut Writer<'_>, align: &[Align], widths: &[usize], head: &Cells, rows: &[Cells]) {
    write_row(writer, align, widths, head);
    let across = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    writer.row(vec![rule(writer.setting, across)]);
    let tall = rows.iter().any(|row| row.iter().zip(widths).any(|(cell, cells)| width(cell.text()) > *cells));
    for (place, row) in rows.iter().enumerate() {
        if tall && place > 0 {
            writer.row(Vec::new());
        }
        write_row(writer, align, widths, row);
    }
}

fn write_row(writer: &mut Writer<'_>, align: &[Align], widths: &[usize], row: &Cells) {
    let cells: Vec<Vec<Vec<Piece>>> = row.iter().zip(widths).map(|(cell, cells)| cell.lines(*cells)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for line in 0..height {
        let mut pieces = Vec::new();
        for (column, cells_wide) in widths.iter().enumerate() {
            if column > 0 {
                pieces.push(piece(&" ".repeat(GAP), Face::default()));
            }
            let words = cells.get(column).and_then(|lines| lines.get(line)).cloned().unwrap_or_default();
            aligned(&mut pieces, words, *cells_wide, align.get(column).copied().unwrap_or(Align::Left));
        }
        writer.row(pieces);
    }
}

fn aligned(pieces: &mut Vec<Piece>, words: Vec<Piece>, cells: usize, align: Align) {
    let taken: usize = words.iter().map(|piece| width(&piece.text)).sum();
    let free = cells.saturating_sub(taken);
    let before = match align {
        Align::Left => 0,
        Align::Centre => free / 2,
        Align::Right => free,
    };
    let space = |cells: usize| piece(&" ".repeat(cells), Face::default());
    pieces.extend((before > 0).then(|| space(before)));
    pieces.extend(words);
    pieces.extend((free > before).then(|| space(free - before)));
}

/// Writes `head: words` line by line, with a space between rows.
fn write_stacked(writer: &mut Writer<'_>, head: &Cells, rows: &[Cells]) {
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            writer.row(Vec::new());
        }
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.text().is_empty()) {
            write_stacked_cell(writer, head.get(column), cell);
        }
    }
    if rows.is_empty() {
        for cell in head {
            writer.flowing(cell);
        }
    }
}

fn write_stacked_cell(writer: &mut Writer<'_>, head: Option<&Running>, cell: &Running) {
    let name = head.map(Running::text).filter(|name| !name.is_empty());
    if let Some(name) = name {
        writer.words(&format!("{name}:"), Face::of(Token::Muted));
    }
    let inset = if name.is_some() { INSET } else { "" };
    writer.indent(inset, inset, Face::default());
    writer.flowing(cell);
    writer.outdent();
}
