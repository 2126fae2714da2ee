//! A font as a PDF holds it: only the glyphs that were used, with their widths and the text that each stands for.
//!
//! Apart from setting, because this is form: five objects a font.

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Filter, Finish, Name, Pdf, Rect, Ref, Str};

use super::typeface::Typeface;

/// How hard everything is deflated.
pub(super) const EFFORT: u8 = 6;
/// How many objects a font takes.
pub(super) const OBJECTS: i32 = 5;

const IDENTITY: SystemInfo<'_> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Writes a font as the objects from `first` on.
pub(super) fn font(pdf: &mut Pdf, typeface: &Typeface, first: Ref) {
    let object = |number: i32| Ref::new(first.get() + number);
    let name = Name(typeface.face().subset_name());
    pdf.type0_font(first)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(object(1))
        .to_unicode(object(4));
    glyphs(pdf, typeface, object(1), object(2));
    descriptor(pdf, typeface, object(2), object(3));
    let file = compress_to_vec_zlib(&typeface.subset(), EFFORT);
    pdf.stream(object(3), &file).filter(Filter::FlateDecode);
    let texts = compress_to_vec_zlib(&texts(typeface), EFFORT);
    pdf.stream(object(4), &texts).filter(Filter::FlateDecode);
}

fn glyphs(chunk: &mut Chunk, typeface: &Typeface, id: Ref, descriptor: Ref) {
    let mut font = chunk.cid_font(id);
    font.subtype(CidFontType::Type2).base_font(Name(typeface.face().subset_name())).system_info(IDENTITY);
    font.font_descriptor(descriptor).default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = font.widths();
    for (number, _, width) in typeface.texts() {
        widths.same(number, number, width);
    }
    widths.finish();
}

fn descriptor(chunk: &mut Chunk, typeface: &Typeface, id: Ref, file: Ref) {
    let metrics = typeface.face().metrics();
    let [left, bottom, right, top] = metrics.bounds;
    chunk
        .font_descriptor(id)
        .name(Name(typeface.face().subset_name()))
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(metrics.ascent)
        .descent(metrics.descent)
        .cap_height(metrics.capital)
        .stem_v(90.0)
        .font_file2(file);
}

/// Returns which text each glyph stands for.
fn texts(typeface: &Typeface) -> Vec<u8> {
    let mut map = UnicodeCmap::<u16>::new(Name(b"Text"), IDENTITY);
    for (number, text, _) in typeface.texts() {
        if let Some(text) = text {
            map.pair_with_multiple(number, text.chars());
        }
    }
    map.finish().to_vec()
}
