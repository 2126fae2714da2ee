//! The whole learner's path line by line: for screen readers, dumb terminals and scripts.
//!
//! Apart from `tui` because it has no cells, and on the same sessions because there is one logic. It reads lines and
//! writes lines; it never moves the cursor. What is asked stands on a line of its own, what is typed on the next.
//!
//! What the screens let a learner do is here too, with these exceptions: themes, glyphs, redrawing, suspending and the
//! mouse belong to cells; search within a lesson is the search across the course, which names sections; the panels
//! beside a text are asked for by a letter. Files of colleagues are taken in by `rundown exercise receive`, on the
//! screen as here, because a session names no path.
//!
//! ```text
//!  lines in ─► entry ─► Session ─► effects ─► Host
//!  lines out ◄─ words ◄─┘    messages ◄────────┘
//! ```

mod answer;
mod entry;
mod feedback;
mod join;
mod lines;
mod lookup;
mod menu;
mod notes;
mod overview;
mod pair;
mod question;
mod quiz;
mod reading;
mod result;
mod review;
mod start;
mod work;

use std::io::{self, BufRead, Write};

use crate::course::markdown::{PlainLabels, blocks_of, inlines_of, plain_inlines, plain_lines};
use crate::id::LessonId;
use crate::session::{Effect, Effects, Message, Saving, Session};
use crate::session::{carrying, trouble};
use crate::text::one_line;
use crate::words::{Value, Words, next_language};

use lines::Lines;
use menu::back;

/// What plain mode asks of whoever runs it: the store, and a place for files.
pub trait Host {
    /// Carries an effect out and waits for what comes back.
    fn carry_out(&mut self, effect: Effect) -> Vec<Message>;
}

/// Why a step ended before its end.
#[derive(Debug)]
enum Stop {
    /// The learner went back.
    Leave,
    /// The input is at its end.
    End,
    /// A line could not be read or written.
    Broken(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

type Step<T = ()> = Result<T, Stop>;

/// What was typed.
#[derive(Debug, PartialEq, Eq)]
enum Entry {
    /// Nothing but Enter.
    Enter,
    /// Something.
    Text(String),
    /// The language was switched: what is on the screen is to be said again.
    Again,
}

/// A session with its lines.
struct Plain<'a> {
    session: Session,
    words: Words,
    lines: Lines<'a>,
    host: &'a mut dyn Host,
    is_unsaved_told: bool,
}

/// A session as it begins.
pub struct Begin {
    /// The session.
    pub session: Session,
    /// What it asks for first.
    pub effects: Effects,
    /// A lesson, or desk work, to open before the menu.
    pub open: Option<LessonId>,
}

/// Runs a session line by line until the learner leaves or the input ends; everything is written before it returns,
/// and the return says whether the store took it.
pub fn run(
    begin: Begin,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    host: &mut dyn Host,
) -> Result<Saving, io::Error> {
    let Begin { session, effects, open } = begin;
    let words = Words::new(session.lang());
    let lines = Lines::new(input, output);
    let mut plain = Plain { session, words, lines, host, is_unsaved_told: false };
    let ended = plain.whole(effects, open.as_ref());
    let closed = plain.close();
    match (ended, closed) {
        (Err(Stop::Broken(error)), _) | (_, Err(Stop::Broken(error))) => Err(error),
        _ => Ok(plain.session.saving()),
    }
}

impl Plain<'_> {
    fn whole(&mut self, begin: Effects, open: Option<&LessonId>) -> Step {
        self.act(begin)?;
        let course = self.session.course().manifest().title.get(self.session.lang()).to_owned();
        self.say_with("plain-welcome", &[("course", course.as_str().into())])?;
        self.say("plain-hello")?;
        if let Some(id) = open {
            self.enter()?;
            back(self.open_by_id(id))?;
        }
        loop {
            self.enter()?;
            self.menu()?;
        }
    }

    fn close(&mut self) -> Step {
        let effects = self.session.quit();
        self.act(effects)?;
        if self.session.learning().is_some() && self.session.saving() == Saving::Saved {
            self.say("plain-saved")?;
        }
        Ok(())
    }

    /// Carries effects out, and what they lead to, until nothing is under way.
    fn act(&mut self, effects: Effects) -> Step {
        let mut waiting = effects;
        while !waiting.is_empty() {
            let mut next = Effects::new();
            for effect in waiting {
                for message in self.host.carry_out(effect) {
                    self.tell_delivery(&message)?;
                    next.extend(self.session.receive(message));
                }
            }
            waiting = next;
        }
        self.follow_language();
        self.tell_saving()
    }

    fn follow_language(&mut self) {
        if self.words.code() != self.session.lang().as_str() {
            self.words = Words::new(self.session.lang());
        }
    }

