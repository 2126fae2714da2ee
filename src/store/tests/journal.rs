//! Appending, reading back, drafts, news.

use super::*;
use crate::course::Question;
use crate::course::question::{Choice, QuestionBody};
use crate::store::api::{AskedQuestion, Draft};

fn filled() -> Store {
    let store = Store::memory().unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    store
}

#[test]
fn events_are_read_back_as_they_were_answered() {
    let store = filled();
    let written = appended(once(&store, Principal::Owner, append(1, [enrolled(), seen("start")])));
    assert_eq!(written.iter().map(|e| (e.id.seq, e.lamport)).collect::<Vec<_>>(), [(1, 1), (2, 2)]);
    assert_eq!(record(once(&store, Principal::Owner, open(1))).events, written);
}

#[test]
fn each_opening_that_writes_is_a_new_writer_and_goes_on_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("home/journal.db");
    let mut written = Vec::new();
    for body in [enrolled(), seen("start"), seen("pitch")] {
        let store = Store::open(&path).unwrap();
        once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
        written.extend(appended(once(&store, Principal::Owner, append(1, [body]))));
    }
    assert_eq!(written.iter().map(|e| e.lamport).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(written.iter().all(|e| e.id.seq == 1));
    assert_ne!(written[0].id.writer, written[1].id.writer);
    let store = Store::open(&path).unwrap();
    assert_eq!(record(once(&store, Principal::Owner, open(1))).events, written);
}

#[test]
fn a_course_is_opened_without_the_runs_of_other_courses() {
    let store = filled();
    let mut other = said(1, Body::Enrolled { course: CourseId::new("other").unwrap(), version: "1".to_owned() });
    other.enrolment = EnrolmentId::from_bits(8);
    let mut nowhere = said(2, seen("start"));
    nowhere.enrolment = EnrolmentId::from_bits(9);
    let events = vec![said(0, enrolled()), other, nowhere];
    let request = Request::Append { learner: learner(1), events, asked: Vec::new(), drop_draft: None, with: None };
    let written = appended(once(&store, Principal::Owner, request));
    let kept = record(once(&store, Principal::Owner, open(1))).events;
    assert_eq!(kept, [written[0].clone(), written[2].clone()]);
}

#[test]
fn a_draft_is_replaced_in_place_and_goes_with_its_event() {
    let store = filled();
    let draft = |json: &str| Draft { key: "answer/a".to_owned(), json: json.to_owned() };
    for json in ["1", "2"] {
        let request = Request::PutDraft { learner: learner(1), draft: draft(json) };
        once(&store, Principal::Owner, request).unwrap();
    }
    assert_eq!(record(once(&store, Principal::Owner, open(1))).drafts, [draft("2")]);
    let request = Request::Append {
        learner: learner(1),
        events: vec![said(1, answered(1, "q", "a", 0))],
        asked: Vec::new(),
        drop_draft: Some("answer/a".to_owned()),
        with: None,
    };
    once(&store, Principal::Owner, request).unwrap();
    assert_eq!(record(once(&store, Principal::Owner, open(1))).drafts, []);
}

#[test]
fn a_draft_can_be_thrown_away_twice() {
    let store = filled();
    let request = Request::DropDraft { learner: learner(1), key: "answer/a".to_owned() };
    assert_eq!(once(&store, Principal::Owner, request.clone()), Ok(Answer::DraftDropped));
    assert_eq!(once(&store, Principal::Owner, request), Ok(Answer::DraftDropped));
}

