//! A trainer plans at the command line: the plan is changed after the cohort was founded, and the agenda comes from a
//! guide of the course or from a file.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a command on the course of this repository; returns its status and what it said.
fn run(home: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).args(["--course", env!("CARGO_MANIFEST_DIR"), "--lang", "en"]).stdin(Stdio::null());
    command.env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL");
    let output = command.output().unwrap();
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.code(), told)
}

#[track_caller]
fn expect(home: &Path, args: &[&str], status: i32, said: &[&str]) -> String {
    let (code, told) = run(home, args);
    assert_eq!(code, Some(status), "{told}");
    for said in said {
        assert!(told.contains(said), "no `{said}` in: {told}");
    }
    told
}

#[test]
fn a_plan_is_changed_after_founding_and_an_agenda_is_taken_saved_edited_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    expect(&home, &["cohort", "new", "Dakar", "--from", "2027-03-16", "--until", "2027-03-18"], 0, &["Dakar"]);
    expect(&home, &["cohort", "plan"], 2, &["say what changes"]);
    expect(&home, &["cohort", "plan", "--until", "2027-03-15"], 2, &["2027-03-15 is before 2027-03-16"]);
    expect(&home, &["cohort", "plan", "--save-agenda", "x.toml"], 2, &["there is no agenda yet"]);
    let plan = ["cohort", "plan", "--place", "Thiès", "--member", "Lagune TV", "--half-minutes", "150"];
    expect(&home, &plan, 0, &["Thiès", "Lagune TV", "2027-03-16 – 2027-03-18"]);

    expect(&home, &["cohort", "plan", "--agenda-shape", "ten-days"], 2, &["there is checking", "half-day, three-days"]);
    let taken = ["cohort", "plan", "--agenda-shape", "three-days", "--start", "8:30"];
    let days = ["Day 1  2027-03-16\n08:30   10'  Opening", "60'  Lunch  (break)", "Day 3  2027-03-18"];
    expect(&home, &taken, 0, &days);

    let file = folder.path().join("agenda.toml");
    let name = file.to_str().unwrap();
    expect(&home, &["cohort", "plan", "--save-agenda", name], 0, &[]);
    let saved = fs::read_to_string(&file).unwrap();
    assert!(saved.contains("lessons = [\"B2\", \"B3\"]"), "{saved}");
    fs::write(&file, saved.replacen("minutes = 10", "minutes = 20", 1)).unwrap();
    expect(&home, &["cohort", "plan", "--agenda", name], 1, &["agenda.toml: line 7: it begins at 08:40, before “Op"]);
    fs::write(&file, saved.replacen("minutes = 10\ntitle = \"Opening", "minutes = 5\ntitle = \"Hello", 1)).unwrap();
    expect(&home, &["cohort", "plan", "--agenda", name], 0, &["08:30    5'  Hello"]);
    expect(&home, &["cohort", "show"], 0, &["08:30    5'  Hello", "Thiès"]);

    let table = folder.path().join("agenda.csv");
    fs::write(&table, "Jour;Heure;Durée;Titre;Leçons;Pause\n1;9h;40;Sujet;A1;\n;;15;Café;;oui\n").unwrap();
    let read = ["cohort", "plan", "--agenda", table.to_str().unwrap()];
    expect(&home, &read, 0, &["09:00   40'  Sujet", "09:40   15'  Café  (break)"]);
    let told = expect(&home, &["cohort", "plan", "--no-agenda"], 0, &[]);
    assert!(!told.contains("Day 1"), "{told}");
    expect(&home, &["cohort", "plan", "--agenda", "agenda.ods"], 3, &["agenda.ods"]);
}
