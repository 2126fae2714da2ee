//! Lines below one another at a place across the page.
//!
//! Apart because headings, cells, names in a chart and a whole certificate consist of them.

use super::setting::Line;
use super::sheet::Sheet;

/// Lines that stand side by side with others, and which end they keep to.
pub(super) struct Block {
    /// The lines.
    pub(super) lines: Vec<Line>,
    /// The left edge.
    pub(super) x: f32,
    /// How wide it is.
    pub(super) width: f32,
    /// Which end its lines keep to.
    pub(super) side: Side,
}

/// Which end lines keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The left one, whatever the script.
    Left,
    /// The right one.
    Right,
    /// Where the script begins.
    Start,
    /// Neither: they stand in the middle.
    Middle,
}

impl Block {
    /// Returns how much room it takes.
    pub(super) fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.style.height()).sum()
    }

    /// Returns its first line alone, which stands for the whole where there is no room for more.
    pub(super) fn first_line(mut self) -> Self {
        self.lines.truncate(1);
        self
    }

    /// Takes away what does not fit into a room; at least one line stays.
    pub(super) fn split_off(&mut self, room: f32) -> Self {
        let height = self.lines.first().map_or(0.0, |line| line.style.height());
        let fitting = (0..self.lines.len()).take_while(|at| fits(*at, height, room)).count().max(1);
        let later = self.lines.split_off(fitting.min(self.lines.len()));
        Self { lines: later, ..*self }
    }

    /// Draws it with its top at a height.
    pub(super) fn draw(&self, sheet: &mut Sheet, top: f32) {
        let mut y = top;
        for line in &self.lines {
            let free = self.width - line.width;
            let before = match self.side {
                Side::Right => free,
                Side::Start if line.is_rtl => free,
                Side::Middle => free / 2.0,
                Side::Left | Side::Start => 0.0,
            };
            sheet.text(line, self.x + before, y + line.style.size * 1.05);
            y += line.style.height();
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a page has some dozens of lines")]
fn fits(at: usize, height: f32, room: f32) -> bool {
    (at + 1) as f32 * height <= room
}
