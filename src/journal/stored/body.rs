//! Reads what an event says, once its kind is known.
//!
//! Apart because names stand in order in the bytes, so `body` comes before `kind`: serde would keep the whole body aside
//! until it knew what it is. Here it is told first. Nothing is judged here.

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, MapAccess};
use serde_json::de::StrRead;

use crate::journal::event::Body;

/// Reads the body of a known kind.
pub(super) fn read(kind: &str, body: &str) -> Result<Body, serde_json::Error> {
    let mut body = serde_json::Deserializer::from_str(body);
    let read = Body::deserialize(MapAccessDeserializer::new(Told { kind, body: &mut body, at: Part::Kind }))?;
    body.end()?;
    Ok(read)
}

/// What is told next.
#[derive(Clone, Copy)]
enum Part {
    Kind,
    Body,
    Nothing,
}

/// A kind, and then the body as it stands in the bytes.
struct Told<'a, 'de> {
    kind: &'a str,
    body: &'a mut serde_json::Deserializer<StrRead<'de>>,
    at: Part,
}

impl<'de> MapAccess<'de> for Told<'_, 'de> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, serde_json::Error> {
        let name = match self.at {
            Part::Kind => "kind",
            Part::Body => "body",
            Part::Nothing => return Ok(None),
        };
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, serde_json::Error> {
        if let Part::Kind = self.at {
            self.at = Part::Body;
            return seed.deserialize(StrDeserializer::new(self.kind));
        }
        self.at = Part::Nothing;
        seed.deserialize(&mut *self.body)
    }
}
