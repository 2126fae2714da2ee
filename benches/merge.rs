//! What merging progress files costs, projections included: events a second of processor time, step by step while the
//! journal grows, beside bare inserts of the same bytes into SQLite; and what memory it takes.
//!
//! Run with `cargo bench --bench merge`; `cargo bench --bench merge -- 3000000` merges three million events.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::cast_precision_loss, reason = "its figures are small")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to print")]
#![expect(clippy::panic, reason = "a benchmark whose merge fails has nothing to print")]

use std::path::Path;
use std::sync::mpsc;
use std::time::Instant;

use rundown::assess::{Grade, Response};
use rundown::clock::Timestamp;
use rundown::course::hash::ContentHash;
use rundown::id::{
    AttemptId, CourseId, EnrolmentId, Lang, LearnerId, LessonId, OptionId, QuestionId, QuestionRef, QuizId, SectionId,
    WriterId,
};
use rundown::journal::event::Answer as Given;
use rundown::journal::file::{Header, Item, OfCourse, Person, Reader, Writer};
use rundown::journal::{Author, Body, Event, EventId, Stored, Via};
use rundown::store::api::Import;
use rundown::store::{Answer, Principal, Profile, Request, Store, Tag};

/// Events in one file.
const IN_FILE: usize = 1_000;
/// Files that are under way at once.
const AHEAD: u64 = 8;
/// How often figures are printed.
const STEPS: u64 = 10;

fn lesson(number: usize) -> LessonId {
    LessonId::new(&format!("gathering/lesson-{number}")).unwrap()
}

fn answer(lesson: &LessonId, number: usize) -> Given {
    let question = QuestionId::new(&format!("q{number}")).unwrap();
    let option = |name: &str| OptionId::new(name).unwrap();
    Given {
        slot: question.clone(),
        question: QuestionRef { lesson: lesson.clone(), question },
        text_hash: ContentHash::of(["text"]),
        key_hash: ContentHash::of(["key"]),
        shown: ["first", "second", "third", "fourth"].map(option).to_vec(),
        response: Response::Chosen(Some(option(if number.is_multiple_of(3) { "second" } else { "first" }))),
        grade: Grade::new(if number.is_multiple_of(3) { 0 } else { 10_000 }),
        critical: number == 1,
        hints: 0,
        millis: 21_000,
        confident: None,
    }
}

/// What one learner does in a lesson: reads it, and takes its quiz twice.
fn bodies(number: usize) -> Vec<Body> {
    let lesson = lesson(number);
    let mut bodies = Vec::new();
    for section in ["start", "why", "how", "example", "summary"] {
        bodies.push(Body::SectionSeen { lesson: lesson.clone(), section: SectionId::new(section).unwrap() });
        bodies.push(Body::Active { seconds: 55, lesson: Some(lesson.clone()) });
    }
    for attempt in 0..2 {
        let attempt = AttemptId::from_bits((number * 10 + attempt) as u128);
        let questions = Vec::new();
        bodies.push(Body::AttemptStarted { attempt, quiz: QuizId::Lesson(lesson.clone()), questions });
        bodies.extend((0..10).map(|question| Body::Answered { attempt, answer: answer(&lesson, question) }));
        let (grade, critical_missed) = (Grade::new(6_600), Vec::new());
        bodies.push(Body::AttemptFinished { attempt, grade, critical_missed, passed: false });
    }
    bodies
}

fn profile(number: u64) -> Profile {
    let (name, member) = (format!("Learner {number}"), "Lagune TV".to_owned());
    Profile { learner: LearnerId::from_bits(spread(number)), name, member, lang: Lang::english() }
}

