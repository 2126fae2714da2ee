//! Which question stands in a slot: of a lesson's quiz, and of a test drawn by its blueprint.
//!
//! Apart from grading because a draw looks at earlier attempts and at chance, which grading never does. The same
//! seed and the same past draw the same questions.

mod even;

pub use even::fits;

use super::shown::{mix, shuffle};
use crate::course::hash::ContentHash;
use crate::course::manifest::{Form, Manifest, Share, Test, Track};
use crate::course::outline::{LessonOutline, SlotOutline};
use crate::course::{Question, Quiz, Slot};
use crate::id::{LessonId, OutcomeId, QuestionId, QuestionRef};

/// Returns the question for a slot: the slot's own at first, on a retake one of those asked least.
///
/// `asked` are the questions of earlier attempts, in any order; those of other slots are ignored.
pub fn question<'a>(slot: &'a Slot, asked: &[QuestionId], seed: u64) -> &'a Question {
    let at = least_asked(slot.questions.iter().map(|q| (&q.id, q.was.as_slice())), asked, seed);
    slot.questions.get(at).unwrap_or_else(|| slot.first())
}

/// Returns a question for a slot that comes back: never the one that was asked last where there is another, and of the
/// others one of those asked least. `asked` are the questions asked before, first to last.
pub fn another<'a>(slot: &'a Slot, asked: &[QuestionId], seed: u64) -> &'a Question {
    let is_last = |q: &&Question| asked.last().is_some_and(|last| q.id == *last || q.was.contains(last));
    let others: Vec<&Question> = slot.questions.iter().filter(|q| !is_last(q)).collect();
    let at = least_asked(others.iter().map(|q| (&q.id, q.was.as_slice())), asked, seed);
    others.get(at).copied().unwrap_or_else(|| slot.first())
}

/// Returns the questions of a new attempt at a lesson's quiz, slot by slot.
///
/// `earlier` are the questions of the earlier attempts at it, all together.
pub fn lesson_quiz(lesson: &LessonId, quiz: &Quiz, earlier: &[QuestionRef], seed: u64) -> Vec<QuestionRef> {
    let asked: Vec<_> = earlier.iter().map(|r| r.question.clone()).collect();
    let draw = |slot| QuestionRef { lesson: lesson.clone(), question: question(slot, &asked, seed).id.clone() };
    quiz.slots.iter().map(draw).collect()
}

/// The two seeds of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestSeeds {
    /// Decides which slots belong to the test; the same at each attempt, and the same for everybody where one set
    /// is drawn for all.
    pub set: u64,
    /// Decides between sisters on a retake.
    pub attempt: u64,
}

/// Returns what decides which questions belong to a test: the same for everybody, where `learner` is empty, or a
/// learner's own; the same too for both of two parallel forms.
pub fn set_seed(manifest: &Manifest, test: &Test, learner: &str) -> u64 {
    let name = if test.form.is_some() { "forms" } else { test.id.as_str() };
    ContentHash::of([manifest.id.as_str(), &manifest.version, name, learner]).bits()
}

/// What a test is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Stock<'a> {
    /// The tracks.
    pub tracks: &'a [Track],
    /// The lessons, in any order.
    pub lessons: &'a [LessonOutline],
}

/// Returns the questions of a new attempt at a test: as many as the blueprint says, or all there are, in the order of
/// the lessons and their quizzes.
///
/// `earlier` are the questions of the earlier attempts at it, all together. A parallel form asks the same each time.
pub fn test_quiz(test: &Test, stock: Stock<'_>, earlier: &[QuestionRef], seeds: TestSeeds) -> Vec<QuestionRef> {
    let find = |id: &LessonId| stock.lessons.iter().find(|l| l.id == *id || l.was.contains(id));
    let pool: Vec<&LessonOutline> = test.pools.iter().filter_map(find).collect();
    let even = even::places(test, stock.tracks, &pool, seeds.set);
    let mut questions = Vec::new();
    for (at, lesson) in pool.into_iter().enumerate() {
        let of_lesson = |r: &&QuestionRef| r.lesson == lesson.id || lesson.was.contains(&r.lesson);
        let asked: Vec<_> = earlier.iter().filter(of_lesson).map(|r| r.question.clone()).collect();
        let slots = match test.share {
            Share::Outcome(count) => slots_of(test, count, lesson, seeds.set),
            Share::Track(_) | Share::All(_) => {
                let here = even.iter().filter(|(place, _)| *place == at);
                here.filter_map(|(_, slot)| lesson.slots.get(*slot)).collect()
            }
        };
        let drawn = slots.into_iter().filter_map(|slot| asked_of(test, slot, &asked, seeds.attempt));
        questions.extend(drawn.map(|question| QuestionRef { lesson: lesson.id.clone(), question }));
    }
    questions
}

/// Returns the question that a test asks of a slot.
fn asked_of(test: &Test, slot: &SlotOutline, asked: &[QuestionId], seed: u64) -> Option<QuestionId> {
    let at = match test.form {
        None => return sister(slot, asked, seed),
        Some(Form::A) => 0,
        Some(Form::B) => 1,
    };
    slot.questions.get(at).map(|(id, _)| id.clone())
}

/// Draws the slots that one lesson gives to a test, in the order of its quiz.
fn slots_of<'a>(test: &Test, count: u16, lesson: &'a LessonOutline, seed: u64) -> Vec<&'a SlotOutline> {
    let mut drawn: Vec<_> =
        lesson.outcomes.iter().flat_map(|o| slots_for(test, count, (lesson, &o.id), seed)).collect();
    drawn.sort_unstable();
    drawn.into_iter().filter_map(|at| lesson.slots.get(at)).collect()
}

/// Draws the positions of the slots for one outcome.
fn slots_for(test: &Test, count: u16, (lesson, outcome): (&LessonOutline, &OutcomeId), seed: u64) -> Vec<usize> {
    let of_outcome = |(at, slot): (usize, &SlotOutline)| (slot.outcome == *outcome && fits(test, slot)).then_some(at);
    let mut slots: Vec<_> = lesson.slots.iter().enumerate().filter_map(of_outcome).collect();
    shuffle(&mut slots, mix(u128::from(seed), &format!("{} {outcome}", lesson.id)));
    slots.truncate(usize::from(count));
    slots
}

fn sister(slot: &SlotOutline, asked: &[QuestionId], seed: u64) -> Option<QuestionId> {
    let at = least_asked(slot.questions.iter().map(|(id, was)| (id, was.as_slice())), asked, seed);
    slot.questions.get(at).map(|(id, _)| id.clone())
}

/// Returns the position of the question that was asked least; where none was asked the first, else by chance.
fn least_asked<'a>(
    questions: impl Iterator<Item = (&'a QuestionId, &'a [QuestionId])>,
    asked: &[QuestionId],
    seed: u64,
) -> usize {
    let questions: Vec<_> = questions.collect();
    let times = |at: usize| {
        let is_this = |id: &&QuestionId| questions.get(at).is_some_and(|(now, was)| *now == *id || was.contains(id));
        asked.iter().filter(is_this).count()
    };
    let mut places: Vec<_> = (0..questions.len()).collect();
    if places.iter().all(|at| times(*at) == 0) {
        return 0;
    }
    let name = questions.first().map_or("", |(id, _)| id.as_str());
    shuffle(&mut places, mix(u128::from(seed), name));
    places.into_iter().min_by_key(|at| times(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
