//! Brings a database to the newest form, step by step.
//!
//! Apart because released steps never change: a new form is a new file and a new line here.

use rusqlite::{Connection, TransactionBehavior};

/// What leads from each form to the next.
pub(super) const STEPS: [&str; NEWEST as usize] = [
    include_str!("migrations/0001_initial.sql"),
    include_str!("migrations/0002_room.sql"),
    include_str!("migrations/0003_tombstones.sql"),
    include_str!("migrations/0004_cohorts.sql"),
    include_str!("migrations/0005_reports.sql"),
    include_str!("migrations/0006_counts.sql"),
    include_str!("migrations/0007_answers.sql"),
];

/// The newest form this program knows.
pub(super) const NEWEST: i64 = 7;

/// Runs the steps that are missing, each with its version in one transaction.
pub(super) fn up(connection: &mut Connection) -> rusqlite::Result<()> {
    while version(connection)? < NEWEST {
        step(connection)?;
    }
    Ok(())
}

fn step(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been quicker while this one waited for the lock.
    let at = version(&transaction)?;
    if let Some(sql) = usize::try_from(at).ok().and_then(|at| STEPS.get(at)) {
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", at + 1)?;
    }
    transaction.commit()
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}
