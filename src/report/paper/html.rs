//! A paper as one HTML page that prints on A4 in black and white, and runs nothing.
//!
//! Apart because the page is a template in which every value is escaped. Parts hold parts, so the template of the parts
//! calls itself; Markdown was cut off at a depth long before.

use askama::Template;

use super::part::{Part, Running};
use super::{Paper, Span};

const STYLE: &str = include_str!("../../../templates/paper.css");
/// The SHA-256 of the `style` element's content; a test tells the new one when the sheet changes.
const STYLE_HASH: &str = "sha256-y6bjaMhBHtw+HhfopUAl/cCAQwSHz++5mtRcOfHRLjE=";

#[derive(Template)]
#[template(path = "paper.html")]
struct Page<'a> {
    paper: &'a Paper,
    style: &'static str,
    style_hash: &'static str,
}

#[derive(Template)]
#[template(path = "paper-parts.html")]
struct Parts<'a> {
    parts: &'a [Part],
}

#[derive(Template)]
#[template(
    source = "{% for span in spans %}{% if span.is_strong %}<strong>{{ span.text }}</strong>{% else %}{{ span.text }}{% endif %}{% endfor %}",
    ext = "html"
)]
struct Said<'a> {
    spans: &'a [Span],
}

fn set(parts: &[Part]) -> Parts<'_> {
    Parts { parts }
}

fn said(words: &Running) -> Said<'_> {
    Said { spans: &words.0 }
}

fn level(level: u8) -> u8 {
    level.clamp(2, 6)
}

/// Writes the page.
pub(super) fn write(paper: &Paper) -> String {
    let page = Page { paper, style: STYLE, style_hash: STYLE_HASH }.render();
    debug_assert!(page.is_ok(), "a string takes every text");
    page.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::report::html::tests::base64;
    use crate::report::paper::tests::sample;

    #[test]
    fn the_page_allows_its_own_style_sheet_and_no_other() {
        let page = write(&sample());
        let (_, rest) = page.split_once("<style>").unwrap();
        let (style, _) = rest.split_once("</style>").unwrap();
        let hash = format!("sha256-{}", base64(&Sha256::digest(style)));
        assert_eq!(STYLE_HASH, hash, "put this hash into paper/html.rs");
    }

    #[test]
    fn whatever_stands_in_a_course_is_text_on_the_page() {
        let mut paper = sample();
        paper.parts = vec![
            Part::Framed("<b>".into(), vec![Part::item("<i>", Running::strong("<script>alert(1)</script>"))]),
            Part::Drawing(vec!["<|>".to_owned()], "\"onload=".into()),
        ];
        let page = write(&paper);
        let (_, body) = page.split_once("<body>").unwrap();
        assert!(!body.contains("<script") && !body.contains("<i>") && !body.contains("<b>"), "{body}");
        assert!(!body.contains("\"\"onload"), "{body}");
    }
}
