//! Which rows of a lesson are in view, laid out a chunk at a time.
//!
//! Apart from drawing because it moves and wraps, and drawing may not. Only chunks in or beside the view are laid out,
//! and only a few are kept, so that a key costs the same in a short lesson and in one of a megabyte. A place outlives
//! another width, theme or language: it is a section, a block and a row of that block.

use super::{Row, Rows, Setting, Target, rows_of_chunk};
use crate::course::markdown::Document;
use crate::session::Place;

/// How many chunks are kept.
const KEPT: usize = 12;

/// A row: its chunk, counted over all sections, and its number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spot {
    /// The chunk.
    pub chunk: usize,
    /// The row.
    pub row: usize,
}

/// One chunk that is laid out.
#[derive(Debug)]
struct Laid {
    chunk: usize,
    rows: Rows,
}

/// A view of a lesson.
#[derive(Debug)]
pub struct Scroll {
    setting: Setting,
    height: usize,
    /// Section and chunk in the section, for each chunk.
    chunks: Vec<(usize, usize)>,
    /// How many blocks each chunk has, where that is known.
    blocks: Vec<Option<usize>>,
    /// The most recently used last.
    laid: Vec<Laid>,
    top: Spot,
    /// The rows in view.
    view: Vec<Spot>,
    at_end: bool,
}

impl Scroll {
    /// Opens a lesson at its beginning.
    pub fn new(document: &Document, setting: Setting, height: usize) -> Self {
        let sections = document.sections().iter().enumerate();
        let chunks: Vec<_> = sections.flat_map(|(i, s)| (0..s.chunks.len()).map(move |chunk| (i, chunk))).collect();
        let blocks = vec![None; chunks.len()];
        let (top, view) = (Spot::default(), Vec::new());
        let mut scroll = Self { setting, height, chunks, blocks, laid: Vec::new(), top, view, at_end: false };
        scroll.settle(document);
        scroll.end_page();
        scroll
    }

    /// Takes another width, height or language of our own words; the view stays where it is.
    pub fn resize(&mut self, document: &Document, setting: Setting, height: usize) {
        if setting != self.setting {
            let (block, row) = self.block_at(document, self.top);
            self.laid.clear();
            self.setting = setting;
            self.top.row = self.row_of_block(document, self.top.chunk, block, row);
        } else if height == self.height {
            return;
        }
        self.height = height;
        self.settle(document);
    }

    /// Returns the setting that rows are laid out in.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// Moves by rows, towards the end or (below zero) the beginning.
    pub fn scroll(&mut self, document: &Document, by: isize) {
        self.top = if by < 0 {
            self.back(document, self.top, by.unsigned_abs())
        } else {
            self.forth(document, self.top, by.unsigned_abs())
        };
        self.settle(document);
    }

    /// Moves by pages, with a row or two of the page before.
    pub fn page(&mut self, document: &Document, forth: bool) {
        let kept = if self.height > 8 { 2 } else { 1 };
        let shown = if forth { self.view.len() } else { self.height };
        let rows = isize::try_from(shown.saturating_sub(kept).max(1)).unwrap_or(isize::MAX);
        self.scroll(document, if forth { rows } else { -rows });
        self.end_page();
    }

    /// Goes to the beginning.
    pub fn to_start(&mut self, document: &Document) {
        self.to(document, Spot::default());
    }

    /// Goes to the end.
    pub fn to_end(&mut self, document: &Document) {
        self.to(document, Spot { chunk: self.chunks.len().saturating_sub(1), row: usize::MAX });
    }

    /// Goes to the heading of a section.
    pub fn to_section(&mut self, document: &Document, section: usize) {
        let Some(chunk) = self.chunks.iter().position(|(of, _)| *of == section) else { return };
        let row = self.words_of_block(document, chunk, 0);
        self.to(document, Spot { chunk, row });
    }

    /// Brings a row into view, a third from the top, unless it is in view.
    pub fn show(&mut self, document: &Document, spot: Spot) {
        if !self.view.contains(&spot) {
            let top = self.back(document, spot, self.height / 3);
            self.to(document, top);
        }
    }

    fn to(&mut self, document: &Document, spot: Spot) {
        self.top = spot;
        self.settle(document);
    }

    /// Returns where the view begins.
    pub fn place(&mut self, document: &Document) -> Option<Place> {
        self.place_of(document, self.top)
    }

    /// Returns the place of a row.
    pub fn place_of(&mut self, document: &Document, spot: Spot) -> Option<Place> {
        let (section, chunk) = *self.chunks.get(spot.chunk)?;
        let (block, row) = self.block_at(document, spot);
        let first = spot.chunk - chunk;
        let before: usize = (first..spot.chunk).map(|chunk| self.count_blocks(document, chunk)).sum();
        Some(Place { section: document.sections().get(section)?.id.clone(), block: before + block, row })
    }

