//! A figure of letters and lines: words are set where they stand, lines are drawn.
//!
//! Apart because the fonts have no letters of one width and no signs for lines: each sign has a cell of the same size, and
//! words that stand together begin in the cell of their first letter.

use super::{GAP, Press};
use crate::report::pdf::flow::Flow;
use crate::report::pdf::fonts::Weight;
use crate::report::pdf::setting::{Line, Style};
use crate::report::pdf::sheet::Sheet;
use crate::text::width;

/// The widest figure that is drawn in full size, in cells.
const CELLS: usize = 76;
const SIZE: f32 = 9.0;
/// How wide and high a cell is, of the size of the letters.
const WIDE: f32 = 0.62;
const HIGH: f32 = 1.45;

/// A sign on a figure: a word with its left end, or lines in a cell.
enum Sign {
    Word(Line, usize),
    /// Which ways a line leaves the middle of its cell (`l`, `r`, `u`, `d`), and whether it is thick.
    Lines(&'static str, bool, usize),
}

/// Returns how high a figure is.
#[expect(clippy::cast_precision_loss, reason = "a figure has some dozens of lines")]
pub(super) fn height(lines: &[String]) -> f32 {
    lines.len() as f32 * SIZE * HIGH + 2.0 * GAP
}

impl Press<'_> {
    /// Draws a figure, in as many pieces as it takes pages; `alt` says what it shows.
    pub(super) fn drawing(&mut self, lines: &[String], alt: &str) {
        self.gap(GAP);
        let most =
            (0..lines.len().max(1)).take_while(|count| height(&vec![String::new(); *count]) < Flow::whole_room());
        for piece in lines.chunks(most.count().max(1)) {
            self.piece(piece, alt);
        }
        self.flow.y += GAP;
    }

    fn piece(&mut self, lines: &[String], alt: &str) {
        let height = height(lines);
        self.flow.need(height);
        let cell = self.cell(lines);
        let rows: Vec<Vec<Sign>> = lines.iter().map(|line| self.signs(line, cell)).collect();
        let (x, y) = (self.x, self.flow.y);
        let area = [x, y, self.width, height];
        self.flow.document.picture(alt, area, |sheet| {
            for (row, top) in rows.iter().zip(tops(y)) {
                for sign in row {
                    draw(sheet, sign, [x, top], cell);
                }
            }
        });
        self.flow.y += height;
    }

    /// Returns how wide and high a cell is, so that the widest line fits.
    #[expect(clippy::cast_precision_loss, reason = "a line has some dozens of cells")]
    fn cell(&self, lines: &[String]) -> [f32; 2] {
        let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0).max(1);
        let fitting = self.width / widest.max(CELLS.min(widest)) as f32;
        [fitting.min(SIZE * WIDE), SIZE * HIGH]
    }

    fn signs(&mut self, line: &str, [wide, _]: [f32; 2]) -> Vec<Sign> {
        let style = Style { weight: Weight::Regular, size: (wide / WIDE).min(SIZE), grey: 0.0 };
        let mut signs = Vec::new();
        let mut words = (String::new(), 0);
        for (at, sign) in cells(line) {
            let drawn = ways(sign);
            let ends = drawn.is_some() || (sign == ' ' && words.0.ends_with(' '));
            if ends {
                signs.extend(self.words(&mut words, style));
                signs.extend(drawn.map(|(ways, is_double)| Sign::Lines(ways, is_double, at)));
            } else if sign != ' ' || !words.0.is_empty() {
                words.1 = if words.0.is_empty() { at } else { words.1 };
                words.0.push(sign);
            }
        }
        signs.extend(self.words(&mut words, style));
        signs
    }

    fn words(&mut self, (words, at): &mut (String, usize), style: Style) -> Option<Sign> {
        let words = std::mem::take(words);
        let block = self.flow.document.block(words.trim_end(), style, self.x, f32::MAX);
        let line = block.lines.into_iter().next().filter(|line| !line.pieces.is_empty())?;
        Some(Sign::Word(line, *at))
    }
}

/// Returns the tops of the lines of a figure.
fn tops(first: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(first), |top| Some(top + SIZE * HIGH))
}

/// Returns each sign with the cell it begins in.
fn cells(line: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    line.chars().map(move |sign| {
        let here = at;
        at += width(sign.encode_utf8(&mut [0; 4]));
        (here, sign)
    })
}

#[expect(clippy::cast_precision_loss, reason = "a line has some dozens of cells")]
fn draw(sheet: &mut Sheet, sign: &Sign, [x, top]: [f32; 2], [wide, high]: [f32; 2]) {
    match sign {
        Sign::Word(line, at) => sheet.text(line, x + *at as f32 * wide, top + line.style.size * 1.05),
        Sign::Lines(ways, is_double, at) => {
            let (left, bottom) = (x + *at as f32 * wide, top + high);
            let middle = [left + wide / 2.0, top + high / 2.0];
            let mut line = |way: char, to: [f32; 2]| {
                if ways.contains(way) {
                    sheet.rule(middle, to, if *is_double { 1.6 } else { 0.7 }, 0.0);
                }
            };
            line('l', [left, middle[1]]);
            line('r', [left + wide, middle[1]]);
            line('u', [middle[0], top]);
            line('d', [middle[0], bottom]);
        }
    }
}

/// Returns the lines of a sign that is drawn, and whether they are thick.
fn ways(sign: char) -> Option<(&'static str, bool)> {
    Some(match sign {
        '─' | '╌' | '┄' => ("lr", false),
        '│' | '╎' | '┆' => ("ud", false),
        '═' | '━' => ("lr", true),
        '║' | '┃' => ("ud", true),
        '┌' | '╭' => ("rd", false),
        '┐' | '╮' => ("ld", false),
        '└' | '╰' => ("ru", false),
        '┘' | '╯' => ("lu", false),
        '├' => ("rud", false),
        '┤' => ("lud", false),
        '┬' => ("lrd", false),
        '┴' => ("lru", false),
        '┼' => ("lrud", false),
        _ => return None,
    })
}
