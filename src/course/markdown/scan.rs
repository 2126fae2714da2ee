//! The scan of lines: where sections begin, and where a long section may be cut.
//!
//! Apart from parsing because it looks at the first bytes of each line only, and so costs next to nothing. A section
//! begins at a `##` that starts its line outside a fence. A chunk begins where the parser would begin afresh anyway:
//! at a paragraph that starts its line after a blank one, with no fence, list, definition or HTML open. Where that
//! cannot be known the section is not cut.

use std::ops::Range;

/// A chunk ends at the first safe place after so many bytes.
const CHUNK: usize = 8 * 1024;

/// So many sections at most; what follows belongs to the last.
const MOST_SECTIONS: usize = 5_000;

/// What the scan found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The sections, in order; the first begins at the start.
    pub(super) sections: Vec<Cut>,
    /// A fence that is never closed.
    pub(super) open_fence: Option<Range<usize>>,
    /// The first heading that is one too many.
    pub(super) one_too_many: Option<Range<usize>>,
}

/// One section.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The line of its heading; empty for the first.
    pub(super) heading: Range<usize>,
    /// Its chunks, in order, heading included; they touch.
    pub(super) chunks: Vec<Range<usize>>,
    /// What no learner reads: fences and trainer's notes.
    pub(super) asides: Vec<Range<usize>>,
}

/// Scans the source from `start`.
pub(super) fn scan(source: &str, start: usize) -> Scan {
    let mut scanner = Scanner::new(start, has_lone_returns(source));
    let mut at = start;
    for line in source.get(start..).unwrap_or_default().split_inclusive('\n') {
        scanner.line(at, line.as_bytes());
        at += line.len();
    }
    scanner.finish(at)
}

/// An old line end that the parser honours and the scan does not see.
fn has_lone_returns(source: &str) -> bool {
    let bytes = source.as_bytes();
    source.match_indices('\r').any(|(at, _)| bytes.get(at + 1) != Some(&b'\n'))
}

/// Where the scan is.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the line before decided")]
struct Scanner {
    sections: Vec<Cut>,
    chunk_start: usize,
    fence: Option<Fence>,
    one_too_many: Option<Range<usize>>,
    /// Where a trainer's note begins that has not ended.
    note: Option<usize>,
    /// What cannot be decided from here on in this section; then it is not cut.
    unsure: bool,
    /// Whether no section may be cut at all.
    never: bool,
    after_blank: bool,
    /// Whether the lines since the last blank one leave nothing open after the next.
    group_closes: bool,
}

/// A fence that is open: of which character, how many, how far in, and where.
struct Fence {
    mark: u8,
    length: usize,
    indent: usize,
    span: Range<usize>,
}

impl Scanner {
    fn new(start: usize, never: bool) -> Self {
        let first = Cut { heading: start..start, chunks: Vec::new(), asides: Vec::new() };
        Self {
            sections: vec![first],
            chunk_start: start,
            fence: None,
            one_too_many: None,
            note: None,
            unsure: false,
            never,
            after_blank: true,
            group_closes: true,
        }
    }

    fn line(&mut self, at: usize, line: &[u8]) {
        let indent = line.iter().take_while(|b| **b == b' ').count();
        let rest = line.get(indent..).unwrap_or_default();
        if rest.iter().all(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n')) {
            self.after_blank = true;
            self.end_note(at);
            return;
        }
        if self.in_fence(at + line.len(), indent, rest) {
            return;
        }
        self.open_line(at, line, indent, rest);
    }

    /// A line with words outside fences.
    fn open_line(&mut self, at: usize, line: &[u8], indent: usize, rest: &[u8]) {
        let first = rest.first().copied().unwrap_or_default();
        match first {
            b'>' if is_note(rest) => self.note = self.note.or(Some(at)),
            b'>' => {}
            _ => self.end_note(at),
        }
        if indent == 0 && is_section_heading(line) {
            self.heading(at..at + line.len());
            return;
        }
        let begins_words = indent == 0 && (first.is_ascii_alphabetic() || first >= 0x80);
        if begins_words && self.after_blank && self.group_closes {
            self.cut_if_long(at);
        }
        if self.after_blank {
            self.after_blank = false;
            self.group_closes = indent == 0 && first != b'\t';
        }
        if indent <= 3 {
            self.note_openers(at..at + line.len(), indent, rest, first);
        }
    }

    fn note_openers(&mut self, span: Range<usize>, indent: usize, rest: &[u8], first: u8) {
        match first {
            b':' => self.group_closes = false,
            b'<' => self.unsure = true,
            b'`' | b'~' => self.fence = opens_fence(rest).map(|(mark, length)| Fence { mark, length, indent, span }),
            _ => {}
        }
    }

    /// Whether the line belongs to a fence; an indented fence may stand in a list, which the first word at the left
    /// edge ends, or may not.
    fn in_fence(&mut self, line_end: usize, indent: usize, rest: &[u8]) -> bool {
        let Some(fence) = &self.fence else { return false };
        if indent == 0 && fence.indent > 0 {
            self.fence = None;
            self.unsure = true;
            return false;
        }
        if (fence.indent..=3).contains(&indent) && closes_fence(rest, fence.mark, fence.length) {
            let aside = fence.span.start..line_end;
            self.fence = None;
            self.set_aside(aside);
        }
        self.after_blank = false;
        true
    }

