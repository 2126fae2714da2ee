//! An invitation: what a learner's machine needs to know of a cohort before day one, signed by the trainer.
//!
//! Apart from the plan, which stays with the trainer: of it goes only what a learner is to see, with the list of names to
//! pick one's own from. Two lines: what it says, and who signed it. Whatever could act on a screen, is too long, or
//! stands there twice is refused, not repaired: nobody knows what else such a file holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Plan, house};
use crate::clock::{Date, Timestamp};
use crate::course::OwnHouse;
use crate::id::{CohortId, LearnerId, TestId};
use crate::journal::planning::{AgendaItem, Field, OnCourse, TestLock};
use crate::seal::{PublicKey, SecretKey, Signature};
use crate::text::one_line;

/// How many bytes a file may have.
pub const LONGEST: usize = 1 << 20;
/// What the file says it is, and the version that this program writes.
const TYPE: &str = "rundown-invitation";
const FORMAT: u32 = 1;
const MADE_WITH: &str = concat!("rundown ", env!("CARGO_PKG_VERSION"));
/// Longest text, in characters.
const LONG: usize = 200;
/// The most names, boxes of the agenda, and locks.
const MOST_SEATS: usize = 1_000;
const MOST_BOXES: usize = 500;
const MOST_LOCKS: usize = 100;

/// A name to pick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The id that whoever picks it gets, so that the trainer knows the record again.
    pub learner: LearnerId,
    /// The name.
    pub name: String,
    /// The station.
    #[serde(default)]
    pub member: String,
}

/// What an invitation says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// The cohort.
    pub cohort: CohortId,
    /// What it is called.
    pub name: String,
    /// Where it meets.
    #[serde(default)]
    pub place: String,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The course.
    pub course: OnCourse,
    /// Who runs it.
    #[serde(default)]
    pub trainer: String,
    /// What learners are asked about themselves.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub asks: BTreeSet<Field>,
    /// Why that is asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// The tests that open with a code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub locks: BTreeMap<TestId, TestLock>,
    /// What the trainer says in place of the house of the course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub house: Option<OwnHouse>,
    /// The names to pick from.
    #[serde(default)]
    pub roster: Vec<Seat>,
}

/// The first line of a file.
#[derive(Serialize, Deserialize)]
struct Said {
    r#type: String,
    format: u64,
    made_with: String,
    at: String,
    invitation: Invitation,
}

/// What is looked at before anything else.
#[derive(Deserialize)]
struct Head {
    r#type: String,
    format: u64,
}

/// The last line of a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    key: PublicKey,
    signature: Signature,
}

/// Why bytes are no invitation. Every message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadInvitation {
    /// More bytes than a file may have.
    #[error("it is longer than {LONGEST} bytes: this is no invitation")]
    TooLong,
    /// Something else.
    #[error("this is no invitation to a cohort")]
    Foreign,
    /// Written by a newer program.
    #[error("it has format {0}, and this Rundown knows {FORMAT}: open it with a newer one")]
    Newer(u64),
    /// The end is missing.
    #[error("it is cut: its last line is missing; ask for it again")]
    Cut,
    /// The signature does not fit.
    #[error("it was changed or damaged after it was signed; ask for it again")]
    Changed,
    /// It says something that makes no sense.
    #[error("it cannot be used: {0}; ask for another")]
    Unusable(String),
}

impl Invitation {
    /// Makes the invitation of a plan; none where the plan names no course.
    pub fn of(plan: &Plan, roster: Vec<Seat>, reason: &str) -> Option<Self> {
        Some(Self {
            cohort: plan.id,
            name: plan.name.clone(),
            place: plan.place.clone(),
            from: plan.from,
            until: plan.until,
            course: plan.course.clone()?,
            trainer: plan.trainer.clone(),
            asks: plan.asks.clone(),
            reason: reason.to_owned(),
            agenda: plan.agenda.clone(),
            locks: plan.locks.clone(),
            house: None,
            roster,
        })
    }

    /// Returns what a learner keeps of it: everything but the names of the others.
    #[must_use]
    pub fn without_names(&self) -> Self {
        Self { roster: Vec::new(), ..self.clone() }
    }

