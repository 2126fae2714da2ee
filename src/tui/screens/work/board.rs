//! A station on the screen: laid out, operated by keys and mouse, scrolled.
//!
//! Apart from the screen, which holds the session, the materials and the clock.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::cards::Cards;
use super::form::Filling;
use super::inquiry::Inquiry;
use super::marks::Marks;
use super::queue::Queue;
use super::station::{Did, Seen, Station};
use super::task::Task;
use super::write::Drafting;
use crate::assess::work::Place;
use crate::course::exercise::Engine;
use crate::course::markdown::References;
use crate::session::Bench;
use crate::tui::action::{Fact, Facts};
use crate::tui::look::Look;
use crate::tui::screens::quiz::{Act, Way, signs};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::paper::{Lead, Paper, Spot, Writer};

/// Any station.
#[derive(Debug)]
enum AnyStation {
    Cards(Cards),
    Marks(Marks),
    Queue(Queue),
    Inquiry(Inquiry),
    Task(Task),
    Filling(Filling),
    Drafting(Drafting),
}

impl AnyStation {
    fn new(bench: &Bench) -> Option<Self> {
        Some(match &bench.exercise.engine {
            Engine::Arrange(_) => Self::Cards(Cards::default()),
            Engine::Mark(_) => Self::Marks(Marks::default()),
            Engine::Desk(_) => Self::Queue(Queue::default()),
            Engine::Case(_) => Self::Inquiry(Inquiry::default()),
            Engine::Field(_) => Self::Task(Task::default()),
            Engine::Form(_) => Self::Filling(Filling::default()),
            Engine::Write(_) => Self::Drafting(Drafting::default()),
            Engine::Stages(_) => return None,
        })
    }

    fn station(&self) -> &dyn Station {
        match self {
            Self::Cards(station) => station,
            Self::Marks(station) => station,
            Self::Queue(station) => station,
            Self::Inquiry(station) => station,
            Self::Task(station) => station,
            Self::Filling(station) => station,
            Self::Drafting(station) => station,
        }
    }

    fn station_mut(&mut self) -> &mut dyn Station {
        match self {
            Self::Cards(station) => station,
            Self::Marks(station) => station,
            Self::Queue(station) => station,
            Self::Inquiry(station) => station,
            Self::Task(station) => station,
            Self::Filling(station) => station,
            Self::Drafting(station) => station,
        }
    }
}

/// What came of an act on the board.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Nothing, or only the view is another.
    Seen(Did),
    /// The work is to be handed in.
    HandIn,
}

/// A station on the screen.
#[derive(Debug)]
pub(super) struct Board {
    station: AnyStation,
    /// What has the focus: a control of the station, or after the last of them the hand-in button.
    focus: usize,
    top: usize,
    /// Whether the view is to follow the focus when it is laid out next.
    follows: bool,
    paper: Paper,
    area: Rect,
    /// What stands above the work and is not scrolled.
    headline: Option<Line<'static>>,
}

impl Board {
    /// Lays the work of a bench out; none for stages, which have no work of their own.
    pub(super) fn new(bench: &Bench) -> Option<Self> {
        let station = AnyStation::new(bench)?;
        let (paper, area) = (Paper::default(), Rect::ZERO);
        let mut board = Self { station, focus: 0, top: 0, follows: true, paper, area, headline: None };
        board.station.station_mut().entered(Seen { bench, findings: &[] }, 0);
        Some(board)
    }

    /// Returns which finding is told now: the one that was gone to, while the focus is there, else that of the focus.
    pub(super) fn finding(&self, seen: Seen<'_>, gone_to: Option<usize>) -> Option<usize> {
        let station = self.station.station();
        let is_here = |at: &usize| {
            let finding = seen.findings.get(*at);
            finding.is_some_and(|finding| station.is_about(seen, &finding.place, self.focus))
        };
        gone_to.filter(is_here).or_else(|| station.finding(seen, self.focus))
    }

    /// Returns what is so, for the conditions of the keys.
    pub(super) fn facts(&self, seen: Seen<'_>) -> Facts {
        let station = self.station.station();
        let is_button = self.focus >= station.controls(seen);
        Facts::default()
            .and(Fact::Typing, !is_button && station.is_typing(seen, self.focus))
            .and(Fact::Editing, !is_button && station.is_typing(seen, self.focus))
            .and(Fact::Ordering, station.is_ordering())
            .and(Fact::InRows, !is_button && station.is_in_rows())
            .and(Fact::Marking, station.is_marking())
            .and(Fact::Ready, is_button)
    }

    /// Does something to the work.
    pub(super) fn act(&mut self, seen: Seen<'_>, act: Act) -> Came {
        self.follows = true;
        let controls = self.station.station().controls(seen);
        let is_button = self.focus >= controls;
        if is_button && matches!(act, Act::Use | Act::Toggle) {
            return Came::HandIn;
        }
        if let Act::Control(at) = act
            && at >= controls
        {
            self.focus = controls;
            return Came::HandIn;
        }
        if let Act::Step(way) = act
            && (is_button || !self.station.station().takes(seen, self.focus, way))
        {
            self.step(seen, way, controls);
            return Came::Seen(Did::Moved);
        }
        let before = self.focus;
        let did = self.station.station_mut().act(seen, &mut self.focus, &self.paper, act);
        if before != self.focus {
            self.station.station_mut().entered(seen, self.focus);
        }
        Came::Seen(did)
    }

