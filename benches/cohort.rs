//! What a trainer waits for: opening a cohort of a thousand learners with a thousand events each, and every try at one
//! quiz, from a journal that is warm, beside reading as many bare rows from SQLite.
//!
//! Run with `cargo bench --bench cohort`; `cargo bench --bench cohort -- 100` takes a hundred learners.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to print")]
#![expect(clippy::panic, reason = "a benchmark whose request fails has nothing to print")]

#[path = "support/history.rs"]
mod history;

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use history::{bodies, lesson, profile, spread};
use rundown::clock::Timestamp;
use rundown::id::{CohortId, CourseId, EnrolmentId, Lang, QuizId, WriterId};
use rundown::journal::planning::{OnCourse, PlanChange};
use rundown::journal::{Author, Body, Event, EventId, Stored, Via};
use rundown::store::api::{CohortAnswer, CohortRequest, CohortWords, Import};
use rundown::store::{Answer, Principal, Request, Store, Tag};

/// Events of one learner.
const EVENTS: usize = 1_000;
/// How often each thing is measured; the middle one is printed.
const TIMES: usize = 15;

fn course() -> CourseId {
    CourseId::new("newsroom-exchange").unwrap()
}

fn cohort() -> CohortId {
    CohortId::from_bits(spread(1 << 40))
}

fn history(number: u64) -> Vec<Stored> {
    let subject = profile(number).learner;
    let enrolled = Body::Enrolled { course: course(), version: "1".to_owned() };
    let bodies = std::iter::once(enrolled).chain((0..).flat_map(bodies)).take(EVENTS);
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

    fn fill(&self, learners: u64) {
        let course = Some(OnCourse { id: course(), version: "1".to_owned() });
        let change = PlanChange { name: Some("Dakar".to_owned()), course, ..PlanChange::default() };
        let mut bodies = vec![Body::CohortPlanned { change: Box::new(change) }];
        for number in 0..learners {
            let import = Import { profile: Some(profile(number)), events: history(number), ..Import::default() };
            self.ask(Request::Merge(Box::new(import)));
            bodies.push(Body::RosterChanged { learner: profile(number).learner, belongs: true });
        }
        let words = CohortWords { via: Via::Plain, lang: Lang::english(), at: Timestamp(0), bodies };
        self.about(CohortRequest::Write { cohort: cohort(), words });
    }
}

/// Returns the middle of several times.
fn middle(mut what: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            what();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[TIMES / 2]
}

/// Reads every row of a table and nothing else: what SQLite itself takes.
fn bare(path: &Path, sql: &str) -> Duration {
    let connection = rusqlite::Connection::open(path).unwrap();
    middle(|| {
        let mut query = connection.prepare(sql).unwrap();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            std::hint::black_box(row.get_ref(2).unwrap());
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
    desk.fill(learners);
    let open = || {
        let CohortAnswer::Opened(room) = desk.about(CohortRequest::Open { cohort: cohort() }) else {
            panic!("no room")
        };
        assert_eq!(room.people.len() as u64, learners);
    };
    let quiz = QuizId::Lesson(lesson(0));
    let sit = || {
        let sittings = CohortRequest::Sittings { cohort: cohort(), quiz: quiz.clone() };
        let CohortAnswer::Sittings(sittings) = desk.about(sittings) else { panic!("no sittings") };
        assert_eq!(sittings.len() as u64, 2 * learners);
    };
    let (opened, sat) = (middle(open), middle(sit));
    print("open the cohort", 100, opened, bare(&path, "SELECT * FROM lesson_state"));
    let one = "SELECT answered.* FROM attempt JOIN answered USING (learner, enrolment, attempt) \
               WHERE quiz = 'gathering/lesson-0'";
    print("tries at one quiz", 300, sat, bare(&path, one));
}
