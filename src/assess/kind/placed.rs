//! `match` and `sort`: the share of cards in the right place.

use super::{check_ids, finding};
use crate::assess::{Grade, Graded, Mark, NotYet, Response};
use crate::course::question::{Choice, Target};
use crate::id::OptionId;

/// Grades places; of a card placed twice the first place counts, so that nothing is won by trying all.
pub(super) fn grade(options: &[Choice], keys: &[OptionId], response: &Response) -> Graded {
    let pairs: &[(OptionId, OptionId)] = if let Response::Placed(pairs) = response { pairs } else { &[] };
    let stand = |option: &Choice, key: &OptionId| match pairs.iter().find(|(card, _)| *card == option.id) {
        None => Mark::Missed,
        Some((_, target)) if target == key => Mark::Right,
        Some(_) => Mark::Wrong,
    };
    let findings: Vec<_> = options.iter().zip(keys).map(|(o, key)| finding(o, stand(o, key))).collect();
    let right = findings.iter().filter(|f| f.mark == Mark::Right).count();
    Graded { grade: Grade::share(right, options.len()), findings }
}

/// Says whether every card is placed once, on a target of this question.
pub(super) fn check(options: &[Choice], targets: &[Target], pairs: &[(OptionId, OptionId)]) -> Result<(), NotYet> {
    check_ids(options, pairs.iter().map(|(card, _)| card))?;
    if let Some((_, stray)) = pairs.iter().find(|(_, target)| !targets.iter().any(|t| t.id == *target)) {
        return Err(NotYet::Unknown(stray.to_string()));
    }
    match options.len() - pairs.len() {
        0 => Ok(()),
        missing => Err(NotYet::Unplaced(missing)),
    }
}

/// Says whether no target serves two options, as `match` asks.
pub(super) fn check_each_target_once(pairs: &[(OptionId, OptionId)]) -> Result<(), NotYet> {
    let mut seen = std::collections::BTreeSet::new();
    match pairs.iter().find(|(_, target)| !seen.insert(target)) {
        Some((_, target)) => Err(NotYet::TargetTwice(target.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{matching, placed, sort};
    use crate::assess::{Mark, NotYet, check_response, grade_response};
    use crate::id::OptionId;

    #[test]
    fn the_share_in_the_right_place_counts() {
        // a belongs to x, b to y, c to z; w is spare.
        let cases = [("ax by cz", 10_000), ("ax by cw", 6666), ("ax bx cx", 3333), ("ax", 3333), ("", 0), ("qx", 0)];
        for (pairs, grade) in cases {
            assert_eq!(grade_response(&matching(), &placed(pairs)).grade.number(), grade, "{pairs}");
        }
    }

    #[test]
    fn trying_every_target_wins_nothing() {
        let graded = grade_response(&matching(), &placed("aw ax ay az"));
        assert_eq!((graded.grade.number(), graded.findings[0].mark), (0, Mark::Wrong));
    }

    #[test]
    fn a_category_takes_many_and_a_target_one() {
        let twice = NotYet::TargetTwice(OptionId::new("x").unwrap());
        assert_eq!(check_response(&matching(), &placed("ax bx cz")), Err(twice));
        assert_eq!(check_response(&sort(), &placed("ax bx cx dx")), Ok(()));
        assert_eq!(check_response(&sort(), &placed("ax")), Err(NotYet::Unplaced(3)));
        assert_eq!(check_response(&sort(), &placed("ax bx cx dq")), Err(NotYet::Unknown("q".into())));
    }
}
