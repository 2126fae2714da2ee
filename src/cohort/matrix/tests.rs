//! Rows of a small cohort laid out on the small course.

use super::*;
use crate::cohort::samples::{course, lesson_row, person, test, test_row};

const FIRST: &str = "gathering/first-lesson";

fn people() -> Vec<Person> {
    vec![
        person(3, "Zoé", "Lagune TV", Some(5)),
        person(1, "Émile", "DNT", Some(90)),
        person(2, "awa", "lagune tv", None),
    ]
}

fn names(matrix: &Matrix) -> Vec<&str> {
    matrix.rows.iter().map(|row| row.person.name.as_str()).collect()
}

#[test]
fn the_columns_are_the_rundown_with_its_page_numbers() {
    let matrix = Matrix::new(&course(), &[], &[], &[]);
    let numbers: Vec<_> = matrix.columns.iter().map(|column| column.number.as_str()).collect();
    assert_eq!(numbers, ["A1", "B1", "T1"]);
    assert!(matrix.rows.is_empty());
    assert_eq!(matrix.weakest(&course(), 1), None);
}

#[test]
fn a_cell_says_how_far_it_is() {
    let course = course();
    let sections = course.outlines()[0].sections.len();
    let critical = LessonRow { critical_missed: 1, ..lesson_row(1, FIRST, 1, Some(7_900), false) };
    let cases = [
        (lesson_row(1, FIRST, 1, None, false), State::Begun),
        (lesson_row(1, FIRST, sections, Some(5_000), false), State::Failed),
        (critical, State::Critical),
        (lesson_row(1, FIRST, 1, Some(9_000), true), State::Passed),
        (lesson_row(1, FIRST, sections, Some(9_000), true), State::Done),
    ];
    for (row, state) in cases {
        let matrix = Matrix::new(&course, &people(), &[row], &[]);
        let cells = &matrix.rows[matrix.place(LearnerId::from_bits(1)).unwrap()].cells;
        assert_eq!((cells[0].state, cells[1].state), (state, State::Open));
    }
}

#[test]
fn a_lesson_that_was_renamed_and_a_test_find_their_column() {
    let lessons = [lesson_row(1, "exchange/old-lesson", 1, Some(4_000), false)];
    let tests = [test_row(1, test("test/course"), 8_000, true), test_row(9, test("test/course"), 8_000, true)];
    let matrix = Matrix::new(&course(), &people(), &lessons, &tests);
    let row = &matrix.rows[matrix.place(LearnerId::from_bits(1)).unwrap()];
    assert_eq!(row.cells[1].best, Some(Grade::new(4_000)));
    assert_eq!((row.cells[2].state, row.done, row.is_done()), (State::Done, 1, false));
    assert_eq!(matrix.sums[2], Sum { done: 1, tried: 1, first: Some(Grade::new(8_000)) });
    assert_eq!(matrix.weakest(&course(), 1), Some(1));
    assert_eq!(matrix.done_tenths(), 3);
}

#[test]
fn the_usual_order_is_by_name_and_ranks_nobody() {
    let tests = [test_row(3, test("test/course"), 8_000, true)];
    let mut matrix = Matrix::new(&course(), &people(), &[], &tests);
    assert_eq!(names(&matrix), ["awa", "Émile", "Zoé"]);
    for (sort, order) in [
        (Sort::Station, ["Émile", "awa", "Zoé"]),
        (Sort::Progress, ["awa", "Émile", "Zoé"]),
        (Sort::LastSeen, ["awa", "Zoé", "Émile"]),
        (Sort::Name, ["awa", "Émile", "Zoé"]),
    ] {
        matrix.sort(sort, false);
        assert_eq!(names(&matrix), order, "{sort:?}");
    }
    let all: Vec<_> = std::iter::successors(Some(Sort::Name), |sort| Some(sort.next())).take(5).collect();
    assert_eq!(all[4], Sort::Name);
}

#[test]
fn where_names_are_hidden_their_order_does_not_tell_them() {
    let mut matrix = Matrix::new(&course(), &people(), &[], &[]);
    matrix.sort(Sort::Name, true);
    assert_eq!(matrix.rows.iter().map(|row| row.code).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(names(&matrix), ["Émile", "awa", "Zoé"]);
}

#[test]
fn a_thousand_learners_are_laid_out_without_being_looked_through_for_each_cell() {
    let people: Vec<_> = (0..1_000).map(|n| person(n, "Awa", "DNT", Some(1))).collect();
    let rows: Vec<_> = (0..1_000).map(|n| lesson_row(n, FIRST, 1, Some(9_000), true)).collect();
    let matrix = Matrix::new(&course(), &people, &rows, &[]);
    assert_eq!((matrix.rows.len(), matrix.sums[0].tried), (1_000, 1_000));
}
