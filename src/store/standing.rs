//! What answers are worth after keys were corrected, as rows: an answer's standing grade, and what its try comes to.
//!
//! Apart from the tries themselves because a correction may arrive before what it corrects, and may be taken back. The
//! rows must come to what `journal::progress::attempt` comes to.

use std::collections::BTreeSet;

use super::attempt::Run;
use super::database::{Stop, Work};
use super::value::Place;
use crate::assess::Grade;
use crate::id::{AttemptId, RegradeId};
use crate::journal::{Author, Body, Event};

/// What a regrade says: slot, grade, pass mark.
type Said = (String, Option<Grade>, Grade);

impl Work<'_> {
    /// Returns whether any key was corrected in a run.
    pub(super) fn has_regrades(&self, run: Run) -> Result<bool, Stop> {
        let sql = "SELECT EXISTS (SELECT 1 FROM regrade WHERE learner = ?1 AND enrolment = ?2)";
        Ok(self.connection.prepare_cached(sql)?.query_row(run, |row| row.get(0))?)
    }

    /// Returns the tries that a regrade changed.
    pub(super) fn regraded_by(&self, run: Run, regrade: RegradeId) -> Result<BTreeSet<AttemptId>, Stop> {
        let sql = "SELECT attempt FROM regrade WHERE learner = ?1 AND enrolment = ?2 AND regrade = ?3";
        let mut query = self.connection.prepare_cached(sql)?;
        let found = query.query_map((run.0, run.1, regrade), |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Keeps what a trainer says of keys.
    pub(super) fn write_regrades(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        for event in events.iter().filter(|event| event.author == Author::Trainer) {
            if let Body::Regraded { attempt, slot, regrade } = &event.body {
                let sql = "INSERT INTO regrade (learner, enrolment, attempt, slot, regrade, place, grade, pass) \
                           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
                           ON CONFLICT (learner, enrolment, attempt, slot, regrade) DO UPDATE SET \
                           place = excluded.place, grade = excluded.grade, pass = excluded.pass \
                           WHERE place < excluded.place";
                let (slot, place) = (slot.to_string(), Place::of(event));
                let row = (run.0, run.1, attempt, slot, regrade.regrade, place, regrade.grade, regrade.pass);
                self.connection.prepare_cached(sql)?.execute(row)?;
            }
            if let Body::RegradeUndone { regrade } = &event.body {
                let sql = "INSERT INTO regrade_undone (learner, enrolment, regrade) VALUES (?1, ?2, ?3) \
                           ON CONFLICT DO NOTHING";
                self.connection.prepare_cached(sql)?.execute((run.0, run.1, regrade))?;
            }
        }
        Ok(())
    }

    /// Works out anew what a try comes to.
    pub(super) fn restand(&self, run: Run, attempt: AttemptId) -> Result<(), Stop> {
        let key = (run.0, run.1, attempt);
        let sql = "UPDATE answered SET stands = grade WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3";
        self.connection.prepare_cached(sql)?.execute(key)?;
        let mut pass = None;
        for (slot, grade, mark) in self.standing(run, attempt)? {
            let sql = "UPDATE answered SET stands = ?5 \
                       WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3 AND slot = ?4";
            let is_answered = self.connection.prepare_cached(sql)?.execute((run.0, run.1, attempt, slot, grade))? > 0;
            pass = if is_answered { Some(mark) } else { pass };
        }
        let counted = pass.map(|pass| self.count_again(run, attempt, pass)).transpose()?.flatten();
        let (grade, passed, critical) = counted.map_or((None, None, None), |(g, p, c)| (Some(g), Some(p), Some(c)));
        let sql = "UPDATE attempt SET stands = ?4, stands_passed = ?5, stands_critical = ?6 \
                   WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3";
        self.connection.prepare_cached(sql)?.execute((run.0, run.1, attempt, grade, passed, critical))?;
        Ok(())
    }

    /// Returns the regrades of a try that were not taken back, in order.
    fn standing(&self, run: Run, attempt: AttemptId) -> Result<Vec<Said>, Stop> {
        let sql = "SELECT slot, grade, pass FROM regrade WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3 \
                   AND regrade NOT IN (SELECT regrade FROM regrade_undone WHERE learner = ?1 AND enrolment = ?2) \
                   ORDER BY place";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map((run.0, run.1, attempt), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns grade, whether it passed, and critical misses; none where no question is left to be worth anything.
    fn count_again(&self, run: Run, attempt: AttemptId, pass: Grade) -> Result<Option<(Grade, bool, usize)>, Stop> {
        let sql = "SELECT stands, critical FROM answered WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3 \
                   AND stands IS NOT NULL";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map((run.0, run.1, attempt), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let answers: Vec<(Grade, bool)> = rows.collect::<Result<_, _>>()?;
        if answers.is_empty() {
            return Ok(None);
        }
        let missed = answers.iter().filter(|(grade, critical)| *critical && !grade.is_full()).count();
        let grade = Grade::mean(answers.iter().map(|(grade, _)| *grade));
        Ok(Some((grade, grade >= pass && missed == 0, missed)))
    }
}
