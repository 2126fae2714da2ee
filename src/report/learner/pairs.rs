//! What was done as a pair, and with whom.
//!
//! Apart because names are not in events: they are looked up on this machine, and an id stands where nobody knows one.

use std::collections::BTreeMap;

use super::Maker;
use crate::id::LearnerId;
use crate::report::{Cell, Clean};

impl Maker<'_> {
    /// Returns a note for each colleague with whom a quiz or a piece of desk work was done.
    pub(super) fn pair_notes(&self) -> Vec<Clean> {
        let mut done: BTreeMap<LearnerId, Vec<String>> = BTreeMap::new();
        for (_, attempt) in self.run.attempts_at(|_| true) {
            if let (Some(other), Some(quiz)) = (attempt.pair(), attempt.quiz()) {
                done.entry(other).or_default().push(self.title(quiz));
            }
        }
        for (_, work) in self.run.desk_work.tries(|_| true) {
            if let Some(other) = work.pair {
                done.entry(other).or_default().push(self.exercise_title(&work.result.exercise));
            }
        }
        done.into_iter().map(|(other, titles)| self.pair_note(other, titles)).collect()
    }

    fn pair_note(&self, other: LearnerId, mut titles: Vec<String>) -> Clean {
        let mut seen = std::collections::BTreeSet::new();
        titles.retain(|title| seen.insert(title.clone()));
        let name = self.sources.learner.others.get(&other).cloned().unwrap_or_else(|| other.to_string());
        self.say("report-note-pair", &[("name", name.into()), ("what", titles.join("; ").into())])
    }

    /// Returns who sat there too, for programs.
    pub(super) fn pair_cell(others: impl IntoIterator<Item = LearnerId>) -> Cell {
        let ids: std::collections::BTreeSet<String> = others.into_iter().map(|other| other.to_string()).collect();
        if ids.is_empty() {
            return Cell::nothing();
        }
        Cell::text(&ids.into_iter().collect::<Vec<_>>().join(" "))
    }
}
