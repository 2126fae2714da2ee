//! A text being edited as rows of a width, and the places of cells in them.
//!
//! Apart from running text because here every byte has a place: spaces are kept however many they are, and the one at
//! which a row was broken hangs over its end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{breaks, width};

/// Returns the bytes of each row; line ends stand in none. At least one row comes back.
pub(super) fn rows(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut from = 0;
    for line in text.split('\n') {
        let starts: Vec<usize> = breaks(&held(line), cells).into_iter().map(|row| row.start).collect();
        let ends = starts.iter().skip(1).copied().chain([line.len()]);
        let broken = starts.iter().zip(ends).map(|(start, end)| from + start..from + end);
        rows.extend(broken);
        if starts.is_empty() {
            rows.push(from..from);
        }
        from += line.len() + 1;
    }
    rows
}

/// Returns the line with as many bytes, in which every space but a single one between words is part of a word.
fn held(line: &str) -> String {
    let mut is_after_space = true;
    let hold = |c: char| {
        let is_kept = c == ' ' && is_after_space;
        is_after_space = c == ' ';
        if is_kept { '_' } else { c }
    };
    line.chars().map(hold).collect()
}

/// Returns the row in which a place stands.
pub(super) fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

/// Returns how many cells stand before a place in its row.
pub(super) fn column_of(text: &str, row: &Range<usize>, at: usize) -> usize {
    text.get(row.start..at).map_or(0, width)
}

/// Returns the place at a cell of a row, or at the row's end.
pub(super) fn place_at(text: &str, row: &Range<usize>, column: usize) -> usize {
    let mut taken = 0;
    let line = text.get(row.clone()).unwrap_or_default();
    let beyond = line.grapheme_indices(true).find(|(_, cluster)| {
        taken += width(cluster);
        taken > column
    });
    row.start + beyond.map_or(line.len(), |(at, _)| at)
}

/// Returns the last place that belongs to a row: before the space that hangs over its end.
pub(super) fn end_of(text: &str, rows: &[Range<usize>], row: usize) -> usize {
    let Some(here) = rows.get(row) else { return text.len() };
    let is_broken = rows.get(row + 1).is_some_and(|next| next.start == here.end);
    if is_broken { super::moves::before(text, here.end).max(here.start) } else { here.end }
}

/// Returns the part of one line that fits into so many cells and holds the place, and the cell of the place in it.
pub(super) fn window(text: &str, at: usize, cells: usize) -> (Range<usize>, usize) {
    let head = text.get(..at).unwrap_or_default();
    let mut column = 0;
    let mut from = at;
    for (start, cluster) in head.grapheme_indices(true).rev() {
        if column + width(cluster) > cells.saturating_sub(1) {
            break;
        }
        column += width(cluster);
        from = start;
    }
    let to = place_at(text, &(from..text.len()), cells);
    (from..to.max(at), column)
}
