//! Search across the whole course: what was typed, and where it was found.
//!
//! Apart from the search in a lesson, which moves in the text. It searches when asked to, not at each key, so that a
//! long course never makes the typing wait.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Glossary, Screen};
use crate::id::Lang;
use crate::session::search::{Found, Hit};
use crate::session::{Place, Session};
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::{cut, put};
use crate::tui::widgets::{Ends, Field, Pick};
use crate::tui::width::pad;

/// Lines that a hit takes.
const LINES: usize = 2;

/// The search.
#[derive(Debug)]
pub struct Search {
    field: Field,
    is_typing: bool,
    /// What was found; none before the first search.
    hits: Option<Vec<Hit>>,
    /// The language in which it was found.
    lang: Option<Lang>,
    pick: Pick,
    list: Rect,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            field: Field::default(),
            is_typing: true,
            hits: None,
            lang: None,
            pick: Pick::default(),
            list: Rect::ZERO,
        }
    }
}

impl Search {
    fn len(&self) -> usize {
        self.hits.as_ref().map_or(0, Vec::len)
    }

    /// Finds the same words in another language; where there are none, what was found stays.
    fn translate(&mut self, session: &Session) {
        if self.lang.as_ref().is_none_or(|lang| lang == session.lang()) {
            return;
        }
        self.lang = Some(session.lang().clone());
        let hits = session.search(self.field.text());
        if !hits.is_empty() {
            self.hits = Some(hits);
        }
    }

    fn open(&mut self, work: &mut Work<'_>) -> Reply {
        if self.is_typing {
            let hits = work.session.search(self.field.text());
            self.is_typing = hits.is_empty();
            self.hits = Some(hits);
            self.lang = Some(work.session.lang().clone());
            self.pick = Pick::default();
            return Reply::stay();
        }
        match self.hits.iter().flatten().nth(self.pick.selected()).map(|hit| &hit.found) {
            Some(Found::Section { lesson, section, block, .. }) => {
                let place = Place { section: section.clone(), block: *block, row: 0 };
                Reply::go(Go::Lesson(lesson.clone(), Some(place)))
            }
            Some(Found::Term(term, _)) => Reply::push(Screen::Glossary(Glossary::at(term.clone()))),
            None => Reply::stay(),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if matches!(action, Action::Down | Action::Up) && self.is_typing {
            self.is_typing = self.len() == 0;
            return Reply::stay();
        }
        let len = self.len();
        if self.pick.act(action, len) {
            return Reply::stay();
        }
        match action {
            Action::Open => return self.open(work),
            Action::NextField => self.is_typing = !self.is_typing || len == 0,
            Action::Filter => self.is_typing = true,
            Action::Back | Action::Quit => return Reply::go(Go::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, work: &mut Work<'_>, at: Position) -> Reply {
        if !self.list.contains(at) {
            self.is_typing = true;
            return Reply::stay();
        }
        let hit = (usize::from(at.y - self.list.y) + self.pick.top()) / LINES;
        if hit >= self.len() {
            return Reply::stay();
        }
        let again = hit == self.pick.selected() && !self.is_typing;
        self.is_typing = false;
        self.pick.select(hit, self.len());
        if again { self.open(work) } else { Reply::stay() }
    }

    fn view_field(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let style = if self.is_typing { look.theme.now } else { look.theme.muted };
        put(&Line::from(Span::styled("/ ", style)), area, 0, buf);
        let inside = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2).min(50), ..area };
        self.field.render(look.theme.field(), inside, buf).filter(|_| self.is_typing)
    }

    fn view_hits(&self, scene: Scene<'_>, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let mut cursor = None;
        let lines = self.hits.iter().flatten().enumerate().flat_map(|(at, hit)| {
            let picked = at == self.pick.selected() && !self.is_typing;
            let [first, second] = lines(scene, hit, picked, usize::from(self.list.width));
            [(picked, first), (false, second)]
        });
        for ((picked, line), row) in lines.skip(self.pick.top()).zip(self.list.rows()) {
            if picked {
                cursor = Some(Position::new(row.x, row.y));
            }
            put(&cut(&line, usize::from(row.width), look.glyphs.more), row, 0, buf);
        }
        cursor
    }

    /// Says how much was found, or what to do.
    fn summary(&self, scene: Scene<'_>) -> String {
        let words = &scene.look.words;
        match &self.hits {
            None => words.get("search-how"),
            Some(hits) if hits.is_empty() => words.get("nothing-found"),
            Some(hits) => words.with("search-count", &[("count", hits.len().into())]),
        }
    }
}

fn lines(scene: Scene<'_>, hit: &Hit, picked: bool, cells: usize) -> [Line<'static>; 2] {
    let look = scene.look;
    let marker = if picked { look.glyphs.here } else { " " };
    let place = match &hit.found {
        Found::Section { title, heading, .. } if heading.is_empty() => title.clone(),
        Found::Section { title, heading, .. } => format!("{title} {} {heading}", look.glyphs.arrows[3]),
        Found::Term(_, term) => format!("{} {} {term}", look.words.get("glossary-title"), look.glyphs.arrows[3]),
    };
    let style = if picked { look.theme.focus } else { look.theme.text };
    let first = pad(&format!("{marker} {place}"), cells, look.glyphs.more);
    [Line::styled(first, style), Line::styled(format!("    {}", hit.excerpt), look.theme.muted)]
}

impl Page for Search {
    fn table(&self) -> Table {
        Table::Search
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default().and(Fact::Typing, self.is_typing).and(Fact::Empty, self.len() == 0)
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("search-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.translate(scene.session);
        let above = if area.height > 10 { 3 } else { 2 }.min(area.height);
        self.list = Rect { y: area.y + above, height: area.height - above, ..area };
        let (len, at) = (self.len(), self.pick.selected());
        self.pick.follow(at * LINES..(at + 1) * LINES, len * LINES, usize::from(self.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        let mut rows = area.rows();
        let typing = rows.next().and_then(|row| self.view_field(scene, row, buf));
        let summary = wrap(&self.summary(scene), usize::from(area.width.saturating_sub(2)));
        for (line, row) in summary.into_iter().zip(rows) {
            put(&Line::styled(line, scene.look.theme.muted), row, 2, buf);
        }
        typing.or(self.view_hits(scene, buf))
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Click(at) => return self.click(work, at),
            Event::Type(key) if self.is_typing => _ = self.field.press(key),
            Event::Paste(text) if self.is_typing => self.field.paste(&text),
            Event::Type(_) | Event::Paste(_) => {}
        }
        Reply::stay()
    }
}
