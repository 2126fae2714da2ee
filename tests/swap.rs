//! A swap between two homes: a dopesheet is offered by file, decided on in the colleague's queue, and its return note
//! comes back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::mpsc::channel;

use rundown::assess::Grade;
use rundown::clock::Timestamp;
use rundown::course::Course;
use rundown::id::{AttemptId, EnrolmentId, ExerciseId, Lang};
use rundown::journal::event::WorkDone;
use rundown::journal::{Author, Body, Via};
use rundown::store::api::NewEvent;
use rundown::store::{Answer, Principal, Request, Store, Tag};
use terminal::Terminal;

const EXERCISE: &str = "exchange/fill-dopesheet";

fn run(home: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL");
    command.output().unwrap()
}

#[track_caller]
fn expect(output: &Output, status: i32, said: &str) {
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(status), "{err}");
    assert!(err.contains(said), "no `{said}` in: {err}");
}

fn home_of(name: &str, station: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    expect(&run(home.path(), &["learner", "add", "--name", name, "--member", station, "--lang", "en"]), 0, "");
    home
}

/// Hands the model of the dopesheet in, with a hostile headline.
fn hand_in(home: &Path) {
    let course = Course::embedded().unwrap();
    let exercise = course.exercise(&ExerciseId::new(EXERCISE).unwrap(), &Lang::english()).unwrap();
    let json = serde_json::to_string(exercise.model.as_ref().unwrap()).unwrap();
    let work = serde_json::from_str(&json.replace("Flood closes", "Flood\\u001b[2J closes **all**")).unwrap();
    let store = Store::open(&home.join("journal.db")).unwrap();
    let (tell, answers) = channel();
    let handle = store.handle(Principal::Owner, Box::new(move |_, answer| drop(tell.send(answer))));
    let ask = |request| {
        handle.ask(Tag::default(), request);
        answers.recv().unwrap().unwrap()
    };
    let Answer::Learners(learners) = ask(Request::Learners) else { panic!("no learners") };
    let manifest = course.manifest();
    let done = WorkDone {
        exercise: exercise.id.clone(),
        work,
        answers: [].into(),
        grade: Grade::new(10_000),
        parts: [].into(),
        codes: Vec::new(),
        critical: Vec::new(),
        passed: true,
        seconds: 60,
        untimed: false,
    };
    let bodies = [
        Body::Enrolled { course: manifest.id.clone(), version: manifest.version.clone() },
        Body::ExerciseDone { attempt: AttemptId::from_bits(0xabc << 100), result: Box::new(done) },
    ];
    let event = |body| NewEvent {
        author: Author::Learner,
        enrolment: EnrolmentId::from_bits(5),
        via: Via::Screen,
        lang: Lang::english(),
        at: Timestamp(1_805_209_805_000),
        body,
    };
    let events = bodies.into_iter().map(event).collect();
    let learner = learners[0].learner;
    drop(ask(Request::Append { learner, events, asked: Vec::new(), drop_draft: None, with: None }));
}

fn only_file(folder: &Path) -> PathBuf {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

#[test]
fn an_item_goes_to_a_colleague_and_its_return_note_comes_back() {
    let (awa, josé) = (home_of("Awa Diop", "Lagune TV"), home_of("José", "DNT"));
    let (there, back) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let stick = there.path().to_str().unwrap();
    expect(&run(awa.path(), &["exercise", "send", "fill-dopesheet", "-o", stick]), 2, "has handed nothing in");
    hand_in(awa.path());
    expect(&run(awa.path(), &["exercise", "send", "fill-dopesheet", "-o", stick]), 0, "offer-lagune-tv-");
    let offer = only_file(there.path());
    let offered = offer.to_str().unwrap();

    // What is cut or changed is refused, and nothing of it is kept.
    let whole = fs::read(&offer).unwrap();
    let bad = there.path().join("bad.swap");
    for bytes in [whole[..whole.len() - 9].to_vec(), [&whole[..], b"x"].concat(), b"{}".to_vec()] {
        fs::write(&bad, bytes).unwrap();
        expect(&run(josé.path(), &["exercise", "receive", bad.to_str().unwrap()]), 1, "bad.swap: ");
    }
    expect(&run(awa.path(), &["exercise", "receive", offered]), 1, "your own item");
    expect(&run(josé.path(), &["exercise", "receive", offered]), 0, "an item from Awa Diop, Lagune TV");
    expect(&run(josé.path(), &["exercise", "receive", offered]), 0, "received before");
    let refused = run(josé.path(), &["exercise", "send", "--return", "abc", "-o", stick]);
    expect(&refused, 2, "no single item");
    expect(&run(josé.path(), &["exercise", "send", "--return", "0000a", "-o", stick]), 2, "nothing is decided");

    decide(josé.path());
    let sent = run(josé.path(), &["exercise", "send", "--return", "0000abc", "-o", back.path().to_str().unwrap()]);
    expect(&sent, 0, "return-dnt-0000abc0.swap");
    let note = only_file(back.path());
    expect(&run(josé.path(), &["exercise", "receive", note.to_str().unwrap()]), 1, "has sent no such item");
    expect(&run(awa.path(), &["exercise", "receive", note.to_str().unwrap()]), 0, "a return note from José, DNT");
    see_the_note(awa.path());
}

/// Opens the queue, and returns the item with the first code of that decision.
fn decide(home: &Path) {
    let mut terminal = desk_of(home);
    terminal.wait_for("0 of 1 decided");
    // The list begins at the lesson's own work; what came stands above it.
    terminal.send("\x1b[A\r");
    terminal.wait_for("Lagune TV (Awa Diop)");
    terminal.send("\r");
    terminal.wait_for("Flood[2J closes **all**");
    terminal.send("2");
    terminal.wait_for("R1");
    terminal.send("\x1b[B\x1b[B\x1b[B\x1b[B\r");
    terminal.send("\x1b[21~");
    terminal.wait_for("R1 asks for a note to the sender");
    terminal.send(&"\x1b[B".repeat(6));
    terminal.send("\x1b[200~The sheet says 01:20, the shots end at 01:02.\x1b[201~");
    terminal.wait_for("the shots end at 01:02.");
    terminal.send("\x1b[21~");
    terminal.wait_for("1 of 1 decided");
    terminal.send("qq");
    terminal.wait_exit();
}

/// Opens the debrief of the dopesheet: the note stands in it.
fn see_the_note(home: &Path) {
    let course = Course::embedded().unwrap();
    let lessons = course.manifest().tracks.iter().flat_map(|track| &track.lessons);
    let listed =
        lessons.flat_map(|lesson| course.exercises().iter().filter(move |o| o.lesson.as_ref() == Some(lesson)));
    let before = listed.take_while(|outline| outline.id.as_str() != EXERCISE).count();
    let mut terminal = desk_of(home);
    terminal.send(&"\x1b[B".repeat(before));
    terminal.send("p");
    terminal.wait_for("return note");
    terminal.wait_for("DNT · R1");
    terminal.send("qqq");
    terminal.wait_exit();
}

/// Opens the list of desk work, on a screen where everything has room.
fn desk_of(home: &Path) -> Terminal {
    let mut terminal = Terminal::start(home, &[], (100, 100));
    terminal.wait_for("x desk work");
    terminal.send("x");
    terminal.wait_gone("x desk work");
    terminal
}
