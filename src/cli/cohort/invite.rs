//! `rundown cohort invite`: a signed file from which learners pick their name, made of a cohort and a list of names.
//!
//! Apart from the invitation itself, which is a value: here the list is read, those on it become learners of this home
//! and of the cohort, and the file is written.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::class::{Class, Which};
use crate::cli::failure::Failure;
use crate::cli::trainer::key;
use crate::cli::{house, output};
use crate::clock::Chance as _;
use crate::cohort::invitation::Seat;
use crate::cohort::list::{self, Listed};
use crate::cohort::{Invitation, Plan};
use crate::course::Course;
use crate::id::LearnerId;
use crate::journal::Body;
use crate::seal::SecretKey;
use crate::store::{Profile, Request};
use crate::text::one_line;
use crate::words::fold;

/// `rundown cohort invite`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Invite {
    #[command(flatten)]
    which: Which,
    /// Names and stations, as a workbook (.xlsx) or CSV; without it those who belong to the cohort already
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// Why learners are asked about themselves, where the cohort asks; they read it before they answer
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    /// Your exchange's names and rules, as a house.toml; without it those that you filled in on screen, if any
    #[arg(long, value_name = "FILE")]
    house: Option<PathBuf>,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// A file whose first line is the passphrase of the key; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(wanted: &Invite, class: &Class<'_>) -> Result<(), Failure> {
    let listed = wanted.roster.as_ref().map(|path| read(path)).transpose()?.unwrap_or_default();
    let (_, secret) = key::unlocked(class.home, wanted.passphrase_file.as_deref(), class.around, &class.words)?;
    let plan = class.meant(&wanted.which)?;
    let course = match &wanted.house {
        Some(file) => house::course_with(class.place, file)?,
        None => class.course()?,
    };
    let (made, bytes) =
        written(&Wanted { listed: &listed, reason: &wanted.reason, course: &course }, &plan, &secret, class)?;
    output::result_to(&wanted.output, &bytes)?;
    let said = [("count", made.roster.len().into()), ("cohort", made.name.as_str().into())];
    output::message(&class.words.with("invite-done", &said));
    Ok(())
}

/// What goes into an invitation.
pub(super) struct Wanted<'a> {
    /// The names of the list.
    pub(super) listed: &'a [Listed],
    /// Why learners are asked about themselves.
    pub(super) reason: &'a str,
    /// The course, with the house that is to go along.
    pub(super) course: &'a Course,
}

/// Makes an invitation and its bytes; those on the list become learners of the home and of the cohort.
pub(super) fn written(
    wanted: &Wanted<'_>,
    plan: &Plan,
    secret: &SecretKey,
    class: &Class<'_>,
) -> Result<(Invitation, Vec<u8>), Failure> {
    let reason = one_line(wanted.reason);
    if !plan.asks.is_empty() && reason.is_empty() {
        return Err(Failure::Usage("this cohort asks learners about themselves: say why (--reason)".to_owned()));
    }
    if plan.course.is_none() {
        return Err(Failure::Usage(format!("the cohort `{}` has no course yet", plan.name)));
    }
    let house = house::to_send(wanted.course)?;
    let seats = seats(class, plan, wanted.listed)?;
    let made = Invitation::of(plan, seats, &reason).ok_or_else(|| Failure::Usage("no course".to_owned()))?;
    let made = Invitation { house, ..made };
    let bytes = made.write(class.now(), secret);
    // What would be refused elsewhere is told here.
    Invitation::read(&bytes).map_err(|bad| Failure::Faulty(bad.to_string()))?;
    Ok((made, bytes))
}

/// Reads a list of names.
pub(super) fn read(path: &Path) -> Result<Vec<Listed>, Failure> {
    let mut bytes = Vec::new();
    // Of a file that is too long no more is read than tells so.
    let most = list::LONGEST as u64 + 1;
    let read = std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| Failure::at(path, &error))?;
    list::read(&bytes).map_err(|bad| Failure::Faulty(format!("{}: {bad}", path.display())))
}

/// Returns the names to pick from: those of the cohort, and those of the list, who become learners of both.
fn seats(class: &Class<'_>, plan: &Plan, listed: &[Listed]) -> Result<Vec<Seat>, Failure> {
    let seat = |profile: Profile| Seat { learner: profile.learner, name: profile.name, member: profile.member };
    let known = class.desk.learners()?.into_iter().filter(|profile| plan.learners.contains(&profile.learner));
    let mut seats: Vec<Seat> = known.map(seat).collect();
    let mut chance = Class::chance()?;
    let mut bodies = Vec::new();
    for Listed { name, member } in listed {
        let is_same = |seat: &Seat| fold(&seat.name) == fold(name) && fold(&seat.member) == fold(member);
        if seats.iter().any(is_same) {
            continue;
        }
        let learner = LearnerId::from_bits(chance.bits());
        let profile = Profile { learner, name: name.clone(), member: member.clone(), lang: class.lang() };
        class.desk.ask(Request::PutProfile(profile.clone()))?;
        bodies.push(Body::RosterChanged { learner, belongs: true });
        seats.push(seat(profile));
    }
    if !bodies.is_empty() {
        class.write(plan.id, bodies)?;
    }
    seats.sort_by_key(|seat| (fold(&seat.name), fold(&seat.member)));
    Ok(seats)
}
