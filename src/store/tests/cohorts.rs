//! Cohorts: their streams, their rows, keys that were wrong.

mod agreeing;
mod deleting;

use std::collections::BTreeMap;

use super::merging::{dump, event, exported, figures, import};
use super::*;
use crate::cohort::{Plan, Room, Sitting};
use crate::id::{CohortId, JoinId, RegradeId};
use crate::journal::planning::{Half, HalfDay, KeyRuling, OnCourse, PlanChange, Ruling};
use crate::journal::{About, AskedQuestion, Stored};
use crate::store::api::{CohortAnswer, CohortRequest, CohortWords, Import, PassMarks};

pub(super) fn cohort() -> CohortId {
    CohortId::from_bits(900)
}

pub(super) fn planned() -> Body {
    let on = OnCourse { id: course(), version: "1".to_owned() };
    let change = PlanChange { name: Some("Dakar".to_owned()), course: Some(on), ..PlanChange::default() };
    Body::CohortPlanned { change: Box::new(change) }
}

pub(super) fn belongs(number: u128, belongs: bool) -> Body {
    Body::RosterChanged { learner: learner(number), belongs }
}

pub(super) fn write(bodies: impl IntoIterator<Item = Body>) -> Request {
    let lang = Lang::english();
    let words = CohortWords { via: Via::Plain, lang, at: Timestamp(3_000), bodies: bodies.into_iter().collect() };
    asking(CohortRequest::Write { cohort: cohort(), words })
}

pub(super) fn asking(request: CohortRequest) -> Request {
    Request::Cohort(Box::new(request))
}

fn on(database: &mut Database, request: CohortRequest) -> CohortAnswer {
    let Answer::Cohort(answer) = directly(database, asking(request)).unwrap() else { panic!("another answer") };
    *answer
}

fn room(database: &mut Database) -> Room {
    let opened = on(database, CohortRequest::Open { cohort: cohort() });
    let CohortAnswer::Opened(room) = opened else { panic!("another answer") };
    room
}

fn sittings(database: &mut Database, quiz: QuizId) -> Vec<Sitting> {
    let answer = on(database, CohortRequest::Sittings { cohort: cohort(), quiz });
    let CohortAnswer::Sittings(sittings) = answer else { panic!("another answer") };
    sittings
}

fn settle(database: &mut Database) -> usize {
    let marks = PassMarks { quiz: Grade::new(8_000), test: Grade::new(7_000), named: BTreeMap::new() };
    let settle = CohortRequest::SettleKeys { cohort: cohort(), marks, at: Timestamp(9) };
    let CohortAnswer::KeysSettled(count) = on(database, settle) else { panic!("another answer") };
    count
}

/// A home with a cohort of learners 1 and 2; learner 3 is in none.
fn home() -> Database {
    let mut database = Database::memory().unwrap();
    for number in 1..=3 {
        directly(&mut database, Request::PutProfile(profile(number))).unwrap();
    }
    directly(&mut database, write([planned(), belongs(1, true), belongs(2, true)])).unwrap();
    database
}

fn ruling(number: u128, ruling: Ruling) -> KeyRuling {
    KeyRuling {
        regrade: RegradeId::from_bits(number),
        question: QuestionRef { lesson: lesson(), question: QuestionId::new("q1").unwrap() },
        key_hash: ContentHash::of(["key"]),
        ruling,
        corrected: None,
        reason: "Both are right.".to_owned(),
    }
}

fn ruled(number: u128, of: Ruling) -> Body {
    Body::KeyRuled { ruling: Box::new(ruling(number, of)) }
}

#[test]
fn a_cohort_is_founded_by_its_name_and_listed_and_is_no_learner() {
    let mut database = home();
    let CohortAnswer::List(plans) = on(&mut database, CohortRequest::List) else { panic!("another answer") };
    let [plan] = &plans[..] else { panic!("{plans:?}") };
    assert_eq!((plan.name.as_str(), plan.learners.len(), plan.id), ("Dakar", 2, cohort()));
    let Ok(Answer::Learners(learners)) = directly(&mut database, Request::Learners) else { panic!("another answer") };
    assert_eq!(learners.len(), 3);
}

