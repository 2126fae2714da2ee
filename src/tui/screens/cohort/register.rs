//! Who was there: people down, half-days across, both headings stay while the rest scrolls.
//!
//! Apart from the matrix because here something is written: the trainer's tick stands in the middle of a cell, and the
//! learner's own sign-in beside it. The hours at the right are those of reports and certificates.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{NARROW, half_day, half_short, masthead};
use crate::cohort::matrix::Row;
use crate::id::LearnerId;
use crate::journal::planning::HalfDay;
use crate::session::training::OpenCohort;
use crate::session::training::clock::Now;
use crate::session::training::register::Mark;
use crate::session::{Session, Training};
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Pick, rule_under};
use crate::tui::width::{pad, pad_left};

/// Cells of the hours.
const HOURS: u16 = 6;
/// Rows of the headings.
const HEAD: u16 = 2;

/// The register of the open cohort.
#[derive(Debug, Default)]
pub struct Register {
    pick: Pick,
    /// The half-day that is picked; none until it was laid out, when it is that of today.
    column: Option<usize>,
    left: usize,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    head: Rect,
    list: Rect,
    rule: Rect,
    foot: Rect,
    /// Cells of the names and of a half-day, and how many half-days are in view.
    name: u16,
    cell: u16,
    shown: usize,
}

fn room(session: &Session) -> Option<&OpenCohort> {
    session.training().and_then(Training::room)
}

fn size(session: &Session) -> (usize, usize) {
    room(session).map_or((0, 0), |room| (room.matrix.rows.len(), room.register.half_days.len()))
}

/// Returns the half-day that is now, or the last one before it.
fn today(session: &Session, room: &OpenCohort) -> usize {
    let now = session.room_time().map(Now::half_day);
    let before = room.register.half_days.iter().take_while(|when| Some(**when) <= now).count();
    before.saturating_sub(1)
}

impl Register {
    /// Returns who and when is picked.
    fn picked(&self, session: &Session) -> Option<(LearnerId, HalfDay)> {
        let room = room(session)?;
        let learner = room.matrix.rows.get(self.pick.selected())?.person.learner;
        Some((learner, *room.register.half_days.get(self.column?)?))
    }

    fn toggle(&self, work: &mut Work<'_>) -> Reply {
        let Some((learner, when)) = self.picked(work.session) else { return Reply::stay() };
        let mark = room(work.session).map(|room| room.register.mark(&room.plan, learner, when)).unwrap_or_default();
        Reply::effects(work.session.tick(&[learner], when, !mark.counts()))
    }

    /// Ticks everybody of whom the trainer has said nothing yet.
    fn all(&self, work: &mut Work<'_>) -> Reply {
        let Some((_, when)) = self.picked(work.session) else { return Reply::stay() };
        let Some(room) = room(work.session) else { return Reply::stay() };
        let everybody = room.matrix.rows.iter().map(|row| row.person.learner);
        let open = |learner: &LearnerId| room.register.mark(&room.plan, *learner, when).ticked.is_none();
        let open: Vec<LearnerId> = everybody.filter(open).collect();
        Reply::effects(work.session.tick(&open, when, true))
    }

