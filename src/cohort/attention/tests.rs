//! Who needs somebody, and who does not.

use super::*;
use crate::cohort::rows::{LessonRow, Person, TestRow};
use crate::cohort::samples::{MORNING, course, lesson_row, minutes, person, test, test_row};

const FIRST: &str = "gathering/first-lesson";

fn found(people: &[Person], lessons: &[LessonRow], tests: &[TestRow], now: i64) -> Vec<(u128, Reason)> {
    let course = course();
    let matrix = Matrix::new(&course, people, lessons, tests);
    let day = Timestamp(MORNING).day();
    let watch = Watch { now: minutes(now), days: Some((day, day + 2)) };
    let alarms = alarms(&matrix, &course, watch);
    alarms.into_iter().map(|alarm| (alarm.learner.bits(), alarm.reason)).collect()
}

#[test]
fn twenty_minutes_without_anything_are_stuck_on_a_day_of_the_workshop() {
    let people = [person(1, "Awa", "", Some(0))];
    assert_eq!(found(&people, &[], &[], 19), []);
    assert_eq!(found(&people, &[], &[], 20), [(1, Reason::Stuck(20))]);
    // The next day everybody begins anew, and weeks later it is another matter.
    assert_eq!(found(&people, &[], &[], 24 * 60 + 30), []);
    assert_eq!(found(&people, &[], &[], 7 * 24 * 60), [(1, Reason::Silent(7))]);
}

#[test]
fn stuck_counts_up_to_the_moment_the_file_was_written() {
    let course = course();
    let day = Timestamp(MORNING).day();
    let watch = Watch { now: minutes(180), days: Some((day, day)) };
    let stuck = |written: Option<i64>| {
        let person = Person { written_at: written.map(minutes), ..person(1, "Awa", "", Some(10)) };
        alarms(&Matrix::new(&course, &[person], &[], &[]), &course, watch)
    };
    assert_eq!(stuck(Some(15)), []);
    assert_eq!((stuck(Some(35))[0].reason, stuck(Some(35))[0].since), (Reason::Stuck(25), Some(minutes(10))));
    // Who goes on at this machine after their file came is known up to now, and so is who only ever learned here.
    assert_eq!(stuck(Some(5))[0].reason, Reason::Stuck(170));
    assert_eq!(stuck(None)[0].reason, Reason::Stuck(170));
}

#[test]
fn outside_the_workshop_nobody_is_stuck() {
    let course = course();
    let matrix = Matrix::new(&course, &[person(1, "Awa", "", Some(0)), person(2, "Ben", "", None)], &[], &[]);
    for days in [None, Some((0, 1)), Some((90_000, 90_001))] {
        let watch = Watch { now: minutes(60), days };
        let reasons: Vec<_> = alarms(&matrix, &course, watch).iter().map(|a| a.reason).collect();
        assert!(reasons.iter().all(|reason| *reason == Reason::Nothing), "{reasons:?}");
    }
}

#[test]
fn three_failed_tries_and_critical_misses_are_seen_until_it_is_passed() {
    let people = [person(1, "Awa", "", Some(10))];
    let three = LessonRow { attempts: 3, failed_in_a_row: 3, ..lesson_row(1, FIRST, 1, Some(5_000), false) };
    assert_eq!(found(&people, std::slice::from_ref(&three), &[], 11), [(1, Reason::Failed(0, 3, false))]);
    assert_eq!(found(&people, &[LessonRow { failed_in_a_row: 2, ..three.clone() }], &[], 11), []);
    let critical = TestRow { critical_missed: 1, ..test_row(1, test("test/course"), 7_000, false) };
    assert_eq!(found(&people, &[], std::slice::from_ref(&critical), 11), [(1, Reason::Critical(2))]);
    assert_eq!(found(&people, &[], &[TestRow { passed: true, ..critical }], 11), []);
}

#[test]
fn the_most_urgent_stands_first_and_those_who_never_began_last() {
    let people = [person(1, "Awa", "", None), person(2, "Ben", "", Some(0)), person(3, "Chi", "", Some(29))];
    let three = LessonRow { failed_in_a_row: 4, ..lesson_row(3, FIRST, 1, Some(5_000), false) };
    let order = [(2, Reason::Stuck(30)), (3, Reason::Failed(0, 4, false)), (1, Reason::Nothing)];
    assert_eq!(found(&people, &[three], &[], 30), order);
}

#[test]
fn whoever_is_done_with_the_course_may_be_silent() {
    let course = course();
    let sections = |at: usize| course.outlines()[at].sections.len();
    let lessons = [
        lesson_row(1, FIRST, sections(0), Some(9_000), true),
        lesson_row(1, "exchange/second-lesson", sections(1), Some(9_000), true),
    ];
    let tests = [test_row(1, test("test/course"), 9_000, true)];
    assert_eq!(found(&[person(1, "Awa", "", Some(0))], &lessons, &tests, 60 * 24 * 30), []);
}
