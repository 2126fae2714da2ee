//! Drafts: half-done answers, work and places, written when the typing pauses.
//!
//! Apart from events because a draft is replaced in place and tells nothing of what happened. At most one waits at a
//! time; another one writes it first.

use std::time::Duration;

use super::{Effects, Session};
use crate::store::Request;
use crate::store::api::Draft;

/// Drafts are written this long after they changed.
const DRAFT_DELAY: Duration = Duration::from_millis(700);

/// A draft that waits for a pause in the typing.
#[derive(Debug)]
pub(super) struct DueDraft {
    pub(super) draft: Draft,
    pub(super) at: Duration,
}

impl Session {
    /// Returns how long it is until `Message::Tick` should come, if something waits for time to pass.
    pub fn next_tick(&self) -> Option<Duration> {
        let elapsed = self.clock.elapsed();
        let draft = self.due.as_ref().map(|due| due.at.saturating_sub(elapsed));
        let second = self.bench.as_ref().filter(|bench| bench.is_timed()).and_then(|bench| bench.next_second(elapsed));
        draft.into_iter().chain(second).min()
    }

    pub(super) fn is_draft_due(&self) -> bool {
        self.due.as_ref().is_some_and(|due| due.at <= self.clock.elapsed())
    }

    /// Keeps a draft; it is written when the typing pauses.
    pub(super) fn keep_draft(&mut self, key: String, value: &impl serde::Serialize) -> Effects {
        let Ok(json) = serde_json::to_string(value) else { return Effects::new() };
        let at = self.clock.elapsed() + DRAFT_DELAY;
        let Some(learning) = self.learning_mut() else { return Effects::new() };
        if !learning.keep_draft(&key, &json) {
            return Effects::new();
        }
        let effects = match &self.due {
            Some(due) if due.draft.key != key => self.flush_draft(),
            Some(_) | None => Effects::new(),
        };
        self.due = match self.due.take() {
            Some(due) => Some(DueDraft { draft: Draft { key, json }, at: due.at }),
            None => Some(DueDraft { draft: Draft { key, json }, at }),
        };
        effects
    }

    /// Writes a half-given answer or a place now instead of when the typing pauses.
    pub fn write_draft(&mut self) -> Effects {
        self.flush_draft()
    }

    pub(super) fn flush_draft(&mut self) -> Effects {
        let Some(DueDraft { draft, .. }) = self.due.take() else { return Effects::new() };
        let Some(learning) = self.learning() else { return Effects::new() };
        let learner = learning.profile.learner;
        self.outbox.send(Request::PutDraft { learner, draft })
    }

    /// Forgets a draft that waits to be written.
    pub(super) fn drop_due(&mut self, key: &str) {
        if self.due.as_ref().is_some_and(|due| due.draft.key == key) {
            self.due = None;
        }
    }
}
