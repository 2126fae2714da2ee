//! Draws: sisters on retakes, and tests by blueprint.

use std::collections::BTreeSet;

use super::*;
use crate::assess::samples;
use crate::course::manifest::{Draw, TestKind, Translated};
use crate::course::outline::OutcomeOutline;
use crate::id::TestId;

fn qid(text: &str) -> QuestionId {
    QuestionId::new(text).unwrap()
}

fn slot(names: &[&str]) -> Slot {
    let of_id = |name: &&str| Question { id: qid(name), ..samples::single() };
    Slot { questions: names.iter().map(of_id).collect() }
}

#[test]
fn a_first_attempt_asks_the_question_itself() {
    let slot = slot(&["own", "sister", "other"]);
    assert!((0..50).all(|seed| question(&slot, &[], seed).id == qid("own")));
    assert!((0..50).all(|seed| question(&slot, &[qid("elsewhere")], seed).id == qid("own")));
}

#[test]
fn retakes_ask_every_sister_before_any_question_comes_again() {
    let slot = slot(&["own", "one", "two", "three"]);
    for seed in 0..50 {
        let mut asked = Vec::new();
        for round in 0..8 {
            let next = question(&slot, &asked, seed + round).id.clone();
            asked.push(next);
        }
        let first: BTreeSet<_> = asked[..4].iter().collect();
        let second: BTreeSet<_> = asked[4..].iter().collect();
        assert_eq!((first.len(), second.len()), (4, 4), "{asked:?}");
    }
}

#[test]
fn different_seeds_ask_different_sisters() {
    let slot = slot(&["own", "one", "two"]);
    let asked = [qid("own")];
    let drawn: BTreeSet<_> = (0..50).map(|seed| question(&slot, &asked, seed).id.clone()).collect();
    assert_eq!(drawn, BTreeSet::from([qid("one"), qid("two")]));
}

#[test]
fn a_renamed_question_remembers_that_it_was_asked() {
    let mut slot = slot(&["own", "sister"]);
    slot.questions[1].was = vec![qid("before")];
    let asked = [qid("own"), qid("before")];
    let drawn: BTreeSet<_> = (0..50).map(|seed| question(&slot, &asked, seed).id.clone()).collect();
    assert_eq!(drawn.len(), 2);
}

#[test]
fn what_comes_back_is_never_the_same_as_last_time_where_there_is_another() {
    let three = slot(&["own", "one", "two"]);
    for seed in 0..50 {
        let mut asked = vec![qid("one")];
        for round in 0..6 {
            let next = another(&three, &asked, seed + round).id.clone();
            assert_ne!(asked.last(), Some(&next));
            asked.push(next);
        }
        let drawn: BTreeSet<_> = asked.iter().collect();
        assert_eq!(drawn.len(), 3, "{asked:?}");
    }
    assert_eq!(another(&slot(&["own"]), &[qid("own")], 1).id, qid("own"));
    assert_eq!(another(&three, &[], 1).id, qid("own"));
}

#[test]
fn a_quiz_is_drawn_slot_by_slot() {
    let lesson = LessonId::new("checking/source").unwrap();
    let quiz = Quiz { pass: 8000, slots: vec![slot(&["a", "aa"]), slot(&["b"])] };
    let first = lesson_quiz(&lesson, &quiz, &[], 1);
    let names = |refs: &[QuestionRef]| refs.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&first), ["checking/source#a", "checking/source#b"]);
    assert_eq!(names(&lesson_quiz(&lesson, &quiz, &first, 1)), ["checking/source#aa", "checking/source#b"]);
}

fn outline(name: &str, outcomes: &[(&str, usize)]) -> LessonOutline {
    let outcome = |(id, _): &(&str, usize)| OutcomeOutline {
        id: OutcomeId::new(id).unwrap(),
        was: Vec::new(),
        text: Translated::default(),
    };
    let slots = outcomes.iter().flat_map(|(id, count)| {
        (0..*count).map(move |n| SlotOutline {
            questions: vec![(qid(&format!("{id}-{n}")), vec![]), (qid(&format!("{id}-{n}-v")), vec![])],
            outcome: OutcomeId::new(id).unwrap(),
            critical: false,
        })
    });
    LessonOutline {
        id: LessonId::new(name).unwrap(),
        was: Vec::new(),
        stem: name.to_owned(),
        slug: "SLUG".into(),
        title: Translated::default(),
        minutes: 10,
        outcomes: outcomes.iter().map(outcome).collect(),
        sections: Vec::new(),
        slots: slots.collect(),
        pass: 8000,
        recall: Vec::new(),
        requires: Vec::new(),
        exercise: None,
        languages: Vec::new(),
    }
}

fn stock(lessons: &[LessonOutline]) -> Stock<'_> {
    Stock { tracks: &[], lessons }
}

