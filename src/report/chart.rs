//! A chart of a report: what is drawn, in cells that a table of the same report holds.
//!
//! Apart from tables because people look at it and do not read it; and from the writers so that a page and a print draw
//! the same. Nothing is computed or rounded here, and nothing is known of lines, colours and sizes.

use super::cell::{Cell, Clean, Value};

/// A chart. What is reached is drawn filled, what is not is drawn hollow: meaning is never by colour alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The name that programs use; it never changes.
    pub key: &'static str,
    /// The heading.
    pub title: Clean,
    /// What it shows, for those who cannot see it and for those who have not seen such a chart before.
    pub about: Clean,
    /// What filled means.
    pub filled: Clean,
    /// What hollow means.
    pub hollow: Clean,
    /// What is drawn.
    pub points: Points,
}

/// What is drawn, by its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Points {
    /// A bar a thing, in whole percents of the full length.
    Bars {
        /// The bars, in order.
        bars: Vec<Bar>,
        /// What the mark on a bar is.
        first: Clean,
        /// The score that is asked of all of them, with its name; none where it is not one for all.
        pass: Option<(Clean, Cell)>,
    },
    /// A row of equal fields a thing, some of them filled.
    Shares(Vec<Share>),
    /// A point a moment, in whole percents of the full height, the earliest first.
    Moments(Vec<Moment>),
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: Clean,
    /// How long it is, in percent; nothing where nothing is known.
    pub value: Cell,
    /// Where the mark on it is, in percent.
    pub first: Cell,
    /// Whether it is filled.
    pub is_reached: bool,
}

/// Some out of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What it stands for.
    pub label: Clean,
    /// How many are filled.
    pub part: u64,
    /// How many there are.
    pub of: u64,
}

impl Share {
    /// Returns what people read: `2 / 3`.
    pub fn shown(&self) -> String {
        format!("{} / {}", self.part, self.of)
    }
}

/// A point in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// What it stands for.
    pub label: Clean,
    /// When it was.
    pub at: Cell,
    /// How high it is, in percent.
    pub value: Cell,
    /// Whether it is filled.
    pub is_reached: bool,
}

impl Chart {
    /// Returns whether there is anything to look at.
    pub fn says_something(&self) -> bool {
        match &self.points {
            Points::Bars { bars, .. } => bars.iter().any(|bar| bar.value.percents().is_some()),
            Points::Shares(shares) => shares.iter().any(|share| share.part > 0),
            Points::Moments(moments) => !moments.is_empty(),
        }
    }
}

impl Cell {
    /// Returns how far along a length of 100 the cell is; none where nothing is known.
    pub fn percents(&self) -> Option<u64> {
        match self.value {
            Value::Number(percent) => Some(percent.min(100)),
            Value::Nothing | Value::Bool(_) | Value::Signed(_) | Value::Text(_) => None,
        }
    }
}
