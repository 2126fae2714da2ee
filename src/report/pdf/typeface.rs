//! One font at work: which letters it has, how it sets them, and which of its glyphs a file needs.
//!
//! Apart from the choice between fonts. Everything is in thousandths of the font's size, which is what these fonts are
//! drawn in.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use harfrust::{Buffer, BufferFlags, Direction, Font, GlyphId, Script, ShapeOptions, ShapePlan, ShaperFont};
use miniz_oxide::inflate::decompress_to_vec_zlib;
use subsetter::GlyphRemapper;
use unicode_normalization::UnicodeNormalization;

use super::face::Face;

/// A shape of a font, placed within its piece of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Its number in the file that is written.
    pub(super) number: u16,
    /// Where it stands, from the left end of its piece.
    pub(super) x: f32,
    /// How high it stands above the line.
    pub(super) y: f32,
    /// How far a reader of the file believes that it reaches.
    pub(super) advance: f32,
}

/// A piece of text as one font sets it: glyphs in the order in which they are read.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Shaped {
    /// The glyphs.
    pub(super) glyphs: Vec<Glyph>,
    /// How wide the piece is.
    pub(super) width: f32,
    /// Whether the glyphs alone do not say which text they stand for.
    pub(super) is_ambiguous: bool,
}

/// A font that is open.
pub(super) struct Typeface {
    face: Face,
    bytes: Vec<u8>,
    font: Font,
    plans: Vec<ShapePlan>,
    known: [HashMap<String, Rc<Shaped>>; 2],
    needed: GlyphRemapper,
    /// Of each glyph that is needed the text, where it always stands for the same, and the width.
    texts: BTreeMap<u16, (Option<String>, f32)>,
}

impl Typeface {
    /// Opens a font; none where its bytes are no font.
    pub(super) fn open(face: Face) -> Option<Self> {
        let bytes = decompress_to_vec_zlib(face.deflated()).ok()?;
        let font = Font::new(bytes.clone(), 0)?;
        let (plans, known, needed) = (Vec::new(), Default::default(), GlyphRemapper::new());
        Some(Self { face, bytes, font, plans, known, needed, texts: BTreeMap::new() })
    }

    /// Returns which font it is.
    pub(super) fn face(&self) -> Face {
        self.face
    }

    /// Returns whether it can draw a text, letter by letter or with accents put on.
    pub(super) fn has(&self, text: &str) -> bool {
        let shaper = ShaperFont::new(&self.font);
        let has = |c: char| is_invisible(c) || shaper.nominal_glyph(c.into()).is_some();
        text.chars().all(|c| has(c) || (!is_plain(c) && c.nfd().all(has)))
    }

    /// Sets a text that has one direction.
    pub(super) fn shape(&mut self, text: &str, is_rtl: bool) -> Rc<Shaped> {
        if let Some(known) = self.known[usize::from(is_rtl)].get(text) {
            return Rc::clone(known);
        }
        let shaped = Rc::new(self.shape_anew(text, is_rtl));
        self.known[usize::from(is_rtl)].insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, text: &str, is_rtl: bool) -> Shaped {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.set_cluster_level(harfrust::ClusterLevel::MonotoneCharacters);
        buffer.guess_segment_properties();
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let plan = self.plan(buffer.direction(), buffer.script());
        let shaper = ShaperFont::new(&self.font);
        let options = ShapeOptions::new().plan(self.plans.get(plan));
        if harfrust::shape(&shaper, &mut buffer, options).is_err() {
            return Shaped::default();
        }
        let mut placed = placed(&buffer, &shaper);
        if is_rtl {
            placed.glyphs.reverse();
        }
        self.keep(text, placed)
    }

    fn plan(&mut self, direction: Direction, script: Option<Script>) -> usize {
        let is_same = |plan: &ShapePlan| plan.direction() == direction && plan.script() == script;
        self.plans.iter().position(is_same).unwrap_or_else(|| {
            self.plans.push(ShapePlan::new(&self.font, direction, script, None, &[]));
            self.plans.len() - 1
        })
    }

    /// Numbers the glyphs as the file will and learns what each stands for.
    fn keep(&mut self, text: &str, placed: Placed) -> Shaped {
        let starts: Vec<usize> = placed.glyphs.iter().map(|(_, from)| *from).collect();
        let mut is_ambiguous = false;
        let mut glyphs = Vec::with_capacity(starts.len());
        for (raw, from) in placed.glyphs {
            let end = starts.iter().copied().filter(|start| *start > from).min().unwrap_or(text.len());
            let is_alone = starts.iter().filter(|start| **start == from).count() == 1;
            let stands_for = text.get(from..end).filter(|_| is_alone);
            let number = self.needed.remap(raw.number);
            let known = &mut self.texts.entry(number).or_insert((None, raw.advance)).0;
            if known.is_none() {
                *known = stands_for.map(str::to_owned);
            }
            is_ambiguous |= stands_for.is_none() || known.as_deref() != stands_for;
            glyphs.push(Glyph { number, ..raw });
        }
        Shaped { glyphs, width: placed.width, is_ambiguous }
    }

    /// Returns whether anything was set in it.
    pub(super) fn is_used(&self) -> bool {
        !self.texts.is_empty()
    }

    /// Returns a font file with only the glyphs that were needed; nothing where that cannot be made.
    pub(super) fn subset(&self) -> Vec<u8> {
        subsetter::subset(&self.bytes, 0, &self.needed).unwrap_or_default()
    }

    /// Returns text and width of each glyph that was needed, by number.
    pub(super) fn texts(&self) -> impl Iterator<Item = (u16, Option<&str>, f32)> {
        self.texts.iter().map(|(number, (text, width))| (*number, text.as_deref(), *width))
    }
}

/// Glyphs with the place of their text, and how wide they are together.
struct Placed {
    glyphs: Vec<(Glyph, usize)>,
    width: f32,
}

#[expect(clippy::cast_precision_loss, reason = "widths are some thousands")]
fn placed(buffer: &Buffer, shaper: &ShaperFont<'_, '_>) -> Placed {
    let mut pen = 0;
    let mut glyphs = Vec::with_capacity(buffer.len());
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let number = u16::try_from(info.glyph_id).unwrap_or(0);
        let advance = shaper.glyph_h_advance(GlyphId::new(info.glyph_id)) as f32;
        let (x, y) = ((pen + place.x_offset) as f32, place.y_offset as f32);
        glyphs.push((Glyph { number, x, y, advance }, info.cluster as usize));
        pen += place.x_advance;
    }
    Placed { glyphs, width: pen as f32 }
}

/// Joiners and selectors: they change what stands beside them and are never seen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

fn is_plain(c: char) -> bool {
    c.is_ascii()
}
