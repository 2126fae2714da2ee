//! What the course added: the test before it and the test after it, for each person and for all.
//!
//! Apart because it compares two tests, where item analysis looks into one. Normalised gain is Hake's (1998): what was
//! gained out of what could be gained.

use std::collections::BTreeMap;

use super::moments;
use super::stat::{Stat, Why};
use super::{ItemAnswer, Sitting, Which};
use crate::assess::Grade;
use crate::id::LearnerId;

/// Below this a normalised gain is low.
const LOW: f64 = 0.3;
/// Above this a normalised gain is high.
const HIGH: f64 = 0.7;

/// How Hake calls a normalised gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// Under 0.3.
    Low,
    /// From 0.3 to 0.7.
    Medium,
    /// Over 0.7.
    High,
}

impl Size {
    /// Returns what a normalised gain is called.
    pub fn of(gain: f64) -> Self {
        match gain {
            gain if gain < LOW => Self::Low,
            gain if gain > HIGH => Self::High,
            _ => Self::Medium,
        }
    }

    /// Returns the name by which the word for it is found.
    pub fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// One test of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The grade.
    pub grade: Grade,
    /// Answers that were wrong while the learner was sure; none where nobody asked.
    pub confident_errors: Option<usize>,
    /// Whether it was opened with a trainer's code.
    pub supervised: bool,
}

impl Taken {
    fn of(sitting: &Sitting) -> Self {
        let asked = sitting.items.iter().any(|item| item.confident.is_some());
        let errors = sitting.items.iter().filter(|item| is_confident_error(item)).count();
        Self { grade: sitting.grade, confident_errors: asked.then_some(errors), supervised: sitting.supervised }
    }
}

fn is_confident_error(item: &ItemAnswer) -> bool {
    item.confident == Some(true) && item.grade.is_some_and(|grade| !grade.is_full())
}

/// What the course added for one person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonGain {
    /// Who.
    pub learner: LearnerId,
    /// The test before.
    pub before: Option<Taken>,
    /// The test after.
    pub after: Option<Taken>,
}

impl PersonGain {
    /// Returns both grades, where both tests were taken.
    pub fn both(&self) -> Option<(Grade, Grade)> {
        Some((self.before?.grade, self.after?.grade))
    }

    /// Returns by how many hundredths of a percent the grade rose; less than nothing where it fell.
    pub fn change(&self) -> Option<i32> {
        self.both().map(|(before, after)| i32::from(after.number()) - i32::from(before.number()))
    }

    /// Returns the normalised gain.
    pub fn normalised(&self) -> Stat {
        match self.both() {
            Some((before, after)) => normalised(share(before), share(after)),
            None => Stat::none(Why::OneTestMissing),
        }
    }
}

/// What the course added for all.
#[derive(Debug, Clone, PartialEq)]
pub struct Gain {
    /// Each person who took one of the tests, by id.
    pub people: Vec<PersonGain>,
    /// How many took both; the means are theirs.
    pub both: usize,
    /// The mean of the test before, as a share.
    pub before: Stat,
    /// The mean of the test after, as a share.
    pub after: Stat,
    /// The standard deviation of the change, as a share.
    pub change_deviation: Stat,
    /// The normalised gain of the means: the one that Hake compares courses by.
    pub normalised: Stat,
    /// The mean of the normalised gains of the people who have one.
    pub mean_normalised: Stat,
    /// Confident errors before, of those who took both; none where nobody asked.
    pub confident_errors_before: Option<usize>,
    /// Confident errors after, of those who took both; none where nobody asked.
    pub confident_errors_after: Option<usize>,
}

impl Gain {
    /// Compares the first attempt of each at the test before with an attempt at the test after.
    pub fn of(before: &[Sitting], after: &[Sitting], which: Which) -> Self {
        let people = people(before, after, which);
        let both: Vec<(f64, f64)> =
            people.iter().filter_map(PersonGain::both).map(|(a, b)| (share(a), share(b))).collect();
        let count = both.len();
        let (ones, others): (Vec<f64>, Vec<f64>) = both.iter().copied().unzip();
        let changes: Vec<f64> = both.iter().map(|(before, after)| after - before).collect();
        let gains: Vec<f64> = people.iter().filter_map(|person| person.normalised().value()).collect();
        let stat = |value: Option<f64>, why| value.map_or(Stat::none(why), |value| Stat::of(value, count));
        let class = moments::mean(&ones).zip(moments::mean(&others)).map(|(a, b)| normalised(a, b));
        Self {
            both: count,
            before: stat(moments::mean(&ones), Why::NoAnswers),
            after: stat(moments::mean(&others), Why::NoAnswers),
            change_deviation: stat(moments::deviation(&changes), Why::OneAnswer),
            normalised: class.map_or(Stat::none(Why::NoAnswers), |class| match class.value() {
                Some(value) => Stat::of(value, count),
                None => class,
            }),
            mean_normalised: stat(moments::mean(&gains), Why::PerfectBefore),
            confident_errors_before: errors(&people, |person| person.before),
            confident_errors_after: errors(&people, |person| person.after),
            people,
        }
    }
}

/// Returns Hake's normalised gain of two shares; none where the first leaves nothing to gain.
pub fn normalised(before: f64, after: f64) -> Stat {
    if before >= 1.0 {
        return Stat::none(Why::PerfectBefore);
    }
    Stat::firm((after - before) / (1.0 - before))
}

fn people(before: &[Sitting], after: &[Sitting], which: Which) -> Vec<PersonGain> {
    let mut people: BTreeMap<LearnerId, PersonGain> = BTreeMap::new();
    let nobody = |learner| PersonGain { learner, before: None, after: None };
    for sitting in Which::First.of(before) {
        people.entry(sitting.learner).or_insert_with(|| nobody(sitting.learner)).before = Some(Taken::of(sitting));
    }
    for sitting in which.of(after) {
        people.entry(sitting.learner).or_insert_with(|| nobody(sitting.learner)).after = Some(Taken::of(sitting));
    }
    people.into_values().collect()
}

fn errors(people: &[PersonGain], test: impl Fn(&PersonGain) -> Option<Taken>) -> Option<usize> {
    let took_both = people.iter().filter(|person| person.both().is_some());
    let counts: Vec<usize> = took_both.filter_map(|person| test(person)?.confident_errors).collect();
    (!counts.is_empty()).then(|| counts.iter().sum())
}

fn share(grade: Grade) -> f64 {
    f64::from(grade.number()) / 10_000.0
}
