//! What follows from events, kept as rows: how far each lesson is, and which tries and answers there are.
//!
//! Apart so that a trainer's screens read rows and not history. Each event is added in the transaction that keeps it.
//! Whatever order events arrive in, the rows end up the same: sets, sums, earliest and highest. `project_anew` makes
//! them from the journal and must arrive at the same rows.

use super::database::{Stop, Work};
use super::value::Place;
use crate::id::{CourseId, LearnerId, LessonId, SectionId};
use crate::journal::{Body, Event};

impl Work<'_> {
    /// Adds what follows from one event that is new.
    pub(super) fn project(&self, event: &Event) -> Result<(), Stop> {
        match &event.body {
            Body::Enrolled { course, .. } => self.project_enrolment(event, course),
            Body::SectionSeen { lesson, section } => self.project_section(event, lesson, section),
            Body::AttemptStarted { attempt, .. } | Body::AttemptFinished { attempt, .. } => {
                self.project_attempt(event, *attempt)
            }
            Body::Answered { attempt, answer } => self.project_answer(event, *attempt, answer),
            Body::Practised { lesson, .. } => self.project_presence(event, lesson, false, 0),
            Body::Active { seconds, lesson: Some(lesson) } => self.project_presence(event, lesson, false, *seconds),
            Body::Active { lesson: None, .. }
            | Body::Noted { .. }
            | Body::NoteRemoved { .. }
            | Body::ExerciseDone { .. }
            | Body::ExerciseMarked { .. }
            | Body::SwapReceived { .. }
            | Body::SwapDecided { .. }
            | Body::Replied { .. }
            | Body::Unknown { .. } => Ok(()),
        }
    }

    /// Makes all rows of one learner anew from the journal.
    pub(super) fn project_anew(&self, learner: LearnerId) -> Result<(), Stop> {
        self.uncount_learner(learner)?;
        for table in ["enrolment", "section_seen", "attempt", "answered", "lesson_state"] {
            let sql = format!("DELETE FROM {table} WHERE learner = ?1");
            self.connection.prepare_cached(&sql)?.execute([learner])?;
        }
        let sql = "SELECT bytes, hash FROM event WHERE subject = ?1 ORDER BY lamport, writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([learner])?;
        while let Some(row) = rows.next()? {
            self.project(&self.read_back(row)?)?;
        }
        Ok(())
    }

    fn project_enrolment(&self, event: &Event, course: &CourseId) -> Result<(), Stop> {
        let run = (event.subject, event.enrolment);
        self.recount_run(run, |work| {
            let sql = "INSERT INTO enrolment (learner, enrolment, place, course) VALUES (?1, ?2, ?3, ?4) \
                       ON CONFLICT (learner, enrolment) DO UPDATE SET place = excluded.place, \
                       course = excluded.course WHERE excluded.place < place";
            work.connection.prepare_cached(sql)?.execute((run.0, run.1, Place::of(event), course.as_str()))?;
            Ok(())
        })
    }

    fn project_section(&self, event: &Event, lesson: &LessonId, section: &SectionId) -> Result<(), Stop> {
        let sql = "INSERT INTO section_seen (learner, enrolment, lesson, section) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT DO NOTHING";
        let key = (event.subject, event.enrolment, lesson.as_str(), section.as_str());
        let new = self.connection.prepare_cached(sql)?.execute(key)?;
        self.project_presence(event, lesson, new > 0, 0)
    }

    /// Adds to the sums of a lesson and moves the time it was last seen.
    fn project_presence(&self, event: &Event, lesson: &LessonId, section: bool, seconds: u32) -> Result<(), Stop> {
        let sql = "INSERT INTO lesson_state (learner, enrolment, lesson, sections, seconds, seen_at) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (learner, enrolment, lesson) DO UPDATE SET \
                   sections = sections + excluded.sections, seconds = seconds + excluded.seconds, \
                   seen_at = max(coalesce(seen_at, excluded.seen_at), excluded.seen_at)";
        let mut upsert = self.connection.prepare_cached(sql)?;
        upsert.execute((event.subject, event.enrolment, lesson.as_str(), section, seconds, event.at.0))?;
        Ok(())
    }
}
