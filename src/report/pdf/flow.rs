//! What stands below one another on A4 pages: headings, pairs, tables, notes; with a foot on each page.
//!
//! Apart from tables, which have columns of their own, and from certificates, which are one page.

use super::block::{Block, Side};
use super::document::Document;
use super::fonts::Weight;
use super::setting::Style;
use super::sheet::{Meaning, Sheet};
use super::tags::{Role, Tag, Tags};
use crate::words::Words;

/// A4, upright, in points.
const PAGE: [f32; 2] = [595.28, 841.89];
/// The left edge of everything.
pub(super) const LEFT: f32 = 51.0;
/// How wide everything is.
pub(super) const WIDTH: f32 = PAGE[0] - 2.0 * LEFT;
const TOP: f32 = 54.0;
/// What the foot of a page takes.
const FOOT_ROOM: f32 = 66.0;
const BOTTOM: f32 = PAGE[1] - FOOT_ROOM;
/// The margin of a page on which everything is small.
const NARROW: f32 = 40.0;
/// What stays free between two things side by side.
const GUTTER: f32 = 26.0;
/// How grey thin rules are.
pub(super) const RULE_GREY: f32 = 0.6;

/// Running text.
pub(super) const TEXT: Style = Style { weight: Weight::Regular, size: 9.5, grey: 0.0 };
/// What stands out in it.
pub(super) const STRONG: Style = Style { weight: Weight::Bold, ..TEXT };
const TITLE: Style = Style { weight: Weight::Bold, size: 19.0, grey: 0.0 };
const HEADING: Style = Style { weight: Weight::Bold, size: 12.0, grey: 0.0 };
const FOOT: Style = Style { weight: Weight::Regular, size: 8.0, grey: 0.3 };

/// Where something stands across a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    /// Its left edge.
    pub(super) x: f32,
    /// How wide it is.
    pub(super) width: f32,
}

/// Pages in the making.
pub(super) struct Flow<'a> {
    /// The document.
    pub(super) document: Document<'a>,
    /// How far down the page is taken.
    pub(super) y: f32,
    /// What everything stands within.
    pub(super) span: Span,
    bottom: f32,
}

impl<'a> Flow<'a> {
    /// Begins with an empty page.
    pub(super) fn new() -> Self {
        Self::on(Document::new(PAGE), Span { x: LEFT, width: WIDTH }, BOTTOM)
    }

    /// Begins with an empty page on which everything is drawn smaller, with margins that do not shrink.
    pub(super) fn scaled(scale: f32) -> Self {
        let span = Span { x: NARROW / scale, width: (PAGE[0] - 2.0 * NARROW) / scale };
        Self::on(Document::scaled(PAGE, scale), span, (PAGE[1] - FOOT_ROOM) / scale)
    }

    fn on(mut document: Document<'a>, span: Span, bottom: f32) -> Self {
        document.turn();
        Self { document, y: TOP, span, bottom }
    }

    /// Writes two things side by side, each as wide as half the page; what comes next stands below both.
    pub(super) fn side_by_side(&mut self, left: impl FnOnce(&mut Self), right: impl FnOnce(&mut Self)) {
        let (whole, top) = (self.span, self.y);
        let half = Span { x: whole.x, width: (whole.width - GUTTER) / 2.0 };
        self.span = half;
        left(self);
        let below = std::mem::replace(&mut self.y, top);
        self.span = Span { x: half.x + half.width + GUTTER, ..half };
        right(self);
        self.span = whole;
        self.y = self.y.max(below);
    }

    /// Begins a new page.
    pub(super) fn turn(&mut self) {
        self.document.turn();
        self.y = TOP;
    }

    /// Returns how much room the page still has.
    pub(super) fn room(&self) -> f32 {
        self.bottom - self.y
    }

    /// Returns how much room an empty page has.
    pub(super) fn whole_room() -> f32 {
        BOTTOM - TOP
    }

    /// Returns where an empty page begins.
    pub(super) fn top() -> f32 {
        TOP
    }

