//! A course that can be used: its index at once, a lesson or a quiz when somebody opens it.
//!
//! Apart from `load`, which reads everything and finds every fault. What was opened once is kept and shared between
//! sessions; nothing in here changes after a course was opened.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};

use super::error::{Faults, LoadError};
use super::exercise::{Exercise, ExerciseOutline};
use super::files::{Files, resolve};
use super::glossary::Glossary;
use super::house::{House, OwnHouse};
use super::lesson::{Lesson, Quiz};
use super::load::{self, Loaded, MANIFEST};
use super::manifest::{Manifest, Test};
use super::markdown::Document;
use super::open;
use super::outline::LessonOutline;
use super::question::Question;
use super::source::Found;
use super::words::Words;
use crate::id::{ExerciseId, Lang, LessonId, QuestionRef, TestId};

/// What is known of a course without opening a lesson; the built-in course carries it in `postcard`'s form, which names no
/// field: none may be left out or given by default.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Index {
    /// The manifest.
    pub manifest: Manifest,
    /// The lessons in track order.
    pub outlines: Vec<LessonOutline>,
    /// The exercises by id.
    pub exercises: Vec<ExerciseOutline>,
}

impl Index {
    /// Takes the index of a loaded course; none where it has no manifest.
    pub fn of(loaded: Loaded) -> Option<Self> {
        let exercises = loaded.exercise_outlines();
        Some(Self { manifest: loaded.manifest?, outlines: loaded.outlines, exercises })
    }
}

/// What a course is made of whatever its house is: files, index, and lessons by id.
type Fixed = (Arc<Files>, Arc<Index>, Arc<HashMap<LessonId, usize>>);
type Cache<T> = Mutex<HashMap<(usize, Lang), Arc<T>>>;

/// A course.
#[derive(Debug)]
pub struct Course {
    files: Arc<Files>,
    index: Arc<Index>,
    /// The texts in the course's own language, by their place, where reading the course has cut them already.
    cut: Vec<Option<Arc<Document>>>,
    /// Lessons by present and former id.
    places: Arc<HashMap<LessonId, usize>>,
    /// What a trainer says in place of the house of the course.
    own: Option<OwnHouse>,
    words: OnceLock<BTreeMap<Lang, Arc<Words>>>,
    lessons: Cache<Lesson>,
    quizzes: Cache<Quiz>,
    exercises: Cache<Exercise>,
}

impl Course {
    /// Opens the course that is built in.
    #[cfg(embedded_course)]
    pub fn embedded() -> Result<Self, LoadError> {
        let index = postcard::from_bytes(super::builtin::INDEX).map_err(|e| LoadError::Index(e.to_string()))?;
        Ok(Self::new(Self::embedded_files(), index, Vec::new()))
    }

    /// Returns the files of the course that is built in, for checking them.
    #[cfg(embedded_course)]
    pub fn embedded_files() -> Files {
        Files::embedded(super::builtin::FILES)
    }

    /// Opens the course in a folder; it is read whole, so that a stick may be pulled afterwards.
    pub fn folder(folder: &Path) -> Result<Self, LoadError> {
        let found = Found::default();
        let files = read_folder(folder, &found)?;
        Self::from_files(files, found, &folder.display().to_string())
    }

    /// Opens a course from files in memory.
    pub fn from_files(files: Files, found: Found, name: &str) -> Result<Self, LoadError> {
        let loaded = load::load(&files, &found);
        let has_errors = found.has_errors();
        let pairs = loaded.outlines.iter().zip(&loaded.lessons);
        let cut = pairs.map(|(o, l)| (o.stem == l.stem).then(|| Arc::clone(&l.document))).collect();
        match Index::of(loaded) {
            Some(index) if !has_errors => Ok(Self::new(files, index, cut)),
            _ => {
                let mut faults = Faults::new(found.into_sorted(), &files);
                faults.keep_errors();
                Err(LoadError::Faulty { name: name.to_owned(), faults })
            }
        }
    }

