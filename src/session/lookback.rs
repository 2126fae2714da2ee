//! Looking back on a quiz or a test that was answered to its end.
//!
//! Apart from sitting one because nothing can be answered here: questions, answers and grades stand as they were given,
//! in the words of today.

use super::sitting::Sitting;
use super::{Effects, Session};
use crate::course::Faults;
use crate::id::{AttemptId, QuizId};

impl Session {
    /// Returns whether a quiz or a test was answered to its end.
    pub fn has_finished(&self, quiz: &QuizId) -> bool {
        self.last_whole(quiz).is_some()
    }

    /// Lays the last whole attempt at a quiz or a test out to look back on; says whether there is one. An attempt whose
    /// questions the course has lost cannot be shown.
    pub fn look_back_at_quiz(&mut self, quiz: &QuizId) -> Result<(bool, Effects), Faults> {
        let Some(attempt) = self.last_whole(quiz) else { return Ok((false, Effects::new())) };
        let Some(sitting) = self.resumed(quiz, attempt)?.filter(Sitting::is_over) else {
            return Ok((false, Effects::new()));
        };
        let effects = self.leave_sitting();
        self.sitting = Some(sitting);
        Ok((true, effects))
    }

    fn last_whole(&self, quiz: &QuizId) -> Option<AttemptId> {
        let attempts = self.learning()?.run()?.attempts.iter();
        let whole = attempts.filter(|(_, tried)| tried.quiz() == Some(quiz) && tried.is_whole());
        whole.max_by_key(|(_, tried)| tried.started()).map(|(attempt, _)| *attempt)
    }
}
