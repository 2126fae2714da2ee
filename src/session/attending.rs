//! Being there: the workshops a learner joined, and signing in for half a day.
//!
//! Apart from learning because nothing is learned by it. The learner says it on their own machine, once each half-day;
//! the trainer's tick stands beside it and both count for the hours of the certificate.

use super::{Effects, Session};
use crate::clock::{Date, Timestamp, wall};
use crate::cohort::Invitation;
use crate::cohort::invitation::KEPT;
use crate::journal::Body;
use crate::journal::planning::{Half, HalfDay};

/// From this minute of the day on it is afternoon.
const NOON: u16 = 13 * 60;

/// A half-day that a learner can sign in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueSignIn {
    /// The workshop.
    pub workshop: Invitation,
    /// The half-day.
    pub when: HalfDay,
}

impl DueSignIn {
    /// Returns the key of the words that name the half-day.
    pub fn half(&self) -> &'static str {
        match self.when.half {
            Half::Morning => "sign-in-morning",
            Half::Afternoon => "sign-in-afternoon",
        }
    }
}

impl Session {
    /// Returns the half-day that is to be signed in for: one of a workshop that meets today, and not signed yet.
    pub fn sign_in_due(&self) -> Option<DueSignIn> {
        let learning = self.learning()?;
        let mut joined = learning.draft_keys().filter(|key| key.starts_with(KEPT)).peekable();
        joined.peek()?;
        let when = half_day(self.clock.now(), &self.clock.local_hhmm())?;
        let signed = |workshop: &Invitation| {
            let days = learning.run().and_then(|run| run.signed_in.get(&workshop.cohort));
            days.is_some_and(|days| days.contains(&when))
        };
        let mut workshops = joined.filter_map(|key| learning.draft::<Invitation>(key));
        let workshop = workshops.find(|workshop| workshop.meets_on(when.date) && !signed(workshop))?;
        Some(DueSignIn { workshop, when })
    }

    /// Signs in for the half-day that is due.
    pub fn sign_in(&mut self) -> Effects {
        match self.sign_in_due() {
            Some(due) => self.write(vec![Body::SignedIn { cohort: due.workshop.cohort, when: due.when }]),
            None => Effects::new(),
        }
    }
}

/// Returns which half of which day it is where the machine stands: the day is the one that the clock on its wall shows.
fn half_day(now: Timestamp, local: &str) -> Option<HalfDay> {
    wall(now, local).map(|(date, minute)| half_of(date, minute))
}

/// Returns which half of a day a minute of it belongs to.
pub(super) fn half_of(date: Date, minute: u16) -> HalfDay {
    HalfDay { date, half: if minute < NOON { Half::Morning } else { Half::Afternoon } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_one_on_the_wall_of_the_room() {
        // 2027-03-16T22:00Z
        let late = Timestamp(1_805_234_400_000);
        let cases = [
            ("22:00", "2027-03-16", Half::Afternoon),
            ("08:30", "2027-03-17", Half::Morning),
            ("12:00", "2027-03-16", Half::Morning),
            ("01:00", "2027-03-17", Half::Morning),
        ];
        for (local, date, half) in cases {
            let found = half_day(late, local).unwrap();
            assert_eq!((found.date.to_string().as_str(), found.half), (date, half), "{local}");
        }
        assert_eq!(half_day(late, "--:--"), None);
    }

    #[test]
    fn the_afternoon_begins_at_one() {
        let at = |local: &str| half_day(Timestamp(1_805_198_400_000), local).unwrap().half;
        assert_eq!((at("12:59"), at("13:00")), (Half::Morning, Half::Afternoon));
    }
}
