//! Who was there: what learners signed and what the trainer ticked, half a day at a time.
//!
//! Apart from the plan because the learners' half of it stands in their own streams. The trainer's tick is the last
//! word: it adds who forgot to sign, and takes out who signed and was not there.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Plan;
use crate::id::LearnerId;
use crate::journal::planning::HalfDay;

/// The half-days that each learner signed in for.
pub type SignIns = BTreeMap<LearnerId, BTreeSet<HalfDay>>;

/// One learner's attendance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attendance {
    /// Half-days that count.
    pub there: BTreeSet<HalfDay>,
    /// Those that the learner signed, and the trainer did not tick.
    pub signed_only: BTreeSet<HalfDay>,
    /// Those that the learner signed, and the trainer says they were not there.
    pub denied: BTreeSet<HalfDay>,
}

impl Attendance {
    /// Adds up what is known of the records of one person.
    pub fn of(plan: &Plan, sign_ins: &SignIns, records: &[LearnerId]) -> Self {
        let is_own = |learner: &LearnerId| records.contains(learner);
        let signed: BTreeSet<HalfDay> =
            sign_ins.iter().filter(|(learner, _)| is_own(learner)).flat_map(|(_, when)| when).copied().collect();
        let ticks = || plan.ticks.iter().filter(|((learner, _), _)| is_own(learner));
        let ticked = |present: bool| -> BTreeSet<HalfDay> {
            ticks().filter(|(_, is)| **is == present).map(|((_, when), _)| *when).collect()
        };
        let (present, absent) = (ticked(true), ticked(false));
        // Of two records of one person one may be ticked and the other not: who was there was there.
        let denied: BTreeSet<HalfDay> =
            signed.intersection(&absent).filter(|w| !present.contains(w)).copied().collect();
        let signed_only = signed.iter().filter(|w| !present.contains(w) && !denied.contains(w)).copied().collect();
        let there = present.union(&signed_only).copied().collect();
        Self { there, signed_only, denied }
    }

    /// Returns the minutes that count on a certificate.
    pub fn minutes(&self, plan: &Plan) -> u32 {
        u32::try_from(self.there.len()).unwrap_or(u32::MAX).saturating_mul(u32::from(plan.half_minutes))
    }

    /// Returns the hours that count on a certificate, rounded down.
    pub fn hours(&self, plan: &Plan) -> u32 {
        self.minutes(plan) / 60
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::CohortId;
    use crate::journal::planning::Half;
    use crate::journal::samples::half_day;

    fn learner(number: u128) -> LearnerId {
        LearnerId::from_bits(number)
    }

    #[test]
    fn who_signed_or_was_ticked_was_there_unless_the_trainer_says_no() {
        let mut plan = Plan::of(CohortId::from_bits(5), []);
        let day = |half| half_day("2027-03-16", half);
        let next = half_day("2027-03-17", Half::Morning);
        plan.ticks = [((learner(1), day(Half::Afternoon)), true), ((learner(1), next), false)].into();
        let signed: SignIns = [(learner(1), [day(Half::Morning), next].into())].into();
        let found = Attendance::of(&plan, &signed, &[learner(1)]);
        assert_eq!(found.there, [day(Half::Morning), day(Half::Afternoon)].into());
        assert_eq!((found.signed_only, found.denied), ([day(Half::Morning)].into(), [next].into()));
        assert_eq!(Attendance::of(&plan, &signed, &[learner(2)]), Attendance::default());
    }

    #[test]
    fn two_records_of_one_person_count_half_a_day_once() {
        let mut plan = Plan::of(CohortId::from_bits(5), []);
        let when = half_day("2027-03-16", Half::Morning);
        plan.ticks = [((learner(1), when), true), ((learner(2), when), false)].into();
        let signed: SignIns = [(learner(2), [when].into())].into();
        let found = Attendance::of(&plan, &signed, &[learner(1), learner(2)]);
        assert_eq!((found.there.len(), found.minutes(&plan), found.hours(&plan)), (1, 180, 3));
        assert!(found.denied.is_empty());
    }
}
