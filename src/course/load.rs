//! A whole course read from its files: every file parsed, every fault found, the index made.
//!
//! Apart from `library`, which opens one lesson at a time: this is what the build, `--course` and `check` do. Nothing
//! here reads a disk, and nothing stops at a fault.

pub mod exercises;
pub mod extras;
pub mod names;
pub mod outline;
pub mod read;
pub mod references;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::exercise::ExerciseOutline;
use super::fields;
use super::files::Files;
use super::glossary::Glossary;
use super::house::House;
use super::manifest::{Manifest, READ_ALOUD};
use super::markdown::{Block, Document};
use super::outline::LessonOutline;
use super::raw;
use super::sections::SectionFacts;
use super::source::{Found, Source};
use super::translate::titles::{self, FrontWords};
use super::validate::lesson::Front;
use super::validate::quiz::Checked;
use super::validate::{manifest, words};
use super::words::Words;
use crate::diagnostic::{Diagnostic, Severity, code};
use crate::id::Lang;
use read::LessonText;

/// The manifest's path.
pub const MANIFEST: &str = "lessons/course.toml";
/// The glossary's path without its ending.
pub const GLOSSARY: &str = "lessons/glossary";
/// The house's path without its ending.
pub const HOUSE: &str = "lessons/house";
/// The path of the facts that change, without its ending.
pub const FACTS: &str = "lessons/facts";

/// Everything that could be read of a course.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The manifest, if enough of it stands.
    pub manifest: Option<Manifest>,
    /// The manifest as it was read, for places.
    pub raw_manifest: raw::manifest::Manifest,
    /// The lessons in track order, then those in no track.
    pub lessons: Vec<LoadedLesson>,
    /// The index: the lessons that a track lists and that could be read.
    pub outlines: Vec<LessonOutline>,
    /// The exercises, by file.
    pub exercises: Vec<exercises::LoadedExercise>,
    /// The words of each language.
    pub words: BTreeMap<Lang, Arc<Words>>,
}

/// A lesson with its quiz and translations, as far as they could be read.
#[derive(Debug)]
pub struct LoadedLesson {
    /// The path without `.md`.
    pub stem: String,
    /// The file.
    pub text: LessonText,
    /// The front matter, if enough of it stands.
    pub front: Option<Front>,
    /// The text.
    pub document: Arc<Document>,
    blocks: OnceLock<Vec<Block>>,
    /// The sections.
    pub sections: Vec<SectionFacts>,
    /// The quiz; none where there is no file.
    pub quiz: Option<LoadedQuiz>,
    /// Translations of the lesson.
    pub translations: BTreeMap<Lang, Translation>,
    /// Translations of the quiz.
    pub quizzes: BTreeMap<Lang, LoadedQuiz>,
}

impl LoadedLesson {
    /// Returns the text in blocks; it is parsed when somebody asks for them first.
    pub fn blocks(&self) -> &[Block] {
        self.blocks.get_or_init(|| self.document.all_blocks())
    }
}

/// A quiz file as it was read and as it was understood.
#[derive(Debug)]
pub struct LoadedQuiz {
    /// As read, for places.
    pub raw: raw::quiz::Quiz,
    /// As understood.
    pub checked: Checked,
}

/// A translated lesson.
#[derive(Debug)]
pub struct Translation {
    /// The file.
    pub text: LessonText,
    /// Title and outcomes.
    pub words: FrontWords,
    /// The text.
    pub document: Arc<Document>,
    /// The sections.
    pub sections: Vec<SectionFacts>,
}

impl Loaded {
    /// Returns the exercises from outside.
    pub fn exercise_outlines(&self) -> Vec<ExerciseOutline> {
        self.exercises.iter().filter_map(|loaded| loaded.exercise.as_ref()).map(super::exercise::outline).collect()
    }
}

/// Reads a course.
pub fn load(files: &Files, found: &Found) -> Loaded {
    let Some((raw_manifest, manifest)) = read_manifest(files, found) else { return Loaded::default() };
    let languages = manifest.as_ref().map(|m| m.languages.clone()).unwrap_or_default();
    let pass = manifest.as_ref().map_or(8_000, |m| m.pass.quiz);
    let words = read_words(files, &languages, found);
    let names = names::sort(files, &languages, found);
    let own = languages.first().and_then(|own| words.get(own)).cloned().unwrap_or_default();
    let words_of = |lang: &Lang| words.get(lang).unwrap_or(&own).clone();
    let around = read::Around { pass, own: &own, words_of: &words_of };
    let lessons: Vec<_> = names.into_iter().filter_map(|name| read::lesson(files, &name, around, found)).collect();
    let mut exercises = exercises::all(files, &own, found);
    if let Some(manifest) = &manifest {
        exercises.iter_mut().filter_map(|there| there.exercise.as_mut()).for_each(|it| it.read_aloud = speed(manifest));
    }
    exercises::check(&exercises, &lessons, found);
    let mut loaded = Loaded { manifest, raw_manifest, lessons, outlines: Vec::new(), exercises, words };
    outline::put_in_order(&mut loaded, found);
    references::check(&loaded, files, found);
    extras::check(&loaded, found);
    loaded
}

