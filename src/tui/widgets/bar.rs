//! A bar that shows how much of something is behind the learner.
//!
//! Apart because the rundown, the reader and the results draw the same bar. It always comes with its percentage in
//! words beside it, which is the caller's matter: a bar alone says nothing to a screen reader.

use ratatui::text::{Line, Span};

use crate::tui::look::Look;

/// A bar of so many percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    percent: u32,
    cells: usize,
}

impl Bar {
    /// Makes a bar that takes `cells` in all; above 100 it is full.
    pub fn new(percent: u32, cells: usize) -> Self {
        Self { percent: percent.min(100), cells }
    }

    /// Returns the bar as a line; with less than three cells it is empty.
    pub fn line(self, look: &Look) -> Line<'static> {
        let Some(inside) = self.cells.checked_sub(2).filter(|inside| *inside > 0) else { return Line::default() };
        let [open, full, empty, close] = look.glyphs.progress;
        let done = inside * self.percent as usize / 100;
        Line::from(vec![
            Span::styled(open, look.theme.rule),
            Span::styled(full.repeat(done), look.theme.now),
            Span::styled(empty.repeat(inside - done), look.theme.rule),
            Span::styled(close, look.theme.rule),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn drawn(percent: u32, cells: usize) -> String {
        Bar::new(percent, cells).line(&testing::look("en")).to_string()
    }

    #[test]
    fn a_bar_is_full_only_at_the_end() {
        assert_eq!(drawn(0, 6), "▕░░░░▏");
        assert_eq!(drawn(99, 6), "▕███░▏");
        assert_eq!(drawn(100, 6), "▕████▏");
        assert_eq!(drawn(900, 6), "▕████▏");
        assert_eq!(drawn(50, 2), "");
    }
}
