//! Several stores on one file: in threads, and in processes of their own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use super::*;

const ANSWERS: usize = 60;

fn write_many(path: &Path, number: u128) {
    let store = Store::open(path).unwrap();
    let (handle, answers) = handle(&store, Principal::Owner);
    ask(&handle, &answers, Request::PutProfile(profile(number))).unwrap();
    for _ in 0..ANSWERS {
        appended(ask(&handle, &answers, append(number, [answered(1, "q", "a", 0)])));
    }
}

fn count(path: &Path, numbers: std::ops::Range<u128>) -> usize {
    let store = Store::open(path).unwrap();
    numbers.map(|number| record(once(&store, Principal::Owner, open(number))).events.len()).sum()
}

#[test]
fn stores_in_several_threads_write_one_file_and_nobody_hears_of_locks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    thread::scope(|scope| {
        for number in 1..5 {
            let path = &path;
            thread::Builder::new().spawn_scoped(scope, move || write_many(path, number)).unwrap();
        }
    });
    assert_eq!(count(&path, 1..5), 4 * ANSWERS);
}

#[test]
fn stores_in_several_processes_write_one_file_and_nobody_hears_of_locks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let child = |number: u128| {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::tests::processes::one_process_alone_or_of_several"])
            .env("RUNDOWN_TEST_JOURNAL", &path)
            .env("RUNDOWN_TEST_LEARNER", number.to_string())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let children: Vec<_> = (1..4).map(child).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(count(&path, 1..4), 3 * ANSWERS);
}

/// Started by the test above in a process of its own, which says where to write; by itself it writes alone.
#[test]
#[expect(clippy::disallowed_methods, reason = "the other test tells this one where to write")]
fn one_process_alone_or_of_several() {
    let told = std::env::var("RUNDOWN_TEST_JOURNAL").map(std::path::PathBuf::from);
    let number: u128 = std::env::var("RUNDOWN_TEST_LEARNER").map_or(1, |number| number.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = told.clone().unwrap_or_else(|_| folder.path().join("journal.db"));
    write_many(&path, number);
    assert_eq!(count(&path, number..number + 1), ANSWERS);
}

#[test]
fn what_another_store_wrote_is_noticed_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let (here, there) = (Store::open(&path).unwrap(), Store::open(&path).unwrap());
    once(&here, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    assert_eq!(once(&here, Principal::Owner, Request::Refresh), Ok(Answer::Refreshed(false)));
    once(&there, Principal::Owner, append(1, [enrolled()])).unwrap();
    let (watching, answers) = handle(&here, Principal::Learner(learner(1)));
    watching.watch();
    assert_eq!(once(&here, Principal::Owner, Request::Refresh), Ok(Answer::Refreshed(true)));
    assert_eq!(answers.recv_timeout(PATIENCE).unwrap(), (Tag::NEWS, Ok(Answer::Changed(None))));
    assert_eq!(once(&here, Principal::Owner, Request::Refresh), Ok(Answer::Refreshed(false)));
}

#[test]
fn two_stores_give_one_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let stores = [Store::open(&path).unwrap(), Store::open(&path).unwrap()];
    once(&stores[0], Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    let lamports: Vec<_> = [0, 1, 0, 1]
        .map(|index: usize| appended(once(&stores[index], Principal::Owner, append(1, [seen("start")])))[0].lamport)
        .to_vec();
    assert_eq!(lamports, [1, 2, 3, 4]);
}
