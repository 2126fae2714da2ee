//! `order`: the share of neighbours in the key that still follow one another.
//!
//! A pair counts where the second card comes straight after the first; the key read backwards is worth nothing. What is
//! said of a card is another matter: it is right at its own place, whatever stands before it.

use super::{finding, ids};
use crate::assess::{Grade, Graded, Mark, NotYet, Response};
use crate::course::question::{Choice, Question, QuestionBody};
use crate::id::OptionId;

/// Grades an order of all cards; anything else than all cards, each once, is worth nothing.
pub(super) fn grade(options: &[Choice], response: &Response) -> Graded {
    let given: &[OptionId] = if let Response::Ordered(cards) = response { cards } else { &[] };
    let cards = if check(options, given).is_ok() { given } else { &[] };
    let key = ids(options);
    let grade = if cards == key.as_slice() && !key.is_empty() {
        Grade::FULL
    } else {
        Grade::share(kept(&key, cards), key.len().saturating_sub(1))
    };
    let findings = options.iter().enumerate().map(|(at, o)| finding(o, stand(cards, &key, at))).collect();
    Graded { grade, findings }
}

/// Returns how many cards follow the card that they should follow, of how many; none where it is no matter of order.
pub fn neighbours(question: &Question, response: &Response) -> Option<(usize, usize)> {
    let (QuestionBody::Order { options, .. }, Response::Ordered(cards)) = (&question.body, response) else {
        return None;
    };
    Some((kept(&ids(options), cards), options.len().saturating_sub(1)))
}

fn kept(key: &[OptionId], cards: &[OptionId]) -> usize {
    key.windows(2).filter(|pair| cards.windows(2).any(|w| w == *pair)).count()
}

/// A card is right where it stands at its own place.
fn stand(cards: &[OptionId], key: &[OptionId], at: usize) -> Mark {
    match cards.iter().position(|c| Some(c) == key.get(at)) {
        None => Mark::Missed,
        Some(place) if place == at => Mark::Right,
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
    use super::neighbours;
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
    fn a_card_is_right_at_its_own_place_and_nowhere_else() {
        let graded = grade_response(&order(), &ordered("acdbe"));
        let marks: Vec<_> = graded.findings.iter().map(|f| f.mark).collect();
        assert_eq!(marks, [Mark::Right, Mark::Wrong, Mark::Wrong, Mark::Wrong, Mark::Right]);
        assert_eq!(neighbours(&order(), &ordered("acdbe")), Some((1, 4)));
    }
}
