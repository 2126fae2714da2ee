//! What a long lesson costs before anything is drawn: opening it, paging, jumping to its end, beside a floor measured
//! in the same run.
//!
//! The floor splits the same text into lines, as a program must that shows it unrendered. Figures in milliseconds,
//! the best of several runs; what counts are the ratios. Run with `cargo bench --bench reading`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::hint::black_box;
use std::sync::{Arc, LazyLock};
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
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [what, name] = &args[..]
        && what == "one"
    {
        return one(name, &Setting::new(76, &look));
    }
    for (name, size) in [("25 KB", 25_000), ("1 MB", 1_000_000), ("2 MB", 2_000_000)] {
        let text = SECTION.repeat(size / SECTION.len());
        measure(name, &text, &Setting::new(76, &look));
        let paragraphs = text.replace("\n## ", "\n### ");
        measure(&format!("{name}, one section"), &paragraphs, &Setting::new(76, &look));
    }
    hostile();
}

/// What 2 MiB are filled with to be slow, by name.
const SLOW: [(&str, &str); 21] = [
    ("quotes", "> "),
    ("lists", "- "),
    ("brackets", "["),
    ("double brackets", "[["),
    ("closed brackets", "[a](b)"),
    ("labels", "[a]: b\n"),
    ("footnotes", "[^a]: b\n"),
    ("carets", "[^"),
    ("braces", "{{"),
    ("emphasis", "*a **b "),
    ("closed emphasis", "*a* "),
    ("backticks", "` `` "),
    ("entities", "&amp;"),
    ("tags", "<a>"),
    ("headings", "## a\n"),
    ("one word", "a"),
    ("one line of words", "word "),
    ("wide words", "日本"),
    ("marks", "e\u{301}\u{301}"),
    ("a table", "x\n"),
    ("definitions", "a\n: b\n\n"),
];

/// Each of them in one piece, and in sections that are just short enough to be parsed.
fn hostile_text(name: &str) -> Option<String> {
    let (name, is_cut) = name.strip_suffix(CUT).map_or((name, false), |name| (name, true));
    let (name, piece) = SLOW.iter().find(|(known, _)| *known == name)?;
    let head = if *name == "a table" { format!("{}\n{}\n", "|a".repeat(19), "|-".repeat(19)) } else { String::new() };
    let fill = |bytes: usize| format!("{head}{}", piece.repeat(bytes / piece.len()));
    Some(if is_cut { format!("{}\n\n## Section\n\n", fill(250 << 10)).repeat(8) } else { fill(2 << 20) })
}

const CUT: &str = ", in sections";

/// Each in a process of its own, so that its memory can be told; the bars are one second and 128 MiB more.
fn hostile() {
    println!(
        "2 MiB made to be slow: opened, checked, to the end, back by a page; processor time [1000] and memory [128]"
    );
    let own = std::env::current_exe().expect("a program has a path");
    for name in SLOW.iter().flat_map(|(name, _)| [(*name).to_owned(), format!("{name}{CUT}")]) {
        let ran = std::process::Command::new(&own).args(["one", &name]).status().expect("it can be started again");
        assert!(ran.success(), "{name}");
    }
}

/// Opens one of the texts as a reader does and says what it cost.
fn one(name: &str, setting: &Setting) {
    let Some(text) = hostile_text(name) else { return };
    let (memory, started) = (peak_memory(), processor_time());
    let document = Document::parse(text, 0, Arc::new(NoReferences));
    let opened = processor_time();
    black_box(document.faults());
    let checked = processor_time();
    let mut scroll = Scroll::new(&document, setting.clone(), HEIGHT);
    scroll.to_end(&document);
    scroll.page(&document, false);
    let all = processor_time();
    let ms = |from: Duration, to: Duration| to.saturating_sub(from).as_secs_f64() * 1e3;
    println!(
        "  {name:<30} {:>8.1} ms (opening {:.1}, checking {:.1}) {:>8} MiB more",
        ms(started, all),
        ms(started, opened),
        ms(opened, checked),
        peak_memory().saturating_sub(memory) / 1024
    );
}

/// What this thread has used of the processor, so that busy machines measure alike; the time of day where the system
/// does not tell.
fn processor_time() -> Duration {
    static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| FIRST.elapsed(), Duration::from_nanos)
}

/// The highest memory so far in KiB; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
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
