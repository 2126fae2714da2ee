//! The reports on a cohort of 24: every format says the same, nobody is named where nobody may be, and what the screens
//! show is what the files say.

use std::collections::BTreeMap;

use super::*;
use crate::assess::Grade;
use crate::cohort::items::{Analysis, Key, Keys};
use crate::cohort::{AskedItem, ItemAnswer, LessonRow, Person, Picks, Plan};
use crate::course::exercise::work::Entry;
use crate::course::question::QuestionBody;
use crate::id::{AttemptId, CohortId, ExerciseId, LearnerId, LessonId, QuestionRef, TestId};
use crate::journal::planning::{Field, Half, HalfDay};
use crate::journal::{Via, about::About};
use crate::report::{Delimiter, Format};

const NOW: Timestamp = Timestamp(1_805_209_805_000);

/// A cohort on the built-in course: two stations, of which one has four people only.
struct World {
    course: Course,
    room: Room,
    sittings: Vec<(QuizId, Vec<Sitting>)>,
    replies: Vec<Reply>,
}

fn person(number: u128) -> Person {
    Person {
        learner: LearnerId::from_bits(number),
        name: format!("Zog Number{number}"),
        member: if number <= 4 { "Tiny TV" } else { "Lagune TV" }.to_owned(),
        lang: Lang::english(),
        about: About { country: if number <= 3 { "Rareland" } else { "Togo" }.to_owned(), ..About::default() },
        last_at: Some(NOW),
        written_at: None,
        active_seconds: 3600 + 60 * u64::try_from(number).unwrap(),
    }
}

fn read(number: u128, lesson: &LessonId) -> LessonRow {
    let grade = Grade::new(u16::try_from(number * 400).unwrap());
    LessonRow {
        learner: LearnerId::from_bits(number),
        lesson: lesson.clone(),
        sections: 3,
        attempts: 1,
        first: Some(grade),
        best: Some(grade),
        critical_missed: 0,
        passed: grade >= Grade::new(8000),
        failed_in_a_row: usize::from(grade < Grade::new(8000)),
        seconds: 600,
        last_at: NOW,
    }
}

/// The first questions with one right option of the course, with what they have for options.
fn questions(course: &Course) -> Vec<(QuestionRef, Key)> {
    let refs = course.outlines().iter().flat_map(|outline| {
        let first = |slot: &crate::course::outline::SlotOutline| slot.questions[0].0.clone();
        outline.slots.iter().map(move |slot| QuestionRef { lesson: outline.id.clone(), question: first(slot) })
    });
    let single = |at: QuestionRef| {
        let question = course.question(&at, &Lang::english()).unwrap()?;
        matches!(question.body, QuestionBody::Single { .. }).then(|| (at, Key::of(&question)))
    };
    refs.filter_map(single).take(4).collect()
}

/// A try in which the first question is answered wrong by those who are good.
fn sitting(number: u128, questions: &[(QuestionRef, Key)], better: u128) -> Sitting {
    let item = |(at, (asked, key)): (usize, &(QuestionRef, Key))| {
        let is_good = number % 24 + better > 6 * at as u128;
        let is_right = if at == 0 { number < 9 } else { is_good };
        let wrong = key.options.iter().find(|option| **option != key.keys[0]).unwrap();
        ItemAnswer {
            asked: AskedItem {
                slot: asked.clone(),
                question: asked.question.clone(),
                text_hash: crate::course::hash::ContentHash::of(["text"]),
                key_hash: crate::course::hash::ContentHash::of(["key"]),
            }
            .into(),
            grade: Some(if is_right { Grade::FULL } else { Grade::ZERO }),
            picks: Picks {
                chosen: vec![if is_right { key.keys[0].clone() } else { wrong.clone() }],
                ..Picks::default()
            }
            .into(),
            millis: 12_345,
            confident: Some(at % 2 == 0),
        }
    };
    let items: Vec<ItemAnswer> = questions.iter().enumerate().map(item).collect();
    Sitting {
        learner: LearnerId::from_bits(number),
        attempt: AttemptId::from_bits(number * 10 + better),
        nth: 0,
        at: NOW,
        via: Via::Screen,
        supervised: better > 0,
        grade: Grade::mean(items.iter().filter_map(|item| item.grade)),
        items,
    }
}

