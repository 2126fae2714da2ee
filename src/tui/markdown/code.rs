//! Code and whatever is kept as typed, on the panel's ground; what was refused, with the reason over it.
//!
//! Apart like every construct. A line that is too long is broken, not cut: nothing of a lesson is lost.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::face::{Face, Token};
use super::row::Piece;
use super::writer::{Writer, piece};
use crate::course::markdown::Refusal;
use crate::tui::sanitise::clean;
use crate::tui::width::width;

const TAB: &str = "    ";

/// Writes text as it was typed.
pub(super) fn write(writer: &mut Writer<'_>, text: &str) {
    let room = writer.room();
    let widest = text.lines().map(width).max().unwrap_or(0);
    let inset = usize::from(room > 20 && (widest + 2 <= room || widest > room));
    for line in text.lines() {
        let typed = line.replace('\t', TAB);
        for part in parts(&clean(&typed), room - 2 * inset) {
            writer.row(on_panel(part, room, inset));
        }
    }
    if text.lines().next().is_none() {
        writer.row(on_panel(String::new(), room, inset));
    }
}

/// Writes what could not be shown as what it is.
pub(super) fn write_refused(writer: &mut Writer<'_>, text: &str, refusal: Refusal) {
    let labels = &writer.setting.labels;
    match refusal {
        Refusal::TooDeep => writer.words(&labels.too_deep, Face::of(Token::Warn)),
        Refusal::TooLong => writer.words(&labels.too_long, Face::of(Token::Warn)),
        Refusal::TooManyCells => writer.words(&labels.too_many_cells, Face::of(Token::Warn)),
        Refusal::Unreadable => writer.words(&labels.unreadable, Face::of(Token::Warn)),
        Refusal::Html => {}
    }
    write(writer, text);
}

fn on_panel(text: String, room: usize, inset: usize) -> Vec<Piece> {
    let face = Face::default().on_panel();
    let after = room.saturating_sub(inset + width(&text));
    let words = Piece { text, face, target: None, lead: false };
    let mut pieces = vec![piece(&" ".repeat(inset), face), words, piece(&" ".repeat(after), face)];
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Breaks a line into parts of at most `cells`, after a space where there is one; an empty line is one empty part.
fn parts(line: &str, cells: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut taken = 0;
    for grapheme in line.graphemes(true) {
        let wide = grapheme.width();
        if taken > 0 && taken + wide > cells {
            let next = after_last_space(&mut part);
            parts.push(std::mem::replace(&mut part, next));
            taken = width(&part);
        }
        taken += wide;
        part.push_str(grapheme);
    }
    parts.push(part);
    parts
}

/// Takes what follows the last space between words.
fn after_last_space(part: &mut String) -> String {
    let words = part.trim_start_matches(' ').len();
    let at = part.rfind(' ').map_or(0, |at| at + 1);
    if at > part.len() - words { part.split_off(at) } else { String::new() }
}
