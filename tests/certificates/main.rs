//! Certificates as a trainer and a third person meet them: the key, the refusal, the files, and what checking them says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod graduate;
mod outside;
#[cfg(unix)]
#[path = "../support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use graduate::graduate;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/courses/small");

fn rundown(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL");
    command.env_remove("RUNDOWN_PASSPHRASE").stdin(Stdio::null());
    command
}

fn run(home: &Path, args: &[&str]) -> Output {
    rundown(home, args).output().unwrap()
}

#[track_caller]
fn expect(output: &Output, status: i32, out: &str, err: &str) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (got, said) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{got}\n{said}");
    assert!(got.contains(out), "no `{out}` in the output:\n{got}");
    assert!(said.contains(err), "no `{err}` in the messages:\n{said}");
}

/// A home with a key and a learner who has not begun.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    expect(
        &run(home.path(), &["trainer", "key", "new", "--name", "Lagune Academy"]),
        0,
        "did:key:z6Mk",
        "Print it now",
    );
    expect(&run(home.path(), &["learner", "add", "--name", "Awa Diop", "--member", "Lagune TV"]), 0, "", "");
    home
}

/// The public key of a home, as its owner reads it.
fn key_of(home: &Path) -> String {
    let shown = String::from_utf8(run(home, &["trainer", "key", "show"]).stdout).unwrap();
    shown.split_whitespace().find(|word| word.starts_with("did:key:")).unwrap().to_owned()
}

fn certify(home: &Path, to: &Path, more: &[&str]) -> Output {
    let args = ["certify", "--course", SMALL, "-o", to.to_str().unwrap()];
    run(home, &[&args[..], more].concat())
}

fn verify(home: &Path, file: &Path, more: &[&str]) -> Output {
    run(home, &[&["verify", file.to_str().unwrap()][..], more].concat())
}

/// A home with a graduate, and the certificate as page and credential.
fn certified() -> (tempfile::TempDir, [PathBuf; 2]) {
    let home = home();
    graduate(home.path(), &rundown::course::Course::folder(Path::new(SMALL)).unwrap());
    let page = home.path().join("awa.html");
    expect(&certify(home.path(), &page, &["--supervised", "--hours", "18"]), 0, "awa.json", "Check code");
    let beside = page.with_extension("json");
    (home, [page, beside])
}

#[test]
fn who_is_not_done_gets_the_list_of_what_is_missing() {
    let home = home();
    let refused = certify(home.path(), &home.path().join("awa.html"), &[]);
    expect(&refused, 1, "", "No certificate for Awa Diop");
    for line in ["Lesson not done: The sheet", "Test not passed: Course test"] {
        expect(&refused, 1, "", line);
    }
    assert!(!home.path().join("awa.html").exists());
    let in_french = certify(home.path(), &home.path().join("awa.html"), &["--lang", "fr"]);
    expect(&in_french, 1, "", "Leçon non terminée");
}

#[test]
fn a_certificate_is_valid_here_and_elsewhere_for_who_knows_the_key() {
    let (home, files) = certified();
    let (elsewhere, key) = (tempfile::tempdir().unwrap(), key_of(home.path()));
    let page = fs::read_to_string(&files[0]).unwrap();
    for file in &files {
        let valid = verify(home.path(), file, &[]);
        for stated in ["Valid: signed by Lagune Academy", "Awa Diop", "Lagune TV", "18 attended", "Course test 92 %"] {
            expect(&valid, 0, stated, "");
        }
        let said = String::from_utf8(valid.stdout).unwrap();
        let code = said.lines().find_map(|line| line.strip_prefix("Check code")).unwrap().trim().to_owned();
        assert!(page.contains(&code), "{code}");

        expect(&verify(elsewhere.path(), file, &[]), 1, "", "nobody here knows the issuer");
        expect(&verify(elsewhere.path(), file, &["--issuer", &key]), 0, "the key that you named", "");
        let keys = elsewhere.path().join("keys.txt");
        fs::write(&keys, format!("# from the phone book\n{key} Lagune\n")).unwrap();
        expect(&verify(elsewhere.path(), file, &["--issuer", keys.to_str().unwrap()]), 0, "Valid", "");
    }
    expect(&run(elsewhere.path(), &["trainer", "trust", &key, "--name", "Lagune"]), 0, "", "Lagune");
    expect(&verify(elsewhere.path(), &files[0], &[]), 0, "knows this key as Lagune", "");
}

