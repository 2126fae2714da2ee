//! A time or a code in large digits and letters, for whoever sits at the back of the room.
//!
//! Apart because nothing else is drawn of blocks. Five rows of three by the scale; a block is two cells wide, so that it
//! is about as wide as it is high.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows of a digit at scale 1.
pub const ROWS: u16 = 5;
/// Cells of a block at scale 1.
const BLOCK: u16 = 2;
/// The blocks of the digits, row by row; the highest of three bits is at the left.
const DIGITS: [[u8; 5]; 10] = [
    [7, 5, 5, 5, 7],
    [2, 6, 2, 2, 7],
    [7, 1, 7, 4, 7],
    [7, 1, 7, 1, 7],
    [5, 5, 7, 1, 1],
    [7, 4, 7, 1, 7],
    [7, 4, 7, 5, 7],
    [7, 1, 1, 1, 1],
    [7, 5, 7, 5, 7],
    [7, 5, 7, 1, 7],
];
const COLON: [u8; 5] = [0, 1, 0, 1, 0];
const HYPHEN: [u8; 5] = [0, 0, 7, 0, 0];
/// The letters, from a to z.
const LETTERS: [[u8; 5]; 26] = [
    [2, 5, 7, 5, 5],
    [6, 5, 6, 5, 6],
    [7, 4, 4, 4, 7],
    [6, 5, 5, 5, 6],
    [7, 4, 6, 4, 7],
    [7, 4, 6, 4, 4],
    [7, 4, 5, 5, 7],
    [5, 5, 7, 5, 5],
    [7, 2, 2, 2, 7],
    [1, 1, 1, 5, 7],
    [5, 5, 6, 5, 5],
    [4, 4, 4, 4, 7],
    [5, 7, 7, 5, 5],
    [6, 5, 5, 5, 5],
    [2, 5, 5, 5, 2],
    [7, 5, 7, 4, 4],
    [7, 5, 5, 7, 1],
    [7, 5, 6, 5, 5],
    [3, 4, 2, 1, 6],
    [7, 2, 2, 2, 2],
    [5, 5, 5, 5, 7],
    [5, 5, 5, 5, 2],
    [5, 5, 7, 7, 5],
    [5, 5, 2, 5, 5],
    [5, 5, 2, 2, 2],
    [7, 1, 2, 4, 7],
];

/// Returns the blocks of a character and how many there are across.
fn blocks(c: char) -> ([u8; 5], u16) {
    // The digits of base 36 are those of base ten, and then the letters.
    let sign = c.to_digit(36).and_then(|digit| DIGITS.iter().chain(&LETTERS).nth(usize::try_from(digit).ok()?));
    match (sign, c) {
        (Some(rows), _) => (*rows, 3),
        (None, '-') => (HYPHEN, 3),
        (None, _) => (COLON, 1),
    }
}

/// Returns whether a character can be drawn.
pub fn is_known(c: char) -> bool {
    matches!(c, ':' | '-') || c.is_ascii_alphanumeric()
}

/// Returns how many cells a time takes.
pub fn width(text: &str, scale: u16) -> u16 {
    let across: u16 = text.chars().map(|c| blocks(c).1 + 1).sum();
    across.saturating_sub(1) * BLOCK * scale
}

/// Returns the largest scale at which a time fits; none where not even the smallest does.
pub fn scale(text: &str, cells: u16, rows: u16) -> Option<u16> {
    (1..=6).rev().find(|scale| width(text, *scale) <= cells && ROWS * scale <= rows)
}

/// Draws a time in the middle of the top of an area.
pub fn draw(text: &str, scale: u16, (block, style): (&str, Style), area: Rect, buf: &mut Buffer) {
    let mut left = area.x + area.width.saturating_sub(width(text, scale)) / 2;
    for c in text.chars() {
        let (rows, across) = blocks(c);
        for (y, bits) in (0_u16..).zip(rows) {
            for x in (0..across).filter(|x| bits >> (across - 1 - x) & 1 == 1) {
                let lit =
                    Rect { x: left + x * BLOCK * scale, y: area.y + y * scale, width: BLOCK * scale, height: scale };
                for at in lit.intersection(area).positions() {
                    buf[at].set_symbol(block).set_style(style);
                }
            }
        }
        left += (across + 1) * BLOCK * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, area: Rect) -> Vec<String> {
        let mut buf = Buffer::empty(area);
        draw(text, 1, ("#", Style::new()), area, &mut buf);
        let row = |place: Rect| place.columns().map(|at| buf[(at.x, at.y)].symbol()).collect::<String>();
        area.rows().map(row).map(|row| row.trim_end().to_owned()).collect()
    }

    #[test]
    fn a_time_is_drawn_of_blocks() {
        let expected = [
            "######  ######      ##  ##    ##",
            "    ##      ##  ##  ##  ##  ####",
            "######      ##      ######    ##",
            "##          ##  ##      ##    ##",
            "######      ##          ##  ######",
        ];
        assert_eq!(drawn("27:41", Rect::new(0, 0, 34, 5)), expected);
        assert_eq!((width("27:41", 1), width("27:41", 2)), (34, 68));
    }

    #[test]
    fn every_digit_and_letter_is_another_and_none_is_drawn_outside() {
        let different: std::collections::BTreeSet<_> = DIGITS.iter().chain(&LETTERS).collect();
        assert_eq!(different.len(), DIGITS.len() + LETTERS.len());
        for (cells, rows) in (0..40).flat_map(|cells| (0..8).map(move |rows| (cells, rows))) {
            drawn("08:59:36", Rect::new(3, 2, cells, rows));
        }
    }

    #[test]
    fn the_largest_that_fits_is_taken() {
        let cases = [(34, 5, Some(1)), (33, 5, None), (80, 10, Some(2)), (120, 16, Some(3)), (400, 4, None)];
        for (cells, rows, expected) in cases {
            assert_eq!(scale("12:00", cells, rows), expected, "{cells}x{rows}");
        }
    }
}
