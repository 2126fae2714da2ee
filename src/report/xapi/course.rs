//! What is said of courses, lessons, desk work and forms.
//!
//! Apart from quizzes, which are told question by question.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::result::Outcome;
use super::said::{Said, Verb};
use super::{Teller, iri};
use crate::course::exercise::work::Entry;
use crate::id::{AttemptId, ExerciseId, LessonId, OptionId, QuizId, SectionId};
use crate::journal::completion::LessonState;
use crate::journal::event::{Body, WorkDone};
use crate::journal::{CourseState, Event};
use crate::report::Clean;

impl Teller<'_> {
    pub(super) fn registered(&self) -> Said {
        Said::new(Verb::Registered, self.course_activity())
    }

    pub(super) fn read(&self, lesson: &LessonId, section: &SectionId) -> Said {
        let object = self.section_activity(lesson, section);
        Said::new(Verb::Experienced, object).within(iri::lesson(&self.sources.manifest.id, lesson))
    }

    /// Returns that somebody was there, in a lesson or only in the course.
    pub(super) fn was_there(&self, seconds: u32, lesson: Option<&LessonId>) -> Said {
        let object = lesson.map_or_else(|| self.course_activity(), |lesson| self.lesson_activity(lesson));
        Said::new(Verb::Experienced, object).with(Outcome::default().took(u64::from(seconds) * 1000).fields())
    }

    /// Returns that desk work was handed in; none for a second end of the same try.
    pub(super) fn handed_in(&mut self, attempt: AttemptId, work: &WorkDone) -> Option<Said> {
        if !self.counted.insert((attempt, None)) {
            return None;
        }
        let codes: Vec<Value> = work.codes.iter().map(|code| Clean::new(code).to_string().into()).collect();
        let mut outcome = Outcome::scored(work.grade).and("success", work.passed).and("completion", true);
        if !work.untimed {
            outcome = outcome.took(u64::from(work.seconds) * 1000);
        }
        let found = only(iri::extension("found"), codes);
        let object = self.exercise_activity(&work.exercise);
        let said = Said::new(Verb::judged(work.passed), object).within(self.around_exercise(&work.exercise));
        Some(
            said.with(outcome.and("extensions", found).fields())
                .extended(iri::extension("attempt"), attempt.to_string()),
        )
    }

    /// Returns that somebody gave points; who it was is not said.
    pub(super) fn marked(&self, exercise: &ExerciseId, points: &BTreeMap<OptionId, u8>, comment: &str) -> Said {
        let sum: u32 = points.values().map(|points| u32::from(*points)).sum();
        let mut outcome = Outcome::default().and("score", serde_json::json!({ "raw": sum }));
        let comment = Clean::new(comment).to_string();
        if !comment.is_empty() {
            outcome = outcome.and("response", comment);
        }
        let said = Said::new(Verb::Scored, self.exercise_activity(exercise));
        said.within(self.around_exercise(exercise)).with(outcome.fields())
    }

    /// Returns that a form was filled in that nobody judges, with what was said.
    pub(super) fn replied(&self, form: &ExerciseId, day: Option<u16>, answers: &BTreeMap<String, Entry>) -> Said {
        let answers: Map<String, Value> = answers.iter().map(|(id, entry)| (id.clone(), told(entry))).collect();
        let answers = only(iri::extension("answers"), answers);
        let outcome = Outcome::default().and("completion", true).and("extensions", answers);
        Said::new(Verb::Responded, self.form_activity(form, day)).with(outcome.fields())
    }

    /// Returns the lesson that an exercise belongs to, or else the course.
    fn around_exercise(&self, exercise: &ExerciseId) -> String {
        let outline = self.sources.exercises.iter().find(|outline| outline.id == *exercise);
        let course = &self.sources.manifest.id;
        let lesson = outline.and_then(|outline| outline.lesson.as_ref());
        lesson.map_or_else(|| iri::course(course), |lesson| iri::lesson(course, lesson))
    }

    /// Returns which lesson, and whether the course, an event completed: each is said once a run.
    pub(super) fn completions(&mut self, event: &Event) -> Vec<Said> {
        let Some(run) = self.progress.runs.get(&event.enrolment) else { return Vec::new() };
        let manifest = self.sources.manifest;
        let lesson = self.lesson_of(&event.body).and_then(|lesson| self.outline(&lesson));
        let lesson = lesson.filter(|outline| LessonState::new(run, manifest, outline).done);
        let mut done: Vec<Value> = lesson.map(|outline| self.lesson_activity(&outline.id)).into_iter().collect();
        let may_end =
            !done.is_empty() || matches!(event.body, Body::AttemptFinished { .. } | Body::ExerciseDone { .. });
        if may_end && CourseState::new(run, manifest, self.sources.outlines).done {
            done.push(self.course_activity());
        }
        done.retain(|object| self.completed.insert((event.enrolment, object["id"].to_string())));
        let outcome = || Outcome::default().and("completion", true).fields();
        done.into_iter().map(|object| Said::new(Verb::Completed, object).with(outcome())).collect()
    }

    /// Returns the lesson that an event may complete.
    fn lesson_of(&self, body: &Body) -> Option<LessonId> {
        match body {
            Body::SectionSeen { lesson, .. } => Some(lesson.clone()),
            Body::AttemptFinished { attempt, .. } => match self.quizzes.get(attempt)? {
                QuizId::Lesson(lesson) => Some(lesson.clone()),
                QuizId::Test(_) => None,
            },
            Body::ExerciseDone { result, .. } => {
                let outline = self.sources.exercises.iter().find(|outline| outline.id == result.exercise)?;
                outline.lesson.clone()
            }
            Body::Enrolled { .. }
            | Body::AttemptStarted { .. }
            | Body::Answered { .. }
            | Body::ExerciseMarked { .. }
            | Body::SwapReceived { .. }
            | Body::SwapDecided { .. }
            | Body::Replied { .. }
            | Body::Practised { .. }
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
        }
    }
}

fn only(name: String, value: impl Into<Value>) -> Map<String, Value> {
    [(name, value.into())].into_iter().collect()
}

fn told(entry: &Entry) -> Value {
    let clean = |text: &String| Value::from(Clean::new(text).to_string());
    match entry {
        Entry::One(text) => clean(text),
        Entry::Several(texts) => texts.iter().map(clean).collect(),
        Entry::Rows(rows) => rows.iter().map(|row| row.iter().map(clean).collect::<Value>()).collect(),
    }
}
