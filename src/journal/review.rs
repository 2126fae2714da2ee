//! The review deck: which questions come back, and when, from what was answered.
//!
//! A card is a slot: its variants share one memory. It is told by every answer that may be known by now: to a lesson's
//! quiz, to a test that was finished, inside a lesson, in practice, and in review itself. A question inside a lesson
//! becomes a card only once it was missed; one of a lesson that was not begun waits, so that what a test before the
//! course found out is not asked before it was taught; one that a test under way holds waits for its end.
//!
//! Days are those of the events' wall times, which are claims. Of answers to a slot on one day only the first tells
//! something: two machines that ask the same card on one day count once, and so does a retake a minute later. A clock
//! that was set back makes no time pass; an answer that claims a day to come makes the card due at once.
//!
//! Apart from progress because it is of use to one learner alone: no grade, no completion and no report reads it. Events
//! never change, so a question that is gone from the course is left out here, and one whose key was changed forgets what
//! was answered to the old key.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::completion::{CourseState, LessonState};
use super::event::Answer;
use super::progress::{Attempt, Given, Run};
use crate::assess::{Grade, Memory, Rating, Response};
use crate::course::LessonOutline;
use crate::id::{QuestionId, QuestionRef, QuizId};

/// A right answer given sooner than this was at once, in milliseconds.
const FAST: u32 = 20_000;
/// What is critical or was ever missed comes back when one in ten would not know it.
const WEAK: f64 = 0.9;
/// What was always right comes back when one in five would not know it.
const STRONG: f64 = 0.8;

/// One slot that comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The slot, by the question that gives it its id now.
    pub slot: QuestionRef,
    /// Whether it stands inside the text of a lesson.
    pub inside: bool,
    /// The questions that were asked, first to last.
    pub asked: Vec<QuestionId>,
    /// Whether the last answer that tells something was not right in full.
    pub missed: bool,
    /// The day from which on it is due.
    pub due: i64,
    memory: Memory,
    seen: i64,
    /// The last day on which it was answered when it was due.
    reviewed: Option<i64>,
}

impl Card {
    /// Returns whether it is to be asked on a day.
    pub fn is_due(&self, today: i64) -> bool {
        self.due <= today || self.seen > today.saturating_add(1)
    }

    /// Returns the chance that it is known on a day, from 0 to 1.
    pub fn recall(&self, today: i64) -> f64 {
        self.memory.recall(days_between(self.seen, today))
    }

    /// Takes the answers to one slot, first to last; none where nothing of it is to come back.
    fn new(slot: QuestionRef, inside: bool, is_critical: bool, answers: &[&Given]) -> Option<Self> {
        let asked = answers.iter().map(|given| given.answer.question.question.clone()).collect();
        let mut told = answers.iter().filter(|given| is_of_present_key(&given.answer, answers));
        let first = told.next()?;
        let mut story = Story::new(first, is_critical);
        told.for_each(|given| story.tell(given));
        let Story { memory, seen, due, missed, reviewed, weak, .. } = story;
        (weak || !inside).then_some(Self { slot, inside, asked, missed, due, memory, seen, reviewed })
    }
}

/// What the answers to one slot came to so far.
struct Story {
    memory: Memory,
    days: Vec<i64>,
    seen: i64,
    due: i64,
    missed: bool,
    reviewed: Option<i64>,
    weak: bool,
}

impl Story {
    fn new(given: &Given, is_critical: bool) -> Self {
        let answer = told(given);
        let (day, missed) = (given.at.day(), !answer.grade.is_full());
        let memory = Memory::first(rating(&answer));
        let weak = is_critical || missed;
        let mut story = Self { memory, days: vec![day], seen: day, due: day, missed, reviewed: None, weak };
        story.plan();
        story
    }

    fn tell(&mut self, given: &Given) {
        let day = given.at.day();
        if self.days.contains(&day) {
            return;
        }
        self.days.push(day);
        if self.due <= day {
            self.reviewed = Some(day);
        }
        let answer = told(given);
        self.memory = self.memory.after(days_between(self.seen, day), rating(&answer));
        self.missed = !answer.grade.is_full();
        self.weak |= self.missed;
        self.seen = day;
        self.plan();
    }

    fn plan(&mut self) {
        let days = self.memory.days_until(if self.weak { WEAK } else { STRONG });
        self.due = self.seen.saturating_add(i64::from(days));
    }
}

/// Returns the answer as it counts; one to a question that was taken out is told as it was.
fn told(given: &Given) -> Cow<'_, Answer> {
    given.counted().unwrap_or(Cow::Borrowed(&given.answer))
}

fn days_between(from: i64, to: i64) -> u32 {
    u32::try_from(to.saturating_sub(from).max(0)).unwrap_or(u32::MAX)
}

/// Says how well an answer was remembered: less than half, or a critical question not in full, is not remembered; in
/// part, with a hint, or without being sure is remembered with effort; being sure and fast is more than right.
pub fn rating(answer: &Answer) -> Rating {
    let is_full = answer.grade.is_full();
    let is_lost = answer.grade < Grade::new(5_000) || (answer.critical && !is_full);
    match answer.confident {
        _ if is_lost => Rating::Again,
        _ if !is_full || answer.hints > 0 => Rating::Hard,
        Some(false) => Rating::Hard,
        Some(true) if answer.millis < FAST => Rating::Easy,
        Some(true) | None => Rating::Good,
    }
}

