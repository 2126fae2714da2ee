//! Choices of a form: beside each other where they fit, else one with a list to open, or under each other.
//!
//! Apart from texts because nothing is typed here.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::ask::Ask;
use super::block::{Block, gap};
use super::entries::label;
use crate::course::exercise::Pick;
use crate::course::exercise::form::Field;
use crate::text::{pad_right, width};
use crate::tui::width::truncate;

/// Spaces between options beside each other.
const BETWEEN: usize = 2;

/// Returns whether options fit beside each other.
pub(super) fn fit(options: &[Pick], cells: usize) -> bool {
    let wide: usize = options.iter().map(|pick| width(&label(pick)) + 2).sum();
    wide + BETWEEN * options.len().saturating_sub(1) <= cells
}

/// Writes a choice of one.
pub(super) fn one(ask: &Ask<'_>, field: &Field, options: &[Pick], given: &str, cells: usize, block: &mut Block) {
    let taken = options.iter().position(|pick| pick.id == given);
    if field.locked {
        let text = taken.and_then(|at| options.get(at)).map_or_else(|| given.to_owned(), label);
        block.value = vec![Line::styled(text, ask.look.theme.text)];
    } else if fit(options, cells) {
        let at = taken.unwrap_or(0);
        beside(ask, options, ask.look.glyphs.radio, |place| taken == Some(place), at, block);
    } else if ask.pen.is_open && block.has_focus {
        list(ask, options, ask.look.glyphs.radio, |place| taken == Some(place), cells, block);
    } else {
        closed(ask, options, taken, given, cells, block);
    }
    if block.has_focus && !field.hint.is_empty() {
        block.notes.push((field.hint.clone(), ask.look.theme.muted));
    }
}

/// Writes a choice of several.
pub(super) fn several(ask: &Ask<'_>, field: &Field, options: &[Pick], cells: usize, block: &mut Block) {
    let given = ask.filled.several(field);
    let has = |at: usize| options.get(at).is_some_and(|pick| given.contains(&pick.id));
    if fit(options, cells) {
        beside(ask, options, ask.look.glyphs.tick, has, ask.pen.option, block);
    } else {
        list(ask, options, ask.look.glyphs.tick, has, cells, block);
    }
    if block.has_focus && !field.hint.is_empty() {
        block.notes.push((field.hint.clone(), ask.look.theme.muted));
    }
}

fn style(ask: &Ask<'_>, is_taken: bool, is_looked_at: bool) -> Style {
    if is_looked_at {
        ask.look.theme.focus
    } else if is_taken {
        ask.look.theme.strong
    } else {
        ask.look.theme.text
    }
}

type Signs = [&'static str; 2];

fn beside(ask: &Ask<'_>, options: &[Pick], signs: Signs, has: impl Fn(usize) -> bool, at: usize, block: &mut Block) {
    let mut spans = Vec::new();
    let mut column = 0;
    for (place, pick) in options.iter().enumerate() {
        if place > 0 {
            spans.push(gap(BETWEEN));
            column += BETWEEN;
        }
        if place == at {
            block.cursor = Some((0, column));
        }
        let text = format!("{} {}", signs[usize::from(has(place))], label(pick));
        column += width(&text);
        spans.push(Span::styled(text, style(ask, has(place), block.has_focus && place == at)));
    }
    block.value = vec![Line::from(spans)];
}

fn list(ask: &Ask<'_>, options: &[Pick], signs: Signs, has: impl Fn(usize) -> bool, cells: usize, block: &mut Block) {
    for (place, pick) in options.iter().enumerate() {
        let is_looked_at = block.has_focus && place == ask.pen.option;
        if is_looked_at {
            block.cursor = Some((block.value.len(), 0));
        }
        let style = style(ask, has(place), is_looked_at);
        let lines = crate::text::wrap(&label(pick), cells.saturating_sub(2).max(1));
        for (row, line) in lines.into_iter().enumerate() {
            let sign = if row == 0 { signs[usize::from(has(place))] } else { " " };
            block.value.push(Line::styled(format!("{sign} {line}"), style));
        }
    }
}

/// One of many, closed: what is chosen, and where it stands among the others.
fn closed(ask: &Ask<'_>, options: &[Pick], taken: Option<usize>, given: &str, cells: usize, block: &mut Block) {
    let look = ask.look;
    let text = match taken.and_then(|at| options.get(at)) {
        Some(pick) => label(pick),
        None if given.is_empty() => look.words.get("work-choose"),
        None => given.to_owned(),
    };
    let ground = look.theme.field();
    let style = if taken.is_none() { ground.patch(look.theme.muted) } else { ground };
    let text = truncate(&text, cells.saturating_sub(1), look.glyphs.more);
    block.value = vec![Line::styled(pad_right(&text, cells), style)];
    block.cursor = Some((0, 0));
    if block.has_focus {
        let args = [("at", taken.map_or(0, |at| at + 1).into()), ("of", options.len().into())];
        block.notes.push((look.words.with("work-choice", &args), look.theme.muted));
    }
}
