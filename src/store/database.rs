//! The connection with its writer, and how requests become transactions.
//!
//! Apart from the worker's thread so that tests can drive it step by step. Requests that arrive together share one
//! commit, and nothing is answered before that commit is durable.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::api::{Answer, Principal, Request, StoreError};
use super::failure::from_sqlite;
use super::log::Log;
use super::pen::Pen;
use super::{copy, open, scope};
use crate::id::LearnerId;

/// One request with the one who asks.
#[derive(Debug)]
pub(super) struct Asked {
    /// Who asks.
    pub(super) principal: Principal,
    /// What for.
    pub(super) request: Request,
}

/// What became of a group of requests.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// An answer for each request, in their order.
    pub(super) answers: Vec<Result<Answer, StoreError>>,
    /// Which request changed whose record.
    pub(super) changed: Vec<(usize, LearnerId)>,
}

/// A journal that is open.
#[derive(Debug)]
pub(super) struct Database {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    pen: Pen,
    others: i64,
    log: Log,
    /// Why nothing may be written.
    closed: Option<StoreError>,
}

impl Database {
    /// Opens the journal at a path.
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let mut database = Self::on(open::file(path)?, path, Log::beside(path));
        database.make_anew()?;
        Ok(database)
    }

    /// Makes the rows that a migration left to be made, one learner in a transaction.
    fn make_anew(&mut self) -> Result<(), StoreError> {
        let next = |work: &mut Work<'_>| work.make_next_anew();
        while self.alone(next)? {}
        Ok(())
    }

    /// Opens a journal in memory.
    pub(super) fn memory() -> Result<Self, StoreError> {
        Ok(Self::on(open::memory()?, Path::new(":memory:"), Log::none()))
    }

    fn on(connection: Connection, path: &Path, log: Log) -> Self {
        // A file that was just opened has the version that the first look shall be compared with.
        let others = data_version(&connection).unwrap_or_default();
        Self { connection, path: path.to_owned(), pen: Pen::default(), others, log, closed: None }
    }

    /// Reads what this version understands of a journal that a newer one wrote; nothing can be written to it.
    pub(super) fn of_newer(path: &Path) -> Result<Self, StoreError> {
        let from = open::reading(path)?;
        let newer = open::refuse_newer(path, open::form(&from, path)?).err();
        let mut database = Self::memory()?;
        copy::copy(&from, &mut database, None)?;
        Ok(Self { closed: newer, ..database })
    }

    /// Returns whether there is no file.
    pub(super) fn is_in_memory(&self) -> bool {
        self.log.is_none()
    }

    /// Carries out requests in one transaction; where that fails, each by itself, so that one too large for the disk
    /// takes no other with it.
    pub(super) fn carry_out(&mut self, group: &[&Asked]) -> Outcome {
        match self.attempt(group) {
            Ok(outcome) => outcome,
            Err(_) if group.len() > 1 => self.one_by_one(group),
            Err(error) => Outcome { answers: vec![Err(error); group.len()], changed: Vec::new() },
        }
    }

    fn one_by_one(&mut self, group: &[&Asked]) -> Outcome {
        let mut outcome = Outcome::default();
        for (index, asked) in group.iter().enumerate() {
            let alone = self.carry_out(&[asked]);
            outcome.answers.extend(alone.answers);
            outcome.changed.extend(alone.changed.into_iter().map(|(_, learner)| (index, learner)));
        }
        outcome
    }

    fn attempt(&mut self, group: &[&Asked]) -> Result<Outcome, StoreError> {
        let writes = group.iter().any(|asked| scope::writes(&asked.request));
        if let Some(why) = self.closed.as_ref().filter(|_| writes) {
            return Err(why.clone());
        }
        let erased = erased(group);
        if !erased.is_empty() {
            self.delete_securely()?;
        }
        let done = self.in_transaction(group, writes);
        if done.is_err() && writes {
            // A commit that failed may still turn up after a crash: its numbers are never used again.
            self.pen.renew();
        }
        self.log.wants_quiet |= writes;
        let outcome = done.map_err(|error| self.told(error))?;
        Ok(if erased.is_empty() { outcome } else { self.wiped(group, outcome, &erased) })
    }

    /// Takes the bytes of the deleted away. The commit stands by now, so only those who asked for a deletion are told
    /// that this failed.
    fn wiped(&mut self, group: &[&Asked], mut outcome: Outcome, erased: &[LearnerId]) -> Outcome {
        if let Err(error) = self.wipe(erased) {
            let answers = group.iter().zip(&mut outcome.answers);
            let deletions = answers.filter(|(asked, _)| matches!(asked.request, Request::Erase { .. }));
            deletions.for_each(|(_, answer)| *answer = Err(error.clone()));
        }
        outcome
    }

    fn told(&self, error: Stop) -> StoreError {
        match error {
            Stop::Sqlite(error) => from_sqlite(&self.path, &error),
            Stop::Store(error) => error,
        }
    }

    /// Does something in a transaction of its own.
    pub(super) fn alone<T>(&mut self, what: impl FnOnce(&mut Work<'_>) -> Result<T, Stop>) -> Result<T, StoreError> {
        let done = alone(&mut self.connection, &mut self.pen, &self.path, what);
        done.map_err(|error| self.told(error))
    }

    fn in_transaction(&mut self, group: &[&Asked], writes: bool) -> Result<Outcome, Stop> {
        let behavior = if writes { TransactionBehavior::Immediate } else { TransactionBehavior::Deferred };
        let transaction = self.connection.transaction_with_behavior(behavior)?;
        let mut work = Work { connection: &transaction, pen: &mut self.pen, path: &self.path, changed: Vec::new() };
        let mut outcome = Outcome::default();
        for (index, asked) in group.iter().enumerate() {
            let answer = match scope::check(asked) {
                Ok(()) => work.carry_out(asked),
                Err(error) => Err(Stop::Store(error)),
            };
            outcome.answers.push(Stop::unless_refused(answer)?);
            outcome.changed.extend(work.changed.drain(..).map(|learner| (index, learner)));
        }
        transaction.commit()?;
        Ok(outcome)
    }

    /// Returns whether another connection has committed since this was last asked.
    pub(super) fn others_wrote(&mut self) -> Result<bool, StoreError> {
        let now = data_version(&self.connection).map_err(|e| from_sqlite(&self.path, &e))?;
        Ok(std::mem::replace(&mut self.others, now) != now)
    }

    /// Returns whether a quiet moment could be used.
    pub(super) fn wants_quiet(&self) -> bool {
        self.log.wants_quiet
    }

    /// Uses a quiet moment to make the log ready for the next answer.
    pub(super) fn tidy(&mut self) -> Result<(), StoreError> {
        self.log.wants_quiet = false;
        self.log.tidy(&self.connection).map_err(|e| from_sqlite(&self.path, &e))
    }
}

