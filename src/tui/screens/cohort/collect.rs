//! Collecting from a stick: where from, how far the reading is, what came of each file, and what has to be decided.
//!
//! Apart from taking in one's own progress because forty files come at once, bad ones among them, and because a
//! question about two names is asked here. Nothing is decided by leaving: Esc leaves the question that stands there open.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::{doubts, empty};
use crate::session::carrying::{self, Taken};
use crate::session::training::collecting::{Collecting, Doubt};
use crate::session::{Session, Training};
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::screens::Screen;
use crate::tui::widgets::ends::put;
use crate::tui::widgets::frame::rule;
use crate::tui::widgets::{Bar, Column, Ends, Field, Grid, Pick};

/// Words are set no wider than this.
const MEASURE: usize = 76;
/// Cells of the bar.
const BAR: usize = 40;

type Outcome = Result<Taken, String>;

/// A collection.
#[derive(Debug, Default)]
pub struct Collect {
    place: Field,
    /// The stick that Tab takes next.
    stick: usize,
    pick: Pick,
    grid: Grid,
    /// The files, odd ones first, by their place among all.
    order: Vec<usize>,
    above: Vec<String>,
    foot: Vec<Line<'static>>,
    parts: Parts,
}

/// Where things stand.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    above: Rect,
    list: Rect,
    rule: Rect,
    foot: Rect,
}

fn collecting(session: &Session) -> Option<&Collecting> {
    session.training().map(Training::collecting)
}

fn outcomes(session: &Session) -> &[Outcome] {
    collecting(session).and_then(Collecting::outcomes).unwrap_or_default()
}

/// Returns how much has to be known of a file: nothing came in, something is odd, all is well.
fn weight(outcome: &Outcome) -> usize {
    match outcome {
        Err(_) => 0,
        Ok(taken) if !taken.is_all() => 1,
        Ok(taken) if !taken.is_smooth() => 2,
        Ok(_) => 3,
    }
}

/// Returns the last part of a path, as the host told it.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

impl Collect {
    /// Opens it, and looks which sticks are put in.
    pub(super) fn open(work: &mut Work<'_>) -> Reply {
        let effects = work.session.look_for_sticks();
        Reply::effects(effects).and_go(Go::Push(Box::new(Screen::Collect(Box::default()))))
    }

    /// Returns whether a place is asked for.
    fn is_asking(session: &Session) -> bool {
        collecting(session).is_some_and(|all| all.reading().is_none() && all.outcomes().is_none())
    }

    fn begin(&mut self, work: &mut Work<'_>) -> Reply {
        let place = one_line(self.place.text());
        if place.is_empty() {
            return Reply::go(Go::Refuse(work.look.words.get("carry-in-needed")));
        }
        self.pick = Pick::default();
        Reply::effects(work.session.collect(&place))
    }

