//! A number of slots drawn evenly: every outcome once before any comes twice, and the lessons in turn.
//!
//! Apart from drawing by outcome because here the whole pool competes for the places. Chance decides which outcome of a
//! lesson comes first, and which lesson; nothing here knows what was asked before.

use super::super::shown::{mix, shuffle};
use crate::course::manifest::{Share, Test, Track};
use crate::course::outline::{LessonOutline, SlotOutline};
use crate::id::OutcomeId;

/// A slot of a lesson, by their places.
type Place = (usize, usize);

/// Draws the slots of a test: places in `pool` and in each lesson's quiz, in the order of the lessons.
pub(super) fn places(test: &Test, tracks: &[Track], pool: &[&LessonOutline], seed: u64) -> Vec<Place> {
    let all: Vec<usize> = (0..pool.len()).collect();
    let mut places = match test.share {
        Share::Outcome(_) => Vec::new(),
        Share::All(count) => drawn(test, pool, &all, (seed, usize::from(count))),
        Share::Track(count) => {
            let of_track = |track: &Track| -> Vec<usize> {
                all.iter().copied().filter(|at| pool.get(*at).is_some_and(|l| track.lessons.contains(&l.id))).collect()
            };
            tracks.iter().flat_map(|track| drawn(test, pool, &of_track(track), (seed, usize::from(count)))).collect()
        }
    };
    places.sort_unstable();
    places
}

/// Draws from the lessons at these places of the pool.
fn drawn(test: &Test, pool: &[&LessonOutline], lessons: &[usize], (seed, count): (u64, usize)) -> Vec<Place> {
    let mut lessons = lessons.to_vec();
    shuffle(&mut lessons, mix(u128::from(seed), "lessons"));
    let mut ranked = Vec::new();
    for (turn, at) in lessons.into_iter().enumerate() {
        let Some(lesson) = pool.get(at) else { continue };
        let slots = ranks(test, lesson, seed);
        ranked.extend(slots.into_iter().map(|(round, outcome, slot)| ((round, outcome, turn), (at, slot))));
    }
    ranked.sort_unstable();
    ranked.into_iter().take(count).map(|(_, place)| place).collect()
}

/// Returns the slots of a lesson that may be drawn: how many of the same outcome come before, the place of the outcome,
/// and the slot.
fn ranks(test: &Test, lesson: &LessonOutline, seed: u64) -> Vec<(usize, usize, usize)> {
    let mut outcomes: Vec<&OutcomeId> = lesson.outcomes.iter().map(|outcome| &outcome.id).collect();
    shuffle(&mut outcomes, mix(u128::from(seed), lesson.id.as_str()));
    let mut ranks = Vec::new();
    for (place, outcome) in outcomes.into_iter().enumerate() {
        let may = |(at, slot): (usize, &SlotOutline)| (slot.outcome == *outcome && fits(test, slot)).then_some(at);
        let mut slots: Vec<usize> = lesson.slots.iter().enumerate().filter_map(may).collect();
        shuffle(&mut slots, mix(u128::from(seed), &format!("{} {outcome}", lesson.id)));
        ranks.extend(slots.into_iter().enumerate().map(|(round, slot)| (round, place, slot)));
    }
    ranks
}

/// Returns whether a slot can be drawn for a test: parallel forms need a question for each form.
pub fn fits(test: &Test, slot: &SlotOutline) -> bool {
    test.form.is_none() || slot.questions.len() > 1
}
