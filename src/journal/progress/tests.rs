//! The fold, one part at a time.

use super::*;
use crate::assess::Grade;
use crate::course::exercise::work::Entry;
use crate::id::{AttemptId, ExerciseId, LearnerId, SectionId};
use crate::journal::completion::ExerciseState;
use crate::journal::samples::{
    answer, answered, asked, attempt, enrolled, event, events, finished, lesson, marked, regraded, said, seen, started,
    undone, worked,
};

fn run_of(events: &[Event]) -> Run {
    Progress::of_events(events).runs.into_values().next().unwrap()
}

#[test]
fn the_first_enrolment_event_names_course_and_version() {
    let again = Body::Enrolled { course: CourseId::new("course").unwrap(), version: "2".into() };
    let run = run_of(&events([enrolled(), again]));
    assert_eq!(run.enrolled().unwrap().version, "1");
}

#[test]
fn the_latest_run_through_a_course_is_the_current_one() {
    let mut second = event(1, 2, 2, enrolled());
    second.enrolment = EnrolmentId::from_bits(77);
    let progress = Progress::of_events(&[second, event(1, 1, 1, enrolled())]);
    let (id, _) = progress.current(&CourseId::new("course").unwrap()).unwrap();
    assert_eq!(id, EnrolmentId::from_bits(77));
    assert!(progress.current(&CourseId::new("other").unwrap()).is_none());
}

#[test]
fn a_section_seen_twice_is_seen_once() {
    let run = run_of(&events([seen("a/one", "start"), seen("a/one", "start")]));
    assert_eq!(run.sections[&lesson("a/one")].len(), 1);
}

#[test]
fn an_attempt_whose_beginning_has_not_arrived_belongs_to_no_quiz() {
    let run = run_of(&events([answered(1, "a/one#q", 5000), finished(1, 5000, false, &[])]));
    assert!(run.attempts_at(|_| true).is_empty());
    assert!(run.attempts[&AttemptId::from_bits(1)].is_whole());
}

#[test]
fn a_copy_that_ends_the_same_attempt_too_leaves_one_attempt_with_two_ends() {
    let bodies = [started(1, "a/one", &["q"]), answered(1, "a/one#q", 4000)];
    let mut all = events(bodies);
    all.push(event(3, 1, 3, finished(1, 9000, true, &[])));
    all.push(event(2, 1, 3, finished(1, 4000, false, &[])));
    let run = run_of(&all);
    let attempts = run.attempts_at(|_| true);
    let (_, attempt) = attempts[0];
    assert_eq!(attempts.len(), 1);
    assert_eq!(attempt.first_finish().unwrap().grade, Grade::new(4000));
    assert_eq!(attempt.best_finish().unwrap().grade, Grade::new(9000));
    assert!(attempt.is_passed());
}

#[test]
fn a_variants_answer_counts_for_its_slot() {
    let mut of_variant = answer("a/one#sister", 7000, false);
    of_variant.slot = asked("a/one#q").question;
    let body = Body::Answered { attempt: AttemptId::from_bits(1), answer: of_variant };
    let run = run_of(&events([started(1, "a/one", &["sister"]), body]));
    let attempt = &run.attempts[&AttemptId::from_bits(1)];
    assert!(attempt.answers.contains_key(&asked("a/one#q")));
    assert!(attempt.answer_to(&asked("a/one#sister")).is_some());
}

#[test]
fn practice_counts_nowhere_and_the_last_answer_is_kept() {
    let practised = |grade| Body::Practised { lesson: lesson("a/two"), answer: answer("a/one#q", grade, true) };
    let run = run_of(&events([practised(10_000), practised(0)]));
    assert!(run.attempts.is_empty());
    assert_eq!(run.practised[&(lesson("a/two"), asked("a/one#q"))].grade, Grade::ZERO);
}