fn alone<T>(
    connection: &mut Connection,
    pen: &mut Pen,
    path: &Path,
    what: impl FnOnce(&mut Work<'_>) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = what(&mut Work { connection: &transaction, pen, path, changed: Vec::new() })?;
    transaction.commit()?;
    Ok(done)
}

/// Returns whom requests delete, where who asks may do that.
fn erased(group: &[&Asked]) -> Vec<LearnerId> {
    let erased = |asked: &&Asked| {
        let Request::Erase { learner, .. } = asked.request else { return None };
        scope::check(asked).is_ok().then_some(learner)
    };
    group.iter().filter_map(erased).collect()
}

fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}

/// What a request works with: the open transaction, the writer, and a list of whose record it changed.
#[derive(Debug)]
pub(super) struct Work<'a> {
    pub(super) connection: &'a Connection,
    pub(super) pen: &'a mut Pen,
    pub(super) path: &'a Path,
    pub(super) changed: Vec<LearnerId>,
}

/// Why a request ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// Refused before anything was written; the others of the group go on.
    Store(StoreError),
    /// The database failed; the transaction is void.
    Sqlite(rusqlite::Error),
}

impl Stop {
    fn unless_refused(answer: Result<Answer, Self>) -> Result<Result<Answer, StoreError>, Self> {
        match answer {
            Ok(answer) => Ok(Ok(answer)),
            Err(Self::Store(
                error @ (StoreError::Forbidden
                | StoreError::NoLearner(_)
                | StoreError::NoCohort(_)
                | StoreError::Deleted(_)),
            )) => Ok(Err(error)),
            Err(stop) => Err(stop),
        }
    }
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
