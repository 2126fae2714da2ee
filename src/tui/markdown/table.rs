//! Tables: columns fitted to the width; where they cannot be, each row stands as a small list under its heads.
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

type Cells = Vec<Running>;

/// Writes a table.
pub(super) fn write(writer: &mut Writer<'_>, table: &Table) {
    let head = flow(writer, &table.head, Face::of(Token::Strong));
    let rows: Vec<Cells> = table.rows.iter().map(|row| flow(writer, row, Face::default())).collect();
    let columns: Vec<fit::Need> = (0..head.len()).map(|column| need(column, &head, &rows)).collect();
    let room = writer.room().saturating_sub(GAP * columns.len().saturating_sub(1));
    match fit::fit(&columns, room) {
        Some(widths) => write_columns(writer, &table.align, &widths, &head, &rows),
        None => write_stacked(writer, &head, &rows),
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
    let inset = if name.is_some() { "  " } else { "" };
    writer.indent(inset, inset, Face::default());
    writer.flowing(cell);
    writer.outdent();
}
