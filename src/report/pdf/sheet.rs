//! One page as it is drawn: text, rules and areas, each belonging to a tag or to nothing.
//!
//! Apart because only here does one know how a page is written. Places are in points from the top left corner.

use pdf_writer::{Buf, Content, Name, Str, TextStr};

use super::face::Face;
use super::fonts::Piece;
use super::setting::Line;
use super::tags::Tag;

/// How grey what is drawn full is.
pub(super) const INK: f32 = 0.22;
/// Where the quarters of a circle begin and end.
const QUARTERS: [([f32; 2], [f32; 2]); 4] =
    [([1.0, 0.0], [0.0, 1.0]), ([0.0, 1.0], [-1.0, 0.0]), ([-1.0, 0.0], [0.0, -1.0]), ([0.0, -1.0], [1.0, 0.0])];

/// What a drawing means.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning {
    /// Nothing: a rule, a page number, a heading that was read before.
    None,
    /// What a tag says.
    Of(Tag, &'static [u8]),
}

/// A page.
pub(super) struct Sheet {
    content: Content,
    height: f32,
    /// The tag of each marked part.
    tags: Vec<Tag>,
    is_missing_letters: bool,
}

impl Sheet {
    /// Returns an empty page, on which everything is drawn so large.
    pub(super) fn new(height: f32, scale: f32) -> Self {
        let mut content = Content::new();
        if scale < 1.0 {
            content.transform([scale, 0.0, 0.0, scale, 0.0, 0.0]);
        }
        Self { content, height, tags: Vec::new(), is_missing_letters: false }
    }

    /// Draws what belongs together; returns the number of the marked part, where it belongs to a tag.
    pub(super) fn mark(&mut self, meaning: Meaning, draw: impl FnOnce(&mut Self)) -> Option<i32> {
        let number = i32::try_from(self.tags.len()).ok().filter(|_| matches!(meaning, Meaning::Of(..)));
        match (meaning, number) {
            (Meaning::Of(tag, role), Some(number)) => {
                self.tags.push(tag);
                self.content.begin_marked_content_with_properties(Name(role)).properties().identify(number);
            }
            (Meaning::None | Meaning::Of(..), _) => {
                self.content.begin_marked_content(Name(b"Artifact"));
            }
        }
        draw(self);
        self.content.end_marked_content();
        number
    }

    /// Draws a line of text whose left end and foot stand at a place.
    pub(super) fn text(&mut self, line: &Line, x: f32, y: f32) {
        self.is_missing_letters |= line.pieces.iter().any(|(_, piece)| piece.is_missing);
        self.content.begin_text().set_fill_gray(line.style.grey);
        self.content.set_text_matrix([1.0, 0.0, 0.0, 1.0, round(x), round(self.height - y)]);
        let mut pen = Pen { content: &mut self.content, at: 0.0, rise: 0.0, face: None, size: line.style.size };
        for (place, piece) in &line.pieces {
            pen.piece(place * 1000.0 / line.style.size, piece);
        }
        pen.raise(0.0);
        self.content.end_text();
    }

    /// Draws a line from one place to another.
    pub(super) fn rule(&mut self, from: [f32; 2], to: [f32; 2], thickness: f32, grey: f32) {
        self.content.set_stroke_gray(grey).set_line_width(thickness);
        self.line(from, to);
    }

    /// Draws a line of dots.
    pub(super) fn dots(&mut self, from: [f32; 2], to: [f32; 2], thickness: f32) {
        self.content.set_dash_pattern([1.5, 2.0], 0.0);
        self.rule(from, to, thickness, 0.0);
        self.content.set_dash_pattern([], 0.0);
    }

    /// Draws a line in the colour of the house, an amber that prints as a middle grey.
    pub(super) fn accent(&mut self, from: [f32; 2], to: [f32; 2], thickness: f32) {
        self.content.set_stroke_rgb(0.706, 0.373, 0.024).set_line_width(thickness);
        self.line(from, to);
    }

    fn line(&mut self, from: [f32; 2], to: [f32; 2]) {
        self.content.move_to(round(from[0]), round(self.height - from[1]));
        self.content.line_to(round(to[0]), round(self.height - to[1])).stroke();
    }

