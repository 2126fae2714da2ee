//! One finding: what is wrong, where, how much it matters, and what to do.
//!
//! Apart from the rules so that screens, debriefs and reports need to know nothing of engines.

use crate::course::exercise::form::Target;
use crate::course::exercise::rule::{Fault, Weight};
use crate::course::question::Question;
use crate::id::{OptionId, QuestionId};

/// Where in a work something was found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Nowhere in particular.
    Whole,
    /// In a field of a form, and of a field of rows in a row, from 0.
    Field(Target, Option<usize>),
    /// At words of a text, from 0; the second is the word after the last.
    Words(usize, usize),
    /// At a card.
    Card(OptionId),
    /// At an item of a queue.
    Item(OptionId),
    /// At a tool of a case.
    Tool(OptionId),
    /// At something concluded.
    Conclusion(OptionId),
    /// At a step or a line of a rubric.
    Step(OptionId),
    /// At a question after the work.
    Question(QuestionId),
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code of the rule.
    pub code: String,
    /// How much it matters.
    pub weight: Weight,
    /// Where.
    pub place: Place,
    /// What is wrong: the course's words, with what was found put in.
    pub message: String,
    /// What to do: the course's words.
    pub advice: String,
}

impl Finding {
    /// Makes a finding of a rule that was broken. Values replace `{name}` in the message.
    pub fn new(fault: &Fault, place: Place, values: &[(&str, &str)]) -> Self {
        let message = values
            .iter()
            .fold(fault.message.clone(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
        Self { code: fault.code.clone(), weight: fault.weight, place, message, advice: fault.advice.clone() }
    }

    /// Makes the finding of a question that was not answered in full.
    pub(super) fn of_question(question: &Question) -> Self {
        Self {
            code: "QUESTION".to_owned(),
            weight: if question.critical { Weight::Critical } else { Weight::Error },
            place: Place::Question(question.id.clone()),
            message: question.prompt.clone(),
            advice: question.why.clone(),
        }
    }
}
