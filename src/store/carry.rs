//! What is carried between homes: one learner's history on its way out, page by page, and on its way in.
//!
//! Apart from the requests of a session because whole histories go through here, in memory of a fixed size. The bytes
//! of a file are made and read elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension as _, Row};

use super::api::{Cursor, ExportHead, Import, Merged, Page, Profile, WhyNot};
use super::database::{Stop, Work};
use crate::clock::Timestamp;
use crate::id::{LearnerId, WriterId};
use crate::journal::{About, Author, Body, Event, EventHash, EventId, Order};

/// Bytes from which a page is full.
const FULL: usize = 256 << 10;

impl Work<'_> {
    /// Returns what stands before the events of a learner.
    pub(super) fn export_head(&self, learner: LearnerId) -> Result<ExportHead, Stop> {
        let cohort = self.is_cohort(learner)?;
        let profile = if cohort { self.profile_of_cohort(learner)? } else { self.profile(learner)? };
        let sql = "SELECT bytes, hash FROM event WHERE subject = ?1 ORDER BY lamport, writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([learner])?;
        let (mut courses, mut hashes, mut last_at) = (BTreeMap::new(), BTreeSet::new(), None);
        while let Some(row) = rows.next()? {
            let Event { author, at, body, .. } = self.read_back(row)?;
            last_at = last_at.max((author == Author::Learner).then_some(at));
            if let Body::Answered { answer, .. } | Body::Practised { answer, .. } = &body {
                hashes.insert((answer.text_hash, answer.key_hash));
            }
            if let Body::Enrolled { course, version } = body {
                courses.insert(course, version);
            }
        }
        let asked = self.asked(&hashes.into_iter().collect::<Vec<_>>())?;
        let about = if cohort { About::default() } else { self.about(learner)? };
        let known_until = self.written_at(learner)?.filter(|written| last_at.is_none_or(|last| last <= *written));
        Ok(ExportHead { profile, about, cohort, courses: courses.into_iter().collect(), asked, known_until })
    }

    /// Returns a page of a learner's events, as they were written.
    pub(super) fn export_events(&self, learner: LearnerId, from: Cursor) -> Result<Page, Stop> {
        if !self.is_cohort(learner)? {
            self.profile(learner)?;
        }
        let first = Order { lamport: 0, id: EventId { writer: WriterId::from_bits(0), seq: 0 } };
        match from {
            Cursor::Begin => self.counting(learner, first),
            Cursor::After(order) => self.counting(learner, order),
            Cursor::Contested(after) => self.contested(learner, after),
        }
    }

    fn counting(&self, learner: LearnerId, after: Order) -> Result<Page, Stop> {
        let sql = "SELECT bytes, hash, lamport, writer, seq FROM event WHERE subject = ?1 \
                   AND (lamport, writer, seq) > (?2, ?3, ?4) ORDER BY lamport, writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query((learner, after.lamport, after.id.writer, after.id.seq))?;
        let mut page = Page { events: Vec::new(), next: Some(Cursor::Contested(0)) };
        let mut bytes = 0;
        while let Some(row) = rows.next()? {
            page.events.push(self.bytes_of(row)?);
            bytes += page.events.last().map_or(0, Vec::len);
            if bytes >= FULL {
                let id = EventId { writer: row.get(3)?, seq: row.get(4)? };
                page.next = Some(Cursor::After(Order { lamport: row.get(2)?, id }));
                break;
            }
        }
        Ok(page)
    }

    fn contested(&self, learner: LearnerId, after: u64) -> Result<Page, Stop> {
        let sql = "SELECT bytes, hash FROM conflict WHERE subject = ?1 ORDER BY writer, seq, hash LIMIT -1 OFFSET ?2";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query((learner, after))?;
        let mut page = Page { events: Vec::new(), next: None };
        let mut bytes = 0;
        while let Some(row) = rows.next()? {
            page.events.push(self.bytes_of(row)?);
            bytes += page.events.last().map_or(0, Vec::len);
            if bytes >= FULL {
                page.next = Some(Cursor::Contested(after + page.events.len() as u64));
                break;
            }
        }
        Ok(page)
    }

    /// Reads the bytes of an event, which must be the ones that were written.
    fn bytes_of(&self, row: &Row<'_>) -> Result<Vec<u8>, Stop> {
        let bytes: Vec<u8> = row.get(0)?;
        let hash: [u8; 32] = row.get(1)?;
        if *EventHash::of(&bytes).as_bytes() == hash {
            Ok(bytes)
        } else {
            Err(self.damaged("an event is not as it was written"))
        }
    }

    /// Takes in what comes from elsewhere. Of a learner who was deleted here not even the name comes back.
    pub(super) fn merge(&mut self, import: &Import) -> Result<Merged, Stop> {
        let mut merged = Merged::default();
        let buried = self.buried()?;
        if let Some(profile) = import.profile.as_ref().filter(|profile| !buried.contains(&profile.learner)) {
            merged.added = self.introduce(profile)?;
            self.supply_about(profile.learner, &import.about)?;
            import.written_at.into_iter().try_for_each(|at| self.was_written(profile.learner, at))?;
            import.asked.iter().try_for_each(|asked| self.keep_asked(asked))?;
        }
        if let Some(cohort) = import.cohort.filter(|cohort| !buried.contains(&cohort.subject())) {
            merged.added = self.introduce_cohort(cohort)?;
        }
        let mut whys = BTreeMap::new();
        let mut taken = Vec::with_capacity(import.events.len());
        for (place, stored) in import.events.iter().enumerate() {
            let Event { subject, .. } = stored.event();
            if !whys.contains_key(subject) {
                whys.insert(*subject, self.why_not(*subject, &buried)?);
            }
            match whys.get(subject).cloned().flatten() {
                Some(why) => merged.refused.push((place, why)),
                None => taken.push(stored),
            }
        }
        self.join(taken, &mut merged)?;
        Ok(merged)
    }

    /// Returns why nothing of a learner is taken in, if that is so.
    fn why_not(&self, learner: LearnerId, buried: &BTreeSet<LearnerId>) -> Result<Option<WhyNot>, Stop> {
        if buried.contains(&learner) {
            return Ok(Some(WhyNot::Deleted(learner)));
        }
        Ok((!self.is_known(learner)? && !self.is_cohort(learner)?).then_some(WhyNot::Nobody(learner)))
    }

    /// Keeps when the newest file of a learner was written, in whatever order files come.
    fn was_written(&self, learner: LearnerId, at: Timestamp) -> Result<(), Stop> {
        let sql = "UPDATE learner SET written_at = ?2 WHERE id = ?1 AND coalesce(written_at < ?2, 1)";
        self.connection.prepare_cached(sql)?.execute((learner, at.0))?;
        Ok(())
    }

    /// Returns when the newest file of a learner was written; none where none came in.
    fn written_at(&self, learner: LearnerId) -> Result<Option<Timestamp>, Stop> {
        let mut query = self.connection.prepare_cached("SELECT written_at FROM learner WHERE id = ?1")?;
        let found: Option<Option<i64>> = query.query_row([learner], |row| row.get(0)).optional()?;
        Ok(found.flatten().map(Timestamp))
    }

    /// Returns whether this home has such a learner.
    pub(super) fn is_known(&self, learner: LearnerId) -> Result<bool, Stop> {
        let mut query = self.connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM learner WHERE id = ?1)")?;
        Ok(query.query_row([learner], |row| row.get(0))?)
    }

    /// Adds a learner whom this home does not know; one who is known stays as they are called here.
    fn introduce(&mut self, new: &Profile) -> Result<bool, Stop> {
        let sql = "INSERT INTO learner (id, name, member, lang) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        let mut insert = self.connection.prepare_cached(sql)?;
        let added = insert.execute((new.learner, &new.name, &new.member, &new.lang))? > 0;
        if added {
            self.changed.push(new.learner);
        }
        Ok(added)
    }
}
