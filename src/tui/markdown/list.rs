//! Lists: bullets, numbers, boxes of tasks; items stand closed up when none holds more than one paragraph.
//!
//! Apart like every construct. Numbers are set right-aligned, so that words stand under words.

use super::face::{Face, Token};
use super::writer::Writer;
use crate::course::markdown::{Block, BlockKind, Item};
use crate::tui::width::{pad_left, width};

/// Writes a list.
pub(super) fn write(writer: &mut Writer<'_>, first: Option<u64>, items: &[Item]) {
    let last = first.map(|first| first.saturating_add(items.len() as u64).saturating_sub(1));
    let digits = last.map_or(0, |last| last.to_string().len());
    let loose = items.iter().any(|item| !is_close(&item.blocks));
    for (place, item) in items.iter().enumerate() {
        if place > 0 && loose {
            writer.space();
        }
        let number = first.map(|first| first.saturating_add(place as u64));
        write_item(writer, &mark(writer, number, item.task, digits), item);
    }
}

fn write_item(writer: &mut Writer<'_>, mark: &str, item: &Item) {
    let rest = " ".repeat(width(mark));
    writer.indent(mark, &rest, Face::of(Token::Muted));
    writer.inner_blocks(&item.blocks);
    writer.outdent();
}

fn mark(writer: &Writer<'_>, number: Option<u64>, task: Option<bool>, digits: usize) -> String {
    let glyphs = &writer.setting.glyphs;
    match (number, task) {
        (Some(number), None) => format!("{}. ", pad_left(&number.to_string(), digits, "")),
        (_, Some(done)) => format!("{} ", glyphs.tick[usize::from(done)]),
        (None, None) => format!("{} ", glyphs.bullet),
    }
}

/// Whether an item holds words, and at most a list below them.
fn is_close(blocks: &[Block]) -> bool {
    match blocks {
        [] | [_] => true,
        [first, second] => matches!(first.kind, BlockKind::Paragraph(_)) && matches!(second.kind, BlockKind::List(..)),
        _ => false,
    }
}
