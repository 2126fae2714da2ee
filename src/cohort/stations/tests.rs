//! People grouped by where they come from.

use super::*;
use crate::cohort::samples::{course, lesson_row, person, test, test_row, work};

#[test]
fn one_name_in_two_spellings_is_one_station_and_no_name_is_a_group_too() {
    let people = [
        person(1, "Awa", "Lagune TV", None),
        person(2, "Ben", "LAGUNE tv", None),
        person(3, "Chi", "Lagune TV", None),
        person(4, "Dan", "", None),
    ];
    let tests = [test_row(1, test("test/course"), 9_000, true), test_row(2, work("nobody/knows"), 9_000, true)];
    let matrix = Matrix::new(&course(), &people, &[lesson_row(1, "gathering/first-lesson", 1, None, false)], &tests);
    let found: Vec<_> =
        stations(&matrix, &BTreeMap::new()).into_iter().map(|s| (s.name, s.people, s.progress.percent())).collect();
    assert_eq!(found, [(String::new(), 1, 0), ("Lagune TV".to_owned(), 3, 11)]);
}

#[test]
fn without_desk_work_there_is_no_quality_to_speak_of() {
    let matrix = Matrix::new(&course(), &[person(1, "Awa", "DNT", None)], &[], &[]);
    let station = &stations(&matrix, &BTreeMap::new())[0];
    assert_eq!((station.works, station.quality, station.passed), (0, None, 0));
    assert_eq!(stations(&Matrix::default(), &BTreeMap::new()), []);
}

#[test]
fn what_people_sent_since_is_summed_by_their_station() {
    let people = [person(1, "Awa", "DNT", None), person(2, "Ben", "dnt", None), person(3, "Chi", "Lagune TV", None)];
    let matrix = Matrix::new(&course(), &people, &[], &[]);
    let said = |number, sent, accepted| (LearnerId::from_bits(number), Said { sent, accepted });
    let said = BTreeMap::from([said(1, 12, Some(9)), said(2, 8, None), said(7, 100, Some(100))]);
    let uploads: Vec<_> = stations(&matrix, &said).into_iter().map(|station| station.uploads).collect();
    assert_eq!(uploads, [Some(Uploads { people: 2, sent: 20, accepted: Some(9), accepted_of: 12 }), None]);
}