fn blueprint(per_outcome: u16) -> Test {
    let pool = |name: &str| LessonId::new(name).unwrap();
    Test {
        id: TestId::new("test/course").unwrap(),
        slug: "TEST".into(),
        title: Translated::default(),
        minutes: 15,
        pools: vec![pool("a/one"), pool("a/two"), pool("a/missing")],
        share: Share::Outcome(per_outcome),
        kind: TestKind::Course,
        track: None,
        form: None,
        confidence: false,
        draw: Draw::Cohort,
        pass: 7500,
    }
}

#[test]
fn a_test_holds_as_many_questions_for_each_outcome_as_its_blueprint_says() {
    let lessons = [outline("a/one", &[("x", 4), ("y", 3)]), outline("a/two", &[("z", 1)])];
    let seeds = TestSeeds { set: 5, attempt: 5 };
    for (per_outcome, expected) in [(0, 0), (1, 3), (2, 5), (9, 8)] {
        let drawn = test_quiz(&blueprint(per_outcome), stock(&lessons), &[], seeds);
        assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), expected);
        assert_eq!(drawn.len(), expected);
    }
}

#[test]
fn a_retake_keeps_the_slots_of_a_test_and_changes_the_sisters() {
    let lessons = [outline("a/one", &[("x", 4), ("y", 3)]), outline("a/two", &[("z", 2)])];
    let first = test_quiz(&blueprint(1), stock(&lessons), &[], TestSeeds { set: 9, attempt: 1 });
    let retake = test_quiz(&blueprint(1), stock(&lessons), &first, TestSeeds { set: 9, attempt: 2 });
    let with_v: Vec<_> = first.iter().map(|r| format!("{r}-v")).collect();
    assert_eq!(retake.iter().map(ToString::to_string).collect::<Vec<_>>(), with_v);
    let sets = |set| test_quiz(&blueprint(1), stock(&lessons), &[], TestSeeds { set, attempt: 1 });
    assert!((0..20).any(|set| sets(set) != first));
}

fn even(share: Share, form: Option<Form>) -> Test {
    Test { share, form, pools: vec![LessonId::new("a/one").unwrap(), LessonId::new("a/two").unwrap()], ..blueprint(1) }
}

fn two_lessons() -> [LessonOutline; 2] {
    [outline("a/one", &[("x", 4), ("y", 3)]), outline("a/two", &[("z", 5), ("u", 2)])]
}

fn outcome_counts(drawn: &[QuestionRef]) -> Vec<usize> {
    let of = |outcome: &str| drawn.iter().filter(|r| r.question.as_str().starts_with(outcome)).count();
    ["x-", "y-", "z-", "u-"].map(of).to_vec()
}

#[test]
fn a_number_of_questions_is_spread_evenly_over_the_outcomes() {
    let lessons = two_lessons();
    for set in 0..30 {
        let seeds = TestSeeds { set, attempt: 1 };
        for items in [1, 3, 4, 7, 8, 10] {
            let drawn = test_quiz(&even(Share::All(items), None), stock(&lessons), &[], seeds);
            let counts = outcome_counts(&drawn);
            assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), usize::from(items), "{drawn:?}");
            let most_of_small = counts[3].max(1);
            assert!(counts.iter().all(|n| *n + 1 >= most_of_small), "{counts:?}");
            assert!(items > 8 || counts.iter().max().unwrap() - counts.iter().min().unwrap() <= 1, "{counts:?}");
        }
        assert_eq!(test_quiz(&even(Share::All(99), None), stock(&lessons), &[], seeds).len(), 14);
    }
}

#[test]
fn each_track_gives_its_share() {
    let lessons = two_lessons();
    let track = |id: &str, lesson: &LessonOutline| Track {
        id: crate::id::TrackId::new(id).unwrap(),
        letter: 'A',
        title: Translated::default(),
        lessons: vec![lesson.id.clone()],
    };
    let tracks = [track("one", &lessons[0]), track("two", &lessons[1])];
    let stock = Stock { tracks: &tracks, lessons: &lessons };
    let drawn = test_quiz(&even(Share::Track(3), None), stock, &[], TestSeeds { set: 4, attempt: 1 });
    let of = |lesson: &str| drawn.iter().filter(|r| r.lesson.as_str() == lesson).count();
    assert_eq!((of("a/one"), of("a/two")), (3, 3));
}

#[test]
fn parallel_forms_ask_sisters_of_the_same_slots_each_time() {
    let mut lessons = two_lessons();
    lessons[0].slots[0].questions.truncate(1);
    for set in 0..30 {
        let form = |form, earlier: &[QuestionRef], attempt| {
            test_quiz(&even(Share::All(13), Some(form)), stock(&lessons), earlier, TestSeeds { set, attempt })
        };
        let (a, b) = (form(Form::A, &[], 1), form(Form::B, &[], 2));
        let sisters: Vec<_> = a.iter().map(|r| format!("{r}-v")).collect();
        assert_eq!(b.iter().map(ToString::to_string).collect::<Vec<_>>(), sisters);
        assert_eq!(form(Form::A, &a, 3), a, "a second try asks the same");
        assert_eq!(a.len(), 13, "a slot without a sister stays out");
    }
}
