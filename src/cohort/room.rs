//! A cohort as a trainer opens it: the plan, its people, and how each stands in what they touched.
//!
//! Apart from the figures that are made of it. It holds no history and no answer: one cohort of a thousand people fits.

use std::collections::BTreeMap;

use super::attendance::{Attendance, SignIns};
use super::plan::Plan;
use super::rows::{LessonRow, Person, TestRow};
use crate::id::LearnerId;

/// Everything of one cohort but the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// What was planned and decided.
    pub plan: Plan,
    /// Its people, by id; records that a trainer joined are one.
    pub people: Vec<Person>,
    /// How they stand in lessons, by person and lesson.
    pub lessons: Vec<LessonRow>,
    /// How they stand in tests and exercises, by person.
    pub tests: Vec<TestRow>,
    /// Half-days that learners signed in for, by record.
    pub sign_ins: SignIns,
    /// The records of those who have several; the first is the person's id.
    pub records: BTreeMap<LearnerId, Vec<LearnerId>>,
}

impl Room {
    /// Returns which half-days a person was there.
    pub fn attendance(&self, person: LearnerId) -> Attendance {
        let alone = [person];
        Attendance::of(&self.plan, &self.sign_ins, self.records_of(&alone))
    }

    /// Returns whether a trainer said of any of their records that these are two people.
    pub fn is_apart(&self, one: LearnerId, other: LearnerId) -> bool {
        let (alone, alone_too) = ([one], [other]);
        let others = self.records_of(&alone_too);
        self.records_of(&alone).iter().any(|one| others.iter().any(|other| self.plan.is_apart(*one, *other)))
    }

    /// Returns all records of somebody who is named by one.
    fn records_of<'a>(&'a self, alone: &'a [LearnerId; 1]) -> &'a [LearnerId] {
        let [person] = alone;
        self.records.get(person).map_or(&alone[..], Vec::as_slice)
    }
}