    /// Fills areas: left, top, width, height of each.
    pub(super) fn fill(&mut self, areas: impl IntoIterator<Item = [f32; 4]>, grey: f32) {
        self.content.set_fill_gray(grey);
        for area in areas {
            self.rect(area);
        }
        self.content.fill_nonzero();
    }

    /// Draws the edge of an area and leaves it white.
    pub(super) fn frame(&mut self, area: [f32; 4], thickness: f32, grey: f32) {
        self.content.set_fill_gray(1.0).set_stroke_gray(grey).set_line_width(thickness);
        self.rect(area);
        self.content.fill_nonzero_and_stroke();
    }

    fn rect(&mut self, [x, y, width, height]: [f32; 4]) {
        self.content.rect(round(x), round(self.height - y - height), round(width), round(height));
    }

    /// Draws a dot, full or with an edge only.
    pub(super) fn dot(&mut self, [x, y]: [f32; 2], radius: f32, is_full: bool) {
        self.content.set_stroke_gray(INK).set_fill_gray(if is_full { INK } else { 1.0 }).set_line_width(1.2);
        // What a quarter of a circle is drawn with.
        let bend = radius * 0.5523;
        let (x, y) = (round(x), round(self.height - y));
        self.content.move_to(x + radius, y);
        for (from, to) in QUARTERS {
            let handle = |near: [f32; 2], far: [f32; 2]| [0, 1].map(|at| round(near[at] * radius + far[at] * bend));
            let (out, back) = (handle(from, to), handle(to, from));
            let end = [x + to[0] * radius, y + to[1] * radius];
            self.content.cubic_to(x + out[0], y + out[1], x + back[0], y + back[1], end[0], end[1]);
        }
        self.content.close_fill_nonzero_and_stroke();
    }

    /// Returns whether a number stands on it for a letter that could not be drawn.
    pub(super) fn is_missing_letters(&self) -> bool {
        self.is_missing_letters
    }

    /// Returns the tags of its marked parts in order, and what it is drawn with.
    pub(super) fn finish(self) -> (Vec<Tag>, Buf) {
        (self.tags, self.content.finish())
    }
}

/// Writes glyphs one after the other.
struct Pen<'a> {
    content: &'a mut Content,
    /// Where it stands on the line, in thousandths of the size.
    at: f32,
    rise: f32,
    face: Option<Face>,
    size: f32,
}

impl Pen<'_> {
    fn piece(&mut self, place: f32, piece: &Piece) {
        if let Some(actual) = &piece.actual {
            let mut mark = self.content.begin_marked_content_with_properties(Name(b"Span"));
            mark.properties().actual_text(TextStr(actual));
        }
        if self.face != Some(piece.face) {
            self.content.set_font(Name(piece.face.resource()), self.size);
            self.face = Some(piece.face);
        }
        let mut glyphs = piece.shaped.glyphs.as_slice();
        while let Some(first) = glyphs.first() {
            let level = glyphs.iter().take_while(|glyph| same(glyph.y, first.y)).count();
            let (now, later) = glyphs.split_at_checked(level).unwrap_or((glyphs, &[]));
            self.raise(first.y);
            let mut shown = self.content.show_positioned();
            let mut items = shown.items();
            let mut bytes = Vec::new();
            for glyph in now {
                let back = round(self.at - place - glyph.x);
                if back != 0.0 {
                    flush(&mut items, &mut bytes);
                    items.adjust(back);
                }
                bytes.extend(glyph.number.to_be_bytes());
                self.at += glyph.advance - back;
            }
            flush(&mut items, &mut bytes);
            glyphs = later;
        }
        if piece.actual.is_some() {
            self.content.end_marked_content();
        }
    }

    fn raise(&mut self, rise: f32) {
        if !same(rise, self.rise) {
            self.content.set_rise(round(rise * self.size / 1000.0));
            self.rise = rise;
        }
    }
}

fn flush(items: &mut pdf_writer::writers::PositionedItems<'_>, bytes: &mut Vec<u8>) {
    if !bytes.is_empty() {
        items.show(Str(bytes));
        bytes.clear();
    }
}

fn same(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.5
}

/// A place to the hundredth: nobody sees more, and files stay small.
fn round(number: f32) -> f32 {
    (number * 100.0).round() / 100.0
}
