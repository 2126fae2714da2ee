//! What answers are worth after keys were corrected, as rows: an answer's standing grade, and what its try comes to.
//!
//! Apart from the tries themselves because a correction may arrive before what it corrects, and may be taken back. The
//! rows must come to what `journal::progress::attempt` comes to.

use std::collections::BTreeSet;

use super::attempt::Run;
use super::database::{Stop, Work};
use super::given::Given;
use super::value::Place;
use crate::assess::Grade;
use crate::id::{AttemptId, QuestionRef, RegradeId};
use crate::journal::{Author, Body, Event};

/// What a regrade says: slot, grade, pass mark.
type Said = (QuestionRef, Option<Grade>, Grade);

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
        let list = self.answers(run, attempt)?;
        let mut answers = self.read_answers(&list)?;
        let pass = stand(&mut answers, &self.standing(run, attempt)?);
        if !answers.is_empty() {
            self.keep_answers(run, attempt, &answers)?;
        }
        let counted = pass.and_then(|pass| count_again(&answers, pass));
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
        let mut rows = query.query((run.0, run.1, attempt))?;
        let mut said = Vec::new();
        while let Some(row) = rows.next()? {
            let slot = QuestionRef::parse(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
            said.push((slot.map_err(|error| self.damaged(&error.to_string()))?, row.get(1)?, row.get(2)?));
        }
        Ok(said)
    }
}

/// Makes answers worth what regrades say, in their order; returns the pass mark of the last that was about one of them.
fn stand(answers: &mut [Given<'_>], regrades: &[Said]) -> Option<Grade> {
    for answer in &mut *answers {
        answer.stands = Some(answer.grade);
    }
    let mut pass = None;
    for (slot, grade, mark) in regrades {
        if let Some(answer) = answers.iter_mut().find(|answer| answer.is_in(slot)) {
            answer.stands = *grade;
            pass = Some(*mark);
        }
    }
    pass
}

/// Returns grade, whether it passed, and critical misses; none where no question is left to be worth anything.
fn count_again(answers: &[Given<'_>], pass: Grade) -> Option<(Grade, bool, usize)> {
    let standing: Vec<(Grade, bool)> =
        answers.iter().filter_map(|answer| Some((answer.stands?, answer.critical))).collect();
    if standing.is_empty() {
        return None;
    }
    let missed = standing.iter().filter(|(grade, critical)| *critical && !grade.is_full()).count();
    let grade = Grade::mean(standing.iter().map(|(grade, _)| *grade));
    Some((grade, grade >= pass && missed == 0, missed))
}
