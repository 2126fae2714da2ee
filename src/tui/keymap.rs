//! The key table: for each screen which key does what, under which label, when, and how early the footer drops it.
//!
//! Apart because dispatch, footer and help must never disagree: all three read this one table. The defaults are
//! embedded; a user's file changes keys by action name, and everything wrong with it is reported together.

mod load;

use std::sync::OnceLock;

pub use load::Fault;

use super::action::{Action, Fact, Facts};
use super::glyphs::Glyphs;
use super::input::Key;
use crate::words::Words;

/// A screen, or a part of one that has keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "named like the screens")]
pub enum Table {
    Global,
    Loading,
    Setup,
    Learners,
    Join,
    Colleagues,
    Home,
    Reader,
    Outline,
    Note,
    Popup,
    Quiz,
    Result,
    Progress,
    Glossary,
    Search,
    Notes,
    Help,
    Settings,
    Failure,
    Dialog,
    Work,
    Debrief,
    Story,
    Desk,
    Forget,
    Code,
    Carry,
    Collect,
    Cohorts,
    Matrix,
    Board,
    Founding,
    House,
    Inviting,
    Marking,
    Regrading,
    Clock,
    Register,
    Office,
    Evening,
}

impl Table {
    /// All tables with the names they have in files, in the order of the enum.
    const NAMES: [(Self, &str); 41] = [
        (Self::Global, "global"),
        (Self::Loading, "loading"),
        (Self::Setup, "setup"),
        (Self::Learners, "learners"),
        (Self::Join, "join"),
        (Self::Colleagues, "colleagues"),
        (Self::Home, "home"),
        (Self::Reader, "reader"),
        (Self::Outline, "outline"),
        (Self::Note, "note"),
        (Self::Popup, "popup"),
        (Self::Quiz, "quiz"),
        (Self::Result, "result"),
        (Self::Progress, "progress"),
        (Self::Glossary, "glossary"),
        (Self::Search, "search"),
        (Self::Notes, "notes"),
        (Self::Help, "help"),
        (Self::Settings, "settings"),
        (Self::Failure, "failure"),
        (Self::Dialog, "dialog"),
        (Self::Work, "work"),
        (Self::Debrief, "debrief"),
        (Self::Story, "story"),
        (Self::Desk, "desk"),
        (Self::Forget, "forget"),
        (Self::Code, "code"),
        (Self::Carry, "carry"),
        (Self::Collect, "collect"),
        (Self::Cohorts, "cohorts"),
        (Self::Matrix, "matrix"),
        (Self::Board, "board"),
        (Self::Founding, "founding"),
        (Self::House, "house"),
        (Self::Inviting, "inviting"),
        (Self::Marking, "marking"),
        (Self::Regrading, "regrading"),
        (Self::Clock, "clock"),
        (Self::Register, "register"),
        (Self::Office, "office"),
        (Self::Evening, "evening"),
    ];

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(table, _)| *table == self).map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(table, _)| *table)
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The keys; the first is the one that is shown.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
    /// The key of its name in the catalogue.
    pub label: &'static str,
    /// Place in the footer, from 1; where it is narrow the highest are dropped first. None: only in the help.
    pub footer: Option<u8>,
    /// What must be so (`true`) or must not be so.
    pub when: Vec<(Fact, bool)>,
}

/// Returns the names of keys; characters that follow one another are one name, such as 1-9.
pub fn names(keys: &[Key], words: &Words, glyphs: &Glyphs) -> Vec<String> {
    let follows = |one: Key, next: Key| match (one.text(), next.text()) {
        (Some(one), Some(next)) => u32::from(next) == u32::from(one) + 1,
        _ => false,
    };
    let mut names = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.first() {
        let run = 1 + rest.windows(2).take_while(|pair| follows(pair[0], pair[1])).count();
        let run = if run < 3 { 1 } else { run };
        let last = rest.get(run - 1).filter(|_| run > 1);
        let name = first.name(words, glyphs);
        names.push(last.map_or_else(|| name.clone(), |last| format!("{name}-{}", last.name(words, glyphs))));
        rest = rest.get(run..).unwrap_or_default();
    }
    names
}

impl Binding {
    /// Returns whether its keys do this now.
    pub fn holds(&self, facts: Facts) -> bool {
        self.when.iter().all(|(fact, wanted)| facts.has(*fact) == *wanted)
    }
}

/// All tables. Each is read when it is first asked for, because a start needs two of them.
#[derive(Debug, Clone)]
pub struct Keymap {
    tables: [OnceLock<Vec<Binding>>; Table::NAMES.len()],
}

impl Default for Keymap {
    /// Reads nothing yet.
    fn default() -> Self {
        Self { tables: std::array::from_fn(|_| OnceLock::new()) }
    }
}

impl PartialEq for Keymap {
    /// Compares the rows, read already or not.
    fn eq(&self, other: &Self) -> bool {
        Table::NAMES.iter().all(|(table, _)| self.rows(*table) == other.rows(*table))
    }
}

impl Eq for Keymap {}

impl Keymap {
    /// Returns what a key does on a screen; while a field has the focus, characters do nothing but type.
    pub fn action(&self, table: Table, facts: Facts, key: Key) -> Option<Action> {
        if facts.has(Fact::Typing) && key.edits() {
            return None;
        }
        self.holding(table, facts).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
    }

    /// Returns the rows that hold now and belong in the footer, in the order of the table.
    pub fn footer(&self, table: Table, facts: Facts) -> Vec<&Binding> {
        self.holding(table, facts).filter(|binding| binding.footer.is_some()).collect()
    }

    /// Returns the rows of one table, whether they hold now or not, for the help.
    pub fn rows(&self, table: Table) -> &[Binding] {
        self.tables[table as usize].get_or_init(|| load::defaults(table, &mut Vec::new()))
    }

    fn holding(&self, table: Table, facts: Facts) -> impl Iterator<Item = &Binding> {
        let everywhere = if table == Table::Global { &[] } else { self.rows(Table::Global) };
        self.rows(table).iter().chain(everywhere).filter(move |binding| binding.holds(facts))
    }
}

#[cfg(test)]
mod tests;