    /// Goes to a place; one that is no more is the nearest before it.
    pub fn to_place(&mut self, document: &Document, place: &Place) {
        let Some(section) = document.find(&place.section) else { return };
        let mine = self.chunks.iter().enumerate().filter(|(_, (of, _))| *of == section);
        let mine: Vec<usize> = mine.map(|(chunk, _)| chunk).collect();
        let mut block = place.block;
        for (i, chunk) in mine.iter().enumerate() {
            let count = self.count_blocks(document, *chunk);
            if block < count || i + 1 == mine.len() {
                let block = block.min(count.saturating_sub(1));
                let row = match place.row {
                    0 => self.words_of_block(document, *chunk, block),
                    row => self.row_of_block(document, *chunk, block, row),
                };
                return self.to(document, Spot { chunk: *chunk, row });
            }
            block -= count;
        }
    }

    fn count_blocks(&mut self, document: &Document, chunk: usize) -> usize {
        if let Some(Some(count)) = self.blocks.get(chunk) {
            return *count;
        }
        let range = self.chunks.get(chunk).and_then(|(section, chunk)| {
            document.sections().get(*section).and_then(|section| section.chunks.get(*chunk)).cloned()
        });
        let count = range.map_or(0, |range| document.count_blocks(range));
        if let Some(known) = self.blocks.get_mut(chunk) {
            *known = Some(count);
        }
        count
    }

    /// The block that a row belongs to and the row's number in it.
    fn block_at(&mut self, document: &Document, spot: Spot) -> (usize, usize) {
        let rows = &self.lay(document, spot.chunk).rows;
        let block = rows.get(spot.row).map_or(0, |row| row.block);
        let first = rows.iter().position(|row| row.block == block).unwrap_or(0);
        (block, spot.row.saturating_sub(first))
    }

    fn row_of_block(&mut self, document: &Document, chunk: usize, block: usize, row: usize) -> usize {
        let rows = &self.lay(document, chunk).rows;
        let first = rows.iter().position(|row| row.block >= block).unwrap_or(rows.len().saturating_sub(1));
        let count = rows.iter().skip(first).take_while(|row| row.block == block).count();
        first + row.min(count.saturating_sub(1))
    }

    /// The first row of a block that has words, and no space above it.
    fn words_of_block(&mut self, document: &Document, chunk: usize, block: usize) -> usize {
        let first = self.row_of_block(document, chunk, block, 0);
        let rows = self.lay(document, chunk).rows.iter().skip(first);
        first + rows.take_while(|row| row.pieces.is_empty()).count()
    }

    /// Lays out a chunk, unless it is laid out.
    fn lay(&mut self, document: &Document, chunk: usize) -> &Rows {
        if let Some(at) = self.laid.iter().position(|laid| laid.chunk == chunk) {
            let laid = self.laid.remove(at);
            self.laid.push(laid);
        } else {
            let (section, in_section) = self.chunks.get(chunk).copied().unwrap_or((usize::MAX, 0));
            let rows = rows_of_chunk(document, section, in_section, &self.setting);
            if let Some(known) = self.blocks.get_mut(chunk) {
                *known = Some(rows.blocks);
            }
            self.laid.push(Laid { chunk, rows });
        }
        let last = self.laid.len() - 1;
        &self.laid[last].rows
    }

    fn count(&mut self, document: &Document, chunk: usize) -> usize {
        self.lay(document, chunk).rows.len()
    }

    fn forth(&mut self, document: &Document, from: Spot, rows: usize) -> Spot {
        let mut spot = from;
        spot.row = spot.row.saturating_add(rows);
        while spot.chunk + 1 < self.chunks.len() {
            let count = self.count(document, spot.chunk);
            if spot.row < count {
                break;
            }
            spot = Spot { chunk: spot.chunk + 1, row: spot.row - count };
        }
        spot
    }

    fn back(&mut self, document: &Document, from: Spot, rows: usize) -> Spot {
        let mut spot = from;
        let mut rows = rows;
        while rows > spot.row && spot.chunk > 0 {
            rows -= spot.row;
            spot = Spot { chunk: spot.chunk - 1, row: self.count(document, spot.chunk - 1) };
        }
        Spot { row: spot.row.saturating_sub(rows), ..spot }
    }

    /// Fills the view from the top; at the end of the lesson the last page is a full one.
    fn settle(&mut self, document: &Document) {
        let last = self.chunks.len().saturating_sub(1);
        let chunk = self.top.chunk.min(last);
        let row = self.top.row.min(self.count(document, chunk));
        self.top = self.forth(document, Spot { chunk, row }, 0);
        self.fill(document);
        let missing = self.height.saturating_sub(self.view.len());
        if missing > 0 && self.top > Spot::default() {
            self.top = self.back(document, self.top, missing);
            self.fill(document);
        }
        self.at_end = match self.view.last() {
            Some(spot) => spot.chunk == last && spot.row + 1 >= self.count(document, last),
            None => true,
        };
        self.forget();
    }

