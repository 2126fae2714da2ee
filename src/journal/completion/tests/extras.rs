//! Desk work with a row of its own, and when forms that nobody judges are due.

use super::*;
use crate::course::manifest::{Capstone, Questionnaire};
use crate::journal::samples::{said, worked};

fn with_extras() -> (Manifest, Vec<LessonOutline>) {
    let mut course = with_kinds();
    let form = |id: &str, days: &[u16]| Questionnaire {
        id: ExerciseId::new(id).unwrap(),
        slug: "FORM".into(),
        title: Translated::default(),
        minutes: 5,
        days: days.to_vec(),
    };
    let capstone = ExerciseId::new("capstone/night").unwrap();
    course.0.questionnaires = vec![form("forms/reaction", &[]), form("forms/follow-up", &[30, 90])];
    course.0.completion.exercises = vec![capstone.clone()];
    course.0.capstones =
        vec![Capstone { id: capstone, slug: "NIGHT".into(), title: Translated::default(), minutes: 60 }];
    course
}

/// Everything that the course asks for, and the tests that only measure.
fn whole_course() -> Vec<Body> {
    let lessons = |id: &str, number| [read(id), tried(number, id, [FULL; 3])].concat();
    let tests = [sat(7, "test/pre", false), sat(8, "test/a", true), sat(9, "test/post", false)].concat();
    [lessons("a/one", 1), lessons("a/two", 2), vec![worked(5, "capstone/night", 8000, true)], tests].concat()
}

#[test]
fn a_capstone_comes_after_the_tracks_and_before_the_test_after_them() {
    let course = with_extras();
    let next = |bodies| state_in(&course, bodies).next().map(|next| next.to_string());
    let is_rest = |body: &Body| !matches!(body, Body::ExerciseDone { .. });
    let without: Vec<Body> = whole_course().into_iter().filter(is_rest).collect();
    let before_post = without[..without.len() - 2].to_vec();
    assert_eq!(next(before_post.clone()).unwrap(), "capstone/night");
    let state = state_in(&course, before_post.clone());
    assert_eq!((state.minutes_left(), state.done), (60 + 5, false));
    let night = |passed| [before_post.clone(), vec![worked(5, "capstone/night", 8000, passed)]].concat();
    assert_eq!(next(night(false)).unwrap(), "capstone/night");
    assert_eq!(next(night(true)).unwrap(), "test/post");
}

/// Returns the days after the last event at which each form is due.
fn due(bodies: Vec<Body>) -> Vec<Option<i64>> {
    let end = 1_800_000_000_000 + (i64::try_from(bodies.len()).unwrap() + 1) * 1000;
    let state = state_in(&with_extras(), bodies);
    state.questionnaires.iter().map(|form| Some((form.due_at?.0 - end).div_euclid(24 * 3_600_000))).collect()
}

#[test]
fn a_form_is_due_after_the_last_test_and_follow_ups_count_from_it_or_from_the_end() {
    assert_eq!(due(Vec::new()), [None, None, None]);
    assert_eq!(due(whole_course()), [Some(0), Some(29), Some(89)], "counted from the last that was passed");
    let reaction = || said("forms/reaction", None, "More field work.");
    assert_eq!(due(vec![reaction()]), [None, Some(30), Some(90)], "said before anything was done");
    let twice = [whole_course(), vec![reaction(), reaction()]].concat();
    assert_eq!(due(twice)[1], Some(29), "the first time that it was said counts");
}

#[test]
fn a_reply_counts_for_nothing_and_the_last_one_stands() {
    let course = with_extras();
    let follow_up = |text| said("forms/follow-up", Some(30), text);
    let replies = vec![said("forms/reaction", None, "a"), follow_up("b"), follow_up("c")];
    let (without, with) = (state_in(&course, whole_course()), state_in(&course, [whole_course(), replies].concat()));
    assert_eq!((with.done, with.minutes_left()), (without.done, without.minutes_left()));
    let is_said: Vec<bool> = with.questionnaires.iter().map(|form| form.replied_at.is_some()).collect();
    assert_eq!(is_said, [true, true, false]);
}
