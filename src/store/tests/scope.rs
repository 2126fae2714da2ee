//! What one principal can and cannot ask for.

use super::*;
use crate::store::api::{Cursor, Draft, Import, Partner};

fn two_learners() -> Store {
    let store = Store::memory().unwrap();
    for number in [1, 2] {
        once(&store, Principal::Owner, Request::PutProfile(profile(number))).unwrap();
    }
    store
}

#[test]
fn sessions_side_by_side_cannot_see_each_other() {
    let store = two_learners();
    let (first, first_answers) = handle(&store, Principal::Learner(learner(1)));
    let (second, second_answers) = handle(&store, Principal::Learner(learner(2)));
    ask(&first, &first_answers, append(1, [enrolled(), seen("start")])).unwrap();
    ask(&second, &second_answers, append(2, [enrolled()])).unwrap();
    let own = record(ask(&second, &second_answers, open(2)));
    assert!(own.events.iter().all(|event| event.subject == learner(2)) && own.events.len() == 1);

    let draft = Draft { key: "k".to_owned(), json: "1".to_owned() };
    let outside = [
        Request::Learners,
        Request::Begin { course: course() },
        Request::Merge(Box::default()),
        Request::Merge(Box::new(Import { profile: Some(profile(1)), ..Import::default() })),
        Request::ExportHead { learner: learner(1) },
        Request::ExportEvents { learner: learner(1), from: Cursor::default() },
        Request::PutProfile(profile(1)),
        open(1),
        append(1, [enrolled()]),
        Request::PutDraft { learner: learner(1), draft },
        Request::DropDraft { learner: learner(1), key: "k".to_owned() },
        Request::Asked { learner: learner(1), hashes: Vec::new() },
    ];
    for request in outside {
        assert_eq!(ask(&second, &second_answers, request), Err(StoreError::Forbidden));
    }
}

#[test]
fn a_learner_carries_the_own_history_and_nobody_elses() {
    let store = two_learners();
    let own = Principal::Learner(learner(1));
    assert!(once(&store, own, Request::ExportHead { learner: learner(1) }).is_ok());
    let import = |number| Request::Merge(Box::new(Import { profile: Some(profile(number)), ..Import::default() }));
    assert!(once(&store, own, import(1)).is_ok());
    assert_eq!(once(&store, own, import(2)), Err(StoreError::Forbidden));
}

#[test]
fn a_learner_cannot_speak_as_a_trainer() {
    let store = two_learners();
    let event = NewEvent { author: Author::Trainer, ..said(1, enrolled()) };
    let request =
        Request::Append { learner: learner(1), events: vec![event], asked: Vec::new(), drop_draft: None, with: None };
    assert_eq!(once(&store, Principal::Learner(learner(1)), request), Err(StoreError::Forbidden));
}

#[test]
fn a_learner_can_change_the_own_profile_but_not_add_one() {
    let store = two_learners();
    let renamed = Profile { name: "Awa".to_owned(), ..profile(1) };
    let put = once(&store, Principal::Learner(learner(1)), Request::PutProfile(renamed.clone()));
    assert_eq!(put, Ok(Answer::ProfilePut(renamed)));
    let put = once(&store, Principal::Learner(learner(3)), Request::PutProfile(profile(3)));
    assert_eq!(put, Err(StoreError::NoLearner(learner(3))));
}

#[test]
fn a_handle_is_narrowed_but_never_widened() {
    let store = two_learners();
    let (owner, answers) = handle(&store, Principal::Owner);
    let own = owner.narrow(learner(1)).unwrap();
    assert_eq!(ask(&own, &answers, Request::Learners), Err(StoreError::Forbidden));
    assert!(ask(&own, &answers, open(1)).is_ok());
    assert!(own.narrow(learner(1)).is_ok());
    assert_eq!(own.narrow(learner(2)).err(), Some(StoreError::Forbidden));
}

const PAIR: fn() -> Principal = || Principal::Pair { learner: learner(1), with: learner(2) };

