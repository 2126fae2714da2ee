//! From a path to a connection that is known to be safe, or a reason why not.
//!
//! Apart because opening decides what may never happen later: a newer, damaged or foreign file is left as it is, a
//! new one appears whole under its name or not at all, and the settings that durability rests on are read back.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use super::api::StoreError;
use super::backup;
use super::failure::{from_sqlite, from_system};
use super::migrate::{self, NEWEST};

/// `RNDN` in the file's header.
const APPLICATION: i32 = 0x524e_444e;
/// The first SQLite without the fault that corrupts a log which several connections write.
const LEAST_SQLITE: i32 = 3_051_003;
/// The log is emptied when the store is idle; this many pages (64 MiB) are the limit for a store that never is.
const LOG_LIMIT: i64 = 16_384;

/// Opens the journal at `path`, making folder and file where there are none.
pub(super) fn file(path: &Path) -> Result<Connection, StoreError> {
    if rusqlite::version_number() < LEAST_SQLITE {
        let reason = format!("SQLite {} is too old", rusqlite::version());
        return Err(StoreError::Unsafe { path: path.to_owned(), reason });
    }
    if !path.try_exists().map_err(|e| from_system(path, &e))? {
        create(path)?;
    }
    connect(path)
}

/// Opens a journal that is gone with the process.
pub(super) fn memory() -> Result<Connection, StoreError> {
    let path = Path::new(":memory:");
    let open = || {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;")?;
        migrate::up(&mut connection)?;
        Ok(connection)
    };
    open().map_err(|e| from_sqlite(path, &e))
}

/// Makes an empty journal beside its final name and then gives it that name, so that nobody ever sees half of one.
fn create(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_folder(folder).map_err(|e| from_system(folder, &e))?;
    let new = tempfile::Builder::new().prefix(".journal-").suffix(".new").tempfile_in(folder);
    let new = new.map_err(|e| from_system(folder, &e))?;
    fill(new.path()).map_err(|e| from_sqlite(path, &e))?;
    match new.persist_noclobber(path) {
        Ok(file) => settle(&file, folder).map_err(|e| from_system(path, &e)),
        // Another process was quicker; its journal is as good as ours.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(from_system(path, &error.error)),
    }
}

fn fill(path: &Path) -> rusqlite::Result<()> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch("PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON;")?;
    connection.pragma_update(None, "application_id", APPLICATION)?;
    migrate::up(&mut connection)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.close().map_err(|(_, error)| error)
}

#[cfg(unix)]
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Brings the file and its name to the disk.
#[cfg(unix)]
pub(super) fn settle(file: &File, folder: &Path) -> io::Result<()> {
    file.sync_all()?;
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) fn settle(file: &File, _folder: &Path) -> io::Result<()> {
    file.sync_all()
}

/// Refuses what is not ours by its first 100 bytes, before SQLite could touch it; returns its form.
fn inspect(path: &Path) -> Result<i64, StoreError> {
    let mut header = [0; 100];
    let mut file = File::open(path).map_err(|e| from_system(path, &e))?;
    let read = file.read_exact(&mut header);
    let foreign = |reason: &str| Err(StoreError::Foreign { path: path.to_owned(), reason: reason.to_owned() });
    match read {
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return foreign("it is empty or cut short"),
        Err(e) => return Err(from_system(path, &e)),
        Ok(()) => {}
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return foreign("it is no database");
    }
    if number(&header, 68) != i64::from(APPLICATION) {
        return foreign("it is the database of another program");
    }
    Ok(number(&header, 60))
}

/// Returns the path of a file that SQLite keeps beside a database: `-wal`, `-shm`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push(ending);
    name.into()
}

fn number(header: &[u8; 100], offset: usize) -> i64 {
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&header[offset..offset + 4]);
    i64::from(u32::from_be_bytes(bytes))
}

/// Refuses what a newer program wrote.
pub(super) fn refuse_newer(path: &Path, found: i64) -> Result<(), StoreError> {
    if found > NEWEST {
        return Err(StoreError::Newer { path: path.to_owned(), found, known: NEWEST });
    }
    Ok(())
}

/// Returns the form of a database.
pub(super) fn form(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(|e| from_sqlite(path, &e))
}

