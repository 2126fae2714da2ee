//! What a trainer sees and what the reports say, digit by digit: a generated cohort on the built-in course, its screens
//! drawn, its whole report made, and every figure of the one looked for in the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use rundown::clock::Clock as _;
use rundown::cohort::{Room, Sitting};
use rundown::course::Course;
use rundown::course::exercise::work::Entry;
use rundown::course::hash::ContentHash;
use rundown::id::{CohortId, EnrolmentId, ExerciseId, Lang, LearnerId, QuizId};
use rundown::journal::file::{Item, Reader};
use rundown::journal::{Author, Body, Via};
use rundown::report::cohort::{Extent, Sources, report};
use rundown::report::{Report, Table, Value};
use rundown::store::api::{CohortAnswer, CohortRequest, Import, NewEvent};
use rundown::store::{Answer, Profile, Request};

use crate::cohort::Home;
use crate::stage::{HandClock, Stage};

#[path = "../support/cohort.rs"]
mod generated;

/// Large enough that nothing is cut and nothing scrolls.
const WALL: (u16, u16) = (420, 160);
const PEOPLE: usize = 24;

/// A home into which the files of a generated cohort came.
fn collected() -> Home {
    let course = Arc::new(Course::embedded().unwrap());
    let home = Home::on(Arc::clone(&course));
    home.found();
    let end = HandClock::default().now();
    let plan = generated::Plan { seed: 3, learners: PEOPLE, end, with_bad_files: false };
    for (nth, file) in generated::make(&plan, &course).unwrap().files.into_iter().enumerate() {
        let mut input = &file.bytes[..];
        let mut reader = Reader::begin(&mut input).unwrap();
        let header = reader.header().clone();
        let (learner, named) = (header.learner, header.profile);
        let profile = Profile { learner, name: named.name, member: named.member, lang: named.lang };
        let mut import = Import { profile: Some(profile), written_at: Some(header.at), ..Import::default() };
        while let Some(item) = reader.read().unwrap() {
            match item {
                Item::Question(asked) => import.asked.push(*asked),
                Item::Event { stored, .. } => import.events.push(stored),
                Item::Refused { line, why } => panic!("line {line}: {why}"),
            }
        }
        let run = import.events.first().map(|stored| stored.event().enrolment);
        home.ask(Request::Merge(Box::new(import)));
        home.cohort(vec![Body::RosterChanged { learner, belongs: true }]);
        follow_up(&home, (learner, run.unwrap()), nth);
    }
    home
}

/// What somebody says they sent: of every eight one knows all, three not what was accepted, four say nothing.
fn follow_up(home: &Home, (learner, enrolment): (LearnerId, EnrolmentId), nth: usize) {
    let said: &[(&str, usize)] = match nth % 8 {
        0 => &[("sent", 7 + nth), ("accepted", 5 + nth)],
        1..4 => &[("sent", 20 + nth)],
        _ => return,
    };
    let answers: BTreeMap<String, Entry> =
        said.iter().map(|(id, count)| ((*id).to_owned(), Entry::One(count.to_string()))).collect();
    let form = ExerciseId::new("forms/follow-up").unwrap();
    let body = Body::Replied { form, day: Some(30), text_hash: ContentHash::of(["form"]), answers };
    let (author, via, lang, at) = (Author::Learner, Via::Screen, Lang::english(), HandClock::default().now());
    let events = vec![NewEvent { author, enrolment, via, lang, at, body }];
    home.ask(Request::Append { learner, with: None, events, asked: Vec::new(), drop_draft: None });
}

fn about(home: &Home, request: CohortRequest) -> CohortAnswer {
    let Answer::Cohort(answer) = home.ask(Request::Cohort(Box::new(request))) else { panic!("another answer") };
    *answer
}

fn whole_report(home: &Home) -> Report {
    let cohort = CohortId::from_bits(77);
    let CohortAnswer::Opened(room) = about(home, CohortRequest::Open { cohort }) else { panic!("no room") };
    let room: Room = room;
    let course = &home.course;
    let tests = course.manifest().tests.iter().map(|test| QuizId::Test(test.id.clone()));
    let lessons = course.outlines().iter().map(|outline| QuizId::Lesson(outline.id.clone()));
    let mut sittings: Vec<(QuizId, Vec<Sitting>)> = Vec::new();
    for quiz in tests.chain(lessons) {
        let asked = CohortRequest::Sittings { cohort, quiz: quiz.clone() };
        let CohortAnswer::Sittings(tries) = about(home, asked) else { panic!("no sittings") };
        if !tries.is_empty() {
            sittings.push((quiz, tries));
        }
    }
    let (lang, now) = (Lang::english(), HandClock::default().now());
    let CohortAnswer::Replies(replies) = about(home, CohortRequest::Replies { cohort }) else { panic!("no replies") };
    let sources = Sources { room: &room, course, sittings: &sittings, replies: &replies, lang: &lang, now };
    report(sources, Extent::Full)
}

/// A table, whose cells are found by the names of their columns.
struct Found<'a>(&'a Table);

