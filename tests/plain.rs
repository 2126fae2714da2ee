//! The real program, driven by lines: a script sits a quiz, and the report says the same in every format.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const COURSE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/courses/small");

fn rundown(home: &Path, args: &[&str], script: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rundown"))
        .args(["--home".as_ref(), home.as_os_str(), "--course".as_ref(), COURSE.as_ref()])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// Answers the quiz of the first lesson; options come in an order that nobody knows beforehand.
const QUIZ: &str = "Awa Diop\nLagune TV\n1\n1\n2\n1\n1 2\n2\n4 3 2 1\n1 2\n1 2 2\n75\nthe desk\n2 12-13\n\nq\n";

#[test]
fn a_script_sits_a_quiz_and_every_report_says_the_same() {
    let home = tempfile::tempdir().unwrap();
    let sat = rundown(home.path(), &["--plain", "--lang", "en"], QUIZ);
    assert!(sat.status.success());
    assert!(out(&sat).contains("Result: ") && out(&sat).ends_with("Everything is saved. Goodbye.\n"), "{}", out(&sat));

    let report = |format| {
        let written = rundown(home.path(), &["report", "--format", format], "");
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        out(&written).to_owned()
    };
    let json: serde_json::Value = serde_json::from_str(&report("json")).unwrap();
    let best = json["tables"]["lessons"]["rows"][0]["best"].as_u64().unwrap();
    assert!(out(&sat).contains(&format!(", {best} %.")), "{}", out(&sat));
    assert_eq!(json["figures"]["attempts"]["value"], 1);
    assert_eq!(json["tables"]["answers"]["rows"].as_array().unwrap().len(), 9);
    assert!(report("text").contains(&format!("{best} %")));
    assert!(report("md").contains(&format!("| {best} % |")));
    assert!(report("html").contains(&format!(">{best} %</td>")));
    let sheet = rundown(home.path(), &["report", "--format", "csv", "--table", "questions"], "");
    assert_eq!(out(&sheet).lines().count(), 1 + 9, "{}", out(&sheet));
    let answered = |line: &&str| line.contains("verbs/answered");
    let statements = report("xapi");
    assert_eq!(statements.lines().filter(answered).count(), 9, "{statements}");
    assert_eq!(report("xapi"), statements, "what was said is said again under the same ids");
    assert!(report("csv").lines().any(|row| row.starts_with("\"lesson\"") && row.contains(&format!(",{best},"))));
}

#[test]
fn a_learner_backs_up_to_a_stick_and_finds_everything_there() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    assert!(rundown(home.path(), &["--plain", "--lang", "en"], QUIZ).status.success());
    // Long lines are broken at 80 columns, and a long path stands on a line of its own.
    let told = |output: &Output| out(output).split_whitespace().collect::<Vec<_>>().join(" ");
    let to = stick.path().display();
    let alone = rundown(home.path(), &["--plain", "--learner", "Awa Diop"], &format!("b\n{to}\nq\n"));
    assert!(told(&alone).contains("A copy holds everybody of this home"), "{}", out(&alone));
    let made = rundown(home.path(), &["--plain"], &format!("b\n{to}/none\nb\n{to}\nq\n"));
    assert!(told(&made).contains(&format!("there is no folder {to}/none")), "{}", out(&made));
    let copies: Vec<_> = std::fs::read_dir(stick.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [copy] = &copies[..] else { panic!("{copies:?}") };
    assert!(told(&made).contains(&format!("Saved as {}", copy.display())), "{}", out(&made));
    let other = tempfile::tempdir().unwrap();
    assert!(rundown(other.path(), &["restore", copy.to_str().unwrap()], "").status.success());
    let report = |home: &Path| {
        let written = rundown(home, &["report", "--format", "json"], "");
        serde_json::from_str::<serde_json::Value>(out(&written)).unwrap()["tables"].clone()
    };
    assert_eq!(report(home.path())["questions"]["rows"].as_array().unwrap().len(), 9);
    assert_eq!(report(other.path()), report(home.path()));
}

#[cfg(unix)]
#[test]
fn a_signal_ends_plain_mode_in_order() {
    use std::io::{BufRead, BufReader};
    use std::os::unix::process::ExitStatusExt;

    for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        let home = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_rundown"))
            .args(["--home".as_ref(), home.path().as_os_str(), "--course".as_ref(), COURSE.as_ref()])
            .args(["--plain", "--lang", "en"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // The input stays open: only the signal can end the program.
        let mut input = child.stdin.take().unwrap();
        input.write_all(b"Awa Diop\nLagune TV\n1\n1\n2\n").unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.any(|line| line.contains("Question 1 of 9")));
        Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap();
        assert_eq!(lines.last().as_deref(), Some("Everything is saved. Goodbye."), "{name}");
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
    }
}

#[test]
fn what_a_script_leaves_is_gone_on_with_in_another_run() {
    let home = tempfile::tempdir().unwrap();
    let half: String = QUIZ.split_inclusive('\n').take(8).collect();
    assert!(rundown(home.path(), &["--plain", "--lang", "en"], &half).status.success());
    let again = rundown(home.path(), &["--plain", "--learner", "Awa Diop"], "1\n2\n");
    assert!(out(&again).contains("Question 4 of 9"), "{}", out(&again));
}

#[test]
fn a_report_goes_to_a_file_whole_and_in_the_language_asked_for() {
    let home = tempfile::tempdir().unwrap();
    rundown(home.path(), &["--plain", "--lang", "en"], "Awa Diop\nLagune TV\n1\nq\n");
    let file = home.path().join("awa.csv");
    let path = file.to_str().unwrap();
    let written = rundown(home.path(), &["report", "--lang", "fr", "--format", "csv", "-o", path], "");
    assert!(written.status.success() && written.stdout.is_empty());
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("\u{feff}\"kind\";\"made_at\"") && text.contains("Leçons terminées"), "{text}");
}

