//! What unit tests of this folder share: a look, and buffers as text.

use ratatui::buffer::{Buffer, Cell};

use super::glyphs::Glyphs;
use super::keymap::Keymap;
use super::look::Look;
use super::theme::ThemeName;
use crate::id::Lang;

/// The usual look in a language.
pub(crate) fn look(lang: &str) -> Look {
    Look::new(&Lang::new(lang).unwrap(), ThemeName::Dark, Glyphs::UNICODE, Keymap::defaults())
}

/// A buffer as lines without the spaces at their ends.
pub(crate) fn text(buf: &Buffer) -> String {
    let width = usize::from(buf.area.width).max(1);
    let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned();
    buf.content.chunks(width).map(row).collect::<Vec<_>>().join("\n")
}
