//! An event as bytes: written once, kept as it came, known by its hash.
//!
//! Apart from `event` because bytes outlive versions of this program: what a newer one wrote is kept and passed on
//! unread. The bytes are JSON with sorted keys and no white space (RFC 8785), described in `docs/events.md`; nothing
//! ever writes an event anew that it has read.

mod body;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::event::{Author, Body, Event, EventId, Via};
use crate::clock::Timestamp;
use crate::id::{EnrolmentId, Lang, LearnerId, WriterId};

/// How many bytes an event may have.
pub const LONGEST: usize = 1 << 20;
/// The greatest number that every reader of JSON keeps whole.
pub const GREATEST: u64 = (1 << 53) - 1;

/// The BLAKE3 hash of an event's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventHash([u8; 32]);

impl EventHash {
    /// Hashes an event's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    /// Returns the 32 bytes of the hash.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for EventHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EventHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why bytes are no event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadEvent {
    /// No JSON, or without the envelope.
    #[error("this is not an event: {0}")]
    Envelope(String),
    /// The kind is known, and its content is not what the kind holds.
    #[error("this `{kind}` event cannot be read: {reason}")]
    Body {
        /// The kind.
        kind: String,
        /// What is wrong.
        reason: String,
    },
    /// A count that is out of range.
    #[error("`{0}` is out of range in this event")]
    Range(&'static str),
    /// More bytes than an event may have.
    #[error("this event is longer than {LONGEST} bytes")]
    TooLong,
    /// An event of an unknown kind can be kept and not made.
    #[error("an event of the unknown kind `{0}` cannot be written")]
    Unwritable(String),
}

/// An event and the bytes that it is; cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    event: Arc<Event>,
    bytes: Arc<[u8]>,
    hash: EventHash,
}

/// An event as it is written; the fields stand in the order of their names, which is the order of the bytes.
#[derive(Serialize)]
struct Written {
    at: Timestamp,
    author: Author,
    body: Value,
    enrolment: EnrolmentId,
    kind: String,
    kind_version: u32,
    lamport: u64,
    lang: Lang,
    #[serde(skip_serializing_if = "Option::is_none")]
    pair: Option<LearnerId>,
    seq: u64,
    subject: LearnerId,
    via: Via,
    writer: WriterId,
}

/// The outside of an event that is read. The body is read for itself, once its kind is known.
#[derive(Deserialize)]
struct Envelope<'b> {
    at: Timestamp,
    author: Author,
    #[serde(borrow)]
    body: &'b RawValue,
    enrolment: EnrolmentId,
    kind: String,
    kind_version: u32,
    lamport: u64,
    lang: Lang,
    #[serde(default)]
    pair: Option<LearnerId>,
    seq: u64,
    subject: LearnerId,
    via: Via,
    writer: WriterId,
}

impl Stored {
    /// Writes a new event.
    pub fn new(event: Event) -> Result<Self, BadEvent> {
        let (kind, body) = parts(&event.body)?;
        let Event { id, lamport, subject, author, enrolment, via, ref lang, at, pair, body: _ } = event;
        let (lang, EventId { writer, seq }) = (lang.clone(), id);
        check_range(seq, lamport)?;
        let written = Written {
            at,
            author,
            body,
            enrolment,
            kind,
            kind_version: VERSION,
            lamport,
            lang,
            pair,
            seq,
            subject,
            via,
            writer,
        };
        let bytes = serde_json::to_vec(&written).map_err(|e| BadEvent::Envelope(e.to_string()))?;
        if bytes.len() > LONGEST {
            return Err(BadEvent::TooLong);
        }
        Ok(Self { event: event.into(), hash: EventHash::of(&bytes), bytes: bytes.into() })
    }

    /// Reads an event and keeps its bytes as they are; a kind or a version of it that is not known is no fault.
    pub fn parse(bytes: &[u8]) -> Result<Self, BadEvent> {
        if bytes.len() > LONGEST {
            return Err(BadEvent::TooLong);
        }
        let envelope: Envelope<'_> = serde_json::from_slice(bytes).map_err(|e| BadEvent::Envelope(e.to_string()))?;
        let Envelope {
            at,
            author,
            body,
            enrolment,
            kind,
            kind_version,
            lamport,
            lang,
            pair,
            seq,
            subject,
            via,
            writer,
        } = envelope;
        check_range(seq, lamport)?;
        let id = EventId { writer, seq };
        let body = read_body(kind, kind_version, body.get())?;
        let event = Event { id, lamport, subject, author, enrolment, via, lang, at, pair, body };
        Ok(Self { event: event.into(), hash: EventHash::of(bytes), bytes: bytes.into() })
    }

    /// Returns what happened.
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// Gives up the bytes for what happened.
    pub fn into_event(self) -> Event {
        Arc::unwrap_or_clone(self.event)
    }

    /// Returns the bytes, as they were written first.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the hash of the bytes.
    pub fn hash(&self) -> EventHash {
        self.hash
    }
}

fn check_range(seq: u64, lamport: u64) -> Result<(), BadEvent> {
    match (seq, lamport) {
        (0, _) => Err(BadEvent::Range("seq")),
        (seq, _) if seq > GREATEST => Err(BadEvent::Range("seq")),
        (_, lamport) if lamport > GREATEST => Err(BadEvent::Range("lamport")),
        _ => Ok(()),
    }
}

/// Takes a body apart into its kind and its fields.
fn parts(body: &Body) -> Result<(String, Value), BadEvent> {
    if let Body::Unknown { kind, .. } = body {
        return Err(BadEvent::Unwritable(kind.clone()));
    }
    let mut whole = serde_json::to_value(body).map_err(|e| BadEvent::Envelope(e.to_string()))?;
    let mut take = |name| whole.get_mut(name).map(Value::take);
    match (take("kind"), take("body")) {
        (Some(Value::String(kind)), Some(fields @ Value::Object(_))) => Ok((kind, fields)),
        _ => Err(BadEvent::Envelope("a body without a kind or without fields".to_owned())),
    }
}

/// The version of every kind that is written now.
const VERSION: u32 = 1;
/// The kinds that can be read.
const KINDS: [&str; 28] = [
    "enrolled",
    "section_seen",
    "attempt_started",
    "answered",
    "attempt_finished",
    "exercise_done",
    "exercise_marked",
    "swap_received",
    "swap_decided",
    "replied",
    "practised",
    "active",
    "noted",
    "note_removed",
    "joined",
    "parted",
    "signed_in",
    "test_opened",
    "regraded",
    "regrade_undone",
    "cohort_planned",
    "roster_changed",
    "kept_apart",
    "attendance_ticked",
    "session_noted",
    "box_begun",
    "key_ruled",
    "totals_kept",
];

/// Reads the body of an event; of a kind that is not known it is an object, and no more is asked of it.
fn read_body(kind: String, version: u32, body: &str) -> Result<Body, BadEvent> {
    if version == VERSION && KINDS.contains(&kind.as_str()) {
        return body::read(&kind, body).map_err(|e| BadEvent::Body { kind, reason: e.to_string() });
    }
    if !body.starts_with('{') {
        return Err(BadEvent::Envelope("the body is no object".to_owned()));
    }
    Ok(Body::Unknown { kind, version })
}

#[cfg(test)]
mod tests;
