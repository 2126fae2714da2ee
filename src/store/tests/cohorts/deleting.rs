//! The end of a cohort, and of a learner who is in one.

use std::fs;
use std::path::Path;

use super::*;
use crate::id::NoteId;
use crate::store::backup;

const CANARIES: [&str; 3] = ["canary-in-cohort", "canary-in-session", "canary-in-role"];

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

fn named(name: &str) -> Body {
    Body::CohortPlanned { change: Box::new(PlanChange { name: Some(name.to_owned()), ..PlanChange::default() }) }
}

fn plant(path: &Path) {
    let store = Store::open(path).unwrap();
    let ask = |request| once(&store, Principal::Owner, request).unwrap();
    let when = HalfDay { date: "2027-03-16".parse().unwrap(), half: Half::Morning };
    let text = CANARIES[1].repeat(300);
    for number in [1, 2] {
        ask(Request::PutProfile(profile(number)));
    }
    let about = About { role: CANARIES[2].to_owned(), ..About::default() };
    ask(Request::PutAbout { learner: learner(1), about });
    let note = NoteId::from_bits(3);
    ask(write([named(CANARIES[0]), belongs(1, true), Body::SessionNoted { note, when, text }]));
    drop(store);
    backup::backup(path, &backup::folder(path).join("one.db")).unwrap();
}

#[test]
fn no_byte_of_a_deleted_cohort_is_left_and_an_old_stick_does_not_bring_it_back() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.db");
    plant(&path);
    assert!(found(home.path()).len() >= CANARIES.len() * 2, "they are planted");
    let mut database = Database::open(&path).unwrap();
    let old = stream(&mut database);
    let erase = |learner| Request::Erase { learner, at: Timestamp(5) };
    assert_eq!(directly(&mut database, erase(cohort().subject())), Ok(Answer::Erased));
    assert!(found(home.path()).iter().all(|left| left.starts_with(CANARIES[2])), "{:?}", found(home.path()));
    let merged = import(&mut database, Import { cohort: Some(cohort()), events: old, ..Import::default() });
    assert_eq!((merged.added, merged.new), (false, 0));
    let CohortAnswer::List(plans) = on(&mut database, CohortRequest::List) else { panic!("another answer") };
    assert_eq!(plans, []);
    assert_eq!(directly(&mut database, erase(learner(1))), Ok(Answer::Erased));
    assert_eq!(found(home.path()), Vec::<String>::new());
}

#[test]
fn a_deleted_cohort_does_not_come_back_with_a_backup_that_was_kept_elsewhere() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.db");
    plant(&path);
    let elsewhere = home.path().join("elsewhere.db");
    backup::backup(&path, &elsewhere).unwrap();
    let mut database = Database::open(&path).unwrap();
    let erase = Request::Erase { learner: cohort().subject(), at: Timestamp(5) };
    directly(&mut database, erase).unwrap();
    drop(database);
    assert_eq!(crate::store::restore::restore(&path, &elsewhere).unwrap().left_out, 0, "no learner");
    let CohortAnswer::List(plans) = on(&mut Database::open(&path).unwrap(), CohortRequest::List) else {
        panic!("another answer")
    };
    assert_eq!(plans, []);
}

#[test]
fn who_is_deleted_is_in_no_cohort_any_more_whatever_is_written_later() {
    let mut database = home();
    directly(&mut database, append(1, [enrolled(), seen("start"), started(1), finished(1, 9_000)])).unwrap();
    directly(&mut database, Request::Erase { learner: learner(1), at: Timestamp(5) }).unwrap();
    directly(&mut database, write([belongs(3, true)])).unwrap();
    let ids: Vec<_> = room(&mut database).people.iter().map(|person| person.learner).collect();
    assert_eq!(ids, [learner(2), learner(3)]);
    assert_eq!(figures(&database, "SELECT count(*) FROM cohort_learner"), [2]);
    let lines = dump(&database);
    let of_learner = |line: &&String| line.contains("Blob([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])");
    let left: Vec<_> = lines.iter().filter(of_learner).filter(|line| !line.starts_with("event ")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_backup_and_a_copy_of_a_newer_form_hold_the_cohort() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("journal.db");
    plant(&path);
    let copy = backup::folder(&path).join("one.db");
    let restored = Database::open(&copy);
    let mut restored = restored.unwrap();
    assert_eq!(room(&mut restored).people.len(), 1);
    drop(restored);
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let mut read = Database::of_newer(&path).unwrap();
    let opened = room(&mut read);
    assert_eq!((opened.plan.name.as_str(), opened.people[0].about.role.as_str()), (CANARIES[0], CANARIES[2]));
}
