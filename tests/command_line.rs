//! The commands as a script sees them: output, messages, exit status.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A call of the program in made-up surroundings.
fn rundown(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rundown"));
    command.args(args).env("RUNDOWN_HOME", home).env("LANG", "en_US.UTF-8").env_remove("LC_ALL");
    command.stdin(Stdio::null());
    command
}

fn run(home: &Path, args: &[&str]) -> Output {
    rundown(home, args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[track_caller]
fn expect(output: &Output, status: i32, out: &str, err: &str) {
    let (got, said) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(status), "{got}\n{said}");
    assert!(got.contains(out), "no `{out}` in the output:\n{got}");
    assert!(said.contains(err), "no `{err}` in the messages:\n{said}");
}

fn with_learner() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let added = run(home.path(), &["learner", "add", "--name", "Awa Diop", "--member", "Lagune TV", "--lang", "fr"]);
    expect(&added, 0, "Awa Diop", "");
    home
}

#[test]
fn learners_are_added_listed_and_shown() {
    let home = with_learner();
    expect(&run(home.path(), &["learner", "list"]), 0, "fr  Awa Diop  Lagune TV", "");
    expect(&run(home.path(), &["learner", "show", "awa diop"]), 0, "station   Lagune TV", "");
    expect(&run(home.path(), &["learner", "show", "Zoé"]), 2, "", "there is no learner `Zoé` here");
    expect(&run(home.path(), &["learner", "add", "--name", " \u{1b} "]), 2, "", "needs a name");
}

#[test]
fn a_name_from_outside_cannot_act_on_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let added = run(home.path(), &["learner", "add", "--name", "Awa\u{1b}]0;x\u{7}\u{202e}", "--member", "\u{9b}2J"]);
    assert!(added.status.success());
    let listed = run(home.path(), &["learner", "list"]);
    let foreign = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
    assert!(!text(&listed.stdout).contains(foreign), "{:?}", text(&listed.stdout));
    let asked = run(home.path(), &["learner", "show", "\u{1b}[2J"]);
    assert!(!text(&asked.stderr).contains(foreign), "{:?}", text(&asked.stderr));
}

#[test]
fn a_report_goes_to_standard_output_or_to_a_file() {
    let home = with_learner();
    let report = run(home.path(), &["report", "--format", "json"]);
    expect(&report, 0, "\"Awa Diop\"", "");
    let file = home.path().join("awa.csv");
    let args = ["report", "--learner", "Awa Diop", "--format", "csv", "--delimiter", "tab", "-o"];
    expect(&run(home.path(), &[&args[..], &[file.to_str().unwrap()]].concat()), 0, "", "");
    assert!(text(&fs::read(&file).unwrap()).contains('\t'));
    let nowhere = home.path().join("nowhere/awa.csv");
    let refused = run(home.path(), &["report", "-o", nowhere.to_str().unwrap()]);
    expect(&refused, 3, "", nowhere.to_str().unwrap());
}

#[test]
fn wrong_usage_is_told_with_status_2() {
    let home = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &str); 8] = [
        (&["--nonsense"], "--nonsense"),
        (&["--lang", "english"], "english"),
        (&["--theme", "pink"], "high-contrast"),
        (&["--open", "dopesheet"], "track/name"),
        (&["report", "--format", "doc"], "`text`, `md`, `html`, "),
        (&["report"], "there is no learner here yet"),
        (&["report", "--learner", "Awa"], "there is no learner `Awa`"),
        (&[], "use --plain"),
    ];
    for (args, err) in cases {
        expect(&run(home.path(), args), 2, "", err);
    }
    let home = with_learner();
    for option in [["--delimiter", ","], ["--table", "lessons"]] {
        for format in ["md", "xapi"] {
            let args = [&["report", "--format", format], &option[..]].concat();
            expect(&run(home.path(), &args), 2, "", &format!("{} is for --format csv", option[0]));
        }
    }
    let args = ["report", "--format", "csv", "--table", "answers"];
    expect(&run(home.path(), &args), 2, "", "`lessons`, `questions` or `attempts`");
}

#[test]
fn a_course_is_checked_with_status_0_or_1() {
    let home = tempfile::tempdir().unwrap();
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small");
    let json = run(home.path(), &["check", small.to_str().unwrap(), "--format", "json"]);
    assert!(serde_json::from_slice::<serde_json::Value>(&json.stdout).unwrap()["diagnostics"].is_array());
    let broken = home.path().join("broken");
    fs::create_dir_all(broken.join("lessons")).unwrap();
    fs::write(broken.join("lessons/course.toml"), "id = 1\n").unwrap();
    let checked = run(home.path(), &["check", broken.to_str().unwrap()]);
    expect(&checked, 1, "lessons/course.toml:1", "");
    assert!(!checked.stdout.contains(&0x1b), "no colour where there is no terminal");
    expect(&run(home.path(), &["--plain", "--course", broken.to_str().unwrap()]), 1, "", "has 6 faults");
    expect(&run(home.path(), &["check", "/nowhere/at/all"]), 3, "", "/nowhere/at/all");
    expect(&run(home.path(), &["check", home.path().to_str().unwrap()]), 3, "", "lessons/course.toml");
}

