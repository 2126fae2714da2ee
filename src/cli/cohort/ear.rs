//! Whom a long piece of work tells what it does: somebody at a terminal, or a screen that nothing may be printed on.
//!
//! Apart from the work so that the command and the screen do the same thing with the same code, and only tell it
//! differently.

use std::cell::RefCell;
use std::path::Path;

use super::bar::Bar;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::session::carrying::{self, Taken};
use crate::session::training::evening::{Progress, Step, Stop};
use crate::text::{lines, one_line};
use crate::words::Words;

/// Something that only a trainer can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offer {
    /// To add who is in no list.
    Add,
    /// To join records whose names look alike.
    Join,
    /// To remember that they are of two people.
    Apart,
}

/// Who is told.
pub(super) trait Ear {
    /// Says how far a step is; an error where somebody wishes to stop.
    fn at(&self, step: Step, done: usize, of: usize) -> Result<(), Failure>;
    /// Says what came of each file that was read.
    fn taken(&self, outcomes: &[Result<Taken, String>]) -> Result<(), Failure>;
    /// Names a file that was written.
    fn file(&self, path: &Path) -> Result<(), Failure>;
    /// Says something.
    fn say(&self, text: &str);
    /// Names people of whom something can be decided, each with the command for it.
    fn offer(&self, offer: Offer, heading: &str, people: &[(String, String)]);
}

/// Somebody at a terminal.
pub(super) struct Terminal<'a> {
    words: &'a Words,
    bar: RefCell<Option<Bar>>,
}

impl<'a> Terminal<'a> {
    /// Speaks to whoever typed the command.
    pub(super) fn new(words: &'a Words) -> Self {
        Self { words, bar: RefCell::new(None) }
    }
}

impl Ear for Terminal<'_> {
    fn at(&self, step: Step, done: usize, of: usize) -> Result<(), Failure> {
        if step != Step::Collect {
            return Ok(());
        }
        let mut bar = self.bar.borrow_mut();
        if done == of {
            bar.take().map(Bar::end).unwrap_or_default();
        } else {
            bar.get_or_insert_with(|| Bar::new(of)).at(done);
        }
        Ok(())
    }

    fn taken(&self, outcomes: &[Result<Taken, String>]) -> Result<(), Failure> {
        let said = outcomes.iter().map(|one| carrying::outcome(one, self.words).join("\n  ") + "\n");
        output::result(lines(&said.collect::<String>()).as_bytes())
    }

    fn file(&self, path: &Path) -> Result<(), Failure> {
        output::result(format!("{}\n", one_line(&path.display().to_string())).as_bytes())
    }

    fn say(&self, text: &str) {
        output::message(text);
    }

    fn offer(&self, _: Offer, heading: &str, people: &[(String, String)]) {
        output::message(heading);
        for (command, name) in people {
            output::message(&format!("  {command}    {name}"));
        }
    }
}

/// A screen: what is said is kept until the end.
pub(super) struct Screen<'a> {
    words: &'a Words,
    tell: &'a dyn Fn(Progress),
    stop: &'a Stop,
    lines: RefCell<Vec<String>>,
}

impl<'a> Screen<'a> {
    /// Keeps what is said, and tells how far it is.
    pub(super) fn new(words: &'a Words, tell: &'a dyn Fn(Progress), stop: &'a Stop) -> Self {
        Self { words, tell, stop, lines: RefCell::default() }
    }

    /// Returns what was said.
    pub(super) fn into_lines(self) -> Vec<String> {
        self.lines.into_inner()
    }
}

impl Ear for Screen<'_> {
    fn at(&self, step: Step, done: usize, of: usize) -> Result<(), Failure> {
        if self.stop.is_wished() {
            return Err(Failure::Usage(self.words.get("evening-stopped")));
        }
        (self.tell)(Progress { step, done, of });
        Ok(())
    }

    fn taken(&self, outcomes: &[Result<Taken, String>]) -> Result<(), Failure> {
        let odd = |one: &&Result<Taken, String>| !one.as_ref().is_ok_and(Taken::is_smooth);
        if !outcomes.is_empty() {
            self.say(&carrying::headline(outcomes, self.words));
        }
        for one in outcomes.iter().filter(odd) {
            self.say(&carrying::outcome(one, self.words).join(" "));
        }
        Ok(())
    }

    /// The folder is named at the end: a line for each certificate in it says nothing more.
    fn file(&self, _: &Path) -> Result<(), Failure> {
        Ok(())
    }

    fn say(&self, text: &str) {
        self.lines.borrow_mut().push(one_line(text));
    }

    fn offer(&self, offer: Offer, _: &str, people: &[(String, String)]) {
        let names: Vec<&str> = people.iter().map(|(_, name)| name.as_str()).collect();
        let key = match offer {
            Offer::Add => "evening-strangers",
            Offer::Join => "evening-alikes",
            // The screen asks about them, one pair after the other.
            Offer::Apart => return,
        };
        self.say(&self.words.with(key, &[("names", names.join(" · ").into())]));
    }
}
