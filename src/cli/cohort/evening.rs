//! `rundown cohort evening`: what a trainer does when everybody has gone.
//!
//! Apart from its steps, which are commands of their own: sticks in, a backup, the co-trainer's copy, and for each learner
//! a folder to take home.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::class::{Class, Which};
use super::{certify, collect, locked};
use crate::cli::certify::{Signing, into_folder};
use crate::cli::failure::Failure;
use crate::cli::machine::MachineClock;
use crate::cli::trainer::key;
use crate::cli::{carry, home_key, keep, output, report};
use crate::cohort::{Person, Plan, Room};
use crate::course::Course;
use crate::report::Format;
use crate::report::learner::Learner;
use crate::session::own_folder;
use crate::store::backup;
use crate::text::one_line;

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
    let collected = collect::collect(&wanted.from, &plan, wanted.add, class)?;
    back_up(class)?;
    let room = class.open(plan.id)?;
    keep::private_folder(folder).map_err(|error| Failure::at(folder, &error))?;
    let copy = folder.join("co-trainer.locked");
    locked::write(&copy, &room, &passphrase, class)?;
    output::message(&class.words.with("cohort-copy", &[("file", copy.display().to_string().into())]));
    let course = class.course()?;
    let home = Bundles { room: &room, course: &course, signing: signing.as_ref(), class };
    let certified = home.write(&folder.join("take-home"))?;
    let said = [("count", room.people.len().into()), ("certified", certified.into())];
    output::message(&class.words.with("cohort-bundles", &said));
    Ok(if collected.is_all { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Unlocks the key where this home has one; without one nobody is certified, and the rest is done.
fn signing(wanted: &Evening, plan: &Plan, class: &Class<'_>) -> Result<Option<Signing>, Failure> {
    if key::kept(class.home)?.is_none() {
        return Ok(None);
    }
    certify::signing(wanted.key_passphrase_file.as_deref(), wanted.supervised, plan, class).map(Some)
}

fn back_up(class: &Class<'_>) -> Result<(), Failure> {
    let to = crate::cli::backup::target(None, class.home, class.now())?;
    backup::backup(&class.home.journal(), &to)?;
    output::message(&class.words.with("cohort-backup", &[("file", to.display().to_string().into())]));
    Ok(())
}

/// What everybody takes home.
struct Bundles<'a> {
    room: &'a Room,
    course: &'a Course,
    signing: Option<&'a Signing>,
    class: &'a Class<'a>,
}

impl Bundles<'_> {
    /// Writes a folder for each; returns how many were certified.
    fn write(&self, folder: &Path) -> Result<usize, Failure> {
        let mut certified = 0;
        for person in &self.room.people {
            let profile = certify::profile(person);
            let own = folder.join(own_folder(&profile));
            keep::private_folder(&own).map_err(|error| Failure::at(&own, &error))?;
            self.progress(person, &own)?;
            self.report(person, &own)?;
            if let Some(signing) = self.signing {
                certified += usize::from(self.certificate(person, signing, &own)?);
            }
        }
        Ok(certified)
    }

    /// The certificate of somebody who has completed the course; says whether there is one.
    fn certificate(&self, person: &Person, signing: &Signing, own: &Path) -> Result<bool, Failure> {
        let hours = certify::hours(self.room, person);
        let done = into_folder(self.class.desk, self.course, &certify::profile(person), hours, signing, own)?;
        let Ok((supervised, files)) = done else { return Ok(false) };
        if let Some(line) = certify::denied(signing, supervised, person, self.class) {
            output::message(&line);
        }
        for file in files {
            output::result(format!("{}\n", one_line(&file.display().to_string())).as_bytes())?;
        }
        Ok(true)
    }

    /// The history with marks and corrected grades, to be taken in at home.
    fn progress(&self, person: &Person, own: &Path) -> Result<(), Failure> {
        let key = home_key::of(self.class.home, &mut Class::chance()?)?;
        let alone = vec![person.learner];
        let records = self.room.records.get(&person.learner).unwrap_or(&alone);
        for (number, record) in records.iter().enumerate() {
            let name =
                if number == 0 { "progress.rundown".to_owned() } else { format!("progress-{}.rundown", number + 1) };
            let path = own.join(name);
            let mut fill = |out: &mut dyn std::io::Write| {
                carry::export(self.class.desk, *record, Some(&key), self.class.now(), out)
            };
            keep::filled_in_file(&path, &mut fill).map_err(|error| Failure::at(&path, &error))?;
        }
        Ok(())
    }

    fn report(&self, person: &Person, own: &Path) -> Result<(), Failure> {
        let others = self.room.people.iter().map(|one| (one.learner, one.name.clone())).collect();
        let learner = Learner { id: person.learner, name: &person.name, station: &person.member, others: &others };
        let form = report::Form::Whole(Format::Html);
        let clock = MachineClock::start();
        let bytes = report::write(self.class.desk, self.course, learner, &person.lang, form, &clock)?;
        let file = own.join("report.html");
        keep::in_file(&file, &bytes).map_err(|error| Failure::at(&file, &error))
    }
}