#[test]
fn a_backup_is_made_listed_and_put_back() {
    let home = with_learner();
    let made = run(home.path(), &["backup"]);
    expect(&made, 0, "backups/rundown-", "");
    let copy = text(&made.stdout).trim().to_owned();
    expect(&run(home.path(), &["backup", "--list"]), 0, &copy, "");
    run(home.path(), &["learner", "add", "--name", "Issa"]);
    expect(&run(home.path(), &["restore", &copy]), 0, "journal.db", "before-restore-1.db");
    let listed = run(home.path(), &["learner", "list"]);
    expect(&listed, 0, "Awa Diop", "");
    assert!(!text(&listed.stdout).contains("Issa"));
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().to_str().unwrap();
    expect(&run(home.path(), &["backup", "-o", folder]), 0, folder, "");
    expect(&run(home.path(), &["backup", "-o", &copy]), 2, "", "name another file");
    expect(&run(home.path(), &["restore", "/nowhere/at/all.db"]), 2, "", "there is no file");
    expect(&run(elsewhere.path(), &["backup"]), 2, "", "nothing to copy yet");
}

/// Types lines into plain mode.
fn type_lines(home: &Path, lines: &str) {
    let mut command = rundown(home, &["--plain"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

/// What a report says, without the moment it was made.
fn figures(home: &Path) -> serde_json::Value {
    let mut report: serde_json::Value =
        serde_json::from_slice(&run(home, &["report", "--format", "json"]).stdout).unwrap();
    for moment in ["made_at", "made"] {
        report.as_object_mut().unwrap().remove(moment);
    }
    report
}

#[test]
fn everything_of_a_learner_is_exported_and_taken_in_again_elsewhere() {
    let (home, stick) = (with_learner(), tempfile::tempdir().unwrap());
    type_lines(home.path(), "A1\n1\n\n\nn\nÀ vérifier: le pont\n\n");
    let exported = run(home.path(), &["learner", "export", "Awa Diop", "-o", stick.path().to_str().unwrap()]);
    expect(&exported, 0, "awa-diop-", "");
    let folder = std::path::PathBuf::from(text(&exported.stdout).trim());
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert!(read("notes.txt").contains("le pont") && read("notes.json").contains("le pont"));
    assert!(read("README.txt").contains("Awa Diop") && read("profile.json").contains("Lagune TV"));
    assert!(read("report.html").contains("Awa Diop") && read("report.txt").contains("Awa Diop"));
    assert!(serde_json::from_str::<serde_json::Value>(&read("drafts.json")).unwrap().is_object());
    let progress = folder.join("progress.rundown");
    let progress = progress.to_str().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    expect(&run(elsewhere.path(), &["progress", "import", progress]), 0, "", "");
    assert_eq!(figures(elsewhere.path()), figures(home.path()));
    // Whoever was deleted does not come back with a stick, unless somebody says so.
    expect(&run(home.path(), &["learner", "delete", "Awa Diop", "--yes"]), 0, "", "is deleted");
    let refused = run(home.path(), &["progress", "import", progress]);
    assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stdout));
    assert_eq!(text(&run(home.path(), &["learner", "list"]).stdout), "");
    expect(&run(home.path(), &["progress", "import", "--even-deleted", progress]), 0, "", "");
    assert_eq!(figures(elsewhere.path()), figures(home.path()));
}

#[test]
fn a_learner_is_deleted_with_every_file_of_the_home() {
    let home = with_learner();
    run(home.path(), &["learner", "add", "--name", "Issa"]);
    run(home.path(), &["backup"]);
    expect(&run(home.path(), &["learner", "delete", "Awa Diop"]), 2, "", "--yes");
    let shown = run(home.path(), &["learner", "show", "Awa Diop"]);
    let id = text(&shown.stdout).lines().next().unwrap().split_whitespace().nth(1).unwrap().to_owned();
    let reports = home.path().join("reports");
    fs::create_dir_all(reports.join(format!("awa-diop-{}", id.get(..8).unwrap()))).unwrap();
    fs::write(reports.join("rundown-awa-diop-2027-03-16.html"), "old").unwrap();
    expect(&run(home.path(), &["learner", "delete", "awa diop", "--yes"]), 0, "", "is deleted");
    assert_eq!(fs::read_dir(&reports).unwrap().count(), 0);
    let mut folders = vec![home.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                assert!(!bytes.windows(8).any(|found| found == b"Awa Diop"), "{}", path.display());
            }
        }
    }
    expect(&run(home.path(), &["learner", "list"]), 0, "Issa", "");
    expect(&run(home.path(), &["learner", "delete", &id, "--yes"]), 0, "", "is deleted");
    expect(&run(home.path(), &["learner", "delete", "Nobody", "--yes"]), 2, "", "there is no learner");
}