/// Spreads a number over 128 bits, as random ids are.
fn spread(number: u64) -> u128 {
    u128::from(number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
}

/// The progress file of one learner.
fn file(number: u64) -> Vec<u8> {
    let profile = profile(number);
    let course = CourseId::new("newsroom-exchange").unwrap();
    let enrolled = Body::Enrolled { course: course.clone(), version: "1".to_owned() };
    let bodies = std::iter::once(enrolled).chain((0..).flat_map(bodies)).take(IN_FILE);
    let courses = vec![OfCourse { id: course, version: "1".to_owned() }];
    let person = Person { lang: Lang::english(), member: profile.member, name: profile.name };
    let mut bytes = Vec::new();
    let header = Header::new(profile.learner, person, courses, Timestamp(1_800_000_000_000));
    let mut file = Writer::begin(&mut bytes, &header).unwrap();
    for (seq, body) in (1..).zip(bodies) {
        let event = Event {
            id: EventId { writer: WriterId::from_bits(spread(number << 20)), seq },
            lamport: seq,
            subject: profile.learner,
            author: Author::Learner,
            enrolment: EnrolmentId::from_bits(spread(number << 21)),
            via: Via::Screen,
            lang: Lang::english(),
            at: Timestamp(1_800_000_000_000 + i64::try_from(seq).unwrap() * 20_000),
            pair: None,
            body,
        };
        file.event(Stored::new(event).unwrap().bytes()).unwrap();
    }
    file.end(None).unwrap();
    bytes
}

fn read(bytes: &[u8], number: u64) -> Import {
    let mut input = bytes;
    let mut reader = Reader::begin(&mut input).unwrap();
    let mut import = Import { profile: Some(profile(number)), ..Import::default() };
    while let Some(item) = reader.read().unwrap() {
        if let Item::Event { stored, .. } = item {
            import.events.push(stored);
        }
    }
    import
}

/// Seconds of processor time of this process so far, and the most memory it took, in MiB; where the system tells.
fn used() -> Option<(f64, u64)> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some((ticks / 100.0, peak.split_whitespace().next()?.parse::<u64>().ok()? / 1024))
}

/// Prints what a step came to; without the time that made the files.
fn print(what: &str, events: u64, wall: f64, cpu: f64, peak: u64) {
    let events = events as f64;
    println!("  {what:<28} {:>9.0} events/s {:>9.0} events/s of one core   {peak:>5} MiB", events / wall, events / cpu);
}

fn merge(folder: &Path, all: u64) {
    let store = Store::open(&folder.join("journal.db")).unwrap();
    let (tell, answers) = mpsc::channel();
    let handle = store.handle(Principal::Owner, Box::new(move |_, answer| drop(tell.send(answer))));
    let files = all / IN_FILE as u64;
    for step in 0..STEPS {
        let numbers = step * files / STEPS..(step + 1) * files / STEPS;
        let made: Vec<(u64, Vec<u8>)> = numbers.map(|number| (number, file(number))).collect();
        let (begun, before) = (Instant::now(), used().unwrap_or_default());
        let (mut sent, mut done) = (0, 0);
        for (number, bytes) in &made {
            handle.ask(Tag(*number), Request::Merge(Box::new(read(bytes, *number))));
            sent += 1;
            while sent - done >= AHEAD {
                done += finished(answers.recv().unwrap());
            }
        }
        while done < sent {
            done += finished(answers.recv().unwrap());
        }
        let after = used().unwrap_or_default();
        let what = format!("journal of {} events", (step + 1) * all / STEPS);
        print(&what, sent * IN_FILE as u64, begun.elapsed().as_secs_f64(), after.0 - before.0, after.1);
    }
}

fn finished(answer: Result<Answer, rundown::store::StoreError>) -> u64 {
    match answer {
        Ok(Answer::Merged(merged)) if merged.new == IN_FILE => 1,
        other => panic!("a merge came to {other:?}"),
    }
}

/// The floor: the same bytes into one table, a transaction a file.
fn bare(folder: &Path, all: u64) {
    let mut connection = rusqlite::Connection::open(folder.join("bare.db")).unwrap();
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;").unwrap();
    connection.execute_batch("CREATE TABLE event (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT").unwrap();
    let made: Vec<Vec<u8>> = (0..all / IN_FILE as u64).map(file).collect();
    let (begun, before) = (Instant::now(), used().unwrap_or_default());
    for bytes in &made {
        let transaction = connection.transaction().unwrap();
        for line in bytes.split(|byte| *byte == b'\n') {
            let mut insert = transaction.prepare_cached("INSERT INTO event (bytes) VALUES (?1)").unwrap();
            insert.execute([line]).unwrap();
        }
        transaction.commit().unwrap();
    }
    let after = used().unwrap_or_default();
    print("bare inserts", all, begun.elapsed().as_secs_f64(), after.0 - before.0, after.1);
}

fn main() {
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    let all: u64 = asked.unwrap_or(300_000);
    let folder = tempfile::tempdir().unwrap();
    println!("merging {all} events in files of {IN_FILE}:");
    merge(folder.path(), all);
    bare(folder.path(), all.min(100_000));
}
