//! Tries at quizzes as rows: when they began and ended, and what they came to.
//!
//! Apart from the other projections because start, answers and finish may arrive in any order, and the grades of the
//! lesson change with each.

use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension as _, Row, params};

use super::database::{Stop, Work};
use super::value::Place;
use crate::id::{AttemptId, EnrolmentId, LearnerId, QuizId};
use crate::journal::{Body, Event, Via};

/// One run of one learner.
pub(super) type Run = (LearnerId, EnrolmentId);

/// Tries as they were before some events, and as they are with them.
type Tries = BTreeMap<AttemptId, (Option<Try>, Option<Try>)>;

/// What is known of a try.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Try {
    started: Option<Place>,
    quiz: Option<String>,
    of_lesson: bool,
    finished: Option<Place>,
    grade: Option<u16>,
    best: Option<Best>,
    passed: bool,
    at: i64,
    via: Option<String>,
    supervised: bool,
}

/// The best finish of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Best {
    place: Place,
    grade: u16,
    passed: bool,
    critical: u32,
}

impl Best {
    /// Returns the better of two finishes; of equal ones the earlier.
    fn or(self, other: Self) -> Self {
        let rank = |best: &Self| (best.grade, best.passed, Reverse(best.place));
        if rank(&self) < rank(&other) { other } else { self }
    }
}

impl Try {
    /// Returns the lesson whose quiz was tried, once the start is known.
    fn lesson(&self) -> Option<&str> {
        self.quiz.as_deref().filter(|_| self.of_lesson)
    }

    /// Returns the test that was tried, once the start is known.
    fn test(&self) -> Option<&str> {
        self.quiz.as_deref().filter(|_| !self.of_lesson)
    }

    /// Adds an event.
    fn add(&mut self, event: &Event) {
        if let Body::TestOpened { .. } = event.body {
            self.supervised = true;
            return;
        }
        self.at = self.at.max(event.at.0);
        if let Body::AttemptStarted { quiz, .. } = &event.body {
            self.start(event, quiz);
        }
        if let Body::AttemptFinished { grade, critical_missed, passed, .. } = &event.body {
            let critical = u32::try_from(critical_missed.len()).unwrap_or(u32::MAX);
            let passed = *passed && critical == 0;
            self.finish(Best { place: Place::of(event), grade: grade.number(), passed, critical });
        }
    }

    fn start(&mut self, event: &Event, quiz: &QuizId) {
        let place = Place::of(event);
        if self.started.is_none_or(|known| place < known) {
            self.started = Some(place);
            self.quiz = Some(quiz.to_string());
            self.of_lesson = matches!(quiz, QuizId::Lesson(_));
            self.via = Some(via_text(event.via).to_owned());
        }
    }

    fn finish(&mut self, new: Best) {
        if self.finished.is_none_or(|known| new.place < known) {
            self.finished = Some(new.place);
            self.grade = Some(new.grade);
        }
        self.best = Some(self.best.map_or(new, |known| known.or(new)));
        self.passed |= new.passed;
    }
}

