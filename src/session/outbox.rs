//! What was sent to the store and not yet confirmed: the truth behind the word "saved".
//!
//! Apart because losing an answer is the one thing that may never happen: a refused request stays here, in order,
//! until it is sent again and confirmed. It knows no learner and no screen.

use std::collections::BTreeMap;

use super::effect::{Effect, Effects};
use crate::store::{Request, StoreError, Tag};

/// How things stand with the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// Everything is durable.
    Saved,
    /// Something is on its way.
    Saving,
    /// Something was refused; it is kept and can be sent again.
    Failed(StoreError),
}

/// Requests on their way, and requests that were refused.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    last_tag: u64,
    sent: BTreeMap<Tag, Request>,
    refused: BTreeMap<Tag, Request>,
    error: Option<StoreError>,
}

impl Outbox {
    /// Sends a request, with those before it that were refused.
    pub(super) fn send(&mut self, request: Request) -> Effects {
        let mut effects = self.retry();
        let tag = self.next_tag();
        self.sent.insert(tag, request.clone());
        effects.push(Effect::Store(tag, request));
        effects
    }

    /// Sends again what was refused, in its old order.
    pub(super) fn retry(&mut self) -> Effects {
        self.error = None;
        let again = std::mem::take(&mut self.refused);
        let effects = again.iter().map(|(tag, request)| Effect::Store(*tag, request.clone())).collect();
        self.sent.extend(again);
        effects
    }

    /// Forgets what was refused: nobody is left for whom it could be saved.
    pub(super) fn give_up(&mut self) {
        self.refused.clear();
        self.error = None;
    }

    /// Forgets questions about who is here: an answer that comes after the one who asked left would let in somebody who
    /// was only looked at.
    pub(super) fn forget_questions(&mut self) {
        let stays = |request: &Request| {
            !matches!(request, Request::Learners | Request::Begin { .. } | Request::Open { .. } | Request::Asked { .. })
        };
        self.sent.retain(|_, request| stays(request));
        self.refused.retain(|_, request| stays(request));
        self.error = self.error.take().filter(|_| !self.refused.is_empty());
    }

    /// Returns a tag that was never used, for requests whose loss does no harm.
    pub(super) fn next_tag(&mut self) -> Tag {
        self.last_tag += 1;
        Tag(self.last_tag)
    }

    /// Takes a request off as confirmed; none where the tag is unknown.
    pub(super) fn confirm(&mut self, tag: Tag) -> Option<Request> {
        self.sent.remove(&tag)
    }

    /// Keeps a refused request for later.
    pub(super) fn refuse(&mut self, tag: Tag, error: StoreError) {
        if let Some(request) = self.sent.remove(&tag) {
            self.refused.insert(tag, request);
            self.error = Some(error);
        }
    }

    /// Returns how things stand.
    pub(super) fn saving(&self) -> Saving {
        match &self.error {
            Some(error) => Saving::Failed(error.clone()),
            None if self.sent.is_empty() => Saving::Saved,
            None => Saving::Saving,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::LearnerId;

    fn full() -> StoreError {
        StoreError::Full("disk".into())
    }

    #[test]
    fn saved_is_said_only_when_everything_is_confirmed() {
        let mut outbox = Outbox::default();
        assert_eq!(outbox.saving(), Saving::Saved);
        assert_eq!(outbox.send(Request::Learners).len(), 1);
        assert_eq!(outbox.saving(), Saving::Saving);
        assert!(outbox.confirm(Tag(1)).is_some());
        assert_eq!(outbox.saving(), Saving::Saved);
    }

    #[test]
    fn what_was_refused_goes_first_next_time() {
        let mut outbox = Outbox::default();
        assert_eq!(outbox.send(Request::Learners).len(), 1);
        outbox.refuse(Tag(1), full());
        assert_eq!(outbox.saving(), Saving::Failed(full()));
        let effects = outbox.send(Request::Learners);
        assert_eq!(effects[0], Effect::Store(Tag(1), Request::Learners));
        assert_eq!(effects.len(), 2);
        assert_eq!(outbox.saving(), Saving::Saving);
    }

    #[test]
    fn questions_are_forgotten_and_what_is_to_be_written_is_not() {
        let mut outbox = Outbox::default();
        let learner = LearnerId::from_bits(1);
        assert_eq!(outbox.send(Request::DropDraft { learner, key: "note".into() }).len(), 1);
        assert_eq!(outbox.send(Request::Learners).len(), 1);
        outbox.refuse(Tag(2), full());
        outbox.forget_questions();
        assert_eq!(outbox.saving(), Saving::Saving);
        assert!(outbox.confirm(Tag(2)).is_none() && outbox.confirm(Tag(1)).is_some());
    }

    #[test]
    fn an_unknown_tag_changes_nothing() {
        let mut outbox = Outbox::default();
        assert!(outbox.confirm(Tag(7)).is_none());
        outbox.refuse(Tag(7), full());
        assert_eq!(outbox.saving(), Saving::Saved);
    }
}
