//! Our ids as SQLite values, and the place of an event as bytes.
//!
//! Apart so that no string or blob reaches the rest of the store: columns are read into the types of the domain, or
//! the row is damaged.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::assess::Grade;
use crate::clock::Date;
use crate::course::hash::ContentHash;
use crate::id::{AttemptId, CohortId, EnrolmentId, JoinId, Lang, LearnerId, RegradeId, WriterId};
use crate::journal::planning::Half;
use crate::journal::{Event, EventId, Order};

macro_rules! as_blob {
    ($($id:ident),*) => {$(
        impl ToSql for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(Value::Blob(self.bits().to_be_bytes().to_vec())))
            }
        }
        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                <[u8; 16]>::column_result(value).map(|bytes| Self::from_bits(u128::from_be_bytes(bytes)))
            }
        }
    )*};
}

as_blob!(AttemptId, CohortId, EnrolmentId, JoinId, LearnerId, RegradeId, WriterId);

impl ToSql for Lang {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Lang {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(value.as_str()?).map_err(FromSqlError::other)
    }
}

impl ToSql for ContentHash {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for ContentHash {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse::<Self>().map_err(|reason| FromSqlError::Other(reason.into()))
    }
}

impl ToSql for Grade {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(i64::from(self.number()).into())
    }
}

impl FromSql for Grade {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u16::column_result(value).map(Self::new)
    }
}

impl ToSql for Date {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Date {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(FromSqlError::other)
    }
}

impl ToSql for Half {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(i64::from(*self == Self::Afternoon).into())
    }
}

impl FromSql for Half {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(if bool::column_result(value)? { Self::Afternoon } else { Self::Morning })
    }
}

/// Where an event stands among all events: lamport, writer, seq, so that bytes compare as places do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place([u8; 32]);

impl Place {
    /// Returns the place of an event.
    pub(super) fn of(event: &Event) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&event.lamport.to_be_bytes());
        bytes[8..24].copy_from_slice(&event.id.writer.bits().to_be_bytes());
        bytes[24..].copy_from_slice(&event.id.seq.to_be_bytes());
        Self(bytes)
    }

    /// Returns the order that these bytes say.
    pub(super) fn order(self) -> Order {
        let number = |bytes: &[u8]| bytes.iter().fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
        let writer = WriterId::from_bits(number(&self.0[8..24]));
        let id = EventId { writer, seq: number(&self.0[24..]) as u64 };
        Order { lamport: number(&self.0[..8]) as u64, id }
    }
}

impl ToSql for Place {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
}

impl FromSql for Place {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(Self)
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(from)?.try_into().map(Self).map_err(D::Error::custom)
    }
}
