//! What the store hands over about the people of a cohort: rows that were kept while events came in.
//!
//! Apart so that whoever computes and whoever keeps rows agree on one page. Ids are as they were written; the course
//! says what they are called now. Every grade is the one that stands, after keys that were corrected.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assess::{Grade, Response};
use crate::clock::Timestamp;
use crate::course::exercise::work::Entry;
use crate::course::hash::ContentHash;
use crate::id::{AttemptId, ExerciseId, Lang, LearnerId, LessonId, OptionId, QuestionId, QuestionRef, QuizId};
use crate::journal::event::Answer;
use crate::journal::{About, Via};

/// One person of a cohort; records that a trainer joined are one person, by the first of their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub learner: LearnerId,
    /// The name, cleaned of control characters.
    pub name: String,
    /// The station they come from.
    pub member: String,
    /// The language they chose.
    pub lang: Lang,
    /// What they said about themselves, where the trainer asked for it.
    pub about: About,
    /// When the last event happened, by the clock of that machine; none before the first.
    pub last_at: Option<Timestamp>,
    /// When the newest file of theirs was written, by the clock of that machine; none where they learn on this one.
    pub written_at: Option<Timestamp>,
    /// Seconds they were there.
    pub active_seconds: u64,
}

impl Person {
    /// Returns up to when their history is known: the moment their file was written, or now where they learned on this
    /// very machine since.
    pub fn known_until(&self, now: Timestamp) -> Timestamp {
        self.written_at.filter(|written| self.last_at.is_none_or(|last| last <= *written)).unwrap_or(now)
    }
}

/// How one person stands in one lesson; there is no row for a lesson that was never touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonRow {
    /// Who.
    pub learner: LearnerId,
    /// The lesson, as it was called then.
    pub lesson: LessonId,
    /// How many of its sections were read to their end.
    pub sections: usize,
    /// Whole attempts at its quiz.
    pub attempts: usize,
    /// The grade of the first whole attempt.
    pub first: Option<Grade>,
    /// The highest grade of whole attempts.
    pub best: Option<Grade>,
    /// Critical questions that the best attempt missed.
    pub critical_missed: usize,
    /// Whether an attempt passed, every critical question right.
    pub passed: bool,
    /// Whole attempts since the last that passed; all of them where none did.
    pub failed_in_a_row: usize,
    /// Seconds they were there.
    pub seconds: u64,
    /// When it was last touched, by the clock of that machine.
    pub last_at: Timestamp,
}

/// How one person stands in one test, or in one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestRow {
    /// Who.
    pub learner: LearnerId,
    /// What was tried.
    pub what: Tried,
    /// Whole attempts.
    pub attempts: usize,
    /// The grade of the first.
    pub first: Option<Grade>,
    /// The highest grade.
    pub best: Option<Grade>,
    /// Critical questions or rules that the best attempt missed.
    pub critical_missed: usize,
    /// Whether an attempt passed.
    pub passed: bool,
    /// Whole attempts since the last that passed; all of them where none did.
    pub failed_in_a_row: usize,
    /// When it was last tried, by the clock of that machine.
    pub last_at: Timestamp,
}

/// What a `TestRow` is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tried {
    /// A test, or the quiz of a lesson.
    Quiz(QuizId),
    /// Desk work.
    Work(ExerciseId),
}

/// The last reply of one person to one form that nobody judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Who.
    pub learner: LearnerId,
    /// The form.
    pub form: ExerciseId,
    /// After how many days this was asked; none for one at the end.
    pub day: Option<u16>,
    /// The answers by question.
    pub answers: BTreeMap<String, Entry>,
}

/// One whole attempt at one quiz or test: what statistics are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Who.
    pub learner: LearnerId,
    /// The try.
    pub attempt: AttemptId,
    /// Which of that person's whole attempts at this quiz it is, from 0.
    pub nth: usize,
    /// When it ended, by the clock of that machine.
    pub at: Timestamp,
    /// Where it was sat.
    pub via: Via,
    /// Whether it was opened with a trainer's code.
    pub supervised: bool,
    /// Its mean, 0 to 10000.
    pub grade: Grade,
    /// One for each slot that was drawn, in the order they were asked.
    pub items: Vec<ItemAnswer>,
}

impl Sitting {
    /// Returns whether a person's best whole try, of equal ones the first, was opened with a trainer's code; none
    /// where there is no try.
    pub fn best_supervised(tries: &[Self], learner: LearnerId) -> Option<bool> {
        let own = tries.iter().filter(|sitting| sitting.learner == learner);
        own.max_by_key(|sitting| (sitting.grade, std::cmp::Reverse(sitting.nth))).map(|sitting| sitting.supervised)
    }
}

/// Which question an answer is to. A few stand in very many answers, so these share them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedItem {
    /// The question that gives the slot its id, with its lesson; statistics are by slot.
    pub slot: QuestionRef,
    /// The question that was asked there, a variant by its own id.
    pub question: QuestionId,
    /// What was shown.
    pub text_hash: ContentHash,
    /// What counted as right.
    pub key_hash: ContentHash,
}

/// What was picked in an answer; many pick the same, so answers share it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picks {
    /// What was chosen; empty for what was typed, ordered, placed or marked.
    pub chosen: Vec<OptionId>,
    /// What was placed or marked; empty for every other kind.
    pub placed: Placed,
}

impl Picks {
    /// Returns what was picked in an answer; nothing of what was typed or ordered.
    pub fn of(response: &Response) -> Self {
        let (mut chosen, mut placed) = (Vec::new(), Placed::default());
        match response {
            Response::Chosen(option) => chosen.extend(option.clone()),
            Response::Ticked(options) => chosen.clone_from(options),
            Response::Placed(pairs) => placed.pairs.clone_from(pairs),
            Response::Marked(words) => placed.words.clone_from(words),
            Response::Ordered(_) | Response::Typed(_) => {}
        }
        Self { chosen, placed }
    }
}

/// What was put where, in an answer whose parts are not options alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placed {
    /// Each card that was placed, with its target.
    pub pairs: Vec<(OptionId, OptionId)>,
    /// The words that were marked, by their place in the text.
    pub words: Vec<usize>,
}

/// What one attempt says about one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAnswer {
    /// The question.
    pub asked: Arc<AskedItem>,
    /// What it was worth; none where it was left out, or where a trainer took the question out.
    pub grade: Option<Grade>,
    /// What was picked.
    pub picks: Arc<Picks>,
    /// Time from showing to answering, in milliseconds.
    pub millis: u32,
    /// Whether the learner was sure; none where that was not asked.
    pub confident: Option<bool>,
}

impl ItemAnswer {
    /// Returns what an answer says about its item, with what it is worth now.
    pub fn of(answer: &Answer, grade: Option<Grade>) -> Self {
        let asked = AskedItem {
            slot: QuestionRef { lesson: answer.question.lesson.clone(), question: answer.slot.clone() },
            question: answer.question.question.clone(),
            text_hash: answer.text_hash,
            key_hash: answer.key_hash,
        };
        let (asked, picks) = (Arc::new(asked), Arc::new(Picks::of(&answer.response)));
        Self { asked, grade, picks, millis: answer.millis, confident: answer.confident }
    }
}
