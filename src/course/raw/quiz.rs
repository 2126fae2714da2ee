//! A quiz file, original or translation, and the questions in it.
//!
//! Flat: a question has every field of every kind, because tagged enums lose the places of their values. Translations
//! use the same types; what they may not hold is a rule of translation.

use std::ops::Range;

use toml::Spanned;

use crate::course::fields::{Fields, Text};

/// A quiz file.
#[derive(Debug, Default)]
pub struct Quiz {
    /// The lesson it belongs to; not in translations.
    pub lesson: Option<Text>,
    /// The pass mark in percent.
    pub pass: Option<Spanned<i64>>,
    /// The questions.
    pub questions: Vec<Question>,
}

/// A question, or a variant of one.
#[derive(Debug, Default)]
pub struct Question {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// Ids it had before.
    pub was: Vec<Text>,
    /// The hash of the original that a translation was made from.
    pub of: Option<Text>,
    /// The kind.
    pub kind: Option<Text>,
    /// The outcome it tests.
    pub outcome: Option<Text>,
    /// Whether missing it fails the quiz.
    pub critical: Option<Spanned<bool>>,
    /// What is asked.
    pub prompt: Option<Text>,
    /// Shown after the answer.
    pub why: Option<Text>,
    /// Hints, each telling more.
    pub hints: Vec<Text>,
    /// Whether options change places.
    pub shuffle: Option<Spanned<bool>>,
    /// Options, cards or spans.
    pub options: Vec<Choice>,
    /// Right-hand sides or categories.
    pub targets: Vec<Target>,
    /// Of `true_false`.
    pub truth: Option<Spanned<bool>>,
    /// The model answer of `short`.
    pub answer: Option<Text>,
    /// The right number.
    pub value: Option<Spanned<f64>>,
    /// How far from it is still right.
    pub tolerance: Option<Spanned<f64>>,
    /// What is counted.
    pub unit: Option<Text>,
    /// Said when right.
    pub right_feedback: Option<Text>,
    /// Said when wrong in no expected way.
    pub otherwise: Option<Text>,
    /// Wrong answers that are expected.
    pub traps: Vec<Trap>,
    /// Patterns of right answers.
    pub accept: Vec<Text>,
    /// The text of a `mark`.
    pub text: Option<Text>,
    /// Sisters in the same slot.
    pub variants: Vec<Question>,
    /// The names and places of the fields that are there.
    pub present: Vec<(&'static str, Range<usize>)>,
}

/// An option.
#[derive(Debug, Default)]
pub struct Choice {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// The words.
    pub text: Option<Text>,
    /// Said of it.
    pub feedback: Option<Text>,
    /// Whether it is a key.
    pub right: Option<Spanned<bool>>,
    /// The target it belongs to.
    pub target: Option<Text>,
}

/// A target.
#[derive(Debug, Default)]
pub struct Target {
    /// Where it begins.
    pub span: Range<usize>,
    /// The id.
    pub id: Option<Text>,
    /// The words.
    pub text: Option<Text>,
}

/// A wrong answer that is expected.
#[derive(Debug, Default)]
pub struct Trap {
    /// Where it begins.
    pub span: Range<usize>,
    /// The wrong number.
    pub value: Option<Spanned<f64>>,
    /// How far from it still counts as it.
    pub tolerance: Option<Spanned<f64>>,
    /// Patterns of the wrong text.
    pub accept: Vec<Text>,
    /// Said of it.
    pub feedback: Option<Text>,
}

/// The fields that only some kinds or only originals have.
const PARTICULAR: [&str; 14] = [
    "kind",
    "outcome",
    "critical",
    "shuffle",
    "options",
    "targets",
    "answer",
    "value",
    "tolerance",
    "unit",
    "right_feedback",
    "otherwise",
    "traps",
    "accept",
];

impl Quiz {
    /// Reads a quiz file.
    pub fn read(fields: &Fields<'_>) -> Self {
        Self {
            lesson: fields.text("lesson"),
            pass: fields.whole("pass"),
            questions: fields.tables("questions", "a question", Question::read),
        }
    }
}

impl Question {
    /// Reads a question and its variants.
    pub fn read(fields: &Fields<'_>) -> Self {
        let variants = fields.tables("variants", "a variant", Self::read_one);
        Self { variants, ..Self::read_one(fields) }
    }

    fn read_one(fields: &Fields<'_>) -> Self {
        let (truth, answer) = read_answer(fields);
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            was: fields.texts("was"),
            of: fields.text("of"),
            kind: fields.text("kind"),
            outcome: fields.text("outcome"),
            critical: fields.flag("critical"),
            prompt: fields.text("prompt"),
            why: fields.text("why"),
            hints: fields.texts("hints"),
            shuffle: fields.flag("shuffle"),
            options: fields.tables("options", "an option", Choice::read),
            targets: fields.tables("targets", "a target", Target::read),
            truth,
            answer,
            value: fields.number("value"),
            tolerance: fields.number("tolerance"),
            unit: fields.text("unit"),
            right_feedback: fields.text("right_feedback"),
            otherwise: fields.text("otherwise"),
            traps: fields.tables("traps", "a trap", Trap::read),
            accept: fields.texts("accept"),
            text: fields.text("text"),
            variants: Vec::new(),
            present: present(fields),
        }
    }

    /// Returns where a field stands, if it is there.
    pub fn place_of(&self, key: &str) -> Option<Range<usize>> {
        self.present.iter().find(|(name, _)| *name == key).map(|(_, span)| span.clone())
    }
}

fn read_answer(fields: &Fields<'_>) -> (Option<Spanned<bool>>, Option<Text>) {
    let Some((value, span)) = fields.any("answer") else { return (None, None) };
    if !value.is_bool() && !value.is_str() {
        fields.wrong_type::<()>("answer", value, span, "true, false or a text in quotes");
        return (None, None);
    }
    if value.is_bool() { (fields.flag("answer"), None) } else { (None, fields.text("answer")) }
}

fn present(fields: &Fields<'_>) -> Vec<(&'static str, Range<usize>)> {
    let place = |key| fields.any(key).map(|(_, span)| (key, span));
    PARTICULAR.into_iter().chain(["text"]).filter_map(place).collect()
}

impl Choice {
    /// Returns whether it is marked as right.
    pub fn is_right(&self) -> bool {
        self.right.as_ref().is_some_and(|right| *right.get_ref())
    }

    fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            id: fields.need_text("id"),
            text: fields.text("text"),
            feedback: fields.text("feedback"),
            right: fields.flag("right"),
            target: fields.text("target"),
        }
    }
}

impl Target {
    fn read(fields: &Fields<'_>) -> Self {
        Self { span: fields.span.clone(), id: fields.need_text("id"), text: fields.need_text("text") }
    }
}

impl Trap {
    fn read(fields: &Fields<'_>) -> Self {
        Self {
            span: fields.span.clone(),
            value: fields.number("value"),
            tolerance: fields.number("tolerance"),
            accept: fields.texts("accept"),
            feedback: fields.text("feedback"),
        }
    }
}
