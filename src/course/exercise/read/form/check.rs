//! The checks of a form, read by name.
//!
//! Apart from the fields because each check has arguments of its own.

use toml::Spanned;

use super::{other, plain, target};
use crate::course::exercise::form::{Field, FormCheck, Slack};
use crate::course::exercise::read::{Around, rule, text, values};
use crate::course::fields::Fields;
use crate::id::OptionId;

const CHECKS: [&str; 24] = [
    "filled",
    "between",
    "key",
    "row_keys",
    "same_start",
    "at_most",
    "younger",
    "product",
    "least_rows",
    "distinct",
    "not_in",
    "restrictions",
    "restrictions_are",
    "sum",
    "shots_numbered",
    "shots_start",
    "shots_forward",
    "shots_joined",
    "shots_least",
    "shots_vague",
    "soundbites",
    "row_has",
    "has",
    "lacks",
];

/// Reads a check.
pub(super) fn read(fields: &Fields<'_>, all: &[Field], around: Around<'_>) -> Option<FormCheck> {
    let name = rule::name(fields)?;
    let name_str = name.get_ref().as_str();
    if text::CHECKS.contains(&name_str) {
        return text::check(fields, name_str, around).map(FormCheck::Text);
    }
    if name_str.starts_with("shots_") {
        return shots(fields, name_str, around).or_else(|| unless_known(fields, &name));
    }
    match name_str {
        "filled" => Some(FormCheck::Filled),
        "between" => Some(FormCheck::Between { low: number(fields, "low"), high: number(fields, "high") }),
        "key" => Some(FormCheck::Key { key: keys(fields)?, slack: slack(fields) }),
        "row_keys" => row_keys(fields),
        "same_start" => Some(FormCheck::SameStart { other: other(fields, "other", all)? }),
        "at_most" => Some(FormCheck::AtMost { other: other(fields, "other", all)? }),
        "younger" => younger(fields, all),
        "product" => product(fields),
        "least_rows" => Some(FormCheck::LeastRows { least: whole(fields, "least") }),
        "distinct" => Some(FormCheck::Distinct { least: whole(fields, "least") }),
        "not_in" => Some(FormCheck::NotIn { other: other(fields, "other", all)? }),
        "restrictions" => Some(FormCheck::Restrictions),
        "restrictions_are" => Some(FormCheck::RestrictionsAre { key: values::need(fields, "key") }),
        "sum" => sum(fields, all),
        "soundbites" => Some(FormCheck::Soundbites),
        "row_has" => row_has(fields, around),
        _ => rule::unknown(fields, &name, &known()),
    }
}

fn known() -> Vec<&'static str> {
    CHECKS.into_iter().chain(text::CHECKS.iter().copied()).collect()
}

/// Reports a name that is no check; a check that lacks something was reported where it was read.
fn unless_known(fields: &Fields<'_>, name: &Spanned<String>) -> Option<FormCheck> {
    let known = known();
    if known.contains(&name.get_ref().as_str()) { None } else { rule::unknown(fields, name, &known) }
}

fn shots(fields: &Fields<'_>, name: &str, around: Around<'_>) -> Option<FormCheck> {
    match name {
        "shots_numbered" => Some(FormCheck::ShotsNumbered),
        "shots_start" => Some(FormCheck::ShotsStart),
        "shots_forward" => Some(FormCheck::ShotsForward),
        "shots_joined" => Some(FormCheck::ShotsJoined),
        "shots_least" => Some(FormCheck::ShotsLeast { seconds: whole(fields, "seconds") }),
        "shots_vague" => {
            let seconds = whole(fields, "seconds");
            Some(FormCheck::ShotsVague { find: text::patterns(fields, "find", around)?, seconds })
        }
        _ => None,
    }
}

fn whole(fields: &Fields<'_>, key: &'static str) -> u32 {
    values::need_whole(fields, key, (0, u16::MAX)).into()
}

fn number(fields: &Fields<'_>, key: &'static str) -> f64 {
    if !fields.has(key) {
        fields.missing::<()>(key);
    }
    fields.number(key).map(Spanned::into_inner).unwrap_or_default()
}

fn slack(fields: &Fields<'_>) -> Slack {
    let read = |key| fields.number(key).map(Spanned::into_inner).unwrap_or_default();
    Slack { near: read("near"), percent: read("percent") }
}

/// Reads a key: a text, or a list of texts.
fn keys(fields: &Fields<'_>) -> Option<Vec<String>> {
    let Some((value, _)) = fields.any("key") else { return fields.missing("key") };
    if super::is_array(value) { Some(values::strings(fields, "key")) } else { Some(vec![values::need(fields, "key")]) }
}

fn row_keys(fields: &Fields<'_>) -> Option<FormCheck> {
    let key = keys(fields)?;
    let least = values::whole(fields, "least", (0, u16::MAX)).map_or(key.len() as u32, u32::from);
    Some(FormCheck::RowKeys { key, slack: slack(fields), least })
}

fn younger(fields: &Fields<'_>, all: &[Field]) -> Option<FormCheck> {
    let hours = whole(fields, "hours");
    Some(FormCheck::Younger { other: other(fields, "other", all)?, hours })
}

fn product(fields: &Fields<'_>) -> Option<FormCheck> {
    let names: Vec<OptionId> = fields.texts("of").iter().filter_map(|text| plain(fields, text)).collect();
    match names.as_slice() {
        [one, two] => Some(FormCheck::Product { of: (one.clone(), two.clone()) }),
        _ => fields.missing("of"),
    }
}

fn sum(fields: &Fields<'_>, all: &[Field]) -> Option<FormCheck> {
    let near = values::whole(fields, "near", (0, 3600)).unwrap_or(0).into();
    let rows = target(fields, &fields.need_text("rows")?, all)?.field;
    Some(FormCheck::Sum { rows, near })
}

fn row_has(fields: &Fields<'_>, around: Around<'_>) -> Option<FormCheck> {
    let find = text::patterns(fields, "find", around);
    let rows = numbers(fields);
    Some(FormCheck::RowHas { rows, find: find? })
}

fn numbers(fields: &Fields<'_>) -> Vec<u32> {
    let Some((value, span)) = fields.any("rows") else {
        fields.missing::<()>("rows");
        return Vec::new();
    };
    let list = value.as_array().map(|list| {
        list.iter().map(|item| item.get_ref().as_integer().and_then(|n| n.as_str().parse().ok())).collect()
    });
    list.flatten().unwrap_or_else(|| {
        fields.wrong_type::<()>("rows", value, span, "a list of whole numbers");
        Vec::new()
    })
}
