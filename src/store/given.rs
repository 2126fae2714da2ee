//! The answers of a try as one row: the one that counts for each slot, in the order in which they were given.
//!
//! Apart because most events are answers: a row for each would be most of what a merge writes and of what statistics
//! of questions read. The bytes follow from events, like every projection, and are nobody else's business. What a try
//! comes to is not worked out here.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::OptionalExtension as _;
use serde::{Deserialize, Serialize};

use super::attempt::Run;
use super::database::{Stop, Work};
use super::value::Place;
use crate::assess::{Grade, Response};
use crate::cohort::{AskedItem, Picks};
use crate::course::hash::ContentHash;
use crate::id::{AttemptId, BadId, LessonId, OptionId, QuestionId, QuestionRef};
use crate::journal::event::Answer;
use crate::journal::{Body, Event};

/// The earliest answer to a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Given<'a> {
    /// Where its event stands.
    pub(super) place: Place,
    /// The lesson of slot and question.
    lesson: &'a str,
    slot: &'a str,
    question: &'a str,
    text_hash: u64,
    key_hash: u64,
    /// What it was worth.
    pub(super) grade: Grade,
    /// What it is worth; none where the question was taken out.
    pub(super) stands: Option<Grade>,
    /// Whether a miss alone fails the try.
    pub(super) critical: bool,
    /// What was picked, as `picks` reads it.
    #[serde(borrow)]
    pub(super) picks: Cow<'a, str>,
    /// Time from showing to answering, in milliseconds.
    pub(super) millis: u32,
    /// Whether the learner was sure; none where that was not asked.
    pub(super) confident: Option<bool>,
}

impl<'a> Given<'a> {
    fn of(event: &Event, answer: &'a Answer) -> Self {
        Self {
            place: Place::of(event),
            lesson: answer.question.lesson.as_str(),
            slot: answer.slot.as_str(),
            question: answer.question.question.as_str(),
            text_hash: answer.text_hash.bits(),
            key_hash: answer.key_hash.bits(),
            grade: answer.grade,
            stands: Some(answer.grade),
            critical: answer.critical,
            picks: written(&answer.response),
            millis: answer.millis,
            confident: answer.confident,
        }
    }

    /// Returns the hashes of what was asked and of what counted as right.
    pub(super) fn hashes(&self) -> (ContentHash, ContentHash) {
        (ContentHash::from_bits(self.text_hash), ContentHash::from_bits(self.key_hash))
    }

    /// Returns whether it was given to a slot.
    pub(super) fn is_in(&self, slot: &QuestionRef) -> bool {
        self.lesson == slot.lesson.as_str() && self.slot == slot.question.as_str()
    }

    /// Returns whether it was given to a question.
    pub(super) fn is_to(&self, question: &QuestionRef) -> bool {
        self.lesson == question.lesson.as_str() && self.question == question.question.as_str()
    }

    /// Returns its slot.
    pub(super) fn slot(&self) -> Result<QuestionRef, BadId> {
        Ok(QuestionRef { lesson: LessonId::new(self.lesson)?, question: QuestionId::new(self.slot)? })
    }

    /// Names what was asked, so that it is told from everything else; no id holds a zero.
    pub(super) fn name(&self, name: &mut Vec<u8>) {
        name.clear();
        for id in [self.lesson, self.slot, self.question] {
            name.extend_from_slice(id.as_bytes());
            name.push(0);
        }
        name.extend(self.text_hash.to_le_bytes());
        name.extend(self.key_hash.to_le_bytes());
    }

    /// Returns what was asked.
    pub(super) fn asked(&self) -> Result<AskedItem, BadId> {
        let (text_hash, key_hash) = self.hashes();
        Ok(AskedItem { slot: self.slot()?, question: QuestionId::new(self.question)?, text_hash, key_hash })
    }
}

/// Returns what was picked, in words that no id can hold: options, `card=target`, and `@` before the place of a word;
/// nothing of what was typed or ordered.
fn written(response: &Response) -> Cow<'_, str> {
    let words: Vec<String> = match response {
        Response::Chosen(option) => return option.as_ref().map_or("", OptionId::as_str).into(),
        Response::Ticked(options) => options.iter().map(ToString::to_string).collect(),
        Response::Placed(pairs) => pairs.iter().map(|(card, target)| format!("{card}={target}")).collect(),
        Response::Marked(words) => words.iter().map(|word| format!("@{word}")).collect(),
        Response::Ordered(_) | Response::Typed(_) => return "".into(),
    };
    words.join(" ").into()
}

/// Reads back what was picked.
pub(super) fn picks(written: &str) -> Result<Picks, BadId> {
    let mut picks = Picks::default();
    for word in written.split_ascii_whitespace() {
        if let Some((card, target)) = word.split_once('=') {
            picks.placed.pairs.push((OptionId::new(card)?, OptionId::new(target)?));
        } else if let Some(place) = word.strip_prefix('@') {
            picks.placed.words.extend(place.parse::<usize>());
        } else {
            picks.chosen.push(OptionId::new(word)?);
        }
    }
    Ok(picks)
}

/// Reads the answers of a row.
pub(super) fn read(list: &[u8]) -> Result<Vec<Given<'_>>, postcard::Error> {
    postcard::from_bytes(list)
}

