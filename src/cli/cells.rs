//! Cells as bytes for the terminal.
//!
//! Apart from ratatui's own backend, under which it lies for everything else: that one formats each cell by itself. A
//! frame is mostly runs of one style, and mostly on one ground: only what changes is written.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, ContentStyle, SetAttribute, SetAttributes, SetBackgroundColor, SetForegroundColor};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, IntoCrossterm, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// A terminal that takes cells.
#[derive(Debug)]
pub struct Cells<W: Write>(CrosstermBackend<W>);

impl<W: Write> Cells<W> {
    /// Writes to `writer`, which should hand on whole frames.
    pub fn new(writer: W) -> Self {
        Self(CrosstermBackend::new(writer))
    }

    /// Changes the style from the one before to a cell's.
    fn change(&mut self, before: Look, after: Look) -> io::Result<()> {
        let is_afresh = before.modifier != after.modifier;
        if is_afresh {
            let style: ContentStyle = ratatui::style::Style::new().add_modifier(after.modifier).into_crossterm();
            queue!(self.0, SetAttribute(Attribute::Reset), SetAttributes(style.attributes))?;
        }
        let before = if is_afresh { Look::default() } else { before };
        if before.fg != after.fg {
            queue!(self.0, SetForegroundColor(after.fg.into_crossterm()))?;
        }
        if before.bg != after.bg {
            queue!(self.0, SetBackgroundColor(after.bg.into_crossterm()))?;
        }
        Ok(())
    }
}

/// How a cell looks; the default is how a terminal writes after a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}

impl<W: Write> Backend for Cells<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut next = None;
        let mut look = Look::default();
        for (x, y, cell) in content {
            if next != Some((x, y)) {
                queue!(self.0, MoveTo(x, y))?;
            }
            if look != Look::of(cell) {
                self.change(look, Look::of(cell))?;
                look = Look::of(cell);
            }
            self.0.write_all(cell.symbol().as_bytes())?;
            next = Some((x.saturating_add(1), y));
        }
        queue!(self.0, SetAttribute(Attribute::Reset))
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        self.0.append_lines(count)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.0.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const ROWS: NonZeroU16 = NonZeroU16::new(4).unwrap();
    const COLUMNS: NonZeroU16 = NonZeroU16::new(12).unwrap();

    /// What a terminal shows that was sent the cells: each with its colours, and whether it is bold and underlined.
    fn shown(buffer: &Buffer) -> vt100::Parser {
        let mut bytes = Vec::new();
        let mut cells = Cells::new(&mut bytes);
        let all = buffer.content.iter().enumerate().map(|(at, cell)| {
            let (x, y) = buffer.pos_of(at);
            (x, y, cell)
        });
        // Every third cell is known to the terminal already, so that the cursor has to jump.
        cells.draw(all.filter(|(x, ..)| x % 3 != 2)).unwrap();
        let mut parser = vt100::Parser::new(ROWS, COLUMNS, 0);
        parser.process(&bytes);
        parser
    }

    #[test]
    fn every_cell_arrives_with_its_own_style() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 4));
        let styles = [
            Style::new(),
            Style::new().fg(Color::Rgb(1, 2, 3)).bold(),
            Style::new().bg(Color::Indexed(9)).underlined(),
            Style::new().fg(Color::Rgb(1, 2, 3)),
            Style::new().bg(Color::Indexed(9)),
            Style::new().fg(Color::Red).bg(Color::Indexed(9)).bold(),
        ];
        for (at, cell) in buffer.content.iter_mut().enumerate() {
            cell.set_symbol("é").set_style(styles[at / 2 % styles.len()]);
        }
        let parser = shown(&buffer);
        let colour = |color: Color| match (color, color == Color::Red) {
            (Color::Rgb(r, g, b), _) => vt100::Color::Rgb(r, g, b),
            (Color::Indexed(at), _) => vt100::Color::Idx(at),
            (_, true) => vt100::Color::Idx(1),
            (_, false) => vt100::Color::Default,
        };
        for (at, cell) in buffer.content.iter().enumerate() {
            let (x, y) = buffer.pos_of(at);
            let seen = parser.screen().cell(y, x).unwrap();
            if x % 3 == 2 {
                assert!(!seen.has_contents());
                continue;
            }
            assert_eq!((seen.contents(), seen.fgcolor(), seen.bgcolor()), ("é", colour(cell.fg), colour(cell.bg)));
            assert_eq!(seen.bold(), cell.modifier.contains(Modifier::BOLD), "{x} {y}");
            assert_eq!(seen.underline(), cell.modifier.contains(Modifier::UNDERLINED), "{x} {y}");
        }
    }
}
