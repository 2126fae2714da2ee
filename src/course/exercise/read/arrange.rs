//! The fields of the engine `arrange`.
//!
//! Apart so that an engine is found under its name.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::{Around, ids, refuse_unknown, rule, text, values};
use crate::course::exercise::arrange::{Arranging, Captions, Card, CardCheck, Labels, Value, Which};
use crate::course::exercise::work::Work;
use crate::course::fields::{Fields, Text};
use crate::diagnostic::code;

/// The most cards.
const MOST_CARDS: usize = 60;

const CHECKS: [&str; 13] = [
    "count",
    "total",
    "running",
    "has",
    "none",
    "first",
    "last",
    "differ",
    "direction",
    "rising",
    "distinct",
    "share",
    "before",
];

/// Reads them.
pub(super) fn read(fields: &Fields<'_>, around: Around<'_>) -> Arranging {
    let cards: Vec<_> = fields.tables("cards", "a card", card).into_iter().flatten().collect();
    let cards = values::capped(fields, "cards", cards, MOST_CARDS);
    if cards.is_empty() {
        fields.missing::<()>("cards");
    }
    let all = cards.len() as u16;
    Arranging {
        choose: values::range(fields, "choose").unwrap_or((all, all)),
        cards,
        rules: rule::rules(fields, "rules", |fields| check(fields, around)),
        labels: fields.table("labels", "the labels", labels).flatten(),
        captions: fields.table("captions", "the captions", |fields| captions(fields, around)),
    }
}

fn card(fields: &Fields<'_>) -> Option<Card> {
    let id = values::option_id(fields, "id");
    let (text, tags) = (values::need(fields, "text"), values::strings(fields, "tags"));
    let with = fields.table("with", "the values of a card", with).unwrap_or_default();
    Some(Card { id: id?, text, tags, with })
}

fn with(fields: &Fields<'_>) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for (name, found, span) in fields.every() {
        match value(found) {
            Some(value) => drop(all.insert(name.into_inner(), value)),
            None => drop(fields.wrong_type::<()>(name.get_ref(), found, span, "a text or a whole number")),
        }
    }
    all
}

fn value(value: &DeValue<'_>) -> Option<Value> {
    match (value.as_str(), value.as_integer()) {
        (Some(text), _) => Some(Value::Text(text.to_owned())),
        (None, Some(number)) => number.as_str().parse().ok().map(Value::Number),
        (None, None) => None,
    }
}

fn labels(fields: &Fields<'_>) -> Option<Labels> {
    let options = fields.tables("options", "an option", values::pick).into_iter().flatten().collect();
    let key = values::need(fields, "key");
    Some(Labels { key, options, fault: rule::fault(fields)? })
}

fn captions(fields: &Fields<'_>, around: Around<'_>) -> Captions {
    Captions { count: values::need_whole(fields, "count", (1, 60)), rules: text::rules(fields, around) }
}

fn check(fields: &Fields<'_>, around: Around<'_>) -> Option<CardCheck> {
    let name = rule::name(fields)?;
    Some(match name.get_ref().as_str() {
        "count" => CardCheck::Count,
        "total" => {
            CardCheck::Total { of: of(fields), min: number(fields, "min", 0), max: number(fields, "max", i64::MAX) }
        }
        "running" => CardCheck::Running {
            of: of(fields),
            by: fields.text("by").map(Text::into_inner),
            max: number(fields, "max", i64::MAX),
        },
        "has" => CardCheck::Has { which: which(fields)?, least: least(fields) },
        "none" => CardCheck::None(which(fields)?),
        "first" => CardCheck::First(which(fields)?),
        "last" => CardCheck::Last(which(fields)?),
        "differ" => CardCheck::Differ { of: values::strings(fields, "of") },
        "direction" => CardCheck::Direction { of: of(fields) },
        "rising" => CardCheck::Rising { of: of(fields) },
        "distinct" => CardCheck::Distinct { of: of(fields), least: least(fields) },
        "share" => CardCheck::Share { of: of(fields), most: values::need_whole(fields, "most", (1, 100)).into() },
        "before" => {
            CardCheck::Before { first: values::option_id(fields, "first")?, then: values::option_id(fields, "then")? }
        }
        "caption_has" => CardCheck::CaptionHas { find: text::patterns(fields, "find", around)?, least: least(fields) },
        _ => return rule::unknown(fields, &name, &CHECKS),
    })
}

fn of(fields: &Fields<'_>) -> String {
    values::need(fields, "of")
}

fn least(fields: &Fields<'_>) -> u32 {
    values::whole(fields, "least", (1, 1000)).unwrap_or(1).into()
}

fn number(fields: &Fields<'_>, key: &'static str, otherwise: i64) -> i64 {
    fields.whole(key).map_or(otherwise, toml::Spanned::into_inner)
}

fn which(fields: &Fields<'_>) -> Option<Which> {
    if let Some(tag) = fields.text("tag") {
        return Some(Which::Tag(tag.into_inner()));
    }
    let of = of(fields);
    let Some((found, span)) = fields.any("is") else { return fields.missing("is") };
    match value(found) {
        Some(is) => Some(Which::Value { of, is }),
        None => fields.wrong_type("is", found, span, "a text or a whole number"),
    }
}

/// Reads a work.
pub(super) fn work(fields: &Fields<'_>, arranging: &Arranging) -> Work {
    let cards = fields.texts("cards");
    let known = || ids(arranging.cards.iter().map(|card| &card.id));
    for name in &cards {
        refuse_unknown(fields, "card", name, known());
    }
    if cards.is_empty() {
        fields.source.error(code::MISSING_FIELD, fields.span.clone(), "a work has cards", "add `cards = […]`");
    }
    let table = |key| {
        let entries = values::text_table(fields, key, "a table by card");
        for (name, _) in &entries {
            refuse_unknown(fields, "card", name, known());
        }
        values::text_map(entries)
    };
    let (labels, captions) = (table("labels"), table("captions"));
    Work::Arrange { cards: cards.into_iter().map(Text::into_inner).collect(), labels, captions }
}
