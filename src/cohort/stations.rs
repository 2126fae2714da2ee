//! The stations of a cohort: how many came from each, how far they are, how good their desk work is, what they sent since.
//!
//! Apart from the matrix because a member organisation asks for its own people as one, not one by one.

use std::collections::BTreeMap;

use super::columns::What;
use super::matrix::{Cell, Matrix, Row};
use super::uploads::{Said, Uploads};
use crate::assess::Grade;
use crate::id::LearnerId;
use crate::pattern::fold;

/// One station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// Its name, as most of its people write it; empty for those who named none.
    pub name: String,
    /// How many came from it.
    pub people: usize,
    /// The share of lessons, tests and works that are done.
    pub progress: Grade,
    /// Pieces of desk work that were handed in, each counted once a person.
    pub works: usize,
    /// The mean of their best grades; none before the first.
    pub quality: Option<Grade>,
    /// How many of them pass.
    pub passed: usize,
    /// What they sent to the exchange since the course; none where nobody said.
    pub uploads: Option<Uploads>,
}

/// Returns the stations by name; names that differ in case or accents only are one.
pub fn stations(matrix: &Matrix, said: &BTreeMap<LearnerId, Said>) -> Vec<Station> {
    let mut by_name: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in &matrix.rows {
        by_name.entry(fold(&row.person.member)).or_default().push(row);
    }
    by_name.into_values().map(|rows| one(matrix, &rows, said)).collect()
}

/// Returns what some people come to as one; the name is that of the station most of them come from.
pub fn one(matrix: &Matrix, rows: &[&Row], said: &BTreeMap<LearnerId, Said>) -> Station {
    let works: Vec<(Grade, bool)> = rows.iter().flat_map(|row| works(matrix, row)).collect();
    let done = rows.iter().map(|row| row.done).sum();
    Station {
        name: usual_name(rows),
        people: rows.len(),
        progress: Grade::share(done, rows.len() * matrix.columns.len()),
        works: works.len(),
        quality: (!works.is_empty()).then(|| Grade::mean(works.iter().map(|(best, _)| *best))),
        passed: works.iter().filter(|(_, passed)| *passed).count(),
        uploads: Uploads::of(rows.iter().map(|row| row.person.learner), said),
    }
}

/// Returns the best grades of one person's desk work, and whether each passes.
fn works(matrix: &Matrix, row: &Row) -> Vec<(Grade, bool)> {
    let of_cell = |(what, cell): (&What, &Cell)| match what {
        What::Work(_) => cell.best.map(|best| (best, cell.passed)),
        What::Lesson(_) => cell.work.as_ref().and_then(|work| work.best.map(|best| (best, work.passed))),
        What::Test(_) => None,
    };
    matrix.columns.iter().map(|column| &column.what).zip(&row.cells).filter_map(of_cell).collect()
}

fn usual_name(rows: &[&Row]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(&row.person.member).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
