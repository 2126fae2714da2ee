//! Copying the heart of a journal, row by row: learners, events, drafts, questions as they were asked.
//!
//! Apart because three things rest on it: reading what a newer program wrote, saving what can be read of a damaged
//! file, and writing a backup anew without one learner. It knows only the tables and columns that
//! `migrations/0003_tombstones.sql` promises, and goes on where a row or a table cannot be read.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};

use super::api::{Copied, Profile, StoreError};
use super::database::{Database, Stop, Work};
use crate::id::{Lang, LearnerId};
use crate::journal::{EventHash, Stored};

/// Copies what can be read, except of one learner, into a journal of the newest form.
pub(super) fn copy(from: &Connection, into: &mut Database, except: Option<LearnerId>) -> Result<Copied, StoreError> {
    into.alone(|work| {
        let mut copying = Copying { work, left_out: except.into_iter().collect(), copied: Copied::default() };
        copying.tombstones(from)?;
        copying.profiles(from)?;
        copying.events(from)?;
        copying.drafts(from)?;
        copying.asked(from)?;
        Ok(copying.copied)
    })
}

/// Joins events that were found outside any table; those of learners who are not known get a name to go by.
pub(super) fn join(found: &[Stored], into: &mut Database) -> Result<Copied, StoreError> {
    into.alone(|work| {
        let left_out = work.buried()?;
        let mut copying = Copying { work, left_out, copied: Copied::default() };
        found.iter().try_for_each(|stored| copying.event(stored))?;
        copying.name_the_nameless()?;
        Ok(copying.copied)
    })
}

struct Copying<'a, 'b> {
    work: &'a mut Work<'b>,
    left_out: BTreeSet<LearnerId>,
    copied: Copied,
}

impl Copying<'_, '_> {
    /// Takes each row of a query until one cannot be read; what cannot be read is noted.
    fn each<T>(
        &mut self,
        from: &Connection,
        sql: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
        mut take: impl FnMut(&mut Self, T) -> Result<(), Stop>,
    ) -> Result<bool, Stop> {
        let Ok(mut query) = from.prepare(sql) else { return Ok(false) };
        let Ok(mut rows) = query.query([]) else { return Ok(false) };
        let mut whole = true;
        loop {
            match rows.next() {
                Ok(Some(row)) => match read(row) {
                    Ok(value) => take(self, value)?,
                    Err(_) => whole = false,
                },
                Ok(None) => return Ok(whole),
                Err(_) => return Ok(false),
            }
        }
    }

    /// Takes the rows of a query from the front, and where that ends early from the back too.
    fn both_ways<T>(
        &mut self,
        from: &Connection,
        (select, order): (&str, [&str; 2]),
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T> + Copy,
        take: impl Fn(&mut Self, T) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        for order in order {
            if self.each(from, &format!("{select} ORDER BY {order}"), read, &take)? {
                return Ok(());
            }
        }
        self.copied.damaged = true;
        Ok(())
    }

    /// Older forms have none, which is no damage.
    fn tombstones(&mut self, from: &Connection) -> Result<(), Stop> {
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        self.each(from, "SELECT learner, at FROM tombstone", read, |copying, (learner, at): (LearnerId, i64)| {
            copying.left_out.insert(learner);
            copying.work.bury(learner, at)
        })?;
        Ok(())
    }