    fn new(files: Files, index: Index, cut: Vec<Option<Arc<Document>>>) -> Self {
        let mut places = HashMap::new();
        for (place, outline) in index.outlines.iter().enumerate() {
            places.extend(outline.was.iter().map(|was| (was.clone(), place)));
            places.insert(outline.id.clone(), place);
        }
        Self::fresh((Arc::new(files), Arc::new(index), Arc::new(places)), cut, None)
    }

    /// Makes a course of what never changes; nothing of it was opened yet.
    fn fresh((files, index, places): Fixed, cut: Vec<Option<Arc<Document>>>, own: Option<OwnHouse>) -> Self {
        Self {
            files,
            index,
            cut,
            places,
            own,
            words: OnceLock::new(),
            lessons: Cache::default(),
            quizzes: Cache::default(),
            exercises: Cache::default(),
        }
    }

    /// Returns the same course with another house, or with its own again.
    #[must_use]
    pub fn with_house(&self, own: Option<OwnHouse>) -> Self {
        let fixed = (Arc::clone(&self.files), Arc::clone(&self.index), Arc::clone(&self.places));
        // Texts that were cut already hold the words of the house before.
        Self::fresh(fixed, Vec::new(), own)
    }

    /// Returns what a trainer says in place of the house of the course.
    pub fn own_house(&self) -> Option<&OwnHouse> {
        self.own.as_ref()
    }

    /// Finds what of the course cannot be opened with the house that was put into it.
    pub fn check_house(&self) -> Result<(), Faults> {
        for lang in &self.manifest().languages {
            for outline in self.exercises() {
                self.exercise(&outline.id, lang)?;
            }
        }
        Ok(())
    }

