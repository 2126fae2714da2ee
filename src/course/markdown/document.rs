//! A lesson's text, cut into sections and chunks and parsed when asked for.
//!
//! Apart from what is drawn of it: it keeps the source, the cuts, and what every chunk needs to know of the others
//! (link targets, footnotes), and nothing else, so that a lesson of 1 MB takes 1 MB.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::block::{Block, BlockKind};
use super::fault::{Fault, FaultKind};
use super::finish::split_id;
use super::footnotes::{Footnote, Footnotes};
use super::links::Links;
use super::parse::{Context, Parsed, count, parse};
use super::plain::plain_inlines;
use super::references::References;
use super::scan::{Cut, scan};
use super::slug::slug;
use crate::course::hash::ContentHash;
use crate::course::shared_text::SharedText;
use crate::id::SectionId;

/// Four words of English or French with their blanks and marks, in the mean of the built-in course.
const BYTES_OF_FOUR_WORDS: usize = 25;

/// A lesson's text.
pub struct Document {
    source: SharedText,
    sections: Vec<Section>,
    links: Links,
    footnotes: Footnotes,
    references: Arc<dyn References>,
    /// What the scan found wrong.
    faults: Vec<Fault>,
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("sections", &self.sections).finish_non_exhaustive()
    }
}

/// One `##` section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The id.
    pub id: SectionId,
    /// Ids it had before.
    pub was: Vec<SectionId>,
    /// The bytes of its heading's line; empty for `start`.
    pub heading: Range<usize>,
    /// The bytes of the source it takes, heading included.
    pub span: Range<usize>,
    /// The pieces it is parsed in, in order; they touch.
    pub chunks: Vec<Range<usize>>,
    /// What no learner reads: fences and trainer's notes.
    asides: Vec<Range<usize>>,
}

impl Document {
    /// Cuts a source whose text begins at `body`, after the front matter. All spans count from the start of the source.
    pub fn parse(source: impl Into<SharedText>, body: usize, references: Arc<dyn References>) -> Self {
        let source = source.into();
        let found = scan(&source, body);
        let mut document = Self {
            links: Links::gather(&source),
            footnotes: Footnotes::gather(&source, body),
            source,
            sections: Vec::with_capacity(found.sections.len()),
            references,
            faults: Vec::new(),
        };
        document.faults.extend(found.open_fence.map(|span| Fault { kind: FaultKind::OpenFence, span }));
        document.faults.extend(found.one_too_many.map(|span| Fault { kind: FaultKind::TooManySections, span }));
        document.name_sections(found.sections);
        document
    }

    fn name_sections(&mut self, cuts: Vec<Cut>) {
        let mut taken = HashSet::new();
        for cut in cuts {
            let span = cut.heading.start..cut.chunks.last().map_or(cut.heading.end, |chunk| chunk.end);
            let id = self.name(&cut.heading, &mut taken);
            let Cut { heading, chunks, asides } = cut;
            self.sections.push(Section { id, was: Vec::new(), heading, span, chunks, asides });
        }
    }

    /// Finds a section's id; one that is taken gets a number.
    fn name(&mut self, heading: &Range<usize>, taken: &mut HashSet<SectionId>) -> SectionId {
        if heading.is_empty() {
            taken.insert(SectionId::start());
            return SectionId::start();
        }
        let (words, written) = split_id(heading_words(&self.source, heading));
        let written = written.map(|id| SectionId::new(id).map_err(|_| id.to_owned()));
        let slug = || slug(words).filter(|_| is_slug_safe(words)).or_else(|| slug(&self.heading_title(heading)));
        let wanted = written.clone().and_then(Result::ok).or_else(slug);
        if let Some(Err(bad)) = written {
            self.faults.push(Fault { kind: FaultKind::BadSectionId(bad), span: heading.clone() });
        }
        let id = wanted.clone().filter(|id| !taken.contains(id));
        if let (None, Some(double)) = (&id, wanted.clone()) {
            self.faults.push(Fault { kind: FaultKind::DoubleSection(double), span: heading.clone() });
        }
        let id = id.unwrap_or_else(|| free_id(wanted.as_ref(), taken));
        taken.insert(id.clone());
        id
    }

