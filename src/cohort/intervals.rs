//! How far a figure can be trusted: Wilson's interval of a share, and the bootstrap of a correlation.
//!
//! Apart because an interval costs another kind of work than its figure. The bootstrap is made in pieces of any size,
//! so that a screen stays quick, and its seed is recorded with it: the same answers always give the same interval.

use super::moments;
use crate::clock::{Chance, SeededChance};

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;
/// How many samples a bootstrap draws unless told otherwise.
pub const SAMPLES: usize = 2_000;
/// The seed that figures are made with unless told otherwise.
pub const SEED: u64 = 20_261;

/// Between which values 95 of 100 such intervals hold the true one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Returns Wilson's score interval (1927, without correction for continuity) of `part` out of `whole`; none of nothing.
///
/// `part` may be a sum of partial marks: the interval is then a little wide, for marks that are not all or nothing
/// vary less than right and wrong do.
pub fn wilson(part: f64, whole: usize) -> Option<Interval> {
    if whole == 0 || !part.is_finite() {
        return None;
    }
    let n = moments::number(whole);
    let share = (part / n).clamp(0.0, 1.0);
    let centre = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    // At nothing and at all one end is exact, whatever rounding says.
    let low = if share <= 0.0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if share >= 1.0 { 1.0 } else { (centre + half).min(1.0) };
    Some(Interval { low, high })
}

/// The percentile bootstrap (Efron 1979) of a correlation: pairs drawn again with replacement, as many as there are.
#[derive(Debug, Clone)]
pub struct Bootstrap {
    pairs: Vec<(f64, f64)>,
    seed: u64,
    chance: SeededChance,
    left: usize,
    found: Vec<f64>,
}

impl Bootstrap {
    /// Prepares the samples; the order of the pairs does not matter.
    pub fn new(pairs: &[(f64, f64)], seed: u64, samples: usize) -> Self {
        let mut pairs = pairs.to_vec();
        pairs.sort_by(|(a, b), (c, d)| a.total_cmp(c).then(b.total_cmp(d)));
        let left = if pairs.len() < 2 { 0 } else { samples };
        Self { pairs, seed, chance: SeededChance(seed.into()), left, found: Vec::new() }
    }

    /// Returns the seed that the interval is made with.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Draws some more samples, and returns whether all are drawn.
    pub fn step(&mut self, samples: usize) -> bool {
        let now = samples.min(self.left);
        for _ in 0..now {
            let correlation = self.sample();
            self.found.extend(correlation);
        }
        self.left -= now;
        self.left == 0
    }

    /// Draws all samples that are left, and returns the interval.
    pub fn finish(mut self) -> Option<Interval> {
        self.step(self.left);
        self.interval()
    }

    /// Returns the interval once all samples are drawn; none where hardly any of them has a correlation.
    ///
    /// A sample in which one side does not vary has none and is left out; were that most of them, the rest would say
    /// nothing.
    pub fn interval(&self) -> Option<Interval> {
        let drawn = self.found.len();
        if self.left > 0 || drawn < 2 {
            return None;
        }
        let sorted = moments::sorted(&self.found);
        Some(Interval { low: moments::quantile(&sorted, 0.025)?, high: moments::quantile(&sorted, 0.975)? })
    }

    /// Draws one sample and returns its correlation.
    fn sample(&mut self) -> Option<f64> {
        let drawn: Vec<(f64, f64)> = (0..self.pairs.len()).filter_map(|_| self.draw()).collect();
        let (one, other): (Vec<f64>, Vec<f64>) = drawn.into_iter().unzip();
        moments::correlation(&one, &other)
    }

    /// Draws one pair: the lower half of the bits, spread over all pairs.
    fn draw(&mut self) -> Option<(f64, f64)> {
        let bits = u128::from(self.chance.bits() as u64);
        let at = (bits * self.pairs.len() as u128) >> 64;
        self.pairs.get(usize::try_from(at).ok()?).copied()
    }
}
