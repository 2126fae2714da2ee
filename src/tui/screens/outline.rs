//! The outline of a lesson in a box: where one is, and one key to anywhere else.
//!
//! Apart from the reader because it is a state of its own on the stack, with its own keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::course::Lesson;
use crate::id::{LessonId, SectionId};
use crate::session::Place;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Dialog, Ends, Pick};
use crate::tui::width::{pad, width};

/// The box is no wider inside than this.
const WIDEST: u16 = 60;

/// The outline of one lesson.
#[derive(Debug)]
pub struct Outline {
    lesson: LessonId,
    sections: Vec<SectionId>,
    titles: Vec<String>,
    pick: Pick,
    list: Rect,
}

impl Outline {
    /// Opens the outline at the section one is in.
    pub fn new(lesson: &Lesson, here: usize) -> Self {
        let sections = lesson.document.sections().iter().map(|section| section.id.clone()).collect();
        let titles = titles(lesson);
        Self { lesson: lesson.id.clone(), sections, titles, pick: Pick::at(here), list: Rect::ZERO }
    }

    fn go(&self) -> Reply {
        let Some(section) = self.sections.get(self.pick.selected()) else { return Reply::go(Go::Back) };
        let place = Place { section: section.clone(), block: 0, row: 0 };
        Reply::go(Go::Lesson(self.lesson.clone(), Some(place)))
    }

    fn dialog<'a>(&self, scene: Scene<'a>, area: Rect) -> Dialog<'a> {
        let look = scene.look;
        let state = scene.session.learning().and_then(|learning| learning.state().lesson(&self.lesson));
        let seen = state.map(|state| &state.sections_seen);
        let widest = self.titles.iter().map(|title| width(title) + 4).max().unwrap_or(0).max(20);
        let cells = usize::from(Dialog::inner_width(area, WIDEST)).min(widest);
        let height = usize::from(area.height.saturating_sub(2));
        let row = |(at, title): (usize, &String)| {
            let title = if title.is_empty() { look.words.get("outline-start") } else { title.clone() };
            let picked = at == self.pick.selected();
            let (sign, style) = if picked { (look.glyphs.here, look.theme.focus) } else { (" ", look.theme.text) };
            let is_seen = self.sections.get(at).is_some_and(|section| seen.is_some_and(|seen| seen.contains(section)));
            let read = if is_seen { look.glyphs.right } else { look.glyphs.dot };
            Line::styled(pad(&format!("{sign} {read} {title}"), cells, look.glyphs.more), style)
        };
        let lines = self.titles.iter().enumerate().skip(self.pick.top()).take(height).map(row).collect();
        let title = Line::styled(look.words.get("outline-title"), look.theme.strong);
        Dialog::new(look, title, lines, u16::try_from(cells).unwrap_or(WIDEST))
    }
}

fn titles(lesson: &Lesson) -> Vec<String> {
    (0..lesson.document.sections().len()).map(|at| lesson.document.title(at)).collect()
}

impl Page for Outline {
    fn table(&self) -> Table {
        Table::Outline
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default().and(Fact::Empty, self.titles.is_empty())
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        // A lesson that is at fault in this language says so where it is opened.
        if let Ok(lesson) = scene.session.course().lesson(&self.lesson, scene.session.lang()) {
            self.titles = titles(&lesson);
        }
        let at = self.pick.selected();
        self.pick.follow(at..at + 1, self.titles.len(), usize::from(area.height.saturating_sub(2)));
        self.list = self.dialog(scene, area).place(area);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inside = self.dialog(scene, area).render(area, buf);
        let row = u16::try_from(self.pick.selected() - self.pick.top().min(self.pick.selected())).unwrap_or(0);
        Some(Position::new(inside.x, inside.y.saturating_add(row)))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, _work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(action, _) if self.pick.act(action, self.titles.len()) => Reply::stay(),
            Event::Act(Action::Open, _) => self.go(),
            Event::Act(Action::Back, _) => Reply::go(Go::Back),
            Event::Wheel(down) => {
                self.pick.step(if down { 1 } else { -1 }, self.titles.len());
                Reply::stay()
            }
            Event::Click(at) if !self.list.contains(at) => Reply::go(Go::Back),
            Event::Click(at) => {
                let row = usize::from(at.y.saturating_sub(self.list.y + 1)) + self.pick.top();
                self.pick.select(row, self.titles.len());
                self.go()
            }
            _ => Reply::stay(),
        }
    }
}
