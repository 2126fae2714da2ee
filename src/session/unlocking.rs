//! Tests that open with a trainer's code: whether one is asked for, and what the right one comes to.
//!
//! Apart from sitting because a code says nothing of what is asked. It says that a trainer was there: an attempt that was
//! begun with it is supervised, and every other is not. Going on with one that was left takes the code once more.

use super::Session;
use super::sitting::Purpose;
use crate::cohort::invitation::KEPT;
use crate::cohort::{Invitation, lock};
use crate::id::{CohortId, QuizId};
use crate::journal::Attempt;

/// A test that the right code was given for, and whose code it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opened {
    quiz: QuizId,
    cohort: CohortId,
}

impl Session {
    /// Returns whether a trainer's code has to be given before this can be sat.
    pub fn needs_code(&self, quiz: &QuizId) -> bool {
        let is_open = self.opened.as_ref().is_some_and(|opened| opened.quiz == *quiz);
        !is_open && !self.is_sitting(quiz) && !self.locking(quiz).is_empty()
    }

    /// Tries a code; if it is right, the test can be sat once. Says whether it was.
    pub fn give_code(&mut self, quiz: &QuizId, code: &str) -> bool {
        let QuizId::Test(test) = quiz else { return false };
        let workshops = self.locking(quiz);
        let locks = workshops.iter().map(|workshop| (workshop.cohort, &workshop.locks));
        self.opened = lock::opened(locks, test, code).map(|cohort| Opened { quiz: quiz.clone(), cohort });
        self.opened.is_some()
    }

    /// Returns whether the test that is sat was begun with a trainer's code; none where no test is sat.
    pub fn is_supervised(&self) -> Option<bool> {
        let Purpose::Attempt { attempt, quiz: QuizId::Test(_), .. } = &self.sitting()?.purpose else {
            return None;
        };
        let tried = self.learning()?.run()?.attempts.get(attempt);
        Some(tried.is_some_and(Attempt::is_supervised))
    }

    /// Returns the cohort whose code was given for a test; it is good for one time.
    pub(super) fn take_opened(&mut self, quiz: &QuizId) -> Option<CohortId> {
        self.opened.take().filter(|opened| opened.quiz == *quiz).map(|opened| opened.cohort)
    }

    /// Returns the workshops of this learner that lock a test.
    fn locking(&self, quiz: &QuizId) -> Vec<Invitation> {
        let (QuizId::Test(test), Some(learning)) = (quiz, self.learning()) else { return Vec::new() };
        let joined = learning.draft_keys().filter(|key| key.starts_with(KEPT));
        let workshops = joined.filter_map(|key| learning.draft::<Invitation>(key));
        workshops.filter(|workshop| workshop.locks.contains_key(test)).collect()
    }
}
