//! The checks of a form.
//!
//! Apart from the score. Each returns the places where it is broken; none means kept.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::restriction;
use super::shots;
use super::value;
use super::values::Values;
use crate::assess::work::text::{Broken, Prose, broken as broken_text};
use crate::assess::work::{Ground, Place};
use crate::course::exercise::Finds;
use crate::course::exercise::form::{Field, FieldKind, FormCheck, FormRule, Slack, Target};
use crate::course::exercise::text::TextCheck;
use crate::id::OptionId;
use crate::pattern::fold;

type Places = Vec<(Place, Broken)>;

/// Returns where a rule is broken.
pub(super) fn broken(rule: &FormRule, field: &Field, values: &Values<'_>, around: Ground) -> Places {
    let at = &rule.at;
    let one = |broken: Option<Broken>| broken.map(|b| (Place::Field(at.clone(), None), b)).into_iter().collect();
    match &rule.rule.check {
        FormCheck::Text(check) => each(at, values, |text| broken_text(check, text, around.read_aloud)),
        FormCheck::Filled => Places::new(),
        FormCheck::Between { low, high } => {
            let outside =
                |field: &Field, text: &str| !(*low..=*high).contains(&value::measure(field, text).unwrap_or(f64::NAN));
            each_value(at, values, |field, text| outside(field, text).then(|| have(text)))
        }
        FormCheck::Key { key, slack } => one(not_key(field, values, key, *slack)),
        FormCheck::RowKeys { key, slack, least } => row_keys(at, values, key, *slack, *least),
        FormCheck::SameStart { other } => {
            let start = values.one(&other.field);
            each(at, values, |text| (!text.starts_with(start.as_ref())).then(|| have(text)))
        }
        FormCheck::AtMost { other } => at_most(at, other, values),
        FormCheck::Younger { other, hours } => one(older(field, other, *hours, values)),
        FormCheck::Product { of } => product(at, of, values),
        FormCheck::LeastRows { least } => one(few_rows(&at.field, values, *least)),
        FormCheck::Distinct { least } => one(few_values(at, values, *least)),
        FormCheck::NotIn { other } => not_in(at, other, values),
        FormCheck::Restrictions => each(at, values, |text| {
            restriction::parse(text).err().map(|bad| Broken { found: bad.part, ..Broken::default() })
        }),
        FormCheck::RestrictionsAre { key } => each(at, values, |text| {
            (!restriction::say_the_same(key, text)).then(|| Broken { want: key.clone(), ..have(text) })
        }),
        FormCheck::RowHas { rows, find } => row_has(at, values, rows, find),
        FormCheck::Soundbites => each(at, values, |text| (!shots::is_soundbite_line(text)).then(|| have(text))),
        FormCheck::Sum { rows, near } => one(shots::sum(field, values, rows, *near)),
        FormCheck::ShotsNumbered
        | FormCheck::ShotsStart
        | FormCheck::ShotsForward
        | FormCheck::ShotsJoined
        | FormCheck::ShotsLeast { .. }
        | FormCheck::ShotsVague { .. } => shots::broken(&rule.rule.check, at, values),
    }
}

/// Returns whether a check compares with the right answer, so that its finding would give it away.
pub(super) fn tells_the_answer(check: &FormCheck) -> bool {
    matches!(
        check,
        FormCheck::Key { .. }
            | FormCheck::RowKeys { .. }
            | FormCheck::RestrictionsAre { .. }
            | FormCheck::RowHas { .. }
            | FormCheck::Text(TextCheck::Equals { .. } | TextCheck::Has { .. } | TextCheck::Lacks { .. })
    )
}

fn have(text: &str) -> Broken {
    Broken { found: text.to_owned(), have: text.to_owned(), ..Broken::default() }
}

/// Looks at the field, or at every cell of the column that is not empty.
fn each(at: &Target, values: &Values<'_>, check: impl Fn(&str) -> Option<Broken>) -> Places {
    each_value(at, values, |_, text| check(text))
}

fn each_value(at: &Target, values: &Values<'_>, check: impl Fn(&Field, &str) -> Option<Broken>) -> Places {
    let Some(field) = values.meant(at) else { return Places::new() };
    let filled = values.all(at).into_iter().filter(|(_, text)| !text.is_empty());
    filled.filter_map(|(row, text)| Some((Place::Field(at.clone(), row), check(field, &text)?))).collect()
}

fn not_key(field: &Field, values: &Values<'_>, key: &[String], slack: Slack) -> Option<Broken> {
    let is_key = if let FieldKind::Choices(_) = field.kind {
        let given: BTreeSet<_> = values.several(&field.id).iter().collect();
        given == key.iter().collect()
    } else {
        key.iter().any(|key| is(field, &values.one(&field.id), key, slack))
    };
    (!is_key).then(|| Broken { want: key.join(", "), ..have(&values.one(&field.id)) })
}

/// Returns whether a value is the key, or near enough.
fn is(field: &Field, text: &str, key: &str, slack: Slack) -> bool {
    let near = slack.near > 0.0 || slack.percent > 0.0 || matches!(field.kind, FieldKind::Number);
    match (near, value::measure(field, text), value::measure(field, key)) {
        (true, Some(given), Some(key)) => {
            let room = slack.near.max(key.abs() * slack.percent / 100.0) + 1e-9;
            (given - key).abs() <= room
        }
        _ if is_text(field) => fold(text) == fold(key),
        _ => text == key,
    }
}

