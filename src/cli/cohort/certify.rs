//! `rundown cohort certify`: everybody who completed the course, in one run.
//!
//! Apart from `certify`, which is about one learner and asks more: here hours come from the attendance that was kept.

use std::path::{Path, PathBuf};

use super::class::{Class, Which};
use crate::cli::certify::{Signing, into_folder};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cohort::{Person, Plan, Room};
use crate::store::Profile;
use crate::text::one_line;

/// `rundown cohort certify`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct All {
    /// The folder for all of them
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// A trainer was there and supervised the work
    #[arg(long)]
    supervised: bool,
    /// A file whose first line is the passphrase of the key; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(wanted: &All, class: &Class<'_>) -> Result<(), Failure> {
    let room = class.open(class.meant(&wanted.which)?.id)?;
    let signing = signing(wanted.passphrase_file.as_deref(), wanted.supervised, &room.plan, class)?;
    let made = everybody(&room, &signing, &wanted.output, class)?;
    for file in &made.files {
        output::result(format!("{}\n", one_line(&file.display().to_string())).as_bytes())?;
    }
    made.lacking.iter().for_each(|line| output::message(line));
    output::message(&made.counted(&room, class));
    Ok(())
}

/// What came of certifying everybody.
#[derive(Default)]
pub(super) struct Made {
    /// The files, in the order they were written.
    files: Vec<PathBuf>,
    count: usize,
    /// Who is not done, and what is missing first.
    pub(super) lacking: Vec<String>,
}

impl Made {
    /// Says how many were certified.
    pub(super) fn counted(&self, room: &Room, class: &Class<'_>) -> String {
        let said = [("count", self.count.into()), ("all", room.people.len().into())];
        class.words.with("cohort-certified", &said)
    }
}

/// Certifies everybody who completed the course.
pub(super) fn everybody(room: &Room, signing: &Signing, folder: &Path, class: &Class<'_>) -> Result<Made, Failure> {
    let course = class.course()?;
    let mut made = Made::default();
    for person in &room.people {
        match into_folder(class.desk, &course, &profile(person), hours(room, person), signing, folder)? {
            Ok((supervised, files)) => {
                made.count += 1;
                made.files.extend(files);
                made.lacking.extend(denied(signing, supervised, person, class));
            }
            Err(refused) => {
                let missing = refused.0.first().map(String::as_str).unwrap_or_default();
                let said = [("name", one_line(&person.name).into()), ("why", missing.into())];
                made.lacking.push(class.words.with("cohort-not-certified", &said));
            }
        }
    }
    Ok(made)
}

/// Says where a certificate does not say what was wished.
pub(super) fn denied(signing: &Signing, supervised: bool, person: &Person, class: &Class<'_>) -> Option<String> {
    let told = || class.words.with("cohort-not-supervised", &[("name", one_line(&person.name).into())]);
    signing.is_denied(supervised).then(told)
}

/// Unlocks the key of this home.
pub(super) fn signing(
    file: Option<&Path>,
    supervised: bool,
    plan: &Plan,
    class: &Class<'_>,
) -> Result<Signing, Failure> {
    let lang = class.place.lang.clone();
    let signing = Signing::new(class.home, file, class.around, &class.words, (supervised, lang))?;
    Ok(signing.of_locked(plan.locks.keys().cloned()))
}

/// Returns who a person is for those who write about one learner.
pub(super) fn profile(person: &Person) -> Profile {
    let Person { learner, name, member, lang, .. } = person;
    Profile { learner: *learner, name: one_line(name), member: one_line(member), lang: lang.clone() }
}

/// Returns the hours attended; none where no attendance was kept, and the active time is stated.
pub(super) fn hours(room: &Room, person: &Person) -> Option<u16> {
    let hours = room.attendance(person.learner).hours(&room.plan);
    u16::try_from(hours).ok().filter(|hours| *hours > 0)
}