/// Returns whether the key of an answer is still that of the last answer to the same question. What is typed or marked
/// in a text has a key in each language, so there nothing can be said.
fn is_of_present_key(answer: &Answer, all: &[&Given]) -> bool {
    if matches!(answer.response, Response::Typed(_) | Response::Marked(_)) {
        return true;
    }
    let last = all.iter().rev().find(|given| given.answer.question == answer.question);
    last.is_none_or(|last| last.answer.key_hash == answer.key_hash)
}

/// Every card of one learner on one course.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Deck {
    cards: Vec<Card>,
}

/// Where a slot stands in the course as it is now, by its places, or, inside a lesson, by its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Quiz(usize, usize),
    Inside(QuestionRef),
}

impl Deck {
    /// Holds what was answered against the course as it is.
    pub fn new(run: &Run, state: &CourseState, outlines: &[LessonOutline]) -> Self {
        let in_quizzes = run.attempts.values().filter(|tried| may_be_told(tried)).flat_map(|tried| {
            let standing = tried.answers.values().filter(|given| given.grade().is_some());
            standing.filter_map(|given| Some((in_quiz(outlines, &given.answer.question)?, given)))
        });
        let outside = run.outside.values().filter_map(|given| Some((anywhere(outlines, &given.answer)?, given)));
        let mut answers: BTreeMap<Place, Vec<&Given>> = BTreeMap::new();
        for (place, given) in in_quizzes.chain(outside) {
            answers.entry(place).or_default().push(given);
        }
        for place in closed(run, state, outlines) {
            answers.remove(&place);
        }
        let cards = answers.into_iter().filter_map(|(place, answers)| card(place, answers, outlines));
        Self { cards: cards.filter(|card| is_begun(state, card)).collect() }
    }

    /// Returns what is due on a day in the order in which it is best asked: what was missed, then what is least known.
    pub fn due(&self, today: i64) -> Vec<&Card> {
        let mut due: Vec<_> = self.cards.iter().filter(|card| card.is_due(today)).collect();
        due.sort_by(|one, other| {
            let recall = one.recall(today).total_cmp(&other.recall(today));
            other.missed.cmp(&one.missed).then(recall).then_with(|| one.slot.cmp(&other.slot))
        });
        due
    }

    /// Returns how many cards that were due have been answered on a day.
    pub fn reviewed(&self, today: i64) -> usize {
        self.cards.iter().filter(|card| card.reviewed == Some(today)).count()
    }

    /// Returns the next day on which something is due that is not due today.
    pub fn next_day(&self, today: i64) -> Option<i64> {
        self.cards.iter().map(|card| card.due).filter(|due| *due > today).min()
    }

    /// Finds the card of a slot.
    pub fn card(&self, slot: &QuestionRef) -> Option<&Card> {
        self.cards.iter().find(|card| card.slot == *slot)
    }

    /// Returns all cards, in the order of the course.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }
}

/// The grades of a test are told at its end.
fn may_be_told(tried: &Attempt) -> bool {
    tried.is_whole() || matches!(tried.quiz(), Some(QuizId::Lesson(_)))
}

fn lesson_at<'a>(outlines: &'a [LessonOutline], at: &QuestionRef) -> Option<(usize, &'a LessonOutline)> {
    let is_it = |(_, outline): &(usize, &LessonOutline)| outline.id == at.lesson || outline.was.contains(&at.lesson);
    outlines.iter().enumerate().find(is_it)
}

fn in_quiz(outlines: &[LessonOutline], question: &QuestionRef) -> Option<Place> {
    let (lesson, outline) = lesson_at(outlines, question)?;
    let is_it =
        |(id, was): &(QuestionId, Vec<QuestionId>)| *id == question.question || was.contains(&question.question);
    let slot = outline.slots.iter().position(|slot| slot.questions.iter().any(is_it))?;
    Some(Place::Quiz(lesson, slot))
}

/// What is not of the quiz stands in the text; whether it still does is seen when the lesson is opened.
fn anywhere(outlines: &[LessonOutline], answer: &Answer) -> Option<Place> {
    let inside = || {
        let (_, outline) = lesson_at(outlines, &answer.question)?;
        Some(Place::Inside(QuestionRef { lesson: outline.id.clone(), question: answer.slot.clone() }))
    };
    in_quiz(outlines, &answer.question).or_else(inside)
}

fn card(place: Place, mut answers: Vec<&Given>, outlines: &[LessonOutline]) -> Option<Card> {
    answers.sort_by_key(|given| given.order);
    match place {
        Place::Inside(slot) => Card::new(slot, true, false, &answers),
        Place::Quiz(lesson, slot) => {
            let outline = outlines.get(lesson)?;
            let slot = outline.slots.get(slot)?;
            let (question, _) = slot.questions.first()?;
            let id = QuestionRef { lesson: outline.id.clone(), question: question.clone() };
            Card::new(id, false, slot.critical, &answers)
        }
    }
}

fn is_begun(state: &CourseState, card: &Card) -> bool {
    !state.lesson(&card.slot.lesson).is_some_and(LessonState::is_untouched)
}

/// Returns the slots of the tests that are under way: their answers are not to be told before the end.
fn closed(run: &Run, state: &CourseState, outlines: &[LessonOutline]) -> Vec<Place> {
    let open = state.tests.iter().flat_map(|test| &test.quiz.open);
    let asked = open.filter_map(|open| run.attempts.get(&open.attempt)).flat_map(Attempt::questions);
    asked.filter_map(|question| in_quiz(outlines, question)).collect()
}

#[cfg(test)]
mod tests;
