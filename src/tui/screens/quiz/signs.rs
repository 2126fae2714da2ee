//! The signs before rows, and how a row looks: alike in every kind.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::assess::Mark;
use crate::course::question::{Choice, Target};
use crate::id::OptionId;
use crate::session::item::Item;
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::widgets::paper::Writer;

/// Finds an option by its id.
pub(super) fn option<'a>(item: &'a Item, id: &OptionId) -> Option<&'a Choice> {
    item.question.body.options().iter().find(|option| option.id == *id)
}

/// Finds a target by its id.
pub(super) fn target<'a>(item: &'a Item, id: &OptionId) -> Option<&'a Target> {
    item.question.body.targets().iter().find(|target| target.id == *id)
}

/// Returns the sign of the row that has the focus, or as much nothing, with a space.
pub(in crate::tui::screens) fn marker(look: &Look, has_focus: bool) -> Span<'static> {
    let sign = if has_focus { look.glyphs.here } else { " " };
    Span::styled(format!("{sign} "), look.theme.now)
}

/// Writes a button.
pub(in crate::tui::screens) fn button(label: &str, has_focus: bool, writer: &mut Writer<'_>) {
    let look = writer.look;
    if has_focus {
        writer.cursor_on_next_line(0);
    }
    let style = if has_focus { look.theme.focus } else { look.theme.muted };
    let label = format!("[ {} ]", look.words.get(label));
    writer.line(Line::from_iter([marker(look, has_focus), Span::styled(label, style)]));
}

/// Returns the style of a row.
pub(super) fn row_style(look: &Look, has_focus: bool, given: bool) -> Style {
    if has_focus {
        look.theme.focus
    } else if given {
        look.theme.strong
    } else {
        look.theme.text
    }
}

/// Returns the keys that choose by letter (or by digit), in their order.
fn keys(look: &Look, action: Action) -> Vec<Key> {
    let rows = look.keymap.rows(Table::Quiz).iter().filter(|row| row.action == action);
    let mut keys = Vec::new();
    for key in rows.flat_map(|row| &row.keys) {
        if !keys.contains(key) {
            keys.push(*key);
        }
    }
    keys
}

/// Returns the letter of an option; a space where letters have run out.
pub(super) fn letter(look: &Look, at: usize) -> String {
    name(look, Action::Choose, at)
}

/// Returns the digit of a target or place, or its number where digits have run out.
pub(super) fn digit(look: &Look, at: usize) -> String {
    let name = name(look, Action::Number, at);
    if name == " " { (at + 1).to_string() } else { name }
}

fn name(look: &Look, action: Action, at: usize) -> String {
    keys(look, action).get(at).map_or_else(|| " ".to_owned(), |key| key.name(&look.words, &look.glyphs))
}

/// Returns the place of a key among those that choose by letter or digit.
pub(in crate::tui::screens) fn place_of(look: &Look, action: Action, key: Key) -> Option<usize> {
    keys(look, action).iter().position(|known| *known == key)
}

/// Returns the sign of a finding, and its style.
pub(super) fn of_mark(look: &Look, mark: Mark) -> (&'static str, Style) {
    match mark {
        Mark::Right => (look.glyphs.right, look.theme.right),
        Mark::Wrong => (look.glyphs.wrong, look.theme.wrong),
        Mark::Missed => (look.glyphs.warn, look.theme.warn),
        Mark::Open => (look.glyphs.dot, look.theme.muted),
    }
}
