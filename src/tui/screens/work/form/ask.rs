//! A form as it is written once: its values, its findings, where the focus is.
//!
//! Apart from the station so that fields, rows and cards are given one thing and can change nothing.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::block::Block;
use super::entries::Filled;
use super::pen::Pen;
use super::stops::Stop;
use super::told::{self, Told};
use super::{counter, picks};
use crate::assess::work::Finding;
use crate::assess::work::form::local_time;
use crate::course::exercise::form::{Field, FieldKind};
use crate::text::{pad_right, width};
use crate::tui::look::Look;
use crate::tui::widgets::Editor;
use crate::tui::width::truncate;

/// A form while it is written on paper.
pub(super) struct Ask<'a> {
    pub(super) look: &'a Look,
    pub(super) filled: Filled<'a>,
    pub(super) told: Told<'a>,
    pub(super) stops: &'a [Stop],
    pub(super) focus: usize,
    pub(super) pen: &'a Pen,
}

impl Ask<'_> {
    /// Returns the number of a stop.
    pub(super) fn number(&self, stop: Stop) -> usize {
        super::stops::find(self.stops, stop).unwrap_or(usize::MAX)
    }

    /// Returns whether the focus is at a stop.
    pub(super) fn is_at(&self, stop: Stop) -> bool {
        self.stops.get(self.focus) == Some(&stop)
    }

    /// Puts a field together that is no field of rows.
    pub(super) fn block(&self, stop: Stop, field: &Field, finding: Option<&Finding>, cells: usize) -> Block {
        let has_focus = self.is_at(stop);
        let text = self.filled.text(stop);
        let mut block = Block { label: field.label.clone(), has_focus, ..Block::default() };
        if let FieldKind::Choice(options) = &field.kind {
            picks::one(self, field, options, text, cells, &mut block);
        } else if let FieldKind::Choices(options) = &field.kind {
            picks::several(self, field, options, cells, &mut block);
        } else {
            self.text_into(stop, field, cells, &mut block);
        }
        self.beside(stop, field, finding, &mut block);
        block
    }

    /// Writes counter, sign and code.
    fn beside(&self, stop: Stop, field: &Field, finding: Option<&Finding>, block: &mut Block) {
        let theme = &self.look.theme;
        let (of, column) = self.of(stop, field);
        let length = counter::length(self.filled.form, of, column, self.filled.text(stop));
        block.aside.extend(length.map(|(count, is_over)| {
            let style = if is_over { theme.wrong } else { theme.muted };
            Span::styled(format!("{count} "), style)
        }));
        let is_kept = || counter::is_judged(self.filled.form, field) && !self.is_empty(stop, field);
        match finding {
            Some(finding) => block.aside.push(told::code(self.look, finding)),
            None if matches!(stop, Stop::Field(_)) && is_kept() => {
                block.aside.push(Span::styled(self.look.glyphs.right, theme.right));
            }
            None => {}
        }
    }

    fn is_empty(&self, stop: Stop, field: &Field) -> bool {
        self.filled.text(stop).trim().is_empty() && self.filled.several(field).is_empty()
    }

    /// Returns the field of a stop, and its column.
    fn of<'f>(&'f self, stop: Stop, field: &'f Field) -> (&'f Field, Option<&'f Field>) {
        match (stop, self.filled.form.fields.get(stop.field())) {
            (Stop::Cell { .. }, Some(of)) => (of, Some(field)),
            _ => (field, None),
        }
    }

    fn text_into(&self, stop: Stop, field: &Field, most: usize, block: &mut Block) {
        let text = self.filled.text(stop);
        let cells = roomy(field, text).min(most);
        let editor = self.pen.at(stop, field, text);
        let shows_hint = text.is_empty() && !block.has_focus && !field.locked;
        if shows_hint {
            let hint = truncate(&field.hint, most, self.look.glyphs.more);
            let style = self.look.theme.field().patch(self.look.theme.muted);
            block.value = vec![Line::styled(pad_right(&hint, cells), style)];
        } else {
            block.value = self.rows(&editor, field, cells, block.has_focus);
        }
        let rows = editor.rows(cells.saturating_sub(1));
        block.cursor = Some(editor.cursor_in(&rows, cells.saturating_sub(1)));
        self.notes(stop, field, text, block);
    }

    fn notes(&self, stop: Stop, field: &Field, text: &str, block: &mut Block) {
        let (look, muted) = (self.look, self.look.theme.muted);
        let count = counter::words(look, self.filled, self.of(stop, field), text);
        let hint = Some(field.hint.clone()).filter(|hint| block.has_focus && !hint.is_empty());
        let count = count.filter(|_| block.has_focus || (is_long(field) && !text.is_empty()));
        let note = [count, hint].into_iter().flatten().collect::<Vec<_>>();
        if !note.is_empty() {
            block.notes.push((note.join(&format!(" {} ", look.glyphs.dot)), muted));
        }
        if let FieldKind::DateTime { east, zone } = &field.kind
            && let Some(local) = local_time(text, *east)
        {
            let args = [("time", local.into()), ("zone", zone.as_str().into())];
            block.notes.push((look.words.with("work-local-time", &args).trim().to_owned(), look.theme.accent));
        }
    }

    /// Returns the rows of a text, each filled up to the field's ground.
    fn rows(&self, editor: &Editor, field: &Field, cells: usize, has_focus: bool) -> Vec<Line<'static>> {
        let base = ground(self.look, field);
        let room = if field.locked { cells } else { cells.saturating_sub(1) };
        let row = |bytes| filled(editor.pieces(bytes, base, selected(), &[]), cells, base);
        let mut rows: Vec<Line<'static>> = editor.rows(room).iter().map(row).collect();
        while is_long(field) && has_focus && rows.len() < 3 {
            rows.push(filled(Vec::new(), cells, base));
        }
        rows
    }
}

/// Fills a row up with its ground.
fn filled(mut spans: Vec<Span<'static>>, cells: usize, base: Style) -> Line<'static> {
    let taken: usize = spans.iter().map(|span| width(&span.content)).sum();
    spans.push(Span::styled(" ".repeat(cells.saturating_sub(taken)), base));
    Line::from(spans)
}

/// Returns the style of what is selected.
pub(in crate::tui::screens::work) fn selected() -> Style {
    Style::new().add_modifier(Modifier::REVERSED)
}

/// Returns the style of a value: on a ground where it can be written.
pub(super) fn ground(look: &Look, field: &Field) -> Style {
    if field.locked { look.theme.text } else { look.theme.field() }
}

fn is_long(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Long)
}

/// Returns how many cells a value of this kind needs; more where more was written.
fn roomy(field: &Field, text: &str) -> usize {
    let usual = match field.kind {
        FieldKind::Number | FieldKind::Duration => 10,
        FieldKind::Timecode { .. } | FieldKind::Date => 14,
        FieldKind::DateTime { .. } => 20,
        FieldKind::Text | FieldKind::Long | FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Rows { .. } => {
            return usize::MAX;
        }
    };
    usual.max(width(text) + 1)
}
