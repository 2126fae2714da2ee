//! Glossary and house of one language together: what a lesson's text refers to.
//!
//! Apart because texts, options and figures all resolve their references here.

use super::fields;
use super::glossary::Glossary;
use super::house::House;
use super::markdown::References;
use super::question::Question;
use super::raw;
use super::source::{Found, Source};
use super::validate::question::{Place, slot};
use crate::id::TermId;

/// Glossary and house in one language.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The terms.
    pub glossary: Glossary,
    /// The values.
    pub house: House,
}

impl References for Words {
    fn term(&self, words: &str) -> Option<TermId> {
        self.glossary.find(words).map(|term| term.id.clone())
    }

    fn house(&self, path: &str) -> Option<&str> {
        self.house.get(path)
    }

    fn question(&self, toml: &str) -> Option<Question> {
        let found = Found::default();
        let question = read_question(&Source::new("", toml, &found));
        question.filter(|_| !found.has_errors())
    }
}

/// Reads the TOML of a question inside a lesson.
pub fn read_question(source: &Source<'_>) -> Option<Question> {
    let raw = fields::read(source, "the question", raw::quiz::Question::read);
    slot(source, &raw, Place::Lesson)?.questions.into_iter().next()
}
