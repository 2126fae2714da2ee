//! The door of a workshop: which tests are locked, the code of one in large letters, and the invitation.
//!
//! Apart from the plan because it writes a file, and from the office because it is there before anybody came. A code
//! stands on the screen only while somebody wants it to: the list of tests can be on a projector.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{asked, empty};
use crate::cohort::Plan;
use crate::course::manifest::Test;
use crate::id::{CohortId, TestId};
use crate::session::training::inviting::{Errand, Letter};
use crate::session::training::office::{Secret, Written};
use crate::session::{Session, Training};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::Screen;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Ends, Field, digits};

/// Words are set no wider than this.
const MEASURE: usize = 76;
/// The fields beneath the tests, each with its label and what it is about.
const FIELDS: [[&str; 2]; 4] = [
    ["inviting-list", "inviting-list-told"],
    ["inviting-reason", "inviting-reason-told"],
    ["inviting-to", "inviting-to-told"],
    ["office-passphrase", "inviting-key-told"],
];
const KEY: usize = 3;
/// Rows for a code as it is typed, and for what is said of it.
const TEXT: u16 = 5;

/// What the page shows.
#[derive(Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Form,
    /// The code of a test, for a room.
    Code(TestId),
}

/// What has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Test(usize),
    Field(usize),
}

/// The door of a cohort.
#[derive(Debug)]
pub struct Inviting {
    cohort: CohortId,
    view: View,
    focus: usize,
    fields: [Field; FIELDS.len()],
    /// The first line in view of what came of it.
    top: usize,
    told: Vec<String>,
    list: Rect,
    foot: Rect,
}

fn written(session: &Session) -> Option<&Result<Written, String>> {
    session.training().and_then(Training::written)
}

fn tests(session: &Session) -> &[Test] {
    &session.course().manifest().tests
}

