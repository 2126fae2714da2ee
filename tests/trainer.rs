//! A trainer's evening in a real terminal: a cohort is made, forty files are collected with bad ones among them, the
//! question with a wrong key and those who need help are found on the screen, two pieces of work are marked, and the
//! funder's page and all certificates are written.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "support/cohort.rs"]
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rundown::clock::Timestamp;
use rundown::course::Course;
use rundown::id::Lang;
use support::{Cohort, Plan, Role};
use terminal::Terminal;

const LEARNERS: usize = 35;
/// No rubric has more lines.
const MOST_LINES: usize = 6;
const F10: &str = "\x1b[21~";

fn run(home: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).args(["--lang", "en"]).stdin(Stdio::null());
    command.env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL").env_remove("RUNDOWN_PASSPHRASE");
    command.output().unwrap()
}

#[track_caller]
fn expect(output: &Output) -> String {
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{told}");
    told
}

/// Lays the files of a made-up cohort out as a trainer's stick has them.
fn stick(folder: &Path, course: &Course) -> Cohort {
    let plan = Plan { seed: 1, learners: LEARNERS, end: Timestamp(1_805_209_805_000), with_bad_files: true };
    let cohort = support::make(&plan, course).unwrap();
    for made in &cohort.files {
        let path = folder.join(&made.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &made.bytes).unwrap();
    }
    cohort
}

/// Returns how many people there are once the two records of one person are joined.
fn persons(cohort: &Cohort) -> usize {
    cohort.people.len() - 1
}

/// Makes a cohort and collects the stick into it, as far as the matrix.
fn collected(home: &Path, stick: &Path, cohort: &Cohort) -> Terminal {
    let mut terminal = Terminal::start(home, &["cohort", "--lang", "en"], (120, 60));
    terminal.wait_for("There is no cohort here yet");
    terminal.send("n");
    terminal.wait_for("Only the name is needed");
    terminal.send("Nairobi");
    terminal.wait_for("Nairobi");
    terminal.send(F10);
    terminal.wait_for("PEOPLE");
    terminal.send("\r");
    terminal.wait_for("Nobody belongs to this cohort yet");
    terminal.send("c");
    terminal.wait_for("File, folder or stick");
    terminal.send(stick.to_str().unwrap());
    terminal.send("\r");
    terminal.wait_for("40 files. 37 came in whole and signed. 3 are to be looked at");
    for bad in &cohort.bad {
        terminal.wait_for(Path::new(bad).file_name().unwrap().to_str().unwrap());
    }
    // One person came with two records under nearly the same name.
    terminal.wait_for("look alike");
    terminal.send("y");
    terminal.wait_for("are in no list");
    terminal.send("a");
    terminal.wait_until("nothing to be decided", |screen| !screen.contains("are in no list"));
    terminal.send("\x1b");
    terminal.wait_for(&format!("{} learners", persons(cohort)));
    terminal
}

/// Finds the planted wrong key by the plain words under it; that question stands first in the test.
fn find_wrong_key(terminal: &mut Terminal, cohort: &Cohort, course: &Course) {
    let (slot, chosen) = &cohort.planted.wrong_key;
    let question = course.question(slot, &Lang::english()).unwrap().unwrap();
    let option = question.body.options().iter().find(|option| option.id == *chosen).unwrap();
    terminal.send("i");
    terminal.wait_for("QUESTIONS");
    terminal.wait_for("the key may be wrong, or");
    let start: String = option.text.chars().take(30).collect();
    terminal.wait_for(&start);
    correct_and_take_back(terminal);
    terminal.send("\x1b");
    terminal.wait_for("MATRIX");
}

/// Corrects the key of the picked question so that its first option is right, and takes it back in the same place.
fn correct_and_take_back(terminal: &mut Terminal) {
    terminal.send("r");
    terminal.wait_for("CORRECT A KEY");
    terminal.send("\x1b[B \x1b[A ");
    terminal.wait_for("answers were held against another key");
    terminal.send(F10);
    terminal.wait_for("Correct this key?");
    terminal.send("\x1b[C\r");
    terminal.wait_for("Corrected. Every grade follows");
    terminal.wait_for("another key.");
    terminal.send("\x1b[Z\r");
    terminal.wait_for("Take this back?");
    terminal.send("\x1b[C\r");
    terminal.wait_for("Taken back. Every grade is as it was");
    terminal.send("\x1b");
    terminal.wait_for("QUESTIONS");
}

/// Has the funder's page and all certificates written on the screen.
fn order(terminal: &mut Terminal, folder: &Path, told: &str) {
    terminal.send("e");
    terminal.wait_for("REPORTS AND CERTIFICATES");
    terminal.send("\x1b[B");
    terminal.send("\t");
    terminal.send(folder.to_str().unwrap());
    terminal.send("\r");
    terminal.wait_for("Written: ");
    terminal.wait_for("-funder.html");
    terminal.send("\x1b");
    terminal.wait_for("Certificates");
    terminal.send("\t\t\t");
    terminal.send(&"\x1b[B".repeat(5));
    terminal.send("\r");
    terminal.wait_for(told);
    terminal.send("\x1b");
    terminal.wait_for("Certificates");
    terminal.send("\x1b");
    terminal.wait_for("MATRIX");
}

