//! Deleting a learner: every row, and then every byte.
//!
//! Apart from the other requests because a deletion does not end with its transaction: free pages, the log and our
//! own backups hold the bytes too. A tombstone by id is left; it is local, and no file carries it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::api::{Answer, StoreError};
use super::database::{Database, Stop, Work};
use super::failure::{from_sqlite, from_system};
use super::project::PROJECTED;
use super::{backup, copy, open};
use crate::clock::Timestamp;
use crate::id::LearnerId;

/// Each table that holds rows of one learner beside those that follow from events, with the column that says whose.
const OWNED: [(&str, &str); 7] = [
    ("cohort_learner", "learner"),
    ("anew", "learner"),
    ("event", "subject"),
    ("conflict", "subject"),
    ("draft", "learner"),
    ("learner", "id"),
    ("cohort", "id"),
];

impl Work<'_> {
    /// Takes every row of a learner away and leaves a tombstone. Somebody who was deleted before is deleted again: a
    /// first time may have been stopped before all bytes were gone.
    pub(super) fn erase(&mut self, learner: LearnerId, at: Timestamp) -> Result<Answer, Stop> {
        if !self.buried()?.contains(&learner) && !self.is_cohort(learner)? {
            self.profile(learner)?;
        }
        let projected = PROJECTED.map(|table| (table, "learner"));
        for (table, column) in projected.into_iter().chain(OWNED) {
            let sql = format!("DELETE FROM {table} WHERE {column} = ?1");
            self.connection.prepare_cached(&sql)?.execute([learner])?;
        }
        let sql = "DELETE FROM cohort_learner WHERE cohort = ?1";
        self.connection.prepare_cached(sql)?.execute([learner])?;
        // Questions are the course's; with nobody left who was asked them they only tell what somebody was asked.
        self.connection.execute("DELETE FROM asked WHERE NOT EXISTS (SELECT 1 FROM learner)", [])?;
        self.bury(learner, at.0)?;
        self.changed.push(learner);
        Ok(Answer::Erased)
    }

    /// Remembers that a learner was deleted here.
    pub(super) fn bury(&self, learner: LearnerId, at: i64) -> Result<(), Stop> {
        let sql = "INSERT INTO tombstone (learner, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.connection.prepare_cached(sql)?.execute((learner, at))?;
        Ok(())
    }

    /// Lets the data of a deleted learner in again.
    pub(super) fn unbury(&self, learner: LearnerId) -> Result<Answer, Stop> {
        self.connection.prepare_cached("DELETE FROM tombstone WHERE learner = ?1")?.execute([learner])?;
        Ok(Answer::Readmitted)
    }

    /// Returns who was deleted here.
    pub(super) fn buried(&self) -> Result<BTreeSet<LearnerId>, Stop> {
        let mut query = self.connection.prepare_cached("SELECT learner FROM tombstone")?;
        let found = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    /// Deletes who was deleted before; returns which learners and which cohorts were here.
    fn take_out(&mut self, buried: &BTreeMap<LearnerId, Timestamp>) -> Result<(Vec<LearnerId>, Vec<LearnerId>), Stop> {
        let (mut learners, mut cohorts) = (Vec::new(), Vec::new());
        for (subject, at) in buried {
            if self.is_known(*subject)? {
                learners.push(*subject);
            } else if self.is_cohort(*subject)? {
                cohorts.push(*subject);
            }
            self.bury(*subject, at.0)?;
        }
        // When they were deleted is said by now, and stays.
        learners.iter().chain(&cohorts).try_for_each(|subject| self.erase(*subject, Timestamp::default()).map(drop))?;
        Ok((learners, cohorts))
    }

    /// Refuses a learner who was deleted here.
    pub(super) fn refuse_buried(&self, learner: LearnerId) -> Result<(), Stop> {
        if self.buried()?.contains(&learner) { Err(StoreError::Deleted(learner).into()) } else { Ok(()) }
    }
}

impl Database {
    /// Makes the rows that are deleted from here on leave nothing in their pages.
    pub(super) fn delete_securely(&self) -> Result<(), StoreError> {
        self.connection.execute_batch("PRAGMA secure_delete = ON").map_err(|e| from_sqlite(&self.path, &e))
    }

