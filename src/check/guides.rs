//! The trainer's guides: that the minutes of each day add up, and fit a day.
//!
//! Apart from lessons because a guide is for people and no program reads it. Only its table of the day is looked at: a
//! table whose first two columns are `From` and `Min`, and the line after it that says `Together: … minutes`.

use std::ops::Range;

use crate::course::files::Files;
use crate::course::source::{Found, Source};
use crate::diagnostic::code;

/// The most minutes of a day, breaks apart.
const DAY: u32 = 330;

/// Checks every guide.
pub(super) fn check(files: &Files, found: &Found) {
    let is_name = |name: &str| name.starts_with("trainer.") && name.rsplit('.').next() == Some("md");
    let is_guide = |path: &&str| path.rsplit('/').next().is_some_and(is_name);
    for path in files.paths().filter(is_guide) {
        if let Some(text) = files.text(path, found) {
            days(&Source::new(path, &text, found));
        }
    }
}

/// A line with its place in the file.
type Line<'a> = (Range<usize>, &'a str);

fn lines<'s>(source: &Source<'s>) -> Vec<Line<'s>> {
    let mut at = 0;
    let place = |line: &'s str| {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        (start..start + line.len(), line)
    };
    source.text.split_inclusive('\n').map(place).collect()
}

/// Returns the cells of a table's row.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect())
}

/// Checks each table of a day.
fn days(source: &Source<'_>) {
    let mut sum = None;
    for (span, line) in lines(source) {
        let row = cells(line);
        match (row.as_deref(), sum) {
            (Some(["From", "Min", ..]), _) => sum = Some(0),
            (Some(row), Some(before)) => sum = Some(before + part(source, &span, row, before)),
            (None, Some(before)) => {
                if total(source, &span, line, before) {
                    sum = None;
                }
            }
            (_, None) => {}
        }
    }
    if sum.is_some() {
        let hint = "write `Together: … minutes` after the table";
        source.warning(code::GUIDE_MINUTES, 0..0, "the guide does not say how long its day is", hint);
    }
}

/// Checks one part of the day and returns its minutes; breaks have none.
fn part(source: &Source<'_>, span: &Range<usize>, row: &[&str], before: u32) -> u32 {
    let number = |cell: Option<&&str>| cell.and_then(|text| text.parse::<u32>().ok());
    let Some(minutes) = number(row.get(1)) else { return 0 };
    let from = row.first().and_then(|text| text.split_once(':'));
    let from = from.and_then(|(hours, rest)| Some(hours.parse::<u32>().ok()? * 60 + rest.parse::<u32>().ok()?));
    if from != Some(before) {
        let message = format!("the parts before take {before} minutes, and this one does not begin there");
        let hint = format!("write {}:{:02}", before / 60, before % 60);
        source.warning(code::GUIDE_MINUTES, span.clone(), message, hint);
    }
    let pieces: Vec<u32> = row.iter().skip(3).filter_map(|cell| number(Some(cell))).collect();
    let sum: u32 = pieces.iter().sum();
    if !pieces.is_empty() && sum != minutes {
        let message = format!("the pieces of this part take {sum} minutes, not {minutes}");
        source.warning(code::GUIDE_MINUTES, span.clone(), message, "mend one of them");
    }
    minutes
}

/// Compares the total with the sum; says whether the line states one.
fn total(source: &Source<'_>, span: &Range<usize>, line: &str, sum: u32) -> bool {
    let said = line.strip_prefix("Together: ").and_then(|rest| rest.split_once(" minutes"));
    let Some(said) = said.and_then(|(number, _)| number.parse::<u32>().ok()) else { return false };
    if said != sum {
        let message = format!("the parts of the day take {sum} minutes, not {said}");
        source.warning(code::GUIDE_MINUTES, span.clone(), message, "mend the table or the total");
    }
    if sum > DAY {
        let message = format!("the day takes {sum} minutes, and a day has {DAY} beside its breaks");
        source.warning(code::GUIDE_MINUTES, span.clone(), message, "take something out, or move it to the evening");
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a guide whose day is this table.
    fn said(table: &str) -> Vec<String> {
        let found = Found::default();
        let text =
            format!("# Guide\n\n| From | Min | What | Led | Work |\n|------|-----|------|-----|------|\n{table}");
        days(&Source::new("lessons/a/trainer.md", &text, &found));
        found.into_sorted().into_iter().map(|d| format!("{} {}", d.code, d.message)).collect()
    }

    #[test]
    fn a_day_that_adds_up_is_fine() {
        let table = "| 0:00 | 300 | One | 100 | 200 |\n| | | *Break* | | |\n| 5:00 | 30 | Two | | |\n\nTogether: 330 minutes. More.\n";
        assert_eq!(said(table), [""; 0]);
    }

    #[test]
    fn every_sum_that_is_wrong_is_said() {
        let cases = [
            ("| 0:00 | 30 | One | 10 | 10 |\n\nTogether: 30 minutes.\n", "take 20 minutes, not 30"),
            ("| 0:00 | 30 | One | | |\n| 0:40 | 30 | Two | | |\n\nTogether: 60 minutes.\n", "before take 30 minutes"),
            ("| 0:00 | 30 | One | | |\n\nTogether: 40 minutes.\n", "take 30 minutes, not 40"),
            ("| 0:00 | 331 | One | | |\n\nTogether: 331 minutes.\n", "a day has 330"),
            ("| 0:00 | 30 | One | | |\n", "does not say how long"),
        ];
        for (table, expected) in cases {
            let said = said(table);
            assert!(said.len() == 1 && said[0].contains(expected), "{said:?}");
        }
    }
}
