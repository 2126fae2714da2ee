//! What follows from events, kept as rows: how far each lesson is, and which tries and answers there are.
//!
//! Apart so that a trainer's screens read rows and not history. Events are added in the transaction that keeps them,
//! as many at a time as came: a run's tries, counts and lessons are looked at once for all of them. Whatever order
//! events arrive in, and in whatever groups, the rows end up the same: sets, sums, earliest and highest.
//! `project_anew` makes them from the journal and must arrive at the same rows.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension as _, Statement};

use super::attempt::Run;
use super::database::{Stop, Work};
use super::value::Place;
use crate::id::{CourseId, LearnerId, LessonId, SectionId};
use crate::journal::{Body, Event};

/// As many events as are looked at together when all rows of a learner are made anew.
const GROUP: usize = 4_096;

/// The tables whose rows follow from the events of one learner.
pub(super) const PROJECTED: [&str; 14] = [
    "enrolment",
    "section_seen",
    "attempt",
    "answers",
    "lesson_state",
    "worked",
    "tried_state",
    "presence",
    "signed_in",
    "regrade",
    "regrade_undone",
    "joined",
    "parted",
    "replied",
];

/// What reading and practice add to a lesson.
#[derive(Debug, Default)]
struct Presence {
    sections: usize,
    seconds: u64,
    at: Option<i64>,
}

/// Returns the lesson where somebody was seen, and how many seconds that adds.
fn presence(body: &Body) -> Option<(&LessonId, u64)> {
    match body {
        Body::SectionSeen { lesson, .. } | Body::Practised { lesson, .. } => Some((lesson, 0)),
        Body::Active { seconds, lesson: Some(lesson) } => Some((lesson, u64::from(*seconds))),
        Body::Active { lesson: None, .. }
        | Body::Enrolled { .. }
        | Body::AttemptStarted { .. }
        | Body::AttemptFinished { .. }
        | Body::Answered { .. }
        | Body::Noted { .. }
        | Body::NoteRemoved { .. }
        | Body::ExerciseDone { .. }
        | Body::ExerciseMarked { .. }
        | Body::SwapReceived { .. }
        | Body::SwapDecided { .. }
        | Body::Replied { .. }
        | Body::Joined { .. }
        | Body::Parted { .. }
        | Body::SignedIn { .. }
        | Body::TestOpened { .. }
        | Body::Regraded { .. }
        | Body::RegradeUndone { .. }
        | Body::CohortPlanned { .. }
        | Body::RosterChanged { .. }
        | Body::KeptApart { .. }
        | Body::AttendanceTicked { .. }
        | Body::SessionNoted { .. }
        | Body::BoxBegun { .. }
        | Body::KeyRuled { .. }
        | Body::TotalsKept { .. }
        | Body::Unknown { .. } => None,
    }
}

/// Returns whether an event is of a kind that stands in a cohort's own stream only.
fn is_of_cohort(body: &Body) -> bool {
    matches!(
        body,
        Body::CohortPlanned { .. }
            | Body::RosterChanged { .. }
            | Body::KeptApart { .. }
            | Body::AttendanceTicked { .. }
            | Body::SessionNoted { .. }
            | Body::BoxBegun { .. }
            | Body::KeyRuled { .. }
            | Body::TotalsKept { .. }
    )
}

/// Keeps that a section was read, once.
const SECTION_SEEN: &str =
    "INSERT INTO section_seen (learner, enrolment, lesson, section) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";

fn is_new_section(
    insert: &mut Statement<'_>,
    run: Run,
    lesson: &LessonId,
    section: &SectionId,
) -> Result<bool, rusqlite::Error> {
    Ok(insert.execute((run.0, run.1, lesson.as_str(), section.as_str()))? > 0)
}