    /// Puts the next stick into the field.
    fn next_stick(&mut self, session: &Session) {
        let sticks = collecting(session).map(Collecting::sticks).unwrap_or_default();
        if let Some(stick) = sticks.get(self.stick % sticks.len().max(1)) {
            self.place = Field::new(stick);
            self.stick += 1;
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn act(&mut self, work: &mut Work<'_>, action: Action) -> Reply {
        if self.pick.act(action, self.order.len()) {
            return Reply::stay();
        }
        match action {
            Action::Open => return self.begin(work),
            Action::NextField => self.next_stick(work.session),
            Action::Join => return Reply::effects(work.session.join_alikes()),
            Action::New => return Reply::effects(work.session.add_strangers()),
            Action::KeepApart => return Reply::effects(work.session.keep_apart()),
            Action::LeaveOpen => work.session.leave_open(),
            Action::TakeIn => {
                work.session.collect_anew();
                return Reply::effects(work.session.look_for_sticks());
            }
            Action::Back => {
                work.session.collect_anew();
                return Reply::go(Go::Back);
            }
            _ => {}
        }
        Reply::stay()
    }

    fn lay_out_list(&mut self, scene: Scene<'_>, area: Rect) {
        let files = outcomes(scene.session);
        self.order = (0..files.len()).collect();
        self.order.sort_by_key(|at| files.get(*at).map(weight));
        self.pick.select(self.pick.selected(), files.len());
        self.above = files.is_empty().then(|| scene.look.words.get("collect-none")).into_iter().collect();
        self.above.extend((!files.is_empty()).then(|| counted(files, scene.look)));
        self.above = self.above.iter().flat_map(|text| wrap(text, usize::from(area.width))).collect();
        self.grid = Grid::fit(columns(scene), usize::from(area.width));
        self.foot = foot(scene, self.order.get(self.pick.selected()).copied(), usize::from(area.width));
        let rows = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        let above = rows(self.above.len()).min(area.height / 3) + 1;
        let foot = rows(self.foot.len()).min(area.height / 3).max(1).min(area.height.saturating_sub(above + 2));
        let ruled = u16::from(foot > 0);
        let above = Rect { height: above.min(area.height), ..area };
        let list = area.height.saturating_sub(above.height + foot + ruled);
        let list = Rect { y: above.bottom(), height: list, ..area };
        let rule = Rect { y: list.bottom(), height: ruled, ..area };
        self.parts = Parts { above, list, rule, foot: Rect { y: rule.bottom(), height: foot, ..area } };
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, files.len(), usize::from(list.height));
    }

    fn view_list(&self, scene: Scene<'_>, buf: &mut Buffer) -> Option<Position> {
        let (look, parts) = (scene.look, self.parts);
        for (line, place) in self.above.iter().zip(parts.above.rows()) {
            put(&Line::styled(line.clone(), look.theme.text), place, 0, buf);
        }
        let heading = Rect { y: parts.list.y.saturating_sub(1), height: 1, ..parts.list };
        put(&self.grid.heading(look), heading, 0, buf);
        let (files, mut cursor) = (outcomes(scene.session), None);
        for ((at, file), place) in self.order.iter().enumerate().skip(self.pick.top()).zip(parts.list.rows()) {
            let picked = at == self.pick.selected();
            if picked {
                cursor = Some(Position::new(place.x, place.y));
            }
            let cells = files.get(*file).map(|outcome| cells(scene, *file, outcome)).unwrap_or_default();
            put(&self.grid.row(&cells, picked, look), place, 0, buf);
        }
        rule(parts.rule, look, buf);
        for (line, place) in self.foot.iter().zip(parts.foot.rows()) {
            put(line, place, 0, buf);
        }
        cursor
    }

    /// Asks for a place: what is read, which sticks there are, and a field.
    fn view_asking(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (look, words) = (scene.look, &scene.look.words);
        let cells = usize::from(area.width).min(MEASURE);
        let sticks = collecting(scene.session).map(Collecting::sticks).unwrap_or_default();
        let mut lines: Vec<Line<'_>> = Vec::new();
        for text in [words.get("collect-what"), words.get("carry-in-where")] {
            lines.extend(wrap(&text, cells).into_iter().map(|line| Line::styled(line, look.theme.text)));
        }
        if !sticks.is_empty() {
            lines.push(Line::default());
            lines.push(Line::styled(words.get("collect-sticks"), look.theme.muted));
            lines.extend(sticks.iter().map(|stick| Line::styled(format!("  {stick}"), look.theme.text)));
        }
        let above = Rect { height: area.height.saturating_sub(3), ..area };
        lines.truncate(usize::from(above.height));
        for (line, place) in lines.iter().zip(above.rows()) {
            put(line, place, 0, buf);
        }
        let label = area.y + u16::try_from(lines.len()).unwrap_or(0) + 1;
        let label = Rect { y: label, height: 1, ..area }.intersection(area);
        put(&Line::styled(words.get("carry-in-label"), look.theme.strong), label, 0, buf);
        let field = Rect { y: label.bottom(), height: 1, width: area.width.min(72), ..area }.intersection(area);
        self.place.render(look.theme.field(), field, buf)
    }
}

/// Says how far the reading is, with a bar.
fn view_reading(scene: Scene<'_>, (done, of): (usize, usize), area: Rect, buf: &mut Buffer) {
    let percent = u32::try_from(done * 100 / of.max(1)).unwrap_or(100);
    let told = scene.look.words.with("collect-reading", &[("done", done.into()), ("of", of.into())]);
    let bar = Bar::new(percent, BAR.min(usize::from(area.width))).line(scene.look);
    let lines = [Line::styled(told, scene.look.theme.text), bar];
    for (line, row) in lines.iter().zip(area.rows().skip(usize::from(area.height > 4))) {
        put(line, row, 0, buf);
    }
}

/// Says how many came in as they should, without the colon that a list on a terminal needs.
fn counted(files: &[Outcome], look: &Look) -> String {
    let told = carrying::headline(files, &look.words);
    let told = told.trim_end_matches(|c: char| c == ':' || c.is_whitespace());
    if told.ends_with('.') { told.to_owned() } else { format!("{told}.") }
}

fn columns(scene: Scene<'_>) -> Vec<Column> {
    let word = |key| scene.look.words.get(key);
    vec![
        Column::words(String::new(), 1, 0),
        Column::rest(word("collect-file")),
        Column::words(word("collect-name"), 20, 3),
        Column::number(word("collect-new"), 5, 0),
        Column::number(word("collect-known"), 6, 2),
        Column::number(word("collect-refused"), 7, 1),
    ]
}

fn cells(scene: Scene<'_>, nth: usize, outcome: &Outcome) -> Vec<Line<'static>> {
    let look = scene.look;
    let theme = &look.theme;
    let (sign, style) = match weight(outcome) {
        0 => (look.glyphs.wrong, theme.wrong),
        1 => (look.glyphs.warn, theme.warn),
        2 => (look.glyphs.half, theme.now),
        _ => (look.glyphs.right, theme.right),
    };
    let sign = Line::styled(sign, style);
    let is_hidden = scene.session.training().is_some_and(Training::names_hidden);
    let named = |path: &str| {
        let hidden = || look.words.with("collect-hidden", &[("nth", (nth + 1).into())]);
        Line::styled(if is_hidden { hidden() } else { file_name(path).to_owned() }, theme.text)
    };
    let dot = || Line::styled(look.glyphs.dot, theme.muted);
    match outcome {
        Err(why) => vec![sign, named(why.split(": ").next().unwrap_or(why)), dot(), dot(), dot(), dot()],
        Ok(taken) => {
            let number = |count: usize, style: Style| Line::styled(count.to_string(), style);
            let refused = taken.refused + taken.conflicts;
            let refused = number(refused, if refused > 0 { theme.warn } else { theme.muted });
            let name = if is_hidden { String::new() } else { taken.name.clone() };
            let (new, known) = (number(taken.new, theme.text), number(taken.known, theme.muted));
            vec![sign, named(&taken.file), Line::styled(name, theme.text), new, known, refused]
        }
    }
}

/// Returns what stands below the list: the question that is to be answered, or what came of the picked file.
fn foot(scene: Scene<'_>, picked: Option<usize>, cells: usize) -> Vec<Line<'static>> {
    let (look, cells) = (scene.look, cells.min(MEASURE));
    let set = |text: &str, style: Style| -> Vec<Line<'static>> {
        wrap(text, cells).into_iter().map(|line| Line::styled(line, style)).collect()
    };
    if let Some(doubt) = collecting(scene.session).and_then(Collecting::doubt) {
        return set(&doubts::asked(scene, doubt), look.theme.strong);
    }
    let is_hidden = scene.session.training().is_some_and(Training::names_hidden);
    let Some(outcome) = picked.and_then(|at| outcomes(scene.session).get(at)).filter(|_| !is_hidden) else {
        return Vec::new();
    };
    carrying::outcome(outcome, &look.words).iter().flat_map(|line| set(line, look.theme.text)).collect()
}

impl Page for Collect {
    fn table(&self) -> Table {
        Table::Collect
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let all = collecting(scene.session);
        let doubt = all.and_then(Collecting::doubt);
        Facts::default()
            .and(Fact::Typing, Self::is_asking(scene.session))
            .and(Fact::HasNext, all.is_some_and(|all| !all.sticks().is_empty()))
            .and(Fact::Reading, all.is_some_and(|all| all.reading().is_some()))
            .and(Fact::Alike, matches!(doubt, Some(Doubt::Alike(..))))
            .and(Fact::Strangers, matches!(doubt, Some(Doubt::Strangers(_))))
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        super::masthead(scene, cells, "collect-title")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.order.clear();
        if collecting(scene.session).is_some_and(|all| all.outcomes().is_some()) {
            self.lay_out_list(scene, area);
        }
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let all = collecting(scene.session)?;
        if let Some((done, of)) = all.reading() {
            view_reading(scene, (done, of), area, buf);
            return None;
        }
        match all.outcomes() {
            None => self.view_asking(scene, area, buf),
            Some([]) => {
                empty(scene, "collect-none", area, buf);
                None
            }
            Some(_) => self.view_list(scene, buf),
        }
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let is_asking = Self::is_asking(work.session);
        match event {
            Event::Act(action, _) => return self.act(work, action),
            Event::Wheel(down) => return self.act(work, if down { Action::Down } else { Action::Up }),
            Event::Type(key) if is_asking => _ = self.place.press(key),
            Event::Paste(text) if is_asking => self.place.paste(&text),
            Event::Click(at) if self.parts.list.contains(at) => {
                let row = usize::from(at.y - self.parts.list.y) + self.pick.top();
                self.pick.select(row, self.order.len());
            }
            Event::Type(_) | Event::Paste(_) | Event::Click(_) => {}
        }
        Reply::stay()
    }
}
