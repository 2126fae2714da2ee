//! A cohort's decisions on keys, written into the streams of its learners.
//!
//! Apart from the rows that follow: here events are made, so that a corrected grade travels back with the learner. A
//! decision is written once for each answer; who is collected later gets it then.

use super::api::{NewEvent, PassMarks};
use super::database::{Stop, Work};
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
    slot: String,
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
        let sql = "SELECT enrolment, attempt, slot, answered.place, quiz, of_lesson FROM answered \
                   JOIN attempt USING (learner, enrolment, attempt) \
                   WHERE learner = ?1 AND question = ?2 AND key_hash = ?3 AND quiz IS NOT NULL \
                   AND NOT EXISTS (SELECT 1 FROM regrade WHERE regrade.learner = ?1 \
                   AND regrade.enrolment = answered.enrolment AND regrade.attempt = answered.attempt \
                   AND regrade.slot = answered.slot AND regrade = ?4) ORDER BY answered.place";
        let mut query = self.connection.prepare_cached(sql)?;
        let key = (learner, ruling.question.to_string(), ruling.key_hash, ruling.regrade);
        let hits = query.query_map(key, |row| {
            Ok(Hit {
                enrolment: row.get(0)?,
                attempt: row.get(1)?,
                slot: row.get(2)?,
                place: row.get(3)?,
                quiz: row.get(4)?,
                of_lesson: row.get(5)?,
            })
        })?;
        Ok(hits.collect::<Result<_, _>>()?)
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
        let Ok(slot) = QuestionRef::parse(&hit.slot) else { return Ok(false) };
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
        let body = Body::Regraded { attempt: hit.attempt, slot, regrade };
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
