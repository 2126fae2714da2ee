//! One learner's head: how good they are, how tired, and what they answer.
//!
//! Apart from the days because it knows questions and no calendar. Knowing an answer goes by a logistic curve over
//! ability and difficulty; who does not know guesses, and some wrong options tempt more than others.

use rundown::assess::{self, Response};
use rundown::clock::{Chance, SeededChance};
use rundown::course::question::{Choice, Question, QuestionBody};
use rundown::id::{OptionId, QuestionId, QuestionRef};

use super::Planted;

/// Dice that always fall the same from one seed.
pub struct Dice(SeededChance);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(SeededChance(seed.into()))
    }

    pub fn bits(&mut self) -> u128 {
        self.0.bits()
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        f64::from((self.bits() >> 96) as u32) / (f64::from(u32::MAX) + 1.0)
    }

    /// About normal, with mean 0 and deviation 1: twelve dice.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    /// From 0 to below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        let count = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
        usize::try_from(((self.bits() >> 96) * u128::from(count)) >> 32).unwrap_or(0)
    }

    pub fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }
}

/// What an answer became.
pub struct Answered {
    pub response: Response,
    pub sure: bool,
    pub millis: u32,
}

/// One learner's head.
pub struct Mind {
    /// Ability: 0 is the middle, 1 is one deviation better.
    pub ability: f64,
    /// How many questions were answered since the last night.
    pub tired: u32,
    /// What the course added so far.
    pub learned: f64,
}

impl Mind {
    /// Answers a question; right for certain where `knows` says so.
    pub fn answer(&mut self, at: &QuestionRef, question: &Question, planted: &Planted, dice: &mut Dice) -> Answered {
        self.tired += 1;
        let ability = self.ability + self.learned - f64::from(self.tired.min(80)) * 0.004;
        let difficulty = difficulty(&question.id);
        let knows = 1.0 / (1.0 + (-1.7 * (ability - difficulty)).exp());
        let is_known = dice.happens(knows);
        // Who is certain of everything, as those who retake until they pass, is not led astray by what was planted.
        let is_certain = self.ability > 5.0;
        let response = if *at == planted.wrong_key.0 && is_known && !is_certain {
            Response::Chosen(Some(planted.wrong_key.1.clone()))
        } else if *at == planted.bad_item && !is_certain {
            any_option(question, dice)
        } else if is_known {
            assess::key_response(question)
        } else {
            wrong(question, dice)
        };
        let haste = if is_known { 14.0 } else { 22.0 };
        let seconds = haste * (0.45 * dice.normal()).exp();
        let sure = dice.happens(if is_known { 0.85 } else { 0.3 });
        Answered { response, sure, millis: millis(seconds) }
    }
}

#[expect(clippy::cast_sign_loss, reason = "a time is more than nothing")]
fn millis(seconds: f64) -> u32 {
    (seconds * 1000.0).clamp(1500.0, 170_000.0) as u32
}

/// A difficulty that belongs to the question and to nobody: from -2, easy, to 1.2, hard.
fn difficulty(question: &QuestionId) -> f64 {
    f64::from((assess::mix(1, question.as_str()) >> 32) as u32) / f64::from(u32::MAX) * 3.2 - 2.0
}

/// How much an option tempts those who do not know: some hardly at all.
fn temptation(option: &OptionId) -> f64 {
    let share = f64::from((assess::mix(2, option.as_str()) >> 32) as u32) / f64::from(u32::MAX);
    0.05 + share * share
}

fn any_option(question: &Question, dice: &mut Dice) -> Response {
    if let QuestionBody::Single { options, .. } = &question.body {
        return Response::Chosen(options.get(dice.below(options.len())).map(|option| option.id.clone()));
    }
    wrong(question, dice)
}

fn tempted<'a>(options: impl Iterator<Item = &'a Choice>, dice: &mut Dice) -> Option<OptionId> {
    let options: Vec<&Choice> = options.collect();
    let all: f64 = options.iter().map(|option| temptation(&option.id)).sum();
    let mut left = dice.share() * all;
    let found = options.iter().find(|option| {
        left -= temptation(&option.id);
        left <= 0.0
    });
    found.or(options.last()).map(|option| option.id.clone())
}

/// An answer of somebody who does not know: complete, sometimes half right, sometimes right by luck.
fn wrong(question: &Question, dice: &mut Dice) -> Response {
    let right = assess::key_response(question);
    match (&question.body, right) {
        (QuestionBody::Single { options, key }, _) => {
            // One in five of those who do not know eliminates or guesses well.
            let key = dice.happens(0.2).then(|| key.clone());
            Response::Chosen(key.clone().or_else(|| {
                let QuestionBody::Single { key, .. } = &question.body else { return None };
                tempted(options.iter().filter(|option| option.id != *key), dice)
            }))
        }
        (QuestionBody::TrueFalse { options, .. }, _) => {
            Response::Chosen(options.get(dice.below(2)).map(|option| option.id.clone()))
        }
        (QuestionBody::Multiple { options, .. }, Response::Ticked(keys)) => {
            let ticked = options.iter().filter(|o| keys.contains(&o.id) != dice.happens(0.35));
            let ticked: Vec<OptionId> = ticked.map(|option| option.id.clone()).collect();
            Response::Ticked(if ticked.is_empty() { keys.into_iter().take(1).collect() } else { ticked })
        }
        (_, Response::Ordered(mut cards)) => {
            let at = dice.below(cards.len().saturating_sub(1));
            cards.swap(at, at + 1);
            if dice.happens(0.5) {
                cards.reverse();
            }
            Response::Ordered(cards)
        }
        (_, Response::Placed(mut pairs)) => {
            let (one, other) = (dice.below(pairs.len()), dice.below(pairs.len()));
            let target = pairs[one].1.clone();
            pairs[one].1 = std::mem::replace(&mut pairs[other].1, target);
            Response::Placed(pairs)
        }
        (QuestionBody::Number { value, .. }, _) => Response::Typed(format!("{}", (value * 2.0 + 1.0).round())),
        (QuestionBody::Short { .. }, _) => Response::Typed("no idea".to_owned()),
        (_, Response::Marked(words)) => Response::Marked(words.into_iter().take(1).collect()),
        (_, other) => other,
    }
}
