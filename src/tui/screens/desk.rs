//! All desk work of the course in one list: exercises by lesson, stories, and the tools for real items.
//!
//! Apart from the rundown because some lessons have several exercises, and tools belong to none.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::Screen;
use super::learners::{self, Learners};
use crate::course::ExerciseOutline;
use crate::id::ExerciseId;
use crate::session::Session;
use crate::text::{width, wrap};
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::look::Look;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Ends, Pick};
use crate::tui::width::{pad, pad_left};

/// The list of desk work.
#[derive(Debug, Default)]
pub struct Desk {
    pick: Pick,
    rows: Vec<Row>,
    list: Rect,
    /// The whole title of the picked row, where the row cuts it.
    title: Vec<String>,
    /// The exercise to begin at.
    at: Option<ExerciseId>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    /// A name of a group, from the catalogue or the course.
    Heading(String),
    /// What colleagues sent: how many are decided, and how many came.
    Swaps(usize, usize),
    /// An exercise.
    Exercise(ExerciseOutline),
    /// A tool, blank.
    Tool(ExerciseOutline),
    /// A real item that was kept, by its name.
    Kept(ExerciseOutline, String),
}

impl Desk {
    /// Opens the list at an exercise.
    pub fn at(exercise: ExerciseId) -> Self {
        Self { at: Some(exercise), ..Self::default() }
    }

    fn renew(&mut self, look: &Look, session: &Session) {
        self.rows = rows(look, session);
        let is_wanted = |row: &Row| matches!((row, &self.at), (Row::Exercise(o), Some(at)) if o.id == *at);
        if let Some(at) = self.rows.iter().position(is_wanted) {
            self.at = None;
            self.pick.select(at, self.rows.len());
        }
        if matches!(self.rows.get(self.pick.selected()), Some(Row::Heading(_))) {
            self.pick.step(1, self.rows.len());
        }
    }

    fn open(&self, work: &mut Work<'_>) -> Reply {
        match self.rows.get(self.pick.selected()) {
            Some(Row::Exercise(outline)) => Reply::go(Go::Exercise(outline.id.clone())),
            Some(Row::Tool(outline)) => {
                let name = work.session.next_item(&outline.id);
                Reply::go(Go::Tool(outline.id.clone(), name))
            }
            Some(Row::Kept(outline, name)) => Reply::go(Go::Tool(outline.id.clone(), name.clone())),
            Some(Row::Swaps(..)) => Reply::go(Go::Swaps),
            Some(Row::Heading(_)) | None => Reply::stay(),
        }
    }

    fn step(&mut self, action: Action) -> bool {
        let len = self.rows.len();
        let moved = self.pick.act(action, len);
        if moved && matches!(self.rows.get(self.pick.selected()), Some(Row::Heading(_))) {
            let back = matches!(action, Action::Up | Action::PageUp) && self.pick.selected() > 0;
            self.pick.step(if back { -1 } else { 1 }, len);
        }
        moved
    }
}

/// A form that only opens blank is no exercise.
fn is_story(outline: &ExerciseOutline) -> bool {
    outline.lesson.is_none() && outline.is_whole_work() && outline.tool.is_none()
}

fn rows(look: &Look, session: &Session) -> Vec<Row> {
    let course = session.course();
    let mut rows = Vec::new();
    if let Some((decided, all)) = session.swap_counts() {
        rows.push(Row::Heading(look.words.get("swap-heading")));
        rows.push(Row::Swaps(decided, all));
    }
    for track in &course.manifest().tracks {
        let of_track: Vec<_> = track
            .lessons
            .iter()
            .flat_map(|lesson| course.exercises().iter().filter(move |o| o.lesson.as_ref() == Some(lesson)))
            .collect();
        if !of_track.is_empty() {
            rows.push(Row::Heading(track.title.get(session.lang()).to_owned()));
            rows.extend(of_track.into_iter().cloned().map(Row::Exercise));
        }
    }
    let stories: Vec<_> = course.exercises().iter().filter(|o| is_story(o)).collect();
    if !stories.is_empty() {
        rows.push(Row::Heading(look.words.get("desk-stories")));
        rows.extend(stories.into_iter().cloned().map(Row::Exercise));
    }
    let tools: Vec<_> = session.tools().collect();
    if !tools.is_empty() {
        rows.push(Row::Heading(look.words.get("desk-tools")));
    }
    for outline in tools {
        rows.push(Row::Tool(outline.clone()));
        let kept = session.kept_items(&outline.id);
        rows.extend(kept.into_iter().map(|name| Row::Kept(outline.clone(), name)));
    }
    rows
}

impl Page for Desk {
    fn table(&self) -> Table {
        Table::Desk
    }

