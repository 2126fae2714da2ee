//! The shape that a course asks of its lessons.

use toml::Spanned;

use super::values::between;
use crate::course::raw::shape as raw;
use crate::course::shape::{Range, Shape};
use crate::course::source::Source;
use crate::diagnostic::code;

/// The most that any of its numbers can be.
const MOST: u16 = 10_000;

/// Checks the table; where there is none, nothing is asked for.
pub fn shape(source: &Source<'_>, raw: Option<&raw::Shape>) -> Shape {
    let Some(raw) = raw else { return Shape::default() };
    let range = |name, numbers| range(source, name, numbers);
    let number = |name, number: &Option<Spanned<i64>>, most| between(source, name, number.as_ref()?, (1, most));
    Shape {
        hook: range("hook", &raw.hook),
        core: range("core", &raw.core),
        example: raw.example,
        half_finished: raw.half_finished,
        summary: number("summary", &raw.summary, 100),
        minutes: range("minutes", &raw.minutes),
        quiz: range("quiz", &raw.quiz),
        kinds: number("kinds", &raw.kinds, 9),
        variants: number("variants", &raw.variants, 100),
        lix: number("lix", &raw.lix, 100),
        long_sentences: number("long_sentences", &raw.long_sentences, 100),
    }
}

fn range(source: &Source<'_>, name: &str, numbers: &[Spanned<i64>]) -> Option<Range> {
    let first = numbers.first()?;
    let bounds: Vec<u16> = numbers.iter().filter_map(|number| between(source, name, number, (0, MOST))).collect();
    match bounds[..] {
        [fewest, most] if fewest <= most => Some((fewest, most)),
        _ if bounds.len() < numbers.len() => None, // a number out of bounds was reported
        _ => {
            let message = format!("`{name}` is not a range");
            source.error(code::BAD_VALUE, first.span(), message, "write two whole numbers, [fewest, most]");
            None
        }
    }
}
