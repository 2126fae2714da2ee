//! Texts set as lines: broken between words, ordered by direction, each glyph in its place.
//!
//! Apart from pages because it knows a width and no place. Words are cut at spaces, after hyphens and slashes, and inside
//! only where one is longer than a line.

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Fonts, Piece, Weight};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// How heavy.
    pub(super) weight: Weight,
    /// How large, in points.
    pub(super) size: f32,
    /// How grey, from 0 for black to 1 for white.
    pub(super) grey: f32,
}

impl Style {
    /// Returns how much room a line takes.
    pub(super) fn height(self) -> f32 {
        self.size * 1.42
    }
}

/// One line of a text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its pieces in the order in which they are read, each with its place from the left end, in points.
    pub(super) pieces: Vec<(f32, Piece)>,
    /// How wide it is, in points, without a space at its end.
    pub(super) width: f32,
    /// Whether it begins on the right.
    pub(super) is_rtl: bool,
    /// How it is set.
    pub(super) style: Style,
}

/// What a line is broken between.
#[derive(Debug, Clone)]
struct Unit {
    span: Range<usize>,
    width: f32,
}

/// Sets a text in lines no wider than a width, in points.
pub(super) fn set(fonts: &mut Fonts, text: &str, style: Style, width: f32) -> Vec<Line> {
    set_mixed(fonts, (text, &[]), style, width)
}

/// Sets a text of which some bytes stand out, in lines no wider than a width, in points.
pub(super) fn set_mixed(
    fonts: &mut Fonts,
    (text, strong): (&str, &[Range<usize>]),
    style: Style,
    width: f32,
) -> Vec<Line> {
    let bidi = ParagraphBidiInfo::new(text, None);
    let mut setter = Setter { fonts, text, style, levels: &bidi.levels, strong };
    let spans = setter.breaks(width);
    let mut lines: Vec<Line> = Vec::with_capacity(spans.len());
    for (at, span) in spans.iter().enumerate() {
        let is_between_words = spans.get(at + 1).is_some_and(|next| next.start > span.end);
        lines.push(setter.line(span.clone(), bidi.paragraph_level, is_between_words));
    }
    lines
}

/// Returns how wide a text is on one line, and how wide its widest word.
pub(super) fn measure(fonts: &mut Fonts, text: &str, style: Style) -> (f32, f32) {
    let bidi = ParagraphBidiInfo::new(text, None);
    let mut setter = Setter { fonts, text, style, levels: &bidi.levels, strong: &[] };
    let units = setter.units(0..text.len());
    let spaces = text.len() - units.iter().map(|unit| unit.span.len()).sum::<usize>();
    let widest = units.iter().map(|unit| unit.width).fold(0.0, f32::max);
    let mut whole = units.iter().map(|unit| unit.width).sum::<f32>();
    for _ in 0..spaces {
        whole += setter.width(" ", 0);
    }
    (whole, widest)
}

struct Setter<'a> {
    fonts: &'a mut Fonts,
    text: &'a str,
    style: Style,
    /// The level of each byte; nothing where all is left to right.
    levels: &'a [Level],
    /// What stands out, in order.
    strong: &'a [Range<usize>],
}

