//! What points from one file of a course to another: pools, recalls, requirements, exercises, former ids.
//!
//! Apart because it needs the whole course, and no single file is at fault alone.

use std::collections::{HashMap, HashSet};

use super::{Loaded, LoadedLesson, MANIFEST};
use crate::course::fields::Text;
use crate::course::files::Files;
use crate::course::manifest::{Share, Test};
use crate::course::question::Question;
use crate::course::raw::manifest::{Listed, Test as RawTest};
use crate::course::source::{Found, Source, suggest};
use crate::course::validate::blueprint;
use crate::course::validate::lesson::Front;
use crate::diagnostic::code;
use crate::id::{ExerciseId, LessonId, OutcomeId, QuestionRef};

/// Checks every reference between files.
pub fn check(loaded: &Loaded, files: &Files, found: &Found) {
    let around = Around::new(loaded);
    check_manifest(loaded, &around, files, found);
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

fn check_manifest(loaded: &Loaded, around: &Around<'_>, files: &Files, found: &Found) {
    let source = Source::new(MANIFEST, "", found);
    let tests = loaded.manifest.iter().flat_map(|manifest| &manifest.tests);
    for test in tests {
        let is_this = |raw: &&RawTest| raw.id.as_ref().is_some_and(|id| id.get_ref() == test.id.as_str());
        let Some(raw) = loaded.raw_manifest.tests.iter().find(is_this) else { continue };
        if let Some(Listed::Some(pools)) = &raw.pools {
            // Those without a track before them are tracks.
            let unknown = |text: &&Text| text.get_ref().contains('/') && around.lesson(&source, text).is_none();
            if pools.iter().filter(unknown).count() > 0 {
                continue;
            }
        }
        check_pool(&source, raw, test, loaded);
    }
    let exercises = loaded.raw_manifest.completion.iter().flat_map(|completion| &completion.exercises);
    for text in exercises {
        check_exercise_file(&source, text, files);
    }
    let completion = loaded.raw_manifest.completion.as_ref().and_then(|c| c.lessons.as_ref());
    if let Some(Listed::Some(lessons)) = completion {
        for text in lessons {
            around.lesson(&source, text);
        }
    }
}

/// Reports a pool that has too few questions for the blueprint.
fn check_pool(source: &Source<'_>, raw: &RawTest, test: &Test, loaded: &Loaded) {
    let in_pool = |lesson: &&LoadedLesson| lesson.front.as_ref().is_some_and(|f| test.pools.contains(&f.id));
    let pool: Vec<&LoadedLesson> = loaded.lessons.iter().filter(in_pool).collect();
    let count = |lessons: &[&LoadedLesson]| lessons.iter().map(|l| usable(test, l, None)).sum::<usize>();
    let report = |what: &str, count: usize, wanted: u16| {
        if count < usize::from(wanted) {
            let message = format!("{what} has {count} of {wanted} questions for this test");
            let hint = "ask for fewer, or write more questions; parallel forms need a variant of each";
            source.warning(code::THIN_POOL, raw.span.clone(), message, hint);
        }
    };
    match test.share {
        Share::All(wanted) => report("the pool", count(&pool), wanted),
        Share::Track(wanted) => {
            for track in loaded.manifest.iter().flat_map(|m| blueprint::tracks_of(&test.pools, &m.tracks)) {
                let in_track = |front: &Front| track.lessons.contains(&front.id);
                let of_track = |lesson: &&LoadedLesson| lesson.front.as_ref().is_some_and(in_track);
                let lessons: Vec<&LoadedLesson> = pool.iter().copied().filter(of_track).collect();
                report(&format!("the track `{}`", track.id), count(&lessons), wanted);
            }
        }
        Share::Outcome(wanted) => {
            let outcomes = |lesson| outcomes_of(lesson).map(move |(id, outcome)| (lesson, id, outcome));
            for (lesson, id, outcome) in pool.into_iter().flat_map(outcomes) {
                report(&format!("`{id}#{outcome}`"), usable(test, lesson, Some(outcome)), wanted);
            }
        }
    }
}

fn outcomes_of(lesson: &LoadedLesson) -> impl Iterator<Item = (&LessonId, &OutcomeId)> {
    lesson.front.iter().flat_map(|front| front.outcomes.iter().map(move |outcome| (&front.id, &outcome.id)))
}

/// Counts the slots of a lesson that a test can draw, all or those of one outcome.
fn usable(test: &Test, lesson: &LoadedLesson, outcome: Option<&OutcomeId>) -> usize {
    let slots = lesson.quiz.iter().flat_map(|quiz| &quiz.checked.quiz.slots);
    let asked = |first: &Question| outcome.is_none_or(|id| first.outcome.as_ref() == Some(id));
    slots
        .filter(|slot| slot.questions.first().is_some_and(asked) && (test.form.is_none() || slot.questions.len() > 1))
        .count()
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
    if let Some(text) = &lesson.text.front.exercise {
        check_exercise_file(source, text, files);
    }
}

fn check_exercise_file(source: &Source<'_>, text: &Text, files: &Files) {
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
