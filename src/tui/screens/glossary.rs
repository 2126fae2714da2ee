//! The glossary: every term, its meaning in the learner's language and in the course's others.
//!
//! Apart from the pop-up of a lesson, which shows one term where it stands: this lists and filters them all.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::course::glossary::Term;
use crate::course::markdown::{NoReferences, PlainLabels, blocks_of, plain_lines};
use crate::id::{Lang, TermId};
use crate::session::Session;
use crate::text::wrap;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::{rule, rule_down};
use crate::tui::widgets::{Ends, Field, Pick};
use crate::tui::width::pad;
use crate::words::{fold, language_name};

/// From this width on list and meaning stand beside each other.
const BESIDE: u16 = 66;

/// The glossary.
#[derive(Debug, Default)]
pub struct Glossary {
    filter: Field,
    is_typing: bool,
    pick: Pick,
    /// A term to be picked once the list is known.
    wanted: Option<TermId>,
    /// The terms that pass the filter, by name.
    shown: Vec<TermId>,
    parts: Parts,
}

#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    filter: Rect,
    list: Rect,
    rule: Rect,
    meaning: Rect,
}

impl Parts {
    fn of(area: Rect) -> Self {
        let filter = Rect { height: area.height.min(1), ..area };
        let air = if area.height > 10 { 2 } else { 1 }.min(area.height);
        let rest = Rect { y: area.y + air, height: area.height - air, ..area };
        if area.width >= BESIDE {
            let width = (area.width / 3).clamp(20, 34);
            let list = Rect { width, ..rest };
            let rule = Rect { x: list.right() + 1, width: 1, ..rest };
            let x = rule.right() + 1;
            Self { filter, list, rule, meaning: Rect { x, width: (area.right() - x).min(72), ..rest } }
        } else {
            let below = rest.height / 2;
            let list = Rect { height: rest.height - below, ..rest };
            let rule = Rect { y: list.bottom(), height: below.min(1), ..rest };
            let y = rule.bottom();
            Self { filter, list, rule, meaning: Rect { y, height: rest.bottom() - y, ..rest } }
        }
    }
}

impl Glossary {
    /// Opens the glossary at a term.
    pub fn at(term: TermId) -> Self {
        Self { wanted: Some(term), ..Self::default() }
    }

    fn leave(&mut self) -> Reply {
        if self.is_typing || !self.filter.text().is_empty() {
            self.filter = Field::default();
            self.is_typing = false;
            return Reply::stay();
        }
        Reply::go(Go::Back)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, action: Action) -> Reply {
        if self.pick.act(action, self.shown.len()) {
            return Reply::stay();
        }
        match action {
            Action::Filter => self.is_typing = true,
            Action::Open => self.is_typing = false,
            Action::Back => return self.leave(),
            Action::Quit => return Reply::go(Go::Back),
            _ => {}
        }
        Reply::stay()
    }

    fn click(&mut self, at: Position) {
        if self.parts.filter.contains(at) {
            self.is_typing = true;
        } else if self.parts.list.contains(at) {
            self.pick.select(usize::from(at.y - self.parts.list.y) + self.pick.top(), self.shown.len());
        }
    }

    fn find(&mut self, session: &Session) {
        let needle = fold(self.filter.text().trim());
        let fits = |term: &&Term| {
            let mut forms = term.also.iter().chain([&term.term]);
            needle.is_empty() || forms.any(|form| fold(form).contains(&needle)) || fold(&term.text).contains(&needle)
        };
        let mut terms: Vec<_> = session.course().glossary(session.lang()).terms().iter().filter(fits).collect();
        terms.sort_by_cached_key(|term| fold(&term.term));
        self.shown = terms.into_iter().map(|term| term.id.clone()).collect();
    }

    fn view_filter(&self, scene: Scene<'_>, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let area = self.parts.filter;
        let sign = Span::styled("/ ", if self.is_typing { look.theme.now } else { look.theme.muted });
        if !self.is_typing && self.filter.text().is_empty() {
            let count = look.words.with("glossary-count", &[("count", self.shown.len().into())]);
            put(&Line::styled(count, look.theme.muted), area, 0, buf);
            return None;
        }
        put(&Line::from(sign), area, 0, buf);
        let inside = Rect { x: area.x + 2.min(area.width), width: area.width.saturating_sub(2).min(40), ..area };
        self.filter.render(look.theme.field(), inside, buf).filter(|_| self.is_typing)
    }

