//! A course with nine questions, a learner halfway through it, and what the report makes of both.

use std::collections::BTreeMap;

use super::*;
use crate::assess::{self, Grade, Response, samples};
use crate::course::exercise::{EngineKind, Work};
use crate::course::manifest::{Completion, Draw, PassMarks, Share, Test, TestKind, Track, Translated};
use crate::course::outline::{OutcomeOutline, SectionOutline, SlotOutline};
use crate::course::shape::Shape;
use crate::id::{CourseId, ExerciseId, OutcomeId, SectionId, TestId, TrackId};
use crate::journal::Body;
use crate::journal::event::WorkDone;
use crate::journal::samples as journal;
use crate::report::{Format, Report};

mod charts;
mod replies;
mod sheets;
mod told;

use replies::{FORM, asked_form, questionnaire, replied};

const LESSON: &str = "gathering/news-judgement";
const SECOND: &str = "exchange/dopesheet";

fn words(text: &str) -> Translated {
    Translated { own: text.to_owned(), ..Translated::default() }
}

fn outline(id: &str, title: &str) -> LessonOutline {
    let section =
        |name: &str| SectionOutline { id: SectionId::new(name).unwrap(), was: vec![], title: words(name), words: 300 };
    let outcome = OutcomeId::new("outcome").unwrap();
    let slot = |question: &Question| SlotOutline {
        questions: vec![(question.id.clone(), vec![])],
        outcome: outcome.clone(),
        critical: question.critical,
    };
    LessonOutline {
        id: journal::lesson(id),
        was: vec![],
        stem: id.to_owned(),
        slug: "SLUG".to_owned(),
        title: words(title),
        minutes: 14,
        outcomes: vec![OutcomeOutline { id: outcome.clone(), was: vec![], text: words("Tell topic and angle apart") }],
        sections: vec![section("start"), section("angle"), section("pitch")],
        slots: questions().iter().map(slot).collect(),
        pass: 8_000,
        recall: vec![],
        requires: vec![],
        exercise: None,
        languages: vec![Lang::new("en").unwrap()],
    }
}

fn manifest(title: &str) -> Manifest {
    let test = TestId::new("test/course").unwrap();
    let lessons = vec![journal::lesson(LESSON), journal::lesson(SECOND)];
    Manifest {
        id: CourseId::new("course").unwrap(),
        title: words(title),
        version: "2026.11".to_owned(),
        languages: vec![Lang::new("en").unwrap()],
        licence: "CC-BY-4.0".to_owned(),
        words_per_minute: 150,
        read_aloud: [].into(),
        pass: PassMarks { quiz: 8_000, test: 7_500, capstone: 7_000 },
        tracks: vec![Track {
            id: TrackId::new("gathering").unwrap(),
            letter: 'A',
            title: words(title),
            lessons: lessons.clone(),
        }],
        tests: vec![Test {
            id: test.clone(),
            slug: "COURSE-TEST".to_owned(),
            title: words("Course test"),
            minutes: 15,
            pools: lessons.clone(),
            share: Share::Outcome(1),
            kind: TestKind::Course,
            track: None,
            form: None,
            confidence: false,
            draw: Draw::Cohort,
            pass: 7_500,
        }],
        capstones: Vec::new(),
        questionnaires: vec![questionnaire()],
        completion: Completion { lessons, tests: vec![test], exercises: Vec::new() },
        shape: Shape::default(),
    }
}

fn questions() -> Vec<Question> {
    let mut all = samples::all();
    all[0].critical = true;
    all
}

/// Wrong answers to the first two questions, right ones to the others.
fn response(question: &Question) -> Response {
    match question.id.as_str() {
        "single" => Response::Chosen(Some(samples::id("b"))),
        "multiple" => Response::Ticked(vec![samples::id("a"), samples::id("e")]),
        _ => assess::key_response(question),
    }
}

fn answered(attempt: u128, question: &Question, response: Response) -> Body {
    let mut answer = journal::answer(&format!("{LESSON}#{}", question.id), 0, question.critical);
    answer.grade = assess::grade_response(question, &response).grade;
    answer.response = response;
    answer.hints = 1;
    Body::Answered { attempt: journal::attempt(attempt), answer }
}

