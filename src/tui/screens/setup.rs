//! The first start: name, station and language on one screen.
//!
//! Apart because it is the only screen that asks who somebody is. The language switches everything at once, so that
//! whoever cannot read this page changes it first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Screen;
use crate::id::Lang;
use crate::text::{one_line, width, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Field};
use crate::words::LANGUAGES;

/// Text is set no wider than this.
const MEASURE: u16 = 64;
/// A field is no wider than this.
const FIELD: u16 = 36;

/// Which part of the form has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    Station,
    Language,
}

impl Part {
    const ALL: [Self; 3] = [Self::Name, Self::Station, Self::Language];

    fn label(self) -> &'static str {
        match self {
            Self::Name => "setup-name",
            Self::Station => "setup-station",
            Self::Language => "setup-language",
        }
    }

    fn step(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|part| *part == self).unwrap_or(0);
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// The form of a new learner.
#[derive(Debug)]
pub struct Setup {
    focus: Part,
    name: Field,
    station: Field,
    is_first: bool,
    /// Rows of the parts as they were laid out, for the mouse.
    rows: [u16; 3],
}

impl Setup {
    /// The form of a home without learners.
    pub fn first() -> Self {
        Self { focus: Part::Name, name: Field::default(), station: Field::default(), is_first: true, rows: [0; 3] }
    }

    /// The form of one more learner, with a way back.
    pub fn another() -> Self {
        Self { is_first: false, ..Self::first() }
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.focus {
            Part::Name => Some(&mut self.name),
            Part::Station => Some(&mut self.station),
            Part::Language => None,
        }
    }

    fn begin(&mut self, work: &mut Work<'_>) -> Reply {
        if one_line(self.name.text()).is_empty() {
            self.focus = Part::Name;
            return Reply::go(Go::Say(work.look.words.get("setup-name-needed")));
        }
        let lang = work.session.lang().clone();
        Reply::effects(work.session.add_learner(self.name.text(), self.station.text(), lang))
    }

    fn enter(&mut self, work: &mut Work<'_>) -> Reply {
        if self.focus == Part::Language {
            return self.begin(work);
        }
        self.focus = self.focus.step(1);
        Reply::stay()
    }

    fn back(&self, work: &mut Work<'_>) -> Reply {
        if self.is_first { Reply::effects(work.session.quit()) } else { Reply::go(Go::Back) }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        match action {
            Action::Open => return self.enter(work),
            Action::HandIn => return self.begin(work),
            Action::Back => return self.back(work),
            Action::Join => return Reply::push(Screen::Join(Box::default())),
            Action::NextField | Action::Down => self.focus = self.focus.step(1),
            Action::PreviousField | Action::Up => self.focus = self.focus.step(2),
            Action::Left => return Reply::effects(choose_language(work, LANGUAGES.len() - 1)),
            Action::Right => return Reply::effects(choose_language(work, 1)),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, at: Position) {
        if let Some(part) = self.rows.iter().position(|row| *row == at.y).and_then(|at| Part::ALL.get(at)) {
            self.focus = *part;
        }
    }

    /// Draws one part of the form; returns where the cursor is, if it has the focus.
    fn part(&self, part: Part, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &scene.look.theme;
        let focused = part == self.focus;
        let label = scene.look.words.get(part.label());
        let marker = if focused { scene.look.glyphs.here } else { " " };
        let style = if focused { theme.now } else { theme.muted };
        put(&Line::styled(format!("{marker} {label}"), style), area, 0, buf);
        let beside = label_width(scene);
        let inside = Rect { x: area.x + beside.min(area.width), width: area.width.saturating_sub(beside), ..area };
        let field = Rect { width: inside.width.min(FIELD), ..inside };
        let cursor = match part {
            Part::Name => self.name.render(theme.field(), field, buf),
            Part::Station => self.station.render(theme.field(), field, buf),
            Part::Language => languages(scene, focused, inside, buf),
        };
        cursor.filter(|_| focused)
    }
}

fn choose_language(work: &mut Work<'_>, by: usize) -> crate::session::Effects {
    let now = work.session.lang().as_str();
    let at = LANGUAGES.iter().position(|(code, _)| *code == now).unwrap_or(0);
    let (code, _) = LANGUAGES[(at + by) % LANGUAGES.len()];
    Lang::new(code).map_or_else(|_never| Vec::new(), |lang| work.session.set_lang(lang))
}

/// Returns the cells that the widest label takes, with its marker and a gap.
fn label_width(scene: Scene<'_>) -> u16 {
    let widest = Part::ALL.iter().map(|part| width(&scene.look.words.get(part.label()))).max().unwrap_or(0);
    u16::try_from(widest + 5).unwrap_or(u16::MAX)
}

/// Draws the languages beside each other; returns where the chosen one stands.
fn languages(scene: Scene<'_>, focused: bool, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &scene.look.theme;
    let [open, taken] = scene.look.glyphs.radio;
    let mut spans = Vec::new();
    let mut cursor = None;
    let mut column = 0;
    for (code, name) in LANGUAGES {
        let chosen = code == scene.session.lang().as_str();
        if chosen {
            cursor = Some(Position::new(area.x.saturating_add(column), area.y));
        }
        let style = match (chosen, focused) {
            (true, true) => theme.focus,
            (true, false) => theme.strong,
            (false, _) => theme.muted,
        };
        let text = format!("{} {name}", if chosen { taken } else { open });
        column += u16::try_from(width(&text) + 2).unwrap_or(0);
        spans.extend([Span::styled(text, style), Span::raw("  ")]);
    }
    put(&Line::from(spans), area, 0, buf);
    cursor
}

fn welcome(scene: Scene<'_>, cells: u16) -> Vec<Line<'static>> {
    let Look { words, theme, .. } = scene.look;
    let mut lines = vec![Line::styled(words.get("setup-welcome"), theme.strong), Line::default()];
    lines.extend(
        wrap(&words.get("setup-kept-here"), usize::from(cells)).into_iter().map(|l| Line::styled(l, theme.text)),
    );
    lines
}

impl Page for Setup {
    fn table(&self) -> Table {
        Table::Setup
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let is_invited = scene.session.offered().is_some();
        Facts::default()
            .and(Fact::Invited, is_invited)
            .and(Fact::Typing, self.focus != Part::Language)
            .and(Fact::SeveralLearners, !self.is_first)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let form = form(scene, area);
        self.rows = [0, 1, 2].map(|at| form.y + at * spacing(form));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        let form = form(scene, area);
        let above = Rect { y: area.y, height: form.y - area.y, ..form };
        for (row, line) in above.rows().skip(usize::from(area.height > 14)).zip(welcome(scene, form.width)) {
            put(&line, row, 0, buf);
        }
        let mut cursor = None;
        for (part, y) in Part::ALL.into_iter().zip(self.rows) {
            let row = Rect { y, height: 1, ..form }.intersection(area);
            cursor = cursor.or(self.part(part, scene, row, buf));
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

/// Returns where the three rows of the form stand: below the welcome, in a column of its own.
fn form(scene: Scene<'_>, area: Rect) -> Rect {
    let width = area.width.min(MEASURE);
    let x = area.x + (area.width - width) / 2;
    let air = if area.height > 14 { 3 } else { 1 };
    let above = u16::try_from(welcome(scene, width).len()).unwrap_or(0) + air;
    let y = area.y + above.min(area.height.saturating_sub(3));
    Rect { x, y, width, height: area.bottom() - y }
}

fn spacing(form: Rect) -> u16 {
    if form.height >= 6 { 2 } else { 1 }
}
