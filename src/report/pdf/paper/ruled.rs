//! What is written on by hand: tables with lines around each cell, names with room behind, lines.
//!
//! Apart from tables to read, whose columns are as wide as their words; here each has the share that a hand needs.

use super::{BODY, GAP, HINT, Press, STRONG};
use crate::report::Clean;
use crate::report::pdf::block::Block;
use crate::report::pdf::flow::Flow;
use crate::report::pdf::setting::{Style, measure};
use crate::report::pdf::tags::{Role, Tag};

/// From one line to the next.
pub(super) const LINE: f32 = 24.0;
/// How much room names with room behind them take.
pub(super) const BLANK: f32 = 34.0;
/// Points of a millimetre.
const MILLIMETRE: f32 = 2.835;
/// Narrower cells have their text in the middle.
const NARROW: f32 = 50.0;
/// What stays free inside a cell.
const PAD: f32 = 4.0;
/// A head is no smaller than this.
const LEAST_HEAD: f32 = 6.5;
/// What is left over, so that what was measured to fit does fit.
const HAIR: f32 = 0.05;

/// Returns how high so many rows are.
#[expect(clippy::cast_precision_loss, reason = "a page has some dozens of rows")]
pub(super) fn rows_height(rows: usize, each: f32) -> f32 {
    rows as f32 * each + GAP
}

/// Returns how high a table to write in is, its head included.
pub(super) fn grid_height(rows: usize, millimetres: u16) -> f32 {
    rows_height(rows, f32::from(millimetres) * MILLIMETRE) + BODY.height() + 3.0 * PAD
}

/// Where the columns of a table stand: left edge and width of each.
type Columns = Vec<[f32; 2]>;

impl Press<'_> {
    /// Writes a table to write in; its head stands again on each page.
    pub(super) fn grid(&mut self, parent: Tag, (heads, rows): (&[(Clean, u16)], &[Vec<Clean>]), millimetres: u16) {
        self.gap(GAP + 2.0);
        let columns = self.columns(heads.iter().map(|(_, share)| *share));
        let names: Vec<Clean> = heads.iter().map(|(name, _)| name.clone()).collect();
        let least = f32::from(millimetres) * MILLIMETRE;
        let tag = self.flow.document.tags.put(parent, Role::Table);
        self.flow.need(least + 2.0 * BODY.height());
        let head = self.head_style(&names, &columns);
        self.row(Some((tag, Role::ColumnName)), (&names, &columns), head, 0.0);
        for row in rows {
            let height = self.row_height((row, &columns), BODY, least);
            if self.flow.room() < height {
                self.flow.turn();
                self.row(None, (&names, &columns), head, 0.0);
            }
            self.row(Some((tag, Role::Cell)), (row, &columns), BODY, least);
        }
        self.flow.y += GAP;
    }

    fn columns(&self, shares: impl Iterator<Item = u16>) -> Columns {
        let shares: Vec<f32> = shares.map(f32::from).collect();
        let whole: f32 = shares.iter().sum::<f32>().max(1.0);
        let mut x = self.x;
        let place = |share: &f32| {
            let column = [x, self.width * share / whole];
            x += column[1];
            column
        };
        shares.iter().map(place).collect()
    }

    /// Returns the style of a head: smaller where a word would be broken otherwise, down to what can be read.
    fn head_style(&mut self, names: &[Clean], columns: &Columns) -> Style {
        let fonts = &mut self.flow.document.fonts;
        let mut tightest = 1.0_f32;
        for (name, [_, width]) in names.iter().zip(columns) {
            let room = width - 2.0 * PAD - HAIR;
            for word in name.as_str().split_whitespace() {
                tightest = tightest.min(room / measure(fonts, word, STRONG).0);
            }
        }
        Style { size: (STRONG.size * tightest).max(LEAST_HEAD), ..STRONG }
    }

    fn blocks(&mut self, (cells, columns): (&[Clean], &Columns), style: Style) -> Vec<Block> {
        let set = |(cell, [x, width]): (&Clean, &[f32; 2])| {
            let (x, width) = (x + PAD, width - 2.0 * PAD);
            if width < NARROW || style.weight == STRONG.weight {
                self.centred(cell.as_str(), style, x, width)
            } else {
                self.flow.document.block(cell.as_str(), style, x, width)
            }
        };
        cells.iter().zip(columns).map(set).collect()
    }

    fn row_height(&mut self, row: (&[Clean], &Columns), style: Style, least: f32) -> f32 {
        let tallest = self.blocks(row, style).iter().map(Block::height).fold(0.0, f32::max);
        (tallest + 2.0 * PAD).max(least)
    }

    /// Writes one row with lines around its cells; what is tagged is read aloud.
    fn row(&mut self, tagged: Option<(Tag, Role)>, row: (&[Clean], &Columns), style: Style, least: f32) {
        let height = self.row_height(row, style, least).min(Flow::whole_room());
        let (top, columns) = (self.flow.y, row.1);
        self.flow.document.decorate(|sheet| {
            for [x, width] in columns {
                sheet.frame([*x, top, *width, height], 0.6, 0.0);
            }
        });
        let line = tagged.map(|(table, role)| (self.flow.document.tags.put(table, Role::Row), role));
        for block in self.blocks(row, style) {
            let at = top + (height - block.height()).max(0.0) / 2.0;
            match line {
                Some((line, role)) => {
                    let tag = self.flow.document.tags.put(line, role);
                    self.flow.document.mark(tag, |sheet| block.draw(sheet, at));
                }
                None => self.flow.document.decorate(|sheet| block.draw(sheet, at)),
            }
        }
        self.flow.y += height;
    }

    /// Writes names on one line, each with a rule to write on behind it.
    pub(super) fn blanks(&mut self, parent: Tag, blanks: &[(Clean, u16)]) {
        self.flow.need(BLANK);
        let columns = self.columns(blanks.iter().map(|(_, share)| *share));
        let foot = self.flow.y + BLANK - 6.0;
        for ((name, _), [x, width]) in blanks.iter().zip(columns) {
            let block = self.flow.document.block(name.as_str(), HINT, x, width).first_line();
            let wide = block.lines.first().map_or(0.0, |line| line.width);
            let tag = self.flow.document.tags.put(parent, Role::Paragraph);
            self.flow.document.mark(tag, |sheet| block.draw(sheet, foot - HINT.height() + 2.0));
            let from = (x + wide + PAD).min(x + width - 2.0 * PAD);
            self.flow.document.decorate(|sheet| sheet.rule([from, foot], [x + width - 2.0 * PAD, foot], 0.6, 0.0));
        }
        self.flow.y += BLANK;
    }

    /// Draws lines to write on.
    pub(super) fn lines(&mut self, count: usize) {
        for _ in 0..count {
            self.flow.need(LINE);
            self.flow.y += LINE;
            let (y, from, to) = (self.flow.y, self.x, self.x + self.width);
            self.flow.document.decorate(|sheet| sheet.rule([from, y], [to, y], 0.5, 0.45));
        }
        self.flow.y += GAP;
    }
}