    /// Takes the bytes of deleted learners out of free pages, the log, and our own backups.
    pub(super) fn wipe(&mut self, learners: &[LearnerId]) -> Result<(), StoreError> {
        if self.is_in_memory() {
            return Ok(());
        }
        let in_file = |e: rusqlite::Error| from_sqlite(&self.path, &e);
        self.connection.execute_batch("VACUUM").map_err(in_file)?;
        let busy: bool =
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(in_file)?;
        if busy {
            return Err(StoreError::Busy(self.path.clone()));
        }
        let folder = backup::folder(&self.path);
        learners.iter().try_for_each(|learner| rewrite_all(&folder, *learner))
    }

    /// Deletes those who were deleted before and are here again, bytes and all, and remembers when all of them were;
    /// returns how many learners that took.
    pub(super) fn leave_out(&mut self, buried: &BTreeMap<LearnerId, Timestamp>) -> Result<usize, StoreError> {
        if buried.is_empty() {
            return Ok(0);
        }
        self.delete_securely()?;
        let (learners, cohorts) = self.alone(|work| work.take_out(buried))?;
        self.wipe(&[learners.clone(), cohorts].concat())?;
        Ok(learners.len())
    }
}

/// Writes every backup that knows a learner anew without them; one that nobody else is in goes, and so does one that
/// cannot be read, and what was left behind half written.
fn rewrite_all(folder: &Path, learner: LearnerId) -> Result<(), StoreError> {
    if !folder.exists() {
        return Ok(());
    }
    let at_folder = |e: std::io::Error| from_system(folder, &e);
    // What is written meanwhile stands in the same folder: the list is made first.
    let entries = fs::read_dir(folder).and_then(std::iter::Iterator::collect::<Result<Vec<_>, _>>);
    let paths: Vec<_> = entries.map_err(at_folder)?.into_iter().map(|entry| entry.path()).collect();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_left_behind = name.starts_with(".backup-") || name.ends_with("-journal") || name.ends_with("-shm");
        if is_left_behind {
            remove(&path)?;
        } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("db")) {
            rewrite(&path, learner)?;
        }
    }
    backup::settle_folder(folder)
}

fn remove(path: &Path) -> Result<(), StoreError> {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    gone.map_err(|e| from_system(path, &e))
}

fn rewrite(path: &Path, learner: LearnerId) -> Result<(), StoreError> {
    let log = open::beside(path, "-wal");
    if !knows(path, learner)? && !knows(&log, learner)? {
        return Ok(());
    }
    let others = without(path, learner)?;
    if let Some(new) = others {
        let folder = path.parent().unwrap_or(Path::new("."));
        let whole = backup::free(folder, "rewritten")?;
        backup::backup(&new.path().join("journal.db"), &whole)?;
        fs::rename(&whole, path).map_err(|e| from_system(path, &e))?;
    } else {
        remove(path)?;
    }
    if log.exists() { remove(&log) } else { Ok(()) }
}

/// Returns whether the bytes of a file name a learner.
fn knows(path: &Path, learner: LearnerId) -> Result<bool, StoreError> {
    if !path.exists() {
        return Ok(false);
    }
    let bytes = fs::read(path).map_err(|e| from_system(path, &e))?;
    let (raw, text) = (learner.bits().to_be_bytes(), learner.to_string());
    Ok(bytes.windows(16).any(|found| found == raw) || bytes.windows(32).any(|found| found == text.as_bytes()))
}

/// Makes a journal of everything in a backup but one learner; none where nobody is left in it.
fn without(path: &Path, learner: LearnerId) -> Result<Option<tempfile::TempDir>, StoreError> {
    let Ok(from) = open::reading(path) else { return Ok(None) };
    let folder = path.parent().unwrap_or(Path::new("."));
    let work = tempfile::Builder::new().prefix(".backup-").tempdir_in(folder).map_err(|e| from_system(folder, &e))?;
    let mut into = Database::open(&work.path().join("journal.db"))?;
    let copied = copy::copy(&from, &mut into, Some(learner))?;
    Ok((copied.learners + copied.events > 0).then_some(work))
}
