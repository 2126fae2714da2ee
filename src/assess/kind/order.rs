//! `order`: the share of neighbours in the key that still follow one another.
//!
//! A pair counts where the second card comes straight after the first; the key read backwards is worth nothing.

use super::{finding, ids};
use crate::assess::{Grade, Graded, Mark, NotYet, Response};
use crate::course::question::Choice;
use crate::id::OptionId;

/// Grades an order of all cards; anything else than all cards, each once, is worth nothing.
pub(super) fn grade(options: &[Choice], response: &Response) -> Graded {
    let given: &[OptionId] = if let Response::Ordered(cards) = response { cards } else { &[] };
    let cards = if check(options, given).is_ok() { given } else { &[] };
    let key = ids(options);
    let kept = key.windows(2).filter(|pair| cards.windows(2).any(|w| w == *pair)).count();
    let grade = if cards == key.as_slice() && !key.is_empty() {
        Grade::FULL
    } else {
        Grade::share(kept, key.len().saturating_sub(1))
    };
    let findings = options.iter().enumerate().map(|(at, o)| finding(o, stand(cards, &key, at))).collect();
    Graded { grade, findings }
}

/// A card is right where it follows the card that it should follow, the first where it comes first.
fn stand(cards: &[OptionId], key: &[OptionId], at: usize) -> Mark {
    let before = |list: &[OptionId], at: usize| at.checked_sub(1).and_then(|i| list.get(i).cloned());
    match cards.iter().position(|c| Some(c) == key.get(at)) {
        None => Mark::Missed,
        Some(place) if before(cards, place) == before(key, at) => Mark::Right,
        Some(_) => Mark::Wrong,
    }
}

/// Says whether every card has a place, each once.
pub(super) fn check(options: &[Choice], cards: &[OptionId]) -> Result<(), NotYet> {
    super::check_ids(options, cards)?;
    match options.len() - cards.len() {
        0 => Ok(()),
        missing => Err(NotYet::Unplaced(missing)),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::samples::{order, ordered};
    use crate::assess::{Mark, grade_response};

    #[test]
    fn neighbours_that_stay_neighbours_count() {
        let cases = [
            ("abcde", 10_000),
            ("edcba", 0),
            ("bcdea", 7500),
            ("abced", 5000),
            ("badce", 0),
            ("cdeab", 7500),
            ("abcd", 0),
            ("aabcd", 0),
            ("abcdz", 0),
            ("", 0),
        ];
        for (cards, grade) in cases {
            assert_eq!(grade_response(&order(), &ordered(cards)).grade.number(), grade, "{cards}");
        }
    }

    #[test]
    fn a_card_is_right_after_the_card_it_should_follow() {
        let graded = grade_response(&order(), &ordered("bcade"));
        let marks: Vec<_> = graded.findings.iter().map(|f| f.mark).collect();
        assert_eq!(marks, [Mark::Wrong, Mark::Wrong, Mark::Right, Mark::Wrong, Mark::Right]);
    }
}