    fn step(&mut self, seen: Seen<'_>, way: Way, controls: usize) {
        match way {
            Way::Up => self.focus = self.focus.min(controls).saturating_sub(1),
            Way::Down => self.focus = (self.focus + 1).min(self.last(seen)),
            Way::Left | Way::Right => return,
        }
        self.station.station_mut().entered(seen, self.focus);
    }

    /// Returns the last thing that can have the focus: the button, where there is one.
    fn last(&self, seen: Seen<'_>) -> usize {
        let station = self.station.station();
        let controls = station.controls(seen);
        if station.has_button() { controls } else { controls.saturating_sub(1) }
    }

    /// Goes to the next control or the one before; from the last to the button, and round again.
    pub(super) fn tab(&mut self, seen: Seen<'_>, forward: bool) {
        let all = self.last(seen) + 1;
        self.focus = if forward { (self.focus + 1) % all } else { (self.focus + all - 1) % all };
        self.follows = true;
        self.station.station_mut().entered(seen, self.focus);
    }

    /// Goes to where something was found.
    pub(super) fn go_to(&mut self, seen: Seen<'_>, place: &Place) -> bool {
        self.follows = true;
        let found = self.station.station_mut().go_to(seen, place, &mut self.focus);
        if found {
            self.station.station_mut().entered(seen, self.focus);
        }
        found
    }

    /// Lets go of what was taken up, or closes what was opened.
    pub(super) fn cancel(&mut self, seen: Seen<'_>) -> bool {
        self.follows = true;
        self.station.station_mut().cancel(seen, &mut self.focus)
    }

    /// Does what a click on a cell means.
    pub(super) fn click(&mut self, seen: Seen<'_>, at: Position) -> Came {
        if !self.area.contains(at) {
            return Came::Seen(Did::Nothing);
        }
        let line = usize::from(at.y - self.area.y) + self.top;
        match self.paper.spot_at(line, usize::from(at.x - self.area.x)) {
            Some(Spot::Control(control)) => {
                let came = self.act(seen, Act::Control(control));
                let first = self.paper.rows_of(Spot::Control(control)).map_or(line, |rows| rows.start);
                let column = usize::from(at.x - self.area.x);
                self.station.station_mut().point(seen, self.focus, line.saturating_sub(first), column);
                came
            }
            Some(Spot::Target(at)) => self.act(seen, Act::Target(at)),
            Some(Spot::Word(at)) => self.act(seen, Act::Word(at)),
            None => Came::Seen(Did::Nothing),
        }
    }

    /// Scrolls by lines, towards the end above zero; the focus stays where it is.
    pub(super) fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.paper.last_top(self.area));
        self.follows = false;
    }

    /// Returns how many lines a page is.
    pub(super) fn page(&self) -> isize {
        isize::try_from(self.area.height.max(2) - 1).unwrap_or(1)
    }

    /// Lays the work out on an area.
    pub(super) fn layout(&mut self, seen: Seen<'_>, look: &Look, references: &dyn References, area: Rect) {
        let station = self.station.station();
        self.headline = station.headline(seen, look).filter(|_| area.height > 3);
        let above = u16::from(self.headline.is_some()) * 2;
        self.area = Rect { y: area.y + above, height: area.height - above, ..area };
        let controls = station.controls(seen);
        self.focus = self.focus.min(self.last(seen));
        let mut writer = Writer::new(look, references, usize::from(area.width.saturating_sub(1)));
        station.write(seen, self.focus, &mut writer);
        if station.has_button() {
            let label = if seen.bench.questions().0 > 0 { "work-go-on" } else { "work-hand-in" };
            writer.space();
            writer.place(Spot::Control(controls), |writer| signs::button(label, self.focus >= controls, writer));
        }
        self.paper = writer.finish();
        if self.follows {
            self.follow();
        }
        self.top = self.top.min(self.paper.last_top(self.area));
    }

    fn follow(&mut self) {
        let inner = self.station.station().looks_at(self.focus);
        let rows = inner.and_then(|spot| self.paper.rows_of(spot));
        let Some(rows) = rows.or_else(|| self.paper.rows_of(Spot::Control(self.focus))) else { return };
        let height = usize::from(self.area.height);
        let is_whole = self.focus == 0 && rows.end <= height;
        self.top = if is_whole { 0 } else { Paper::top_showing(&rows, self.top, self.area) };
        if let Some((cursor, _)) = self.paper.cursor.filter(|_| height > 0) {
            self.top = self.top.clamp((cursor + 1).saturating_sub(height), cursor);
        }
    }

    /// Draws the work; returns where the cursor is.
    pub(super) fn view(&self, look: &Look, buf: &mut Buffer) -> Option<Position> {
        let area = self.area.intersection(buf.area);
        if let Some(headline) = &self.headline {
            let above = Rect { y: area.y.saturating_sub(2), height: 1, ..area };
            put(headline, above, 0, buf);
        }
        self.paper.view(self.top, look, self.area, buf)
    }
}

/// Writes a heading within the work.
pub(super) fn heading(text: &str, writer: &mut Writer<'_>) {
    let style = writer.look.theme.strong;
    writer.space();
    writer.words(Lead::default(), text, style);
}

/// Returns the style of a control's words.
pub(super) fn row_style(look: &Look, has_focus: bool) -> Style {
    if has_focus { look.theme.focus } else { look.theme.text }
}