#[test]
fn what_is_no_cohort_is_not_written_to_and_no_learner_becomes_one() {
    let mut database = home();
    let request = |cohort, bodies| {
        let words = CohortWords { via: Via::Plain, lang: Lang::english(), at: Timestamp(1), bodies };
        asking(CohortRequest::Write { cohort, words })
    };
    let other = CohortId::from_bits(901);
    assert_eq!(directly(&mut database, request(other, vec![belongs(1, true)])), Err(StoreError::NoCohort(other)));
    let of_learner = request(CohortId::from_bits(1), vec![planned()]);
    assert_eq!(directly(&mut database, of_learner), Err(StoreError::Forbidden));
    let learners_kind = request(cohort(), vec![seen("start")]);
    assert_eq!(directly(&mut database, learners_kind), Err(StoreError::Forbidden));
    let open = asking(CohortRequest::Open { cohort: other });
    assert_eq!(directly(&mut database, open), Err(StoreError::NoCohort(other)));
}

#[test]
fn only_the_owner_asks_about_cohorts() {
    let store = Store::memory().unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    for principal in [Principal::Learner(learner(1)), Principal::Pair { learner: learner(1), with: learner(2) }] {
        let list = once(&store, principal, asking(CohortRequest::List));
        assert_eq!(list, Err(StoreError::Forbidden));
        let merge = Request::Merge(Box::new(Import { cohort: Some(cohort()), ..Import::default() }));
        assert_eq!(once(&store, principal, merge), Err(StoreError::Forbidden));
    }
}

#[test]
fn what_a_learner_said_about_themselves_is_replaced_by_them_and_seen_by_the_trainer() {
    let store = Store::memory().unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    let about = About { role: "Editor".to_owned(), ..About::default() };
    let own = Principal::Learner(learner(1));
    let put = |number| Request::PutAbout { learner: learner(number), about: about.clone() };
    assert_eq!(once(&store, own, put(1)), Ok(Answer::About(about.clone())));
    assert_eq!(once(&store, own, put(2)), Err(StoreError::Forbidden));
    assert_eq!(once(&store, Principal::Owner, put(2)), Err(StoreError::NoLearner(learner(2))));
    once(&store, Principal::Owner, write([planned(), belongs(1, true)])).unwrap();
    let open = asking(CohortRequest::Open { cohort: cohort() });
    let Ok(Answer::Cohort(answer)) = once(&store, Principal::Owner, open) else { panic!("another answer") };
    let CohortAnswer::Opened(room) = *answer else { panic!("another answer") };
    assert_eq!(room.people[0].about, about);
    let renamed = Profile { name: "Awa".to_owned(), ..profile(1) };
    once(&store, Principal::Owner, Request::PutProfile(renamed)).unwrap();
    assert_eq!(once(&store, own, Request::About { learner: learner(1) }), Ok(Answer::About(about)));
}

#[test]
fn a_trainer_sees_the_people_of_the_cohort_and_nobody_else() {
    let mut database = home();
    for number in 1..=3 {
        let bodies = [enrolled(), seen("start"), started(number), finished(number, 9_000)];
        directly(&mut database, append(number, bodies)).unwrap();
    }
    let when = HalfDay { date: "2027-03-16".parse().unwrap(), half: Half::Morning };
    directly(&mut database, append(1, [Body::SignedIn { cohort: cohort(), when }])).unwrap();
    directly(&mut database, write([Body::AttendanceTicked { learner: learner(2), when, present: true }])).unwrap();
    let opened = room(&mut database);
    let ids: Vec<_> = opened.people.iter().map(|person| person.learner).collect();
    assert_eq!(ids, [learner(1), learner(2)]);
    assert!(opened.lessons.iter().all(|row| row.attempts == 1 && row.passed && row.learner != learner(3)));
    assert_eq!(opened.lessons.len(), 2);
    assert_eq!([1, 2, 3].map(|number| opened.attendance(learner(number)).hours(&opened.plan)), [3, 3, 0]);
    directly(&mut database, write([belongs(2, false)])).unwrap();
    assert_eq!(room(&mut database).people.len(), 1);
}

