//! What is typed in plain mode, read as answers of every kind, or refused with a reason.
//!
//! Apart from reading for its length; no session takes part.

use super::*;
use crate::assess::samples;
use crate::course::Question;
use crate::id::{QuestionId, QuestionRef};

fn item(question: Question) -> Item {
    let at = QuestionRef::parse("gathering/first#question").unwrap();
    let mut item = Item::new(at, QuestionId::new("question").unwrap(), question, 0);
    // In file order, so that cases can be read.
    item.shown = item.question.body.options().iter().map(|option| option.id.clone()).collect();
    item.targets = item.question.body.targets().iter().map(|target| target.id.clone()).collect();
    item
}

fn id(name: &str) -> OptionId {
    samples::id(name)
}

#[test]
fn entries_are_read_as_answers() {
    let ids = |names: &str| names.chars().map(|c| id(&c.to_string())).collect::<Vec<_>>();
    let pairs = |pairs: &[(&str, &str)]| Response::Placed(pairs.iter().map(|(o, t)| (id(o), id(t))).collect());
    let cases = [
        (samples::single(), "2", Response::Chosen(Some(id("b")))),
        (samples::true_false(true), "2", Response::Chosen(Some(id("false")))),
        (samples::multiple(), "3, 1", Response::Ticked(ids("ac"))),
        (samples::multiple(), "2-4", Response::Ticked(ids("bcd"))),
        (samples::order(), "5 4 3 2 1", Response::Ordered(ids("edcba"))),
        (samples::matching(), "4", pairs(&[("a", "w")])),
        (samples::matching(), "1;2;3", pairs(&[("a", "x"), ("b", "y"), ("c", "z")])),
        (samples::sort(), "1 1 2 2", pairs(&[("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")])),
        (samples::number(75.0, 3.0), "75 words", Response::Typed("75 words".to_owned())),
        (samples::short(), "the desk", Response::Typed("the desk".to_owned())),
        (samples::mark(), "3 1-2 2", Response::Marked(vec![0, 1, 2])),
    ];
    for (question, text, response) in cases {
        assert_eq!(read(&item(question), text), Ok(response), "{text}");
    }
}

#[test]
fn entries_that_are_no_answer_say_why() {
    let not = |text: &str| Why::NotANumber(text.to_owned());
    let cases = [
        (samples::single(), "x", not("x")),
        (samples::single(), "-1", not("-1")),
        (samples::single(), "2.5", not("2.5")),
        (samples::single(), "0", Why::OutOfRange("0".to_owned(), 3)),
        (samples::single(), "99999999999999999999", Why::OutOfRange("99999999999999999999".to_owned(), 3)),
        (samples::single(), "1 2", Why::OnlyOne),
        (samples::single(), ",", Why::Empty),
        (samples::multiple(), "1 1", Why::Twice(1)),
        (samples::order(), "1 2 3", Why::Missing(2)),
        (samples::matching(), "1 1", Why::Taken(1, 1)),
        (samples::matching(), "1 2 3 4", Why::TooMany(3)),
        (samples::matching(), "b", Why::NothingBefore),
        (samples::mark(), "9-2", not("9-2")),
        (samples::number(75.0, 3.0), "many", Why::NotYet(NotYet::NotANumber("many".to_owned()))),
        (samples::number(75.0, 3.0), "75 km", Why::OtherUnit("words".to_owned())),
        (samples::short(), "…", Why::NotYet(NotYet::NothingTyped)),
    ];
    for (question, text, why) in cases {
        assert_eq!(read(&item(question), text), Err(why), "{text}");
    }
}

#[test]
fn b_takes_the_last_place_back() {
    let mut item = item(samples::matching());
    item.response = read(&item, "1 2").unwrap();
    item.response = read(&item, "b").unwrap();
    assert_eq!(unplaced(&item).first(), Some(&&id("b")));
}

#[test]
fn an_answer_typed_again_is_the_same_answer() {
    for question in samples::all() {
        let mut item = item(question);
        let key = assess::key_response(&item.question);
        item.response = key.clone();
        let text = as_typed(&item);
        item.response = assess::first_response(&item.question, &item.shown);
        assert_eq!(read(&item, &text), Ok(key), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_entry_panics(text in ".{0,40}", kind in 0_usize..9) {
        let question = samples::all().into_iter().nth(kind).unwrap();
        let item = item(question);
        if let Ok(response) = read(&item, &text) {
            assess::grade_response(&item.question, &response);
        }
    }
}
