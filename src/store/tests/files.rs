//! What stands at the path before: nothing, something else, something newer, something broken.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;

fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    (folder, path)
}

fn fill(path: &Path) {
    let store = Store::open(path).unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    once(&store, Principal::Owner, append(1, (0..40).map(|_| answered(1, "q", "a", 0)))).unwrap();
}

fn bytes_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn what_is_not_a_journal_is_refused_and_left_as_it_is() {
    let database = |sql: &str| {
        let (_folder, path) = place();
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        fs::read(&path).unwrap()
    };
    let cases = [
        Vec::new(),
        b"cut".to_vec(),
        vec![7; 5_000],
        database("CREATE TABLE event (id)"),
        database("PRAGMA application_id = 5; PRAGMA user_version = 9; CREATE TABLE event (id)"),
    ];
    for content in cases {
        let (folder, path) = place();
        fs::write(&path, &content).unwrap();
        assert!(matches!(Store::open(&path), Err(StoreError::Foreign { .. })));
        assert_eq!(bytes_in(folder.path()), [(path, content)]);
    }
}

#[test]
fn a_newer_journal_is_refused_without_writing_a_byte() {
    let (folder, path) = place();
    fill(&path);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(connection);
    let before = bytes_in(folder.path());
    assert!(matches!(Store::open(&path), Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(bytes_in(folder.path()), before);
}

#[test]
fn a_newer_version_that_stands_in_the_log_only_is_seen_too() {
    let (_folder, path) = place();
    fill(&path);
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.execute_batch("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 99").unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_damaged_journal_never_panics_and_is_never_replaced() {
    let (folder, path) = place();
    fill(&path);
    let whole = fs::read(&path).unwrap();
    let events = record(once(&Store::open(&path).unwrap(), Principal::Owner, open(1))).events;
    for step in 0..60 {
        let mut broken = whole.clone();
        let from = 100 + step * (whole.len() - 100) / 60;
        broken[from..from + 16].fill(0xa5);
        fs::write(&path, &broken).unwrap();
        let answer = Store::open(&path).and_then(|store| once(&store, Principal::Owner, open(1)));
        match answer {
            Ok(Answer::Opened(found)) => assert_eq!(found.events, events, "silently other events, step {step}"),
            Ok(other) => panic!("{other:?}"),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
        assert_eq!(fs::metadata(&path).unwrap().len(), whole.len() as u64);
    }
    for length in [0, 50, 4_096, whole.len() / 2] {
        fs::write(&path, &whole[..length]).unwrap();
        let answer = Store::open(&path).and_then(|store| once(&store, Principal::Owner, open(1)));
        assert!(answer.is_err(), "cut at {length}");
    }
    drop(folder);
}

#[test]
fn a_folder_in_the_way_is_named() {
    let (folder, _) = place();
    let error = Store::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains(&folder.path().display().to_string()), "{error}");
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("data/rundown");
    let path = home.join("journal.db");
    let store = Store::open(&path).unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    assert_eq!((mode(&home), mode(&path), mode(&home.join("journal.db-wal"))), (0o700, 0o600, 0o600));
    drop(store);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    Store::open(&path).unwrap();
    assert_eq!(mode(&path), 0o600);
}

#[test]
fn the_settings_that_durability_rests_on_are_in_force() {
    let (_folder, path) = place();
    let database = Database::open(&path).unwrap();
    let read = |name: &str| database.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((read("synchronous"), read("foreign_keys"), read("fullfsync"), read("mmap_size")), (2, 1, 1, 0));
    assert!(rusqlite::version_number() >= 3_051_003);
}
