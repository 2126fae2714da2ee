//! The plan of a cohort as a form: a new one, or one that is changed.
//!
//! Apart from the list because it is a form of its own; only the name is needed, everything else can be said later. The
//! agenda is one of those that the trainer's guides of the course have; another one comes from a file, by command.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::cohort::Plan;
use crate::cohort::agenda::{START, hhmm, minute};
use crate::id::CohortId;
use crate::journal::planning::{AgendaItem, Field as Ask};
use crate::session::training::founding::{BadWords, Words as Typed};
use crate::session::training::shapes::shapes;
use crate::text::{width, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::{Ends, Field};
use crate::tui::width::truncate;

/// Text is set no wider than this.
const MEASURE: u16 = 72;
/// A field is no wider than this.
const FIELD: u16 = 48;
/// What each field is called, in order.
const LABELS: [&str; 7] = [
    "founding-name",
    "founding-place",
    "founding-from",
    "founding-until",
    "founding-trainer",
    "founding-stations",
    "founding-half",
];
const ASKS: [(Ask, &str); 3] =
    [(Ask::Role, "founding-ask-role"), (Ask::Country, "founding-ask-country"), (Ask::Gender, "founding-ask-gender")];

/// What can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// A field, by its place.
    Text(usize),
    /// What learners are asked, by its place.
    Ask(usize),
    /// Which agenda.
    Agenda,
    /// When its days begin.
    Start,
}

impl Stop {
    fn label(self) -> &'static str {
        match self {
            Stop::Text(at) => LABELS[at],
            Stop::Ask(at) => ASKS[at].1,
            Stop::Agenda => "founding-agenda",
            Stop::Start => "founding-start",
        }
    }
}

/// The form of a plan.
#[derive(Debug)]
pub struct Founding {
    /// The cohort that is changed; none while one is founded.
    cohort: Option<CohortId>,
    fields: [Field; 7],
    asks: BTreeSet<Ask>,
    /// How many boxes the agenda has now.
    boxes: usize,
    /// The guides that have an agenda, by name.
    shapes: Vec<String>,
    /// What becomes of the agenda, by its place: it stays as it is, it is one of those, or what there is goes.
    shape: usize,
    start: Field,
    focus: usize,
    /// The first row of the form and the first stop in view, for the mouse.
    rows: (Rect, u16, usize),
}

impl Founding {
    /// Opens the form of a new cohort; the first day is today until somebody says otherwise.
    pub fn new(scene: Scene<'_>, today: &str, trainer: &str) -> Self {
        let half = crate::cohort::plan::HALF_MINUTES.to_string();
        Self::with(scene, ["", "", today, "", trainer, "", &half])
    }

    /// Opens the form of a plan that is changed.
    pub fn of(scene: Scene<'_>, plan: &Plan) -> Self {
        let day = |day: Option<crate::clock::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let (from, until, members) = (day(plan.from), day(plan.until), plan.members.join(", "));
        let half = plan.half_minutes.to_string();
        let form = Self::with(scene, [&plan.name, &plan.place, &from, &until, &plan.trainer, &members, &half]);
        Self { cohort: Some(plan.id), asks: plan.asks.clone(), boxes: plan.agenda.len(), ..form }
    }

    fn with(scene: Scene<'_>, texts: [&str; 7]) -> Self {
        let all = shapes(scene.session.course(), scene.session.lang(), START);
        Self {
            cohort: None,
            fields: texts.map(Field::new),
            asks: BTreeSet::new(),
            boxes: 0,
            shapes: all.into_iter().map(|(name, _)| name).collect(),
            shape: 0,
            start: Field::new(&hhmm(START)),
            focus: 0,
            rows: (Rect::default(), 1, 0),
        }
    }

    /// Returns the guide whose agenda is taken.
    fn guide(&self) -> Option<&String> {
        self.shapes.get(self.shape.checked_sub(1)?)
    }

    /// Returns what can become of the agenda: only one that is there can go.
    fn choices(&self) -> usize {
        self.shapes.len() + 1 + usize::from(self.boxes > 0)
    }

    fn stops(&self) -> Vec<Stop> {
        let texts = (0..LABELS.len()).map(Stop::Text);
        let agenda = (self.choices() > 1).then_some(Stop::Agenda);
        let start = self.guide().map(|_| Stop::Start);
        texts.chain((0..ASKS.len()).map(Stop::Ask)).chain(agenda).chain(start).collect()
    }

