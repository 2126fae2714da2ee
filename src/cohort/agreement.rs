//! How far two markers agree on the same work: Cohen's weighted kappa.
//!
//! Apart because it knows nothing of tests: two columns of points, however they came to be.

use super::moments;
use super::stat::{Stat, Why};

/// How much a disagreement weighs by how far apart the points are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weights {
    /// In proportion to the distance (Cicchetti and Allison 1971).
    Linear,
    /// In proportion to its square (Fleiss and Cohen 1973).
    Quadratic,
}

impl Weights {
    fn weigh(self, one: u32, other: u32) -> f64 {
        let distance = f64::from(one.abs_diff(other));
        match self {
            Self::Linear => distance,
            Self::Quadratic => distance * distance,
        }
    }
}

/// What two markers gave the same work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The points of the first marker.
    pub first: u32,
    /// The points of the second marker.
    pub second: u32,
}

/// How far two markers agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many pieces of work both marked.
    pub both: usize,
    /// How many of them got the same points from both.
    pub same: usize,
    /// Weighted kappa, by distance.
    pub linear: Stat,
    /// Weighted kappa, by the square of the distance.
    pub quadratic: Stat,
}

impl Agreement {
    /// Compares what two markers gave; the order of the work does not matter.
    pub fn of(pairs: &[Pair]) -> Self {
        let same = pairs.iter().filter(|pair| pair.first == pair.second).count();
        let kappa = |weights| kappa(pairs, weights);
        Self { both: pairs.len(), same, linear: kappa(Weights::Linear), quadratic: kappa(Weights::Quadratic) }
    }
}

/// Returns Cohen's weighted kappa (1968): one less the disagreement that is there over the disagreement that two
/// markers with the same habits would have by chance.
///
/// Weights need no scale: what they are divided by stands above and below.
pub fn kappa(pairs: &[Pair], weights: Weights) -> Stat {
    if pairs.is_empty() {
        return Stat::none(Why::NoAnswers);
    }
    let there: f64 = pairs.iter().map(|pair| weights.weigh(pair.first, pair.second)).sum();
    let crossed = |one: &Pair| pairs.iter().map(|other| weights.weigh(one.first, other.second)).sum::<f64>();
    let by_chance: f64 = pairs.iter().map(crossed).sum();
    if by_chance <= 0.0 {
        return Stat::none(Why::OneCategory);
    }
    Stat::of(1.0 - there * moments::number(pairs.len()) / by_chance, pairs.len())
}
