//! Control, direction and combining characters in every field that people read or write: names, stations, notes,
//! what is typed and pasted, every text of a course, file names, errors.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use rundown::session::Message;
use rundown::store::{Store, StoreError, Tag};
use rundown::tui::input::Input;

use crate::oracle::{Sink, assert_fit};
use crate::stage::Stage;
use crate::{courses, ways};

/// Texts that act on a terminal where they are not held back.
pub(crate) fn hostile() -> Vec<String> {
    let controls: String = (0..=0x9f_u8).map(char::from).filter(|c| c.is_control()).collect();
    let texts = [
        "\u{1b}[2J\u{1b}[31;1m\u{1b}]0;title\u{7}\u{1b}]8;;http://example.org\u{1b}\\x\u{1b}]8;;\u{1b}\\",
        "\u{1b}P1$r0m\u{1b}\\\u{1b}_apc\u{1b}\\\u{1b}^pm\u{1b}\\\u{1b}c\u{1b}",
        "\u{9b}2J\u{9d}0;title\u{9c}\u{90}q\u{9c}\u{85}\u{8d}",
        "\u{202e}evil\u{202a}\u{202b}\u{202c}\u{202d}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}",
        "&#27;[31m &#x202e;x &#155;2J &#0; &#7; &#x200f; &lrm; &#x9b;31m &#x2066;",
        "\u{feff}\u{200b}\u{ad}\u{e0041}\u{e007f}\u{fff9}a\u{fffb}\u{180e}\u{2028}\u{2029}",
        "<script>x</script> [a](javascript:b) ![z](http://example.org/z.png) {{house.x}} [[x]]",
        "x\r\ny\rz\tt",
    ];
    let tower = |mark: &str| format!("a{}", mark.repeat(60));
    let towers = [
        "\u{301}",
        "\u{301}\u{200d}",
        "\u{301}\u{1}",
        "\u{301}\u{200b}",
        "\u{fe0f}\u{301}",
        "\u{34f}\u{5b0}",
        "\u{e31}",
        "\u{1160}",
        "&#x301;",
    ];
    texts.iter().map(|text| (*text).to_owned()).chain(towers.map(tower)).chain([controls]).collect()
}

/// Keys that answer each question of the small course, and keys that hand the answer in.
const ANSWERS: [(&str, &str); 9] = [
    ("ha", "<enter>"),
    ("a", "<f10>"),
    ("a", "<enter>"),
    ("<down>", "<f10>"),
    ("12", "<f10>"),
    ("121", "<f10>"),
    ("75", "<enter>"),
    ("desk", "<enter>"),
    ("x", "<f10>"),
];

fn paste(stage: &mut Stage, text: &str) {
    stage.input(Input::Paste(text.to_owned()));
}

/// A learner with a spoilt name and station, on a spoilt course.
fn learner(store: &Arc<Store>, hostile: &str) -> Stage {
    let mut stage = Stage::with(store, &courses::spoilt(hostile), (80, 24));
    stage.keys("A");
    paste(&mut stage, hostile);
    stage.keys("<enter>L");
    paste(&mut stage, hostile);
    ways::look(&mut stage, hostile);
    stage.keys("<f10>");
    stage
}

#[test]
fn every_field_of_a_course_and_of_a_learner_is_only_text_on_every_screen() {
    for hostile in hostile() {
        let mut stage = learner(&Arc::new(Store::memory().unwrap()), &hostile);
        for keys in
            ["", "w", "<enter>", "p", "e", "<esc>", "<esc>", "g", "<end>", "<esc>", "<f8>", "<esc>", "?", "<esc>"]
        {
            stage.keys(keys);
            ways::look(&mut stage, &hostile);
        }
        for keys in ["<enter>", "n"] {
            stage.keys(keys);
        }
        paste(&mut stage, &hostile);
        for keys in ["", "<f10>", "<tab><enter>", "<esc>", "<end>", "<tab>", "o", "<esc>", "/"] {
            stage.keys(keys);
            ways::look(&mut stage, &hostile);
        }
        paste(&mut stage, &hostile);
        for keys in ["", "<enter>", "<esc><esc>", "n", "<esc>", "/zz", "<enter>", "<esc>"] {
            stage.keys(keys);
            ways::look(&mut stage, &hostile);
        }
        assert!(stage.text().contains("COURSE-TEST"), "{}", stage.text());
    }
}

#[test]
fn every_kind_of_question_and_its_result_is_only_text() {
    for hostile in hostile() {
        let mut stage = learner(&Arc::new(Store::memory().unwrap()), &hostile);
        stage.keys("z");
        for (answer, hand_in) in ANSWERS {
            for keys in ["", answer, hand_in] {
                stage.keys(keys);
                ways::look(&mut stage, &hostile);
            }
            stage.keys("<enter>");
        }
        assert!(stage.text().contains("RESULT"), "{}", stage.text());
        ways::look(&mut stage, &hostile);
    }
}

