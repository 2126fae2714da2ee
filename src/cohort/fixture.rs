//! Short ways to write attempts, for tests.

use super::items::{Key, Keys};
use super::{AskedItem, ItemAnswer, Picks, Sitting};
use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::course::hash::ContentHash;
use crate::id::{AttemptId, LearnerId, LessonId, OptionId, QuestionId, QuestionRef};
use crate::journal::Via;

pub(crate) fn option(name: &str) -> OptionId {
    OptionId::new(name).unwrap()
}

pub(crate) fn slot(at: usize) -> QuestionRef {
    QuestionRef { lesson: LessonId::new("a/one").unwrap(), question: QuestionId::new(&format!("q{at:02}")).unwrap() }
}

/// Questions with the options a to d, of which a is right.
pub(crate) fn keys(count: usize) -> Keys {
    let options: Vec<OptionId> = ["a", "b", "c", "d"].map(option).to_vec();
    let key = Key { options, keys: vec![option("a")], guess: Some(0.25), ..Key::default() };
    (0..count).map(|at| (slot(at), key.clone())).collect()
}

/// A question by its own slot.
pub(crate) fn asked(slot: QuestionRef) -> AskedItem {
    let (question, [text_hash, key_hash]) =
        (slot.question.clone(), ["text", "key"].map(|part| ContentHash::of([part])));
    AskedItem { slot, question, text_hash, key_hash }
}

/// An answer worth `mark` of 10000; under nothing it does not count. Who is right chose a, who is not chose b.
pub(crate) fn answer(at: usize, mark: i32) -> ItemAnswer {
    let grade = u16::try_from(mark).ok().map(Grade::new);
    let chosen = grade.map(|grade| option(if grade.is_full() { "a" } else { "b" }));
    ItemAnswer {
        asked: asked(slot(at)).into(),
        grade,
        picks: Picks { chosen: chosen.into_iter().collect(), ..Picks::default() }.into(),
        millis: 1000 * (at as u32 + 1),
        confident: None,
    }
}

/// An attempt with a mark for each item.
pub(crate) fn sitting(learner: u128, nth: usize, marks: &[i32]) -> Sitting {
    let items: Vec<ItemAnswer> = marks.iter().enumerate().map(|(at, mark)| answer(at, *mark)).collect();
    Sitting {
        learner: LearnerId::from_bits(learner),
        attempt: AttemptId::from_bits(learner * 100 + nth as u128),
        nth,
        at: Timestamp(1_800_000_000_000),
        via: Via::Screen,
        supervised: false,
        grade: Grade::mean(items.iter().filter_map(|item| item.grade)),
        items,
    }
}

/// An attempt of each row, by people 1, 2, 3.
pub(crate) fn sittings(marks: &[Vec<i32>]) -> Vec<Sitting> {
    marks.iter().zip(1..).map(|(row, learner)| sitting(learner, 0, row)).collect()
}
