//! How long `check` takes: the built-in course, one of a thousand lessons made from it, and exercises far too large.
//!
//! The baseline is a bare `CommonMark` parser over the same lessons in the same run, because machines are shared and
//! noisy. The bars stand beside the figures. Run with `cargo bench --bench check`.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

#[path = "../tests/support/oversized.rs"]
mod oversized;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use rundown::check;
use rundown::course::Course;
use rundown::course::error::LoadError;
use rundown::course::files::Files;
use rundown::course::source::Found;

const RUNS: usize = 7;
const LESSONS: usize = 1_000;

fn main() -> Result<(), LoadError> {
    let small = Course::embedded_files();
    let large = thousand(&Course::embedded()?, &small);
    report("built-in course", &small, Duration::from_millis(150));
    report("1,000 lessons", &large, Duration::from_secs(4));
    for made in oversized::all() {
        let (time, _) = median(|| check::files_of(&made.files, Found::default()));
        println!("refused: {:<40} {time:>10.1?}   bar 1s", made.name);
    }
    Ok(())
}

fn report(name: &str, files: &Files, bar: Duration) {
    let (time, checked) = median(|| check::files_of(files, Found::default()));
    let (floor, events) = median(|| parse(files));
    let (errors, warnings) = checked.counts();
    let lessons = checked.course.map_or(0, |c| c.lessons);
    let ratio = time.as_secs_f64() / floor.as_secs_f64();
    println!("{name}: {lessons} lessons, {errors} errors, {warnings} warnings");
    println!("  check {time:>10.1?}   bar {bar:?}");
    println!("  parser alone {floor:>10.1?} ({events} events), check takes {ratio:.0} times that");
}

fn median<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut last = run();
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        last = run();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    (times.get(RUNS / 2).copied().unwrap_or_default(), last)
}

fn parse(files: &Files) -> usize {
    let lessons = files
        .paths()
        .filter(|path| Path::new(path).extension().is_some_and(|e| e == "md"))
        .map(|path| files.lossy(path));
    lessons.map(|text| pulldown_cmark::Parser::new_ext(&text, pulldown_cmark::Options::all()).count()).sum()
}

/// Makes a course of a thousand lessons: copies of the built-in ones, each with an id of its own.
fn thousand(course: &Course, files: &Files) -> Files {
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    for name in ["glossary.toml", "glossary.fr.toml", "house.toml", "house.fr.toml"] {
        let path = format!("lessons/{name}");
        made.extend(files.get(&path).map(|bytes| (path.clone(), bytes.to_vec())));
    }
    let mut ids = Vec::new();
    for (number, outline) in course.outlines().iter().cycle().take(LESSONS).enumerate() {
        let copy = number / course.outlines().len();
        for path in files.paths().filter(|path| path.starts_with(&outline.stem)) {
            let mut text = files.lossy(path).into_owned();
            for other in course.outlines() {
                text = text.replace(other.id.as_str(), &format!("{}-{copy}", other.id));
            }
            made.push((path.replacen(&outline.stem, &format!("{}-{copy}", outline.stem), 1), text.into_bytes()));
        }
        ids.push(format!("{}-{copy}", outline.id));
    }
    made.push(("lessons/course.toml".to_owned(), manifest(&ids).into_bytes()));
    made.into_iter().collect()
}

fn manifest(ids: &[String]) -> String {
    let mut text = "format = 1\nid = \"thousand\"\ntitle = \"A thousand lessons\"\nversion = \"1\"\n".to_owned();
    text.push_str(
        "languages = [\"en\", \"fr\"]\n[[tracks]]\nid = \"all\"\nletter = \"A\"\ntitle = \"All\"\nlessons = [\n",
    );
    for id in ids {
        writeln!(text, "  \"{id}\",").unwrap_or_default(); // writing to a string cannot fail
    }
    text.push_str("]\n");
    text
}
