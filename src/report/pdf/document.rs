//! A whole PDF: pages, fonts, structure and what the file says about itself, written as bytes.
//!
//! Apart from what stands on the pages. The same document is always the same bytes: objects are numbered in order, and
//! nothing here asks a clock or draws lots.

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{AssociationKind, TabOrder};
use pdf_writer::{Date, Filter, Finish, Name, Pdf, Rect, Ref, Settings, Str, TextStr};

use super::block::{Block, Side};
use super::embed;
use super::fonts::Fonts;
use super::setting::{Style, set, set_mixed};
use super::sheet::{Meaning, Sheet};
use super::tags::{Role, Tag, Tags};
use crate::report::paper::Running;

/// What a file says about itself.
#[derive(Debug)]
pub(super) struct About<'a> {
    /// Its title.
    pub(super) title: &'a str,
    /// The language of its words.
    pub(super) lang: &'a str,
    /// When it was made, as RFC 3339 has it.
    pub(super) made_at: String,
}

/// A file that goes with a document.
#[derive(Debug)]
pub(super) struct Attached<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its media type.
    pub(super) mime: &'a str,
    /// What it is, in words.
    pub(super) words: String,
    /// What it holds.
    pub(super) bytes: &'a [u8],
}

/// A document in the making.
pub(super) struct Document<'a> {
    /// The fonts it is set in.
    pub(super) fonts: Fonts,
    /// Its pages.
    pub(super) sheets: Vec<Sheet>,
    /// Its structure.
    pub(super) tags: Tags,
    /// Headings and the page and height that they stand on.
    pub(super) outline: Vec<(String, usize, f32)>,
    /// What goes with it.
    pub(super) attached: Option<Attached<'a>>,
    size: [f32; 2],
    /// How large everything is drawn.
    scale: f32,
}

/// The numbers of the objects of a file.
struct Numbers {
    next: i32,
}

impl Numbers {
    fn take(&mut self, many: usize) -> Ref {
        let first = self.next;
        self.next += i32::try_from(many).unwrap_or(0);
        Ref::new(first)
    }
}

/// Where what stands in a file.
struct Places {
    catalog: Ref,
    tree: Ref,
    root: Ref,
    pages: Vec<Ref>,
    fonts: Vec<(&'static [u8], Ref)>,
    elements: Ref,
    about: Ref,
    described: Ref,
    outline: Ref,
    attached: Ref,
}

impl Document<'_> {
    /// Returns a document without pages, whose pages are so wide and high, in points.
    pub(super) fn new(size: [f32; 2]) -> Self {
        Self::scaled(size, 1.0)
    }

    /// Returns a document on whose pages, so wide and high in points, everything is drawn smaller: there is more room.
    pub(super) fn scaled(size: [f32; 2], scale: f32) -> Self {
        let (fonts, tags) = (Fonts::default(), Tags::new());
        let size = size.map(|length| length / scale);
        Self { fonts, sheets: Vec::new(), tags, outline: Vec::new(), attached: None, size, scale }
    }

    /// Adds an empty page.
    pub(super) fn turn(&mut self) {
        self.sheets.push(Sheet::new(self.size[1], self.scale));
    }

    /// Draws on the last page what a tag says.
    pub(super) fn mark(&mut self, tag: Tag, draw: impl FnOnce(&mut Sheet)) {
        let role = self.tags.role(tag).name();
        let page = self.sheets.len().saturating_sub(1);
        let number = self.sheets.last_mut().and_then(|sheet| sheet.mark(Meaning::Of(tag, role), draw));
        if let Some(number) = number {
            self.tags.hold_part(tag, page, number);
        }
    }

