//! What was said in forms that nobody judges, as rows: the last reply to each form, for the reports on a cohort.
//!
//! Apart from what is graded because nothing here is worth anything, and no screen waits for it. A reply itself stays in
//! the journal; only the last of each form has a row.

use super::attempt::Run;
use super::database::{Stop, Work};
use super::room::RUNS;
use super::value::Place;
use crate::cohort::{Reply, fold};
use crate::id::{CohortId, CourseId, ExerciseId};
use crate::journal::{Body, Event};

/// The day of a form at the end.
const AT_THE_END: i64 = -1;

impl Work<'_> {
    /// Keeps what was said last.
    pub(super) fn project_replies(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        for event in events {
            let Body::Replied { form, day, answers, .. } = &event.body else { continue };
            let sql = "INSERT INTO replied (learner, enrolment, form, day, place, answers) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (learner, enrolment, form, day) DO UPDATE SET \
                       place = excluded.place, answers = excluded.answers WHERE place < excluded.place";
            let answers = serde_json::to_string(answers).map_err(|error| self.damaged(&error.to_string()))?;
            let day = day.map_or(AT_THE_END, i64::from);
            let row = (run.0, run.1, form.as_str(), day, Place::of(event), answers);
            self.connection.prepare_cached(sql)?.execute(row)?;
        }
        Ok(())
    }

    /// Returns the last reply of each person of a cohort to each form.
    pub(super) fn replies(&self, cohort: CohortId) -> Result<Vec<Reply>, Stop> {
        let Some(course) = self.plan(cohort)?.course.map(|of| of.id) else { return Ok(Vec::new()) };
        let mut replies = self.single_replies(cohort, &course)?;
        for (person, records) in self.several(cohort)? {
            replies.retain(|reply| !records.contains(&reply.learner));
            replies.extend(fold::replies(person, &self.events_of_person(person, &course)?, &course));
        }
        replies.sort_by(|one, other| (one.learner, &one.form, one.day).cmp(&(other.learner, &other.form, other.day)));
        Ok(replies)
    }

    fn single_replies(&self, cohort: CohortId, course: &CourseId) -> Result<Vec<Reply>, Stop> {
        let sql = format!(
            "{RUNS} SELECT learner, form, day, answers FROM run JOIN learner ON id = run.learner \
             JOIN replied USING (learner, enrolment)"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query((cohort, course.as_str()))?;
        let mut replies = Vec::new();
        while let Some(row) = rows.next()? {
            let (form, answers): (String, String) = (row.get(1)?, row.get(3)?);
            replies.push(Reply {
                learner: row.get(0)?,
                form: ExerciseId::new(&form).map_err(|error| self.damaged(&error.to_string()))?,
                day: u16::try_from(row.get::<_, i64>(2)?).ok(),
                answers: serde_json::from_str(&answers).map_err(|error| self.damaged(&error.to_string()))?,
            });
        }
        Ok(replies)
    }
}