/// A failed try, a passed one, and a third that was left; the second lesson is half read.
fn bodies() -> Vec<Body> {
    let names: Vec<String> = questions().iter().map(|question| question.id.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let missed = format!("{LESSON}#single");
    let mut bodies = vec![journal::enrolled()];
    bodies.extend(["start", "angle", "pitch"].map(|name| journal::seen(LESSON, name)));
    bodies.push(journal::started(1, LESSON, &names));
    bodies.extend(questions().iter().map(|question| answered(1, question, response(question))));
    bodies.push(journal::finished(1, 7_777, false, &[&missed]));
    bodies.push(journal::started(2, LESSON, &names));
    bodies.extend(questions().iter().map(|question| answered(2, question, assess::key_response(question))));
    bodies.push(journal::finished(2, 10_000, true, &[]));
    bodies.push(journal::seen(SECOND, "start"));
    bodies.push(Body::Active { seconds: 59 + 60 * 47, lesson: Some(journal::lesson(LESSON)) });
    bodies.push(Body::Active { seconds: 61, lesson: None });
    bodies.push(handed_in(11, "gathering/pitch-card", 4_150, &["P02", "P04", "P02"], &["P04"]));
    bodies.push(handed_in(12, "gathering/pitch-card", 8_990, &["P07"], &[]));
    bodies.push(handed_in(13, "gathering/gone", 10_000, &[], &[]));
    bodies.extend(replied());
    bodies
}

/// Exercises of the course; a third one that was tried is gone from it.
fn exercises() -> Vec<ExerciseOutline> {
    let outline = |id: &str, title: &str| ExerciseOutline {
        id: ExerciseId::new(id).unwrap(),
        title: title.to_owned(),
        engine: EngineKind::Form,
        minutes: 15,
        lesson: Some(journal::lesson(LESSON)),
        of: None,
        tool: None,
        questionnaire: false,
    };
    vec![outline("gathering/risk-form", "The risk form"), outline("gathering/pitch-card", "The pitch card")]
}

fn handed_in(attempt: u128, exercise: &str, grade: u16, codes: &[&str], critical: &[&str]) -> Body {
    let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    let result = WorkDone {
        exercise: ExerciseId::new(exercise).unwrap(),
        work: Work::Write { text: String::new() },
        answers: BTreeMap::new(),
        grade: Grade::new(grade),
        parts: BTreeMap::new(),
        codes: owned(codes),
        critical: owned(critical),
        passed: grade >= 7_000,
        seconds: 600,
        untimed: false,
    };
    Body::ExerciseDone { attempt: journal::attempt(attempt), result: Box::new(result) }
}

struct Known {
    suffix: String,
}

impl Texts for Known {
    fn question(&self, answer: &Answer) -> Option<Question> {
        let mut question = questions().into_iter().find(|question| question.id == answer.question.question)?;
        question.prompt += &self.suffix;
        Some(question)
    }

    fn form(&self, form: &ExerciseId) -> Option<Form> {
        (form.as_str() == FORM).then(|| asked_form(&self.suffix))
    }

    fn plain(&self, markdown: &str) -> String {
        markdown.to_owned()
    }
}

/// Makes the report of a history, with a text in every field that comes from outside.
fn report_of(lang: &str, text: &str, bodies: Vec<Body>) -> Report {
    with_sources(lang, text, &journal::events(bodies), learner_report)
}

/// Makes something of a history, with a text in every field that comes from outside.
pub(in crate::report) fn with_sources<T>(
    lang: &str,
    text: &str,
    events: &[crate::journal::Event],
    make: impl FnOnce(&Sources<'_>) -> T,
) -> T {
    let progress = Progress::of_events(events);
    let outlines = [outline(LESSON, &format!("From topic to pitch{text}")), outline(SECOND, "The dopesheet")];
    make(&Sources {
        learner: Learner {
            id: LearnerId::from_bits(1),
            name: &format!("Awa Diop{text}"),
            station: &format!("Lagune TV{text}"),
            others: &Names::new(),
        },
        progress: &progress,
        manifest: &manifest(&format!("Newsroom exchange{text}")),
        outlines: &outlines,
        exercises: &exercises(),
        texts: &Known { suffix: text.to_owned() },
        lang: &Lang::new(lang).unwrap(),
        now: Timestamp(1_805_209_805_999),
    })
}

pub(in crate::report) fn sample_bodies() -> Vec<Body> {
    bodies()
}

pub(in crate::report) fn sample(lang: &str, text: &str) -> Report {
    report_of(lang, text, bodies())
}

fn written(report: &Report, format: Format) -> String {
    String::from_utf8(report.write(format)).unwrap()
}

#[test]
fn a_learners_report_in_english() {
    insta::assert_snapshot!(written(&sample("en", ""), Format::Text));
}

#[test]
fn a_learners_report_in_french() {
    insta::assert_snapshot!(written(&sample("fr", ""), Format::Text));
}

#[test]
fn a_learners_report_for_programs() {
    insta::assert_snapshot!(written(&sample("en", ""), Format::Json));
}

fn figure<'a>(report: &'a Report, key: &str) -> &'a super::super::Figure {
    report.figures.iter().find(|figure| figure.key == key).unwrap()
}

