//! The columns of a cohort's matrix: the course in the order of its rundown, each with its page number.
//!
//! Apart from the matrix because every figure by lesson or test names its column, whoever stands in the rows.

use crate::course::manifest::{Capstone, Test, TestKind, Translated};
use crate::course::{Course, LessonOutline};
use crate::id::{ExerciseId, LessonId, TestId};

/// The page letter of tests that end no track.
const TESTS: char = 'T';

/// What a column is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A lesson: its text, its quiz and its desk work.
    Lesson(LessonId),
    /// A test.
    Test(TestId),
    /// Desk work with a row of its own.
    Work(ExerciseId),
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The page number: `A4`.
    pub number: String,
    /// The page letter, the same for the columns of one block.
    pub letter: char,
    /// What it is about.
    pub what: What,
    /// The short name that it has on the rundown: `NEWS-JUDGEMENT`.
    pub slug: String,
    /// The title.
    pub title: Translated,
}

/// Returns the columns: tests before the course, each track with its test, then what stands at the end.
pub fn columns(course: &Course) -> Vec<Column> {
    let manifest = course.manifest();
    let tests = |is: &dyn Fn(&Test) -> bool| -> Vec<_> { manifest.tests.iter().filter(|test| is(test)).collect() };
    let before = tests(&|test| test.kind == TestKind::Pre);
    let after = tests(&|test| test.kind != TestKind::Pre && test.track.is_none());
    let mut columns: Vec<Column> = numbered(TESTS, 0, before.iter().map(|test| of_test(test)));
    let first = columns.len();
    for track in &manifest.tracks {
        let lessons = track.lessons.iter().filter_map(|lesson| course.outline(lesson)).map(of_lesson);
        let ends = tests(&|test| test.track.as_ref() == Some(&track.id));
        columns.extend(numbered(track.letter, 0, lessons.chain(ends.into_iter().map(of_test))));
    }
    let last = manifest.capstones.iter().map(of_work).chain(after.into_iter().map(of_test));
    columns.extend(numbered(TESTS, first, last));
    columns
}

type Named = (What, String, Translated);

fn of_lesson(outline: &LessonOutline) -> Named {
    (What::Lesson(outline.id.clone()), outline.slug.clone(), outline.title.clone())
}

fn of_test(test: &Test) -> Named {
    (What::Test(test.id.clone()), test.slug.clone(), test.title.clone())
}

fn of_work(capstone: &Capstone) -> Named {
    (What::Work(capstone.id.clone()), capstone.slug.clone(), capstone.title.clone())
}

fn numbered(letter: char, before: usize, named: impl Iterator<Item = Named>) -> Vec<Column> {
    let column = |(at, (what, slug, title))| {
        let number = format!("{letter}{}", before + at + 1);
        Column { number, letter, what, slug, title }
    };
    named.enumerate().map(column).collect()
}
