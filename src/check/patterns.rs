//! The patterns and expressions of an exercise's rules: all of them can be read.
//!
//! Apart from the proof because a work that is judged by a broken pattern proves nothing.

use std::ops::Range;

use crate::assess::work::text::expression;
use crate::course::exercise::{Exercise, Patterns};
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::pattern::Pattern;

/// Reports patterns that cannot be read; returns whether all can.
pub(super) fn check(source: &Source<'_>, exercise: &Exercise) -> bool {
    let all = Patterns::of(&exercise.engine);
    let mut stand = true;
    for pattern in all.patterns {
        if let Err(bad) = Pattern::parse(pattern) {
            let hint = "docs/course-format.md shows what patterns can say";
            source.error(code::BAD_PATTERN, place(source, pattern), format!("not a pattern: {bad}"), hint);
            stand = false;
        }
    }
    for regex in all.expressions.into_iter().filter(|regex| expression(regex).is_none()) {
        let hint = "write a plain regular expression: no look-around, no back references";
        source.error(code::BAD_PATTERN, place(source, regex), format!("not an expression: {regex}"), hint);
        stand = false;
    }
    stand
}

fn place(source: &Source<'_>, words: &str) -> Range<usize> {
    source.text.find(words).map_or(0..0, |at| at..at + words.len())
}
