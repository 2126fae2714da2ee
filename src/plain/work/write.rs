//! Writing a text: several lines, ended by a single dot; then its length and what the rules find.

use super::{Plain, Step, Stop, Typed};
use crate::assess::work::text::{count_words, read_seconds};
use crate::course::exercise::{Work, Writing};
use crate::course::manifest::READ_ALOUD;

impl Plain<'_> {
    pub(super) fn do_writing(&mut self, writing: &Writing) -> Step {
        self.write_own_text(writing)?;
        loop {
            let prompt = self.words.get("plain-ask-text");
            match self.ask_work(&prompt)? {
                Typed::HandIn => return Ok(()),
                Typed::Enter => self.write_own_text(writing)?,
                Typed::Shown => {}
                Typed::Text(text) => {
                    let (text, is_over) = self.read_text(&text)?;
                    self.change(Work::Write { text })?;
                    if is_over {
                        return Err(Stop::End);
                    }
                    self.write_length(writing)?;
                    self.check()?;
                }
            }
        }
    }

    fn own_text(&self) -> String {
        match self.made() {
            Some(Work::Write { text }) => text,
            _ => String::new(),
        }
    }

    fn write_own_text(&mut self, writing: &Writing) -> Step {
        let text = self.own_text();
        self.blank()?;
        if text.is_empty() {
            return self.say("plain-no-text");
        }
        self.say("plain-your-text")?;
        for line in text.lines() {
            self.lines.write(&format!("> {line}"))?;
        }
        self.write_length(writing)
    }

    fn write_length(&mut self, writing: &Writing) -> Step {
        let text = self.own_text();
        let read_aloud = self.exercise().map_or(READ_ALOUD, |exercise| exercise.read_aloud);
        let seconds = read_seconds(&text, read_aloud);
        let (words, seconds) = (("count", count_words(&text).into()), ("seconds", seconds.into()));
        match writing.count {
            Some((least, most)) => {
                self.say_with("plain-length-of", &[words, seconds, ("least", least.into()), ("most", most.into())])
            }
            None => self.say_with("plain-length", &[words, seconds]),
        }
    }
}
