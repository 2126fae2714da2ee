//! Bytes: what is written, what is read back, what is kept unread.

use super::*;
use crate::assess::{Grade, Response};
use crate::clock::Timestamp;
use crate::course::exercise::work::Entry;
use crate::course::exercise::{Part, Work};
use crate::course::hash::ContentHash;
use crate::id::{
    CohortId, CourseId, ExerciseId, JoinId, LearnerId, NoteId, OptionId, QuestionId, QuizId, RegradeId, TestId,
};
use crate::journal::event::{Body, WorkDone};
use crate::journal::planning::{
    AgendaItem, Field, Half, KeyRuling, OnCourse, PlanChange, PlanDay, QuizTotal, Ruling, TestLock, Total, Totals,
};
use crate::journal::samples::{
    answer, answered, asked, attempt, enrolled, event, finished, half_day, lesson, regraded, replied, section, seen,
    started,
};
use crate::journal::swap::{Handed, Sender, Swap, Verdict};

/// A form with every sort of value.
fn work_done() -> WorkDone {
    let fields = [
        ("slug", Entry::One("2104-FLOOD/BRIDGE".into())),
        ("warnings", Entry::Several(vec!["FLASH".into()])),
        ("shots", Entry::Rows(vec![vec!["1".into(), String::new()]])),
    ];
    WorkDone {
        exercise: ExerciseId::new("a/work").unwrap(),
        work: Work::Form { fields: fields.map(|(id, entry)| (id.to_owned(), entry)).into() },
        answers: [(QuestionId::new("which").unwrap(), Response::Typed("6.42".into()))].into(),
        grade: Grade::new(9000),
        parts: [(Part::Rules, Grade::new(9000)), (Part::Time, Grade::ZERO)].into(),
        codes: vec!["E04".into(), "E04".into()],
        critical: vec!["E14".into()],
        passed: false,
        seconds: 900,
        untimed: true,
    }
}

fn received(what: Handed) -> Body {
    let swap = Swap {
        item: attempt(8),
        from: Sender { name: "Awa".into(), station: "Lagune TV".into() },
        course: CourseId::new("course").unwrap(),
        exercise: ExerciseId::new("a/work").unwrap(),
        lang: Lang::english(),
        at: Timestamp(1_800_000_000_000),
        what,
    };
    Body::SwapReceived { swap: Box::new(swap) }
}

fn every_body() -> Vec<Body> {
    let note = NoteId::from_bits(7);
    let (lesson, section) = (lesson("a/one"), section("start"));
    vec![
        enrolled(),
        seen("a/one", "start"),
        started(3, "a/one", &["q", "r"]),
        answered(3, "a/one#q", 6666),
        finished(3, 8333, true, &["a/one#r"]),
        Body::ExerciseDone { attempt: attempt(4), result: Box::new(work_done()) },
        Body::ExerciseMarked {
            attempt: attempt(4),
            exercise: ExerciseId::new("a/work").unwrap(),
            by: "Zoé".into(),
            points: [(OptionId::new("voice").unwrap(), 3)].into(),
            comment: "Good.".into(),
        },
        received(Handed::Offer([("slug".to_owned(), Entry::One("x".into()))].into())),
        received(Handed::Return(Verdict::default())),
        Body::SwapDecided { item: attempt(4), verdict: Verdict::default() },
        replied(),
        Body::Practised { lesson: lesson.clone(), answer: answer("a/two#q", 0, true) },
        Body::Active { seconds: 61, lesson: None },
        Body::Noted { note, lesson, section, block: 3, text: "\"é\"\n\u{1b}\u{2028}/".into() },
        Body::NoteRemoved { note },
        Body::Joined { join: JoinId::from_bits(5), with: LearnerId::from_bits(6) },
        Body::Parted { join: JoinId::from_bits(5) },
    ]
    .into_iter()
    .chain(of_a_workshop())
    .collect()
}

