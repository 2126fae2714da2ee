//! Deleting a learner: to the last byte, and nothing else.

use std::fs;
use std::path::Path;

use super::*;
use crate::id::NoteId;
use crate::store::api::{Draft, Import, Partner};
use crate::store::backup;

/// Words that stand in every place a learner can leave some.
const CANARIES: [&str; 5] =
    ["canary-in-name", "canary-in-station", "canary-in-note", "canary-in-answer", "canary-in-draft"];

fn noted(text: &str) -> Body {
    let (note, section) = (NoteId::from_bits(1), SectionId::new("start").unwrap());
    Body::Noted { note, lesson: lesson(), section, block: 0, text: text.to_owned() }
}

fn typed(text: &str) -> Body {
    let Body::Answered { attempt, mut answer } = answered(1, "q", "a", 0) else { panic!("no answer") };
    answer.response = Response::Typed(text.to_owned());
    Body::Answered { attempt, answer }
}

fn erase(number: u128) -> Request {
    Request::Erase { learner: learner(number), at: Timestamp(5) }
}

fn draft(text: &str) -> Draft {
    Draft { key: "answer/a".to_owned(), json: format!("\"{text}\"") }
}

/// Plants the words, some of them in rows that are replaced and deleted again, and a colleague beside.
fn plant(path: &Path) {
    let store = Store::open(path).unwrap();
    let ask = |request| once(&store, Principal::Owner, request).unwrap();
    ask(Request::PutProfile(profile(2)));
    let own = Profile { name: CANARIES[0].to_owned(), member: CANARIES[1].to_owned(), ..profile(1) };
    ask(Request::PutProfile(own));
    ask(append(1, [enrolled(), noted(CANARIES[2]), typed(&CANARIES[3].repeat(400))]));
    for count in 0..40 {
        ask(Request::PutDraft { learner: learner(1), draft: draft(&CANARIES[4].repeat(1 + count * 9)) });
    }
    ask(Request::DropDraft { learner: learner(1), key: "answer/a".to_owned() });
    ask(Request::PutDraft { learner: learner(1), draft: draft(CANARIES[4]) });
    let Request::Append { learner, events, asked, drop_draft, .. } = append(1, [started(5), finished(5, 9_000)]) else {
        panic!("no append")
    };
    let with = Some(Partner { learner: super::learner(2), course: course(), version: "1".to_owned() });
    ask(Request::Append { learner, events, asked, drop_draft, with });
    drop(store);
    backup::backup(path, &backup::folder(path).join("one.db")).unwrap();
    backup::backup(path, &path.with_file_name("elsewhere.db")).unwrap();
}

/// Every canary that stands in a byte of a folder, with its file.
fn found(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(self::found(&path));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let holds = |canary: &&&str| bytes.windows(canary.len()).any(|part| part == canary.as_bytes());
        found.extend(CANARIES.iter().filter(holds).map(|canary| format!("{canary} in {}", path.display())));
    }
    found
}

#[test]
fn no_byte_of_a_deleted_learner_is_left_in_journal_log_and_backups() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("home/journal.db");
    fs::create_dir(path.parent().unwrap()).unwrap();
    plant(&path);
    fs::rename(path.with_file_name("elsewhere.db"), home.path().join("elsewhere.db")).unwrap();
    let kept = backup::folder(&path);
    fs::write(kept.join(".backup-left"), CANARIES[2]).unwrap();
    let store = Store::open(&path).unwrap();
    once(&store, Principal::Learner(learner(1)), Request::PutDraft { learner: learner(1), draft: draft(CANARIES[4]) })
        .unwrap();
    assert!(found(path.parent().unwrap()).len() >= CANARIES.len() * 2, "they are planted");
    assert_eq!(once(&store, Principal::Learner(learner(1)), erase(1)), Ok(Answer::Erased));
    assert_eq!(found(path.parent().unwrap()), Vec::<String>::new(), "while the journal is open");
    drop(store);
    assert_eq!(found(path.parent().unwrap()), Vec::<String>::new());
    assert!(!found(home.path()).is_empty(), "a copy elsewhere is not ours to change");
    for journal in [path.clone(), kept.join("one.db")] {
        let store = Store::open(&journal).unwrap();
        assert_eq!(once(&store, Principal::Owner, Request::Learners), Ok(Answer::Learners(vec![profile(2)])));
        let theirs = record(once(&store, Principal::Owner, open(2))).events;
        assert_eq!(theirs.len(), 3, "what both did stays with the other");
        assert_eq!(theirs[1].pair, Some(learner(1)), "with the id only");
    }
}

