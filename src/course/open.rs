//! One lesson or one quiz, opened in one language.
//!
//! Apart from the course that keeps it: a pure function of the files.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::Faults;
use super::exercise::Exercise;
use super::files::Files;
use super::lesson::{Lesson, Outcome, Quiz};
use super::load::exercises;
use super::load::read::{lesson_text, original_quiz, translated_quiz};
use super::markdown::{Document, NoReferences, Section};
use super::outline::{LessonOutline, OutcomeOutline};
use super::source::{Found, Source};
use super::words::{TranslatedWords, Words};
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::id::{ExerciseId, Lang, SectionId};

/// Opens a lesson; `cut` is its text where somebody has cut it already.
pub(super) fn lesson(
    files: &Files,
    outline: &LessonOutline,
    lang: &Lang,
    (words, cut): (&Arc<Words>, Option<&Arc<Document>>),
) -> Result<Lesson, Faults> {
    let said = |o: &OutcomeOutline| Outcome { id: o.id.clone(), text: o.text.get(lang).to_owned() };
    let original = match cut {
        Some(cut) => Arc::clone(cut),
        None => Arc::new(document(files, outline, words)?),
    };
    let translated = translated_text(files, outline, lang, &original);
    let document = match translated {
        Some(spliced) => Arc::new(translation(outline, spliced, words, original)),
        None => original,
    };
    Ok(Lesson {
        id: outline.id.clone(),
        slug: outline.slug.clone(),
        title: outline.title.get(lang).to_owned(),
        minutes: outline.minutes,
        outcomes: outline.outcomes.iter().map(said).collect(),
        recall: outline.recall.clone(),
        requires: outline.requires.clone(),
        exercise: outline.exercise.clone(),
        document,
    })
}

/// Opens the text of a lesson in the course's own language.
fn document(files: &Files, outline: &LessonOutline, words: &Arc<Words>) -> Result<Document, Faults> {
    let found = Found::default();
    let path = format!("{}.md", outline.stem);
    let Some(text) = files.text(&path, &found) else {
        return Err(nothing(&path, "the lesson's file is not there, or no text".to_owned()));
    };
    let body = lesson_text(&Source::new(&path, &text, &found)).body;
    if found.has_errors() {
        return Err(Faults::new(found.into_sorted(), files));
    }
    Ok(with_former_ids(Document::parse(text.clone(), body, words.clone()), outline))
}

fn translation(outline: &LessonOutline, spliced: String, words: &Arc<Words>, original: Arc<Document>) -> Document {
    let references = TranslatedWords::new(words.clone(), original);
    with_former_ids(Document::parse(spliced, 0, Arc::new(references)), outline)
}

/// Gives sections the ids they had before.
fn with_former_ids(mut document: Document, outline: &LessonOutline) -> Document {
    for section in outline.sections.iter().filter(|s| !s.was.is_empty()) {
        document.set_was(&section.id, section.was.clone());
    }
    document
}

/// Opens a quiz; a lesson without one has a quiz of no questions.
pub(super) fn quiz(files: &Files, outline: &LessonOutline, pass: u16, lang: &Lang) -> Result<Quiz, Faults> {
    let found = Found::default();
    let Some(original) = original_quiz(files, &outline.stem, None, pass, &found) else {
        return Ok(Quiz { pass, slots: Vec::new() });
    };
    if found.has_errors() {
        return Err(Faults::new(found.into_sorted(), files));
    }
    let translated = translated_quiz(files, &outline.stem, lang, &original, &Found::default());
    Ok(translated.unwrap_or(original).checked.quiz)
}

/// Opens an exercise.
pub(super) fn exercise(files: &Files, id: &ExerciseId, words: &Words) -> Result<Exercise, Faults> {
    let found = Found::default();
    let path = exercises::path_of(id);
    match exercises::one(files, &path, words, &found) {
        Some(exercise) if !found.has_errors() => Ok(exercise),
        Some(_) => Err(Faults::new(found.into_sorted(), files)),
        None => Err(nothing(&path, "the exercise's file is not there, or no text".to_owned())),
    }
}

/// Says that something is not in the course.
pub(super) fn nothing(file: &str, message: String) -> Faults {
    let diagnostic = Diagnostic {
        severity: Severity::Error,
        code: code::UNKNOWN_LESSON,
        file: file.to_owned(),
        span: 0..0,
        message,
        hint: None,
    };
    Faults { diagnostics: vec![diagnostic], ..Faults::default() }
}

/// Returns the text of a translated lesson, in the order of the original; sections without a translation are the
/// original's own.
fn translated_text(files: &Files, outline: &LessonOutline, lang: &Lang, original: &Document) -> Option<String> {
    let found = Found::default();
    let path = format!("{}.{lang}.md", outline.stem);
    let text = files.text(&path, &found)?;
    let body = lesson_text(&Source::new(&path, &text, &found)).body;
    let translated = Document::parse(text.clone(), body, Arc::new(NoReferences));
    let there: HashMap<&SectionId, &Section> = translated.sections().iter().map(|s| (&s.id, s)).collect();
    let mut spliced = String::with_capacity(text.len());
    for section in original.sections() {
        let piece = match there.get(&section.id) {
            Some(there) => text.get(there.span.clone()),
            None => original.source().get(section.span.clone()),
        };
        spliced.push_str(piece.unwrap_or_default());
        spliced.push('\n');
    }
    Some(spliced)
}
