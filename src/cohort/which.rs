//! Which of a person's attempts a figure is made of.
//!
//! Apart because every figure of a test can be asked of the first attempt, the best, the last or all, and all of them
//! must pick the same.

use std::collections::BTreeMap;

use super::Sitting;
use crate::id::LearnerId;

/// Which attempts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Which {
    /// The first of each person: later ones know the questions.
    #[default]
    First,
    /// The one with the highest grade of each person; of equal ones the earliest.
    Best,
    /// The last of each person.
    Last,
    /// All.
    All,
}

impl Which {
    /// All of them, in the order in which they are offered.
    pub const EACH: [Self; 4] = [Self::First, Self::Best, Self::Last, Self::All];

    /// Returns the name for words and for programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Best => "best",
            Self::Last => "last",
            Self::All => "all",
        }
    }

    /// Returns the attempts that count, by person and then by number, whatever order they come in.
    pub fn of(self, sittings: &[Sitting]) -> Vec<&Sitting> {
        let mut people: BTreeMap<LearnerId, Vec<&Sitting>> = BTreeMap::new();
        for sitting in sittings {
            people.entry(sitting.learner).or_default().push(sitting);
        }
        for tries in people.values_mut() {
            tries.sort_by_key(|sitting| (sitting.nth, sitting.attempt));
        }
        people.into_values().flat_map(|tries| self.among(tries)).collect()
    }

    fn among(self, tries: Vec<&Sitting>) -> Vec<&Sitting> {
        let one = match self {
            Self::First => tries.first(),
            Self::Last => tries.last(),
            // Of equal ones `max_by_key` takes the last.
            Self::Best => tries.iter().rev().max_by_key(|sitting| sitting.grade),
            Self::All => return tries,
        };
        one.copied().into_iter().collect()
    }
}
