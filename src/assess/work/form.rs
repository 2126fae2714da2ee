//! Judges a form: every field by its kind, then the rules within and across fields.
//!
//! Apart so that an engine is found under its name. A needed field that is empty is told once: its rules are not kept
//! and say nothing more. Rules on a field that may be empty, and is, are kept.

mod check;
pub mod restriction;
mod shots;
mod value;
mod values;

use std::collections::BTreeMap;

use super::text::{Broken, Points};
use super::{Finding, Ground, Judged, Place};
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
    for field in &form.fields {
        let found = judge_field(field, &values);
        if field.need || !found.is_empty() {
            points.all += 1;
            points.kept += u32::from(found.is_empty());
        }
        judged.findings.extend(found);
    }
    let is_told = |rule: &&FormRule| !(around.is_live && check::tells_the_answer(&rule.rule.check));
    for rule in form.rules.iter().filter(is_told).filter(|rule| applies(rule, &values)) {
        let kept = judge_rule(rule, &values, around);
        points.count(&rule.rule, matches!(kept, Kept::Yes));
        if let Kept::No(places) = kept {
            let found = places.into_iter().map(|(place, broken)| broken.finding(&rule.rule.fault, place));
            judged.findings.extend(found);
        }
    }
    judged.parts.push((Part::Rules, points.grade()));
    judged
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
            (false, false) => Kept::Yes,
        };
    }
    let places = check::broken(rule, field, values, around);
    if places.is_empty() { Kept::Yes } else { Kept::No(places) }
}

#[cfg(test)]
mod tests;
