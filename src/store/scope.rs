//! Who may ask for what.
//!
//! Apart so that the rule is one function: whatever is not allowed here is never looked up.

use super::api::{CohortRequest, Import, Principal, Request, StoreError};
use super::database::Asked;
use crate::id::LearnerId;
use crate::journal::Author;

/// Refuses what lies outside the principal's scope.
pub(super) fn check(asked: &Asked) -> Result<(), StoreError> {
    let allowed = match asked.principal {
        Principal::Owner => true,
        // That somebody wrote something is no secret.
        Principal::Learner(_) if asked.request == Request::Refresh => true,
        Principal::Learner(own) => is_about(&asked.request, own) && credits(&asked.request).is_none(),
        Principal::Pair { .. } if matches!(asked.request, Request::Refresh | Request::Learners) => true,
        // Who sits beside somebody must not be able to delete them.
        Principal::Pair { .. } if matches!(asked.request, Request::Erase { .. }) => false,
        Principal::Pair { learner, with } => {
            is_about(&asked.request, learner) && credits(&asked.request).is_none_or(|partner| partner == with)
        }
    };
    if allowed { Ok(()) } else { Err(StoreError::Forbidden) }
}

/// Returns whether a request is about one learner and claims no other author.
fn is_about(request: &Request, learner: LearnerId) -> bool {
    subject(request) == Some(learner) && speaks_for_itself(request)
}

/// Returns to whom else a request gives what was done.
fn credits(request: &Request) -> Option<LearnerId> {
    match request {
        Request::Append { with, .. } => with.as_ref().map(|partner| partner.learner),
        Request::Learners
        | Request::Begin { .. }
        | Request::PutProfile(_)
        | Request::Open { .. }
        | Request::PutDraft { .. }
        | Request::DropDraft { .. }
        | Request::Asked { .. }
        | Request::ExportHead { .. }
        | Request::ExportEvents { .. }
        | Request::Merge(_)
        | Request::Erase { .. }
        | Request::Readmit { .. }
        | Request::About { .. }
        | Request::PutAbout { .. }
        | Request::Cohort(_)
        | Request::Refresh => None,
    }
}

/// Returns whose record a request is about; none for those about all.
fn subject(request: &Request) -> Option<LearnerId> {
    match request {
        Request::PutProfile(profile) => Some(profile.learner),
        Request::Open { learner, .. }
        | Request::Append { learner, .. }
        | Request::PutDraft { learner, .. }
        | Request::DropDraft { learner, .. }
        | Request::ExportHead { learner }
        | Request::ExportEvents { learner, .. }
        | Request::Asked { learner, .. }
        | Request::About { learner }
        | Request::PutAbout { learner, .. }
        | Request::Erase { learner, .. } => Some(*learner),
        Request::Merge(import) => only_subject(import),
        Request::Learners | Request::Begin { .. } | Request::Readmit { .. } | Request::Cohort(_) | Request::Refresh => {
            None
        }
    }
}

/// Returns whether a request claims no other author than the learner.
fn speaks_for_itself(request: &Request) -> bool {
    match request {
        Request::Append { events, .. } => events.iter().all(|event| event.author == Author::Learner),
        Request::Learners
        | Request::Begin { .. }
        | Request::PutProfile(_)
        | Request::Open { .. }
        | Request::PutDraft { .. }
        | Request::DropDraft { .. }
        | Request::Asked { .. }
        | Request::ExportHead { .. }
        | Request::ExportEvents { .. }
        | Request::Merge(_)
        | Request::Erase { .. }
        | Request::Readmit { .. }
        | Request::About { .. }
        | Request::PutAbout { .. }
        | Request::Cohort(_)
        | Request::Refresh => true,
    }
}

/// Returns whom everything that comes from elsewhere is about; none where it is about several.
fn only_subject(import: &Import) -> Option<LearnerId> {
    let named = import.profile.iter().map(|profile| profile.learner);
    if import.cohort.is_some() {
        return None;
    }
    let mut all = named.chain(import.events.iter().map(|stored| stored.event().subject));
    let first = all.next()?;
    all.all(|learner| learner == first).then_some(first)
}

/// Returns whether a request needs the right to write.
pub(super) fn writes(request: &Request) -> bool {
    match request {
        Request::PutProfile(_)
        | Request::Append { .. }
        | Request::PutDraft { .. }
        | Request::DropDraft { .. }
        | Request::Merge(_)
        | Request::Erase { .. }
        | Request::PutAbout { .. }
        | Request::Readmit { .. } => true,
        Request::Cohort(request) => {
            matches!(**request, CohortRequest::Write { .. } | CohortRequest::SettleKeys { .. })
        }
        Request::Learners
        | Request::Begin { .. }
        | Request::Open { .. }
        | Request::Asked { .. }
        | Request::ExportHead { .. }
        | Request::ExportEvents { .. }
        | Request::About { .. }
        | Request::Refresh => false,
    }
}
