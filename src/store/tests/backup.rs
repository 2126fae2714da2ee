//! Copies of the journal, putting one back, and saving what is left of a damaged one.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::journal::Stored;
use crate::store::api::Draft;
use crate::store::backup::{backup, folder};
use crate::store::restore::{restore, salvage};

fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    (folder, path)
}

fn fill(path: &Path, number: u128, events: usize) -> Vec<Event> {
    let store = Store::open(path).unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(number))).unwrap();
    appended(once(&store, Principal::Owner, append(number, (0..events).map(|_| answered(1, "q", "a", 0)))))
}

fn events(path: &Path, number: u128) -> Vec<Event> {
    record(once(&Store::open(path).unwrap(), Principal::Owner, open(number))).events
}

fn backups(journal: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder(journal)).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn a_journal_in_use_is_copied_whole_with_what_stands_in_its_log_only() {
    let (there, path) = place();
    let store = Store::open(&path).unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    let written = appended(once(&store, Principal::Owner, append(1, [enrolled(), seen("start")])));
    let copy = there.path().join("a b%c#/copy?.db");
    backup(&path, &copy).unwrap();
    once(&store, Principal::Owner, append(1, [seen("pitch")])).unwrap();
    assert_eq!(fs::read_dir(copy.parent().unwrap()).unwrap().count(), 1, "one file and nothing beside it");
    assert_eq!(events(&copy, 1), written);
    let again = backup(&path, &copy);
    assert!(again.is_err(), "a copy never takes the place of another file");
}

