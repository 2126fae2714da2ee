//! What the manifest puts on the home screen beside lessons and tests, held against the exercises' files.
//!
//! Apart from other references because here two files must say the same: minutes, and how many questions there are.

use super::exercises::LoadedExercise;
use super::{Loaded, MANIFEST};
use crate::course::exercise::{Engine, Exercise};
use crate::course::raw::manifest::Extra;
use crate::course::source::{Found, Source, suggest};
use crate::diagnostic::code;

/// Checks capstones and questionnaires, and that every questionnaire is in the manifest.
pub fn check(loaded: &Loaded, found: &Found) {
    let source = Source::new(MANIFEST, "", found);
    for raw in &loaded.raw_manifest.capstones {
        check_one(&source, raw, loaded, false);
    }
    for raw in &loaded.raw_manifest.questionnaires {
        check_one(&source, raw, loaded, true);
    }
    for LoadedExercise { path, exercise } in &loaded.exercises {
        let is_listed = |exercise: &Exercise| loaded.raw_manifest.questionnaires.iter().any(|raw| names(raw, exercise));
        if let Some(exercise) = exercise.as_ref().filter(|e| e.questionnaire && !is_listed(e)) {
            let message = format!("nothing leads to the questionnaire `{}`", exercise.id);
            let hint = "list it in `lessons/course.toml` as `[[questionnaires]]`";
            Source::new(path, "", found).warning(code::UNUSED_EXERCISE, 0..0, message, hint);
        }
    }
}

fn names(raw: &Extra, exercise: &Exercise) -> bool {
    raw.id.as_ref().is_some_and(|id| id.get_ref() == exercise.id.as_str())
}

fn check_one(source: &Source<'_>, raw: &Extra, loaded: &Loaded, questionnaire: bool) {
    let Some(id) = &raw.id else { return };
    let exercises = || loaded.exercises.iter().filter_map(|loaded| loaded.exercise.as_ref());
    let Some(exercise) = exercises().find(|exercise| names(raw, exercise)) else {
        let hint = suggest(id.get_ref(), exercises().map(|exercise| exercise.id.as_str()));
        source.error(code::UNKNOWN_EXERCISE, id.span(), format!("there is no exercise `{}`", id.get_ref()), hint);
        return;
    };
    if exercise.questionnaire != questionnaire {
        let (what, hint) = if questionnaire {
            ("is no questionnaire", "write `questionnaire = true` in its file")
        } else {
            ("is a questionnaire", "list it as `[[questionnaires]]`")
        };
        source.error(code::BAD_VALUE, id.span(), format!("`{}` {what}", exercise.id), hint);
    }
    check_minutes(source, raw, exercise);
    check_questions(source, raw, exercise);
}

fn check_minutes(source: &Source<'_>, raw: &Extra, exercise: &Exercise) {
    let Some(minutes) = raw.minutes.as_ref().filter(|m| *m.get_ref() != i64::from(exercise.minutes)) else { return };
    let message = format!("`minutes` is {} here and {} in the exercise", minutes.get_ref(), exercise.minutes);
    source.error(code::BAD_VALUE, minutes.span(), message, "write the same number in both");
}

fn check_questions(source: &Source<'_>, raw: &Extra, exercise: &Exercise) {
    let (Some(wanted), Engine::Form(form)) = (&raw.questions, &exercise.engine) else { return };
    if usize::try_from(*wanted.get_ref()) != Ok(form.fields.len()) {
        let message = format!("`{}` asks {} questions, not {}", exercise.id, form.fields.len(), wanted.get_ref());
        source.error(code::BAD_VALUE, wanted.span(), message, "add or take away questions, or change the number");
    }
}
