//! What a trainer's own house may say, and the files in which it lies.
//!
//! Apart from the house of a course because this one comes from elsewhere, by a form or in an invitation, and is looked
//! at harder: only texts, only so many and so long, on one line. Nothing of it is executed.

use crate::course::error::Faults;
use crate::course::files::Files;
use crate::course::house::own::Values;
use crate::course::load::FACTS;
use crate::course::{House, OwnHouse};
use crate::id::Lang;
use crate::pattern::Pattern;
use crate::text::one_line;

/// The most letters of a value, and of a path.
pub const LONG: usize = 2_000;
const LONG_PATH: usize = 60;
/// The most values in one language, languages, words in a list, and bytes of a word.
const MOST: usize = 300;
const MOST_LANGUAGES: usize = 10;
const MOST_WORDS: usize = 200;
const LONG_WORD: usize = 200;
/// Where lists of words stand, the codes, and which of them ask for a note.
const LISTS: &str = "words.";
const CODES: &str = "codes.";
const NOTES: &str = "desk.notes";
/// How the file is called without its ending, in the folder where it lies.
pub const FILE: &str = "house";

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadValue {
    /// The path is none.
    #[error("no value can have this name")]
    Path,
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is too long.
    #[error("it has over {LONG} letters")]
    TooLong,
    /// It has several lines, or signs that act on a screen.
    #[error("it has more than one line, or signs that no text has")]
    Unclean,
    /// A word of a list can be looked for in no text.
    #[error("`{0}` is no word that can be looked for")]
    Word(String),
    /// A list has too many words.
    #[error("it has over {MOST_WORDS} words")]
    TooManyWords,
    /// There is no such code.
    #[error("there is no code `{0}`")]
    Code(String),
}

/// Why a house cannot be used: which value, in which language, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadHouse {
    /// Too much of it.
    #[error("the house has more values or languages than a house may have")]
    TooMuch,
    /// One value.
    #[error("house `{path}`: {why}")]
    Value {
        /// Which.
        path: String,
        /// In which language; none where it is said in all.
        lang: Option<Lang>,
        /// Why.
        why: BadValue,
    },
}

/// Reads `house.toml` and its translations, such as `house.fr.toml`; every fault is found, as in a course.
pub fn read(files: &Files) -> Result<OwnHouse, Faults> {
    OwnHouse::read(files, &|path, text| check_value(path, text).err().map(|why| why.to_string()))
}

/// Refuses what no form writes.
pub fn check(own: &OwnHouse) -> Result<(), BadHouse> {
    let all = || std::iter::once((None, &own.values)).chain(own.languages.iter().map(|(l, v)| (Some(l), v)));
    if own.languages.len() > MOST_LANGUAGES || all().any(|(_, values)| values.len() > MOST) {
        return Err(BadHouse::TooMuch);
    }
    for (lang, values) in all() {
        for (path, text) in values {
            check_value(path, text).map_err(|why| BadHouse::Value {
                path: one_line(path).chars().take(LONG_PATH).collect(),
                lang: lang.cloned(),
                why,
            })?;
        }
    }
    Ok(())
}

/// Writes the files of it: `house.toml` and one for each language that says more.
pub fn files(own: &OwnHouse) -> Vec<(String, String)> {
    let first = (format!("{FILE}.toml"), format!("stand_in = false\n{}", to_toml(&own.values)));
    let others = own.languages.iter().map(|(lang, values)| (format!("{FILE}.{lang}.toml"), to_toml(values)));
    std::iter::once(first).chain(others).collect()
}

/// Says whether a text can be the value at a path.
pub fn check_value(path: &str, text: &str) -> Result<(), BadValue> {
    if !is_path(path) {
        return Err(BadValue::Path);
    }
    if text.is_empty() {
        return Err(BadValue::Empty);
    }
    if text.chars().count() > LONG {
        return Err(BadValue::TooLong);
    }
    if one_line(text) != text {
        return Err(BadValue::Unclean);
    }
    if path.starts_with(LISTS) { words(text) } else { Ok(()) }
}

/// Says which of the codes that ask for a note there is not.
pub fn check_notes(path: &str, text: &str, house: &House) -> Result<(), BadValue> {
    if path != NOTES {
        return Ok(());
    }
    let is_unknown = |name: &&str| !house.values.contains_key(&format!("{CODES}{}", name.to_lowercase()));
    let mut named = text.split(',').map(str::trim).filter(|name| !name.is_empty());
    named.find(is_unknown).map_or(Ok(()), |name| Err(BadValue::Code(name.to_owned())))
}

fn words(list: &str) -> Result<(), BadValue> {
    let words: Vec<&str> = list.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Err(BadValue::Empty);
    }
    if words.len() > MOST_WORDS {
        return Err(BadValue::TooManyWords);
    }
    let is_bad = |word: &&&str| word.len() > LONG_WORD || Pattern::parse(word).is_err();
    words.iter().find(is_bad).map_or(Ok(()), |word| Err(BadValue::Word((*word).to_owned())))
}

/// Returns whether it is a path as `house.toml` has them: names of small letters, digits and hyphens, dots between them.
fn is_path(path: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
    };
    let facts = FACTS.rsplit('/').next();
    path.len() <= LONG_PATH
        && path.split('.').count() <= 3
        && path.split('.').all(is_name)
        && path.split('.').next() != facts
}

/// Writes values as TOML. A text of TOML is written as one of JSON: what differs between them is no text of a house.
fn to_toml(values: &Values) -> String {
    let line = |(path, text): (&String, &String)| [path.clone(), " = ".to_owned(), json(text), "\n".to_owned()];
    values.iter().flat_map(line).collect()
}

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests;
