//! A paper as sheets of A4: text in a size to read on a desk, room to write in, course and version on each sheet.
//!
//! ```text
//!  Paper ─► press (what stands below one another) ─┬─► ruled (tables and lines to write on)
//!                                                  └─► drawn (figures of letters and lines)
//! ```
//!
//! Apart from reports because a paper has parts in parts, and is larger.

mod drawn;
mod ruled;

use super::block::{Block, Side};
use super::document::About;
use super::flow::{Flow, LEFT, WIDTH};
use super::fonts::Weight;
use super::grid;
use super::setting::Style;
use super::sheet::Meaning;
use super::tags::{Role, Tag, Tags};
use crate::report::Clean;
use crate::report::paper::{Paper, Part, Running};
use crate::report::table::Heading;
use crate::words::Words;

const BODY: Style = Style { weight: Weight::Regular, size: 10.5, grey: 0.0 };
const STRONG: Style = Style { weight: Weight::Bold, ..BODY };
const HINT: Style = Style { weight: Weight::Regular, size: 9.0, grey: 0.2 };
const HEADING: Style = Style { weight: Weight::Bold, size: 13.0, grey: 0.0 };
const SMALLER: Style = Style { weight: Weight::Bold, size: 11.0, grey: 0.0 };
/// What stays free above a paragraph, an item, a frame.
const GAP: f32 = 5.0;
/// How far an item's text stands in from its mark.
const INDENT: f32 = 22.0;
/// How far a frame's content stands in from its rule.
const FRAME: f32 = 12.0;
/// How deep parts may stand in; deeper ones stand no further in.
const NARROWEST: f32 = 200.0;

/// Writes a paper.
pub(in crate::report) fn write(paper: &Paper) -> Vec<u8> {
    let mut flow = Flow::new();
    flow.title(paper.title.as_str());
    let mut press = Press { flow, x: LEFT, width: WIDTH, is_first: true };
    press.text(Tags::ROOT, &Running::plain(paper.kind.as_str()), HINT);
    press.is_first = false;
    press.parts(Tags::ROOT, &paper.parts);
    let mut flow = press.flow;
    let words = Words::new(&paper.lang);
    let foot = format!("{} · {}", paper.title, paper.foot);
    flow.feet(&foot, &words);
    let (title, lang) = (paper.title.as_str(), paper.lang.as_str());
    flow.document.write(&About { title, lang, made_at: paper.made_at.rfc3339() })
}

/// Writes part after part at a place across the page.
struct Press<'a> {
    flow: Flow<'a>,
    x: f32,
    width: f32,
    /// Whether nothing stands above within the same item.
    is_first: bool,
}

