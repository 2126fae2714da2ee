//! What becomes of statements when the key of a question was wrong: a statement is never changed, so the one that no
//! longer holds is voided, and what holds now is said again under a new id.
//!
//! Apart from what is said of answers because here something is taken back. Each event of a trainer is compared with what
//! was said last, so a decision that is taken back voids again and says what was said first.

use serde_json::{Value, json};

use super::result::Outcome;
use super::said::{Said, Verb};
use super::statement::{id, statement, voiding};
use super::{Teller, iri};
use crate::assess::Grade;
use crate::id::{AttemptId, QuestionRef};
use crate::journal::{Body, Event};

/// What is graded: an answer of a try, or the try itself.
pub(super) type Graded = (AttemptId, Option<QuestionRef>);

/// What was said last of something that is graded.
#[derive(Debug)]
pub(super) struct Last {
    /// The statement's id.
    id: String,
    /// The event that it is of.
    event: Event,
    said: Said,
    worth: Worth,
}

/// What something is worth; no grade where a trainer took the question out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Worth {
    pub(super) grade: Option<Grade>,
    /// Whether it passed; for an answer whether it is right in full.
    pub(super) success: bool,
}

impl Teller<'_> {
    /// Remembers what was said of something that is graded.
    pub(super) fn keep(&mut self, graded: Graded, event: &Event, said: &Said, worth: Worth) {
        self.last.insert(graded, Last { id: id(event, said), event: event.clone(), said: said.clone(), worth });
    }

    /// Voids what an event makes untrue, and says it again as it is now.
    pub(super) fn graded_anew(&mut self, event: &Event) -> Vec<Value> {
        let changed = if let Body::Regraded { attempt, .. } | Body::AttemptFinished { attempt, .. } = &event.body {
            self.changed(event, |of| of == *attempt)
        } else if matches!(event.body, Body::RegradeUndone { .. }) {
            self.changed(event, |_| true)
        } else {
            Vec::new()
        };
        changed.into_iter().flat_map(|(graded, worth)| self.say_again(&graded, worth, event)).collect()
    }

    fn changed(&self, event: &Event, is_meant: impl Fn(AttemptId) -> bool) -> Vec<(Graded, Worth)> {
        let meant = self
            .last
            .iter()
            .filter(|((attempt, _), last)| is_meant(*attempt) && last.event.enrolment == event.enrolment);
        let now = |(graded, last): (&Graded, &Last)| {
            let worth = self.worth_now(graded, event)?;
            (worth != last.worth).then(|| (graded.clone(), worth))
        };
        let mut changed: Vec<_> = meant.filter_map(now).collect();
        // Answers stand before the try that they are of, as they were said first.
        changed.sort_by_key(|((attempt, slot), _)| (*attempt, slot.is_none()));
        changed
    }

    /// Returns what something is worth as keys stand now.
    fn worth_now(&self, (attempt, slot): &Graded, event: &Event) -> Option<Worth> {
        let attempt = self.progress.runs.get(&event.enrolment)?.attempts.get(attempt)?;
        Some(if let Some(slot) = slot {
            let grade = attempt.answers.get(slot)?.grade();
            Worth { grade, success: grade.is_some_and(Grade::is_full) }
        } else {
            let end = attempt.first_finish()?;
            Worth { grade: Some(end.grade), success: end.passed }
        })
    }

    fn say_again(&mut self, graded: &Graded, worth: Worth, because: &Event) -> Vec<Value> {
        let Some(last) = self.last.remove(graded) else { return Vec::new() };
        let voided = voiding(self.sources, because, &last.id);
        let event = Event { id: because.id, ..last.event };
        let said = Said { salt: graded.0.to_string(), ..again(last.said, worth) };
        let told = statement(self.sources, &event, self.version(&event), &said);
        self.keep(graded.clone(), &event, &said, worth);
        vec![voided, told]
    }
}

/// Returns the same with what it is worth now.
fn again(mut said: Said, worth: Worth) -> Said {
    said.result.remove("score");
    let had_success = said.result.remove("success").is_some();
    if let Some(grade) = worth.grade {
        said.result.extend(Outcome::scored(grade).fields());
        if had_success || said.verb == Verb::Answered {
            said.result.insert("success".to_owned(), worth.success.into());
        }
    }
    if matches!(said.verb, Verb::Passed | Verb::Failed) {
        said.verb = Verb::judged(worth.success);
    }
    said.extended(iri::extension("regraded"), json!(true))
}
