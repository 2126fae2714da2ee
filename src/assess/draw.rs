//! Which question stands in a slot: of a lesson's quiz, and of a test drawn by its blueprint.
//!
//! Apart from grading because a draw looks at earlier attempts and at chance, which grading never does. The same
//! seed and the same past draw the same questions.

use super::shown::{mix, shuffle};
use crate::course::manifest::Test;
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

/// Returns the questions of a new attempt at a test: for each outcome of its pools as many as the blueprint says,
/// or all there are, in the order of the lessons and their quizzes.
///
/// `earlier` are the questions of the earlier attempts at it, all together.
pub fn test_quiz(
    test: &Test,
    lessons: &[LessonOutline],
    earlier: &[QuestionRef],
    seeds: TestSeeds,
) -> Vec<QuestionRef> {
    let find = |id: &LessonId| lessons.iter().find(|l| l.id == *id || l.was.contains(id));
    let mut questions = Vec::new();
    for lesson in test.pools.iter().filter_map(find) {
        let of_lesson = |r: &&QuestionRef| r.lesson == lesson.id || lesson.was.contains(&r.lesson);
        let asked: Vec<_> = earlier.iter().filter(of_lesson).map(|r| r.question.clone()).collect();
        let drawn = slots_of(test, lesson, seeds.set).into_iter().filter_map(|s| sister(s, &asked, seeds.attempt));
        questions.extend(drawn.map(|question| QuestionRef { lesson: lesson.id.clone(), question }));
    }
    questions
}

/// Draws the slots that one lesson gives to a test, in the order of its quiz.
fn slots_of<'a>(test: &Test, lesson: &'a LessonOutline, seed: u64) -> Vec<&'a SlotOutline> {
    let mut drawn: Vec<_> = lesson.outcomes.iter().flat_map(|o| slots_for(test, lesson, &o.id, seed)).collect();
    drawn.sort_unstable();
    drawn.into_iter().filter_map(|at| lesson.slots.get(at)).collect()
}

/// Draws the positions of the slots for one outcome.
fn slots_for(test: &Test, lesson: &LessonOutline, outcome: &OutcomeId, seed: u64) -> Vec<usize> {
    let of_outcome = |(at, slot): (usize, &SlotOutline)| (slot.outcome == *outcome).then_some(at);
    let mut slots: Vec<_> = lesson.slots.iter().enumerate().filter_map(of_outcome).collect();
    shuffle(&mut slots, mix(u128::from(seed), &format!("{} {outcome}", lesson.id)));
    slots.truncate(usize::from(test.per_outcome));
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
