//! Small exercises for tests, read from files as authors write them.

use super::{Assessment, Circumstances, Finding, assess};
use crate::assess::Grade;
use crate::course::exercise::{Around, Exercise, Part, Work, exercise};
use crate::course::house::House;
use crate::course::source::{Found, Source};

const HEAD: &str = r#"
id = "track/work"
title = "Work"
minutes = 10
brief = "Do it."
"#;

const DEBRIEF: &str = r#"
[debrief]
text = "So."
expert = "Thus."
"#;

/// Reads an exercise from its own fields, a model and a typical work.
pub(super) fn read(body: &str) -> Exercise {
    let found = Found::default();
    let text = format!("{HEAD}\n{body}\n{DEBRIEF}");
    let house = House::default();
    let read =
        exercise(&Source::new("exercises/track/work.toml", &text, &found), Around { house: &house, pass: 7_000 });
    let faults = found.into_sorted();
    assert!(faults.is_empty(), "{faults:#?}");
    read.expect("an exercise without faults can be read")
}

/// Judges a work in ten minutes.
pub(super) fn judged(exercise: &Exercise, work: &Work) -> Assessment {
    assess(
        exercise,
        work,
        &std::collections::BTreeMap::new(),
        Circumstances { seconds: 600, ..Circumstances::default() },
    )
}

/// Returns the codes of the findings.
pub(super) fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// Returns what a part was worth.
pub(super) fn part(assessment: &Assessment, part: Part) -> Grade {
    assessment.parts.iter().find(|score| score.part == part).expect("the part counts").grade
}

/// Returns the model of an exercise, and what it is worth.
pub(super) fn model(exercise: &Exercise) -> Assessment {
    judged(exercise, exercise.model.as_ref().expect("there is a model"))
}

/// Returns what the typical wrong work is worth.
pub(super) fn typical(exercise: &Exercise) -> Assessment {
    judged(exercise, &exercise.typical.as_ref().expect("there is a typical work").work)
}