#[test]
fn another_key_a_changed_file_and_a_report_are_not_valid() {
    let (home, [page, beside]) = certified();
    let other = self::home();
    let theirs = key_of(other.path());
    expect(&verify(home.path(), &page, &["--issuer", &theirs]), 1, "", "another key than the one you named");
    for file in [&page, &beside] {
        let changed = home.path().join("changed");
        fs::write(&changed, fs::read_to_string(file).unwrap().replace("Awa Diop", "Eve Diop")).unwrap();
        expect(&verify(home.path(), &changed, &[]), 1, "", "not what was signed");
    }
    let report = home.path().join("report.html");
    let args = ["report", "--course", SMALL, "--format", "html", "-o", report.to_str().unwrap()];
    expect(&run(home.path(), &args), 0, "", "");
    expect(&verify(home.path(), &report, &[]), 1, "", "A report is not a certificate");
    expect(&verify(home.path(), &home.path().join("none.html"), &[]), 3, "", "none.html");
    expect(&verify(home.path(), &page, &["--issuer", "nonsense"]), 2, "", "neither a key");
}

#[test]
fn a_progress_file_is_checked_without_being_taken_in() {
    let ((home, _), other) = (certified(), self::home());
    let file = home.path().join("awa.rundown");
    expect(&run(home.path(), &["progress", "export", "-o", file.to_str().unwrap()]), 0, "", "");
    expect(&verify(other.path(), &file, &[]), 0, "the progress of Awa Diop", "");
    expect(&verify(other.path(), &file, &["--issuer", &key_of(other.path())]), 1, "", "another home wrote it");
    let text = fs::read_to_string(&file).unwrap();
    let (head, end) = text.split_once("{\"end\":").unwrap();
    let (event, after) = text.rsplit_once("\"lamport\":").unwrap();
    for (changed, why) in [
        (head.to_owned(), "its end is missing"),
        (text.replace("Awa Diop", "Eve Diop"), "no line of it is whole"),
        (format!("{event}\"lamport\":1{after}"), "damaged or changed"),
        (format!("{head}{{\"end\":{}", end.replacen("\"count\":", "\"count\":1", 1)), "damaged or changed"),
    ] {
        let path = home.path().join("changed.rundown");
        fs::write(&path, changed).unwrap();
        expect(&verify(other.path(), &path, &[]), 1, "", why);
    }
    let known = String::from_utf8(run(other.path(), &["learner", "list"]).stdout).unwrap();
    assert_eq!(known.matches("Awa Diop").count(), 1, "only the other home's own: {known}");
}

#[test]
fn a_folder_gets_every_kind_and_nothing_is_written_over() {
    let (home, _) = certified();
    let folder = home.path().join("certificates");
    for _ in 0..2 {
        expect(&certify(home.path(), &folder, &["--name-as", "Awa Marie Diop", "--lang", "fr"]), 0, "", "");
    }
    let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let of = |kind: &str| files.iter().filter(|path| path.extension().unwrap() == kind).count();
    let pages = if cfg!(feature = "pdf") { 2 } else { 0 };
    assert_eq!((of("html"), of("pdf"), of("json")), (2, pages, 2), "{files:?}");
    for file in &files {
        expect(&verify(home.path(), file, &[]), 0, "Awa Marie Diop", "");
        expect(&verify(home.path(), file, &[]), 0, "selon l’enregistrement", "");
    }
    expect(&certify(home.path(), &home.path().join("awa.txt"), &[]), 2, "", "--format");
    expect(&certify(home.path(), Path::new("-"), &["--format", "json"]), 0, "OpenBadgeCredential", "");
}

#[test]
fn a_key_is_made_once_printed_and_typed_in_again() {
    let (first, second) = (home(), tempfile::tempdir().unwrap());
    let again = run(first.path(), &["trainer", "key", "new", "--name", "Another"]);
    expect(&again, 2, "", "there is a key already");
    for name in ["key.txt", "key.html"] {
        let sheet = second.path().join(name);
        let args = ["trainer", "key", "backup", "-o", sheet.to_str().unwrap()];
        expect(&run(first.path(), &args), 0, "", "");
        let place = tempfile::tempdir().unwrap();
        let args = ["trainer", "key", "restore", sheet.to_str().unwrap(), "--name", "Lagune Academy"];
        expect(&run(place.path(), &args), 0, &key_of(first.path()), "");
        expect(&run(first.path(), &args), 2, "", "there is a key already");
    }
    let none = tempfile::tempdir().unwrap();
    expect(&run(none.path(), &["trainer", "key", "show"]), 2, "", "no key yet");
    let typed = second.path().join("typed.txt");
    fs::write(&typed, "0000-0000").unwrap();
    let args = ["trainer", "key", "restore", typed.to_str().unwrap(), "--name", "x"];
    expect(&run(none.path(), &args), 1, "", "nine rows".replace("nine", "9").as_str());
}

