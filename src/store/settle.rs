//! A cohort's decisions on keys, written into the streams of its learners.
//!
//! Apart from the rows that follow: here events are made, so that a corrected grade travels back with the learner. A
//! decision is written once for each answer; who is collected later gets it then.

use std::collections::BTreeSet;

use super::api::{NewEvent, PassMarks};
use super::database::{Stop, Work};
use super::given::Given;
use super::value::Place;
use crate::assess::{self, Grade};
use crate::clock::Timestamp;
use crate::cohort::Plan;
use crate::id::{AttemptId, CohortId, EnrolmentId, LearnerId, QuestionRef, QuizId, RegradeId, TestId};
use crate::journal::planning::{KeyRuling, Regrade, Ruling};
use crate::journal::{Author, Body, Via};

/// An answer that a decision is about.
struct Hit {
    enrolment: EnrolmentId,
    attempt: AttemptId,
    slot: QuestionRef,
    place: Place,
    quiz: String,
    of_lesson: bool,
}

impl Work<'_> {
    /// Writes what is missing; returns how many answers are worth something else now.
    pub(super) fn settle_keys(&mut self, cohort: CohortId, marks: &PassMarks, at: Timestamp) -> Result<usize, Stop> {
        let plan = self.plan(cohort)?;
        if plan.regrades.is_empty() {
            return Ok(0);
        }
        let mut changed = 0;
        for learner in self.records_of(cohort)? {
            changed += self.settle_learner(&plan, learner, marks, at)?;
        }
        Ok(changed)
    }

    fn settle_learner(
        &mut self,
        plan: &Plan,
        learner: LearnerId,
        marks: &PassMarks,
        at: Timestamp,
    ) -> Result<usize, Stop> {
        let mut changed = 0;
        for ruled in plan.standing() {
            let ruling = &ruled.ruling;
            for hit in self.hits(learner, ruling)? {
                changed += usize::from(self.regrade(learner, ruling, &hit, marks, at)?);
            }
        }
        for (regrade, _) in plan.regrades.iter().filter(|(_, ruled)| ruled.undone) {
            changed += self.take_back(learner, *regrade, at)?;
        }
        Ok(changed)
    }

    /// Finds the answers under the wrong key that the decision was not yet written for.
    fn hits(&self, learner: LearnerId, ruling: &KeyRuling) -> Result<Vec<Hit>, Stop> {
        let done = self.written_for(learner, ruling.regrade)?;
        let sql = "SELECT enrolment, attempt, quiz, of_lesson, list FROM answers \
                   JOIN attempt USING (learner, enrolment, attempt) WHERE learner = ?1 AND quiz IS NOT NULL";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([learner])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let (enrolment, attempt) = (row.get(0)?, row.get(1)?);
            let list = row.get_ref(4)?.as_blob().map_err(rusqlite::Error::from)?;
            let of_question = |given: &Given<'_>| given.is_to(&ruling.question) && given.hashes().1 == ruling.key_hash;
            for given in self.read_answers(list)?.into_iter().filter(of_question) {
                let slot = given.slot().map_err(|error| self.damaged(&error.to_string()))?;
                if !done.contains(&(enrolment, attempt, slot.to_string())) {
                    let (quiz, of_lesson, place) = (row.get(2)?, row.get(3)?, given.place);
                    hits.push(Hit { enrolment, attempt, slot, place, quiz, of_lesson });
                }
            }
        }
        hits.sort_by_key(|hit| hit.place);
        Ok(hits)
    }

    /// Returns the answers of a learner that a decision was written for.
    fn written_for(
        &self,
        learner: LearnerId,
        regrade: RegradeId,
    ) -> Result<BTreeSet<(EnrolmentId, AttemptId, String)>, Stop> {
        let sql = "SELECT enrolment, attempt, slot FROM regrade WHERE learner = ?1 AND regrade = ?2";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map((learner, regrade), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes the decision for one answer; one that cannot be graded by the new key stands as it was.
    fn regrade(
        &mut self,
        learner: LearnerId,
        ruling: &KeyRuling,
        hit: &Hit,
        marks: &PassMarks,
        at: Timestamp,
    ) -> Result<bool, Stop> {
        let Some(quiz) = hit.quiz() else { return Ok(false) };
        let grade = match (ruling.ruling, &ruling.corrected) {
            (Ruling::Void, _) => None,
            (Ruling::AllRight, _) => Some(Grade::FULL),
            (Ruling::NewKey, None) => return Ok(false),
            (Ruling::NewKey, Some(corrected)) => {
                let Some(response) = self.response(learner, hit)? else { return Ok(false) };
                Some(assess::grade_response(&corrected.question, &response).grade)
            }
        };
        let pass = marks.of(&quiz);
        let (regrade, reason) = (ruling.regrade, ruling.reason.clone());
        let regrade = Box::new(Regrade { regrade, ruling: ruling.ruling, grade, pass, reason });
        let body = Body::Regraded { attempt: hit.attempt, slot: hit.slot.clone(), regrade };
        self.say(learner, hit.enrolment, at, body)?;
        Ok(true)
    }

    /// Reads what was answered, from the event that counts.
    fn response(&self, learner: LearnerId, hit: &Hit) -> Result<Option<assess::Response>, Stop> {
        let order = hit.place.order();
        let sql = "SELECT bytes, hash FROM event WHERE subject = ?1 AND lamport = ?2 AND writer = ?3 AND seq = ?4";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query((learner, order.lamport, order.id.writer, order.id.seq))?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let Body::Answered { answer, .. } = self.read_back(row)?.body else { return Ok(None) };
        Ok(Some(answer.response))
    }

    /// Takes a decision back in each run where it was written and not yet taken back.
    fn take_back(&mut self, learner: LearnerId, regrade: RegradeId, at: Timestamp) -> Result<usize, Stop> {
        let sql = "SELECT enrolment, count(*) FROM regrade WHERE learner = ?1 AND regrade = ?2 AND NOT EXISTS \
                   (SELECT 1 FROM regrade_undone AS undone WHERE undone.learner = ?1 \
                   AND undone.enrolment = regrade.enrolment AND undone.regrade = ?2) GROUP BY enrolment";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map((learner, regrade), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let runs = rows.collect::<Result<Vec<(EnrolmentId, usize)>, _>>()?;
        drop(query);
        for (enrolment, _) in &runs {
            self.say(learner, *enrolment, at, Body::RegradeUndone { regrade })?;
        }
        Ok(runs.iter().map(|(_, count)| count).sum())
    }

    fn say(&mut self, learner: LearnerId, enrolment: EnrolmentId, at: Timestamp, body: Body) -> Result<(), Stop> {
        let lang = self.profile(learner)?.lang;
        let event = NewEvent { author: Author::Trainer, enrolment, via: Via::Plain, lang, at, body };
        self.append_to(learner, None, &[event]).map(drop)
    }
}

impl Hit {
    fn quiz(&self) -> Option<QuizId> {
        if self.of_lesson {
            crate::id::LessonId::new(&self.quiz).ok().map(QuizId::Lesson)
        } else {
            TestId::new(&self.quiz).ok().map(QuizId::Test)
        }
    }
}
