//! Judges a worked queue.
//!
//! Apart so that an engine is found under its name. What was not decided is wrong; of two decisions on one item the
//! last counts.

use super::text::{self, Points};
use super::{Finding, Judged, Place};
use crate::assess::Grade;
use crate::course::exercise::Part;
use crate::course::exercise::desk::{Desk, Item, Order};
use crate::course::exercise::work::Decided;

/// Judges the decisions.
pub(super) fn judge(desk: &Desk, decided: &[Decided], read_aloud: u16) -> Judged {
    let mut judged = Judged::default();
    let (mut decisions, mut codes) = (0, 0);
    let mut notes = Points::default();
    for item in &desk.items {
        let given = decided.iter().rev().find(|given| given.item == item.id.as_str());
        let is_right = given.is_some_and(|given| given.decision == item.decision);
        let has_code = is_right && given.is_some_and(|given| is_code(item, &given.code));
        decisions += usize::from(is_right);
        codes += usize::from(has_code);
        judged.findings.extend(finding(desk, item, given.is_some(), is_right, has_code));
        if item.note {
            judge_note(desk, item, given, read_aloud, &mut notes, &mut judged);
        }
    }
    let all = desk.items.len();
    judged.parts.push((Part::Decisions, Grade::share(decisions, all)));
    if !desk.codes.is_empty() {
        judged.parts.push((Part::Codes, Grade::share(codes, all)));
    }
    if desk.items.iter().any(|item| item.note) {
        judged.parts.push((Part::Notes, notes.grade()));
    }
    if let Some(order) = &desk.order {
        judge_order(order, decided, &mut judged);
    }
    judged
}

fn is_code(item: &Item, code: &str) -> bool {
    item.code.as_deref().is_none_or(|key| key == code) || item.also.iter().any(|also| also == code)
}

fn finding(desk: &Desk, item: &Item, is_decided: bool, is_right: bool, has_code: bool) -> Option<Finding> {
    let place = Place::Item(item.id.clone());
    if !is_decided {
        let mut open = Finding::own("OPEN", place, "finding-open", vec![("item", item.title.clone())]);
        if item.critical {
            open.weight = crate::course::exercise::rule::Weight::Critical;
        }
        return Some(open);
    }
    if !is_right {
        return Some(Finding::beside("DECISION", item.critical, place, &item.why));
    }
    (!has_code && !desk.codes.is_empty()).then(|| Finding::beside("CODE", false, place, &item.why))
}

fn judge_note(
    desk: &Desk,
    item: &Item,
    given: Option<&Decided>,
    read_aloud: u16,
    points: &mut Points,
    judged: &mut Judged,
) {
    let place = Place::Item(item.id.clone());
    let note = given.map_or("", |given| given.note.trim());
    if note.is_empty() {
        points.all += 1 + desk.note_rules.iter().map(|rule| u32::from(rule.points)).sum::<u32>();
        let values = vec![("item", item.title.clone())];
        judged.findings.push(Finding::own("NOTE", place, "finding-note", values));
        return;
    }
    let (findings, (kept, all)) = text::judge(&desk.note_rules, note, read_aloud, |_| place.clone());
    points.kept += kept + 1;
    points.all += all + 1;
    judged.findings.extend(findings);
}

/// The items that go first must be decided before all others, and in their order.
fn judge_order(order: &Order, decided: &[Decided], judged: &mut Judged) {
    let mut seen: Vec<&str> = Vec::new();
    for given in decided {
        if !seen.contains(&given.item.as_str()) {
            seen.push(&given.item);
        }
    }
    let in_place = order.first.iter().zip(&seen).filter(|(wanted, given)| wanted.as_str() == **given).count();
    judged.parts.push((Part::Order, Grade::share(in_place, order.first.len())));
    if in_place < order.first.len() {
        let place = order.first.get(in_place).map_or(Place::Whole, |id| Place::Item(id.clone()));
        judged.findings.push(Finding::new(&order.fault, place, &[]));
    }
}

#[cfg(test)]
mod tests;
