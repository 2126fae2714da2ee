//! What a learner says about themselves where the trainer asked for it.
//!
//! Apart from the name and the station, which everybody has: these are asked only where a cohort turned them on, may be
//! left out, and are replaced or deleted like the name. Never part of an event.

use serde::{Deserialize, Serialize};

/// The optional fields of a profile; empty is not given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The country of the station.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// Their gender.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gender: String,
    /// What they do at their station.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
}

impl About {
    /// Returns whether nothing was given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
