//! A question as lines: what is asked, what can be chosen, and how to say it.

use super::{Plain, Step, entry};
use crate::course::QuestionBody;
use crate::course::question::{Kind, Word};
use crate::id::OptionId;
use crate::session::Sitting;
use crate::session::item::Item;

impl Plain<'_> {
    /// Writes what is asked and the numbered list to answer from.
    pub(super) fn write_question(&mut self, item: &Item) -> Step {
        if item.question.critical && self.session.sitting().is_none_or(Sitting::can_fail_here) {
            self.say("plain-critical")?;
        }
        self.write_markdown(&item.question.prompt)?;
        let hints: Vec<String> = item.question.hints.iter().take(usize::from(item.hints)).cloned().collect();
        for hint in hints {
            self.write_hint(&hint)?;
        }
        if let QuestionBody::Mark { words, .. } = &item.question.body {
            return self.write_words(words);
        }
        self.write_list(item, &item.shown)?;
        if !item.targets.is_empty() {
            let is_match = item.question.kind() == Kind::Match;
            self.say(if is_match { "plain-partners" } else { "plain-categories" })?;
            self.write_list(item, &item.targets)?;
        }
        Ok(())
    }

    pub(super) fn write_hint(&mut self, hint: &str) -> Step {
        let text = self.inline(hint);
        self.say_with("plain-hint", &[("hint", text.into())])
    }

    fn write_list(&mut self, item: &Item, ids: &[OptionId]) -> Step {
        for (number, id) in (1..).zip(ids) {
            let text = self.text_of(item, id);
            self.lines.write(&format!("  {number}. {text}"))?;
        }
        Ok(())
    }

    /// Returns the words of an option or a target.
    pub(super) fn text_of(&self, item: &Item, id: &OptionId) -> String {
        let body = &item.question.body;
        if item.question.kind() == Kind::TrueFalse {
            return self.words.get(if id.as_str() == "true" { "report-true" } else { "report-false" });
        }
        let option = body.options().iter().find(|option| option.id == *id).map(|option| &option.text);
        let target = || body.targets().iter().find(|target| target.id == *id).map(|target| &target.text);
        option.or_else(target).map(|text| self.inline(text)).unwrap_or_default()
    }

    /// Writes a text to mark: first as it reads, then word by word with numbers.
    fn write_words(&mut self, words: &[Word]) -> Step {
        for paragraph in words.split_inclusive(|word| word.ends_paragraph) {
            let text: Vec<&str> = paragraph.iter().map(|word| word.text.trim()).collect();
            self.lines.write(&format!("> {}", text.join(" ")))?;
        }
        self.say("plain-words-by-number")?;
        let numbered = (1..).zip(words).map(|(number, word)| format!("{number}\u{a0}{}", word.text.trim()));
        let line = numbered.collect::<Vec<String>>().join("; ");
        Ok(self.lines.write(&line)?)
    }

    /// Returns what to type.
    pub(super) fn prompt(&self, item: &Item) -> String {
        let count = |key: &str, max: usize| self.words.with(key, &[("max", max.into())]);
        match (item.question.kind(), &item.question.body) {
            (Kind::Single | Kind::TrueFalse, _) => count("plain-ask-single", item.shown.len()),
            (Kind::Multiple, _) => count("plain-ask-multiple", item.shown.len()),
            (Kind::Order, _) => count("plain-ask-order", item.shown.len()),
            (Kind::Match, _) => self.next_place(item, "plain-ask-match"),
            (Kind::Sort, _) => self.next_place(item, "plain-ask-sort"),
            (Kind::Number, QuestionBody::Number { unit, .. }) if !unit.is_empty() => {
                self.words.with("plain-ask-number-unit", &[("unit", unit.as_str().into())])
            }
            (Kind::Number, _) => self.words.get("plain-ask-number"),
            (Kind::Short, _) => self.words.get("plain-ask-short"),
            (Kind::Mark, _) => self.words.get("plain-ask-mark"),
        }
    }

    fn next_place(&self, item: &Item, key: &str) -> String {
        let Some(option) = entry::unplaced(item).into_iter().next() else { return String::new() };
        let text = self.text_of(item, option);
        self.words.with(key, &[("option", text.into()), ("max", item.targets.len().into())])
    }
}
