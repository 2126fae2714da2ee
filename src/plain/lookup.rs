//! Looking things up: the glossary, and search across the course.

use super::menu::back;
use super::{Entry, Plain, Step, pick};
use crate::course::Term;
use crate::session::search::{Found, Hit};

impl Plain<'_> {
    /// Lists the terms and says what a chosen one means.
    pub(super) fn glossary(&mut self) -> Step {
        let terms = self.session.course().glossary(self.session.lang()).terms().to_vec();
        self.blank()?;
        for (number, term) in (1..).zip(&terms) {
            self.lines.write(&format!("{number}. {}", term.term))?;
        }
        back(self.ask_term(&terms))
    }

    fn ask_term(&mut self, terms: &[Term]) -> Step {
        loop {
            let prompt = self.words.with("plain-ask-term", &[("max", terms.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => return self.glossary(),
                Entry::Text(text) => {
                    let course = std::sync::Arc::clone(self.session.course());
                    let by_words = || course.glossary(self.session.lang()).find(&text).cloned();
                    match pick(terms, &text).cloned().or_else(by_words) {
                        Some(term) => self.write_term(&term)?,
                        None => self.refuse_number(&text, terms.len())?,
                    }
                }
            }
        }
    }

    fn write_term(&mut self, term: &Term) -> Step {
        self.lines.write(&format!("{}:", term.term))?;
        self.write_markdown(&term.text)
    }

    /// Asks for words and lists where they stand; a chosen place is opened.
    pub(super) fn search(&mut self) -> Step {
        loop {
            self.blank()?;
            let prompt = self.words.get("plain-ask-search");
            match self.type_in(&prompt)? {
                Entry::Enter => return Ok(()),
                Entry::Again => {}
                Entry::Text(text) => {
                    let hits = self.session.search(&text);
                    self.write_hits(&hits)?;
                    if !hits.is_empty() {
                        back(self.ask_hit(&hits))?;
                    }
                }
            }
        }
    }

    fn write_hits(&mut self, hits: &[Hit]) -> Step {
        self.say_with("plain-hits", &[("count", hits.len().into())])?;
        for (number, hit) in (1..).zip(hits) {
            let place = match &hit.found {
                Found::Term(_, term) => term.clone(),
                Found::Section { title, heading, .. } if heading.is_empty() => title.clone(),
                Found::Section { title, heading, .. } => format!("{title}, {heading}"),
            };
            self.lines.write(&format!("{number}. {place}: {}", hit.excerpt))?;
        }
        Ok(())
    }

    fn ask_hit(&mut self, hits: &[Hit]) -> Step {
        loop {
            let prompt = self.words.with("plain-ask-hit", &[("max", hits.len().into())]);
            match self.choose(&prompt)? {
                Entry::Enter | Entry::Again => return Ok(()),
                Entry::Text(text) => match pick(hits, &text) {
                    Some(hit) => self.open_hit(hit)?,
                    None => self.refuse_number(&text, hits.len())?,
                },
            }
        }
    }

    fn open_hit(&mut self, hit: &Hit) -> Step {
        match &hit.found {
            Found::Section { lesson, section, .. } => self.read_lesson(lesson, Some(section)),
            Found::Term(id, _) => {
                let course = std::sync::Arc::clone(self.session.course());
                let term = course.glossary(self.session.lang()).terms().iter().find(|term| term.id == *id).cloned();
                term.map_or(Ok(()), |term| self.write_term(&term))
            }
        }
    }
}
