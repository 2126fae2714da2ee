//! The checks on a shotlist: a field of rows with the columns `in` and `out`, and mostly `no` and `text`.
//!
//! Apart because they know what a shot is. A timecode that cannot be read is told at its cell; here it breaks only the
//! checks that need it.

use std::collections::BTreeMap;

use super::value;
use super::values::Values;
use crate::assess::work::Place;
use crate::assess::work::text::{Broken, Prose};
use crate::course::exercise::form::{Field, FieldKind, Form, FormCheck, Target};
use crate::course::exercise::work::Entry;
use crate::id::OptionId;

/// A shot: its row, where it begins and ends in frames, its number and its text.
struct Shot<'a> {
    row: usize,
    start: Option<u32>,
    end: Option<u32>,
    number: &'a str,
    text: &'a str,
}

impl Shot<'_> {
    fn length(&self) -> Option<u32> {
        self.end?.checked_sub(self.start?)
    }
}

fn fps(values: &Values<'_>, field: &OptionId) -> u8 {
    let rate = |column: &Field| if let FieldKind::Timecode { fps } = column.kind { Some(fps) } else { None };
    values.columns(field).iter().find_map(rate).unwrap_or(25)
}

fn shots<'a>(values: &Values<'a>, field: &OptionId) -> Vec<Shot<'a>> {
    let place = |name| values.place(field, name).unwrap_or(usize::MAX);
    let (no, start, end, text) = (place("no"), place("in"), place("out"), place("text"));
    let (fps, columns) = (fps(values, field), values.columns(field));
    let filled = values.rows(field).enumerate().filter(|(_, row)| !row.is_empty(columns));
    filled
        .map(|(row, cells)| Shot {
            row,
            start: value::frames(cells.cell(start), fps),
            end: value::frames(cells.cell(end), fps),
            number: cells.cell(no),
            text: cells.cell(text),
        })
        .collect()
}

/// Returns where a check on shots is broken.
#[expect(clippy::wildcard_enum_match_arm, reason = "only these checks look at shots")]
pub(super) fn broken(check: &FormCheck, at: &Target, values: &Values<'_>) -> Vec<(Place, Broken)> {
    let shots = shots(values, &at.field);
    let fps = u32::from(fps(values, &at.field));
    let column = match check {
        FormCheck::ShotsNumbered => "no",
        FormCheck::ShotsForward => "out",
        FormCheck::ShotsVague { .. } => "text",
        _ => "in",
    };
    let column = OptionId::new(column).ok().filter(|id| values.place(&at.field, id.as_str()).is_some());
    let target = Target { field: at.field.clone(), column };
    let place = |shot: &Shot<'_>| (Place::Field(target.clone(), Some(shot.row)), Broken::default());
    wrong(check, &shots, fps).into_iter().map(place).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "only these checks look at shots")]
fn wrong<'s, 'a>(check: &FormCheck, shots: &'s [Shot<'a>], fps: u32) -> Vec<&'s Shot<'a>> {
    let first = shots.first().and_then(|shot| shot.start);
    match check {
        FormCheck::ShotsNumbered => {
            let is_off = |(at, shot): &(usize, &Shot<'_>)| shot.number.parse() != Ok(*at + 1);
            shots.iter().enumerate().filter(is_off).map(|(_, shot)| shot).collect()
        }
        FormCheck::ShotsStart => shots.first().filter(|_| first != Some(0)).into_iter().collect(),
        FormCheck::ShotsForward => shots.iter().filter(|shot| shot.length().is_none_or(|length| length == 0)).collect(),
        FormCheck::ShotsJoined => {
            let is_apart = |pair: &&[Shot<'_>]| pair[0].end != pair[1].start || pair[1].start.is_none();
            shots.windows(2).filter(is_apart).map(|pair| &pair[1]).collect()
        }
        FormCheck::ShotsLeast { seconds } => {
            shots.iter().filter(|shot| shot.length().is_some_and(|length| length < seconds * fps)).collect()
        }
        FormCheck::ShotsVague { find, seconds } => {
            let is_vague = |shot: &&Shot<'_>| {
                let prose = Prose::new(shot.text);
                find.patterns().any(|pattern| prose.find(pattern).is_some())
            };
            let is_long = |shot: &&Shot<'_>| shot.length().is_some_and(|length| length > seconds * fps);
            shots.iter().filter(is_vague).filter(is_long).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the sum of all shots as a timecode; none for a field that has no columns `in` and `out`, or no shots.
pub fn shots_sum(form: &Form, fields: &BTreeMap<String, Entry>, field: &OptionId) -> Option<String> {
    let values = Values { form, fields };
    values.place(field, "in").and(values.place(field, "out"))?;
    let fps = u32::from(fps(&values, field)).max(1);
    let sum: u32 = shots(&values, field).iter().filter_map(Shot::length).sum();
    let seconds = sum / fps;
    (sum > 0).then(|| format!("{:02}:{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60, sum % fps))
}

/// Returns how the duration differs from the sum of the shots, if by more than it may.
pub(super) fn sum(field: &Field, values: &Values<'_>, rows: &OptionId, near: u32) -> Option<Broken> {
    let fps = u32::from(fps(values, rows));
    let sum: u32 = shots(values, rows).iter().filter_map(Shot::length).sum();
    let stated = value::seconds(&values.one(&field.id))? * fps;
    let shown = format!("{:02}:{:02}", sum / fps / 60, sum / fps % 60);
    (stated.abs_diff(sum) > near * fps).then(|| Broken { have: shown.clone(), found: shown, ..Broken::default() })
}

/// Returns whether a text is a soundbite line in its form, or no soundbite line at all.
pub(super) fn is_soundbite_line(text: &str) -> bool {
    let Some(rest) = text.trim().strip_prefix("SOUNDBITE") else { return true };
    let rest = rest.trim_start();
    let Some((language, rest)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return false };
    let Some((who, said)) = rest.split_once(':') else { return false };
    let Some((name, role)) = who.split_once(',') else { return false };
    let is_quoted = said.trim().starts_with(['"', '“', '«']);
    [language, name, role].iter().all(|part| !part.trim().is_empty()) && is_quoted
}
