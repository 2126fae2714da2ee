//! Courses in a folder and in memory: half-written, damaged, too large, or reaching outside.
//!
//! Apart from the loader for its length. The diagnostics of a whole faulty course are `check`'s tests.

use std::fs;
use std::path::Path;

use super::*;
use crate::course::error::LoadError;
use crate::course::library::{Course, read_folder};
use crate::id::LessonId;

fn small() -> Vec<(String, String)> {
    let found = Found::default();
    let files = read_folder(Path::new("tests/courses/small"), &found).unwrap();
    files.paths().map(|p| (p.to_owned(), files.text(p, &found).unwrap().to_string())).collect()
}

fn open(files: impl IntoIterator<Item = (String, String)>) -> Result<Course, LoadError> {
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    Course::from_files(files, Found::default(), "a course")
}

/// The small course with one text replaced by another.
fn with(path: &str, from: &str, to: &str) -> Result<Course, LoadError> {
    let files = small().into_iter().map(|(p, text)| {
        assert!(p != path || text.contains(from), "{from}");
        if p == path { (p, text.replacen(from, to, 1)) } else { (p, text) }
    });
    open(files)
}

/// Text and key hashes of every question, in both languages.
fn hashes(course: &Course) -> Vec<(String, String)> {
    let mut hashes = Vec::new();
    for lang in &course.manifest().languages {
        for outline in course.outlines() {
            let quiz = course.quiz(&outline.id, lang).unwrap();
            let questions = quiz.slots.iter().flat_map(|s| &s.questions);
            hashes.extend(questions.map(|q| (q.text_hash().to_string(), q.key_hash().to_string())));
        }
    }
    hashes
}

const QUIZ: &str = "lessons/gathering/01-first-lesson.quiz.toml";

#[test]
fn hashes_know_nothing_of_line_ends_and_layout() {
    let before = hashes(&open(small()).unwrap());
    let windows = open(small().into_iter().map(|(p, text)| (p, text.replace('\n', "\r\n")))).unwrap();
    assert_eq!(hashes(&windows), before);
    let marked = open(small().into_iter().map(|(p, text)| (p, format!("\u{feff}{text}")))).unwrap();
    assert_eq!(hashes(&marked), before);
    for (from, to) in [
        ("prompt = \"Which of these is an angle?\"", "prompt   =   \"\"\"\n  Which of these is an angle?  \n\"\"\""),
        ("kind = \"single\"\noutcome = \"tell-angle\"", "outcome = \"tell-angle\"\n# words\nkind = 'single'"),
        ("why = \"An angle is", "why = \"A real angle is"),
        ("value = 75", "value = 75.0"),
    ] {
        assert_eq!(hashes(&with(QUIZ, from, to).unwrap()), before, "{from}");
    }
}

#[test]
fn hashes_follow_the_words_and_the_keys_apart() {
    let before = hashes(&open(small()).unwrap());
    let changed = |from, to| {
        let after = hashes(&with(QUIZ, from, to).unwrap());
        let pairs = before.iter().zip(&after);
        (pairs.clone().any(|(a, b)| a.0 != b.0), pairs.clone().any(|(a, b)| a.1 != b.1))
    };
    for (from, to, text, key) in [
        ("Which of these is an angle?", "Which one is an angle?", true, false),
        ("Floods and how", "The floods and how", true, false),
        ("critical = true", "critical = false", false, true),
        ("answer = false", "answer = true", false, true),
        ("tolerance = 3", "tolerance = 4", false, true),
        ("\"* editor*\"", "\"* editors\"", false, true),
        ("target = \"impact\"", "target = \"surprise\"", false, true),
    ] {
        assert_eq!(changed(from, to), (text, key), "{from}");
    }
}

#[test]
fn a_folder_that_is_no_course_is_told_apart_from_one_with_faults() {
    let temp = tempfile::tempdir().unwrap();
    let missing = Course::folder(&temp.path().join("nowhere")).unwrap_err();
    assert!(matches!(missing, LoadError::Missing(_)), "{missing}");
    let empty = Course::folder(temp.path()).unwrap_err();
    assert!(matches!(empty, LoadError::NoCourse(_)), "{empty}");
    let lessons = temp.path().join("lessons");
    fs::write(&lessons, "not a folder").unwrap();
    let unreadable = Course::folder(temp.path()).unwrap_err();
    assert!(matches!(unreadable, LoadError::Unreadable { .. }), "{unreadable}");
    for (error, place) in [(missing, "nowhere"), (empty, "course.toml"), (unreadable, "lessons")] {
        assert!(error.to_string().contains(place), "{error}");
    }
    fs::remove_file(&lessons).unwrap();
    fs::create_dir(&lessons).unwrap();
    fs::write(lessons.join("course.toml"), "").unwrap();
    let faulty = Course::folder(temp.path()).unwrap_err();
    assert!(faulty.to_string().contains("lessons/course.toml:1:1: the manifest has no `id`"), "{faulty}");
}

