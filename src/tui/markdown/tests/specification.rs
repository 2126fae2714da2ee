//! The examples of the `CommonMark` specification: what they say is what we show.

use super::*;
use crate::tui::width::width;

const EXAMPLES: &str = include_str!("../../../../tests/commonmark/examples.json");

fn examples() -> Vec<(String, String)> {
    serde_json::from_str(EXAMPLES).unwrap()
}

/// The words of HTML: tags taken out, the few entities put right.
fn words_of(html: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if !in_tag => words.push(c),
            _ => {}
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(words, |words, (entity, c)| words.replace(entity, c))
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether all of `wanted` stands in `found`, in order; we show more, such as targets of links.
fn holds(found: &[char], wanted: &[char]) -> bool {
    let mut found = found.iter();
    wanted.iter().all(|c| found.any(|f| f == c))
}

#[test]
fn every_word_of_every_example_is_shown() {
    for (number, (markdown, html)) in examples().iter().enumerate() {
        let shown = shown(markdown, 60).concat();
        assert!(holds(&letters(&shown), &letters(&words_of(html))), "{}: {markdown}\n{html}\n{shown}", number + 1);
    }
}

#[test]
fn every_example_fits_five_widths_and_holds_nothing_foreign() {
    for (markdown, _) in examples() {
        let document = document(&markdown);
        for cells in [2, 12, 20, 40, 76] {
            for row in rows(&document, cells) {
                assert!(width(&text(&row)) <= cells, "{cells}: {row:?}");
                assert!(text(&row).chars().all(crate::tui::sanitise::is_allowed), "{row:?}");
            }
        }
    }
}
