//! What a trainer waits for: opening a cohort of a thousand learners with a thousand events each, every try at one quiz,
//! and its reports, from a journal that is warm, beside reading as many bare rows from SQLite; and the memory it takes.
//!
//! Run with `cargo bench --bench cohort`; `cargo bench --bench cohort -- 100` takes a hundred learners.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to print")]
#![expect(clippy::panic, reason = "a benchmark whose request fails has nothing to print")]

#[path = "support/history.rs"]
mod history;
#[path = "support/memory.rs"]
mod memory;

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use history::{bodies, profile, spread};
use rundown::clock::Timestamp;
use rundown::cohort::Sitting;
use rundown::course::Course;
use rundown::id::{CohortId, EnrolmentId, Lang, LessonId, QuizId, WriterId};
use rundown::journal::planning::{OnCourse, PlanChange};
use rundown::journal::{Author, Body, Event, EventId, Stored, Via};
use rundown::report::Format;
use rundown::report::cohort::{Extent, Sources, report};
use rundown::store::api::{CohortAnswer, CohortRequest, CohortWords, Import, Quizzes};
use rundown::store::{Answer, Principal, Request, Store, Tag};

/// Events of one learner.
const EVENTS: usize = 1_000;
/// How often each thing is measured; the middle one is printed.
const TIMES: usize = 15;
/// How often a report is made.
const REPORTS: usize = 3;

/// The lessons of the built-in course that have a quiz.
fn lessons(course: &Course) -> Vec<LessonId> {
    course.outlines().iter().filter(|outline| !outline.slots.is_empty()).map(|outline| outline.id.clone()).collect()
}

fn cohort() -> CohortId {
    CohortId::from_bits(spread(1 << 40))
}

fn history(number: u64, course: &Course) -> Vec<Stored> {
    let subject = profile(number).learner;
    let enrolled = Body::Enrolled { course: course.manifest().id.clone(), version: "1".to_owned() };
    let lessons = lessons(course);
    let of_lesson = |(number, lesson): (usize, &LessonId)| bodies(lesson, number);
    let bodies = std::iter::once(enrolled).chain(lessons.iter().cycle().enumerate().flat_map(of_lesson)).take(EVENTS);
    let event = |(seq, body): (u64, Body)| Event {
        id: EventId { writer: WriterId::from_bits(spread(number << 20)), seq },
        lamport: seq,
        subject,
        author: Author::Learner,
        enrolment: EnrolmentId::from_bits(spread(number << 21)),
        via: Via::Screen,
        lang: Lang::english(),
        at: Timestamp(1_800_000_000_000 + i64::try_from(seq).unwrap() * 20_000),
        pair: None,
        body,
    };
    (1..).zip(bodies).map(|numbered| Stored::new(event(numbered)).unwrap()).collect()
}

/// Asks, and waits.
struct Desk {
    store: Store,
}

impl Desk {
    fn ask(&self, request: Request) -> Answer {
        let (tell, answers) = mpsc::channel();
        let handle = self.store.handle(Principal::Owner, Box::new(move |_, answer| drop(tell.send(answer))));
        handle.ask(Tag(1), request);
        answers.recv().unwrap().unwrap()
    }

    fn about(&self, request: CohortRequest) -> CohortAnswer {
        let Answer::Cohort(answer) = self.ask(Request::Cohort(Box::new(request))) else { panic!("another answer") };
        *answer
    }

    fn fill(&self, learners: u64, course: &Course) {
        let on = Some(OnCourse { id: course.manifest().id.clone(), version: "1".to_owned() });
        let change = PlanChange { name: Some("Dakar".to_owned()), course: on, ..PlanChange::default() };
        let mut bodies = vec![Body::CohortPlanned { change: Box::new(change) }];
        for number in 0..learners {
            let import =
                Import { profile: Some(profile(number)), events: history(number, course), ..Import::default() };
            self.ask(Request::Merge(Box::new(import)));
            bodies.push(Body::RosterChanged { learner: profile(number).learner, belongs: true });
        }
        let words = CohortWords { via: Via::Plain, lang: Lang::english(), at: Timestamp(0), bodies };
        self.about(CohortRequest::Write { cohort: cohort(), words });
    }
}

