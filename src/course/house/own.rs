//! A house of one's own: what a trainer says in place of the invented exchange of the course.
//!
//! Apart from the house of a course because it comes from elsewhere, by a form or in an invitation. It says only what it
//! says: whatever it leaves out stays as the course has it, so that no lesson can miss a value. Whether it says nothing
//! hostile is looked at where it comes in.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::House;
use crate::course::error::Faults;
use crate::course::files::Files;
use crate::course::library::Course;
use crate::course::source::{Found, Source};
use crate::course::words::Words;
use crate::course::{fields, raw};
use crate::diagnostic::code;
use crate::id::{BadId, Lang};

/// Values by path, such as `desk.contact`.
pub type Values = BTreeMap<String, String>;

/// What a trainer says instead of the course.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnHouse {
    /// What is said in every language; where it is what the course says, the course's translations of it stay.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: Values,
    /// What is said in one language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub languages: BTreeMap<Lang, Values>,
}

/// Says what is wrong with a text at a path.
pub type Check<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

impl OwnHouse {
    /// Reads `house.toml` and its translations; every fault is found, those of a value by `check`.
    pub fn read(files: &Files, check: Check<'_>) -> Result<Self, Faults> {
        let found = Found::default();
        let mut own = Self::default();
        for path in files.paths() {
            let Ok(lang) = language_of(path) else { continue };
            let Some(text) = files.text(path, &found) else { continue };
            let values = values(&Source::new(path, &text, &found), check);
            match lang {
                None => own.values = values,
                Some(lang) => drop(own.languages.insert(lang, values)),
            }
        }
        if found.has_errors() { Err(Faults::new(found.into_sorted(), files)) } else { Ok(own) }
    }

    /// Returns whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.languages.values().all(BTreeMap::is_empty)
    }

    /// Leaves out what a course says in the same words.
    #[must_use]
    pub fn beside(mut self, course: &Course) -> Self {
        let says = |lang: &Lang, path: &str, text: &str| course.house(lang).get(path) == Some(text);
        let own = course.manifest().languages.first();
        self.values.retain(|path, text| !own.is_some_and(|own| says(own, path, text)));
        let everywhere = &self.values;
        for (lang, values) in &mut self.languages {
            // Where all languages are told otherwise, one of them may keep the course's words.
            values.retain(|path, text| everywhere.contains_key(path) || !says(lang, path, text));
        }
        self.languages.retain(|_, values| !values.is_empty());
        self
    }

    /// Puts it in the place of what a course says; `own` is the course's own language.
    pub fn apply(&self, course: &mut BTreeMap<Lang, Arc<Words>>, own: &Lang) {
        let own_words = course.get(own).map(Arc::clone).unwrap_or_default();
        let differs = |(path, text): &(&String, &String)| own_words.house.get(path) != Some(text.as_str());
        let everywhere: Vec<_> = self.values.iter().filter(differs).collect();
        for (lang, words) in course {
            let here = self.languages.get(lang).into_iter().flatten();
            let house: &mut House = &mut Arc::make_mut(words).house;
            house
                .values
                .extend(everywhere.iter().copied().chain(here).map(|(path, text)| (path.clone(), text.clone())));
            house.stand_in = false;
        }
    }
}

/// Reads the values of one file.
fn values(source: &Source<'_>, check: Check<'_>) -> Values {
    let read = fields::read(source, "the house", raw::words::read_house);
    for (path, text) in &read.values {
        if let Some(why) = check(path, text.get_ref()) {
            source.error(code::BAD_VALUE, text.span(), format!("`{path}`: {why}"), "write another");
        }
    }
    read.values.into_iter().map(|(path, text)| (path, text.into_inner())).collect()
}

/// Returns the language of a file of a house: none for the one that is said in all.
fn language_of(path: &str) -> Result<Option<Lang>, BadId> {
    let name = path.strip_suffix(".toml").unwrap_or(path);
    name.split_once('.').map(|(_, lang)| Lang::new(lang)).transpose()
}
