//! Translations as overlays: words from one file over the shape of another.
//!
//! Apart because keys, scores and order exist once, in the original, and nothing of a translation may touch them. What
//! is not translated stays in the course's own language. Each entry names the hash of the original it was made from.

pub mod question;
pub mod titles;

use std::ops::Range;

use super::fields::Text;
use super::hash::ContentHash;
use super::source::Source;
use crate::diagnostic::code;

/// Compares the hash that an entry was made from with the original's, and reports a missing or stale one.
pub fn stamp(source: &Source<'_>, span: &Range<usize>, of: Option<&Text>, original: ContentHash) {
    match of.filter(|of| !of.get_ref().is_empty()) {
        None => {
            let at = of.map_or(span.clone(), Text::span);
            let message = "this translation does not say which original it was made from";
            let hint = format!("compare it with the original, then write `of = \"{original}\"`");
            source.warning(code::TRANSLATION_UNSTAMPED, at, message, hint);
        }
        Some(of) if *of.get_ref() != original.to_string() => {
            let message = "the original has changed since this was translated";
            let hint = format!("translate it anew, then write `of = \"{original}\"`");
            source.warning(code::TRANSLATION_STALE, of.span(), message, hint);
        }
        Some(_) => {}
    }
}

/// Puts a translated text over an original; where there is none, that is reported.
pub fn put(source: &Source<'_>, span: &Range<usize>, name: &str, into: &mut String, text: Option<&Text>) {
    match text.filter(|t| !t.get_ref().is_empty()) {
        Some(text) => into.clone_from(text.get_ref()),
        None if into.is_empty() => {}
        None => {
            let message = format!("`{name}` is not translated");
            source.warning(
                code::TRANSLATION_MISSING,
                span.clone(),
                message,
                "learners see the course's own language here",
            );
        }
    }
}

/// Reports an entry whose original does not exist.
pub fn of_nothing(source: &Source<'_>, what: &str, id: &Text) {
    let message = format!("the original has no {what} `{}`", id.get_ref());
    source.error(
        code::TRANSLATION_OF_NOTHING,
        id.span(),
        message,
        "take the entry away, or write the id as the original does",
    );
}

/// Reports an original without an entry.
pub fn untranslated(source: &Source<'_>, what: &str, id: impl std::fmt::Display) {
    let message = format!("the {what} `{id}` is not translated");
    let at = source.base..source.base;
    source.warning(code::TRANSLATION_MISSING, at, message, "learners see the course's own language here");
}