#[test]
fn a_faulty_course_touches_no_progress() {
    let home = with_learner();
    let journal = || fs::read(home.path().join("journal.db")).unwrap();
    let before = journal();
    expect(&run(home.path(), &["--plain", "--course", "/nowhere/at/all"]), 3, "", "/nowhere/at/all");
    assert!(journal() == before);
    expect(&run(home.path(), &["learner", "list"]), 0, "Awa Diop", "");
}

#[test]
fn a_home_that_cannot_be_used_is_told_with_status_3_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    expect(&run(&file, &["learner", "list"]), 3, "", "--home");
    expect(&run(&file, &["--plain"]), 3, "", "--home");
    for content in ["", "mine"] {
        fs::write(folder.path().join("journal.db"), content).unwrap();
        expect(&run(folder.path(), &["learner", "list"]), 3, "", "journal.db is not a Rundown journal");
        assert_eq!(fs::read_to_string(folder.path().join("journal.db")).unwrap(), content);
    }
}

#[test]
fn without_any_home_the_way_out_is_named() {
    let mut command = rundown(Path::new(""), &["learner", "list"]);
    command.env_clear();
    let output = command.output().unwrap();
    // Where the system knows a home folder without being told, there is nothing to say.
    if !output.status.success() {
        expect(&output, 3, "", "--home");
    }
}

#[test]
fn looking_into_an_empty_home_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    expect(&run(&home, &["learner", "list"]), 0, "", "");
    expect(&run(&home, &["report"]), 2, "", "there is no learner here yet");
    assert!(!home.exists());
}

