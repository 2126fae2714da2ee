//! The test before the built-in course, line by line: after each answer one says whether one is sure.

use super::*;
use crate::assess::{Response, key_response};
use crate::id::{QuizId, TestId};
use crate::report::Format;
use crate::session::item::Item;

/// The test begun and left, so that a script can know its questions as they are shown.
fn begun() -> (Home, Vec<Item>) {
    let mut home = Home::new();
    home.course = Arc::new(Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
    home.run("Awa Diop\nLagune TV\n1\n");
    let (mut session, mut host) = home.enter(Via::Screen);
    let effects = session.sit(&QuizId::Test(TestId::new("test/pre").unwrap())).unwrap();
    carry_out(&mut session, &mut host, effects);
    let items = session.sitting().unwrap().items.clone();
    (home, items)
}

/// What a learner types for the key of a question, or for something else where it is easily wrong.
fn typed(item: &Item, rightly: bool) -> String {
    let mut item = item.clone();
    item.response = key_response(&item.question);
    if let (Response::Chosen(key), false) = (&item.response, rightly) {
        item.response = Response::Chosen(item.shown.iter().find(|id| Some(*id) != key.as_ref()).cloned());
    }
    let text = entry::as_typed(&item);
    if matches!(item.response, Response::Typed(_)) { format!("={text}") } else { text }
}

#[test]
fn sure_and_not_sure_are_asked_after_each_answer_and_reported() {
    let (mut home, items) = begun();
    let is_choice = |item: &Item| matches!(key_response(&item.question), Response::Chosen(_));
    // Every choice is answered wrongly, every second one of them surely; all else rightly, and surely.
    let mut choices = 0;
    let mut wrong_and_sure = 0;
    let mut script = String::from("1\nt1\n");
    for item in &items {
        let is_wrong = is_choice(item);
        choices += usize::from(is_wrong);
        let is_sure = !is_wrong || choices % 2 == 1;
        wrong_and_sure += usize::from(is_wrong && is_sure);
        script += &[typed(item, !is_wrong), if is_sure { "1" } else { "2" }.to_owned(), String::new()].join("\n");
    }
    let output = home.run(&(script + "\nq\nq\n"));
    assert_eq!(output.matches("Are you sure of this answer?").count(), items.len(), "{output}");
    assert!(output.contains("This test measures. Nothing depends on it."), "{output}");
    let (session, _) = home.enter(Via::Screen);
    let json: serde_json::Value = serde_json::from_slice(&session.report().unwrap().write(Format::Json)).unwrap();
    let tried = &json["tables"]["attempts"]["rows"][0];
    assert_eq!((&tried["quiz"], &tried["answered"]), (&"test/pre".into(), &24.into()));
    assert_eq!(tried["confident_errors"], wrong_and_sure);
    assert!(wrong_and_sure > 0);
}

#[test]
fn a_line_that_is_neither_is_refused_and_the_question_comes_again() {
    let (mut home, items) = begun();
    let output = home.run(&format!("1\nt1\n{}\n3\nperhaps\n2\nq\nq\n", typed(&items[0], true)));
    assert_eq!(output.matches("Are you sure of this answer?").count(), 3, "{output}");
}
