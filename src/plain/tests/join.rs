//! A trainer's invitation, line by line.

use super::*;
use crate::cohort::invitation::Seat;
use crate::cohort::{Invitation, Plan};
use crate::id::{CohortId, LearnerId};
use crate::journal::planning::{Field, OnCourse};
use crate::session::joining::Offer;

fn offer(home: &Home) -> Offer {
    let manifest = home.course.manifest();
    let plan = Plan {
        name: "Port-Sanvi".to_owned(),
        course: Some(OnCourse { id: manifest.id.clone(), version: manifest.version.clone() }),
        asks: [Field::Country].into(),
        ..Plan::of(CohortId::from_bits(9), [])
    };
    let seat = |(number, name): (u128, &str)| Seat {
        learner: LearnerId::from_bits(number),
        name: name.to_owned(),
        member: "Sol TV".to_owned(),
    };
    let seats = (1..).zip(["Awa Diop", "Awa Ba", "Zoé Sagna"]).map(seat).collect();
    let invitation = Invitation::of(&plan, seats, "The funder counts countries.").unwrap();
    let key = "did:key:z6MkvDqGT54cXesYGvABpF1UapVNwjCqRcafi4Px6Thv5T3Z".parse().unwrap();
    Offer { invitation, key }
}

fn run_with(home: &mut Home, script: &str) -> String {
    let offer = offer(home);
    let (mut session, effects, mut host) = home.session(Via::Plain);
    session.take_invitations(vec![offer]);
    let (mut input, mut output) = (script.as_bytes(), Vec::new());
    run(Begin { session, effects, open: None }, &mut input, &mut output, &mut host).unwrap();
    String::from_utf8(output).unwrap()
}

#[test]
fn a_name_of_the_list_is_picked_by_number_or_part_and_what_is_asked_may_stay_empty() {
    let mut home = Home::new();
    let output = run_with(&mut home, "awa\nzoe\n\nq\n");
    for told in ["What the trainer sees", "3. Zoé Sagna, Sol TV", "The reason:", "Hello, Zoé Sagna"] {
        assert!(output.contains(told), "{told}: {output}");
    }
    assert_eq!(output.matches("2. Awa Ba").count(), 2, "two are called Awa: {output}");
    let output = run_with(&mut home, "i\n2\nLagune\nq\n");
    assert!(output.contains("Hello, Awa Ba") && output.matches("Zoé Sagna, Sol TV").count() == 1, "{output}");
}

#[test]
fn who_is_not_on_the_list_types_a_name() {
    let output = run_with(&mut Home::new(), "nobody\nn\nKadi\nSol TV\n1\nq\n");
    assert!(output.contains("Hello, Kadi"), "{output}");
}
