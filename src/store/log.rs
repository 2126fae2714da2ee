//! The write-ahead log, looked after when nothing else is to do.
//!
//! Apart from the transactions, which never wait for this. A commit that lengthens a file must bring the file's new
//! length to the disk too, which takes as long as the bytes themselves. So the log is given room ahead of time, and is
//! written over from its beginning once its part in use grows: a commit in between is one sync of bytes that the file
//! has already.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::open;

/// Bytes that the log has room for, without growing.
const ROOM: u64 = 512 << 10;
/// Bytes in use from which the next quiet moment empties the log.
const MUCH: u64 = ROOM / 2;

/// The log of one journal.
#[derive(Debug)]
pub(super) struct Log {
    file: Option<PathBuf>,
    /// Something may be to do in the next quiet moment.
    pub(super) wants_quiet: bool,
}

impl Log {
    /// The log of the journal at `path`, which has no room yet.
    pub(super) fn beside(path: &Path) -> Self {
        Self { file: Some(open::beside(path, "-wal")), wants_quiet: true }
    }

    /// A journal in memory has none.
    pub(super) fn none() -> Self {
        Self { file: None, wants_quiet: false }
    }

    /// Returns whether the journal is in memory.
    pub(super) fn is_none(&self) -> bool {
        self.file.is_none()
    }

    /// Gives the log its room, and empties it when much of that is used.
    pub(super) fn tidy(&self, connection: &Connection) -> rusqlite::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let length = fs::metadata(file).map_or(0, |found| found.len());
        if length < ROOM {
            lengthen(connection, ROOM - length)?;
        } else if in_use(connection)? < MUCH {
            return Ok(());
        }
        empty(connection)
    }
}

/// Lets as many bytes go through the log. They leave empty pages in the journal, which it fills later.
fn lengthen(connection: &Connection, bytes: u64) -> rusqlite::Result<()> {
    connection.execute("UPDATE touch SET room = zeroblob(?1)", [bytes])?;
    connection.execute("UPDATE touch SET room = NULL", []).map(|_| ())
}

/// Brings what the log holds to the journal and begins it anew, at its length. The first write after that also syncs
/// the log's head: it is done here, so that no answer waits for it.
fn empty(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(RESTART)", [], |_| Ok(()))?;
    connection.execute("UPDATE touch SET count = count + 1", []).map(|_| ())
}

/// Returns how many bytes of pages the log holds that are still needed, whoever wrote them.
fn in_use(connection: &Connection) -> rusqlite::Result<u64> {
    let pages: u64 = connection.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))?;
    let page: u64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    Ok(pages * page)
}