/// Opens a journal or a backup for reading only: nothing of it changes, whatever its form. One that has no log is
/// read without looking for others, because even a look would leave files beside it.
pub(super) fn reading(path: &Path) -> Result<Connection, StoreError> {
    inspect(path)?;
    let rests = fs::metadata(beside(path, "-wal")).map_or(true, |log| log.len() == 0);
    let immutable = if rests { "&immutable=1" } else { "" };
    let uri = format!("file:{}?mode=ro{immutable}", encoded(path));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let mut connection = Connection::open_with_flags(uri, flags).map_err(|e| from_sqlite(path, &e))?;
    connection.busy_handler(Some(wait_for_others)).map_err(|e| from_sqlite(path, &e))?;
    connection.execute_batch("PRAGMA trusted_schema = OFF").map_err(|e| from_sqlite(path, &e))?;
    Ok(connection)
}

/// Writes a path as part of a URI.
fn encoded(path: &Path) -> String {
    let mut text = String::new();
    let bytes = path.as_os_str().as_encoded_bytes();
    if cfg!(windows) && bytes.get(1) == Some(&b':') {
        text.push('/');
    }
    for byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => text.push('/'),
            b'/' | b'.' | b'-' | b'_' | b':' => text.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => text.push(char::from(*byte)),
            byte => text.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    text
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
}

/// Opens a journal as it is, beside others that may have it open; one of a newer form is refused.
pub(super) fn joining(path: &Path) -> Result<Connection, StoreError> {
    refuse_newer(path, inspect(path)?)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let in_file = |e: rusqlite::Error| from_sqlite(path, &e);
    let mut connection = Connection::open_with_flags(path, flags).map_err(in_file)?;
    connection.busy_handler(Some(wait_for_others)).map_err(in_file)?;
    // A newer program may have left its version in the log only: look before anything can be written back.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(in_file)?;
    refuse_newer(path, form(&connection, path)?)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(in_file)?;
    if connection.is_readonly("main").map_err(in_file)? {
        let reason = "it is read-only".to_owned();
        return Err(StoreError::ReadOnly { path: path.to_owned(), reason });
    }
    Ok(connection)
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = joining(path)?;
    let in_file = |e: rusqlite::Error| from_sqlite(path, &e);
    // Plans do not look at the values that are bound: else each new learner would have every statement planned anew.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(in_file)?;
    set(&connection).map_err(in_file)?;
    verify(path, &connection)?;
    let form = form(&connection, path)?;
    if form < NEWEST {
        backup::before_migration(&connection, path, form)?;
        migrate::up(&mut connection).map_err(in_file)?;
    }
    close_to_others(path).map_err(|e| from_system(path, &e))?;
    Ok(connection)
}

fn set(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON; \
         PRAGMA wal_autocheckpoint = {LOG_LIMIT}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; \
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
    ))
}

/// Reads back what durability rests on.
fn verify(path: &Path, connection: &Connection) -> Result<(), StoreError> {
    let read = |name: &str| -> Result<String, StoreError> {
        let text = connection.pragma_query_value(None, name, |row| row.get::<_, Value>(0)).map(|value| match value {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
        });
        text.map_err(|e| from_sqlite(path, &e))
    };
    for (name, wanted) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("mmap_size", "0")] {
        let found = read(name)?;
        if found != wanted {
            let reason = format!("the setting {name} stays at {found} instead of {wanted}");
            return Err(StoreError::Unsafe { path: path.to_owned(), reason });
        }
    }
    Ok(())
}

/// Waits while another connection writes; gives up after about half a minute. SQLite's own waiting steps grow to a
/// tenth of a second, which starves somebody when a room full of programs writes to one journal.
fn wait_for_others(tries: i32) -> bool {
    std::thread::sleep(Duration::from_millis(if tries < 50 { 1 } else { 5 }));
    tries < 6_000
}

/// Takes the file away from everybody but its owner; on disks without permissions there is nothing to take.
#[cfg(unix)]
fn close_to_others(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)?.permissions().mode();
    if mode % 0o100 == 0 {
        return Ok(());
    }
    match fs::set_permissions(path, fs::Permissions::from_mode(0o600)) {
        Err(e) if e.kind() == io::ErrorKind::PermissionDenied || e.kind() == io::ErrorKind::Unsupported => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn close_to_others(_path: &Path) -> io::Result<()> {
    Ok(())
}
