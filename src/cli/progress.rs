//! `rundown progress`: one learner's progress to a file, and files of anybody into this home.
//!
//! Apart from the screen, which carries for the learner who sits there. What is refused is named with its reason; what
//! is whole beside it comes in.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::carry::Deleted;
use super::failure::Failure;
use super::home::{Desk, Home, meant};
use super::walk::Found;
use super::{carry, home_key, keep, output};
use crate::clock::{Chance, Clock, Timestamp};
use crate::id::Lang;
use crate::seal::SecretKey;
use crate::session::carrying;
use crate::store::{Principal, Profile, Store};
use crate::words::Words;

/// Out or in.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    /// Write one learner's progress, or everybody's, to files for another machine
    #[command(
        after_help = "The file holds the name, the station, what the learner said about themselves, every answer, work, note and\nsign-in, and can be read by whoever has it: give it to nobody else than you would tell this.\n\nExamples:\n  rundown progress export --learner \"Awa Diop\" -o /media/stick\n  rundown progress export --all -o /media/stick"
    )]
    Export(Export),
    /// Take progress files into this home; what is known already is not counted twice
    #[command(
        after_help = "Examples:\n  rundown progress import awa-diop.rundown\n  rundown progress import /media/stick\n\nExit status 1 says that something was refused; the rest came in."
    )]
    Import(Import),
}

/// `rundown progress export`.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// Whose progress: a name or an id; may be left out where the home has one learner
    #[arg(long, value_name = "NAME|ID")]
    learner: Option<String>,
    /// One file for each learner of this home
    #[arg(long, conflicts_with = "learner")]
    all: bool,
    /// The file, or the folder such as a stick; `-` is standard output
    #[arg(short, long, value_name = "FILE|DIR")]
    output: PathBuf,
}

/// `rundown progress import`.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Files, or folders: every file below them that ends in .rundown
    #[arg(value_name = "FILE|DIR", required = true)]
    files: Vec<PathBuf>,
    /// Take also what is of somebody who was deleted here: they come back
    #[arg(long)]
    even_deleted: bool,
}

/// Runs the command.
pub(super) fn run(
    what: &What,
    home: &Home,
    lang: &Lang,
    clock: &dyn Clock,
    mut chance: impl Chance,
) -> Result<ExitCode, Failure> {
    match what {
        What::Export(wanted) => {
            output::message(&Words::new(lang).get("carry-out-holds"));
            output::message(&Words::new(lang).get("carry-out-readable"));
            export(wanted, home, clock.now(), &mut chance).map(|()| ExitCode::SUCCESS)
        }
        What::Import(wanted) => {
            let store = Store::open(&home.journal())?;
            import(&Desk::new(&store, Principal::Owner), wanted, &Words::new(lang))
        }
    }
}

fn export(wanted: &Export, home: &Home, at: Timestamp, chance: &mut dyn Chance) -> Result<(), Failure> {
    let store = home.look()?;
    let desk = Desk::new(&store, Principal::Owner);
    let learners = desk.learners()?;
    if wanted.all && !wanted.output.is_dir() {
        return Err(Failure::Usage(format!("--all writes to a folder, and {} is none", wanted.output.display())));
    }
    let wanted_ones = if wanted.all { learners } else { vec![meant(&learners, wanted.learner.as_deref())?] };
    let key = home_key::of(home, chance)?;
    wanted_ones.iter().try_for_each(|profile| write(&desk, profile, &wanted.output, &key, at))
}

fn write(desk: &Desk, profile: &Profile, output: &Path, key: &SecretKey, at: Timestamp) -> Result<(), Failure> {
    let mut fill = |out: &mut dyn std::io::Write| carry::export(desk, profile.learner, Some(key), at, out);
    if output == Path::new("-") {
        let mut bytes = Vec::new();
        fill(&mut bytes).map_err(|error| Failure::System(error.to_string()))?;
        return output::result(&bytes);
    }
    let kept = if output.is_dir() {
        keep::filled_in_folder(output, &carry::file_name(profile, at), &mut fill).map_err(Failure::System)?
    } else {
        keep::filled_in_file(output, &mut fill).map_err(|error| Failure::at(output, &error))?;
        output.to_owned()
    };
    output::message(&kept.display().to_string());
    Ok(())
}

/// Takes files in, one after the other; one that is refused keeps no other out.
fn import(desk: &Desk, wanted: &Import, words: &Words) -> Result<ExitCode, Failure> {
    let deleted = if wanted.even_deleted { Deleted::ComeBack } else { Deleted::StayAway };
    let mut all = Found::default();
    for path in &wanted.files {
        all.add(carry::files(path)?);
    }
    let mut status = if all.unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) };
    for (path, why) in &all.unread {
        output::message(&format!("{}: {why}", path.display()));
    }
    for file in &all.files {
        match carry::import(desk, file, deleted) {
            Ok(taken) => {
                let told = carrying::told(&taken, words).join("\n  ");
                output::result(crate::text::lines(&format!("{told}\n")).as_bytes())?;
                if !taken.is_all() {
                    status = ExitCode::from(1);
                }
            }
            Err(Failure::Faulty(why)) => {
                output::message(&why);
                status = ExitCode::from(1);
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(status)
}
