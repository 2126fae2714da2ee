//! What a trainer says of a cohort: founding one, changing its plan, and who belongs to it.
//!
//! Apart from looking at one because these are written, into the cohort's own stream; words that make no sense are
//! refused before anything is written.

use std::collections::BTreeSet;

use crate::clock::Date;
use crate::cohort::Plan;
use crate::id::CohortId;
use crate::journal::Body;
use crate::journal::planning::{AgendaItem, Field, OnCourse, PlanChange, PlanDay};
use crate::session::{Effects, Session};
use crate::store::api::{CohortRequest, CohortWords};
use crate::text::one_line;

/// What was typed about a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Where it meets.
    pub place: &'a str,
    /// The first day, `2027-03-16`.
    pub from: &'a str,
    /// The last day.
    pub until: &'a str,
    /// Who runs it.
    pub trainer: &'a str,
    /// The stations, with commas between them.
    pub stations: &'a str,
    /// Minutes that half a day counts for.
    pub half_minutes: &'a str,
    /// What learners are asked about themselves.
    pub asks: BTreeSet<Field>,
    /// Another agenda; none leaves it as it is.
    pub agenda: Option<Vec<AgendaItem>>,
}

/// Why no cohort can be founded or changed like that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadWords {
    /// It has no name.
    NoName,
    /// The first day is none.
    BadFirst,
    /// The last day is none.
    BadLast,
    /// It ends before it begins.
    Backwards,
    /// Half a day is no number of minutes, or longer than twelve hours.
    BadHalf,
}

/// Reads a day; nothing typed is no day, and no fault.
fn day(typed: &str, bad: BadWords) -> Result<Option<Date>, BadWords> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| bad),
    }
}

/// Reads what was typed, all of it.
fn read(typed: Words<'_>) -> Result<PlanChange, BadWords> {
    let (from, until) = (day(typed.from, BadWords::BadFirst)?, day(typed.until, BadWords::BadLast)?);
    let name = one_line(typed.name);
    if name.is_empty() {
        return Err(BadWords::NoName);
    }
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(BadWords::Backwards);
    }
    let half_minutes = typed.half_minutes.trim().parse().ok().filter(|minutes| (1..=720).contains(minutes));
    let members = typed.stations.split([',', ';']).map(one_line).filter(|station| !station.is_empty()).collect();
    Ok(PlanChange {
        name: Some(name),
        place: Some(one_line(typed.place)),
        from,
        until,
        trainer: Some(one_line(typed.trainer)),
        members: Some(members),
        asks: Some(typed.asks),
        agenda: typed.agenda,
        half_minutes: Some(half_minutes.ok_or(BadWords::BadHalf)?),
        ..PlanChange::default()
    })
}

/// Leaves out what the plan says already.
fn anew(change: PlanChange, plan: &Plan) -> PlanChange {
    fn unless<T: PartialEq>(new: Option<T>, old: &T) -> Option<T> {
        new.filter(|new| new != old)
    }
    let days = [(PlanDay::From, plan.from, change.from), (PlanDay::Until, plan.until, change.until)];
    let cleared = days.into_iter().filter(|(_, old, new)| old.is_some() && new.is_none()).map(|(day, ..)| day);
    PlanChange {
        name: unless(change.name, &plan.name),
        place: unless(change.place, &plan.place),
        from: change.from.filter(|_| change.from != plan.from),
        until: change.until.filter(|_| change.until != plan.until),
        cleared: cleared.collect(),
        trainer: unless(change.trainer, &plan.trainer),
        members: unless(change.members, &plan.members),
        asks: unless(change.asks, &plan.asks),
        agenda: unless(change.agenda, &plan.agenda),
        half_minutes: unless(change.half_minutes, &plan.half_minutes),
        course: change.course,
        locks: change.locks,
    }
}

impl Session {
    /// Founds a cohort on this course.
    pub fn found_cohort(&mut self, typed: Words<'_>) -> Result<Effects, BadWords> {
        let manifest = self.course.manifest();
        let course = OnCourse { id: manifest.id.clone(), version: manifest.version.clone() };
        let change = PlanChange { course: Some(course), ..read(typed)? };
        let cohort = CohortId::from_bits(self.chance.bits());
        Ok(self.write_cohort(cohort, vec![Body::CohortPlanned { change: Box::new(change) }]))
    }

    /// Changes the plan of a cohort; what is as it was is not written again. A day that is left empty is taken back.
    pub fn replan_cohort(&mut self, cohort: CohortId, typed: Words<'_>) -> Result<Effects, BadWords> {
        let change = read(typed)?;
        let plans = self.training().and_then(|training| training.cohorts()).unwrap_or_default();
        let Some(plan) = plans.iter().find(|plan| plan.id == cohort) else { return Ok(Effects::new()) };
        let change = anew(change, plan);
        if change == PlanChange::default() {
            return Ok(Effects::new());
        }
        Ok(self.write_cohort(cohort, vec![Body::CohortPlanned { change: Box::new(change) }]))
    }

    pub(super) fn write_cohort(&mut self, cohort: CohortId, bodies: Vec<Body>) -> Effects {
        let words = CohortWords { via: self.via, lang: self.lang.clone(), at: self.clock.now(), bodies };
        self.ask_of_cohorts(CohortRequest::Write { cohort, words })
    }
}
