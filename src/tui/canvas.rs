//! What the terminal shows, and the frame that is painted next.
//!
//! Apart from ratatui's `Terminal`, which looks at every cell of both with care for wide characters: a key changes a few
//! rows of a screen, so rows that stay are passed over first, and only the others are compared by ratatui's rules. It
//! asks for no size by itself and knows no screen of ours.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

/// A terminal to paint on.
#[derive(Debug)]
pub struct Canvas<B> {
    backend: B,
    shown: Buffer,
    next: Buffer,
    is_cursor_shown: bool,
}

impl<B: Backend> Canvas<B> {
    /// A blank terminal of a size, its cursor hidden.
    pub fn new(backend: B, size: Size) -> Self {
        let blank = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        Self { backend, shown: blank.clone(), next: blank, is_cursor_shown: false }
    }

    /// Takes the terminal's size; one that was changed is painted whole by the next frame.
    pub fn fit(&mut self) -> Result<(), B::Error> {
        let area = Rect::from((Position::ORIGIN, self.backend.size()?));
        if area != self.next.area {
            (self.shown, self.next) = (Buffer::empty(area), Buffer::empty(area));
            self.blank()?;
        }
        Ok(())
    }

    /// Clears the terminal, so that the next frame is painted whole.
    pub fn blank(&mut self) -> Result<(), B::Error> {
        self.shown.reset();
        self.is_cursor_shown = false;
        self.backend.hide_cursor()?;
        self.backend.clear()
    }

    /// Paints a frame: `paint` finds it blank, and returns where the cursor is to be seen.
    pub fn paint(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> Result<(), B::Error> {
        let cursor = paint(&mut self.next);
        self.send()?;
        self.put_cursor(cursor)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.next.reset();
        self.backend.flush()
    }

    /// The terminal under it.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// The terminal under it, to be changed.
    pub fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// Sends what differs.
    fn send(&mut self) -> Result<(), B::Error> {
        let rows = self.changed_rows();
        if rows.len() * 2 > usize::from(self.next.area.height) {
            return self.backend.draw(self.shown.diff_iter(&self.next));
        }
        let pairs: Vec<_> = rows.into_iter().map(|row| (part(&self.shown, row), part(&self.next, row))).collect();
        self.backend.draw(pairs.iter().flat_map(|(shown, next)| shown.diff_iter(next)))
    }

    /// Returns the rows in which anything differs, from 0.
    fn changed_rows(&self) -> Vec<u16> {
        let width = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks(width).zip(self.next.content.chunks(width));
        let is_same =
            |(shown, next): (&[Cell], &[Cell])| shown.iter().zip(next).all(|(one, other)| is_same(one, other));
        (0..self.next.area.height).zip(rows).filter(|(_, row)| !is_same(*row)).map(|(row, _)| row).collect()
    }

    fn put_cursor(&mut self, cursor: Option<Position>) -> Result<(), B::Error> {
        if cursor.is_some() != std::mem::replace(&mut self.is_cursor_shown, cursor.is_some()) {
            if cursor.is_some() { self.backend.show_cursor()? } else { self.backend.hide_cursor()? }
        }
        cursor.map_or(Ok(()), |at| self.backend.set_cursor_position(at))
    }
}

/// Returns one row of a buffer, where it stands.
fn part(buffer: &Buffer, row: u16) -> Buffer {
    let area = Rect { y: buffer.area.y + row, height: 1, ..buffer.area };
    let width = usize::from(area.width);
    let content = buffer.content.iter().skip(usize::from(row) * width).take(width).cloned().collect();
    Buffer { area, content }
}

/// Returns whether two cells look alike. What differs most often is looked at first.
fn is_same(one: &Cell, other: &Cell) -> bool {
    let is_same_symbol = || match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
        ([one], [other]) => one == other,
        (one, other) => one == other,
    };
    is_same_symbol() && one.fg == other.fg && one.bg == other.bg && one.modifier == other.modifier
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::backend::TestBackend;
    use ratatui::style::{Color, Style};

    use super::*;

    /// What a frame says: for each text, where it stands and its ground.
    type Frame = Vec<(u16, u16, &'static str, Color)>;

    fn put(buf: &mut Buffer, frame: &Frame) {
        for (x, y, text, ground) in frame {
            buf.set_string(*x, *y, text, Style::new().bg(*ground));
        }
    }

    fn frames() -> impl Strategy<Value = Vec<Frame>> {
        let texts = prop::sample::select(vec!["a", "slug", "日本", "é", "👩‍👧", "⌨️", " ", "─────────"]);
        let grounds = prop::sample::select(vec![Color::Reset, Color::Blue]);
        let frame = prop::collection::vec((0..12_u16, 0..6_u16, texts, grounds), 0..8);
        prop::collection::vec(frame, 1..6)
    }

    proptest! {
        #[test]
        fn after_each_frame_the_terminal_is_as_ratatui_leaves_it(frames in frames()) {
            let mut canvas = Canvas::new(TestBackend::new(12, 6), Size::new(12, 6));
            let mut theirs = ratatui::Terminal::new(TestBackend::new(12, 6)).unwrap();
            for frame in frames {
                canvas.paint(|buf| { put(buf, &frame); None }).unwrap();
                theirs.draw(|to| put(to.buffer_mut(), &frame)).unwrap();
                prop_assert_eq!(canvas.backend().buffer(), theirs.backend().buffer());
            }
        }
    }

    #[test]
    fn a_row_that_stays_is_not_sent_again() {
        let mut canvas = Canvas::new(TestBackend::new(8, 4), Size::new(8, 4));
        let first: Frame = vec![(0, 0, "slug", Color::Reset), (0, 2, "a", Color::Reset)];
        canvas
            .paint(|buf| {
                put(buf, &first);
                None
            })
            .unwrap();
        let mut planted = Cell::EMPTY;
        planted.set_symbol("é");
        canvas.backend_mut().draw(std::iter::once((4, 0, &planted))).unwrap();
        canvas
            .paint(|buf| {
                put(buf, &vec![(0, 0, "slug", Color::Reset), (0, 2, "é", Color::Reset)]);
                None
            })
            .unwrap();
        canvas.backend().assert_buffer_lines(["slugé   ", "        ", "é       ", "        "]);
    }

    #[test]
    fn another_size_is_painted_whole() {
        let mut canvas = Canvas::new(TestBackend::new(8, 2), Size::new(8, 2));
        let frame: Frame = vec![(0, 0, "slug", Color::Reset)];
        canvas
            .paint(|buf| {
                put(buf, &frame);
                Some(Position::new(3, 0))
            })
            .unwrap();
        canvas.backend_mut().resize(6, 3);
        canvas.fit().unwrap();
        canvas
            .paint(|buf| {
                put(buf, &frame);
                None
            })
            .unwrap();
        canvas.backend().assert_buffer_lines(["slug  ", "      ", "      "]);
        assert!(!canvas.backend().cursor_visible());
    }
}
