//! Writing a note: on a place of a lesson, or on half a day of a workshop.
//!
//! Apart from the reader and the clock because it is a state of its own on the stack. Closing keeps what was written; a note
//! without words is no note.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea};

use super::cohort::half_day;
use crate::id::{LessonId, NoteId};
use crate::journal::planning::HalfDay;
use crate::session::{Effects, Place, Session};
use crate::text;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::input::{Code, Key};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::{Dialog, Ends};
use crate::tui::width::width;

/// The box is no wider inside than this.
const WIDEST: u16 = 60;
/// The box is no higher inside than this.
const HIGHEST: u16 = 8;
/// A note has at most so many characters.
const LONGEST: usize = 4_000;

/// What a note is on.
#[derive(Debug)]
enum On {
    /// A place of a lesson.
    Lesson(LessonId, Place),
    /// Half a day of the open cohort.
    Session(HalfDay),
}

/// A note that is being written.
#[derive(Debug)]
pub struct Note {
    on: On,
    old: Option<NoteId>,
    before: String,
    area: Box<TextArea<'static>>,
}

impl Note {
    /// Begins a note, or goes on with an old one.
    pub fn new(lesson: LessonId, place: Place, old: Option<(NoteId, String)>) -> Self {
        let (old, before) = old.map_or((None, String::new()), |(id, text)| (Some(id), text));
        Self::with(On::Lesson(lesson, place), old, &before)
    }

    /// Begins a note on half a day, or goes on with an old one, at a heading if there is one.
    pub fn on_session(when: HalfDay, old: Option<(NoteId, String)>, heading: Option<&str>) -> Self {
        let (old, before) = old.map_or((None, String::new()), |(id, text)| (Some(id), text));
        let heading = heading.filter(|heading| !before.contains(heading));
        let begun = match heading {
            Some(heading) if before.is_empty() => format!("{heading}\n"),
            Some(heading) => format!("{before}\n\n{heading}\n"),
            None => before,
        };
        Self::with(On::Session(when), old, &begun)
    }

    fn with(on: On, old: Option<NoteId>, begun: &str) -> Self {
        // An empty last line is kept: what is typed stands under the heading.
        let mut area = TextArea::new(begun.split('\n').map(str::to_owned).collect());
        // The terminal's own cursor is put there instead: screen readers and input methods follow it.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { on, old, before: text::lines(begun.trim()), area: Box::new(area) }
    }

    /// Writes the note; as it was when it was opened, it is not written again.
    pub fn keep(&self, session: &mut Session) -> Effects {
        let written = text::lines(self.area.lines().join("\n").trim());
        if written == self.before || (written.is_empty() && self.old.is_none()) {
            return Effects::new();
        }
        match (&self.on, self.old) {
            (On::Session(when), old) => session.note_session(old, *when, &written),
            (On::Lesson(..), Some(old)) if written.is_empty() => session.remove_note(old),
            (On::Lesson(lesson, place), old) => session.note(old, lesson, place, &written),
        }
    }

    fn title(&self, scene: Scene<'_>) -> String {
        match &self.on {
            On::Lesson(..) => scene.look.words.get("note-title"),
            On::Session(when) => {
                format!(
                    "{} {} {}",
                    scene.look.words.get("note-title"),
                    scene.look.glyphs.dot,
                    half_day(*when, scene.look)
                )
            }
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "all other keys do nothing in a field")]
    fn press(&mut self, key: Key) {
        let room = self.area.lines().iter().map(String::len).sum::<usize>() < LONGEST;
        match key.code {
            Code::Char(c) if key.text().is_some() && !c.is_control() && room => self.area.insert_char(c),
            Code::Enter if room => self.area.insert_newline(),
            Code::Backspace => _ = self.area.delete_char(),
            Code::Delete => _ = self.area.delete_next_char(),
            Code::Left => self.area.move_cursor(CursorMove::Back),
            Code::Right => self.area.move_cursor(CursorMove::Forward),
            Code::Home => self.area.move_cursor(CursorMove::Head),
            Code::End => self.area.move_cursor(CursorMove::End),
            _ => {}
        }
    }

    fn paste(&mut self, pasted: &str) {
        let short: String = text::lines(pasted).chars().take(LONGEST).collect();
        self.area.insert_str(short);
    }

    fn cursor(&self, text: &TextArea<'_>, inside: Rect) -> Position {
        let (row, column) = (self.area.cursor().0, self.area.cursor().1);
        let line = self.area.lines().get(row).map_or("", String::as_str);
        let before: String = line.chars().take(column).collect();
        let (top, left) = text.scroll_offset();
        let x = u16::try_from(width(&before)).unwrap_or(u16::MAX).saturating_sub(left);
        let y = u16::try_from(row).unwrap_or(u16::MAX).saturating_sub(top);
        Position::new(inside.x.saturating_add(x), inside.y.saturating_add(y))
    }
}

impl Page for Note {
    fn table(&self) -> Table {
        Table::Note
    }

    fn facts(&self, _scene: Scene<'_>) -> Facts {
        Facts::of(&[Fact::Typing])
    }

    fn header(&self, scene: Scene<'_>, cells: usize) -> Ends {
        masthead::rundown(scene, cells)
    }

    fn is_overlay(&self) -> bool {
        true
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let height = usize::from(area.height.saturating_sub(2).min(HIGHEST));
        let title = Line::styled(self.title(scene), look.theme.strong);
        let lines = vec![Line::default(); height];
        let inside = Dialog::new(look, title, lines, Dialog::inner_width(area, WIDEST)).render(area, buf);
        if inside.is_empty() {
            return None;
        }
        let mut text = self.area.clone();
        text.set_style(look.theme.text.patch(look.theme.panel));
        text.set_cursor_line_style(look.theme.text.patch(look.theme.panel));
        (&*text).render(inside, buf);
        Some(self.cursor(&text, inside)).filter(|at| inside.contains(*at))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(Action::HandIn | Action::Back, _) => {
                return Reply::effects(self.keep(work.session)).and_go(Go::Back);
            }
            Event::Act(Action::Up, _) => self.area.move_cursor(CursorMove::Up),
            Event::Act(Action::Down, _) => self.area.move_cursor(CursorMove::Down),
            Event::Act(_, key) | Event::Type(key) => self.press(key),
            Event::Paste(pasted) => self.paste(&pasted),
            _ => {}
        }
        Reply::stay()
    }
}
