//! The key table: for each screen which key does what, under which label, when, and how early the footer drops it.
//!
//! Apart because dispatch, footer and help must never disagree: all three read this one table. The defaults are
//! embedded; a user's file changes keys by action name, and everything wrong with it is reported together.

mod load;

pub use load::Fault;

use super::action::{Action, Fact, Facts};
use super::input::Key;

/// A screen, or a part of one that has keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "named like the screens")]
pub enum Table {
    Global,
    Loading,
    Setup,
    Learners,
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
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The keys; the first is the one that is shown.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
    /// The key of its name in the catalogue.
    pub label: String,
    /// Place in the footer, from 1; where it is narrow the highest are dropped first. None: only in the help.
    pub footer: Option<u8>,
    /// What must be so (`true`) or must not be so.
    pub when: Vec<(Fact, bool)>,
}

impl Binding {
    fn holds(&self, facts: Facts) -> bool {
        self.when.iter().all(|(fact, wanted)| facts.has(*fact) == *wanted)
    }
}

/// All tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    tables: Vec<(Table, Vec<Binding>)>,
}

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
        self.tables.iter().find(|(name, _)| *name == table).map_or(&[], |(_, rows)| rows)
    }

    fn holding(&self, table: Table, facts: Facts) -> impl Iterator<Item = &Binding> {
        let everywhere = if table == Table::Global { &[] } else { self.rows(Table::Global) };
        self.rows(table).iter().chain(everywhere).filter(move |binding| binding.holds(facts))
    }
}

#[cfg(test)]
mod tests;