impl Press<'_> {
    fn parts(&mut self, parent: Tag, parts: &[Part]) {
        let mut list = None;
        for part in parts {
            if let Part::Item(mark, inner) = part {
                let list = *list.get_or_insert_with(|| self.flow.document.tags.put(parent, Role::List));
                self.item(list, mark, inner);
            } else {
                list = None;
                self.part(parent, part);
            }
            self.is_first = false;
        }
    }

    fn part(&mut self, parent: Tag, part: &Part) {
        match part {
            Part::Heading(level, words) => self.heading(*level, words),
            Part::Text(words) => self.text(parent, words, BODY),
            Part::Hint(words) => self.text(parent, words, HINT),
            Part::Item(..) => self.parts(parent, std::slice::from_ref(part)),
            Part::Framed(name, inner) => self.framed(parent, name, inner),
            Part::Together(inner) => {
                self.gap(GAP);
                let height = self.height_of(inner);
                if height < Flow::whole_room() {
                    self.flow.need(height);
                }
                self.parts(parent, inner);
            }
            Part::Kept(lines) => self.drawing(lines, &lines.join(" ")),
            Part::Drawing(lines, alt) => self.drawing(lines, alt.as_str()),
            Part::Table(heads, rows) => self.table(heads, rows),
            Part::Grid(heads, rows, height) => self.grid(parent, (heads, rows), *height),
            Part::Blanks(blanks) => self.blanks(parent, blanks),
            Part::Lines(count) => self.lines(*count),
        }
    }

    /// Leaves room above what follows, but not at the beginning of an item.
    fn gap(&mut self, height: f32) {
        if !self.is_first {
            self.flow.y += height;
        }
    }

    fn text(&mut self, parent: Tag, words: &Running, style: Style) {
        let block = self.flow.document.running(words, style, self.x, self.width);
        let tag = self.flow.document.tags.put(parent, Role::Paragraph);
        self.gap(GAP);
        self.flow.place(tag, block);
    }

    fn heading(&mut self, level: u8, words: &Running) {
        let (style, above) = if level <= 2 { (HEADING, 14.0) } else { (SMALLER, 9.0) };
        let block = self.flow.document.running(words, style, self.x, self.width);
        self.gap(above);
        self.flow.need(block.height() + 48.0);
        let page = self.flow.document.sheets.len().saturating_sub(1);
        let title = words.0.iter().map(|span| span.text.as_str()).collect::<String>();
        self.flow.document.outline.push((title, page, self.flow.y));
        let tag = self.flow.document.tags.put(Tags::ROOT, Role::Heading);
        self.flow.place(tag, block);
    }

    fn item(&mut self, list: Tag, mark: &Clean, inner: &[Part]) {
        let item = self.flow.document.tags.put(list, Role::Item);
        self.gap(GAP - 1.0);
        self.flow.need(BODY.height());
        let top = self.flow.y;
        let mark = self.flow.document.block(mark.as_str(), BODY, self.x, INDENT - 2.0).first_line();
        let label = self.flow.document.tags.put(item, Role::Label);
        self.flow.document.mark(label, |sheet| mark.draw(sheet, top));
        let body = self.flow.document.tags.put(item, Role::Body);
        self.is_first = true;
        self.inside(INDENT, |press| press.parts(body, inner));
        self.flow.y = self.flow.y.max(if self.flow.y < top { 0.0 } else { top + mark.height() });
    }

    /// Writes further in.
    fn inside(&mut self, by: f32, write: impl FnOnce(&mut Self)) {
        let by = if self.width - by < NARROWEST { 0.0 } else { by };
        (self.x, self.width) = (self.x + by, self.width - by);
        write(self);
        (self.x, self.width) = (self.x - by, self.width + by);
    }

    /// Writes what is set apart, beside a thick rule on every page that it takes.
    fn framed(&mut self, parent: Tag, name: &Clean, inner: &[Part]) {
        self.gap(GAP + 2.0);
        self.flow.need(2.0 * BODY.height());
        let (from, top) = (self.flow.document.sheets.len(), self.flow.y);
        self.is_first = true;
        self.inside(FRAME, |press| {
            if !name.as_str().is_empty() {
                press.text(parent, &Running::strong(name.as_str()), STRONG);
                press.is_first = false;
            }
            press.parts(parent, inner);
        });
        self.rule_beside(from, top);
        self.flow.y += 3.0;
    }

    fn rule_beside(&mut self, from: usize, top: f32) {
        let (last, end) = (self.flow.document.sheets.len(), self.flow.y);
        let x = self.x + 2.0;
        for page in from..=last {
            let top = if page == from { top } else { Flow::top() };
            let end = if page == last { end } else { Flow::top() + Flow::whole_room() };
            if let Some(sheet) = self.flow.document.sheets.get_mut(page.saturating_sub(1)) {
                sheet.mark(Meaning::None, |sheet| sheet.rule([x, top + 1.0], [x, end + 1.0], 1.6, 0.3));
            }
        }
    }

    fn table(&mut self, heads: &[Clean], rows: &[Vec<Clean>]) {
        self.gap(GAP + 2.0);
        let heading = |label| Heading { label, is_number: false, is_short: false };
        let headings: Vec<Heading<'_>> = heads.iter().map(heading).collect();
        let rows = rows.iter().map(|row| row.iter().collect()).collect();
        let place = grid::Span { x: self.x, width: self.width };
        grid::cells(&mut self.flow, None, &headings, rows, place);
        self.flow.y += 4.0;
    }

    /// Returns how much room parts take, told from their texts.
    fn height_of(&mut self, parts: &[Part]) -> f32 {
        parts.iter().map(|part| self.height_of_one(part)).sum()
    }

    fn height_of_one(&mut self, part: &Part) -> f32 {
        match part {
            Part::Heading(_, words) => self.set_height(words, HEADING) + 14.0,
            Part::Text(words) => self.set_height(words, BODY) + GAP,
            Part::Hint(words) => self.set_height(words, HINT) + GAP,
            Part::Item(_, inner) => self.height_inside(INDENT, inner),
            Part::Framed(_, inner) => self.height_inside(FRAME, inner) + 2.0 * BODY.height(),
            Part::Together(inner) => self.height_of(inner),
            Part::Kept(lines) | Part::Drawing(lines, _) => drawn::height(lines),
            Part::Table(_, rows) => ruled::rows_height(rows.len() + 1, 22.0),
            Part::Grid(_, rows, height) => ruled::grid_height(rows.len(), *height),
            Part::Blanks(_) => ruled::BLANK,
            Part::Lines(count) => ruled::rows_height(*count, ruled::LINE),
        }
    }

    fn set_height(&mut self, words: &Running, style: Style) -> f32 {
        self.flow.document.running(words, style, self.x, self.width).height()
    }

    fn height_inside(&mut self, by: f32, inner: &[Part]) -> f32 {
        let mut height = 0.0;
        self.inside(by, |press| height = press.height_of(inner));
        height
    }

    /// Sets a text that stands in the middle of a cell.
    fn centred(&mut self, text: &str, style: Style, x: f32, width: f32) -> Block {
        Block { side: Side::Middle, ..self.flow.document.block(text, style, x, width) }
    }
}
