//! Figures held against those that other people's programs computed (`fixtures/figures.json`, made by
//! `tests/outside/figures.py` with `NumPy`, `SciPy`, scikit-learn and statsmodels) and against published examples; and what
//! holds for any answers at all.

use serde_json::Value as Json;

use super::agreement::{Agreement, Pair};
use super::fixture::{answer, keys, option, sitting, sittings};
use super::gain::{Gain, Size, normalised};
use super::intervals::{Bootstrap, wilson};
use super::items::Analysis;
use super::reading::{self, Oddity};
use super::stat::Why;
use super::{AskedItem, Picks, Sitting, Stat, Which};
use crate::id::LearnerId;

mod laws;

fn figures() -> Json {
    serde_json::from_str(include_str!("fixtures/figures.json")).unwrap()
}

fn list(json: &Json) -> &[Json] {
    json.as_array().unwrap()
}

#[track_caller]
fn assert_is(found: Option<f64>, expected: &Json, what: &str) {
    match (found, expected.as_f64()) {
        (Some(found), Some(expected)) => {
            assert!((found - expected).abs() < 1e-9, "{what}: {found} for {expected}");
        }
        (found, expected) => assert_eq!(found, expected, "{what}"),
    }
}

#[test]
fn items_and_tests_with_partial_marks_and_gaps_are_what_numpy_makes_of_them() {
    for test in list(&figures()["tests"]) {
        let mark = |mark: &Json| i32::try_from(mark.as_i64().unwrap()).unwrap();
        let marks: Vec<Vec<i32>> =
            list(&test["marks"]).iter().map(|row| list(row).iter().map(mark).collect()).collect();
        let found = Analysis::of(&sittings(&marks), &keys(9), Which::First);
        for (item, expected) in found.items.iter().zip(list(&test["items"])) {
            assert_eq!(Some(item.answers as u64), expected["answers"].as_u64());
            for (what, stat) in [
                ("facility", item.facility),
                ("deviation", item.deviation),
                ("discrimination", item.discrimination),
                ("efficiency", item.efficiency),
                ("weight", item.effective_weight),
            ] {
                assert_is(stat.value(), &expected[what], what);
            }
        }
        let (whole, expected) = (found.whole, &test["whole"]);
        assert_eq!(Some(whole.complete as u64), expected["complete"].as_u64());
        for (what, stat) in [
            ("mean", whole.mean),
            ("median", whole.median),
            ("deviation", whole.deviation),
            ("alpha", whole.alpha),
            ("error_ratio", whole.error_ratio),
            ("standard_error", whole.standard_error),
        ] {
            assert_is(stat.value(), &expected[what], what);
        }
    }
}

#[test]
fn a_bootstrap_is_what_numpy_makes_of_the_same_draws_in_pieces_of_any_size() {
    let expected = &figures()["bootstrap"];
    let pair = |pair: &Json| (pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap());
    let mut pairs: Vec<(f64, f64)> = list(&expected["pairs"]).iter().map(pair).collect();
    let (seed, samples) = (expected["seed"].as_u64().unwrap(), expected["samples"].as_u64().unwrap());
    let samples = usize::try_from(samples).unwrap();
    let whole = Bootstrap::new(&pairs, seed, samples).finish().unwrap();
    assert_is(Some(whole.low), &expected["low"], "low");
    assert_is(Some(whole.high), &expected["high"], "high");
    pairs.reverse();
    let mut pieces = Bootstrap::new(&pairs, seed, samples);
    assert_eq!(pieces.interval(), None);
    while !pieces.step(7) {}
    assert_eq!((pieces.interval(), pieces.seed()), (Some(whole), seed));
}

#[test]
fn wilsons_interval_is_what_statsmodels_makes_of_it() {
    for row in list(&figures()["wilson"]) {
        let whole = usize::try_from(row[1].as_u64().unwrap()).unwrap();
        let found = wilson(row[0].as_f64().unwrap(), whole).unwrap();
        assert_is(Some(found.low), &row[2], "low");
        assert_is(Some(found.high), &row[3], "high");
    }
    assert_eq!(wilson(0.0, 0), None);
}

