//! The charts of a report for programs.
//!
//! Apart from the file's envelope because three kinds of chart are written in one form here.

use serde::Serialize;

use crate::report::chart::{Bar, Chart, Moment, Points, Share};
use crate::report::{Clean, Value};

/// One chart: a thing a point.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Drawn<'a> {
    /// The heading.
    title: &'a str,
    /// What it shows.
    about: &'a str,
    /// How it is drawn.
    kind: DrawnAs,
    /// What `reached` means.
    reached: &'a str,
    /// What it means where it is not.
    not_reached: &'a str,
    /// The score that is asked of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pass: Option<&'a Value>,
    /// The points, in order.
    points: Vec<Point<'a>>,
}

/// How a chart is drawn.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum DrawnAs {
    /// A bar a thing, in percent.
    Bars,
    /// Some fields out of all.
    Shares,
    /// A point a moment, in percent.
    Moments,
}

/// One thing in a chart; what its kind of chart has not is left out.
#[derive(Serialize, Default)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Point<'a> {
    /// What it stands for.
    label: &'a str,
    /// How much it is; `null` where nothing is known.
    value: Option<u64>,
    /// What it was the first time.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<u64>,
    /// Out of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
    /// When it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a Value>,
    /// Whether it is reached.
    reached: bool,
}

impl<'a> From<&'a Chart> for Drawn<'a> {
    fn from(chart: &'a Chart) -> Self {
        let (kind, pass, points) = match &chart.points {
            Points::Bars { bars, pass, .. } => {
                (DrawnAs::Bars, pass.as_ref().map(|(_, pass)| &pass.value), bars.iter().map(Point::from).collect())
            }
            Points::Shares(shares) => (DrawnAs::Shares, None, shares.iter().map(Point::from).collect()),
            Points::Moments(moments) => (DrawnAs::Moments, None, moments.iter().map(Point::from).collect()),
        };
        let [title, about, reached, not_reached] =
            [&chart.title, &chart.about, &chart.filled, &chart.hollow].map(Clean::as_str);
        Self { title, about, kind, reached, not_reached, pass, points }
    }
}

impl<'a> From<&'a Bar> for Point<'a> {
    fn from(bar: &'a Bar) -> Self {
        let (value, first) = (bar.value.percents(), bar.first.percents());
        Self { label: bar.label.as_str(), value, first, reached: bar.is_reached, ..Self::default() }
    }
}

impl<'a> From<&'a Share> for Point<'a> {
    fn from(share: &'a Share) -> Self {
        let (value, of) = (Some(share.part), Some(share.of));
        Self { label: share.label.as_str(), value, of, reached: share.part == share.of, ..Self::default() }
    }
}

impl<'a> From<&'a Moment> for Point<'a> {
    fn from(moment: &'a Moment) -> Self {
        let (value, at) = (moment.value.percents(), Some(&moment.at.value));
        Self { label: moment.label.as_str(), value, at, reached: moment.is_reached, ..Self::default() }
    }
}
