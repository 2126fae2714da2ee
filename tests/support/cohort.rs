//! A cohort that never was: progress files of as many learners as wanted, all from one seed.
//!
//! Shared by the example that writes them to a folder and by tests. People differ in ability, guess, tire and drop out;
//! among the questions one was planted whose key is wrong and one that everybody answers blindly; among the files one
//! that was copied, three that are bad, and a second record of one person under nearly the same name. What was planted is told beside them.
#![allow(dead_code, unreachable_pub, reason = "each program uses a part of it")]

#[path = "cohort/days.rs"]
mod days;
#[path = "cohort/mind.rs"]
mod mind;

use anyhow::{Context as _, Result};
use rundown::assess::draw::{self, Stock, TestSeeds};
use rundown::clock::Timestamp;
use rundown::course::{Course, QuestionBody};
use rundown::id::{Lang, LearnerId, OptionId, QuestionRef, TestId};
use rundown::journal::file::{Header, OfCourse, Person as Named, Writer};
use rundown::seal::{SECRET, SecretKey};

use days::Days;
use mind::Dice;

/// Given names, other names and stations of the story world; each combination is somebody.
const GIVEN: [&str; 12] =
    ["Awa", "Moussa", "Élodie", "Thandi", "Joseph", "Amina", "Kofi", "Naledi", "Ibrahim", "Grace", "Yao", "Fatou"];
const FAMILY: [&str; 10] =
    ["Diop", "Traoré", "N’Diaye", "Mokoena", "Okello", "Haidara", "Mensah", "Banda", "Keïta", "Achieng"];
const STATIONS: [&str; 5] = ["Lagune TV", "Kolombe TV", "RTN Savane", "Baobab News", "Canal Delta"];

/// What is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Everything follows from it.
    pub seed: u64,
    /// How many people.
    pub learners: usize,
    /// When the last day's files are written.
    pub end: Timestamp,
    /// Whether copied, bad and double files are among them.
    pub with_bad_files: bool,
}

/// How a person goes through the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Does what the room does.
    Usual,
    /// Does all of it and completes the course.
    Thorough,
    /// Sits before one lesson for 45 minutes.
    Stuck,
    /// Fails one quiz three times.
    Failing,
    /// Does not come back after the second day.
    Gone,
    /// Does not come back after the first day.
    GoneEarly,
}

/// One of the people.
#[derive(Debug, Clone)]
pub struct Person {
    pub learner: LearnerId,
    pub name: String,
    pub station: String,
    pub lang: Lang,
    pub role: Role,
    pub ability: f64,
}

/// What was planted, to be found.
#[derive(Debug, Clone)]
pub struct Planted {
    /// In the test before the course: those who know choose this option, and the key is another.
    pub wrong_key: (QuestionRef, OptionId),
    /// In the test before the course: everybody answers it blindly.
    pub bad_item: QuestionRef,
}

/// A file of the cohort.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its path in the folder.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A whole cohort.
#[derive(Debug, Clone)]
pub struct Cohort {
    pub people: Vec<Person>,
    pub planted: Planted,
    pub files: Vec<Made>,
    /// The paths of files that are copies, and of files that must be refused or are cut.
    pub copied: Vec<String>,
    pub bad: Vec<String>,
}

/// Makes a cohort on the built-in course.
pub fn make(plan: &Plan, course: &Course) -> Result<Cohort> {
    let planted = plant(course)?;
    let mut dice = Dice::new(plan.seed);
    let mut people: Vec<Person> = (0..plan.learners).map(|at| person(at, &mut dice)).collect::<Result<_>>()?;
    if plan.with_bad_files {
        people.extend(double(&people, &mut dice));
    }
    let mut cohort = Cohort { people, planted, files: Vec::new(), copied: Vec::new(), bad: Vec::new() };
    for (at, person) in cohort.people.iter().enumerate() {
        let own = Dice::new(plan.seed.wrapping_mul(1_000_003).wrapping_add(at as u64));
        let days = Days::new(course, plan, &cohort.planted, person, own);
        cohort.files.push(Made { path: path(at, person), bytes: file(days, course, plan, person)? });
    }
    if plan.with_bad_files {
        spoil(&mut cohort);
    }
    Ok(cohort)
}