/// Has everything of the evening done on the screen: the same stick again, a backup, the copy, folders to take home.
fn evening(terminal: &mut Terminal, stick: &Path, folder: &Path, told: &str) {
    terminal.send("e");
    terminal.wait_for("REPORTS AND CERTIFICATES");
    terminal.send(&"\x1b[B".repeat(8));
    terminal.wait_for("lock a copy for the co-trainer");
    terminal.send("\r");
    terminal.wait_for("THE EVENING");
    terminal.send(stick.to_str().unwrap());
    terminal.send("\r");
    terminal.send(folder.to_str().unwrap());
    terminal.send("\rnight desk\rnight desk");
    terminal.send(F10);
    terminal.wait_for("Written: ");
    terminal.wait_for("40 progress files were read");
    terminal.wait_for("Backup: ");
    terminal.wait_for(told);
    terminal.send("\x1b");
    terminal.wait_for("Collect from:");
    terminal.send("\x1b");
    terminal.wait_for("REPORTS AND CERTIFICATES");
    terminal.send("\x1b");
    terminal.wait_for("MATRIX");
}

/// Those who failed one thing three times are named among those who need help.
fn find_who_needs_help(terminal: &mut Terminal, cohort: &Cohort) {
    terminal.send("a");
    terminal.wait_for("WHO NEEDS HELP");
    terminal.send("\x1b[F");
    for failing in cohort.people.iter().filter(|person| person.role == Role::Failing) {
        terminal.wait_until(&format!("{} failed three times", failing.name), |screen| {
            screen.lines().any(|line| line.contains("failed 3 times") && line.contains(&failing.name))
        });
    }
    terminal.send("\x1b");
    terminal.wait_for("MATRIX");
}

/// Gives points on every line of the rubric to the work that is picked, the `nth` that is marked.
fn mark(terminal: &mut Terminal, marker: &str, nth: usize) {
    terminal.send("\r");
    terminal.wait_for("Comment");
    terminal.send("\x1b[A");
    terminal.send(marker);
    terminal.wait_for(marker);
    (0..MOST_LINES).for_each(|_| terminal.send("\x1b[B2"));
    terminal.send(F10);
    terminal.wait_until("the points", |screen| screen.matches('✓').count() == nth);
}

fn leave(mut terminal: Terminal) {
    terminal.send("\x1b");
    terminal.wait_for("PEOPLE");
    terminal.send("\x1b");
    terminal.wait_for("Who is here?");
    terminal.send("\x1b");
    assert!(terminal.wait_exit().success());
}

#[test]
fn a_trainers_evening_from_forty_files_to_all_certificates() {
    let (home, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let course = Course::embedded().unwrap();
    let cohort = stick(files.path(), &course);
    assert_eq!((cohort.files.len(), cohort.bad.len()), (40, 3));
    expect(&run(home.path(), &["trainer", "key", "new", "--name", "Lagune Academy"]));
    let mut terminal = collected(home.path(), files.path(), &cohort);
    find_wrong_key(&mut terminal, &cohort, &course);
    find_who_needs_help(&mut terminal, &cohort);
    terminal.send("m");
    terminal.wait_for("DESK WORK");
    mark(&mut terminal, "Zoé Ba", 1);
    terminal.send("\x1b[B");
    mark(&mut terminal, "Zoé Ba", 2);
    terminal.send("\x1b");
    terminal.wait_for("MATRIX");
    let done = cohort.people.iter().filter(|person| person.role == Role::Thorough).count();
    let ordered = tempfile::tempdir().unwrap();
    order(&mut terminal, ordered.path(), &format!("{done} of {} certified", persons(&cohort)));
    let night = tempfile::tempdir().unwrap();
    let bundles = format!("Folders to take home: {}; certificates: {done}.", persons(&cohort));
    evening(&mut terminal, files.path(), night.path(), &bundles);
    leave(terminal);
    let copy = night.path().join("co-trainer.locked");
    let copy = fs::read(copy).unwrap();
    let copy = String::from_utf8_lossy(&copy);
    assert!(!cohort.people.iter().any(|person| copy.contains(&person.name)), "it is locked");
    assert_eq!(fs::read_dir(night.path().join("take-home")).unwrap().count(), persons(&cohort));
    let made = fs::read_dir(ordered.path().join("nairobi-certificates")).unwrap();
    let made = made.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|end| end == "html"));
    assert_eq!(made.count(), done);
    let page = home.path().join("funder.html");
    expect(&run(
        home.path(),
        &["cohort", "report", "--what", "funder", "--format", "html", "-o", page.to_str().unwrap()],
    ));
    let page = fs::read_to_string(page).unwrap();
    assert!(!cohort.people.iter().any(|person| page.contains(&person.name)), "the funder reads no names");
    let book = expect(&run(home.path(), &["cohort", "report", "--what", "gradebook"]));
    assert!(book.lines().skip(1).any(|row| row.ends_with(",\"no\"")), "it says whether tests were supervised: {book}");
    let certificates = home.path().join("certificates");
    let told = expect(&run(home.path(), &["cohort", "certify", "-o", certificates.to_str().unwrap(), "--supervised"]));
    assert!(told.contains(&format!("{done} of {} certified", persons(&cohort))), "{told}");
    let pages = fs::read_dir(&certificates)
        .unwrap()
        .filter_map(|entry| entry.unwrap().path().extension().map(ToOwned::to_owned));
    assert_eq!(pages.filter(|ending| ending == "html").count(), done);
}