/// Asks for everything that a report is made of, makes it and writes it as a page.
fn make_report(desk: &Desk, course: &Course, extent: Extent) {
    let CohortAnswer::Opened(room) = desk.about(CohortRequest::Open { cohort: cohort() }) else { panic!("no room") };
    let quizzes = if extent.looks_at_lessons() { Quizzes::All } else { Quizzes::Tests };
    let CohortAnswer::AllSittings(sittings) = desk.about(CohortRequest::AllSittings { cohort: cohort(), quizzes })
    else {
        panic!("no sittings")
    };
    let sittings: Vec<(QuizId, Vec<Sitting>)> = sittings.into_iter().collect();
    let CohortAnswer::Replies(replies) = desk.about(CohortRequest::Replies { cohort: cohort() }) else {
        panic!("no replies")
    };
    let (lang, now) = (Lang::english(), Timestamp(1_800_100_000_000));
    let sources = Sources { room: &room, course, sittings: &sittings, replies: &replies, lang: &lang, now };
    let written = report(sources, extent).write(Format::Html);
    assert!(!std::hint::black_box(written).is_empty());
}

/// Returns the middle of several times.
fn middle(times: usize, mut what: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..times)
        .map(|_| {
            let begun = Instant::now();
            what();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// Reads every row of a table and nothing else: what SQLite itself takes.
fn bare(path: &Path, sql: &str) -> Duration {
    let connection = rusqlite::Connection::open(path).unwrap();
    middle(TIMES, || {
        let mut query = connection.prepare(sql).unwrap();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            std::hint::black_box(row.get_ref(3).unwrap());
        }
    })
}

fn print(what: &str, bar: u128, took: Duration, bare: Duration) {
    let ratio = took.as_secs_f64() / bare.as_secs_f64();
    println!("{what:<24} {:>8.1} ms   bar {bar} ms   bare rows {:>6.1} ms   ratio {ratio:.1}", ms(took), ms(bare));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn main() {
    let learners = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(1_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let desk = Desk { store: Store::open(&path).unwrap() };
    let course = Course::embedded().unwrap();
    desk.fill(learners, &course);
    memory::forget_peak();
    let open = || {
        let CohortAnswer::Opened(room) = desk.about(CohortRequest::Open { cohort: cohort() }) else {
            panic!("no room")
        };
        assert_eq!(room.people.len() as u64, learners);
    };
    let quiz = QuizId::Lesson(lessons(&course).swap_remove(0));
    let sit = || {
        let sittings = CohortRequest::Sittings { cohort: cohort(), quiz: quiz.clone() };
        let CohortAnswer::Sittings(sittings) = desk.about(sittings) else { panic!("no sittings") };
        assert!(sittings.len() as u64 >= 2 * learners);
    };
    let (opened, sat) = (middle(TIMES, open), middle(TIMES, sit));
    print("open the cohort", 100, opened, bare(&path, "SELECT * FROM lesson_state"));
    let one =
        format!("SELECT answers.* FROM attempt JOIN answers USING (learner, enrolment, attempt) WHERE quiz = '{quiz}'");
    print("tries at one quiz", 300, sat, bare(&path, &one));
    let told = |memory: Option<u64>| memory.map_or("not told here".to_owned(), |mib| format!("{mib} MiB"));
    println!("most memory so far       {:>11}   bar 200 MiB", told(memory::peak()));
    let rows = bare(&path, "SELECT * FROM answers");
    for (what, extent) in [("funder's report", Extent::Funder), ("whole report", Extent::Full)] {
        memory::forget_peak();
        print(what, 1_000, middle(REPORTS, || make_report(&desk, &course, extent)), rows);
        println!("most memory for it       {:>11}   bar 200 MiB", told(memory::peak()));
    }
}
