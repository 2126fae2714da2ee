//! Work on two machines that comes together by file: a home is cloned, both go on, files travel on a stick, and whatever
//! arrives first, the reports are the same to the byte.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use terminal::Terminal;

fn course() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small").display().to_string()
}

fn command(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).args(["--course", &course(), "--lang", "en"]);
    command.env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL");
    command
}

fn run(home: &Path, args: &[&str]) -> Output {
    command(home, args).output().unwrap()
}

#[track_caller]
fn expect(output: &Output, status: i32, said: &str) {
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{told}");
    assert!(told.contains(said), "no `{said}` in: {told}");
}

/// Works line by line with what is typed; whatever it hits, it is answered.
fn work(home: &Path, typed: &str) {
    let mut child = command(home, &["--plain"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap().path();
        let there = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            copy(&entry, &there);
        } else {
            fs::copy(&entry, &there).unwrap();
        }
    }
}

/// A learner's report without the moment it was made at: a column of the sheet, a line of the text.
fn report(home: &Path, format: &str) -> String {
    let output = run(home, &["report", "--format", format]);
    expect(&output, 0, "");
    let text = String::from_utf8(output.stdout).unwrap();
    let without = |line: &str| match line.splitn(3, ',').collect::<Vec<_>>()[..] {
        [kind, _, rest] if format == "csv" => format!("{kind},{rest}\n"),
        _ if line.contains("Made at") => String::new(),
        _ => format!("{line}\n"),
    };
    text.lines().map(without).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn two_machines_of_one_learner_come_together_whichever_arrives_first() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (first, clone, stick) = (at("first"), at("clone"), at("stick"));
    fs::create_dir(&stick).unwrap();
    expect(&run(&first, &["learner", "add", "--name", "Awa Diop", "--member", "Lagune TV"]), 0, "Awa Diop");
    work(&first, &"\n".repeat(12));
    copy(&first, &clone);
    work(&first, &"1\n2\n".repeat(40));
    work(&clone, &"\n1\n".repeat(60));

    expect(&run(&first, &["progress", "export", "-o", stick.to_str().unwrap()]), 0, "awa-diop-");
    to_a_file_from_the_screen(&clone, &stick);
    let both = files(&stick);
    assert_eq!(both.len(), 2, "an older file on the stick stays: {both:?}");
    let [one, other] = [both[0].to_str().unwrap(), both[1].to_str().unwrap()];

    let mut reports = Vec::new();
    for (name, order) in [("forward", [one, other]), ("backward", [other, one])] {
        let home = at(name);
        expect(&run(&home, &["progress", "import", order[0]]), 0, "was not in this home and is now");
        expect(&run(&home, &["progress", "import", order[1]]), 0, "as the home did:key:z6Mk");
        expect(&run(&home, &["progress", "import", stick.to_str().unwrap()]), 0, ", 0 new events");
        reports.push(["csv", "text", "md"].map(|format| report(&home, format)));
    }
    assert_eq!(reports[0], reports[1]);
    from_a_file_on_the_screen(&first, other);
    from_a_file_on_the_screen(&first, one);
    assert_eq!(["csv", "text", "md"].map(|format| report(&first, format)), reports[0]);
}

fn progress_of(home: &Path) -> Terminal {
    let mut terminal = Terminal::start(home, &["--course", &course()], (80, 24));
    terminal.wait_for("FIRST-LESSON");
    terminal.send("p");
    terminal.wait_for("MY PROGRESS");
    terminal
}

fn to_a_file_from_the_screen(home: &Path, stick: &Path) {
    let mut terminal = progress_of(home);
    terminal.send("c");
    terminal.wait_for("Whoever has the file can read it");
    terminal.send(stick.to_str().unwrap());
    terminal.send("\r");
    terminal.wait_for("Written: ");
    terminal.send("qq");
    assert!(terminal.wait_exit().success());
}

fn from_a_file_on_the_screen(home: &Path, file: &str) {
    let mut terminal = progress_of(home);
    terminal.send("i");
    terminal.wait_for("which end in .rundown");
    terminal.send(file);
    terminal.send("\r");
    terminal.wait_for("The file is whole");
    terminal.send("\x1b");
    terminal.wait_for("MY PROGRESS");
    terminal.send("qq");
    assert!(terminal.wait_exit().success());
}

#[test]
fn what_is_cut_changed_or_something_else_is_told_and_the_rest_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (home, other, stick) = (at("home"), at("other"), at("stick"));
    fs::create_dir(&stick).unwrap();
    expect(&run(&home, &["learner", "add", "--name", "Awa Diop"]), 0, "Awa Diop");
    work(&home, &"\n1\n".repeat(40));
    let file = stick.join("awa.rundown");
    let name = file.to_str().unwrap();
    expect(&run(&home, &["progress", "export", "-o", name]), 0, "awa.rundown");
    let whole = fs::read(&file).unwrap();

    fs::write(&file, &whole[..whole.len() - 40]).unwrap();
    expect(&run(&other, &["progress", "import", name]), 1, "The file is cut");
    let mut changed = whole.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(&file, &changed).unwrap();
    expect(&run(&other, &["progress", "import", name]), 1, "The file was damaged or changed");
    for (bytes, said) in [(b"{}\n".to_vec(), "this is no progress file"), (Vec::new(), "this is no progress file")] {
        fs::write(&file, bytes).unwrap();
        expect(&run(&other, &["progress", "import", name]), 1, said);
    }
    fs::write(&file, &whole).unwrap();
    expect(&run(&other, &["progress", "import", name]), 0, "as the home did:key:z6Mk");
    assert_eq!(report(&other, "csv"), report(&home, "csv"));
    expect(&run(&other, &["progress", "import", at("none").to_str().unwrap()]), 3, "none");
    expect(&run(&home, &["progress", "export", "--all", "-o", name]), 2, "writes to a folder");
    expect(&run(&home, &["progress", "export", "--all", "-o", stick.to_str().unwrap()]), 0, "awa-diop-");
}

