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

/// What is said of something: in the course's words, or in the program's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Words of the course, with what was found put in.
    Course(String),
    /// A message of the catalogue, by its name, with its values.
    Own(&'static str, Vec<(&'static str, String)>),
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
    /// Every place of a text with words that must not be there: the first, and the one after the last.
    pub words: Vec<(usize, usize)>,
    /// What is wrong.
    pub message: Said,
    /// What to do, in the course's words; may be empty.
    pub advice: String,
}

impl Finding {
    /// Makes a finding of a rule that was broken. Values replace `{name}` in the message.
    pub fn new(fault: &Fault, place: Place, values: &[(&str, &str)]) -> Self {
        let put_in = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
        let message = Said::Course(values.iter().fold(fault.message.clone(), put_in));
        let (code, advice, words) = (fault.code.clone(), fault.advice.clone(), Vec::new());
        Self { code, weight: fault.weight, place, words, message, advice }
    }

    /// Makes a finding that says what the course wrote beside something.
    pub(super) fn beside(code: &str, is_critical: bool, place: Place, words: &str) -> Self {
        let weight = if is_critical { Weight::Critical } else { Weight::Error };
        let message = Said::Course(words.to_owned());
        Self { code: code.to_owned(), weight, place, words: Vec::new(), message, advice: String::new() }
    }

    /// Makes a finding in the program's own words.
    pub(super) fn own(code: &str, place: Place, key: &'static str, values: Vec<(&'static str, String)>) -> Self {
        let message = Said::Own(key, values);
        let (weight, words) = (Weight::Error, Vec::new());
        Self { code: code.to_owned(), weight, place, words, message, advice: String::new() }
    }

    /// Makes the finding of a question that was not answered in full.
    pub(super) fn of_question(question: &Question) -> Self {
        let place = Place::Question(question.id.clone());
        let prompt = Self::beside("QUESTION", question.critical, place, &question.prompt);
        Self { advice: question.why.clone(), ..prompt }
    }
}
