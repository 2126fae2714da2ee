//! Progress to another machine, progress from one, and a copy of everything: what a file holds, where it goes, what
//! came of it.
//!
//! Apart from the progress itself, which only looks. The place is typed and goes to the host as it is: what it means is
//! not known here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::session::carrying;
use crate::text::{lines, one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Field, more};

/// Text is set no wider than this, with two cells for the sign that there is more.
const MEASURE: u16 = 74;

/// Which way progress goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Out,
    In,
    BackUp,
}

/// A place to write to, or to read from.
#[derive(Debug)]
pub struct Carry {
    way: Way,
    place: Field,
    /// The first line in view of what is told.
    top: usize,
    /// Lines of what is told, as they are wrapped.
    told: Vec<String>,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    told: Rect,
    label: Rect,
    field: Rect,
}

impl Carry {
    /// Progress to another machine.
    pub fn out() -> Self {
        Self { way: Way::Out, place: Field::default(), top: 0, told: Vec::new(), parts: Parts::default() }
    }

    /// Progress from another machine.
    pub fn take_in() -> Self {
        Self { way: Way::In, ..Self::out() }
    }

    /// A copy of the whole home.
    pub fn back_up() -> Self {
        Self { way: Way::BackUp, ..Self::out() }
    }

    /// Returns the catalogue's keys of the title and of the field's label.
    fn named(&self) -> [&'static str; 2] {
        match self.way {
            Way::Out => ["carry-out-title", "carry-out-label"],
            Way::In => ["carry-in-title", "carry-in-label"],
            Way::BackUp => ["back-up-title", "back-up-label"],
        }
    }

    /// Returns what is told: what a file holds, or what came of one.
    fn tell(&self, scene: Scene<'_>) -> Vec<String> {
        let words = &scene.look.words;
        let outcomes = scene.session.taken_in().unwrap_or_default();
        if self.way == Way::In && !outcomes.is_empty() {
            return carrying::outcomes(outcomes, words);
        }
        let keys: &[&str] = match self.way {
            Way::Out => &["carry-out-holds", "carry-out-readable", "carry-out-where"],
            Way::In => &["carry-in-what", "carry-in-where"],
            Way::BackUp => &["back-up-holds", "back-up-checked", "back-up-restore"],
        };
        keys.iter().map(|key| words.get(key)).collect()
    }

    fn begin(&mut self, work: &mut Work<'_>) -> Reply {
        self.top = 0;
        let place = one_line(self.place.text());
        match self.way {
            Way::Out => Reply::effects(work.session.carry_out(&place)).and_go(Go::Back),
            Way::BackUp => Reply::effects(work.session.back_up(&place)).and_go(Go::Back),
            Way::In if place.is_empty() => Reply::go(Go::Refuse(work.look.words.get("carry-in-needed"))),
            Way::In => Reply::effects(work.session.take_in(&place)),
        }
    }

    fn last_top(&self) -> usize {
        self.told.len().saturating_sub(usize::from(self.parts.told.height))
    }

    fn scroll(&mut self, down: bool) {
        self.top = if down { (self.top + 1).min(self.last_top()) } else { self.top.saturating_sub(1) };
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match action {
            Action::Open | Action::HandIn => return self.begin(work),
            Action::Back => {
                work.session.forget_taken_in();
                return Reply::go(Go::Back);
            }
            Action::Down | Action::PageDown => self.scroll(true),
            Action::Up | Action::PageUp => self.scroll(false),
            _ => {}
        }
        Reply::stay()
    }
}

impl Page for Carry {
    fn table(&self) -> Table {
        Table::Carry
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default().and(Fact::Typing, true).and(Fact::Outgoing, self.way != Way::In)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get(self.named()[0]), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let width = area.width.min(MEASURE);
        let column = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        let paragraphs = self.tell(scene);
        let wrapped = |text: &String| wrap(&lines(text), usize::from(width.saturating_sub(2)));
        let air = if area.height > 14 { vec![String::new()] } else { Vec::new() };
        self.told = paragraphs.iter().flat_map(|text| [wrapped(text), air.clone()].concat()).collect();
        let below = 3.min(column.height);
        if self.told.len() > usize::from(column.height - below) {
            // Of air at the end nobody need be told.
            self.told.pop_if(|line| line.is_empty());
        }
        let wanted = u16::try_from(self.told.len()).unwrap_or(u16::MAX);
        let told = Rect { height: wanted.min(column.height - below), ..column };
        let label = Rect { y: told.bottom(), height: 1, ..column }.intersection(column);
        let field = Rect { y: label.bottom(), height: 1, ..column }.intersection(column);
        self.parts = Parts { told, label, field };
        self.top = self.top.min(self.last_top());
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &scene.look.theme;
        for (line, row) in self.told.iter().skip(self.top).zip(self.parts.told.rows()) {
            put(&Line::styled(line.clone(), theme.text), row, 0, buf);
        }
        more(self.top, self.last_top(), scene.look, self.parts.told, buf);
        put(&Line::styled(scene.look.words.get(self.named()[1]), theme.strong), self.parts.label, 0, buf);
        self.place.render(theme.field(), self.parts.field, buf)
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Type(key) => _ = self.place.press(key),
            Event::Paste(text) => self.place.paste(&text),
            Event::Wheel(down) => self.scroll(down),
            Event::Click(_) => {}
        }
        Reply::stay()
    }
}
