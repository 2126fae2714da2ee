//! The nine kinds, sat by a script; and the same answers given to a session directly.

use super::*;
use crate::assess::{self, Response};
use crate::id::QuizId;
use crate::session::item::Item;

/// The answers of a script, by what the item shows: a mixture of right and wrong ones.
fn entries(items: &[Item], answer: impl Fn(&Item) -> Response) -> String {
    let typed = |item: &Item| {
        let mut item = item.clone();
        item.response = answer(&item);
        entry::as_typed(&item) + "\n"
    };
    items.iter().map(typed).collect()
}

/// Puts the first attempt of a fresh home out, without answering.
fn items(home: &mut Home) -> Vec<Item> {
    let (mut session, mut host) = home.enter(Via::Screen);
    let quiz = QuizId::Lesson(home.course.outlines()[0].id.clone());
    let effects = session.sit(&quiz).unwrap();
    carry_out(&mut session, &mut host, effects);
    session.sitting().unwrap().items.clone()
}

fn wrong(item: &Item) -> Response {
    match assess::key_response(&item.question) {
        Response::Chosen(key) => Response::Chosen(item.shown.iter().find(|id| Some(*id) != key.as_ref()).cloned()),
        Response::Ticked(_) => Response::Ticked(item.question.body.options().iter().map(|o| o.id.clone()).collect()),
        Response::Ordered(_) => Response::Ordered(item.shown.clone()),
        Response::Placed(pairs) => {
            let targets = pairs.iter().map(|(_, target)| target.clone()).rev();
            Response::Placed(pairs.iter().map(|(option, _)| option.clone()).zip(targets).collect())
        }
        Response::Typed(text) if text.parse::<f64>().is_ok() => Response::Typed("4500".to_owned()),
        Response::Typed(_) => Response::Typed("the public".to_owned()),
        Response::Marked(_) => Response::Marked(vec![0, 1, 5]),
    }
}

const TO_THE_QUIZ: &str = "1\n1\n2\n";

#[test]
fn a_quiz_of_all_nine_kinds_answered_right() {
    let mut home = Home::with_learner();
    let items = items(&mut home);
    let script = entries(&items, |item| assess::key_response(&item.question));
    insta::assert_snapshot!(home.run(&format!("{TO_THE_QUIZ}{script}q\n")));
}

#[test]
fn a_quiz_of_all_nine_kinds_answered_wrong() {
    let mut home = Home::with_learner();
    let items = items(&mut home);
    let script = entries(&items, wrong);
    insta::assert_snapshot!(home.run(&format!("{TO_THE_QUIZ}{script}\nq\n")));
}

/// The grades of the first attempt, question by question.
fn grades(home: &mut Home) -> Vec<(String, u16)> {
    let (session, _) = home.enter(Via::Screen);
    let run = session.learning().unwrap().run().unwrap();
    let attempt = run.attempts.values().next().unwrap();
    assert!(attempt.is_whole());
    attempt.answers.iter().map(|(at, given)| (at.to_string(), given.answer.grade.number())).collect()
}

#[test]
fn the_same_answers_get_the_same_grades_here_and_on_the_session() {
    for answer in [wrong as fn(&Item) -> Response, |item| assess::key_response(&item.question)] {
        let (mut plain, mut direct) = (Home::with_learner(), Home::with_learner());
        let script = entries(&items(&mut plain), answer);
        plain.run(&format!("{TO_THE_QUIZ}{script}\nq\n"));
        sit_directly(&mut direct, answer);
        let grades = grades(&mut plain);
        assert_eq!(grades.len(), 9);
        assert_eq!(grades, self::grades(&mut direct));
    }
}

fn sit_directly(home: &mut Home, answer: fn(&Item) -> Response) {
    let (mut session, mut host) = home.enter(Via::Screen);
    let quiz = QuizId::Lesson(home.course.outlines()[0].id.clone());
    let mut effects = session.sit(&quiz).unwrap();
    while !session.sitting().unwrap().is_over() {
        let response = answer(session.sitting().unwrap().item());
        effects.extend(session.respond(response));
        effects.extend(session.hand_in());
        carry_out(&mut session, &mut host, std::mem::take(&mut effects));
        session.next_question();
    }
}

#[test]
fn a_test_gives_no_hints_and_tells_the_grades_at_the_end() {
    let mut home = Home::with_learner();
    let (mut session, mut host) = home.enter(Via::Screen);
    let quiz = QuizId::Test(home.course.manifest().tests[0].id.clone());
    let effects = session.sit(&quiz).unwrap();
    carry_out(&mut session, &mut host, effects);
    let script = entries(&session.sitting().unwrap().items, |item| assess::key_response(&item.question));
    insta::assert_snapshot!(home.run(&format!("1\nT1\nh\n{script}\nq\n")));
}

#[test]
fn hints_come_one_after_the_other() {
    let output = Home::with_learner().run(&format!("{TO_THE_QUIZ}h\nh\nh\n"));
    let hints: Vec<&str> = output.lines().filter(|line| line.contains("int")).collect();
    let expected = [
        "Hint: A field is a topic.",
        "Hint: Look for the line that could turn out to be wrong.",
        "There is no hint here.",
    ];
    assert!(expected.iter().all(|hint| hints.contains(hint)), "{output}");
}

#[test]
fn the_wrong_ones_can_be_practised_and_count_nowhere() {
    let mut home = Home::with_learner();
    let items = items(&mut home);
    let script = entries(&items, wrong);
    let output = home.run(&format!("{TO_THE_QUIZ}{script}1\n1\nq\nq\n"));
    assert!(output.contains("Result: 0 of 9 right"), "{output}");
    let (session, _) = home.enter(Via::Screen);
    assert_eq!(session.learning().unwrap().run().unwrap().attempts.len(), 1);
}
