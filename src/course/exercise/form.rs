//! A form: fields, and rules within and across them.
//!
//! Apart from the other engines because its values are typed and its rules point at fields.

use super::rule::Rule;
use super::text::TextCheck;
use super::{Finds, Pick};
use crate::course::hash::ContentHash;
use crate::id::OptionId;

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The fields, in the order of filling.
    pub fields: Vec<Field>,
    /// The rules, in the order of the file.
    pub rules: Vec<FormRule>,
}

impl Form {
    /// Hashes what is shown: ids, labels, hints, kinds and options, so that a kept answer says what was asked.
    pub fn text_hash(&self) -> ContentHash {
        let parts = self.fields.iter().flat_map(|field| {
            let options = field.options().iter().flat_map(|pick| [pick.id.as_str(), pick.text.as_str()]);
            [field.id.as_str(), field.label.as_str(), field.hint.as_str()].into_iter().chain(options)
        });
        ContentHash::of(parts)
    }

    /// Finds a field.
    pub fn field(&self, id: &OptionId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == *id)
    }
}

/// One field, or one column of a field of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The id.
    pub id: OptionId,
    /// The label beside it.
    pub label: String,
    /// What to write, in few words; may be empty.
    pub hint: String,
    /// Whether empty is a fault.
    pub need: bool,
    /// The code of an empty or malformed value.
    pub code: String,
    /// What stands there at the start.
    pub given: String,
    /// Whether it is shown and cannot be changed.
    pub locked: bool,
    /// What it takes.
    pub kind: FieldKind,
}

impl Field {
    /// Returns what can be chosen; nothing where one writes.
    pub fn options(&self) -> &[Pick] {
        match &self.kind {
            FieldKind::Choice(options) | FieldKind::Choices(options) => options,
            FieldKind::Text
            | FieldKind::Long
            | FieldKind::Number
            | FieldKind::Timecode { .. }
            | FieldKind::Duration
            | FieldKind::Date
            | FieldKind::DateTime { .. }
            | FieldKind::Rows { .. } => &[],
        }
    }
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// One of these.
    Choice(Vec<Pick>),
    /// Several of these.
    Choices(Vec<Pick>),
    /// A number.
    Number,
    /// `00:00:08:00` at so many frames a second.
    Timecode {
        /// Frames a second.
        fps: u8,
    },
    /// `mm:ss`.
    Duration,
    /// `2027-03-16`.
    Date,
    /// `2027-03-16T15:30Z`.
    DateTime {
        /// Minutes east of UTC of the local time that is shown beside it.
        east: i16,
        /// The name of that place; may be empty.
        zone: String,
    },
    /// Repeated rows.
    Rows {
        /// The columns.
        columns: Vec<Field>,
        /// The fewest rows.
        least: u16,
        /// The most rows.
        most: u16,
        /// What stands there at the start.
        given: Vec<Vec<String>>,
    },
}

/// A field, or a column of one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The field.
    pub field: OptionId,
    /// The column, for a field of rows.
    pub column: Option<OptionId>,
}

/// A rule of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormRule {
    /// Where.
    pub at: Target,
    /// The other field that must have a value, or this value, for the rule to apply.
    pub when: Option<(OptionId, Option<String>)>,
    /// The rule.
    pub rule: Rule<FormCheck>,
}

/// How far a number may be off.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Slack {
    /// By so much.
    pub near: f64,
    /// By so many percent of the key.
    pub percent: f64,
}

/// What a rule of a form checks.
#[derive(Debug, Clone, PartialEq)]
pub enum FormCheck {
    /// A check on the text.
    Text(TextCheck),
    /// The field is not empty.
    Filled,
    /// The number, or the duration in seconds, lies between.
    Between {
        /// Lowest.
        low: f64,
        /// Highest.
        high: f64,
    },
    /// The value is the key: a choice, several choices, or a number.
    Key {
        /// The key; several for several choices.
        key: Vec<String>,
        /// How far a number may be off.
        slack: Slack,
    },
    /// The column has these values, row by row; `*` takes anything.
    RowKeys {
        /// The keys.
        key: Vec<String>,
        /// How far a number may be off.
        slack: Slack,
        /// In how many rows.
        least: u32,
    },
    /// The field begins with the value of another.
    SameStart {
        /// The other.
        other: Target,
    },
    /// The value is not above, or after, the other one.
    AtMost {
        /// The other.
        other: Target,
    },
    /// The date is at most so many hours before the other.
    Younger {
        /// The other.
        other: Target,
        /// The hours.
        hours: u32,
    },
    /// The column is the product of two others.
    Product {
        /// The columns.
        of: (OptionId, OptionId),
    },
    /// So many rows are filled.
    LeastRows {
        /// How many.
        least: u32,
    },
    /// The column, or several choices, has so many different values.
    Distinct {
        /// How many.
        least: u32,
    },
    /// The value is not among the cells or words of another field.
    NotIn {
        /// The other.
        other: Target,
    },
    /// The text follows the grammar of restriction lines.
    Restrictions,
    /// The restriction line says the same as the key.
    RestrictionsAre {
        /// The key.
        key: String,
    },
    /// The duration is the sum of the shots.
    Sum {
        /// A field of rows with the columns `in` and `out`.
        rows: OptionId,
        /// Seconds that it may be off.
        near: u32,
    },
    /// The column counts 1, 2, 3 ….
    ShotsNumbered,
    /// The first `in` is zero.
    ShotsStart,
    /// Every `out` comes after its `in`.
    ShotsForward,
    /// Every `in` is the `out` before it.
    ShotsJoined,
    /// Every shot is so long.
    ShotsLeast {
        /// Seconds.
        seconds: u32,
    },
    /// Shots whose text has a pattern are at most so long.
    ShotsVague {
        /// The patterns.
        find: Finds,
        /// Seconds.
        seconds: u32,
    },
    /// Soundbite lines have their form.
    Soundbites,
    /// Those rows of the column have a pattern.
    RowHas {
        /// Rows from 1.
        rows: Vec<u32>,
        /// The patterns.
        find: Finds,
    },
}