#[test]
fn a_locked_key_signs_with_its_passphrase_only() {
    let home = tempfile::tempdir().unwrap();
    let (right, wrong) = (home.path().join("right"), home.path().join("wrong"));
    fs::write(&right, "août 1975\n").unwrap();
    fs::write(&wrong, "aout 1975\n").unwrap();
    let args = ["trainer", "key", "new", "--name", "Lagune", "--passphrase-file", right.to_str().unwrap()];
    expect(&run(home.path(), &args), 0, "locked with a passphrase", "");
    expect(&run(home.path(), &["learner", "add", "--name", "Awa Diop"]), 0, "", "");
    graduate(home.path(), &rundown::course::Course::folder(Path::new(SMALL)).unwrap());
    let page = home.path().join("awa.html");
    expect(&certify(home.path(), &page, &[]), 2, "", "RUNDOWN_PASSPHRASE");
    expect(&certify(home.path(), &page, &["--passphrase-file", wrong.to_str().unwrap()]), 2, "", "passphrase is wrong");
    expect(&certify(home.path(), &page, &["--passphrase-file", right.to_str().unwrap()]), 0, "awa.html", "");
    let args = ["certify", "--course", SMALL, "-o", "-", "--format", "json"];
    let from_around = rundown(home.path(), &args).env("RUNDOWN_PASSPHRASE", "août 1975").output().unwrap();
    expect(&from_around, 0, "Awa Diop", "");
}

#[cfg(unix)]
#[test]
fn the_key_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let mode = fs::metadata(home.path().join("trainer-key.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn a_typed_passphrase_is_asked_twice_and_never_shown() {
    let home = tempfile::tempdir().unwrap();
    let args = ["trainer", "key", "new", "--name", "Lagune", "--passphrase"];
    let mut screen = terminal::Terminal::start(home.path(), &args, (80, 24));
    screen.wait_for("Passphrase (it is not shown)");
    screen.send("lag!x\u{7f}une\r");
    screen.wait_for("The same passphrase again");
    screen.send("lag!une\r");
    assert!(screen.wait_exit().success(), "{}", screen.text());
    assert!(screen.text().contains("locked with a passphrase"), "{}", screen.text());
    assert!(!String::from_utf8_lossy(screen.raw()).contains('!'), "{}", screen.text());
    let mut backup = rundown(home.path(), &["trainer", "key", "backup"]);
    expect(&backup.env("RUNDOWN_PASSPHRASE", "lag!une").output().unwrap(), 0, "did:key", "");
}

#[test]
fn a_certificate_does_not_say_supervised_where_a_locked_test_was_sat_without_its_code() {
    let (home, _) = certified();
    let cohort = |args: &[&str]| run(home.path(), &[&["cohort"], args, &["--course", SMALL]].concat());
    expect(&cohort(&["new", "Dakar", "--learner", "Awa Diop"]), 0, "Dakar", "");
    let folder = home.path().join("open");
    let certify = |folder: &Path| cohort(&["certify", "-o", folder.to_str().unwrap(), "--supervised"]);
    let told = certify(&folder);
    expect(&told, 0, "", "1 of 1 certified");
    assert!(!String::from_utf8_lossy(&told.stderr).contains("does not say supervised"));
    expect(&cohort(&["lock", "test/course", "--code", "blue river"]), 0, "blue river", "Write the invitation again");
    let folder = home.path().join("locked");
    expect(&certify(&folder), 0, "", "Awa Diop: the best try at a locked test was begun without its code");
    let page = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "html"));
    assert!(fs::read_to_string(page.unwrap()).unwrap().contains("without supervision"));
}

#[test]
fn in_the_evening_who_completed_the_course_takes_a_certificate_home_and_nobody_else_does() {
    let home = home();
    let home = home.path();
    graduate(home, &rundown::course::Course::folder(Path::new(SMALL)).unwrap());
    expect(&run(home, &["learner", "add", "--name", "Issa Ba"]), 0, "", "");
    let (out, pass) = (home.join("evening"), home.join("pass"));
    fs::write(&pass, "lagune\n").unwrap();
    let on_course = |args: &[&str]| run(home, &[args, &["--course", SMALL, "--lang", "en"]].concat());
    for args in [
        &["cohort", "new", "Dakar", "--from", "2027-03-16"][..],
        &["cohort", "add", "Awa Diop", "Issa Ba"],
        &["cohort", "attend", "2027-03-16", "morning", "Awa Diop"],
    ] {
        expect(&on_course(args), 0, "", "");
    }
    let pass = pass.to_str().unwrap();
    let evening = ["cohort", "evening", "-o", out.to_str().unwrap(), "--passphrase-file", pass, "--supervised"];
    expect(&on_course(&evening), 0, "", "certificates: 1");
    let mut certificates = Vec::new();
    for own in fs::read_dir(out.join("take-home")).unwrap().map(|entry| entry.unwrap().path()) {
        let files = fs::read_dir(&own).unwrap().map(|entry| entry.unwrap().path());
        certificates.extend(files.filter(|file| file.extension().is_some_and(|ending| ending == "json")));
    }
    let [credential] = &certificates[..] else { panic!("{certificates:?}") };
    assert!(credential.to_str().unwrap().contains("awa-diop"), "{credential:?}");
    expect(&verify(home, credential, &[]), 0, "Awa Diop", "");
    let page = fs::read_to_string(credential.with_extension("html")).unwrap();
    assert!(page.contains("3 attended"), "a half-day there: {page}");
}
