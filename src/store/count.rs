//! How everybody's first whole try at each quiz went, question by question and option by option.
//!
//! Apart because these figures belong to no learner: before the rows they rest on change, their share is taken out,
//! and afterwards it is put in again.

use std::collections::BTreeSet;

use super::attempt::Run;
use super::database::{Stop, Work};
use crate::id::LearnerId;

/// The answers of the first whole try of one run at one quiz.
const FIRST: &str = "SELECT coalesce((SELECT course FROM enrolment WHERE learner = ?1 AND enrolment = ?2), '') \
     AS course, ?3 AS quiz, question, key_hash, stands AS grade, options FROM answered \
     WHERE stands IS NOT NULL AND learner = ?1 AND enrolment = ?2 AND attempt = (SELECT attempt FROM attempt WHERE learner = ?1 \
     AND enrolment = ?2 AND quiz = ?3 AND finished IS NOT NULL ORDER BY started LIMIT 1)";

impl Work<'_> {
    /// Makes a change to rows that the counts of these quizzes rest on.
    pub(super) fn recount(
        &self,
        run: Run,
        quizzes: &BTreeSet<String>,
        change: impl FnOnce(&Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        for quiz in quizzes {
            if self.is_counted(run, quiz)? {
                self.count(run, quiz, -1)?;
            }
        }
        change(self)?;
        quizzes.iter().try_for_each(|quiz| self.count(run, quiz, 1))
    }

    /// Returns whether a run has a whole try at a quiz.
    fn is_counted(&self, run: Run, quiz: &str) -> Result<bool, Stop> {
        let sql = "SELECT EXISTS (SELECT 1 FROM attempt WHERE learner = ?1 AND enrolment = ?2 AND quiz = ?3 \
                   AND finished IS NOT NULL)";
        Ok(self.connection.prepare_cached(sql)?.query_row((run.0, run.1, quiz), |row| row.get(0))?)
    }

    /// Takes everything of one learner out of the counts.
    pub(super) fn uncount_learner(&self, learner: LearnerId) -> Result<(), Stop> {
        let mut query = self.connection.prepare_cached("SELECT DISTINCT enrolment FROM attempt WHERE learner = ?1")?;
        let runs = query.query_map([learner], |row| Ok((learner, row.get(0)?)))?.collect::<Result<Vec<Run>, _>>()?;
        for run in runs {
            self.quizzes_of(run)?.iter().try_for_each(|quiz| self.count(run, quiz, -1))?;
        }
        Ok(())
    }

    /// Returns the quizzes that a run has a whole try at.
    pub(super) fn quizzes_of(&self, run: Run) -> Result<Vec<String>, Stop> {
        let sql = "SELECT DISTINCT quiz FROM attempt WHERE learner = ?1 AND enrolment = ?2 AND quiz IS NOT NULL \
                   AND finished IS NOT NULL";
        let mut query = self.connection.prepare_cached(sql)?;
        let quizzes = query.query_map(run, |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(quizzes)
    }

    fn count(&self, run: Run, quiz: &str, sign: i64) -> Result<(), Stop> {
        let questions = format!(
            "INSERT INTO question_count (course, quiz, question, key_hash, answers, full, grades) \
             SELECT course, quiz, question, key_hash, ?4, ?4 * (grade = 10000), ?4 * grade FROM ({FIRST}) WHERE true \
             ON CONFLICT (course, quiz, question, key_hash) DO UPDATE SET answers = answers + excluded.answers, \
             full = full + excluded.full, grades = grades + excluded.grades"
        );
        let options = format!(
            "INSERT INTO option_count (course, quiz, question, key_hash, option, answers) \
             SELECT course, quiz, question, key_hash, chosen.value, ?4 \
             FROM ({FIRST}) AS first, json_each(first.options) AS chosen WHERE true \
             ON CONFLICT (course, quiz, question, key_hash, option) DO UPDATE SET answers = answers + excluded.answers"
        );
        for sql in [&questions, &options] {
            self.connection.prepare_cached(sql)?.execute((run.0, run.1, quiz, sign))?;
        }
        if sign < 0 {
            self.forget_zeros(quiz)?;
        }
        Ok(())
    }

    /// Drops counts that came down to nothing, so that the rows do not tell what had once been there.
    fn forget_zeros(&self, quiz: &str) -> Result<(), Stop> {
        for table in ["question_count", "option_count"] {
            let sql = format!("DELETE FROM {table} WHERE quiz = ?1 AND answers = 0");
            self.connection.prepare_cached(&sql)?.execute([quiz])?;
        }
        Ok(())
    }
}
