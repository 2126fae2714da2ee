//! Holds the arrows between the folders of `src`: who may name whom.
//!
//! A single package cannot enforce them by crates, so the sources are read as text. A file that names a folder to its
//! left, or a crate of the outside world where the domain lives, fails here with its line.

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder with the folders of ours that it may name.
const ARROWS: &[(&str, &[&str])] = &[
    ("id", &[]),
    ("clock", &[]),
    ("seal", &[]),
    ("text", &[]),
    ("pattern", &[]),
    ("diagnostic", &[]),
    ("course", &["diagnostic", "id", "clock", "pattern", "text"]),
    ("words", &["id"]),
    ("assess", &["course", "id", "clock", "pattern", "text"]),
    ("journal", &["assess", "course", "id", "clock", "seal"]),
    // Rows and figures of many learners; what keeps the rows speaks of them as it does of events.
    ("cohort", &["journal", "assess", "course", "id", "clock", "pattern", "seal", "text"]),
    ("check", &["assess", "course", "diagnostic", "id", "pattern", "words", "text"]),
    ("report", &["cohort", "journal", "assess", "course", "id", "clock", "seal", "words", "text"]),
    ("store", &["cohort", "journal", "assess", "course", "id", "clock", "seal"]),
    (
        "session",
        &[
            "store",
            "report",
            "cohort",
            "journal",
            "assess",
            "course",
            "diagnostic",
            "id",
            "clock",
            "seal",
            "words",
            "text",
        ],
    ),
    (
        "tui",
        &[
            "session",
            "store",
            "report",
            "cohort",
            "journal",
            "assess",
            "check",
            "course",
            "diagnostic",
            "id",
            "clock",
            "words",
            "text",
        ],
    ),
    (
        "plain",
        &[
            "session",
            "store",
            "report",
            "cohort",
            "journal",
            "assess",
            "check",
            "course",
            "diagnostic",
            "id",
            "clock",
            "words",
            "text",
        ],
    ),
];

/// Folders that must run in a server, a browser or a test as they are.
const DOMAIN: &[&str] = &[
    "id",
    "clock",
    "seal",
    "diagnostic",
    "course",
    "assess",
    "check",
    "journal",
    "cohort",
    "report",
    "session",
    "words",
    "text",
    "pattern",
];

/// What the domain never names: terminals, databases, runtimes, and the machine around it.
const OUTSIDE: &[&str] = &[
    "ratatui",
    "crossterm",
    "rusqlite",
    "tokio",
    "etcetera",
    "std::env",
    "std::process",
    "SystemTime::now",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
];

/// What the screen never names: where input comes from, where files go.
const NOT_ON_SCREEN: &[&str] = &[
    "crossterm",
    "rusqlite",
    "tokio",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::path",
    "SystemTime::now",
    "Instant::now",
];

fn sources(of: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = vec![src.join(format!("{of}.rs"))];
    let mut folders = vec![src.join(of)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found
}

/// Returns the lines of a file that are code of the program: no comments, nothing after the tests begin.
fn code(path: &Path) -> Vec<(usize, String)> {
    let within = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path);
    let is_test = within.with_extension("").components().any(|part| part.as_os_str() == "tests");
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().take_while(|line| !is_test && !line.starts_with("#[cfg(test)]"));
    let numbered = lines.enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    numbered.map(|(i, line)| (i + 1, line.to_owned())).collect()
}

fn names(line: &str, word: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|s| s.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|s| s.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

fn offences(of: &str, forbidden: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for path in sources(of) {
        for (line, text) in code(&path) {
            let hits = forbidden.iter().filter(|word| names(&text, word));
            found.extend(hits.map(|word| format!("{}:{line}: names `{word}`: {}", path.display(), text.trim())));
        }
    }
    found
}

#[test]
fn arrows_run_one_way() {
    let all: Vec<&str> = ARROWS.iter().map(|(of, _)| *of).chain(["cli"]).collect();
    let mut found = Vec::new();
    for (of, may) in ARROWS {
        let forbidden: Vec<String> =
            all.iter().filter(|to| *to != of && !may.contains(to)).map(|to| format!("crate::{to}")).collect();
        found.extend(offences(of, &forbidden));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_domain_knows_no_terminal_no_database_and_no_machine() {
    let forbidden: Vec<String> = OUTSIDE.iter().map(ToString::to_string).collect();
    let found: Vec<String> = DOMAIN.iter().flat_map(|of| offences(of, &forbidden)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_screen_knows_no_event_source_no_path_and_no_clock() {
    let forbidden: Vec<String> = NOT_ON_SCREEN.iter().map(ToString::to_string).collect();
    let found: Vec<String> = ["tui", "plain"].iter().flat_map(|of| offences(of, &forbidden)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn sql_is_written_in_the_store_alone() {
    let forbidden: Vec<String> = ["rusqlite", "SELECT", "INSERT INTO", "PRAGMA"].map(String::from).to_vec();
    let others = ARROWS.iter().map(|(of, _)| *of).filter(|of| *of != "store").chain(["cli"]);
    let found: Vec<String> = others.flat_map(|of| offences(of, &forbidden)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_folder_of_the_sources_has_its_arrows() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let known = |name: &str| name == "cli" || ARROWS.iter().any(|(of, _)| *of == name);
    let entries = fs::read_dir(src).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let unknown: Vec<String> = names.filter(|name| !known(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// The check itself can fail: a line that crosses an arrow is found, one that only looks like it is not.
#[test]
fn a_planted_offence_is_found() {
    assert!(names("use crate::tui::App;", "crate::tui"));
    assert!(names("    crossterm::event::read()?;", "crossterm"));
    assert!(!names("use crate::tuition;", "crate::tui"));
    assert!(!names("fn from_crossterm()", "crossterm"));
}
