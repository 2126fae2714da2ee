//! Which keys make a piece of desk work: from a finished work back to what somebody presses.
//!
//! Shared by the tests that work on a stage and those in a real terminal. It knows no screen: it counts where the focus
//! is, as somebody does who knows the form by heart. Keys are written as the key table writes them.
#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;

use rundown::course::exercise::form::{Field, FieldKind};
use rundown::course::exercise::marking::Unit;
use rundown::course::exercise::work::{Decided, Entry, Marked};
use rundown::course::exercise::{
    Arranging, Case, Criterion, Desk, Engine, Exercise, FieldTask, Form, Marking, Pick, Work,
};

/// Texts by id.
type Texts = BTreeMap<String, String>;

/// One thing that hands do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touch {
    /// Keys, one after the other.
    Keys(String),
    /// A text that comes in one piece.
    Paste(String),
}

/// Returns what makes a work out of an exercise as it is laid out, its brief read and nothing touched.
pub fn touches(exercise: &Exercise, work: &Work) -> Vec<Touch> {
    let mut hands = Hands::default();
    match (&exercise.engine, work) {
        (Engine::Form(of), Work::Form { fields }) => hands.fill(of, fields),
        (Engine::Write(_), Work::Write { text }) => hands.replace(text),
        (Engine::Arrange(of), Work::Arrange { cards, labels, captions }) => hands.lay(of, cards, labels, captions),
        (Engine::Mark(of), Work::Mark { marks }) => hands.mark(of, marks),
        (Engine::Desk(of), Work::Desk { decided }) => decided.iter().for_each(|given| hands.decide(of, given)),
        (Engine::Case(of), Work::Case { used, cited, concluded, .. }) => {
            hands.inquire(of, used.iter().chain(cited), concluded);
        }
        (Engine::Field(of), Work::Field { done, file, ticked }) => {
            hands.tick(of, done, file);
            hands.give_points(of, &exercise.rubric, ticked);
        }
        (engine, _) => panic!("no hands for {:?}", engine.kind()),
    }
    hands.touches
}

#[derive(Default)]
struct Hands {
    /// The control that has the focus.
    focus: usize,
    touches: Vec<Touch>,
}

impl Hands {
    fn keys(&mut self, keys: &str) {
        self.touches.push(Touch::Keys(keys.to_owned()));
    }

    fn paste(&mut self, text: &str) {
        self.touches.push(Touch::Paste(text.to_owned()));
    }

    /// Puts a text in place of the one that stands there.
    fn replace(&mut self, text: &str) {
        self.keys("<c-a><bs>");
        if !text.is_empty() {
            self.paste(text);
        }
    }

    /// Moves the focus to a control.
    fn go(&mut self, control: usize) {
        let key = if control > self.focus { "<down>" } else { "<up>" };
        for _ in 0..control.abs_diff(self.focus) {
            self.keys(key);
        }
        self.focus = control;
    }

    /// Goes through a form from field to field and changes what has to be another.
    fn fill(&mut self, of: &Form, fields: &BTreeMap<String, Entry>) {
        for field in &of.fields {
            match (&field.kind, fields.get(field.id.as_str())) {
                (FieldKind::Rows { columns, given, .. }, Some(Entry::Rows(rows))) => {
                    self.fill_rows(columns, given, rows);
                }
                (FieldKind::Choices(options), Some(Entry::Several(ids))) => self.choose_all(options, ids),
                (_, Some(Entry::One(text))) if !field.locked => self.fill_one(field, text, &field.given),
                _ => {}
            }
            self.keys("<tab>");
        }
    }

    fn fill_one(&mut self, field: &Field, text: &str, given: &str) {
        if let FieldKind::Choice(options) = &field.kind {
            self.choose(options, text);
        } else if text != given {
            self.replace(text);
        }
    }

    fn choose(&mut self, options: &[Pick], id: &str) {
        if let Some(at) = options.iter().position(|pick| pick.id == id) {
            self.keys(&(at + 1).to_string());
        }
    }

    fn choose_all(&mut self, options: &[Pick], ids: &[String]) {
        for id in ids {
            self.choose(options, id);
            self.keys("<space>");
        }
    }

