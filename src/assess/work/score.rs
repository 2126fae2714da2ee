//! From grades of parts to one grade, and whether it passes.
//!
//! Apart from the engines so that weights are applied in one place. The sum is taken before anything is rounded.

use super::{Finding, Judged};
use crate::assess::Grade;
use crate::course::exercise::rule::Weight;
use crate::course::exercise::{EngineKind, Exercise, Part};

/// What one part was worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartScore {
    /// The part.
    pub part: Part,
    /// What it counts, in the exercise's own unit.
    pub weight: u16,
    /// What it was worth.
    pub grade: Grade,
}

/// A judged work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// What the whole was worth.
    pub grade: Grade,
    /// Whether the pass mark was reached and no critical rule broken.
    pub passed: bool,
    /// Part by part; those that count nothing are left out.
    pub parts: Vec<PartScore>,
    /// Everything that was found.
    pub findings: Vec<Finding>,
}

/// Returns what the clock is worth: full until the budget, evenly down to nothing at twice of it.
pub fn time_grade(seconds: u32, budget: u32) -> Grade {
    Grade::share(budget.saturating_mul(2).saturating_sub(seconds.max(budget)) as usize, budget as usize)
}

/// Adds up the parts. A part that is not there, such as the clock of an untimed run, shares its weight among the others.
pub(super) fn total(exercise: &Exercise, judged: Judged, untimed: bool) -> Assessment {
    let counts = |part: Part| weight(exercise, part) > 0 && !(untimed && part == Part::Time);
    let score = |(part, grade)| PartScore { part, weight: weight(exercise, part), grade };
    let parts: Vec<_> = judged.parts.into_iter().filter(|(part, _)| counts(*part)).map(score).collect();
    let sum: u64 = parts.iter().map(|part| u64::from(part.weight) * u64::from(part.grade.number())).sum();
    let whole: u64 = parts.iter().map(|part| u64::from(part.weight)).sum();
    let grade = Grade::new(sum.checked_div(whole).and_then(|grade| u16::try_from(grade).ok()).unwrap_or(0));
    let is_critical = |finding: &Finding| finding.weight == Weight::Critical;
    let passed = grade.number() >= exercise.pass && !judged.findings.iter().any(is_critical);
    Assessment { grade, passed, parts, findings: judged.findings }
}

/// Returns whether a part counts anything in an exercise.
pub fn counts(exercise: &Exercise, part: Part) -> bool {
    weight(exercise, part) > 0
}

/// Returns what a part counts: as the exercise says, or as its engine does.
fn weight(exercise: &Exercise, part: Part) -> u16 {
    if exercise.weights.is_empty() {
        return usual(exercise.engine.kind(), part);
    }
    exercise.weights.get(&part).copied().unwrap_or(0)
}

fn usual(kind: EngineKind, part: Part) -> u16 {
    let own: &[(Part, u16)] = match kind {
        EngineKind::Form | EngineKind::Write => &[(Part::Rules, 100)],
        EngineKind::Arrange => &[(Part::Rules, 100), (Part::Labels, 30)],
        EngineKind::Mark => &[(Part::Marks, 100), (Part::Rules, 100)],
        EngineKind::Desk => {
            &[(Part::Decisions, 60), (Part::Codes, 25), (Part::Notes, 10), (Part::Order, 10), (Part::Time, 15)]
        }
        EngineKind::Case => &[(Part::Conclusion, 40), (Part::Reasons, 30), (Part::Order, 20), (Part::Time, 10)],
        EngineKind::Field => &[(Part::Done, 40), (Part::Rubric, 60)],
        EngineKind::Stages => &[],
    };
    let after = [(Part::Questions, 25)];
    own.iter().chain(&after).find(|(there, _)| *there == part).map_or(0, |(_, weight)| *weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_full_until_the_budget_and_gone_at_twice_of_it() {
        for (seconds, grade) in [(0, 10_000), (600, 10_000), (900, 5_000), (1_200, 0), (5_000, 0)] {
            assert_eq!(time_grade(seconds, 600).number(), grade, "{seconds}");
        }
    }
}
