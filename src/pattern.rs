//! Patterns of short answers: words, `(a|b)` for a choice, `[optional words]`, `*` for any words.
//!
//! A pattern is compiled to a small machine that reads an answer once, letter by letter, and never goes back: the
//! work is at most the length of the answer times the length of the pattern, whatever an author or a learner types.
//! Capitals, accents, apostrophes, punctuation and spaces are evened out first, in both. The pattern matches the
//! whole answer. `*` between words stands for any words, none included; touching a letter or a bracket's outside it
//! stands for any letters of that word.

mod fold;
mod machine;
mod parse;

pub(crate) use fold::fold_behind;
pub use fold::{fold, is_blank};
pub use parse::{PatternError, PatternFault};

use machine::Machine;

/// A pattern, ready to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    whole: Machine,
    backwards: Machine,
}

impl Pattern {
    /// Reads a pattern, or says what is wrong with it and where.
    pub fn parse(source: &str) -> Result<Self, PatternError> {
        let nodes = parse::parse(source)?;
        let whole = Machine::compile(&nodes);
        if whole.run("").0 {
            return Err(PatternError { offset: 0, fault: PatternFault::MatchesNothingTyped });
        }
        Ok(Self { whole, backwards: Machine::backwards(&nodes) })
    }

    /// Returns whether the whole answer matches; an answer without words never does.
    pub fn matches(&self, answer: &str) -> bool {
        self.whole.run(&fold(answer)).0
    }

    /// Returns at which bytes of an evened-out text words begin that match, first to last. The text is read once,
    /// from its end, however many words begin so.
    pub fn starts(&self, folded: &str) -> Vec<usize> {
        let mut starts = self.backwards.starts(folded).0;
        starts.reverse();
        starts
    }
}

#[cfg(test)]
mod tests;
