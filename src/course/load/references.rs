//! What points from one file of a course to another: pools, recalls, requirements, exercises, former ids.
//!
//! Apart because it needs the whole course, and no single file is at fault alone.

use std::collections::{HashMap, HashSet};

use super::{Loaded, LoadedLesson, MANIFEST};
use crate::course::fields::Text;
use crate::course::files::Files;
use crate::course::raw::manifest::{Listed, Test};
use crate::course::source::{Found, Source, suggest};
use crate::diagnostic::code;
use crate::id::{ExerciseId, LessonId, QuestionRef};

/// Checks every reference between files.
pub fn check(loaded: &Loaded, files: &Files, found: &Found) {
    let around = Around::new(loaded);
    check_manifest(loaded, &around, found);
    for (place, lesson) in loaded.lessons.iter().enumerate() {
        let path = format!("{}.md", lesson.stem);
        let source = Source::new(&path, "", found);
        check_recall(&source, lesson, place, &around);
        for text in &lesson.text.front.requires {
            around.lesson(&source, text);
        }
        check_exercise(&source, lesson, files);
        check_sections(&source, lesson);
    }
}

/// What can be pointed to.
struct Around<'a> {
    /// Lessons by present and former id, with their place in the order.
    lessons: HashMap<&'a str, usize>,
    /// Questions of each lesson by present and former id.
    questions: Vec<HashSet<&'a str>>,
}

impl<'a> Around<'a> {
    fn new(loaded: &'a Loaded) -> Self {
        let mut lessons = HashMap::new();
        for (place, lesson) in loaded.lessons.iter().enumerate() {
            let front = &lesson.text.front;
            lessons.extend(front.id.iter().chain(&front.was).map(|id| (id.get_ref().as_str(), place)));
        }
        Self { lessons, questions: loaded.lessons.iter().map(question_ids).collect() }
    }

    /// Returns the place of a lesson; reports one that does not exist.
    fn lesson(&self, source: &Source<'_>, text: &Text) -> Option<usize> {
        let id = LessonId::new(text.get_ref()).ok()?; // a bad id is reported where it is read
        let place = self.lessons.get(id.as_str()).copied();
        if place.is_none() {
            let hint = suggest(id.as_str(), self.lessons.keys().copied());
            source.error(code::UNKNOWN_LESSON, text.span(), format!("there is no lesson `{id}`"), hint);
        }
        place
    }
}

fn question_ids(lesson: &LoadedLesson) -> HashSet<&str> {
    let questions = lesson.quiz.iter().flat_map(|q| &q.raw.questions);
    let all = questions.flat_map(|q| std::iter::once(q).chain(&q.variants));
    all.flat_map(|q| q.id.iter().chain(&q.was)).map(|id| id.get_ref().as_str()).collect()
}

fn check_manifest(loaded: &Loaded, around: &Around<'_>, found: &Found) {
    let source = Source::new(MANIFEST, "", found);
    for test in &loaded.raw_manifest.tests {
        for text in &test.pools {
            if let Some(lesson) = around.lesson(&source, text).and_then(|place| loaded.lessons.get(place)) {
                check_pool(&source, test, text, lesson);
            }
        }
    }
    let completion = loaded.raw_manifest.completion.as_ref().and_then(|c| c.lessons.as_ref());
    if let Some(Listed::Some(lessons)) = completion {
        for text in lessons {
            around.lesson(&source, text);
        }
    }
}

/// Reports a pool that has too few questions for the blueprint.
fn check_pool(source: &Source<'_>, test: &Test, pool: &Text, lesson: &LoadedLesson) {
    let wanted = test.per_outcome.as_ref().and_then(|n| usize::try_from(*n.get_ref()).ok()).unwrap_or(1);
    for outcome in lesson.front.iter().flat_map(|f| &f.outcomes) {
        let slots = lesson.quiz.iter().flat_map(|q| &q.checked.quiz.slots);
        let count =
            slots.filter(|s| s.questions.first().is_some_and(|q| q.outcome.as_ref() == Some(&outcome.id))).count();
        if count < wanted {
            let message = format!("`{}` has {count} of {wanted} questions for `{}`", pool.get_ref(), outcome.id);
            source.warning(
                code::THIN_POOL,
                pool.span(),
                message,
                "ask for fewer of each outcome, or write more questions",
            );
        }
    }
}

fn check_recall(source: &Source<'_>, lesson: &LoadedLesson, place: usize, around: &Around<'_>) {
    for text in &lesson.text.front.recall {
        let Ok(recall) = QuestionRef::parse(text.get_ref()) else { continue };
        let lesson_text = toml::Spanned::new(text.span(), recall.lesson.to_string());
        let Some(there) = around.lesson(source, &lesson_text) else { continue };
        let questions = around.questions.get(there);
        if there >= place {
            let message = format!("`{}` does not come before this lesson", recall.lesson);
            let hint = "recall questions of earlier lessons only";
            source.error(code::RECALL_NOT_EARLIER, text.span(), message, hint);
        }
        if let Some(questions) = questions.filter(|q| !q.contains(recall.question.as_str())) {
            let message = format!("`{}` has no question `{}`", recall.lesson, recall.question);
            let hint = suggest(recall.question.as_str(), questions.iter().copied());
            source.error(code::UNKNOWN_QUESTION, text.span(), message, hint);
        }
    }
}

fn check_exercise(source: &Source<'_>, lesson: &LoadedLesson, files: &Files) {
    let Some(text) = &lesson.text.front.exercise else { return };
    let Ok(id) = ExerciseId::new(text.get_ref()) else { return };
    let path = format!("exercises/{id}.toml");
    if files.get(&path).is_none() {
        let hint = format!("write {path}, or take the line away");
        source.error(code::UNKNOWN_EXERCISE, text.span(), format!("there is no exercise `{id}`"), hint);
    }
}

fn check_sections(source: &Source<'_>, lesson: &LoadedLesson) {
    for entry in &lesson.text.front.sections {
        let id = entry.id.get_ref();
        if !lesson.sections.iter().any(|s| s.id.as_str() == id) {
            let hint = suggest(id, lesson.sections.iter().map(|s| s.id.as_str()));
            source.error(code::UNKNOWN_SECTION, entry.id.span(), format!("there is no section `{id}`"), hint);
        }
    }
}
