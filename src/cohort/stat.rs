//! A statistic with what speaks against it: too few answers, nothing that varies, nothing to compare.
//!
//! Apart because every figure of a cohort says the same about itself: either it stands, or it is shown grey with the
//! reason, or there is none and the reason stands in its place. Never a NaN.

/// How many answers a statistic needs before it is more than chance.
pub const ENOUGH: usize = 20;

/// Why a statistic is grey or missing; the words are found by `key`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Fewer than `ENOUGH` answers: this many.
    FewAnswers(usize),
    /// Nobody answered.
    NoAnswers,
    /// One answer has no spread.
    OneAnswer,
    /// Everybody has the same mark.
    SameMarks,
    /// Everybody has the same result in the rest of the test.
    SameRest,
    /// There is no rest of the test: it has one question.
    OneItem,
    /// Too few people answered all of it; where each has other questions, there is no common test.
    NoCommonTest,
    /// It has no real value: the item works against the test.
    AgainstTest,
    /// The score of somebody who guesses is not known for this kind of question.
    NoGuess,
    /// Full marks in the test before leave nothing to gain.
    PerfectBefore,
    /// One of the two tests was not taken.
    OneTestMissing,
    /// Both markers gave everybody the same.
    OneCategory,
}

impl Why {
    /// Returns the name by which the words for it are found.
    pub fn key(self) -> &'static str {
        match self {
            Self::FewAnswers(_) => "few-answers",
            Self::NoAnswers => "no-answers",
            Self::OneAnswer => "one-answer",
            Self::SameMarks => "same-marks",
            Self::SameRest => "same-rest",
            Self::OneItem => "one-item",
            Self::NoCommonTest => "no-common-test",
            Self::AgainstTest => "against-test",
            Self::NoGuess => "no-guess",
            Self::PerfectBefore => "perfect-before",
            Self::OneTestMissing => "one-test-missing",
            Self::OneCategory => "one-category",
        }
    }
}

/// A statistic: its value, if it has one, and what speaks against it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stat {
    value: Option<f64>,
    why: Option<Why>,
}

impl Stat {
    /// Returns a statistic of `answers` answers; of fewer than `ENOUGH` it is grey.
    pub fn of(value: f64, answers: usize) -> Self {
        let why = (answers < ENOUGH).then_some(Why::FewAnswers(answers));
        if value.is_finite() { Self { value: Some(value), why } } else { Self::none(Why::NoAnswers) }
    }

    /// Returns a figure that stands whatever the number of answers.
    pub fn firm(value: f64) -> Self {
        Self::of(value, ENOUGH)
    }

    /// Returns a statistic that there is not.
    pub fn none(why: Why) -> Self {
        Self { value: None, why: Some(why) }
    }

    /// Returns the value, be it grey.
    pub fn value(self) -> Option<f64> {
        self.value
    }

    /// Returns the value where nothing speaks against it.
    pub fn solid(self) -> Option<f64> {
        self.value.filter(|_| self.why.is_none())
    }

    /// Returns what speaks against it.
    pub fn why(self) -> Option<Why> {
        self.why
    }

    /// Returns the statistic in whole percents, halves away from zero: what files and screens show.
    pub fn percent(self) -> Option<i64> {
        self.value.map(percent)
    }

    /// Returns the statistic with another value, what speaks against it unchanged.
    #[must_use]
    pub fn map(self, change: impl FnOnce(f64) -> f64) -> Self {
        let value = self.value.map(change).filter(|value| value.is_finite());
        Self { value, why: self.why }
    }
}

/// Returns a share in whole percents, halves away from zero.
pub fn percent(share: f64) -> i64 {
    // A float that is cast stops at the ends of the whole numbers, and no share comes near them.
    (share * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_twenty_answers_a_statistic_is_grey_and_says_why() {
        let grey = Stat::of(0.5, 19);
        assert_eq!((grey.value(), grey.solid(), grey.why()), (Some(0.5), None, Some(Why::FewAnswers(19))));
        assert_eq!(Stat::of(0.5, 20).solid(), Some(0.5));
    }

    #[test]
    fn what_is_no_number_is_no_statistic() {
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Stat::of(odd, 40).value(), None);
            assert_eq!(Stat::firm(1.0).map(|_| odd).value(), None);
        }
    }

    #[test]
    fn percents_are_rounded_once_and_halves_go_away_from_zero() {
        let cases = [(0.125, 13), (-0.125, -13), (0.0, 0), (-0.004, 0), (0.995, 100), (1.0, 100)];
        for (share, shown) in cases {
            assert_eq!(Stat::firm(share).percent(), Some(shown));
        }
    }
}
