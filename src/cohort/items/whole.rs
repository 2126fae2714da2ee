//! The test as a whole: mean, spread, and how well its questions hang together.
//!
//! Apart from the items because it is about results and not about answers. Cronbach's alpha (1951) is what Moodle calls
//! the coefficient of internal consistency: it needs people who answered the *same* questions, so attempts with an
//! answer that does not count are left out of it, and a test that draws other questions for each has none.

use std::collections::{BTreeMap, BTreeSet};

use super::{mean_of, moments};
use crate::cohort::Sitting;
use crate::cohort::stat::{Stat, Why};
use crate::id::QuestionRef;

/// The figures of a whole test, as shares of full marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// The mean result.
    pub mean: Stat,
    /// The middle result.
    pub median: Stat,
    /// The standard deviation of the results.
    pub deviation: Stat,
    /// How many attempts answered every question, and so stand behind alpha.
    pub complete: usize,
    /// How many questions these are.
    pub questions: usize,
    /// Cronbach's alpha.
    pub alpha: Stat,
    /// Which part of the deviation is chance: the root of what alpha leaves (Moodle's error ratio).
    pub error_ratio: Stat,
    /// Standard error: how far a result would move if the same person were asked anew.
    pub standard_error: Stat,
}

impl Whole {
    /// Computes them; the order of the attempts does not matter.
    pub(super) fn of(sittings: &[&Sitting]) -> Self {
        let results: Vec<f64> = sittings.iter().filter_map(|sitting| mean_of(&sitting.items)).collect();
        let results = moments::sorted(&results);
        let stat = |value: Option<f64>, why| value.map_or(Stat::none(why), |value| Stat::of(value, results.len()));
        let common = Common::of(sittings);
        let (alpha, error_ratio) = (common.alpha(), common.alpha().map(|alpha| (1.0 - alpha).max(0.0).sqrt()));
        let deviation = moments::deviation(&common.totals).map(|total| total / moments::number(common.items.max(1)));
        Self {
            mean: stat(moments::mean(&results), Why::NoAnswers),
            median: stat(moments::median(&results), Why::NoAnswers),
            deviation: stat(
                moments::deviation(&results),
                if results.is_empty() { Why::NoAnswers } else { Why::OneAnswer },
            ),
            complete: common.totals.len(),
            questions: common.items,
            alpha,
            error_ratio,
            standard_error: error_ratio.map(|ratio| ratio * deviation.unwrap_or(f64::NAN)),
        }
    }
}

/// The attempts that answered every question that anybody answered.
struct Common {
    items: usize,
    /// The marks of each item over these attempts.
    columns: Vec<Vec<f64>>,
    /// The sum of marks of each attempt.
    totals: Vec<f64>,
    is_anything: bool,
}

impl Common {
    fn of<'s>(sittings: &[&'s Sitting]) -> Self {
        let answered = |sitting: &&'s Sitting| {
            let items = sitting.items.iter().filter_map(|item| Some((&item.asked.slot, item.grade?.number())));
            items.collect::<BTreeMap<&QuestionRef, u16>>()
        };
        let rows: Vec<_> = sittings.iter().map(answered).collect();
        let slots: BTreeSet<&QuestionRef> = rows.iter().flat_map(|row| row.keys().copied()).collect();
        // In an order that depends on nothing but the marks.
        let whole = |row: &BTreeMap<&QuestionRef, u16>| {
            (row.len() == slots.len()).then(|| row.values().copied().collect::<Vec<u16>>())
        };
        let mut rows: Vec<Vec<u16>> = rows.iter().filter_map(whole).collect();
        rows.sort_unstable();
        let column = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|n| f64::from(*n) / 1e4).collect();
        let total = |row: &Vec<u16>| f64::from(row.iter().map(|n| u32::from(*n)).sum::<u32>()) / 1e4;
        Self {
            items: slots.len(),
            columns: (0..slots.len()).map(column).collect(),
            totals: rows.iter().map(total).collect(),
            is_anything: !slots.is_empty(),
        }
    }

    /// Returns `k / (k - 1) * (1 - sum of the items' variances / variance of the totals)`.
    fn alpha(&self) -> Stat {
        let Some(of_totals) = moments::variance(&self.totals) else {
            return Stat::none(if self.is_anything { Why::NoCommonTest } else { Why::NoAnswers });
        };
        if self.items < 2 {
            return Stat::none(Why::OneItem);
        }
        if moments::is_constant(&self.totals) {
            return Stat::none(Why::SameMarks);
        }
        let of_items: f64 = self.columns.iter().filter_map(|column| moments::variance(column)).sum();
        let k = moments::number(self.items);
        Stat::of(k / (k - 1.0) * (1.0 - of_items / of_totals), self.totals.len())
    }
}
