//! The main job in a real terminal: a new user reads, answers a question of every kind, is cut off in the middle of
//! one, comes back, finishes, and finds the same figures in all five reports.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "support/terminal.rs"]
mod terminal;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use terminal::Terminal;

const ENTER: &str = "\r";
const F10: &str = "\x1b[21~";
const SIZE: (u16, u16) = (80, 24);

fn course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small")
}

fn start(home: &Path) -> Terminal {
    Terminal::start(home, &["--course", &course().display().to_string()], SIZE)
}

/// What the program prints for some arguments.
fn printed(home: &Path, args: &[&str]) -> String {
    let command = Command::new(env!("CARGO_BIN_EXE_rundown"))
        .args(args)
        .arg("--course")
        .arg(course())
        .env("RUNDOWN_HOME", home)
        .output()
        .unwrap();
    assert!(command.status.success(), "{args:?}: {}", String::from_utf8_lossy(&command.stderr));
    String::from_utf8(command.stdout).unwrap()
}

fn row_with<'a>(screen: &'a str, text: &str) -> &'a str {
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("no `{text}` on\n{screen}"))
}

/// The letter or digit that stands in the word before a text.
fn sign_before(screen: &str, text: &str) -> String {
    let line = row_with(screen, text);
    let (before, _) = line.split_once(text).unwrap();
    before.split_whitespace().next_back().unwrap().to_owned()
}

/// Brings cards into an order: each is sent to its place by its digit, from where it stands.
fn put_in_order(terminal: &mut Terminal, cards: &[&str]) {
    for (place, card) in cards.iter().enumerate() {
        let stands: usize = sign_before(&terminal.text(), card).parse().unwrap();
        terminal.send(&"\x1b[A".repeat(cards.len() + 1));
        terminal.send(&"\x1b[B".repeat(stands - 1));
        terminal.send(&(place + 1).to_string());
        let wanted = (place + 1).to_string();
        terminal.wait_until(card, |screen| sign_before(screen, card) == wanted);
    }
}

/// The digits that give each card, in the order they are shown, its target.
fn digits(screen: &str, pairs: &[(&str, &str)]) -> Vec<String> {
    let row_of = |card: &str| screen.lines().position(|line| line.contains(card)).unwrap();
    let mut cards = pairs.to_vec();
    cards.sort_by_key(|(card, _)| row_of(card));
    // A target may be named beside a card as well; its digit stands in the list below, which comes last.
    let digit = |target: &str| {
        let line = screen.lines().rev().find(|line| line.trim_end().ends_with(target)).unwrap();
        line.split_whitespace().find(|word| word.chars().all(|c| c.is_ascii_digit())).unwrap().to_owned()
    };
    cards.iter().map(|(_, target)| digit(target)).collect()
}

const MATCH: [(&str, &str); 2] =
    [("Forty thousand homes have no water", "Impact"), ("Two unions call for opposite votes", "Conflict")];
const SORT: [(&str, &str); 3] =
    [("Child health", "Topic"), ("The court rules at 14:00", "Event"), ("A new line opened on Monday", "Event")];
const ORDER: [&str; 4] =
    ["Review what was aired", "Put all leads on the board", "Challenge each lead", "Give each story a name"];

/// Hands in what is on the screen and goes on to the question of a number.
fn hand_in_and_go_to(terminal: &mut Terminal, hand_in: &str, question: &str) {
    terminal.send(hand_in);
    terminal.wait_for("Why:");
    terminal.wait_for("saved");
    terminal.send(ENTER);
    terminal.wait_for(question);
}

fn sign_in(terminal: &mut Terminal) {
    terminal.wait_for("Your name");
    terminal.send("Awa Diop\tLagune TV");
    terminal.wait_for("Lagune TV");
    terminal.send(F10);
    terminal.wait_for("FIRST-LESSON");
}

/// Opens the first lesson and reads it to its end.
fn read_the_lesson(terminal: &mut Terminal) {
    terminal.send(ENTER);
    terminal.wait_for("A1 FROM TOPIC TO PITCH");
    while !spaced(&terminal.text()).contains("100 %") {
        let before = terminal.text();
        terminal.send(" ");
        terminal.wait_until("the next page does not come", |screen| screen != before);
    }
    terminal.wait_for("saved");
}

