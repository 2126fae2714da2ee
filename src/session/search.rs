//! Search across the whole course: titles, sections, glossary.
//!
//! Apart from search within a lesson, which knows rows: here a hit is a block of a section, found in the plain words
//! of the text, whatever their capitals and accents.

use super::Session;
use crate::course::markdown::{Block, PlainLabels, plain_lines};
use crate::course::{Lesson, LessonOutline};
use crate::id::{LessonId, SectionId, TermId};
use crate::text::one_line;
use crate::words::fold;

/// Hits beyond this are not listed.
const MOST_HITS: usize = 200;
/// Words of an excerpt before the hit, and in all.
const BEFORE: usize = 5;
const EXCERPT: usize = 14;

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// In a section of a lesson.
    Section {
        /// The lesson.
        lesson: LessonId,
        /// Its title.
        title: String,
        /// The section.
        section: SectionId,
        /// Its heading; empty for what stands before the first.
        heading: String,
        /// The block in the section, from 0.
        block: usize,
    },
    /// In the glossary.
    Term(TermId, String),
}

/// One hit, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub found: Found,
    /// The words around the first place.
    pub excerpt: String,
}

impl Session {
    /// Finds words in the glossary and in all lessons, in course order; lessons that cannot be opened are passed over.
    pub fn search(&self, words: &str) -> Vec<Hit> {
        let needle = fold(words.trim());
        if needle.is_empty() {
            return Vec::new();
        }
        let terms = self.terms_with(&needle);
        let lessons = self.course().outlines().iter().flat_map(|outline| self.lesson_hits(outline, &needle));
        terms.into_iter().chain(lessons).take(MOST_HITS).collect()
    }

    fn terms_with(&self, needle: &str) -> Vec<Hit> {
        let terms = self.course().glossary(self.lang()).terms().iter();
        let found = terms.filter(|t| fold(&t.term).contains(needle) || fold(&t.text).contains(needle));
        let hit = |t: &crate::course::Term| Hit {
            found: Found::Term(t.id.clone(), t.term.clone()),
            excerpt: excerpt(&t.text, needle),
        };
        found.map(hit).collect()
    }

    fn lesson_hits(&self, outline: &LessonOutline, needle: &str) -> Vec<Hit> {
        // A faulty lesson says so when it is opened; a search has nothing to find in it.
        let Ok(lesson) = self.course().lesson(&outline.id, self.lang()) else { return Vec::new() };
        let sections = 0..lesson.document.sections().len();
        sections.flat_map(|section| section_hits(&lesson, section, needle)).collect()
    }
}

fn section_hits(lesson: &Lesson, section: usize, needle: &str) -> Vec<Hit> {
    let blocks = lesson.document.blocks(section);
    let Some(outline) = lesson.document.sections().get(section) else { return Vec::new() };
    let hit = |(block, text): (usize, String)| Hit {
        found: Found::Section {
            lesson: lesson.id.clone(),
            title: lesson.title.clone(),
            section: outline.id.clone(),
            heading: lesson.document.title(section),
            block,
        },
        excerpt: excerpt(&text, needle),
    };
    let texts = blocks.iter().enumerate().map(|(i, block)| (i, words_of(block)));
    texts.filter(|(_, text)| fold(text).contains(needle)).map(hit).collect()
}

fn words_of(block: &Block) -> String {
    plain_lines(std::slice::from_ref(block), &PlainLabels::default()).join(" ")
}

/// Returns the words around the first hit, as one line.
fn excerpt(text: &str, needle: &str) -> String {
    let line = one_line(text);
    let words: Vec<&str> = line.split(' ').collect();
    let first = needle.split(' ').next().unwrap_or_default();
    let hit = words.iter().position(|word| fold(word).contains(first)).unwrap_or(0);
    let start = hit.saturating_sub(BEFORE);
    let shown = words.iter().skip(start).take(EXCERPT).copied().collect::<Vec<_>>().join(" ");
    let more = |is_more: bool| if is_more { "…" } else { "" };
    format!("{}{shown}{}", more(start > 0), more(start + EXCERPT < words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_the_words_around_the_hit() {
        let text = "One two three four five six seven eight\nnine ten Kolombé eleven twelve 13 14 15 16 17 18 19 20 21";
        assert_eq!(excerpt(text, "kolombe"), "…six seven eight nine ten Kolombé eleven twelve 13 14 15 16 17 18…");
        assert_eq!(excerpt("Kolombé", "kolombe"), "Kolombé");
        assert_eq!(excerpt("", "x"), "");
    }
}
