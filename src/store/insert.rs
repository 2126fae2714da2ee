//! Putting events into the journal: as a set, with conflicts set apart.
//!
//! Apart from the requests because appending and merging must do exactly the same.

use rusqlite::OptionalExtension as _;

use super::api::Merged;
use super::database::{Stop, Work};
use crate::id::LearnerId;
use crate::journal::{Event, Stored};

/// How an identity that arrives is already known.
enum Known {
    No,
    Same,
    Otherwise(LearnerId),
    InConflict,
}

impl Work<'_> {
    /// Joins one event from elsewhere and counts what became of it.
    pub(super) fn join(&mut self, stored: &Stored, merged: &mut Merged) -> Result<(), Stop> {
        let event = stored.event();
        match self.known(stored)? {
            Known::No => {
                self.insert(stored)?;
                self.changed.push(event.subject);
                merged.new += 1;
            }
            Known::Same => merged.known += 1,
            Known::Otherwise(subject) => {
                self.set_apart(stored, subject)?;
                merged.conflicts.push(event.id);
            }
            Known::InConflict => {
                if self.keep_contested(stored)? {
                    merged.conflicts.push(event.id);
                } else {
                    merged.known += 1;
                }
            }
        }
        Ok(())
    }

    /// Writes a new event and what follows from it.
    pub(super) fn insert(&mut self, stored: &Stored) -> Result<(), Stop> {
        let sql = "INSERT INTO event (subject, lamport, writer, seq, enrolment, hash, bytes) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let mut insert = self.connection.prepare_cached(sql)?;
        let (event, hash, bytes) = (stored.event(), stored.hash(), stored.bytes());
        let Event { id, lamport, subject, enrolment, .. } = event;
        insert.execute((subject, lamport, id.writer, id.seq, enrolment, hash.as_bytes(), bytes))?;
        self.project(event)
    }

    fn known(&self, stored: &Stored) -> Result<Known, Stop> {
        let sql = "SELECT subject, hash FROM event WHERE writer = ?1 AND seq = ?2";
        let id = (stored.event().id.writer, stored.event().id.seq);
        let mut query = self.connection.prepare_cached(sql)?;
        let kept = query.query_row(id, |row| Ok((row.get(0)?, row.get::<_, [u8; 32]>(1)?))).optional()?;
        if let Some((subject, hash)) = kept {
            return Ok(if hash == *stored.hash().as_bytes() { Known::Same } else { Known::Otherwise(subject) });
        }
        let sql = "SELECT EXISTS (SELECT 1 FROM conflict WHERE writer = ?1 AND seq = ?2)";
        let contested = self.connection.prepare_cached(sql)?.query_row(id, |row| row.get(0))?;
        Ok(if contested { Known::InConflict } else { Known::No })
    }

    /// Moves the event that had this identity first to the conflicts, beside the one that came now; what followed
    /// from it is made anew without it.
    fn set_apart(&mut self, stored: &Stored, first_subject: LearnerId) -> Result<(), Stop> {
        let id = (stored.event().id.writer, stored.event().id.seq);
        let sql = "INSERT INTO conflict (writer, seq, hash, subject, lamport, bytes) \
                   SELECT writer, seq, hash, subject, lamport, bytes FROM event WHERE writer = ?1 AND seq = ?2";
        self.connection.prepare_cached(sql)?.execute(id)?;
        self.connection.prepare_cached("DELETE FROM event WHERE writer = ?1 AND seq = ?2")?.execute(id)?;
        self.keep_contested(stored)?;
        self.changed.push(first_subject);
        self.project_anew(first_subject)
    }

    /// Keeps one more content of a contested identity; returns whether it was new.
    fn keep_contested(&mut self, stored: &Stored) -> Result<bool, Stop> {
        let sql = "INSERT INTO conflict (writer, seq, hash, subject, lamport, bytes) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
        let mut insert = self.connection.prepare_cached(sql)?;
        let Event { id, lamport, subject, .. } = stored.event();
        let (hash, bytes) = (stored.hash(), stored.bytes());
        let new = insert.execute((id.writer, id.seq, hash.as_bytes(), subject, lamport, bytes))? > 0;
        if new {
            self.changed.push(*subject);
        }
        Ok(new)
    }
}
