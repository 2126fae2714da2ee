//! What a learner answered, by ids and never by position.
//!
//! Apart from grading because drafts, events and reports hold responses without judging them.

use serde::{Deserialize, Serialize};

use crate::id::OptionId;

/// An answer, complete or not; which form fits is the kind's matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// `single` and `true_false`: the option chosen.
    Chosen(Option<OptionId>),
    /// `multiple`: the options ticked, in file order.
    Ticked(Vec<OptionId>),
    /// `order`: the cards as they stand.
    Ordered(Vec<OptionId>),
    /// `match` and `sort`: option and target, only the placed ones.
    Placed(Vec<(OptionId, OptionId)>),
    /// `number` and `short`: as typed.
    Typed(String),
    /// `mark`: positions of the marked words, rising.
    Marked(Vec<usize>),
}
