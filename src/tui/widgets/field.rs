//! One line that can be typed into.
//!
//! Apart so that every field takes `AltGr` characters, accents, wide characters and pastes alike. It holds words, not
//! their meaning; line breaks and control characters never get in.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::input::{Code, Key};
use crate::tui::width::width;

/// A pasted text is cut to this many characters.
const LONGEST: usize = 500;

/// A one-line field.
#[derive(Debug, Clone)]
pub struct Field {
    area: Box<TextArea<'static>>,
}

impl Default for Field {
    fn default() -> Self {
        Self::new("")
    }
}

impl Field {
    /// Makes a field with a text in it and the cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(vec![one_line(text)]);
        // The terminal's own cursor is put there instead: screen readers and input methods follow it.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::End);
        Self { area: Box::new(area) }
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// Returns the part of the text that fits into so many cells and holds the cursor, and the cursor's cell in it.
    pub fn window(&self, cells: usize) -> (String, usize) {
        let room = cells.saturating_sub(1);
        let at = self.area.cursor().1;
        let clusters: Vec<(usize, &str)> = self
            .text()
            .graphemes(true)
            .scan(0, |chars, cluster| {
                let from = *chars;
                *chars += cluster.chars().count();
                Some((from, cluster))
            })
            .collect();
        let before = clusters.iter().filter(|(from, _)| *from < at).count();
        let wide = |clusters: &[(usize, &str)]| clusters.iter().map(|(_, cluster)| width(cluster)).sum::<usize>();
        let first = (0..=before).find(|first| wide(&clusters[*first..before]) <= room).unwrap_or(before);
        let last =
            (before..=clusters.len()).rev().find(|last| wide(&clusters[first..*last]) <= cells).unwrap_or(before);
        let text = clusters[first..last].iter().map(|(_, cluster)| *cluster).collect();
        (text, wide(&clusters[first..before]))
    }

    /// Takes a key; returns whether the text is another now.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other keys do nothing in a field")]
    pub fn press(&mut self, key: Key) -> bool {
        let before = self.text().len();
        match key.code {
            Code::Char(c) if key.text().is_some() && !c.is_control() && before < LONGEST * 4 => {
                self.area.insert_char(c);
            }
            Code::Backspace => _ = self.area.delete_char(),
            Code::Delete => _ = self.area.delete_next_char(),
            Code::Left => self.area.move_cursor(CursorMove::Back),
            Code::Right => self.area.move_cursor(CursorMove::Forward),
            Code::Home => self.area.move_cursor(CursorMove::Head),
            Code::End => self.area.move_cursor(CursorMove::End),
            _ => {}
        }
        before != self.text().len()
    }

    /// Takes a pasted text as one line.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(one_line(text));
    }

    /// Draws the field; returns where the cursor is.
    pub fn render(&self, style: Style, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = Rect { height: 1, ..area }.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        buf.set_style(area, style);
        let mut text = self.area.clone();
        text.set_style(style);
        text.set_cursor_line_style(style);
        (&*text).render(area, buf);
        let before: String = self.text().chars().take(self.area.cursor().1).collect();
        let (_, scrolled) = text.scroll_offset();
        let column = u16::try_from(width(&before)).unwrap_or(u16::MAX).saturating_sub(scrolled);
        Some(Position::new(area.x.saturating_add(column).min(area.right() - 1), area.y))
    }
}

fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    spaced.filter(|c| !c.is_control()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::input::parse_keys;

    fn typed(keys: &str) -> Field {
        let mut field = Field::default();
        for key in parse_keys(keys).unwrap() {
            field.press(key);
        }
        field
    }

    #[test]
    fn typing_moving_and_deleting_work_on_characters() {
        for (keys, text) in [
            ("Élo<bs>a", "Éla"),
            ("ac<left>b", "abc"),
            ("xab<home><del>", "ab"),
            ("日本<left><bs>", "本"),
            ("€@", "€@"),
        ] {
            assert_eq!(typed(keys).text(), text, "{keys}");
        }
    }

    #[test]
    fn shortcuts_and_enter_change_nothing() {
        assert_eq!(typed("a<enter><c-s><tab><f10>").text(), "a");
    }

    #[test]
    fn a_paste_is_one_line_without_control_characters() {
        let mut field = typed("a");
        field.paste("b\r\nc\u{1b}[31m");
        assert_eq!(field.text(), "ab  c[31m");
    }

    #[test]
    fn the_cursor_is_after_the_typed_cells_and_stays_in_the_area() {
        let area = Rect::new(2, 1, 6, 1);
        let at = |keys: &str| typed(keys).render(Style::new(), area, &mut Buffer::empty(Rect::new(0, 0, 10, 3)));
        assert_eq!(at("ab"), Some(Position::new(4, 1)));
        assert_eq!(at("日本"), Some(Position::new(6, 1)));
        assert_eq!(at("abcdefghij"), Some(Position::new(7, 1)));
        assert_eq!(typed("a").render(Style::new(), Rect::ZERO, &mut Buffer::empty(area)), None);
    }

    #[test]
    fn the_window_holds_the_cursor_and_as_much_text_as_fits() {
        let window = |keys: &str, cells| typed(keys).window(cells);
        assert_eq!(window("abc", 6), ("abc".to_owned(), 3));
        assert_eq!(window("abcdef", 4), ("def".to_owned(), 3));
        assert_eq!(window("abcdef<home>", 4), ("abcd".to_owned(), 0));
        assert_eq!(window("abcdef<left><left>", 4), ("bcde".to_owned(), 3));
        assert_eq!(window("日本語", 4), ("語".to_owned(), 2));
        assert_eq!(window("e\u{301}e\u{301}", 9), ("e\u{301}e\u{301}".to_owned(), 2));
        assert_eq!(window("", 4), (String::new(), 0));
        assert_eq!(window("abc", 0), (String::new(), 0));
    }
}