#[test]
fn a_regrade_reaches_every_answer_under_the_wrong_key_and_can_be_taken_back() {
    let mut database = home();
    for number in 1..=3 {
        let answers = [answered(number, "q1", "a", 0), answered(number, "q2", "a", 10_000)];
        directly(&mut database, append(number, [enrolled(), started(number)])).unwrap();
        directly(&mut database, append(number, answers)).unwrap();
        directly(&mut database, append(number, [finished(number, 5_000)])).unwrap();
    }
    let rows = |database: &Database| {
        let is_figure = |line: &String| line.starts_with("lesson_state");
        dump(database).into_iter().filter(is_figure).collect::<Vec<_>>()
    };
    let before = rows(&database);
    let question = QuestionRef { lesson: lesson(), question: QuestionId::new("q2").unwrap() };
    let wrong = KeyRuling { question, ..ruling(6, Ruling::Void) };
    directly(&mut database, write([ruled(5, Ruling::AllRight)])).unwrap();
    assert_eq!((settle(&mut database), settle(&mut database)), (2, 0));
    let opened = room(&mut database);
    assert!(opened.lessons.iter().all(|row| row.best == Some(Grade::FULL) && row.passed), "{:?}", opened.lessons);
    let sat = sittings(&mut database, QuizId::Lesson(lesson()));
    assert!(sat.iter().all(|sitting| sitting.grade == Grade::FULL && sitting.items[0].grade == Some(Grade::FULL)));
    let regraded = |database: &mut Database, number| {
        let events = record(directly(database, open(number))).events;
        let is = |event: &&Event| matches!(event.body, Body::Regraded { .. }) && event.author == Author::Trainer;
        events.iter().filter(is).count()
    };
    assert_eq!(regraded(&mut database, 1), 1, "it travels with the learner");
    assert_eq!(regraded(&mut database, 3), 0, "who is in no cohort is not touched");

    directly(&mut database, write([Body::KeyRuled { ruling: Box::new(wrong) }])).unwrap();
    assert_eq!(settle(&mut database), 2);
    for number in [5, 6] {
        directly(&mut database, write([Body::RegradeUndone { regrade: RegradeId::from_bits(number) }])).unwrap();
    }
    assert_eq!((settle(&mut database), settle(&mut database)), (4, 0));
    assert_eq!(rows(&database), before);
}

#[test]
fn who_is_collected_later_is_graded_like_the_others() {
    let mut database = home();
    directly(&mut database, write([ruled(5, Ruling::Void)])).unwrap();
    assert_eq!(settle(&mut database), 0);
    let answers = [answered(1, "q1", "a", 0), answered(1, "q2", "a", 10_000), finished(1, 5_000)];
    directly(&mut database, append(1, [enrolled(), started(1)].into_iter().chain(answers))).unwrap();
    assert_eq!(settle(&mut database), 1);
    let sat = sittings(&mut database, QuizId::Lesson(lesson()));
    assert_eq!((sat[0].grade, sat[0].items[0].grade), (Grade::FULL, None));
}

#[test]
fn a_new_key_grades_what_was_answered() {
    let mut database = home();
    for (number, option) in [(1, "a"), (2, "b")] {
        let bodies = [enrolled(), started(number), answered(number, "q1", option, 0), finished(number, 0)];
        directly(&mut database, append(number, bodies)).unwrap();
    }
    let question = crate::assess::samples::single();
    let (key_hash, text_hash) = (question.key_hash(), question.text_hash());
    let asked = AskedQuestion { key_hash, text_hash, lang: Lang::english(), question };
    let corrected = KeyRuling { corrected: Some(Box::new(asked)), ..ruling(5, Ruling::NewKey) };
    directly(&mut database, write([Body::KeyRuled { ruling: Box::new(corrected) }])).unwrap();
    settle(&mut database);
    let grades: Vec<_> = room(&mut database).lessons.iter().map(|row| row.best).collect();
    assert_eq!(grades, [Some(Grade::FULL), Some(Grade::ZERO)], "`a` is the right one");
}

