//! What is left of a cohort when nobody of it is: counts and means.
//!
//! Apart from the reports, which name people: this must be worth keeping and tell nothing of anybody. What fewer than
//! `FEWEST` people tried is left out.

use std::collections::BTreeMap;

use super::room::Room;
use super::rows::Tried;
use crate::assess::Grade;
use crate::id::{LessonId, QuizId};
use crate::journal::planning::{QuizTotal, Total, Totals};

/// How many people must have tried something before it is kept.
const FEWEST: usize = 3;

/// One person's grades in one thing.
type Tries = Vec<(Option<Grade>, Option<Grade>, bool)>;

/// Adds a cohort up.
pub fn totals(room: &Room) -> Totals {
    let mut lessons: BTreeMap<&LessonId, Tries> = BTreeMap::new();
    for row in room.lessons.iter().filter(|row| row.attempts > 0) {
        lessons.entry(&row.lesson).or_default().push((row.first, row.best, row.passed));
    }
    let mut tests: BTreeMap<&QuizId, Tries> = BTreeMap::new();
    for row in room.tests.iter().filter(|row| row.attempts > 0) {
        if let Tried::Quiz(quiz) = &row.what {
            tests.entry(quiz).or_default().push((row.first, row.best, row.passed));
        }
    }
    let half_days = room.people.iter().map(|person| room.attendance(person.learner).there.len()).sum();
    Totals {
        people: count(room.people.len()),
        half_days: count(half_days),
        lessons: lessons.into_iter().filter_map(|(id, tries)| Some((id.clone(), total(&tries)?))).collect(),
        tests: tests
            .into_iter()
            .filter_map(|(quiz, tries)| Some(QuizTotal { quiz: quiz.clone(), total: total(&tries)? }))
            .collect(),
    }
}

fn total(tries: &Tries) -> Option<Total> {
    (tries.len() >= FEWEST).then(|| Total {
        tried: count(tries.len()),
        passed: count(tries.iter().filter(|(_, _, passed)| *passed).count()),
        first: Grade::mean(tries.iter().filter_map(|(first, _, _)| *first)),
        best: Grade::mean(tries.iter().filter_map(|(_, best, _)| *best)),
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cohort::samples::{lesson_row, person};
    use crate::cohort::{Plan, SignIns};
    use crate::id::CohortId;

    #[test]
    fn totals_count_everybody_and_tell_nothing_of_a_few() {
        let row = |number, lesson, best, passed| {
            let mut row = lesson_row(number, lesson, 1, Some(best), passed);
            (row.attempts, row.first) = (1, Some(Grade::ZERO));
            row
        };
        let room = Room {
            plan: Plan::of(CohortId::from_bits(1), []),
            people: (1..4).map(|number| person(number, "Awa", "Lagune TV", None)).collect(),
            lessons: vec![
                row(1, "a/one", 9_000, true),
                row(2, "a/one", 3_000, false),
                row(3, "a/one", 3_000, false),
                row(1, "a/two", 1, false),
            ],
            tests: Vec::new(),
            sign_ins: SignIns::new(),
            records: BTreeMap::new(),
        };
        let totals = totals(&room);
        assert_eq!((totals.people, totals.half_days, totals.lessons.len()), (3, 0, 1));
        let one = totals.lessons.values().next().unwrap();
        assert_eq!((one.tried, one.passed, one.first, one.best), (3, 1, Grade::ZERO, Grade::new(5_000)));
    }
}
