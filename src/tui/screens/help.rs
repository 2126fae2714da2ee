//! All keys: those of the screen below, then those that work everywhere.
//!
//! Apart from the footer, which has room for a few: this reads the same table to its end.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::text::width;
use crate::tui::action::{Action, Facts};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Table};
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::{Ends, Pick};
use crate::tui::width::pad;

/// From this width on the two lists stand beside each other.
const TWO_COLUMNS: u16 = 76;

/// The keys of one screen.
#[derive(Debug)]
pub struct Help {
    of: Table,
    /// What was so on that screen: what works only otherwise is muted.
    facts: Facts,
    pick: Pick,
    lines: Vec<Line<'static>>,
}

impl Help {
    /// Makes the help for a screen.
    pub fn new(of: Table, facts: Facts) -> Self {
        Self { of, facts, pick: Pick::default(), lines: Vec::new() }
    }
}

impl Page for Help {
    fn table(&self) -> Table {
        Table::Help
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("help-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let here = section(scene.look, "help-here", self.of, self.facts);
        let everywhere = section(scene.look, "help-everywhere", Table::Global, self.facts);
        self.lines = if area.width >= TWO_COLUMNS {
            beside(&here, &everywhere, usize::from(area.width) / 2, scene.look)
        } else {
            here.into_iter().chain([Line::default()]).chain(everywhere).collect()
        };
        let height = usize::from(area.height);
        let last = self.lines.len().saturating_sub(height);
        self.pick.select(self.pick.selected().min(last), self.lines.len());
        let top = self.pick.selected();
        self.pick.follow(top..(top + height).min(self.lines.len()), self.lines.len(), height);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (line, row) in self.lines.iter().skip(self.pick.top()).zip(area.rows()) {
            put(&cut(line, usize::from(row.width), scene.look.glyphs.more), row, 0, buf);
        }
        Some(Position::new(area.x, area.y))
    }

    fn update(&mut self, _work: &mut Work<'_>, event: Event) -> Reply {
        let len = self.lines.len();
        match event {
            Event::Act(Action::Back | Action::Help, _) => return Reply::go(Go::Back),
            Event::Act(action, _) => _ = self.pick.act(action, len),
            Event::Wheel(down) => _ = self.pick.step(if down { 3 } else { -3 }, len),
            Event::Type(_) | Event::Paste(_) | Event::Click(_) => {}
        }
        Reply::stay()
    }
}

fn section(look: &Look, title: &str, table: Table, facts: Facts) -> Vec<Line<'static>> {
    let mut lines = vec![Line::styled(look.words.get(title).to_uppercase(), look.theme.muted)];
    let rows = rows(look, table, facts);
    let widest = rows.iter().map(|row| width(&row.keys)).max().unwrap_or(0).min(22);
    lines.extend(rows.into_iter().map(|row| {
        let keys = pad(&row.keys, widest, look.glyphs.more);
        let (strong, text) =
            if row.works_now { (look.theme.strong, look.theme.text) } else { (look.theme.muted, look.theme.muted) };
        Line::from(vec![Span::styled(keys, strong), Span::raw("  "), Span::styled(row.label, text)])
    }));
    lines
}

/// One line of the help.
struct Row {
    keys: String,
    label: String,
    works_now: bool,
}

/// Returns the keys and what they do; what has one name is one row, whatever its conditions.
fn rows(look: &Look, table: Table, facts: Facts) -> Vec<Row> {
    let mut rows: Vec<(Vec<Key>, &str, bool)> = Vec::new();
    for binding in look.keymap.rows(table) {
        let Binding { keys, label, .. } = binding;
        match rows.iter_mut().find(|(_, known, _)| known == label) {
            Some((known, _, works_now)) => {
                known.extend(keys.iter().filter(|key| !known.contains(key)).copied().collect::<Vec<_>>());
                *works_now |= binding.holds(facts);
            }
            None => rows.push((keys.clone(), label, binding.holds(facts))),
        }
    }
    let names =
        |keys: Vec<Key>| keys.iter().map(|key| key.name(&look.words, &look.glyphs)).collect::<Vec<_>>().join("  ");
    rows.into_iter()
        .map(|(keys, label, works_now)| Row { keys: names(keys), label: look.words.get(label), works_now })
        .collect()
}

/// Puts two lists beside each other, the right one from a column on.
fn beside(left: &[Line<'static>], right: &[Line<'static>], column: usize, look: &Look) -> Vec<Line<'static>> {
    let line = |at: usize| {
        let mut line =
            left.get(at).map_or_else(Line::default, |line| cut(line, column.saturating_sub(2), look.glyphs.more));
        let gap = column.saturating_sub(crate::tui::widgets::ends::line_width(&line));
        // A line's own style would spread over its neighbour.
        let style = std::mem::take(&mut line.style);
        line.spans.iter_mut().for_each(|span| span.style = style.patch(span.style));
        if let Some(right) = right.get(at) {
            line.spans.push(Span::raw(" ".repeat(gap)));
            line.spans
                .extend(right.spans.iter().cloned().map(|span| Span { style: right.style.patch(span.style), ..span }));
        }
        line
    };
    (0..left.len().max(right.len())).map(line).collect()
}
