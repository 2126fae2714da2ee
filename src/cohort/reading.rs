//! What is odd about an item, as a value: which figure crossed which line.
//!
//! Apart from `items`, which only computes, and from words, which are found by `key`: here is the judgement, and its
//! lines are drawn in one place. Under 20 answers nothing is said but what counts show at once, and that is marked.

use super::items::{Analysis, Choice, Item};
use super::moments;
use super::stat::ENOUGH;
use crate::id::{OptionId, QuestionId};

/// Facility index under which an item is too hard.
pub const HARD: f64 = 0.4;
/// Facility index over which an item no longer tells people apart; what everybody must master may stand here.
pub const EASY: f64 = 0.95;
/// Discrimination index under which an item is to be looked at.
pub const WEAK: f64 = 0.2;
/// Share of answers under which a wrong option misleads nobody.
pub const UNUSED: f64 = 0.05;
/// Share of answers from which a card on one wrong target tells what is misunderstood.
pub const MISPLACED: f64 = 0.2;
/// So many answers at least must have the same wrong pair.
pub const SAME: usize = 2;
/// So many wrong pairs of a question are told at most.
pub const TOLD: usize = 3;
/// How many times the middle time of the other items makes an item slow.
pub const SLOW: u64 = 2;

/// What is odd about an item, the gravest first.
#[derive(Debug, Clone, PartialEq)]
pub enum Oddity {
    /// More chose a wrong option than any right one: the key may be wrong, or the lesson unclear.
    KeySuspect {
        /// The question, a variant by its own id.
        question: QuestionId,
        /// The option.
        option: OptionId,
        /// How many chose it.
        chosen: usize,
        /// How many chose the right option that was chosen most.
        key_chosen: usize,
        /// Out of how many answers.
        of: usize,
    },
    /// Many put a card on the same wrong target.
    Misplaced {
        /// The question, a variant by its own id.
        question: QuestionId,
        /// The card.
        card: OptionId,
        /// Where they put it.
        target: OptionId,
        /// Where it belongs.
        belongs: OptionId,
        /// How many did.
        chosen: usize,
        /// Out of how many answers.
        of: usize,
    },
    /// Who does well in the rest of the test does badly here: key or wording is suspect.
    AgainstTest {
        /// The discrimination index, under nothing.
        discrimination: f64,
    },
    /// Hardly tells apart who does well in the rest of the test.
    TellsLittle {
        /// The discrimination index.
        discrimination: f64,
    },
    /// Few got it right.
    TooHard {
        /// The facility index.
        facility: f64,
    },
    /// Nearly everybody got it right.
    TooEasy {
        /// The facility index.
        facility: f64,
    },
    /// A wrong option that next to nobody takes.
    WeakDistractor {
        /// The question, a variant by its own id.
        question: QuestionId,
        /// The option.
        option: OptionId,
        /// How many chose it.
        chosen: usize,
        /// Out of how many answers.
        of: usize,
    },
    /// Took much longer than the others.
    Slow {
        /// Its middle time, in milliseconds.
        millis: u32,
        /// The middle time of the other items.
        others: u32,
    },
}

impl Oddity {
    /// Returns the name by which the words for it are found.
    pub fn key(&self) -> &'static str {
        match self {
            Self::KeySuspect { .. } => "key-suspect",
            Self::Misplaced { .. } => "misplaced",
            Self::AgainstTest { .. } => "against-test",
            Self::TellsLittle { .. } => "tells-little",
            Self::TooHard { .. } => "too-hard",
            Self::TooEasy { .. } => "too-easy",
            Self::WeakDistractor { .. } => "weak-distractor",
            Self::Slow { .. } => "slow",
        }
    }

    /// Returns whether somebody should look at the item before they trust a grade.
    pub fn is_grave(&self) -> bool {
        matches!(self, Self::KeySuspect { .. } | Self::AgainstTest { .. })
    }
}

/// Something odd, and whether enough answers stand behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What is odd.
    pub oddity: Oddity,
    /// Whether there are at least 20 answers; if not, it is only what the counts show.
    pub is_sure: bool,
}