fn world() -> World {
    let course = Course::embedded().unwrap();
    let mut plan = Plan::of(CohortId::from_bits(0xc0), []);
    plan.name = "Dakar, March".to_owned();
    plan.place = "Dakar".to_owned();
    plan.asks = [Field::Country].into();
    let morning = HalfDay { date: "2027-03-16".parse().unwrap(), half: Half::Morning };
    plan.ticks = (1..=20).map(|number| ((LearnerId::from_bits(number), morning), true)).collect();
    let lesson = LessonId::new("gathering/news-judgement").unwrap();
    let room = Room {
        plan,
        people: (1..=24).map(person).collect(),
        lessons: (1..=24).map(|number| read(number, &lesson)).collect(),
        tests: Vec::new(),
        sign_ins: BTreeMap::new(),
        records: BTreeMap::new(),
    };
    let asked = questions(&course);
    let tries = |better| (1..=24).map(|number| sitting(number, &asked, better)).collect::<Vec<_>>();
    let test = |name: &str| QuizId::Test(TestId::new(name).unwrap());
    let sittings = vec![(test("test/pre"), tries(0)), (test("test/post"), tries(5))];
    let reply = |number| Reply {
        learner: LearnerId::from_bits(number),
        form: ExerciseId::new("forms/reaction").unwrap(),
        day: None,
        answers: [
            ("pace".to_owned(), Entry::One("right".to_owned())),
            ("change".to_owned(), Entry::One("Ask Moussa Keita!".to_owned())),
        ]
        .into(),
    };
    World { course, room, sittings, replies: (1..=7).map(reply).collect() }
}

const EXTENTS: [Extent; 4] = [Extent::Full, Extent::Funder, Extent::Register, Extent::Anonymous];

fn made(world: &World, lang: &str, extent: Extent) -> Report {
    let World { course, room, sittings, replies } = world;
    let lang = Lang::new(lang).unwrap();
    report(Sources { room, course, sittings, replies, lang: &lang, now: NOW }, extent)
}

/// One report of each sort.
pub(in crate::report) fn samples(lang: &str) -> Vec<Report> {
    let world = world();
    EXTENTS.map(|extent| made(&world, lang, extent)).to_vec()
}

fn text(report: &Report, format: Format) -> String {
    String::from_utf8(report.write(format)).unwrap()
}

#[test]
fn all_formats_of_a_cohorts_reports_agree_to_the_digit() {
    for report in samples("en").into_iter().chain(samples("fr")) {
        crate::report::tests::agree::assert_agreement(&report);
    }
}

#[test]
fn the_funders_page_and_the_register_read_like_this() {
    let world = world();
    insta::assert_snapshot!("the_funders_page", text(&made(&world, "en", Extent::Funder), Format::Text));
    insta::assert_snapshot!("the_register", text(&made(&world, "fr", Extent::Register), Format::Text));
}

/// A cohort of so many, from so many stations and countries, who answered every form three times.
fn crowd(people: u128, stations: u128) -> World {
    let mut world = world();
    world.room.plan.asks = [Field::Role, Field::Country, Field::Gender].into();
    let one = |number: u128| {
        let of = |what: &str, many: u128| format!("{what} number {}", number % many);
        let about = About { role: of("Role", 9), country: of("Country", stations), gender: of("Gender", 3) };
        Person { member: of("Television station", stations), about, ..person(number) }
    };
    world.room.people = (1..=people).map(one).collect();
    let said = |number: u128, (form, day): (&str, Option<u16>)| {
        let options = ["pitch", "consent", "dopesheet", "restrictions", "alerts", "second-source"];
        let several = Entry::Several(options.map(str::to_owned).to_vec());
        let one = |text: &str| Entry::One(text.to_owned());
        let answers = [("pace", one("right")), ("how-often", one("weekly")), ("used", several.clone())];
        let sent = [("sent", one("1000")), ("accepted", one("900"))];
        let answers = answers.into_iter().chain(sent.into_iter().filter(|_| day.is_some()));
        let answers = answers.map(|(id, entry)| (id.to_owned(), entry)).collect();
        Reply { learner: LearnerId::from_bits(number), form: ExerciseId::new(form).unwrap(), day, answers }
    };
    let forms = [("forms/reaction", None), ("forms/follow-up", Some(30)), ("forms/follow-up", Some(90))];
    world.replies = (1..=people).flat_map(|number| forms.map(|form| said(number, form))).collect();
    world
}

