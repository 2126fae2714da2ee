//! The evening: where to collect from and where to write to, the passphrase of the co-trainer's copy; then how far it is.
//!
//! Apart from the other orders because it asks more, takes minutes and can be stopped. What came of it stays until it is
//! put away; passphrases are shown as dots and kept nowhere.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::{asked, doubts, open};
use crate::session::Session;
use crate::session::training::Training;
use crate::session::training::collecting::Doubt;
use crate::session::training::evening::{Evening as Wanted, Progress, Step, Stop};
use crate::session::training::office::{Secret, Written};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::Screen;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Bar, Ends, Field, more};

/// Words are set no wider than this.
const MEASURE: usize = 76;
/// Cells of the bar.
const BAR: usize = 40;
/// The rows, each with its label and what it is about.
const ROWS: [[&str; 2]; 6] = [
    ["evening-from", "evening-from-told"],
    ["evening-to", "evening-to-told"],
    ["evening-copy", "evening-copy-told"],
    ["evening-again", "evening-copy-told"],
    ["office-supervised", "evening-supervised-told"],
    ["evening-key", "evening-key-told"],
];
/// So many lines of what came of it stay in view above a question.
const LEAST: usize = 3;
const FROM: usize = 0;
const COPY: usize = 2;
const AGAIN: usize = 3;
const SUPERVISED: usize = 4;
const KEY: usize = 5;
/// The steps in their order, each with what it is called.
const STEPS: [(Step, &str); 4] = [
    (Step::Collect, "evening-collect"),
    (Step::BackUp, "evening-back-up"),
    (Step::Lock, "evening-lock"),
    (Step::TakeHome, "evening-take-home"),
];

/// An evening that is being made up, done, or told of.
#[derive(Debug, Default)]
pub struct Evening {
    focus: usize,
    /// What is typed in each row; nothing in that of the tick.
    fields: [Field; ROWS.len()],
    supervised: bool,
    /// The first line in view of what came of it.
    top: usize,
    told: Vec<String>,
    /// Whether two names are one person, where that is asked.
    question: Vec<String>,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    list: Rect,
    rule: Rect,
    foot: Rect,
}

impl Parts {
    /// Sets so many lines below a rule, where that leaves so many for what stands above.
    fn of(area: Rect, foot: usize, least: usize) -> Self {
        let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let foot = rows(foot).min(area.height.saturating_sub(rows(least) + 1));
        let ruled = u16::from(foot > 0);
        let list = Rect { height: area.height - foot - ruled, ..area };
        let rule = Rect { y: list.bottom(), height: ruled, ..area };
        Self { list, rule, foot: Rect { y: rule.bottom(), height: foot, ..area } }
    }
}

fn written(session: &Session) -> Option<&Result<Written, String>> {
    session.training().and_then(Training::written)
}

/// Returns the two names that are asked about, once it is told what came of the evening.
fn alike(session: &Session) -> Option<Doubt<'_>> {
    written(session)?;
    session.training()?.collecting().alike()
}

fn running(session: &Session) -> Option<(Option<Progress>, bool)> {
    session.training().and_then(Training::evening)
}

