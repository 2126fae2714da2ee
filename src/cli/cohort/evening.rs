//! `rundown cohort evening`: what a trainer does when everybody has gone.
//!
//! Apart from its steps, which are commands of their own: sticks in, a backup, the co-trainer's copy, and for each learner
//! a folder to take home.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::class::{Class, Which};
use super::ear::{Ear, Terminal};
use super::take_home::Bundles;
use super::{certify, collect, locked};
use crate::cli::certify::Signing;
use crate::cli::failure::Failure;
use crate::cli::keep;
use crate::cli::passphrase::Passphrase;
use crate::cli::trainer::key;
use crate::cohort::Plan;
use crate::session::training::evening::Step;
use crate::store::backup;

/// `rundown cohort evening`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Evening {
    /// Sticks and folders to collect from
    #[arg(value_name = "STICK", conflicts_with = "open")]
    from: Vec<PathBuf>,
    /// The folder for the co-trainer's copy and what learners take home
    #[arg(short, long, value_name = "DIR", required_unless_present = "open")]
    output: Option<PathBuf>,
    /// Learners who are not in the cohort yet are added to it
    #[arg(long)]
    add: bool,
    /// A file whose first line is the passphrase of the co-trainer's copy; without it you are asked
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// A file whose first line is the passphrase of your key, for certificates; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    key_passphrase_file: Option<PathBuf>,
    /// A trainer was there and supervised the work
    #[arg(long)]
    supervised: bool,
    /// Take a co-trainer's copy in instead
    #[arg(long, value_name = "FILE")]
    open: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(wanted: &Evening, class: &Class<'_>) -> Result<ExitCode, Failure> {
    if let Some(copy) = &wanted.open {
        let passphrase = locked::passphrase(wanted.passphrase_file.as_deref(), class)?;
        let is_all = locked::take_in(copy, &passphrase, class)?;
        return Ok(if is_all { ExitCode::SUCCESS } else { ExitCode::from(1) });
    }
    let Some(folder) = &wanted.output else {
        return Err(Failure::Usage("say where to: -o DIR".to_owned()));
    };
    let plan = class.meant(&wanted.which)?;
    // Whoever is asked is asked before the long work begins.
    let passphrase = locked::passphrase(wanted.passphrase_file.as_deref(), class)?;
    let signing = signing(wanted, &plan, class)?;
    let tasks = Tasks { from: &wanted.from, folder, adds: wanted.add, passphrase: &passphrase, signing };
    let is_all = tasks.work(&plan, class, &Terminal::new(&class.words))?;
    Ok(if is_all { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What is to be done in one evening; whatever had to be asked was asked.
pub(super) struct Tasks<'a> {
    /// Sticks and folders to collect from.
    pub(super) from: &'a [PathBuf],
    /// The folder for the co-trainer's copy and what learners take home.
    pub(super) folder: &'a Path,
    /// Whether who is in no list is added.
    pub(super) adds: bool,
    /// What locks the co-trainer's copy.
    pub(super) passphrase: &'a Passphrase,
    /// What certificates are signed with; without it nobody is certified.
    pub(super) signing: Option<Signing>,
}

impl Tasks<'_> {
    /// Does all of it, and says what comes of it; returns whether every file that was found came in.
    pub(super) fn work(&self, plan: &Plan, class: &Class<'_>, ear: &dyn Ear) -> Result<bool, Failure> {
        let collected = collect::collect(self.from, plan, self.adds, class, ear)?;
        back_up(class, ear)?;
        let room = class.open(plan.id)?;
        ear.at(Step::Lock, 0, 1)?;
        keep::private_folder(self.folder).map_err(|error| Failure::at(self.folder, &error))?;
        let copy = self.folder.join("co-trainer.locked");
        locked::write(&copy, &room, self.passphrase, class)?;
        ear.say(&class.words.with("cohort-copy", &[("file", copy.display().to_string().into())]));
        let course = class.course()?;
        let home = Bundles { room: &room, course: &course, signing: self.signing.as_ref(), class };
        let certified = home.write(&self.folder.join("take-home"), ear)?;
        let said = [("count", room.people.len().into()), ("certified", certified.into())];
        ear.say(&class.words.with("cohort-bundles", &said));
        Ok(collected.is_all)
    }
}

/// Unlocks the key where this home has one; without one nobody is certified, and the rest is done.
fn signing(wanted: &Evening, plan: &Plan, class: &Class<'_>) -> Result<Option<Signing>, Failure> {
    if key::kept(class.home)?.is_none() {
        return Ok(None);
    }
    certify::signing(wanted.key_passphrase_file.as_deref(), wanted.supervised, plan, class).map(Some)
}

fn back_up(class: &Class<'_>, ear: &dyn Ear) -> Result<(), Failure> {
    ear.at(Step::BackUp, 0, 1)?;
    let to = crate::cli::backup::target(None, class.home, class.now())?;
    backup::backup(&class.home.journal(), &to)?;
    ear.say(&class.words.with("cohort-backup", &[("file", to.display().to_string().into())]));
    Ok(())
}
