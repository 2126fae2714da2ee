//! A table on pages: columns as wide as they need, rows that go on overleaf, the names of the columns on each page.
//!
//! Apart from the flow of pages, because here widths are shared out. Only the first names of the columns are read aloud;
//! those on later pages are there to be seen.

use super::block::{Block, Side};
pub(super) use super::flow::Span;
use super::flow::{Flow, RULE_GREY};
use super::fonts::Weight;
use super::setting::{Style, measure};
use super::sheet::Sheet;
use super::tags::{Role, Tag, Tags};
use crate::report::table::Heading;
use crate::report::{Clean, Table};

const CELL: Style = Style { weight: Weight::Regular, size: 8.5, grey: 0.0 };
const NAME: Style = Style { weight: Weight::Bold, ..CELL };
/// What stays free between columns.
const GAP: f32 = 9.0;
/// What stays free above and below the lines of a row.
const PAD: f32 = 2.0;
/// A column is broken inside words rather than made wider than this for one of them.
const LONGEST_WORD: f32 = 96.0;

/// What a column would like: to be so wide that nothing breaks, and not to be narrower than its words.
#[derive(Debug, Clone, Copy)]
struct Wish {
    whole: f32,
    least: f32,
    is_number: bool,
}

/// Writes a table below its heading.
pub(super) fn write(flow: &mut Flow<'_>, table: &Table) {
    let span = flow.span;
    cells(flow, Some(table.title.as_str()), &table.headings(), table.shown_rows().collect(), span);
}

/// Writes rows of cells below the names of their columns, and where there is one below a heading.
pub(super) fn cells(
    flow: &mut Flow<'_>,
    title: Option<&str>,
    headings: &[Heading<'_>],
    rows: Vec<Vec<&Clean>>,
    place: Span,
) {
    let wishes: Vec<Wish> = headings.iter().enumerate().map(|(at, heading)| wish(flow, heading, at, &rows)).collect();
    let spans = spans(&wishes, place);
    let names = row(flow, headings.iter().map(|heading| heading.label), NAME, &spans, &wishes);
    let first = rows.first().map(|cells| row(flow, cells.iter().copied(), CELL, &spans, &wishes));
    let beginning = height(&names) + first.as_deref().map_or(0.0, height).min(120.0) + 10.0;
    match title {
        Some(title) => flow.heading(title, beginning),
        None => flow.need(beginning),
    }
    let mut grid = Grid { tag: flow.document.tags.put(Tags::ROOT, Role::Table), flow, names, place };
    grid.begin();
    for cells in rows {
        let blocks = row(grid.flow, cells.into_iter(), CELL, &spans, &wishes);
        grid.row(blocks);
    }
}

fn wish(flow: &mut Flow<'_>, heading: &Heading<'_>, at: usize, rows: &[Vec<&Clean>]) -> Wish {
    let fonts = &mut flow.document.fonts;
    let (whole, least) = measure(fonts, heading.label.as_str(), NAME);
    let mut wish = Wish { whole, least, is_number: heading.is_number };
    for cell in rows.iter().filter_map(|row| row.get(at)) {
        let (whole, word) = measure(fonts, cell.as_str(), CELL);
        wish.whole = wish.whole.max(whole);
        wish.least = wish.least.max(if heading.is_short { whole } else { word }.min(LONGEST_WORD));
    }
    wish
}

/// Shares the width out.
#[expect(clippy::cast_precision_loss, reason = "a table has some columns")]
fn spans(wishes: &[Wish], within: Span) -> Vec<Span> {
    let free = within.width - GAP * wishes.len().saturating_sub(1) as f32;
    let sum = |of: fn(&Wish) -> f32| wishes.iter().map(of).sum::<f32>();
    let (whole, least) = (sum(|wish| wish.whole), sum(|wish| wish.least));
    let words = sum(|wish| if wish.is_number { 0.0 } else { wish.whole });
    let width = |wish: &Wish| {
        if whole <= free {
            let share = if wish.is_number || words == 0.0 { 0.0 } else { wish.whole / words };
            wish.whole + (free - whole) * share
        } else if least < free {
            wish.least + (free - least) * (wish.whole - wish.least) / (whole - least)
        } else {
            free * wish.least / least
        }
    };
    let mut x = within.x;
    let place = |wish| {
        // A hair more, so that what was measured to fit does fit.
        let span = Span { x, width: width(wish) + 0.05 };
        x += span.width + GAP;
        span
    };
    wishes.iter().map(place).collect()
}

fn row<'c>(
    flow: &mut Flow<'_>,
    cells: impl Iterator<Item = &'c Clean>,
    style: Style,
    spans: &[Span],
    wishes: &[Wish],
) -> Vec<Block> {
    let columns = cells.zip(spans).zip(wishes);
    columns
        .map(|((cell, span), wish)| {
            let block = flow.document.block(cell.as_str(), style, span.x, span.width);
            Block { side: if wish.is_number { Side::Right } else { Side::Start }, ..block }
        })
        .collect()
}

