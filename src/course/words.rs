//! Glossary and house of one language together: what a lesson's text refers to.
//!
//! Apart because texts, options and figures all resolve their references here.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::fields;
use super::glossary::Glossary;
use super::house::House;
use super::markdown::{Block, BlockKind, Document, References, visit_blocks};
use super::question::Question;
use super::raw;
use super::source::{Found, Source};
use super::translate;
use super::validate::question::{Place, slot};
use crate::id::{QuestionId, TermId};

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
        let (_, question) = read_question(&Source::new("", toml, &found));
        question.filter(|_| !found.has_errors())
    }
}

/// Reads the TOML of a question inside a lesson: as written, and as understood.
pub fn read_question(source: &Source<'_>) -> (raw::quiz::Question, Option<Question>) {
    let raw = fields::read(source, "the question", raw::quiz::Question::read);
    let question = slot(source, &raw, Place::Lesson).and_then(|slot| slot.questions.into_iter().next());
    (raw, question)
}

/// The questions inside a lesson, by id.
pub type InnerQuestions = HashMap<QuestionId, Question>;

/// Returns the questions inside a lesson.
pub fn inner_questions(blocks: &[Block]) -> InnerQuestions {
    let mut questions = HashMap::new();
    visit_blocks(blocks, &mut |block| {
        if let BlockKind::Question(question) = &block.kind {
            questions.insert(question.id.clone(), (**question).clone());
        }
    });
    questions
}

/// What the text of a translated lesson refers to: its questions hold words only, the rest is the original's.
#[derive(Debug)]
pub struct TranslatedWords {
    /// Glossary and house.
    pub words: Arc<Words>,
    /// The text that was translated.
    original: Arc<Document>,
    /// Its questions, once one is asked for.
    questions: OnceLock<InnerQuestions>,
}

impl TranslatedWords {
    /// Joins the words of a language with the text that was translated.
    pub fn new(words: Arc<Words>, original: Arc<Document>) -> Self {
        Self { words, original, questions: OnceLock::new() }
    }

    fn originals(&self) -> &InnerQuestions {
        self.questions.get_or_init(|| inner_questions(&self.original.all_blocks()))
    }
}

impl References for TranslatedWords {
    fn term(&self, words: &str) -> Option<TermId> {
        self.words.term(words)
    }

    fn house(&self, path: &str) -> Option<&str> {
        self.words.house(path)
    }

    fn question(&self, toml: &str) -> Option<Question> {
        let found = Found::default();
        let (_, question) = read_translated(&Source::new("", toml, &found), self.originals());
        question.filter(|_| !found.has_errors())
    }
}

/// Reads the TOML of a question inside a translated lesson; one that says its kind is a whole question, shown where the
/// original's section stands in for a missing one.
pub fn read_translated(source: &Source<'_>, originals: &InnerQuestions) -> (raw::quiz::Question, Option<Question>) {
    let raw = fields::read(source, "the question", raw::quiz::Question::read);
    if raw.kind.is_some() {
        let question = slot(source, &raw, Place::Lesson).and_then(|slot| slot.questions.into_iter().next());
        return (raw, question);
    }
    let Some(id) = &raw.id else { return (raw, None) };
    let original = QuestionId::new(id.get_ref()).ok().and_then(|id| originals.get(&id));
    let translated = original.map(|original| translate::question::inner(source, &raw, original));
    if translated.is_none() {
        translate::of_nothing(source, "question", id);
    }
    (raw, translated)
}
