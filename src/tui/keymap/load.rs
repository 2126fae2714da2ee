//! Reads the embedded key table and merges a user's changes into it.
//!
//! Apart from the table itself because reading has faults and looking up has none. Every fault of a file is reported,
//! none stops the reading.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::de::value::{Error as NameError, StrDeserializer};

use super::{Binding, Keymap, Table};
use crate::tui::action::{Action, Fact};
use crate::tui::input::{BadKey, parse_keys};

/// One thing that is wrong with a key file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is no TOML of the right shape.
    #[error("{0}")]
    Form(String),
    /// No such screen.
    #[error("[{0}] is not a screen with keys")]
    UnknownTable(String),
    /// No such action on that screen.
    #[error("[{table}] has no action `{action}`")]
    UnknownAction {
        /// The screen.
        table: String,
        /// The name found.
        action: String,
    },
    /// No such condition.
    #[error("`{0}` is not a condition")]
    UnknownCondition(String),
    /// What is written is no key.
    #[error("[{table}] {action}: {fault}")]
    Key {
        /// The screen.
        table: String,
        /// The action.
        action: String,
        /// What is wrong.
        fault: BadKey,
    },
    /// One key does two things at the same time.
    #[error("[{table}] {key} would do both {first:?} and {second:?}")]
    Conflict {
        /// The screen.
        table: String,
        /// The key.
        key: String,
        /// One of them.
        first: Action,
        /// The other.
        second: Action,
    },
}

/// One row of the embedded table, as it is written there.
struct Row {
    keys: &'static str,
    action: &'static str,
    label: &'static str,
    footer: Option<u8>,
    when: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// Reads the embedded rows of one table; one that could not be read is left out, and a test sees to it that none is.
pub(super) fn defaults(table: Table, faults: &mut Vec<Fault>) -> Vec<Binding> {
    let rows = DEFAULTS.iter().find(|(name, _)| *name == table.name()).map_or(&[][..], |(_, rows)| rows);
    rows.iter().filter_map(|row| checked(table.name(), row, faults)).collect()
}

/// Returns everything that is wrong with the embedded file.
#[cfg(test)]
pub(super) fn faults_of_defaults() -> Vec<Fault> {
    let mut faults = Vec::new();
    let unknown = DEFAULTS.iter().filter(|(name, _)| Table::named(name).is_none());
    faults.extend(unknown.map(|(name, _)| Fault::UnknownTable((*name).to_owned())));
    for (table, _) in Table::NAMES {
        defaults(table, &mut faults);
    }
    faults
}

impl Keymap {
    /// Returns the embedded table.
    pub fn defaults() -> Self {
        Self::default()
    }

    /// Returns the table with a user's changes (`[home]`, `search = "/f"`), or everything that is wrong with them.
    pub fn with_user(mut self, text: &str) -> Result<Self, Vec<Fault>> {
        let changes: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(text).map_err(|fault| vec![Fault::Form(fault.to_string())])?;
        let mut faults = Vec::new();
        for (name, rows) in changes {
            match Table::named(&name) {
                Some(table) => self.change(&name, table, rows, &mut faults),
                None => faults.push(Fault::UnknownTable(name)),
            }
        }
        faults.extend(self.conflicts());
        if faults.is_empty() { Ok(self) } else { Err(faults) }
    }

    fn change(&mut self, name: &str, table: Table, rows: BTreeMap<String, String>, faults: &mut Vec<Fault>) {
        for (action, keys) in rows {
            let wanted = named::<Action>(&action);
            let mut bindings = self.rows_mut(table).iter_mut().filter(|row| Some(row.action) == wanted).peekable();
            if bindings.peek().is_none() {
                faults.push(Fault::UnknownAction { table: name.to_owned(), action });
                continue;
            }
            match parse_keys(&keys) {
                Ok(keys) => bindings.for_each(|row| row.keys.clone_from(&keys)),
                Err(fault) => faults.push(Fault::Key { table: name.to_owned(), action, fault }),
            }
        }
    }

    fn rows_mut(&mut self, table: Table) -> &mut [Binding] {
        self.rows(table);
        self.tables[table as usize].get_mut().map_or(&mut [], |rows| rows)
    }

    /// Returns every key that would do two things on one screen at the same time.
    pub(super) fn conflicts(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (table, _) in Table::NAMES {
            let rows = self.rows(table);
            let everywhere = if table == Table::Global { &[] } else { self.rows(Table::Global) };
            for (at, row) in rows.iter().enumerate() {
                let others = rows.iter().skip(at + 1).chain(everywhere);
                faults.extend(others.flat_map(|other| clashes(table, row, other)));
            }
        }
        faults
    }
}

fn clashes(table: Table, one: &Binding, other: &Binding) -> Vec<Fault> {
    let apart = one.when.iter().any(|(fact, wanted)| other.when.contains(&(*fact, !wanted)));
    if apart {
        return Vec::new();
    }
    let shared = one.keys.iter().filter(|key| other.keys.contains(key));
    let fault = |key: &crate::tui::input::Key| Fault::Conflict {
        table: table.name().to_owned(),
        key: key.to_string(),
        first: one.action,
        second: other.action,
    };
    shared.map(fault).collect()
}

fn checked(table: &str, row: &Row, faults: &mut Vec<Fault>) -> Option<Binding> {
    let keys = parse_keys(row.keys)
        .map_err(|fault| faults.push(Fault::Key { table: table.to_owned(), action: row.action.to_owned(), fault }));
    let when: Vec<_> = row.when.iter().filter_map(|text| condition(text, faults)).collect();
    let known = named::<Action>(row.action);
    if known.is_none() {
        faults.push(Fault::UnknownAction { table: table.to_owned(), action: row.action.to_owned() });
    }
    Some(Binding { keys: keys.ok()?, action: known?, label: row.label, footer: row.footer, when })
}

fn condition(text: &str, faults: &mut Vec<Fault>) -> Option<(Fact, bool)> {
    let (name, wanted) = text.strip_prefix('!').map_or((text, true), |name| (name, false));
    let fact = named::<Fact>(name);
    if fact.is_none() {
        faults.push(Fault::UnknownCondition(text.to_owned()));
    }
    Some((fact?, wanted))
}

fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<NameError>::new(name)).ok()
}
