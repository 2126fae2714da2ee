//! Footnotes of the whole lesson: where their texts are, and in which order they are referred to.
//!
//! Apart from parsing because a chunk is parsed without the others, and because a footnote's number is its place among
//! all of them.

use std::collections::HashMap;
use std::ops::Range;

/// One footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The label, as written.
    pub label: String,
    /// The bytes of its definition, label included.
    pub span: Range<usize>,
    /// Where it is first referred to; none where nothing refers to it.
    pub first_use: Option<usize>,
}

/// All footnotes, in the order they are first referred to.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    pub(super) all: Vec<Footnote>,
    places: HashMap<String, usize>,
    /// References without a definition.
    pub(super) unknown: Vec<(String, Range<usize>)>,
}

impl Footnotes {
    /// Finds definitions and references.
    pub(super) fn gather(source: &str, start: usize) -> Self {
        let marks: Vec<Mark> = marks(source, start).collect();
        let mut definitions: HashMap<&str, Range<usize>> = HashMap::new();
        for mark in marks.iter().filter(|mark| mark.defines) {
            definitions.entry(mark.label).or_insert_with(|| definition_span(source, mark.at));
        }
        let mut notes = Self::default();
        for mark in marks.iter().filter(|mark| !mark.defines) {
            notes.refer(mark, &definitions);
        }
        notes.add_unused(&marks, &definitions);
        notes
    }

    fn refer(&mut self, mark: &Mark<'_>, definitions: &HashMap<&str, Range<usize>>) {
        match definitions.get(mark.label) {
            Some(span) if self.place(mark.label).is_none() => self.push(mark.label, span.clone(), Some(mark.at)),
            Some(_) => {}
            None => self.unknown.push((mark.label.to_owned(), mark.at..mark.at + mark.label.len() + 3)),
        }
    }

    fn add_unused(&mut self, marks: &[Mark<'_>], definitions: &HashMap<&str, Range<usize>>) {
        for mark in marks.iter().filter(|mark| mark.defines) {
            if let (Some(span), None) = (definitions.get(mark.label), self.place(mark.label)) {
                self.push(mark.label, span.clone(), None);
            }
        }
    }

    fn push(&mut self, label: &str, span: Range<usize>, first_use: Option<usize>) {
        self.places.insert(label.to_owned(), self.all.len());
        self.all.push(Footnote { label: label.to_owned(), span, first_use });
    }

    /// Finds a footnote by its label.
    pub(super) fn place(&self, label: &str) -> Option<usize> {
        self.places.get(label).copied()
    }
}

/// A `[^label]` in the source.
struct Mark<'a> {
    at: usize,
    label: &'a str,
    defines: bool,
}

fn marks(source: &str, start: usize) -> impl Iterator<Item = Mark<'_>> {
    source.match_indices('^').filter(move |(at, _)| *at >= start).filter_map(|(at, _)| mark(source, at))
}

/// Labels are short; looking no further keeps a text of carets cheap.
const LONGEST_LABEL: usize = 64;

fn mark(source: &str, caret: usize) -> Option<Mark<'_>> {
    let bytes = source.as_bytes();
    let at = caret.checked_sub(1).filter(|at| bytes.get(*at) == Some(&b'['))?;
    let after = bytes.get(caret + 1..)?;
    let length = after.iter().take(LONGEST_LABEL + 1).position(|b| *b == b']').filter(|length| *length > 0)?;
    let label = source.get(caret + 1..caret + 1 + length)?;
    let defines = after.get(length + 1) == Some(&b':') && begins_line(bytes, at);
    (!label.contains(['[', '\n', ' ', '\t', '^'])).then_some(Mark { at, label, defines })
}

fn begins_line(bytes: &[u8], at: usize) -> bool {
    let spaces = bytes.iter().take(at).rev().take(3).take_while(|b| **b == b' ').count();
    at == spaces || bytes.get(at - spaces - 1) == Some(&b'\n')
}

/// A definition goes on over lines that follow it, and over indented ones after blanks.
fn definition_span(source: &str, at: usize) -> Range<usize> {
    let mut end = at;
    let mut seen = at;
    let mut after_blank = false;
    for line in source.get(at..).unwrap_or_default().split_inclusive('\n') {
        let blank = line.trim().is_empty();
        let indented = line.starts_with("    ") || line.starts_with('\t');
        let another = seen > at && begins_another(line);
        if !blank && seen > at && ((after_blank && !indented) || another) {
            break;
        }
        seen += line.len();
        after_blank = blank;
        end = if blank { end } else { seen };
    }
    at..end
}

fn begins_another(line: &str) -> bool {
    line.starts_with("[^") || line.starts_with("## ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_stand_in_the_order_of_their_references() {
        let source =
            "a[^b] c[^a] d[^b] e[^none]\n\n[^a]: first\ngoes on\n\n    and on\n\nOut.\n[^b]: second\n[^c]: idle\n";
        let notes = Footnotes::gather(source, 0);
        let shown: Vec<_> =
            notes.all.iter().map(|n| (n.label.as_str(), source.get(n.span.clone()).unwrap(), n.first_use)).collect();
        let wanted = [
            ("b", "[^b]: second\n", Some(1)),
            ("a", "[^a]: first\ngoes on\n\n    and on\n", Some(7)),
            ("c", "[^c]: idle\n", None),
        ];
        assert_eq!(shown, wanted);
        assert_eq!(notes.unknown, [("none".to_owned(), 19..26)]);
        assert_eq!(notes.place("a"), Some(1));
    }
}
