//! The shape that a course asks of its lessons, and how hard they may be to read.
//!
//! Apart from taste, which is asked of every course: here nothing is checked that `[shape]` of `course.toml` does not
//! name. Everything is a warning.

use std::ops::Range;

use super::measure::Measured;
use super::prose::LONG_SENTENCE;
use crate::course::load::LoadedLesson;
use crate::course::shape::{self, Shape};
use crate::course::source::Source;
use crate::diagnostic::code;

/// Holds the text of a lesson against the shape.
pub(super) fn text(source: &Source<'_>, lesson: &LoadedLesson, measured: &Measured, shape: &Shape) {
    let front = &lesson.text.front;
    let title = front.title.as_ref().map_or_else(|| front.span.clone(), toml::Spanned::span);
    let counts = &measured.counts;
    let words = "cut words, or write more";
    let place = |span: &Option<Range<usize>>| span.clone().unwrap_or_else(|| title.clone());
    within(source, &place(&measured.hook), ("words before the first heading", counts.hook), shape.hook, words);
    within(source, &place(&measured.core), ("words in the core", counts.core), shape.core, words);
    within(source, &title, ("minutes of reading", counts.minutes), shape.minutes, words);
    if shape.example && !measured.has_example {
        warn(source, &title, "the lesson has no worked example", "write one in a call-out `> [!EXAMPLE]`");
    }
    if shape.half_finished && !measured.has_half_finished {
        let hint = "let the reader complete something in a fenced block `question`";
        warn(source, &title, "the lesson has nothing half-finished", hint);
    }
    summary(source, &title, measured, shape);
    readability(source, lesson, &title, measured, shape);
}

/// Holds the quiz of a lesson against the shape.
pub(super) fn quiz(source: &Source<'_>, measured: &Measured, shape: &Shape) {
    let counts = &measured.counts;
    if let Some(least) = shape.kinds.filter(|least| counts.kinds < usize::from(*least)) {
        let message = format!("the questions are of {} kinds, and should be of {least}", counts.kinds);
        warn(source, &(0..0), &message, "ask some of them in another way");
    }
    if let Some(least) = shape.variants.filter(|least| counts.varied * 100 < counts.questions * usize::from(*least)) {
        let message = format!("{} of {} questions have a variant; {least} % should", counts.varied, counts.questions);
        warn(source, &(0..0), &message, "write `[[questions.variants]]` for some of the others");
    }
}

fn summary(source: &Source<'_>, title: &Range<usize>, measured: &Measured, shape: &Shape) {
    let Some(wanted) = shape.summary.map(usize::from) else { return };
    match &measured.summary {
        Some((_, items)) if *items == wanted => {}
        Some((span, items)) => {
            warn(source, span, &format!("the summary has {items} items, not {wanted}"), "add or take away items");
        }
        None => {
            let hint = format!("end with a section whose heading has `{{#summary}}`, and a list of {wanted} items");
            warn(source, title, "the lesson has no summary", &hint);
        }
    }
}

fn readability(source: &Source<'_>, lesson: &LoadedLesson, title: &Range<usize>, measured: &Measured, shape: &Shape) {
    let front = lesson.front.as_ref();
    let counts = &measured.counts;
    let lix = front.and_then(|front| front.lix).or(shape.lix);
    if let Some(most) = lix.filter(|most| counts.lix > usize::from(*most)) {
        let message = format!("the prose has a LIX of {}, over {most}", counts.lix);
        let hint = "shorten sentences and take shorter words; or give the lesson a limit of its own, `lix = …`";
        source.warning(code::HARD_TO_READ, title.clone(), message, hint);
    }
    let most_long = front.and_then(|front| front.long_sentences).or(shape.long_sentences);
    let longest = measured.prose.longest();
    if let (Some(_), Some(longest)) = (most_long.filter(|most| counts.long_sentences > usize::from(*most)), longest) {
        let message = format!("{} % of the sentences have over {LONG_SENTENCE} words", counts.long_sentences);
        let hint = format!("split the longest first: one here has {} words", longest.words);
        source.warning(code::LONG_SENTENCES, longest.span.clone(), message, hint);
    }
}

fn within(
    source: &Source<'_>,
    span: &Range<usize>,
    (what, count): (&str, usize),
    range: Option<shape::Range>,
    hint: &str,
) {
    let Some((fewest, most)) = range else { return };
    if !(usize::from(fewest)..=usize::from(most)).contains(&count) {
        warn(source, span, &format!("{what}: {count}, outside {fewest} to {most}"), hint);
    }
}

fn warn(source: &Source<'_>, span: &Range<usize>, message: &str, hint: &str) {
    source.warning(code::LESSON_SHAPE, span.clone(), message.to_owned(), hint.to_owned());
}
