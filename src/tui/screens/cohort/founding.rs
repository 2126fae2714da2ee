//! A new cohort: what it is called, where and when it meets, who runs it, which stations take part.
//!
//! Apart from the list because it is a form of its own; only the name is needed, everything else can be said later.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::session::training::founding::{BadWords, Words as Typed};
use crate::text::{width, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Field};

/// Text is set no wider than this.
const MEASURE: u16 = 72;
/// A field is no wider than this.
const FIELD: u16 = 48;
/// What each field is called, in order.
const LABELS: [&str; 6] =
    ["founding-name", "founding-place", "founding-from", "founding-until", "founding-trainer", "founding-stations"];

/// The form of a new cohort.
#[derive(Debug)]
pub struct Founding {
    fields: [Field; 6],
    focus: usize,
    /// Rows of the fields as they were laid out, for the mouse.
    rows: [u16; 6],
}

impl Founding {
    /// Opens the form; the first day is today until somebody says otherwise.
    pub fn new(today: &str, trainer: &str) -> Self {
        let texts = ["", "", today, "", trainer, ""];
        Self { fields: texts.map(Field::new), focus: 0, rows: [0; 6] }
    }

    fn step(&mut self, by: usize) {
        self.focus = (self.focus + by) % self.fields.len();
    }

    fn found(&mut self, work: &mut Work<'_>) -> Reply {
        let [name, place, from, until, trainer, stations] = self.fields.each_ref().map(Field::text);
        match work.session.found_cohort(Typed { name, place, from, until, trainer, stations }) {
            Ok(effects) => Reply::effects(effects).and_go(Go::Back),
            Err(bad) => {
                let (field, key) = match bad {
                    BadWords::NoName => (0, "founding-needs-name"),
                    BadWords::BadFirst => (2, "founding-bad-day"),
                    BadWords::BadLast => (3, "founding-bad-day"),
                    BadWords::Backwards => (3, "founding-backwards"),
                };
                self.focus = field;
                Reply::go(Go::Refuse(work.look.words.get(key)))
            }
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match action {
            Action::Open if self.focus + 1 == self.fields.len() => return self.found(work),
            Action::HandIn => return self.found(work),
            Action::Back => return Reply::go(Go::Back),
            Action::Open | Action::NextField | Action::Down => self.step(1),
            Action::PreviousField | Action::Up => self.step(LABELS.len() - 1),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, at: Position) {
        if let Some(field) = self.rows.iter().position(|row| *row == at.y) {
            self.focus = field;
        }
    }
}

fn told(scene: Scene<'_>, area: Rect) -> Vec<String> {
    if area.height < 12 {
        return Vec::new();
    }
    wrap(&scene.look.words.get("founding-told"), usize::from(area.width.min(MEASURE)))
}

impl Page for Founding {
    fn table(&self) -> Table {
        Table::Founding
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::of(&[Fact::Typing])
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("founding-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let above = u16::try_from(told(scene, area).len()).unwrap_or(0);
        let above = if above > 0 { above + 1 } else { 0 };
        let spacing = if area.height >= above + 12 { 2 } else { 1 };
        let rows = [0, 1, 2, 3, 4, 5].map(|at| area.y + above + at * spacing);
        self.rows = rows;
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        for (line, place) in told(scene, area).into_iter().zip(area.rows()) {
            put(&Line::styled(line, look.theme.text), place, 0, buf);
        }
        let widest = LABELS.iter().map(|key| width(&look.words.get(key))).max().unwrap_or(0);
        let beside = u16::try_from(widest + 4).unwrap_or(u16::MAX).min(area.width);
        let mut cursor = None;
        for (at, (field, y)) in self.fields.iter().zip(self.rows).enumerate() {
            let row = Rect { y, height: 1, ..area }.intersection(area);
            let focused = at == self.focus;
            let marker = if focused { look.glyphs.here } else { " " };
            let style = if focused { look.theme.now } else { look.theme.muted };
            put(&Line::styled(format!("{marker} {}", look.words.get(LABELS[at])), style), row, 0, buf);
            let inside = Rect { x: row.x + beside, width: row.width.saturating_sub(beside).min(FIELD), ..row };
            cursor = cursor.or(field.render(look.theme.field(), inside.intersection(area), buf).filter(|_| focused));
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Click(at) => self.click(at),
            Event::Type(key) => drop(self.fields[self.focus].press(key)),
            Event::Paste(text) => self.fields[self.focus].paste(&text),
            Event::Wheel(_) => {}
        }
        Reply::stay()
    }
}