impl Evening {
    /// Opens the form, and looks which sticks are put in.
    pub(super) fn open(work: &mut Work<'_>) -> Reply {
        let effects = work.session.look_for_sticks();
        Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Evening(Box::default()))))
    }

    fn begin(&mut self, work: &mut Work<'_>) -> Reply {
        let Some(cohort) = open(work.scene()).map(|(_, room)| room.id) else { return Reply::stay() };
        let [from, folder, copy, again, _, key] = self.fields.each_ref().map(Field::text);
        let fault = match (copy.is_empty(), copy == again) {
            (true, _) => Some((COPY, "evening-needs-passphrase")),
            (false, false) => Some((AGAIN, "evening-not-the-same")),
            (false, true) => None,
        };
        if let Some((row, key)) = fault {
            self.focus = row;
            return Reply::go(Go::Refuse(work.look.words.get(key)));
        }
        let wanted = Wanted {
            cohort,
            from: one_line(from),
            folder: one_line(folder),
            lang: work.session.lang().clone(),
            copy: Secret(copy.to_owned()),
            supervised: self.supervised,
            passphrase: Secret(key.to_owned()),
            stop: Stop::default(),
        };
        self.top = 0;
        Reply::effects(work.session.begin_evening(wanted))
    }

    fn last_top(&self) -> usize {
        self.told.len().saturating_sub(usize::from(self.parts.list.height))
    }

    fn scroll(&mut self, down: bool) {
        self.top = if down { (self.top + 1).min(self.last_top()) } else { self.top.saturating_sub(1) };
    }

    fn step(&mut self, by: usize) {
        self.focus = (self.focus + by) % ROWS.len();
    }

    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if let Some((_, is_stopping)) = running(work.session) {
            return Self::act_running(work, action, is_stopping);
        }
        if written(work.session).is_some() {
            return self.act_told(work, action);
        }
        self.act_asking(work, action)
    }

    fn act_running(work: &mut Work<'_>, action: Action, is_stopping: bool) -> Reply {
        if action == Action::Back && is_stopping {
            // Once more leaves it alone to end.
            return Reply::go(Go::Back);
        }
        if action == Action::Back {
            work.session.stop_evening();
        }
        Reply::stay()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act_told(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match action {
            Action::Back => work.session.put_away(),
            Action::Join => return Reply::effects(work.session.join_alikes()),
            Action::KeepApart => return Reply::effects(work.session.keep_apart()),
            Action::LeaveOpen => work.session.leave_open(),
            Action::Down | Action::PageDown => self.scroll(true),
            Action::Up | Action::PageUp => self.scroll(false),
            _ => {}
        }
        Reply::stay()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act_asking(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match action {
            Action::Back => return Reply::go(Go::Back),
            Action::HandIn => return self.begin(work),
            Action::Open if self.focus + 1 == ROWS.len() => return self.begin(work),
            Action::Open | Action::NextField | Action::Down => self.step(1),
            Action::PreviousField | Action::Up => self.step(ROWS.len() - 1),
            Action::Toggle if self.focus == SUPERVISED => self.supervised = !self.supervised,
            _ => {}
        }
        Reply::stay()
    }

    fn field(&mut self, session: &Session) -> Option<&mut Field> {
        let is_open = written(session).is_none() && running(session).is_none();
        self.fields.get_mut(self.focus).filter(|_| is_open && self.focus != SUPERVISED)
    }

    /// Returns what came of it, or what the row in focus is about.
    fn tell(&self, scene: Scene<'_>, cells: usize) -> Vec<String> {
        if let Some(result) = written(scene.session) {
            return asked::told(result, scene, cells);
        }
        let words = &scene.look.words;
        let mut lines = wrap(&words.get(ROWS[self.focus][1]), cells);
        if self.focus == FROM {
            let sticks = scene.session.training().map(|training| training.collecting().sticks().join(" · "));
            let sticks = sticks.filter(|sticks| !sticks.is_empty());
            let put_in = sticks.map(|sticks| words.with("evening-sticks", &[("sticks", sticks.into())]));
            lines.extend(wrap(&put_in.unwrap_or_else(|| words.get("evening-no-stick")), cells));
        }
        lines
    }

    fn view_row(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, focused) = (scene.look, at == self.focus);
        let text = look.words.get(ROWS[at][0]);
        if at == SUPERVISED {
            let text = format!("{} {text}", look.glyphs.tick[usize::from(self.supervised)]);
            asked::label(&text, focused, place.width, look, place, buf);
            return focused.then_some(Position::new(place.x, place.y));
        }
        let is_hidden = matches!(at, COPY | AGAIN | KEY);
        asked::field((&text, focused), (&self.fields[at], is_hidden), look, place, buf)
    }
}