#[test]
fn an_old_stick_brings_nobody_back_who_was_deleted_unless_the_owner_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (home, stick) = (folder.path().join("home"), folder.path().join("awa.rundown"));
    let file = stick.to_str().unwrap();
    expect(&run(&home, &["learner", "add", "--name", "Awa Diop"]), 0, "Awa Diop");
    work(&home, &"\n".repeat(12));
    expect(&run(&home, &["progress", "export", "-o", file]), 0, "awa.rundown");
    expect(&run(&home, &["learner", "delete", "Awa Diop", "--yes"]), 0, "");
    expect(&run(&home, &["progress", "import", file]), 1, "was deleted here");
    assert!(run(&home, &["learner", "list"]).stdout.is_empty());
    expect(&run(&home, &["progress", "import", "--even-deleted", file]), 0, "is now");
    assert!(!run(&home, &["learner", "list"]).stdout.is_empty());
}

#[test]
fn two_records_of_one_person_are_joined_and_parted_and_the_other_machine_knows() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (home, other, stick) = (at("home"), at("other"), at("stick"));
    fs::create_dir(&stick).unwrap();
    for name in ["Awa Diop", "A. Diop"] {
        expect(&run(&home, &["learner", "add", "--name", name]), 0, name);
    }
    let mut reading = command(&home, &["--plain", "--learner", "Awa Diop"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    reading.stdin.take().unwrap().write_all("\n1\n".repeat(60).as_bytes()).unwrap();
    assert!(reading.wait().unwrap().success());
    let of = |home: &Path, name: &str| {
        let output = run(home, &["report", "--learner", name, "--format", "text"]);
        expect(&output, 0, "");
        String::from_utf8(output.stdout).unwrap().replace("Awa Diop", "A. Diop")
    };
    let without = of(&home, "A. Diop");
    let done = of(&home, "Awa Diop");
    assert_ne!(done, without);

    expect(&run(&home, &["learner", "join", "Awa Diop", "Awa Diop"]), 2, "the same record");
    expect(&run(&home, &["learner", "join", "Awa Diop", "A. Diop"]), 0, "one person");
    assert_eq!(of(&home, "A. Diop").lines().count(), done.lines().count());
    expect(&run(&home, &["learner", "join", "A. Diop", "Awa Diop"]), 0, "joined already");
    expect(&run(&home, &["progress", "export", "--all", "-o", stick.to_str().unwrap()]), 0, "awa-diop-");
    expect(&run(&other, &["progress", "import", stick.to_str().unwrap()]), 0, "Awa Diop");
    assert_eq!(of(&other, "A. Diop"), of(&home, "A. Diop"));

    expect(&run(&home, &["learner", "unjoin", "A. Diop", "Awa Diop"]), 0, "two people again");
    assert_eq!(of(&home, "A. Diop"), without);
    expect(&run(&home, &["learner", "unjoin", "A. Diop", "Awa Diop"]), 2, "not joined");
}

#[test]
fn a_journal_that_a_newer_program_wrote_is_reported_and_exported_and_not_a_byte_of_it_changes() {
    let (folder, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let home = folder.path();
    expect(&run(home, &["learner", "add", "--name", "Awa Diop", "--member", "Lagune TV"]), 0, "");
    work(home, "1\n\nq\n");
    let figures = || report(home, "json").lines().filter(|line| !line.contains("made_at")).collect::<String>();
    let report = figures();
    let before = stick.path().join("before.rundown");
    expect(&run(home, &["progress", "export", "-o", before.to_str().unwrap()]), 0, "");
    let journal = home.join("journal.db");
    rusqlite::Connection::open(&journal).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let bytes = fs::read(&journal).unwrap();
    expect(&run(home, &["report", "--format", "text"]), 0, "newer Rundown");
    assert!(figures() == report, "another report");
    let after = stick.path().join("after.rundown");
    expect(&run(home, &["progress", "export", "-o", after.to_str().unwrap()]), 0, "newer Rundown");
    let events = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        text.lines().filter_map(|line| Some(line.split_once("\"event\":")?.1.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(events(&after), events(&before));
    assert!(!events(&after).is_empty());
    expect(&run(home, &["progress", "import", after.to_str().unwrap()]), 3, "newer Rundown");
    expect(&run(home, &["learner", "add", "--name", "Issa"]), 3, "newer Rundown");
    assert!(fs::read(&journal).unwrap() == bytes, "it was written");
}
