//! Every kind on paper: what is printed, written and read again is the same answer.

use super::*;
use crate::assess::samples::{self, all, chosen, mark, marked, matching, multiple, order, placed, single, true_false};
use crate::assess::{grade_response, key_response};

#[test]
fn the_key_of_every_kind_is_written_and_read_back_as_itself() {
    for question in all() {
        let key = key_response(&question);
        let row = written(&question, &key);
        let again = read(&question, &row.replace(['“', '”'], "")).unwrap();
        assert!(grade_response(&question, &again).grade.is_full(), "{:?}: {row}", question.kind());
        assert_eq!(written(&question, &again), row);
    }
}

#[test]
fn what_was_left_out_is_a_dash_and_worth_nothing() {
    for question in all() {
        let nothing = read(&question, BLANK).unwrap();
        assert_eq!(nothing, empty_response(&question));
        assert_eq!(grade_response(&question, &nothing).grade.number(), 0, "{:?}", question.kind());
        assert_eq!(written(&question, &nothing), BLANK);
    }
}

#[test]
fn a_row_is_cut_at_blanks_and_words_may_hold_blanks_in_quotation_marks() {
    let questions = [single(), samples::short(), samples::number(75.0, 3.0)];
    let asked: Vec<&Question> = questions.iter().collect();
    for row in ["a \"the agency\" 75", "  a  “the agency”   75 ", "a «the agency» 75"] {
        assert_eq!(fields(row, &asked).unwrap(), ["a", "the agency", "75"], "{row}");
    }
    assert_eq!(fields("a \"the agency 75", &asked), Err(Unread::OpenQuote));
    assert_eq!(fields("a b", &asked), Err(Unread::Count { given: 2, wanted: 3 }));
}

#[test]
fn letters_may_stand_together_where_each_question_takes_one() {
    let (one, other) = (single(), true_false(true));
    assert_eq!(fields("ab-", &[&one, &other, &one]).unwrap(), ["a", "b", "-"]);
    assert_eq!(fields("ab", &[&one, &multiple()]), Err(Unread::Count { given: 1, wanted: 2 }));
}

#[test]
fn true_comes_before_false_and_capitals_are_letters_too() {
    assert_eq!(read(&true_false(true), "A"), Ok(chosen("true")));
    assert_eq!(read(&true_false(true), "b"), Ok(chosen("false")));
}

#[test]
fn what_cannot_be_an_answer_is_refused_with_the_reason() {
    let cases = [
        (single(), "d", Unread::NoSuchLetter('d', 'c')),
        (single(), "ab", Unread::Letters { given: 2, wanted: 1 }),
        (multiple(), "aba", Unread::Twice('a')),
        (order(), "abc", Unread::Letters { given: 3, wanted: 5 }),
        (matching(), "aab", Unread::Twice('a')),
        (matching(), "ab", Unread::Letters { given: 2, wanted: 3 }),
        (mark(), "3,11", Unread::NoSuchWord("11".to_owned(), 10)),
        (mark(), "9-7", Unread::NoSuchWord("9-7".to_owned(), 10)),
        (single(), "é", Unread::NoSuchLetter('é', 'c')),
    ];
    for (question, field, why) in cases {
        assert_eq!(read(&question, field), Err(why), "{field}");
    }
    assert!(matches!(read(&samples::number(75.0, 3.0), "many"), Err(Unread::NotYet(_))));
}

#[test]
fn words_are_numbered_from_one_and_places_may_be_left_open() {
    assert_eq!(read(&mark(), "2-4,7"), Ok(marked(&[1, 2, 3, 6])));
    assert_eq!(written(&mark(), &marked(&[1, 2, 3, 6])), "2-4,7");
    let Ok(Response::Placed(pairs)) = read(&matching(), "-a-") else { unreachable!("a match is placed") };
    assert_eq!(pairs.len(), 1);
    assert_ne!(placed("ax"), Response::Placed(Vec::new()));
}

#[test]
fn cards_are_never_printed_in_the_order_of_the_key() {
    for cards in 2..9 {
        let question = samples::order_of(cards);
        assert_ne!(Response::Ordered(printed(&question).options), key_response(&question), "{cards} cards");
    }
}