#[test]
fn weighted_kappa_is_what_scikit_learn_and_statsmodels_make_of_it() {
    let expected = &figures()["kappa"];
    let points = |who: &str| list(&expected[who]).iter().map(|n| u32::try_from(n.as_u64().unwrap()).unwrap()).collect();
    let (first, second): (Vec<u32>, Vec<u32>) = (points("first"), points("second"));
    let pairs: Vec<Pair> = first.into_iter().zip(second).map(|(first, second)| Pair { first, second }).collect();
    let found = Agreement::of(&pairs);
    assert_is(found.linear.solid(), &expected["linear"], "linear");
    assert_is(found.quadratic.solid(), &expected["quadratic"], "quadratic");
}

#[test]
fn with_two_categories_weights_change_nothing_as_in_the_example_of_fifty_proposals() {
    // The example of the usual introduction to Cohen's kappa: 20 both yes, 5 and 10 disagreed, 15 both no; 0.4.
    let table = [(1, 1, 20), (1, 0, 5), (0, 1, 10), (0, 0, 15)];
    let pairs: Vec<Pair> =
        table.iter().flat_map(|(first, second, times)| vec![Pair { first: *first, second: *second }; *times]).collect();
    let found = Agreement::of(&pairs);
    assert_eq!((found.both, found.same), (50, 35));
    for kappa in [found.linear, found.quadratic] {
        assert!((kappa.solid().unwrap() - 0.4).abs() < 1e-12);
    }
}

#[test]
fn markers_who_never_differ_from_one_value_have_no_kappa() {
    let same = vec![Pair { first: 3, second: 3 }; 30];
    assert_eq!(Agreement::of(&same).linear, Stat::none(Why::OneCategory));
    assert_eq!(Agreement::of(&[]).quadratic, Stat::none(Why::NoAnswers));
    let all: Vec<Pair> = (0..30).map(|n| Pair { first: n % 5, second: n % 5 }).collect();
    assert_eq!(Agreement::of(&all).quadratic.solid(), Some(1.0));
}

/// A test in which each row is a person's grade, in percent.
fn taken(percents: &[i32]) -> Vec<Sitting> {
    sittings(&percents.iter().map(|percent| vec![percent * 100]).collect::<Vec<_>>())
}

#[test]
fn normalised_gain_is_hakes() {
    // From 58 to 82 percent is 0.57 (R. R. Hake's definition of 1998, with the numbers of our curriculum); and what his
    // paper draws as lines: 0.3 and 0.7 part low, medium and high.
    let of = |before: f64, after: f64| normalised(before, after).value();
    assert!((of(0.58, 0.82).unwrap() - 0.571_428_571).abs() < 1e-9);
    assert_eq!((of(0.5, 0.5), of(0.0, 1.0), of(0.5, 0.25)), (Some(0.0), Some(1.0), Some(-0.5)));
    assert_eq!(normalised(1.0, 1.0), Stat::none(Why::PerfectBefore));
    let sizes = [0.299, 0.3, 0.7, 0.701].map(Size::of);
    assert_eq!(sizes, [Size::Low, Size::Medium, Size::Medium, Size::High]);
}

#[test]
fn a_cohorts_gain_is_of_those_who_took_both_tests() {
    let (before, mut after) = (taken(&[40, 60, 100, 20]), taken(&[70, 80, 90]));
    after.push(sitting(9, 0, &[10_000]));
    let found = Gain::of(&before, &after, Which::First);
    assert_eq!((found.people.len(), found.both), (5, 3));
    // 200 / 3 before, 80 after: 13.33 of 33.33 that were left.
    assert!((found.normalised.value().unwrap() - 0.4).abs() < 1e-9);
    assert!((found.mean_normalised.value().unwrap() - 0.5).abs() < 1e-9);
    assert_eq!(found.normalised.why(), Some(Why::FewAnswers(3)));
    let whys: Vec<_> = found.people.iter().map(|person| (person.change(), person.normalised().why())).collect();
    let missing = (None, Some(Why::OneTestMissing));
    assert_eq!(
        whys,
        [(Some(3000), None), (Some(2000), None), (Some(-1000), Some(Why::PerfectBefore)), missing, missing]
    );
}

