//! What a long lesson costs before anything is drawn: opening it, paging, jumping to its end, beside a floor measured
//! in the same run.
//!
//! The floor splits the same text into lines, as a program must that shows it unrendered. Figures in milliseconds,
//! the best of several runs; what counts are the ratios. Run with `cargo bench --bench reading`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rundown::course::markdown::{Document, NoReferences};
use rundown::id::Lang;
use rundown::tui::glyphs::Glyphs;
use rundown::tui::keymap::Keymap;
use rundown::tui::look::Look;
use rundown::tui::markdown::{Scroll, Setting};
use rundown::tui::theme::ThemeName;

const RUNS: usize = 20;
const HEIGHT: usize = 36;

const SECTION: &str = "\n## How a *sequence* is cut\n\nAwa has four minutes on the baker's roof. She does not film \
everything. She films **one action** from five places, and holds each shot for ten seconds [as agreed](https://x.org).\n\n\
- Hands break the crust of a wet sack.\n- Her face, looking at the sky.\n  1. First `wide`.\n  2. Then close.\n\n\
> [!EXAMPLE]\n> Others will cut it shorter; ten seconds are *long*.\n\n| Shot | What it tells |\n|---|---|\n| wide | where \
we are |\n| close | what happens |\n\nL'été, la rivière monte ; à Kolombé, le pont est fermé depuis l'aube.\n";

fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let time = |run: &mut dyn FnMut() -> T| {
        let started = Instant::now();
        black_box(run());
        started.elapsed()
    };
    (0..RUNS).map(|_| time(&mut run)).min().unwrap_or_default()
}

fn show(what: &str, took: Duration, floor: Duration) {
    let ratio = took.as_secs_f64() / floor.as_secs_f64();
    println!("  {what:<28} {:>8.3} ms   {ratio:>7.1} × floor", took.as_secs_f64() * 1e3);
}

fn main() {
    let look = Look::new(&english(), ThemeName::Dark, Glyphs::UNICODE, Keymap::defaults());
    for (name, size) in [("25 KB", 25_000), ("1 MB", 1_000_000), ("2 MB", 2_000_000)] {
        let text = SECTION.repeat(size / SECTION.len());
        measure(name, &text, &Setting::new(76, &look));
        let paragraphs = text.replace("\n## ", "\n### ");
        measure(&format!("{name}, one section"), &paragraphs, &Setting::new(76, &look));
    }
    hostile(&Setting::new(76, &look));
}

/// Texts of 2 MiB made to be slow; the bar is one second for each.
fn hostile(setting: &Setting) {
    let fill = |piece: &str| piece.repeat((2 << 20) / piece.len());
    let table = format!("{}\n{}\n{}", "|a".repeat(1_000), "|-".repeat(1_000), fill("x\n"));
    let texts = [
        ("quotes in one line", fill("> ")),
        ("quotes, a hundred a line", fill(&format!("{}x\n", "> ".repeat(100)))),
        ("lists in one line", fill("- ")),
        ("brackets", fill("[")),
        ("double brackets", fill("[[")),
        ("closed brackets", fill("[a](b)")),
        ("labels", fill("[a]: b\n")),
        ("footnotes", fill("[^a]: b\n")),
        ("carets", fill("[^")),
        ("braces", fill("{{")),
        ("emphasis", fill("*a **b ")),
        ("closed emphasis", fill("*a* ")),
        ("backticks", fill("` `` ")),
        ("entities", fill("&amp;")),
        ("tags", fill("<a>")),
        ("headings", fill("## a\n")),
        ("one word", fill("a")),
        ("one line of words", fill("word ")),
        ("wide words", fill("日本")),
        ("marks", fill("e\u{301}\u{301}")),
        ("a table", table),
        ("definitions", fill("a\n: b\n\n")),
    ];
    println!("2 MiB made to be slow: opened, checked, to the end, back by a page");
    for (name, text) in texts {
        let started = Instant::now();
        let document = Document::parse(text, 0, Arc::new(NoReferences));
        let opened = started.elapsed();
        black_box(document.faults());
        let checked = started.elapsed().saturating_sub(opened);
        let mut scroll = Scroll::new(&document, setting.clone(), HEIGHT);
        scroll.to_end(&document);
        scroll.page(&document, false);
        let all = started.elapsed();
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!("  {name:<28} {:>8.1} ms, of them opening {:.1}, checking {:.1}", ms(all), ms(opened), ms(checked));
    }
}

fn english() -> Lang {
    Lang::new("en").expect("a language")
}

fn measure(name: &str, text: &str, setting: &Setting) {
    println!("{name}");
    let floor = best(|| text.to_owned().lines().map(str::to_owned).collect::<Vec<_>>());
    show("floor: split into lines", floor, floor);
    let open = || Document::parse(text.to_owned(), 0, Arc::new(NoReferences));
    show("scan", best(open), floor);
    show("scan and first screen", best(|| Scroll::new(&open(), setting.clone(), HEIGHT)), floor);
    let document = open();
    let scroll = || Scroll::new(&document, setting.clone(), HEIGHT);
    let to_end = |scroll: &mut Scroll| {
        scroll.to_end(&document);
        scroll.place(&document)
    };
    show("first screen, end, place", best(|| to_end(&mut scroll())), floor);
    let mut paging = scroll();
    let pages = best(|| (0..50).for_each(|_| paging.page(&document, true)));
    show("one page", pages / 50, floor);
    let mut rows = scroll();
    let down = best(|| (0..50).for_each(|_| rows.scroll(&document, 1)));
    show("one row", down / 50, floor);
    show("everything parsed", best(|| document.faults()), floor);
}