/// Returns what is odd about an item of an analysis, the gravest first.
pub fn of(item: &Item, analysis: &Analysis) -> Vec<Reading> {
    let mut found: Vec<Oddity> = key_suspects(item);
    found.extend(misplaced(item));
    if item.answers >= ENOUGH {
        found.extend(discrimination(item));
        found.extend(facility(item));
        found.extend(item.choices.iter().filter_map(weak_distractor));
        found.extend(slow(item, analysis));
    }
    found.into_iter().map(|oddity| Reading { is_sure: is_sure(&oddity, item), oddity }).collect()
}

fn is_sure(oddity: &Oddity, item: &Item) -> bool {
    match oddity {
        Oddity::KeySuspect { of, .. } | Oddity::Misplaced { of, .. } => *of >= ENOUGH,
        Oddity::AgainstTest { .. }
        | Oddity::TellsLittle { .. }
        | Oddity::TooHard { .. }
        | Oddity::TooEasy { .. }
        | Oddity::WeakDistractor { .. }
        | Oddity::Slow { .. } => item.answers >= ENOUGH,
    }
}

/// Returns, for each question of the slot, the wrong option that more chose than any right one.
fn key_suspects(item: &Item) -> Vec<Oddity> {
    let of_question = |question: &QuestionId| {
        let choices = || item.choices.iter().filter(|choice| choice.question == *question);
        let most = |is_key| choices().filter(|c| c.is_key == Some(is_key)).rev().max_by_key(|choice| choice.chosen);
        let (wrong, right) = (most(false)?, most(true)?);
        (wrong.chosen > right.chosen).then(|| Oddity::KeySuspect {
            question: question.clone(),
            option: wrong.option.clone(),
            chosen: wrong.chosen,
            key_chosen: right.chosen,
            of: wrong.of,
        })
    };
    item.questions.iter().filter_map(of_question).collect()
}

/// Returns the wrong pairs of card and target that come up most, the most frequent first.
pub fn misplaced(item: &Item) -> Vec<Oddity> {
    let is_frequent = |choice: &&Choice| choice.chosen >= SAME && choice.share().is_some_and(|s| s >= MISPLACED);
    let wrong = item.placings.iter().filter(|choice| choice.is_key == Some(false));
    let mut frequent: Vec<&Choice> = wrong.filter(is_frequent).collect();
    frequent.sort_by_key(|choice| std::cmp::Reverse(choice.chosen));
    let told = frequent.into_iter().filter_map(|choice| {
        Some(Oddity::Misplaced {
            question: choice.question.clone(),
            card: choice.option.clone(),
            target: choice.target.clone()?,
            belongs: right_target(item, choice)?.clone(),
            chosen: choice.chosen,
            of: choice.of,
        })
    });
    told.take(TOLD).collect()
}

fn right_target<'a>(item: &'a Item, wrong: &Choice) -> Option<&'a OptionId> {
    let of_card = |choice: &&Choice| choice.question == wrong.question && choice.option == wrong.option;
    let mut right = item.placings.iter().filter(of_card).filter(|choice| choice.is_key == Some(true));
    right.find_map(|choice| choice.target.as_ref())
}

fn discrimination(item: &Item) -> Option<Oddity> {
    let discrimination = item.discrimination.solid()?;
    if discrimination < 0.0 {
        return Some(Oddity::AgainstTest { discrimination });
    }
    (discrimination < WEAK).then_some(Oddity::TellsLittle { discrimination })
}

fn facility(item: &Item) -> Option<Oddity> {
    let facility = item.facility.solid()?;
    if facility < HARD {
        return Some(Oddity::TooHard { facility });
    }
    (facility > EASY).then_some(Oddity::TooEasy { facility })
}

fn weak_distractor(choice: &Choice) -> Option<Oddity> {
    let is_weak = choice.is_key == Some(false) && choice.of >= ENOUGH && choice.share()? < UNUSED;
    is_weak.then(|| Oddity::WeakDistractor {
        question: choice.question.clone(),
        option: choice.option.clone(),
        chosen: choice.chosen,
        of: choice.of,
    })
}

fn slow(item: &Item, analysis: &Analysis) -> Option<Oddity> {
    let millis = item.median_millis?;
    let others = analysis.items.iter().filter(|other| other.slot != item.slot);
    let others = moments::median_time(others.filter_map(|other| other.median_millis))?;
    (u64::from(millis) > u64::from(others) * SLOW).then_some(Oddity::Slow { millis, others })
}
