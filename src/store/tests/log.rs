//! What the quiet moment does: a log with room, which answers do not lengthen.

use super::*;

fn length(folder: &tempfile::TempDir) -> u64 {
    std::fs::metadata(folder.path().join("journal.db-wal")).unwrap().len()
}

#[test]
fn after_a_quiet_moment_answers_are_written_over_what_the_log_has() {
    let folder = tempfile::tempdir().unwrap();
    let mut database = Database::open(&folder.path().join("journal.db")).unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    assert!(database.wants_quiet());
    database.tidy().unwrap();
    assert!(!database.wants_quiet());
    let roomy = length(&folder);
    let mut saved = Vec::new();
    // Far more in all than there is room for, and never much between two quiet moments.
    for _ in 0..60 {
        for _ in 0..10 {
            saved.extend(appended(directly(&mut database, append(1, [answered(1, "q", "a", 0)]))));
        }
        database.tidy().unwrap();
    }
    assert_eq!(length(&folder), roomy);
    assert_eq!(record(directly(&mut database, open(1))).events, saved);
}

#[test]
fn a_log_without_a_quiet_moment_grows_and_is_emptied_later() {
    let folder = tempfile::tempdir().unwrap();
    let mut database = Database::open(&folder.path().join("journal.db")).unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    let many = (0..4_000).map(|_| answered(1, "q", "a", 0));
    let saved = appended(directly(&mut database, append(1, many)));
    let grown = length(&folder);
    database.tidy().unwrap();
    directly(&mut database, append(1, [seen("start")])).unwrap();
    assert_eq!(length(&folder), grown);
    assert_eq!(record(directly(&mut database, open(1))).events.len(), saved.len() + 1);
}

#[test]
fn a_journal_in_memory_has_no_log_to_look_after() {
    let mut database = Database::memory().unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    database.tidy().unwrap();
    assert!(record(directly(&mut database, open(1))).events.is_empty());
}