fn partner(number: u128) -> Partner {
    Partner { learner: learner(number), course: course(), version: "2".to_owned() }
}

fn together(number: u128, other: u128, bodies: impl IntoIterator<Item = Body>) -> Request {
    let Request::Append { learner, events, asked, drop_draft, .. } = append(number, bodies) else {
        panic!("no append")
    };
    Request::Append { learner, events, asked, drop_draft, with: Some(partner(other)) }
}

fn history(store: &Store, number: u128) -> Vec<Event> {
    record(once(store, Principal::Owner, open(number))).events
}

#[test]
fn what_a_pair_does_stands_in_both_histories_each_marked_with_the_other() {
    let store = two_learners();
    once(&store, PAIR(), append(1, [enrolled()])).unwrap();
    let answer = once(&store, PAIR(), together(1, 2, [started(5), finished(5, 9_000)]));
    let own = appended(answer);
    assert!(own.iter().all(|event| event.subject == learner(1) && event.pair == Some(learner(2))));
    assert_eq!(history(&store, 1)[1..], own);
    let theirs = history(&store, 2);
    let [run, rest @ ..] = &theirs[..] else { panic!("{theirs:?}") };
    assert_eq!(run.body, Body::Enrolled { course: course(), version: "2".to_owned() });
    assert!(rest.iter().all(|event| event.pair == Some(learner(1)) && event.enrolment == run.enrolment));
    assert_eq!(rest.iter().map(|event| &event.body).collect::<Vec<_>>(), [&started(5), &finished(5, 9_000)]);
    assert_ne!(run.enrolment, own[0].enrolment);
}

#[test]
fn a_colleague_who_is_on_the_course_is_credited_in_the_run_that_is_there() {
    let store = two_learners();
    for number in [1, 2] {
        once(&store, Principal::Owner, append(number, [enrolled()])).unwrap();
    }
    once(&store, PAIR(), together(1, 2, [started(5)])).unwrap();
    let theirs = history(&store, 2);
    assert_eq!((theirs.len(), theirs[0].enrolment == theirs[1].enrolment), (2, true));
}

#[test]
fn a_pair_sees_one_record_and_writes_nothing_to_the_other_alone() {
    let store = two_learners();
    once(&store, Principal::Owner, append(2, [enrolled()])).unwrap();
    assert_eq!(once(&store, PAIR(), Request::Learners), Ok(Answer::Learners(vec![profile(1), profile(2)])));
    let draft = Draft { key: "k".to_owned(), json: "1".to_owned() };
    let outside = [
        open(2),
        append(2, [seen("start")]),
        together(2, 1, [seen("start")]),
        together(1, 3, [seen("start")]),
        Request::PutProfile(profile(2)),
        Request::PutDraft { learner: learner(2), draft },
        Request::Asked { learner: learner(2), hashes: Vec::new() },
        Request::Begin { course: course() },
        Request::ExportHead { learner: learner(2) },
        Request::Merge(Box::new(Import { profile: Some(profile(2)), ..Import::default() })),
    ];
    for request in outside {
        assert_eq!(once(&store, PAIR(), request.clone()), Err(StoreError::Forbidden), "{request:?}");
    }
    assert_eq!(history(&store, 2).len(), 1);
}

#[test]
fn one_learner_cannot_claim_a_pair_and_nobody_pairs_with_oneself() {
    let store = two_learners();
    let alone = Principal::Learner(learner(1));
    assert_eq!(once(&store, alone, together(1, 2, [started(5)])), Err(StoreError::Forbidden));
    assert_eq!(once(&store, Principal::Owner, together(1, 1, [started(5)])), Err(StoreError::Forbidden));
}

#[test]
fn where_the_colleague_is_gone_neither_history_holds_it() {
    let store = two_learners();
    let missing = Err(StoreError::NoLearner(learner(3)));
    assert_eq!(once(&store, Principal::Owner, together(1, 3, [started(5)])), missing);
    assert_eq!(history(&store, 1), []);
}