#[test]
fn an_unknown_learner_or_format_is_wrong_usage_and_says_what_is_known() {
    let home = tempfile::tempdir().unwrap();
    rundown(home.path(), &["--plain", "--lang", "en"], "Awa Diop\nLagune TV\n1\nq\n");
    for args in [["report", "--learner", "Nobody"], ["report", "--format", "doc"], ["report", "--delimiter", ";"]] {
        let refused = rundown(home.path(), &args, "");
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        assert!(!refused.stderr.is_empty() && refused.stdout.is_empty(), "{args:?}");
    }
}

/// Returns the folder that a script of `tests/outside` reads, or one that goes with the test.
fn folder(variable: &str) -> (PathBuf, tempfile::TempDir) {
    let own = tempfile::tempdir().unwrap();
    (std::env::var_os(variable).map_or_else(|| own.path().to_owned(), PathBuf::from), own)
}

#[test]
fn statements_for_another_program() {
    let (folder, _own) = folder("RUNDOWN_STATEMENTS");
    let home = tempfile::tempdir().unwrap();
    assert!(rundown(home.path(), &["--plain", "--lang", "en"], QUIZ).status.success());
    let file = folder.join("plain.jsonl");
    let written = rundown(home.path(), &["report", "--format", "xapi", "-o", file.to_str().unwrap()], "");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let statements = std::fs::read_to_string(&file).unwrap();
    let is_one = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["actor"]["account"].is_object();
    assert!(statements.lines().count() > 10 && statements.lines().all(is_one), "{statements}");
}

#[test]
fn sheets_for_another_program() {
    let (folder, _own) = folder("RUNDOWN_SHEETS");
    let home = tempfile::tempdir().unwrap();
    let script = QUIZ.replace("Awa Diop\nLagune TV", "==1+1\n@SUM(1;2)").replace("the desk", "=-1+cmd|\"/C calc\"!A0");
    assert!(rundown(home.path(), &["--plain", "--lang", "en"], &script).status.success());
    let write = |name: &str, args: &[&str]| {
        let written = rundown(home.path(), &[&["report", "--format", "csv"], args].concat(), "");
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let sheet = out(&written);
        assert!(sheet.contains("\"'=1+1\",") && sheet.contains("\"'@SUM(1;2)\","), "{sheet}");
        std::fs::write(folder.join(format!("{name}.csv")), sheet).unwrap();
    };
    write("whole", &[]);
    for table in ["lessons", "questions", "attempts"] {
        write(table, &["--table", table]);
    }
    let book = folder.join("book.xlsx");
    let written = rundown(home.path(), &["report", "--format", "xlsx", "-o", book.to_str().unwrap()], "");
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
}
