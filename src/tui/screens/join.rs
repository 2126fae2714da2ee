//! A trainer's invitation: what it is and what the trainer will see, the list of names to pick one's own from, and what
//! may be said about oneself.
//!
//! Apart from setup because nothing of who one is has to be typed here. Three steps, one after the other; Esc goes back
//! a step, and nothing is kept before the last.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::cohort::invitation::Seat;
use crate::id::LearnerId;
use crate::journal::About;
use crate::journal::planning::Field as Asked;
use crate::session::joining;
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Field, Pick, more};
use crate::tui::width::pad;

/// Text is set no wider than this, with two cells for the sign that there is more.
const MEASURE: u16 = 66;

/// How far somebody is.
#[derive(Debug)]
enum Step {
    /// Reading what it is.
    Told,
    /// Looking for one's name.
    Names,
    /// Saying something about oneself, under the name that was picked.
    About(LearnerId, Vec<(Asked, Field)>),
}

/// An invitation on the screen.
#[derive(Debug)]
pub struct Join {
    step: Step,
    typed: Field,
    pick: Pick,
    /// Which field has the focus.
    focus: usize,
    /// The first line of the text in view, and how many there are too many.
    top: usize,
    more: usize,
    head: Rect,
    list: Rect,
}

impl Default for Join {
    fn default() -> Self {
        let (typed, pick) = (Field::default(), Pick::default());
        Self { step: Step::Told, typed, pick, focus: 0, top: 0, more: 0, head: Rect::ZERO, list: Rect::ZERO }
    }
}

impl Join {
    fn seats<'a>(&self, scene: Scene<'a>) -> Vec<&'a Seat> {
        scene.session.seats(self.typed.text())
    }

    /// Goes on: to the names, to what is asked, or in.
    fn forward(&mut self, work: &mut Work<'_>) -> Reply {
        match &self.step {
            Step::Told => self.step = Step::Names,
            Step::Names => {
                let Some(learner) = self.seats(work.scene()).get(self.pick.selected()).map(|seat| seat.learner) else {
                    return Reply::go(Go::Say(work.look.words.get("nothing-found")));
                };
                let asked: Vec<Asked> = work.session.offered().map(|offer| offer.asks().collect()).unwrap_or_default();
                if asked.is_empty() {
                    return Reply::effects(work.session.join(learner, About::default()));
                }
                self.focus = 0;
                self.step = Step::About(learner, asked.into_iter().map(|field| (field, Field::default())).collect());
            }
            Step::About(_, fields) if self.focus + 1 < fields.len() => self.focus += 1,
            Step::About(..) => return self.join(work),
        }
        Reply::stay()
    }

    fn join(&self, work: &mut Work<'_>) -> Reply {
        let Step::About(learner, fields) = &self.step else { return Reply::stay() };
        let mut about = About::default();
        for (field, typed) in fields {
            typed.text().clone_into(joining::of(&mut about, *field));
        }
        Reply::effects(work.session.join(*learner, about))
    }

    fn back(&mut self) -> Reply {
        match self.step {
            Step::Told => return Reply::go(Go::Back),
            Step::Names => self.step = Step::Told,
            Step::About(..) => self.step = Step::Names,
        }
        Reply::stay()
    }

    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match (action, &self.step) {
            (Action::Open, _) => return self.forward(work),
            (Action::HandIn, Step::About(..)) => return self.join(work),
            (Action::Back, _) => return self.back(),
            (action, Step::Names) => _ = self.pick.act(action, self.seats(work.scene()).len()),
            (Action::Down | Action::NextField, Step::About(_, fields)) => self.focus = (self.focus + 1) % fields.len(),
            (Action::Up | Action::PreviousField, Step::About(_, fields)) => {
                self.focus = (self.focus + fields.len() - 1) % fields.len();
            }
            (action, Step::Told | Step::About(..)) => self.scroll(action),
        }
        Reply::stay()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "only these actions move a text")]
    fn scroll(&mut self, action: Action) {
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp | Action::First => 0,
            Action::PageDown | Action::Last => self.more,
            _ => self.top,
        }
        .min(self.more);
    }

    fn field(&mut self) -> Option<&mut Field> {
        match &mut self.step {
            Step::Told => None,
            Step::Names => Some(&mut self.typed),
            Step::About(_, fields) => fields.get_mut(self.focus).map(|(_, field)| field),
        }
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let row = usize::from(at.y.saturating_sub(self.list.y));
        match &self.step {
            Step::Names if self.list.contains(at) => {
                let (row, len) = (row + self.pick.top(), self.seats(work.scene()).len());
                if row >= len {
                    return Reply::stay();
                }
                let again = row == self.pick.selected();
                self.pick.select(row, len);
                if again { self.forward(work) } else { Reply::stay() }
            }
            Step::About(_, fields) if self.list.contains(at) => {
                self.focus = (row / 2).min(fields.len().saturating_sub(1));
                Reply::stay()
            }
            Step::Told | Step::Names | Step::About(..) => Reply::stay(),
        }
    }

    /// What stands above the list or the fields.
    fn head(&self, scene: Scene<'_>, (cells, rows): (usize, usize)) -> Vec<Line<'static>> {
        let (words, theme) = (&scene.look.words, &scene.look.theme);
        let cells = cells.saturating_sub(2);
        let set = |text: &str, style| wrap(text, cells).into_iter().map(move |line| Line::styled(line, style));
        let Some(offer) = scene.session.offered() else { return Vec::new() };
        match &self.step {
            Step::Told => {
                let told = offer.told(words, &scene.session.course().manifest().version);
                let style = |at| if at == 0 { theme.strong } else { theme.text };
                let parts = told.iter().enumerate().map(|(at, text)| set(text, style(at)).collect::<Vec<_>>());
                let parts: Vec<_> = parts.collect();
                // On a low screen words are worth more than air.
                let needed = parts.iter().map(Vec::len).sum::<usize>() + parts.len().saturating_sub(1);
                if needed > rows { parts.concat() } else { parts.join(&Line::default()) }
            }
            Step::Names => set(&words.get("join-which"), theme.strong).collect(),
            Step::About(..) => {
                let why = words.with("join-why", &[("reason", offer.invitation.reason.as_str().into())]);
                set(&why, theme.text).collect()
            }
        }
    }

    fn names(&self, scene: Scene<'_>, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let field = Rect { y: self.list.y.saturating_sub(2), height: 1, ..self.list };
        put(&Line::styled("/ ", look.theme.now), field, 0, buf);
        let inside = Rect { x: field.x + 2.min(field.width), width: field.width.saturating_sub(2).min(36), ..field };
        let cursor = self.typed.render(look.theme.field(), inside, buf);
        let seats = self.seats(scene);
        if seats.is_empty() {
            put(&Line::styled(look.words.get("nothing-found"), look.theme.muted), self.list, 2, buf);
        }
        for ((at, seat), row) in seats.into_iter().enumerate().skip(self.pick.top()).zip(self.list.rows()) {
            put(&line(scene, seat, at == self.pick.selected(), usize::from(row.width)), row, 0, buf);
        }
        let last = self.seats(scene).len().saturating_sub(usize::from(self.list.height));
        more(self.pick.top(), last, look, self.list, buf);
        cursor
    }

    fn fields(&self, scene: Scene<'_>, fields: &[(Asked, Field)], buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let mut cursor = None;
        for (at, (asked, field)) in fields.iter().enumerate() {
            let y = self.list.y.saturating_add(u16::try_from(at * 2).unwrap_or(u16::MAX));
            let row = Rect { y, height: 1, ..self.list }.intersection(self.list);
            let focused = at == self.focus;
            let marker = if focused { look.glyphs.here } else { " " };
            let style = if focused { look.theme.now } else { look.theme.muted };
            put(&Line::styled(format!("{marker} {}", look.words.get(label(*asked))), style), row, 0, buf);
            let beside = 12.min(row.width);
            let inside = Rect { x: row.x + beside, width: (row.width - beside).min(36), ..row };
            cursor = cursor.or(field.render(look.theme.field(), inside, buf).filter(|_| focused));
        }
        cursor
    }
}

