//! Judges a task that was done away from the screen: by what the learner says, and by what somebody else ticked.
//!
//! Apart because nothing here was seen by the program. While nobody has ticked anything the rubric counts nothing.

use std::collections::BTreeMap;

use super::{Finding, Judged, Place};
use crate::assess::Grade;
use crate::course::exercise::{Criterion, FieldTask, Part};

/// Judges the steps and the rubric.
pub(super) fn judge(task: &FieldTask, rubric: &[Criterion], done: &[String], ticked: &BTreeMap<String, u8>) -> Judged {
    let mut judged = Judged::default();
    let is_done = |id: &str| done.iter().any(|name| name == id);
    let count = task.steps.iter().filter(|step| is_done(step.id.as_str())).count();
    judged.parts.push((Part::Done, Grade::share(count, task.steps.len())));
    for step in task.steps.iter().filter(|step| !is_done(step.id.as_str())) {
        let values = vec![("step", step.text.clone())];
        judged.findings.push(Finding::own("STEP", Place::Step(step.id.clone()), "finding-step", values));
    }
    if !ticked.is_empty() {
        judge_rubric(rubric, ticked, &mut judged);
    }
    judged
}

fn judge_rubric(rubric: &[Criterion], ticked: &BTreeMap<String, u8>, judged: &mut Judged) {
    let points = |line: &Criterion| ticked.get(line.id.as_str()).copied().unwrap_or(0).min(line.points);
    let given: usize = rubric.iter().map(|line| usize::from(points(line))).sum();
    let most: usize = rubric.iter().map(|line| usize::from(line.points)).sum();
    judged.parts.push((Part::Rubric, Grade::share(given, most)));
    for line in rubric.iter().filter(|line| points(line) < line.points) {
        let values =
            vec![("line", line.text.clone()), ("have", points(line).to_string()), ("want", line.points.to_string())];
        judged.findings.push(Finding::own("RUBRIC", Place::Step(line.id.clone()), "finding-rubric", values));
    }
}

#[cfg(test)]
mod tests;