impl Setter<'_> {
    /// Returns which bytes stand on each line, without the space that it was broken at.
    fn breaks(&mut self, width: f32) -> Vec<Range<usize>> {
        let space = self.width(" ", 0);
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut taken = 0.0;
        for unit in self.units(0..self.text.len()) {
            let gap = lines.last().map_or(0.0, |line| if line.end < unit.span.start { space } else { 0.0 });
            match lines.last_mut() {
                Some(line) if taken + gap + unit.width <= width => {
                    line.end = unit.span.end;
                    taken += gap + unit.width;
                }
                Some(_) | None if unit.width <= width => {
                    lines.push(unit.span.clone());
                    taken = unit.width;
                }
                Some(_) | None => taken = self.split(unit.span, width, &mut lines),
            }
        }
        if lines.is_empty() {
            lines.push(0..0);
        }
        lines
    }

    /// Breaks a word that is longer than a line; returns how wide its last part is.
    fn split(&mut self, span: Range<usize>, width: f32, lines: &mut Vec<Range<usize>>) -> f32 {
        let word = self.text.get(span.clone()).unwrap_or_default();
        let (mut start, mut taken) = (span.start, 0.0);
        for (at, letter) in word.grapheme_indices(true) {
            let at = span.start + at;
            // Letters that join are together not as wide as each alone.
            let grown = self.text.get(start..at + letter.len()).unwrap_or_default();
            taken = self.width(grown, start);
            if taken > width && at > start {
                lines.push(start..at);
                (start, taken) = (at, self.width(letter, at));
            }
        }
        lines.push(start..span.end);
        taken
    }

    fn units(&mut self, span: Range<usize>) -> Vec<Unit> {
        let text = self.text.get(span.clone()).unwrap_or_default();
        let mut units = Vec::new();
        let mut at = span.start;
        for word in text.split(' ') {
            for part in word.split_inclusive(['-', '/', '–', '—']) {
                let span = at..at + part.len();
                at = span.end;
                units.push(Unit { width: self.width(part, span.start), span });
            }
            at += 1;
        }
        units
    }

    /// Returns how wide a part of the text is that begins at a byte.
    fn width(&mut self, part: &str, at: usize) -> f32 {
        let pieces = self.pieces(at..at + part.len(), part);
        pieces.iter().map(|(_, piece)| piece.shaped.width).sum::<f32>() * self.style.size / 1000.0
    }

    /// Sets a part of the text, piece by piece in the order in which they are read, each with its level.
    fn pieces(&mut self, span: Range<usize>, part: &str) -> Vec<(Level, Piece)> {
        let mut pieces = Vec::new();
        for (run, level) in runs(self.levels, span.clone()) {
            for (run, weight) in self.weights(run) {
                let text = part.get(run.start - span.start..run.end - span.start).unwrap_or_default();
                for word in text.split_inclusive(' ').flat_map(apart) {
                    let set = self.fonts.pieces(word, weight, level.is_rtl());
                    pieces.extend(set.into_iter().map(|piece| (level, piece)));
                }
            }
        }
        pieces
    }

    /// Cuts a run where its text begins or ends to stand out.
    fn weights(&self, run: Range<usize>) -> Vec<(Range<usize>, Weight)> {
        let mut cut = Vec::new();
        let mut at = run.start;
        for strong in self.strong.iter().filter(|strong| strong.start < run.end && strong.end > run.start) {
            let (start, end) = (strong.start.max(run.start), strong.end.min(run.end));
            cut.push((at..start, self.style.weight));
            cut.push((start..end, Weight::Bold));
            at = end;
        }
        cut.push((at..run.end, self.style.weight));
        cut.retain(|(part, _)| !part.is_empty());
        cut
    }

    /// Sets a line; the space that it was broken at is drawn after its end, for whoever copies the text.
    fn line(&mut self, span: Range<usize>, base: Level, is_between_words: bool) -> Line {
        let part = self.text.get(span.clone()).unwrap_or_default();
        let (levels, pieces): (Vec<Level>, Vec<Piece>) = self.pieces(span, part).into_iter().unzip();
        let mut places = vec![0.0; pieces.len()];
        let mut pen = 0.0;
        for index in ParagraphBidiInfo::reorder_visual(&levels) {
            if let (Some(place), Some(piece)) = (places.get_mut(index), pieces.get(index)) {
                *place = pen;
                pen += piece.shaped.width * self.style.size / 1000.0;
            }
        }
        let mut pieces: Vec<(f32, Piece)> = places.into_iter().zip(pieces).collect();
        if is_between_words {
            let place = if base.is_rtl() { -self.width(" ", 0) } else { pen };
            let space = self.fonts.pieces(" ", self.style.weight, base.is_rtl());
            pieces.extend(space.into_iter().map(|piece| (place, piece)));
        }
        Line { pieces, width: pen, is_rtl: base.is_rtl(), style: self.style }
    }
}

/// Parts a word from the space after it, so that each is set once however often it comes.
fn apart(word: &str) -> impl Iterator<Item = &str> {
    let (word, space) = word.strip_suffix(' ').map_or((word, ""), |word| (word, " "));
    [word, space].into_iter().filter(|part| !part.is_empty())
}

/// Cuts a span where the direction changes.
fn runs(levels: &[Level], span: Range<usize>) -> Vec<(Range<usize>, Level)> {
    let mut runs: Vec<(Range<usize>, Level)> = Vec::new();
    for at in span {
        let level = levels.get(at).copied().unwrap_or(Level::ltr());
        match runs.last_mut() {
            Some((run, known)) if *known == level => run.end = at + 1,
            Some(_) | None => runs.push((at..at + 1, level)),
        }
    }
    runs
}