#[cfg(feature = "pdf")]
#[test]
fn the_funders_page_is_one_page_of_a_pdf_whoever_came_and_whatever_was_asked() {
    use crate::report::pdf::reader;
    for (people, stations) in [(3, 1), (12, 5), (24, 2), (40, 6), (60, 12)] {
        for lang in ["en", "fr"] {
            let report = made(&crowd(people, stations), lang, Extent::Funder);
            let pdf = report.write(Format::Pdf);
            assert_eq!(reader::page_count(&pdf), 1, "{people} people, {stations} stations, {lang}");
            let read = reader::text(&pdf);
            let figures = report.figures.iter().map(crate::report::Figure::shown);
            assert!(figures.into_iter().all(|shown| read.contains(&shown)), "{read}");
            assert!(read.contains(&format!("{people}")), "{read}");
        }
    }
}

#[test]
fn on_the_funders_page_small_stations_and_the_smallest_of_many_are_one() {
    let names = |people, stations| {
        let report = made(&crowd(people, stations), "en", Extent::Funder);
        let table = report.tables.iter().find(|table| table.layout.key == "stations").unwrap();
        table.rows.iter().map(|row| row[0].shown.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(12, 5), ["others, merged"]);
    assert_eq!(names(60, 8).len(), short::MOST + 1);
    assert_eq!(names(60, 8).last().unwrap(), "others, merged");
    assert_eq!(names(24, 2), ["Television station number 0", "Television station number 1"]);
}

#[test]
fn who_needs_somebody_and_what_is_mastered_stand_in_the_whole_report() {
    let mut world = world();
    world.room.plan.from = Some("2027-03-16".parse().unwrap());
    let stuck = Timestamp(NOW.0 - 25 * 60_000);
    (world.room.people[0].last_at, world.room.people[0].written_at) = (Some(stuck), Some(NOW));
    world.room.lessons.remove(0);
    let report = made(&world, "en", Extent::Full);
    let table = |key: &str| report.tables.iter().find(|table| table.layout.key == key).unwrap();
    let shown = |row: &Vec<Cell>| row.iter().map(|cell| cell.shown.to_string()).collect::<Vec<_>>().join(" | ");
    let first = shown(&table("attention").rows[0]);
    assert!(first.starts_with("Zog Number1 |") && first.contains("stuck for 25'"), "{first}");
    assert!(first.ends_with("2027-03-16 14:45Z"), "{first}");
    let outcomes = &table("outcomes").rows;
    let all: usize = world.course.outlines().iter().map(|outline| outline.outcomes.len()).sum();
    assert_eq!(outcomes.len(), all);
    assert!(made(&world, "en", Extent::Anonymous).tables.iter().all(|table| table.layout.key != "attention"));
}

#[test]
fn the_funders_page_and_the_data_for_research_name_nobody_and_no_small_group() {
    let world = world();
    for extent in [Extent::Funder, Extent::Anonymous] {
        let report = made(&world, "en", extent);
        for format in [Format::Text, Format::Html, Format::Csv(Delimiter::Comma), Format::Json] {
            let written = text(&report, format);
            for secret in ["Zog", "Rareland", "Moussa", &LearnerId::from_bits(7).to_string()] {
                assert!(!written.contains(secret), "{extent:?} {format:?} has {secret}");
            }
        }
    }
    let anonymous = text(&made(&world, "en", Extent::Anonymous), Format::Json);
    for secret in ["Tiny TV", "Dakar", &CohortId::from_bits(0xc0).to_string()] {
        assert!(!anonymous.contains(secret), "{secret}");
    }
    assert!(anonymous.contains("\"P01\"") && anonymous.contains("\"P24\""));
}

#[test]
fn codes_are_drawn_anew_for_each_report_and_are_the_same_in_all_its_tables() {
    let world = world();
    let World { course, room, sittings, replies } = &world;
    let lang = Lang::english();
    let codes = |now| {
        let report = report(Sources { room, course, sittings, replies, lang: &lang, now }, Extent::Anonymous);
        let people = report.tables.iter().find(|table| table.layout.key == "people").unwrap();
        // Minutes tell them apart here.
        people.rows.iter().map(|row| (row[13].shown.clone(), row[0].shown.clone())).collect::<Vec<_>>()
    };
    assert_eq!(codes(NOW), codes(NOW));
    assert_ne!(codes(NOW), codes(Timestamp(NOW.0 + 1)));
}

#[test]
fn the_file_says_of_each_question_what_the_analysis_says_and_names_the_wrong_key() {
    let world = world();
    let report = made(&world, "en", Extent::Full);
    let keys: Keys = questions(&world.course).into_iter().collect();
    let found = Analysis::of(&world.sittings[0].1, &keys, Which::First);
    let items = report.tables.iter().find(|table| table.layout.key == "items").unwrap();
    assert_eq!(items.rows.len(), 8);
    for (item, row) in found.items.iter().zip(&items.rows) {
        let place = |key: &str| items.layout.columns.iter().position(|column| column.key == key).unwrap();
        let number = |key: &str| match row[place(key)].value {
            crate::report::Value::Number(number) => i64::try_from(number).ok(),
            crate::report::Value::Signed(number) => Some(number),
            crate::report::Value::Nothing | crate::report::Value::Bool(_) | crate::report::Value::Text(_) => None,
        };
        assert_eq!(number("facility"), item.facility.percent());
        assert_eq!(number("discrimination"), item.discrimination.percent());
        assert_eq!(number("efficiency"), item.efficiency.percent());
        assert_eq!(number("discrimination_low").is_some(), item.discrimination.solid().is_some());
    }
    let odd = report.tables.iter().find(|table| table.layout.key == "odd_questions").unwrap();
    let said = &odd.rows[0][6].shown;
    assert!(said.as_str().contains("16 of 24 chose") && said.as_str().contains("8 the key"), "{said}");
}

#[test]
fn a_statistic_of_few_is_in_brackets_for_people_and_a_number_for_programs() {
    let mut world = world();
    for (_, tries) in &mut world.sittings {
        tries.truncate(19);
    }
    let report = made(&world, "en", Extent::Full);
    let quizzes = report.tables.iter().find(|table| table.layout.key == "quizzes").unwrap();
    assert!(quizzes.rows[0][3].shown.as_str().starts_with('('));
    assert!(matches!(quizzes.rows[0][3].value, crate::report::Value::Number(_)));
}

#[test]
fn the_gradebook_has_the_columns_that_moodle_takes_and_no_formula() {
    let mut world = world();
    world.room.people[0].name = "=cmd Number1".to_owned();
    let World { course, room, sittings, replies } = &world;
    let lang = Lang::english();
    let bytes = gradebook::write(Sources { room, course, sittings, replies, lang: &lang, now: NOW });
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let head = reader.headers().unwrap().clone();
    assert_eq!(head.iter().take(4).collect::<Vec<_>>(), ["First name", "Last name", "ID number", "Institution"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 24);
    assert!(rows.iter().any(|row| &row[0] == "'=cmd" && &row[1] == "Number1"));
    let supervised = head.iter().position(|name| name.contains("After the course (Supervised)")).unwrap();
    assert!(rows.iter().all(|row| ["yes", "no", ""].contains(&&row[supervised])));
    assert!(rows.iter().any(|row| &row[supervised] == "yes"), "{head:?}");
    let column = head.iter().position(|name| name.contains("From topic to pitch")).unwrap();
    let best = |name: &str| rows.iter().find(|row| &row[1] == name).map(|row| row[column].to_owned());
    assert_eq!((best("Number24"), best("Number10")), (Some("96".to_owned()), Some("40".to_owned())));
}

#[test]
fn a_cohort_without_anybody_has_reports_too() {
    let mut world = world();
    (world.room.people, world.room.lessons, world.sittings, world.replies) = (vec![], vec![], vec![], vec![]);
    for extent in EXTENTS {
        let report = made(&world, "en", extent);
        assert!(!report.write(Format::Xlsx).is_empty());
        assert!(text(&report, Format::Text).contains("People"));
    }
}
