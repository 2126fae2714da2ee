//! The last word counts, and the order of arriving does not.

use proptest::prelude::*;

use super::*;
use crate::course::hash::ContentHash;
use crate::journal::planning::{Half, Ruling};
use crate::journal::samples::{asked, event, half_day, undone};

fn cohort() -> CohortId {
    CohortId::from_bits(5)
}

fn told(writer: u128, lamport: u64, body: Body) -> Event {
    let subject = cohort().subject();
    Event { author: Author::Trainer, subject, ..event(writer, lamport, lamport, body) }
}

fn named(name: &str) -> Body {
    let change = PlanChange { name: Some(name.to_owned()), ..PlanChange::default() };
    Body::CohortPlanned { change: Box::new(change) }
}

fn placed(place: &str) -> Body {
    let change = PlanChange { place: Some(place.to_owned()), ..PlanChange::default() };
    Body::CohortPlanned { change: Box::new(change) }
}

fn belongs(number: u128, belongs: bool) -> Body {
    Body::RosterChanged { learner: LearnerId::from_bits(number), belongs }
}

fn ruled(number: u128) -> Body {
    let ruling = KeyRuling {
        regrade: RegradeId::from_bits(number),
        question: asked("a/one#q"),
        key_hash: ContentHash::of(["key"]),
        ruling: Ruling::Void,
        corrected: None,
        reason: String::new(),
    };
    Body::KeyRuled { ruling: Box::new(ruling) }
}

#[test]
fn two_trainers_who_change_different_fields_both_have_their_way() {
    let events = [told(1, 1, named("Dakar")), told(2, 2, placed("Thiès")), told(1, 2, named("Dakar 2027"))];
    let plan = Plan::of(cohort(), &events);
    assert_eq!((plan.name.as_str(), plan.place.as_str(), plan.half_minutes), ("Dakar 2027", "Thiès", HALF_MINUTES));
    assert!(plan.is_founded() && !Plan::of(cohort(), []).is_founded());
}

#[test]
fn only_a_trainer_and_only_the_own_stream_counts() {
    let claimed = Event { author: Author::Learner, ..told(1, 1, named("Mine")) };
    let other = Event { subject: LearnerId::from_bits(6), ..told(1, 2, named("Other")) };
    assert!(!Plan::of(cohort(), &[claimed, other]).is_founded());
}

#[test]
fn a_regrade_stays_taken_back_whichever_arrives_first() {
    let events = [told(1, 2, ruled(3)), told(2, 1, undone(3)), told(1, 3, ruled(4))];
    let plan = Plan::of(cohort(), &events);
    assert_eq!(plan.standing().iter().map(|ruled| ruled.ruling.regrade.bits()).collect::<Vec<_>>(), [4]);
    assert!(plan.regrades[&RegradeId::from_bits(3)].undone);
}

fn kept(one: u128, other: u128, apart: bool) -> Body {
    Body::KeptApart { learners: [one, other].map(LearnerId::from_bits), apart }
}

#[test]
fn two_people_are_apart_whichever_is_named_first_until_that_is_taken_back() {
    let [one, other] = [1, 2].map(LearnerId::from_bits);
    let apart = Plan::of(cohort(), &[told(1, 1, kept(2, 1, true))]);
    assert!(apart.is_apart(one, other) && apart.is_apart(other, one) && apart.apart.len() == 1);
    let again = Plan::of(cohort(), &[told(1, 2, kept(1, 2, false)), told(1, 1, kept(2, 1, true))]);
    assert!(!again.is_apart(one, other));
    assert!(Plan::of(cohort(), &[told(1, 1, kept(1, 1, true))]).apart.is_empty(), "nobody is two people");
}

fn any_body() -> impl Strategy<Value = Body> {
    let half = prop::sample::select(vec![Half::Morning, Half::Afternoon]);
    prop_oneof![
        "[abc]".prop_map(|name| named(&name)),
        "[abc]".prop_map(|place| placed(&place)),
        (0..3_u128, any::<bool>()).prop_map(|(number, is)| belongs(number, is)),
        (0..3_u128, 0..3_u128, any::<bool>()).prop_map(|(one, other, apart)| kept(one, other, apart)),
        (0..3_u128, half.clone(), any::<bool>()).prop_map(|(number, half, present)| Body::AttendanceTicked {
            learner: LearnerId::from_bits(number),
            when: half_day("2027-03-16", half),
            present,
        }),
        (0..3_u128, half, "[ab]{0,2}").prop_map(|(note, half, text)| Body::SessionNoted {
            note: NoteId::from_bits(note),
            when: half_day("2027-03-16", half),
            text,
        }),
        (0..3_u16, prop::option::of(0..3_u16))
            .prop_map(|(planned, began)| { Body::BoxBegun { date: "2027-03-16".parse().unwrap(), planned, began } }),
        (0..3_u128).prop_map(ruled),
        (0..3_u128).prop_map(undone),
    ]
}

proptest! {
    #[test]
    fn streams_of_two_trainers_come_to_the_same_plan_in_any_order(
        bodies in prop::collection::vec((1..3_u128, any_body()), 0..30),
        seed in any::<u64>(),
    ) {
        let events: Vec<Event> = bodies.into_iter().zip(1..).map(|((writer, body), n)| told(writer, n, body)).collect();
        let mut shuffled = events.clone();
        crate::assess::shown::shuffle(&mut shuffled, seed);
        prop_assert_eq!(Plan::of(cohort(), &events), Plan::of(cohort(), &shuffled));
    }
}
