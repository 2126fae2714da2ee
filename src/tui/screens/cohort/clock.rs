//! The clock of a workshop, for the projector: what time it is, which box runs, what comes, how late it is.
//!
//! Apart from the boards because it moves by itself, each second while it is open. What is shown is computed anew from
//! the plan and the time whenever it is drawn; what the trainer tells goes into the cohort's stream at once.

mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{empty, masthead};
use crate::cohort::running::Running;
use crate::session::training::clock::{Now, told};
use crate::session::{Effects, Session, Training};
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::{Note, Screen};
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Bar, Ends, Pick, digits};

/// Words are set no wider than this.
const MEASURE: u16 = 100;

/// The clock.
#[derive(Debug, Default)]
pub struct Clock {
    pick: Pick,
    /// Whether the trainer picked a box; else the next one is.
    is_chosen: bool,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    digits: Rect,
    now: Rect,
    bar: Rect,
    told: Rect,
    rule: Rect,
    list: Rect,
}

/// Runs what stands on the agenda for today; none where the machine knows no time or no cohort is open.
fn with_today<T>(session: &Session, then: impl FnOnce(Now, &Running<'_>) -> T) -> Option<T> {
    let now = session.room_time()?;
    let plan = &session.training().and_then(Training::room)?.plan;
    let boxes = plan.boxes_on(now.date);
    let began = |planned| plan.begun.get(&(now.date, planned)).copied();
    Some(then(now, &Running::of(&boxes, began, now.minute.into())))
}

/// Says what to do where nothing is on the agenda today.
fn missing(session: &Session) -> &'static str {
    let Some(room) = session.training().and_then(Training::room) else { return "answers-loading" };
    match (room.plan.agenda.is_empty(), room.plan.from) {
        (true, _) => "clock-no-agenda",
        (false, None) => "clock-no-first-day",
        (false, Some(_)) => "clock-not-today",
    }
}

impl Clock {
    /// Says that the picked box begins now.
    fn begin(&mut self, session: &mut Session) -> Effects {
        let picked = self.pick.selected();
        let found = with_today(session, |now, running| Some((running.steps.get(picked)?.item.at, now.minute)));
        self.is_chosen = false;
        found.flatten().map_or_else(Effects::new, |(planned, now)| session.begin_box(planned, Some(now)))
    }

    /// Takes back that the box now running began, or says that it began some minutes earlier or later.
    fn mend(session: &mut Session, by: Option<i16>) -> Effects {
        let found = with_today(session, |now, running| {
            let step = running.now.and_then(|at| running.steps.get(at)).filter(|step| step.told)?;
            let began = by.map(|by| u16::try_from(step.begins).unwrap_or(0).saturating_add_signed(by).min(now.minute));
            Some((step.item.at, began))
        });
        found.flatten().map_or_else(Effects::new, |(planned, began)| session.begin_box(planned, began))
    }

    /// Opens the note of this half-day, with the box that runs as its heading where it is new.
    fn note(session: &Session) -> Reply {
        let Some((when, title)) = with_today(session, |now, running| {
            let title = running.now.and_then(|at| running.steps.get(at)).map(|step| step.item.title.clone());
            (now.half_day(), title)
        }) else {
            return Reply::stay();
        };
        let Some(room) = session.training().and_then(Training::room) else { return Reply::stay() };
        let old = room.plan.notes_by_day().into_iter().rfind(|(_, note)| note.when == when);
        let note = Note::on_session(when, old.map(|(id, note)| (id, note.text.clone())), title.as_deref());
        Reply::push(Screen::Note(note))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let count = with_today(work.session, |_, running| running.steps.len()).unwrap_or(0);
        if self.pick.act(action, count) {
            self.is_chosen = true;
            return Reply::stay();
        }
        match action {
            Action::Open => Reply::effects(self.begin(work.session)),
            Action::Delete => Reply::effects(Self::mend(work.session, None)),
            Action::Left => Reply::effects(Self::mend(work.session, Some(-1))),
            Action::Right => Reply::effects(Self::mend(work.session, Some(1))),
            Action::Note => Self::note(work.session),
            Action::Back => Reply::go(Go::Back),
            _ => Reply::stay(),
        }
    }

    fn click(&mut self, session: &Session, at: Position) {
        let count = with_today(session, |_, running| running.steps.len()).unwrap_or(0);
        let row = usize::from(at.y.saturating_sub(self.parts.list.y)) + self.pick.top();
        if self.parts.list.contains(at) && row < count {
            self.pick.select(row, count);
            self.is_chosen = true;
        }
    }

    /// Lays the parts out under one another: half of the height for the time, the list takes what is left.
    fn part(&mut self, area: Rect, told: u16) {
        let mut rest = area;
        let mut take = |rows: u16, spares: u16| {
            let rows = if rest.height >= rows + spares { rows } else { 0 };
            let part = Rect { height: rows, ..rest };
            rest = Rect { y: rest.y + rows, height: rest.height - rows, ..rest };
            part
        };
        let rows = digits::scale("00:00", area.width, area.height / 2).map_or(1, |scale| scale * digits::ROWS);
        take(u16::from(rows > 1 && area.height >= 18), 0);
        let digits = take(rows, 0);
        take(u16::from(area.height >= 16), 0);
        let now = take(1, 0);
        let bar = take(1, 6);
        let told = take(told, 1);
        let rule = take(1, 2);
        self.parts = Parts { digits, now, bar, told, rule, list: rest };
    }