    /// Goes through the rows that are given, cell by cell, up to what adds a row.
    fn fill_rows(&mut self, columns: &[Field], given: &[Vec<String>], rows: &[Vec<String>]) {
        assert_eq!(rows.len(), given.len(), "these hands add no rows");
        for (row, given) in rows.iter().zip(given) {
            for ((column, text), given) in columns.iter().zip(row).zip(given).filter(|((c, _), _)| !c.locked) {
                self.fill_one(column, text, given);
                self.keys("<tab>");
            }
        }
    }

    fn lay(&mut self, of: &Arranging, cards: &[String], labels: &Texts, captions: &Texts) {
        let each = 1 + usize::from(of.captions.is_some());
        let mut left: Vec<&str> = of.cards.iter().map(|card| card.id.as_str()).collect();
        for (at, card) in cards.iter().enumerate() {
            let place = left.iter().position(|id| id == card).unwrap();
            self.go(at * each + place);
            self.keys("<enter>");
            left.remove(place);
            self.focus += each;
        }
        for (at, card) in cards.iter().enumerate() {
            let place = |id: &String| of.labels.as_ref()?.options.iter().position(|pick| pick.id == *id);
            if let Some(place) = labels.get(card).and_then(place) {
                self.go(at * each);
                self.keys(&"<right>".repeat(place + 1));
            }
            if let Some(caption) = captions.get(card) {
                self.go(at * each + 1);
                self.paste(caption);
            }
        }
    }

    fn mark(&mut self, of: &Marking, marks: &[Marked]) {
        self.go(of.labels.len());
        let mut at = 0;
        for mark in marks {
            while at < mark.from {
                self.keys("<right>");
                at = unit_end(of, at);
            }
            let label = of.labels.iter().position(|label| label.id == mark.label).unwrap();
            self.keys(&(label + 1).to_string());
            let more = if of.unit == Unit::Words { mark.to.saturating_sub(at + 1) } else { 0 };
            self.keys(&"<right><space>".repeat(more));
            at += more;
        }
    }

    fn decide(&mut self, of: &Desk, given: &Decided) {
        self.go(of.items.iter().position(|item| item.id.as_str() == given.item).unwrap());
        let back = self.focus;
        let decision = of.decisions.iter().position(|pick| pick.id == given.decision).unwrap();
        self.keys(&format!("<enter>{}", decision + 1));
        self.focus = decision;
        let codes: Vec<_> = of.codes.iter().filter(|code| code.decision == given.decision).collect();
        if let Some(code) = codes.iter().position(|code| code.pick.id == given.code) {
            self.go(of.decisions.len() + code);
            self.keys("<enter>");
        }
        if !given.note.is_empty() {
            self.go(of.decisions.len() + codes.len());
            self.paste(&given.note);
        }
        self.keys("<esc>");
        self.focus = back;
    }

    fn inquire<'a>(&mut self, of: &Case, tools: impl Iterator<Item = &'a String>, concluded: &Texts) {
        for name in tools {
            self.go(of.tools.iter().position(|tool| tool.id.as_str() == name).unwrap());
            self.keys("<enter>");
        }
        let mut before = of.tools.len() + 1;
        for conclusion in &of.conclusions {
            let given = concluded.get(conclusion.id.as_str());
            if let Some(at) = conclusion.options.iter().position(|(pick, _)| Some(&pick.id) == given) {
                self.go(before + at);
                self.keys("<enter>");
            }
            before += conclusion.options.len();
        }
    }

    fn tick(&mut self, of: &FieldTask, done: &[String], file: &str) {
        for (at, step) in of.steps.iter().enumerate() {
            if done.iter().any(|name| name == step.id.as_str()) {
                self.go(at);
                self.keys("<space>");
            }
        }
        if of.file {
            self.go(of.steps.len());
            self.paste(file);
        }
    }

    fn give_points(&mut self, of: &FieldTask, rubric: &[Criterion], ticked: &BTreeMap<String, u8>) {
        for (at, line) in rubric.iter().enumerate() {
            if let Some(points) = ticked.get(line.id.as_str()) {
                self.go(of.steps.len() + usize::from(of.file) + at);
                let keys = if *points == 0 { "<left>".to_owned() } else { "<right>".repeat((*points).into()) };
                self.keys(&keys);
            }
        }
    }
}

fn unit_end(of: &Marking, at: usize) -> usize {
    let span = of.words[at].span.as_ref();
    if of.unit == Unit::Words || span.is_none() {
        return at + 1;
    }
    at + of.words[at..].iter().take_while(|word| word.span.as_ref() == span).count()
}
