//! Glossary, search, notes.

use crate::stage::{Stage, snapshots};

fn after(keys: &'static str) -> impl Fn((u16, u16)) -> Stage {
    move |size| {
        let mut stage = Stage::learner(size);
        stage.keys(keys);
        stage
    }
}

#[test]
fn the_glossary_shows_a_term_in_both_languages() {
    snapshots!("glossary", after("g"));
}

#[test]
fn a_filter_narrows_the_glossary_and_escape_widens_it() {
    let mut stage = after("g/ang")((80, 24));
    insta::assert_snapshot!("glossary_filtered_80x24", stage.screen());
    stage.keys("<esc>");
    assert!(stage.text().contains("terms"), "{}", stage.text());
    stage.keys("/qqq");
    assert!(stage.text().contains("Nothing found."), "{}", stage.text());
    stage.keys("<esc><esc>");
    assert!(stage.text().contains("PAGE"), "{}", stage.text());
}

#[test]
fn a_search_finds_sections_and_terms() {
    snapshots!("search", after("/angle<enter><down>"));
    snapshots!("search_fr", after("<f2>/angle<enter>"));
}

#[test]
fn a_search_for_nothing_says_so_and_keeps_typing() {
    let stage = after("/zzzz<enter>y")((80, 24));
    assert!(stage.text().contains("/ zzzzy"), "{}", stage.text());
}

#[test]
fn without_notes_it_says_how_to_make_one() {
    snapshots!("notes_none", after("n"));
}