fn plan_change() -> PlanChange {
    let at_nine = AgendaItem {
        day: 1,
        at: 540,
        minutes: 45,
        title: "Opening".into(),
        lessons: vec![lesson("a/one")],
        pause: false,
    };
    let pause = AgendaItem { lessons: Vec::new(), pause: true, ..at_nine.clone() };
    let lock = TestLock { salt: "s".into(), hash: "h".into() };
    PlanChange {
        name: Some("Dakar".into()),
        place: Some("Dakar".into()),
        from: "2027-03-16".parse().ok(),
        until: "2027-03-20".parse().ok(),
        cleared: [PlanDay::From, PlanDay::Until].into(),
        course: Some(OnCourse { id: CourseId::new("course").unwrap(), version: "1".into() }),
        trainer: Some("Zoé".into()),
        members: Some(vec!["Lagune TV".into()]),
        asks: Some([Field::Role, Field::Country, Field::Gender].into()),
        agenda: Some(vec![at_nine, pause]),
        locks: Some([(TestId::new("test/course").unwrap(), lock)].into()),
        half_minutes: Some(180),
    }
}

fn of_a_workshop() -> Vec<Body> {
    let (cohort, regrade, learner) = (CohortId::from_bits(8), RegradeId::from_bits(9), LearnerId::from_bits(1));
    let when = half_day("2027-03-16", Half::Afternoon);
    let key_hash = ContentHash::of(["key"]);
    let ruling = KeyRuling {
        regrade,
        question: asked("a/one#q"),
        key_hash,
        ruling: Ruling::AllRight,
        corrected: None,
        reason: "Two were right.".into(),
    };
    let total = Total { tried: 2, passed: 1, first: Grade::new(5000), best: Grade::FULL };
    let quiz = QuizId::Test(TestId::new("test/course").unwrap());
    let totals = Totals {
        people: 2,
        half_days: 7,
        lessons: [(lesson("a/one"), total)].into(),
        tests: vec![QuizTotal { quiz, total }],
    };
    vec![
        Body::SignedIn { cohort, when },
        Body::TestOpened { attempt: attempt(3), cohort },
        regraded(9, 3, "a/one#q", Some(10_000)),
        regraded(9, 3, "a/one#q", None),
        Body::RegradeUndone { regrade },
        Body::CohortPlanned { change: Box::new(plan_change()) },
        Body::CohortPlanned { change: Box::default() },
        Body::RosterChanged { learner, belongs: true },
        Body::KeptApart { learners: [learner, LearnerId::from_bits(8)], apart: true },
        Body::AttendanceTicked { learner, when, present: false },
        Body::SessionNoted { note: NoteId::from_bits(7), when, text: "Late start.".into() },
        Body::BoxBegun { date: when.date, planned: 540, began: Some(552) },
        Body::BoxBegun { date: when.date, planned: 540, began: None },
        Body::KeyRuled { ruling: Box::new(ruling) },
        Body::TotalsKept { totals: Box::new(totals) },
    ]
}

#[test]
fn every_kind_is_read_back_as_written() {
    for body in every_body() {
        let written = Stored::new(event(9, 4, 17, body)).unwrap();
        assert_eq!(Stored::parse(written.bytes()).unwrap(), written);
    }
    let kinds: std::collections::BTreeSet<String> = every_body().iter().map(|body| parts(body).unwrap().0).collect();
    assert_eq!(kinds, KINDS.map(str::to_owned).into());
}

#[test]
fn the_bytes_are_json_with_sorted_keys_and_no_spaces() {
    let seen = Stored::new(event(9, 4, 17, seen("a/one", "start"))).unwrap();
    let expected = "{\"at\":1800000017000,\"author\":\"learner\",\
        \"body\":{\"lesson\":\"a/one\",\"section\":\"start\"},\
        \"enrolment\":\"00000000000000000000000000000002\",\"kind\":\"section_seen\",\"kind_version\":1,\
        \"lamport\":17,\"lang\":\"en\",\"seq\":4,\"subject\":\"00000000000000000000000000000001\",\
        \"via\":\"screen\",\"writer\":\"00000000000000000000000000000009\"}";
    assert_eq!(std::str::from_utf8(seen.bytes()).unwrap(), expected);
    assert_eq!(seen.hash(), EventHash::of(expected.as_bytes()));
    assert_eq!(seen.hash().to_string().len(), 64);
}

