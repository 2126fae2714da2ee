//! The glossary and the house: what their texts refer to, and terms that nobody uses.
//!
//! Apart because a term is used somewhere else than it is written.

use std::collections::HashSet;
use std::sync::Arc;

use super::markup;
use crate::course::fields;
use crate::course::files::Files;
use crate::course::load::{GLOSSARY, Loaded, LoadedLesson};
use crate::course::markdown::{Inline, visit_inlines};
use crate::course::raw::words::{Term, read_terms};
use crate::course::source::{Found, Source};
use crate::course::words::Words;
use crate::diagnostic::code;
use crate::id::TermId;

/// Checks the glossary in every language, and that each term is used by a lesson.
pub(super) fn check(loaded: &Loaded, files: &Files, found: &Found) {
    let own = loaded.manifest.as_ref().and_then(|m| m.languages.first());
    for (lang, words) in &loaded.words {
        let is_own = Some(lang) == own;
        let path = if is_own { format!("{GLOSSARY}.toml") } else { format!("{GLOSSARY}.{lang}.toml") };
        let Some(text) = files.get(&path).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { continue };
        let source = Source::new(&path, text, found);
        let terms = fields::read(&source, "the glossary", read_terms);
        texts(&source, &terms, words);
        if is_own {
            unused(&source, &terms, &used(loaded));
        }
    }
}

fn texts(source: &Source<'_>, terms: &[Term], words: &Arc<Words>) {
    for text in terms.iter().filter_map(|t| t.text.as_ref()) {
        markup::text(source, text, words);
    }
}

fn unused(source: &Source<'_>, terms: &[Term], used: &HashSet<TermId>) {
    for id in terms.iter().filter_map(|t| t.id.as_ref()) {
        if TermId::new(id.get_ref()).is_ok_and(|term| !used.contains(&term)) {
            let message = format!("no lesson uses the term `{}`", id.get_ref());
            source.warning(code::UNUSED_TERM, id.span(), message, "write it as `[[…]]` where it first matters");
        }
    }
}

fn used(loaded: &Loaded) -> HashSet<TermId> {
    let mut used = HashSet::new();
    for lesson in &loaded.lessons {
        terms_of(lesson, &mut used);
    }
    used
}

fn terms_of(lesson: &LoadedLesson, used: &mut HashSet<TermId>) {
    let mut take = |inline: &Inline| {
        if let Inline::Term(Some(id), _) = inline {
            used.insert(id.clone());
        }
    };
    visit_inlines(lesson.blocks(), &mut take);
    for note in 0..lesson.document.footnotes().len() {
        visit_inlines(&lesson.document.footnote(note), &mut take);
    }
}