impl Work<'_> {
    /// Adds what events say about the tries of one run, and moves every figure that rests on them. A single answer is
    /// what a learner waits for: it reads one row and writes one.
    pub(super) fn project_tries(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        let tries = self.tries(run, events)?;
        self.write_tries(run, events, &tries)?;
        let is_regraded = self.has_regrades(run)?;
        let changed = tries.values().filter(|(old, new)| is_regraded || old != new);
        let changed: Vec<&Try> = changed.flat_map(|(old, new)| [old, new]).flatten().collect();
        let lessons: BTreeSet<&str> = changed.iter().filter_map(|tried| tried.lesson()).collect();
        lessons.iter().try_for_each(|lesson| self.grade_lesson(run, lesson))?;
        let tests: BTreeSet<&str> = changed.iter().filter_map(|tried| tried.test()).collect();
        tests.iter().try_for_each(|test| self.grade_test(run, test))
    }

    /// Returns the tries that events speak of, as they were and as they are now.
    fn tries(&self, run: Run, events: &[&Event]) -> Result<Tries, Stop> {
        let mut tries = Tries::new();
        let mut look = |attempt: AttemptId, added: Option<&Event>| {
            let (_, new) = match tries.entry(attempt) {
                Entry::Occupied(there) => there.into_mut(),
                Entry::Vacant(free) => {
                    let old = self.read_try(run, attempt)?;
                    free.insert((old.clone(), old))
                }
            };
            if let Some(event) = added {
                new.get_or_insert_with(|| Try { at: i64::MIN, ..Try::default() }).add(event);
            }
            Ok::<_, Stop>(())
        };
        for event in events {
            if let Body::Answered { attempt, .. } | Body::Regraded { attempt, .. } = &event.body {
                look(*attempt, None)?;
            } else if let Body::AttemptStarted { attempt, .. }
            | Body::AttemptFinished { attempt, .. }
            | Body::TestOpened { attempt, .. } = &event.body
            {
                look(*attempt, Some(event))?;
            } else if let Body::RegradeUndone { regrade } = &event.body {
                self.regraded_by(run, *regrade)?.into_iter().try_for_each(|attempt| look(attempt, None))?;
            }
        }
        Ok(tries)
    }

    fn write_tries(&self, run: Run, events: &[&Event], tries: &Tries) -> Result<(), Stop> {
        for event in events {
            if let Body::Enrolled { course, .. } = &event.body {
                self.write_enrolment(event, course)?;
            }
        }
        self.write_answers(run, events)?;
        let mut changed = tries.iter().filter(|(_, (old, new))| old != new);
        changed
            .try_for_each(|(attempt, (_, new))| new.iter().try_for_each(|new| self.write_try(run, *attempt, new)))?;
        self.write_regrades(run, events)?;
        if self.has_regrades(run)? {
            tries.keys().try_for_each(|attempt| self.restand(run, *attempt))?;
        }
        Ok(())
    }

    fn read_try(&self, run: Run, attempt: AttemptId) -> Result<Option<Try>, Stop> {
        let sql = "SELECT started, quiz, of_lesson, finished, grade, passed, at, best, best_grade, best_passed, \
                   critical, via, supervised FROM attempt WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3";
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query.query_row((run.0, run.1, attempt), known).optional()?)
    }

    fn write_try(&self, run: Run, attempt: AttemptId, new: &Try) -> Result<(), Stop> {
        let sql = "INSERT OR REPLACE INTO attempt (learner, enrolment, attempt, started, quiz, of_lesson, finished, \
                   grade, passed, at, best, best_grade, best_passed, critical, via, supervised) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
        let Try { started, quiz, of_lesson, finished, grade, best, passed, at, via, supervised } = new;
        let (place, best_grade) = (best.map(|b| b.place), best.map(|b| b.grade));
        let (best_passed, critical) = (best.map(|b| b.passed), best.map(|b| b.critical));
        self.connection.prepare_cached(sql)?.execute(params![
            run.0,
            run.1,
            attempt,
            started,
            quiz,
            of_lesson,
            finished,
            grade,
            passed,
            at,
            place,
            best_grade,
            best_passed,
            critical,
            via,
            supervised
        ])?;
        Ok(())
    }

    /// Works out the grades of a lesson from its tries; only whole ones count.
    fn grade_lesson(&self, run: Run, lesson: &str) -> Result<(), Stop> {
        let key = (run.0, run.1, lesson);
        let sql = "INSERT INTO lesson_state (learner, enrolment, lesson) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.connection.prepare_cached(sql)?.execute(key)?;
        let sql = format!(
            "{WHOLE} UPDATE lesson_state SET attempts = (SELECT count(*) FROM whole), \
             first = (SELECT grade FROM whole ORDER BY started LIMIT 1), \
             (best, critical) = (SELECT best_grade, critical FROM whole \
                 ORDER BY best_grade DESC, best_passed DESC, started LIMIT 1), \
             passed = (SELECT coalesce(max(passed), 0) FROM whole), failed = {FAILED}, \
             tried_at = (SELECT max(at) FROM tried) WHERE learner = ?1 AND enrolment = ?2 AND lesson = ?3"
        );
        self.connection.prepare_cached(&sql)?.execute((run.0, run.1, lesson, true))?;
        let sql = "DELETE FROM lesson_state WHERE learner = ?1 AND enrolment = ?2 AND lesson = ?3 \
                   AND seen_at IS NULL AND tried_at IS NULL";
        self.connection.prepare_cached(sql)?.execute(key)?;
        Ok(())
    }
}