    fn profiles(&mut self, from: &Connection) -> Result<(), Stop> {
        let select = ("SELECT id, name, member, lang FROM learner", ["id", "id DESC"]);
        let read = |row: &Row<'_>| {
            Ok(Profile { learner: row.get(0)?, name: row.get(1)?, member: row.get(2)?, lang: row.get(3)? })
        };
        self.both_ways(from, select, read, |copying, profile| copying.profile(&profile))?;
        // Older forms have none of these, which is no damage.
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        self.each(from, "SELECT id, written_at FROM learner", read, |copying, row: (LearnerId, Option<i64>)| {
            copying.work.connection.prepare_cached("UPDATE learner SET written_at = ?2 WHERE id = ?1")?.execute(row)?;
            Ok(())
        })?;
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        self.each(from, "SELECT id, about FROM learner", read, |copying, row: (LearnerId, String)| {
            copying.work.connection.prepare_cached("UPDATE learner SET about = ?2 WHERE id = ?1")?.execute(row)?;
            Ok(())
        })?;
        Ok(())
    }

    fn profile(&mut self, profile: &Profile) -> Result<(), Stop> {
        if self.left_out.contains(&profile.learner) {
            return Ok(());
        }
        let sql = "INSERT INTO learner (id, name, member, lang) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        let row = (profile.learner, &profile.name, &profile.member, &profile.lang);
        self.copied.learners += self.work.connection.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }

    fn events(&mut self, from: &Connection) -> Result<(), Stop> {
        let read = |row: &Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, [u8; 32]>(1)?));
        let take = |copying: &mut Self, (bytes, hash): (Vec<u8>, [u8; 32])| match Stored::parse(&bytes) {
            Ok(stored) if *stored.hash().as_bytes() == hash => copying.event(&stored),
            Ok(_) | Err(_) => {
                copying.copied.damaged = true;
                Ok(())
            }
        };
        let forward = "subject, lamport, writer, seq";
        let back = "subject DESC, lamport DESC, writer DESC, seq DESC";
        self.both_ways(from, ("SELECT bytes, hash FROM event", [forward, back]), read, take)?;
        let contested = ("SELECT bytes, hash FROM conflict", ["writer, seq, hash", "writer DESC, seq DESC, hash DESC"]);
        self.both_ways(from, contested, read, take)
    }

    fn event(&mut self, stored: &Stored) -> Result<(), Stop> {
        if self.left_out.contains(&stored.event().subject) {
            return Ok(());
        }
        let mut merged = super::api::Merged::default();
        self.work.join([stored], &mut merged)?;
        self.copied.events += merged.new;
        Ok(())
    }

    /// Gives learners whose profile was lost the beginning of their id as a name.
    fn name_the_nameless(&mut self) -> Result<(), Stop> {
        let sql = "SELECT DISTINCT subject FROM event WHERE subject NOT IN (SELECT id FROM learner) \
                   AND subject NOT IN (SELECT id FROM cohort)";
        let mut query = self.work.connection.prepare(sql)?;
        let nameless = query.query_map([], |row| row.get(0))?.collect::<Result<Vec<LearnerId>, _>>()?;
        drop(query);
        for learner in nameless {
            let name = learner.to_string().chars().take(8).collect();
            self.profile(&Profile { learner, name, member: String::new(), lang: Lang::english() })?;
        }
        Ok(())
    }

    fn drafts(&mut self, from: &Connection) -> Result<(), Stop> {
        let select = ("SELECT learner, key, json FROM draft", ["learner, key", "learner DESC, key DESC"]);
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        self.both_ways(from, select, read, |copying, row: (LearnerId, String, String)| {
            let sql = "INSERT INTO draft (learner, key, json) SELECT ?1, ?2, ?3 \
                       WHERE EXISTS (SELECT 1 FROM learner WHERE id = ?1) ON CONFLICT DO NOTHING";
            copying.work.connection.prepare_cached(sql)?.execute(row)?;
            Ok(())
        })
    }

    fn asked(&mut self, from: &Connection) -> Result<(), Stop> {
        let order = ["text_hash, key_hash", "text_hash DESC, key_hash DESC"];
        let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let select = ("SELECT text_hash, key_hash, lang, json FROM asked", order);
        self.both_ways(from, select, read, |copying, row: (String, String, String, String)| {
            let sql =
                "INSERT INTO asked (text_hash, key_hash, lang, json) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
            copying.work.connection.prepare_cached(sql)?.execute(row)?;
            Ok(())
        })
    }
}

/// Finds events in bytes that no database can be made of: where one begins, its hash stands right before it.
pub(super) fn scan(bytes: &[u8]) -> Vec<Stored> {
    let begin: &[u8] = b"{\"at\":";
    let starts = (32..bytes.len()).filter(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(begin)));
    starts.filter_map(|at| event_at(bytes.get(at - 32..at)?, bytes.get(at..)?)).collect()
}

fn event_at(hash: &[u8], rest: &[u8]) -> Option<Stored> {
    let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<serde::de::IgnoredAny>();
    values.next()?.ok()?;
    let event = rest.get(..values.byte_offset())?;
    if EventHash::of(event).as_bytes() != hash {
        return None;
    }
    Stored::parse(event).ok()
}