/// The check itself can fail: rows that are only deleted leave their bytes behind.
#[test]
fn without_wiping_the_bytes_would_be_found() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.db");
    plant(&path);
    fs::remove_dir_all(backup::folder(&path)).unwrap();
    fs::remove_file(path.with_file_name("elsewhere.db")).unwrap();
    let mut database = Database::open(&path).unwrap();
    database.alone(|work| work.erase(learner(1), Timestamp(5))).unwrap();
    drop(database);
    assert!(!found(home.path()).is_empty());
}

#[test]
fn a_journal_that_somebody_reads_says_so_and_a_second_deletion_takes_the_bytes() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.db");
    plant(&path);
    fs::remove_dir_all(backup::folder(&path)).unwrap();
    fs::remove_file(path.with_file_name("elsewhere.db")).unwrap();
    let mut database = Database::open(&path).unwrap();
    database.connection.busy_timeout(Duration::from_millis(10)).unwrap();
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM event;").unwrap();
    assert_eq!(directly(&mut database, erase(1)), Err(StoreError::Busy(path.clone())));
    drop(reader);
    assert!(!found(home.path()).is_empty());
    assert_eq!(directly(&mut database, erase(1)), Ok(Answer::Erased));
    assert_eq!(found(home.path()), Vec::<String>::new());
}

#[test]
fn an_old_stick_does_not_bring_a_deleted_learner_back_unless_the_owner_says_so() {
    let store = Store::memory().unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    let events = appended(once(&store, Principal::Owner, append(1, [enrolled(), seen("start")])));
    let events: Vec<_> = events.into_iter().map(|event| crate::journal::Stored::new(event).unwrap()).collect();
    once(&store, Principal::Owner, erase(1)).unwrap();
    let file = || Import { profile: Some(profile(1)), events: events.clone(), ..Import::default() };
    let merge = || Request::Merge(Box::new(file()));
    let Ok(Answer::Merged(merged)) = once(&store, Principal::Owner, merge()) else { panic!("another answer") };
    assert_eq!((merged.added, merged.new, merged.refused.len()), (false, 0, 2));
    assert_eq!(once(&store, Principal::Owner, Request::Learners), Ok(Answer::Learners(Vec::new())));
    let deleted = Err(StoreError::Deleted(learner(1)));
    assert_eq!(once(&store, Principal::Owner, Request::PutProfile(profile(1))), deleted);
    let readmit = Request::Readmit { learner: learner(1) };
    assert_eq!(once(&store, Principal::Learner(learner(1)), readmit.clone()), Err(StoreError::Forbidden));
    assert_eq!(once(&store, Principal::Owner, readmit), Ok(Answer::Readmitted));
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    let Ok(Answer::Merged(merged)) = once(&store, Principal::Owner, merge()) else { panic!("another answer") };
    assert_eq!((merged.new, merged.refused.len()), (2, 0));
}

#[test]
fn one_learner_deletes_nobody_else_and_a_pair_deletes_nobody() {
    let store = Store::memory().unwrap();
    for number in [1, 2] {
        once(&store, Principal::Owner, Request::PutProfile(profile(number))).unwrap();
    }
    let pair = Principal::Pair { learner: learner(1), with: learner(2) };
    for (principal, number) in [(Principal::Learner(learner(1)), 2), (pair, 1), (pair, 2)] {
        assert_eq!(once(&store, principal, erase(number)), Err(StoreError::Forbidden));
    }
    assert_eq!(once(&store, Principal::Owner, erase(3)), Err(StoreError::NoLearner(learner(3))));
    assert_eq!(once(&store, Principal::Owner, erase(2)), Ok(Answer::Erased));
    assert_eq!(once(&store, Principal::Owner, erase(2)), Ok(Answer::Erased), "a second time wipes again");
}

#[test]
fn the_questions_as_asked_go_with_the_last_learner() {
    let mut database = Database::memory().unwrap();
    for number in [1, 2] {
        directly(&mut database, Request::PutProfile(profile(number))).unwrap();
    }
    let sql = "INSERT INTO asked (text_hash, key_hash, lang, json) VALUES ('a', 'b', 'en', '{}')";
    database.connection.execute(sql, []).unwrap();
    let count = |database: &Database| {
        database.connection.query_row("SELECT count(*) FROM asked", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    directly(&mut database, erase(1)).unwrap();
    assert_eq!(count(&database), 1);
    directly(&mut database, erase(2)).unwrap();
    assert_eq!(count(&database), 0);
}
