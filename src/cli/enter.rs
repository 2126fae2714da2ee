//! `rundown join FILE`: a learner opens a trainer's invitation and picks a name instead of typing one.
//!
//! Apart from `learner add` because the name, the station and the id are the trainer's, so that the trainer knows the
//! record again. What the trainer will see is said before anything is kept.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Place;
use super::failure::Failure;
use super::home::{self, Desk, Home};
use super::output;
use crate::cohort::Invitation;
use crate::cohort::invitation::{LONGEST, Seat};
use crate::course::LoadError;
use crate::id::Lang;
use crate::journal::About;
use crate::journal::planning::Field;
use crate::seal::PublicKey;
use crate::session::joining::Offer;
use crate::store::api::Draft;
use crate::store::{Principal, Profile, Request, Store};
use crate::text::one_line;
use crate::words::{Words, fold};

/// `rundown join`.
#[derive(Debug, Args)]
pub(super) struct Enter {
    /// The invitation; without it the one file ending in `.invite` beside the program or in the home
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Which name of the list is yours; without it you are asked
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// What you do at your station, where the trainer asks
    #[arg(long, value_name = "TEXT")]
    role: Option<String>,
    /// The country of your station, where the trainer asks
    #[arg(long, value_name = "TEXT")]
    country: Option<String>,
    /// Your gender, where the trainer asks
    #[arg(long, value_name = "TEXT")]
    gender: Option<String>,
}

/// Runs the command.
pub(super) fn run(wanted: &Enter, place: &Place, home: &Home, lang: &Lang, can_ask: bool) -> Result<(), Failure> {
    let words = Words::new(lang);
    let file = wanted.file.clone().map_or_else(|| lying_there(home), Ok)?;
    let (invitation, key) = read(&file)?;
    fits(&invitation, place, &words)?;
    let offer = Offer { invitation, key };
    let told = offer.told(&words, &offer.invitation.course.version);
    output::message(&(told.join("\n") + "\n"));
    let invitation = offer.invitation;
    let seat = picked(&invitation, wanted.name.as_deref(), can_ask, &words)?.clone();
    let about = about(wanted, &invitation, can_ask, &words);
    let store = Store::open(&home.journal())?;
    let desk = Desk::new(&store, Principal::Owner);
    let learner = seat.learner;
    let known = desk.learners()?.into_iter().find(|profile| profile.learner == learner);
    let fresh = || Profile { learner, name: seat.name.clone(), member: seat.member.clone(), lang: lang.clone() };
    let profile = known.unwrap_or_else(fresh);
    desk.ask(Request::PutProfile(profile.clone()))?;
    if !about.is_empty() {
        desk.ask(Request::PutAbout { learner, about })?;
    }
    let json = serde_json::to_string(&invitation.without_names()).unwrap_or_default();
    desk.ask(Request::PutDraft { learner, draft: Draft { key: invitation.kept_as(), json } })?;
    let said = [("name", profile.name.as_str().into()), ("cohort", invitation.name.as_str().into())];
    output::message(&words.with("join-done", &said));
    Ok(())
}

/// Returns the one invitation that lies beside the program or in the home.
fn lying_there(home: &Home) -> Result<PathBuf, Failure> {
    match all_there(home).as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure::Usage("there is no invitation beside the program or in the home: name the file".to_owned())),
        several => {
            let listed: String =
                several.iter().flat_map(|path| ["\n  ".to_owned(), path.display().to_string()]).collect();
            Err(Failure::Usage(format!("there are several invitations: name one{listed}")))
        }
    }
}

/// Returns the invitations beside the program and in the home.
fn all_there(home: &Home) -> Vec<PathBuf> {
    let program = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    let folders = program.into_iter().chain([home.folder().to_owned()]);
    let is_invitation = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "invite");
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten());
    let mut found: Vec<PathBuf> = files.map(|entry| entry.path()).filter(is_invitation).collect();
    found.sort();
    found
}

