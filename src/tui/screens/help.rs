//! The keys that do something now: those of the screen below, then those that work everywhere.
//!
//! Apart from the footer, which has room for a few: this reads the same table to its end.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::text::{width, wrap};
use crate::tui::action::{Action, Facts};
use crate::tui::input::Key;
use crate::tui::keymap::{Binding, Table, names};
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::{Ends, Pick};
use crate::tui::width::pad;

/// From this width on the two lists stand beside each other.
const TWO_COLUMNS: u16 = 76;
/// The keys take no more cells than these.
const WIDEST_KEYS: usize = 22;

/// The keys of one screen.
#[derive(Debug)]
pub struct Help {
    of: Table,
    /// What was so on that screen: what works only otherwise is left out.
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
        let is_wide = area.width >= TWO_COLUMNS;
        let cells = usize::from(area.width);
        let cells = if is_wide { (cells / 2).saturating_sub(2) } else { cells };
        let here = section(scene.look, "help-here", self.of, self.facts, cells);
        let everywhere = section(scene.look, "help-everywhere", Table::Global, self.facts, cells);
        self.lines = if is_wide {
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

fn section(look: &Look, title: &str, table: Table, facts: Facts, cells: usize) -> Vec<Line<'static>> {
    let mut lines = vec![Line::styled(look.words.get(title).to_uppercase(), look.theme.muted)];
    let rows = rows(look, table, facts);
    let widest = rows.iter().map(|row| width(&row.keys)).max().unwrap_or(0).min(WIDEST_KEYS).min(cells / 2);
    let room = cells.saturating_sub(widest + 2);
    for row in rows {
        let (keys, label) = (wrap(&row.keys, widest), wrap(&row.label, room));
        lines.extend((0..keys.len().max(label.len())).map(|at| {
            let of = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
            let keys = Span::styled(pad(&of(&keys), widest, look.glyphs.more), look.theme.strong);
            Line::from(vec![keys, Span::raw("  "), Span::styled(of(&label), look.theme.text)])
        }));
    }
    lines
}

/// One key, or several, and what they do.
struct Row {
    keys: String,
    label: String,
}

/// Returns the keys that do something now and what they do; what has one name is one row.
fn rows(look: &Look, table: Table, facts: Facts) -> Vec<Row> {
    let mut rows: Vec<(Vec<Key>, &str)> = Vec::new();
    for Binding { keys, label, .. } in look.keymap.rows(table).iter().filter(|binding| binding.holds(facts)) {
        match rows.iter_mut().find(|(_, known)| known == label) {
            Some((known, _)) => {
                known.extend(keys.iter().filter(|key| !known.contains(key)).copied().collect::<Vec<_>>());
            }
            None => rows.push((keys.clone(), label)),
        }
    }
    let row = |(keys, label): (Vec<Key>, &str)| Row {
        keys: names(&keys, &look.words, &look.glyphs).join("  "),
        label: look.words.get(label),
    };
    rows.into_iter().map(row).collect()
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
