//! Two records of one person: which records are joined, and what they come to together.
//!
//! Apart from progress, which is of one record. Nothing is rewritten: a join is an event that stands in both records,
//! it can be taken back by another, and a person is whoever is connected by joins that stand. Only what a trainer
//! joined counts, for a learner could otherwise open anybody's record.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Author, Body, Event};
use super::progress::Progress;
use crate::id::{CourseId, EnrolmentId, JoinId, LearnerId};

/// Returns the joins that stand in one record, each with the other record; in any order of events the same.
pub fn joins<'a>(record: impl IntoIterator<Item = &'a Event>) -> BTreeMap<JoinId, LearnerId> {
    let mut joined = BTreeMap::new();
    let mut parted = BTreeSet::new();
    for event in record {
        if event.author != Author::Trainer {
            continue;
        }
        if let Body::Joined { join, with } = event.body {
            let first = joined.entry(join).or_insert((event.order(), with));
            *first = (*first).min((event.order(), with));
        }
        if let Body::Parted { join } = event.body {
            parted.insert(join);
        }
    }
    let stands = |(join, (_, with)): (JoinId, _)| (!parted.contains(&join)).then_some((join, with));
    joined.into_iter().filter_map(stands).collect()
}

/// Returns which run of the course each of a person's records has its events in; all stand in the first of these where
/// they are one history.
pub fn runs(records: &[(LearnerId, Vec<Event>)], course: &CourseId) -> Vec<(LearnerId, EnrolmentId)> {
    records.iter().filter_map(|(record, events)| Some((*record, run(events, course)?))).collect()
}

fn run(events: &[Event], course: &CourseId) -> Option<EnrolmentId> {
    Progress::of_events(events).current(course).map(|(enrolment, _)| enrolment)
}

/// Returns a person's events as one history, seen from the first of the records: what the others did on the course
/// stands in the run of the first, in the order of all events. Of one record alone it stays as it is.
pub fn one_history(records: Vec<(LearnerId, Vec<Event>)>, course: &CourseId) -> Vec<Event> {
    if records.len() < 2 {
        return records.into_iter().flat_map(|(_, events)| events).collect();
    }
    let own = records.iter().find_map(|(_, events)| run(events, course));
    let mut all = Vec::new();
    for (_, mut events) in records {
        let theirs = run(&events, course);
        if let (Some(own), Some(theirs)) = (own, theirs) {
            events.iter_mut().filter(|event| event.enrolment == theirs).for_each(|event| event.enrolment = own);
        }
        all.extend(events);
    }
    all.sort_by_key(Event::order);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::samples::{enrolled, event, seen};

    fn told(seq: u64, body: Body) -> Event {
        Event { author: Author::Trainer, ..event(9, seq, seq, body) }
    }

    fn join(number: u128, with: u128) -> Body {
        Body::Joined { join: JoinId::from_bits(number), with: LearnerId::from_bits(with) }
    }

    fn parted(number: u128) -> Body {
        Body::Parted { join: JoinId::from_bits(number) }
    }

    #[test]
    fn a_join_stands_until_it_is_taken_back_whichever_arrives_first() {
        let events = [told(1, join(1, 5)), told(2, join(2, 6)), told(3, parted(1)), told(4, join(3, 5))];
        let expected = [(2, 6), (3, 5)].map(|(join, with)| (JoinId::from_bits(join), LearnerId::from_bits(with)));
        assert_eq!(joins(&events), expected.into());
        assert_eq!(joins(events.iter().rev()), expected.into());
    }

    #[test]
    fn of_two_joins_with_one_id_the_first_in_order_stands() {
        let events = [told(1, join(1, 5)), told(2, join(1, 6))];
        assert_eq!(joins(&events), joins(events.iter().rev()));
        assert_eq!(joins(&events).into_values().next(), Some(LearnerId::from_bits(5)));
    }

    #[test]
    fn what_a_learner_claims_joins_nothing() {
        assert!(joins(&[event(9, 1, 1, join(1, 5))]).is_empty());
    }

    #[test]
    fn one_person_has_read_what_either_record_has() {
        let course = CourseId::new("course").unwrap();
        let other = |seq, body| Event {
            subject: LearnerId::from_bits(2),
            enrolment: EnrolmentId::from_bits(7),
            ..event(8, seq, seq, body)
        };
        let one = vec![event(9, 1, 1, enrolled()), event(9, 2, 2, seen("a/one", "start"))];
        let two = vec![other(1, enrolled()), other(2, seen("a/one", "end"))];
        let sections = |records: Vec<(LearnerId, Vec<Event>)>| {
            let progress = Progress::of_events(&one_history(records, &course));
            let (_, run) = progress.current(&course).unwrap();
            run.sections.clone()
        };
        let records = [(LearnerId::from_bits(1), one), (LearnerId::from_bits(2), two)];
        let found = sections(records.to_vec());
        assert_eq!(found.values().map(BTreeSet::len).sum::<usize>(), 2);
        assert_eq!(found, sections(records.into_iter().rev().collect()));
    }
}