#[test]
fn the_option_wins_over_the_variable() {
    let home = with_learner();
    let other = tempfile::tempdir().unwrap();
    let listed = run(other.path(), &["--home", home.path().to_str().unwrap(), "learner", "list"]);
    expect(&listed, 0, "Awa Diop", "");
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let home = with_learner();
    let mut child = rundown(home.path(), &["report", "--format", "html"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success() && said.is_empty(), "{said}");
}

#[test]
fn every_fault_of_the_settings_is_told_at_once_and_the_session_goes_on() {
    let home = with_learner();
    fs::write(home.path().join("settings.toml"), "theme = \"pink\"\n").unwrap();
    fs::write(home.path().join("keys.toml"), "[home]\nnonsense = \"x\"\n[nowhere]\nopen = \"x\"\n").unwrap();
    let output = run(home.path(), &["--plain", "--learner", "Awa Diop"]);
    for fault in ["pink", "nonsense", "nowhere"] {
        expect(&output, 0, "", fault);
    }
}

#[test]
fn plain_mode_ends_cleanly_at_the_end_of_input() {
    let home = with_learner();
    let mut child = rundown(home.path(), &["--plain", "--learner", "Awa Diop"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"?\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(!output.stdout.contains(&0x1b), "no control sequences line by line");
}

#[test]
fn tools_are_listed_and_only_what_was_kept_is_written_out() {
    let home = with_learner();
    let listed = text(&run(home.path(), &["tool"]).stdout);
    for tool in ["dopesheet", "shotlist", "risk-form", "restriction-line", "alert", "fact-check-record"] {
        assert!(listed.lines().any(|line| line.starts_with(&format!("{tool} "))), "{listed}");
    }
    expect(&run(home.path(), &["tool", "dopsheet"]), 2, "", "there is no tool `dopsheet`");
    let args = ["tool", "dopesheet", "--item", "1", "--format", "json"];
    expect(&run(home.path(), &args), 2, "", "has kept no item `1`");
    expect(&run(home.path(), &["tool", "dopesheet", "--format", "json"]), 2, "", "--item");
    expect(&run(home.path(), &["tool", "dopesheet"]), 2, "", "this is no terminal");
}

#[test]
fn a_lesson_or_a_piece_of_desk_work_is_opened_by_its_id() {
    let home = with_learner();
    for (id, words) in [("exchange/inbox", "The inbox at 15:10"), ("exchange/dopesheet", "b section précédente")] {
        let open = run(home.path(), &["--plain", "--open", id]);
        expect(&open, 0, words, "");
    }
}

#[test]
fn a_quiz_is_printed_and_its_key_is_another_paper() {
    let home = tempfile::tempdir().unwrap();
    let quiz = |more: &[&str]| {
        let args = ["print", "quiz", "dopesheet", "--format", "html", "-o", "-"];
        let printed = run(home.path(), &[&args, more].concat());
        expect(&printed, 0, "<h1 dir=\"auto\">", "");
        text(&printed.stdout)
    };
    assert!(!quiz(&[]).contains("Right:") && quiz(&["--key"]).contains("Right:"));
    assert!(quiz(&["--lang", "fr"]).contains("Écrivez une lettre."));
    expect(&run(home.path(), &["print", "lesson", "nothing", "-o", "a.html"]), 2, "", "exchange/dopesheet");
    expect(&run(home.path(), &["print", "guide", "--list"]), 0, "gathering", "");
    expect(&run(home.path(), &["print", "lesson", "dopesheet", "-o", "a.txt"]), 2, "", "--format");
}

#[test]
fn answers_on_paper_are_shown_saved_once_and_refused_with_the_line_and_the_reason() {
    let home = with_learner();
    let rows = home.path().join("rows.txt");
    let paper = |content: &str, more: &[&str]| {
        fs::write(&rows, content).unwrap();
        run(home.path(), &[&["paper", "dopesheet", rows.to_str().unwrap()], more].concat())
    };
    let bad = paper("# Monday\nAwa Diop: a b\nZoé: a\nno colon", &["--yes"]);
    expect(&bad, 1, "", "line 4");
    let bad = paper("Awa Diop: a b\nZoé: a", &["--yes"]);
    expect(&bad, 1, "", "line 1: 2 answers for 10 questions");
    expect(&bad, 1, "", "line 2: there is no learner `Zoé` here");
    let row = "awa diop: a acf ebfda a - accbab 19-26,40-43,45-50 88 d a";
    expect(&paper(row, &[]), 2, "", "Awa Diop   90 %");
    expect(&paper(row, &["--yes"]), 0, "", "saved: 1");
    expect(&paper(row, &["--yes"]), 0, "", "saved: 0");
    let report = run(home.path(), &["report", "--format", "json"]);
    expect(&report, 0, "\"exchange/dopesheet\"", "");
}

/// An invitation to the built-in course, as a trainer's machine writes it.
fn invitation(asks: &[rundown::journal::planning::Field]) -> rundown::cohort::Invitation {
    use rundown::id::{CohortId, LearnerId};
    let course = rundown::course::Course::embedded().unwrap();
    let seat = |number, name: &str, member: &str| rundown::cohort::invitation::Seat {
        learner: LearnerId::from_bits(number),
        name: name.to_owned(),
        member: member.to_owned(),
    };
    rundown::cohort::Invitation {
        cohort: CohortId::from_bits(9),
        name: "Port-Sanvi".to_owned(),
        place: String::new(),
        from: "2027-03-16".parse().ok(),
        until: None,
        course: rundown::journal::planning::OnCourse {
            id: course.manifest().id.clone(),
            version: course.manifest().version.clone(),
        },
        trainer: "Zoé Ba".to_owned(),
        asks: asks.iter().copied().collect(),
        reason: "The funder counts countries.".to_owned(),
        agenda: Vec::new(),
        locks: std::collections::BTreeMap::new(),
        house: None,
        roster: vec![seat(1, "Awa Diop", "Lagune TV"), seat(2, "Issa", "Sol TV")],
    }
}

#[test]
fn a_learner_picks_a_name_of_an_invitation_and_is_told_first_what_the_trainer_sees() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("port-sanvi.invite");
    let key = rundown::seal::SecretKey::from_bytes(&[7; 32]);
    let asked = [rundown::journal::planning::Field::Country];
    fs::write(&file, invitation(&asked).write(rundown::clock::Timestamp(0), &key)).unwrap();
    let join = |more: &[&str]| run(home.path(), &[&["join", file.to_str().unwrap()], more].concat());
    expect(&join(&[]), 2, "", "2. Issa  Sol TV");
    expect(&join(&["--name", "Zoé"]), 2, "", "`Zoé` is not on the list");
    let joined = join(&["--name", "awa diop", "--country", "Lagune", "--gender", "not asked"]);
    expect(&joined, 0, "", "What the trainer sees");
    expect(&joined, 0, "", "Awa Diop belongs to Port-Sanvi");
    expect(&run(home.path(), &["learner", "show", "Awa Diop"]), 0, "00000000000000000000000000000001", "");
    expect(&join(&["--name", "Awa Diop"]), 0, "", "belongs to Port-Sanvi");
    assert_eq!(text(&run(home.path(), &["learner", "list"]).stdout).lines().count(), 1, "the same person as before");
    let lying = run(home.path(), &["join", "--name", "Issa"]);
    expect(&lying, 0, "", "Issa belongs to Port-Sanvi");
    let changed = fs::read_to_string(&file).unwrap().replace("Issa", "Isaac");
    fs::write(&file, changed).unwrap();
    expect(&join(&["--name", "Isaac"]), 1, "", "changed or damaged");
}
