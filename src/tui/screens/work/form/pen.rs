//! What is under way inside of one stop: a text with its cursor, or options that are looked through.
//!
//! Apart from the station because it is forgotten as soon as the focus goes on; what was written stands in the work.

use std::borrow::Cow;

use super::entries::longest;
use super::stops::Stop;
use crate::course::exercise::form::{Field, FieldKind};
use crate::tui::widgets::Editor;

/// What is under way at a stop.
#[derive(Debug, Default)]
pub(super) struct Pen {
    text: Option<(Stop, Editor)>,
    /// Which option is looked at.
    pub(super) option: usize,
    /// Whether the list of a choice is open.
    pub(super) is_open: bool,
}

impl Pen {
    /// Returns the text of a stop with its cursor, at the end where nothing was done yet.
    pub(super) fn at(&self, stop: Stop, field: &Field, kept: &str) -> Cow<'_, Editor> {
        match &self.text {
            Some((at, editor)) if *at == stop && editor.text() == kept => Cow::Borrowed(editor),
            Some(_) | None => Cow::Owned(editor(field, kept)),
        }
    }

    /// Takes the pen to a stop.
    pub(super) fn take(&mut self, stop: Stop, field: &Field, kept: &str) -> &mut Editor {
        let stays = self.text.as_ref().is_some_and(|(at, editor)| *at == stop && editor.text() == kept);
        if !stays {
            self.text = None;
        }
        let (_, editor) = self.text.get_or_insert_with(|| (stop, editor(field, kept)));
        editor
    }
}

fn editor(field: &Field, kept: &str) -> Editor {
    let is_long = matches!(field.kind, FieldKind::Long);
    if is_long { Editor::long(kept, longest(field)) } else { Editor::line(kept, longest(field)) }
}