#[test]
fn what_is_typed_into_a_question_is_only_text() {
    for hostile in hostile() {
        let mut stage = learner(&Arc::new(Store::memory().unwrap()), &hostile);
        stage.keys("z");
        for (answer, hand_in) in ANSWERS.iter().take(6) {
            stage.keys(answer).keys(hand_in).keys("<enter>");
        }
        for _ in 0..2 {
            paste(&mut stage, &hostile);
            ways::look(&mut stage, &hostile);
            stage.keys("7<enter>");
            ways::look(&mut stage, &hostile);
            stage.keys("<enter>");
        }
    }
}

#[test]
fn what_the_system_says_is_only_text() {
    for hostile in hostile() {
        let mut stage = learner(&Arc::new(Store::memory().unwrap()), &hostile);
        for result in [Ok(hostile.clone()), Err(hostile.clone())] {
            assert!(stage.app.receive(Message::Delivered(Tag(1), result)).is_empty());
            ways::look(&mut stage, &hostile);
        }
        stage.app.say(hostile.clone());
        ways::look(&mut stage, &hostile);
        stage.app.never_saves(StoreError::Full(hostile.clone().into()));
        ways::look(&mut stage, &hostile);
        stage.broken = Some(StoreError::Damaged { path: hostile.clone().into(), reason: hostile.clone() });
        stage.keys("w");
        ways::look(&mut stage, &hostile);
    }
}

/// Goes everywhere: lesson, glossary, search, progress, and every kind of question.
const EVERYWHERE: &str =
    "1\n1\n\n\n\n1\n\n\nh\n1\n1 2\n1\n1 2 3 4\n1 2\n1 1 2\n75\nx\n1\n\ng\n1\nx\n\ns\nangle\n1\nq\n\np\n1\n\nxyz\nq\n";

#[test]
fn every_field_is_only_text_in_plain_mode() {
    for hostile in hostile() {
        let store = Store::memory().unwrap();
        let flat = hostile.replace('\n', " ");
        let script = format!("A{flat}\nL{flat}\n1\n{flat}\n{EVERYWHERE}").replace("xyz", &flat);
        let written = ways::lines(&store, &courses::spoilt(&hostile), &script);
        assert_fit(&written, Sink::Lines, &hostile);
        assert!(String::from_utf8(written).unwrap().matches("zzz").count() > 20);
    }
}

fn run(home: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rundown")).env("RUNDOWN_HOME", home).args(args).output().unwrap()
}

fn assert_output_is_fit(output: &Output, of: &str) {
    assert_fit(&output.stdout, Sink::Lines, of);
    assert_fit(&output.stderr, Sink::Lines, of);
}

/// Texts that the system takes in a name and an argument.
fn nameable() -> impl Iterator<Item = String> {
    hostile().into_iter().map(|text| text.replace(['\0', '/'], "").chars().take(60).collect())
}

#[test]
fn names_of_files_and_arguments_are_only_text_in_what_commands_say() {
    for hostile in nameable() {
        let folder = tempfile::tempdir().unwrap();
        let spoilt = folder.path().join(&hostile);
        std::fs::create_dir_all(spoilt.join("lessons").join(&hostile)).unwrap();
        std::fs::write(spoilt.join("lessons/course.toml"), format!("{hostile} = \"\nid = \"{hostile}\"\n")).unwrap();
        std::fs::write(spoilt.join("lessons").join(&hostile).join(format!("{hostile}.md")), &hostile).unwrap();
        let (home, path) = (folder.path().join("home"), spoilt.to_str().unwrap());
        for args in [
            &["check", path][..],
            &["check", "--format", "json", path],
            &["--course", path, "report"],
            &["--plain", "--course", path],
            &["--home", &format!("{path}/lessons/course.toml"), "--plain"],
            &["--lang", &hostile, "--plain"],
            &["report", "--format", &hostile],
            &["report", "--learner", &hostile],
            &[&hostile],
        ] {
            assert_output_is_fit(&run(&home, args), &format!("{args:?}"));
        }
    }
}

#[test]
fn names_of_learners_are_only_text_in_what_commands_say() {
    for hostile in nameable() {
        let home = tempfile::tempdir().unwrap();
        let name = format!("A{hostile}");
        let added = run(home.path(), &["learner", "add", "--name", &name, "--member", &name, "--lang", "en"]);
        assert!(added.status.success(), "{added:?}");
        assert_output_is_fit(&added, &hostile);
        for args in [&["learner", "list"][..], &["learner", "show", &name], &["report"], &["report", "--format", "md"]]
        {
            assert_output_is_fit(&run(home.path(), args), &hostile);
        }
    }
}
