//! What an open thing becomes when it closes.
//!
//! Apart from the builder because each case looks at its own frame only.

use super::block::{Block, BlockKind, CallOut, Definition, Inline, Item, Refusal, Table};
use super::fault::{Fault, FaultKind};
use super::fence;
use super::frame::{Frame, Open, Part};
use super::parse::Context;
use super::plain::plain_inlines;

/// What a frame became.
#[derive(Debug)]
pub(super) enum Piece {
    Block(BlockKind),
    Inline(Inline),
    Part(Part),
    Footnote(Vec<Block>),
}

/// Turns a frame into what it is.
pub(super) fn finish(context: &Context<'_>, mut frame: Frame, faults: &mut Vec<Fault>) -> Piece {
    let inlines = |frame: &mut Frame| std::mem::take(&mut frame.inlines);
    match std::mem::replace(&mut frame.open, Open::Chunk) {
        Open::Chunk | Open::Paragraph => Piece::Block(paragraph(inlines(&mut frame))),
        Open::Heading(level) => Piece::Block(heading(level, &mut frame, faults)),
        Open::Quote => Piece::Block(quote(&mut frame, faults)),
        Open::Code(info) => Piece::Block(fence::block(context, &info, frame, faults)),
        Open::Html => Piece::Block(html(&mut frame, faults)),
        Open::List(first) => Piece::Block(BlockKind::List(first, items(frame.parts))),
        Open::Item => Piece::Part(Part::Item(Item { task: frame.task, blocks: frame.take_blocks() })),
        Open::Footnote => Piece::Footnote(frame.take_blocks()),
        Open::Definitions => Piece::Block(BlockKind::Definitions(definitions(frame.parts))),
        Open::Title => Piece::Part(Part::Title(inlines(&mut frame))),
        Open::Meaning => Piece::Part(Part::Meaning(frame.take_blocks())),
        Open::Table(align) => Piece::Block(BlockKind::Table(table(align, frame.parts))),
        Open::Head | Open::Row => Piece::Part(Part::Row(cells(frame.parts))),
        Open::Cell => Piece::Part(Part::Cell(inlines(&mut frame))),
        Open::Emphasis => Piece::Inline(Inline::Emphasis(inlines(&mut frame))),
        Open::Strong => Piece::Inline(Inline::Strong(inlines(&mut frame))),
        Open::Strike => Piece::Inline(Inline::Strike(inlines(&mut frame))),
        Open::Link(target) => Piece::Inline(Inline::Link(inlines(&mut frame), target)),
        Open::Picture(path) => Piece::Inline(picture(path, &frame, faults)),
        Open::Term(name) => Piece::Inline(term(context, &name, &frame, faults)),
    }
}

fn paragraph(mut inlines: Vec<Inline>) -> BlockKind {
    match (inlines.pop(), inlines.is_empty()) {
        (Some(Inline::Picture(path, words)), true) => BlockKind::Picture(path, words),
        (last, _) => {
            inlines.extend(last);
            BlockKind::Paragraph(inlines)
        }
    }
}

fn heading(level: u8, frame: &mut Frame, faults: &mut Vec<Fault>) -> BlockKind {
    if level == 1 {
        faults.push(Fault { kind: FaultKind::TitleHeading, span: frame.span.clone() });
    }
    if let Some(Inline::Text(last)) = frame.inlines.last_mut()
        && let (words, Some(_)) = split_id(last)
    {
        *last = words.to_owned();
    }
    BlockKind::Heading(level, std::mem::take(&mut frame.inlines))
}

/// Splits `{#id}` from the end of a heading.
pub(super) fn split_id(heading: &str) -> (&str, Option<&str>) {
    let trimmed = heading.trim_end();
    let id = trimmed.strip_suffix('}').and_then(|words| words.rsplit_once("{#"));
    match id {
        Some((words, id)) if !id.contains(['{', '}']) => (words.trim_end(), Some(id)),
        _ => (heading, None),
    }
}

fn quote(frame: &mut Frame, faults: &mut Vec<Fault>) -> BlockKind {
    let mut blocks = frame.take_blocks();
    match take_tag(&mut blocks) {
        Some(Ok(kind)) => BlockKind::CallOut(kind, blocks),
        Some(Err(word)) => {
            faults.push(Fault { kind: FaultKind::UnknownCallOut(word), span: frame.span.clone() });
            BlockKind::Quote(blocks)
        }
        None => BlockKind::Quote(blocks),
    }
}

/// Takes `[!WORD]` from the beginning of a quotation; an unknown word stays where it is and is returned.
fn take_tag(blocks: &mut Vec<Block>) -> Option<Result<CallOut, String>> {
    let Some(Block { kind: BlockKind::Paragraph(inlines), .. }) = blocks.first_mut() else { return None };
    let Some(Inline::Text(text)) = inlines.first_mut() else { return None };
    let (word, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let Some(kind) = CallOut::named(word) else { return Some(Err(word.to_owned())) };
    *text = rest.trim_start().to_owned();
    if text.is_empty() {
        inlines.remove(0);
    }
    if inlines.first() == Some(&Inline::Break) {
        inlines.remove(0);
    }
    if inlines.is_empty() {
        blocks.remove(0);
    }
    Some(Ok(kind))
}

fn html(frame: &mut Frame, faults: &mut Vec<Fault>) -> BlockKind {
    faults.push(Fault { kind: FaultKind::Html, span: frame.span.clone() });
    BlockKind::Refused(frame.take_text().trim_end().to_owned(), Refusal::Html)
}

fn items(parts: Vec<Part>) -> Vec<Item> {
    parts.into_iter().filter_map(|part| if let Part::Item(item) = part { Some(item) } else { None }).collect()
}

fn definitions(parts: Vec<Part>) -> Vec<Definition> {
    let mut all: Vec<Definition> = Vec::new();
    for part in parts {
        match part {
            Part::Title(words) => all.push((words, Vec::new())),
            Part::Meaning(blocks) => match all.last_mut() {
                Some((_, meanings)) => meanings.push(blocks),
                None => all.push((Vec::new(), vec![blocks])),
            },
            Part::Item(_) | Part::Cell(_) | Part::Row(_) => {}
        }
    }
    all
}

fn table(align: Vec<super::Align>, parts: Vec<Part>) -> Table {
    let mut rows = parts.into_iter().filter_map(|part| if let Part::Row(row) = part { Some(row) } else { None });
    Table { align, head: rows.next().unwrap_or_default(), rows: rows.collect() }
}

fn cells(parts: Vec<Part>) -> Vec<Vec<Inline>> {
    parts.into_iter().filter_map(|part| if let Part::Cell(cell) = part { Some(cell) } else { None }).collect()
}

fn picture(path: String, frame: &Frame, faults: &mut Vec<Fault>) -> Inline {
    let words = plain_inlines(&frame.inlines);
    if words.trim().is_empty() {
        faults.push(Fault { kind: FaultKind::PictureWithoutText(path.clone()), span: frame.span.clone() });
    }
    Inline::Picture(path, words)
}

fn term(context: &Context<'_>, name: &str, frame: &Frame, faults: &mut Vec<Fault>) -> Inline {
    // In a table cell the bar is escaped, and the parser leaves the backslash.
    let name = name.trim_end_matches('\\').trim();
    let id = context.references.term(name);
    if id.is_none() {
        faults.push(Fault { kind: FaultKind::UnknownTerm(name.to_owned()), span: frame.span.clone() });
    }
    Inline::Term(id, plain_inlines(&frame.inlines).trim().to_owned())
}