/// Draws how far it is: what is done, what is being done with a bar, and what is to come.
fn view_progress(scene: Scene<'_>, (at, is_stopping): (Option<Progress>, bool), area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let theme = &look.theme;
    let now = STEPS.iter().position(|(step, _)| at.is_some_and(|at| at.step == *step)).unwrap_or(0);
    let line = |(nth, (_, key)): (usize, &(Step, &str))| {
        let (sign, style): (&str, Style) = match nth.cmp(&now) {
            std::cmp::Ordering::Less => (look.glyphs.right, theme.text),
            std::cmp::Ordering::Equal => (look.glyphs.here, theme.now),
            std::cmp::Ordering::Greater => (look.glyphs.dot, theme.muted),
        };
        Line::styled(format!("{sign} {}", look.words.get(key)), style)
    };
    let mut lines: Vec<Line<'static>> = STEPS.iter().enumerate().map(line).collect();
    if let Some(Progress { done, of, .. }) = at.filter(|at| at.of > 1) {
        let percent = u32::try_from(done * 100 / of).unwrap_or(100);
        let told = look.words.with("evening-at", &[("done", done.into()), ("of", of.into())]);
        lines.extend([
            Line::default(),
            Bar::new(percent, BAR.min(usize::from(area.width))).line(look),
            Line::styled(told, theme.text),
        ]);
    }
    if is_stopping {
        let cells = usize::from(area.width).min(MEASURE);
        let told = wrap(&look.words.get("evening-stopping"), cells);
        lines.push(Line::default());
        lines.extend(told.into_iter().map(|line| Line::styled(line, theme.warn)));
    }
    for (line, row) in lines.iter().zip(area.rows().skip(usize::from(area.height > 12))) {
        put(line, row, 0, buf);
    }
}

impl Page for Evening {
    fn table(&self) -> Table {
        Table::Evening
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let has_result = written(scene.session).is_some();
        let is_running = running(scene.session).is_some();
        Facts::default()
            .and(Fact::Typing, !has_result && !is_running && self.focus != SUPERVISED)
            .and(Fact::Answered, has_result)
            .and(Fact::Alike, alike(scene.session).is_some())
            .and(Fact::Reading, running(scene.session).is_some_and(|(_, is_stopping)| !is_stopping))
            .and(Fact::Ready, !has_result && !is_running)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        super::masthead(scene, cells, "evening-title")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        // The last cells are for the sign that there is more.
        let cells = usize::from(area.width.saturating_sub(2)).min(MEASURE);
        self.told = self.tell(scene, cells);
        self.question = alike(scene.session).map(|doubt| wrap(&doubts::asked(scene, doubt), cells)).unwrap_or_default();
        let (foot, least) = match written(scene.session) {
            Some(_) => (self.question.len(), self.told.len().min(LEAST)),
            None => (self.told.len(), ROWS.len()),
        };
        self.parts = Parts::of(area, foot, least);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if let Some(running) = running(scene.session) {
            view_progress(scene, running, area, buf);
            return None;
        }
        let parts = self.parts;
        let told = |lines: &[String], style: Style, place: Rect, buf: &mut Buffer| {
            for (line, row) in lines.iter().zip(place.rows()) {
                put(&Line::styled(line.clone(), style), row, 0, buf);
            }
        };
        if written(scene.session).is_some() {
            told(self.told.get(self.top..).unwrap_or_default(), scene.look.theme.text, parts.list, buf);
            more(self.top, self.last_top(), scene.look, parts.list, buf);
            rule(parts.rule, scene.look, buf);
            told(&self.question, scene.look.theme.strong, parts.foot, buf);
            return None;
        }
        let mut cursor = None;
        let first = (self.focus + 1).saturating_sub(usize::from(parts.list.height));
        for (at, place) in (first..ROWS.len()).zip(parts.list.rows()) {
            cursor = cursor.or(self.view_row(scene, at, place, buf));
        }
        rule(parts.rule, scene.look, buf);
        told(&self.told, scene.look.theme.text, parts.foot, buf);
        cursor.filter(|at| area.contains(*at))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Type(key) => drop(self.field(work.session).map(|field| field.press(key))),
            Event::Paste(text) => drop(self.field(work.session).map(|field| field.paste(&text))),
            Event::Click(at) if self.parts.list.contains(at) => {
                self.focus = usize::from(at.y - self.parts.list.y).min(ROWS.len() - 1);
            }
            Event::Click(_) => {}
        }
        Reply::stay()
    }
}