impl<'a> Found<'a> {
    fn of(report: &'a Report, key: &str) -> Self {
        Self(report.tables.iter().find(|table| table.layout.key == key).unwrap())
    }

    fn value(&self, row: usize, key: &str) -> &'a Value {
        let at = self.0.layout.columns.iter().position(|column| column.key == key).unwrap();
        &self.0.rows[row][at].value
    }

    fn text(&self, row: usize, key: &str) -> &'a str {
        let value = self.value(row, key);
        let Value::Text(text) = value else { panic!("{key} is {value:?}") };
        text
    }

    /// The numbers of a row that are known.
    fn numbers(&self, row: usize, keys: &[&str]) -> Vec<i64> {
        let number = |key: &&str| match self.value(row, key) {
            Value::Number(number) => i64::try_from(*number).ok(),
            Value::Signed(number) => Some(*number),
            Value::Nothing | Value::Bool(_) | Value::Text(_) => None,
        };
        keys.iter().filter_map(number).collect()
    }
}

/// The whole numbers in a text, with their signs.
fn numbers(text: &str) -> Vec<i64> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+');
    text.split(|c| !is_part(c)).filter_map(|part| part.parse().ok()).collect()
}

fn line_of<'a>(screen: &'a str, name: &str) -> &'a str {
    let found: Vec<&str> = screen.lines().filter(|line| line.contains(name)).collect();
    found.first().unwrap_or_else(|| panic!("no {name} in\n{screen}"))
}

/// What stands behind a name on its line.
fn behind<'a>(screen: &'a str, name: &str) -> &'a str {
    line_of(screen, name).split_once(name).unwrap().1
}

/// The scores in the cells of a matrix: numbers with a sign right behind them.
fn scores(text: &str) -> Vec<i64> {
    let (mut found, mut digits) = (Vec::new(), String::new());
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let is_sign = !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '\'' | '│');
        found.extend(digits.parse::<i64>().ok().filter(|_| is_sign));
        digits.clear();
    }
    found
}

#[test]
fn every_figure_of_the_screens_is_that_of_the_report_digit_by_digit() {
    let home = collected();
    let report = whole_report(&home);
    let mut stage = Stage::with(&home.store, &home.course, WALL);
    stage.keys("t<enter>");
    matrix_agrees(&stage.text(), &report);
    let mut board = |keys: &str| {
        let text = stage.keys(keys).text();
        stage.keys("<esc>");
        text
    };
    stations_agree(&board("t"), &report);
    outcomes_agree(&board("o"), &report);
    gain_agrees(&board("g"), &report);
    attention_agrees(&board("a"), &report);
}

fn matrix_agrees(screen: &str, report: &Report) {
    let (people, cells) = (Found::of(report, "people"), Found::of(report, "cells"));
    assert_eq!(people.0.rows.len(), PEOPLE);
    let mut all = 0;
    for person in 0..people.0.rows.len() {
        let (name, learner) = (people.text(person, "name"), people.text(person, "learner"));
        let own = (0..cells.0.rows.len()).filter(|row| cells.text(*row, "learner") == learner);
        let tried = own.filter(|row| cells.text(*row, "state") != "open");
        let best: Vec<i64> = tried.flat_map(|row| cells.numbers(row, &["best"])).collect();
        assert_eq!(scores(behind(screen, name)), best, "{name}: {}", line_of(screen, name));
        all += best.len();
    }
    assert!(all > 4 * PEOPLE, "there is something to compare: {all}");
}

fn stations_agree(screen: &str, report: &Report) {
    let stations = Found::of(report, "stations");
    assert!(stations.0.rows.len() > 2);
    let mut accepted = 0;
    for row in 0..stations.0.rows.len() {
        let name = stations.text(row, "station");
        let mut keys = vec!["people", "progress"];
        if stations.numbers(row, &["works"]) != [0] {
            keys.extend(["works_passed", "works", "quality"]);
        }
        keys.extend(["sent", "accepted", "accepted_of"]);
        assert_eq!(numbers(behind(screen, name)), stations.numbers(row, &keys), "{}", line_of(screen, name));
        accepted += stations.numbers(row, &["accepted"]).len();
    }
    assert!((1..stations.0.rows.len()).contains(&accepted), "some stations said so, and some did not: {accepted}");
}

fn outcomes_agree(screen: &str, report: &Report) {
    let outcomes = Found::of(report, "outcomes");
    let mastered: i64 = (0..outcomes.0.rows.len()).map(|row| outcomes.numbers(row, &["mastered"])[0]).sum();
    assert!(mastered > 0);
    for row in 0..outcomes.0.rows.len() {
        let (text, page) = (outcomes.text(row, "text"), outcomes.text(row, "page"));
        // What is long is cut on the screen.
        let begin: String = text.chars().take(40).collect();
        let line = screen.lines().find(|line| line.contains(&format!(" {page} ")) && line.contains(&begin));
        let line = line.unwrap_or_else(|| panic!("no line of {page} {text}:\n{screen}"));
        let shown = numbers(line.rsplit_once('▏').unwrap().1);
        assert_eq!(shown, outcomes.numbers(row, &["share", "mastered", "people"]), "{line}");
    }
}

