//! Reads an id where it stands in a text, without a copy of the text.
//!
//! Apart because a history holds a dozen ids an event: what serde derives would make a string of each first.

use std::fmt::{self, Display};

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a value that is written as a text.
pub(crate) fn read<'de, D: Deserializer<'de>, T, E: Display>(
    from: D,
    parse: fn(&str) -> Result<T, E>,
) -> Result<T, D::Error> {
    from.deserialize_str(Written(parse))
}

/// How the text is read.
struct Written<T, E>(fn(&str) -> Result<T, E>);

impl<T, E: Display> Visitor<'_> for Written<T, E> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<F: Error>(self, text: &str) -> Result<T, F> {
        (self.0)(text).map_err(F::custom)
    }
}
