//! The author's compiler: forty planted faults found in one run, our own courses without one, no input that stops it.
//!
//! Apart from the check because these read the courses of the tests; each rule has its cases beside it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::*;
use crate::diagnostic::{Position, code};

fn check(folder: &str) -> Checked {
    super::folder(Path::new(folder)).unwrap_or_else(|e| panic!("{e}"))
}

/// Everything that was found, as `file:line:column code`.
fn places(checked: &Checked) -> BTreeSet<String> {
    let place = |d: &crate::diagnostic::Diagnostic| {
        let Position { line, column } = Position::of(checked.faults.source(&d.file), d.span.start);
        format!("{}:{line}:{column} {}", d.file, d.code)
    };
    checked.faults.diagnostics.iter().map(place).collect()
}

/// The faults planted in `tests/courses/forty`, each of another sort: place and code.
const PLANTED: &str = include_str!("../../tests/courses/forty/expected.txt");

#[test]
fn every_planted_fault_is_found_at_its_place_in_one_run() {
    let found = places(&check("tests/courses/forty"));
    let missing: Vec<&str> = PLANTED.lines().filter(|line| !found.contains(*line)).collect();
    assert!(missing.is_empty(), "not found: {missing:#?}\nfound: {found:#?}");
    let sorts: BTreeSet<&str> = PLANTED.lines().filter_map(|line| line.split(' ').nth(1)).collect();
    assert!(sorts.len() >= 40, "{} sorts", sorts.len());
}

#[test]
fn every_fault_says_what_to_do() {
    for diagnostic in check("tests/courses/forty").faults.diagnostics {
        assert!(diagnostic.hint.is_some_and(|h| !h.is_empty()), "{}: {}", diagnostic.code, diagnostic.message);
        assert!(code::ALL.iter().any(|(known, _)| *known == diagnostic.code), "{}", diagnostic.code);
    }
}

#[test]
fn the_list_of_diagnostics_is_complete() {
    let mut wanted = String::new();
    for (code, meaning) in code::ALL {
        writeln!(wanted, "| `{code}` | {meaning} |").unwrap();
    }
    let docs = include_str!("../../docs/diagnostics.md");
    let listed: Vec<&str> = docs.lines().filter(|line| line.starts_with("| `")).collect();
    assert_eq!(listed, wanted.lines().collect::<Vec<_>>());
}

#[test]
fn the_small_course_is_whole_and_only_partly_translated() {
    let checked = check("tests/courses/small");
    let codes: BTreeSet<&str> = checked.faults.diagnostics.iter().map(|d| d.code.0).collect();
    assert_eq!(codes, BTreeSet::from(["translation-missing"]), "{}", checked.faults);
    assert!(checked.passes(false));
    assert!(!checked.passes(true));
    let course = checked.course.unwrap();
    assert_eq!((course.lessons, course.questions), (2, 18));
}

#[test]
fn the_built_in_course_has_nothing_to_complain_of() {
    let checked = embedded();
    assert!(checked.passes(true), "{}", checked.faults);
}

fn with(path: &str, from: &str, to: &str) -> Checked {
    let found = Found::default();
    let files = read_folder(Path::new("tests/courses/small"), &found).unwrap();
    let changed = files.paths().map(|p| {
        let text = files.text(p, &found).map(|text| text.to_string()).unwrap_or_default();
        assert!(p != path || text.contains(from), "{from}");
        (p.to_owned(), if p == path { text.replacen(from, to, 1) } else { text }.into_bytes())
    });
    let changed: Files = changed.collect();
    files_of(&changed, Found::default())
}

fn stale(path: &str, from: &str, to: &str) -> Vec<String> {
    let checked = with(path, from, to);
    places(&checked).into_iter().filter(|p| p.ends_with("translation-stale")).collect()
}

#[test]
fn a_changed_original_makes_its_own_translation_stale_and_no_other() {
    let quiz = "lessons/gathering/01-first-lesson.quiz.toml";
    let cases = [
        (quiz, "Which of these is an angle?", "Which is an angle?", "quiz.fr.toml:3:6"),
        (quiz, "The company's word, without", "Their word, without", "quiz.fr.toml:39:6"),
        ("lessons/gathering/01-first-lesson.md", "An angle asks one", "An angle asks a", "first-lesson.fr.md:7:9"),
        ("lessons/gathering/01-first-lesson.md", "From topic to pitch", "To the pitch", "first-lesson.fr.md:3:6"),
        ("lessons/glossary.toml", "One question with", "A question with", "glossary.fr.toml:10:6"),
        ("lessons/course.toml", "Small course", "Smaller course", "course.fr.toml:2:6"),
    ];
    for (path, from, to, place) in cases {
        let found = stale(path, from, to);
        assert!(found.len() == 1 && found[0].contains(place), "{from}: {found:?}");
    }
}