/// Joins two lists: of each slot the earlier answer, in the order of their places.
fn joined<'a>(known: Vec<Given<'a>>, new: Vec<Given<'a>>) -> Vec<Given<'a>> {
    let mut slots = BTreeMap::new();
    for given in known.into_iter().chain(new) {
        match slots.entry((given.lesson, given.slot)) {
            Entry::Vacant(free) => drop(free.insert(given)),
            Entry::Occupied(mut there) if given.place < there.get().place => drop(there.insert(given)),
            Entry::Occupied(_) => {}
        }
    }
    let mut list: Vec<Given<'_>> = slots.into_values().collect();
    list.sort_unstable_by_key(|given| given.place);
    list
}

impl Work<'_> {
    /// Adds the answers among some events of a run to their tries.
    pub(super) fn write_answers(&self, run: Run, events: &[&Event]) -> Result<(), Stop> {
        let mut tries: BTreeMap<AttemptId, Vec<Given<'_>>> = BTreeMap::new();
        for event in events {
            if let Body::Answered { attempt, answer } = &event.body {
                tries.entry(*attempt).or_default().push(Given::of(event, answer));
            }
        }
        for (attempt, new) in tries {
            let list = self.answers(run, attempt)?;
            let known = self.read_answers(&list)?;
            self.keep_answers(run, attempt, &joined(known, new))?;
        }
        Ok(())
    }

    /// Returns the row of a try; nothing where nothing was answered.
    pub(super) fn answers(&self, run: Run, attempt: AttemptId) -> Result<Vec<u8>, Stop> {
        let sql = "SELECT list FROM answers WHERE learner = ?1 AND enrolment = ?2 AND attempt = ?3";
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query.query_row((run.0, run.1, attempt), |row| row.get(0)).optional()?.unwrap_or_default())
    }

    /// Reads the row of a try.
    pub(super) fn read_answers<'a>(&self, list: &'a [u8]) -> Result<Vec<Given<'a>>, Stop> {
        if list.is_empty() {
            return Ok(Vec::new());
        }
        read(list).map_err(|error| self.damaged(&error.to_string()))
    }

    /// Writes the row of a try.
    pub(super) fn keep_answers(&self, run: Run, attempt: AttemptId, answers: &[Given<'_>]) -> Result<(), Stop> {
        let list = postcard::to_allocvec(answers).map_err(|error| self.damaged(&error.to_string()))?;
        let sql = "INSERT INTO answers (learner, enrolment, attempt, list) VALUES (?1, ?2, ?3, ?4) \
                   ON CONFLICT (learner, enrolment, attempt) DO UPDATE SET list = excluded.list";
        self.connection.prepare_cached(sql)?.execute((run.0, run.1, attempt, list))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::samples::{answer, answered, event};

    #[test]
    fn what_was_picked_is_read_back_and_nothing_of_what_was_typed_or_ordered() {
        let id = |name: &str| OptionId::new(name).unwrap();
        let responses = [
            Response::Chosen(Some(id("3"))),
            Response::Chosen(None),
            Response::Ticked(vec![id("first"), id("12")]),
            Response::Placed(vec![(id("card"), id("target")), (id("2"), id("4"))]),
            Response::Marked(vec![0, 17]),
            Response::Ordered(vec![id("b"), id("a")]),
            Response::Typed("some words = @3".into()),
        ];
        for response in responses {
            assert_eq!(picks(&written(&response)).unwrap(), Picks::of(&response), "{response:?}");
        }
    }

    #[test]
    fn the_earliest_answer_to_a_slot_counts_in_whatever_order_they_arrive() {
        let said = [(3, "track/one#a", 0), (1, "track/one#b", 10), (2, "track/one#a", 20), (4, "track/one#b", 30)];
        let events = said.map(|(seq, question, grade)| event(1, seq, seq, answered(1, question, grade)));
        let given = |order: &[usize]| {
            let of = |index: &usize| {
                let Body::Answered { answer, .. } = &events[*index].body else { panic!("no answer") };
                vec![Given::of(&events[*index], answer)]
            };
            order.iter().map(of).fold(Vec::new(), joined)
        };
        let forth = given(&[0, 1, 2, 3]);
        assert_eq!(forth.iter().map(|given| given.grade.number()).collect::<Vec<_>>(), [10, 20]);
        assert_eq!(forth, given(&[3, 2, 1, 0]));
        let bytes = postcard::to_allocvec(&forth).unwrap();
        assert_eq!(read(&bytes).unwrap(), forth, "as the row says");
    }

    #[test]
    fn an_answer_knows_its_slot_and_its_question() {
        let answer = Answer { slot: QuestionId::new("slot").unwrap(), ..answer("track/one#variant", 0, true) };
        let event = event(1, 1, 1, Body::Answered { attempt: AttemptId::from_bits(1), answer: answer.clone() });
        let given = Given::of(&event, &answer);
        let at = |text| QuestionRef::parse(text).unwrap();
        assert!(given.is_in(&at("track/one#slot")) && !given.is_in(&at("track/one#variant")));
        assert!(given.is_to(&at("track/one#variant")) && !given.is_to(&at("track/two#variant")));
        assert_eq!(given.asked().unwrap().slot, at("track/one#slot"));
        let name = |given: &Given<'_>| {
            let mut name = Vec::new();
            given.name(&mut name);
            name
        };
        let others = [
            Given { slot: "slo", question: "tvariant", ..given.clone() },
            Given { key_hash: given.text_hash, text_hash: given.key_hash, ..given.clone() },
        ];
        assert!(others.iter().all(|other| name(other) != name(&given)));
    }
}
