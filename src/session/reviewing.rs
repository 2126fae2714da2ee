//! The review: what was missed or is due comes back over days, in runs of about five minutes across all lessons.
//!
//! Apart from quizzes because nothing is tried here: an answer is practice, counts for no score and no completion, and
//! only moves the day on which its question comes back. Which questions that are is the deck's matter; here they are
//! drawn and laid out as a sitting, so that they are asked and judged like any other.
//!
//! A day holds twelve of them at most, however many are due: whoever was away for a month is not met by a mountain. A
//! run that was left goes on with the same questions, because what is drawn depends on what was answered before, and
//! not on when it is drawn.

use super::item::{Item, ItemDraft};
use super::sitting::{Purpose, Sitting};
use super::{Effects, Learning, Session};
use crate::assess::{self, draw};
use crate::course::Course;
use crate::course::markdown::{blocks_of, count_words};
use crate::course::question::{Kind, Question};
use crate::id::{Lang, QuestionRef};
use crate::journal::Card;
use crate::words::Words;

/// How many questions a day holds at most.
const A_DAY: usize = 12;
/// How long a run is, in seconds.
const A_RUN: usize = 300;
/// Seconds to think and to answer, beside reading: for a choice, and for what is put together card by card.
const ANSWERING: (usize, usize) = (10, 25);

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reviewed {
    /// How many questions come back tomorrow.
    pub tomorrow: usize,
    /// How many come back within seven days.
    pub this_week: usize,
    /// How many come back later.
    pub later: usize,
    /// How many more are due, beyond what a day holds too.
    pub more: usize,
}

impl Reviewed {
    /// Says it in words.
    pub fn told(&self, words: &Words) -> String {
        let parts = [
            ("review-tomorrow", self.tomorrow),
            ("review-this-week", self.this_week),
            ("review-later", self.later),
            ("review-more", self.more),
        ];
        let told = parts.into_iter().filter(|(_, count)| *count > 0);
        told.map(|(key, count)| words.with(key, &[("count", count.into())])).collect::<Vec<_>>().join(" ")
    }
}

/// Returns the name under which a half-given answer is kept.
pub(super) fn draft_key(at: &QuestionRef) -> String {
    format!("review/{at}")
}

/// Returns about how many seconds a question takes.
fn seconds(question: &Question, course: &Course, lang: &Lang) -> usize {
    let words = |text: &str| count_words(&blocks_of(text, &**course.words(lang)));
    let targets = question.body.targets().iter().map(|target| words(&target.text));
    let options = question.body.options().iter().map(|option| words(&option.text));
    let read = words(&question.prompt) + options.chain(targets).sum::<usize>() + words(&question.why);
    let answer = match question.kind() {
        Kind::Order | Kind::Match | Kind::Sort | Kind::Mark => ANSWERING.1,
        Kind::Single | Kind::Multiple | Kind::TrueFalse | Kind::Number | Kind::Short => ANSWERING.0,
    };
    read * 60 / usize::from(course.manifest().words_per_minute).max(1) + answer
}

impl Session {
    fn today(&self) -> i64 {
        self.clock.now().day()
    }

    /// Returns how many questions are due for review today: at most what a day holds.
    pub fn reviews_due(&self) -> usize {
        let Some(learning) = self.learning() else { return 0 };
        let today = self.today();
        let left = A_DAY.saturating_sub(learning.deck(&self.course).reviewed(today));
        self.due_cards(learning, today).count().min(left)
    }

    /// Says that nothing is due, and in how many days something will be.
    pub fn told_nothing_due(&self, words: &Words) -> String {
        let today = self.today();
        let next = self.learning().and_then(|learning| learning.deck(&self.course).next_day(today));
        match next {
            Some(day) => words.with("review-nothing-due", &[("days", (day - today).into())]),
            None => words.get("review-nothing-yet"),
        }
    }

    fn due_cards<'a>(&'a self, learning: &'a Learning, today: i64) -> impl Iterator<Item = &'a Card> {
        let due = learning.deck(&self.course).due(today).into_iter();
        due.filter(|card| !learning.is_gone(&card.slot))
    }

    /// Sits a run of what is due; says whether there is anything. Whoever has done what the day holds and asks for more
    /// gets more.
    pub fn sit_review(&mut self) -> (bool, Effects) {
        let (items, gone) = self.review_items();
        if let Some(learning) = self.learning_mut() {
            learning.miss(gone);
        }
        let Some(mut sitting) = Sitting::new(Purpose::Review, items) else { return (false, Effects::new()) };
        let effects = self.leave_sitting();
        sitting.go_to(sitting.position(), self.clock.elapsed());
        self.sitting = Some(sitting);
        self.aside = None;
        (true, effects)
    }

    /// Lays out a run; returns also what could not be found.
    fn review_items(&self) -> (Vec<Item>, Vec<QuestionRef>) {
        let (mut items, mut gone) = (Vec::new(), Vec::new());
        let Some(learning) = self.learning() else { return (items, gone) };
        let most = Some(self.reviews_due()).filter(|due| *due > 0).unwrap_or(A_DAY);
        let mut left = A_RUN;
        for card in self.due_cards(learning, self.today()) {
            let Some(item) = self.review_item(learning, card) else {
                gone.push(card.slot.clone());
                continue;
            };
            let takes = seconds(&item.question, &self.course, &self.lang);
            if items.len() == most || (takes > left && !items.is_empty()) {
                break;
            }
            left = left.saturating_sub(takes);
            items.push(item);
        }
        (items, gone)
    }

    /// Draws the question of a card and lays it out as it would be laid out again until it is answered; none where it is
    /// gone, or where its file is at fault, which is told where its lesson is opened.
    fn review_item(&self, learning: &Learning, card: &Card) -> Option<Item> {
        let slot = &card.slot;
        let seed = assess::mix(learning.enrolment.bits(), &format!("review {slot} {}", card.asked.len()));
        let question = if card.inside {
            self.question_inside(&slot.lesson, &slot.question)?
        } else {
            let quiz = self.course.quiz(&slot.lesson, &self.lang).ok()?;
            let slot = quiz.slots.iter().find(|known| known.first().id == slot.question)?;
            draw::another(slot, &card.asked, seed).clone()
        };
        let at = QuestionRef { lesson: slot.lesson.clone(), question: question.id.clone() };
        let draft = learning.draft::<ItemDraft>(&draft_key(&at));
        let mut item = Item::new(at, slot.question.clone(), question, seed);
        if let Some(draft) = draft {
            item.restore(draft);
        }
        Some(item)
    }

    /// Returns when the questions of a run come back; none where what is sat is no review.
    pub fn reviewed(&self) -> Option<Reviewed> {
        let sitting = self.sitting().filter(|sitting| sitting.purpose == Purpose::Review)?;
        let (learning, today) = (self.learning()?, self.today());
        let deck = learning.deck(&self.course);
        let mut reviewed = Reviewed { more: self.due_cards(learning, today).count(), ..Reviewed::default() };
        for item in sitting.items.iter().filter(|item| item.graded.is_some()) {
            let slot = QuestionRef { lesson: item.at.lesson.clone(), question: item.slot.clone() };
            match deck.card(&slot).map(|card| card.due - today) {
                Some(1) => reviewed.tomorrow += 1,
                Some(2..=7) => reviewed.this_week += 1,
                Some(8..) => reviewed.later += 1,
                // What the disk has not taken yet.
                Some(_) | None => {}
            }
        }
        Some(reviewed)
    }
}