/// What a quiz comes to: the tries at it that began, and the whole ones as they count after regrades.
const WHOLE: &str = "WITH tried AS (SELECT * FROM attempt WHERE learner = ?1 AND enrolment = ?2 AND quiz = ?3 \
     AND of_lesson = ?4), whole AS (SELECT started, coalesce(stands, grade) AS grade, \
     coalesce(stands, best_grade) AS best_grade, coalesce(stands_passed, best_passed) AS best_passed, \
     coalesce(stands_critical, critical) AS critical, coalesce(stands_passed, passed) AS passed, at \
     FROM tried WHERE finished IS NOT NULL)";
/// Whole tries since the last that passed.
const FAILED: &str = "(SELECT count(*) FROM whole WHERE started > \
     coalesce((SELECT max(started) FROM whole WHERE passed), x''))";

impl Work<'_> {
    /// Works out how far a test is; only whole tries count.
    fn grade_test(&self, run: Run, test: &str) -> Result<(), Stop> {
        let sql = "DELETE FROM tried_state WHERE learner = ?1 AND enrolment = ?2 AND work = 0 AND what = ?3";
        self.connection.prepare_cached(sql)?.execute((run.0, run.1, test))?;
        let sql = format!(
            "{WHOLE}, best AS (SELECT best_grade, critical FROM whole \
             ORDER BY best_grade DESC, best_passed DESC, started LIMIT 1) \
             INSERT INTO tried_state (learner, enrolment, work, what, attempts, first, best, critical, passed, failed, \
             last_at) SELECT ?1, ?2, 0, ?3, (SELECT count(*) FROM whole), \
             (SELECT grade FROM whole ORDER BY started LIMIT 1), (SELECT best_grade FROM best), \
             coalesce((SELECT critical FROM best), 0), coalesce((SELECT max(passed) FROM whole), 0), {FAILED}, max(at) \
             FROM tried HAVING count(*) > 0"
        );
        self.connection.prepare_cached(&sql)?.execute((run.0, run.1, test, false))?;
        Ok(())
    }
}

/// Returns how a way of sitting is written in rows.
fn via_text(via: Via) -> &'static str {
    match via {
        Via::Screen => "screen",
        Via::Plain => "plain",
        Via::Paper => "paper",
        Via::Served => "served",
    }
}

/// Reads a way of sitting back.
pub(super) fn via_of(text: Option<&str>) -> Via {
    let all = [Via::Plain, Via::Paper, Via::Served];
    all.into_iter().find(|via| Some(via_text(*via)) == text).unwrap_or(Via::Screen)
}

fn known(row: &Row<'_>) -> rusqlite::Result<Try> {
    let best = match row.get(7)? {
        Some(place) => Some(Best { place, grade: row.get(8)?, passed: row.get(9)?, critical: row.get(10)? }),
        None => None,
    };
    Ok(Try {
        started: row.get(0)?,
        quiz: row.get(1)?,
        of_lesson: row.get(2)?,
        finished: row.get(3)?,
        grade: row.get(4)?,
        best,
        passed: row.get(5)?,
        at: row.get(6)?,
        via: row.get(11)?,
        supervised: row.get(12)?,
    })
}
