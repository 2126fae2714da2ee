//! What words refer to: `{{house.path}}`, and footnotes whose text stands in another chunk.
//!
//! Apart from the builder because it looks at finished words, when the parser has put escapes and entities right.

use std::ops::Range;

use super::block::Inline;
use super::fault::{Fault, FaultKind};
use super::frame::Frame;
use super::parse::Context;

/// Resolves what the frame's words refer to.
pub(super) fn expand(context: &Context<'_>, frame: &mut Frame, faults: &mut Vec<Fault>) {
    let refers = |inline: &Inline| matches!(inline, Inline::Text(text) if text.contains("{{") || text.contains("[^"));
    if !frame.inlines.iter().any(refers) {
        return;
    }
    let span = frame.span.clone();
    let mut expanded = Vec::with_capacity(frame.inlines.len() + 2);
    for inline in std::mem::take(&mut frame.inlines) {
        if let (true, Inline::Text(text)) = (refers(&inline), &inline) {
            Expansion { context, span: &span, out: &mut expanded, faults }.run(text);
        } else {
            expanded.push(inline);
        }
    }
    frame.inlines = expanded;
}

struct Expansion<'a, 'b> {
    context: &'a Context<'b>,
    span: &'a Range<usize>,
    out: &'a mut Vec<Inline>,
    faults: &'a mut Vec<Fault>,
}

impl Expansion<'_, '_> {
    fn run(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '[']) {
            let (before, from) = rest.split_at(at);
            self.words(before);
            rest = self.value(from).or_else(|| self.footnote(from)).unwrap_or_else(|| self.one(from));
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        if words.is_empty() {
        } else if let Some(Inline::Text(before)) = self.out.last_mut() {
            before.push_str(words);
        } else {
            self.out.push(Inline::Text(words.to_owned()));
        }
    }

    /// Takes one character as it is.
    fn one<'t>(&mut self, from: &'t str) -> &'t str {
        let (bracket, rest) = from.split_at(1);
        self.words(bracket);
        rest
    }

    fn value<'t>(&mut self, from: &'t str) -> Option<&'t str> {
        let (name, rest) = enclosed(from, "{{", "}}")?;
        let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' '));
        if !is_name {
            return None;
        }
        let name = name.trim();
        let path = name.strip_prefix("house.").or_else(|| name.starts_with("facts.").then_some(name));
        let value = path.and_then(|path| self.context.references.house(path));
        if let Some(value) = value {
            let value = value.to_owned();
            self.words(&value);
        } else {
            self.unknown(name);
            self.words(&format!("{{{{{name}}}}}"));
        }
        Some(rest)
    }

    fn unknown(&mut self, name: &str) {
        let written = format!("{{{{{name}}}}}");
        let source = self.context.source.get(self.span.clone()).unwrap_or_default();
        let span = match source.find(&written) {
            Some(at) => self.span.start + at..self.span.start + at + written.len(),
            None => self.span.clone(),
        };
        self.faults.push(Fault { kind: FaultKind::UnknownValue(name.trim().to_owned()), span });
    }

    fn footnote<'t>(&mut self, from: &'t str) -> Option<&'t str> {
        let (label, rest) = enclosed(from, "[^", "]")?;
        let place = self.context.footnotes.place(label)?;
        self.out.push(Inline::FootnoteRef(place));
        Some(rest)
    }
}

/// How long a name is at most; looking no further keeps a text of brackets cheap.
const LONGEST_NAME: usize = 100;

/// Splits what stands between two marks from what follows; a name holds no other mark.
fn enclosed<'t>(from: &'t str, open: &str, close: &str) -> Option<(&'t str, &'t str)> {
    let inner = from.strip_prefix(open)?;
    let opens = |c: char| matches!(c, '{' | '[');
    let mut near = inner.char_indices().take(LONGEST_NAME).take_while(|(_, c)| !opens(*c));
    let end = near.find(|(at, _)| inner.get(*at..).is_some_and(|rest| rest.starts_with(close)))?;
    let (name, rest) = inner.split_at(end.0);
    Some((name, rest.strip_prefix(close)?))
}
