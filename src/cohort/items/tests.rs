//! The figures of items held against an example that Moodle publishes, and the cases in which there are none.

use super::*;
use crate::cohort::fixture::{keys, sitting, sittings};
use crate::cohort::stat::ENOUGH;

/// The marks of 22 attempts at slots 8 to 20 of the example by which Moodle tests its own statistics
/// (`mod/quiz/report/statistics/tests/statistics_test.php`, computed there by a spreadsheet), in tenths. The slots
/// before have no marks.
const MARKS: [[u8; 13]; 22] = [
    [55, 3, 9, 10, 3, 10, 0, 0, 10, 10, 0, 0, 10],
    [10, 9, 9, 3, 3, 10, 0, 0, 10, 0, 10, 0, 10],
    [25, 10, 9, 3, 10, 0, 0, 10, 10, 10, 10, 10, 10],
    [40, 3, 9, 10, 3, 0, 0, 0, 0, 10, 0, 0, 10],
    [30, 9, 3, 9, 10, 0, 10, 0, 0, 10, 10, 10, 0],
    [45, 9, 10, 10, 9, 0, 10, 10, 10, 0, 0, 0, 0],
    [30, 3, 3, 3, 3, 10, 0, 10, 10, 10, 10, 10, 10],
    [60, 9, 9, 10, 3, 0, 10, 10, 10, 10, 0, 0, 10],
    [5, 9, 10, 9, 3, 0, 10, 10, 0, 10, 10, 0, 10],
    [55, 9, 10, 9, 3, 10, 10, 0, 0, 10, 0, 0, 0],
    [25, 9, 10, 10, 9, 0, 10, 0, 0, 10, 0, 0, 10],
    [40, 9, 3, 9, 10, 0, 10, 10, 10, 10, 10, 0, 10],
    [40, 9, 3, 3, 10, 10, 10, 10, 0, 0, 10, 10, 0],
    [30, 10, 10, 3, 10, 0, 10, 0, 10, 10, 10, 10, 0],
    [10, 10, 9, 3, 3, 10, 0, 10, 0, 0, 0, 0, 0],
    [10, 3, 3, 3, 9, 0, 0, 0, 10, 0, 0, 0, 10],
    [15, 10, 3, 9, 10, 10, 10, 0, 10, 10, 0, 0, 0],
    [40, 9, 10, 9, 10, 0, 10, 10, 10, 0, 10, 0, 0],
    [20, 9, 9, 3, 9, 0, 10, 0, 0, 0, 0, 0, 0],
    [10, 10, 3, 3, 3, 0, 10, 10, 0, 10, 0, 0, 0],
    [60, 9, 10, 10, 9, 0, 0, 0, 10, 0, 0, 10, 10],
    [70, 9, 3, 3, 3, 10, 0, 10, 10, 10, 10, 0, 0],
];

/// What Moodle expects of them, in its own units: facility index in percent, standard deviation in thousandths,
/// effective weight, discrimination index and discriminative efficiency in percent.
const EXPECTED: [[f64; 5]; 13] = [
    [41.193_181_82, 1_912.733_589, 26.584_644_57, 25.883_270_77, 27.234_927_23],
    [81.363_636_36, 251.273_811_1, 3.368_456_046, 1.170_256_965, 1.382_386_552],
    [71.363_636_36, 322.631_227_7, 3.253_955_259, -4.207_816_809, -4.691_171_307],
    [65.454_545_45, 333.419_902_2, 7.584_083_694, 28.169_306_44, 31.124_043_54],
    [65.909_090_91, 337.581_159_1, 3.796_583_76, -2.513_606_859, -2.877_487_579],
    [36.363_636_36, 492.365_963_9, 3.183_278_505, -12.990_175_81, -17.507_418_4],
    [59.090_909_09, 503.236_279_7, 4.532_356_904, -8.900_638_238, -10.275_689_22],
    [50.0, 511.766_315_7, 7.788_562_43, 8.670_004_606, 10.869_565_22],
    [59.090_909_09, 503.236_279_7, 10.083_515_72, 29.633_377_45, 34.589_972_79],
    [63.636_363_64, 492.365_963_9, 8.381_139_345, 15.189_458_43, 17.479_055_6],
    [45.454_545_45, 509.647_191_4, 8.727_645_713, 16.210_796_29, 20.143_597_93],
    [27.272_727_27, 455.842_305_8, 7.946_277_111, 15.524_514_04, 22.064_777_33],
    [50.0, 511.766_315_7, 4.769_500_946, -8.396_734_802, -10.0],
];

fn published(slot: usize) -> Marks {
    let mark = |row: &[u8; 13], at: usize| f64::from(row[at]) / 10.0;
    let total = |row: &[u8; 13]| row.iter().map(|tenths| u32::from(*tenths)).sum::<u32>();
    Marks {
        own: MARKS.iter().map(|row| mark(row, slot)).collect(),
        rests: MARKS.iter().map(|row| f64::from(total(row) - u32::from(row[slot])) / 10.0).collect(),
        wholes: MARKS.iter().map(|row| f64::from(total(row)) / 10.0).collect(),
    }
}

#[test]
fn the_figures_of_items_are_those_that_moodle_publishes_for_its_own_example() {
    let weights: Vec<f64> =
        (0..13).map(|slot| published(slot).covariance_with_whole().unwrap()).map(|c| c.max(0.0).sqrt()).collect();
    for (slot, expected) in EXPECTED.iter().enumerate() {
        let marks = published(slot);
        let full = if slot == 0 { 8.0 } else { 1.0 };
        let found = [
            marks.facility().value().unwrap() / full * 100.0,
            marks.deviation().value().unwrap() * 1000.0,
            weights[slot] / weights.iter().sum::<f64>() * 100.0,
            marks.discrimination().value().unwrap() * 100.0,
            marks.efficiency().value().unwrap() * 100.0,
        ];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6, "slot {}: {found} for {expected}", slot + 8);
        }
    }
}

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