#[cfg(unix)]
#[test]
fn a_copy_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (there, path) = place();
    fill(&path, 1, 1);
    let copy = there.path().join("copies/copy.db");
    backup(&path, &copy).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&copy), mode(copy.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn a_damaged_journal_is_not_passed_on_as_a_backup() {
    let (there, path) = place();
    fill(&path, 1, 200);
    let mut bytes = fs::read(&path).unwrap();
    let from = bytes.len() / 2;
    bytes[from..from + 3_000].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    assert!(backup(&path, &there.path().join("copy.db")).is_err());
    assert!(!there.path().join("copy.db").exists());
}

#[test]
fn a_restored_backup_and_what_came_after_it_are_joined_without_loss_or_doubling() {
    let (there, path) = place();
    let before = fill(&path, 1, 3);
    let copy = there.path().join("copy.db");
    backup(&path, &copy).unwrap();
    let after = fill(&path, 1, 2);
    let done = restore(&path, &copy).unwrap();
    assert_eq!(events(&path, 1), before);
    let aside = done.aside.unwrap();
    assert_eq!(events(&aside, 1), [before.clone(), after.clone()].concat(), "what stood there is kept");
    let anew = fill(&path, 1, 4);
    let store = Store::open(&path).unwrap();
    let bytes = |event: &Event| Stored::new(event.clone()).unwrap();
    let known = before.iter().chain(&after).map(bytes).collect::<Vec<_>>();
    let Answer::Merged(merged) = once(&store, Principal::Owner, merge(&known)).unwrap() else {
        panic!("another answer")
    };
    assert_eq!((merged.new, merged.known, merged.conflicts.len()), (2, 3, 0));
    drop(store);
    assert_eq!(events(&path, 1).len(), 9);
    assert!(anew.iter().all(|event| event.id.writer != after[0].id.writer && event.id.writer != before[0].id.writer));
}

fn merge(events: &[Stored]) -> Request {
    let import = crate::store::api::Import { events: events.to_vec(), ..Default::default() };
    Request::Merge(Box::new(import))
}

#[test]
fn a_journal_that_somebody_has_open_is_not_replaced() {
    let (there, path) = place();
    fill(&path, 1, 1);
    let copy = there.path().join("copy.db");
    backup(&path, &copy).unwrap();
    let store = Store::open(&path).unwrap();
    once(&store, Principal::Owner, Request::Learners).unwrap();
    assert_eq!(restore(&path, &copy), Err(StoreError::Busy(path.clone())));
    drop(store);
    restore(&path, &copy).unwrap();
}

#[test]
fn where_nothing_stands_or_something_broken_a_backup_is_put_and_the_broken_kept() {
    let (there, path) = place();
    let written = fill(&path, 1, 2);
    let copy = there.path().join("copy.db");
    backup(&path, &copy).unwrap();
    let other = there.path().join("elsewhere/journal.db");
    assert_eq!(restore(&other, &copy).unwrap().aside, None);
    assert_eq!(events(&other, 1), written);
    fs::write(&path, "broken").unwrap();
    let aside = restore(&path, &copy).unwrap().aside.unwrap();
    assert_eq!((fs::read(aside).unwrap(), events(&path, 1)), (b"broken".to_vec(), written));
}

#[test]
fn what_is_no_backup_changes_nothing() {
    let (there, path) = place();
    fill(&path, 1, 2);
    let before = fs::read(&path).unwrap();
    let bad = there.path().join("bad.db");
    for content in [Vec::new(), b"text".to_vec(), before[..before.len() / 2].to_vec()] {
        fs::write(&bad, content).unwrap();
        assert!(restore(&path, &bad).is_err());
        assert!(fs::read(&path).unwrap() == before);
    }
    assert!(!folder(&path).exists());
}

#[test]
fn somebody_who_was_deleted_does_not_come_back_with_a_backup() {
    let (there, path) = place();
    fill(&path, 1, 2);
    fill(&path, 2, 2);
    let copy = there.path().join("copy.db");
    backup(&path, &copy).unwrap();
    let store = Store::open(&path).unwrap();
    once(&store, Principal::Owner, Request::Erase { learner: learner(1), at: Timestamp(5) }).unwrap();
    drop(store);
    assert_eq!(restore(&path, &copy).unwrap().left_out, 1);
    let store = Store::open(&path).unwrap();
    assert_eq!(once(&store, Principal::Owner, open(1)), Err(StoreError::NoLearner(learner(1))));
    assert_eq!(once(&store, Principal::Owner, Request::PutProfile(profile(1))), Err(StoreError::Deleted(learner(1))));
    assert_eq!(record(once(&store, Principal::Owner, open(2))).events.len(), 2);
    drop(store);
    let found = rusqlite::Connection::open(&path).unwrap();
    let at = found.query_row("SELECT at FROM tombstone", [], |row| row.get::<_, i64>(0));
    assert_eq!(at, Ok(5), "when they were deleted is still known");
}

/// How many places are damaged; `RUNDOWN_DAMAGE=2000 cargo test --release store::tests::backup` is the full run.
#[expect(clippy::disallowed_methods, reason = "the full run is asked for from outside")]
fn places() -> usize {
    std::env::var("RUNDOWN_DAMAGE").map_or(24, |places| places.parse().unwrap())
}

/// The bytes of a journal with one of so many places overwritten, flipped or cut off.
fn damaged(whole: &[u8], at: usize, of: usize) -> Vec<u8> {
    let mut broken = whole.to_vec();
    let from = at * (whole.len() - 600) / of;
    match at % 4 {
        3 => broken.truncate((at + 1) * whole.len() / (of + 1)),
        2 => broken[from] ^= 1,
        _ => broken[from..from + 600].fill(0xa5),
    }
    broken
}

/// Opens a damaged journal: it says that it is, or has what was written; it never begins anew.
fn is_never_begun_anew(path: &Path, written: &[Event]) {
    let Ok(store) = Store::open(path) else { return };
    if let Ok(answer) = once(&store, Principal::Owner, open(1)) {
        let found = record(Ok(answer)).events;
        assert!(!found.is_empty() && found.iter().all(|event| written.contains(event)), "{}", found.len());
    }
}

/// Damage at many places: no panic, nothing invented, and what can be proved by its hash is saved.
#[test]
fn what_is_left_of_a_damaged_journal_is_saved_aside_and_the_journal_left() {
    let (there, path) = place();
    let written = fill(&path, 1, 120);
    let store = Store::open(&path).unwrap();
    let draft = Draft { key: "k".to_owned(), json: "1".to_owned() };
    once(&store, Principal::Owner, Request::PutDraft { learner: learner(1), draft }).unwrap();
    drop(store);
    let (whole, all) = (fs::read(&path).unwrap(), places());
    let (mut saved_all, mut cut) = (0, 0);
    for step in 0..all {
        let broken = damaged(&whole, step, all);
        fs::write(&path, &broken).unwrap();
        let (to, copied) = salvage(&path).unwrap();
        assert!(fs::read(&path).unwrap() == broken, "step {step}");
        let found = if copied.learners > 0 { events(&to, 1) } else { Vec::new() };
        assert_eq!(found.len(), copied.events, "step {step}");
        assert!(found.iter().all(|event| written.contains(event)), "step {step}");
        if step % 4 == 3 {
            cut += found.len();
        } else {
            assert!(found.len() + 20 > written.len(), "step {step}: {}", found.len());
            saved_all += usize::from(found.len() == written.len());
        }
        assert!(backups(&path).contains(&to), "step {step}");
        fs::remove_file(to).unwrap();
        is_never_begun_anew(&path, &written);
    }
    assert!(saved_all * 6 > all && cut > all * 4, "{saved_all} {cut}");
    drop(there);
}
