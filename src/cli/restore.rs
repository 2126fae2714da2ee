//! `rundown restore`: a backup in the place of the journal, or what can be read of a damaged one as a new backup.
//!
//! Apart from the copying itself, which the store does: here is said what became of it and what to do next.

use std::path::PathBuf;

use super::failure::Failure;
use super::home::Home;
use super::output;
use crate::store::StoreError;
use crate::store::restore::{restore, salvage};

/// `rundown restore`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The backup
    #[arg(value_name = "FILE", required_unless_present = "salvage", conflicts_with = "salvage")]
    file: Option<PathBuf>,
    /// Copy what can be read of a damaged journal to a new backup; the journal stays as it is
    #[arg(long)]
    salvage: bool,
}

/// Runs the command.
pub(super) fn run(wanted: &Args, home: &Home) -> Result<(), Failure> {
    match &wanted.file {
        Some(file) => put_back(file, home),
        None => save_what_is_left(home),
    }
}

fn put_back(file: &std::path::Path, home: &Home) -> Result<(), Failure> {
    let journal = home.journal();
    if !file.exists() {
        return Err(Failure::Usage(format!("there is no file {}", file.display())));
    }
    let done = restore(&journal, file).map_err(|error| {
        let StoreError::Busy(path) = &error else { return Failure::from(error) };
        let path = path.display();
        Failure::System(format!("{path} is open in another Rundown: leave that one, then restore again"))
    })?;
    if let Some(aside) = done.aside {
        output::message(&format!("what stood there is kept as {}", aside.display()));
    }
    if done.left_out > 0 {
        output::message(&format!("left out, because deleted here before: {} learner(s)", done.left_out));
    }
    output::result(format!("{}\n", journal.display()).as_bytes())
}

fn save_what_is_left(home: &Home) -> Result<(), Failure> {
    let journal = home.journal();
    if !journal.exists() {
        return Err(Failure::Usage(format!("there is no journal {}", journal.display())));
    }
    let (to, copied) = salvage(&journal)?;
    let state = if copied.damaged { "something could not be read" } else { "everything could be read" };
    output::message(&format!(
        "{state}; saved: {} learner(s), {} event(s). To go on with it: rundown restore {}",
        copied.learners,
        copied.events,
        to.display()
    ));
    output::result(format!("{}\n", to.display()).as_bytes())
}
