//! The plain-text twin: what the blocks say, line by line, without cells and without a width.
//!
//! Apart from the screen's rows because plain mode, search, reports and screen readers want words in their order.
//! Lines are not wrapped. Trainer's notes are left out.

use super::block::{Block, BlockKind, CallOut, Figure, Inline, Item, Table};

/// Our own words in a text, from the catalogue; empty ones are left out.
#[derive(Debug, Clone, Default)]
pub struct PlainLabels {
    /// Before a note.
    pub note: String,
    /// Before a warning.
    pub warning: String,
    /// Before an example.
    pub example: String,
    /// Before a figure's text.
    pub figure: String,
    /// Before a picture's text.
    pub picture: String,
}

/// Writes blocks as lines; an empty line stands between two blocks.
pub fn plain_lines(blocks: &[Block], labels: &PlainLabels) -> Vec<String> {
    let mut writer = Writer { labels, lines: Vec::new() };
    writer.blocks(blocks);
    writer.lines
}

/// Writes running text as words; a link is followed by its target.
pub fn plain_inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(&mut out, inlines);
    out
}

fn push_inlines(out: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        push_inline(out, inline);
    }
}

fn push_inline(out: &mut String, inline: &Inline) {
    match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::Term(_, text) | Inline::Picture(_, text) => {
            out.push_str(text);
        }
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
            push_inlines(out, inner);
        }
        Inline::Link(inner, target) => {
            let start = out.len();
            push_inlines(out, inner);
            if !target.is_empty() && out.get(start..) != Some(target) {
                out.push_str(" (");
                out.push_str(target);
                out.push(')');
            }
        }
        Inline::FootnoteRef(place) => {
            out.push('[');
            out.push_str(&(place + 1).to_string());
            out.push(']');
        }
        Inline::Break => out.push('\n'),
    }
}

struct Writer<'a> {
    labels: &'a PlainLabels,
    lines: Vec<String>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        let shown = |block: &&Block| !matches!(block.kind, BlockKind::CallOut(CallOut::Trainer, _));
        for (i, block) in blocks.iter().filter(shown).enumerate() {
            if i > 0 {
                self.lines.push(String::new());
            }
            self.block(&block.kind);
        }
    }

    fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) => self.running(inlines),
            BlockKind::List(first, items) => self.list(*first, items),
            BlockKind::Quote(blocks) => self.within("> ", "> ", blocks),
            BlockKind::CallOut(kind, blocks) => self.call_out(*kind, blocks),
            BlockKind::Code(text) | BlockKind::Refused(text, _) => self.text(text),
            BlockKind::Figure(figure) => self.figure(figure),
            BlockKind::Question(question) => self.text(&question.prompt),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Picture(_, words) => self.labelled(&self.labels.picture, words),
            BlockKind::Definitions(all) => {
                for (words, meanings) in all {
                    self.running(words);
                    for meaning in meanings {
                        self.within("  ", "  ", meaning);
                    }
                }
            }
            BlockKind::Rule => self.lines.push("---".to_owned()),
        }
    }

    fn text(&mut self, text: &str) {
        self.lines.extend(text.lines().map(str::to_owned));
    }

    fn running(&mut self, inlines: &[Inline]) {
        self.text(&plain_inlines(inlines));
    }

    fn labelled(&mut self, label: &str, words: &str) {
        let line = if label.is_empty() { words.to_owned() } else { format!("{label}: {words}") };
        self.lines.push(line);
    }

    fn figure(&mut self, figure: &Figure) {
        self.labelled(&self.labels.figure, &figure.caption);
        self.text(&figure.alt);
    }

    fn call_out(&mut self, kind: CallOut, blocks: &[Block]) {
        let label = match kind {
            CallOut::Note => &self.labels.note,
            CallOut::Warning => &self.labels.warning,
            CallOut::Example => &self.labels.example,
            CallOut::Trainer => return,
        };
        if label.is_empty() {
            self.within("", "", blocks);
        } else {
            self.within(&format!("{label}: "), "", blocks);
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Item]) {
        for (number, item) in (first.unwrap_or(0)..).zip(items) {
            let mark = match (first, item.task) {
                (Some(_), _) => format!("{number}. "),
                (None, Some(true)) => "[x] ".to_owned(),
                (None, Some(false)) => "[ ] ".to_owned(),
                (None, None) => "- ".to_owned(),
            };
            let hang = " ".repeat(mark.len());
            self.within(&mark, &hang, &item.blocks);
        }
    }

    /// Writes blocks with something before the first line and something before the others.
    fn within(&mut self, first: &str, others: &str, blocks: &[Block]) {
        let mut inner = Writer { labels: self.labels, lines: Vec::new() };
        inner.blocks(blocks);
        if inner.lines.is_empty() && !first.trim().is_empty() {
            inner.lines.push(String::new());
        }
        for (i, line) in inner.lines.iter().enumerate() {
            let lead = if i == 0 { first } else { others };
            self.lines.push(format!("{lead}{line}").trim_end().to_owned());
        }
    }

    fn table(&mut self, table: &Table) {
        let head: Vec<String> = table.head.iter().map(|cell| plain_inlines(cell)).collect();
        if table.rows.is_empty() {
            self.lines.push(head.join("; "));
        }
        for row in &table.rows {
            let cells = row.iter().enumerate().filter_map(|(i, cell)| {
                let words = plain_inlines(cell);
                let head = head.get(i).map(|head| head.trim()).filter(|head| !head.is_empty());
                (!words.trim().is_empty()).then(|| head.map_or(words.clone(), |head| format!("{head}: {words}")))
            });
            self.lines.push(cells.collect::<Vec<_>>().join("; "));
        }
    }
}
