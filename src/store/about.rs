//! What learners say about themselves, as a column of the profile.
//!
//! Apart from name and station, which are asked of everybody: this is asked only where a trainer turned it on.

use rusqlite::OptionalExtension as _;

use super::api::{Answer, StoreError};
use super::database::{Stop, Work};
use crate::id::LearnerId;
use crate::journal::About;

impl Work<'_> {
    /// Returns what a learner said about themselves.
    pub(super) fn about(&self, learner: LearnerId) -> Result<About, Stop> {
        let mut query = self.connection.prepare_cached("SELECT about FROM learner WHERE id = ?1")?;
        let json: Option<String> = query.query_row([learner], |row| row.get(0)).optional()?;
        self.read_about(&json.ok_or(StoreError::NoLearner(learner))?)
    }

    /// Reads what was said.
    pub(super) fn read_about(&self, json: &str) -> Result<About, Stop> {
        serde_json::from_str(json).map_err(|error| self.damaged(&error.to_string()))
    }

    /// Replaces what a learner said about themselves.
    pub(super) fn put_about(&mut self, learner: LearnerId, about: &About) -> Result<Answer, Stop> {
        let json = serde_json::to_string(about).map_err(|error| self.damaged(&error.to_string()))?;
        let sql = "UPDATE learner SET about = ?2 WHERE id = ?1";
        if self.connection.prepare_cached(sql)?.execute((learner, json))? == 0 {
            return Err(StoreError::NoLearner(learner).into());
        }
        self.changed.push(learner);
        Ok(Answer::About(about.clone()))
    }

    /// Takes what comes from elsewhere where nothing is known yet.
    pub(super) fn supply_about(&self, learner: LearnerId, about: &About) -> Result<(), Stop> {
        if about.is_empty() {
            return Ok(());
        }
        let json = serde_json::to_string(about).map_err(|error| self.damaged(&error.to_string()))?;
        let sql = "UPDATE learner SET about = ?2 WHERE id = ?1 AND about = '{}'";
        self.connection.prepare_cached(sql)?.execute((learner, json))?;
        Ok(())
    }
}
