//! A chart as inline SVG: `templates/chart.html` with the places of what it draws.
//!
//! Apart from the page because here something is placed. Places along a length are in percent and all else is in fixed
//! sizes, so that a chart fits a telephone and a sheet of paper without its lines growing or its words shrinking.

use askama::Template;

use crate::report::Clean;
use crate::report::chart::{Chart, Moment, Points, Share};

/// Fields of fewer are as wide as if there were so many, so that they can be compared from row to row.
const FEWEST_FIELDS: u64 = 8;

#[derive(Template)]
#[template(path = "chart.html")]
pub(super) struct Drawing<'a> {
    pub(super) chart: &'a Chart,
}

/// A field of a share, with its place in percent.
struct Field {
    x: String,
    width: String,
    is_filled: bool,
}

/// A point in time, with its place in percent.
struct Spot<'a> {
    moment: &'a Moment,
    x: String,
    y: String,
}

/// Returns the class of what is reached or not.
fn drawn(is_reached: bool) -> &'static str {
    if is_reached { "filled" } else { "hollow" }
}

/// Returns what being reached, or not, means.
fn reached(chart: &Chart, is_reached: bool) -> &Clean {
    if is_reached { &chart.filled } else { &chart.hollow }
}

fn fields(share: &Share) -> impl Iterator<Item = Field> {
    let (part, of) = (share.part, share.of);
    let all = of.max(FEWEST_FIELDS);
    (0..of).map(move |at| Field { x: percent(at * 10, all * 10), width: percent(8, all * 10), is_filled: at < part })
}

fn spots(moments: &[Moment]) -> impl Iterator<Item = Spot<'_>> {
    let all = moments.len() as u64;
    let place = move |at: u64| percent(2 * at + 1, 2 * all);
    moments.iter().zip(0..).map(move |(moment, at)| Spot {
        moment,
        x: place(at),
        y: percent(100 - moment.value.percents().unwrap_or(0), 100),
    })
}

/// Writes a part of a whole as a percentage with two decimals.
fn percent(part: u64, of: u64) -> String {
    let parts = part * 10_000 / of.max(1);
    format!("{}.{:02}%", parts / 100, parts % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_percents_with_two_decimals() {
        let cases = [((0, 7), "0.00%"), ((1, 3), "33.33%"), ((7, 7), "100.00%"), ((0, 0), "0.00%")];
        for ((part, of), written) in cases {
            assert_eq!(percent(part, of), written);
        }
    }

    #[test]
    fn fields_stand_side_by_side_and_stay_inside() {
        for of in [1, 3, 8, 40] {
            let share = Share { label: Clean::new("a"), part: 1, of };
            let number = |text: &str| text.trim_end_matches('%').parse::<f64>().unwrap();
            let ends: Vec<(f64, f64)> =
                fields(&share).map(|field| (number(&field.x), number(&field.x) + number(&field.width))).collect();
            assert_eq!(ends.len() as u64, of);
            assert!(ends.windows(2).all(|pair| pair[0].1 < pair[1].0), "{ends:?}");
            assert!(ends.iter().all(|(_, end)| *end <= 100.0), "{ends:?}");
        }
    }
}
