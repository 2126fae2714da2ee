//! Moving through lessons short and long.

use proptest::prelude::*;

use super::*;
use crate::session::Place;

fn lesson(sections: usize, paragraphs: usize) -> Document {
    let words =
        |section: usize, n: usize| format!("\nWords {section}.{n} that take a line or two, as words do in lessons.\n");
    let section = |section: usize| {
        let paragraphs = (1..=paragraphs).map(|n| words(section, n)).collect::<String>();
        format!("\n## Section {section}\n{paragraphs}")
    };
    let source = format!("Start.\n{}", (1..=sections).map(section).collect::<String>());
    document(&source)
}

fn view(scroll: &Scroll) -> Vec<String> {
    scroll.view().map(|(_, row)| text(row)).collect()
}

#[test]
fn scrolling_shows_the_rows_that_all_rows_together_are() {
    let document = lesson(3, 400);
    let all: Vec<String> = rows(&document, 40).iter().map(text).collect();
    let mut scroll = Scroll::new(&document, setting(40), 10);
    for start in 0..all.len() - 10 {
        assert_eq!(view(&scroll), all[start..start + 10], "{start}");
        scroll.scroll(&document, 1);
    }
    assert!(scroll.is_at_end());
    assert_eq!(scroll.percent(&document), 100);
    scroll.scroll(&document, 5);
    assert_eq!(view(&scroll), all[all.len() - 10..]);
    scroll.scroll(&document, -(all.len().cast_signed()) / 2);
    let middle = all.len() - 10 - all.len() / 2;
    assert_eq!(view(&scroll), all[middle..middle + 10]);
    scroll.scroll(&document, isize::MIN / 2);
    assert_eq!(view(&scroll), all[..10]);
    scroll.to_end(&document);
    assert_eq!(view(&scroll), all[all.len() - 10..]);
    scroll.to_start(&document);
    assert_eq!(view(&scroll), all[..10]);
}

#[test]
fn a_page_does_not_end_with_a_heading_and_no_row_is_skipped() {
    let document = lesson(9, 3);
    let all: Vec<String> = rows(&document, 40).iter().map(text).collect();
    for height in 8..24 {
        let mut scroll = Scroll::new(&document, setting(40), height);
        let mut seen = view(&scroll);
        while !scroll.is_at_end() {
            let last = view(&scroll).into_iter().rev().find(|row| !row.trim().is_empty()).unwrap();
            assert!(!last.starts_with("Section") && !last.contains('─'), "{height}: {last}");
            scroll.page(&document, true);
            let page = view(&scroll);
            let shared = (0..=page.len()).rev().find(|rows| seen.ends_with(&page[..*rows])).unwrap();
            seen.extend_from_slice(&page[shared..]);
        }
        assert_eq!(seen, all, "{height}");
    }
}

#[test]
fn a_lesson_shorter_than_the_view_stays_at_its_beginning() {
    let document = lesson(0, 0);
    let mut scroll = Scroll::new(&document, setting(40), 10);
    scroll.page(&document, true);
    scroll.to_end(&document);
    assert_eq!(view(&scroll), ["Start."]);
    assert!(scroll.is_at_end());
    let nothing = Scroll::new(&super::document(""), setting(40), 10);
    assert!(nothing.is_at_end() && view(&nothing).is_empty());
    let mut flat = Scroll::new(&document, setting(40), 0);
    flat.page(&document, true);
    assert!(view(&flat).is_empty());
}

#[test]
fn sections_are_ended_when_their_last_row_was_in_view() {
    let document = lesson(4, 3);
    let mut scroll = Scroll::new(&document, setting(60), 8);
    let mut ended = scroll.ended_sections();
    while !scroll.is_at_end() {
        scroll.page(&document, true);
        ended.extend(scroll.ended_sections());
    }
    ended.dedup();
    assert_eq!(ended, [0, 1, 2, 3, 4]);
    scroll.to_section(&document, 2);
    assert_eq!((scroll.section(), view(&scroll)[0].as_str()), (2, "Section 2"));
}

#[test]
fn a_place_is_found_again_at_another_width() {
    let document = lesson(3, 300);
    let mut scroll = Scroll::new(&document, setting(40), 10);
    scroll.to_section(&document, 2);
    scroll.scroll(&document, 777);
    let place = scroll.place(&document).unwrap();
    let top = |scroll: &Scroll| scroll.view().map(|(_, row)| (row.block, row.source)).next().unwrap();
    let before = top(&scroll);
    scroll.resize(&document, setting(24), 15);
    assert_eq!(top(&scroll), before);
    scroll.resize(&document, setting(90), 7);
    assert_eq!(top(&scroll), before);
    let mut other = Scroll::new(&document, setting(33), 12);
    other.to_place(&document, &place);
    assert_eq!(top(&other), before);
    let gone = Place { block: 9_999, ..place };
    other.to_place(&document, &gone);
    assert_eq!(document.sections()[other.section()].id, gone.section);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_way_about_keeps_the_view_full(moves in prop::collection::vec((0..7, -300isize..300), 1..25), width in 10usize..90, height in 1usize..60) {
        let document = lesson(5, 60);
        let mut scroll = Scroll::new(&document, setting(width), height);
        for (kind, by) in moves {
            match kind {
                0 => scroll.scroll(&document, by),
                1 => scroll.page(&document, by > 0),
                2 => scroll.to_end(&document),
                3 => scroll.to_section(&document, by.unsigned_abs() % 6),
                4 => scroll.resize(&document, setting(10 + by.unsigned_abs() % 80), height),
                5 => scroll.show(&document, Spot { chunk: by.unsigned_abs() % scroll.chunks(), row: 3 }),
                _ => {
                    let place = scroll.place(&document).unwrap();
                    scroll.to_place(&document, &place);
                }
            }
            // A page ends before a heading whose words are on the next one.
            let count = scroll.view().count();
            prop_assert!(count == height || (kind == 1 && (height / 2..height).contains(&count)), "{count} of {height}");
        }
    }
}