    /// Draws on the last page what is only to be seen.
    pub(super) fn decorate(&mut self, draw: impl FnOnce(&mut Sheet)) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.mark(Meaning::None, draw);
        }
    }

    /// Draws a picture on the last page, with words for those who do not see it: left, top, width, height.
    pub(super) fn picture(&mut self, words: &str, [x, y, width, height]: [f32; 4], draw: impl FnOnce(&mut Sheet)) {
        let tag = self.tags.put(Tags::ROOT, Role::Figure);
        let foot = self.size[1] - y - height;
        self.tags.describe(tag, words, [x, foot, x + width, foot + height].map(|place| place * self.scale));
        self.mark(tag, draw);
    }

    /// Sets a text at a place.
    pub(super) fn block(&mut self, text: &str, style: Style, x: f32, width: f32) -> Block {
        Block { lines: set(&mut self.fonts, text, style, width), x, width, side: Side::Start }
    }

    /// Sets running text at a place, of which some stands out.
    pub(super) fn running(&mut self, words: &Running, style: Style, x: f32, width: f32) -> Block {
        let (mut text, mut strong) = (String::new(), Vec::new());
        for span in &words.0 {
            let start = text.len();
            text.push_str(&span.text);
            if span.is_strong {
                strong.push(start..text.len());
            }
        }
        let text = text.trim_end();
        Block { lines: set_mixed(&mut self.fonts, (text, &strong), style, width), x, width, side: Side::Start }
    }

    /// Writes the file.
    pub(super) fn write(self, about: &About<'_>) -> Vec<u8> {
        let mut pdf = Pdf::with_settings(Settings { pretty: false });
        pdf.set_version(1, 7);
        let places = self.places();
        self.catalog(&mut pdf, &places, about);
        describe(&mut pdf, &places, about);
        for (typeface, (_, id)) in self.fonts.used().zip(&places.fonts) {
            embed::font(&mut pdf, typeface, *id);
        }
        self.outline(&mut pdf, &places);
        if let Some(attached) = &self.attached {
            attach(&mut pdf, places.attached, attached);
        }
        self.tags.write(&mut pdf, places.root, |tag| places.element(tag), &places.pages);
        self.pages(&mut pdf, &places);
        let mut bytes = pdf.finish();
        if bytes.last() != Some(&b'\n') {
            bytes.push(b'\n');
        }
        bytes
    }

    fn places(&self) -> Places {
        let mut numbers = Numbers { next: 1 };
        let [catalog, tree, root, about, described] = std::array::from_fn(|_| numbers.take(1));
        // A page, what is drawn on it, and the elements that are marked there.
        let pages = self.sheets.iter().map(|_| numbers.take(3)).collect();
        let of_font = usize::try_from(embed::OBJECTS).unwrap_or(0);
        let fonts = self.fonts.used().map(|font| (font.face().resource(), numbers.take(of_font))).collect();
        let elements = numbers.take(self.tags.len());
        let outline = numbers.take(self.outline.len() + 1);
        let attached = numbers.take(2);
        Places { catalog, tree, root, pages, fonts, elements, about, described, outline, attached }
    }

    fn catalog(&self, pdf: &mut Pdf, places: &Places, about: &About<'_>) {
        let mut catalog = pdf.catalog(places.catalog);
        catalog.pages(places.tree).lang(TextStr(about.lang)).metadata(places.described);
        catalog.viewer_preferences().display_doc_title(true);
        catalog.mark_info().marked(true);
        if !self.outline.is_empty() {
            catalog.outlines(places.outline);
        }
        if let Some(attached) = &self.attached {
            catalog.names().embedded_files().names().insert(Str(attached.name.as_bytes()), places.attached);
            catalog.insert(Name(b"AF")).array().item(places.attached);
        }
        let mut root = catalog.struct_tree_root();
        root.child(places.element(Tags::ROOT));
        let mut parents = root.parent_tree();
        let mut parents = parents.nums();
        for (key, page) in places.pages.iter().enumerate() {
            parents.insert(i32::try_from(key).unwrap_or(0), page.plus(2));
        }
    }

    fn outline(&self, pdf: &mut Pdf, places: &Places) {
        let count = self.outline.len();
        let item = |index: usize| places.outline.plus(i32::try_from(index + 1).unwrap_or(0));
        if count > 0 {
            let mut outline = pdf.outline(places.outline);
            outline.first(item(0)).last(item(count - 1)).count(i32::try_from(count).unwrap_or(0));
        }
        for (index, (title, page, top)) in self.outline.iter().enumerate() {
            let mut written = pdf.outline_item(item(index));
            written.parent(places.outline).title(TextStr(title));
            if index > 0 {
                written.prev(item(index - 1));
            }
            if index + 1 < count {
                written.next(item(index + 1));
            }
            if let Some(page) = places.pages.get(*page) {
                written.dest().page(*page).xyz(0.0, (self.size[1] - top) * self.scale, None);
            }
        }
    }

    fn pages(self, pdf: &mut Pdf, places: &Places) {
        let count = i32::try_from(self.sheets.len()).unwrap_or(0);
        pdf.pages(places.tree).kids(places.pages.iter().copied()).count(count);
        for (key, (sheet, id)) in self.sheets.into_iter().zip(&places.pages).enumerate() {
            let mut page = pdf.page(*id);
            let [width, height] = self.size.map(|length| length * self.scale);
            page.parent(places.tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(id.plus(1));
            page.struct_parents(i32::try_from(key).unwrap_or(0)).tab_order(TabOrder::StructureOrder);
            let mut resources = page.resources();
            resources.fonts().pairs(places.fonts.iter().map(|(name, id)| (Name(name), *id)));
            resources.finish();
            page.finish();
            let (tags, drawn) = sheet.finish();
            let drawn = compress_to_vec_zlib(&drawn, embed::EFFORT);
            pdf.stream(id.plus(1), &drawn).filter(Filter::FlateDecode);
            pdf.indirect(id.plus(2)).array().items(tags.into_iter().map(|tag| places.element(tag)));
        }
    }
}