    fn view_list(&self, scene: Scene<'_>, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let glossary = scene.session.course().glossary(scene.session.lang());
        let mut cursor = None;
        let shown = self.shown.iter().enumerate().skip(self.pick.top());
        for ((at, id), row) in shown.zip(self.parts.list.rows()) {
            let picked = at == self.pick.selected();
            let (marker, style) = if picked { (look.glyphs.here, look.theme.focus) } else { (" ", look.theme.text) };
            if picked {
                cursor = Some(Position::new(row.x, row.y));
            }
            let name = glossary.find(id.as_str()).map_or(id.as_str(), |term| &term.term);
            let text = pad(&format!("{marker} {name}"), usize::from(row.width), look.glyphs.more);
            put(&Line::styled(text, style), row, 0, buf);
        }
        cursor
    }

    fn view_meaning(&self, scene: Scene<'_>, buf: &mut Buffer) {
        let Some(id) = self.shown.get(self.pick.selected()) else { return };
        let cells = usize::from(self.parts.meaning.width);
        let mut lines = Vec::new();
        for lang in languages(scene.session) {
            meaning(scene, id, lang, cells, &mut lines);
        }
        for (line, row) in lines.iter().zip(self.parts.meaning.rows()) {
            put(line, row, 0, buf);
        }
    }
}

/// Returns the course's languages, the learner's first.
fn languages(session: &Session) -> Vec<&Lang> {
    let all = &session.course().manifest().languages;
    let mine = all.iter().filter(|lang| *lang == session.lang());
    mine.chain(all.iter().filter(|lang| *lang != session.lang())).collect()
}

fn meaning(scene: Scene<'_>, id: &TermId, lang: &Lang, cells: usize, lines: &mut Vec<Line<'static>>) {
    let theme = &scene.look.theme;
    let Some(term) = scene.session.course().glossary(lang).find(id.as_str()) else { return };
    let is_mine = lines.is_empty();
    if !is_mine {
        lines.push(Line::default());
        lines.push(Line::styled(language_name(lang.as_str()).to_uppercase(), theme.muted));
    }
    let (name, text) = if is_mine { (theme.strong, theme.text) } else { (theme.accent, theme.muted) };
    lines.extend(wrap(&term.term, cells).into_iter().map(|line| Line::styled(line, name)));
    lines.extend(plain(&term.text, cells).into_iter().map(|line| Line::styled(line, text)));
    if is_mine && !term.also.is_empty() {
        let also = scene.look.words.with("glossary-also", &[("forms", term.also.join(", ").into())]);
        lines.extend(wrap(&also, cells).into_iter().map(|line| Line::styled(line, theme.muted)));
    }
}

/// Returns Markdown as plain wrapped lines.
fn plain(text: &str, cells: usize) -> Vec<String> {
    let blocks = blocks_of(text, &NoReferences);
    plain_lines(&blocks, &PlainLabels::default()).iter().flat_map(|line| wrap(line, cells)).collect()
}

impl Page for Glossary {
    fn table(&self) -> Table {
        Table::Glossary
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
            .and(Fact::Typing, self.is_typing)
            .and(Fact::Filtered, self.is_typing || !self.filter.text().is_empty())
            .and(Fact::Empty, self.shown.is_empty())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("glossary-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.find(scene.session);
        self.parts = Parts::of(area);
        let len = self.shown.len();
        if let Some(wanted) = self.wanted.take() {
            self.pick.select(self.shown.iter().position(|id| *id == wanted).unwrap_or(0), len);
        }
        self.pick.select(self.pick.selected(), len);
        self.pick.follow(self.pick.selected()..self.pick.selected() + 1, len, usize::from(self.parts.list.height));
    }

    fn view(&self, scene: Scene<'_>, _area: Rect, buf: &mut Buffer) -> Option<Position> {
        let typing = self.view_filter(scene, buf);
        let picked = self.view_list(scene, buf);
        if self.parts.rule.width > 1 {
            rule(self.parts.rule, scene.look, buf);
        } else {
            rule_down(self.parts.rule, scene.look, buf);
        }
        self.view_meaning(scene, buf);
        if self.shown.is_empty() {
            put(&Line::styled(scene.look.words.get("nothing-found"), scene.look.theme.muted), self.parts.list, 2, buf);
        }
        typing.or(picked)
    }

    fn update(&mut self, _work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) => return self.act(action),
            Event::Wheel(down) => return self.act(if down { Action::Down } else { Action::Up }),
            Event::Click(at) => self.click(at),
            Event::Type(key) if self.is_typing => _ = self.filter.press(key),
            Event::Paste(text) if self.is_typing => self.filter.paste(&text),
            Event::Type(_) | Event::Paste(_) => {}
        }
        Reply::stay()
    }
}
