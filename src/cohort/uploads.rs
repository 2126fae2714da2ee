//! What people really sent to the exchange after the course, by their own account in the follow-up forms.
//!
//! Apart from desk work, which is practice and is graded here: this is what happened at the station, and nobody can check
//! it but the exchange. A number that is no whole number, and more accepted than sent, is taken for not said.

use std::collections::BTreeMap;

use super::rows::Reply;
use crate::assess::figure;
use crate::course::exercise::work::Entry;
use crate::id::LearnerId;

/// The question of a follow-up form that asks how many items were sent since the course.
const SENT: &str = "sent";
/// The one that asks how many of them were accepted as they came.
const ACCEPTED: &str = "accepted";
/// More than this is a slip of the finger.
const MOST: f64 = 100_000.0;

/// What one person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Items sent since the course.
    pub sent: u32,
    /// How many of them were accepted; none where that was not said.
    pub accepted: Option<u32>,
}

/// What several people said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Uploads {
    /// How many people said anything.
    pub people: usize,
    /// Items that they sent.
    pub sent: u32,
    /// How many were accepted, of those who said so.
    pub accepted: Option<u32>,
    /// How many items those had sent who said how many were accepted.
    pub accepted_of: u32,
}

/// Returns what each person said last: after 90 days rather than after 30, if there is a number.
pub fn said(replies: &[Reply]) -> BTreeMap<LearnerId, Said> {
    let mut by_day: Vec<&Reply> = replies.iter().filter(|reply| reply.day.is_some()).collect();
    by_day.sort_by_key(|reply| reply.day);
    by_day.into_iter().filter_map(|reply| Some((reply.learner, one(reply)?))).collect()
}

fn one(reply: &Reply) -> Option<Said> {
    let sent = count(reply, SENT)?;
    Some(Said { sent, accepted: count(reply, ACCEPTED).filter(|accepted| *accepted <= sent) })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole and between 0 and the most")]
fn count(reply: &Reply, question: &str) -> Option<u32> {
    let Entry::One(text) = reply.answers.get(question)? else { return None };
    let number = figure::parse(text, "").ok()?;
    let is_count = number.fract() == 0.0 && (0.0..=MOST).contains(&number);
    is_count.then_some(number as u32)
}

impl Uploads {
    /// Returns what some people said together; none where nobody did.
    pub fn of(people: impl IntoIterator<Item = LearnerId>, said: &BTreeMap<LearnerId, Said>) -> Option<Self> {
        let mut all = Self::default();
        for one in people.into_iter().filter_map(|person| said.get(&person)) {
            all.people += 1;
            all.sent += one.sent;
            if let Some(accepted) = one.accepted {
                all.accepted = Some(all.accepted.unwrap_or_default() + accepted);
                all.accepted_of += one.sent;
            }
        }
        (all.people > 0).then_some(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ExerciseId;

    fn reply(learner: u128, day: Option<u16>, answers: &[(&str, &str)]) -> Reply {
        let entry = |(id, text): &(&str, &str)| ((*id).to_owned(), Entry::One((*text).to_owned()));
        Reply {
            learner: LearnerId::from_bits(learner),
            form: ExerciseId::new("forms/follow-up").unwrap(),
            day,
            answers: answers.iter().map(entry).collect(),
        }
    }

    fn told(replies: &[Reply]) -> Vec<(u32, Option<u32>)> {
        said(replies).into_values().map(|said| (said.sent, said.accepted)).collect()
    }

    #[test]
    fn what_was_said_last_counts_if_it_is_a_number() {
        let first = reply(1, Some(30), &[("sent", "12"), ("accepted", "9")]);
        let later = reply(1, Some(90), &[("sent", "40")]);
        assert_eq!(told(&[later.clone(), first.clone()]), [(40, None)]);
        let unsure = reply(1, Some(90), &[("sent", "a few"), ("accepted", "9")]);
        assert_eq!(told(&[first.clone(), unsure]), [(12, Some(9))]);
        assert_eq!(told(&[reply(1, None, &[("sent", "5")])]), [], "a form at the end asks for nothing sent since");
    }

    #[test]
    fn what_cannot_be_is_taken_for_not_said() {
        for text in ["-3", "2.5", "", "1e9", "999999999", "many"] {
            assert_eq!(told(&[reply(1, Some(30), &[("sent", text)])]), [], "{text}");
        }
        assert_eq!(told(&[reply(1, Some(30), &[("sent", "1 240"), ("accepted", "1241")])]), [(1240, None)]);
        assert_eq!(told(&[reply(1, Some(30), &[("sent", "0"), ("accepted", "0")])]), [(0, Some(0))]);
    }

    #[test]
    fn several_people_are_summed_and_who_said_half_counts_for_half() {
        let replies = [
            reply(1, Some(30), &[("sent", "12"), ("accepted", "9")]),
            reply(2, Some(90), &[("sent", "8")]),
            reply(3, Some(30), &[("accepted", "4")]),
        ];
        let all = Uploads::of((1..=4).map(LearnerId::from_bits), &said(&replies));
        assert_eq!(all, Some(Uploads { people: 2, sent: 20, accepted: Some(9), accepted_of: 12 }));
        assert_eq!(Uploads::of([LearnerId::from_bits(3)], &said(&replies)), None);
    }
}
