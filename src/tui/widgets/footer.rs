//! The row of keys at the foot of every screen, made from the key table.
//!
//! Apart because it must never name a key that does nothing now. Where it is narrow the least important keys go; the
//! order on screen is the order of the table. A click on a key is that key.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::ends::{cut, line_width, put};
use crate::tui::action::{Action, Facts};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Table, names};
use crate::tui::look::Look;
use crate::tui::width::width;

/// The keys of a screen, with something before them and something at the right end.
#[derive(Debug)]
pub struct Footer<'a> {
    look: &'a Look,
    table: Table,
    facts: Facts,
    counted: Option<(Action, usize)>,
    before: Line<'static>,
    after: Line<'static>,
}

struct Item {
    key: Key,
    priority: u8,
    name: String,
    label: String,
}

impl Item {
    fn width(&self) -> usize {
        width(&self.name) + 1 + width(&self.label)
    }
}

impl<'a> Footer<'a> {
    /// Makes the footer of a screen.
    pub fn new(look: &'a Look, table: Table, facts: Facts) -> Self {
        Self { look, table, facts, counted: None, before: Line::default(), after: Line::default() }
    }

    /// Puts a number behind the key of an action.
    #[must_use]
    pub fn counted(mut self, counted: Option<(Action, usize)>) -> Self {
        self.counted = counted;
        self
    }

    /// Puts a line before the keys: a position bar, a row of question marks.
    #[must_use]
    pub fn before(mut self, line: Line<'static>) -> Self {
        self.before = line;
        self
    }

    /// Puts a line at the right end: how things stand with the disk.
    #[must_use]
    pub fn after(mut self, line: Line<'static>) -> Self {
        self.after = line;
        self
    }

    /// Returns the key that is shown at a column of an area, for the mouse.
    pub fn key_at(&self, area: Rect, column: u16) -> Option<Key> {
        let column = usize::from(column.checked_sub(area.x)?);
        let (items, gap) = self.fitting(usize::from(area.width));
        let shown = self.places(&items, gap).into_iter().zip(&items);
        shown.into_iter().find(|(place, _)| place.contains(&column)).map(|(_, item)| item.key)
    }

    fn item(&self, binding: &Binding) -> Option<Item> {
        let Look { words, glyphs, .. } = self.look;
        let key = *binding.keys.first()?;
        let name = names(&binding.keys, words, glyphs).into_iter().next()?;
        let label = words.get(binding.label);
        let count = self.counted.filter(|(action, count)| *action == binding.action && *count > 0);
        let label = count.map_or_else(|| label.clone(), |(_, count)| format!("{label} {count}"));
        Some(Item { key, priority: binding.footer?, name, label })
    }

    /// Drops the least important keys until the rest fits, with as wide a gap as there is room for.
    fn fitting(&self, cells: usize) -> (Vec<Item>, usize) {
        let bindings = self.look.keymap.footer(self.table, self.facts);
        let mut items: Vec<Item> = bindings.into_iter().filter_map(|binding| self.item(binding)).collect();
        let after = line_width(&self.after);
        let room = cells.saturating_sub(self.start() + if after == 0 { 0 } else { after + 2 });
        loop {
            let words: usize = items.iter().map(Item::width).sum();
            let gaps = items.len().saturating_sub(1);
            if let Some(gap) = [3, 2].into_iter().find(|gap| words + gap * gaps <= room) {
                return (items, gap);
            }
            let Some(least) = items.iter().map(|item| item.priority).max() else { return (items, 0) };
            items.retain(|item| item.priority != least);
        }
    }

    fn start(&self) -> usize {
        match line_width(&self.before) {
            0 => 0,
            before => before + 3,
        }
    }

    fn places(&self, items: &[Item], gap: usize) -> Vec<Range<usize>> {
        let mut from = self.start();
        let place = |item: &Item| {
            let to = from + item.width();
            let place = from..to;
            from = to + gap;
            place
        };
        items.iter().map(place).collect()
    }
}

impl Widget for &Footer<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let cells = usize::from(area.width);
        let theme = &self.look.theme;
        put(&cut(&self.before, cells, self.look.glyphs.more), area, 0, buf);
        let (items, gap) = self.fitting(cells);
        for (place, item) in self.places(&items, gap).into_iter().zip(&items) {
            let spans = [
                Span::styled(item.name.clone(), theme.strong),
                Span::raw(" "),
                Span::styled(item.label.clone(), theme.muted),
            ];
            put(&Line::from_iter(spans), area, place.start, buf);
        }
        put(&self.after, area, cells.saturating_sub(line_width(&self.after)), buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn drawn(lang: &str, cells: u16) -> String {
        let look = testing::look(lang);
        let area = Rect::new(0, 0, cells, 1);
        let mut buf = Buffer::empty(area);
        Footer::new(&look, Table::Home, Facts::default()).after(Line::raw("saved")).render(area, &mut buf);
        testing::text(&buf)
    }

    #[test]
    fn narrow_footers_keep_what_matters_most() {
        assert_eq!(
            drawn("en", 100),
            "Enter open   x desk work   p progress   / search   g glossary   n notes   q quit   ? keys      saved"
        );
        assert_eq!(drawn("en", 38), "Enter open  p progress  ? keys   saved");
        assert_eq!(drawn("en", 0), "");
    }

    #[test]
    fn a_hint_is_in_the_footer_of_every_kind_of_question_at_every_width() {
        use crate::tui::action::Fact;
        let kinds = [&[][..], &[Fact::Ready], &[Fact::Ordering], &[Fact::Placing], &[Fact::Marking], &[Fact::Typing]];
        for (kind, cells) in kinds.into_iter().flat_map(|kind| [(kind, 38), (kind, 66), (kind, 118)]) {
            for (lang, hint, lesson) in [("en", "hint", "lesson"), ("fr", "indice", "leçon")] {
                let look = testing::look(lang);
                let area = Rect::new(0, 0, cells, 1);
                let mut buf = Buffer::empty(area);
                let facts = Facts::of(kind).and(Fact::HasHint, true);
                Footer::new(&look, Table::Quiz, facts).render(area, &mut buf);
                let text = testing::text(&buf);
                assert!(text.contains(hint), "{kind:?} {cells}: {text}");
                assert!(cells < 100 || text.contains(lesson), "{kind:?} {cells}: {text}");
            }
        }
    }

    #[test]
    fn a_click_on_a_key_is_that_key() {
        let look = testing::look("en");
        let footer = Footer::new(&look, Table::Home, Facts::default());
        let area = Rect::new(1, 5, 78, 1);
        let key = |column| footer.key_at(area, column).map(|key| key.to_string());
        assert_eq!(key(0), None);
        assert_eq!(key(1).as_deref(), Some("<enter>"));
        assert_eq!(key(10).as_deref(), Some("<enter>"));
        assert_eq!(key(11), None);
    }
}