impl Places {
    fn element(&self, tag: Tag) -> Ref {
        self.elements.plus(i32::try_from(tag.index()).unwrap_or(0))
    }
}

/// Numbers that follow one another.
trait Plus {
    fn plus(self, by: i32) -> Ref;
}

impl Plus for Ref {
    fn plus(self, by: i32) -> Ref {
        Ref::new(self.get() + by)
    }
}

/// Writes what the file says about itself, for old readers and for new ones.
fn describe(pdf: &mut Pdf, places: &Places, about: &About<'_>) {
    let mut info = pdf.document_info(places.about);
    info.title(TextStr(about.title)).creator(TextStr("Rundown")).producer(TextStr("Rundown"));
    if let Some(date) = date(&about.made_at) {
        info.creation_date(date);
    }
    info.finish();
    pdf.metadata(places.described, xmp(about).as_bytes());
}

/// Reads `2027-03-16T15:10:05Z`.
fn date(at: &str) -> Option<Date> {
    let mut parts = at.split(|c: char| !c.is_ascii_digit());
    let year: u16 = parts.next()?.parse().ok()?;
    let mut next = || parts.next().and_then(|part| part.parse::<u8>().ok());
    let date = Date::new(year).month(next()?).day(next()?).hour(next()?).minute(next()?).second(next()?);
    Some(date.utc_offset_hour(0).utc_offset_minute(0))
}

fn xmp(about: &About<'_>) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (title, lang, made_at) = (escape(about.title), escape(about.lang), &about.made_at);
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreateDate>{made_at}</xmp:CreateDate><xmp:CreatorTool>Rundown</xmp:CreatorTool>\
         <pdf:Producer>Rundown</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// Writes a file that goes with the document: what it is at `id`, what it holds behind it, byte for byte.
fn attach(pdf: &mut Pdf, id: Ref, attached: &Attached<'_>) {
    let mut file = pdf.embedded_file(id.plus(1), attached.bytes);
    file.subtype(Name(attached.mime.as_bytes()));
    file.params().size(i32::try_from(attached.bytes.len()).unwrap_or(i32::MAX));
    file.finish();
    let mut spec = pdf.file_spec(id);
    spec.path(Str(attached.name.as_bytes())).unic_file(TextStr(attached.name)).description(TextStr(&attached.words));
    spec.association_kind(AssociationKind::Data).embedded_file_with_unicode(id.plus(1));
}
