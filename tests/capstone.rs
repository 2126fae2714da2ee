//! A whole night at the desk in a real terminal: seven stages by keys, left in the middle of one, gone on with after a
//! restart, up to the figures at its end.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "support/hands.rs"]
mod hands;
#[path = "support/terminal.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Instant;

use hands::{Touch, touches};
use rundown::assess::{Response, key_response};
use rundown::course::exercise::{Engine, Exercise, Work};
use rundown::course::{Course, QuestionBody};
use rundown::id::{ExerciseId, Lang};
use rundown::store::{Answer, Principal, Request, Store, Tag};
use terminal::{PATIENCE, Terminal};

const STORY: &str = "capstone/kolombe-night-desk";
const TITLE: &str = "The night desk of Kolombé";
const EXPERT: &str = "What an expert would have done";
const F10: &str = "\x1b[21~";

/// A key as a terminal sends it.
fn sent(key: &str) -> &str {
    match key {
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "enter" => "\r",
        // Newer terminals send it so; a bare escape byte that other keys follow would be read as one key with them.
        "esc" => "\x1b[27u",
        "tab" => "\t",
        "space" => " ",
        "bs" => "\x7f",
        "c-a" => "\x01",
        other => panic!("no bytes for <{other}>"),
    }
}

/// Keys as the key table writes them, as bytes.
fn bytes(keys: &str) -> String {
    let mut rest = keys;
    let mut bytes = String::new();
    while let Some((before, after)) = rest.split_once('<') {
        let (name, after) = after.split_once('>').unwrap();
        bytes.push_str(before);
        bytes.push_str(sent(name));
        rest = after;
    }
    bytes + rest
}

fn touch(terminal: &mut Terminal, touches: &[Touch]) {
    for touch in touches {
        match touch {
            Touch::Keys(keys) => terminal.send(&bytes(keys)),
            Touch::Paste(text) => terminal.send(&format!("\x1b[200~{text}\x1b[201~")),
        }
    }
}

fn exercise(course: &Course, id: &ExerciseId) -> Arc<Exercise> {
    course.exercise(id, &Lang::english()).unwrap()
}

/// The stages of the night.
fn stages(course: &Course) -> Vec<Arc<Exercise>> {
    let story = exercise(course, &ExerciseId::new(STORY).unwrap());
    let Engine::Stages(stages) = &story.engine else { panic!("no story") };
    stages.stages.iter().map(|stage| exercise(course, &stage.exercise)).collect()
}

/// A screen where a whole form has room.
fn start(home: &Path) -> Terminal {
    Terminal::start(home, &[], (110, 70))
}

/// The row that is picked; none while the screen shows two or no mark of it.
fn picked(screen: &str) -> Option<String> {
    let mut rows = screen.lines().filter(|line| line.contains('▶'));
    rows.next().filter(|_| rows.next().is_none()).map(|row| row.trim_end().to_owned())
}

/// Opens an exercise or a story from the list of desk work.
fn open(terminal: &mut Terminal, title: &str) {
    terminal.wait_for("x desk work");
    terminal.send("x");
    terminal.wait_for("DESK WORK");
    while !picked(&terminal.text()).is_some_and(|row| row.contains(title)) {
        let before = picked(&terminal.text());
        terminal.send(sent("down"));
        terminal.wait_until("the next row is not picked", |screen| {
            let now = picked(screen);
            now.is_some() && now != before
        });
    }
    terminal.send("\r");
    terminal.wait_gone("DESK WORK");
}

/// A new learner's home.
fn begun(home: &Path) -> Terminal {
    let mut terminal = start(home);
    terminal.wait_for("Your name");
    terminal.send("Awa Diop\tLagune TV");
    terminal.wait_for("Lagune TV");
    terminal.send(F10);
    terminal
}

fn has_stages_left(terminal: &mut Terminal, left: usize) {
    terminal.wait_for(&format!("{left} of 7 stages to go"));
}

/// Opens the next stage, at its brief.
fn open_stage(terminal: &mut Terminal, stage: &Exercise) {
    terminal.send("\r");
    terminal.wait_for(&stage.title);
}

/// Reads the brief and goes to work.
fn begin(terminal: &mut Terminal) {
    terminal.wait_for("Enter begin");
    terminal.send("\r");
    terminal.wait_gone("Enter begin");
}

/// Answers the questions after the work by their keys, and goes back to the story.
fn hand_in(terminal: &mut Terminal, stage: &Exercise) {
    terminal.send(F10);
    for question in &stage.questions {
        let QuestionBody::Single { options, .. } = &question.body else { panic!("no hands for {}", question.id) };
        let Response::Chosen(Some(key)) = key_response(question) else { panic!("no key of {}", question.id) };
        let text: String = options.iter().find(|option| option.id == key).unwrap().text.chars().take(40).collect();
        terminal.wait_for(&text);
        let screen = terminal.text();
        let (before, _) = screen.lines().find(|line| line.contains(&text)).unwrap().split_once(&text).unwrap();
        terminal.send(before.split_whitespace().next_back().unwrap());
        terminal.send(F10);
    }
    terminal.wait_for("debrief");
    terminal.wait_for("100 %: passed");
    terminal.wait_for("saved");
    terminal.send(sent("esc"));
    terminal.wait_gone("debrief");
}

