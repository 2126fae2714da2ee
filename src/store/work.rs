//! One function for each request: what it reads or writes inside the open transaction.
//!
//! Apart from the transaction itself, which may hold several requests. Scope was checked before.

use rusqlite::{OptionalExtension as _, Row};

use super::api::{Answer, AskedQuestion, Draft, NewEvent, Partner, Principal, Profile, Record, Request, StoreError};
use super::database::{Asked, Stop, Work};
use crate::course::hash::ContentHash;
use crate::id::{CourseId, EnrolmentId, LearnerId};
use crate::journal::stored::GREATEST;
use crate::journal::{Body, Event, EventId, Stored, person};

type Worked<T> = Result<T, Stop>;

impl Work<'_> {
    /// Does what is asked.
    pub(super) fn carry_out(&mut self, asked: &Asked) -> Worked<Answer> {
        match &asked.request {
            Request::Learners => Ok(Answer::Learners(self.known_to(asked.principal)?)),
            Request::Begin { course } => self.begin(course),
            Request::PutProfile(profile) => self.put_profile(asked.principal, profile),
            Request::Open { learner, course } => Ok(Answer::Opened(Box::new(self.record(*learner, course)?))),
            Request::Append { learner, with, events, asked, drop_draft } => {
                let appended = self.append(*learner, with.as_ref(), events)?;
                asked.iter().try_for_each(|question| self.keep_asked(question))?;
                drop_draft.iter().try_for_each(|key| self.drop_draft(*learner, key))?;
                Ok(Answer::Appended(appended))
            }
            Request::PutDraft { learner, draft } => self.put_draft(*learner, draft),
            Request::DropDraft { learner, key } => {
                self.drop_draft(*learner, key)?;
                Ok(Answer::DraftDropped)
            }
            Request::Asked { hashes, .. } => Ok(Answer::Asked(self.asked(hashes)?)),
            Request::ExportHead { learner } => Ok(Answer::ExportHead(Box::new(self.export_head(*learner)?))),
            Request::ExportEvents { learner, from } => Ok(Answer::ExportEvents(self.export_events(*learner, *from)?)),
            Request::Merge(import) => Ok(Answer::Merged(self.merge(import)?)),
            Request::Erase { learner, at } => self.erase(*learner, *at),
            Request::Readmit { learner } => self.unbury(*learner),
            Request::About { learner } => Ok(Answer::About(self.about(*learner)?)),
            Request::PutAbout { learner, about } => self.put_about(*learner, about),
            Request::Cohort(request) => Ok(Answer::Cohort(Box::new(self.on_cohorts(request)?))),
            // The worker looks before the transaction; inside it nothing is left to do.
            Request::Refresh => Ok(Answer::Refreshed(false)),
        }
    }

    fn learners(&self) -> Worked<Vec<Profile>> {
        let mut query =
            self.connection.prepare_cached("SELECT id, name, member, lang FROM learner ORDER BY name, id")?;
        let rows = query.query_map([], profile)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn known_to(&self, principal: Principal) -> Worked<Vec<Profile>> {
        match principal {
            Principal::Owner => self.learners(),
            Principal::Learner(learner) => Ok(vec![self.profile(learner)?]),
            Principal::Pair { learner, with } => Ok(vec![self.profile(learner)?, self.profile(with)?]),
        }
    }

    fn begin(&self, course: &CourseId) -> Worked<Answer> {
        let mut learners = self.learners()?;
        match (learners.pop(), learners.is_empty()) {
            (Some(alone), true) => Ok(Answer::Opened(Box::new(self.record_of(alone, course)?))),
            (last, _) => {
                learners.extend(last);
                Ok(Answer::Learners(learners))
            }
        }
    }

    pub(super) fn profile(&self, learner: LearnerId) -> Worked<Profile> {
        let mut query = self.connection.prepare_cached("SELECT id, name, member, lang FROM learner WHERE id = ?1")?;
        query.query_row([learner], profile).optional()?.ok_or(StoreError::NoLearner(learner).into())
    }

    fn put_profile(&mut self, principal: Principal, new: &Profile) -> Worked<Answer> {
        self.refuse_buried(new.learner)?;
        if principal != Principal::Owner {
            self.profile(new.learner)?;
        }
        let sql = "INSERT INTO learner (id, name, member, lang) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) \
                   DO UPDATE SET name = excluded.name, member = excluded.member, lang = excluded.lang";
        let mut insert = self.connection.prepare_cached(sql)?;
        insert.execute((new.learner, &new.name, &new.member, &new.lang))?;
        self.changed.push(new.learner);
        Ok(Answer::ProfilePut(new.clone()))
    }

    fn record(&self, learner: LearnerId, course: &CourseId) -> Worked<Record> {
        self.record_of(self.profile(learner)?, course)
    }

    fn record_of(&self, profile: Profile, course: &CourseId) -> Worked<Record> {
        let learner = profile.learner;
        let records = self.records_of_person(learner, course)?;
        let runs = if records.len() > 1 { person::runs(&records, course) } else { Vec::new() };
        Ok(Record {
            profile,
            events: person::one_history(records, course),
            runs,
            conflicts: self.conflicts(learner)?,
            drafts: self.drafts(learner)?,
        })
    }

    /// Reads the events of everybody who is the same person as a learner, as one history.
    pub(super) fn events_of_person(&self, learner: LearnerId, course: &CourseId) -> Worked<Vec<Event>> {
        Ok(person::one_history(self.records_of_person(learner, course)?, course))
    }

    /// Reads the events of everybody who is the same person as a learner, record by record, theirs first.
    fn records_of_person(&self, learner: LearnerId, course: &CourseId) -> Worked<Vec<(LearnerId, Vec<Event>)>> {
        let mut records = vec![(learner, self.events(learner, course)?)];
        let mut at = 0;
        while let Some((from, events)) = records.get(at) {
            let (from, joins) = (*from, person::joins(events));
            for (join, with) in joins {
                if records.iter().any(|(known, _)| *known == with) || !self.is_known(with)? {
                    continue;
                }
                let theirs = self.events(with, course)?;
                // A join stands when both records say so: one alone opens nobody's record.
                if person::joins(&theirs).get(&join) == Some(&from) {
                    records.push((with, theirs));
                }
            }
            at += 1;
        }
        Ok(records)
    }

    /// Reads the events of a course, and those of runs whose course is not known.
    fn events(&self, learner: LearnerId, course: &CourseId) -> Worked<Vec<Event>> {
        let sql = "SELECT bytes, hash FROM event WHERE subject = ?1 AND enrolment NOT IN \
                   (SELECT enrolment FROM enrolment WHERE learner = ?1 AND course <> ?2) \
                   ORDER BY lamport, writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query((learner, course.as_str()))?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(self.read_back(row)?);
        }
        Ok(events)
    }

    /// Reads a row of bytes and their hash, which must be the ones that were written.
    pub(super) fn read_back(&self, row: &Row<'_>) -> Worked<Event> {
        let bytes = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        let hash: [u8; 32] = row.get(1)?;
        match Stored::parse(bytes) {
            Ok(stored) if *stored.hash().as_bytes() == hash => Ok(stored.into_event()),
            Ok(_) => Err(self.damaged("an event is not as it was written")),
            Err(reason) => Err(self.damaged(&reason.to_string())),
        }
    }

    pub(super) fn damaged(&self, reason: &str) -> Stop {
        StoreError::Damaged { path: self.path.to_owned(), reason: reason.to_owned() }.into()
    }

    fn conflicts(&self, learner: LearnerId) -> Worked<Vec<EventId>> {
        let sql = "SELECT DISTINCT writer, seq FROM conflict WHERE subject = ?1 ORDER BY writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([learner], |row| Ok(EventId { writer: row.get(0)?, seq: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn drafts(&self, learner: LearnerId) -> Worked<Vec<Draft>> {
        let mut query =
            self.connection.prepare_cached("SELECT key, json FROM draft WHERE learner = ?1 ORDER BY key")?;
        let rows = query.query_map([learner], |row| Ok(Draft { key: row.get(0)?, json: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn put_draft(&mut self, learner: LearnerId, draft: &Draft) -> Worked<Answer> {
        self.profile(learner)?;
        let sql = "INSERT INTO draft (learner, key, json) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (learner, key) DO UPDATE SET json = excluded.json";
        self.connection.prepare_cached(sql)?.execute((learner, &draft.key, &draft.json))?;
        self.changed.push(learner);
        Ok(Answer::DraftPut)
    }

    fn drop_draft(&mut self, learner: LearnerId, key: &str) -> Worked<()> {
        self.connection.prepare_cached("DELETE FROM draft WHERE learner = ?1 AND key = ?2")?.execute((learner, key))?;
        self.changed.push(learner);
        Ok(())
    }

    /// Appends events to a learner's history, and to that of whoever sat there too.
    fn append(&mut self, learner: LearnerId, with: Option<&Partner>, new: &[NewEvent]) -> Worked<Vec<Event>> {
        let Some(partner) = with else { return self.append_to(learner, None, new) };
        if partner.learner == learner {
            return Err(StoreError::Forbidden.into());
        }
        let theirs = self.as_theirs(partner, new)?;
        self.append_to(partner.learner, Some(learner), &theirs)?;
        self.append_to(learner, Some(partner.learner), new)
    }

    /// Returns events as they stand in the partner's own run through the course, which begins if there is none.
    fn as_theirs(&mut self, partner: &Partner, new: &[NewEvent]) -> Worked<Vec<NewEvent>> {
        let known = self.enrolled_in(partner)?;
        let enrolment = known.map_or_else(|| self.fresh_enrolment(), Ok)?;
        let theirs: Vec<NewEvent> = new.iter().map(|event| NewEvent { enrolment, ..event.clone() }).collect();
        if let (None, Some(first)) = (known, theirs.first()) {
            let body = Body::Enrolled { course: partner.course.clone(), version: partner.version.clone() };
            self.append_to(partner.learner, None, &[NewEvent { body, ..first.clone() }])?;
        }
        Ok(theirs)
    }

    /// Returns the run through the course that began last.
    fn enrolled_in(&self, partner: &Partner) -> Worked<Option<EnrolmentId>> {
        let sql = "SELECT enrolment FROM enrolment WHERE learner = ?1 AND course = ?2 ORDER BY place DESC LIMIT 1";
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query.query_row((partner.learner, partner.course.as_str()), |row| row.get(0)).optional()?)
    }

    fn fresh_enrolment(&self) -> Worked<EnrolmentId> {
        let mut bits = [0; 16];
        getrandom::fill(&mut bits).map_err(|e| self.failed(&e.to_string()))?;
        Ok(EnrolmentId::from_bits(u128::from_be_bytes(bits)))
    }

    pub(super) fn append_to(
        &mut self,
        learner: LearnerId,
        pair: Option<LearnerId>,
        new: &[NewEvent],
    ) -> Worked<Vec<Event>> {
        self.append_at(self.highest(learner)?, (learner, pair), new)
    }

    /// Appends events to a stream after the highest number in it.
    pub(super) fn append_at(
        &mut self,
        highest: u64,
        (learner, pair): (LearnerId, Option<LearnerId>),
        new: &[NewEvent],
    ) -> Worked<Vec<Event>> {
        let mut lamport = highest;
        let mut written = Vec::with_capacity(new.len());
        for one in new {
            // At the end of all numbers events stand side by side, in the order of their writers.
            lamport = (lamport + 1).min(GREATEST);
            written.push(self.sign((learner, pair), lamport, one)?);
        }
        self.insert(&written)?;
        self.changed.push(learner);
        Ok(written.into_iter().map(Stored::into_event).collect())
    }

    /// Returns the highest number in a learner's history, 0 before the first; there must be such a learner.
    fn highest(&self, learner: LearnerId) -> Worked<u64> {
        if !self.is_known(learner)? {
            return Err(StoreError::NoLearner(learner).into());
        }
        self.reached(learner)
    }

    /// Returns the highest number in a stream, 0 before the first.
    pub(super) fn reached(&self, subject: LearnerId) -> Worked<u64> {
        let sql = "SELECT max(coalesce((SELECT max(lamport) FROM event WHERE subject = ?1), 0), \
                   coalesce((SELECT max(lamport) FROM conflict WHERE subject = ?1), 0))";
        Ok(self.connection.prepare_cached(sql)?.query_row([subject], |row| row.get(0))?)
    }

    fn sign(
        &mut self,
        (subject, pair): (LearnerId, Option<LearnerId>),
        lamport: u64,
        new: &NewEvent,
    ) -> Worked<Stored> {
        let NewEvent { author, enrolment, via, lang, at, body } = new.clone();
        let id = self.pen.next().map_err(|e| self.failed(&e.to_string()))?;
        let event = Event { id, lamport, subject, author, enrolment, via, lang, at, pair, body };
        Stored::new(event).map_err(|e| self.failed(&e.to_string()))
    }

    fn failed(&self, reason: &str) -> Stop {
        StoreError::Io { path: self.path.to_owned(), reason: reason.to_owned() }.into()
    }

    pub(super) fn keep_asked(&self, asked: &AskedQuestion) -> Worked<()> {
        let json = serde_json::to_string(&asked.question).map_err(|e| self.failed(&e.to_string()))?;
        let sql = "INSERT INTO asked (text_hash, key_hash, lang, json) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
        self.connection.prepare_cached(sql)?.execute((asked.text_hash, asked.key_hash, &asked.lang, json))?;
        Ok(())
    }

    pub(super) fn asked(&self, hashes: &[(ContentHash, ContentHash)]) -> Worked<Vec<AskedQuestion>> {
        let sql = "SELECT lang, json FROM asked WHERE text_hash = ?1 AND key_hash = ?2";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut found = Vec::new();
        for &(text_hash, key_hash) in hashes {
            let row = query.query_row((text_hash, key_hash), |row| Ok((row.get(0)?, row.get::<_, String>(1)?)));
            if let Some((lang, json)) = row.optional()? {
                let question = serde_json::from_str(&json).map_err(|e| self.damaged(&e.to_string()))?;
                found.push(AskedQuestion { key_hash, lang, question, text_hash });
            }
        }
        Ok(found)
    }
}

fn profile(row: &Row<'_>) -> rusqlite::Result<Profile> {
    Ok(Profile { learner: row.get(0)?, name: row.get(1)?, member: row.get(2)?, lang: row.get(3)? })
}
