//! Why a command ends with another status than 0.
//!
//! Apart so that status and message belong together in one place: 1 what was checked is faulty, 2 wrong usage,
//! 3 something could not be read or written.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::course::LoadError;
use crate::store::StoreError;

/// Why a command failed. Every message says what to do.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// What was checked is faulty.
    #[error("{0}")]
    Faulty(String),
    /// It was asked for in a way that cannot be done.
    #[error("{0}")]
    Usage(String),
    /// Something could not be read or written.
    #[error("{0}")]
    System(String),
}

impl Failure {
    /// Names the file or folder that could not be read or written.
    pub(super) fn at(path: &Path, error: &io::Error) -> Self {
        Self::System(format!("{}: {error}", path.display()))
    }

    /// Returns the status that the program ends with.
    pub(super) fn status(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Faulty(_) => 1,
            Self::Usage(_) => 2,
            Self::System(_) => 3,
        })
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoLearner(_) | StoreError::NoCohort(_) | StoreError::Deleted(_) => {
                Self::Usage(error.to_string())
            }
            StoreError::Forbidden
            | StoreError::Full(_)
            | StoreError::ReadOnly { .. }
            | StoreError::Newer { .. }
            | StoreError::Damaged { .. }
            | StoreError::Foreign { .. }
            | StoreError::Unsafe { .. }
            | StoreError::Busy(_)
            | StoreError::Closed
            | StoreError::Io { .. } => Self::System(error.to_string()),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Faulty { .. } => Self::Faulty(error.to_string()),
            LoadError::Missing(_) | LoadError::NoCourse(_) | LoadError::Unreadable { .. } | LoadError::Index(_) => {
                Self::System(error.to_string())
            }
        }
    }
}
