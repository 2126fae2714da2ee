//! Putting events into the journal: as a set, with conflicts set apart.
//!
//! Apart from the requests because appending and merging must do exactly the same.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension as _, Statement};

use super::api::Merged;
use super::database::{Stop, Work};
use crate::id::LearnerId;
use crate::journal::{Event, EventId, Stored};

/// Writes an event, unless its identity is taken.
const KEEP: &str = "INSERT INTO event (subject, lamport, writer, seq, enrolment, hash, bytes) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING";

/// How an identity that arrives is already known.
enum Known {
    Same,
    Otherwise(LearnerId),
    InConflict,
}

/// What a merge has come to so far.
struct Joined<'e> {
    /// New events, whose rows are to be made.
    fresh: Vec<&'e Event>,
    /// Learners who lost an event to a conflict: all their rows are to be made anew.
    anew: BTreeSet<LearnerId>,
    /// Whether any identity is contested.
    contested: bool,
}

impl Work<'_> {
    /// Writes new events of this home and what follows from them.
    pub(super) fn insert(&mut self, written: &[Stored]) -> Result<(), Stop> {
        let mut insert = self.connection.prepare_cached(KEEP)?;
        written.iter().try_for_each(|stored| keep(&mut insert, stored).map(drop))?;
        self.project(&written.iter().map(Stored::event).collect::<Vec<_>>())
    }

    /// Joins events from elsewhere, and makes the rows that follow from all of them in one go.
    pub(super) fn join<'e>(
        &mut self,
        events: impl IntoIterator<Item = &'e Stored>,
        merged: &mut Merged,
    ) -> Result<(), Stop> {
        let mut joined = Joined { fresh: Vec::new(), anew: BTreeSet::new(), contested: self.has_conflicts()? };
        let mut insert = self.connection.prepare_cached(KEEP)?;
        for stored in events {
            self.join_one(stored, &mut insert, &mut joined, merged)?;
        }
        let Joined { mut fresh, anew, .. } = joined;
        self.changed.extend(fresh.iter().map(|event| event.subject).collect::<BTreeSet<_>>());
        // What is made anew from the journal has the events of this merge in it.
        fresh.retain(|event| !anew.contains(&event.subject));
        self.project(&fresh)?;
        anew.into_iter().try_for_each(|learner| self.project_anew(learner))
    }

    fn join_one<'e>(
        &mut self,
        stored: &'e Stored,
        insert: &mut Statement<'_>,
        joined: &mut Joined<'e>,
        merged: &mut Merged,
    ) -> Result<(), Stop> {
        let event = stored.event();
        if !(joined.contested && self.is_contested(event.id)?) && keep(insert, stored)? {
            joined.fresh.push(event);
            merged.new += 1;
            return Ok(());
        }
        match self.known(stored)? {
            Known::Same => merged.known += 1,
            Known::Otherwise(subject) => {
                self.set_apart(stored, subject)?;
                joined.anew.insert(subject);
                joined.contested = true;
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

    fn has_conflicts(&self) -> Result<bool, Stop> {
        let mut query = self.connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM conflict)")?;
        Ok(query.query_row([], |row| row.get(0))?)
    }

    fn is_contested(&self, id: EventId) -> Result<bool, Stop> {
        let sql = "SELECT EXISTS (SELECT 1 FROM conflict WHERE writer = ?1 AND seq = ?2)";
        Ok(self.connection.prepare_cached(sql)?.query_row((id.writer, id.seq), |row| row.get(0))?)
    }

    fn known(&self, stored: &Stored) -> Result<Known, Stop> {
        let sql = "SELECT subject, hash FROM event WHERE writer = ?1 AND seq = ?2";
        let id = (stored.event().id.writer, stored.event().id.seq);
        let mut query = self.connection.prepare_cached(sql)?;
        let kept = query.query_row(id, |row| Ok((row.get(0)?, row.get::<_, [u8; 32]>(1)?))).optional()?;
        Ok(match kept {
            Some((_, hash)) if hash == *stored.hash().as_bytes() => Known::Same,
            Some((subject, _)) => Known::Otherwise(subject),
            None => Known::InConflict,
        })
    }

    /// Moves the event that had this identity first to the conflicts, beside the one that came now; what followed
    /// from it is to be made anew without it.
    fn set_apart(&mut self, stored: &Stored, first_subject: LearnerId) -> Result<(), Stop> {
        let id = (stored.event().id.writer, stored.event().id.seq);
        let sql = "INSERT INTO conflict (writer, seq, hash, subject, lamport, bytes) \
                   SELECT writer, seq, hash, subject, lamport, bytes FROM event WHERE writer = ?1 AND seq = ?2";
        self.connection.prepare_cached(sql)?.execute(id)?;
        self.connection.prepare_cached("DELETE FROM event WHERE writer = ?1 AND seq = ?2")?.execute(id)?;
        self.keep_contested(stored)?;
        self.changed.push(first_subject);
        Ok(())
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

/// Returns whether the event was written.
fn keep(insert: &mut Statement<'_>, stored: &Stored) -> Result<bool, Stop> {
    let (event, hash, bytes) = (stored.event(), stored.hash(), stored.bytes());
    let Event { id, lamport, subject, enrolment, .. } = event;
    let row = (subject, lamport, id.writer, id.seq, enrolment, hash.as_bytes(), bytes);
    Ok(insert.execute(row)? > 0)
}