    /// Turns the page where there is less room than this.
    pub(super) fn need(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.turn();
        }
    }

    /// Writes the title of the whole.
    pub(super) fn title(&mut self, text: &str) {
        let Span { x, width } = self.span;
        let block = self.document.block(text, TITLE, x, width);
        let tag = self.document.tags.put(Tags::ROOT, Role::Title);
        self.place(tag, block);
        let y = self.y + 5.0;
        self.document.decorate(|sheet| {
            sheet.rule([x, y], [x + width, y], 1.6, 0.0);
            sheet.rule([x, y + 2.6], [x + width, y + 2.6], 0.5, 0.0);
        });
        self.y = y + 12.0;
    }

    /// Writes the heading of a part, which stays with `after`, the room that its beginning takes.
    pub(super) fn heading(&mut self, text: &str, after: f32) {
        let Span { x, width } = self.span;
        let block = self.document.block(text, HEADING, x, width);
        self.y += 16.0;
        self.need(block.height() + after);
        let page = self.document.sheets.len().saturating_sub(1);
        self.document.outline.push((text.to_owned(), page, self.y));
        let tag = self.document.tags.put(Tags::ROOT, Role::Heading);
        self.place(tag, block);
        self.y += 4.0;
    }

    /// Writes a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        let Span { x, width } = self.span;
        let block = self.document.block(text, TEXT, x, width);
        let tag = self.document.tags.put(Tags::ROOT, Role::Paragraph);
        self.y += 8.0;
        self.place(tag, block);
    }

    /// Places lines, on as many pages as they take.
    pub(super) fn place(&mut self, tag: Tag, mut block: Block) {
        while let Some(first) = block.lines.first() {
            self.need(first.style.height());
            let later = block.split_off(self.room());
            let top = self.y;
            self.document.mark(tag, |sheet| block.draw(sheet, top));
            self.y += block.height();
            block = later;
        }
    }

    /// Writes names on the left and what they name beside them.
    pub(super) fn pairs(&mut self, pairs: &[(&str, String)]) {
        let Span { x, width } = self.span;
        let list = self.document.tags.put(Tags::ROOT, Role::List);
        for (name, text) in pairs {
            let item = self.document.tags.put(list, Role::Item);
            let name = self.document.block(name, TEXT, x, width * 0.38);
            let text = self.document.block(text, STRONG, x + width * 0.4, width * 0.6);
            let height = name.height().max(text.height());
            self.need(height + 3.0);
            let top = self.y + 1.5;
            for (mut block, role) in [(name, Role::Label), (text, Role::Body)] {
                block.side = Side::Left;
                let tag = self.document.tags.put(item, role);
                self.document.mark(tag, |sheet| block.draw(sheet, top));
            }
            self.y += height + 3.0;
            let y = self.y;
            self.document.decorate(|sheet| sheet.rule([x, y], [x + width, y], 0.4, RULE_GREY));
        }
    }

    /// Writes the foot of each page: a text, which page of how many, and where need be that letters are missing.
    pub(super) fn feet(&mut self, text: &str, words: &Words) {
        let (Span { x, width }, bottom) = (self.span, self.bottom);
        let count = self.document.sheets.len();
        let left = self.document.block(text, FOOT, x, width - 60.0).first_line();
        for index in 0..count {
            let page = format!("{} / {count}", index + 1);
            let mut right = self.document.block(&page, FOOT, x, width);
            right.side = Side::Right;
            let is_missing = self.document.sheets.get(index).is_some_and(Sheet::is_missing_letters);
            let note = is_missing.then(|| self.document.block(&words.get("pdf-missing-letters"), FOOT, x, width));
            let Some(sheet) = self.document.sheets.get_mut(index) else { continue };
            sheet.mark(Meaning::None, |sheet| {
                sheet.rule([x, bottom + 25.0], [x + width, bottom + 25.0], 0.4, RULE_GREY);
                left.draw(sheet, bottom + 28.0);
                right.draw(sheet, bottom + 28.0);
            });
            if let Some(note) = note {
                let tag = self.document.tags.put(Tags::ROOT, Role::Paragraph);
                let meaning = Meaning::Of(tag, Role::Paragraph.name());
                if let Some(number) = sheet.mark(meaning, |sheet| note.draw(sheet, bottom + 2.0)) {
                    self.document.tags.hold_part(tag, index, number);
                }
            }
        }
    }
}