    fn stop(&self) -> Stop {
        self.stops().get(self.focus).copied().unwrap_or(Stop::Text(0))
    }

    fn focus_on(&mut self, stop: Stop) {
        self.focus = self.stops().iter().position(|known| *known == stop).unwrap_or(0);
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.stop() {
            Stop::Text(at) => self.fields.get_mut(at),
            Stop::Start => Some(&mut self.start),
            Stop::Ask(_) | Stop::Agenda => None,
        }
    }

    fn step(&mut self, by: usize) {
        self.focus = (self.focus + by) % self.stops().len();
    }

    /// Takes another answer where several can be chosen.
    fn choose(&mut self, by: usize) {
        match self.stop() {
            Stop::Ask(at) => {
                let ask = ASKS[at].0;
                if !self.asks.remove(&ask) {
                    self.asks.insert(ask);
                }
            }
            Stop::Agenda => self.shape = (self.shape + by) % self.choices(),
            Stop::Text(_) | Stop::Start => {}
        }
    }

    /// Returns the agenda that was taken, an empty one where it goes; `Err` where its days begin at no time.
    fn agenda(&self, work: &Work<'_>) -> Result<Option<Vec<AgendaItem>>, Stop> {
        let Some(guide) = self.guide() else { return Ok((self.shape > 0).then(Vec::new)) };
        let start = minute(self.start.text()).ok_or(Stop::Start)?;
        let all = shapes(work.session.course(), work.session.lang(), start);
        // A guide that fits no day from that hour on is not among them any more.
        let found = all.into_iter().find(|(name, _)| name == guide);
        found.map(|(_, agenda)| Some(agenda)).ok_or(Stop::Start)
    }

    fn keep(&mut self, work: &mut Work<'_>) -> Reply {
        let agenda = match self.agenda(work) {
            Ok(agenda) => agenda,
            Err(stop) => return self.refuse(work, stop, "founding-bad-start"),
        };
        let [name, place, from, until, trainer, stations, half_minutes] = self.fields.each_ref().map(Field::text);
        let asks = self.asks.clone();
        let typed = Typed { name, place, from, until, trainer, stations, half_minutes, asks, agenda };
        let written = match self.cohort {
            Some(cohort) => work.session.replan_cohort(cohort, typed),
            None => work.session.found_cohort(typed),
        };
        match written {
            Ok(effects) => Reply::effects(effects).and_go(Go::Back),
            Err(bad) => {
                let (field, key) = match bad {
                    BadWords::NoName => (0, "founding-needs-name"),
                    BadWords::BadFirst => (2, "founding-bad-day"),
                    BadWords::BadLast => (3, "founding-bad-day"),
                    BadWords::Backwards => (3, "founding-backwards"),
                    BadWords::BadHalf => (6, "founding-bad-half"),
                };
                self.refuse(work, Stop::Text(field), key)
            }
        }
    }

