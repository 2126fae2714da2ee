//! The glossary in one language.
//!
//! Apart from the files it is read from because lessons ask it by words, whatever their letter case.

use std::collections::HashMap;

use crate::id::TermId;

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The id.
    pub id: TermId,
    /// The term.
    pub term: String,
    /// Other forms of it.
    pub also: Vec<String>,
    /// What it means, as Markdown.
    pub text: String,
}

/// All terms, in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    forms: HashMap<String, usize>,
}

impl Glossary {
    /// Gathers terms.
    pub fn new(terms: Vec<Term>) -> Self {
        let mut glossary = Self { terms: Vec::new(), forms: HashMap::new() };
        for (i, term) in terms.iter().enumerate() {
            let forms = term.also.iter().chain([&term.term]).map(String::as_str).chain([term.id.as_str()]);
            for form in forms {
                glossary.forms.entry(fold(form)).or_insert(i);
            }
        }
        glossary.terms = terms;
        glossary
    }

    /// Adds the forms of another language, so that both are found.
    pub(super) fn also_found_by(&mut self, other: &Self) {
        let here: HashMap<&TermId, usize> = self.terms.iter().enumerate().map(|(i, t)| (&t.id, i)).collect();
        for (form, i) in &other.forms {
            if let Some(here) = other.terms.get(*i).and_then(|t| here.get(&t.id)) {
                self.forms.entry(form.clone()).or_insert(*here);
            }
        }
    }

    /// Returns the terms, in the order of the file.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Finds a term by its id, its words or another form, whatever the letter case.
    pub fn find(&self, words: &str) -> Option<&Term> {
        self.terms.get(*self.forms.get(&fold(words))?)
    }
}

/// Returns the words as they are compared.
pub(super) fn fold(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(id: &str, name: &str, also: &[&str]) -> Term {
        let also = also.iter().map(|a| (*a).to_owned()).collect();
        Term { id: TermId::new(id).unwrap(), term: name.to_owned(), also, text: String::new() }
    }

    #[test]
    fn a_term_is_found_by_every_form_in_both_languages() {
        let own = Glossary::new(vec![term("dopesheet", "dope sheet", &["dopesheets"])]);
        let mut french = Glossary::new(vec![term("dopesheet", "fiche", &["fiche de tournage"])]);
        french.also_found_by(&own);
        for words in ["dopesheet", "Dope  Sheet", "DOPESHEETS", "Fiche", "fiche de\ntournage"] {
            assert!(french.find(words).is_some(), "{words}");
        }
        assert!(own.find("fiche").is_none());
    }
}
