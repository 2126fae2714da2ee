//! Joining events from elsewhere is a union of sets, and what follows from them does not depend on how they came.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rusqlite::OptionalExtension as _;
use rusqlite::types::Value;

use super::*;
use crate::id::WriterId;
use crate::journal::{EventId, EventSet, Progress, Stored};
use crate::store::api::{Cursor, Import, Merged, WhyNot};
use crate::store::database::{Stop, Work};
use crate::store::pen::Pen;

const TABLES: [&str; 17] = [
    "worked",
    "tried_state",
    "presence",
    "signed_in",
    "regrade",
    "regrade_undone",
    "joined",
    "parted",
    "cohort",
    "cohort_learner",
    "event",
    "conflict",
    "enrolment",
    "section_seen",
    "attempt",
    "answers",
    "lesson_state",
];

/// Every row of every table that follows from events.
pub(super) fn dump(database: &Database) -> Vec<String> {
    let mut lines = Vec::new();
    for table in TABLES {
        let mut query = database.connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<Value> = (0..columns).map(|column| row.get(column).unwrap()).collect();
            lines.push(format!("{table} {values:?}"));
        }
    }
    lines.sort();
    lines
}

pub(super) fn rebuild(database: &mut Database) {
    let mut pen = Pen::default();
    let path = database.path.clone();
    let work = Work { connection: &database.connection, pen: &mut pen, path: &path, changed: Vec::new() };
    for number in 1..=3 {
        let done: Result<(), Stop> = work.project_anew(learner(number));
        done.unwrap();
    }
}

pub(super) fn import(database: &mut Database, import: Import) -> Merged {
    let Answer::Merged(merged) = directly(database, Request::Merge(Box::new(import))).unwrap() else {
        panic!("another answer")
    };
    merged
}

/// Merges events of learners who are known.
pub(super) fn merge(database: &mut Database, events: &[Stored]) -> Merged {
    for number in 1..=3 {
        directly(database, Request::PutProfile(profile(number))).unwrap();
    }
    import(database, Import { events: events.to_vec(), ..Import::default() })
}

pub(super) fn event(writer: u128, seq: u64, lamport: u64, subject: u128, body: Body) -> Stored {
    let new = said(lamport.cast_signed(), body);
    let event = Event {
        id: EventId { writer: WriterId::from_bits(writer), seq },
        lamport,
        subject: learner(subject),
        author: new.author,
        enrolment: new.enrolment,
        via: new.via,
        lang: new.lang,
        at: new.at,
        pair: None,
        body: new.body,
    };
    Stored::new(event).unwrap()
}

pub(super) fn figures(database: &Database, sql: &str) -> Vec<i64> {
    let mut query = database.connection.prepare(sql).unwrap();
    let columns = query.column_count();
    query.query_row([], |row| (0..columns).map(|column| row.get(column)).collect()).unwrap()
}

#[test]
fn rows_say_how_far_a_lesson_is() {
    let mut database = Database::memory().unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    let active = Body::Active { seconds: 90, lesson: Some(lesson()) };
    let bodies = [
        enrolled(),
        seen("start"),
        seen("start"),
        seen("pitch"),
        active,
        started(1),
        answered(1, "q1", "a", 0),
        answered(1, "q1", "b", 10_000),
        finished(1, 5_000),
        started(2),
        answered(2, "q1", "b", 10_000),
        finished(2, 9_000),
        started(3),
    ];
    directly(&mut database, append(1, bodies)).unwrap();
    let state = figures(
        &database,
        "SELECT sections, seconds, attempts, first, best, critical, passed, last_at FROM lesson_state",
    );
    assert_eq!(state, [2, 90, 2, 5_000, 9_000, 0, 1, 1_012]);
}

#[test]
fn one_identity_with_two_contents_counts_for_nothing_whichever_came_first() {
    let (one, two) = (event(1, 1, 1, 1, seen("start")), event(1, 1, 1, 2, seen("pitch")));
    let mut dumps = Vec::new();
    for order in [[&one, &two, &one], [&two, &one, &two]] {
        let mut database = Database::memory().unwrap();
        let merged = merge(&mut database, &order.map(Clone::clone));
        assert_eq!((merged.new, merged.known, merged.conflicts.len()), (1, 1, 1));
        dumps.push(dump(&database));
    }
    assert_eq!(dumps[0], dumps[1]);
    assert!(dumps[0].iter().all(|line| line.starts_with("conflict ")) && dumps[0].len() == 2);
}

#[test]
fn a_conflict_is_shown_to_whom_it_concerns() {
    let mut database = Database::memory().unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    merge(&mut database, &[event(5, 1, 1, 1, seen("start")), event(5, 1, 1, 1, seen("pitch"))]);
    let found = record(directly(&mut database, open(1)));
    assert_eq!(found.conflicts, [EventId { writer: WriterId::from_bits(5), seq: 1 }]);
    assert_eq!(found.events, []);
    let next = appended(directly(&mut database, append(1, [seen("start")])));
    assert_eq!(next[0].lamport, 2, "a contested event was still seen");
}

#[test]
fn events_of_somebody_who_is_not_known_come_in_with_a_profile_only() {
    let mut database = Database::memory().unwrap();
    let (theirs, others) = (event(1, 1, 1, 4, enrolled()), event(2, 1, 1, 5, enrolled()));
    let of_both = Import { profile: Some(profile(4)), events: vec![others, theirs], ..Import::default() };
    let merged = import(&mut database, of_both);
    assert_eq!((merged.added, merged.new, merged.refused), (true, 1, vec![(0, WhyNot::Nobody(learner(5)))]));
}

