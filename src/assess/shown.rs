//! In which order options and targets are shown: shuffled from a seed, so that leaving and coming back changes
//! nothing.
//!
//! Apart because what was shown is recorded with each answer. An `order` question never begins in key order, and a
//! `match` never begins with every option facing its target.

use super::{Response, empty_response};
use crate::clock::{Chance, SeededChance};
use crate::course::Question;
use crate::course::question::QuestionBody;
use crate::id::{AttemptId, OptionId, QuestionId};

/// Returns the seed for a question of an attempt; the same two always have the same.
pub fn seed(attempt: AttemptId, question: &QuestionId) -> u64 {
    mix(attempt.bits(), question.as_str())
}

/// Makes a seed of a number and a name.
pub fn mix(bits: u128, name: &str) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&bits.to_le_bytes());
    hasher.update(name.as_bytes());
    let mut first = [0; 8];
    hasher.finalize_xof().fill(&mut first);
    u64::from_le_bytes(first)
}

/// Returns the options in the order to show them; spans stay as they stand in their text, true stays before false.
pub fn shown(question: &Question, seed: u64) -> Vec<OptionId> {
    let mut ids: Vec<_> = question.body.options().iter().map(|o| o.id.clone()).collect();
    match &question.body {
        QuestionBody::Order { .. } => {
            let key = ids.clone();
            shuffle(&mut ids, seed);
            turn_away_from(&mut ids, |ids| ids == key);
        }
        QuestionBody::Single { .. }
        | QuestionBody::Multiple { .. }
        | QuestionBody::Match { .. }
        | QuestionBody::Sort { .. } => {
            if question.shuffle {
                shuffle(&mut ids, seed);
            }
        }
        QuestionBody::TrueFalse { .. }
        | QuestionBody::Number { .. }
        | QuestionBody::Short { .. }
        | QuestionBody::Mark { .. } => {}
    }
    ids
}

/// Returns the targets in the order to show them; categories keep the order of the file.
pub fn shown_targets(question: &Question, seed: u64) -> Vec<OptionId> {
    let mut ids: Vec<_> = question.body.targets().iter().map(|t| t.id.clone()).collect();
    if let QuestionBody::Match { options, keys, .. } = &question.body {
        let key_of = |id: &OptionId| options.iter().zip(keys).find(|(o, _)| o.id == *id).map(|(_, key)| key.clone());
        let facing: Vec<_> = shown(question, seed).iter().filter_map(key_of).collect();
        shuffle(&mut ids, !seed);
        turn_away_from(&mut ids, |ids| ids.starts_with(&facing));
    }
    ids
}

/// Returns what a learner begins with: the cards of an `order` question as they are shown, else nothing.
pub fn first_response(question: &Question, shown: &[OptionId]) -> Response {
    let empty = empty_response(question);
    if let Response::Ordered(_) = empty { Response::Ordered(shown.to_vec()) } else { empty }
}

/// Shuffles after Fisher and Yates.
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut chance = SeededChance(u128::from(seed));
    for at in (1..items.len()).rev() {
        let other = chance.bits() % (at as u128 + 1);
        items.swap(at, other as usize);
    }
}

/// Turns a list by one where it begins with what it must not begin with.
fn turn_away_from(ids: &mut [OptionId], is_bad: impl Fn(&[OptionId]) -> bool) {
    if ids.len() > 1 && is_bad(ids) {
        ids.rotate_left(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::samples::{self, mark, matching, multiple, order, sort, true_false};
    use crate::assess::{grade_response, key_response};

    #[test]
    fn an_order_question_never_begins_in_key_order() {
        for cards in 2..6 {
            let question = samples::order_of(cards);
            for seed in 0..200 {
                let first = first_response(&question, &shown(&question, seed));
                assert!(!grade_response(&question, &first).grade.is_full(), "{cards} cards, seed {seed}");
            }
        }
    }

    #[test]
    fn a_match_never_begins_face_to_face() {
        let question = matching();
        for seed in 0..200 {
            let pairs = shown(&question, seed).into_iter().zip(shown_targets(&question, seed)).collect();
            assert!(!grade_response(&question, &Response::Placed(pairs)).grade.is_full(), "{seed}");
        }
    }

    #[test]
    fn everything_is_shown_once_and_the_same_seed_shows_the_same() {
        for question in [multiple(), order(), matching(), sort(), true_false(true), mark()] {
            let mut ids = shown(&question, 7);
            assert_eq!(ids, shown(&question, 7));
            ids.sort();
            let mut all: Vec<_> = question.body.options().iter().map(|o| o.id.clone()).collect();
            all.sort();
            assert_eq!(ids, all);
        }
        assert_eq!(shown_targets(&sort(), 3).len(), sort().body.targets().len());
    }

    #[test]
    fn options_with_an_order_of_their_own_keep_it() {
        let mut question = multiple();
        let in_file: Vec<_> = question.body.options().iter().map(|o| o.id.clone()).collect();
        assert!((0..20).any(|seed| shown(&question, seed) != in_file));
        question.shuffle = false;
        assert!((0..20).all(|seed| shown(&question, seed) == in_file));
        let statement: Vec<_> = shown(&true_false(true), 5).iter().map(ToString::to_string).collect();
        assert_eq!(statement, ["true", "false"]);
    }

    #[test]
    fn one_card_is_shown_as_it_is() {
        let question = samples::order_of(1);
        assert_eq!(first_response(&question, &shown(&question, 1)), key_response(&question));
    }

    #[test]
    fn seeds_differ_by_attempt_and_question() {
        let question = |id| QuestionId::new(id).unwrap();
        let one = seed(AttemptId::from_bits(1), &question("a"));
        assert_eq!(one, seed(AttemptId::from_bits(1), &question("a")));
        assert_ne!(one, seed(AttemptId::from_bits(2), &question("a")));
        assert_ne!(one, seed(AttemptId::from_bits(1), &question("b")));
    }
}
