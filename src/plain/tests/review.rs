//! The review, line by line: what is due, a run that is left and gone on with, the end of one.

use super::*;

/// A home where the first quiz was answered, with one question wrong in full and all others left out.
fn home() -> Home {
    let mut home = Home::with_learner();
    home.run("1\n1\n2\n1\n1 2\n2\n4 3 2 1\n1 2\n1 2 2\n75\nthe desk\n2 12-13\n\nq\nq\n");
    home
}

fn asked(home: &mut Home) -> usize {
    let (session, _) = home.enter(Via::Plain);
    session.learning().unwrap().run().unwrap().outside.len()
}

#[test]
fn nothing_is_due_on_the_same_day() {
    let output = home().run("1\nr\nq\n");
    assert!(output.contains("Nothing is due for review today."), "{output}");
    assert!(!output.contains("r asks"), "{output}");
}

#[test]
fn what_is_due_is_said_asked_left_and_gone_on_with() {
    let mut home = home();
    home.days = 1;
    let (session, _) = home.enter(Via::Plain);
    let due = session.reviews_due();
    assert!(due > 1);
    let output = home.run("1\nr\nq\nq\n");
    assert!(output.contains(&format!("Review: {due} items due. r asks them.")), "{output}");
    assert!(output.contains("They change no score"), "{output}");
    assert!(output.contains(&format!("Question 1 of {due}")), "{output}");
    assert_eq!(asked(&mut home), 0);
    let (mut session, mut host) = home.enter(Via::Plain);
    let (is_due, effects) = session.sit_review();
    assert!(is_due);
    carry_out(&mut session, &mut host, effects);
    while let Some(sitting) = session.sitting().filter(|sitting| !sitting.is_over()) {
        let key = crate::assess::key_response(&sitting.item().question);
        let mut effects = session.respond(key);
        effects.extend(session.hand_in());
        carry_out(&mut session, &mut host, effects);
        session.next_question();
    }
    let told = session.reviewed().unwrap();
    assert_eq!((told.tomorrow + told.this_week + told.later, told.more), (due, 0), "{told:?}");
    drop((session, host));
    assert_eq!(asked(&mut home), due);
    let output = home.run("1\nr\nq\n");
    assert!(output.contains("Nothing is due for review today."), "{output}");
}
