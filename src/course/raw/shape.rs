//! `[shape]` of `course.toml`.

use toml::Spanned;

use crate::course::fields::Fields;

/// A number and where it stands.
type Whole = Option<Spanned<i64>>;

/// The table.
#[derive(Debug, Default)]
pub struct Shape {
    /// `hook = [80, 120]`.
    pub hook: Vec<Spanned<i64>>,
    /// `core = [500, 800]`.
    pub core: Vec<Spanned<i64>>,
    /// `example = true`.
    pub example: bool,
    /// `half_finished = true`.
    pub half_finished: bool,
    /// `summary = 5`.
    pub summary: Whole,
    /// `minutes = [8, 12]`.
    pub minutes: Vec<Spanned<i64>>,
    /// `quiz = [8, 12]`.
    pub quiz: Vec<Spanned<i64>>,
    /// `kinds = 4`.
    pub kinds: Whole,
    /// `variants = 50`.
    pub variants: Whole,
    /// `lix = 45`.
    pub lix: Whole,
    /// `long_sentences = 20`.
    pub long_sentences: Whole,
}

impl Shape {
    /// Reads the table.
    pub fn read(fields: &Fields<'_>) -> Self {
        let flag = |key| fields.flag(key).is_some_and(Spanned::into_inner);
        Self {
            hook: fields.wholes("hook"),
            core: fields.wholes("core"),
            example: flag("example"),
            half_finished: flag("half_finished"),
            summary: fields.whole("summary"),
            minutes: fields.wholes("minutes"),
            quiz: fields.wholes("quiz"),
            kinds: fields.whole("kinds"),
            variants: fields.whole("variants"),
            lix: fields.whole("lix"),
            long_sentences: fields.whole("long_sentences"),
        }
    }
}
