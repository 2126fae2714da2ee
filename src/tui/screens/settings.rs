//! Language, theme and signs; and what concerns everything that is kept: a copy of it, and deleting one's own.
//!
//! Apart because these change how everything looks; each change is seen at once, on this very screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::id::Lang;
use crate::session::Session;
use crate::text::width;
use crate::tui::action::{Action, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::{Carry, Forget, Screen};
use crate::tui::theme::ThemeName;
use crate::tui::widgets::ends::{line_width, put};
use crate::tui::widgets::{Ends, Pick};
use crate::tui::width::pad;
use crate::words::{language_name, next_language};

/// What can be set or done, a row each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Language,
    Theme,
    Signs,
    BackUp,
    Forget,
}

impl Item {
    fn label(self) -> &'static str {
        match self {
            Self::Language => "settings-language",
            Self::Theme => "settings-theme",
            Self::Signs => "settings-signs",
            Self::BackUp => "settings-back-up",
            Self::Forget => "settings-forget",
        }
    }
}

/// The rows for whoever is here: a copy only for the owner of this home, deleting only for somebody who can be.
fn items(session: &Session) -> Vec<Item> {
    let all = [Item::Language, Item::Theme, Item::Signs, Item::BackUp, Item::Forget];
    let is_there = |item: &Item| match item {
        Item::Language | Item::Theme | Item::Signs => true,
        Item::BackUp => session.can_back_up(),
        Item::Forget => session.can_be_forgotten(),
    };
    all.into_iter().filter(is_there).collect()
}

/// The settings.
#[derive(Debug, Default)]
pub struct Settings {
    pick: Pick,
    list: Rect,
}

impl Settings {
    fn change(&self, work: &mut Work<'_>, forward: bool) -> Reply {
        let look = work.look;
        match items(work.session).get(self.pick.selected()) {
            Some(Item::Language) => match Lang::new(next_language(work.session.lang().as_str())) {
                Ok(lang) => Reply::effects(work.session.set_lang(lang)),
                Err(_never) => Reply::stay(),
            },
            Some(Item::Theme) => {
                Reply::go(Go::Theme(if forward { look.theme_name.next() } else { before(look.theme_name) }))
            }
            Some(Item::Signs) => Reply::go(Go::Unicode(!look.glyphs.unicode)),
            Some(Item::BackUp) if forward => Reply::push(Screen::Carry(Box::new(Carry::back_up()))),
            Some(Item::Forget) if forward => Reply::push(Screen::Forget(Forget::default())),
            Some(Item::BackUp | Item::Forget) | None => Reply::stay(),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if self.pick.act(action, items(work.session).len()) {
            return Reply::stay();
        }
        match action {
            Action::Right => self.change(work, true),
            Action::Left => self.change(work, false),
            Action::Back => Reply::go(Go::Back),
            _ => Reply::stay(),
        }
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        let row = usize::from(at.y.saturating_sub(self.list.y)) / 2;
        if !self.list.contains(at) || row >= items(work.session).len() {
            return Reply::stay();
        }
        let again = row == self.pick.selected();
        self.pick.select(row, items(work.session).len());
        if again { self.change(work, true) } else { Reply::stay() }
    }
}

fn before(name: ThemeName) -> ThemeName {
    (1..ThemeName::ALL.len()).fold(name, |name, _| name.next())
}

fn value(scene: Scene<'_>, item: Item) -> String {
    let Look { words, glyphs, theme_name, .. } = scene.look;
    match item {
        Item::Language => language_name(scene.session.lang().as_str()).to_owned(),
        Item::Theme => words.get(theme_name.label()),
        Item::Signs if glyphs.unicode => words.get("settings-unicode"),
        Item::Signs => words.get("settings-ascii"),
        Item::BackUp => words.get("settings-copy"),
        Item::Forget => words.get("settings-delete"),
    }
}

impl Page for Settings {
    fn table(&self) -> Table {
        Table::Settings
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("settings-title"), "")
    }

    fn layout(&mut self, _scene: Scene<'_>, area: Rect) {
        let y = area.y + u16::from(area.height > 8);
        self.list = Rect { y, height: area.bottom() - y, ..area };
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let items = items(scene.session);
        let widest = items.iter().map(|item| width(&scene.look.words.get(item.label()))).max().unwrap_or(0);
        let mut cursor = None;
        for ((at, item), row) in items.iter().enumerate().zip(self.list.rows().step_by(2)) {
            let picked = at == self.pick.selected();
            if picked {
                cursor = Some(Position::new(row.x, row.y));
            }
            let label = pad(&scene.look.words.get(item.label()), widest + 3, "");
            put(&line(scene, &label, &value(scene, *item), picked), row, 0, buf);
        }
        let below = u16::try_from(items.len()).map_or(7, |rows| 2 * rows + 1);
        let sample = Rect { y: self.list.y.saturating_add(below), height: 5, ..self.list }.intersection(self.list);
        for (line, row) in signs(scene.look, usize::from(sample.width).saturating_sub(2)).iter().zip(sample.rows()) {
            put(line, row, 2, buf);
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

fn line(scene: Scene<'_>, label: &str, value: &str, picked: bool) -> Line<'static> {
    let Look { theme, glyphs, .. } = scene.look;
    let [_, _, left, right] = glyphs.arrows;
    let marker = if picked { glyphs.here } else { " " };
    let (text, quiet) = if picked { (theme.focus, theme.focus) } else { (theme.text, theme.muted) };
    let value = if picked { format!("{left} {value} {right}") } else { format!("  {value}") };
    Line::from(vec![Span::styled(format!("{marker} {label}"), quiet), Span::styled(value, text)])
}

/// What right, wrong and the others look like now, in lines of so many cells.
fn signs(look: &Look, cells: usize) -> Vec<Line<'static>> {
    let Look { words, theme, glyphs, .. } = look;
    let samples = [
        (glyphs.right, theme.right, "sample-right"),
        (glyphs.wrong, theme.wrong, "sample-wrong"),
        (glyphs.warn, theme.warn, "sample-warn"),
        (glyphs.half, theme.now, "sample-begun"),
        (glyphs.dot, theme.muted, "sample-open"),
    ];
    let mut lines = vec![Line::default()];
    for (sign, style, key) in samples {
        let span = Span::styled(format!("{sign} {}   ", words.get(key)), style);
        let is_full = lines.last().is_some_and(|line| line_width(line) + width(span.content.trim_end()) > cells);
        if is_full {
            lines.push(Line::default());
        }
        if let Some(line) = lines.last_mut() {
            line.push_span(span);
        }
    }
    lines
}