    /// Returns whether a day belongs to it.
    pub fn meets_on(&self, day: Date) -> bool {
        self.from.is_some_and(|from| from <= day && day <= self.until.unwrap_or(from))
    }

    /// Returns the key under which it is kept among the learner's own things.
    pub fn kept_as(&self) -> String {
        format!("{KEPT}{}", self.cohort)
    }

    /// Writes the file.
    pub fn write(&self, at: Timestamp, key: &SecretKey) -> Vec<u8> {
        let said = Said {
            r#type: TYPE.to_owned(),
            format: u64::from(FORMAT),
            made_with: MADE_WITH.to_owned(),
            at: at.rfc3339(),
            invitation: self.clone(),
        };
        let said = serde_json::to_string(&said).unwrap_or_default();
        let signed = Signed { key: key.public(), signature: key.sign(said.as_bytes()) };
        format!("{said}\n{}\n", serde_json::to_string(&signed).unwrap_or_default()).into_bytes()
    }

    /// Reads a file; returns whose signature it has too.
    pub fn read(bytes: &[u8]) -> Result<(Self, PublicKey), BadInvitation> {
        if bytes.len() > LONGEST {
            return Err(BadInvitation::TooLong);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| BadInvitation::Foreign)?;
        let (said, rest) = text.split_once('\n').unwrap_or((text, ""));
        let head: Head = serde_json::from_str(said).map_err(|_| BadInvitation::Foreign)?;
        match head {
            Head { r#type, .. } if r#type != TYPE => return Err(BadInvitation::Foreign),
            Head { format, .. } if format != u64::from(FORMAT) => return Err(BadInvitation::Newer(format)),
            Head { .. } => {}
        }
        let signed: Signed = serde_json::from_str(rest.trim_end()).map_err(|_| BadInvitation::Cut)?;
        if !signed.key.verifies(said.as_bytes(), &signed.signature) {
            return Err(BadInvitation::Changed);
        }
        let said: Said = serde_json::from_str(said).map_err(|error| unusable(&error.to_string()))?;
        said.invitation.check()?;
        Ok((said.invitation, signed.key))
    }

    /// Refuses what no trainer's program writes.
    fn check(&self) -> Result<(), BadInvitation> {
        let titles = self.agenda.iter().map(|item| &item.title);
        let seats = self.roster.iter().flat_map(|seat| [&seat.name, &seat.member]);
        let texts = [&self.name, &self.place, &self.trainer, &self.reason, &self.course.version];
        if let Some(bad) = texts.into_iter().chain(titles).chain(seats).find(|text| !is_clean(text)) {
            let shown: String = one_line(bad).chars().take(40).collect();
            return Err(unusable(&format!("`{shown}` is too long, or holds what no name holds")));
        }
        if self.name.is_empty() || self.roster.iter().any(|seat| seat.name.is_empty()) {
            return Err(unusable("a name is empty"));
        }
        let counts = [
            (self.roster.len(), MOST_SEATS, "names"),
            (self.agenda.len(), MOST_BOXES, "boxes in the agenda"),
            (self.locks.len(), MOST_LOCKS, "locks"),
        ];
        if let Some((count, most, what)) = counts.into_iter().find(|(count, most, _)| count > most) {
            return Err(unusable(&format!("{count} {what}, and {most} is the most")));
        }
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until < from
        {
            return Err(unusable("it ends before it begins"));
        }
        if let Some(Err(bad)) = self.house.as_ref().map(house::check) {
            return Err(unusable(&bad.to_string()));
        }
        self.no_double()
    }

    fn no_double(&self) -> Result<(), BadInvitation> {
        let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
        for seat in &self.roster {
            if !ids.insert(seat.learner) || !names.insert((seat.name.to_lowercase(), seat.member.to_lowercase())) {
                return Err(unusable(&format!("{} stands there twice", seat.name)));
            }
        }
        Ok(())
    }
}

/// What stands before the cohort in the name of a kept invitation.
pub const KEPT: &str = "invitation/";

fn unusable(why: &str) -> BadInvitation {
    BadInvitation::Unusable(one_line(why))
}

fn is_clean(text: &str) -> bool {
    text.chars().count() <= LONG && one_line(text) == text
}

#[cfg(test)]
mod tests;
