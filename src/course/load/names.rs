//! Which file of a course is what, by its name.
//!
//! Apart because only names are looked at here: lessons, their quizzes, their translations, and what belongs to nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::course::files::Files;
use crate::course::source::{Found, Source, suggest};
use crate::diagnostic::code;
use crate::id::Lang;

/// The files of one lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LessonFiles {
    /// The path without `.md`.
    pub stem: String,
    /// Whether it has a quiz.
    pub quiz: bool,
    /// Languages it is translated into.
    pub languages: BTreeSet<Lang>,
    /// Languages its quiz is translated into.
    pub quiz_languages: BTreeSet<Lang>,
}

/// What a file in a track's folder is.
enum Part {
    Lesson(Option<String>),
    Quiz(Option<String>),
}

/// Finds the lessons of a course; what belongs to nothing is reported.
pub fn sort(files: &Files, languages: &[Lang], found: &Found) -> Vec<LessonFiles> {
    let mut lessons: BTreeMap<&str, LessonFiles> = BTreeMap::new();
    let own = |path: &&str| matches!(part(path), Some((_, Part::Lesson(None))));
    for path in files.paths().filter(own) {
        let stem = path.strip_suffix(".md").unwrap_or(path);
        lessons.insert(stem, LessonFiles { stem: stem.to_owned(), ..LessonFiles::default() });
    }
    for path in files.paths() {
        let Some((stem, part)) = part(path) else {
            top_level(path, languages, found);
            continue;
        };
        match lessons.get_mut(stem) {
            Some(lesson) => take(lesson, path, part, languages, found),
            None => stray(path, stem, found),
        }
    }
    lessons.into_values().collect()
}

/// Splits the path of a file in a track's folder; none for everything else.
fn part(path: &str) -> Option<(&str, Part)> {
    let (track, name) = path.strip_prefix("lessons/")?.split_once('/')?;
    if name.contains('/') || name.starts_with("trainer.") || track.is_empty() {
        return None;
    }
    let (stem, quiz) =
        if let Some(stem) = path.strip_suffix(".md") { (stem, false) } else { (path.strip_suffix(".toml")?, true) };
    let folder = path.len() - name.len();
    let split = |stem| split_language(stem, folder);
    if !quiz {
        let (stem, lang) = split(stem);
        return Some((stem, Part::Lesson(lang)));
    }
    let (stem, lang) = stem.strip_suffix(".quiz").map_or_else(|| split(stem), |stem| (stem, None));
    Some((stem.strip_suffix(".quiz").unwrap_or(stem), Part::Quiz(lang)))
}

/// Splits `name.fr`; only what stands in the file name counts.
fn split_language(stem: &str, folder: usize) -> (&str, Option<String>) {
    match stem.rsplit_once('.') {
        Some((rest, lang)) if rest.len() >= folder && Lang::new(lang).is_ok() => (rest, Some(lang.to_owned())),
        _ => (stem, None),
    }
}

/// A house for people to copy; it stands beside the one that is read.
const EXAMPLE: &str = "house.example";

/// Reports a TOML file beside the manifest that nothing reads.
fn top_level(path: &str, languages: &[Lang], found: &Found) {
    const READ: [&str; 4] = ["course", "facts", "glossary", "house"];
    let Some(stem) = path.strip_prefix("lessons/").and_then(|name| name.strip_suffix(".toml")) else { return };
    let (name, lang) = split_language(stem, 0);
    if stem.contains('/') || name.is_empty() || stem == EXAMPLE {
        return;
    }
    let source = Source::new(path, "", found);
    if !READ.contains(&name) {
        let message = format!("nothing reads `{name}.toml`");
        source.warning(code::STRAY_FILE, 0..0, message, suggest(name, READ));
    } else if let Some(lang) = lang.filter(|lang| !languages.iter().skip(1).any(|l| l.as_str() == lang)) {
        unknown_language(&source, &lang, languages);
    }
}

fn unknown_language(source: &Source<'_>, lang: &str, languages: &[Lang]) {
    let message = format!("`{lang}` is no language that the course is translated into");
    let hint = suggest(lang, languages.iter().skip(1).map(Lang::as_str));
    source.error(code::UNKNOWN_LANGUAGE, 0..0, message, hint);
}

fn take(lesson: &mut LessonFiles, path: &str, part: Part, languages: &[Lang], found: &Found) {
    let (quiz, lang) = match part {
        Part::Lesson(None) => return,
        Part::Quiz(None) => {
            lesson.quiz = true;
            return;
        }
        Part::Lesson(Some(lang)) => (false, lang),
        Part::Quiz(Some(lang)) => (true, lang),
    };
    match languages.iter().skip(1).find(|l| l.as_str() == lang) {
        Some(lang) if quiz => drop(lesson.quiz_languages.insert(lang.clone())),
        Some(lang) => drop(lesson.languages.insert(lang.clone())),
        None => unknown_language(&Source::new(path, "", found), &lang, languages),
    }
}

fn stray(path: &str, stem: &str, found: &Found) {
    let message = format!("there is no lesson `{stem}.md` that this file belongs to");
    Source::new(path, "", found).warning(code::STRAY_FILE, 0..0, message, "rename it, or take it away");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_names() {
        let paths = [
            "lessons/course.toml",
            "lessons/SOURCES.md",
            "lessons/glosary.toml",
            "lessons/house.de.toml",
            "lessons/house.example.toml",
            "lessons/a/01-x.md",
            "lessons/a/01-x.fr.md",
            "lessons/a/01-x.quiz.toml",
            "lessons/a/01-x.quiz.fr.toml",
            "lessons/a/trainer.md",
            "lessons/a/02-y.quiz.toml",
            "lessons/a/01-x.de.md",
            "exercises/a/z.toml",
        ];
        let files: Files = paths.iter().map(|p| ((*p).to_owned(), Vec::new())).collect();
        let found = Found::default();
        let languages = ["en", "fr"].map(|l| Lang::new(l).unwrap());
        let fr: BTreeSet<Lang> = [languages[1].clone()].into();
        let lesson =
            LessonFiles { stem: "lessons/a/01-x".into(), quiz: true, languages: fr.clone(), quiz_languages: fr };
        assert_eq!(sort(&files, &languages, &found), [lesson]);
        let codes: Vec<_> = found.into_sorted().into_iter().map(|d| (d.code.0, d.file)).collect();
        let wanted = [
            ("unknown-language", "lessons/a/01-x.de.md"),
            ("stray-file", "lessons/a/02-y.quiz.toml"),
            ("stray-file", "lessons/glosary.toml"),
            ("unknown-language", "lessons/house.de.toml"),
        ];
        assert_eq!(codes, wanted.map(|(c, f)| (c, f.to_owned())));
    }
}
