//! The cases in which an item has no figures, and what is counted all the same.

use super::*;
use crate::assess::{Response, samples};
use crate::cohort::Picks;
use crate::cohort::fixture::{keys, sitting, sittings, slot};
use crate::cohort::reading::{self, Oddity};
use crate::cohort::stat::ENOUGH;
use crate::id::OptionId;

#[test]
fn without_anybody_there_is_nothing_to_say() {
    let none = Analysis::of(&[], &Keys::new(), Which::First);
    assert_eq!((none.sittings, none.people, none.items.len()), (0, 0, 0));
    assert_eq!((none.whole.mean.why(), none.whole.alpha.why()), (Some(Why::NoAnswers), Some(Why::NoAnswers)));
}

#[test]
fn a_perfect_item_has_no_discrimination_and_a_perfect_test_no_alpha() {
    let perfect = vec![vec![10_000; 4]; 30];
    let found = Analysis::of(&sittings(&perfect), &keys(4), Which::First);
    let item = &found.items[0];
    assert_eq!((item.facility.solid(), item.deviation.solid(), item.right), (Some(1.0), Some(0.0), 30));
    assert_eq!(item.discrimination, Stat::none(Why::SameMarks));
    assert_eq!(item.efficiency, Stat::none(Why::SameMarks));
    assert_eq!(item.effective_weight, Stat::none(Why::SameMarks));
    assert_eq!(
        (found.whole.alpha, found.whole.standard_error),
        (Stat::none(Why::SameMarks), Stat::none(Why::SameMarks))
    );
}

#[test]
fn where_only_one_item_varies_the_rest_has_nothing_to_correlate_with() {
    let marks: Vec<Vec<i32>> = (0..30).map(|n| vec![if n % 3 == 0 { 0 } else { 10_000 }, 10_000, 0]).collect();
    let found = Analysis::of(&sittings(&marks), &keys(3), Which::First);
    assert_eq!(found.items[0].discrimination, Stat::none(Why::SameRest));
    assert_eq!(found.items[1].discrimination, Stat::none(Why::SameMarks));
    assert_eq!(found.items[0].effective_weight.solid(), Some(1.0));
}

#[test]
fn a_test_of_one_question_has_no_rest() {
    let marks: Vec<Vec<i32>> = (0..30).map(|n| vec![n * 300]).collect();
    let found = Analysis::of(&sittings(&marks), &keys(1), Which::First);
    assert_eq!(found.items[0].discrimination, Stat::none(Why::OneItem));
    assert_eq!(found.whole.alpha, Stat::none(Why::OneItem));
    assert!(found.items[0].bootstrap(1).finish().is_none());
}

#[test]
fn a_question_that_was_taken_out_counts_nowhere() {
    let whole: Vec<Vec<i32>> = (0..30).map(|n| vec![n * 300, 10_000 - n * 100, (n % 4) * 2500]).collect();
    let taken_out: Vec<Vec<i32>> = whole.iter().map(|row| vec![row[0], row[1], row[2], -1]).collect();
    let with = Analysis::of(&sittings(&taken_out), &keys(4), Which::First);
    let without = Analysis::of(&sittings(&whole), &keys(3), Which::First);
    assert_eq!(with.whole, without.whole);
    assert_eq!(with.items[..3], without.items[..]);
    let item = &with.items[3];
    assert_eq!((item.asked, item.answers, item.facility), (30, 0, Stat::none(Why::NoAnswers)));
    assert_eq!((item.effective_weight, item.median_millis), (Stat::none(Why::NoAnswers), None));
}

#[test]
fn where_each_drew_other_questions_there_is_no_alpha() {
    let rows: Vec<Vec<i32>> =
        (0..40).map(|n| if n % 2 == 0 { vec![n * 100, 5000, -1] } else { vec![-1, n * 100, 0] }).collect();
    let found = Analysis::of(&sittings(&rows), &keys(3), Which::First);
    assert_eq!(found.whole.alpha, Stat::none(Why::NoCommonTest));
    assert!(found.whole.mean.solid().is_some());
}