    /// Returns a heading's words; it is parsed only where it may hold markup, because outlines ask for many.
    fn heading_title(&self, heading: &Range<usize>) -> String {
        let (words, _) = split_id(heading_words(&self.source, heading));
        let is_plain =
            |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '?' | ';' | ':' | '-' | '\'' | '’');
        if words.chars().all(is_plain) {
            return words.to_owned();
        }
        match parse(&self.context(), heading.clone()).blocks.into_iter().next() {
            Some(Block { kind: BlockKind::Heading(_, inlines), .. }) => plain_inlines(&inlines),
            _ => heading_words(&self.source, heading).to_owned(),
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            source: &self.source,
            links: &self.links,
            footnotes: &self.footnotes,
            references: self.references.as_ref(),
        }
    }

    /// Returns the whole source, front matter included.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns the sections, in order; the first is `start`.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Returns a section's heading without markup; empty for `start`.
    pub fn title(&self, section: usize) -> String {
        let heading = self.sections.get(section).map(|section| &section.heading).filter(|heading| !heading.is_empty());
        heading.map(|heading| self.heading_title(heading)).unwrap_or_default()
    }

    /// Gives a section the ids it had before.
    pub fn set_was(&mut self, id: &SectionId, was: Vec<SectionId>) -> bool {
        let section = self.sections.iter_mut().find(|section| section.id == *id);
        section.map(|section| section.was = was).is_some()
    }

    /// Finds a section by its id, or by one it had before.
    pub fn find(&self, id: &SectionId) -> Option<usize> {
        let by_id = self.sections.iter().position(|section| section.id == *id);
        by_id.or_else(|| self.sections.iter().position(|section| section.was.contains(id)))
    }

    /// Returns about how many words of a section there are to read, told from its bytes: an index only weighs sections
    /// against each other, and must not read a course to be opened.
    pub fn words(&self, section: usize) -> usize {
        let Some(section) = self.sections.get(section) else { return 0 };
        let bytes = section.span.len().saturating_sub(section.asides.iter().map(Range::len).sum());
        bytes * 4 / BYTES_OF_FOUR_WORDS
    }

    /// Returns the hash of a section's source, which translations name; line ends and blanks at the end do not count.
    pub fn hash(&self, section: usize) -> Option<ContentHash> {
        let span = self.sections.get(section)?.span.clone();
        Some(ContentHash::of(self.source.get(span)?.trim_end().lines().map(str::trim_end)))
    }

    /// Parses a whole section.
    pub fn blocks(&self, section: usize) -> Vec<Block> {
        let chunks = self.sections.get(section).map(|section| section.chunks.clone()).unwrap_or_default();
        chunks.into_iter().flat_map(|chunk| self.chunk(chunk)).collect()
    }

    /// Parses everything.
    pub fn all_blocks(&self) -> Vec<Block> {
        (0..self.sections.len()).flat_map(|section| self.blocks(section)).collect()
    }

    /// Parses one chunk of a section.
    pub fn chunk(&self, chunk: Range<usize>) -> Vec<Block> {
        parse(&self.context(), chunk).blocks
    }

    /// Counts the blocks of a chunk, for less than it costs to parse it.
    pub fn count_blocks(&self, chunk: Range<usize>) -> usize {
        count(&self.context(), chunk)
    }

    /// Returns the footnotes, in the order of their numbers; those that nothing refers to stand last.
    pub fn footnotes(&self) -> &[Footnote] {
        &self.footnotes.all
    }

    /// Returns the numbers (from 0) of the footnotes that are first referred to in a section.
    pub fn footnotes_of(&self, section: usize) -> Vec<usize> {
        let Some(span) = self.sections.get(section).map(|section| &section.span) else { return Vec::new() };
        let here = |note: &Footnote| note.first_use.is_some_and(|at| span.contains(&at));
        self.footnotes.all.iter().enumerate().filter(|(_, note)| here(note)).map(|(i, _)| i).collect()
    }

    /// Parses the text of a footnote.
    pub fn footnote(&self, place: usize) -> Vec<Block> {
        let Some(note) = self.footnotes.all.get(place) else { return Vec::new() };
        parse(&self.context(), note.span.clone()).footnotes.into_iter().next().unwrap_or_default()
    }

    /// Parses everything and returns every fault, in order.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = self.faults.clone();
        for chunk in self.sections.iter().flat_map(|section| &section.chunks) {
            let Parsed { faults: found, .. } = parse(&self.context(), chunk.clone());
            faults.extend(found);
        }
        let unused = self.footnotes.all.iter().filter(|note| note.first_use.is_none());
        let unused = unused.map(|n| Fault { kind: FaultKind::UnusedFootnote(n.label.clone()), span: n.span.clone() });
        let unknown = self.footnotes.unknown.iter().cloned();
        let unknown = unknown.map(|(label, span)| Fault { kind: FaultKind::UnknownFootnote(label), span });
        faults.extend(unused.chain(unknown));
        faults.sort_by_key(|fault| fault.span.start);
        faults
    }
}

/// The words of a heading's line, markup and id included.
fn heading_words<'a>(source: &'a str, heading: &Range<usize>) -> &'a str {
    let line = source.get(heading.clone()).unwrap_or_default();
    line.trim().trim_start_matches('#').trim().trim_end_matches('#').trim_end()
}

/// Whether a heading's markup leaves no trace in an id, so that it need not be parsed for it.
fn is_slug_safe(words: &str) -> bool {
    !words.contains(['[', '{', '<', '&', '!', '\\'])
}

fn free_id(wanted: Option<&SectionId>, taken: &HashSet<SectionId>) -> SectionId {
    let stem: String = wanted.map_or("section", SectionId::as_str).chars().take(50).collect();
    let numbered = (taken.len()..).filter_map(|n| SectionId::new(&format!("{stem}-{n}")).ok());
    numbered.into_iter().find(|id| !taken.contains(id)).unwrap_or_else(SectionId::start)
}
