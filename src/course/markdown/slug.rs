//! An id made from the words of a heading.
//!
//! Apart because it must never change: progress refers to sections by these ids.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::id::SectionId;

const LONGEST: usize = 64;

/// Makes an id from words: accents dropped, lower case, everything else one `-`; none where nothing is left.
pub(super) fn slug(words: &str) -> Option<SectionId> {
    let mut id = String::new();
    if words.is_ascii() {
        words.chars().for_each(|c| add(&mut id, c));
    } else {
        words.nfd().filter(|c| !is_combining_mark(*c)).for_each(|c| add(&mut id, c));
    }
    id.truncate(LONGEST);
    SectionId::new(id.trim_end_matches('-')).ok()
}

fn add(id: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        id.push(c.to_ascii_lowercase());
    } else if !id.is_empty() && !id.ends_with('-') {
        id.push('-');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_and_digits() {
        let cases = [
            ("Five shots that always cut", Some("five-shots-that-always-cut")),
            ("Ce qu'est un angle…", Some("ce-qu-est-un-angle")),
            ("  Été 2026: **déjà**!", Some("ete-2026-deja")),
            ("新闻", None),
            ("", None),
        ];
        for (words, wanted) in cases {
            assert_eq!(slug(words).as_ref().map(SectionId::as_str), wanted, "{words}");
        }
        assert_eq!(slug(&"a".repeat(80)).unwrap().as_str().len(), 64);
    }
}