impl Work<'_> {
    /// Adds what follows from events that are new.
    pub(super) fn project(&self, events: &[&Event]) -> Result<(), Stop> {
        let mut runs: BTreeMap<Run, Vec<&Event>> = BTreeMap::new();
        let mut cohorts = BTreeSet::new();
        for event in events {
            if is_of_cohort(&event.body) {
                if matches!(event.body, Body::CohortPlanned { .. } | Body::RosterChanged { .. }) {
                    cohorts.insert(event.subject);
                }
            } else {
                runs.entry((event.subject, event.enrolment)).or_default().push(event);
            }
        }
        runs.into_iter().try_for_each(|(run, events)| self.project_run(run, &events))?;
        cohorts.into_iter().try_for_each(|subject| self.project_cohort(subject))
    }

    fn project_run(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        self.project_tries(run, events)?;
        self.project_work(run, events)?;
        self.project_own_presence(run, events)?;
        self.project_replies(run, events)?;
        events.iter().try_for_each(|event| self.project_word(run, event))?;
        let mut lessons: BTreeMap<&LessonId, Presence> = BTreeMap::new();
        let mut seen = self.connection.prepare_cached(SECTION_SEEN)?;
        for event in events {
            let Some((lesson, seconds)) = presence(&event.body) else { continue };
            let section = if let Body::SectionSeen { section, .. } = &event.body { Some(section) } else { None };
            let is_new = section.map(|section| is_new_section(&mut seen, run, lesson, section)).transpose()?;
            let presence = lessons.entry(lesson).or_default();
            presence.sections += usize::from(is_new == Some(true));
            presence.seconds += seconds;
            presence.at = presence.at.max(Some(event.at.0));
        }
        lessons.iter().try_for_each(|(lesson, presence)| self.project_presence(run, lesson, presence))
    }

    /// Makes the rows of the next learner whose rows a migration left to be made; says whether there was one.
    pub(super) fn make_next_anew(&mut self) -> Result<bool, Stop> {
        let next = self.connection.query_row("SELECT learner FROM anew LIMIT 1", [], |row| row.get(0)).optional()?;
        let Some(learner) = next else { return Ok(false) };
        self.project_anew(learner)?;
        self.connection.execute("DELETE FROM anew WHERE learner = ?1", [learner])?;
        Ok(true)
    }

    /// Makes all rows of one learner anew from the journal.
    pub(super) fn project_anew(&self, learner: LearnerId) -> Result<(), Stop> {
        for table in PROJECTED {
            let sql = format!("DELETE FROM {table} WHERE learner = ?1");
            self.connection.prepare_cached(&sql)?.execute([learner])?;
        }
        let sql = "SELECT bytes, hash FROM event WHERE subject = ?1 ORDER BY lamport, writer, seq";
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query([learner])?;
        let mut group = Vec::new();
        while let Some(row) = rows.next()? {
            group.push(self.read_back(row)?);
            if group.len() == GROUP {
                self.project(&group.iter().collect::<Vec<_>>())?;
                group.clear();
            }
        }
        self.project(&group.iter().collect::<Vec<_>>())?;
        if self.is_cohort(learner)? { self.project_cohort(learner) } else { Ok(()) }
    }

    /// Keeps which course a run is on.
    pub(super) fn write_enrolment(&self, event: &Event, course: &CourseId) -> Result<(), Stop> {
        let sql = "INSERT INTO enrolment (learner, enrolment, place, course) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (learner, enrolment) DO UPDATE SET place = excluded.place, \
                   course = excluded.course WHERE excluded.place < place";
        let row = (event.subject, event.enrolment, Place::of(event), course.as_str());
        self.connection.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }

    /// Adds to the sums of a lesson and moves the time it was last seen.
    fn project_presence(&self, run: Run, lesson: &LessonId, presence: &Presence) -> Result<(), Stop> {
        let sql = "INSERT INTO lesson_state (learner, enrolment, lesson, sections, seconds, seen_at) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (learner, enrolment, lesson) DO UPDATE SET \
                   sections = sections + excluded.sections, seconds = seconds + excluded.seconds, \
                   seen_at = max(coalesce(seen_at, excluded.seen_at), excluded.seen_at)";
        let mut upsert = self.connection.prepare_cached(sql)?;
        let Presence { sections, seconds, at } = presence;
        upsert.execute((run.0, run.1, lesson.as_str(), sections, seconds, at))?;
        Ok(())
    }
}
