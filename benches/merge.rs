//! What merging progress files costs, projections included: events a second of processor time, step by step while the
//! journal grows, beside bare inserts of the same bytes into SQLite; and what memory it takes.
//!
//! Run with `cargo bench --bench merge`; `cargo bench --bench merge -- 3000000` merges three million events.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::cast_precision_loss, reason = "its figures are small")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to print")]
#![expect(clippy::panic, reason = "a benchmark whose merge fails has nothing to print")]

#[path = "support/history.rs"]
mod history;

use std::path::Path;
use std::sync::mpsc;
use std::time::Instant;

use history::{bodies, profile, spread};
use rundown::clock::Timestamp;
use rundown::id::{CourseId, EnrolmentId, Lang, LessonId, WriterId};
use rundown::journal::file::{Header, Item, OfCourse, Person, Reader, Writer};
use rundown::journal::{Author, Body, Event, EventId, Stored, Via};
use rundown::store::api::Import;
use rundown::store::{Answer, Principal, Request, Store, Tag};

/// Events in one file.
const IN_FILE: usize = 1_000;
/// Files that are under way at once.
const AHEAD: u64 = 8;
/// How often figures are printed.
const STEPS: u64 = 10;

fn lesson(number: usize) -> LessonId {
    LessonId::new(&format!("gathering/lesson-{number}")).unwrap()
}

/// The progress file of one learner.
fn file(number: u64) -> Vec<u8> {
    let profile = profile(number);
    let course = CourseId::new("newsroom-exchange").unwrap();
    let enrolled = Body::Enrolled { course: course.clone(), version: "1".to_owned() };
    let bodies =
        std::iter::once(enrolled).chain((0..).flat_map(|number| bodies(&lesson(number), number))).take(IN_FILE);
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