#[test]
fn the_last_change_of_a_note_stands() {
    let noted = |text: &str| Body::Noted {
        note: NoteId::from_bits(5),
        lesson: lesson("a/one"),
        section: SectionId::start(),
        block: 2,
        text: text.into(),
    };
    let removed = Body::NoteRemoved { note: NoteId::from_bits(5) };
    let texts = |bodies: Vec<Body>| {
        let mut all = events(bodies);
        all.reverse();
        Progress::of_events(&all).notes().map(|(_, note)| note.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(texts(vec![noted("one"), noted("two")]), ["two"]);
    assert!(texts(vec![noted("one"), removed.clone()]).is_empty());
    assert_eq!(texts(vec![noted("one"), removed, noted("")]), [""]);
}

#[test]
fn the_last_time_is_that_of_the_last_event_and_not_of_the_fastest_clock() {
    let mut early = event(1, 1, 1, seen("a/one", "start"));
    early.at = Timestamp(i64::MAX);
    let late = event(1, 2, 2, seen("a/one", "end"));
    assert_eq!(run_of(&[late.clone(), early]).last_at(), Some(late.at));
}

#[test]
fn what_is_not_known_adds_up_to_nothing() {
    let unknown = event(1, 1, 1, Body::Unknown { kind: "later".into(), version: 3 });
    let run = run_of(std::slice::from_ref(&unknown));
    assert_eq!((run.last_at(), run.active_seconds()), (Some(unknown.at), 0));
    assert!(run.attempts.is_empty() && run.sections.is_empty());
}

#[test]
fn what_a_pair_did_is_marked_with_the_other_and_counts_like_any_other() {
    let other = LearnerId::from_bits(9);
    let bodies = [started(1, "a/one", &["q"]), finished(1, 9000, true, &[]), worked(2, "a/work", 8000, true)];
    let alone = events(bodies.clone());
    let together: Vec<Event> = alone.iter().map(|event| Event { pair: Some(other), ..event.clone() }).collect();
    let (run, same) = (run_of(&together), run_of(&alone));
    assert_eq!((run.attempts[&attempt(1)].pair(), same.attempts[&attempt(1)].pair()), (Some(other), None));
    let [(_, work)] = run.desk_work.tries(|_| true)[..] else { panic!("one piece of work") };
    assert_eq!((work.pair, work.result.passed), (Some(other), true));
    assert_eq!(run.attempts[&attempt(1)].best_finish(), same.attempts[&attempt(1)].best_finish());
}

#[test]
fn work_that_two_copies_handed_in_is_one_try_with_the_first_and_the_best_end() {
    let (first, second) = (worked(1, "a/work", 4000, false), worked(1, "a/work", 9000, true));
    let run = run_of(&[event(2, 1, 6, second), event(1, 1, 5, first)]);
    let state = ExerciseState::new(&run, &ExerciseId::new("a/work").unwrap());
    assert_eq!((state.attempts, state.passed), (1, true));
    assert_eq!((state.first, state.best), (Some(Grade::new(4000)), Some(Grade::new(9000))));
}

#[test]
fn of_several_replies_the_last_in_order_counts_and_the_others_are_kept() {
    let form = ExerciseId::new("forms/reaction").unwrap();
    let mut all = events([enrolled(), said("forms/reaction", None, "a"), said("forms/reaction", None, "b")]);
    all.extend([event(2, 1, 9, said("forms/reaction", Some(30), "c"))]);
    all.reverse();
    let run = run_of(&all);
    let texts: Vec<_> = run.replies.all(&form, None).map(|reply| reply.answers["change"].clone()).collect();
    assert_eq!(texts, [Entry::One("a".into()), Entry::One("b".into())]);
    assert_eq!(run.replies.last(&form, None).unwrap().answers["change"], Entry::One("b".into()));
    assert_eq!(run.replies.forms().map(|(_, day)| day).collect::<Vec<_>>(), [None, Some(30)]);
}

/// A whole try at three questions, one of them critical and wrong, with what a trainer says of it later.
fn corrected(rulings: impl IntoIterator<Item = Body>) -> Run {
    let critical = Body::Answered { attempt: attempt(1), answer: answer("a/one#q", 0, true) };
    let begun = [started(1, "a/one", &["q", "r", "s"]), critical];
    let rest = [answered(1, "a/one#r", 10_000), answered(1, "a/one#s", 8_000), finished(1, 6_000, false, &["a/one#q"])];
    let mut all = events(begun.into_iter().chain(rest));
    let told = rulings.into_iter().zip(10..).map(|(body, n)| event(2, n, n, body));
    all.extend(told.map(|event| Event { author: crate::journal::Author::Trainer, ..event }));
    all.reverse();
    run_of(&all)
}

#[test]
fn a_corrected_key_changes_grade_critical_misses_and_passing_and_the_original_stays_visible() {
    let run = corrected([regraded(1, 1, "a/one#q", Some(10_000))]);
    let tried = &run.attempts[&attempt(1)];
    let end = tried.best_finish().unwrap();
    assert_eq!((end.grade, end.passed, end.critical_missed.len()), (Grade::new(9_333), true, 0));
    let before = tried.before_regrade().unwrap();
    assert_eq!((before.grade, before.passed), (Grade::new(6_000), false));
    let given = &tried.answers[&asked("a/one#q")];
    assert_eq!((given.answer.grade, given.grade()), (Grade::ZERO, Some(Grade::FULL)));
    assert!(corrected([]).attempts[&attempt(1)].before_regrade().is_none());
}

#[test]
fn a_question_that_is_taken_out_is_no_part_of_the_mean() {
    let run = corrected([regraded(1, 1, "a/one#q", None)]);
    let end = run.attempts[&attempt(1)].first_finish().unwrap();
    assert_eq!((end.grade, end.passed), (Grade::new(9_000), true));
    let nothing_left = corrected(["q", "r", "s"].map(|slot| regraded(1, 1, &format!("a/one#{slot}"), None)));
    assert_eq!(nothing_left.attempts[&attempt(1)].first_finish().unwrap().grade, Grade::new(6_000));
}

#[test]
fn of_two_corrections_the_later_stands_until_it_is_taken_back() {
    let both = || [regraded(1, 1, "a/one#q", Some(10_000)), regraded(2, 1, "a/one#q", Some(5_000))];
    let grade = |run: Run| run.attempts[&attempt(1)].first_finish().unwrap().grade;
    assert_eq!(grade(corrected(both())), Grade::new(7_666));
    assert_eq!(grade(corrected(both().into_iter().chain([undone(2)]))), Grade::new(9_333));
    assert_eq!(grade(corrected(both().into_iter().chain([undone(2), undone(1)]))), Grade::new(6_000));
}

#[test]
fn each_markers_last_marking_is_kept_and_the_last_of_all_counts() {
    let bodies = [worked(1, "a/work", 8_000, true), marked(1, "A", 1), marked(1, "B", 2), marked(1, "A", 3)];
    let run = run_of(&events(bodies));
    let points = |of: &Marked| of.points.values().copied().collect::<Vec<_>>();
    let kept: Vec<_> = run.desk_work.markings(attempt(1)).map(|of| (of.by.clone(), points(of))).collect();
    assert_eq!(kept, [("A".to_owned(), vec![3]), ("B".to_owned(), vec![2])]);
    assert_eq!(run.desk_work.marking(attempt(1)).map(points), Some(vec![3]));
}
