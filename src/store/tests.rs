//! What the store promises, tried out: durability by reopening, scope, merging, failures, several programs at once.

mod backup;
mod cohorts;
mod erase;
mod failures;
mod files;
mod journal;
mod log;
mod merging;
mod migrating;
mod processes;
mod scope;
mod travel;

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::api::{Answer, NewEvent, Principal, Profile, Record, Request, StoreError, Tag};
use super::database::{Asked, Database};
use super::handle::{Handle, Store};
use crate::assess::{Grade, Response};
use crate::clock::Timestamp;
use crate::course::hash::ContentHash;
use crate::id::{
    AttemptId, CourseId, EnrolmentId, Lang, LearnerId, LessonId, OptionId, QuestionId, QuestionRef, QuizId, SectionId,
};
use crate::journal::{Author, Body, Event, Via};

/// Long enough for any machine; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) type Answers = Receiver<(Tag, Result<Answer, StoreError>)>;

fn handle(store: &Store, principal: Principal) -> (Handle, Answers) {
    let (tell, answers) = mpsc::channel();
    let reply = Box::new(move |tag, answer| drop(tell.send((tag, answer))));
    (store.handle(principal, reply), answers)
}

fn ask(handle: &Handle, answers: &Answers, request: Request) -> Result<Answer, StoreError> {
    handle.ask(Tag(1), request);
    answers.recv_timeout(PATIENCE).unwrap().1
}

fn once(store: &Store, principal: Principal, request: Request) -> Result<Answer, StoreError> {
    let (handle, answers) = handle(store, principal);
    ask(&handle, &answers, request)
}

fn directly(database: &mut Database, request: Request) -> Result<Answer, StoreError> {
    database.carry_out(&[&Asked { principal: Principal::Owner, request }]).answers.remove(0)
}

fn learner(number: u128) -> LearnerId {
    LearnerId::from_bits(number)
}

fn profile(number: u128) -> Profile {
    let name = format!("Learner {number}");
    Profile { learner: learner(number), name, member: "Lagune TV".to_owned(), lang: Lang::new("en").unwrap() }
}

fn course() -> CourseId {
    CourseId::new("newsroom-exchange").unwrap()
}

fn lesson() -> LessonId {
    LessonId::new("gathering/news-judgement").unwrap()
}

fn said(at: i64, body: Body) -> NewEvent {
    NewEvent {
        author: Author::Learner,
        enrolment: EnrolmentId::from_bits(7),
        via: Via::Screen,
        lang: Lang::new("en").unwrap(),
        at: Timestamp(at),
        body,
    }
}

fn enrolled() -> Body {
    Body::Enrolled { course: course(), version: "1".to_owned() }
}

fn seen(section: &str) -> Body {
    Body::SectionSeen { lesson: lesson(), section: SectionId::new(section).unwrap() }
}

fn started(attempt: u128) -> Body {
    let quiz = QuizId::Lesson(lesson());
    Body::AttemptStarted { attempt: AttemptId::from_bits(attempt), quiz, questions: Vec::new() }
}

fn finished(attempt: u128, grade: u16) -> Body {
    Body::AttemptFinished {
        attempt: AttemptId::from_bits(attempt),
        grade: Grade::new(grade),
        critical_missed: Vec::new(),
        passed: grade >= 8_000,
    }
}

fn answered(attempt: u128, question: &str, option: &str, grade: u16) -> Body {
    let question = QuestionId::new(question).unwrap();
    let answer = crate::journal::event::Answer {
        slot: question.clone(),
        question: QuestionRef { lesson: lesson(), question },
        text_hash: ContentHash::of(["text"]),
        key_hash: ContentHash::of(["key"]),
        shown: Vec::new(),
        response: Response::Chosen(Some(OptionId::new(option).unwrap())),
        grade: Grade::new(grade),
        critical: false,
        hints: 0,
        millis: 900,
        confident: None,
    };
    Body::Answered { attempt: AttemptId::from_bits(attempt), answer }
}

/// Says something as a trainer, in a learner's stream.
fn tell(number: u128, body: Body) -> Request {
    let events = vec![NewEvent { author: Author::Trainer, ..said(2_000, body) }];
    Request::Append { learner: learner(number), events, asked: Vec::new(), drop_draft: None, with: None }
}

fn append(number: u128, bodies: impl IntoIterator<Item = Body>) -> Request {
    let events = (1_000..).zip(bodies).map(|(at, body)| said(at, body)).collect();
    Request::Append { learner: learner(number), events, asked: Vec::new(), drop_draft: None, with: None }
}

fn open(number: u128) -> Request {
    Request::Open { learner: learner(number), course: course() }
}

fn record(answer: Result<Answer, StoreError>) -> Record {
    let Answer::Opened(record) = answer.unwrap() else { panic!("another answer") };
    *record
}

fn appended(answer: Result<Answer, StoreError>) -> Vec<Event> {
    let Answer::Appended(events) = answer.unwrap() else { panic!("another answer") };
    events
}
