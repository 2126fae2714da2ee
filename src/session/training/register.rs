//! Who was there, as a trainer ticks it: people by half-days, sign-ins and ticks told apart.
//!
//! Apart from the figures of attendance, which `cohort` adds up: here is which half-days there are, how each stands, and
//! what is written when one is ticked. A tick is written for every record of a person, so that one word holds for all.

use std::collections::{BTreeMap, BTreeSet};

use crate::cohort::{Attendance, Plan, Room, SignIns};
use crate::id::LearnerId;
use crate::journal::Body;
use crate::journal::planning::{Half, HalfDay};
use crate::session::{Effects, Session};

/// The most days of a cohort that get columns of their own; further ones have one where somebody was there.
const MOST_DAYS: i32 = 62;

/// How a person and a half-day stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// What the trainer ticked, if anything.
    pub ticked: Option<bool>,
    /// Whether the learner signed in.
    pub signed: bool,
}

impl Mark {
    /// Returns whether the half-day counts.
    pub fn counts(self) -> bool {
        self.ticked.unwrap_or(self.signed)
    }
}

/// The attendance of the open cohort.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// The half-days: those of the plan, and those that somebody was there on.
    pub half_days: Vec<HalfDay>,
    sign_ins: SignIns,
    records: BTreeMap<LearnerId, Vec<LearnerId>>,
}

/// Returns the half-days of a plan.
pub fn half_days(plan: &Plan) -> BTreeSet<HalfDay> {
    let Some(from) = plan.from else { return BTreeSet::new() };
    let until = plan.until.unwrap_or(from);
    let days = (0..MOST_DAYS).map_while(|days| from.plus(days).filter(|date| *date <= until));
    days.flat_map(|date| [Half::Morning, Half::Afternoon].map(|half| HalfDay { date, half })).collect()
}

impl Register {
    pub(super) fn new(room: &Room) -> Self {
        let mut all = half_days(&room.plan);
        all.extend(room.sign_ins.values().flatten().chain(room.plan.ticks.keys().map(|(_, when)| when)));
        let half_days = all.into_iter().collect();
        Self { half_days, sign_ins: room.sign_ins.clone(), records: room.records.clone() }
    }

    fn records_of(&self, learner: LearnerId) -> Vec<LearnerId> {
        self.records.get(&learner).cloned().unwrap_or_else(|| vec![learner])
    }

    /// Returns a person's attendance, as reports and certificates have it.
    pub fn attendance(&self, plan: &Plan, learner: LearnerId) -> Attendance {
        Attendance::of(plan, &self.sign_ins, &self.records_of(learner))
    }

    /// Returns how a person and a half-day stand.
    pub fn mark(&self, plan: &Plan, learner: LearnerId, when: HalfDay) -> Mark {
        let records = self.records_of(learner);
        let ticks = records.iter().filter_map(|record| plan.ticks.get(&(*record, when)).copied());
        let signed = records.iter().any(|record| self.sign_ins.get(record).is_some_and(|days| days.contains(&when)));
        Mark { ticked: ticks.max(), signed }
    }
}

impl Session {
    /// Ticks people as there for half a day, or as not there.
    pub fn tick(&mut self, learners: &[LearnerId], when: HalfDay, present: bool) -> Effects {
        let Some(room) = self.training().and_then(|training| training.room()) else { return Effects::new() };
        let cohort = room.id;
        let records = learners.iter().flat_map(|learner| room.register.records_of(*learner));
        let bodies: Vec<Body> = records.map(|learner| Body::AttendanceTicked { learner, when, present }).collect();
        if bodies.is_empty() { Effects::new() } else { self.write_cohort(cohort, bodies) }
    }
}
