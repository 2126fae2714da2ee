//! `rundown learner join` and `unjoin`: two records of one person, put together and apart again.
//!
//! Apart from the other commands on learners because nothing is changed here: an event in both records says that they
//! belong together, and another that they do not.

use super::failure::Failure;
use super::home::{Desk, meant};
use super::machine::MachineClock;
use super::output;
use crate::clock::{Chance, Clock as _};
use crate::id::{CourseId, EnrolmentId, JoinId, LearnerId};
use crate::journal::{Author, Body, Event, Via, person};
use crate::session::training::collecting::joining;
use crate::store::api::NewEvent;
use crate::store::{Answer, Profile, Request, StoreError};

/// Two records, as they were named.
#[derive(Debug, clap::Args)]
pub(super) struct Two {
    /// One record: a name or an id
    #[arg(value_name = "NAME|ID")]
    one: String,
    /// The other
    #[arg(value_name = "NAME|ID")]
    other: String,
}

/// What joins are written with.
pub(super) struct Joining<'a> {
    desk: &'a Desk,
    /// No course: joins stand in none.
    course: CourseId,
    clock: MachineClock,
}

impl<'a> Joining<'a> {
    /// Joins and parts the records of a journal.
    pub(super) fn new(desk: &'a Desk) -> Result<Self, Failure> {
        let course = CourseId::new("none").map_err(|error| Failure::System(error.to_string()))?;
        Ok(Self { desk, course, clock: MachineClock::start() })
    }

    /// Says that two records are of one person.
    pub(super) fn join(&self, two: &Two, chance: &mut dyn Chance) -> Result<(), Failure> {
        let (one, other) = self.find(two)?;
        if !self.between(&one, &other)?.is_empty() {
            output::message(&format!("{} and {} are joined already", one.learner, other.learner));
            return Ok(());
        }
        let join = JoinId::from_bits(chance.bits());
        let bodies = joining(join, one.learner, other.learner);
        for (profile, (_, body)) in [&one, &other].into_iter().zip(bodies) {
            self.write(profile, join, body)?;
        }
        output::message(&format!(
            "{}, {}, and {}, {}, are one person from now on",
            one.name, one.member, other.name, other.member
        ));
        Ok(())
    }

    /// Takes every join between two records back.
    pub(super) fn part(&self, two: &Two) -> Result<(), Failure> {
        let (one, other) = self.find(two)?;
        let joins = self.between(&one, &other)?;
        if joins.is_empty() {
            return Err(Failure::Usage(format!("{} and {} are not joined", one.learner, other.learner)));
        }
        for join in joins {
            self.write(&one, join, Body::Parted { join })?;
            self.write(&other, join, Body::Parted { join })?;
        }
        output::message(&format!("{} and {} are two people again; nothing of either is lost", one.name, other.name));
        Ok(())
    }

    fn find(&self, two: &Two) -> Result<(Profile, Profile), Failure> {
        let learners = self.desk.learners()?;
        let (one, other) = (meant(&learners, Some(&two.one))?, meant(&learners, Some(&two.other))?);
        if one.learner == other.learner {
            return Err(Failure::Usage("both are the same record: name two".to_owned()));
        }
        Ok((one, other))
    }

    /// Returns the joins between two records that stand in either.
    fn between(&self, one: &Profile, other: &Profile) -> Result<Vec<JoinId>, StoreError> {
        let mut found = Vec::new();
        for (of, with) in [(one.learner, other.learner), (other.learner, one.learner)] {
            let events = self.record(of)?;
            let own = events.iter().filter(|event| event.subject == of);
            found.extend(person::joins(own).into_iter().filter(|(_, to)| *to == with).map(|(join, _)| join));
        }
        found.sort();
        found.dedup();
        Ok(found)
    }

    fn record(&self, learner: LearnerId) -> Result<Vec<Event>, StoreError> {
        let open = Request::Open { learner, course: self.course.clone() };
        let Answer::Opened(record) = self.desk.ask(open)? else { return Err(StoreError::Closed) };
        Ok(record.events)
    }

    fn write(&self, profile: &Profile, join: JoinId, body: Body) -> Result<(), StoreError> {
        let (enrolment, lang) = (EnrolmentId::from_bits(join.bits()), profile.lang.clone());
        let (author, via, at) = (Author::Trainer, Via::Plain, self.clock.now());
        let events = vec![NewEvent { author, enrolment, via, lang, at, body }];
        let learner = profile.learner;
        self.desk.ask(Request::Append { learner, with: None, events, asked: Vec::new(), drop_draft: None })?;
        Ok(())
    }
}
