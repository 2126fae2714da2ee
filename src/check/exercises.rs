//! The proof of every exercise: the model passes, the typical wrong work fails as it says, nothing done does not pass.
//!
//! Apart from the proof of questions because a work is judged by rules and not held against a key. Grades come from
//! `assess`, the same that learners get.

use std::collections::BTreeMap;
use std::ops::Range;

use super::patterns;
use crate::assess::key_response;
use crate::assess::work::{Assessment, Circumstances, Finding, assess, start};
use crate::course::exercise::rule::Weight;
use crate::course::exercise::{Engine, Exercise, Typical, Work};
use crate::course::files::Files;
use crate::course::load::Loaded;
use crate::course::source::{Found, Source};
use crate::diagnostic::code;

/// Proves all exercises of a course.
pub(super) fn check(loaded: &Loaded, files: &Files, found: &Found) {
    for there in &loaded.exercises {
        let (Some(exercise), Some(text)) = (&there.exercise, files.text(&there.path, found)) else { continue };
        let source = Source::new(&there.path, &text, found);
        check_use(&source, exercise, loaded);
        if patterns::check(&source, exercise) {
            prove(&source, exercise);
        }
    }
}

/// Reports an exercise that no lesson sets, no story holds and no tool opens.
fn check_use(source: &Source<'_>, exercise: &Exercise, loaded: &Loaded) {
    let fronts = || loaded.lessons.iter().filter_map(|lesson| lesson.front.as_ref());
    let is_set = fronts().any(|front| front.exercise.as_ref() == Some(&exercise.id));
    let leads = matches!(exercise.engine, Engine::Stages(_)) || exercise.questionnaire;
    if !is_set && !leads && exercise.lesson.is_none() && exercise.of.is_none() && exercise.tool.is_none() {
        let message = format!("nothing leads to the exercise `{}`", exercise.id);
        let hint = "name it in the front matter of a lesson, or write the `lesson` it belongs to";
        source.warning(code::UNUSED_EXERCISE, place(source, "id"), message, hint);
    }
}

fn prove(source: &Source<'_>, exercise: &Exercise) {
    let Some(model) = &exercise.model else { return };
    let best = judge(exercise, model);
    if !best.passed || counted(&best).next().is_some() {
        let message = format!("the model earns {} % and breaks: {}", best.grade, named(&best));
        let hint = "mend the model or the rules: a model keeps every rule";
        source.error(code::MODEL_FAILS, place(source, "[model"), message, hint);
    }
    if judge(exercise, &start(exercise)).passed {
        let message = "the exercise is passed with nothing done";
        source.error(code::EMPTY_PASSES, place(source, "pass"), message, "ask for something that is not there yet");
    }
    if let Some(typical) = &exercise.typical {
        prove_typical(source, exercise, typical);
    }
}

fn prove_typical(source: &Source<'_>, exercise: &Exercise, typical: &Typical) {
    let judged = judge(exercise, &typical.work);
    let missing: Vec<&str> = typical
        .expect
        .iter()
        .filter(|code| !judged.findings.iter().any(|f| f.code == **code))
        .map(String::as_str)
        .collect();
    if !missing.is_empty() {
        let message =
            format!("the typical wrong work does not break {}; it breaks: {}", missing.join(", "), named(&judged));
        source.error(code::TYPICAL_NOT_FOUND, place(source, "[typical"), message, "mend the work, or what it expects");
    }
    if judged.passed {
        let message = format!("the typical wrong work passes with {} %", judged.grade);
        source.error(
            code::TYPICAL_PASSES,
            place(source, "[typical"),
            message,
            "raise the pass mark, or what the rules count",
        );
    }
}

fn judge(exercise: &Exercise, work: &Work) -> Assessment {
    let answers: BTreeMap<_, _> =
        exercise.questions.iter().map(|question| (question.id.clone(), key_response(question))).collect();
    assess(exercise, work, &answers, Circumstances::default())
}

fn counted(judged: &Assessment) -> impl Iterator<Item = &Finding> {
    judged.findings.iter().filter(|finding| finding.weight > Weight::Warning)
}

fn named(judged: &Assessment) -> String {
    let mut codes: Vec<&str> = counted(judged).map(|finding| finding.code.as_str()).collect();
    codes.dedup();
    if codes.is_empty() { "nothing".to_owned() } else { codes.join(", ") }
}

/// Returns the first line that begins so, for pointing at it.
pub(super) fn place(source: &Source<'_>, begins: &str) -> Range<usize> {
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        if line.starts_with(begins) {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    0..0
}

#[cfg(test)]
mod tests;