#[test]
fn a_confident_error_is_sure_and_wrong() {
    let mut before = sittings(&[vec![0, 0, 10_000, 5000]]);
    for (item, sure) in before[0].items.iter_mut().zip([Some(true), Some(false), Some(true), Some(true)]) {
        item.confident = sure;
    }
    let found = Gain::of(&before, &sittings(&[vec![0, 0, 0, 0]]), Which::First);
    assert_eq!((found.confident_errors_before, found.confident_errors_after), (Some(2), None));
}

#[test]
fn a_wrong_key_a_dead_option_and_a_slow_question_are_seen() {
    // Good people choose b at question 0, whose key is a; nobody ever chooses d; question 2 takes ages.
    let attempt = |n: u128| {
        let good = n.is_multiple_of(2);
        let rest = if good { 10_000 } else { 0 };
        let mut sitting = sitting(n + 1, 0, &[10_000 - rest, rest, rest, if n.is_multiple_of(10) { 0 } else { rest }]);
        let chosen = vec![option(["a", "b", "c"][(n % 3) as usize])];
        sitting.items[3].picks = Picks { chosen, ..Picks::default() }.into();
        sitting.items[2].millis = 90_000;
        sitting
    };
    let mut tries: Vec<Sitting> = (0..40).map(attempt).collect();
    tries.push(attempt(40));
    let found = Analysis::of(&tries, &keys(4), Which::First);
    let read = |at: usize| reading::of(&found.items[at], &found);
    let names = |at: usize| read(at).iter().map(|reading| reading.oddity.key()).collect::<Vec<_>>();
    let suspect = &read(0)[0];
    assert!(suspect.is_sure && suspect.oddity.is_grave());
    assert!(
        matches!(&suspect.oddity, Oddity::KeySuspect { option: of, chosen: 21, key_chosen: 20, of: 41, .. } if *of == option("b"))
    );
    assert_eq!(names(0)[1], "against-test");
    assert!(names(2).contains(&"slow") && !names(1).contains(&"slow"));
    assert_eq!(names(3).iter().filter(|name| **name == "weak-distractor").count(), 1);
}

#[test]
fn under_twenty_answers_only_counts_speak_and_say_so() {
    let found = Analysis::of(&sittings(&vec![vec![0, 10_000]; 8]), &keys(2), Which::First);
    let read = reading::of(&found.items[0], &found);
    assert_eq!(read.len(), 1);
    assert!(!read[0].is_sure && matches!(read[0].oddity, Oddity::KeySuspect { chosen: 8, .. }));
    assert!(reading::of(&found.items[1], &found).is_empty());
}

#[test]
fn an_item_is_found_by_its_slot_whichever_sister_was_asked() {
    let mut tries = sittings(&vec![vec![10_000, 0]; 4]);
    let sister = AskedItem {
        question: crate::id::QuestionId::new("sister").unwrap(),
        text_hash: crate::course::hash::ContentHash::of(["other"]),
        ..(*tries[0].items[0].asked).clone()
    };
    tries[0].items[0].asked = sister.into();
    let found = Analysis::of(&tries, &keys(2), Which::First);
    assert_eq!((found.items.len(), found.items[0].questions.len(), found.items[0].texts), (2, 2, 2));
    assert_eq!(found.items[0].guess.why(), Some(Why::NoGuess));
    assert_eq!(found.items[1].guess.value(), Some(0.25));
    let unknown = found.items[0].choices.iter().find(|choice| choice.question.as_str() == "sister").unwrap();
    assert_eq!((unknown.is_key, unknown.chosen, unknown.of), (None, 1, 1));
}

#[test]
fn the_best_of_equal_attempts_is_the_earliest() {
    let tries = [sitting(1, 1, &[5000]), sitting(1, 0, &[5000]), sitting(1, 2, &[4000])];
    let best: Vec<(LearnerId, usize)> = Which::Best.of(&tries).iter().map(|one| (one.learner, one.nth)).collect();
    assert_eq!(best, [(LearnerId::from_bits(1), 0)]);
    assert_eq!(answer(0, -1).grade, None);
}
