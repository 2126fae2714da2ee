//! The gradebook: a CSV in the columns that Moodle's grade import takes (Grades, Import, CSV file).
//!
//! Apart from the reports because another program dictates its form: one row a person, one column a
//! thing that is graded, points out of 100, a cell empty where there is none. Whether a test was supervised stands in a
//! column of its own, which Moodle takes as feedback. Moodle finds the person by the column that the importer maps; our
//! id goes into `ID number`, which is where a station that has Moodle keeps ids of other programs.

use super::Sources;
use crate::assess::Grade;
use crate::cohort::Sitting;
use crate::cohort::columns::{Column, What};
use crate::cohort::matrix::{Matrix, Row};
use crate::id::QuizId;
use crate::report::Delimiter;
use crate::report::csv::{neutral, write_plain};
use crate::words::Words;

/// The columns that say who it is, named as Moodle names them in its own export.
const PERSON: [&str; 4] = ["First name", "Last name", "ID number", "Institution"];

/// Writes the gradebook, with the best score of each.
pub fn write(sources: Sources<'_>) -> Vec<u8> {
    let room = sources.room;
    let matrix = Matrix::new(sources.course, &room.people, &room.lessons, &room.tests);
    let say = Words::new(sources.lang);
    let work = say.get("report-exercise");
    let title = |column: &Column| format!("{} {}", column.number, column.title.get(sources.lang));
    let has_work = |column: &&Column| match &column.what {
        What::Lesson(lesson) => sources.course.outline(lesson).is_some_and(|outline| outline.exercise.is_some()),
        What::Test(_) | What::Work(_) => false,
    };
    let mut head: Vec<String> = PERSON.map(str::to_owned).to_vec();
    head.extend(matrix.columns.iter().map(|column| neutral(&title(column))));
    let with_work: Vec<&Column> = matrix.columns.iter().filter(has_work).collect();
    head.extend(with_work.iter().map(|column| neutral(&format!("{} ({work})", title(column)))));
    let tests: Vec<(&Column, &[Sitting])> =
        matrix.columns.iter().filter_map(|column| Some((column, tries_at(&column.what, sources.sittings)?))).collect();
    let supervised = say.get("report-supervised");
    head.extend(tests.iter().map(|(column, _)| neutral(&format!("{} ({supervised})", title(column)))));
    let works: Vec<bool> = matrix.columns.iter().map(|column| has_work(&column)).collect();
    let rows = matrix.rows.iter().map(|row| {
        let said = tests.iter().map(|(_, tries)| Sitting::best_supervised(tries, row.person.learner));
        let said = said.map(|is_so| is_so.map(|is_so| say.get(if is_so { "report-yes" } else { "report-no" })));
        cells(row, &works).into_iter().chain(said.map(Option::unwrap_or_default)).collect::<Vec<_>>()
    });
    write_plain(&head, rows, Delimiter::Comma)
}

/// Returns the tries at a test; none for what is no test.
fn tries_at<'a>(what: &What, sittings: &'a [(QuizId, Vec<Sitting>)]) -> Option<&'a [Sitting]> {
    let What::Test(test) = what else { return None };
    let tries = sittings.iter().find(|(quiz, _)| matches!(quiz, QuizId::Test(of) if of == test));
    Some(tries.map_or(&[], |(_, tries)| tries.as_slice()))
}

fn cells(row: &Row, works: &[bool]) -> Vec<String> {
    let person = &row.person;
    // The first word is the first name: an importer can set it right, and Moodle goes by the id.
    let (first, last) = person.name.split_once(' ').unwrap_or((&person.name, ""));
    let id = person.learner.to_string();
    let mut cells: Vec<String> = [first, last, id.as_str(), &person.member].map(neutral).to_vec();
    let points = |grade: Option<Grade>| grade.map(|grade| grade.percent().to_string()).unwrap_or_default();
    cells.extend(row.cells.iter().map(|cell| points(cell.best)));
    let of_work = row.cells.iter().zip(works).filter(|(_, has_work)| **has_work);
    cells.extend(of_work.map(|(cell, _)| points(cell.work.as_ref().and_then(|work| work.best))));
    cells
}
