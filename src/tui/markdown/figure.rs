//! Figures: the drawing centred over its caption, or what it says where it does not fit; pictures over their words.
//!
//! Apart like every construct. A drawing is never cut or wrapped, because half a drawing misleads.

use std::sync::Arc;

use ratatui::style::Modifier;

use super::face::{Face, Token};
use super::row::{Piece, Strip};
use super::running::Running;
use super::writer::Writer;
use crate::course::markdown::Figure;
use crate::tui::sanitise::clean;
use crate::tui::width::width;

/// Writes a figure whose block ends at a byte of the source.
pub(super) fn write(writer: &mut Writer<'_>, figure: &Figure, end: usize) {
    let cells = figure.art.iter().map(|line| width(line)).max().unwrap_or(0);
    let signs = writer.setting.glyphs.unicode || figure.art.iter().all(|line| line.is_ascii());
    let room = writer.room();
    if cells > room || cells == 0 || !signs {
        write_caption(writer, figure, end);
        writer.row(Vec::new());
        writer.words(&figure.alt, Face::default());
        return;
    }
    let before = " ".repeat((room - cells) / 2);
    writer.indent(&before, &before, Face::default());
    for line in &figure.art {
        let text = clean(line).into_owned();
        writer.row(vec![Piece { text, face: Face::default(), target: None, lead: false }]);
    }
    write_caption(writer, figure, end);
    writer.outdent();
}

fn write_caption(writer: &mut Writer<'_>, figure: &Figure, end: usize) {
    let label = &writer.setting.labels.figure;
    let label = writer.figures_until(end).map_or_else(|| label.clone(), |number| format!("{label} {number}"));
    let mut running = Running::default();
    running.push(&format!("{label}. "), Face::of(Token::Muted).and(Modifier::BOLD), None);
    running.push(&figure.caption, Face::of(Token::Muted), None);
    writer.flowing(&running);
}

/// Writes a picture where it can be shown, and in any case its words.
pub(super) fn write_picture(writer: &mut Writer<'_>, path: &str, words: &str) {
    let bar = format!("{} ", writer.setting.glyphs.rule[1]);
    writer.indent(&bar, &bar, Face::of(Token::Rule));
    let room = writer.room();
    let raster = writer.setting.album.as_ref().and_then(|album| album.raster(path, room)).map(Arc::new);
    if let Some(raster) = raster {
        (0..raster.height()).for_each(|row| writer.strip(Strip { raster: Arc::clone(&raster), row }));
    }
    let mut running = Running::default();
    running.push(&format!("{}: ", writer.setting.labels.picture), Face::of(Token::Muted), None);
    running.push(words, Face::default().and(Modifier::ITALIC), None);
    writer.flowing(&running);
    writer.outdent();
}
