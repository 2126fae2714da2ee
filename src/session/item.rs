//! One question in front of a learner: what is shown, what was answered so far, what it was worth.
//!
//! Apart from the sitting because recall, practice, questions inside a lesson, quizzes and tests all ask like this.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::assess::{self, Graded, NotYet, Response};
use crate::course::Question;
use crate::course::hash::ContentHash;
use crate::id::{Lang, OptionId, QuestionId, QuestionRef};
use crate::journal::event::Answer;
use crate::store::api::AskedQuestion;

/// A question being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where the question stands.
    pub at: QuestionRef,
    /// The question that gives the slot its id.
    pub slot: QuestionId,
    /// The question, in the learner's language.
    pub question: Question,
    /// Options in the order they are shown.
    pub shown: Vec<OptionId>,
    /// Targets in the order they are shown.
    pub targets: Vec<OptionId>,
    /// The answer as it stands.
    pub response: Response,
    /// How many hints were looked at.
    pub hints: u8,
    /// Whether the learner is asked how sure they are.
    pub asks_confidence: bool,
    /// Whether the learner is sure of the answer; none where that was not said.
    pub confident: Option<bool>,
    /// The grade and its reasons, once handed in.
    pub graded: Option<Graded>,
    since: Option<Duration>,
    spent: Duration,
    /// What was marked in the text as it reads in other languages.
    elsewhere: BTreeMap<ContentHash, Response>,
}

/// What is kept of an answer that is not handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemDraft {
    /// The question.
    pub at: QuestionRef,
    /// The answer as it stood.
    pub response: Response,
    /// How many hints were looked at.
    pub hints: u8,
    /// The text in which words were marked; none where the answer does not depend on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<ContentHash>,
}

impl Item {
    /// Puts a question before a learner; the seed decides the order of options, the same each time.
    pub fn new(at: QuestionRef, slot: QuestionId, question: Question, seed: u64) -> Self {
        let shown = assess::shown(&question, seed);
        Self {
            response: assess::first_response(&question, &shown),
            targets: assess::shown_targets(&question, seed),
            shown,
            at,
            slot,
            question,
            hints: 0,
            asks_confidence: false,
            confident: None,
            graded: None,
            since: None,
            spent: Duration::ZERO,
            elsewhere: BTreeMap::new(),
        }
    }

    /// Starts or stops the time that answering takes.
    pub fn look(&mut self, elapsed: Option<Duration>) {
        if let (Some(since), true) = (self.since, self.graded.is_none()) {
            self.spent += elapsed.unwrap_or(since).saturating_sub(since);
        }
        self.since = elapsed;
    }

    /// Puts back what was kept of an answer; says whether it fits the question.
    pub fn restore(&mut self, draft: ItemDraft) -> bool {
        let foreign = |why: NotYet| matches!(why, NotYet::WrongForm | NotYet::Unknown(_) | NotYet::Twice(_));
        let kept = assess::check_response(&self.question, &draft.response);
        if let Some(text) = draft.text.filter(|text| draft.at == self.at && *text != self.question.text_hash()) {
            self.elsewhere.insert(text, draft.response);
            return false;
        }
        let fits = draft.at == self.at && !kept.is_err_and(foreign);
        if fits {
            self.response = draft.response;
            self.hints = draft.hints;
        }
        fits
    }

    /// Puts back an answer that was handed in before, graded as it was recorded.
    pub fn restore_answer(&mut self, answer: &Answer) {
        self.response = answer.response.clone();
        self.hints = answer.hints;
        self.confident = answer.confident;
        let findings = assess::grade_response(&self.question, &self.response).findings;
        self.graded = Some(Graded { grade: answer.grade, findings });
        if !answer.shown.is_empty() {
            self.shown.clone_from(&answer.shown);
        }
    }

    /// Returns what is to be kept of an answer that is not handed in.
    pub fn draft(&self) -> ItemDraft {
        let is_in_text = matches!(self.response, Response::Marked(_));
        let text = is_in_text.then(|| self.question.text_hash());
        ItemDraft { at: self.at.clone(), response: self.response.clone(), hints: self.hints, text }
    }

    /// Shows the next hint, if there is one.
    pub fn hint(&mut self) {
        let known = u8::try_from(self.question.hints.len()).unwrap_or(u8::MAX);
        self.hints = (self.hints + 1).min(known);
    }

    /// Grades the answer and returns it as it is kept for ever.
    pub fn hand_in(&mut self, elapsed: Duration) -> Answer {
        self.look(Some(elapsed));
        let graded = assess::grade_response(&self.question, &self.response);
        let answer = Answer {
            question: self.at.clone(),
            slot: self.slot.clone(),
            text_hash: self.question.text_hash(),
            key_hash: self.question.key_hash(),
            shown: self.shown.clone(),
            response: self.response.clone(),
            grade: graded.grade,
            critical: self.question.critical,
            hints: self.hints,
            millis: u32::try_from(self.spent.as_millis()).unwrap_or(u32::MAX),
            confident: self.confident,
        };
        self.graded = Some(graded);
        answer
    }

    /// Returns the question as it was asked, for the table of asked questions.
    pub fn asked(&self, lang: &Lang) -> AskedQuestion {
        AskedQuestion {
            text_hash: self.question.text_hash(),
            key_hash: self.question.key_hash(),
            lang: lang.clone(),
            question: self.question.clone(),
        }
    }

    /// Puts the same question in another language; the answer stays. Marked words are positions in a text: they wait for
    /// that text to come back.
    pub fn translate(&mut self, question: Question) {
        let before = std::mem::replace(&mut self.question, question);
        if matches!(self.response, Response::Marked(_)) && self.graded.is_none() {
            let untouched = assess::first_response(&self.question, &self.shown);
            let there = self.elsewhere.remove(&self.question.text_hash()).unwrap_or(untouched);
            let left = std::mem::replace(&mut self.response, there);
            self.elsewhere.insert(before.text_hash(), left);
        }
        if self.graded.is_some() {
            let findings = assess::grade_response(&self.question, &self.response).findings;
            self.graded = self.graded.take().map(|graded| Graded { findings, ..graded });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::samples;

    #[test]
    fn what_was_said_of_an_answer_is_kept_with_it_and_old_answers_say_nothing() {
        let question = samples::single();
        let at = QuestionRef::parse(&format!("a/one#{}", question.id)).unwrap();
        let mut item = Item::new(at, question.id.clone(), question, 1);
        item.confident = Some(true);
        let answer = item.hand_in(Duration::ZERO);
        let mut json = serde_json::to_value(&answer).unwrap();
        assert_eq!(json["confident"], true);
        json.as_object_mut().unwrap().remove("confident");
        let old: Answer = serde_json::from_value(json).unwrap();
        assert_eq!(old, Answer { confident: None, ..answer });
    }
}
