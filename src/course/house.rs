//! The house: the exchange's own names and rules, which lessons take by path.
//!
//! Apart because a real exchange replaces this one file and nothing else.

pub mod own;

use std::collections::BTreeMap;

pub use own::OwnHouse;

/// The values of `house.toml` in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct House {
    /// Values by path, such as `desk.contact`.
    pub values: BTreeMap<String, String>,
    /// Whether it stands in for a real one.
    pub stand_in: bool,
}

impl House {
    /// Returns the value at a path without `house.`.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.values.get(path).map(String::as_str)
    }
}
