//! The station of `form`: fields that are filled in, with what the rules find beside them.
//!
//! Enter goes on to the next field, in a table to the next row; up and down go by rows of text, then by fields. What
//! is wrong is only marked where it stands and told in the foot, so that nothing jumps while one types.

mod ask;
mod block;
mod counter;
mod entries;
mod mouse;
mod pen;
mod picks;
mod rows;
mod stops;
mod table;
mod told;

use std::cell::Cell;

use ask::Ask;
pub(super) use ask::selected;
use block::Grid;
use entries::{Filled, is_written};
use pen::Pen;
use rows::Removed;
use stops::{Stop, beside, of_place, stops};
use table::Rows;
use told::Told;

use super::station::{Did, Seen, Station};
use crate::assess::work::Place;
use crate::course::exercise::Pick;
use crate::course::exercise::form::{Field, FieldKind};
use crate::text::width;
use crate::tui::input::{Code, Key};
use crate::tui::screens::quiz::{Act, Way};
use crate::tui::widgets::editor::Pressed;
use crate::tui::widgets::paper::{Paper, Spot, Writer};

/// A form on the screen.
#[derive(Debug, Default)]
pub(super) struct Filling {
    pen: Pen,
    /// The row that was taken out last.
    removed: Option<Removed>,
    is_in_rows: bool,
    /// How the form was laid out last: cells of the paper, and whether it is as narrow as a phone.
    laid: Cell<(usize, bool)>,
}

/// One act, and what it acts on.
struct On<'a, 'f> {
    filled: Filled<'a>,
    stops: &'a [Stop],
    stop: Stop,
    focus: &'f mut usize,
}

impl On<'_, '_> {
    fn go(&mut self, to: usize) -> Did {
        *self.focus = to;
        Did::Moved
    }

    fn field(&self) -> Option<&Field> {
        self.filled.meant(self.stop)
    }
}

impl Filling {
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts do nothing here")]
    fn text(&mut self, on: &mut On<'_, '_>, act: Act) -> Did {
        let filled = on.filled;
        let Some(field) = filled.meant(on.stop) else { return Did::Nothing };
        let cells = self.text_cells(filled, on.stop);
        let kept = filled.text(on.stop);
        let editor = self.pen.take(on.stop, field, kept);
        let pressed = match act {
            Act::Type(key) if field.locked && edits(key) => Pressed::Nothing,
            Act::Paste(_) if field.locked => Pressed::Nothing,
            Act::Type(key) => editor.press(key, cells),
            Act::Paste(text) if editor.paste(&text) => Pressed::Changed,
            Act::Step(way @ (Way::Up | Way::Down)) if !matches!(on.stop, Stop::Cell { .. }) => {
                editor.press(Key::plain(if way == Way::Up { Code::Up } else { Code::Down }), cells)
            }
            Act::Use if matches!(field.kind, FieldKind::Long) && !field.locked => {
                editor.press(Key::plain(Code::Enter), cells)
            }
            _ => Pressed::Nothing,
        };
        match pressed {
            Pressed::Changed => filled.set(on.stop, editor.text()),
            Pressed::Moved => Did::Moved,
            Pressed::Nothing => Did::Nothing,
        }
    }

