//! From each released form to the newest: nothing is lost, a copy is made first, whenever the process dies.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::fallible_iterator::FallibleIterator as _;
use rusqlite::{Batch, Connection, TransactionBehavior};

use super::*;
use crate::store::migrate::{NEWEST, STEPS};
use crate::store::{backup, given, open as opening};

/// Makes a journal of an older form with events in it, as that form's program left it.
fn of_form(form: i64, path: &Path) -> Vec<Event> {
    let scratch = path.with_file_name("scratch.db");
    let store = Store::open(&scratch).unwrap();
    once(&store, Principal::Owner, Request::PutProfile(profile(1))).unwrap();
    let said = |text| crate::journal::samples::said("forms/follow-up", Some(30), text);
    let bodies = [enrolled(), started(1), answered(1, "q", "a", 10_000), finished(1, 10_000), said("a"), said("b")];
    let written = appended(once(&store, Principal::Owner, append(1, bodies)));
    drop(store);
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA application_id = 1380861006;").unwrap();
    let steps = usize::try_from(form).unwrap();
    STEPS[..steps].iter().for_each(|step| connection.execute_batch(step).unwrap());
    connection.pragma_update(None, "user_version", form).unwrap();
    connection.execute("ATTACH ?1 AS newest", [scratch.to_str().unwrap()]).unwrap();
    for table in ["learner", "event", "enrolment", "attempt", "lesson_state", "replied"] {
        let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1, 'main')").unwrap();
        let columns: Vec<String> = columns.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        if columns.is_empty() {
            continue; // a table of a later form
        }
        let columns = columns.join(", ");
        let sql = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}");
        connection.execute(&sql, []).unwrap();
    }
    connection.execute_batch("DETACH newest").unwrap();
    connection.close().unwrap();
    fs::remove_file(scratch).unwrap();
    written
}

fn copies(path: &Path) -> Vec<PathBuf> {
    let folder = backup::folder(path);
    let paths = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "db")).collect()
}

fn form_of(path: &Path) -> i64 {
    opening::form(&opening::reading(path).unwrap(), path).unwrap()
}

fn history(path: &Path) -> Vec<Event> {
    record(once(&Store::open(path).unwrap(), Principal::Owner, open(1))).events
}

#[test]
fn every_released_form_is_brought_up_after_a_copy_and_nothing_is_lost() {
    for form in 1..NEWEST {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let written = of_form(form, &path);
        assert_eq!(history(&path), written, "form {form}");
        assert_eq!(form_of(&path), NEWEST);
        let figures = "SELECT (SELECT count(*) FROM anew), (SELECT best FROM lesson_state), \
                       (SELECT count(*) FROM answers), \
                       (SELECT answers = '{\"change\":\"b\"}' FROM replied)";
        let database = Database::open(&path).unwrap();
        assert_eq!(super::merging::figures(&database, figures), [0, 10_000, 1, 1], "rows are made anew");
        let list: Vec<u8> = database.connection.query_row("SELECT list FROM answers", [], |row| row.get(0)).unwrap();
        let stands: Vec<_> = given::read(&list).unwrap().iter().map(|given| given.stands).collect();
        assert_eq!(stands, [Some(Grade::FULL)]);
        drop(database);
        let [copy] = &copies(&path)[..] else { panic!("{:?}", copies(&path)) };
        assert_eq!(form_of(copy), form, "the copy is as it was");
        assert_eq!(history(copy), written);
        history(&path);
        assert_eq!(copies(&path).len(), 1, "a journal of the newest form is not copied");
    }
}

#[test]
fn three_copies_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    for _ in 0..5 {
        of_form(1, &path);
        history(&path);
        fs::remove_file(&path).unwrap();
    }
    assert_eq!(copies(&path).len(), 3);
}

#[test]
fn without_a_copy_there_is_no_migration() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    of_form(1, &path);
    fs::write(backup::folder(&path), "in the way").unwrap();
    assert!(Store::open(&path).is_err());
    assert_eq!(form_of(&path), 1);
}