    fn end_note(&mut self, at: usize) {
        if let Some(start) = self.note.take() {
            self.set_aside(start..at);
        }
    }

    fn set_aside(&mut self, aside: Range<usize>) {
        if let Some(section) = self.sections.last_mut() {
            section.asides.push(aside);
        }
    }

    fn heading(&mut self, line: Range<usize>) {
        if self.sections.len() < MOST_SECTIONS {
            self.close_chunk(line.start);
            self.sections.push(Cut { heading: line, chunks: Vec::new(), asides: Vec::new() });
        } else {
            if line.start - self.chunk_start >= CHUNK {
                self.close_chunk(line.start);
            }
            self.one_too_many.get_or_insert(line);
        }
        self.unsure = false;
        self.after_blank = false;
        self.group_closes = true;
    }

    fn cut_if_long(&mut self, at: usize) {
        if at - self.chunk_start >= CHUNK && !self.unsure && !self.never {
            self.close_chunk(at);
        }
    }

    fn close_chunk(&mut self, at: usize) {
        if let Some(section) = self.sections.last_mut() {
            section.chunks.push(self.chunk_start..at);
        }
        self.chunk_start = at;
    }

    fn finish(mut self, end: usize) -> Scan {
        self.end_note(end);
        self.close_chunk(end);
        let open_fence = self.fence.filter(|fence| fence.indent == 0).map(|fence| fence.span);
        Scan { sections: self.sections, open_fence, one_too_many: self.one_too_many }
    }
}

/// Whether a line of a quote makes it a trainer's note.
fn is_note(rest: &[u8]) -> bool {
    rest.trim_ascii_start().get(1..).is_some_and(|words| words.trim_ascii_start().starts_with(b"[!TRAINER]"))
}

fn is_section_heading(line: &[u8]) -> bool {
    line.starts_with(b"##") && line.get(2).is_none_or(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
}

/// The mark and length of a fence that a line opens.
fn opens_fence(rest: &[u8]) -> Option<(u8, usize)> {
    let mark = *rest.first()?;
    let length = rest.iter().take_while(|b| **b == mark).count();
    let info = rest.get(length..).unwrap_or_default();
    (length >= 3 && (mark == b'~' || !info.contains(&b'`'))).then_some((mark, length))
}

fn closes_fence(rest: &[u8], mark: u8, length: usize) -> bool {
    let marks = rest.iter().take_while(|b| **b == mark).count();
    marks >= length && rest.iter().skip(marks).all(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(source: &str) -> Vec<&str> {
        scan(source, 0).sections.iter().map(|cut| source.get(cut.heading.clone()).unwrap().trim()).collect()
    }

    #[test]
    fn sections_begin_at_second_level_headings_outside_fences() {
        let cases: [(&str, &[&str]); 8] = [
            ("", &[""]),
            ("words\n## A\nmore\n## B {#b}\n", &["", "## A", "## B {#b}"]),
            ("### A\n##B\n #C\n # D\n", &[""]),
            ("```\n## A\n```\n## B", &["", "## B"]),
            ("~~~~\n## A\n~~~\n```\n~~~~~\n##\n", &["", "##"]),
            ("- a\n  ```\n## B\n", &["", "## B"]),
            ("``` a`b\n## B\n", &["", "## B"]),
            ("## A\r\nb\r\n## C\r\n", &["", "## A", "## C"]),
        ];
        for (source, wanted) in cases {
            assert_eq!(headings(source), wanted, "{source}");
        }
    }

    #[test]
    fn chunks_of_a_section_touch_and_cover_it() {
        let source = format!("{}## B\n{}", "Word after word.\n\n".repeat(2_000), "x\n\n".repeat(9_000));
        let cuts = scan(&source, 0).sections;
        assert_eq!(cuts.len(), 2);
        let mut at = 0;
        for chunk in cuts.iter().flat_map(|cut| &cut.chunks) {
            assert_eq!(chunk.start, at);
            at = chunk.end;
        }
        assert_eq!(at, source.len());
        assert!(cuts.iter().all(|cut| cut.chunks.len() >= 3), "{cuts:?}");
    }

    #[test]
    fn what_may_still_be_open_is_not_cut() {
        let filler = "Word after word.\n\n".repeat(1_000);
        for open in ["```\n", "<div>\n", "  ```\nx\n", "\r"] {
            let source = format!("{open}{filler}");
            assert_eq!(scan(&source, 0).sections[0].chunks.len(), 1, "{open:?}");
        }
        let list = "- item\n\n  more\n\n".repeat(2_000);
        assert_eq!(scan(&list, 0).sections[0].chunks.len(), 1);
    }

    #[test]
    fn a_fence_that_stays_open_is_told() {
        assert_eq!(scan("a\n```rust\nb\n", 0).open_fence, Some(2..10));
        assert_eq!(scan("```\nb\n```\n", 0).open_fence, None);
    }
}
