//! A rule: what is checked, how much it counts, and what is said when it is broken.
//!
//! Apart from the checks because every engine's rules have these in common and differ only in what they look at.

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Shown, never counted.
    Warning,
    /// Counts among the points.
    Error,
    /// Fails the whole.
    Critical,
}

/// What is said of something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code: capitals, digits, `-`.
    pub code: String,
    /// How much it matters.
    pub weight: Weight,
    /// What is wrong; may hold `{found}`, `{want}`, `{have}`.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// A rule with a check of an engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule<C> {
    /// What is said when it is broken.
    pub fault: Fault,
    /// What it counts among the rules.
    pub points: u16,
    /// What is checked.
    pub check: C,
}
