//! The manifest.

use std::collections::BTreeMap;

use toml::Spanned;

use super::values::{self, Unique};
use super::{blueprint, extras, shape};
use crate::course::fields::Text;
use crate::course::manifest::{Completion, Manifest, PassMarks, Test, Track, Translated};
use crate::course::raw::manifest as raw;
use crate::course::source::{Source, suggest};
use crate::diagnostic::code;
use crate::id::{CourseId, ExerciseId, Lang, LessonId, TestId, TrackId};

/// The format that this program reads.
pub const FORMAT: i64 = 1;

/// Checks the manifest, without its translations.
pub fn manifest(source: &Source<'_>, raw: &raw::Manifest) -> Option<Manifest> {
    format(source, raw);
    let pass = pass_marks(source, raw.pass.as_ref());
    let tracks = tracks(source, raw);
    let tests = blueprint::tests(source, raw, &tracks, pass.test);
    let completion = completion(source, raw, &tracks, &tests);
    let languages = languages(source, raw);
    let words_per_minute = raw.words_per_minute.as_ref();
    let words_per_minute = words_per_minute.and_then(|w| values::between(source, "words_per_minute", w, (50, 600)));
    let read_aloud = read_aloud(source, &raw.read_aloud, &languages);
    let id = raw.id.as_ref().and_then(|text| values::id(source, text, CourseId::new));
    Some(Manifest {
        id: id?,
        title: own(raw.title.as_ref()),
        version: values::words(raw.version.as_ref()),
        languages,
        licence: values::words(raw.licence.as_ref()),
        words_per_minute: words_per_minute.unwrap_or(150),
        read_aloud,
        pass,
        tracks,
        tests,
        capstones: extras::capstones(source, &raw.capstones),
        questionnaires: extras::questionnaires(source, &raw.questionnaires),
        completion,
        shape: shape::shape(source, raw.shape.as_ref()),
    })
}

/// Returns how fast is read aloud, by language; slower or faster than anybody speaks is a slip.
fn read_aloud(source: &Source<'_>, raw: &[(Text, Spanned<i64>)], languages: &[Lang]) -> BTreeMap<Lang, u16> {
    let mut speeds = BTreeMap::new();
    for (name, words) in raw {
        let Some(lang) = values::id(source, name, Lang::new) else { continue };
        if !languages.contains(&lang) {
            let message = format!("the course has no language `{lang}`");
            let hint = suggest(lang.as_str(), languages.iter().map(Lang::as_str));
            source.error(code::BAD_VALUE, name.span(), message, hint);
        }
        speeds.extend(values::between(source, "read_aloud", words, (60, 400)).map(|words| (lang, words)));
    }
    speeds
}

fn own(text: Option<&Text>) -> Translated {
    Translated { own: values::words(text), ..Translated::default() }
}

fn format(source: &Source<'_>, raw: &raw::Manifest) {
    if let Some(format) = raw.format.as_ref().filter(|f| *f.get_ref() != FORMAT) {
        let message = format!("this program reads format {FORMAT}, not {}", format.get_ref());
        source.error(code::UNKNOWN_FORMAT, format.span(), message, "use a newer Rundown, or write `format = 1`");
    }
}

fn pass_marks(source: &Source<'_>, raw: Option<&raw::Pass>) -> PassMarks {
    let mark = |percent, otherwise| values::pass(source, percent, otherwise);
    PassMarks {
        quiz: mark(raw.and_then(|p| p.quiz.as_ref()), 8_000),
        test: mark(raw.and_then(|p| p.test.as_ref()), 7_500),
        capstone: mark(raw.and_then(|p| p.capstone.as_ref()), 7_000),
    }
}

fn languages(source: &Source<'_>, raw: &raw::Manifest) -> Vec<Lang> {
    let mut unique = Unique::new("language");
    let mut languages = Vec::new();
    for text in &raw.languages {
        if let Some(lang) = values::id(source, text, Lang::new) {
            unique.see(source, &lang, text.span());
            languages.push(lang);
        }
    }
    if languages.is_empty() && !source.broken.get() {
        let message = "the course names no language";
        source.error(code::MISSING_FIELD, source.base..source.base, message, "add `languages = [\"en\"]`");
    }
    languages
}

fn tracks(source: &Source<'_>, raw: &raw::Manifest) -> Vec<Track> {
    if raw.tracks.is_empty() && !source.broken.get() {
        let message = "the course has no track";
        source.error(
            code::MISSING_FIELD,
            source.base..source.base,
            message,
            "add `[[tracks]]` with id, letter, title, lessons",
        );
    }
    let mut unique = Unique::new("track");
    let mut letters = Unique::new("track letter");
    let mut tracks = Vec::new();
    for track in &raw.tracks {
        if let Some((text, id)) = track.id.as_ref().and_then(|t| Some((t, values::id(source, t, TrackId::new)?))) {
            unique.see(source, &id, text.span());
            let letter = letter(source, track, &mut letters);
            let lessons = values::ids(source, &track.lessons, LessonId::new);
            tracks.push(Track { id, letter, title: own(track.title.as_ref()), lessons });
        }
    }
    tracks
}

fn letter(source: &Source<'_>, track: &raw::Track, letters: &mut Unique<char>) -> char {
    let Some(text) = &track.letter else { return '?' };
    let mut chars = text.get_ref().chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_uppercase() => {
            letters.see(source, &letter, text.span());
            letter
        }
        _ => {
            let message = format!("`{}` is no page letter", text.get_ref());
            source.error(code::BAD_VALUE, text.span(), message, "write one capital, A to Z");
            '?'
        }
    }
}

fn completion(source: &Source<'_>, raw: &raw::Manifest, tracks: &[Track], tests: &[Test]) -> Completion {
    let all_lessons = || tracks.iter().flat_map(|t| t.lessons.clone()).collect();
    // A test that only measures is asked for where it is named, and nowhere else.
    let all_tests = || tests.iter().filter(|t| !t.kind.only_measures()).map(|t| t.id.clone()).collect();
    let Some(raw) = &raw.completion else {
        return Completion { lessons: all_lessons(), tests: all_tests(), exercises: Vec::new() };
    };
    Completion {
        lessons: match &raw.lessons {
            None | Some(raw::Listed::All) => all_lessons(),
            Some(raw::Listed::Some(listed)) => values::ids(source, listed, LessonId::new),
        },
        tests: match &raw.tests {
            None | Some(raw::Listed::All) => all_tests(),
            Some(raw::Listed::Some(listed)) => completion_tests(source, listed, tests),
        },
        exercises: values::ids(source, &raw.exercises, ExerciseId::new),
    }
}

fn completion_tests(source: &Source<'_>, listed: &[Text], tests: &[Test]) -> Vec<TestId> {
    let mut ids = Vec::new();
    for text in listed {
        let Some(id) = values::id(source, text, TestId::new) else { continue };
        if !tests.iter().any(|t| t.id == id) {
            let hint = suggest(id.as_str(), tests.iter().map(|t| t.id.as_str()));
            source.error(code::UNKNOWN_TEST, text.span(), format!("there is no test `{id}`"), hint);
        }
        ids.push(id);
    }
    ids
}
