//! The shape that a course asks of its lessons, and how hard they may be to read.
//!
//! Apart from the manifest because a course need not say any of it, and because only `check` looks at it. What is not
//! said is not checked.

/// The fewest and the most.
pub type Range = (u16, u16);

/// What every lesson should look like; none and `false` ask for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Words before the first heading.
    pub hook: Option<Range>,
    /// Words of prose between hook and summary, without the worked example and what the reader completes.
    pub core: Option<Range>,
    /// Whether there is a worked example.
    pub example: bool,
    /// Whether there is a question inside the text, for the reader to complete something.
    pub half_finished: bool,
    /// Items of the list in the section `summary`.
    pub summary: Option<u16>,
    /// Minutes of reading.
    pub minutes: Option<Range>,
    /// Questions of the quiz.
    pub quiz: Option<Range>,
    /// The fewest kinds of questions in a quiz.
    pub kinds: Option<u16>,
    /// The least share of questions with a variant, in percent.
    pub variants: Option<u16>,
    /// The highest LIX, where a lesson names none.
    pub lix: Option<u16>,
    /// The greatest share of sentences over 20 words, in percent, where a lesson names none.
    pub long_sentences: Option<u16>,
}
