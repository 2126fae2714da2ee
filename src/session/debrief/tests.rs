//! Debriefs of the exercises of the course: the model beside itself, and the typical wrong work beside the model.

use super::*;
use crate::assess::work::{Circumstances, assess, start};
use crate::clock::Timestamp;
use crate::course::Course;
use crate::course::exercise::Engine;
use crate::id::Lang;
use crate::id::{ExerciseId, OptionId, WriterId};
use crate::journal::EventId;
use crate::journal::event::{Order, WorkDone};
use crate::journal::progress::HandedIn;

fn debrief(exercise: &Exercise, work: &Work) -> Debrief {
    let answers = BTreeMap::new();
    let assessment = assess(exercise, work, &answers, Circumstances::default());
    Debrief::new(exercise, work, &answers, &assessment, &Words::new(&english()))
}

fn english() -> Lang {
    Lang::new("en").unwrap()
}

fn exercises() -> Vec<std::sync::Arc<Exercise>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = Course::folder(folder).unwrap();
    let all = course.exercises().iter();
    all.map(|outline| course.exercise(&outline.id, &english()).unwrap()).collect()
}

#[test]
fn a_model_does_not_differ_from_itself() {
    for exercise in exercises() {
        let Some(model) = &exercise.model else { continue };
        let debrief = debrief(&exercise, model);
        let differs: Vec<_> = debrief.compared.iter().filter(|compared| !compared.is_same()).collect();
        assert!(!debrief.compared.is_empty() && differs.is_empty(), "{}: {differs:#?}", exercise.id);
    }
}

#[test]
fn a_typical_wrong_work_differs_and_every_finding_is_in_words() {
    for exercise in exercises() {
        let Some(typical) = &exercise.typical else { continue };
        let debrief = debrief(&exercise, &typical.work);
        assert!(debrief.compared.iter().any(|compared| !compared.is_same()), "{}", exercise.id);
        for code in typical.expect.iter().filter(|code| *code != "QUESTION") {
            assert!(debrief.findings.iter().any(|told| told.code == *code), "{}: {code}", exercise.id);
        }
        for told in &debrief.findings {
            let has_place = told.place == Place::Whole || !told.at.is_empty();
            assert!(has_place && !told.says.is_empty() && !told.says.contains('⟨'), "{}: {told:?}", exercise.id);
        }
    }
}

#[test]
fn nothing_made_is_laid_beside_the_model_too() {
    for exercise in exercises() {
        let nothing = debrief(&exercise, &start(&exercise));
        let foreign = debrief(&exercise, &Work::Stages { done: 3 });
        if !matches!(exercise.engine, Engine::Stages(_)) {
            assert_eq!(foreign.compared, nothing.compared, "{}", exercise.id);
        }
    }
}

#[test]
fn questions_after_the_work_come_with_their_grades_and_the_lesson_with_its_passage() {
    for exercise in exercises() {
        let debrief = debrief(&exercise, &start(&exercise));
        assert_eq!(debrief.items.len(), exercise.questions.len(), "{}", exercise.id);
        assert!(debrief.items.iter().all(|item| item.graded.is_some()), "{}", exercise.id);
        assert_eq!(debrief.passage.is_some(), exercise.lesson.is_some() && exercise.debrief.section.is_some());
    }
}

fn order(seq: u64) -> Order {
    Order { lamport: seq, id: EventId { writer: WriterId::from_bits(1), seq } }
}

/// The model of a dopesheet, handed in and looked back on.
fn looked_back(marked: Option<Marked>) -> LookedBack {
    let id = ExerciseId::new("exchange/fill-dopesheet").unwrap();
    let exercise = Course::embedded().unwrap().exercise(&id, &Lang::new("en").unwrap()).unwrap();
    let work = exercise.model.clone().unwrap();
    let assessment = assess(&exercise, &work, &BTreeMap::new(), Circumstances::default());
    let result = WorkDone {
        exercise: id,
        work,
        answers: BTreeMap::new(),
        grade: assessment.grade,
        parts: BTreeMap::new(),
        codes: Vec::new(),
        critical: Vec::new(),
        passed: assessment.passed,
        seconds: 0,
        untimed: false,
    };
    let done = HandedIn { order: order(1), at: Timestamp(0), pair: None, result };
    LookedBack { exercise, done, assessment, marked }
}

#[test]
fn a_marking_takes_the_place_of_a_rubric_that_waits_and_changes_no_grade() {
    let words = Words::new(&Lang::new("en").unwrap());
    let open = Debrief::of(&looked_back(None), &words);
    assert!(open.waits && open.marked.is_none());
    let points = [("a", 2), ("b", 1)].map(|(line, points)| (OptionId::new(line).unwrap(), points)).into();
    let comment = "Clear to the end.".to_owned();
    let by = "Tesfa".to_owned();
    let marked =
        Debrief::of(&looked_back(Some(Marked { order: order(2), at: Timestamp(0), by, points, comment })), &words);
    assert_eq!(marked.marked.as_deref(), Some("Marked by Tesfa: 3 points. Clear to the end."));
    assert!(!marked.waits);
    assert_eq!(marked.grade, open.grade);
}