#[test]
fn a_half_written_file_anywhere_is_told_and_the_course_not_opened() {
    for (path, text) in small().iter().filter(|(path, _)| !path.contains(".fr.") && !path.contains("house")) {
        let half: String = text.chars().take(text.chars().count() / 3).collect();
        let files = small().into_iter().map(|(p, text)| if p == *path { (p, half.clone()) } else { (p, text) });
        match open(files) {
            Err(LoadError::Faulty { faults, .. }) => assert!(faults.has_errors(), "{path}"),
            other => assert!(!path.contains(".toml") || path.contains("glossary"), "{path}: {other:?}"),
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_read() {
    let temp = tempfile::tempdir().unwrap();
    let outside = temp.path().join("outside.md");
    fs::write(&outside, "a secret").unwrap();
    let lessons = temp.path().join("course/lessons/a");
    fs::create_dir_all(&lessons).unwrap();
    std::os::unix::fs::symlink(&outside, lessons.join("01-x.md")).unwrap();
    std::os::unix::fs::symlink(temp.path(), lessons.join("up")).unwrap();
    let found = Found::default();
    let files = read_folder(&temp.path().join("course"), &found).unwrap();
    assert_eq!(files.paths().count(), 0);
    let codes: Vec<_> = found.into_sorted().iter().map(|d| d.code.0).collect();
    assert_eq!(codes, ["not-a-file", "not-a-file"]);
}

#[test]
fn a_file_over_two_mebibytes_is_refused() {
    let temp = tempfile::tempdir().unwrap();
    let lessons = temp.path().join("lessons/a");
    fs::create_dir_all(&lessons).unwrap();
    fs::write(lessons.join("01-x.md"), vec![b'a'; 2 * 1024 * 1024 + 1]).unwrap();
    let found = Found::default();
    let files = read_folder(temp.path(), &found).unwrap();
    assert_eq!(files.paths().count(), 0);
    assert_eq!(found.into_sorted()[0].code.0, "too-large");
}

#[test]
fn every_syntax_fault_of_a_file_is_found() {
    let text = "lesson = \"gathering/first-lesson\nno equals sign\n[[questions]]\nid = \"a\"\nkind = = 3\n";
    let files = small().into_iter().map(|(p, t)| if p == QUIZ { (p, text.to_owned()) } else { (p, t) });
    let Err(LoadError::Faulty { faults, .. }) = open(files) else { panic!("faults") };
    let lines: Vec<usize> = faults
        .diagnostics
        .iter()
        .filter(|d| d.code == code::SYNTAX)
        .map(|d| crate::diagnostic::Position::of(text, d.span.start).line)
        .collect();
    assert_eq!(lines, [1, 2, 5]);
}

#[test]
fn a_section_without_a_translation_keeps_its_question() {
    let course = open(small()).unwrap();
    let french = Lang::new("fr").unwrap();
    let lesson = course.lesson(&LessonId::new("gathering/first-lesson").unwrap(), &french).unwrap();
    let document = &lesson.document;
    let blocks: Vec<_> = (0..document.sections().len()).flat_map(|at| document.blocks(at)).collect();
    let questions = crate::course::words::inner_questions(&blocks);
    assert_eq!(questions.len(), 1);
}

const MANIFEST_FILE: &str = "lessons/course.toml";

#[test]
fn the_speed_of_reading_aloud_is_set_by_language_and_three_words_a_second_otherwise() {
    let speeds = |course: &Course| ["en", "fr"].map(|lang| course.manifest().read_aloud(&Lang::new(lang).unwrap()));
    assert_eq!(speeds(&open(small()).unwrap()), [180, 180]);
    let set = with(MANIFEST_FILE, "[pass]", "[read_aloud]\nfr = 170\n\n[pass]").unwrap();
    assert_eq!(speeds(&set), [180, 170]);
}

#[test]
fn a_speed_that_nobody_reads_at_is_refused_as_is_a_language_that_the_course_does_not_have() {
    for (speed, why) in [
        ("en = 59", "outside 60 to 400"),
        ("en = 401", "outside 60 to 400"),
        ("en = -1", "outside 60 to 400"),
        ("en = \"fast\"", "not a whole number"),
        ("en = 3.0", "not a whole number"),
        ("sw = 150", "the course has no language `sw`"),
        ("English = 150", "English"),
    ] {
        let error = with(MANIFEST_FILE, "[pass]", &format!("[read_aloud]\n{speed}\n\n[pass]")).unwrap_err();
        assert!(error.to_string().contains(why), "{speed}: {error}");
    }
}

#[test]
fn an_exercise_is_read_at_the_speed_of_its_texts_and_a_real_item_at_that_of_its_writer() {
    let course = Course::folder(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let french = Lang::new("fr").unwrap();
    let speed = |is_tool: bool| {
        let outline = course.exercises().iter().find(|outline| outline.tool.is_some() == is_tool).unwrap();
        course.exercise(&outline.id, &french).unwrap().read_aloud
    };
    assert_eq!((speed(false), speed(true)), (180, 170));
}
