//! One lesson read from its files: front matter, sections, quiz, translations.
//!
//! Apart from the order of lessons, which is the manifest's: this is also how a single lesson is opened.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::names::LessonFiles;
use super::{LoadedLesson, LoadedQuiz, Translation};
use crate::course::fields;
use crate::course::files::Files;
use crate::course::markdown::Document;
use crate::course::raw;
use crate::course::sections::facts;
use crate::course::shared_text::SharedText;
use crate::course::source::{Found, Source};
use crate::course::translate::{question, titles};
use crate::course::validate::lesson::{Front, front};
use crate::course::validate::quiz::{self, Checked, quiz};
use crate::course::words::{TranslatedWords, Words};
use crate::diagnostic::code;
use crate::id::{Lang, OutcomeId};

/// What a lesson is read with.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The pass mark of the course, as a grade.
    pub pass: u16,
    /// What texts in the course's own language refer to.
    pub own: &'a Arc<Words>,
    /// What texts in another language refer to.
    pub words_of: &'a dyn Fn(&Lang) -> Arc<Words>,
}

/// A lesson's file in its two parts.
#[derive(Debug)]
pub struct LessonText {
    /// The front matter as it was read.
    pub front: raw::lesson::Front,
    /// Where the text begins, in bytes of the file.
    pub body: usize,
}

/// Reads a lesson with everything that belongs to it; none where its file is no text.
pub fn lesson(files: &Files, names: &LessonFiles, around: Around<'_>, found: &Found) -> Option<LoadedLesson> {
    let path = format!("{}.md", names.stem);
    let whole = files.text(&path, found)?;
    let source = Source::new(&path, &whole, found);
    let text = lesson_text(&source);
    let front = front(&source, &text.front);
    let document = document(whole.clone(), text.body, around.own.clone(), front.as_ref());
    let sections = facts(&document);
    let quiz = if names.quiz { original_quiz(files, &names.stem, front.as_ref(), around.pass, found) } else { None };
    let mut lesson = LoadedLesson {
        stem: names.stem.clone(),
        text,
        front,
        document: Arc::new(document),
        blocks: OnceLock::new(),
        sections,
        quiz,
        translations: BTreeMap::new(),
        quizzes: BTreeMap::new(),
    };
    for lang in &names.languages {
        let translation = translation(files, &lesson, (lang, &(around.words_of)(lang)), found);
        lesson.translations.extend(translation.map(|t| (lang.clone(), t)));
    }
    for lang in &names.quiz_languages {
        let translated = lesson.quiz.as_ref().and_then(|q| translated_quiz(files, &lesson.stem, lang, q, found));
        lesson.quizzes.extend(translated.map(|q| (lang.clone(), q)));
    }
    Some(lesson)
}

/// Cuts the text of a lesson, and gives its sections the ids they had before.
fn document(text: SharedText, body: usize, words: Arc<Words>, front: Option<&Front>) -> Document {
    let mut document = Document::parse(text, body, words);
    for (id, was) in front.iter().flat_map(|front| &front.sections) {
        document.set_was(id, was.clone());
    }
    document
}

/// Splits a lesson's file and reads its front matter.
pub fn lesson_text(source: &Source<'_>) -> LessonText {
    let Some((toml, body)) = split(source.text) else {
        let hint = "begin the file with a line `+++`, then id, slug, title, minutes, outcomes, then `+++`";
        source.error(code::NO_FRONT_MATTER, 0..0, "the lesson has no front matter", hint);
        source.broken.set(true);
        return LessonText { front: raw::lesson::Front::default(), body: 0 };
    };
    let piece = source.piece(toml);
    let front = fields::read(&piece, "the front matter", raw::lesson::Front::read);
    source.broken.set(piece.broken.get());
    LessonText { front, body }
}

/// Finds the front matter and where the text after it begins.
fn split(text: &str) -> Option<(Range<usize>, usize)> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = start;
    let mut toml = None;
    for line in text.get(start..)?.split_inclusive('\n') {
        let end = at + line.len();
        match toml {
            None if line.trim_end() == "+++" => toml = Some(end),
            None => return None,
            Some(begin) if line.trim_end() == "+++" => return Some((begin..at, end)),
            Some(_) => {}
        }
        at = end;
    }
    None
}

/// Reads the quiz of a lesson.
pub fn original_quiz(files: &Files, stem: &str, front: Option<&Front>, pass: u16, found: &Found) -> Option<LoadedQuiz> {
    let path = format!("{stem}.quiz.toml");
    let whole = files.text(&path, found)?;
    let source = Source::new(&path, &whole, found);
    let raw = fields::read(&source, "the quiz", raw::quiz::Quiz::read);
    let outcomes: Option<Vec<OutcomeId>> = front.map(|f| f.outcomes.iter().map(|o| o.id.clone()).collect());
    let around = quiz::Around { lesson: front.map(|f| &f.id), outcomes: outcomes.as_deref(), pass };
    let checked = quiz(&source, &raw, around);
    Some(LoadedQuiz { raw, checked })
}

/// Reads the translation of a quiz; none where there is no file.
pub fn translated_quiz(
    files: &Files,
    stem: &str,
    lang: &Lang,
    original: &LoadedQuiz,
    found: &Found,
) -> Option<LoadedQuiz> {
    let path = format!("{stem}.quiz.{lang}.toml");
    let whole = files.text(&path, found)?;
    let source = Source::new(&path, &whole, found);
    let raw = fields::read(&source, "the quiz", raw::quiz::Quiz::read);
    let translated = question::quiz(&source, &raw, &original.checked.quiz);
    Some(LoadedQuiz { raw, checked: Checked { quiz: translated, from: original.checked.from.clone() } })
}

fn translation(
    files: &Files,
    original: &LoadedLesson,
    (lang, words): (&Lang, &Arc<Words>),
    found: &Found,
) -> Option<Translation> {
    let path = format!("{}.{lang}.md", original.stem);
    let whole = files.text(&path, found)?;
    let source = Source::new(&path, &whole, found);
    let text = lesson_text(&source);
    let references = TranslatedWords::new(words.clone(), Arc::clone(&original.document));
    let document = Arc::new(Document::parse(whole.clone(), text.body, Arc::new(references)));
    let words = original.front.as_ref().map(|front| titles::front(&source, &text.front, front)).unwrap_or_default();
    let sections = facts(&document);
    titles::sections(&source, &text.front, &sections, (&original.sections, &original.document));
    Some(Translation { text, words, document, sections })
}
