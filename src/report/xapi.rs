//! A learner's history as xAPI 1.0.3 statements, one a line, for a Learning Record Store.
//!
//! ```text
//!  events in order ─► Said (verb, activity, result) ─► Statement ─► a line of JSON
//! ```
//!
//! Apart from reports because nothing is added up here: each event that means something to others is said once, and
//! always under the same id, so that a store which gets it twice keeps it once. Nothing is sent anywhere.
//! `docs/xapi.md` says what becomes of each event.

mod activity;
mod course;
mod interaction;
mod iri;
mod quiz;
mod regrade;
mod result;
mod said;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::learner::{AskedAs, Learner, Sources, texts_of};
use crate::clock::Timestamp;
use crate::course::{Course, Question};
use crate::id::{AttemptId, EnrolmentId, Lang, QuestionRef, QuizId};
use crate::journal::event::Body;
use crate::journal::{Event, Progress, Run};
use regrade::{Graded, Last};
use said::Said;
use statement::statement;

/// Names the questions, as they were asked, that statements on some events speak of.
pub fn asked_in_events(events: &[Event]) -> Vec<AskedAs> {
    let answers = events.iter().filter_map(|event| match &event.body {
        Body::Answered { answer, .. } | Body::Practised { answer, .. } => Some((answer.text_hash, answer.key_hash)),
        Body::Enrolled { .. }
        | Body::SectionSeen { .. }
        | Body::AttemptStarted { .. }
        | Body::AttemptFinished { .. }
        | Body::ExerciseDone { .. }
        | Body::ExerciseMarked { .. }
        | Body::SwapReceived { .. }
        | Body::SwapDecided { .. }
        | Body::Replied { .. }
        | Body::Active { .. }
        | Body::Noted { .. }
        | Body::NoteRemoved { .. }
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
    });
    answers.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Writes all runs of a learner through a course as statements; events come in their order, each once.
pub fn statements_on_course(
    course: &Course,
    learner: Learner<'_>,
    events: &[Event],
    asked: BTreeMap<AskedAs, Question>,
    lang: &Lang,
) -> Vec<u8> {
    let texts = texts_of(course, asked, lang);
    let (manifest, outlines, exercises) = (course.manifest(), course.outlines(), course.exercises());
    let (progress, now) = (&Progress::default(), Timestamp(0));
    write(&Sources { learner, progress, manifest, outlines, exercises, texts: &texts, lang, now }, events)
}

fn write(sources: &Sources<'_>, events: &[Event]) -> Vec<u8> {
    let mut teller = Teller::new(sources);
    let mut lines = Vec::new();
    for event in events {
        for told in teller.tell(event) {
            let written = serde_json::to_writer(&mut lines, &told);
            debug_assert!(written.is_ok(), "memory takes every statement");
            lines.push(b'\n');
        }
    }
    lines
}

/// What was said so far, as far as later events need it.
struct Teller<'a> {
    sources: &'a Sources<'a>,
    /// What the events told so far add up to.
    progress: Progress,
    /// Runs through this course.
    runs: BTreeSet<EnrolmentId>,
    /// The quiz of each attempt that began.
    quizzes: BTreeMap<AttemptId, QuizId>,
    /// Milliseconds of the answers of each attempt.
    millis: BTreeMap<AttemptId, u64>,
    /// What counts once: a slot of an attempt, the end of one.
    counted: BTreeSet<(AttemptId, Option<QuestionRef>)>,
    /// Lessons and courses whose completion was said.
    completed: BTreeSet<(EnrolmentId, String)>,
    /// What was said last of each answer and each try.
    last: BTreeMap<Graded, Last>,
}

impl<'a> Teller<'a> {
    fn new(sources: &'a Sources<'a>) -> Self {
        Self {
            sources,
            progress: Progress::default(),
            runs: BTreeSet::new(),
            quizzes: BTreeMap::new(),
            millis: BTreeMap::new(),
            counted: BTreeSet::new(),
            completed: BTreeSet::new(),
            last: BTreeMap::new(),
        }
    }

    /// Returns the course's version when the run began.
    fn version(&self, event: &Event) -> &str {
        let enrolled = self.progress.runs.get(&event.enrolment).and_then(Run::enrolled);
        enrolled.map_or("", |enrolled| &enrolled.version)
    }

    /// Tells an event, what it makes untrue, and what it completes.
    fn tell(&mut self, event: &Event) -> Vec<Value> {
        self.progress.apply(event);
        let said = self.said(event);
        if !self.runs.contains(&event.enrolment) {
            return Vec::new();
        }
        let mut told: Vec<Value> = said.iter().map(|said| self.statement(event, said)).collect();
        told.extend(self.graded_anew(event));
        told.extend(self.completions(event).iter().map(|said| self.statement(event, said)));
        told
    }

    fn statement(&self, event: &Event, said: &Said) -> Value {
        statement(self.sources, event, self.version(event), said)
    }

    /// Returns what an event says to others; none for what counts once and was said, and for what is nobody else's
    /// business.
    fn said(&mut self, event: &Event) -> Option<Said> {
        match &event.body {
            Body::Enrolled { course, .. } => {
                let is_new = *course == self.sources.manifest.id && self.runs.insert(event.enrolment);
                is_new.then(|| self.registered())
            }
            Body::SectionSeen { lesson, section } => Some(self.read(lesson, section)),
            Body::AttemptStarted { attempt, quiz, .. } => self.began(*attempt, quiz),
            Body::Answered { attempt, answer } => self.answered(event, *attempt, answer),
            Body::AttemptFinished { attempt, grade, critical_missed, passed } => {
                self.finished(event, *attempt, *grade, *passed && critical_missed.is_empty())
            }
            Body::ExerciseDone { attempt, result } => self.handed_in(*attempt, result),
            Body::ExerciseMarked { exercise, points, comment, .. } => Some(self.marked(exercise, points, comment)),
            Body::Replied { form, day, answers, .. } => Some(self.replied(form, *day, answers)),
            Body::Practised { lesson, answer } => Some(self.practised(lesson, answer, &event.lang)),
            Body::Active { seconds, lesson } => Some(self.was_there(*seconds, lesson.as_ref())),
            Body::SwapReceived { .. }
            | Body::SwapDecided { .. }
            | Body::Noted { .. }
            | Body::NoteRemoved { .. }
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
}

#[cfg(test)]
mod tests;
