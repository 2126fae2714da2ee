//! Full disks and places that cannot be written: never a false "saved", and a retry saves all.

use super::*;

fn nearly_full() -> (tempfile::TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let mut database = Database::open(&folder.path().join("journal.db")).unwrap();
    directly(&mut database, Request::PutProfile(profile(1))).unwrap();
    (folder, database)
}

fn limit_pages(database: &Database, pages: i64) {
    database.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
}

fn pages(database: &Database) -> i64 {
    database.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap()
}

#[test]
fn a_full_disk_is_told_nothing_is_lost_and_a_retry_saves_all() {
    let (_folder, mut database) = nearly_full();
    limit_pages(&database, pages(&database) + 3);
    let mut saved = Vec::new();
    let error = loop {
        match directly(&mut database, append(1, (0..4).map(|_| answered(1, "q", "a", 0)))) {
            Ok(Answer::Appended(events)) => saved.extend(events),
            Ok(other) => panic!("{other:?}"),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full(_)), "{error}");
    assert_eq!(record(directly(&mut database, open(1))).events, saved);
    limit_pages(&database, 1_000_000);
    saved.extend(appended(directly(&mut database, append(1, [seen("start")]))));
    assert_eq!(record(directly(&mut database, open(1))).events, saved);
    let identities: std::collections::BTreeSet<_> = saved.iter().map(|event| event.id).collect();
    assert_eq!(identities.len(), saved.len(), "an identity was given twice");
}

#[test]
fn one_request_too_large_for_the_disk_takes_no_other_with_it() {
    let (_folder, mut database) = nearly_full();
    limit_pages(&database, pages(&database) + 4);
    let large = append(1, (0..400).map(|_| answered(1, "q", "a", 0)));
    let group =
        [append(1, [seen("start")]), large, open(1)].map(|request| Asked { principal: Principal::Owner, request });
    let answers = database.carry_out(&group.each_ref()).answers;
    assert!(answers[0].is_ok() && answers[2].is_ok());
    assert!(matches!(answers[1], Err(StoreError::Full(_))));
    assert_eq!(record(answers[2].clone()).events.len(), 1);
}

#[test]
fn a_refused_request_takes_no_other_with_it() {
    let (_folder, mut database) = nearly_full();
    let group = [append(9, [enrolled()]), append(1, [enrolled()])]
        .map(|request| Asked { principal: Principal::Owner, request });
    let answers = database.carry_out(&group.each_ref()).answers;
    assert_eq!(answers[0], Err(StoreError::NoLearner(learner(9))));
    assert_eq!(appended(answers[1].clone())[0].id.seq, 1);
}

#[test]
fn a_home_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    for path in [file.join("journal.db"), file.join("deeper/journal.db")] {
        let error = Store::open(&path).unwrap_err();
        assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
        assert!(error.to_string().contains("--home"));
    }
}

#[test]
fn a_journal_that_turned_read_only_says_so_and_still_reads() {
    let (_folder, mut database) = nearly_full();
    database.connection.pragma_update(None, "query_only", true).unwrap();
    let error = directly(&mut database, append(1, [enrolled()])).unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
    assert_eq!(record(directly(&mut database, open(1))).events, []);
}