impl Inviting {
    /// Opens the door of a cohort, and asks for its codes.
    pub(super) fn open(work: &mut Work<'_>, cohort: CohortId) -> Reply {
        let effects = work.session.at_the_door(cohort, Errand::Tell);
        let page = Self {
            cohort,
            view: View::default(),
            focus: 0,
            fields: Default::default(),
            top: 0,
            told: Vec::new(),
            list: Rect::default(),
            foot: Rect::default(),
        };
        Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Inviting(Box::new(page)))))
    }

    fn plan<'a>(&self, session: &'a Session) -> Option<&'a Plan> {
        session.training()?.cohorts()?.iter().find(|plan| plan.id == self.cohort)
    }

    fn is_locked(&self, session: &Session, test: &TestId) -> bool {
        self.plan(session).is_some_and(|plan| plan.locks.contains_key(test))
    }

    fn stop(&self, session: &Session) -> Stop {
        let tests = tests(session).len();
        self.focus.checked_sub(tests).map_or(Stop::Test(self.focus), Stop::Field)
    }

    fn test<'a>(&self, session: &'a Session) -> Option<&'a TestId> {
        match self.stop(session) {
            Stop::Test(at) => tests(session).get(at).map(|test| &test.id),
            Stop::Field(_) => None,
        }
    }

    fn field(&mut self, session: &Session) -> Option<&mut Field> {
        match self.stop(session) {
            Stop::Field(at) if written(session).is_none() => self.fields.get_mut(at),
            Stop::Field(_) | Stop::Test(_) => None,
        }
    }

    /// Locks the test in focus, or shows its code; goes on from a field.
    fn enter(&mut self, work: &mut Work<'_>) -> Reply {
        let Some(test) = self.test(work.session).cloned() else {
            self.step(work.session, 1);
            return Reply::stay();
        };
        if !self.is_locked(work.session, &test) {
            return Reply::effects(work.session.at_the_door(self.cohort, Errand::Lock(test)));
        }
        if self.code(work.session, &test).is_none() {
            return Reply::go(Go::Refuse(work.look.words.get("inviting-code-unknown")));
        }
        self.view = View::Code(test);
        Reply::stay()
    }

    fn unlock(&self, work: &mut Work<'_>) -> Reply {
        let locked = self.test(work.session).filter(|test| self.is_locked(work.session, test)).cloned();
        let unlock = |test| work.session.at_the_door(self.cohort, Errand::Unlock(test));
        Reply::effects(locked.map(unlock).unwrap_or_default())
    }

    fn code<'a>(&self, session: &'a Session, test: &TestId) -> Option<&'a str> {
        session.training()?.codes(self.cohort)?.get(test).map(String::as_str)
    }

    fn write(&mut self, work: &mut Work<'_>) -> Reply {
        let [roster, reason, to, passphrase] = self.fields.each_ref().map(Field::text);
        let letter = Letter {
            roster: one_line(roster),
            reason: one_line(reason),
            to: one_line(to),
            passphrase: Secret(passphrase.to_owned()),
        };
        self.top = 0;
        Reply::effects(work.session.at_the_door(self.cohort, Errand::Invite(letter)))
    }

    fn step(&mut self, session: &Session, by: usize) {
        self.focus = (self.focus + by) % (tests(session).len() + FIELDS.len());
    }

    fn scroll(&mut self, down: bool) {
        let last = self.told.len().saturating_sub(usize::from(self.list.height));
        self.top = if down { (self.top + 1).min(last) } else { self.top.saturating_sub(1) };
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        let has_result = written(work.session).is_some();
        let back = tests(work.session).len() + FIELDS.len() - 1;
        match action {
            Action::Back if self.view != View::Form => self.view = View::Form,
            Action::Back if has_result => work.session.put_away(),
            Action::Back => return Reply::go(Go::Back),
            _ if self.view != View::Form => {}
            Action::Down | Action::PageDown if has_result => self.scroll(true),
            Action::Up | Action::PageUp if has_result => self.scroll(false),
            _ if has_result => {}
            Action::Open => return self.enter(work),
            Action::Delete => return self.unlock(work),
            Action::HandIn => return self.write(work),
            Action::Down | Action::NextField => self.step(work.session, 1),
            Action::Up | Action::PreviousField => self.step(work.session, back),
            _ => {}
        }
        Reply::stay()
    }

    /// Returns what came of the invitation, or what the row in focus is about.
    fn tell(&self, scene: Scene<'_>, cells: usize) -> Vec<String> {
        let words = &scene.look.words;
        if let Some(result) = written(scene.session) {
            return asked::told(result, scene, cells);
        }
        let text = match self.stop(scene.session) {
            Stop::Field(0) => {
                let people = self.plan(scene.session).map_or(0, |plan| plan.learners.len());
                words.with("inviting-list-told", &[("count", people.into())])
            }
            Stop::Field(at) => words.get(FIELDS.get(at).map_or("", |field| field[1])),
            Stop::Test(_) => {
                let fault = scene.session.training().and_then(|training| training.no_codes(self.cohort));
                let is_locked = self.test(scene.session).is_some_and(|test| self.is_locked(scene.session, test));
                let key = if is_locked { "inviting-locked-told" } else { "inviting-open-told" };
                fault.map_or_else(|| words.get(key), one_line)
            }
        };
        wrap(&text, cells)
    }

    fn view_row(&self, scene: Scene<'_>, at: usize, place: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, focused) = (scene.look, at == self.focus);
        let tests = tests(scene.session);
        if let Some(test) = tests.get(at) {
            let is_locked = self.is_locked(scene.session, &test.id);
            let state = look.words.get(if is_locked { "inviting-locked" } else { "inviting-open" });
            let tick = look.glyphs.tick[usize::from(is_locked)];
            let text = format!("{tick} {}: {state}", test.title.get(scene.session.lang()));
            asked::label(&text, focused, place.width, look, place, buf);
            return focused.then_some(Position::new(place.x, place.y));
        }
        let field = at - tests.len();
        let label = look.words.get(FIELDS.get(field)?[0]);
        asked::field((&label, focused), (self.fields.get(field)?, field == KEY), look, place, buf)
    }

    /// Draws a code as large as it fits, and beneath it as it is typed.
    fn view_code(&self, scene: Scene<'_>, test: &TestId, area: Rect, buf: &mut Buffer) {
        let look = scene.look;
        let code = self.code(scene.session, test).unwrap_or_default();
        let title = tests(scene.session).iter().find(|known| known.id == *test);
        let title = title.map(|test| test.title.get(scene.session.lang())).unwrap_or_default();
        let mut rest = centred(&Line::styled(title.to_owned(), look.theme.strong), area, buf);
        rest = below(rest, 1);
        let (parts, scale) = parts(code, Rect { height: rest.height.saturating_sub(TEXT), ..rest });
        for part in scale.map(|_| parts).into_iter().flatten() {
            let scale = scale.unwrap_or(1);
            digits::draw(part, scale, (look.glyphs.progress[1], look.theme.now), rest, buf);
            rest = below(rest, digits::ROWS * scale + 1);
        }
        rest = centred(&Line::styled(one_line(code), look.theme.now), rest, buf);
        rest = below(rest, 1);
        for line in wrap(&look.words.get("inviting-code-told"), usize::from(area.width).min(MEASURE)) {
            rest = centred(&Line::styled(line, look.theme.text), rest, buf);
        }
    }
}