#[test]
fn figures_are_those_of_the_progress() {
    let report = sample("en", "");
    let cases = [
        ("course_done", "no"),
        ("lessons_done", "1 / 2"),
        ("sections_seen", "4 / 6"),
        ("tests_passed", "0 / 1"),
        ("outcomes_mastered", "1 / 2"),
        ("attempts", "2"),
        ("critical_misses", "0"),
        ("minutes_active", "49"),
    ];
    for (key, shown) in cases {
        assert_eq!(figure(&report, key).shown(), shown, "{key}");
    }
}

#[test]
fn somebody_who_has_not_begun_gets_a_report_of_noughts() {
    let report = report_of("en", "", vec![]);
    assert_eq!(figure(&report, "lessons_done").shown(), "0 / 2");
    assert_eq!(figure(&report, "minutes_active").shown(), "0");
    assert_eq!(figure(&report, "started_at").shown(), "–");
    let table = |key: &str| report.tables.iter().find(|table| table.layout.key == key).unwrap();
    assert_eq!(table("next").rows.len(), 3);
    assert_eq!(table("answers").rows.len(), 0);
}

#[test]
fn a_quiz_that_was_left_is_gone_on_with_first() {
    let mut bodies = bodies();
    bodies.push(journal::started(3, SECOND, &["single", "multiple"]));
    let report = report_of("en", "", bodies);
    let text = written(&report, Format::Text);
    assert!(text.contains("go on with the quiz (0 of 2"), "{text}");
}

#[test]
fn every_row_has_a_cell_for_every_column_of_its_form() {
    for table in sample("en", "").tables {
        for row in &table.rows {
            assert_eq!(row.len(), table.layout.columns.len());
            for (cell, column) in row.iter().zip(table.layout.columns) {
                assert!(fits(cell, column), "{} {}: {cell:?}", table.layout.key, column.key);
            }
        }
    }
}

fn fits(cell: &Cell, column: &super::super::Column) -> bool {
    use super::super::{Form, Value};
    match (&cell.value, column.form) {
        (Value::Nothing, _) => column.optional,
        (Value::Number(_), Form::Number)
        | (Value::Bool(_), Form::YesNo)
        | (Value::Text(_), Form::Text | Form::Time) => true,
        (Value::Number(_) | Value::Signed(_) | Value::Bool(_) | Value::Text(_), _) => false,
    }
}