/// Picks two questions with one right option out of the test before the course.
fn plant(course: &Course) -> Result<Planted> {
    let test = course.test(&TestId::new("test/pre")?).context("the course has a test before it")?;
    let manifest = course.manifest();
    let stock = Stock { tracks: &manifest.tracks, lessons: course.outlines() };
    let seeds = TestSeeds { set: draw::set_seed(manifest, test, ""), attempt: 0 };
    let mut found = Vec::new();
    for at in draw::test_quiz(test, stock, &[], seeds) {
        let question = course.question(&at, &Lang::english())?.context("it is there")?;
        if let QuestionBody::Single { options, key } = &question.body {
            let other = options.iter().find(|option| option.id != *key).context("there is another option")?;
            found.push((at, other.id.clone()));
        }
    }
    let [wrong_key, (bad_item, _), ..] = found.as_slice() else {
        anyhow::bail!("too few questions with one right option")
    };
    Ok(Planted { wrong_key: wrong_key.clone(), bad_item: bad_item.clone() })
}

fn person(at: usize, dice: &mut Dice) -> Result<Person> {
    let role = match at % 20 {
        0 | 5 | 10 | 15 => Role::Thorough,
        3 => Role::Stuck,
        8 => Role::Failing,
        12 => Role::Gone,
        17 => Role::GoneEarly,
        _ => Role::Usual,
    };
    let (given, family) = (GIVEN[at % GIVEN.len()], FAMILY[(at / GIVEN.len() + at) % FAMILY.len()]);
    Ok(Person {
        learner: days::learner(dice),
        name: format!("{given} {family}"),
        station: STATIONS[at % STATIONS.len()].to_owned(),
        lang: Lang::new(if at % 3 == 1 { "fr" } else { "en" })?,
        role,
        ability: dice.normal() * 0.8 + if role == Role::Thorough { 0.6 } else { 0.0 },
    })
}

/// Returns a second record of one of the people, who signed in without accents on the first day.
fn double(people: &[Person], dice: &mut Dice) -> Option<Person> {
    let plain = |name: &str| name.replace('É', "E").replace('’', "'");
    let twin = people.iter().find(|person| plain(&person.name) != person.name)?;
    let (learner, name) = (days::learner(dice), plain(&twin.name));
    Some(Person { learner, name, role: Role::GoneEarly, ..twin.clone() })
}

/// Files lie in folders by station, as on a stick that went round.
fn path(at: usize, person: &Person) -> String {
    format!("{}/learner-{:02}.rundown", person.station.to_lowercase().replace(' ', "-"), at + 1)
}

fn file(days: Days<'_>, course: &Course, plan: &Plan, person: &Person) -> Result<Vec<u8>> {
    let (events, mut asked) = days.live()?;
    let Person { lang, station, name, .. } = person.clone();
    let last = events.iter().map(|stored| stored.event().at).max().unwrap_or(plan.end);
    // Who went home took the file then; everybody else wrote it at the end of the last day.
    let at = if last.day() == plan.end.day() { plan.end } else { last };
    let manifest = course.manifest();
    let of = OfCourse { id: manifest.id.clone(), version: manifest.version.clone() };
    let header = Header::new(person.learner, Named { lang, member: station, name }, vec![of], at);
    let key = SecretKey::from_bytes(&[u8::try_from(person.learner.bits() % 251)? + 1; SECRET]);
    let mut bytes = Vec::new();
    let mut file = Writer::begin(&mut bytes, &header)?;
    asked.sort_by_key(|asked| (asked.text_hash, asked.key_hash));
    asked.dedup_by_key(|asked| (asked.text_hash, asked.key_hash));
    for question in &asked {
        file.question(question)?;
    }
    for stored in &events {
        file.event(stored.bytes())?;
    }
    file.end(Some(&key))?;
    Ok(bytes)
}

/// Puts a copy among the files, and three that are bad: cut off, changed inside, and something else.
fn spoil(cohort: &mut Cohort) {
    let take = |at: usize| cohort.files.get(at % cohort.files.len().max(1)).map(|made| made.bytes.clone());
    let (Some(copied), Some(mut cut), Some(mut changed)) = (take(1), take(2), take(4)) else { return };
    cut.truncate(cut.len() / 5 * 4);
    if let Some(byte) = changed.iter().rposition(|byte| *byte == b'7').and_then(|at| changed.get_mut(at)) {
        *byte = b'8';
    }
    let made = |path: &str, bytes| Made { path: path.to_owned(), bytes };
    let picture = b"\x89PNG\r\n\x1a\n not a progress file".to_vec();
    let copy = made("from-the-stick/Copy of learner-02.rundown", copied);
    let bad = [
        made("from-the-stick/cut.rundown", cut),
        made("from-the-stick/changed.rundown", changed),
        made("from-the-stick/picture.rundown", picture),
    ];
    cohort.copied.push(copy.path.clone());
    cohort.bad.extend(bad.iter().map(|made| made.path.clone()));
    cohort.files.push(copy);
    cohort.files.extend(bad);
}
