//! A certificate as one page to hang on the wall, A4 across, with its credential inside as a file.
//!
//! Apart from reports because nothing flows here: each thing has its place, and what is long is set smaller until it fits.
//! The seal behind the last byte is not made here; for its sake the credential lies in the file byte for byte.

use super::block::{Block, Side};
use super::document::{About, Attached, Document};
use super::fonts::Weight;
use super::setting::Style;
use super::sheet::Sheet;
use super::tags::{Role, Tag, Tags};
use crate::report::certificate::{Certificate, Check};
use crate::words::Words;

const PAGE: [f32; 2] = [841.89, 595.28];
const LEFT: f32 = 72.0;
const WIDTH: f32 = PAGE[0] - 2.0 * LEFT;
const MIDDLE: f32 = PAGE[0] / 2.0;
/// Where facts and scores end, and the foot begins.
const FOOT: f32 = 462.0;
/// The square with the check code.
const SQUARE: f32 = 82.0;
/// Modules of margin that readers of the square want.
const QUIET: usize = 4;
/// How wide the words beside the square are, and those of the issuer.
const CODE: f32 = 250.0;
const ISSUER: f32 = WIDTH - SQUARE - CODE - 40.0;

const fn style(weight: Weight, size: f32, grey: f32) -> Style {
    Style { weight, size, grey }
}

const SLUG: Style = style(Weight::Bold, 10.0, 0.0);
const KIND: Style = style(Weight::Regular, 29.0, 0.0);
const AROUND: Style = style(Weight::Regular, 11.0, 0.3);
const STATION: Style = style(Weight::Regular, 13.0, 0.0);
const SMALL: Style = style(Weight::Regular, 7.5, 0.3);
const SQUARE_CODE: Style = style(Weight::Bold, 14.0, 0.0);
const KEY: Style = style(Weight::Regular, 6.5, 0.3);

/// Draws the page around a credential.
pub fn write(certificate: &Certificate, credential: &[u8]) -> Vec<u8> {
    let check = Check::new(&certificate.issuer, credential);
    let title = format!("{} – {}", certificate.words.kind, certificate.person.name);
    let mut page = Page { document: Document::new(PAGE), y: 52.0 };
    page.document.turn();
    page.frame();
    page.who(certificate);
    page.what(certificate);
    page.issuer(certificate);
    page.check(certificate, &check);
    page.missing(certificate);
    page.document.attached = Some(Attached {
        name: "credential.json",
        mime: "application/vc+ld+json",
        words: certificate.words.credential.to_string(),
        bytes: credential,
    });
    let (lang, made_at) = (certificate.lang.as_str(), certificate.issued_at.rfc3339());
    page.document.write(&About { title: &title, lang, made_at })
}

struct Page<'a> {
    document: Document<'a>,
    y: f32,
}

