//! What is drawn is what is written.

use super::*;
use crate::report::Value;
use crate::report::chart::{Chart, Points};

fn chart<'a>(report: &'a Report, key: &str) -> &'a Chart {
    report.charts.iter().find(|chart| chart.key == key).unwrap()
}

/// The whole numbers of a column.
fn column(report: &Report, table: &str, key: &str) -> Vec<Option<u64>> {
    let table = report.tables.iter().find(|known| known.layout.key == table).unwrap();
    let at = table.layout.columns.iter().position(|column| column.key == key).unwrap();
    table.rows.iter().map(|row| row[at].percents()).collect()
}

#[test]
fn the_bars_are_the_best_scores_of_the_lessons_and_the_marks_the_first() {
    let report = sample("en", "");
    let chart = chart(&report, "lesson_scores");
    let Points::Bars { bars, pass, .. } = &chart.points else { panic!("{chart:?}") };
    let drawn = |cell: fn(&crate::report::chart::Bar) -> &Cell| bars.iter().map(|bar| cell(bar).percents()).collect();
    let (best, first): (Vec<_>, Vec<_>) = (drawn(|bar| &bar.value), drawn(|bar| &bar.first));
    assert_eq!((&best, &first), (&column(&report, "lessons", "best"), &column(&report, "lessons", "first")));
    assert_eq!(bars.iter().map(|bar| bar.is_reached).collect::<Vec<_>>(), [true, false]);
    assert_eq!(pass.as_ref().map(|(name, at)| format!("{name} {}", at.shown)), Some("pass mark 80 %".to_owned()));
    assert!(chart.about.as_str().ends_with("Passed: 1 of 2 lessons."), "{}", chart.about);
}

#[test]
fn the_fields_are_the_outcomes_of_each_lesson() {
    let report = sample("fr", "");
    let chart = chart(&report, "outcome_shares");
    let Points::Shares(shares) = &chart.points else { panic!("{chart:?}") };
    let shown: Vec<String> = shares.iter().map(|share| format!("{} {}", share.label, share.shown())).collect();
    assert_eq!(shown, ["From topic to pitch 1 / 1", "The dopesheet 0 / 1"]);
    assert!(chart.about.as_str().ends_with("Maîtrisés : 1 acquis sur 2."), "{}", chart.about);
    assert_eq!(figure(&report, "outcomes_mastered").shown(), "1 / 2");
}

#[test]
fn the_points_are_the_whole_attempts_in_the_order_of_their_ends() {
    let report = sample("en", "");
    let Points::Moments(moments) = &chart(&report, "scores_over_time").points else { panic!("no moments") };
    let shown: Vec<String> = moments.iter().map(|moment| format!("{}: {}", moment.label, moment.value.shown)).collect();
    assert_eq!(shown, ["From topic to pitch, try 1: 77 %", "From topic to pitch, try 2: 100 %"]);
    assert!(moments.iter().all(|moment| matches!(&moment.at.value, Value::Text(_))));
}

#[test]
fn of_very_many_attempts_the_last_ones_are_drawn() {
    let tries = (1..=70).flat_map(|attempt| {
        [journal::started(attempt, LESSON, &["single"]), journal::finished(attempt, 5_000, false, &[])]
    });
    let report = report_of("en", "", [journal::enrolled()].into_iter().chain(tries).collect());
    let Points::Moments(moments) = &chart(&report, "scores_over_time").points else { panic!("no moments") };
    let ends = [moments.first().unwrap(), moments.last().unwrap()].map(|moment| moment.label.to_string());
    assert_eq!(ends, ["From topic to pitch, try 11", "From topic to pitch, try 70"]);
}

#[test]
fn somebody_who_has_not_begun_is_shown_no_chart() {
    let report = report_of("en", "", vec![]);
    assert_eq!(report.charts_with_points().count(), 0);
    assert_eq!(report.charts.len(), 3);
    assert_eq!(sample("en", "").charts_with_points().count(), 3);
}