/// Returns the parts in which a code is drawn, each on a row of its own, and the scale at which they fit, if they do.
fn parts(code: &str, area: Rect) -> (Vec<&str>, Option<u16>) {
    let known = code.chars().all(digits::is_known);
    let fit = |parts: &[&str]| {
        let rows = area.height / u16::try_from(parts.len()).unwrap_or(u16::MAX).max(1);
        let scales = parts.iter().map(|part| digits::scale(part, area.width, rows.saturating_sub(1)));
        // Of nothing at all the least is none.
        scales.min().flatten().filter(|_| known)
    };
    let (whole, cut) = (vec![code], code.split('-').collect::<Vec<_>>());
    let (of_whole, of_cut) = (fit(&whole), fit(&cut));
    if of_cut > of_whole { (cut, of_cut) } else { (whole, of_whole) }
}

/// Draws a line in the middle of the first row of an area; returns what is left below.
fn centred(line: &Line<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let from = usize::from(area.width).saturating_sub(line.width()) / 2;
    put(line, area, from, buf);
    below(area, 1)
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

impl Page for Inviting {
    fn table(&self) -> Table {
        Table::Inviting
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let is_form = written(scene.session).is_none() && self.view == View::Form;
        let test = self.test(scene.session);
        let is_locked = test.is_some_and(|test| self.is_locked(scene.session, test));
        Facts::default()
            .and(Fact::Typing, is_form && test.is_none())
            .and(Fact::Ready, is_form)
            .and(Fact::Kept, is_form && is_locked)
            .and(Fact::Empty, is_form && test.is_some() && !is_locked)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        let name = self.plan(scene.session).map(|plan| plan.name.clone()).unwrap_or_default();
        masthead::named(scene, cells, &scene.look.words.get("inviting-title"), &name)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.told = self.tell(scene, usize::from(area.width).min(MEASURE));
        let rows = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        let has_foot = written(scene.session).is_none();
        let foot = if has_foot { (rows(self.told.len()) + 1).min(area.height / 2) } else { 0 };
        self.list = Rect { height: area.height - foot, ..area };
        self.foot = Rect { y: self.list.bottom(), height: foot, ..area };
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if scene.session.training().is_some_and(Training::is_writing) {
            empty(scene, "office-writing", area, buf);
            return None;
        }
        if let View::Code(test) = &self.view {
            self.view_code(scene, test, area, buf);
            return None;
        }
        let told = |lines: &[String], place: Rect, buf: &mut Buffer| {
            for (line, row) in lines.iter().zip(place.rows()) {
                put(&Line::styled(line.clone(), scene.look.theme.text), row, 0, buf);
            }
        };
        if written(scene.session).is_some() {
            told(self.told.get(self.top..).unwrap_or_default(), self.list, buf);
            return None;
        }
        let count = tests(scene.session).len() + FIELDS.len();
        let first = (self.focus + 1).saturating_sub(usize::from(self.list.height));
        let mut cursor = None;
        for (at, place) in (first..count).zip(self.list.rows()) {
            cursor = cursor.or(self.view_row(scene, at, place, buf));
        }
        rule(Rect { height: self.foot.height.min(1), ..self.foot }, scene.look, buf);
        let below = self.foot.height.saturating_sub(1);
        told(&self.told, Rect { y: self.foot.y + 1, height: below, ..self.foot }, buf);
        cursor.filter(|at| area.contains(*at))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Type(key) => drop(self.field(work.session).map(|field| field.press(key))),
            Event::Paste(text) => drop(self.field(work.session).map(|field| field.paste(&text))),
            Event::Click(at) if self.view == View::Form && self.list.contains(at) => {
                let first = (self.focus + 1).saturating_sub(usize::from(self.list.height));
                let last = tests(work.session).len() + FIELDS.len() - 1;
                self.focus = (first + usize::from(at.y - self.list.y)).min(last);
            }
            Event::Click(_) => {}
        }
        Reply::stay()
    }
}
