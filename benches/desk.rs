//! What a keystroke costs in a form with a shotlist of 40 rows: the rules, and the whole way from the key to cells.
//!
//! Figures in milliseconds, the best of several runs. Run with `cargo bench --bench desk`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to print")]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use rundown::assess::work::{Circumstances, findings};
use rundown::course::Course;
use rundown::course::exercise::Work;
use rundown::course::exercise::work::Entry;
use rundown::id::{ExerciseId, Lang};

const RUNS: usize = 200;

fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let time = |run: &mut dyn FnMut() -> T| {
        let started = Instant::now();
        black_box(run());
        started.elapsed()
    };
    (0..RUNS).map(|_| time(&mut run)).min().unwrap_or_default()
}

/// A shotlist of so many rows, one shot after the other.
fn shots(rows: u32) -> Vec<Vec<String>> {
    let timecode = |seconds: u32| format!("00:{:02}:{:02}:00", seconds / 60, seconds % 60);
    let row = |at: u32| {
        let text = format!("SOUNDBITE (French) Mariam Keso, shelter head: \"We have food for {at} days.\"");
        vec![(at + 1).to_string(), String::new(), timecode(at * 4), timecode(at * 4 + 4), text]
    };
    (0..rows).map(row).collect()
}

fn main() {
    let course = Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let id = ExerciseId::new("exchange/fill-dopesheet").unwrap();
    let exercise = course.exercise(&id, &Lang::new("en").unwrap()).unwrap();
    let Some(Work::Form { fields: model }) = exercise.model.clone() else { return };
    println!("rules of a dopesheet, a keystroke:");
    for rows in [1, 8, 40] {
        let mut fields: BTreeMap<String, Entry> = model.clone();
        fields.insert("shots".to_owned(), Entry::Rows(shots(rows)));
        let work = Work::Form { fields };
        let took = best(|| findings(&exercise, &work, Circumstances::default()));
        println!("  {rows:>3} rows {:>8.3} ms   of 2 ms", took.as_secs_f64() * 1e3);
    }
}
