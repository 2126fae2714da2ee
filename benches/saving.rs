//! How long an answer takes until it is saved, beside one bare durable SQLite insert on the same disk.
//!
//! Both run in turns in one process, so that a busy machine slows both. `cargo bench --bench saving [FOLDER]`; the
//! bar is a ratio of the medians of at most 1.5.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use rundown::assess::{Grade, Response};
use rundown::clock::Timestamp;
use rundown::course::hash::ContentHash;
use rundown::id::{
    AttemptId, CourseId, EnrolmentId, Lang, LearnerId, LessonId, OptionId, QuestionId, QuestionRef, QuizId,
};
use rundown::journal::event::Answer as Given;
use rundown::journal::{Author, Body, Via};
use rundown::store::{Answer, Handle, NewEvent, Principal, Profile, Request, Store, StoreError, Tag};

type Outcome<T> = Result<T, Box<dyn Error>>;
type Answers = Receiver<Result<Answer, StoreError>>;

/// Turns in one run; few enough for the room that the log is given once.
const TURNS: usize = 24;
/// Homes in a row, each with a first quiet moment.
const RUNS: usize = 12;
/// More than the store waits before it uses a quiet moment.
const QUIET: Duration = Duration::from_secs(2);

fn main() -> Outcome<()> {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let folder = tempfile::tempdir_in(folder.map_or_else(|| PathBuf::from("."), PathBuf::from))?;
    let (mut alone, mut kept) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let place = folder.path().join(run.to_string());
        std::fs::create_dir(&place)?;
        side_by_side(&place, &mut alone, &mut kept)?;
    }
    report(&mut alone, &mut kept);
    Ok(())
}

/// Times bare inserts and answers by turns, in new files in `folder`.
fn side_by_side(folder: &Path, alone: &mut Vec<Duration>, kept: &mut Vec<Duration>) -> Outcome<()> {
    let bare = bare(&folder.join("bare.db"))?;
    let store = Store::open(&folder.join("journal.db"))?;
    let (tell, answers) = mpsc::channel();
    let handle = store.handle(Principal::Owner, Box::new(move |_, answer| drop(tell.send(answer))));
    let (learner, attempt) = (LearnerId::from_bits(1), AttemptId::from_bits(9));
    begin(&handle, &answers, learner, attempt)?;
    // As in every session, the first answer comes after a quiet moment, in which the store readies its log.
    std::thread::sleep(QUIET);
    let mut insert = bare.prepare("INSERT INTO answer (bytes) VALUES (?1)")?;
    for turn in 0..TURNS {
        let body = Body::Answered { attempt, answer: answer(turn)? };
        let bytes = serde_json::to_vec(&body)?;
        alone.push(timed(|| Ok(insert.execute([&bytes]).map(|_| ())?))?);
        let request = append(learner, body, turn)?;
        kept.push(timed(|| ask(&handle, &answers, request))?);
    }
    Ok(())
}

/// A learner who has begun a quiz.
fn begin(handle: &Handle, answers: &Answers, learner: LearnerId, attempt: AttemptId) -> Outcome<()> {
    let profile = Profile { learner, name: "Awa".to_owned(), member: "Lagune TV".to_owned(), lang: Lang::new("en")? };
    ask(handle, answers, Request::PutProfile(profile))?;
    let quiz = QuizId::Lesson(LessonId::new("gathering/news-judgement")?);
    let course = Body::Enrolled { course: CourseId::new("newsroom-exchange")?, version: "1".to_owned() };
    ask(handle, answers, append(learner, course, 0)?)?;
    ask(handle, answers, append(learner, Body::AttemptStarted { attempt, quiz, questions: Vec::new() }, 0)?)
}

fn bare(path: &Path) -> Outcome<rusqlite::Connection> {
    let connection = rusqlite::Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; \
         CREATE TABLE answer (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);",
    )?;
    Ok(connection)
}

fn ask(handle: &Handle, answers: &Answers, request: Request) -> Outcome<()> {
    handle.ask(Tag(1), request);
    answers.recv()??;
    Ok(())
}

fn append(learner: LearnerId, body: Body, turn: usize) -> Outcome<Request> {
    let event = NewEvent {
        author: Author::Learner,
        enrolment: EnrolmentId::from_bits(7),
        via: Via::Screen,
        lang: Lang::new("en")?,
        at: Timestamp(1_805_209_805_999 + i64::try_from(turn)? * 4_200),
        body,
    };
    let drop_draft = Some("answer/9".to_owned());
    Ok(Request::Append { learner, with: None, events: vec![event], asked: Vec::new(), drop_draft })
}

fn answer(turn: usize) -> Outcome<Given> {
    let question = QuestionId::new(&format!("question-{turn}"))?;
    let options =
        ["first", "second", "third", "fourth"].map(OptionId::new).into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(Given {
        slot: question.clone(),
        question: QuestionRef { lesson: LessonId::new("gathering/news-judgement")?, question },
        text_hash: ContentHash::of(["text"]),
        key_hash: ContentHash::of(["key"]),
        response: Response::Chosen(options.first().cloned()),
        shown: options,
        grade: Grade::FULL,
        critical: false,
        hints: 0,
        millis: 4_200,
        confident: None,
    })
}

fn timed(work: impl FnOnce() -> Outcome<()>) -> Outcome<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

fn report(alone: &mut [Duration], kept: &mut [Duration]) {
    alone.sort_unstable();
    kept.sort_unstable();
    let at = |times: &[Duration], percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    for percent in [50, 90, 99] {
        let (bare, saved) = (at(alone, percent), at(kept, percent));
        let ratio = saved.as_secs_f64() / bare.as_secs_f64();
        println!("p{percent}: bare insert {bare:>9.1?}   answer saved {saved:>9.1?}   ratio {ratio:.2}");
    }
}