    fn across(&mut self, session: &Session, by: isize) {
        let last = size(session).1.saturating_sub(1);
        self.column = self.column.map(|column| column.saturating_add_signed(by).min(last));
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let (rows, columns) = size(work.session);
        let (list, start) = (self.parts.list, self.parts.list.x + self.parts.name);
        let row = usize::from(at.y.saturating_sub(list.y)) + self.pick.top();
        if !list.contains(at) || row >= rows {
            return Reply::stay();
        }
        let column = at.x.checked_sub(start).map(|x| usize::from(x / self.parts.cell.max(1)) + self.left);
        let column = column.filter(|column| *column < columns.min(self.left + self.parts.shown));
        let again = (Some(row), column) == (Some(self.pick.selected()), self.column);
        self.pick.select(row, rows);
        self.column = column.or(self.column);
        if again { self.toggle(work) } else { Reply::stay() }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if self.pick.act(action, size(work.session).0) {
            return Reply::stay();
        }
        match action {
            Action::Left => self.across(work.session, -1),
            Action::Right => self.across(work.session, 1),
            Action::Toggle => return self.toggle(work),
            Action::TickAll => return self.all(work),
            Action::HideNames => work.session.hide_names(),
            Action::Back => return Reply::go(Go::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn is_narrow(&self) -> bool {
        self.parts.head.width < NARROW
    }

    fn heading(&self, scene: Scene<'_>, room: &OpenCohort, buf: &mut Buffer) {
        let (look, mut places) = (scene.look, self.parts.head.rows());
        let (Some(upper), Some(lower)) = (places.next(), places.next()) else { return };
        put(&Line::styled(format!("  {}", look.words.get("matrix-name")), look.theme.muted), lower, 0, buf);
        for (at, x) in self.columns(room) {
            let Some(when) = room.register.half_days.get(at) else { continue };
            let style = if Some(at) == self.column { look.theme.focus } else { look.theme.muted };
            let day: String = when.date.to_string().chars().skip(if self.is_narrow() { 8 } else { 5 }).collect();
            let width = self.parts.cell;
            let cell = |place: Rect| Rect { x, width, ..place }.intersection(place);
            put(&Line::styled(pad_left(&day, width.into(), ""), style), cell(upper), 0, buf);
            let half = pad_left(&half_short(when.half, look), width.into(), "");
            put(&Line::styled(half, style), cell(lower), 0, buf);
        }
        self.cuts(scene, room, upper, buf);
        let hours = Line::styled(pad_left(&look.words.get("register-hours"), HOURS.into(), ""), look.theme.muted);
        put(&hours, right(lower), 0, buf);
    }

    /// Says in the heading that there are more half-days at the left or at the right.
    fn cuts(&self, scene: Scene<'_>, room: &OpenCohort, place: Rect, buf: &mut Buffer) {
        let [_, _, back, on] = scene.look.glyphs.arrows;
        let start = place.x + self.parts.name;
        let end = start + u16::try_from(self.parts.shown).unwrap_or(0) * self.parts.cell;
        let more = self.left + self.parts.shown < room.register.half_days.len();
        for (sign, x, is_cut) in [(back, start, self.left > 0), (on, end, more)] {
            if is_cut && x < place.right() {
                buf.set_string(x, place.y, sign, scene.look.theme.now);
            }
        }
    }

    /// Returns the half-days in view, each with its first cell.
    fn columns(&self, room: &OpenCohort) -> impl Iterator<Item = (usize, u16)> + use<> {
        let (start, cell) = (self.parts.head.x + self.parts.name, self.parts.cell);
        let count = room.register.half_days.len().saturating_sub(self.left).min(self.parts.shown);
        (self.left..self.left + count).zip((0..).map(move |at: u16| start + at * cell))
    }

    fn row(&self, scene: Scene<'_>, (at, row): (usize, &Row), place: Rect, buf: &mut Buffer) -> Option<Position> {
        let (training, room) = super::open(scene)?;
        let (look, picked) = (scene.look, at == self.pick.selected());
        let text = if picked { look.theme.focus } else { look.theme.text };
        let here = if picked { look.glyphs.here } else { " " };
        let name = pad(&training.name(row), usize::from(self.parts.name.saturating_sub(3)), look.glyphs.more);
        put(&Line::styled(format!("{here} {name} "), text), place, 0, buf);
        let mut cursor = None;
        for (column, x) in self.columns(room) {
            let Some(when) = room.register.half_days.get(column) else { continue };
            let mark = room.register.mark(&room.plan, row.person.learner, *when);
            let is_here = picked && Some(column) == self.column;
            let base = if is_here { look.theme.focus } else { Style::new() };
            let cell = Rect { x, width: self.parts.cell, ..place }.intersection(place);
            put(&cell_line(scene, mark, base, self.is_narrow()), cell, 0, buf);
            if is_here {
                cursor = Some(Position::new(x, place.y));
            }
        }
        let hours = room.register.attendance(&room.plan, row.person.learner).hours(&room.plan);
        put(&Line::styled(pad_left(&hours.to_string(), HOURS.into(), ""), text), right(place), 0, buf);
        cursor
    }

    /// The picked cell in words, and how many were there on that half-day.
    fn told(&self, scene: Scene<'_>) -> Vec<(String, Style)> {
        let look = scene.look;
        let (Some((learner, when)), Some((training, room))) = (self.picked(scene.session), super::open(scene)) else {
            return Vec::new();
        };
        let Some(row) = room.matrix.rows.get(self.pick.selected()) else { return Vec::new() };
        let key = match room.register.mark(&room.plan, learner, when) {
            Mark { ticked: Some(true), signed: true } => "register-both",
            Mark { ticked: Some(true), signed: false } => "register-ticked",
            Mark { ticked: Some(false), signed: true } => "register-denied",
            Mark { ticked: Some(false), signed: false } => "register-absent",
            Mark { ticked: None, signed: true } => "register-signed",
            Mark { ticked: None, signed: false } => "register-open",
        };
        let (name, day) = (training.name(row), half_day(when, look));
        let cell = format!("{name} {} {day}: {}", look.glyphs.dot, look.words.get(key));
        let there = |row: &&Row| room.register.mark(&room.plan, row.person.learner, when).counts();
        let there = room.matrix.rows.iter().filter(there).count();
        let args = [("there", there.into()), ("people", room.matrix.rows.len().into())];
        vec![(cell, look.theme.text), (look.words.with("register-sum", &args), look.theme.muted)]
    }
}

fn right(place: Rect) -> Rect {
    let width = HOURS.min(place.width);
    Rect { x: place.right() - width, width, ..place }
}

/// A cell: the trainer's tick, and the learner's sign-in beside it.
fn cell_line(scene: Scene<'_>, mark: Mark, base: Style, is_narrow: bool) -> Line<'static> {
    let (glyphs, theme) = (&scene.look.glyphs, &scene.look.theme);
    let (tick, style) = match mark.ticked {
        Some(true) => (glyphs.right, theme.right),
        Some(false) => (glyphs.wrong, theme.wrong),
        None => (glyphs.dot, theme.muted),
    };
    let signed = if mark.signed { glyphs.marks[1] } else { " " };
    let spans =
        [(if is_narrow { "  " } else { "   " }, theme.text), (tick, style), (" ", theme.text), (signed, theme.accent)];
    Line::from_iter(spans.map(|(text, style)| Span::styled(text, base.patch(style))))
}

impl Page for Register {
    fn table(&self) -> Table {
        Table::Register
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let hidden = scene.session.training().is_some_and(Training::names_hidden);
        let (rows, columns) = size(scene.session);
        Facts::default().and(Fact::Empty, rows == 0 || columns == 0).and(Fact::NamesHidden, hidden)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead(scene, cells, "register-title")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let foot = match area.height {
            0..8 => 0,
            8..14 => 1,
            _ if area.width < NARROW => 3,
            _ => 2,
        };
        let ruled = u16::from(foot > 0);
        let head = HEAD.min(area.height);
        let list = Rect { y: area.y + head, height: (area.height - head).saturating_sub(foot + ruled), ..area };
        let line = Rect { y: list.bottom(), height: ruled, ..area }.intersection(area);
        let (name, cell) = if area.width < NARROW { ((area.width / 2).clamp(8, 17), 5) } else { (26, 6) };
        let shown = usize::from(area.width.saturating_sub(name + HOURS) / cell);
        let foot = Rect { y: line.bottom(), height: foot, ..area }.intersection(area);
        self.parts = Parts { head: Rect { height: head, ..area }, list, rule: line, foot, name, cell, shown };
        let (rows, columns) = size(scene.session);
        let Some(room) = room(scene.session) else { return };
        let column = self.column.unwrap_or_else(|| today(scene.session, room)).min(columns.saturating_sub(1));
        self.column = (columns > 0).then_some(column);
        let rest = columns.saturating_sub(shown);
        self.left = self.left.max((column + 1).saturating_sub(shown)).min(column).min(rest);
        self.pick.select(self.pick.selected(), rows);
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, rows, usize::from(list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (_, room) = super::open(scene)?;
        if room.matrix.rows.is_empty() || room.register.half_days.is_empty() {
            let key = if room.matrix.rows.is_empty() { "matrix-empty" } else { "register-empty" };
            super::empty(scene, key, area, buf);
            return None;
        }
        self.heading(scene, room, buf);
        let mut cursor = None;
        let rows = room.matrix.rows.iter().enumerate().skip(self.pick.top());
        for (row, place) in rows.zip(self.parts.list.rows()) {
            cursor = cursor.or(self.row(scene, row, place, buf));
        }
        let (len, parts) = (room.matrix.rows.len(), self.parts);
        rule_under(self.pick, len, parts.list.height, scene.look, parts.rule, buf);
        let cells = usize::from(self.parts.foot.width);
        let lines = self.told(scene).into_iter().flat_map(|(text, style)| {
            wrap(&text, cells).into_iter().map(move |line| Line::styled(line, style)).collect::<Vec<_>>()
        });
        for (line, place) in lines.zip(self.parts.foot.rows()) {
            put(&line, place, 0, buf);
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => self.act(work, action),
            Event::Wheel(down) => self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(work, at),
            Event::Type(_) | Event::Paste(_) => Reply::stay(),
        }
    }
}
