//! `rundown invite`: a signed file from which learners pick their name, made of a cohort and a list of names.
//!
//! Apart from the invitation itself, which is a value: here the list is read, those on it become learners of this home
//! and of the cohort, and the file is written.

use std::path::PathBuf;

use clap::Args;

use super::args::Place;
use super::environment::Environment;
use super::failure::Failure;
use super::home::{Desk, Home};
use super::output;
use super::trainer::key;
use crate::clock::{Chance, Clock};
use crate::cohort::invitation::Seat;
use crate::cohort::list::{self, Listed};
use crate::cohort::{Invitation, Plan};
use crate::id::{CohortId, Lang, LearnerId};
use crate::journal::{Body, Via};
use crate::store::api::{CohortAnswer, CohortRequest, CohortWords};
use crate::store::{Answer, Principal, Profile, Request, Store, StoreError};
use crate::text::one_line;
use crate::words::{Words, fold};

/// `rundown invite`.
#[derive(Debug, Args)]
pub(super) struct Invite {
    /// The cohort: a name or an id; may be left out where the home has one
    #[arg(value_name = "COHORT")]
    cohort: Option<String>,
    /// Names and stations as CSV; without it those who belong to the cohort already
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// Why learners are asked about themselves, where the cohort asks; they read it before they answer
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    /// The file to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// A file whose first line is the passphrase of the key; also `RUNDOWN_PASSPHRASE`
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// What an invitation is made with.
struct Making<'a> {
    desk: &'a Desk,
    lang: Lang,
    clock: &'a dyn Clock,
}

/// Runs the command.
pub(super) fn run(
    wanted: &Invite,
    place: &Place,
    home: &Home,
    around: &Environment,
    clock: &dyn Clock,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let lang = place.lang.clone().or_else(|| around.lang()).unwrap_or_else(Lang::english);
    let words = Words::new(&lang);
    let listed = wanted.roster.as_ref().map(|path| read(path)).transpose()?;
    let (_, secret) = key::unlocked(home, wanted.passphrase_file.as_deref(), around, &words)?;
    let store = Store::open(&home.journal())?;
    let making = Making { desk: &Desk::new(&store, Principal::Owner), lang, clock };
    let plan = making.plan(wanted.cohort.as_deref())?;
    let seats = making.seats(&plan, listed.as_deref().unwrap_or_default(), chance)?;
    if !plan.asks.is_empty() && one_line(&wanted.reason).is_empty() {
        return Err(Failure::Usage("this cohort asks learners about themselves: say why with --reason".to_owned()));
    }
    let made = Invitation::of(&plan, seats, &one_line(&wanted.reason));
    let made = made.ok_or_else(|| Failure::Usage(format!("the cohort `{}` has no course yet", plan.name)))?;
    let bytes = made.write(clock.now(), &secret);
    // What would be refused elsewhere is told here.
    Invitation::read(&bytes).map_err(|bad| Failure::Faulty(bad.to_string()))?;
    output::result_to(&wanted.output, &bytes)?;
    let said = [("count", made.roster.len().into()), ("cohort", made.name.as_str().into())];
    output::message(&words.with("invite-done", &said));
    Ok(())
}

fn read(path: &std::path::Path) -> Result<Vec<Listed>, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, &error))?;
    list::read(&bytes).map_err(|bad| Failure::Faulty(format!("{}: {bad}", path.display())))
}

fn listed(plans: &[&Plan]) -> String {
    let line = |plan: &&Plan| format!("\n  {}  {}", plan.id, plan.name);
    plans.iter().map(line).collect()
}

impl Making<'_> {
    fn ask(&self, request: CohortRequest) -> Result<CohortAnswer, StoreError> {
        let Answer::Cohort(answer) = self.desk.ask(Request::Cohort(Box::new(request)))? else {
            return Err(StoreError::Closed);
        };
        Ok(*answer)
    }

    /// Finds the cohort that is meant.
    fn plan(&self, named: Option<&str>) -> Result<Plan, Failure> {
        let CohortAnswer::List(plans) = self.ask(CohortRequest::List)? else { return Err(StoreError::Closed.into()) };
        let fits = |plan: &&Plan| {
            named.is_none_or(|name| name.parse::<CohortId>() == Ok(plan.id) || fold(&plan.name).contains(&fold(name)))
        };
        let found: Vec<&Plan> = plans.iter().filter(fits).collect();
        match found.as_slice() {
            [one] => Ok((*one).clone()),
            [] if plans.is_empty() => {
                Err(Failure::Usage("there is no cohort here yet: rundown cohort new NAME".to_owned()))
            }
            [] => Err(Failure::Usage(format!(
                "there is no such cohort; there is{}",
                listed(&plans.iter().collect::<Vec<_>>())
            ))),
            several => Err(Failure::Usage(format!("say which cohort with a name or an id:{}", listed(several)))),
        }
    }

    /// Returns the names to pick from: those of the cohort, and those of the list, who become learners of both.
    fn seats(&self, plan: &Plan, listed: &[Listed], chance: &mut dyn Chance) -> Result<Vec<Seat>, StoreError> {
        let seat = |profile: Profile| Seat { learner: profile.learner, name: profile.name, member: profile.member };
        let known = self.desk.learners()?.into_iter().filter(|profile| plan.learners.contains(&profile.learner));
        let mut seats: Vec<Seat> = known.map(seat).collect();
        let mut bodies = Vec::new();
        for Listed { name, member } in listed {
            let is_same = |seat: &Seat| fold(&seat.name) == fold(name) && fold(&seat.member) == fold(member);
            if seats.iter().any(is_same) {
                continue;
            }
            let learner = LearnerId::from_bits(chance.bits());
            let (name, member, lang) = (name.clone(), member.clone(), self.lang.clone());
            let profile = Profile { learner, name, member, lang };
            self.desk.ask(Request::PutProfile(profile.clone()))?;
            bodies.push(Body::RosterChanged { learner, belongs: true });
            seats.push(seat(profile));
        }
        if !bodies.is_empty() {
            let words = CohortWords { via: Via::Plain, lang: self.lang.clone(), at: self.clock.now(), bodies };
            self.ask(CohortRequest::Write { cohort: plan.id, words })?;
        }
        seats.sort_by_key(|seat| (fold(&seat.name), fold(&seat.member)));
        Ok(seats)
    }
}