    /// Returns how many cells the text at a stop is wrapped in.
    fn text_cells(&self, filled: Filled<'_>, stop: Stop) -> usize {
        let (cells, is_narrow) = self.laid.get();
        let grid = grid(filled, cells, is_narrow);
        match stop {
            Stop::Cell { .. } => usize::MAX,
            Stop::Field(_) | Stop::Add(_) => grid.value.saturating_sub(1),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts do nothing here")]
    fn choice(&mut self, on: &mut On<'_, '_>, options: &[Pick], act: &Act) -> Did {
        let given = options.iter().position(|pick| pick.id == on.filled.text(on.stop));
        if on.field().is_some_and(|field| field.locked) {
            return Did::Nothing;
        }
        if self.pen.is_open {
            return self.listed(on, options, act);
        }
        let set =
            |at: Option<usize>| on.filled.set(on.stop, at.and_then(|at| options.get(at)).map_or("", |pick| &pick.id));
        match act {
            Act::Step(Way::Right) | Act::Toggle if given.is_none() => set(Some(0)),
            Act::Step(Way::Right) => set(given.map(|at| (at + 1).min(options.len().saturating_sub(1)))),
            Act::Step(Way::Left) => set(given.map_or(options.len().checked_sub(1), |at| Some(at.saturating_sub(1)))),
            Act::Toggle => set(given.map(|at| (at + 1) % options.len().max(1))),
            Act::Number(at) if *at < options.len() => set(Some(*at)),
            Act::Type(key) if matches!(key.code, Code::Backspace | Code::Delete) => set(None),
            Act::Use if self.opens(on, options) => {
                (self.pen.is_open, self.pen.option) = (true, given.unwrap_or(0));
                Did::Moved
            }
            _ => Did::Nothing,
        }
    }

    /// Returns whether the options of a choice stand in a list of their own.
    fn opens(&self, on: &On<'_, '_>, options: &[Pick]) -> bool {
        let (cells, is_narrow) = self.laid.get();
        let is_field = matches!(on.stop, Stop::Field(_)) || is_narrow;
        is_field && !picks::fit(options, grid(on.filled, cells, is_narrow).value)
    }

    /// Looks through an open list.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts do nothing here")]
    fn listed(&mut self, on: &On<'_, '_>, options: &[Pick], act: &Act) -> Did {
        match act {
            Act::Step(Way::Up) => self.pen.option = self.pen.option.saturating_sub(1),
            Act::Step(Way::Down) => self.pen.option = (self.pen.option + 1).min(options.len().saturating_sub(1)),
            Act::Use | Act::Toggle => {
                self.pen.is_open = false;
                let pick = options.get(self.pen.option);
                return pick.map_or(Did::Moved, |pick| on.filled.set(on.stop, &pick.id));
            }
            _ => return Did::Nothing,
        }
        Did::Moved
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts do nothing here")]
    fn ticks(&mut self, on: &On<'_, '_>, field: &Field, options: &[Pick], act: &Act) -> Did {
        let last = options.len().saturating_sub(1);
        let (cells, is_narrow) = self.laid.get();
        let is_beside = picks::fit(options, grid(on.filled, cells, is_narrow).value);
        let (back, forth) = if is_beside { (Way::Left, Way::Right) } else { (Way::Up, Way::Down) };
        match act {
            Act::Step(way) if *way == back && self.pen.option > 0 => self.pen.option -= 1,
            Act::Step(way) if *way == forth && self.pen.option < last => self.pen.option += 1,
            Act::Number(at) if *at <= last => self.pen.option = *at,
            Act::Toggle | Act::Use if !field.locked => {
                let pick = options.get(self.pen.option);
                return pick.map_or(Did::Nothing, |pick| on.filled.toggle(field, options, pick));
            }
            _ => return Did::Nothing,
        }
        Did::Moved
    }

    /// What an act does where the field itself has no use for it: it goes on.
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other acts do nothing here")]
    fn go_on(&mut self, on: &mut On<'_, '_>, act: &Act) -> Did {
        let at = *on.focus;
        match act {
            Act::Step(Way::Up) => on.go(beside(on.stops, at, false)),
            Act::Step(Way::Down) => on.go(beside(on.stops, at, true)),
            Act::Use if matches!(on.stop, Stop::Cell { .. }) => Self::next_row(on),
            Act::Use => on.go(at + 1),
            Act::Type(key) => match (key.code, on.stop) {
                (Code::Left, Stop::Cell { .. }) if !key.shift => on.go(at.saturating_sub(1)),
                (Code::Right, Stop::Cell { .. }) if !key.shift => on.go(at + 1),
                (Code::Char('z'), _) if key.ctrl => self.put_back(on),
                _ => Did::Nothing,
            },
            _ => Did::Nothing,
        }
    }

    fn inside(&mut self, on: &mut On<'_, '_>, act: Act) -> Did {
        let filled = on.filled;
        match filled.meant(on.stop).map(|field| (field, &field.kind)) {
            Some((_, FieldKind::Choice(options))) => self.choice(on, options, &act),
            Some((field, FieldKind::Choices(options))) => self.ticks(on, field, options, &act),
            Some(_) => self.text(on, act),
            None if matches!(act, Act::Use | Act::Toggle | Act::Control(_)) => Self::add_row(on),
            None => Did::Nothing,
        }
    }
}

/// Returns whether a key would change a text.
fn edits(key: Key) -> bool {
    let is_command = key.ctrl && matches!(key.code, Code::Char('z' | 'y' | 'w'));
    key.text().is_some() || is_command || matches!(key.code, Code::Backspace | Code::Delete | Code::Enter)
}

/// Returns where labels, values and codes of a form stand.
fn grid(filled: Filled<'_>, cells: usize, is_narrow: bool) -> Grid {
    let fields = || filled.form.fields.iter().filter(|field| !matches!(field.kind, FieldKind::Rows { .. }));
    let label = fields().map(|field| width(&field.label)).max().unwrap_or(0);
    let has_counter = fields().any(|field| counter::length(filled.form, field, None, "").is_some());
    let code = fields().map(|field| width(&field.code)).max().unwrap_or(0);
    Grid::new(cells, 2, label, code.clamp(1, 10) + 2 + if has_counter { 6 } else { 0 }, is_narrow)
}

impl Station for Filling {
    fn controls(&self, seen: Seen<'_>) -> usize {
        Filled::of(seen).map_or(0, |filled| stops(filled).len())
    }

    fn write(&self, seen: Seen<'_>, focus: usize, writer: &mut Writer<'_>) {
        let Some(filled) = Filled::of(seen) else { return };
        self.laid.set((writer.cells(), writer.is_narrow()));
        let stops = stops(filled);
        let told = Told::new(seen.findings);
        let ask = Ask { look: writer.look, filled, told, stops: &stops, focus, pen: &self.pen };
        let grid = grid(filled, writer.cells(), writer.is_narrow());
        for (at, field) in filled.form.fields.iter().enumerate() {
            if let FieldKind::Rows { .. } = field.kind {
                Rows { ask: &ask, at, field }.write(writer);
                continue;
            }
            let stop = Stop::Field(at);
            let block = ask.block(stop, field, ask.told.of_field(field), grid.value);
            writer.place(Spot::Control(ask.number(stop)), |writer| block.write(grid, writer));
        }
    }

    fn act(&mut self, seen: Seen<'_>, focus: &mut usize, _paper: &Paper, act: Act) -> Did {
        let Some(filled) = Filled::of(seen) else { return Did::Nothing };
        let stops = stops(filled);
        if let Act::Control(at) = act {
            *focus = at;
        }
        let Some(stop) = stops.get(*focus).copied() else { return Did::Nothing };
        let mut on = On { filled, stops: &stops, stop, focus };
        if let Act::Shift(down) = act {
            return Self::shift_row(&mut on, down);
        }
        if act == Act::AddRow {
            return Self::add_row(&mut on);
        }
        if act == Act::DeleteRow {
            return self.delete_row(&mut on);
        }
        let did = self.inside(&mut on, act.clone());
        if did == Did::Nothing { self.go_on(&mut on, &act) } else { did }
    }

    fn entered(&mut self, seen: Seen<'_>, focus: usize) {
        self.pen = Pen::default();
        let stop = Filled::of(seen).and_then(|filled| stops(filled).get(focus).copied());
        self.is_in_rows = matches!(stop, Some(Stop::Cell { .. } | Stop::Add(_)));
    }

    fn cancel(&mut self, _seen: Seen<'_>, _focus: &mut usize) -> bool {
        std::mem::take(&mut self.pen.is_open)
    }

    fn go_to(&mut self, seen: Seen<'_>, place: &Place, focus: &mut usize) -> bool {
        let Some(filled) = Filled::of(seen) else { return false };
        let found = of_place(filled, &stops(filled), place);
        found.inspect(|at| *focus = *at).is_some()
    }

    fn finding(&self, seen: Seen<'_>, focus: usize) -> Option<usize> {
        let filled = Filled::of(seen)?;
        Told::new(seen.findings).at_stop(filled, *stops(filled).get(focus)?)
    }

    fn is_about(&self, seen: Seen<'_>, place: &Place, focus: usize) -> bool {
        Filled::of(seen).is_some_and(|filled| of_place(filled, &stops(filled), place) == Some(focus))
    }

    fn point(&mut self, seen: Seen<'_>, focus: usize, row: usize, column: usize) {
        self.put_cursor(seen, focus, row, column);
    }

    fn is_typing(&self, seen: Seen<'_>, focus: usize) -> bool {
        let Some(filled) = Filled::of(seen) else { return false };
        let stop = stops(filled).get(focus).copied();
        stop.and_then(|stop| filled.meant(stop)).is_some_and(is_written)
    }

    fn takes(&self, _seen: Seen<'_>, _focus: usize, _way: Way) -> bool {
        true
    }

    fn is_in_rows(&self) -> bool {
        self.is_in_rows
    }
}
