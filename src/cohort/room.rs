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
        let records = self.records.get(&person).map_or(&alone[..], Vec::as_slice);
        Attendance::of(&self.plan, &self.sign_ins, records)
    }
}