impl Page<'_> {
    /// Draws two thin frames and the rule under the heading.
    fn frame(&mut self) {
        self.document.decorate(|sheet| {
            for (inset, thickness) in [(24.0, 1.1), (29.0, 0.4)] {
                sheet.frame([inset, inset, PAGE[0] - 2.0 * inset, PAGE[1] - 2.0 * inset], thickness, 0.1);
            }
            sheet.accent([MIDDLE - 36.0, 117.0], [MIDDLE + 36.0, 117.0], 2.0);
        });
    }

    /// Says who completed which course.
    fn who(&mut self, certificate: &Certificate) {
        let words = &certificate.words;
        self.line(Role::Paragraph, "RUNDOWN", SLUG);
        self.line(Role::Title, words.kind.as_str(), KIND);
        self.y = 134.0;
        self.line(Role::Paragraph, words.intro.as_str(), AROUND);
        self.fitting(certificate.person.name.as_str(), &[36.0, 30.0, 24.0, 19.0, 14.0, 11.0, 8.0], 58.0);
        self.line(Role::Paragraph, words.station.as_str(), STATION);
        self.y += 8.0;
        self.line(Role::Paragraph, words.completed.as_str(), AROUND);
        self.fitting(certificate.course.title.as_str(), &[20.0, 16.0, 12.0, 9.0], 34.0);
        self.line(Role::Paragraph, words.version.as_str(), AROUND);
        self.y += 10.0;
    }

    /// Writes facts on the left and what was passed on the right, as large as there is room for.
    fn what(&mut self, certificate: &Certificate) {
        let facts: Vec<[String; 2]> =
            certificate.facts.iter().map(|fact| [fact.label.to_string(), fact.text.to_string()]).collect();
        let scores: Vec<[String; 2]> = certificate
            .scores
            .iter()
            .map(|scored| [scored.title.to_string(), format!("{} %", scored.percent)])
            .collect();
        let half = WIDTH / 2.0 - 18.0;
        let facts_at = if scores.is_empty() { LEFT + (WIDTH - half) / 2.0 } else { LEFT };
        let room = FOOT - self.y - 12.0;
        let sizes = [9.5, 8.5, 7.5, 6.5, 5.5, 4.5];
        let of_size = |page: &mut Self, size: f32| {
            let left = Column { x: facts_at, width: half, name: 0.34, size, side: Side::Left };
            let right = Column { x: LEFT + WIDTH - half, width: half, name: 0.86, size, side: Side::Right };
            let heading = (!scores.is_empty())
                .then(|| page.document.block(certificate.words.scores.as_str(), left.label(), right.x, half));
            (left.rows(page, &facts), right.rows(page, &scores), heading)
        };
        let height = |(facts, scores, heading): &(Vec<Pair>, Vec<Pair>, Option<Block>)| {
            tall(facts).max(tall(scores) + heading.as_ref().map_or(0.0, Block::height) + 2.0)
        };
        let mut set = of_size(self, sizes[0]);
        for size in sizes.into_iter().skip(1) {
            if height(&set) <= room {
                break;
            }
            set = of_size(self, size);
        }
        let top = self.y + ((room - height(&set)) / 2.0).max(0.0);
        let (facts, scores, heading) = set;
        self.pairs(&facts, top);
        if let Some(heading) = heading {
            let below = top + heading.height() + 2.0;
            let tag = self.document.tags.put(Tags::ROOT, Role::Paragraph);
            self.document.mark(tag, |sheet| heading.draw(sheet, top));
            self.pairs(&scores, below);
        }
    }

    fn pairs(&mut self, pairs: &[Pair], mut top: f32) {
        let list = self.document.tags.put(Tags::ROOT, Role::List);
        for Pair { name, text } in pairs {
            let item = self.document.tags.put(list, Role::Item);
            let height = name.height().max(text.height()) + 3.0;
            for (block, role) in [(name, Role::Label), (text, Role::Body)] {
                let tag = self.document.tags.put(item, role);
                self.document.mark(tag, |sheet| block.draw(sheet, top));
            }
            let (from, to) = (name.x, text.x + text.width);
            top += height;
            self.document.decorate(|sheet| sheet.rule([from, top - 1.0], [to, top - 1.0], 0.4, 0.65));
        }
    }

    /// Says who issued it, and what it is not.
    fn issuer(&mut self, certificate: &Certificate) {
        let words = &certificate.words;
        self.document.decorate(|sheet| sheet.rule([LEFT, FOOT], [LEFT + WIDTH, FOOT], 0.4, 0.4));
        let mut y = FOOT + 6.0;
        let name = style(Weight::Bold, 13.0, 0.0);
        let name =
            if certificate.issuer.name.as_str().chars().count() > 45 { style(Weight::Bold, 8.0, 0.0) } else { name };
        for (text, style) in [
            (&words.issued_by, SMALL),
            (&certificate.issuer.name, name),
            (&words.criteria, SMALL),
            (&words.no_accreditation, SMALL),
        ] {
            let block = self.document.block(text.as_str(), style, LEFT, ISSUER);
            y = self.put(Role::Paragraph, &block, y) + 2.0;
        }
    }

    /// Draws what a person with the paper in hand compares.
    fn check(&mut self, certificate: &Certificate, check: &Check) {
        let words = &certificate.words;
        let x = LEFT + WIDTH - SQUARE - CODE - 14.0;
        let mut y = FOOT + 6.0;
        for (text, style) in [
            (words.code.to_string(), SMALL),
            (check.code.to_string(), SQUARE_CODE),
            (words.how_to_check.to_string(), SMALL),
            (format!("{} {}", words.key, certificate.issuer.key), KEY),
        ] {
            let block = self.document.block(&text, style, x, CODE);
            y = self.put(Role::Paragraph, &Block { side: Side::Right, ..block }, y) + 2.0;
        }
        let words = format!("{} {}", words.code, check.code);
        let area = [LEFT + WIDTH - SQUARE, FOOT + 6.0, SQUARE, SQUARE];
        self.document.picture(&words, area, |sheet| square(sheet, check, area));
    }

    /// Says where letters could not be drawn.
    fn missing(&mut self, certificate: &Certificate) {
        if !self.document.sheets.last().is_some_and(Sheet::is_missing_letters) {
            return;
        }
        let words = Words::new(&certificate.lang).get("pdf-missing-letters");
        let block = self.document.block(&words, KEY, LEFT, WIDTH);
        self.put(Role::Paragraph, &Block { side: Side::Middle, ..block }, PAGE[1] - 20.0);
    }

    /// Writes a text across the page; none for one that is empty.
    fn line(&mut self, role: Role, text: &str, style: Style) {
        if !text.is_empty() {
            let block = self.document.block(text, style, LEFT, WIDTH);
            self.y = self.put(role, &Block { side: Side::Middle, ..block }, self.y);
        }
    }

    /// Writes a text in the largest size in which it fits into a height.
    fn fitting(&mut self, text: &str, sizes: &[f32], room: f32) {
        let mut set = None;
        for size in sizes {
            let block = self.document.block(text, style(Weight::Bold, *size, 0.0), LEFT, WIDTH);
            let fits = block.height() <= room && (*size < 20.0 || block.lines.len() == 1);
            set = Some(block);
            if fits {
                break;
            }
        }
        if let Some(block) = set {
            self.y = self.put(Role::Paragraph, &Block { side: Side::Middle, ..block }, self.y);
        }
    }

    /// Draws lines as what they are; returns where they end.
    fn put(&mut self, role: Role, block: &Block, top: f32) -> f32 {
        let tag: Tag = self.document.tags.put(Tags::ROOT, role);
        self.document.mark(tag, |sheet| block.draw(sheet, top));
        top + block.height()
    }
}