    /// Returns the manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.index.manifest
    }

    /// Returns the lessons from outside, in track order.
    pub fn outlines(&self) -> &[LessonOutline] {
        &self.index.outlines
    }

    /// Finds a lesson from outside, by its id or a former one.
    pub fn outline(&self, lesson: &LessonId) -> Option<&LessonOutline> {
        self.index.outlines.get(*self.places.get(lesson)?)
    }

    /// Finds the blueprint of a test.
    pub fn test(&self, test: &TestId) -> Option<&Test> {
        self.index.manifest.tests.iter().find(|t| t.id == *test)
    }

    /// Opens a lesson; what is not translated is in the course's own language.
    pub fn lesson(&self, lesson: &LessonId, lang: &Lang) -> Result<Arc<Lesson>, Faults> {
        let (place, outline) = self.place(lesson)?;
        kept(&self.lessons, (place, self.language(lang)), |lang| {
            open::lesson(&self.files, outline, lang, (self.words(lang), self.cut.get(place).and_then(Option::as_ref)))
        })
    }

    /// Opens the quiz of a lesson.
    pub fn quiz(&self, lesson: &LessonId, lang: &Lang) -> Result<Arc<Quiz>, Faults> {
        let (place, outline) = self.place(lesson)?;
        kept(&self.quizzes, (place, self.language(lang)), |lang| {
            open::quiz(&self.files, outline, self.manifest().pass.quiz, lang)
        })
    }

    /// Returns the exercises from outside, by id.
    pub fn exercises(&self) -> &[ExerciseOutline] {
        &self.index.exercises
    }

    /// Finds an exercise from outside.
    pub fn exercise_outline(&self, exercise: &ExerciseId) -> Option<&ExerciseOutline> {
        self.index.exercises.iter().find(|outline| outline.id == *exercise)
    }

    /// Opens an exercise; words of the house are in the language. It is read aloud in the language of its texts, which
    /// is the course's own; what is written on a form for real items is in the learner's.
    pub fn exercise(&self, exercise: &ExerciseId, lang: &Lang) -> Result<Arc<Exercise>, Faults> {
        let place = self.index.exercises.iter().position(|outline| outline.id == *exercise);
        let place = place.ok_or_else(|| open::nothing(MANIFEST, format!("the course has no exercise `{exercise}`")))?;
        kept(&self.exercises, (place, self.language(lang)), |lang| {
            let opened = open::exercise(&self.files, exercise, self.words(lang))?;
            let own = self.manifest().languages.first().unwrap_or(lang);
            let read_aloud = self.manifest().read_aloud(if opened.tool.is_some() { lang } else { own });
            Ok(Exercise { read_aloud, ..opened })
        })
    }

    /// Finds a question by present or former ids; none where the course no longer has it.
    pub fn question(&self, question: &QuestionRef, lang: &Lang) -> Result<Option<Question>, Faults> {
        if self.outline(&question.lesson).is_none() {
            return Ok(None);
        }
        let quiz = self.quiz(&question.lesson, lang)?;
        let all = || quiz.slots.iter().flat_map(|s| &s.questions);
        let by_id = all().find(|q| q.id == question.question);
        Ok(by_id.or_else(|| all().find(|q| q.was.contains(&question.question))).cloned())
    }

    /// Returns the glossary in a language.
    pub fn glossary(&self, lang: &Lang) -> &Glossary {
        &self.words(lang).glossary
    }

    /// Returns the house in a language.
    pub fn house(&self, lang: &Lang) -> &House {
        &self.words(lang).house
    }

    /// Returns the bytes of a picture that a lesson shows by a path from its own folder.
    pub fn picture(&self, lesson: &LessonId, path: &str) -> Option<&[u8]> {
        self.file(&resolve(&self.outline(lesson)?.stem, path)?)
    }

    /// Returns the bytes of a file of the course.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path)
    }

    /// Returns the Markdown files that no index knows whose name begins with a word and a dot, in order.
    pub fn files_named(&self, word: &str) -> Vec<String> {
        let is_named = |file: &str| file.split('.').next() == Some(word) && file.rsplit('.').next() == Some("md");
        let named = self.files.paths().filter(|path| path.rsplit('/').next().is_some_and(is_named));
        named.map(str::to_owned).collect()
    }

    /// Returns the language, or the course's own where it does not have it.
    fn language(&self, lang: &Lang) -> Lang {
        let languages = &self.manifest().languages;
        languages.iter().find(|l| *l == lang).or(languages.first()).unwrap_or(lang).clone()
    }

    /// Returns what texts of the course refer to, in a language.
    pub fn words(&self, lang: &Lang) -> &Arc<Words> {
        static NONE: OnceLock<Arc<Words>> = OnceLock::new();
        let languages = &self.manifest().languages;
        let words = self.words.get_or_init(|| {
            let mut words = load::read_words(&self.files, languages, &Found::default());
            if let (Some(house), Some(own)) = (&self.own, languages.first()) {
                house.apply(&mut words, own);
            }
            words
        });
        words.get(&self.language(lang)).unwrap_or_else(|| NONE.get_or_init(Arc::default))
    }

    fn place(&self, lesson: &LessonId) -> Result<(usize, &LessonOutline), Faults> {
        let place = self.places.get(lesson).copied();
        let outline = place.and_then(|place| Some((place, self.index.outlines.get(place)?)));
        outline.ok_or_else(|| open::nothing(MANIFEST, format!("the course has no lesson `{lesson}`")))
    }
}

/// Reads a folder that should hold a course.
pub fn read_folder(folder: &Path, found: &Found) -> Result<Files, LoadError> {
    if !folder.exists() {
        return Err(LoadError::Missing(folder.to_owned()));
    }
    let files = Files::read(folder, found).map_err(|e| LoadError::Unreadable { path: e.path, reason: e.reason })?;
    if files.get(MANIFEST).is_none() && !found.has_errors() {
        return Err(LoadError::NoCourse(folder.to_owned()));
    }
    Ok(files)
}

/// Returns what is kept, or makes and keeps it. Two sessions may both make it; the first one is kept.
fn kept<T>(
    cache: &Cache<T>,
    key: (usize, Lang),
    make: impl FnOnce(&Lang) -> Result<T, Faults>,
) -> Result<Arc<T>, Faults> {
    let lock = || cache.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(there) = lock().get(&key) {
        return Ok(Arc::clone(there));
    }
    let opened = Arc::new(make(&key.1)?);
    Ok(Arc::clone(lock().entry(key).or_insert(opened)))
}

#[cfg(test)]
mod tests;
