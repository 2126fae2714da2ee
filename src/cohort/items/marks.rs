//! The formulas of one item, on its marks and on what the same people did in the rest of the test.
//!
//! Apart so that they can be held against published examples, whose marks are no shares: facility and deviation are of
//! the marks as they are given, and nothing else depends on their scale.

use super::Given;
use crate::cohort::moments;
use crate::cohort::stat::{Stat, Why};

/// The marks of one item, and beside each the rest of that attempt and its whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Marks {
    /// The marks.
    pub(super) own: Vec<f64>,
    /// The mean of the other marks; empty where an attempt has no others.
    pub(super) rests: Vec<f64>,
    /// The mean of all marks.
    pub(super) wholes: Vec<f64>,
}

impl Marks {
    /// Takes the answers that count, in an order that depends on nothing but their marks.
    pub(super) fn of(given: &[Given<'_>]) -> Self {
        let row = |one: &Given<'_>| Some((one.mark()?, one.rest(), one.total()?));
        let mut rows: Vec<_> = given.iter().filter_map(row).collect();
        let number = |rest: Option<f64>| rest.unwrap_or(-1.0);
        rows.sort_by(|a, b| a.0.total_cmp(&b.0).then(number(a.1).total_cmp(&number(b.1))).then(a.2.total_cmp(&b.2)));
        let rests: Option<Vec<f64>> = rows.iter().map(|row| row.1).collect();
        Self {
            own: rows.iter().map(|row| row.0).collect(),
            rests: rests.unwrap_or_default(),
            wholes: rows.iter().map(|row| row.2).collect(),
        }
    }

    /// Returns how many answers count.
    pub(super) fn count(&self) -> usize {
        self.own.len()
    }

    /// Returns each mark with its rest.
    pub(super) fn pairs(&self) -> Vec<(f64, f64)> {
        self.own.iter().copied().zip(self.rests.iter().copied()).collect()
    }

    /// Returns the mean mark.
    pub(super) fn facility(&self) -> Stat {
        moments::mean(&self.own).map_or(Stat::none(Why::NoAnswers), |mean| Stat::of(mean, self.count()))
    }

    /// Returns the standard deviation of the marks.
    pub(super) fn deviation(&self) -> Stat {
        self.stat(moments::deviation(&self.own), Why::OneAnswer)
    }

    /// Returns the correlation of the mark with the rest.
    pub(super) fn discrimination(&self) -> Stat {
        self.stat(moments::correlation(&self.own, &self.rests), self.why_no_correlation())
    }

    /// Returns the covariance with the rest over the greatest that these numbers could have.
    pub(super) fn efficiency(&self) -> Stat {
        self.stat(moments::share_of_greatest_covariance(&self.own, &self.rests), self.why_no_correlation())
    }

    /// Returns the covariance of the mark with the whole test.
    pub(super) fn covariance_with_whole(&self) -> Option<f64> {
        if moments::is_constant(&self.own) && self.count() > 1 {
            return Some(0.0);
        }
        moments::covariance(&self.own, &self.wholes)
    }

    fn stat(&self, value: Option<f64>, why: Why) -> Stat {
        let why = if self.own.is_empty() { Why::NoAnswers } else { why };
        value.map_or(Stat::none(why), |value| Stat::of(value, self.count()))
    }

    fn why_no_correlation(&self) -> Why {
        match self.count() {
            1 => Why::OneAnswer,
            _ if self.rests.is_empty() => Why::OneItem,
            _ if moments::is_constant(&self.own) => Why::SameMarks,
            _ => Why::SameRest,
        }
    }
}
