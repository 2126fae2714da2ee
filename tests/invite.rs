//! A trainer's invitation at the command line: the list of names, the exchange's own house, and what comes of both on a
//! learner's machine.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use rundown::cohort::Invitation;

const HOUSE: &str = "exchange = \"Harbour Cities News Exchange\"\n[desk]\ncontact = \"newsdesk@hcx.example\"\n";

fn run(home: &Path, args: &[&str], typed: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small");
    command.args(args).args(["--course", course.to_str().unwrap(), "--lang", "en"]);
    command.env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL").env_remove("RUNDOWN_PASSPHRASE");
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Whoever needs no answers does not read them.
    drop(std::io::Write::write_all(running.stdin.as_mut().unwrap(), typed.as_bytes()));
    running.wait_with_output().unwrap()
}

#[track_caller]
fn expect(output: &Output, status: i32, said: &str) -> String {
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{told}");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(said), "no `{said}` in: {told}");
    told
}

/// A trainer's home with a key and a cohort.
fn trainer() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    expect(&run(home.path(), &["trainer", "key", "new", "--name", "Zoé Ba"], ""), 0, "");
    expect(&run(home.path(), &["cohort", "new", "Dakar", "--from", "2027-03-16", "--trainer", "Zoé Ba"], ""), 0, "");
    fs::write(home.path().join("names.csv"), "Name,Station\nAwa Diop,Lagune TV\nIssa,Sol TV\n").unwrap();
    home
}

/// Writes an invitation and reads it again.
fn invite(home: &Path, more: &[&str]) -> (Output, Option<Invitation>) {
    let (list, to) = (home.join("names.csv"), home.join("dakar.letter"));
    let usual = ["cohort", "invite", "--roster", list.to_str().unwrap(), "-o", to.to_str().unwrap()];
    let output = run(home, &[&usual[..], more].concat(), "");
    let read = fs::read(&to).ok().map(|bytes| Invitation::read(&bytes).unwrap().0);
    (output, read)
}

#[test]
fn the_house_of_the_exchange_travels_in_the_invitation_and_stands_in_the_lessons() {
    let home = trainer();
    let house = home.path().join("hcx.toml");
    fs::write(&house, HOUSE).unwrap();
    let (output, invitation) = invite(home.path(), &["--house", house.to_str().unwrap()]);
    expect(&output, 0, "2");
    let own = invitation.unwrap().house.unwrap();
    assert_eq!(own.values["exchange"], "Harbour Cities News Exchange");
    let learner = tempfile::tempdir().unwrap();
    let file = home.path().join("dakar.letter");
    let joined = run(learner.path(), &["join", file.to_str().unwrap(), "--name", "Awa Diop"], "");
    expect(&joined, 0, "speak of Harbour Cities News Exchange: its names and rules were set by the trainer");
    let read = run(learner.path(), &["--plain", "--learner", "Awa Diop", "--open", "gathering/first-lesson"], "\n\n\n");
    expect(&read, 0, "The morning meeting of the Harbour Cities News Exchange begins");
    // Whoever did not join that workshop reads of the course's own exchange, on the same machine.
    expect(&run(learner.path(), &["learner", "add", "--name", "Kofi"], ""), 0, "");
    let read = run(learner.path(), &["--plain", "--learner", "Kofi", "--open", "gathering/first-lesson"], "\n\n\n");
    expect(&read, 0, "The morning meeting of the Meridian Link Exchange begins");
}

#[test]
fn the_house_of_the_trainers_home_goes_along_unasked_and_without_one_nothing_does() {
    let home = trainer();
    assert_eq!(invite(home.path(), &[]).1.unwrap().house, None);
    fs::write(home.path().join("house.toml"), HOUSE).unwrap();
    fs::write(home.path().join("house.fr.toml"), "exchange = \"Échange des ports\"\n").unwrap();
    let own = invite(home.path(), &[]).1.unwrap().house.unwrap();
    assert_eq!(own.values.keys().collect::<Vec<_>>(), ["desk.contact", "exchange"]);
    assert_eq!(own.languages.values().next().unwrap()["exchange"], "Échange des ports");
}

#[test]
fn a_faulty_house_is_refused_with_every_fault_before_anything_is_written() {
    let home = trainer();
    let house = home.path().join("bad.toml");
    fs::write(&house, "exchange = \"\"\nshort = 7\n").unwrap();
    let (output, written) = invite(home.path(), &["--house", house.to_str().unwrap()]);
    expect(&output, 1, "bad.toml");
    expect(&output, 1, "it is empty");
    expect(&output, 1, "short");
    assert!(written.is_none());
    fs::write(&house, "# ".repeat(200_000)).unwrap();
    expect(&invite(home.path(), &["--house", house.to_str().unwrap()]).0, 1, "this is no house");
    expect(&invite(home.path(), &["--house", "nowhere.toml"]).0, 3, "nowhere.toml");
}

#[test]
fn a_list_that_is_no_list_is_refused_with_its_name_and_what_to_do() {
    let home = trainer();
    fs::write(home.path().join("names.csv"), [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat()).unwrap();
    let (output, written) = invite(home.path(), &[]);
    expect(&output, 1, "names.csv: it is locked with a password, or of an old format: save it as .xlsx");
    assert!(written.is_none());
}
