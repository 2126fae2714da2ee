//! What SQLite and the system say, as errors that name the place and what to do.
//!
//! Apart so that every failure is told the same way, wherever in the store it happens.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

use super::api::StoreError;

/// Says what went wrong in the database at `path`.
pub(super) fn from_sqlite(path: &Path, error: &rusqlite::Error) -> StoreError {
    let reason = error.to_string();
    let owned = path.to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::Full(owned),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(owned),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            StoreError::ReadOnly { path: owned, reason }
        }
        Some(ErrorCode::NotADatabase) => StoreError::Foreign { path: owned, reason },
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged { path: owned, reason },
        _ if is_unreadable(error) => StoreError::Damaged { path: owned, reason },
        _ => StoreError::Io { path: owned, reason },
    }
}

/// Returns whether a row held something that our own writing never puts there.
fn is_unreadable(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
    )
}

/// Says what went wrong with the file or folder at `path`.
pub(super) fn from_system(path: &Path, error: &io::Error) -> StoreError {
    use io::ErrorKind::{
        AlreadyExists, NotADirectory, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    let (owned, reason) = (path.to_owned(), error.to_string());
    let is = |kinds: &[io::ErrorKind]| kinds.contains(&error.kind());
    if is(&[StorageFull, QuotaExceeded]) {
        StoreError::Full(owned)
    } else if is(&[PermissionDenied, ReadOnlyFilesystem, NotADirectory, AlreadyExists]) {
        StoreError::ReadOnly { path: owned, reason }
    } else {
        StoreError::Io { path: owned, reason }
    }
}
