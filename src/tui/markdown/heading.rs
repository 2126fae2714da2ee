//! Headings: told apart by weight and space; the second level has a thin rule below.
//!
//! Apart like every construct. A heading is never cut: it wraps like words.

use ratatui::style::Modifier;

use super::face::{Face, Token};
use super::writer::{Writer, rule};
use crate::course::markdown::Inline;
use crate::tui::width::width;

/// Writes a heading.
pub(super) fn write(writer: &mut Writer<'_>, level: u8, words: &[Inline]) {
    let face = match level {
        1..=3 => Face::of(Token::Strong),
        4 => Face::of(Token::Strong).and(Modifier::ITALIC),
        _ => Face::of(Token::Muted).and(Modifier::BOLD),
    };
    writer.is_heading = true;
    let running = writer.flow(words, face);
    writer.flowing(&running);
    if level <= 2 {
        let cells = width(running.text()).min(writer.room());
        writer.row(vec![rule(writer.setting, cells)]);
    }
    writer.is_heading = false;
}
