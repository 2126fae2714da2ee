//! The examples of the `CommonMark` specification, on the screen at five sizes and in plain mode.
//!
//! They are not in this repository, because their licence binds; the parser's own package carries them among its
//! tests, and this reads them from where cargo unpacked it.

use std::path::PathBuf;
use std::process::Command;

use crate::{courses, ways};

/// How many examples version 0.31 of the specification has.
const EXAMPLES: usize = 652;

/// The folder of the parser's package.
fn package() -> PathBuf {
    let asked = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let ours = packages.iter().find(|package| package["name"] == "pulldown-cmark").unwrap();
    PathBuf::from(ours["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned()
}

/// The Markdown of every example in the parser's tests: those of the specification first, then those of its
/// extensions and of what once went wrong.
pub(crate) fn examples() -> Vec<String> {
    let suite = package().join("tests/suite");
    let mut files = vec![suite.join("spec.rs")];
    for name in ["regression", "gfm_table", "gfm_strikethrough", "gfm_tasklist", "footnotes", "definition_lists"] {
        files.push(suite.join(format!("{name}.rs")));
    }
    files.iter().flat_map(|file| originals(&std::fs::read_to_string(file).unwrap())).collect()
}

/// What stands between `let original = r##"` and `"##`.
fn originals(source: &str) -> Vec<String> {
    let after = source.split("let original = r##\"").skip(1);
    after.map(|text| text.split("\"##").next().unwrap().to_owned()).collect()
}

#[test]
fn the_examples_of_the_specification_reach_the_screen_and_the_lines_as_text() {
    let all = examples();
    assert!(all.len() > EXAMPLES, "{}", all.len());
    let mut refused = 0;
    for example in &all {
        match courses::of_lesson(example) {
            Ok(course) => ways::read(&course, example),
            Err(why) => {
                refused += 1;
                ways::complain(&why, example);
            }
        }
    }
    assert!(refused * 5 < all.len(), "{refused} of {} are no lesson", all.len());
}
