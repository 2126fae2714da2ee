//! The fields of the engine `field`, and rubrics.
//!
//! Apart so that an engine is found under its name.

use std::collections::BTreeMap;

use super::{ids, refuse_unknown, values};
use crate::course::exercise::field::Step;
use crate::course::exercise::{Criterion, FieldTask, Work};
use crate::course::fields::Fields;

/// Reads the task sheet.
pub(super) fn read(fields: &Fields<'_>) -> FieldTask {
    let step = |fields: &Fields<'_>| {
        let (id, text) = (values::option_id(fields, "id"), values::need(fields, "text"));
        Some(Step { id: id?, text })
    };
    let steps: Vec<_> = fields.tables("steps", "a step", step).into_iter().flatten().collect();
    if steps.is_empty() {
        fields.missing::<()>("steps");
    }
    if !fields.has("rubric") {
        fields.missing::<()>("rubric");
    }
    FieldTask { steps: values::capped(fields, "steps", steps, 50), file: values::flag(fields, "file") }
}

/// Reads a rubric.
pub(super) fn rubric(fields: &Fields<'_>) -> Vec<Criterion> {
    let criterion = |fields: &Fields<'_>| {
        let (id, text) = (values::option_id(fields, "id"), values::need(fields, "text"));
        let points = values::whole(fields, "points", (1, 20)).unwrap_or(1);
        Some(Criterion { id: id?, text, points: u8::try_from(points).unwrap_or(20) })
    };
    let all: Vec<_> = fields.tables("rubric", "a line of the rubric", criterion).into_iter().flatten().collect();
    values::capped(fields, "rubric", all, 30)
}

/// Reads a work.
pub(super) fn work(fields: &Fields<'_>, task: &FieldTask) -> Work {
    let done = fields.texts("done");
    for name in &done {
        refuse_unknown(fields, "step", name, ids(task.steps.iter().map(|step| &step.id)));
    }
    let ticked = fields.table("ticked", "the points", points).unwrap_or_default();
    let done = done.into_iter().map(toml::Spanned::into_inner).collect();
    Work::Field { done, file: values::words(fields, "file"), ticked }
}

fn points(fields: &Fields<'_>) -> BTreeMap<String, u8> {
    let mut points = BTreeMap::new();
    for (name, value, span) in fields.every() {
        match value.as_integer().and_then(|n| n.as_str().parse::<u8>().ok()) {
            Some(n) => drop(points.insert(name.into_inner(), n)),
            None => drop(fields.wrong_type::<()>(name.get_ref(), value, span, "a whole number")),
        }
    }
    points
}
