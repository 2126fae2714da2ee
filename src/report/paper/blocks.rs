//! A course's Markdown as parts of a paper.
//!
//! Apart from the papers because all of them print such texts. Links show their target, pictures their words; trainer's
//! notes are left out of what learners get.

use super::part::{Part, Running, Span};
use super::{Clean, Press};
use crate::course::Question;
use crate::course::markdown::{
    Block, BlockKind, CallOut, Figure, Inline, Item, Table, blocks_of, inlines_of, plain_inlines,
};

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// A learner: trainer's notes stay out.
    Learner,
    /// The trainer.
    Trainer,
}

impl Press<'_> {
    /// Sets a text that stands by itself.
    pub(super) fn markdown(&self, text: &str) -> Vec<Part> {
        self.blocks(&blocks_of(text, self.course.words(self.lang).as_ref()), Reader::Learner)
    }

    /// Sets a text that belongs on one line.
    pub(super) fn inline(&self, text: &str) -> Running {
        let inlines = inlines_of(text, self.course.words(self.lang).as_ref());
        lines(&inlines).into_iter().fold(Running::default(), |mut all, line| {
            all.0.extend(line.0);
            all
        })
    }

    /// Sets the words of a text that belongs on one line.
    pub(super) fn words_of(&self, text: &str) -> Clean {
        plain_inlines(&inlines_of(text, self.course.words(self.lang).as_ref())).into()
    }

    /// Sets blocks.
    pub(super) fn blocks(&self, blocks: &[Block], reader: Reader) -> Vec<Part> {
        blocks.iter().flat_map(|block| self.block(block, reader)).collect()
    }

    fn block(&self, block: &Block, reader: Reader) -> Vec<Part> {
        match &block.kind {
            BlockKind::Heading(level, words) => {
                lines(words).into_iter().map(|line| Part::Heading((*level).max(2), line)).collect()
            }
            BlockKind::Paragraph(words) => lines(words).into_iter().map(Part::Text).collect(),
            BlockKind::List(first, items) => self.list(*first, items, reader),
            BlockKind::Quote(inner) => vec![Part::Framed(Clean::default(), self.blocks(inner, reader))],
            BlockKind::CallOut(kind, inner) => self.call_out(*kind, inner, reader),
            BlockKind::Code(text) | BlockKind::Refused(text, _) => vec![Part::Kept(kept(text.lines()))],
            BlockKind::Figure(figure) => drawing(figure),
            BlockKind::Question(question) => vec![self.inner_question(question)],
            BlockKind::Table(table) => vec![read_table(table)],
            BlockKind::Picture(_, words) => vec![Part::Hint(Running::plain(words))],
            BlockKind::Definitions(all) => all.iter().flat_map(|one| self.definition(one, reader)).collect(),
            BlockKind::Rule => Vec::new(),
        }
    }

    fn list(&self, first: Option<u64>, items: &[Item], reader: Reader) -> Vec<Part> {
        let mark = |number: u64, item: &Item| match (first, item.task) {
            (Some(_), _) => format!("{number}."),
            (None, Some(true)) => "☑".to_owned(),
            (None, Some(false)) => "☐".to_owned(),
            (None, None) => "–".to_owned(),
        };
        let numbered = (first.unwrap_or(0)..).zip(items);
        numbered
            .map(|(number, item)| Part::Item(mark(number, item).into(), self.blocks(&item.blocks, reader)))
            .collect()
    }

    fn call_out(&self, kind: CallOut, inner: &[Block], reader: Reader) -> Vec<Part> {
        let key = match (kind, reader) {
            (CallOut::Note, _) => "plain-note",
            (CallOut::Warning, _) => "plain-warning",
            (CallOut::Example, _) => "plain-example",
            (CallOut::Trainer, Reader::Trainer) => "paper-for-trainer",
            (CallOut::Trainer, Reader::Learner) => return Vec::new(),
        };
        vec![Part::Framed(self.say(key), self.blocks(inner, reader))]
    }

    fn definition(&self, (words, meanings): &(Vec<Inline>, Vec<Vec<Block>>), reader: Reader) -> Vec<Part> {
        let name = Part::Text(Running::strong(&plain_inlines(words)));
        let meanings = meanings.iter().map(|meaning| Part::Item("–".into(), self.blocks(meaning, reader)));
        std::iter::once(name).chain(meanings).collect()
    }

    /// Sets a question inside a lesson, to think about; its answer is in the lesson on screen.
    fn inner_question(&self, question: &Question) -> Part {
        let mut parts = self.markdown(&question.prompt);
        parts.extend(self.choices(question));
        Part::Together(vec![Part::Framed(self.say("paper-think"), parts)])
    }
}

/// Cuts running text where a line break was asked for.
fn lines(inlines: &[Inline]) -> Vec<Running> {
    let mut all = vec![Running::default()];
    push(&mut all, inlines, false);
    all.retain(|line| line.0.iter().any(|span| !span.text.trim().is_empty()));
    all
}

fn push(all: &mut Vec<Running>, inlines: &[Inline], is_strong: bool) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Term(_, text) | Inline::Picture(_, text) => {
                add(all, Span::new(text, is_strong));
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => push(all, inner, true),
            Inline::Strike(inner) => push(all, inner, is_strong),
            Inline::Link(..) => add(all, Span::new(&plain_inlines(std::slice::from_ref(inline)), is_strong)),
            Inline::FootnoteRef(place) => add(all, Span::new(&format!("[{}]", place + 1), is_strong)),
            Inline::Break => all.push(Running::default()),
        }
    }
}

fn add(all: &mut [Running], span: Span) {
    if let Some(line) = all.last_mut() {
        line.0.push(span);
    }
}

/// Keeps lines as they are typed, but nothing that could act on whatever shows them.
pub(super) fn kept<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<String> {
    lines.map(crate::text::lines).collect()
}

fn drawing(figure: &Figure) -> Vec<Part> {
    let drawn = Part::Drawing(kept(figure.art.iter().map(String::as_str)), Clean::new(&figure.alt));
    vec![Part::Together(vec![drawn, Part::Hint(Running::plain(&figure.caption))])]
}

fn read_table(table: &Table) -> Part {
    let row = |cells: &Vec<Vec<Inline>>| cells.iter().map(|cell| plain_inlines(cell).into()).collect::<Vec<Clean>>();
    Part::Table(row(&table.head), table.rows.iter().map(row).collect())
}