fn answer_the_first_four(terminal: &mut Terminal) {
    terminal.send("z");
    terminal.wait_for("question 1 of 9");
    let letter = sign_before(&terminal.text(), "Why the warning");
    terminal.send(&letter);
    hand_in_and_go_to(terminal, ENTER, "question 2 of 9");
    for option in ["The river gauge", "A driver making tea"] {
        let letter = sign_before(&terminal.text(), option);
        terminal.send(&letter);
    }
    hand_in_and_go_to(terminal, F10, "question 3 of 9");
    let letter = sign_before(&terminal.text(), "False");
    terminal.send(&letter);
    hand_in_and_go_to(terminal, ENTER, "question 4 of 9");
    put_in_order(terminal, &ORDER);
    hand_in_and_go_to(terminal, F10, "question 5 of 9");
}

fn answer_the_last_four(terminal: &mut Terminal) {
    let keys = digits(&terminal.text(), &SORT).concat();
    terminal.send(&keys);
    hand_in_and_go_to(terminal, F10, "question 7 of 9");
    terminal.send("75 words");
    hand_in_and_go_to(terminal, ENTER, "question 8 of 9");
    terminal.send("The desk");
    hand_in_and_go_to(terminal, ENTER, "question 9 of 9");
    // Only the first of the two praises: half the words, so that not every figure is full.
    terminal.send("\x1b[C ");
    terminal.send(F10);
    terminal.wait_for("Why:");
    terminal.send(ENTER);
}

#[test]
fn a_new_user_reads_answers_is_cut_off_comes_back_and_reports() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    let mut first = start(&home);
    sign_in(&mut first);
    read_the_lesson(&mut first);
    answer_the_first_four(&mut first);
    let half = digits(&first.text(), &MATCH);
    let placed = format!("→ {}", half[0]);
    first.send(&half[0]);
    first.wait_for(&placed);
    first.wait_for("saved");
    first.kill();

    let mut second = start(&home);
    second.wait_for("FIRST-LESSON");
    second.wait_for("quiz");
    second.send(ENTER);
    second.wait_for("A1 QUIZ");
    assert!(second.text().contains(&placed), "{}", second.text());
    assert_eq!(digits(&second.text(), &MATCH), half);
    second.send("\x1b[B");
    second.send(&half[1]);
    hand_in_and_go_to(&mut second, F10, "question 6 of 9");
    answer_the_last_four(&mut second);
    second.wait_until("the result does not come", |screen| spaced(screen).contains(GRADE));
    second.send("\x1b");
    second.wait_for("FIRST-LESSON");
    second.send("q");
    assert!(second.wait_exit().success());
    all_reports_agree(&home);
}

/// Eight questions of nine in full and one half right: 94.44 %, floored.
const GRADE: &str = "94 %";

/// Texts set a no-break space before a percent sign; it counts as any space here.
fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace("&nbsp;", " ")
}

/// Looks for the same figures in all five formats.
fn all_reports_agree(home: &Path) {
    let report = |format: &str| printed(home, &["report", "--format", format]);
    let json: serde_json::Value = serde_json::from_str(&report("json")).unwrap();
    assert_eq!(json["figures"]["attempts"]["value"], 1);
    assert_eq!(json["figures"]["lessons_done"]["value"], 1);
    let answers = json["tables"]["answers"]["rows"].as_array().unwrap();
    let grades: Vec<_> = answers.iter().map(|row| row["grade"].as_u64().unwrap()).collect();
    assert_eq!(grades, [100, 100, 100, 100, 100, 100, 100, 100, 50]);
    assert_eq!(json["tables"]["lessons"]["rows"][0]["best"], 94);

    for format in ["text", "md", "html"] {
        let written = spaced(&report(format));
        assert!(written.matches("100 %").count() >= 8, "{format}: {written}");
        assert!(written.contains("50 %"), "{format}: {written}");
        assert!(written.matches(GRADE).count() >= 2, "{format}: {written}");
    }
    assert_eq!(csv_grades(&report("csv")), grades);
}

/// The grades of the answers, as a spreadsheet would read them.
fn csv_grades(report: &str) -> Vec<u64> {
    let mut reader = csv::Reader::from_reader(report.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    rows.iter().filter(|row| row["kind"] == "answer").map(|row| row["grade"].parse().unwrap()).collect()
}