#[test]
fn keys_are_sorted_at_every_depth() {
    fn check(value: &Value) {
        if let Value::Object(fields) = value {
            assert!(fields.keys().is_sorted(), "{fields:?}");
            fields.values().for_each(check);
        }
    }
    for body in every_body() {
        let stored = Stored::new(event(1, 1, 1, body)).unwrap();
        let value: Value = serde_json::from_slice(stored.bytes()).unwrap();
        check(&value);
        assert_eq!(serde_json::to_vec(&value).unwrap(), stored.bytes());
    }
}

#[test]
fn what_a_newer_version_wrote_is_kept_as_it_came() {
    let known = Stored::new(event(9, 4, 17, seen("a/one", "start"))).unwrap();
    let text = std::str::from_utf8(known.bytes()).unwrap();
    let cases = [
        (text.replace("section_seen", "exercise_passed"), "exercise_passed", 1),
        (text.replace("\"kind_version\":1", "\"kind_version\":2"), "section_seen", 2),
    ];
    for (text, kind, version) in cases {
        let stored = Stored::parse(text.as_bytes()).unwrap();
        assert_eq!(stored.event().body, Body::Unknown { kind: kind.into(), version });
        assert_eq!((stored.event().lamport, stored.bytes()), (17, text.as_bytes()));
        assert_eq!(Stored::new(stored.into_event()), Err(BadEvent::Unwritable(kind.into())));
    }
    let wider = text.replace("{\"at\"", "{\"aside\":[1], \"at\"");
    assert_eq!(Stored::parse(wider.as_bytes()).unwrap().bytes(), wider.as_bytes());
}

#[test]
fn what_is_no_event_is_refused_with_a_reason() {
    let good = Stored::new(event(9, 4, 17, seen("a/one", "start"))).unwrap();
    let text = std::str::from_utf8(good.bytes()).unwrap();
    let is_refused = |from: &str, to: &str| Stored::parse(text.replace(from, to).as_bytes()).unwrap_err();
    assert_eq!(is_refused("\"seq\":4", "\"seq\":0"), BadEvent::Range("seq"));
    assert_eq!(is_refused("\"seq\":4", "\"seq\":9007199254740992"), BadEvent::Range("seq"));
    assert_eq!(is_refused("\"lamport\":17", "\"lamport\":9007199254740992"), BadEvent::Range("lamport"));
    assert!(matches!(is_refused("a/one", "A one"), BadEvent::Body { kind, .. } if kind == "section_seen"));
    assert!(matches!(is_refused("learner", "ghost"), BadEvent::Envelope(_)));
    assert!(matches!(is_refused("}", ""), BadEvent::Envelope(_)));
    assert_eq!(Stored::parse(&vec![b' '; LONGEST + 1]), Err(BadEvent::TooLong));
    let long = Body::Noted {
        note: NoteId::from_bits(1),
        lesson: lesson("a/b"),
        section: section("s"),
        block: 0,
        text: "x".repeat(LONGEST),
    };
    assert_eq!(Stored::new(event(1, 1, 1, long)), Err(BadEvent::TooLong));
}

#[test]
fn bytes_cut_anywhere_are_refused() {
    let stored = Stored::new(event(9, 4, 17, answered(3, "a/one#q", 1))).unwrap();
    for end in 0..stored.bytes().len() {
        assert!(Stored::parse(&stored.bytes()[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_wrong_clock_is_written_as_it_is() {
    for at in [i64::MIN, -1, i64::MAX] {
        let mut odd = event(1, 1, 1, finished(1, 0, false, &[]));
        odd.at = Timestamp(at);
        let stored = Stored::new(odd).unwrap();
        assert_eq!(Stored::parse(stored.bytes()).unwrap().event().at, Timestamp(at));
    }
    assert_eq!(attempt(1).to_string().len(), 32);
}
