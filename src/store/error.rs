//! Why the store did not do what was asked.
//!
//! Apart from the requests because every one of them can end so, and commands tell it as it stands here.

use std::path::PathBuf;

use crate::id::{CohortId, LearnerId};

/// Why a request was not carried out. Every message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Outside what the principal may see.
    #[error("this session may not ask for that")]
    Forbidden,
    /// No such learner.
    #[error("no learner {0} in this home")]
    NoLearner(LearnerId),
    /// No such cohort.
    #[error("no cohort {0} in this home")]
    NoCohort(CohortId),
    /// Somebody who was deleted here.
    #[error("learner {0} was deleted here, and nothing of theirs is taken; `--even-deleted` lets it in")]
    Deleted(LearnerId),
    /// The disk is full.
    #[error("the disk that holds {} is full: free some space and try again; nothing that was saved is lost", .0.display())]
    Full(PathBuf),
    /// The home cannot be written.
    #[error("{} cannot be written: {reason}. Choose another folder with --home", .path.display())]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Written by a newer program.
    #[error("{} was written by a newer Rundown (format {found}, this one knows {known}): open it with that version. `rundown report` still reads it", .path.display())]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// The file is damaged.
    #[error("{} is damaged: {reason}. It was left as it is. `rundown restore --salvage` saves what can be read of it", .path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
    /// A file that is no journal of ours.
    #[error("{} is not a Rundown journal: {reason}. It was left as it is; move it away, or choose another folder with --home", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// How that shows.
        reason: String,
    },
    /// The place cannot keep answers safe, such as a network share.
    #[error("answers would not be safe in {}: {reason}. Choose a folder on a disk of this machine with --home", .path.display())]
    Unsafe {
        /// The database.
        path: PathBuf,
        /// What was found.
        reason: String,
    },
    /// Other programs kept the journal for a very long time.
    #[error("{} is in use by another program: close it, then try again", .0.display())]
    Busy(PathBuf),
    /// The store has been closed.
    #[error("the journal is closed: start Rundown again")]
    Closed,
    /// Anything else the system said.
    #[error("{}: {reason}", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
}
