//! An investigation: tools with costs and results, a conclusion with reasons.
//!
//! Apart because here the way counts: what was looked at first, what was paid for it, what was cited.

use super::Pick;
use super::rule::Rule;
use crate::id::OptionId;

/// An investigation.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Minutes of the story that the tools may take.
    pub budget: u16,
    /// The tools.
    pub tools: Vec<Tool>,
    /// What is concluded.
    pub conclusions: Vec<Conclusion>,
    /// How many strong reasons must be cited.
    pub reasons: u16,
    /// Rules on the order of work.
    pub steps: Vec<Rule<StepCheck>>,
}

impl Case {
    /// Finds a tool.
    pub fn tool(&self, id: &OptionId) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.id == *id)
    }
}

/// A tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// The id.
    pub id: OptionId,
    /// What it does.
    pub text: String,
    /// Minutes of the story.
    pub cost: u16,
    /// What it brings, as Markdown.
    pub result: String,
    /// Only after these.
    pub needs: Vec<OptionId>,
    /// What its result is worth as a reason.
    pub strength: Strength,
}

/// What a result is worth as a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Leads to the wrong conclusion.
    Misleading,
    /// Says nothing.
    None,
    /// Supports a little.
    Weak,
    /// Carries the conclusion.
    Strong,
}

/// Something to be concluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conclusion {
    /// The id.
    pub id: OptionId,
    /// What is asked.
    pub text: String,
    /// The right option.
    pub key: String,
    /// Whether a wrong one fails the whole.
    pub critical: bool,
    /// The options, with what is said of each.
    pub options: Vec<(Pick, String)>,
}

/// What a rule on the order of work checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepCheck {
    /// The tool is among the first so many.
    Early {
        /// The tool.
        tool: OptionId,
        /// How many.
        within: u16,
    },
    /// One comes before the other, where the other was used.
    Before {
        /// The one.
        first: OptionId,
        /// The other.
        then: OptionId,
    },
    /// The tool was used.
    Used(OptionId),
    /// The tool was not used.
    Unused(OptionId),
}