#[test]
fn a_question_is_kept_as_it_was_asked_first() {
    let store = filled();
    let question = Question {
        id: QuestionId::new("q").unwrap(),
        was: Vec::new(),
        outcome: None,
        critical: true,
        prompt: "Which?".to_owned(),
        why: "Because.".to_owned(),
        hints: Vec::new(),
        shuffle: true,
        body: QuestionBody::Order {
            options: vec![Choice { id: OptionId::new("a").unwrap(), text: "A".to_owned(), feedback: String::new() }],
        },
    };
    let (text_hash, key_hash) = (question.text_hash(), question.key_hash());
    let asked = AskedQuestion { text_hash, key_hash, lang: Lang::new("fr").unwrap(), question };
    let request = Request::Append {
        learner: learner(1),
        events: Vec::new(),
        asked: vec![asked.clone(), asked.clone()],
        drop_draft: None,
        with: None,
    };
    once(&store, Principal::Owner, request).unwrap();
    let unknown = (ContentHash::of(["x"]), ContentHash::of(["y"]));
    let request = Request::Asked { learner: learner(1), hashes: vec![unknown, (text_hash, key_hash)] };
    assert_eq!(once(&store, Principal::Owner, request), Ok(Answer::Asked(vec![asked])));
}

#[test]
fn nothing_is_written_for_somebody_unknown() {
    let store = filled();
    let unknown = Err(StoreError::NoLearner(learner(2)));
    assert_eq!(once(&store, Principal::Owner, append(2, [enrolled()])), unknown);
    assert_eq!(once(&store, Principal::Owner, open(2)), unknown);
}

#[test]
fn learners_are_listed_by_name_and_renamed_in_place() {
    let store = filled();
    once(&store, Principal::Owner, Request::PutProfile(profile(2))).unwrap();
    let renamed = Profile { name: "Zoé".to_owned(), ..profile(1) };
    once(&store, Principal::Owner, Request::PutProfile(renamed.clone())).unwrap();
    let listed = once(&store, Principal::Owner, Request::Learners);
    assert_eq!(listed, Ok(Answer::Learners(vec![profile(2), renamed])));
}

#[test]
fn a_start_finds_whoever_is_alone_and_lists_several() {
    let store = Store::memory().unwrap();
    let begin = || once(&store, Principal::Owner, Request::Begin { course: course() });
    assert_eq!(begin(), Ok(Answer::Learners(Vec::new())));
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    once(&store, Principal::Owner, append(1, [enrolled()])).unwrap();
    assert_eq!(begin(), once(&store, Principal::Owner, open(1)));
    once(&store, Principal::Owner, Request::PutProfile(profile(2))).unwrap();
    assert_eq!(begin(), Ok(Answer::Learners(vec![profile(1), profile(2)])));
}

#[test]
fn what_was_asked_before_closing_is_still_carried_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let store = Store::open(&path).unwrap();
    let (handle, answers) = handle(&store, Principal::Owner);
    handle.ask(Tag(1), Request::PutProfile(profile(1)));
    for tag in 2..300 {
        handle.ask(Tag(tag), append(1, [seen("start")]));
    }
    drop(store);
    assert_eq!(answers.try_iter().map(|(tag, answer)| (tag.0, answer.is_ok())).filter(|(_, ok)| *ok).count(), 299);
    assert_eq!(ask(&handle, &answers, Request::Learners), Err(StoreError::Closed));
    let store = Store::open(&path).unwrap();
    assert_eq!(record(once(&store, Principal::Owner, open(1))).events.len(), 298);
}

#[test]
fn those_who_watch_hear_of_what_others_change_and_of_nothing_else() {
    let store = filled();
    once(&store, Principal::Owner, Request::PutProfile(profile(2))).unwrap();
    let (own, own_answers) = handle(&store, Principal::Learner(learner(1)));
    let (other, other_answers) = handle(&store, Principal::Learner(learner(2)));
    own.watch();
    other.watch();
    ask(&own, &own_answers, append(1, [enrolled()])).unwrap();
    once(&store, Principal::Owner, append(1, [seen("start")])).unwrap();
    let news = own_answers.recv_timeout(PATIENCE).unwrap();
    assert_eq!(news, (Tag::NEWS, Ok(Answer::Changed(Some(learner(1))))));
    ask(&other, &other_answers, open(2)).unwrap();
    assert!(own_answers.try_recv().is_err() && other_answers.try_recv().is_err());
}
