//! The scheduler held against the published crate, and against what must hold of any history.

use proptest::prelude::*;

use super::*;

type Step = (u32, u32);

/// Histories of (days since the answer before, rating 1 to 4) with what `fsrs` 6.6.2 makes of them by its default
/// parameters: stability, difficulty, days until 0.9 and until 0.8, chance to know it after 10 days.
const BY_THE_CRATE: [(&[Step], [f64; 5]); 15] = [
    (&[(0, 1)], [0.2120, 6.4133, 0.2120, 0.7030, 0.551_845]),
    (&[(0, 2)], [1.2931, 5.1122, 1.2931, 4.2879, 0.717_870]),
    (&[(0, 3)], [2.3065, 2.1181, 2.3065, 7.6483, 0.774_367]),
    (&[(0, 4)], [8.2956, 1.0000, 8.2956, 27.5079, 0.886_657]),
    (&[(0, 1), (1, 3)], [1.8868, 6.4021, 1.8868, 6.2565, 0.754_845]),
    (&[(0, 1), (1, 1), (1, 3), (4, 3)], [3.0335, 8.7792, 3.0335, 10.0588, 0.800_553]),
    (&[(0, 3), (2, 3), (11, 3), (46, 3)], [162.8623, 2.0975, 162.8623, 540.0446, 0.991_027]),
    (&[(0, 3), (0, 3)], [2.3065, 2.1112, 2.3065, 7.6483, 0.774_367]),
    (&[(0, 1), (0, 3)], [0.2467, 6.4021, 0.2467, 0.8180, 0.564_592]),
    (&[(0, 1), (0, 1)], [0.0834, 8.8063, 0.0834, 0.2764, 0.478_819]),
    (&[(0, 3), (8, 2), (20, 1), (1, 3), (5, 4)], [13.2445, 7.6471, 13.2445, 43.9182, 0.918_121]),
    (&[(0, 4), (30, 3), (100, 1), (0, 2), (3, 3)], [7.9878, 7.9988, 7.9878, 26.4872, 0.883_837]),
    (&[(0, 2), (400, 3), (400, 3)], [227.0990, 5.0924, 227.0990, 753.0508, 0.993_504]),
    (&[(0, 1), (36_500, 1)], [0.2018, 8.8063, 0.2018, 0.6690, 0.547_738]),
    (&[(0, 4), (8, 4), (60, 4), (365, 4)], [1757.2609, 1.0000, 1757.2609, 5827.0029, 0.999_142]),
];

fn rating(number: u32) -> Rating {
    Rating::ALL[usize::try_from(number - 1).unwrap()]
}

fn memory(history: &[Step]) -> Memory {
    let first = Memory::first(rating(history[0].1));
    history.iter().skip(1).fold(first, |memory, (days, number)| memory.after(*days, rating(*number)))
}

/// The crate reckons in single precision.
fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 0.000_2 + other.abs() * 0.000_05
}

#[test]
fn histories_come_to_what_the_published_crate_makes_of_them() {
    for (history, [stability, difficulty, nine, eight, after_ten]) in BY_THE_CRATE {
        let memory = memory(history);
        assert!(is_near(memory.stability, stability), "{history:?}: {memory:?}");
        assert!(is_near(memory.difficulty, difficulty), "{history:?}: {memory:?}");
        assert!(is_near(memory.recall(10), after_ten), "{history:?}: {}", memory.recall(10));
        for (wanted, days) in [(0.9, nine), (0.8, eight)] {
            let whole = days.round().clamp(1.0, f64::from(MOST_DAYS));
            assert!(is_near(f64::from(memory.days_until(wanted)), whole), "{history:?} until {wanted}");
        }
    }
}

#[test]
fn what_was_missed_comes_back_the_next_day_and_what_was_right_later() {
    let days = |history: &[Step]| memory(history).days_until(0.9);
    assert_eq!(days(&[(0, 1)]), 1);
    assert_eq!([days(&[(0, 1), (1, 3)]), days(&[(0, 1), (1, 3), (2, 3)])], [2, 6]);
    assert_eq!(days(&[(0, 3)]), 2);
}

fn any_history() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((prop_oneof![0..3_u32, 0..400_u32, any::<u32>()], 1..=4_u32), 1..40)
}

proptest! {
    #[test]
    fn every_history_comes_to_numbers_within_their_bounds(history in any_history(), days in any::<u32>()) {
        let memory = memory(&history);
        prop_assert!((STABILITY.0..=STABILITY.1).contains(&memory.stability), "{memory:?}");
        prop_assert!((DIFFICULTY.0..=DIFFICULTY.1).contains(&memory.difficulty), "{memory:?}");
        prop_assert!((0.0..=1.0).contains(&memory.recall(days)));
        for wanted in [0.9, 0.8, 0.0, 1.0, -1.0, f64::NAN, f64::INFINITY] {
            prop_assert!((1..=MOST_DAYS).contains(&memory.days_until(wanted)));
        }
    }

    #[test]
    fn a_better_answer_never_brings_it_back_earlier(history in any_history(), days in 0..1000_u32) {
        let memory = memory(&history);
        let after = Rating::ALL.map(|rating| memory.after(days, rating));
        prop_assert!(after.windows(2).all(|pair| pair[0].stability <= pair[1].stability + 1e-9), "{after:?}");
        prop_assert!(after.windows(2).all(|pair| pair[0].days_until(0.9) <= pair[1].days_until(0.9)));
        prop_assert!(after.windows(2).all(|pair| pair[0].difficulty >= pair[1].difficulty));
    }

    #[test]
    fn right_answers_lengthen_the_wait_and_wrong_ones_shorten_it(history in any_history(), days in 0..1000_u32) {
        let memory = memory(&history);
        prop_assert!(memory.after(days, Rating::Good).stability >= memory.stability);
        prop_assert!(memory.after(days, Rating::Again).stability <= memory.stability.max(STABILITY.0));
    }

    #[test]
    fn what_is_known_fades_with_the_days(history in any_history(), (one, more) in (0..5000_u32, 0..5000_u32)) {
        let memory = memory(&history);
        prop_assert!(memory.recall(one + more) <= memory.recall(one));
        prop_assert!(memory.days_until(0.8) >= memory.days_until(0.9));
    }
}
