//! An event together with the bytes it is kept as.
//!
//! Apart because the store keeps, compares and passes on bytes, also of kinds it does not know, and must never write
//! an event anew: what came in goes out.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{EnrolmentId, Lang, LearnerId, WriterId};
use crate::journal::{Author, Body, Event, EventId, Via};

/// Numbers of events stay below this, so that every JSON reader and SQLite can hold them.
pub(super) const HIGHEST: u64 = 1 << 53;

/// What the store must know of an event, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sealed {
    /// Its identity.
    pub(super) id: EventId,
    /// Its order.
    pub(super) lamport: u64,
    /// Whose it is.
    pub(super) subject: LearnerId,
    /// Which run.
    pub(super) enrolment: EnrolmentId,
    /// What it says, where this version knows the kind.
    pub(super) event: Option<Event>,
    /// The hash of the bytes.
    pub(super) hash: [u8; 32],
    /// The bytes.
    pub(super) bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    writer: WriterId,
    seq: u64,
    lamport: u64,
    subject: LearnerId,
    author: Author,
    enrolment: EnrolmentId,
    via: Via,
    lang: Lang,
    at: Timestamp,
    #[serde(flatten)]
    body: serde_json::Value,
}

impl Sealed {
    /// Writes an event.
    pub(super) fn seal(event: Event) -> Result<Self, String> {
        let envelope = Envelope {
            writer: event.id.writer,
            seq: event.id.seq,
            lamport: event.lamport,
            subject: event.subject,
            author: event.author,
            enrolment: event.enrolment,
            via: event.via,
            lang: event.lang.clone(),
            at: event.at,
            body: serde_json::to_value(&event.body).map_err(|e| e.to_string())?,
        };
        let bytes = serde_json::to_vec(&envelope).map_err(|e| e.to_string())?;
        Ok(Self::of(&envelope, Some(event), bytes))
    }

    /// Reads an event, or says why the bytes are none.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, String> {
        let envelope: Envelope = serde_json::from_slice(&bytes).map_err(|e| e.to_string())?;
        let in_range = |number: u64| (1..HIGHEST).contains(&number);
        if !in_range(envelope.seq) || !in_range(envelope.lamport) {
            return Err("its numbers are out of range".to_owned());
        }
        let event = serde_json::from_value::<Body>(envelope.body.clone()).ok().map(|body| Event {
            id: EventId { writer: envelope.writer, seq: envelope.seq },
            lamport: envelope.lamport,
            subject: envelope.subject,
            author: envelope.author,
            enrolment: envelope.enrolment,
            via: envelope.via,
            lang: envelope.lang.clone(),
            at: envelope.at,
            body,
        });
        Ok(Self::of(&envelope, event, bytes))
    }

    fn of(envelope: &Envelope, event: Option<Event>, bytes: Vec<u8>) -> Self {
        Self {
            id: EventId { writer: envelope.writer, seq: envelope.seq },
            lamport: envelope.lamport,
            subject: envelope.subject,
            enrolment: envelope.enrolment,
            event,
            hash: *blake3::hash(&bytes).as_bytes(),
            bytes,
        }
    }
}
