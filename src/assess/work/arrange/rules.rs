//! The checks on cards.
//!
//! Apart from the score. Each returns where and how it is broken, or nothing. A card without a value has it nowhere:
//! it adds nothing to a sum and breaks no order.

use std::collections::{BTreeMap, BTreeSet};

use super::laid::Cards;
use crate::assess::work::Place;
use crate::assess::work::text::{Broken, broken as broken_text};
use crate::course::exercise::arrange::{Arranging, Card, CardCheck, Value, Which};
use crate::course::exercise::text::{TextCheck, Where};
use crate::course::manifest::READ_ALOUD;

type Fault = Option<(Place, Broken)>;

/// Returns how the cards break a check, if they do.
pub(super) fn broken(
    check: &CardCheck,
    arranging: &Arranging,
    cards: &Cards<'_>,
    captions: &BTreeMap<String, String>,
) -> Fault {
    match check {
        CardCheck::Count => count(arranging.choose, cards),
        CardCheck::Total { of, min, max } => {
            let sum = sum(cards, of);
            (!(*min..=*max).contains(&sum)).then(|| whole(sum))
        }
        CardCheck::Running { of, by, max } => running(cards, of, by.as_deref(), *max),
        CardCheck::Has { which, least } => {
            let there = cards.iter().filter(|card| is(card, which)).count();
            (there < *least as usize).then(|| whole(there))
        }
        CardCheck::None(which) => cards.iter().find(|card| is(card, which)).map(|card| at(card)),
        CardCheck::First(which) => cards.first().filter(|card| !is(card, which)).map(|card| at(card)),
        CardCheck::Last(which) => cards.last().filter(|card| !is(card, which)).map(|card| at(card)),
        CardCheck::Differ { of } => differ(cards, of),
        CardCheck::Direction { of } => direction(cards, of),
        CardCheck::Rising { of } => rising(cards, of),
        CardCheck::Distinct { of, least } => {
            let there = cards.iter().filter_map(|card| card.with.get(of)).collect::<BTreeSet<_>>().len();
            (there < *least as usize).then(|| whole(there))
        }
        CardCheck::Share { of, most } => share(cards, of, *most),
        CardCheck::Before { first, then } => before(cards, first, then),
        CardCheck::CaptionHas { find, least } => {
            let text = captions.values().map(String::as_str).collect::<Vec<_>>().join("\n\n");
            let check = TextCheck::Has { find: find.clone(), least: *least, place: Where::Anywhere };
            broken_text(&check, &text, READ_ALOUD).map(|broken| (Place::Whole, broken))
        }
    }
}

fn at(card: &Card) -> (Place, Broken) {
    (Place::Card(card.id.clone()), Broken { found: card.text.clone(), ..Broken::default() })
}

fn whole(have: impl std::fmt::Display) -> (Place, Broken) {
    (Place::Whole, Broken { have: format!("{have}"), ..Broken::default() })
}

fn is(card: &Card, which: &Which) -> bool {
    match which {
        Which::Tag(tag) => card.tags.contains(tag),
        Which::Value { of, is } => card.with.get(of) == Some(is),
    }
}

fn number(card: &Card, of: &str) -> Option<i64> {
    match card.with.get(of)? {
        Value::Number(number) => Some(*number),
        Value::Text(_) => None,
    }
}

fn sum(cards: &Cards<'_>, of: &str) -> i64 {
    cards.iter().filter_map(|card| number(card, of)).fold(0, i64::saturating_add)
}

fn count((least, most): (u16, u16), cards: &Cards<'_>) -> Fault {
    let is_between = (usize::from(least)..=usize::from(most)).contains(&cards.len());
    (!is_between).then(|| whole(cards.len()))
}

fn running(cards: &Cards<'_>, of: &str, by: Option<&str>, max: i64) -> Fault {
    let mut so_far: i64 = 0;
    for card in cards {
        so_far = so_far.saturating_add(number(card, of).unwrap_or(0));
        let limit = by.and_then(|by| number(card, by)).map_or(max, |own| own.min(max));
        if so_far > limit {
            let (place, broken) = at(card);
            return Some((place, Broken { have: so_far.to_string(), ..broken }));
        }
    }
    None
}

fn differ(cards: &Cards<'_>, of: &[String]) -> Fault {
    let same = |pair: &&[&Card]| of.iter().all(|of| pair[0].with.get(of) == pair[1].with.get(of));
    cards.windows(2).find(same).map(|pair| at(pair[1]))
}

fn direction(cards: &Cards<'_>, of: &str) -> Fault {
    let way = |card: &Card| match card.with.get(of) {
        Some(Value::Text(text)) if text == "left" || text == "right" => Some(text.clone()),
        Some(_) | None => None,
    };
    let flips = |pair: &&[&Card]| matches!((way(pair[0]), way(pair[1])), (Some(one), Some(other)) if one != other);
    cards.windows(2).find(flips).map(|pair| at(pair[1]))
}

fn rising(cards: &Cards<'_>, of: &str) -> Fault {
    let known: Vec<_> = cards.iter().filter_map(|card| Some((card, card.with.get(of)?))).collect();
    known.windows(2).find(|pair| pair[1].1 < pair[0].1).map(|pair| at(pair[1].0))
}

fn share(cards: &Cards<'_>, of: &str, most: u32) -> Fault {
    let mut counts: BTreeMap<&Value, usize> = BTreeMap::new();
    for value in cards.iter().filter_map(|card| card.with.get(of)) {
        *counts.entry(value).or_default() += 1;
    }
    let (value, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let percent = count * 100 / cards.len().max(1);
    let found = value.to_string();
    (percent > most as usize).then(|| (Place::Whole, Broken { found, have: percent.to_string(), ..Broken::default() }))
}

fn before(cards: &Cards<'_>, first: &crate::id::OptionId, then: &crate::id::OptionId) -> Fault {
    let place = |id: &crate::id::OptionId| cards.iter().position(|card| card.id == *id);
    let (first, then) = (place(first)?, place(then)?);
    (then < first).then(|| at(cards[then]))
}
