//! The figures of the lessons: a table for people, JSON for programs.

use std::fmt::Write as _;

use serde::Serialize;

use crate::check::{Checked, Counts, Summary};

/// The number of this form; it changes when a field changes its meaning.
const FORMAT: u8 = 1;
/// The columns beside the lesson, with their widths.
const COLUMNS: [(&str, usize); 11] = [
    ("words", 7),
    ("hook", 6),
    ("core", 6),
    ("LIX", 5),
    (">20 w", 7),
    ("min", 5),
    ("quest.", 8),
    ("kinds", 7),
    ("variants", 10),
    ("critical", 10),
    ("exercise", 0),
];

#[derive(Serialize)]
struct Report<'a> {
    format: u8,
    course: Option<&'a Summary>,
    lessons: &'a [Counts],
}

/// Writes the figures as JSON.
pub fn json(checked: &Checked) -> Result<String, serde_json::Error> {
    let report = Report { format: FORMAT, course: checked.course.as_ref(), lessons: &checked.lessons };
    serde_json::to_string_pretty(&report)
}

/// Writes the figures as a table, the sums last.
pub fn text(checked: &Checked) -> String {
    let widest = checked.lessons.iter().map(|counts| counts.lesson.as_str().len()).max().unwrap_or(0).max(6);
    let mut out = format!("{:<widest$}", "lesson");
    for (name, width) in COLUMNS {
        // writing to a string cannot fail
        if width == 0 { write!(out, "  {name}") } else { write!(out, "{name:>width$}") }.unwrap_or_default();
    }
    out.push('\n');
    for counts in &checked.lessons {
        let exercise = counts.exercise.as_ref().map_or("-", |exercise| exercise.as_str());
        line(&mut out, (counts.lesson.as_str(), widest), &figures(counts), exercise);
    }
    let all = |of: fn(&Counts) -> usize| checked.lessons.iter().map(of).sum::<usize>().to_string();
    let nothing = String::new;
    let (words, core, questions) = (all(|c| c.words), all(|c| c.core), all(|c| c.questions));
    let (minutes, variants, criticals) = (all(|c| c.minutes), all(|c| c.variants), all(|c| c.criticals));
    let hook = all(|c| c.hook);
    let sums = [words, hook, core, nothing(), nothing(), minutes, questions, nothing(), variants, criticals];
    let exercises = checked.lessons.iter().filter(|counts| counts.exercise.is_some()).count().to_string();
    line(&mut out, ("together", widest), &sums, &exercises);
    out
}

fn figures(counts: &Counts) -> [String; 10] {
    let Counts { words, hook, core, lix, minutes, questions, kinds, variants, criticals, .. } = counts;
    let long = format!("{} %", counts.long_sentences);
    let number = ToString::to_string;
    [
        number(words),
        number(hook),
        number(core),
        number(lix),
        long,
        number(minutes),
        number(questions),
        number(kinds),
        number(variants),
        number(criticals),
    ]
}

fn line(out: &mut String, (name, widest): (&str, usize), figures: &[String; 10], last: &str) {
    write!(out, "{name:<widest$}").unwrap_or_default(); // writing to a string cannot fail
    for (figure, (_, width)) in figures.iter().zip(COLUMNS) {
        write!(out, "{figure:>width$}").unwrap_or_default();
    }
    out.push_str("  ");
    out.push_str(last);
    out.push('\n');
}
