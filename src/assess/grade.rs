//! Grades as whole numbers, and what is said of each part of an answer.
//!
//! Apart because every report, event and screen speaks of grades and only the kinds compute them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::OptionId;

/// 0 to 10000, compared unrounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Grade(u16);

impl Grade {
    /// Nothing right.
    pub const ZERO: Self = Self(0);
    /// All right.
    pub const FULL: Self = Self(10_000);

    /// Returns the share `part / whole`, rounded down; nothing of nothing is zero.
    pub fn share(part: usize, whole: usize) -> Self {
        if whole == 0 {
            return Self::ZERO;
        }
        let share = part.min(whole) as u128 * 10_000 / whole as u128;
        Self(u16::try_from(share).unwrap_or(10_000))
    }

    /// Returns the grade in proportion to a share, rounded down; all of nothing is the grade itself.
    #[must_use]
    pub fn of(self, part: usize, whole: usize) -> Self {
        let share = if whole == 0 { Self::FULL } else { Self::share(part, whole) };
        let number = u32::from(self.0) * u32::from(share.0) / 10_000;
        Self(u16::try_from(number).unwrap_or(10_000))
    }

    /// Returns a grade from its number; above full it is full.
    pub fn new(number: u16) -> Self {
        Self(number.min(10_000))
    }

    /// Returns the mean, rounded down; of nothing it is zero.
    pub fn mean(grades: impl IntoIterator<Item = Self>) -> Self {
        let (sum, count) = grades.into_iter().fold((0_u64, 0_u64), |(s, n), g| (s + u64::from(g.0), n + 1));
        Self(u16::try_from(sum.checked_div(count).unwrap_or(0)).unwrap_or(10_000))
    }

    /// Returns the number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// Returns the percent that is shown: rounded down.
    pub fn percent(self) -> u16 {
        self.0 / 100
    }

    /// Returns whether it is full.
    pub fn is_full(self) -> bool {
        self == Self::FULL
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.percent(), f)
    }
}

/// How one part of an answer stands against the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Given and right.
    Right,
    /// Given and wrong.
    Wrong,
    /// Right, but not given.
    Missed,
    /// Neither given nor right.
    Open,
}

/// What is said of one option, row, span or word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The option, card or span; none for typed answers and words outside spans.
    pub option: Option<OptionId>,
    /// How it stands.
    pub mark: Mark,
    /// The course's words about it, as Markdown.
    pub feedback: String,
}

/// A grade and the reasons for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// What it was worth.
    pub grade: Grade,
    /// Part by part, in file order.
    pub findings: Vec<Finding>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_down_and_never_leave_the_scale() {
        for (part, whole, grade) in [(0, 0, 0), (1, 3, 3333), (2, 3, 6666), (3, 3, 10_000), (9, 3, 10_000)] {
            assert_eq!(Grade::share(part, whole).number(), grade);
        }
    }

    #[test]
    fn percent_is_floored() {
        assert_eq!(Grade::new(7_999).percent(), 79);
        assert_eq!(Grade::new(20_000).percent(), 100);
    }
}
