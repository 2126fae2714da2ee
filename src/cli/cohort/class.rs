//! The cohort that a command is about: found by name or id, read, and written to.
//!
//! Apart because every command begins with this.

use crate::cli::args::Place;
use crate::cli::environment::Environment;
use crate::cli::failure::Failure;
use crate::cli::home::{Desk, Home};
use crate::cli::house;
use crate::cli::machine::{MachineChance, MachineClock};
use crate::clock::{Clock as _, Timestamp};
use crate::cohort::{Plan, Room};
use crate::course::Course;
use crate::id::{CohortId, Lang};
use crate::journal::{Body, Via};
use crate::session::training::collecting::pass_marks;
use crate::store::api::{CohortAnswer, CohortRequest, CohortWords};
use crate::store::{Answer, Request, StoreError};
use crate::words::{Words, fold};

/// Which cohort.
#[derive(Debug, Clone, Default, clap::Args)]
pub(in crate::cli) struct Which {
    /// The cohort: a name or an id; may be left out where the home has one
    #[arg(long, value_name = "NAME|ID")]
    pub(in crate::cli) cohort: Option<String>,
}

/// What commands on cohorts work with.
pub(in crate::cli) struct Class<'a> {
    pub(in crate::cli) desk: &'a Desk,
    pub(in crate::cli) home: &'a Home,
    pub(in crate::cli) place: &'a Place,
    pub(in crate::cli) around: &'a Environment,
    pub(in crate::cli) words: Words,
    lang: Lang,
    clock: MachineClock,
}

impl<'a> Class<'a> {
    /// Asks a journal.
    pub(in crate::cli) fn new(desk: &'a Desk, home: &'a Home, place: &'a Place, around: &'a Environment) -> Self {
        let lang = crate::cli::lang_at(place, around);
        Self { desk, home, place, around, words: Words::new(&lang), lang, clock: MachineClock::start() }
    }

    /// Returns the same, in a language that somebody chose on the screen.
    pub(in crate::cli) fn speaking(&self, lang: &Lang) -> Self {
        let Self { desk, home, place, around, .. } = *self;
        let clock = MachineClock::start();
        Self { desk, home, place, around, words: Words::new(lang), lang: lang.clone(), clock }
    }

    /// Returns the same in other surroundings.
    pub(in crate::cli) fn within<'b>(&'b self, around: &'b Environment) -> Class<'b> {
        Class { around, ..self.speaking(&self.lang) }
    }

    /// Returns the wall time.
    pub(in crate::cli) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Returns the clock of this machine.
    pub(in crate::cli) fn clock(&self) -> &MachineClock {
        &self.clock
    }

    /// Returns the random numbers of this machine.
    pub(in crate::cli) fn chance() -> Result<MachineChance, Failure> {
        crate::cli::chance()
    }

    /// Returns the language of what is said here.
    pub(in crate::cli) fn lang(&self) -> Lang {
        self.lang.clone()
    }

    /// Opens the course, with the house of this home.
    pub(in crate::cli) fn course(&self) -> Result<Course, Failure> {
        house::course(self.place, self.home)
    }

    /// Asks about cohorts.
    pub(in crate::cli) fn ask(&self, request: CohortRequest) -> Result<CohortAnswer, StoreError> {
        let Answer::Cohort(answer) = self.desk.ask(Request::Cohort(Box::new(request)))? else {
            return Err(StoreError::Closed);
        };
        Ok(*answer)
    }

    /// Returns every cohort.
    pub(in crate::cli) fn all(&self) -> Result<Vec<Plan>, StoreError> {
        let CohortAnswer::List(plans) = self.ask(CohortRequest::List)? else { return Err(StoreError::Closed) };
        Ok(plans)
    }

    /// Finds the cohort that is meant; where none is named, the only one there is.
    pub(in crate::cli) fn meant(&self, which: &Which) -> Result<Plan, Failure> {
        meant(&self.all()?, which.cohort.as_deref())
    }

    /// Opens a cohort.
    pub(in crate::cli) fn open(&self, cohort: CohortId) -> Result<Room, StoreError> {
        let CohortAnswer::Opened(room) = self.ask(CohortRequest::Open { cohort })? else {
            return Err(StoreError::Closed);
        };
        Ok(room)
    }

    /// Writes into a cohort's stream.
    pub(in crate::cli) fn write(&self, cohort: CohortId, bodies: Vec<Body>) -> Result<Plan, StoreError> {
        let words = CohortWords { via: Via::Plain, lang: self.lang(), at: self.now(), bodies };
        let CohortAnswer::Written(plan) = self.ask(CohortRequest::Write { cohort, words })? else {
            return Err(StoreError::Closed);
        };
        Ok(plan)
    }

    /// Writes what the cohort's decisions on keys come to, where that was not done; returns how many answers changed.
    pub(in crate::cli) fn settle(&self, cohort: CohortId, course: &Course) -> Result<usize, StoreError> {
        let settle = CohortRequest::SettleKeys { cohort, marks: pass_marks(course), at: self.now() };
        let CohortAnswer::KeysSettled(count) = self.ask(settle)? else { return Err(StoreError::Closed) };
        Ok(count)
    }
}

/// Finds the cohort that is meant among those of a home; where none is named, the only one there is.
pub(in crate::cli) fn meant(plans: &[Plan], named: Option<&str>) -> Result<Plan, Failure> {
    let line = |plan: &Plan| format!("\n  {}  {}", plan.id, plan.name);
    let fits = |plan: &&Plan| match named {
        Some(name) => name.parse() == Ok(plan.id) || fold(name) == fold(&plan.name),
        None => true,
    };
    let found: Vec<&Plan> = plans.iter().filter(fits).collect();
    match (found.as_slice(), named) {
        ([one], _) => Ok((*one).clone()),
        ([], None) => {
            Err(Failure::Usage("there is no cohort here yet: rundown cohort new \"Dakar, March\"".to_owned()))
        }
        ([], Some(name)) => {
            let all: String = plans.iter().map(line).collect();
            Err(Failure::Usage(format!("there is no cohort `{name}` here{all}")))
        }
        (several, _) => {
            let several: String = several.iter().map(|plan| line(plan)).collect();
            Err(Failure::Usage(format!("say which cohort with --cohort and a name or an id{several}")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(number: u128, name: &str) -> Plan {
        Plan { name: name.to_owned(), ..Plan::of(CohortId::from_bits(number), []) }
    }

    #[test]
    fn a_cohort_is_found_by_name_or_id_and_never_guessed() {
        let all = [plan(1, "Dakar"), plan(2, "Thiès"), plan(3, "Dakar")];
        let found = |named: &str| meant(&all, Some(named)).map(|plan| plan.id.bits());
        assert_eq!(found("thies").unwrap(), 2);
        assert_eq!(found(&CohortId::from_bits(3).to_string()).unwrap(), 3);
        assert!(found("dakar").unwrap_err().to_string().contains(&CohortId::from_bits(1).to_string()));
        assert!(found("Lomé").is_err() && meant(&all, None).is_err() && meant(&[], None).is_err());
        assert_eq!(meant(&[plan(7, "One")], None).unwrap().id.bits(), 7);
    }
}