#[test]
fn under_twenty_answers_counts_stand_and_statistics_are_grey() {
    let marks: Vec<Vec<i32>> = (0..19).map(|n| vec![n * 500, n * 500, (n % 2) * 10_000]).collect();
    let found = Analysis::of(&sittings(&marks), &keys(3), Which::First);
    let item = &found.items[0];
    assert_eq!(item.answers, ENOUGH - 1);
    for stat in [item.facility, item.deviation, item.discrimination, item.efficiency, found.whole.alpha] {
        assert_eq!((stat.value().is_some(), stat.solid(), stat.why()), (true, None, Some(Why::FewAnswers(19))));
    }
}

#[test]
fn who_stands_at_the_median_is_in_neither_half() {
    // The rest of the test: 0, 0, 1, 1, 1, 2 of two; the median is one half, and three stand there.
    let rest = [[0, 0], [0, 0], [10_000, 0], [0, 10_000], [10_000, 0], [10_000, 10_000]];
    let marks: Vec<Vec<i32>> = rest.iter().map(|[a, b]| vec![10_000, *a, *b]).collect();
    let found = Analysis::of(&sittings(&marks), &keys(3), Which::First);
    let item = &found.items[0];
    assert_eq!(item.halves, [1, 2]);
    let right = item.choices.iter().find(|choice| choice.is_key == Some(true)).unwrap();
    assert_eq!((right.chosen, right.of, right.halves, right.of_halves), (6, 6, [1, 2], [1, 2]));
}

#[test]
fn each_person_counts_once_by_the_attempt_that_is_asked_for() {
    let attempt = |learner, nth, mark: i32| sitting(learner, nth, &[mark, mark]);
    let tries = [attempt(1, 0, 2000), attempt(1, 1, 9000), attempt(1, 2, 4000), attempt(2, 0, 6000)];
    let mean = |which| Analysis::of(&tries, &keys(2), which).whole.mean.value().unwrap();
    let means = Which::EACH.map(mean);
    for (found, expected) in means.iter().zip([0.4, 0.75, 0.5, 0.525]) {
        assert!((found - expected).abs() < 1e-12);
    }
    let all = Analysis::of(&tries, &keys(2), Which::All);
    assert_eq!((all.sittings, all.people), (4, 2));
}

#[test]
fn what_is_placed_and_what_is_marked_is_counted_like_what_is_chosen() {
    let (matching, text) = (samples::matching(), samples::mark());
    let keys: Keys = [(slot(0), Key::of(&matching)), (slot(1), Key::of(&text))].into();
    let right = Key::of(&matching).pairs;
    let wrong = vec![(right[0].0.clone(), right[1].1.clone())];
    let spans = Key::of(&text);
    let first = spans.words[0].clone();
    let sat = |learner: u128, pairs: &[(OptionId, OptionId)], words: &[usize]| {
        let mut one = sitting(learner, 0, &[5000, 5000]);
        one.items[0].picks = Picks::of(&Response::Placed(pairs.to_vec())).into();
        one.items[1].picks = Picks::of(&Response::Marked(words.to_vec())).into();
        one
    };
    let tries = [sat(1, &right, &first), sat(2, &right, &first), sat(3, &wrong, &[])];
    let found = Analysis::of(&tries, &keys, Which::First);
    assert_eq!(reading::misplaced(&found.items[0]), [], "one wrong pair may be anybody's slip");
    let again = [&tries[..], &[sat(4, &wrong, &[])]].concat();
    let told = reading::misplaced(&Analysis::of(&again, &keys, Which::First).items[0]);
    let [Oddity::Misplaced { card, target, belongs, chosen: 2, of: 4, .. }] = &told[..] else { panic!("{told:?}") };
    assert_eq!([card, target, belongs], [&right[0].0, &right[1].1, &right[0].1]);
    let placings = &found.items[0].placings;
    assert_eq!(
        (placings[0].option.clone(), placings[0].target.clone()),
        (right[0].0.clone(), Some(right[0].1.clone()))
    );
    assert_eq!((placings[0].is_key, placings[0].chosen, placings[0].of), (Some(true), 2, 3));
    assert_eq!(
        (placings[1].option.clone(), placings[1].is_key, placings[1].chosen),
        (right[0].0.clone(), Some(false), 1)
    );
    assert_eq!(placings.len(), right.len() + 1);
    let marked = &found.items[1].choices;
    assert_eq!(marked.len(), spans.options.len());
    assert_eq!((marked[0].option.clone(), marked[0].chosen, marked[0].of), (spans.options[0].clone(), 2, 3));
    assert!(found.items[0].choices.is_empty() && found.items[1].placings.is_empty());
}