/// A name and what it names.
struct Pair {
    name: Block,
    text: Block,
}

/// Where pairs stand and how large they are.
#[derive(Debug, Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
    /// Which part of the width the names have.
    name: f32,
    size: f32,
    /// Which end what is named keeps to.
    side: Side,
}

impl Column {
    fn label(self) -> Style {
        style(Weight::Regular, self.size, 0.3)
    }

    fn rows(self, page: &mut Page<'_>, pairs: &[[String; 2]]) -> Vec<Pair> {
        let names = self.width * self.name;
        let mut pair = |[name, text]: &[String; 2]| {
            let name = page.document.block(name, self.label(), self.x, names - 8.0);
            let text_style = style(Weight::Bold, self.size, 0.0);
            let text = page.document.block(text, text_style, self.x + names, self.width - names);
            Pair { name: Block { side: Side::Left, ..name }, text: Block { side: self.side, ..text } }
        };
        pairs.iter().map(&mut pair).collect()
    }
}

fn tall(pairs: &[Pair]) -> f32 {
    pairs.iter().map(|pair| pair.name.height().max(pair.text.height()) + 3.0).sum()
}

#[expect(clippy::cast_precision_loss, reason = "the square has some dozens of modules")]
fn square(sheet: &mut Sheet, check: &Check, [x, y, width, _]: [f32; 4]) {
    let module = width / (check.side + 2 * QUIET) as f32;
    let place = |from: f32, at: usize| from + (at + QUIET) as f32 * module;
    let dark = check.stretches().into_iter();
    // A hair over the edge, so that no white line shows between two rows.
    sheet.fill(
        dark.map(|(column, row, length)| [place(x, column), place(y, row), length as f32 * module, module + 0.02]),
        0.0,
    );
}
