//! Glossary and house.

use std::collections::HashMap;

use super::values::{self, Unique};
use crate::course::glossary::{Glossary, Term, fold};
use crate::course::house::House;
use crate::course::raw::words as raw;
use crate::course::source::Source;
use crate::diagnostic::code;
use crate::id::TermId;

/// Checks a glossary in the course's own language.
pub fn glossary(source: &Source<'_>, raw: &[raw::Term]) -> Glossary {
    let mut unique = Unique::new("term");
    let mut forms: HashMap<String, TermId> = HashMap::new();
    let mut terms = Vec::new();
    for raw in raw {
        let Some(text) = &raw.id else { continue };
        let Some(id) = values::id(source, text, TermId::new) else { continue };
        unique.see(source, &id, text.span());
        distinct_forms(source, raw, &id, &mut forms);
        terms.push(term(raw, id));
    }
    Glossary::new(terms)
}

/// Takes a term as it is written.
pub fn term(raw: &raw::Term, id: TermId) -> Term {
    let also = raw.also.iter().map(|a| a.get_ref().clone()).collect();
    Term { id, term: values::words(raw.name.as_ref()), also, text: values::words(raw.text.as_ref()) }
}

fn distinct_forms(source: &Source<'_>, raw: &raw::Term, id: &TermId, forms: &mut HashMap<String, TermId>) {
    for form in raw.name.iter().chain(&raw.also) {
        let owner = forms.entry(fold(form.get_ref())).or_insert_with(|| id.clone());
        if owner != id {
            let message = format!("`{}` is already a form of the term `{owner}`", form.get_ref());
            source.error(
                code::AMBIGUOUS_TERM,
                form.span(),
                message,
                "a form leads to one term: take it from one of them",
            );
        }
    }
}

/// Takes a house as it is written.
pub fn house(raw: &raw::House) -> House {
    let values = raw.values.iter().map(|(path, text)| (path.clone(), text.get_ref().clone())).collect();
    House { values, stand_in: raw.stand_in }
}