/// Reads the invitations that lie here, to be offered; says of each that is none why not.
pub(super) fn offers(home: &Home) -> (Vec<Offer>, Vec<String>) {
    let (mut offers, mut faults) = (Vec::new(), Vec::new());
    for path in all_there(home) {
        match read(&path) {
            Ok((invitation, key)) => offers.push(Offer { invitation, key }),
            Err(failure) => faults.push(failure.to_string()),
        }
    }
    (offers, faults)
}

/// Reads a file, and no more of it than an invitation may have.
fn read(path: &Path) -> Result<(Invitation, PublicKey), Failure> {
    let mut bytes = Vec::new();
    let most = LONGEST as u64 + 1;
    let read = std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| Failure::at(path, &error))?;
    Invitation::read(&bytes).map_err(|bad| Failure::Faulty(format!("{}: {bad}", path.display())))
}

/// Refuses an invitation to another course; another version is told.
fn fits(invitation: &Invitation, place: &Place, words: &Words) -> Result<(), Failure> {
    let course = home::course(place)?;
    let (own, wanted) = (course.manifest(), &invitation.course);
    if own.id != wanted.id {
        return Err(Failure::Faulty(format!(
            "it is for the course `{}`, and this one is `{}`: name the other with --course",
            wanted.id, own.id
        )));
    }
    let furnished = invitation.house.clone().map(|house| course.with_house(Some(house)).check_house());
    if let Some(Err(faults)) = furnished {
        return Err(Failure::Faulty(
            LoadError::Faulty { name: "the house of the invitation".to_owned(), faults }.to_string(),
        ));
    }
    if own.version != wanted.version {
        let versions = [("theirs", wanted.version.as_str().into()), ("yours", own.version.as_str().into())];
        output::message(&words.with("join-version", &versions));
    }
    Ok(())
}

fn picked<'a>(
    invitation: &'a Invitation,
    name: Option<&str>,
    can_ask: bool,
    words: &Words,
) -> Result<&'a Seat, Failure> {
    let listed = || {
        let line = |(number, seat): (usize, &Seat)| format!("\n{number:>3}. {}  {}", seat.name, seat.member);
        (1..).zip(&invitation.roster).map(line).collect::<String>()
    };
    let answer = match name {
        Some(name) => name.to_owned(),
        None if can_ask => {
            output::message(&listed());
            output::ask(&words.get("join-pick")).unwrap_or_default()
        }
        None => return Err(Failure::Usage(format!("say which name is yours with --name:{}", listed()))),
    };
    let by_number = answer.parse::<usize>().ok().and_then(|number| invitation.roster.get(number.checked_sub(1)?));
    let named: Vec<&Seat> = invitation.roster.iter().filter(|seat| fold(&seat.name) == fold(&answer)).collect();
    match (by_number, named.as_slice()) {
        (Some(seat), _) => Ok(seat),
        (None, [seat]) => Ok(seat),
        (None, []) => Err(Failure::Usage(format!("`{}` is not on the list:{}", one_line(&answer), listed()))),
        (None, _) => Err(Failure::Usage(format!("several are called `{}`: say the number", one_line(&answer)))),
    }
}

/// Asks what the trainer turned on, with the reason; what was not turned on is not taken.
fn about(wanted: &Enter, invitation: &Invitation, can_ask: bool, words: &Words) -> About {
    let mut about = About::default();
    let asks_now = can_ask && wanted.name.is_none() && !invitation.asks.is_empty();
    if asks_now {
        output::message(&words.with("join-why", &[("reason", invitation.reason.as_str().into())]));
    }
    for field in &invitation.asks {
        let (given, key, into) = match field {
            Field::Role => (&wanted.role, "join-role", &mut about.role),
            Field::Country => (&wanted.country, "join-country", &mut about.country),
            Field::Gender => (&wanted.gender, "join-gender", &mut about.gender),
        };
        let asked = || if asks_now { output::ask(&words.get(key)) } else { None };
        *into = given.clone().or_else(asked).map(|text| one_line(&text)).unwrap_or_default();
    }
    about
}
