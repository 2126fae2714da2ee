//! What one principal can and cannot ask for.

use super::*;
use crate::store::api::Draft;

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
        Request::Merge { events: Vec::new() },
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
fn a_learner_cannot_speak_as_a_trainer() {
    let store = two_learners();
    let event = NewEvent { author: Author::Trainer, ..said(1, enrolled()) };
    let request = Request::Append { learner: learner(1), events: vec![event], asked: Vec::new(), drop_draft: None };
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