fn gain_agrees(screen: &str, report: &Report) {
    let people = Found::of(report, "people");
    let keys = ["before", "after", "change", "normalised_gain", "confident_errors_before", "confident_errors_after"];
    let mut both = 0;
    for row in 0..people.0.rows.len() {
        let (name, said) = (people.text(row, "name"), people.numbers(row, &keys));
        if !said.is_empty() {
            assert_eq!(numbers(behind(screen, name)), said, "{}", line_of(screen, name));
        }
        both += usize::from(said.len() >= 4);
    }
    let figure = |key: &str| {
        let figure = report.figures.iter().find(|figure| figure.key == key).unwrap();
        numbers(figure.cell.shown.as_str())
    };
    let told = line_of(screen, "took both tests");
    let all = ["took_both_tests", "before", "after", "normalised_gain"].map(figure).concat();
    assert!(all.iter().all(|number| numbers(told).contains(number)), "{all:?} in {told}");
    assert!(both > 10, "{both}");
}

fn attention_agrees(screen: &str, report: &Report) {
    let alarms = Found::of(report, "attention");
    assert!(alarms.0.rows.len() > 3);
    for row in 0..alarms.0.rows.len() {
        let (name, why) = (alarms.text(row, "name"), alarms.text(row, "why"));
        let is_said = screen.lines().any(|line| line.contains(name) && line.contains(why));
        assert!(is_said, "{name} {why} in\n{screen}");
    }
}

#[test]
fn every_figure_of_item_analysis_is_that_of_the_report_digit_by_digit() {
    let home = collected();
    let report = whole_report(&home);
    let (items, quizzes) = (Found::of(&report, "items"), Found::of(&report, "quizzes"));
    let mut stage = Stage::with(&home.store, &home.course, WALL);
    stage.keys("t<enter>");
    let (mut compared, mut told) = (0, 0);
    let pages = Found::of(&report, "cells");
    let columns = report.tables.iter().find(|table| table.layout.key == "lessons").unwrap().rows.len();
    for column in 0..columns {
        let quiz = pages.text(column, "what");
        let screen = stage.keys("i").text();
        let own: Vec<usize> = (0..items.0.rows.len()).filter(|row| items.text(*row, "quiz") == quiz).collect();
        let mut lines: Vec<Vec<i64>> = screen.lines().map(figures_of).collect();
        for row in &own {
            let keys = ["right", "answers", "facility", "discrimination", "efficiency", "median_seconds"];
            let said = items.numbers(*row, &keys);
            // Two questions may have the same figures: each line stands for one of them.
            let place = lines.iter().position(|shown| *shown == said);
            let place = place.unwrap_or_else(|| panic!("{quiz}: no {said:?} in\n{screen}"));
            lines.swap_remove(place);
            compared += 1;
        }
        if let Some(row) = (0..quizzes.0.rows.len()).find(|row| quizzes.text(*row, "quiz") == quiz) {
            let keys = ["sittings", "mean", "deviation", "alpha", "standard_error"];
            let (told, said) = (numbers(line_of(&screen, "standard error")), quizzes.numbers(row, &keys));
            assert!(said.iter().all(|number| told.contains(number)), "{said:?} in {told:?}");
        }
        told += told_pairs(&mut stage, &Found::of(&report, "misplaced_cards"), quiz, own.len());
        stage.keys("<esc><right>");
    }
    assert!(told > 2, "some cards were put in the same wrong place by many: {told}");
    assert!(compared > 40, "there is something to compare: {compared}");
}

/// Looks on the screen for each wrong pair that the report names of a quiz with so many questions; returns how many.
fn told_pairs(stage: &mut Stage, cards: &Found<'_>, quiz: &str, questions: usize) -> usize {
    let own: Vec<usize> = (0..cards.0.rows.len()).filter(|row| cards.text(*row, "quiz") == quiz).collect();
    if own.is_empty() {
        return 0;
    }
    let mut screens = String::new();
    for _ in 0..questions {
        screens.push_str(&stage.text());
        stage.keys("<down>");
    }
    let screens = screens.split_whitespace().collect::<Vec<_>>().join(" ");
    for row in &own {
        let counts = cards.numbers(*row, &["chosen", "answers"]);
        let [card, put, belongs] = ["card", "put_with", "belongs_with"].map(|key| cards.text(*row, key));
        let told = format!("{} of {} put “{card}” with “{put}”; it belongs with “{belongs}”", counts[0], counts[1]);
        assert!(screens.contains(&told), "no {told} in {screens}");
    }
    own.len()
}

/// The numbers on the line of a question, from its `right/answers` on; none where it has none.
fn figures_of(line: &str) -> Vec<i64> {
    let is_share = |word: &&str| {
        let parts = word.split_once('/');
        parts.is_some_and(|(right, all)| right.parse::<u32>().is_ok() && all.parse::<u32>().is_ok())
    };
    let Some(share) = line.split_whitespace().find(is_share) else { return Vec::new() };
    line.rsplit_once(share).map(|(_, rest)| numbers(&format!("{share} {rest}"))).unwrap_or_default()
}
