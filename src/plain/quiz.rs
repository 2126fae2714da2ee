//! Sitting a quiz, a test or the recall questions: question by question to the result.
//!
//! Leaving keeps everything: what was handed in, and what was typed of the question under way. What it came to is apart.

use super::answer::Given;
use super::menu::back;
use super::result::More;
use super::{Entry, Plain, Step};
use crate::id::{LessonId, QuizId};
use crate::session::Sitting;
use crate::session::item::Item;

impl Plain<'_> {
    /// Sits a quiz or a test, or goes on with one that was left.
    pub(super) fn sit(&mut self, quiz: &QuizId) -> Step {
        if !self.unlock(quiz)? {
            return Ok(());
        }
        match self.session.sit(quiz) {
            Ok(effects) => self.act(effects)?,
            Err(faults) => return self.say_faults(&faults),
        }
        if self.session.sitting().is_none() {
            return self.say("plain-no-questions");
        }
        let sat = self.sit_through();
        let effects = self.session.leave_sitting();
        self.act(effects)?;
        sat
    }

    /// Asks for the trainer's code where a test needs one; says whether the test may begin.
    fn unlock(&mut self, quiz: &QuizId) -> Step<bool> {
        while self.session.needs_code(quiz) {
            self.say("code-told")?;
            let prompt = self.words.get("plain-ask-test-code");
            match self.type_in(&prompt)? {
                Entry::Enter => return Ok(false),
                Entry::Text(code) if self.session.give_code(quiz, &code) => {}
                Entry::Text(_) => self.say("code-wrong")?,
                Entry::Again => {}
            }
        }
        Ok(true)
    }

    /// Asks the questions of earlier lessons that open a lesson, if it has any.
    pub(super) fn recall(&mut self, lesson: &LessonId) -> Step {
        match self.session.sit_recall(lesson) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(faults) => return self.say_faults(&faults),
        }
        self.blank()?;
        self.say("plain-recall")?;
        let sat = self.ask_all();
        let effects = self.session.leave_sitting();
        self.act(effects)?;
        sat
    }

    fn sit_through(&mut self) -> Step {
        loop {
            self.ask_all()?;
            self.write_result()?;
            match self.offer_more()? {
                More::Nothing => return Ok(()),
                More::Round => {}
                More::Again(quiz) => {
                    let effects = self.session.leave_sitting();
                    self.act(effects)?;
                    if !self.unlock(&quiz)? {
                        return Ok(());
                    }
                    match self.session.sit(&quiz) {
                        Ok(effects) => self.act(effects)?,
                        Err(faults) => return self.say_faults(&faults),
                    }
                }
            }
        }
    }

    /// Asks until every question of the sitting is answered.
    pub(super) fn ask_all(&mut self) -> Step {
        while let Some(sitting) = self.session.sitting().filter(|sitting| !sitting.is_over()) {
            let (at, all) = (sitting.position() + 1, sitting.items.len());
            self.blank()?;
            self.say_with("plain-question", &[("at", at.into()), ("all", all.into())])?;
            self.ask_one()?;
            // A test has gone on by itself.
            if self.shown_item().is_some_and(|item| item.graded.is_some()) {
                self.session.next_question();
            }
        }
        Ok(())
    }

    fn shown_item(&self) -> Option<Item> {
        self.session.sitting().map(|sitting| sitting.item().clone())
    }

    pub(super) fn ask_one(&mut self) -> Step {
        let Some(item) = self.shown_item() else { return Ok(()) };
        self.write_question(&item)?;
        while let Some(item) = self.shown_item() {
            let has_help = self.session.sitting().is_some_and(Sitting::feedback_at_once);
            match self.take(&item, has_help)? {
                Given::Whole(response) => {
                    let effects = self.session.respond(response);
                    self.act(effects)?;
                    if item.asks_confidence {
                        self.ask_confidence()?;
                    }
                    let effects = self.session.hand_in();
                    self.act(effects)?;
                    return self.write_at_once(&item);
                }
                Given::Piece(response) => {
                    let mut effects = self.session.respond(response);
                    effects.extend(self.session.write_draft());
                    self.act(effects)?;
                }
                Given::Hint => self.give_hint()?,
                Given::Lesson => {
                    back(self.look_into(&item.at.lesson))?;
                    self.write_question(&item)?;
                }
                Given::Again => {
                    if let Some(item) = self.shown_item() {
                        self.write_question(&item)?;
                    }
                }
                Given::Nothing => {}
            }
        }
        Ok(())
    }

    /// Asks whether the learner is sure of the answer.
    fn ask_confidence(&mut self) -> Step {
        loop {
            let prompt = self.words.get("plain-ask-confidence");
            match self.choose(&prompt)? {
                Entry::Text(text) if text == "1" || text == "2" => {
                    self.session.set_confident(text == "1");
                    return Ok(());
                }
                Entry::Text(text) => self.refuse_number(&text, 2)?,
                Entry::Enter | Entry::Again => {}
            }
        }
    }

    fn give_hint(&mut self) -> Step {
        let before = self.shown_item().map(|item| item.hints);
        let mut effects = self.session.hint();
        effects.extend(self.session.write_draft());
        self.act(effects)?;
        match self.shown_item() {
            Some(item) if Some(item.hints) != before => self.write_newest_hint(&item),
            Some(_) | None => self.say("plain-no-hints"),
        }
    }

    /// Writes the feedback, where it comes with each answer.
    fn write_at_once(&mut self, asked: &Item) -> Step {
        let Some(sitting) = self.session.sitting() else { return Ok(()) };
        let graded = sitting.items.iter().find(|item| item.at == asked.at).cloned();
        match graded {
            Some(item) if sitting.feedback_at_once() => self.write_feedback(&item),
            Some(_) | None => self.say("plain-kept-for-the-end"),
        }
    }
}
