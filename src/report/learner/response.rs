//! An answer in words: the texts of the options with their ids, never letters, since their order changes.
//!
//! Apart because answers are kept by ids, and an old one may name options that the course no longer has.

use super::Texts;
use crate::assess::Response;
use crate::course::Question;
use crate::course::question::{Choice, Kind, QuestionBody, Word};
use crate::id::OptionId;
use crate::journal::event::Answer;

/// A question and its answer in words.
pub(super) struct Told {
    pub(super) question: String,
    pub(super) answer: String,
    /// Which cards were put on a wrong target, each with the target where it belongs; nothing of other kinds.
    pub(super) misplaced: String,
    pub(super) kind: Option<Kind>,
}

/// Tells an answer to a question that is known; `truth` are the words for true and false.
pub(super) fn told(question: &Question, answer: &Answer, truth: &[String; 2], texts: &dyn Texts) -> Told {
    let teller = Teller { question, truth, texts };
    Told {
        question: texts.plain(&question.prompt),
        answer: teller.response(&answer.response),
        misplaced: teller.misplaced(&answer.response),
        kind: Some(question.kind()),
    }
}

/// Tells an answer to a question that nobody kept.
pub(super) fn untold(answer: &Answer) -> Told {
    Told { question: answer.question.to_string(), answer: ids(&answer.response), misplaced: String::new(), kind: None }
}

/// Returns the response as ids, or as typed.
pub(super) fn ids(response: &Response) -> String {
    let list = |ids: &[OptionId]| ids.iter().map(OptionId::as_str).collect::<Vec<_>>().join(" ");
    match response {
        Response::Chosen(id) => id.as_ref().map(ToString::to_string).unwrap_or_default(),
        Response::Ticked(ids) | Response::Ordered(ids) => list(ids),
        Response::Placed(pairs) => {
            pairs.iter().map(|(option, target)| format!("{option}={target}")).collect::<Vec<_>>().join(" ")
        }
        Response::Typed(text) => text.clone(),
        Response::Marked(at) => at.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}

struct Teller<'a> {
    question: &'a Question,
    truth: &'a [String; 2],
    texts: &'a dyn Texts,
}

impl Teller<'_> {
    fn response(&self, response: &Response) -> String {
        match response {
            Response::Chosen(id) => self.list(id.as_slice(), "; "),
            Response::Ticked(ids) => self.list(ids, "; "),
            Response::Ordered(ids) => self.list(ids, " > "),
            Response::Placed(pairs) => {
                let pair = |(option, target): &(OptionId, OptionId)| {
                    format!("{} = {}", self.named(option), self.named(target))
                };
                pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
            }
            Response::Typed(text) => text.clone(),
            Response::Marked(at) => self.marked(at),
        }
    }

    fn misplaced(&self, response: &Response) -> String {
        let (
            Response::Placed(pairs),
            QuestionBody::Match { options, keys, .. } | QuestionBody::Sort { options, keys, .. },
        ) = (response, &self.question.body)
        else {
            return String::new();
        };
        let right =
            |card: &OptionId| options.iter().zip(keys).find(|(option, _)| option.id == *card).map(|(_, key)| key);
        let wrong = |(card, target): &(OptionId, OptionId)| {
            let belongs = right(card).filter(|key| *key != target)?;
            Some(format!("{} = {} ({})", self.named(card), self.named(target), self.named(belongs)))
        };
        pairs.iter().filter_map(wrong).collect::<Vec<_>>().join("; ")
    }

    fn list(&self, ids: &[OptionId], between: &str) -> String {
        ids.iter().map(|id| self.named(id)).collect::<Vec<_>>().join(between)
    }

    fn named(&self, id: &OptionId) -> String {
        let text = self.text_of(id);
        if text.is_empty() { format!("[{id}]") } else { format!("{} [{id}]", self.texts.plain(&text)) }
    }

    fn text_of(&self, id: &OptionId) -> String {
        let body = &self.question.body;
        if let QuestionBody::TrueFalse { .. } = body {
            let [yes, no] = self.truth;
            return if id.as_str() == "true" { yes.clone() } else { no.clone() };
        }
        let is_option = |option: &&Choice| option.id == *id;
        let option = body.options().iter().find(is_option).map(|option| &option.text);
        let target = || body.targets().iter().find(|target| target.id == *id).map(|target| &target.text);
        option.or_else(target).cloned().unwrap_or_default()
    }

    /// Returns the marked words; words that stand side by side are one piece.
    fn marked(&self, at: &[usize]) -> String {
        let QuestionBody::Mark { words, .. } = &self.question.body else { return String::new() };
        let mut pieces: Vec<String> = Vec::new();
        let mut before = None;
        for position in at {
            let word = words.get(*position).map(|word: &Word| word.text.trim()).unwrap_or_default();
            match pieces.last_mut() {
                Some(piece) if before == position.checked_sub(1) && before.is_some() => {
                    piece.push(' ');
                    piece.push_str(word);
                }
                Some(_) | None => pieces.push(word.to_owned()),
            }
            before = Some(*position);
        }
        pieces.join(" … ")
    }
}
