//! What a trainer says of a cohort: founding one, and who belongs to it.
//!
//! Apart from looking at one because these are written, into the cohort's own stream; words that make no sense are
//! refused before anything is written.

use crate::clock::Date;
use crate::id::CohortId;
use crate::journal::Body;
use crate::journal::planning::{OnCourse, PlanChange};
use crate::session::{Effects, Session};
use crate::store::api::{CohortRequest, CohortWords};
use crate::text::one_line;

/// What was typed about a new cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

/// Why no cohort can be founded like that.
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
}

/// Reads a day; nothing typed is no day, and no fault.
fn day(typed: &str, bad: BadWords) -> Result<Option<Date>, BadWords> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| bad),
    }
}

impl Session {
    /// Founds a cohort on this course.
    pub fn found_cohort(&mut self, typed: Words<'_>) -> Result<Effects, BadWords> {
        let (from, until) = (day(typed.from, BadWords::BadFirst)?, day(typed.until, BadWords::BadLast)?);
        let name = one_line(typed.name);
        if name.is_empty() {
            return Err(BadWords::NoName);
        }
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            return Err(BadWords::Backwards);
        }
        let members = typed.stations.split([',', ';']).map(one_line).filter(|station| !station.is_empty()).collect();
        let manifest = self.course.manifest();
        let change = PlanChange {
            name: Some(name),
            place: Some(one_line(typed.place)),
            from,
            until,
            course: Some(OnCourse { id: manifest.id.clone(), version: manifest.version.clone() }),
            trainer: Some(one_line(typed.trainer)),
            members: Some(members),
            ..PlanChange::default()
        };
        let cohort = CohortId::from_bits(self.chance.bits());
        Ok(self.write_cohort(cohort, vec![Body::CohortPlanned { change: Box::new(change) }]))
    }

    pub(super) fn write_cohort(&mut self, cohort: CohortId, bodies: Vec<Body>) -> Effects {
        let words = CohortWords { via: self.via, lang: self.lang.clone(), at: self.clock.now(), bodies };
        self.ask_of_cohorts(CohortRequest::Write { cohort, words })
    }
}
