//! One line that is typed into while its control has the focus.
//!
//! Apart because cards, notes, file names and notebooks all have one; the text itself stays in the work.

use ratatui::text::Span;

use super::board::row_style;
use crate::text::width;
use crate::tui::screens::quiz::{Act, signs};
use crate::tui::widgets::Field;
use crate::tui::widgets::paper::{Lead, Writer};

/// The line that has the focus, and what it is kept under.
#[derive(Debug, Default)]
pub(super) struct TypedLine(Option<(String, Field)>);

impl TypedLine {
    /// Begins to type, at the end of what is there; or stops.
    pub(super) fn enter(&mut self, at: Option<(&str, &str)>) {
        self.0 = at.map(|(name, kept)| (name.to_owned(), Field::new(kept)));
    }

    /// Returns whether something is being typed.
    pub(super) fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// Takes a key or a paste; returns the text where it is another now.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts type nothing")]
    pub(super) fn act(&mut self, act: &Act) -> Option<String> {
        let (_, field) = self.0.as_mut()?;
        let before = field.text().to_owned();
        match act {
            Act::Type(key) => drop(field.press(*key)),
            Act::Paste(text) => field.paste(text),
            _ => return None,
        }
        (field.text() != before).then(|| field.text().to_owned())
    }

    /// Writes the line behind its label; the cursor is put where one types.
    pub(super) fn write(&self, name: &str, label: &str, kept: &str, has_focus: bool, writer: &mut Writer<'_>) {
        let look = writer.look;
        let before = 2 + width(label) + 2;
        let cells = writer.cells().saturating_sub(before).max(1);
        let (text, at) = match &self.0 {
            Some((of, field)) if has_focus && of == name => field.window(cells),
            _ => (kept.to_owned(), width(kept)),
        };
        if has_focus {
            writer.cursor_on_next_line(before + at);
        }
        let shown = if text.is_empty() { look.glyphs.more.to_owned() } else { text };
        let lead = Lead::of([signs::marker(look, has_focus), Span::styled(format!("{label}: "), look.theme.muted)]);
        writer.words(lead, &shown, row_style(look, has_focus));
    }
}