fn is_text(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Text | FieldKind::Long)
}

fn row_keys(at: &Target, values: &Values<'_>, keys: &[String], slack: Slack, least: u32) -> Places {
    let Some(column) = values.meant(at) else { return Places::new() };
    let Some(place) = at.column.as_ref().and_then(|id| values.place(&at.field, id.as_str())) else {
        return Places::new();
    };
    let rows: Vec<_> = values.rows(&at.field).collect();
    let mut wrong = Places::new();
    for (row, key) in keys.iter().enumerate() {
        let cell = rows.get(row).map_or("", |cells| cells.cell(place));
        if key != "*" && !is(column, cell, key, slack) {
            let broken = Broken { want: key.clone(), ..have(cell) };
            wrong.push((Place::Field(at.clone(), Some(row)), broken));
        }
    }
    if keys.len() - wrong.len() >= least as usize { Places::new() } else { wrong }
}

/// Compares field with field, or column with column row by row, or a column with one field.
fn at_most(at: &Target, other: &Target, values: &Values<'_>) -> Places {
    let (Some(one), Some(two)) = (values.meant(at), values.meant(other)) else { return Places::new() };
    let others = values.all(other);
    let beside = |row: Option<usize>| {
        let same = others.iter().find(|(there, _)| *there == row).or(others.first().filter(|(row, _)| row.is_none()));
        same.and_then(|(_, text)| value::measure(two, text))
    };
    let is_above = |(row, text): &(Option<usize>, Cow<'_, str>)| matches!((value::measure(one, text), beside(*row)), (Some(value), Some(most)) if value > most);
    let all = values.all(at).into_iter().filter(is_above);
    all.map(|(row, text)| (Place::Field(at.clone(), row), have(&text))).collect()
}

fn older(field: &Field, other: &Target, hours: u32, values: &Values<'_>) -> Option<Broken> {
    let text = values.one(&field.id);
    let then = value::measure(field, &text)?;
    let now = value::measure(values.meant(other)?, &values.one(&other.field))?;
    (now - then > f64::from(hours) * 60.0).then(|| have(&text))
}

fn product(at: &Target, (one, two): &(OptionId, OptionId), values: &Values<'_>) -> Places {
    let column = |id: &OptionId| values.place(&at.field, id.as_str());
    let (Some(one), Some(two)) = (column(one), column(two)) else { return Places::new() };
    let Some(of) = at.column.as_ref().and_then(column) else { return Places::new() };
    let rows = values.rows(&at.field).enumerate();
    rows.filter_map(|(row, cells)| {
        let want = value::number(cells.cell(one))? * value::number(cells.cell(two))?;
        let is_it = value::number(cells.cell(of)).is_some_and(|given| (given - want).abs() < 1e-9);
        let broken = Broken { want: want.to_string(), ..have(cells.cell(of)) };
        (!is_it).then(|| (Place::Field(at.clone(), Some(row)), broken))
    })
    .collect()
}

fn few_rows(field: &OptionId, values: &Values<'_>, least: u32) -> Option<Broken> {
    let columns = values.columns(field);
    let filled = values.rows(field).filter(|row| !row.is_empty(columns)).count();
    (filled < least as usize).then(|| Broken { have: filled.to_string(), ..Broken::default() })
}

fn few_values(at: &Target, values: &Values<'_>, least: u32) -> Option<Broken> {
    let several = values.several(&at.field).iter().map(|text| fold(text));
    let cells = values.all(at).into_iter().filter(|(row, _)| row.is_some()).map(|(_, text)| fold(&text));
    let different = several.chain(cells).filter(|text| !text.is_empty()).collect::<BTreeSet<_>>().len();
    (different < least as usize).then(|| Broken { have: different.to_string(), ..Broken::default() })
}

fn not_in(at: &Target, other: &Target, values: &Values<'_>) -> Places {
    let others: Vec<String> = values
        .all(other)
        .iter()
        .flat_map(|(_, text)| text.split([',', ';', '\n']).map(fold).collect::<Vec<_>>())
        .filter(|text| !text.is_empty())
        .collect();
    let is_among = |text: &str| others.iter().any(|other| fold(text) == *other || contains_words(&fold(text), other));
    each(at, values, |text| is_among(text).then(|| have(text)))
}

fn contains_words(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

fn row_has(at: &Target, values: &Values<'_>, rows: &[u32], find: &Finds) -> Places {
    let Some(place) = at.column.as_ref().and_then(|id| values.place(&at.field, id.as_str())) else {
        return Places::new();
    };
    let all: Vec<_> = values.rows(&at.field).collect();
    let wanted = rows.iter().filter_map(|row| (*row as usize).checked_sub(1));
    let is_bare = |row: &usize| {
        let cell = all.get(*row).map_or("", |cells| cells.cell(place));
        let prose = Prose::new(cell);
        !find.patterns().any(|pattern| prose.find(pattern).is_some())
    };
    wanted.filter(is_bare).map(|row| (Place::Field(at.clone(), Some(row)), Broken::default())).collect()
}
