//! What holds for any answers: there is always a value or a reason, and the order of people changes nothing.

use proptest::prelude::*;

use super::*;

/// Marks of a test, gaps and repeated values among them, and what people are called.
fn marks() -> impl Strategy<Value = Vec<Vec<i32>>> {
    let mark = prop_oneof![Just(-1), Just(0), Just(10_000), Just(3333), -1..=10_000];
    (1_usize..6).prop_flat_map(move |items| prop::collection::vec(prop::collection::vec(mark.clone(), items), 0..45))
}

fn stats(found: &Analysis) -> Vec<Stat> {
    let of_items = found.items.iter().flat_map(|item| {
        [item.facility, item.deviation, item.guess, item.effective_weight, item.discrimination, item.efficiency]
    });
    let whole = &found.whole;
    of_items
        .chain([whole.mean, whole.median, whole.deviation, whole.alpha, whole.error_ratio, whole.standard_error])
        .collect()
}

proptest! {
    #[test]
    fn every_figure_has_a_value_or_a_reason_and_no_figure_leaves_its_scale(marks in marks(), which in 0_usize..4) {
        let which = Which::EACH[which];
        let found = Analysis::of(&sittings(&marks), &keys(6), which);
        for stat in stats(&found) {
            prop_assert!(stat.value().is_some() || stat.why().is_some());
            prop_assert!(stat.value().is_none_or(f64::is_finite));
        }
        for item in &found.items {
            let within = |stat: Stat, low: f64| stat.value().is_none_or(|value| (low..=1.0 + 1e-9).contains(&value));
            prop_assert!(within(item.facility, 0.0) && within(item.discrimination, -1.0));
            prop_assert!(within(item.efficiency, f64::NEG_INFINITY) && within(item.effective_weight, 0.0));
            prop_assert!(item.right <= item.answers && item.answers <= item.asked);
            prop_assert!(item.halves.iter().sum::<usize>() <= item.answers);
            for choice in &item.choices {
                prop_assert!(choice.halves.iter().sum::<usize>() <= choice.chosen && choice.chosen <= choice.of);
            }
            let interval = item.facility_interval.zip(item.facility.value());
            prop_assert!(interval.is_none_or(|(interval, mean)| (interval.low..=interval.high).contains(&mean)));
            let _readings = reading::of(item, &found);
        }
    }

    #[test]
    fn the_order_of_people_changes_no_bit(marks in marks(), turn in 0_usize..45) {
        let tries = sittings(&marks);
        let mut turned = tries.clone();
        let by = turn.checked_rem(turned.len()).unwrap_or(0);
        turned.rotate_left(by);
        turned.reverse();
        prop_assert_eq!(Analysis::of(&tries, &keys(6), Which::First), Analysis::of(&turned, &keys(6), Which::First));
        prop_assert_eq!(Gain::of(&tries, &turned, Which::Last), Gain::of(&turned, &tries, Which::Last));
    }

    #[test]
    fn who_is_called_what_changes_no_figure(marks in marks()) {
        let tries = sittings(&marks);
        let mut renamed = tries.clone();
        let count = renamed.len() as u128;
        for sitting in &mut renamed {
            sitting.learner = LearnerId::from_bits(count + 1 - sitting.learner.bits());
        }
        prop_assert_eq!(
            stats(&Analysis::of(&tries, &keys(6), Which::First)),
            stats(&Analysis::of(&renamed, &keys(6), Which::First))
        );
    }

    #[test]
    fn gain_and_agreement_are_total(before in marks(), after in marks(), pairs in prop::collection::vec((0_u32..7, 0_u32..7), 0..40)) {
        let found = Gain::of(&sittings(&before), &sittings(&after), Which::Best);
        for stat in [found.before, found.after, found.change_deviation, found.normalised, found.mean_normalised] {
            prop_assert!(stat.value().is_some() || stat.why().is_some());
        }
        let pairs: Vec<Pair> = pairs.into_iter().map(|(first, second)| Pair { first, second }).collect();
        let one = Agreement::of(&pairs);
        prop_assert!(one.linear.value().is_none_or(|kappa| kappa <= 1.0));
        prop_assert!(one.linear.value().is_some() || one.linear.why().is_some());
        let swapped: Vec<Pair> = pairs.iter().rev().map(|p| Pair { first: p.second, second: p.first }).collect();
        prop_assert_eq!(Agreement::of(&swapped), one);
    }
}
