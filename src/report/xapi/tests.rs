//! What is said of a learner halfway through a course, and what never is.

use serde_json::Value;

use super::*;
use crate::course::manifest::TestKind;
use crate::id::{CourseId, LearnerId, TestId};
use crate::journal::samples as journal;
use crate::report::learner::tests::{sample_bodies, with_sources};

fn statements_of(text: &str, events: &[Event]) -> Vec<Value> {
    let written = with_sources("en", text, events, |sources| write(sources, events));
    let written = String::from_utf8(written).unwrap();
    written.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn sample_events() -> Vec<Event> {
    journal::events(sample_bodies())
}

fn word(statement: &Value) -> &str {
    statement["verb"]["display"]["en"].as_str().unwrap()
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or("–")
}

#[test]
fn each_event_that_means_something_is_said_in_order() {
    let said = statements_of("", &sample_events());
    let line = |s: &Value| format!("{} {} {}", word(s), text(s, "/object/id"), text(s, "/result/duration"));
    insta::assert_snapshot!(said.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn each_kind_of_question_is_an_interaction_with_its_answer() {
    let said = statements_of("", &sample_events());
    let answered = said.iter().filter(|s| word(s) == "answered").skip(9);
    let line = |s: &Value| {
        let definition = &s["object"]["definition"];
        let right = &definition["correctResponsesPattern"];
        let lists = ["choices", "source", "target"].map(|list| definition[list].as_array().map_or(0, Vec::len));
        format!("{} {right} {lists:?} {}", text(definition, "/interactionType"), text(s, "/result/response"))
    };
    insta::assert_snapshot!(answered.map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_whole_statement() {
    let said = statements_of("", &sample_events());
    let answered = said.iter().find(|s| word(s) == "answered").unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(answered).unwrap());
}

#[test]
fn who_it_was_is_an_account_and_never_an_address() {
    for statement in statements_of("", &sample_events()) {
        assert_eq!(text(&statement, "/actor/account/name"), LearnerId::from_bits(1).to_string());
        assert_eq!(text(&statement, "/actor/name"), "Awa Diop");
        assert_eq!(statement["actor"].as_object().unwrap().len(), 3);
    }
}

#[test]
fn the_same_event_is_always_said_under_the_same_id() {
    let events = sample_events();
    let ids = |events: &[Event]| -> Vec<String> {
        statements_of("", events).iter().map(|statement| text(statement, "/id").to_owned()).collect()
    };
    let all = ids(&events);
    assert!(all.starts_with(&ids(&events[..20])), "what comes later changes nothing that was said");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn a_run_has_one_registration_and_another_run_another() {
    let mut events = sample_events();
    let mut again = journal::event(1, 999, 999, journal::enrolled());
    again.enrolment = EnrolmentId::from_bits(77);
    events.push(again);
    let said = statements_of("", &events);
    let runs: BTreeSet<&str> = said.iter().map(|statement| text(statement, "/context/registration")).collect();
    assert_eq!(
        runs.into_iter().collect::<Vec<_>>(),
        ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-00000000004d"]
    );
}

#[test]
fn what_counts_once_is_said_once() {
    let twice = |bodies: Vec<Body>| bodies.into_iter().flat_map(|body| [body.clone(), body]).collect::<Vec<_>>();
    let counted = |body: &Body| !matches!(body, Body::SectionSeen { .. } | Body::Active { .. } | Body::Replied { .. });
    let once: Vec<Body> = sample_bodies().into_iter().filter(counted).collect();
    let all = statements_of("", &journal::events(twice(once.clone()))).len();
    assert_eq!(all, statements_of("", &journal::events(once)).len());
}

/// A try at one question, answered wrong, and what a trainer says afterwards.
fn told_after(trainer: Vec<Body>) -> Vec<Value> {
    let quiz = QuizId::Lesson(journal::lesson("gathering/news-judgement"));
    let began = Body::AttemptStarted { attempt: journal::attempt(1), quiz, questions: Vec::new() };
    let first = journal::answered(1, "gathering/news-judgement#q1", 0);
    let own = [journal::enrolled(), began, first, journal::finished(1, 0, false, &[])];
    let mut events = journal::events(own.into_iter().chain(trainer));
    events.iter_mut().skip(4).for_each(|event| event.author = crate::journal::Author::Trainer);
    statements_of("", &events)
}

/// The statements that hold: those that no other one voids.
fn holding(said: &[Value]) -> Vec<&Value> {
    let voided: Vec<&str> = said.iter().filter(|s| word(s) == "voided").map(|s| text(s, "/object/id")).collect();
    assert!(voided.iter().all(|id| said.iter().filter(|s| text(s, "/id") == *id).count() == 1), "voided before said");
    said.iter().filter(|s| word(s) != "voided" && !voided.contains(&text(s, "/id"))).collect()
}

#[test]
fn a_corrected_key_voids_what_was_said_and_says_what_is_true_now() {
    let line = |s: &&Value| format!("{} {} {}", word(s), s["result"]["score"]["raw"], s["result"]["success"]);
    let lines = |said: &[Value]| holding(said).iter().map(line).skip(2).collect::<Vec<_>>();
    let before = told_after(Vec::new());
    assert_eq!(lines(&before), ["answered 0 false", "failed 0 false"]);
    let right = told_after(vec![journal::regraded(5, 1, "gathering/news-judgement#q1", Some(10_000))]);
    assert_eq!(lines(&right), ["answered 100 true", "passed 100 true"]);
    assert!(right.starts_with(&before), "what was said stays said, and is voided");
    let void = told_after(vec![journal::regraded(5, 1, "gathering/news-judgement#q1", None)]);
    assert_eq!(lines(&void), ["failed 0 false", "answered null null"], "nothing is left to be worth anything");
    let back =
        told_after(vec![journal::regraded(5, 1, "gathering/news-judgement#q1", Some(10_000)), journal::undone(5)]);
    assert_eq!(lines(&back), lines(&before));
    let ids: BTreeSet<&str> = back.iter().map(|s| text(s, "/id")).collect();
    assert_eq!(ids.len(), back.len());
    let voided = back.iter().find(|s| word(s) == "voided").unwrap();
    assert_eq!(text(voided, "/object/objectType"), "StatementRef");
    assert!(voided["context"].get("platform").is_none(), "allowed for activities only");
    assert!(!voided.to_string().contains("Awa"));
}

#[test]
fn another_course_is_not_told() {
    let other = Body::Enrolled { course: CourseId::new("other").unwrap(), version: "1".to_owned() };
    let events = journal::events([other, journal::seen("gathering/news-judgement", "start")]);
    assert!(statements_of("", &events).is_empty());
}

#[test]
fn a_test_that_only_measures_is_completed_and_never_passed_or_failed() {
    let quiz = QuizId::Test(TestId::new("test/course").unwrap());
    let began = Body::AttemptStarted { attempt: journal::attempt(1), quiz, questions: Vec::new() };
    let events = journal::events([journal::enrolled(), began, journal::finished(1, 4_000, false, &[])]);
    let verbs = |kind: TestKind| {
        let written = with_sources("en", "", &events, |sources| {
            let mut manifest = sources.manifest.clone();
            manifest.tests[0].kind = kind;
            write(&Sources { manifest: &manifest, ..*sources }, &events)
        });
        let last = String::from_utf8(written).unwrap().lines().last().unwrap().to_owned();
        let last: Value = serde_json::from_str(&last).unwrap();
        (word(&last).to_owned(), last["result"]["success"].clone())
    };
    assert_eq!(verbs(TestKind::Pre), ("completed".to_owned(), Value::Null));
    assert_eq!(verbs(TestKind::Course), ("failed".to_owned(), Value::Bool(false)));
}

#[test]
fn a_text_stays_a_text_on_its_line() {
    let hostile = "\u{1b}]0;x\u{7}\n{\"id\":1}\u{202e}\u{2028}\0";
    let events = sample_events();
    let plain = with_sources("en", "", &events, |sources| write(sources, &events));
    let written = with_sources("en", hostile, &events, |sources| write(sources, &events));
    let written = String::from_utf8(written).unwrap();
    assert_eq!(written.lines().count(), String::from_utf8(plain).unwrap().lines().count());
    assert_eq!(written.chars().find(|c| crate::text::is_foreign(*c) && *c != '\n'), None);
    assert!(statements_of(hostile, &events).iter().all(|s| !s.to_string().contains("\\u00")));
}

/// A history with everything that is said.
fn whole_history() -> Vec<Event> {
    let mut bodies = sample_bodies();
    let question = "gathering/news-judgement#single";
    bodies.push(Body::Practised {
        lesson: journal::lesson("gathering/news-judgement"),
        answer: journal::answer(question, 10_000, false),
    });
    let exercise = crate::id::ExerciseId::new("gathering/pitch-card").unwrap();
    let points = [(crate::id::OptionId::new("voice").unwrap(), 3)].into();
    let (by, comment) = ("Kadi".to_owned(), "Spoken well.".to_owned());
    bodies.push(Body::ExerciseMarked { attempt: journal::attempt(11), exercise, by, points, comment });
    let quiz = QuizId::Test(TestId::new("test/course").unwrap());
    bodies.push(Body::AttemptStarted { attempt: journal::attempt(30), quiz, questions: Vec::new() });
    bodies.push(journal::finished(30, 9_000, true, &[]));
    bodies.extend(["start", "angle", "pitch"].map(|section| journal::seen("exchange/dopesheet", section)));
    bodies.push(journal::started(31, "exchange/dopesheet", &[]));
    bodies.push(journal::finished(31, 9_000, true, &[]));
    let mut events = journal::events(bodies);
    for event in events.iter_mut().skip(30) {
        event.pair = Some(LearnerId::from_bits(7));
    }
    events
}

#[test]
fn lessons_and_the_course_are_completed_once_by_what_completes_them() {
    let said = statements_of("", &whole_history());
    let completed = said.iter().filter(|s| word(s) == "completed").map(|s| text(s, "/object/id"));
    let base = "https://rundown.invalid/course/course";
    let expected = ["/lesson/gathering/news-judgement", "/lesson/exchange/dopesheet", ""];
    assert_eq!(completed.collect::<Vec<_>>(), expected.map(|path| format!("{base}{path}")));
}

#[test]
fn statements_for_another_program() {
    // Where `tests/outside/xapi.sh` looks, or nowhere that stays.
    let own = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("RUNDOWN_STATEMENTS").map_or_else(|| own.path().to_owned(), std::path::PathBuf::from);
    let events = whole_history();
    let written = with_sources("fr", " \u{202e}<b>\"{}\n漢字", &events, |sources| write(sources, &events));
    assert!(written.split(|byte| *byte == b'\n').count() > 10);
    std::fs::write(folder.join("whole.jsonl"), written).unwrap();
}