    fn tell_delivery(&mut self, message: &Message) -> Step {
        match message {
            Message::Delivered(_, Ok(place)) => self.say_with("plain-delivered", &[("place", place.as_str().into())]),
            Message::Delivered(_, Err(why)) => self.say_with("plain-not-delivered", &[("why", why.as_str().into())]),
            Message::Forgotten(Ok(())) => self.say("notice-forgotten"),
            Message::TakenIn(_, outcomes) => {
                for line in outcomes.iter().flat_map(|outcome| carrying::outcome(outcome, &self.words)) {
                    self.lines.write(&line)?;
                }
                Ok(())
            }
            Message::Store(..)
            | Message::Forgotten(Err(_))
            | Message::Ordered(..)
            | Message::Codes(..)
            | Message::EveningAt(..)
            | Message::Reading(..)
            | Message::Sticks(..)
            | Message::Tick => Ok(()),
        }
    }

    /// Says once that something is not saved, and once that it is again.
    fn tell_saving(&mut self) -> Step {
        match (self.session.saving(), self.is_unsaved_told) {
            (Saving::Failed(why), false) => {
                self.is_unsaved_told = true;
                let why = trouble::store(&why, &self.words);
                self.say_with("plain-unsaved", &[("why", why.into())])
            }
            (Saving::Saved, true) => {
                self.is_unsaved_told = false;
                self.say("plain-saved-again")
            }
            (Saving::Saved | Saving::Saving | Saving::Failed(_), _) => Ok(()),
        }
    }

    fn say(&mut self, key: &str) -> Step {
        let text = self.words.get(key);
        Ok(self.lines.write(&text)?)
    }

    fn say_with(&mut self, key: &str, args: &[(&str, Value<'_>)]) -> Step {
        let text = self.words.with(key, args);
        Ok(self.lines.write(&text)?)
    }

    /// Says that a number is not in the list.
    fn refuse_number(&mut self, given: &str, max: usize) -> Step {
        self.say_with("plain-why-range", &[("given", given.into()), ("max", max.into())])
    }

    fn blank(&mut self) -> Step {
        Ok(self.lines.write("")?)
    }

    /// Asks for a choice; `q`, `l` and `?` are taken in either case.
    fn choose(&mut self, prompt: &str) -> Step<Entry> {
        self.ask(prompt, str::to_lowercase)
    }

    /// Asks for words; only a lower-case `q`, `l` or `?` alone is a command, and `=` before it makes it an answer.
    fn type_in(&mut self, prompt: &str) -> Step<Entry> {
        let entry = self.type_raw(prompt)?;
        Ok(match entry {
            Entry::Text(text) => Entry::Text(literal(&text).to_owned()),
            Entry::Enter | Entry::Again => entry,
        })
    }

    /// Asks for words and leaves a `=` before them, for whoever has commands of their own.
    fn type_raw(&mut self, prompt: &str) -> Step<Entry> {
        self.ask(prompt, str::to_owned)
    }

    fn ask(&mut self, prompt: &str, even: impl Fn(&str) -> String) -> Step<Entry> {
        loop {
            self.save_again()?;
            self.lines.write(prompt)?;
            let Some(line) = self.lines.read()? else { return Err(Stop::End) };
            let effects = self.session.touched();
            self.act(effects)?;
            let text = even(one_line(&line).as_str());
            match text.as_str() {
                "q" => return Err(Stop::Leave),
                "?" => self.say("plain-help")?,
                "l" => return self.switch_language(),
                "" => return Ok(Entry::Enter),
                _ => return Ok(Entry::Text(text)),
            }
        }
    }

    /// Sends again what the store refused: there is no key for it here, so every question does it.
    fn save_again(&mut self) -> Step {
        if !matches!(self.session.saving(), Saving::Failed(_)) {
            return Ok(());
        }
        let effects = self.session.retry();
        self.act(effects)
    }

    fn switch_language(&mut self) -> Step<Entry> {
        let next = next_language(self.words.code());
        if let Ok(lang) = crate::id::Lang::new(next) {
            let effects = self.session.set_lang(lang);
            self.act(effects)?;
        }
        let name = crate::words::language_name(self.words.code());
        self.say_with("plain-language", &[("name", name.into())])?;
        Ok(Entry::Again)
    }

    /// Returns what a Markdown text says on one line.
    fn inline(&self, markdown: &str) -> String {
        let words = self.session.course().words(self.session.lang());
        one_line(&plain_inlines(&inlines_of(markdown, &**words)))
    }

    /// Writes what a Markdown text says.
    fn write_markdown(&mut self, markdown: &str) -> Step {
        let words = self.session.course().words(self.session.lang());
        for line in plain_lines(&blocks_of(markdown, &**words), &self.labels()) {
            self.lines.write(&line)?;
        }
        Ok(())
    }

    fn labels(&self) -> PlainLabels {
        PlainLabels {
            note: self.words.get("plain-note"),
            warning: self.words.get("plain-warning"),
            example: self.words.get("plain-example"),
            figure: self.words.get("plain-figure"),
            picture: self.words.get("plain-picture"),
        }
    }
}

/// Takes the `=` off that says: this is no command.
fn literal(text: &str) -> &str {
    text.strip_prefix('=').map_or(text, str::trim_start)
}

/// Finds what has a number, counted from 1, in a list.
fn pick<'a, T>(list: &'a [T], text: &str) -> Option<&'a T> {
    list.get(text.parse::<usize>().ok()?.checked_sub(1)?)
}

#[cfg(test)]
mod tests;
