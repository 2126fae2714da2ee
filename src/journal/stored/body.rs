//! Reads what an event says, out of its bytes, once its kind is known.
//!
//! Apart because names stand in order in the bytes, so `body` comes before `kind`: serde would keep the whole body aside
//! until it knew what it is. Here it is told first. Nothing is judged here.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, Visitor};

use crate::journal::event::Body;

/// Reads the body of a known kind.
pub(super) fn read(kind: &str, bytes: &[u8]) -> Result<Body, serde_json::Error> {
    let mut bytes = serde_json::Deserializer::from_slice(bytes);
    let body = serde::Deserializer::deserialize_map(&mut bytes, OfKind(kind))?;
    bytes.end()?;
    Ok(body)
}

/// The name of a field of an event.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Name {
    Body,
    #[serde(other)]
    Other,
}

/// Looks for the body among the fields of an event.
struct OfKind<'k>(&'k str);

impl<'de> Visitor<'de> for OfKind<'_> {
    type Value = Body;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Body, A::Error> {
        let mut body = None;
        while let Some(name) = fields.next_key()? {
            if let Name::Body = name {
                let told = Told { kind: self.0, fields: &mut fields, at: Part::Kind };
                body = Some(Body::deserialize(MapAccessDeserializer::new(told))?);
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        body.ok_or_else(|| A::Error::missing_field("body"))
    }
}

/// What is told next.
#[derive(Clone, Copy)]
enum Part {
    Kind,
    Body,
    Nothing,
}

/// A kind, and then the body as it stands in the bytes.
struct Told<'a, 'k, A> {
    kind: &'k str,
    fields: &'a mut A,
    at: Part,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Told<'_, '_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        let name = match self.at {
            Part::Kind => "kind",
            Part::Body => "body",
            Part::Nothing => return Ok(None),
        };
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        if let Part::Kind = self.at {
            self.at = Part::Body;
            return seed.deserialize(serde::de::value::StrDeserializer::new(self.kind));
        }
        self.at = Part::Nothing;
        self.fields.next_value_seed(seed)
    }
}
