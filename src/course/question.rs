//! A checked question, in one language, and its slot in a quiz.
//!
//! Apart from grading, which is `assess`: this is what was asked and what counts as right, and how both are hashed.

use serde::{Deserialize, Serialize};

use super::hash::ContentHash;
use crate::id::{OptionId, OutcomeId, QuestionId};

/// A place in a quiz: the question that stands there, or one of its sisters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The question and then its variants; never empty.
    pub questions: Vec<Question>,
}

impl Slot {
    /// Returns the question that gives the slot its id.
    pub fn first(&self) -> &Question {
        &self.questions[0]
    }
}

/// One question. Every text is Markdown in the language it was opened in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The id, which never changes.
    pub id: QuestionId,
    /// Ids it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<QuestionId>,
    /// The outcome it tests; none for a question inside a lesson.
    pub outcome: Option<OutcomeId>,
    /// Whether missing it fails the whole.
    pub critical: bool,
    /// What is asked.
    pub prompt: String,
    /// Shown after the answer.
    pub why: String,
    /// Hints, each telling more.
    pub hints: Vec<String>,
    /// Whether options are shown in another order each time.
    pub shuffle: bool,
    /// What is particular to the kind, the key included.
    pub body: QuestionBody,
}

/// One option, card, row or span.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The id.
    pub id: OptionId,
    /// The words; for a span the marked words; empty for true and false, which the catalogue names.
    pub text: String,
    /// Why it tempts, or why it is right.
    pub feedback: String,
}

/// A right-hand side of a match, or a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The id.
    pub id: OptionId,
    /// The words.
    pub text: String,
}

/// A wrong number that one expects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumberTrap {
    /// The wrong value.
    pub value: f64,
    /// How far from it still counts as it.
    pub tolerance: f64,
    /// What it shows.
    pub feedback: String,
}

/// A wrong text that one expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextTrap {
    /// Patterns of it.
    pub accept: Vec<String>,
    /// What it shows.
    pub feedback: String,
}

/// The nine kinds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuestionBody {
    /// One right option.
    Single {
        /// The options, in file order.
        options: Vec<Choice>,
        /// The right one.
        key: OptionId,
    },
    /// Several right options.
    Multiple {
        /// The options, in file order.
        options: Vec<Choice>,
        /// The right ones, in file order.
        keys: Vec<OptionId>,
    },
    /// A statement.
    TrueFalse {
        /// The options `true` and `false`, with feedback and without text.
        options: Vec<Choice>,
        /// Whether the statement is true.
        answer: bool,
    },
    /// Put in order.
    Order {
        /// The cards, in the right order.
        options: Vec<Choice>,
    },
    /// Join each option to a target of its own.
    Match {
        /// The left side.
        options: Vec<Choice>,
        /// The right side; there may be more of them.
        targets: Vec<Target>,
        /// The target of each option, by position.
        keys: Vec<OptionId>,
    },
    /// Sort options into categories.
    Sort {
        /// The cards.
        options: Vec<Choice>,
        /// The categories.
        targets: Vec<Target>,
        /// The category of each card, by position.
        keys: Vec<OptionId>,
    },
    /// A number.
    Number {
        /// The right value.
        value: f64,
        /// How far from it is still right.
        tolerance: f64,
        /// The unit, shown beside the field; may be empty.
        unit: String,
        /// Said when right.
        right_feedback: String,
        /// Said when wrong in no expected way.
        otherwise: String,
        /// Wrong values one expects.
        traps: Vec<NumberTrap>,
    },
    /// A few words.
    Short {
        /// Patterns of right answers.
        accept: Vec<String>,
        /// A model answer, matched by a pattern.
        answer: String,
        /// Said when right.
        right_feedback: String,
        /// Said when wrong in no expected way.
        otherwise: String,
        /// Wrong answers one expects.
        traps: Vec<TextTrap>,
    },
    /// Mark words in a text.
    Mark {
        /// The words of the text, without braces, with the white space that follows each.
        words: Vec<Word>,
        /// The spans that were braced: those to mark, and the tempting ones.
        options: Vec<Choice>,
        /// Which of the spans are to be marked.
        keys: Vec<OptionId>,
        /// Said of words outside every span.
        otherwise: String,
    },
}

impl Eq for QuestionBody {}

/// One word of a text to mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The word with its punctuation.
    pub text: String,
    /// Whether a new paragraph begins after it.
    pub ends_paragraph: bool,
    /// The span it belongs to.
    pub span: Option<OptionId>,
}

impl Question {
    /// Returns the hash of what is shown: prompt, options, targets, text, unit.
    pub fn text_hash(&self) -> ContentHash {
        let mut parts = vec![self.kind().as_str(), &self.prompt];
        parts.extend(self.body.shown_parts());
        ContentHash::of(parts)
    }