fn label(field: Asked) -> &'static str {
    match field {
        Asked::Role => "join-field-role",
        Asked::Country => "join-field-country",
        Asked::Gender => "join-field-gender",
    }
}

fn line(scene: Scene<'_>, seat: &Seat, picked: bool, cells: usize) -> Line<'static> {
    let look = scene.look;
    let (text, quiet) = if picked { (look.theme.focus, look.theme.focus) } else { (look.theme.text, look.theme.muted) };
    let marker = if picked { look.glyphs.here } else { " " };
    let name = cells.saturating_sub(2) * 3 / 5;
    Line::from(vec![
        Span::styled(format!("{marker} "), text),
        Span::styled(pad(&seat.name, name.saturating_sub(1), look.glyphs.more) + " ", text),
        Span::styled(pad(&seat.member, cells.saturating_sub(2 + name), look.glyphs.more), quiet),
    ])
}

impl Page for Join {
    fn table(&self) -> Table {
        Table::Join
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        match &self.step {
            Step::Told => Facts::of(&[Fact::Reading]),
            Step::Names => Facts::of(&[Fact::Typing]),
            Step::About(_, fields) => {
                Facts::of(&[Fact::Typing, Fact::Asking]).and(Fact::AtEnd, self.focus + 1 == fields.len())
            }
        }
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let width = area.width.min(MEASURE);
        let column = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        let head = self.head(scene, (width.into(), area.height.into())).len();
        // What is asked stays in view, however long the reason is.
        let (under, kept) = match &self.step {
            Step::Told => (0, 0),
            Step::Names => (3, 1),
            Step::About(_, fields) => (1, fields.len() * 2),
        };
        let room = usize::from(area.height).saturating_sub(under + kept);
        self.more = head.saturating_sub(room);
        self.top = self.top.min(self.more);
        let above = u16::try_from(head.min(room) + under).unwrap_or(u16::MAX).min(area.height);
        self.head = Rect { height: u16::try_from(head.min(room)).unwrap_or(u16::MAX), ..column };
        self.list = Rect { y: column.y + above, height: column.height - above, ..column };
        let len = self.seats(scene).len();
        self.pick.select(self.pick.selected(), len);
        self.pick.follow(self.pick.selected()..self.pick.selected() + 1, len, usize::from(self.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        let head = self.head(scene, (self.head.width.into(), area.height.into()));
        for (line, row) in head.iter().skip(self.top).zip(self.head.intersection(area).rows()) {
            put(line, row, 0, buf);
        }
        more(self.top, self.more, scene.look, self.head, buf);
        match &self.step {
            Step::Told => None,
            Step::Names => self.names(scene, buf),
            Step::About(_, fields) => self.fields(scene, fields, buf),
        }
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => return self.click(work, at),
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
        }
        Reply::stay()
    }
}
