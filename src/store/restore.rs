//! Putting a backup in the place of the journal, and saving what can be read of a damaged one.
//!
//! Apart from making backups. What stood there is kept as a backup of its own, never destroyed; what was deleted here
//! stays deleted. A restored journal needs no care when it meets later files: whoever opens it is a new writer.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::api::{Copied, StoreError};
use super::database::Database;
use super::failure::{from_sqlite, from_system};
use super::{backup, copy, open};
use crate::clock::Timestamp;
use crate::id::LearnerId;

/// How long another program may still take to close the journal.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the journal that stood there is now; none where there was none.
    pub aside: Option<PathBuf>,
    /// How many learners of the backup were left out, because they had been deleted here.
    pub left_out: usize,
}

/// Puts a backup in the place of a journal that no program has open.
pub fn restore(journal: &Path, from: &Path) -> Result<Restored, StoreError> {
    let source = open::reading(from)?;
    open::refuse_newer(from, open::form(&source, from)?)?;
    backup::sound(&source, from)?;
    let (aside, buried) = if journal.exists() { replace(journal, &source)? } else { (None, Buried::new()) };
    if !journal.exists() {
        backup::copy(&source, from, journal)?;
    }
    let left_out = Database::open(journal)?.leave_out(&buried)?;
    Ok(Restored { aside, left_out })
}

/// Who was deleted here, and when.
type Buried = BTreeMap<LearnerId, Timestamp>;
type Aside = (Option<PathBuf>, Buried);

/// Keeps what stands there, then writes the backup over it; a journal that cannot be copied is moved away.
fn replace(journal: &Path, source: &Connection) -> Result<Aside, StoreError> {
    match over(journal, source) {
        Err(StoreError::Damaged { .. } | StoreError::Foreign { .. }) => {
            move_away(journal).map(|aside| (Some(aside), Buried::new()))
        }
        done => done,
    }
}

fn over(journal: &Path, source: &Connection) -> Result<Aside, StoreError> {
    let mut live = open::joining(journal)?;
    let in_journal = |e: rusqlite::Error| from_sqlite(journal, &e);
    live.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(in_journal)?;
    live.busy_timeout(PATIENCE).map_err(in_journal)?;
    // Whoever has the journal open holds a lock that this one does not stand beside.
    live.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK;").map_err(in_journal)?;
    let aside = backup::free(&backup::folder(journal), "before-restore")?;
    backup::copy(&live, journal, &aside)?;
    let buried = buried(&live).map_err(in_journal)?;
    live.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(in_journal)?;
    live.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;").map_err(in_journal)?;
    backup::all_pages(source, &mut live).map_err(in_journal)?;
    live.close().map_err(|(_, e)| in_journal(e))?;
    Ok((Some(aside), buried))
}

/// Returns who was deleted here; older forms know nobody.
fn buried(live: &Connection) -> rusqlite::Result<Buried> {
    if !live.table_exists(None, "tombstone")? {
        return Ok(Buried::new());
    }
    let mut query = live.prepare("SELECT learner, at FROM tombstone")?;
    query.query_map([], |row| Ok((row.get(0)?, Timestamp(row.get(1)?))))?.collect()
}

fn move_away(journal: &Path) -> Result<PathBuf, StoreError> {
    let folder = backup::folder(journal);
    open::make_folder(&folder).map_err(|e| from_system(&folder, &e))?;
    let aside = backup::free(&folder, "damaged")?;
    fs::rename(journal, &aside).map_err(|e| from_system(journal, &e))?;
    for ending in ["-wal", "-shm"] {
        let (from, to) = (open::beside(journal, ending), open::beside(&aside, ending));
        if from.exists() {
            fs::rename(&from, &to).map_err(|e| from_system(&from, &e))?;
        }
    }
    backup::settle_folder(&folder)?;
    Ok(aside)
}

/// Copies what can be read of a damaged journal to a new backup; the damaged one stays as it is. Returns where, and how
/// much it is.
pub fn salvage(journal: &Path) -> Result<(PathBuf, Copied), StoreError> {
    let folder = backup::folder(journal);
    open::make_folder(&folder).map_err(|e| from_system(&folder, &e))?;
    let to = backup::free(&folder, "salvaged")?;
    let work = tempfile::Builder::new().prefix(".backup-").tempdir_in(&folder).map_err(|e| from_system(&folder, &e))?;
    let new = work.path().join("journal.db");
    let mut into = Database::open(&new)?;
    let mut copied = match open::reading(journal) {
        Ok(from) => copy::copy(&from, &mut into, None)?,
        Err(_) => Copied { damaged: true, ..Copied::default() },
    };
    if copied.damaged {
        for path in [journal.to_owned(), open::beside(journal, "-wal")] {
            copied = copied.and(scan(&path, &mut into)?);
        }
    }
    drop(into);
    backup::backup(&new, &to)?;
    Ok((to, copied))
}

fn scan(path: &Path, into: &mut Database) -> Result<Copied, StoreError> {
    if !path.exists() {
        return Ok(Copied::default());
    }
    let bytes = fs::read(path).map_err(|e| from_system(path, &e))?;
    copy::join(&copy::scan(&bytes), into)
}
