//! A term or a footnote, looked up where it stands.
//!
//! Apart from the glossary, which lists all terms: this shows one and goes away.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::course::markdown::{Block, NoReferences, blocks_of};
use crate::id::{LessonId, TermId};
use crate::tui::action::{Action, Facts};
use crate::tui::keymap::Table;
use crate::tui::markdown::{Rows, Setting, rows_of};
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Dialog, Ends};

/// The box is no wider inside than this.
const WIDEST: u16 = 56;

/// What is shown.
#[derive(Debug)]
enum Content {
    Term(TermId),
    Footnote(LessonId, usize),
}

/// A box with one meaning.
#[derive(Debug)]
pub struct Popup {
    content: Content,
    title: String,
    rows: Rows,
    width: u16,
    top: usize,
    height: usize,
}

impl Popup {
    /// Shows a term.
    pub fn term(term: TermId) -> Self {
        Self::of(Content::Term(term))
    }

    /// Shows a footnote of a lesson, by its place.
    pub fn footnote(lesson: LessonId, place: usize) -> Self {
        Self::of(Content::Footnote(lesson, place))
    }

    fn of(content: Content) -> Self {
        Self { content, title: String::new(), rows: Rows::default(), width: 0, top: 0, height: 0 }
    }

    fn words(&self, scene: Scene<'_>) -> (String, Vec<Block>) {
        match &self.content {
            Content::Term(id) => {
                let term = scene.session.course().glossary(scene.session.lang()).find(id.as_str());
                term.map_or((id.to_string(), Vec::new()), |term| {
                    (term.term.clone(), blocks_of(&term.text, &NoReferences))
                })
            }
            Content::Footnote(lesson, place) => {
                let title = scene.look.words.with("popup-footnote", &[("number", (place + 1).into())]);
                let lesson = scene.session.course().lesson(lesson, scene.session.lang());
                // A lesson that is at fault in this language says so where it is opened.
                (title, lesson.map(|lesson| lesson.document.footnote(*place)).unwrap_or_default())
            }
        }
    }

    fn scroll(&mut self, by: isize) {
        let most = self.rows.rows.len().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(most);
    }
}

impl Page for Popup {
    fn table(&self) -> Table {
        Table::Popup
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::default()
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn layout(&mut self, scene: Scene<'_>, area: Rect) {
        let (title, blocks) = self.words(scene);
        self.width = Dialog::inner_width(area, WIDEST);
        self.height = usize::from(area.height.saturating_sub(2));
        self.rows = rows_of(&blocks, &Setting::new(usize::from(self.width), scene.look));
        self.title = title;
        self.scroll(0);
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let rows = self.rows.rows.iter().skip(self.top).take(self.height);
        let lines = rows.map(|row| owned(&row.line(&scene.look.theme, None))).collect();
        let title = Line::styled(self.title.clone(), scene.look.theme.accent);
        let inside = Dialog::new(scene.look, title, lines, self.width).render(area, buf);
        Some(Position::new(inside.x, inside.y))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, _work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(Action::Back, _) | Event::Click(_) => return Reply::go(Go::Back),
            Event::Act(Action::Up, _) | Event::Wheel(false) => self.scroll(-1),
            Event::Act(Action::Down, _) | Event::Wheel(true) => self.scroll(1),
            _ => {}
        }
        Reply::stay()
    }
}

fn owned(line: &Line<'_>) -> Line<'static> {
    line.spans.iter().map(|span| ratatui::text::Span::styled(span.content.to_string(), span.style)).collect()
}
