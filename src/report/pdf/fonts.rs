//! All fonts together: which of them sets which letter, and what stands for a letter that none has.
//!
//! Apart because a name may mix scripts. A letter is never an empty box: where no font has it, its number is drawn, and
//! whoever copies or hears the text still gets the letter.

use std::ops::Range;
use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use super::face::Face;
use super::typeface::{Shaped, Typeface};

/// The sign of a negative number, which the fonts do not have; a dash of the same width stands for it.
const MINUS: &str = "\u{2212}";

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// As everything is.
    Regular,
    /// What stands out.
    Bold,
}

/// A piece of a text in one font and one direction.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The font.
    pub(super) face: Face,
    /// What it is set as.
    pub(super) shaped: Rc<Shaped>,
    /// The text, where the glyphs do not say it.
    pub(super) actual: Option<String>,
    /// Whether a number stands for a letter that no font has.
    pub(super) is_missing: bool,
}

/// The fonts that are open.
#[derive(Default)]
#[expect(clippy::option_option, reason = "not looked for yet, and looked for and no font, are two things")]
pub(super) struct Fonts {
    /// One place for each face; nothing within where it was not needed or is no font.
    open: [Option<Option<Typeface>>; Face::ALL.len()],
}

impl Fonts {
    /// Sets a text that has one direction, in as many pieces as it takes fonts.
    pub(super) fn pieces(&mut self, text: &str, weight: Weight, is_rtl: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (span, face) in self.spans(text, weight) {
            let part = text.get(span).unwrap_or_default();
            match face {
                Some(face) => pieces.extend(self.piece(part, face, is_rtl)),
                None => pieces.extend(part.graphemes(true).filter_map(|letter| self.missing(letter, weight))),
            }
        }
        pieces
    }

    /// Cuts a text where another font takes over.
    fn spans(&mut self, text: &str, weight: Weight) -> Vec<(Range<usize>, Option<Face>)> {
        if text.is_ascii() {
            return vec![(0..text.len(), Some(latin(weight)))];
        }
        let mut spans: Vec<(Range<usize>, Option<Face>)> = Vec::new();
        for (at, letter) in text.grapheme_indices(true) {
            let end = at + letter.len();
            let face = self.face_of(letter, weight);
            match spans.last_mut() {
                Some((span, known)) if *known == face => span.end = end,
                Some(_) | None => spans.push((at..end, face)),
            }
        }
        spans
    }

    fn face_of(&mut self, letter: &str, weight: Weight) -> Option<Face> {
        candidates(letter, weight).iter().copied().find(|face| self.open(*face).is_some_and(|font| font.has(letter)))
    }

    fn piece(&mut self, text: &str, face: Face, is_rtl: bool) -> Option<Piece> {
        let shaped = self.open(face)?.shape(text, is_rtl);
        let actual = shaped.is_ambiguous.then(|| text.to_owned());
        Some(Piece { face, shaped, actual, is_missing: false })
    }

    /// Sets the numbers of a letter that no font has; its text goes with the first piece.
    fn missing(&mut self, letter: &str, weight: Weight) -> Option<Piece> {
        if letter == MINUS {
            let piece = self.piece("–", latin(weight), false)?;
            return Some(Piece { actual: Some(letter.to_owned()), ..piece });
        }
        let numbers: Vec<String> = letter.chars().map(|c| format!("[U+{:04X}]", u32::from(c))).collect();
        let piece = self.piece(&numbers.concat(), latin(weight), false)?;
        Some(Piece { actual: Some(letter.to_owned()), is_missing: true, ..piece })
    }

    fn open(&mut self, face: Face) -> Option<&mut Typeface> {
        self.open.get_mut(face.index())?.get_or_insert_with(|| Typeface::open(face)).as_mut()
    }

    /// Returns the fonts in which something was set, in their order.
    pub(super) fn used(&self) -> impl Iterator<Item = &Typeface> {
        self.open.iter().flatten().flatten().filter(|font| font.is_used())
    }
}

fn latin(weight: Weight) -> Face {
    match weight {
        Weight::Regular => Face::Regular,
        Weight::Bold => Face::Bold,
    }
}

/// The fonts to try for a letter, the best first.
fn candidates(letter: &str, weight: Weight) -> &'static [Face] {
    let first = letter.chars().next().unwrap_or(' ');
    match (first, weight) {
        ('\u{600}'..='\u{8ff}' | '\u{200c}' | '\u{200d}', _) => &[Face::Arabic],
        ('\u{1200}'..='\u{139f}' | '\u{2d80}'..='\u{2ddf}' | '\u{ab00}'..='\u{ab2f}', _) => &[Face::Ethiopic],
        ('\u{2190}'..='\u{2bff}', _) => &[Face::Regular, Face::Signs],
        (_, Weight::Regular) => &[Face::Regular],
        (_, Weight::Bold) => &[Face::Bold, Face::Regular],
    }
}
