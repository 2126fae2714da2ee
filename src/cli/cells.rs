//! Cells as bytes for the terminal.
//!
//! Apart from ratatui's own backend, under which it lies for everything else: that one formats each cell by itself. A
//! frame is mostly runs of one style, and the few styles of a theme are put into bytes once.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute, SetStyle};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, IntoCrossterm, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Style;

/// So many styles are kept as bytes; no theme has as many.
const MOST_STYLES: usize = 64;

/// A terminal that takes cells.
#[derive(Debug)]
pub struct Cells<W: Write> {
    inner: CrosstermBackend<W>,
    /// The styles that were used, as what they take to set.
    styles: Vec<(Style, Vec<u8>)>,
}

impl<W: Write> Cells<W> {
    /// Writes to `writer`, which should hand on whole frames.
    pub fn new(writer: W) -> Self {
        Self { inner: CrosstermBackend::new(writer), styles: Vec::new() }
    }

    fn set_style(&mut self, style: Style) -> io::Result<()> {
        let known = self.styles.iter().position(|(known, _)| *known == style);
        let at = match known {
            Some(at) => at,
            None => self.learn(style)?,
        };
        self.styles.get(at).map_or(Ok(()), |(_, bytes)| self.inner.write_all(bytes))
    }

    fn learn(&mut self, style: Style) -> io::Result<usize> {
        let mut bytes = Vec::new();
        queue!(bytes, SetAttribute(Attribute::Reset), SetStyle(style.into_crossterm()))?;
        if self.styles.len() == MOST_STYLES {
            self.styles.clear();
        }
        self.styles.push((style, bytes));
        Ok(self.styles.len() - 1)
    }
}

impl<W: Write> Backend for Cells<W> {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut next = None;
        let mut style = None;
        for (x, y, cell) in content {
            if next != Some((x, y)) {
                queue!(self.inner, MoveTo(x, y))?;
            }
            if style != Some(cell.style()) {
                style = Some(cell.style());
                self.set_style(cell.style())?;
            }
            self.inner.write_all(cell.symbol().as_bytes())?;
            next = Some((x + 1, y));
        }
        queue!(self.inner, SetAttribute(Attribute::Reset))
    }

    fn append_lines(&mut self, count: u16) -> io::Result<()> {
        self.inner.append_lines(count)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}