    /// Returns the hash of what counts as right: the key, tolerance, patterns, criticality.
    pub fn key_hash(&self) -> ContentHash {
        let mut parts = vec![self.kind().as_str().to_owned(), self.critical.to_string()];
        parts.extend(self.body.key_parts());
        ContentHash::of(parts.iter().map(String::as_str))
    }

    /// Returns which of the nine kinds it is.
    pub fn kind(&self) -> Kind {
        match self.body {
            QuestionBody::Single { .. } => Kind::Single,
            QuestionBody::Multiple { .. } => Kind::Multiple,
            QuestionBody::TrueFalse { .. } => Kind::TrueFalse,
            QuestionBody::Order { .. } => Kind::Order,
            QuestionBody::Match { .. } => Kind::Match,
            QuestionBody::Sort { .. } => Kind::Sort,
            QuestionBody::Number { .. } => Kind::Number,
            QuestionBody::Short { .. } => Kind::Short,
            QuestionBody::Mark { .. } => Kind::Mark,
        }
    }
}

/// The name of a kind, as in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants are described at QuestionBody")]
pub enum Kind {
    Single,
    Multiple,
    TrueFalse,
    Order,
    Match,
    Sort,
    Number,
    Short,
    Mark,
}

impl Kind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Single,
        Self::Multiple,
        Self::TrueFalse,
        Self::Order,
        Self::Match,
        Self::Sort,
        Self::Number,
        Self::Short,
        Self::Mark,
    ];

    /// Returns the kind of a name as files write it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Returns the name as files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::TrueFalse => "true_false",
            Self::Order => "order",
            Self::Match => "match",
            Self::Sort => "sort",
            Self::Number => "number",
            Self::Short => "short",
            Self::Mark => "mark",
        }
    }
}

impl QuestionBody {
    /// Returns the options, cards or spans; none for `number` and `short`.
    pub fn options(&self) -> &[Choice] {
        match self {
            Self::Single { options, .. }
            | Self::Multiple { options, .. }
            | Self::TrueFalse { options, .. }
            | Self::Order { options }
            | Self::Match { options, .. }
            | Self::Sort { options, .. }
            | Self::Mark { options, .. } => options,
            Self::Number { .. } | Self::Short { .. } => &[],
        }
    }

    /// Returns the targets of `match` and `sort`.
    pub fn targets(&self) -> &[Target] {
        match self {
            Self::Match { targets, .. } | Self::Sort { targets, .. } => targets,
            Self::Single { .. }
            | Self::Multiple { .. }
            | Self::TrueFalse { .. }
            | Self::Order { .. }
            | Self::Number { .. }
            | Self::Short { .. }
            | Self::Mark { .. } => &[],
        }
    }

    fn shown_parts(&self) -> Vec<&str> {
        let options = self.options().iter().flat_map(|o| [o.id.as_str(), &o.text]);
        let targets = self.targets().iter().flat_map(|t| [t.id.as_str(), &t.text]);
        let mut parts: Vec<&str> = options.chain(targets).collect();
        match self {
            Self::Number { unit, .. } => parts.push(unit),
            Self::Mark { words, .. } => parts.extend(words.iter().map(|w| w.text.as_str())),
            Self::Single { .. }
            | Self::Multiple { .. }
            | Self::TrueFalse { .. }
            | Self::Order { .. }
            | Self::Match { .. }
            | Self::Sort { .. }
            | Self::Short { .. } => {}
        }
        parts
    }

    fn key_parts(&self) -> Vec<String> {
        let ids = |ids: &[OptionId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        match self {
            Self::Single { key, .. } => vec![key.to_string()],
            Self::Multiple { keys, .. } => {
                let mut sorted = ids(keys);
                sorted.sort();
                sorted
            }
            Self::TrueFalse { answer, .. } => vec![answer.to_string()],
            Self::Order { options } => options.iter().map(|o| o.id.to_string()).collect(),
            Self::Match { options, keys, .. } | Self::Sort { options, keys, .. } => {
                let mut pairs: Vec<_> = options.iter().zip(keys).map(|(o, k)| format!("{}={k}", o.id)).collect();
                pairs.sort();
                pairs
            }
            Self::Number { value, tolerance, .. } => vec![value.to_string(), tolerance.to_string()],
            Self::Short { accept, .. } => accept.clone(),
            Self::Mark { words, keys, .. } => {
                let at = |w: &Word| w.span.as_ref().is_some_and(|s| keys.contains(s));
                words.iter().enumerate().filter(|(_, w)| at(w)).map(|(i, _)| i.to_string()).collect()
            }
        }
    }
}