type BothManifests = (raw::manifest::Manifest, Option<Manifest>);

/// Reads the manifest and its translations; none where there is no manifest.
pub fn read_manifest(files: &Files, found: &Found) -> Option<BothManifests> {
    let Some(text) = files.text(MANIFEST, found) else {
        if files.get(MANIFEST).is_none() {
            found.add(no_manifest());
        }
        return None;
    };
    let source = Source::new(MANIFEST, &text, found);
    let raw = fields::read(&source, "the manifest", raw::manifest::Manifest::read);
    let mut manifest = manifest::manifest(&source, &raw);
    for lang in manifest.iter().flat_map(|m| m.languages.clone()).skip(1).collect::<Vec<_>>() {
        let path = format!("lessons/course.{lang}.toml");
        if let (Some(manifest), Some(text)) = (&mut manifest, files.text(&path, found)) {
            let source = Source::new(&path, &text, found);
            let raw = fields::read(&source, "the translation", raw::manifest::Translation::read);
            titles::manifest(&source, &raw, &lang, manifest);
        }
    }
    Some((raw, manifest))
}

fn no_manifest() -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: code::NO_MANIFEST,
        file: MANIFEST.to_owned(),
        span: 0..0,
        message: "the course has no manifest".to_owned(),
        hint: Some("write `lessons/course.toml`; docs/course-format.md shows one".to_owned()),
    }
}

/// Reads glossary and house in every language.
pub fn read_words(files: &Files, languages: &[Lang], found: &Found) -> BTreeMap<Lang, Arc<Words>> {
    let Some((own, others)) = languages.split_first() else { return BTreeMap::new() };
    let original = Words { glossary: read_glossary(files, found), house: read_house(files, found) };
    let mut words = BTreeMap::new();
    for lang in others {
        words.insert(lang.clone(), Arc::new(translate_words(files, lang, &original, found)));
    }
    words.insert(own.clone(), Arc::new(original));
    add_facts(files, &mut words, found);
    words
}

/// Adds the facts that change to the house of every language, under `facts.`; they are the same in all.
fn add_facts(files: &Files, words: &mut BTreeMap<Lang, Arc<Words>>, found: &Found) {
    let path = format!("{FACTS}.toml");
    let Some(text) = files.text(&path, found) else { return };
    let source = Source::new(&path, &text, found);
    let facts = words::house(&fields::read(&source, "the facts", raw::words::read_house));
    for words in words.values_mut() {
        let named = facts.values.iter().map(|(path, value)| (format!("facts.{path}"), value.clone()));
        Arc::make_mut(words).house.values.extend(named);
    }
}

fn read_glossary(files: &Files, found: &Found) -> Glossary {
    let path = format!("{GLOSSARY}.toml");
    let Some(text) = files.text(&path, found) else { return Glossary::default() };
    let source = Source::new(&path, &text, found);
    words::glossary(&source, &fields::read(&source, "the glossary", raw::words::read_terms))
}

fn read_house(files: &Files, found: &Found) -> House {
    let path = format!("{HOUSE}.toml");
    let Some(text) = files.text(&path, found) else { return House::default() };
    let source = Source::new(&path, &text, found);
    words::house(&fields::read(&source, "the house", raw::words::read_house))
}

fn translate_words(files: &Files, lang: &Lang, original: &Words, found: &Found) -> Words {
    let mut words = original.clone();
    let path = format!("{GLOSSARY}.{lang}.toml");
    if let Some(text) = files.text(&path, found) {
        let source = Source::new(&path, &text, found);
        let raw = fields::read(&source, "the glossary", raw::words::read_terms);
        words.glossary = titles::glossary(&source, &raw, &original.glossary);
    }
    let path = format!("{HOUSE}.{lang}.toml");
    if let Some(text) = files.text(&path, found) {
        let source = Source::new(&path, &text, found);
        let raw = fields::read(&source, "the house", raw::words::read_house);
        words.house = titles::house(&source, &raw, &original.house);
    }
    words
}

#[cfg(test)]
mod tests;

/// Returns how fast the course's own language is read aloud.
fn speed(manifest: &Manifest) -> u16 {
    manifest.languages.first().map_or(READ_ALOUD, |own| manifest.read_aloud(own))
}