    fn facts(&self, scene: Scene<'_>) -> Facts {
        let row = self.rows.get(self.pick.selected());
        learners::company(scene.session)
            .and(Fact::Empty, self.rows.is_empty())
            .and(Fact::Review, matches!(row, Some(Row::Exercise(_))))
            .and(Fact::Kept, matches!(row, Some(Row::Kept(..))))
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::named(scene, cells, &scene.look.words.get("desk-title"), "")
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        self.renew(scene.look, scene.session);
        self.title = whole_title(self.rows.get(self.pick.selected()), usize::from(area.width));
        let below = u16::try_from(self.title.len()).unwrap_or(0).min(area.height.saturating_sub(3));
        self.list = Rect { height: area.height - below, ..area };
        let at = self.pick.selected();
        self.pick.select(at, self.rows.len());
        // The heading above is seen too, and what is kept of a tool below it.
        let seen = at.saturating_sub(1)..(at + 2).min(self.rows.len());
        self.pick.follow(seen, self.rows.len(), usize::from(self.list.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let below = Rect { y: self.list.bottom(), height: area.bottom().saturating_sub(self.list.bottom()), ..area };
        for (line, row) in self.title.iter().zip(below.rows()) {
            put(&Line::styled(line.clone(), scene.look.theme.strong), row, 3, buf);
        }
        let mut cursor = None;
        for ((at, row), place) in self.rows.iter().enumerate().skip(self.pick.top()).zip(self.list.rows()) {
            let is_picked = at == self.pick.selected();
            if is_picked {
                cursor = Some(Position::new(place.x, place.y));
            }
            put(&line(scene, row, is_picked, usize::from(place.width)), place, 0, buf);
        }
        cursor
    }

    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        let action = match event {
            Event::Act(action, _) => action,
            Event::Wheel(true) => Action::Down,
            Event::Wheel(false) => Action::Up,
            Event::Click(at) => {
                let row = usize::from(at.y.saturating_sub(self.list.y)) + self.pick.top();
                let was = self.pick.selected();
                self.pick.select(row, self.rows.len());
                return if was == row { self.open(work) } else { Reply::stay() };
            }
            Event::Type(_) | Event::Paste(_) => return Reply::stay(),
        };
        if self.step(action) {
            return Reply::stay();
        }
        match (action, self.rows.get(self.pick.selected())) {
            (Action::Open, _) => self.open(work),
            (Action::Back, _) => Reply::go(Go::Back),
            (Action::Pair, _) => Reply::push(Screen::Learners(Learners::colleagues())),
            (Action::Alone, _) => Reply::effects(work.session.go_on_alone()),
            (Action::Progress, Some(Row::Exercise(outline))) => Reply::go(Go::LookBack(outline.id.clone())),
            (Action::Export, Some(Row::Kept(outline, name))) => {
                // A tool that can't be read says so where it is opened.
                Reply::effects(work.session.export_item(&outline.id, name).unwrap_or_default())
            }
            (Action::Delete, Some(Row::Kept(outline, name))) => {
                Reply::effects(work.session.drop_item(&outline.id, name))
            }
            _ => Reply::stay(),
        }
    }
}

/// Returns how many cells a title has in a row of the list.
fn room(cells: usize) -> usize {
    cells.saturating_sub(20).max(8)
}

/// Returns the whole title of an exercise where its row cuts it, in lines.
fn whole_title(row: Option<&Row>, cells: usize) -> Vec<String> {
    match row {
        Some(Row::Exercise(outline)) if width(&outline.title) > room(cells) => {
            wrap(&outline.title, cells.saturating_sub(4).max(1))
        }
        Some(Row::Exercise(_) | Row::Heading(_) | Row::Swaps(..) | Row::Tool(_) | Row::Kept(..)) | None => Vec::new(),
    }
}

fn line(scene: Scene<'_>, row: &Row, is_picked: bool, cells: usize) -> Line<'static> {
    let look = scene.look;
    let (theme, glyphs) = (&look.theme, &look.glyphs);
    let marker = if is_picked { glyphs.here } else { " " };
    let style = if is_picked { theme.focus } else { theme.text };
    match row {
        Row::Heading(title) => Line::styled(format!(" {}", title.to_uppercase()), theme.strong),
        Row::Exercise(outline) => {
            let (sign, sign_style, figure) = standing(scene, outline);
            Line::from(vec![
                Span::styled(format!("{marker}  "), style),
                Span::styled(pad(&outline.title, room(cells), glyphs.more), style),
                Span::styled(pad_left(&format!("{}'", outline.minutes), 6, ""), theme.muted),
                Span::styled(format!("   {sign} "), sign_style),
                Span::styled(pad_left(&figure, 4, ""), theme.muted),
            ])
        }
        Row::Swaps(decided, all) => {
            let words = look.words.with("swap-row", &[("decided", (*decided).into()), ("all", (*all).into())]);
            Line::styled(format!("{marker}  {words}"), style)
        }
        Row::Tool(outline) => Line::styled(format!("{marker}  {}", outline.title), style),
        Row::Kept(_, name) => {
            let words = look.words.with("desk-kept", &[("name", name.as_str().into())]);
            Line::styled(format!("{marker}     {words}"), style)
        }
    }
}

fn standing(scene: Scene<'_>, outline: &ExerciseOutline) -> (&'static str, ratatui::style::Style, String) {
    let (theme, glyphs) = (&scene.look.theme, &scene.look.glyphs);
    let state = scene.session.exercise_state(&outline.id).filter(|state| state.attempts > 0);
    let best =
        |state: &crate::journal::completion::ExerciseState| state.best.map_or_else(String::new, |g| g.to_string());
    match state {
        _ if scene.session.is_half_done(&outline.id) => (glyphs.half, theme.now, String::new()),
        Some(state) if state.passed => (glyphs.right, theme.right, best(&state)),
        Some(state) => (glyphs.wrong, theme.wrong, best(&state)),
        None => (glyphs.dot, theme.muted, String::new()),
    }
}
