//! The upper and the lower half of those who answered an item.
//!
//! Apart because the cut is a choice, and it is made here alone: by the rest of the test, so that an item does not
//! help to say who is good at it, at the median of those who answered. Who stands exactly at the median belongs to
//! neither half: nobody is sorted by chance or by name, and both halves are cut alike.

use super::Given;
use crate::cohort::moments;

/// A half of those who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Half {
    /// Better in the rest of the test than the median.
    Upper,
    /// Worse in the rest of the test than the median.
    Lower,
}

impl Half {
    /// Both, the upper first.
    pub const BOTH: [Self; 2] = [Self::Upper, Self::Lower];
}

/// Returns for each answer in which half it stands; none at the median, and for what does not count.
pub(super) fn of(given: &[Given<'_>]) -> Vec<Option<Half>> {
    let rest = |one: &Given<'_>| one.mark().and(one.rest());
    let rests: Vec<f64> = given.iter().filter_map(rest).collect();
    let Some(middle) = moments::median(&rests) else { return vec![None; given.len()] };
    let half = |rest: f64| match rest.total_cmp(&middle) {
        std::cmp::Ordering::Greater => Some(Half::Upper),
        std::cmp::Ordering::Less => Some(Half::Lower),
        std::cmp::Ordering::Equal => None,
    };
    given.iter().map(|one| rest(one).and_then(half)).collect()
}