    fn refuse(&mut self, work: &Work<'_>, stop: Stop, key: &str) -> Reply {
        self.focus_on(stop);
        Reply::go(Go::Refuse(work.look.words.get(key)))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let stops = self.stops().len();
        match action {
            Action::Open if self.focus + 1 == stops => return self.keep(work),
            Action::HandIn => return self.keep(work),
            Action::Back => return Reply::go(Go::Back),
            Action::Open | Action::NextField | Action::Down => self.step(1),
            Action::PreviousField | Action::Up => self.step(stops - 1),
            Action::Left => self.choose(self.choices() - 1),
            Action::Right => self.choose(1),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, at: Position) {
        let (area, spacing, first) = self.rows;
        let row = at.y.checked_sub(area.y).filter(|row| row % spacing == 0);
        let stop = row.map(|row| usize::from(row / spacing) + first).filter(|stop| *stop < self.stops().len());
        if let Some(stop) = stop.filter(|_| area.contains(at)) {
            let again = stop == self.focus;
            self.focus = stop;
            if again {
                self.choose(1);
            }
        }
    }

    /// Returns what can be chosen at a stop, as it is chosen now, in so many cells.
    fn chosen(&self, scene: Scene<'_>, stop: Stop, cells: usize) -> Option<String> {
        let words = &scene.look.words;
        match stop {
            Stop::Ask(at) => {
                let is_asked = self.asks.contains(&ASKS[at].0);
                let word = words.get(if is_asked { "report-yes" } else { "report-no" });
                Some(format!("{} {word}", scene.look.glyphs.tick[usize::from(is_asked)]))
            }
            Stop::Agenda => {
                let [_, _, back, on] = scene.look.glyphs.arrows;
                let now = match self.guide() {
                    Some(name) => words.with("founding-agenda-guide", &[("name", name.as_str().into())]),
                    None if self.shape > 0 => words.get("founding-agenda-away"),
                    None if self.boxes == 0 => words.get("founding-agenda-none"),
                    None => words.with("founding-agenda-now", &[("count", self.boxes.into())]),
                };
                let now = truncate(&now, cells.saturating_sub(4), scene.look.glyphs.more);
                Some(format!("{back} {now} {on}"))
            }
            Stop::Text(_) | Stop::Start => None,
        }
    }

    fn view_stop(&self, scene: Scene<'_>, stop: Stop, beside: u16, row: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let focused = stop == self.stop();
        let marker = if focused { look.glyphs.here } else { " " };
        let style = if focused { look.theme.now } else { look.theme.muted };
        let label = Line::styled(format!("{marker} {}", look.words.get(stop.label())), style);
        put(&cut(&label, usize::from(beside).saturating_sub(1), look.glyphs.more), row, 0, buf);
        let inside = Rect { x: row.x + beside, width: row.width.saturating_sub(beside).min(FIELD), ..row };
        let inside = inside.intersection(row);
        let field = match stop {
            Stop::Text(at) => &self.fields[at],
            Stop::Start => &self.start,
            Stop::Ask(_) | Stop::Agenda => {
                let text = self.chosen(scene, stop, inside.width.into()).unwrap_or_default();
                let style = if focused { look.theme.focus } else { look.theme.text };
                put(&cut(&Span::styled(text, style).into(), inside.width.into(), look.glyphs.more), inside, 0, buf);
                return focused.then_some(Position::new(inside.x, inside.y));
            }
        };
        field.render(look.theme.field(), inside, buf).filter(|_| focused)
    }

    fn told(&self, scene: Scene<'_>, area: Rect) -> Vec<String> {
        let key = if self.cohort.is_some() { "replan-told" } else { "founding-told" };
        let lines = wrap(&scene.look.words.get(key), usize::from(area.width.min(MEASURE)));
        let needed = lines.len() + 1 + self.stops().len();
        if usize::from(area.height) < needed { Vec::new() } else { lines }
    }
}

impl Page for Founding {
    fn table(&self) -> Table {
        Table::Founding
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
            .and(Fact::Typing, matches!(self.stop(), Stop::Text(_) | Stop::Start))
            .and(Fact::Kept, self.cohort.is_some())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        let title = if self.cohort.is_some() { "replan-title" } else { "founding-title" };
        masthead::named(scene, cells, &scene.look.words.get(title), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let above = u16::try_from(self.told(scene, area).len()).unwrap_or(0);
        let above = if above > 0 { above + 1 } else { 0 };
        let area = Rect { y: area.y + above, height: area.height - above, ..area };
        let stops = self.stops().len();
        let spacing = if usize::from(area.height) >= stops * 2 { 2 } else { 1 };
        let first = (self.focus + 1).saturating_sub(usize::from(area.height / spacing));
        self.rows = (area, spacing, first);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (line, place) in self.told(scene, area).into_iter().zip(area.rows()) {
            put(&Line::styled(line, scene.look.theme.text), place, 0, buf);
        }
        let stops = self.stops();
        let widest = stops.iter().map(|stop| width(&scene.look.words.get(stop.label()))).max().unwrap_or(0);
        let beside = u16::try_from(widest + 4).unwrap_or(u16::MAX).min(area.width / 2 + 6).min(area.width);
        let (form, spacing, first) = self.rows;
        let places = form.rows().step_by(usize::from(spacing));
        let mut cursor = None;
        for (stop, row) in stops.into_iter().skip(first).zip(places) {
            cursor = cursor.or(self.view_stop(scene, stop, beside, row, buf));
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Click(at) => self.click(at),
            Event::Type(key) => {
                if let Some(field) = self.field() {
                    field.press(key);
                }
            }
            Event::Paste(text) => {
                if let Some(field) = self.field() {
                    field.paste(&text);
                }
            }
            Event::Wheel(_) => {}
        }
        Reply::stay()
    }
}