#[test]
fn two_records_of_one_person_are_one_row() {
    let mut database = home();
    directly(&mut database, append(1, [enrolled(), seen("start"), started(1), finished(1, 5_000)])).unwrap();
    directly(&mut database, append(2, [enrolled(), seen("pitch"), started(2), finished(2, 9_000)])).unwrap();
    let join = JoinId::from_bits(4);
    directly(&mut database, tell(1, Body::Joined { join, with: learner(2) })).unwrap();
    assert_eq!(room(&mut database).people.len(), 2, "one record alone joins nobody");
    directly(&mut database, tell(2, Body::Joined { join, with: learner(1) })).unwrap();
    let joined = room(&mut database);
    assert_eq!((joined.people.len(), joined.lessons.len()), (1, 1));
    let row = &joined.lessons[0];
    assert_eq!((row.learner, row.sections, row.attempts, row.best), (learner(1), 2, 2, Some(Grade::new(9_000))));
    assert_eq!(sittings(&mut database, QuizId::Lesson(lesson())).iter().map(|s| s.nth).collect::<Vec<_>>(), [0, 1]);
    directly(&mut database, tell(1, Body::Parted { join })).unwrap();
    assert_eq!(room(&mut database).people.len(), 2);
}

#[test]
fn somebody_is_known_up_to_when_their_newest_file_was_written_and_up_to_now_where_they_learn_here() {
    let mut database = home();
    let now = Timestamp(90_000);
    let known = |database: &mut Database| room(database).people[0].known_until(now);
    assert_eq!(known(&mut database), now);
    let worked = directly(&mut database, append(1, [enrolled(), seen("start")]));
    let last = appended(worked).last().unwrap().at;
    let file =
        |after| Import { profile: Some(profile(1)), written_at: Some(Timestamp(last.0 + after)), ..Import::default() };
    for (written, newest) in [(7, 7), (9, 9), (3, 9)] {
        import(&mut database, file(written));
        assert_eq!(known(&mut database), Timestamp(last.0 + newest), "{written}");
    }
    let head = |database: &mut Database| {
        let head = directly(database, Request::ExportHead { learner: learner(1) });
        let Ok(Answer::ExportHead(head)) = head else { panic!("another answer") };
        head.known_until
    };
    assert_eq!(head(&mut database), Some(Timestamp(last.0 + 9)), "handed on it is no newer");
    let events = vec![said(last.0 + 20, seen("pitch"))];
    let here = Request::Append { learner: learner(1), with: None, events, asked: Vec::new(), drop_draft: None };
    directly(&mut database, here).unwrap();
    assert_eq!((known(&mut database), head(&mut database)), (now, None));
}

fn stream(database: &mut Database) -> Vec<Stored> {
    let bytes = exported(database, cohort().bits());
    bytes.iter().map(|bytes| Stored::parse(bytes).unwrap()).collect()
}

fn merge_stream(database: &mut Database, events: Vec<Stored>) {
    let merged = import(database, Import { cohort: Some(cohort()), events, ..Import::default() });
    assert_eq!((merged.refused, merged.conflicts), (Vec::new(), Vec::new()));
}

#[test]
fn the_streams_of_two_trainers_come_to_one_plan_in_both_orders() {
    let mut first = home();
    let mut second = Database::memory().unwrap();
    directly(&mut second, Request::PutProfile(profile(1))).unwrap();
    merge_stream(&mut second, stream(&mut first));
    let placed = PlanChange { place: Some("Thiès".to_owned()), ..PlanChange::default() };
    directly(&mut second, write([Body::CohortPlanned { change: Box::new(placed) }, belongs(1, false)])).unwrap();
    directly(&mut first, write([ruled(7, Ruling::Void), belongs(3, true)])).unwrap();
    let (ours, theirs) = (stream(&mut first), stream(&mut second));
    merge_stream(&mut first, theirs);
    merge_stream(&mut second, ours);
    let (one, other): (Plan, Plan) = (room(&mut first).plan, room(&mut second).plan);
    assert_eq!(one, other);
    assert_eq!((one.place.as_str(), one.regrades.len()), ("Thiès", 1));
    assert_eq!(one.learners, [learner(2), learner(3)].into());
}

#[test]
fn a_cohort_cannot_take_the_id_of_a_learner() {
    let mut database = home();
    let planned = event(5, 1, 1, 1, planned()).into_event();
    let theirs = Stored::new(Event { author: Author::Trainer, ..planned }).unwrap();
    let events = vec![theirs];
    import(&mut database, Import { cohort: Some(CohortId::from_bits(1)), events, ..Import::default() });
    let CohortAnswer::List(plans) = on(&mut database, CohortRequest::List) else { panic!("another answer") };
    assert_eq!(plans.len(), 1);
}
