//! `rundown backup`: a copy of the journal, made while others may work with it.
//!
//! Apart from the copying itself, which the store does: here a name is given, and what there is is listed.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::home::Home;
use super::output;
use crate::clock::{Clock, Timestamp};
use crate::store::backup;

/// As many backups as anybody may want to make in one second.
const MOST: usize = 1_000;

/// `rundown backup`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file or folder to write to; without it the folder `backups` of this home
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// List the backups of this home instead
    #[arg(long, conflicts_with = "output")]
    list: bool,
}

/// Runs the command.
pub(super) fn run(wanted: &Args, home: &Home, clock: &dyn Clock) -> Result<(), Failure> {
    if wanted.list {
        return output::result(list(&home.backups())?.as_bytes());
    }
    let journal = home.journal();
    if !journal.exists() {
        let home = home.folder().display();
        return Err(Failure::Usage(format!("there is nothing to copy yet in {home}: run `rundown`")));
    }
    let to = target(wanted.output.as_deref(), home, clock.now())?;
    backup::backup(&journal, &to)?;
    output::result(format!("{}\n", to.display()).as_bytes())
}

/// Returns where the copy goes; nothing may stand there.
pub(super) fn target(asked: Option<&Path>, home: &Home, now: Timestamp) -> Result<PathBuf, Failure> {
    let backups = home.backups();
    match asked {
        Some(file) if !file.is_dir() && !file.exists() => Ok(file.to_owned()),
        Some(file) if file.is_file() => {
            Err(Failure::Usage(format!("{} stands there already: name another file", file.display())))
        }
        folder => {
            let name = format!("rundown-{}", now.rfc3339().replace(':', "-"));
            let folder = folder.unwrap_or(&backups);
            let mut paths = (1..MOST).map(|count| folder.join(format!("{name}-{count}.db")));
            let full = || Failure::System(format!("{} holds too many backups", folder.display()));
            paths.find(|path| !path.exists()).ok_or_else(full)
        }
    }
}

/// Writes one backup a line, by name: bytes and path.
fn list(folder: &Path) -> Result<String, Failure> {
    if !folder.exists() {
        return Ok(String::new());
    }
    let at = |error: std::io::Error| Failure::at(folder, &error);
    let mut lines = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        let entry = entry.map_err(at)?;
        if entry.path().extension().is_some_and(|ending| ending == "db") {
            let bytes = entry.metadata().map_err(at)?.len();
            lines.push(format!("{}  {bytes:>10}\n", entry.path().display()));
        }
    }
    lines.sort();
    Ok(lines.concat())
}
