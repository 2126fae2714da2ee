//! A question as xAPI knows questions: a type of interaction, its options, what is right, what was answered.
//!
//! Apart because each of the nine kinds is written in a way of its own: lists with `[,]` between, pairs with `[.]`,
//! ranges with `[:]`.

use serde_json::{Map, Value, json};

use crate::assess::{Response, figure};
use crate::course::Question;
use crate::course::question::{Choice, QuestionBody, Target, Word};
use crate::id::{Lang, OptionId};
use crate::report::Clean;
use crate::report::learner::Texts;

/// What stands between the parts of a list.
const COMMA: &str = "[,]";
/// What stands between the two of a pair.
const DOT: &str = "[.]";

/// A question, or what is left of one that nobody kept.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Interaction {
    kind: &'static str,
    /// What is asked; empty where that is not known.
    prompt: String,
    /// What is right, each one a whole answer.
    right: Vec<String>,
    /// Lists of options, by the name xAPI has for them.
    options: Vec<(&'static str, Vec<(String, String)>)>,
    /// The unit of a number, which is taken off the answer.
    unit: Option<String>,
}

impl Interaction {
    /// Returns a question of which only the id is known.
    pub(super) fn unknown() -> Self {
        Self { kind: "other", prompt: String::new(), right: Vec::new(), options: Vec::new(), unit: None }
    }

    /// Tells a question.
    pub(super) fn of(question: &Question, texts: &dyn Texts) -> Self {
        let plain = |text: &str| texts.plain(text);
        let choices = |options: &[Choice]| options.iter().map(|o| (o.id.to_string(), plain(&o.text))).collect();
        let targets = |targets: &[Target]| targets.iter().map(|t| (t.id.to_string(), plain(&t.text))).collect();
        let body = &question.body;
        let (kind, right, options) = match body {
            QuestionBody::Single { options, key } => {
                ("choice", vec![key.to_string()], vec![("choices", choices(options))])
            }
            QuestionBody::Multiple { options, keys } => {
                ("choice", vec![list(keys)], vec![("choices", choices(options))])
            }
            QuestionBody::TrueFalse { answer, .. } => ("true-false", vec![answer.to_string()], Vec::new()),
            QuestionBody::Order { options } => {
                ("sequencing", vec![list(options.iter().map(|o| &o.id))], vec![("choices", choices(options))])
            }
            QuestionBody::Match { options, targets: right, keys }
            | QuestionBody::Sort { options, targets: right, keys } => {
                let key = pairs(options.iter().map(|option| &option.id).zip(keys));
                ("matching", vec![key], vec![("source", choices(options)), ("target", targets(right))])
            }
            QuestionBody::Number { value, tolerance, .. } => (
                "numeric",
                vec![[value - tolerance.abs(), value + tolerance.abs()].map(decimal).join("[:]")],
                Vec::new(),
            ),
            QuestionBody::Short { accept, answer, .. } => ("fill-in", accepted(accept, answer), Vec::new()),
            QuestionBody::Mark { words, keys, .. } => ("other", vec![marked(words, keys)], Vec::new()),
        };
        let unit = if let QuestionBody::Number { unit, .. } = body { Some(unit.clone()) } else { None };
        Self { kind, prompt: plain(&question.prompt), right, options, unit }
    }

    /// Returns the definition of the activity, with texts in a language.
    pub(super) fn definition(&self, lang: &Lang) -> Value {
        let text = |text: &str| json!({ lang.as_str(): Clean::new(text).as_str() });
        let mut definition = Map::new();
        definition.insert("type".to_owned(), format!("{}activities/cmi.interaction", super::iri::ADL).into());
        definition.insert("interactionType".to_owned(), self.kind.into());
        if !self.prompt.is_empty() {
            definition.insert("description".to_owned(), text(&self.prompt));
        }
        if !self.right.is_empty() {
            definition.insert("correctResponsesPattern".to_owned(), self.right.clone().into());
        }
        for (name, options) in &self.options {
            let option = |(id, words): &(String, String)| json!({ "id": id, "description": text(words) });
            definition.insert((*name).to_owned(), options.iter().map(option).collect());
        }
        definition.into()
    }

    /// Returns what was answered, as this type of interaction writes it.
    pub(super) fn response(&self, response: &Response) -> String {
        match response {
            Response::Chosen(id) => id.as_ref().map(ToString::to_string).unwrap_or_default(),
            Response::Ticked(ids) | Response::Ordered(ids) => list(ids),
            Response::Placed(placed) => pairs(placed.iter().map(|(option, target)| (option, target))),
            Response::Typed(text) => self.typed(text),
            Response::Marked(at) => at.iter().map(ToString::to_string).collect::<Vec<_>>().join(COMMA),
        }
    }

    /// Returns a number without its unit where one was typed, and else the words.
    fn typed(&self, text: &str) -> String {
        let number = self.unit.as_ref().and_then(|unit| figure::parse(text, unit).ok());
        number.map_or_else(|| Clean::new(text).to_string(), decimal)
    }
}

/// Writes a number without what binary fractions add: 0.3, not 0.30000000000000004.
fn decimal(number: f64) -> String {
    format!("{number:.6}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn list<'a>(ids: impl IntoIterator<Item = &'a OptionId>) -> String {
    ids.into_iter().map(OptionId::as_str).collect::<Vec<_>>().join(COMMA)
}

fn pairs<'a>(pairs: impl Iterator<Item = (&'a OptionId, &'a OptionId)>) -> String {
    pairs.map(|(option, target)| format!("{option}{DOT}{target}")).collect::<Vec<_>>().join(COMMA)
}

/// Returns the model answer and the patterns that are plain words; others cannot be written here.
fn accepted(patterns: &[String], answer: &str) -> Vec<String> {
    let plain = patterns.iter().filter(|pattern| !pattern.contains(['(', ')', '[', ']', '|', '*']));
    let mut all: Vec<String> = Vec::new();
    for words in std::iter::once(answer).chain(plain.map(String::as_str)) {
        let words = format!("{{case_matters=false}}{}", Clean::new(words));
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

/// Returns the numbers, from 0, of the words that are to be marked.
fn marked(words: &[Word], keys: &[OptionId]) -> String {
    let is_key = |word: &Word| word.span.as_ref().is_some_and(|span| keys.contains(span));
    let numbers = words.iter().zip(0..).filter(|(word, _)| is_key(word)).map(|(_, at): (_, usize)| at.to_string());
    numbers.collect::<Vec<_>>().join(COMMA)
}
