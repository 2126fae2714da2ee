//! The patterns and expressions of an exercise's rules, gathered.
//!
//! Apart from the rules because reading caps them all together, and `check` proves that each can be read.

use super::arrange::CardCheck;
use super::form::FormCheck;
use super::marking::MarkCheck;
use super::rule::Rule;
use super::text::TextCheck;
use super::{Engine, Finds};

/// All patterns of an engine's rules.
#[derive(Debug, Default)]
pub struct Patterns<'a> {
    /// Patterns of short answers.
    pub patterns: Vec<&'a str>,
    /// Regular expressions.
    pub expressions: Vec<&'a str>,
}

impl<'a> Patterns<'a> {
    /// Gathers them.
    pub fn of(engine: &'a Engine) -> Self {
        let mut all = Self::default();
        all.engine(engine);
        all
    }

    /// Returns how many bytes they have together.
    pub fn bytes(&self) -> usize {
        self.patterns.iter().chain(&self.expressions).map(|pattern| pattern.len()).sum()
    }

    fn engine(&mut self, engine: &'a Engine) {
        match engine {
            Engine::Form(form) => form.rules.iter().for_each(|rule| self.form(&rule.rule.check)),
            Engine::Write(writing) => self.texts(&writing.rules),
            Engine::Arrange(arranging) => {
                arranging.rules.iter().for_each(|rule| self.card(&rule.check));
                arranging.captions.iter().for_each(|captions| self.texts(&captions.rules));
            }
            Engine::Mark(marking) => marking.rules.iter().for_each(|rule| match &rule.check {
                MarkCheck::Text(check) => self.text(check),
                MarkCheck::Sentences => {}
            }),
            Engine::Desk(desk) => self.texts(&desk.note_rules),
            Engine::Case(_) | Engine::Field(_) | Engine::Stages(_) => {}
        }
    }

    fn texts(&mut self, rules: &'a [Rule<TextCheck>]) {
        for rule in rules {
            self.text(&rule.check);
        }
    }

    fn list(&mut self, finds: &'a Finds) {
        self.patterns.extend(finds.written().iter().map(String::as_str));
    }

    fn text(&mut self, check: &'a TextCheck) {
        match check {
            TextCheck::Has { find, .. } | TextCheck::Lacks { find, .. } | TextCheck::Times { find, .. } => {
                self.list(find);
            }
            TextCheck::Order { first, then } => {
                self.list(first);
                self.list(then);
            }
            TextCheck::Sourced { cues } => self.list(cues),
            TextCheck::Pattern { regex } => self.expressions.push(regex),
            TextCheck::Words { .. }
            | TextCheck::Seconds { .. }
            | TextCheck::Length { .. }
            | TextCheck::Lines { .. }
            | TextCheck::Equals { .. } => {}
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "no other check has patterns")]
    fn form(&mut self, check: &'a FormCheck) {
        match check {
            FormCheck::Text(check) => self.text(check),
            FormCheck::RowHas { find, .. } | FormCheck::ShotsVague { find, .. } => self.list(find),
            _ => {}
        }
    }

    fn card(&mut self, check: &'a CardCheck) {
        if let CardCheck::CaptionHas { find, .. } = check {
            self.list(find);
        }
    }
}
