//! The patterns and expressions of an exercise's rules: all of them can be read.
//!
//! Apart from the proof because a work that is judged by a broken pattern proves nothing.

use std::ops::Range;

use crate::assess::Pattern;
use crate::assess::work::text::expression;
use crate::course::exercise::arrange::CardCheck;
use crate::course::exercise::form::FormCheck;
use crate::course::exercise::marking::MarkCheck;
use crate::course::exercise::rule::Rule;
use crate::course::exercise::text::TextCheck;
use crate::course::exercise::{Engine, Exercise};
use crate::course::source::Source;
use crate::diagnostic::code;

/// Reports patterns that cannot be read; returns whether all can.
pub(super) fn check(source: &Source<'_>, exercise: &Exercise) -> bool {
    let mut all = Patterns::default();
    all.engine(&exercise.engine);
    let mut stand = true;
    for pattern in all.patterns {
        if let Err(bad) = Pattern::parse(pattern) {
            let hint = "docs/course-format.md shows what patterns can say";
            source.error(code::BAD_PATTERN, place(source, pattern), format!("not a pattern: {bad}"), hint);
            stand = false;
        }
    }
    for regex in all.expressions.into_iter().filter(|regex| expression(regex).is_none()) {
        let hint = "write a plain regular expression: no look-around, no back references";
        source.error(code::BAD_PATTERN, place(source, regex), format!("not an expression: {regex}"), hint);
        stand = false;
    }
    stand
}

fn place(source: &Source<'_>, words: &str) -> Range<usize> {
    source.text.find(words).map_or(0..0, |at| at..at + words.len())
}

/// All patterns of an exercise.
#[derive(Default)]
struct Patterns<'a> {
    patterns: Vec<&'a str>,
    expressions: Vec<&'a str>,
}

impl<'a> Patterns<'a> {
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

    fn list(&mut self, patterns: &'a [String]) {
        self.patterns.extend(patterns.iter().map(String::as_str));
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
