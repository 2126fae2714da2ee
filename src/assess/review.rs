//! When a question comes back: how well it is remembered, how that fades, and after how many days it is asked again.
//!
//! This is FSRS-6, the Free Spaced Repetition Scheduler, with the parameters that its authors publish for the average
//! learner (`DEFAULT_PARAMETERS` of the crate `fsrs`). A memory is two numbers: *stability*, the days until one answer
//! in ten would be wrong, and *difficulty*, from 1 to 10.
//!
//! Written by hand because only the arithmetic is wanted. The crate also fits parameters and simulates: 42 crates, and
//! 53 s of processor time in a debug build, measured with 6.6.2. The tests hold a table that was computed with it.
//!
//! Apart from grading because a grade never depends on the day. No clock here: days are given, whole and never negative.

/// No question stays away longer than a year.
pub const MOST_DAYS: u32 = 365;

/// w0 to w20 of FSRS-6.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const DECAY: f64 = -W[20];
const STABILITY: (f64, f64) = (0.001, 36_500.0);
const DIFFICULTY: (f64, f64) = (1.0, 10.0);

/// How an answer was remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Not.
    Again,
    /// With help, or in part.
    Hard,
    /// By itself.
    Good,
    /// At once and surely.
    Easy,
}

impl Rating {
    /// All ratings, from the lowest.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// Returns the number it has in the formulas.
    fn number(self) -> f64 {
        f64::from(self as u8 + 1)
    }
}

/// How well something is remembered, as it was right after an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days until the chance to know it has fallen to nine in ten.
    pub stability: f64,
    /// From 1 to 10.
    pub difficulty: f64,
}

/// The share by which the forgetting curve is stretched, so that after `stability` days it stands at 0.9.
fn factor() -> f64 {
    0.9_f64.powf(1.0 / DECAY) - 1.0
}

fn within(value: f64, (least, most): (f64, f64)) -> f64 {
    value.clamp(least, most)
}

/// The difficulty after a first answer, before it is kept within its bounds.
fn first_difficulty(rating: Rating) -> f64 {
    W[4] - (W[5] * (rating.number() - 1.0)).exp() + 1.0
}

impl Memory {
    /// Returns what a first answer leaves.
    pub fn first(rating: Rating) -> Self {
        let difficulty = within(first_difficulty(rating), DIFFICULTY);
        Self { stability: W[rating as usize], difficulty }
    }

    /// Returns what one more answer leaves, so many days after the one before.
    #[must_use]
    pub fn after(self, days: u32, rating: Rating) -> Self {
        let stability = match (days, rating) {
            (0, _) => self.within_a_day(rating),
            (_, Rating::Again) => self.forgotten(days),
            (_, Rating::Hard | Rating::Good | Rating::Easy) => self.remembered(days, rating),
        };
        Self { stability: within(stability, STABILITY), difficulty: self.difficulty_after(rating) }
    }

    /// Returns the chance to know it after so many days, from 0 to 1.
    pub fn recall(self, days: u32) -> f64 {
        (f64::from(days) / self.stability * factor() + 1.0).powf(DECAY)
    }

    /// Returns after how many days the chance to know it has fallen so far: at least 1, at most `MOST_DAYS`.
    #[expect(clippy::cast_sign_loss, reason = "what is below 0, or no number, becomes 0 and then 1")]
    pub fn days_until(self, recall: f64) -> u32 {
        let days = self.stability / factor() * (recall.powf(1.0 / DECAY) - 1.0);
        (days.round() as u32).clamp(1, MOST_DAYS)
    }

    fn within_a_day(self, rating: Rating) -> f64 {
        let growth = (W[17] * (rating.number() - 3.0 + W[18])).exp() * self.stability.powf(-W[19]);
        self.stability * if rating == Rating::Again { growth } else { growth.max(1.0) }
    }

    fn remembered(self, days: u32, rating: Rating) -> f64 {
        let bonus = match rating {
            Rating::Hard => W[15],
            Rating::Easy => W[16],
            Rating::Again | Rating::Good => 1.0,
        };
        let room = W[8].exp() * (11.0 - self.difficulty) * self.stability.powf(-W[9]);
        self.stability * (room * (((1.0 - self.recall(days)) * W[10]).exp() - 1.0) * bonus + 1.0)
    }

    fn forgotten(self, days: u32) -> f64 {
        let left = W[11] * self.difficulty.powf(-W[12]) * ((self.stability + 1.0).powf(W[13]) - 1.0);
        let most = self.stability / (W[17] * W[18]).exp();
        (left * ((1.0 - self.recall(days)) * W[14]).exp()).min(most)
    }

    fn difficulty_after(self, rating: Rating) -> f64 {
        let change = -W[6] * (rating.number() - 3.0) * (10.0 - self.difficulty) / 9.0;
        let next = self.difficulty + change;
        within(W[7] * (first_difficulty(Rating::Easy) - next) + next, DIFFICULTY)
    }
}

#[cfg(test)]
mod tests;
