//! Short ways to write rows, for tests.

use std::path::Path;

use super::rows::{LessonRow, Person, TestRow, Tried};
use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::course::Course;
use crate::id::{ExerciseId, Lang, LearnerId, LessonId, QuizId, TestId};

/// The morning of a day of the workshop.
pub(crate) const MORNING: i64 = 1_805_184_000_000;

pub(crate) fn course() -> Course {
    Course::folder(Path::new("tests/courses/small")).unwrap_or_else(|e| panic!("{e}"))
}

pub(crate) fn minutes(minutes: i64) -> Timestamp {
    Timestamp(MORNING + minutes * 60_000)
}

pub(crate) fn person(number: u128, name: &str, member: &str, seen: Option<i64>) -> Person {
    Person {
        learner: LearnerId::from_bits(number),
        name: name.to_owned(),
        member: member.to_owned(),
        lang: Lang::new("en").unwrap(),
        about: crate::journal::About::default(),
        last_at: seen.map(minutes),
        written_at: None,
        active_seconds: 600,
    }
}

pub(crate) fn lesson_row(number: u128, lesson: &str, sections: usize, best: Option<u16>, passed: bool) -> LessonRow {
    LessonRow {
        learner: LearnerId::from_bits(number),
        lesson: LessonId::new(lesson).unwrap(),
        sections,
        attempts: usize::from(best.is_some()),
        first: best.map(Grade::new),
        best: best.map(Grade::new),
        critical_missed: 0,
        passed,
        failed_in_a_row: usize::from(best.is_some() && !passed),
        seconds: 300,
        last_at: minutes(10),
    }
}

pub(crate) fn test(id: &str) -> Tried {
    Tried::Quiz(QuizId::Test(TestId::new(id).unwrap()))
}

pub(crate) fn work(id: &str) -> Tried {
    Tried::Work(ExerciseId::new(id).unwrap())
}

pub(crate) fn test_row(number: u128, what: Tried, best: u16, passed: bool) -> TestRow {
    TestRow {
        learner: LearnerId::from_bits(number),
        what,
        attempts: 1,
        first: Some(Grade::new(best)),
        best: Some(Grade::new(best)),
        critical_missed: 0,
        passed,
        failed_in_a_row: usize::from(!passed),
        last_at: minutes(20),
    }
}