#[test]
fn layout_and_keys_leave_translations_alone() {
    let quiz = "lessons/gathering/01-first-lesson.quiz.toml";
    let cases = [
        (quiz, "kind = \"single\"\noutcome", "kind = \"single\"\n\n\n  outcome"),
        (quiz, "critical = true\n", ""),
        ("lessons/gathering/01-first-lesson.md", "the answer.\n\n|", "the answer.  \n\n|"),
    ];
    for (path, from, to) in cases {
        assert_eq!(stale(path, from, to), Vec::<String>::new(), "{from}");
    }
}

#[test]
fn text_shows_the_line_with_a_caret_and_no_control_characters() {
    let checked =
        with("lessons/gathering/01-first-lesson.quiz.toml", "kind = \"single\"", "kind = \"sin\u{9b}31mgle\" #");
    let text = render::text::checked(&checked, false);
    assert!(text.contains("error[unknown-kind]"), "{text}");
    assert!(text.contains("01-first-lesson.quiz.toml:6:8"), "{text}");
    assert!(text.lines().any(|l| l.trim_start_matches(['|', ' ']).starts_with("^^^")), "{text}");
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    assert!(render::text::checked(&checked, true).contains('\u{1b}'));
}

#[test]
fn json_counts_lines_and_columns_from_one() {
    let json = render::json::checked(&check("tests/courses/forty")).unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["course"]["id"], "forty");
    let in_file = |fault: &&serde_json::Value| fault["file"] == "lessons/course.fr.toml";
    let first = value["diagnostics"].as_array().unwrap().iter().find(in_file).unwrap();
    for (field, wanted) in
        [("severity", "warning"), ("code", "translation-missing"), ("file", "lessons/course.fr.toml")]
    {
        assert_eq!(first[field], wanted);
    }
    assert_eq!((first["line"].as_u64(), first["column"].as_u64()), (Some(1), Some(1)));
}

#[test]
fn a_course_that_asks_for_no_shape_has_any() {
    let codes = places(&check("tests/courses/small"));
    assert!(!codes.iter().any(|place| place.contains("lesson-shape") || place.contains("hard-to-read")), "{codes:?}");
}

