//! Judges chosen and ordered cards.
//!
//! Apart so that an engine is found under its name. Cards that the exercise does not have, and cards laid twice, are
//! left out before any rule looks.

mod laid;
mod rules;

use std::collections::BTreeMap;

use super::text::{self, Points};
use super::{Finding, Judged, Place};
use crate::assess::Grade;
use crate::course::exercise::Part;
use crate::course::exercise::arrange::{Arranging, Captions, Labels};

pub(super) use laid::Laid;

/// Judges the cards.
pub(super) fn judge(arranging: &Arranging, laid: &Laid<'_>, read_aloud: u16) -> Judged {
    let cards = laid.known(arranging);
    let mut judged = Judged::default();
    let mut points = Points::default();
    for rule in &arranging.rules {
        let broken = rules::broken(&rule.check, arranging, &cards, laid.captions);
        points.count(rule, broken.is_none());
        judged.findings.extend(broken.map(|(place, broken)| broken.finding(&rule.fault, place)));
    }
    if let Some(captions) = &arranging.captions {
        judge_captions(captions, laid.captions, read_aloud, &mut points, &mut judged);
    }
    // A rule that only forbids is kept by cards that are not there: too few of them earn in proportion.
    let least = usize::from(arranging.choose.0);
    judged.parts.push((Part::Rules, points.grade().of(cards.len(), least.max(1))));
    if let Some(labels) = &arranging.labels {
        judge_labels(labels, &cards, least, laid.labels, &mut judged);
    }
    judged
}

fn judge_captions(
    captions: &Captions,
    written: &BTreeMap<String, String>,
    read_aloud: u16,
    points: &mut Points,
    judged: &mut Judged,
) {
    let written: Vec<_> = written.iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    let wanted = usize::from(captions.count);
    points.all += 1;
    if written.len() == wanted {
        points.kept += 1;
    } else {
        let values = vec![("have", written.len().to_string()), ("want", wanted.to_string())];
        judged.findings.push(Finding::own("CAPTIONS", Place::Whole, "finding-captions", values));
    }
    for (card, text) in written {
        let place = |_| laid::card_place(card);
        let (findings, (kept, all)) = text::judge(&captions.rules, text, read_aloud, place);
        points.kept += kept;
        points.all += all;
        judged.findings.extend(findings);
    }
}

fn judge_labels(
    labels: &Labels,
    cards: &laid::Cards<'_>,
    least: usize,
    given: &BTreeMap<String, String>,
    judged: &mut Judged,
) {
    let mut right = 0;
    for card in cards {
        let key = card.with.get(&labels.key).map(ToString::to_string);
        if key.as_ref() == given.get(card.id.as_str()) {
            right += 1;
        } else {
            let want = key.unwrap_or_default();
            let place = Place::Card(card.id.clone());
            judged.findings.push(Finding::new(&labels.fault, place, &[("want", &want)]));
        }
    }
    judged.parts.push((Part::Labels, Grade::share(right, cards.len().max(least))));
}

#[cfg(test)]
mod tests;
