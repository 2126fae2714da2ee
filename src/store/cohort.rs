//! The streams of cohorts: writing into them, their plans, and the two tables that follow from them.
//!
//! Apart from learners' requests because a cohort has no profile: it is there once its stream says so.

use rusqlite::OptionalExtension as _;

use super::api::{CohortAnswer, CohortRequest, CohortWords, NewEvent, Profile, StoreError};
use super::database::{Stop, Work};
use crate::cohort::Plan;
use crate::id::{CohortId, EnrolmentId, Lang, LearnerId};
use crate::journal::{Author, Body, Event};

impl Work<'_> {
    /// Does what is asked about cohorts.
    pub(super) fn on_cohorts(&mut self, request: &CohortRequest) -> Result<CohortAnswer, Stop> {
        match request {
            CohortRequest::List => Ok(CohortAnswer::List(self.cohorts()?)),
            CohortRequest::Write { cohort, words } => self.write_cohort(*cohort, words).map(CohortAnswer::Written),
            CohortRequest::Open { cohort } => Ok(CohortAnswer::Opened(self.room(*cohort)?)),
            CohortRequest::Sittings { cohort, quiz } => Ok(CohortAnswer::Sittings(self.sittings(*cohort, quiz)?)),
            CohortRequest::AllSittings { cohort, quizzes } => {
                Ok(CohortAnswer::AllSittings(self.all_sittings(*cohort, *quizzes)?))
            }
            CohortRequest::Replies { cohort } => Ok(CohortAnswer::Replies(self.replies(*cohort)?)),
            CohortRequest::SettleKeys { cohort, marks, at } => {
                Ok(CohortAnswer::KeysSettled(self.settle_keys(*cohort, marks, *at)?))
            }
        }
    }

    fn cohorts(&self) -> Result<Vec<Plan>, Stop> {
        let mut query = self.connection.prepare_cached("SELECT id FROM cohort WHERE name <> '' ORDER BY name, id")?;
        let ids = query.query_map([], |row| row.get(0))?.collect::<Result<Vec<CohortId>, _>>()?;
        ids.into_iter().map(|id| self.plan(id)).collect()
    }

    /// Returns the plan of a cohort that is there.
    pub(super) fn plan(&self, cohort: CohortId) -> Result<Plan, Stop> {
        if !self.is_cohort(cohort.subject())? {
            return Err(StoreError::NoCohort(cohort).into());
        }
        Ok(Plan::of(cohort, &self.stream(cohort.subject())?))
    }

    /// Returns whether an id is a cohort's.
    pub(super) fn is_cohort(&self, subject: LearnerId) -> Result<bool, Stop> {
        let mut query = self.connection.prepare_cached("SELECT 1 FROM cohort WHERE id = ?1")?;
        Ok(query.query_row([subject], |_| Ok(())).optional()?.is_some())
    }

    /// Returns what stands for a profile at the head of a cohort's file: the name, and the place in the station's stead.
    pub(super) fn profile_of_cohort(&self, subject: LearnerId) -> Result<Profile, Stop> {
        let plan = self.plan(CohortId::from_bits(subject.bits()))?;
        Ok(Profile { learner: subject, name: plan.name, member: plan.place, lang: Lang::english() })
    }

    /// Reads every event of one subject.
    fn stream(&self, subject: LearnerId) -> Result<Vec<Event>, Stop> {
        let sql = "SELECT bytes, hash FROM event WHERE subject = ?1 ORDER BY lamport, writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([subject])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(self.read_back(row)?);
        }
        Ok(events)
    }

    fn write_cohort(&mut self, cohort: CohortId, words: &CohortWords) -> Result<Plan, Stop> {
        let subject = cohort.subject();
        self.refuse_buried(subject)?;
        if !words.bodies.iter().all(is_of_stream) || self.is_known(subject)? {
            return Err(StoreError::Forbidden.into());
        }
        if !self.is_cohort(subject)? && !words.bodies.iter().any(founds) {
            return Err(StoreError::NoCohort(cohort).into());
        }
        let CohortWords { via, lang, at, bodies } = words;
        let enrolment = EnrolmentId::from_bits(cohort.bits());
        let event = |body: &Body| NewEvent {
            author: Author::Trainer,
            enrolment,
            via: *via,
            lang: lang.clone(),
            at: *at,
            body: body.clone(),
        };
        self.append_at(self.reached(subject)?, (subject, None), &bodies.iter().map(event).collect::<Vec<_>>())?;
        self.plan(cohort)
    }

    /// Keeps what a cohort is called and who belongs to it.
    pub(super) fn project_cohort(&self, subject: LearnerId) -> Result<(), Stop> {
        // What a learner's file says of cohorts makes no cohort of the learner.
        if self.is_known(subject)? {
            return Ok(());
        }
        let plan = Plan::of(CohortId::from_bits(subject.bits()), &self.stream(subject)?);
        let sql = "INSERT OR REPLACE INTO cohort (id, name) VALUES (?1, ?2)";
        self.connection.prepare_cached(sql)?.execute((plan.id, &plan.name))?;
        self.connection.prepare_cached("DELETE FROM cohort_learner WHERE cohort = ?1")?.execute([plan.id])?;
        let sql = "INSERT INTO cohort_learner (cohort, learner) SELECT ?1, ?2 \
                   WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE learner = ?2)";
        let mut insert = self.connection.prepare_cached(sql)?;
        plan.learners.iter().try_for_each(|learner| insert.execute((plan.id, learner)).map(drop))?;
        Ok(())
    }

    /// Makes room for a cohort that comes from elsewhere; one id cannot be a learner and a cohort.
    pub(super) fn introduce_cohort(&self, cohort: CohortId) -> Result<bool, Stop> {
        let sql = "INSERT INTO cohort (id, name) SELECT ?1, '' WHERE NOT EXISTS \
                   (SELECT 1 FROM learner WHERE id = ?1) ON CONFLICT DO NOTHING";
        Ok(self.connection.prepare_cached(sql)?.execute([cohort])? > 0)
    }
}

/// Returns whether a trainer may write this into a cohort's stream.
fn is_of_stream(body: &Body) -> bool {
    matches!(
        body,
        Body::CohortPlanned { .. }
            | Body::RosterChanged { .. }
            | Body::KeptApart { .. }
            | Body::AttendanceTicked { .. }
            | Body::SessionNoted { .. }
            | Body::BoxBegun { .. }
            | Body::KeyRuled { .. }
            | Body::RegradeUndone { .. }
            | Body::TotalsKept { .. }
    )
}

fn founds(body: &Body) -> bool {
    matches!(body, Body::CohortPlanned { change } if change.name.as_ref().is_some_and(|name| !name.is_empty()))
}
