//! What a quiz or a test came to, and looking back on it: at once, or any time later.
//!
//! Apart from sitting it because nothing is asked here that counts.

use super::menu::back;
use super::{Entry, Plain, Step, entry, pick};
use crate::course::question::Kind;
use crate::id::QuizId;
use crate::session::item::Item;
use crate::session::sitting::{Outcome, Purpose};

/// What is wanted after a result.
pub(super) enum More {
    /// Nothing.
    Nothing,
    /// Another round of the same questions has begun.
    Round,
    /// The whole quiz once more.
    Again(QuizId),
}

impl Plain<'_> {
    /// Says what a sitting came to; of a test, what each answer was worth too.
    pub(super) fn write_result(&mut self) -> Step {
        self.write_verdict()?;
        let is_test = self.session.sitting().is_some_and(|sitting| !sitting.feedback_at_once());
        if is_test { self.write_review() } else { Ok(()) }
    }

    fn write_verdict(&mut self) -> Step {
        let Some(Outcome { grade, critical_missed, passed }) = self.session.outcome() else { return Ok(()) };
        let Some(sitting) = self.session.sitting() else { return Ok(()) };
        let (right, all) = (sitting.right(), sitting.items.len());
        let missed: Vec<String> = sitting
            .items
            .iter()
            .filter(|item| critical_missed.contains(&item.at))
            .map(|item| self.inline(&item.question.prompt))
            .collect();
        let is_graded = matches!(sitting.purpose, Purpose::Attempt { .. });
        let (confident, supervised) = (sitting.confident_errors(), self.session.is_supervised());
        let args = [("right", right.into()), ("all", all.into()), ("percent", grade.percent().into())];
        self.blank()?;
        self.say_with("plain-result", &args)?;
        if let Some((wrong, sure)) = confident {
            self.say_with("result-confident", &[("wrong", wrong.into()), ("sure", sure.into())])?;
        }
        if self.session.only_measures() {
            self.say("plain-measured")?;
        } else if is_graded {
            self.say(if passed { "plain-passed" } else { "plain-not-passed" })?;
        }
        if let Some(is_so) = supervised {
            self.say(if is_so { "result-supervised" } else { "result-unsupervised" })?;
        }
        for prompt in missed {
            self.say_with("plain-critical-missed", &[("prompt", prompt.into())])?;
        }
        Ok(())
    }

    /// Writes the feedback of a whole test, question by question.
    fn write_review(&mut self) -> Step {
        let items = self.session.sitting().map(|sitting| sitting.items.clone()).unwrap_or_default();
        for (number, item) in (1_usize..).zip(&items) {
            self.write_answered(&number.to_string(), item, items.len())?;
        }
        Ok(())
    }

    /// Writes a question that was answered, with what was said of the answer.
    fn write_answered(&mut self, number: &str, item: &Item, all: usize) -> Step {
        self.blank()?;
        self.say_with("plain-question", &[("at", number.into()), ("all", all.into())])?;
        self.write_markdown(&item.question.prompt)?;
        if matches!(item.question.kind(), Kind::Number | Kind::Short) {
            let answer = entry::as_typed(item);
            self.say_with("plain-your-answer", &[("answer", answer.into())])?;
        }
        self.write_feedback(item)
    }

    /// Offers the wrong ones once more, a look back, and the whole again.
    pub(super) fn offer_more(&mut self) -> Step<More> {
        loop {
            let Some(sitting) = self.session.sitting() else { return Ok(More::Nothing) };
            if sitting.right() == sitting.items.len() {
                return Ok(More::Nothing);
            }
            let quiz = if let Purpose::Attempt { quiz, .. } = &sitting.purpose { Some(quiz.clone()) } else { None };
            self.blank()?;
            let prompt = self.words.get(if quiz.is_some() { "plain-ask-result" } else { "plain-ask-wrong-ones" });
            match (self.choose(&prompt)?, quiz) {
                (Entry::Enter, _) => return Ok(More::Nothing),
                (Entry::Again, _) => {}
                (Entry::Text(text), quiz) => match (text.as_str(), quiz) {
                    ("1", _) => return self.practise(),
                    ("2", _) => back(self.look_through())?,
                    ("3", Some(quiz)) => return Ok(More::Again(quiz)),
                    (_, quiz) => self.refuse_number(&text, if quiz.is_some() { 3 } else { 2 })?,
                },
            }
        }
    }

    fn practise(&mut self) -> Step<More> {
        match self.session.sit_wrong_ones() {
            Ok(true) => Ok(More::Round),
            Ok(false) => Ok(More::Nothing),
            Err(faults) => self.say_faults(&faults).map(|()| More::Nothing),
        }
    }

    /// Shows the last whole attempt at a quiz or a test, question by question.
    pub(super) fn look_back_on(&mut self, quiz: &QuizId) -> Step {
        match self.session.look_back_at_quiz(quiz) {
            Err(faults) => return self.say_faults(&faults),
            Ok((is_there, effects)) => {
                self.act(effects)?;
                if !is_there {
                    return self.say("plain-no-attempt");
                }
            }
        }
        let looked = self.write_verdict().and_then(|()| self.look_through());
        let effects = self.session.leave_sitting();
        self.act(effects)?;
        looked
    }

    /// Lists the questions of a finished sitting; each can be read again.
    fn look_through(&mut self) -> Step {
        self.list_answered()?;
        loop {
            let items = self.session.sitting().map(|sitting| sitting.items.clone()).unwrap_or_default();
            self.blank()?;
            let prompt = self.words.with("plain-ask-look-back", &[("max", items.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => self.list_answered()?,
                Entry::Text(text) if text == "a" => self.write_review()?,
                Entry::Text(text) => match pick(&items, &text) {
                    Some(item) => self.write_answered(&text, item, items.len())?,
                    None => self.refuse_number(&text, items.len())?,
                },
            }
        }
    }

    fn list_answered(&mut self) -> Step {
        let items = self.session.sitting().map(|sitting| sitting.items.clone()).unwrap_or_default();
        self.blank()?;
        for (number, item) in (1..).zip(&items) {
            let percent = item.graded.as_ref().map_or(0, |graded| graded.grade.percent());
            let prompt = self.inline(&item.question.prompt);
            self.lines.write(&format!("{number}. {percent} %: {prompt}"))?;
        }
        Ok(())
    }
}