#[test]
fn every_rule_of_the_shape_is_kept_or_told() {
    let lesson = |from: &str, to: &str| {
        let text = include_str!("../../tests/courses/small/lessons/gathering/01-first-lesson.md");
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let said = |shape: &str, lesson: String| {
        let manifest = include_str!("../../tests/courses/small/lessons/course.toml");
        let found = Found::default();
        let small = read_folder(Path::new("tests/courses/small"), &found).unwrap();
        let text = |path: &str| match path {
            "lessons/course.toml" => format!("{manifest}\n[shape]\n{shape}\n"),
            "lessons/gathering/01-first-lesson.md" => lesson.clone(),
            _ => small.text(path, &found).unwrap().to_string(),
        };
        let files: Files = small.paths().map(|path| (path.to_owned(), text(path).into_bytes())).collect();
        let faults = files_of(&files, Found::default()).faults.diagnostics;
        let here = faults.into_iter().filter(|fault| fault.file.contains("01-first-lesson"));
        let of_shape =
            here.filter(|fault| [code::LESSON_SHAPE, code::HARD_TO_READ, code::LONG_SENTENCES].contains(&fault.code));
        of_shape.map(|fault| fault.message).collect::<Vec<_>>().join("; ")
    };
    let as_it_is = || lesson("", "");
    let measured = check("tests/courses/small").lessons[0].clone();
    let Counts { hook, core, minutes, kinds, lix, .. } = measured;
    let cases = [
        (format!("hook = [{hook}, {hook}]"), ""),
        (format!("hook = [{}, 999]", hook + 1), "words before the first heading"),
        (format!("core = [{core}, {core}]"), ""),
        (format!("core = [0, {}]", core - 1), "words in the core"),
        (format!("minutes = [{minutes}, {minutes}]"), ""),
        (format!("minutes = [{}, 99]", minutes + 1), "minutes of reading"),
        ("summary = 5".to_owned(), "no summary"),
        (format!("kinds = {kinds}"), ""),
        (format!("lix = {lix}"), ""),
        (format!("lix = {}", lix - 1), "LIX"),
    ];
    for (shape, wanted) in cases {
        let said = said(&shape, as_it_is());
        assert!(if wanted.is_empty() { said.is_empty() } else { said.contains(wanted) }, "{shape}: {said}");
    }
    let own = lesson("\nminutes = ", &format!("\nlix = {lix}\nlong_sentences = 100\nminutes = "));
    assert_eq!(said("lix = 1\nlong_sentences = 1", own), "", "a lesson's own limits count");
}

#[test]
fn the_figures_of_the_built_in_course_are_within_its_shape() {
    let checked = embedded();
    assert_eq!(checked.lessons.len(), 26);
    let table = render::counts::text(&checked);
    assert_eq!(table.lines().count(), 28, "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 132), "{table}");
    let json: serde_json::Value = serde_json::from_str(&render::counts::json(&checked).unwrap()).unwrap();
    assert_eq!(json["lessons"][0]["lesson"], "gathering/news-judgement");
    for lesson in json["lessons"].as_array().unwrap() {
        assert!(lesson["lix"].as_u64().unwrap() <= 30, "{lesson}");
    }
}

#[test]
fn the_example_of_a_house_loads_in_the_place_of_the_invented_one() {
    let found = Found::default();
    let files = read_folder(Path::new("."), &found).unwrap();
    let (house, example) = ("lessons/house.toml", "lessons/house.example.toml");
    let bytes = |path: &str| files.get(if path == house { example } else { path }).unwrap().to_vec();
    let taught: Files = files.paths().map(|path| (path.to_owned(), bytes(path))).collect();
    let checked = files_of(&taught, found);
    assert!(checked.passes(false), "{}", checked.faults);
    let house = |files: &Files| {
        let words = load::read_words(files, &[Lang::new("en").unwrap()], &Found::default());
        let words = words.into_values().next().unwrap();
        words.house.values.clone()
    };
    let (real, invented) = (house(&taught), house(&files));
    let keys = |values: &std::collections::BTreeMap<String, String>| {
        values.keys().filter(|key| !key.starts_with("facts.")).cloned().collect::<BTreeSet<String>>()
    };
    assert_eq!(keys(&real), keys(&invented), "the example has every key and no other");
    assert_ne!(real["exchange"], invented["exchange"]);
}

mod any_course {
    use proptest::prelude::*;

    use super::*;

    /// The files of the small course, in order.
    fn small() -> Vec<(String, Vec<u8>)> {
        let found = Found::default();
        let files = read_folder(Path::new("tests/courses/small"), &found).unwrap();
        files.paths().map(|p| (p.to_owned(), files.get(p).unwrap().to_vec())).collect()
    }

    /// What is done to one place of one file.
    fn damage() -> impl Strategy<Value = (usize, prop::sample::Index, usize, Vec<u8>)> {
        let token = prop::sample::select(vec![
            "\"",
            "\"\"\"",
            "[[",
            "]]",
            "{",
            "}",
            "{{",
            "+++\n",
            "```\n",
            "\u{0}",
            "\n## ",
            "[[questions]]\n",
            "= ",
            "-1",
            "é\u{301}",
            "\r",
            "> > > ",
            "|||\n|-|-|\n",
            "[^1]",
            "id = \"\"\n",
            "999999999999999999999",
            "\u{feff}",
        ]);
        let piece = prop_oneof![token.prop_map(|t| t.as_bytes().to_vec()), prop::collection::vec(any::<u8>(), 0..9)];
        (0..14_usize, any::<prop::sample::Index>(), 0..40_usize, piece)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn a_damaged_course_never_stops_the_check(damages in prop::collection::vec(damage(), 1..12)) {
            let mut files = small();
            for (file, at, cut, piece) in damages {
                let file = file % files.len();
                let bytes = &mut files[file].1;
                let at = at.index(bytes.len() + 1);
                let end = (at + cut).min(bytes.len());
                bytes.splice(at..end, piece);
            }
            let checked = files_of(&files.into_iter().collect(), Found::default());
            prop_assert!(!render::text::checked(&checked, false).is_empty());
            prop_assert!(render::json::checked(&checked).is_ok());
        }

        #[test]
        fn any_bytes_never_stop_the_check(bytes in prop::collection::vec(any::<u8>(), 0..600), file in 0..14_usize) {
            let mut files = small();
            let file = file % files.len();
            files[file].1 = bytes;
            let checked = files_of(&files.into_iter().collect(), Found::default());
            prop_assert!(!render::text::checked(&checked, true).is_empty());
        }
    }
}