fn do_stage(terminal: &mut Terminal, stage: &Exercise) {
    open_stage(terminal, stage);
    begin(terminal);
    touch(terminal, &touches(stage, stage.model.as_ref().unwrap()));
    hand_in(terminal, stage);
}

/// The work of a case up to its middle, and what is left of it.
fn halves(work: &Work) -> (Work, Work) {
    let Work::Case { used, cited, concluded, notes } = work.clone() else { panic!("this stage is no case") };
    let (first, second) = used.split_at(used.len() / 2);
    let nothing = (Vec::new(), BTreeMap::new(), String::new());
    let first = Work::Case { used: first.to_vec(), cited: nothing.0, concluded: nothing.1, notes: nothing.2 };
    (first, Work::Case { used: second.to_vec(), cited, concluded, notes })
}

/// Leaves the stage, the story and the program.
fn leave(terminal: &mut Terminal) {
    terminal.send(sent("esc"));
    terminal.wait_for("stages to go");
    terminal.send(sent("esc"));
    terminal.wait_for("DESK WORK");
    terminal.send(sent("esc"));
    terminal.wait_for("x desk work");
    terminal.send("q");
    assert!(terminal.wait_exit().success());
}

#[test]
fn a_night_is_left_in_the_middle_of_a_stage_and_ends_with_its_figures() {
    let course = Course::embedded().unwrap();
    let stages = stages(&course);
    let folder = tempfile::tempdir().unwrap();
    let mut first = begun(folder.path());
    open(&mut first, TITLE);
    has_stages_left(&mut first, 7);
    do_stage(&mut first, &stages[0]);
    has_stages_left(&mut first, 6);
    do_stage(&mut first, &stages[1]);
    has_stages_left(&mut first, 5);
    let (before, after) = halves(stages[2].model.as_ref().unwrap());
    open_stage(&mut first, &stages[2]);
    begin(&mut first);
    touch(&mut first, &touches(&stages[2], &before));
    leave(&mut first);

    let mut second = start(folder.path());
    open(&mut second, TITLE);
    has_stages_left(&mut second, 5);
    open_stage(&mut second, &stages[2]);
    touch(&mut second, &touches(&stages[2], &after));
    hand_in(&mut second, &stages[2]);
    for (left, stage) in (1..5).rev().zip(&stages[3..]) {
        has_stages_left(&mut second, left);
        do_stage(&mut second, stage);
    }
    has_stages_left(&mut second, 0);
    second.send("\r");
    second.wait_for("100 %: passed (from 70 %)");
    for part in ["100 % accuracy", "100 % process", "100 % time", EXPERT] {
        second.wait_for(part);
    }
    second.wait_for("saved");
    second.send(sent("esc"));
    second.wait_for("DESK WORK");
    second.send("p");
    second.wait_for(EXPERT);
    second.send(sent("esc"));
    second.wait_for("DESK WORK");
    second.send("q");
    second.wait_for("x desk work");
    second.send("q");
    assert!(second.wait_exit().success());
    the_report_has_it(folder.path());
}

fn the_report_has_it(home: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    let printed = command.args(["report", "--format", "json"]).env("RUNDOWN_HOME", home).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
    let rows = report["tables"]["exercises"]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 8);
    let night = rows.iter().find(|row| row["exercise"] == STORY).unwrap();
    assert_eq!((&night["best"], &night["attempts"]), (&100.into(), &1.into()));
}

/// The drafts that the journal holds, as another program sees them.
fn drafts(home: &Path) -> String {
    let store = Store::open(&home.join("journal.db")).unwrap();
    let (tell, answers) = channel();
    let handle = store.handle(Principal::Owner, Box::new(move |_, answer| drop(tell.send(answer))));
    let course = Course::embedded().unwrap().manifest().id.clone();
    handle.ask(Tag::default(), Request::Begin { course });
    let Answer::Opened(record) = answers.recv().unwrap().unwrap() else { panic!("nobody is here") };
    record.drafts.into_iter().map(|draft| draft.json).collect()
}

#[test]
fn what_was_kept_of_desk_work_stands_after_a_power_cut() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = begun(folder.path());
    open(&mut first, "Cut to twenty seconds");
    begin(&mut first);
    first.send("\x01The bridge is closed.");
    first.wait_for("The bridge is closed.");
    // Nothing on the screen proves it as well as the journal itself does.
    let deadline = Instant::now() + PATIENCE;
    while !drafts(folder.path()).contains("The bridge is closed.") {
        assert!(Instant::now() < deadline, "the draft is not kept:\n{}", first.text());
    }
    first.send(" Two words");
    first.kill();

    let mut second = start(folder.path());
    open(&mut second, "Cut to twenty seconds");
    second.wait_for("The bridge is closed.");
    second.wait_for("words of 57–63");
    assert!(!second.text().contains("Enter begin"), "{}", second.text());
    second.kill();
}
