//! The message catalogue held against the code: no key missing, none unused, no argument forgotten, in either language.
//!
//! Apart from the catalogue because it reads our sources, which nothing in the program does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;

/// Every key with the names of its arguments.
fn catalogue(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '\t', '}'])) {
            current = key.to_owned();
            assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{current} is written twice");
        }
        for piece in line.split('$').skip(1) {
            let name = piece.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap().to_owned();
            keys.get_mut(&current).unwrap().insert(name);
        }
    }
    keys
}

fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "toml") && !path.ends_with("words/tests.rs") {
            into.push(std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn all_sources() -> Vec<String> {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    texts
}

/// The keys named in calls such as `words.get("key")`, however the formatter broke the line.
fn keys_called(text: &str) -> Vec<String> {
    let joined: String = text.split_whitespace().collect();
    let mut keys = Vec::new();
    for call in ["words.get(\"", "words.with(\"", "words().get(\"", "words().with(\""] {
        keys.extend(joined.split(call).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    keys
}

#[test]
fn both_languages_parse_without_a_fault() {
    for text in [ENGLISH, FRENCH] {
        let faults = FluentResource::try_new(text.to_owned()).err().map(|(_, faults)| faults);
        assert_eq!(faults, None);
    }
}

#[test]
fn no_key_and_no_argument_is_missing_in_either_language() {
    assert_eq!(catalogue(ENGLISH), catalogue(FRENCH));
}

#[test]
fn every_key_that_the_code_names_is_in_the_catalogue() {
    let keys = catalogue(ENGLISH);
    let called: BTreeSet<String> = all_sources().iter().flat_map(|text| keys_called(text)).collect();
    let missing: Vec<_> = called.iter().filter(|key| !keys.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
}

#[test]
fn every_key_of_the_catalogue_is_used() {
    let texts = all_sources();
    let quoted = |key: &str| format!("\"{key}\"");
    let unused: Vec<_> =
        catalogue(ENGLISH).into_keys().filter(|key| !texts.iter().any(|text| text.contains(&quoted(key)))).collect();
    assert!(unused.is_empty(), "in the catalogue and nowhere used: {unused:?}");
}

#[test]
fn a_missing_key_shows_itself() {
    let words = Words::new(&Lang::new("fr").unwrap());
    assert_eq!(words.get("no-such-key"), "⟨no-such-key⟩");
}

#[test]
fn an_unknown_language_speaks_english() {
    assert_eq!(Words::new(&Lang::new("sw").unwrap()).code(), "en");
}

#[test]
fn plurals_and_arguments_follow_the_language_without_isolating_marks() {
    let text = "left = { $n ->\n    [one] { $n } minute\n   *[other] { $n } minutes\n }\n";
    let say = |code, n: i64| Catalogue::open(code, text).say("left", &FluentArgs::from_iter([("n", n)])).unwrap();
    assert_eq!([say("en", 0), say("en", 1), say("en", 9)], ["0 minutes", "1 minute", "9 minutes"]);
    assert_eq!([say("fr", 0), say("fr", 1), say("fr", 9)], ["0 minute", "1 minute", "9 minutes"]);
}

#[test]
fn the_language_key_goes_round() {
    assert_eq!(next_language("en"), "fr");
    assert_eq!(next_language("fr"), "en");
    assert_eq!(next_language("xx"), "fr");
    assert_eq!(language_name("fr"), "Français");
}

#[test]
fn each_message_is_read_by_itself_as_it_is_read_in_the_whole_file() {
    for (code, text) in [("en", ENGLISH), ("fr", FRENCH)] {
        let whole = FluentResource::try_new(text.to_owned()).unwrap();
        let keys = catalogue(text);
        assert_eq!(
            whole.entries().filter(|entry| matches!(entry, fluent_syntax::ast::Entry::Message(_))).count(),
            keys.len()
        );
        let alone = Catalogue::open(code, text);
        for (key, names) in keys {
            let args: FluentArgs<'_> = names.iter().map(|name| (name.as_str(), Value::from(3))).collect();
            assert!(alone.say(&key, &args).is_some(), "{key}");
        }
    }
}