#[test]
fn an_earlier_run_is_told_and_not_counted() {
    let mut events = journal::events(bodies());
    let mut again = journal::event(1, 999, 999, journal::enrolled());
    again.enrolment = crate::id::EnrolmentId::from_bits(77);
    events.push(again);
    let progress = Progress::of_events(&events);
    let (manifest, outlines) = (manifest("Course"), [outline(LESSON, "a"), outline(SECOND, "b")]);
    let report = learner_report(&Sources {
        learner: Learner { id: LearnerId::from_bits(1), name: "Awa", station: "", others: &Names::new() },
        progress: &progress,
        manifest: &manifest,
        outlines: &outlines,
        exercises: &exercises(),
        texts: &Known { suffix: String::new() },
        lang: &Lang::new("en").unwrap(),
        now: Timestamp(0),
    });
    assert_eq!(figure(&report, "attempts").shown(), "0");
    assert!(report.notes.iter().any(|note| note.as_str().starts_with("One earlier run")));
}

#[test]
fn grades_are_shown_as_recorded() {
    let report = sample("en", "");
    let lessons = report.tables.iter().find(|table| table.layout.key == "lessons").unwrap();
    let shown: Vec<&str> = lessons.shown_rows().next().unwrap().iter().map(|cell| cell.as_str()).collect();
    assert_eq!(shown, ["From topic to pitch", "3", "3", "2", "77 %", "100 %", "yes", "47"]);
    assert_eq!(Grade::new(7_777).percent(), 77);
}

#[test]
fn desk_work_is_told_with_what_the_last_try_was_found_with() {
    let report = sample("en", "");
    let table = report.tables.iter().find(|table| table.layout.key == "exercises").unwrap();
    let rows: Vec<Vec<&str>> = table.shown_rows().map(|row| row.iter().map(|cell| cell.as_str()).collect()).collect();
    assert_eq!(rows[0], ["The pitch card", "2", "41 %", "89 %", "yes", "P07"]);
    assert_eq!(rows[1], ["gathering/gone", "1", "100 %", "100 %", "yes", ""]);
}

#[test]
fn what_was_done_as_a_pair_is_said_with_the_name_or_else_the_id() {
    let bodies = [
        journal::enrolled(),
        journal::started(1, LESSON, &["q"]),
        handed_in(2, "gathering/risk-form", 9_000, &[], &[]),
    ];
    let mut events = journal::events(bodies);
    let others = [LearnerId::from_bits(7), LearnerId::from_bits(8)];
    (events[1].pair, events[2].pair) = (Some(others[0]), Some(others[1]));
    let report = learner_report(&Sources {
        learner: Learner {
            id: LearnerId::from_bits(1),
            name: "Awa",
            station: "",
            others: &Names::from([(others[0], "Issa Koné".to_owned())]),
        },
        progress: &Progress::of_events(&events),
        manifest: &manifest("Course"),
        outlines: &[outline(LESSON, "From topic to pitch")],
        exercises: &exercises(),
        texts: &Known { suffix: String::new() },
        lang: &Lang::english(),
        now: Timestamp(0),
    });
    let notes: Vec<&str> = report.notes.iter().map(crate::report::Clean::as_str).collect();
    assert!(notes.contains(&"As a pair with Issa Koné: From topic to pitch."), "{notes:?}");
    let unknown = format!("As a pair with {}: The risk form.", others[1]);
    assert!(notes.contains(&unknown.as_str()), "{notes:?}");
}

#[test]
fn a_marking_is_told_with_its_points_and_changes_no_grade() {
    let mark = |by: &str, points| {
        let points =
            [(crate::id::OptionId::new("voice").unwrap(), points), (crate::id::OptionId::new("calm").unwrap(), 1)]
                .into();
        let exercise = ExerciseId::new("gathering/risk-form").unwrap();
        let comment = "Spoken well.".to_owned();
        Body::ExerciseMarked { attempt: journal::attempt(2), exercise, by: by.to_owned(), points, comment }
    };
    let done = handed_in(2, "gathering/risk-form", 4_000, &["R01"], &[]);
    let report = report_of("en", "", vec![journal::enrolled(), done, mark("Zoé", 3), mark("Kadi", 2)]);
    let notes: Vec<&str> = report.notes.iter().map(crate::report::Clean::as_str).collect();
    assert!(notes.contains(&"Marked by Kadi: The risk form, 3 points. Spoken well."), "{notes:?}");
    assert!(!notes.iter().any(|note| note.contains("Zoé")), "the last marking of a try counts: {notes:?}");
}
