//! A queue of items to decide on.
//!
//! Apart because the order of work and the clock count as much as what is decided.

use super::Pick;
use super::rule::{Fault, Rule};
use super::text::TextCheck;
use crate::id::OptionId;

/// A queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// The time in the story, as it is shown; may be empty.
    pub now: String,
    /// What can be decided.
    pub decisions: Vec<Pick>,
    /// The codes that go with it; may be none.
    pub codes: Vec<Code>,
    /// The items, in the order in which they came in.
    pub items: Vec<Item>,
    /// Rules on notes.
    pub note_rules: Vec<Rule<TextCheck>>,
    /// What goes before everything else.
    pub order: Option<Order>,
}

impl Desk {
    /// Finds an item.
    pub fn item(&self, id: &OptionId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }
}

/// A code of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The code and its words.
    pub pick: Pick,
    /// The decision it goes with.
    pub decision: String,
}

/// An item in the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The id.
    pub id: OptionId,
    /// Who sent it.
    pub from: String,
    /// What it is called.
    pub title: String,
    /// What the desk sees, as Markdown.
    pub text: String,
    /// The right decision.
    pub decision: String,
    /// The right code; none where the queue has no codes.
    pub code: Option<String>,
    /// Codes that are as good.
    pub also: Vec<String>,
    /// Whether a wrong decision fails the whole.
    pub critical: bool,
    /// Whether a note is asked.
    pub note: bool,
    /// Said in the debrief.
    pub why: String,
}

/// What goes before everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// These items, in this order.
    pub first: Vec<OptionId>,
    /// What is said where they did not.
    pub fault: Fault,
}