    fn time(&self, scene: Scene<'_>, now: Now, buf: &mut Buffer) {
        let (look, area) = (scene.look, self.parts.digits);
        let short = format!("{:02}:{:02}", now.minute / 60, now.minute % 60);
        let long = format!("{short}:{:02}", now.second);
        match digits::scale(&short, area.width, area.height) {
            Some(scale) => {
                let text = if digits::width(&long, scale) <= area.width { long } else { short };
                digits::draw(&text, scale, (look.glyphs.progress[1], look.theme.now), area, buf);
            }
            None => rows::put_middle(&Line::styled(long, look.theme.now), area, buf),
        }
    }

    /// The box that runs, and how much of it is left, to the second.
    fn now(&self, scene: Scene<'_>, now: Now, running: &Running<'_>, buf: &mut Buffer) {
        let look = scene.look;
        let Some(step) = running.now.and_then(|at| running.steps.get(at)) else {
            let next = running.next.and_then(|at| running.steps.get(at));
            let key = if next.is_some() { "clock-not-begun" } else { "clock-over-for-today" };
            return rows::put_middle(&Line::styled(look.words.get(key), look.theme.text), self.parts.now, buf);
        };
        let left = i64::from(running.left) * 60 - i64::from(now.second);
        let (key, style) = match left {
            0.. => ("clock-left-short", look.theme.now),
            _ => ("clock-over-short", look.theme.warn),
        };
        let time = format!("{}:{:02}", left.abs() / 60, left.abs() % 60);
        let right = look.words.with(key, &[("time", time.into())]);
        let title = vec![Span::styled(format!("{} ", look.glyphs.here), look.theme.now), step_title(scene, step.item)];
        Ends::new(title, Span::styled(right, style), look.glyphs.more).draw(self.parts.now, buf);
        let whole = i64::from(step.item.minutes) * 60;
        let done = u32::try_from((whole - left).clamp(0, whole) * 100 / whole.max(1)).unwrap_or(0);
        if self.parts.bar.height > 0 {
            let bar = Bar::new(done, usize::from(self.parts.bar.width)).line(look);
            crate::tui::widgets::ends::put(&bar, self.parts.bar, 0, buf);
        }
    }
}

fn step_title(scene: Scene<'_>, item: &crate::journal::planning::AgendaItem) -> Span<'static> {
    Span::styled(item.title.clone(), scene.look.theme.strong)
}

/// Returns how late it is and when the day ends, in words; where there is nothing today, what to do.
fn words(scene: Scene<'_>, area: Rect) -> Vec<String> {
    let text = with_today(scene.session, |now, running| match running.steps.as_slice() {
        [] => scene.look.words.get(missing(scene.session)),
        _ => told(running, now.minute, &scene.look.words),
    });
    wrap(&text.unwrap_or_default(), usize::from(area.width.min(MEASURE)))
}

impl Page for Clock {
    fn table(&self) -> Table {
        Table::Clock
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let is_empty = with_today(scene.session, |_, running| running.steps.is_empty()).unwrap_or(true);
        let told = with_today(scene.session, |_, running| running.steps.iter().any(|step| step.told));
        Facts::default().and(Fact::Empty, is_empty).and(Fact::Begun, told.unwrap_or(false))
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead(scene, cells, "clock-title")
    }

    fn ticks(&self) -> bool {
        true
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let told = u16::try_from(words(scene, area).len()).unwrap_or(u16::MAX);
        self.part(area, told.min(area.height / 3));
        let found = with_today(scene.session, |_, running| (running.steps.len(), running.next.or(running.now)));
        let (count, next) = found.unwrap_or_default();
        let picked = if self.is_chosen { self.pick.selected() } else { next.unwrap_or(0) };
        self.pick.select(picked, count);
        let at = self.pick.selected();
        self.pick.follow(at.saturating_sub(1)..at + 1, count, usize::from(self.parts.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let Some(now) = scene.session.room_time() else {
            empty(scene, "clock-no-time", area, buf);
            return None;
        };
        self.time(scene, now, buf);
        let style = scene.look.theme.text;
        for (line, place) in words(scene, area).into_iter().zip(self.parts.told.rows()) {
            crate::tui::widgets::ends::put(&Line::styled(line, style), place, 0, buf);
        }
        with_today(scene.session, |now, running| {
            if running.steps.is_empty() {
                return None;
            }
            self.now(scene, now, running, buf);
            rule(self.parts.rule, scene.look, buf);
            rows::view(scene, running, self.pick, self.parts.list, buf)
        })
        .flatten()
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(work.session, at),
            Event::Type(_) | Event::Paste(_) => {}
        }
        Reply::stay()
    }
}