fn height(blocks: &[Block]) -> f32 {
    blocks.iter().map(Block::height).fold(0.0, f32::max) + 2.0 * PAD
}

/// A table that is being written.
struct Grid<'a, 'b> {
    flow: &'a mut Flow<'b>,
    tag: Tag,
    names: Vec<Block>,
    place: Span,
}

impl Grid<'_, '_> {
    /// Writes the names of the columns where they are read.
    fn begin(&mut self) {
        let row = self.flow.document.tags.put(self.tag, Role::Row);
        let top = self.flow.y + PAD;
        for block in &self.names {
            let tag = self.flow.document.tags.put(row, Role::ColumnName);
            self.flow.document.mark(tag, |sheet| block.draw(sheet, top));
        }
        self.underline_names();
    }

    /// Writes them again on a new page.
    fn turn(&mut self) {
        self.flow.turn();
        let top = self.flow.y + PAD;
        let names = &self.names;
        self.flow.document.decorate(|sheet| draw(names, sheet, top));
        self.underline_names();
    }

    fn underline_names(&mut self) {
        self.flow.y += height(&self.names);
        self.rule(1.1, 0.0);
    }

    fn rule(&mut self, thickness: f32, grey: f32) {
        let (y, Span { x, width }) = (self.flow.y, self.place);
        self.flow.document.decorate(|sheet| sheet.rule([x, y], [x + width, y], thickness, grey));
    }

    fn row(&mut self, mut blocks: Vec<Block>) {
        let tag = self.flow.document.tags.put(self.tag, Role::Row);
        let role = |at| if at == 0 { Role::RowName } else { Role::Cell };
        let cells: Vec<Tag> = (0..blocks.len()).map(|at| self.flow.document.tags.put(tag, role(at))).collect();
        let is_short = height(&blocks) <= Flow::whole_room() - height(&self.names);
        if height(&blocks) > self.flow.room() && (is_short || self.flow.room() < 60.0) {
            self.turn();
        }
        loop {
            let later = self.part(&mut blocks, &cells);
            if later.iter().all(|block| block.lines.is_empty()) {
                break;
            }
            blocks = later;
            self.turn();
        }
        self.rule(0.4, RULE_GREY);
    }

    /// Writes as many lines of a row as there is room for; returns the others.
    fn part(&mut self, blocks: &mut [Block], cells: &[Tag]) -> Vec<Block> {
        let room = self.flow.room() - 2.0 * PAD;
        let later: Vec<Block> = blocks.iter_mut().map(|block| block.split_off(room)).collect();
        let top = self.flow.y + PAD;
        for (block, tag) in blocks.iter().zip(cells).filter(|(block, _)| !block.lines.is_empty()) {
            self.flow.document.mark(*tag, |sheet| block.draw(sheet, top));
        }
        self.flow.y += height(blocks);
        later
    }
}

fn draw(blocks: &[Block], sheet: &mut Sheet, top: f32) {
    for block in blocks {
        block.draw(sheet, top);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_stays_within_its_place_however_wide_its_words_are() {
        let wish = |whole: f32, is_number| Wish { whole, least: whole / 2.0, is_number };
        let place = Span { x: 80.0, width: 300.0 };
        for wide in [10.0, 200.0, 500.0, 5_000.0] {
            let spans = spans(&[wish(wide, false), wish(40.0, true), wish(wide / 3.0, false)], place);
            let (first, last) = (spans[0], spans[2]);
            assert!((first.x - place.x).abs() < 0.01, "{wide}: {first:?}");
            assert!(last.x + last.width < place.x + place.width + 1.0, "{wide}: {last:?}");
        }
    }
}
