//! Desk work, presence, signatures and joins as rows: what a trainer's screens need beside lessons and tests.
//!
//! Apart from `project`, which decides what is to be made; each function here makes rows of one kind from events of one
//! run, in whatever order they come.

use std::collections::BTreeSet;

use super::attempt::Run;
use super::database::{Stop, Work};
use super::value::Place;
use crate::journal::{Author, Body, Event};

impl Work<'_> {
    /// Keeps desk work that was handed in, and how far each piece is.
    pub(super) fn project_work(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        let mut changed = BTreeSet::new();
        for event in events {
            let Body::ExerciseDone { attempt, result } = &event.body else { continue };
            let sql = "INSERT INTO worked (learner, enrolment, attempt, place, exercise, grade, critical, passed, at) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING";
            let (place, exercise) = (Place::of(event), result.exercise.as_str());
            let (grade, critical) = (result.grade, result.critical.len());
            let row = (run.0, run.1, attempt, place, exercise, grade, critical, result.passed, event.at.0);
            self.connection.prepare_cached(sql)?.execute(row)?;
            changed.insert(exercise);
        }
        changed.into_iter().try_for_each(|exercise| self.grade_work(run, exercise))
    }

    fn grade_work(&self, run: Run, exercise: &str) -> Result<(), Stop> {
        let sql = "WITH ends AS (SELECT * FROM worked WHERE learner = ?1 AND enrolment = ?2 AND exercise = ?3), \
             tries AS (SELECT min(place) AS begun, max(passed) AS passed FROM ends GROUP BY attempt), \
             best AS (SELECT grade, critical FROM ends ORDER BY grade DESC, passed DESC, place LIMIT 1) \
             INSERT OR REPLACE INTO tried_state (learner, enrolment, work, what, attempts, first, best, critical, \
             passed, failed, last_at) SELECT ?1, ?2, 1, ?3, (SELECT count(*) FROM tries), \
             (SELECT grade FROM ends ORDER BY place LIMIT 1), (SELECT grade FROM best), (SELECT critical FROM best), \
             max(passed), (SELECT count(*) FROM tries WHERE begun > \
                 coalesce((SELECT max(begun) FROM tries WHERE passed), x'')), max(at) FROM ends";
        self.connection.prepare_cached(sql)?.execute((run.0, run.1, exercise))?;
        Ok(())
    }

    /// Keeps when somebody was there last, and how long; only what they did themselves says that.
    pub(super) fn project_own_presence(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        let own = || events.iter().filter(|event| event.author == Author::Learner);
        let Some(last) = own().max_by_key(|event| event.order()) else { return Ok(()) };
        let seconds = own().fold(0_u64, |sum, event| {
            let more = if let Body::Active { seconds, .. } = event.body { seconds } else { 0 };
            sum.saturating_add(u64::from(more))
        });
        let sql = "INSERT INTO presence (learner, enrolment, place, last_at, seconds) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT (learner, enrolment) DO UPDATE SET seconds = seconds + excluded.seconds, \
                   last_at = iif(excluded.place > place, excluded.last_at, last_at), \
                   place = max(place, excluded.place)";
        let row = (run.0, run.1, Place::of(last), last.at.0, seconds);
        self.connection.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }

    /// Keeps signatures of half-days, and which records are of one person.
    pub(super) fn project_word(&self, run: Run, event: &Event) -> Result<(), Stop> {
        if let Body::SignedIn { cohort, when } = &event.body {
            let sql = "INSERT INTO signed_in (learner, enrolment, cohort, date, half) VALUES (?1, ?2, ?3, ?4, ?5) \
                       ON CONFLICT DO NOTHING";
            self.connection.prepare_cached(sql)?.execute((run.0, run.1, cohort, when.date, when.half))?;
        }
        if event.author != Author::Trainer {
            return Ok(());
        }
        if let Body::Joined { join, with } = &event.body {
            let sql = "INSERT INTO joined (learner, joining, place, other) VALUES (?1, ?2, ?3, ?4) \
                       ON CONFLICT (learner, joining) DO UPDATE SET place = excluded.place, other = excluded.other \
                       WHERE excluded.place < place";
            self.connection.prepare_cached(sql)?.execute((run.0, join, Place::of(event), with))?;
        }
        if let Body::Parted { join } = &event.body {
            let sql = "INSERT INTO parted (learner, joining) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
            self.connection.prepare_cached(sql)?.execute((run.0, join))?;
        }
        Ok(())
    }
}