    /// Leaves a heading at the lower edge of a page to the page on which its words begin.
    fn end_page(&mut self) {
        if self.at_end {
            return;
        }
        let row = |spot: &Spot| self.rows(spot.chunk)?.rows.get(spot.row);
        let is_head = |spot: &&Spot| row(spot).is_some_and(|row| row.heading);
        let is_bare = |spot: &&Spot| row(spot).is_some_and(|row| row.heading || row.pieces.is_empty());
        let bare = self.view.iter().rev().take_while(is_bare).count();
        let from = self.view.len() - bare;
        let Some(head) = self.view.iter().skip(from).position(|spot| is_head(&spot)) else { return };
        if from + head > self.height / 2 {
            self.view.truncate(from + head);
        }
    }

    /// Forgets the chunks that were used least recently and are not in view.
    fn forget(&mut self) {
        let in_view = |chunk: usize| self.view.iter().any(|spot| spot.chunk == chunk);
        let mut over = self.laid.len().saturating_sub(KEPT);
        let mut kept = Vec::with_capacity(KEPT);
        for laid in std::mem::take(&mut self.laid) {
            if over > 0 && !in_view(laid.chunk) {
                over -= 1;
            } else {
                kept.push(laid);
            }
        }
        self.laid = kept;
    }

    fn fill(&mut self, document: &Document) {
        self.view.clear();
        for chunk in self.top.chunk..self.chunks.len() {
            let count = self.count(document, chunk);
            let first = if chunk == self.top.chunk { self.top.row } else { 0 };
            let free = self.height - self.view.len();
            self.view.extend((first..count).take(free).map(|row| Spot { chunk, row }));
            if self.view.len() >= self.height {
                break;
            }
        }
    }

    /// Returns the rows in view, from the top.
    pub fn view(&self) -> impl Iterator<Item = (Spot, &Row)> {
        self.view.iter().filter_map(|spot| Some((*spot, self.rows(spot.chunk)?.rows.get(spot.row)?)))
    }

    /// Returns a chunk that is laid out.
    pub fn rows(&self, chunk: usize) -> Option<&Rows> {
        self.laid.iter().find(|laid| laid.chunk == chunk).map(|laid| &laid.rows)
    }

    /// Lays out a chunk and returns it, for a search.
    pub fn rows_anyway(&mut self, document: &Document, chunk: usize) -> &Rows {
        self.forget();
        self.lay(document, chunk)
    }

    /// Returns something in view that can be looked up.
    pub fn target(&self, chunk: usize, place: usize) -> Option<&Target> {
        self.rows(chunk)?.targets.get(place)
    }

    /// Returns where the view begins, good until the next change of width.
    pub fn top(&self) -> Spot {
        self.top
    }

    /// Returns how many chunks there are, over all sections.
    pub fn chunks(&self) -> usize {
        self.chunks.len()
    }

    /// Returns the bytes of a chunk.
    pub fn chunk_range(&self, document: &Document, chunk: usize) -> std::ops::Range<usize> {
        let (section, chunk) = self.chunks.get(chunk).copied().unwrap_or_default();
        let section = document.sections().get(section);
        section.and_then(|section| section.chunks.get(chunk)).cloned().unwrap_or(0..0)
    }

    /// Returns the section at the top of the view.
    pub fn section(&self) -> usize {
        self.chunks.get(self.top.chunk).map_or(0, |(section, _)| *section)
    }

    /// Returns the sections whose end is in view.
    pub fn ended_sections(&self) -> Vec<usize> {
        let ends = |spot: &&Spot| {
            let next = self.chunks.get(spot.chunk + 1).map(|(section, _)| *section);
            let here = self.chunks.get(spot.chunk).map(|(section, _)| *section);
            let last_row = self.rows(spot.chunk).is_none_or(|rows| spot.row + 1 >= rows.rows.len());
            here != next && last_row
        };
        let spots = self.view.iter().filter(ends);
        spots.filter_map(|spot| self.chunks.get(spot.chunk)).map(|(section, _)| *section).collect()
    }

    /// Returns whether the end of the lesson is in view.
    pub fn is_at_end(&self) -> bool {
        self.at_end
    }

    /// Returns how far the end of the view is, in percent of the lesson's bytes.
    pub fn percent(&self, document: &Document) -> u32 {
        if self.at_end {
            return 100;
        }
        let sections = document.sections();
        let start = sections.first().map_or(0, |section| section.span.start);
        let end = sections.last().map_or(0, |section| section.span.end);
        let here = self.view().last().map_or(start, |(_, row)| row.source.max(start));
        u32::try_from((here - start) * 100 / (end - start).max(1)).unwrap_or(100).min(99)
    }
}
