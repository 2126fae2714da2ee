//! Forms that nobody judges, and the capstone, line by line.

use super::*;
use crate::course::exercise::work::Entry;
use crate::id::ExerciseId;

fn home() -> Home {
    let mut home = Home::new();
    home.course = Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
    home.run("Awa Diop\nLagune TV\n1\n");
    home
}

fn said(home: &mut Home, question: &str) -> Vec<Entry> {
    let (session, _) = home.enter(Via::Screen);
    let run = session.learning().unwrap().run().unwrap();
    let form = ExerciseId::new("forms/reaction").unwrap();
    run.replies.all(&form, None).map(|reply| reply.answers[question].clone()).collect()
}

#[test]
fn a_form_is_filled_in_line_by_line_and_changed_later() {
    let mut home = home();
    let output = home.run("1\nt4\n1\n3\n1 4\nAsk for names on camera.\n.\n=q\n.\nh\n\nq\n");
    assert!(output.contains("Nobody marks the answers"), "{output}");
    assert!(output.contains("Handed in. Thank you."), "{output}");
    assert!(output.contains("Answered"), "{output}");
    assert!(output.contains("Due from 2027-04-15"), "{output}");
    assert_eq!(said(&mut home, "change"), [Entry::One("q".into())]);
    let output = home.run("1\nT4\ng 2\n5\nh\n\nq\n");
    assert!(output.contains("What you said before stands there"), "{output}");
    assert_eq!(said(&mut home, "pace"), [Entry::One("right".into()), Entry::One("too-fast".into())]);
    assert_eq!(said(&mut home, "use-at-work")[1], Entry::One("nearly-all".into()));
}

#[test]
fn an_empty_form_is_not_handed_in_and_nothing_is_judged() {
    let mut home = home();
    let output = home.run("1\nt4\nc\nu\nn\nh\n\nq\nq\n");
    assert!(output.contains("Nothing is filled in yet."), "{output}");
    assert!(!output.contains("Debrief"), "{output}");
    let (session, _) = home.enter(Via::Screen);
    assert_eq!(session.learning().unwrap().run().unwrap().replies.forms().count(), 0);
}

#[test]
fn the_capstone_stands_before_the_test_after_the_course() {
    let mut home = home();
    let output = home.run("1\nt2\nq\nq\n");
    let place = |words: &str| output.find(words).unwrap_or_else(|| panic!("no {words}: {output}"));
    assert!(place("T2 A night at the desk") < place("T3 After the course"));
    assert!(place("T3 After the course") < place("T4 What you think of the course"));
    assert!(output.contains("Back on the desk, 90 days later"), "{output}");
}
