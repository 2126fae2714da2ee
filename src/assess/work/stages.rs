//! The score of a story: what its stages came to, gathered into accuracy, process and time.
//!
//! Apart because a story has no rules of its own. A part of a stage counts where it belongs, whatever its engine.

use std::collections::BTreeMap;

use super::score::time_grade;
use crate::assess::Grade;
use crate::course::exercise::{Part, Stages};

/// What one stage came to.
#[derive(Debug, Clone, Copy)]
pub struct StageResult<'a> {
    /// The grade of the whole stage.
    pub grade: Grade,
    /// What its parts were worth.
    pub parts: &'a BTreeMap<Part, Grade>,
    /// Seconds on its clock.
    pub seconds: u32,
    /// Whether it was done without the clock.
    pub untimed: bool,
}

/// What a story came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// The grade of the whole.
    pub grade: Grade,
    /// Accuracy, process and time, as far as they were there.
    pub parts: BTreeMap<Part, Grade>,
}

/// Gathers the stages of a story that takes so many minutes.
pub fn gather(stages: &Stages, minutes: u16, results: &[StageResult<'_>]) -> Gathered {
    if stages.score.is_empty() {
        let grade = Grade::mean(results.iter().map(|result| result.grade));
        return Gathered { grade, parts: BTreeMap::new() };
    }
    let mut parts = BTreeMap::new();
    for part in [Part::Accuracy, Part::Process] {
        let of_stage = |result: &StageResult<'_>| mean_of(result, part);
        let grades: Vec<Grade> = results.iter().filter_map(of_stage).collect();
        if !grades.is_empty() {
            parts.insert(part, Grade::mean(grades));
        }
    }
    if !results.iter().any(|result| result.untimed) {
        let seconds = results.iter().fold(0, |sum: u32, result| sum.saturating_add(result.seconds));
        parts.insert(Part::Time, time_grade(seconds, u32::from(minutes) * 60));
    }
    Gathered { grade: weighed(&stages.score, &parts), parts }
}

fn mean_of(result: &StageResult<'_>, part: Part) -> Option<Grade> {
    let of_part: Vec<Grade> =
        result.parts.iter().filter(|(there, _)| belongs(**there) == Some(part)).map(|(_, grade)| *grade).collect();
    (!of_part.is_empty()).then(|| Grade::mean(of_part))
}

/// Returns where a part of a stage is gathered; its clock is that of the whole story.
fn belongs(part: Part) -> Option<Part> {
    match part {
        Part::Rules
        | Part::Marks
        | Part::Decisions
        | Part::Codes
        | Part::Labels
        | Part::Conclusion
        | Part::Questions
        | Part::Accuracy => Some(Part::Accuracy),
        Part::Order | Part::Reasons | Part::Notes | Part::Done | Part::Rubric | Part::Process => Some(Part::Process),
        Part::Time => None,
    }
}

fn weighed(weights: &BTreeMap<Part, u16>, parts: &BTreeMap<Part, Grade>) -> Grade {
    let known = || parts.iter().filter_map(|(part, grade)| Some((u64::from(*weights.get(part)?), *grade)));
    let sum: u64 = known().map(|(weight, grade)| weight * u64::from(grade.number())).sum();
    let whole: u64 = known().map(|(weight, _)| weight).sum();
    Grade::new(sum.checked_div(whole).and_then(|grade| u16::try_from(grade).ok()).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(parts: &[(Part, u16)]) -> BTreeMap<Part, Grade> {
        parts.iter().map(|(part, grade)| (*part, Grade::new(*grade))).collect()
    }

    fn story(score: &[(Part, u16)]) -> Stages {
        Stages { stages: Vec::new(), score: score.iter().copied().collect() }
    }

    #[test]
    fn accuracy_process_and_time_are_weighed() {
        let (desk, case) = (
            parts(&[(Part::Decisions, 10_000), (Part::Order, 5_000), (Part::Time, 0)]),
            parts(&[(Part::Conclusion, 6_000)]),
        );
        let result = |parts, seconds| StageResult { grade: Grade::ZERO, parts, seconds, untimed: false };
        let weights = [(Part::Accuracy, 50), (Part::Process, 30), (Part::Time, 20)];
        let gathered = gather(&story(&weights), 60, &[result(&desk, 1_800), result(&case, 3_600)]);
        assert_eq!(gathered.parts, parts(&[(Part::Accuracy, 8_000), (Part::Process, 5_000), (Part::Time, 5_000)]));
        assert_eq!(gathered.grade.number(), 6_500);
    }

    #[test]
    fn an_untimed_stage_leaves_the_clock_out_and_shares_its_weight() {
        let desk = parts(&[(Part::Decisions, 10_000), (Part::Order, 5_000)]);
        let result = StageResult { grade: Grade::ZERO, parts: &desk, seconds: 9_999, untimed: true };
        let weights = [(Part::Accuracy, 50), (Part::Process, 30), (Part::Time, 20)];
        assert_eq!(gather(&story(&weights), 60, &[result]).grade.number(), 8_125);
    }

    #[test]
    fn without_a_score_a_story_is_the_mean_of_its_stages() {
        let none = BTreeMap::new();
        let result = |grade| StageResult { grade: Grade::new(grade), parts: &none, seconds: 0, untimed: false };
        assert_eq!(gather(&story(&[]), 60, &[result(4_000), result(9_000)]).grade.number(), 6_500);
    }
}
