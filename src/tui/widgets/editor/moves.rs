//! Where the cursor of a text can stand, and where it goes: by clusters, by words.
//!
//! Apart from the editor because it is arithmetic on a text. All places are bytes between two grapheme clusters.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Returns the place before the cluster that ends here.
pub(super) fn before(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|head| head.grapheme_indices(true).next_back()).map_or(0, |(before, _)| before)
}

/// Returns the place behind the cluster that begins here.
pub(super) fn after(text: &str, at: usize) -> usize {
    at + text.get(at..).and_then(|tail| tail.graphemes(true).next()).map_or(0, str::len)
}

/// Returns the beginning of the word that ends here or before.
pub(super) fn word_before(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.split_word_bound_indices().rev().find(|(_, piece)| is_word(piece)).map_or(0, |(start, _)| start)
}

/// Returns the beginning of the next word, or the end of the text.
pub(super) fn word_after(text: &str, at: usize) -> usize {
    let tail = text.get(at..).unwrap_or_default();
    let next = tail.split_word_bound_indices().skip(1).find(|(_, piece)| is_word(piece));
    next.map_or(text.len(), |(start, _)| at + start)
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

/// Returns the place itself, or the next one between two clusters.
pub(super) fn snap(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at.min(text.len()), text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
        Ok(true) | Err(_) => at.min(text.len()),
    }
}
