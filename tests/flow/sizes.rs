//! Every screen at every size: nothing panics, and below the least a word says so.

use crate::stage::Stage;

/// Keys that lead to each screen.
const WAYS: [&str; 15] = [
    "",
    "p",
    "pe",
    "g",
    "g/an",
    "/angle<enter>",
    "n",
    "?",
    "<f8>",
    "<enter>",
    "<enter><end>",
    "<enter>o",
    "<enter>/a<enter>",
    "<enter><tab><enter>",
    "<enter>nx",
];

#[test]
fn no_screen_panics_at_any_small_size() {
    for way in WAYS {
        let mut stage = Stage::learner((80, 24));
        stage.keys(way);
        for (columns, rows) in (0..=26).flat_map(|columns| (0..=9).map(move |rows| (columns, rows))) {
            stage.resize((columns, rows));
        }
        stage.resize((30, 9)).keys("<down><up><pagedown>");
    }
}

#[test]
fn no_screen_panics_where_it_is_very_large_or_very_flat() {
    for way in WAYS {
        let mut stage = Stage::learner((80, 24));
        stage.keys(way);
        for size in [(500, 200), (65535, 1), (1, 65535), (300, 3), (24, 7), (23, 7), (40, 200)] {
            stage.resize(size);
        }
    }
}

#[test]
fn the_first_start_stands_every_size_too() {
    let mut stage = Stage::new((80, 24));
    for size in [(0, 0), (1, 1), (10, 3), (24, 7), (30, 9), (500, 200)] {
        stage.resize(size).keys("a<tab><f2>");
    }
}

#[test]
fn below_the_least_size_it_says_what_it_needs() {
    let mut stage = Stage::learner((20, 5));
    assert!(stage.text().contains("larger"), "{}", stage.text());
    stage.resize((80, 24));
    assert!(stage.text().contains("RUNDOWN"), "{}", stage.text());
}
