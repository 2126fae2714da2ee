//! Judges a form: every field by its kind, then the rules within and across fields.
//!
//! Apart so that an engine is found under its name. What is needed and empty is told once: its rules are not kept and
//! say nothing more. Rules on a field that may be empty, and is, count nothing.

mod check;
pub mod restriction;
mod shots;
mod value;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use super::text::{Broken, Points};
use super::{Finding, Ground, Judged, Place, Said};
use crate::course::exercise::Part;
use crate::course::exercise::form::{Field, FieldKind, Form, FormCheck, FormRule, Target};
use crate::course::exercise::work::Entry;
use crate::id::OptionId;

pub use shots::shots_sum;
use value::Bad;
pub use value::{local_time, seconds};
use values::Values;

/// What a rule comes to.
enum Kept {
    /// There is nothing that it could speak of.
    Idle,
    Yes,
    /// No, and something else says so.
    Silent,
    No(Vec<(Place, Broken)>),
}

/// Judges the values of a form.
pub(super) fn judge(form: &Form, fields: &BTreeMap<String, Entry>, around: Ground) -> Judged {
    let values = Values { form, fields };
    let mut judged = Judged::default();
    let mut points = Points::default();
    let mut empty = BTreeSet::new();
    for field in &form.fields {
        let found = judge_field(field, &values);
        let is_empty = |finding: &&Finding| finding.message == Said::Own(value::EMPTY, Vec::new());
        empty.extend(found.iter().filter(is_empty).map(|finding| finding.place.clone()));
        if field.need || !found.is_empty() {
            points.all += 1;
            points.kept += u32::from(found.is_empty());
        }
        judged.findings.extend(if around.is_live { found } else { told_once(field, found) });
    }
    let is_told = |rule: &&FormRule| !(around.is_live && check::tells_the_answer(&rule.rule.check));
    for rule in form.rules.iter().filter(is_told).filter(|rule| applies(rule, &values)) {
        let kept = judge_rule(rule, &values, around);
        if !matches!(kept, Kept::Idle) {
            points.count(&rule.rule, matches!(kept, Kept::Yes));
        }
        if let Kept::No(places) = kept {
            let is_new = |(place, _): &(Place, Broken)| !empty.contains(place);
            let found = places.into_iter().filter(is_new);
            judged.findings.extend(found.map(|(place, broken)| broken.finding(&rule.rule.fault, place)));
        }
    }
    if !around.is_live {
        judged.findings.sort_by_key(is_only_missing);
    }
    judged.parts.push((Part::Rules, points.grade()));
    judged
}

/// Returns whether a finding says no more than that something is not there: that stands after all others.
fn is_only_missing(finding: &Finding) -> bool {
    matches!(finding.message, Said::Own(value::EMPTY | value::CELLS | value::ROWS, _))
}

/// Makes one finding of all empty cells of a table; a single one keeps its place.
fn told_once(field: &Field, found: Vec<Finding>) -> Vec<Finding> {
    let is_empty_cell = |finding: &Finding| {
        let is_cell = matches!(finding.place, Place::Field(_, Some(_)));
        is_cell && finding.message == Said::Own(value::EMPTY, Vec::new())
    };
    let (cells, mut told): (Vec<_>, Vec<_>) = found.into_iter().partition(is_empty_cell);
    if cells.len() < 2 {
        told.extend(cells);
        return told;
    }
    let place = Place::Field(Target { field: field.id.clone(), column: None }, None);
    told.push(Finding::own(&field.code, place, value::CELLS, vec![("count", cells.len().to_string())]));
    told
}

/// Counts what is filled in of what is needed: fields, and cells of rows that are there or must be.
pub(super) fn filled(form: &Form, fields: &BTreeMap<String, Entry>) -> (usize, usize) {
    let values = Values { form, fields };
    let counts = form.fields.iter().filter(|field| !field.locked).map(|field| filled_in(field, &values));
    counts.fold((0, 0), |(have, of), (more, all)| (have + more, of + all))
}

fn filled_in(field: &Field, values: &Values<'_>) -> (usize, usize) {
    let FieldKind::Rows { columns, least, .. } = &field.kind else {
        return (usize::from(field.need && !values.is_empty(&field.id)), usize::from(field.need));
    };
    let needed = || columns.iter().enumerate().filter(|(_, column)| column.need && !column.locked);
    let rows: Vec<_> = values.rows(&field.id).filter(|row| !row.is_empty(columns)).collect();
    let have = rows.iter().map(|row| needed().filter(|(at, _)| !row.cell(*at).is_empty()).count()).sum();
    let least = usize::from(*least).max(usize::from(field.need)).max(rows.len());
    (have, least * needed().count())
}

/// Returns what is wrong with a value by itself: nothing where something must be, or not what the field takes.
fn judge_field(field: &Field, values: &Values<'_>) -> Vec<Finding> {
    let place =
        |column: Option<&OptionId>, row| Place::Field(Target { field: field.id.clone(), column: column.cloned() }, row);
    let FieldKind::Rows { columns, least, most, .. } = &field.kind else {
        let is_empty = values.is_empty(&field.id);
        let bad = if is_empty { field.need.then_some(Bad::Empty) } else { value::check(field, &values.one(&field.id)) };
        return bad.map(|bad| bad.finding(&field.code, place(None, None))).into_iter().collect();
    };
    let rows: Vec<_> = values.rows(&field.id).collect();
    let filled = rows.iter().filter(|row| !row.is_empty(columns)).count();
    let mut found = Vec::new();
    if filled < usize::from(*least) || rows.len() > usize::from(*most) || (field.need && filled == 0) {
        let bad = Bad::Rows { have: filled, least: usize::from(*least).max(1), most: usize::from(*most) };
        found.push(bad.finding(&field.code, place(None, None)));
    }
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_empty(columns)) {
        for (column, cell) in columns.iter().zip(row.cells(columns)) {
            let bad = if cell.is_empty() { column.need.then_some(Bad::Empty) } else { value::check(column, cell) };
            found.extend(bad.map(|bad| bad.finding(&column.code, place(Some(&column.id), Some(at)))));
        }
    }
    found
}

fn applies(rule: &FormRule, values: &Values<'_>) -> bool {
    rule.when.as_ref().is_none_or(|(field, wanted)| match wanted {
        Some(wanted) => values.has(field, wanted),
        None => !values.is_empty(field),
    })
}

fn judge_rule(rule: &FormRule, values: &Values<'_>, around: Ground) -> Kept {
    let Some(field) = values.form.field(&rule.at.field) else { return Kept::Yes };
    if values.is_empty(&field.id) {
        let asks_for_rows = matches!(rule.rule.check, FormCheck::Filled | FormCheck::LeastRows { .. });
        return match (asks_for_rows, field.need) {
            (true, false) => Kept::No(vec![(Place::Field(rule.at.clone(), None), Broken::default())]),
            (_, true) => Kept::Silent,
            (false, false) => Kept::Idle,
        };
    }
    let places = check::broken(rule, field, values, around);
    if places.is_empty() { Kept::Yes } else { Kept::No(places) }
}

#[cfg(test)]
mod tests;
