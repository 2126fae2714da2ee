//! The writer of this opening: who signs the next event, and with which number.
//!
//! Apart because the promise that no identity is ever given twice rests here.

use crate::id::WriterId;
use crate::journal::EventId;

/// Gives identities to events.
#[derive(Debug, Clone, Default)]
pub(super) struct Pen {
    writer: Option<WriterId>,
    written: u64,
}

impl Pen {
    /// Returns the next identity; the first asks the system for a new writer.
    pub(super) fn next(&mut self) -> Result<EventId, getrandom::Error> {
        let writer = match self.writer {
            Some(writer) => writer,
            None => fresh_writer()?,
        };
        self.writer = Some(writer);
        self.written += 1;
        Ok(EventId { writer, seq: self.written })
    }

    /// Changes the writer, so that what was written or may have been is never repeated.
    pub(super) fn renew(&mut self) {
        *self = Self::default();
    }
}

fn fresh_writer() -> Result<WriterId, getrandom::Error> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits)?;
    Ok(WriterId::from_bits(u128::from_be_bytes(bits)))
}