/// How many statements the step from a form has, its version included.
fn statements(form: i64) -> usize {
    let connection = Connection::open_in_memory().unwrap();
    let steps = usize::try_from(form).unwrap();
    STEPS[..steps].iter().for_each(|step| connection.execute_batch(step).unwrap());
    let mut batch = Batch::new(&connection, STEPS[steps]);
    let mut count = 1;
    while let Some(mut statement) = batch.next().unwrap() {
        statement.execute([]).unwrap();
        count += 1;
    }
    count
}

#[test]
fn a_process_that_dies_at_any_statement_of_a_migration_loses_nothing() {
    for form in 1..NEWEST {
        for done in 0..=statements(form) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("journal.db");
            let written = of_form(form, &path);
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "store::tests::migrating::one_migration_that_dies"])
                .env("RUNDOWN_TEST_JOURNAL", &path)
                .env("RUNDOWN_TEST_STATEMENTS", done.to_string())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            assert!(!child.wait().unwrap().success(), "it should have died");
            assert!(!copies(&path).is_empty(), "form {form}, {done} statements");
            assert_eq!(history(&path), written, "form {form}, {done} statements");
            assert_eq!(form_of(&path), NEWEST);
            assert!(copies(&path).iter().all(|copy| history(copy) == written));
        }
    }
}

/// Started by the test above, which says where; it makes the copy, begins the step, and dies after so many statements
/// without a commit. By itself it does nothing.
#[test]
#[expect(clippy::disallowed_methods, reason = "the other test tells this one where to write")]
fn one_migration_that_dies() {
    let Ok(path) = std::env::var("RUNDOWN_TEST_JOURNAL").map(PathBuf::from) else { return };
    let statements: usize = std::env::var("RUNDOWN_TEST_STATEMENTS").unwrap().parse().unwrap();
    let mut connection = opening::joining(&path).unwrap();
    let form = opening::form(&connection, &path).unwrap();
    backup::before_migration(&connection, &path, form).unwrap();
    // What was written so far stands in the log, where a crash would leave it.
    connection.execute_batch("PRAGMA cache_size = 1").unwrap();
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    let mut batch = Batch::new(&transaction, STEPS[usize::try_from(form).unwrap()]);
    for _ in 0..statements {
        match batch.next().unwrap() {
            Some(mut statement) => drop(statement.execute([]).unwrap()),
            None => transaction.pragma_update(None, "user_version", form + 1).unwrap(),
        }
    }
    std::process::abort();
}

#[test]
fn what_a_newer_program_wrote_is_read_without_changing_a_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.db");
    let written = of_form(2, &path);
    history(&path);
    fs::remove_dir_all(backup::folder(&path)).unwrap();
    let newer = "DROP TABLE enrolment; DROP TABLE lesson_state; DROP TABLE touch; DROP TABLE tombstone; \
                 ALTER TABLE event ADD COLUMN sealed BLOB; ALTER TABLE learner ADD COLUMN photo BLOB; \
                 CREATE TABLE later (id) STRICT; PRAGMA user_version = 99;";
    let newer = newer.replace("(id) STRICT", "(id TEXT) STRICT");
    Connection::open(&path).unwrap().execute_batch(&newer).unwrap();
    let bytes_in = || {
        let mut files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect::<Vec<_>>()
    };
    let before = bytes_in();
    assert!(matches!(Store::open(&path), Err(StoreError::Newer { found: 99, .. })));
    let store = Store::of_newer(&path).unwrap();
    assert_eq!(once(&store, Principal::Owner, Request::Learners), Ok(Answer::Learners(vec![profile(1)])));
    assert_eq!(record(once(&store, Principal::Owner, open(1))).events, written);
    let refused = once(&store, Principal::Owner, append(1, [seen("start")]));
    assert!(matches!(refused, Err(StoreError::Newer { .. })), "{refused:?}");
    drop(store);
    assert!(bytes_in() == before);
    let copy = folder.path().join("copy.db");
    backup::backup(&path, &copy).unwrap();
    assert_eq!(form_of(&copy), 99);
}
