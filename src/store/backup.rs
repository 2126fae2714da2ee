//! Copies of a journal: made while it is in use, checked, and read back before anybody is told that there is one.
//!
//! Apart from opening, because a copy is made on request, before a journal is brought to a newer form, and before
//! another is put in its place. It never writes to the journal it copies.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::types::ValueRef;

use super::api::StoreError;
use super::failure::{from_sqlite, from_system};
use super::open;

/// How many of the copies that were made before a migration stay.
const KEPT: usize = 3;
/// How their names begin.
const BEFORE: &str = "before-form-";
/// As many files of one name as anybody may want in one folder.
const MOST: usize = 10_000;

/// Returns the folder for the copies of a journal.
pub fn folder(journal: &Path) -> PathBuf {
    journal.parent().unwrap_or(Path::new("")).join("backups")
}

/// Copies a journal, also one that is in use or was written by a newer Rundown, to a path that nothing has yet.
pub fn backup(journal: &Path, to: &Path) -> Result<(), StoreError> {
    let from = match open::joining(journal) {
        Err(StoreError::Newer { .. }) => open::reading(journal)?,
        joined => joined?,
    };
    copy(&from, journal, to)
}

/// Copies a journal before it is brought to a newer form; older such copies go.
pub(super) fn before_migration(connection: &Connection, journal: &Path, form: i64) -> Result<(), StoreError> {
    let folder = folder(journal);
    copy(connection, journal, &free(&folder, &format!("{BEFORE}{}", form + 1))?)?;
    forget_older(&folder).map_err(|e| from_system(&folder, &e))
}

fn forget_older(folder: &Path) -> io::Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(BEFORE) {
            found.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    found.sort();
    let many = found.len().saturating_sub(KEPT);
    found.into_iter().take(many).try_for_each(|(_, path)| fs::remove_file(path))
}

/// Returns the first of `name-1.db`, `name-2.db`, … that nothing has.
pub(super) fn free(folder: &Path, name: &str) -> Result<PathBuf, StoreError> {
    let paths = (1..MOST).map(|count| folder.join(format!("{name}-{count}.db")));
    let full = || StoreError::Io { path: folder.to_owned(), reason: "it holds too many backups".to_owned() };
    paths.into_iter().find(|path| !path.exists()).ok_or_else(full)
}

/// Copies what a connection sees; the file stands whole under its name or not at all.
pub(super) fn copy(from: &Connection, journal: &Path, to: &Path) -> Result<(), StoreError> {
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    open::make_folder(folder).map_err(|e| from_system(folder, &e))?;
    let new = tempfile::Builder::new().prefix(".backup-").tempfile_in(folder).map_err(|e| from_system(folder, &e))?;
    let written = write(from, new.path()).map_err(|e| from_sqlite(journal, &e))?;
    new.as_file().sync_all().map_err(|e| from_system(to, &e))?;
    let back = open::reading(new.path())?;
    sound(&back, journal)?;
    if digest(&back).map_err(|e| from_sqlite(to, &e))? != written {
        let reason = "the disk did not keep what was written".to_owned();
        return Err(StoreError::Io { path: to.to_owned(), reason });
    }
    drop(back);
    let file = new.persist_noclobber(to).map_err(|e| from_system(to, &e.error))?;
    open::settle(&file, folder).map_err(|e| from_system(to, &e))
}

/// Writes the pages, and returns the digest of what was to be written.
fn write(from: &Connection, path: &Path) -> rusqlite::Result<blake3::Hash> {
    // All that follows sees the journal at one moment.
    let seen = from.unchecked_transaction()?;
    let mut to = Connection::open(path)?;
    to.execute_batch("PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON;")?;
    all_pages(&seen, &mut to)?;
    to.pragma_update(None, "journal_mode", "DELETE")?;
    to.close().map_err(|(_, error)| error)?;
    digest(&seen)
}

/// Puts all pages of one database in the place of another's.
pub(super) fn all_pages(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
    let step = Backup::new(from, to)?.step(-1)?;
    if step == StepResult::Done { Ok(()) } else { Err(rusqlite::Error::SqliteFailure(busy, None)) }
}

/// Refuses a database that SQLite finds a fault in.
pub(super) fn sound(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let found: String =
        connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(|e| from_sqlite(path, &e))?;
    if found == "ok" { Ok(()) } else { Err(StoreError::Damaged { path: path.to_owned(), reason: found }) }
}

/// Hashes every row of every table.
fn digest(connection: &Connection) -> rusqlite::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let tables = tables.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for table in tables {
        hasher.update(table.as_bytes());
        let mut query = connection.prepare(&format!("SELECT * FROM \"{}\"", table.replace('"', "\"\"")))?;
        let columns = query.column_count();
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                add(&mut hasher, row.get_ref(column)?);
            }
        }
    }
    Ok(hasher.finalize())
}

fn add(hasher: &mut blake3::Hasher, value: ValueRef<'_>) {
    let number;
    let (sort, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(value) => {
            number = value.to_le_bytes();
            (1, &number)
        }
        ValueRef::Real(value) => {
            number = value.to_le_bytes();
            (2, &number)
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hasher.update(&[sort]).update(&bytes.len().to_le_bytes()).update(bytes);
}

/// Brings a file that was moved to the disk.
pub(super) fn settle_folder(folder: &Path) -> Result<(), StoreError> {
    let opened = if cfg!(unix) { File::open(folder).and_then(|folder| folder.sync_all()) } else { Ok(()) };
    opened.map_err(|e| from_system(folder, &e))
}
