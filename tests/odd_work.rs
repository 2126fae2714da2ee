//! Desk work that nobody would hand in: whatever stands in it, every engine judges it, within 0 and 10000.
//!
//! Apart from the tests of each engine because here no work is thought out: the model of a built-in exercise is taken
//! apart and put together at random, as a damaged draft, an older exercise or another program might hand it over.

#![expect(clippy::unwrap_used, reason = "a test stops where the course cannot be read")]

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::sample::Index;
use rundown::assess::Grade;
use rundown::assess::work::{Assessment, Circumstances, assess, findings, start};
use rundown::course::Course;
use rundown::course::exercise::{Exercise, Work};
use rundown::id::Lang;
use serde_json::{Map, Value};

/// Every exercise that has a model.
static EXERCISES: LazyLock<Vec<Arc<Exercise>>> = LazyLock::new(|| {
    let course = Course::embedded().unwrap();
    let lang = Lang::new("en").unwrap();
    let all = course.exercises().iter().map(|outline| course.exercise(&outline.id, &lang).unwrap());
    all.filter(|exercise| exercise.model.is_some()).collect()
});

/// One change of a value somewhere in a work.
#[derive(Debug, Clone)]
enum Change {
    Text(String),
    Number(i64),
    Drop,
    Double,
    Turn,
    Swap(Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        "\\PC{0,12}".prop_map(Change::Text),
        prop_oneof![
            Just("25:61:99:88"),
            Just("-1"),
            Just("\u{202e}é\u{301}\u{301}"),
            Just("=1+1"),
            Just("99999999999999999999")
        ]
        .prop_map(|text| Change::Text(text.to_owned())),
        any::<i64>().prop_map(Change::Number),
        (0..3_i64).prop_map(Change::Number),
        Just(Change::Drop),
        Just(Change::Double),
        Just(Change::Turn),
        any::<Index>().prop_map(Change::Swap),
    ]
}

/// Counts the values in a work, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// Finds the value at a place, counted from the outside in.
fn find<'v>(value: &'v mut Value, place: &mut usize) -> Option<&'v mut Value> {
    if *place == 0 {
        return Some(value);
    }
    *place -= 1;
    let parts: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    parts.into_iter().find_map(|part| {
        let inside = size(part);
        if *place < inside {
            return find(part, place);
        }
        *place -= inside;
        None
    })
}

fn apply(value: &mut Value, change: &Change) {
    match (change, value) {
        (Change::Text(text), Value::Object(fields)) => {
            let taken = fields.iter().next_back().map(|(_, value)| value.clone()).unwrap_or_default();
            fields.insert(text.clone(), taken);
        }
        (Change::Text(text), value) => *value = Value::String(text.clone()),
        (Change::Number(number), value) => *value = Value::from(*number),
        (Change::Drop, Value::Array(items)) => drop(items.pop()),
        (Change::Drop, Value::Object(fields)) => *fields = fields.clone().into_iter().skip(1).collect::<Map<_, _>>(),
        (Change::Drop, value) => *value = Value::String(String::new()),
        (Change::Double, Value::Array(items)) => items.extend(items.clone()),
        (Change::Double, Value::String(text)) => text.push_str(&text.clone()),
        (Change::Turn, Value::Array(items)) => items.reverse(),
        (Change::Turn, Value::String(text)) => *text = text.chars().rev().collect(),
        (Change::Swap(at), Value::Array(items)) if !items.is_empty() => {
            let by = at.index(items.len());
            items.rotate_left(by);
        }
        (Change::Double | Change::Turn | Change::Swap(_), _) => {}
    }
}

/// Takes a model apart; none where nothing is left that could be a work.
fn odd(model: &Work, changes: &[(Index, Change)]) -> Option<Work> {
    let mut value = serde_json::to_value(model).unwrap();
    let engine = value.get("engine").cloned().unwrap();
    for (at, change) in changes {
        let mut place = at.index(size(&value));
        if let Some(found) = find(&mut value, &mut place) {
            apply(found, change);
        }
    }
    if let Value::Object(fields) = &mut value {
        fields.insert("engine".to_owned(), engine);
    }
    serde_json::from_value(value).ok()
}

fn judged(exercise: &Exercise, work: &Work, around: Circumstances) -> Assessment {
    let live = findings(exercise, work, around);
    drop(live);
    assess(exercise, work, &std::collections::BTreeMap::new(), around)
}

fn is_a_grade(grade: Grade) -> bool {
    grade >= Grade::ZERO && grade <= Grade::FULL
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn odd_work_is_judged_and_breaks_nothing(
        which: Index,
        changes in prop::collection::vec((any::<Index>(), change()), 1..8),
        seconds: u32,
        untimed: bool,
    ) {
        let exercise = which.get(&EXERCISES);
        let model = exercise.model.as_ref().unwrap();
        if let Some(work) = odd(model, &changes) {
            let around = Circumstances { seconds, untimed, is_live: false };
            let result = judged(exercise, &work, around);
            prop_assert!(is_a_grade(result.grade), "{:?}", result.grade);
            for part in &result.parts {
                prop_assert!(is_a_grade(part.grade), "{part:?}");
            }
        }
    }

    #[test]
    fn the_work_of_one_exercise_handed_in_for_another_is_worth_what_nothing_is(which: Index, other: Index) {
        let (exercise, other) = (which.get(&EXERCISES), other.get(&EXERCISES));
        let work = other.model.as_ref().unwrap();
        let kind = |work: &Work| serde_json::to_value(work).unwrap().get("engine").cloned();
        if kind(work) != kind(&start(exercise)) {
            let around = Circumstances { untimed: true, ..Circumstances::default() };
            let result = judged(exercise, work, around);
            prop_assert_eq!(result.grade, judged(exercise, &start(exercise), around).grade);
            prop_assert!(!result.passed);
        }
    }
}

#[test]
fn a_model_put_together_again_is_the_model() {
    for exercise in EXERCISES.iter() {
        assert_eq!(odd(exercise.model.as_ref().unwrap(), &[]).as_ref(), exercise.model.as_ref());
    }
}
