//! What holds for every kind of question.

use proptest::prelude::*;

use crate::assess::samples::{self, id};
use crate::assess::{
    Grade, Mark, NotYet, Response, check_response, empty_response, grade_response, is_complete, key_response,
};
use crate::course::question::{Kind, QuestionBody};

fn any_id() -> impl Strategy<Value = crate::id::OptionId> {
    prop::sample::select(vec!["a", "b", "c", "d", "e", "x", "y", "z", "w", "true", "false", "k", "nobody"]).prop_map(id)
}

fn any_response() -> impl Strategy<Value = Response> {
    let ids = || prop::collection::vec(any_id(), 0..8);
    let pairs = prop::collection::vec((any_id(), any_id()), 0..8);
    let at = prop::collection::vec(prop_oneof![0..12_usize, Just(usize::MAX)], 0..12);
    let typed = prop_oneof![any::<String>(), "[-0-9 .,']{0,12}", "[a-z *]{0,12}"];
    prop_oneof![
        prop::option::of(any_id()).prop_map(Response::Chosen),
        ids().prop_map(Response::Ticked),
        ids().prop_map(Response::Ordered),
        Just("abcde".chars().map(|c| id(&c.to_string())).collect::<Vec<_>>())
            .prop_shuffle()
            .prop_map(Response::Ordered),
        pairs.prop_map(Response::Placed),
        typed.prop_map(Response::Typed),
        at.prop_map(Response::Marked),
    ]
}

#[test]
fn there_is_a_sample_of_each_kind() {
    let kinds: Vec<_> = samples::all().iter().map(crate::course::Question::kind).collect();
    assert_eq!(kinds, Kind::ALL);
}

#[test]
fn the_key_is_full_and_can_be_handed_in() {
    for question in samples::all() {
        let graded = grade_response(&question, &key_response(&question));
        assert_eq!(graded.grade, Grade::FULL, "{:?}", question.kind());
        assert!(graded.findings.iter().all(|f| matches!(f.mark, Mark::Right | Mark::Open)));
        assert_eq!(check_response(&question, &key_response(&question)), Ok(()), "{:?}", question.kind());
    }
}

#[test]
fn nothing_is_worth_nothing_and_cannot_be_handed_in() {
    for question in samples::all() {
        let empty = empty_response(&question);
        let graded = grade_response(&question, &empty);
        assert_eq!(graded.grade, Grade::ZERO, "{:?}", question.kind());
        assert!(graded.findings.iter().all(|f| matches!(f.mark, Mark::Missed | Mark::Open)));
        assert!(!is_complete(&question, &empty), "{:?}", question.kind());
    }
}

#[test]
fn another_form_is_worth_nothing() {
    let same_form = |a: &Response, b: &Response| std::mem::discriminant(a) == std::mem::discriminant(b);
    for question in samples::all() {
        for other in samples::all() {
            let response = key_response(&other);
            if !same_form(&response, &empty_response(&question)) {
                assert_eq!(grade_response(&question, &response).grade, Grade::ZERO);
                assert_eq!(check_response(&question, &response), Err(NotYet::WrongForm));
            }
        }
    }
}

proptest! {
    #[test]
    fn every_response_has_a_grade_on_the_scale(response in any_response()) {
        for question in samples::all() {
            let graded = grade_response(&question, &response);
            prop_assert!(graded.grade <= Grade::FULL);
            let options = question.body.options().len().max(1);
            prop_assert!((options..=options + 1).contains(&graded.findings.len()));
            if graded.grade.is_full() {
                prop_assert!(graded.findings.iter().any(|f| f.mark == Mark::Right));
            }
        }
    }

    #[test]
    fn the_order_of_ticks_places_and_marks_does_not_count(response in any_response(), turn in 0..8_usize) {
        let mut turned = response.clone();
        if let Response::Ticked(ids) = &mut turned {
            let by = turn % ids.len().max(1);
            ids.rotate_left(by);
        }
        if let Response::Marked(at) = &mut turned {
            let by = turn % at.len().max(1);
            at.rotate_left(by);
        }
        for question in samples::all() {
            prop_assert_eq!(grade_response(&question, &response), grade_response(&question, &turned));
        }
    }

    #[test]
    fn a_right_tick_more_never_costs(ticks in prop::sample::subsequence(vec!["a", "b", "c", "d", "e"], 0..=5)) {
        let question = samples::multiple();
        let before = grade_response(&question, &samples::ticked(&ticks)).grade;
        for more in ["a", "b", "c"] {
            let mut ticks = ticks.clone();
            ticks.push(more);
            prop_assert!(grade_response(&question, &samples::ticked(&ticks)).grade >= before);
        }
        for wrong in ["d", "e"] {
            let mut ticks = ticks.clone();
            ticks.push(wrong);
            prop_assert!(grade_response(&question, &samples::ticked(&ticks)).grade <= before);
        }
    }

    #[test]
    fn a_right_word_more_never_costs(marked in prop::collection::btree_set(0..10_usize, 0..10)) {
        let question = samples::mark();
        let QuestionBody::Mark { words, keys, .. } = &question.body else { return Ok(()) };
        let grade = |at: &std::collections::BTreeSet<usize>| {
            grade_response(&question, &Response::Marked(at.iter().copied().collect())).grade
        };
        for (at, word) in words.iter().enumerate() {
            let mut more = marked.clone();
            more.insert(at);
            if word.span.as_ref().is_some_and(|s| keys.contains(s)) {
                prop_assert!(grade(&more) >= grade(&marked));
            } else {
                prop_assert!(grade(&more) <= grade(&marked));
            }
        }
    }

    #[test]
    fn a_card_put_right_never_costs(targets in prop::collection::vec(prop::sample::select(vec!["x", "y", "z"]), 4)) {
        let question = samples::sort();
        let QuestionBody::Sort { options, keys, .. } = &question.body else { return Ok(()) };
        let place = |targets: &[crate::id::OptionId]| {
            let cards = options.iter().map(|o| o.id.clone());
            grade_response(&question, &Response::Placed(cards.zip(targets.iter().cloned()).collect())).grade
        };
        let targets: Vec<_> = targets.into_iter().map(id).collect();
        for at in 0..4 {
            let mut better = targets.clone();
            better[at] = keys[at].clone();
            prop_assert!(place(&better) >= place(&targets));
        }
    }
}