#[test]
fn a_file_never_renames_somebody_who_is_known() {
    let mut database = Database::memory().unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    let renamed = Profile { name: "Somebody else".to_owned(), ..profile(1) };
    let merged = import(&mut database, Import { profile: Some(renamed), ..Import::default() });
    assert!(!merged.added);
    assert_eq!(record(directly(&mut database, open(1))).profile, profile(1));
}

/// Every event of a learner, page by page.
pub(super) fn exported(database: &mut Database, number: u128) -> Vec<Vec<u8>> {
    let mut events = Vec::new();
    let mut from = Some(Cursor::default());
    while let Some(cursor) = from {
        let page = Request::ExportEvents { learner: learner(number), from: cursor };
        let Answer::ExportEvents(page) = directly(database, page).unwrap() else { panic!("another answer") };
        events.extend(page.events);
        from = page.next;
    }
    events
}

#[test]
fn what_is_exported_is_every_event_as_it_was_written_contested_ones_included() {
    let mut database = Database::memory().unwrap();
    let long = |seq| {
        let text = "x".repeat(100_000);
        let (note, section) = (crate::id::NoteId::from_bits(1), SectionId::new("start").unwrap());
        event(3, seq, seq, 1, Body::Noted { note, lesson: lesson(), section, block: 0, text })
    };
    let mut all: Vec<Stored> = (1..=9).map(long).collect();
    all.extend([event(5, 1, 1, 1, seen("start")), event(5, 1, 1, 1, seen("pitch")), event(6, 1, 1, 2, seen("pitch"))]);
    merge(&mut database, &all);
    let mut expected: Vec<Vec<u8>> = all[..11].iter().map(|stored| stored.bytes().to_vec()).collect();
    let mut found = exported(&mut database, 1);
    expected.sort();
    found.sort();
    assert!(found == expected, "{} events of {}", found.len(), expected.len());
}

fn any_body() -> impl Strategy<Value = Body> {
    let attempt = 1..4_u128;
    prop_oneof![
        Just(enrolled()),
        Just(Body::Enrolled { course: CourseId::new("another").unwrap(), version: "1".to_owned() }),
        prop_oneof![Just("start"), Just("pitch")].prop_map(seen),
        attempt.clone().prop_map(started),
        (attempt.clone(), prop_oneof![Just(0), Just(9_000)]).prop_map(|(attempt, grade)| finished(attempt, grade)),
        (attempt, prop_oneof![Just("q1"), Just("q2")], prop_oneof![Just("a"), Just("b")])
            .prop_map(|(attempt, question, option)| answered(attempt, question, option, 10_000)),
        (1..90_u32).prop_map(|seconds| Body::Active { seconds, lesson: Some(lesson()) }),
    ]
}

/// Events of three learners by two writers, some with the identity of another.
fn any_events() -> impl Strategy<Value = Vec<Stored>> {
    let one = (1..3_u128, 1..12_u64, 1..9_u64, 1..4_u128, any_body())
        .prop_map(|(writer, seq, lamport, subject, body)| event(writer, seq, lamport, subject, body));
    proptest::collection::vec(one, 0..24)
}

/// Sections, seconds, whole attempts, first, best, critical misses, passed.
type State = (usize, u64, usize, Option<u16>, Option<u16>, Option<usize>, bool);

fn state_in_rows(database: &Database, number: u128) -> State {
    let sql = "SELECT sections, seconds, attempts, first, best, critical, passed FROM lesson_state WHERE learner = ?1";
    let row = database.connection.query_row(sql, [learner(number)], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
    });
    row.optional().unwrap().unwrap_or_default()
}

fn state_in_fold(progress: &Progress) -> State {
    let Some(run) = progress.runs.get(&EnrolmentId::from_bits(7)) else { return State::default() };
    let mut whole = run.attempts_at(|quiz| *quiz == QuizId::Lesson(lesson()));
    whole.retain(|(_, attempt)| attempt.is_whole());
    let best = whole.iter().rev().filter_map(|(_, attempt)| attempt.best_finish());
    let best = best.max_by_key(|finish| (finish.grade, finish.passed));
    (
        run.sections.get(&lesson()).map_or(0, BTreeSet::len),
        run.active.get(&Some(lesson())).copied().unwrap_or_default(),
        whole.len(),
        whole.first().and_then(|(_, attempt)| attempt.first_finish()).map(|finish| finish.grade.number()),
        best.map(|finish| finish.grade.number()),
        best.map(|finish| finish.critical_missed.len()),
        whole.iter().any(|(_, attempt)| attempt.is_passed()),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn order_repetition_and_grouping_of_merging_do_not_matter(
        (events, shuffled) in any_events().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
        cut in 0..24_usize,
    ) {
        let mut plain = Database::memory().unwrap();
        merge(&mut plain, &events);
        let mut other = Database::memory().unwrap();
        let (front, back) = shuffled.split_at(cut.min(shuffled.len()));
        for part in [back, front, back] {
            merge(&mut other, part);
        }
        prop_assert_eq!(dump(&plain), dump(&other));
        rebuild(&mut other);
        prop_assert_eq!(dump(&plain), dump(&other));
    }

    #[test]
    fn rows_and_the_fold_agree(events in any_events()) {
        let mut database = Database::memory().unwrap();
        merge(&mut database, &events);
        let set: EventSet = events.iter().cloned().collect();
        for number in 1..=3 {
            let own = set.in_order().into_iter().filter(|event| event.subject == learner(number));
            prop_assert_eq!(state_in_rows(&database, number), state_in_fold(&Progress::of_events(own)));
        }
    }
}
