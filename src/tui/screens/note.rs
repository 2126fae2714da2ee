//! Writing a note: on a place of a lesson, or on half a day of a workshop.
//!
//! Apart from the reader and the clock because it is a state of its own on the stack. Closing keeps what was written; a note
//! without words is no note. Long lines wrap, in the editor that long answers have too.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;

use super::cohort::half_day;
use crate::id::{LessonId, NoteId};
use crate::journal::planning::HalfDay;
use crate::session::{Effects, Place, Session};
use crate::text;
use crate::tui::action::{Action, Fact, Facts};
use crate::tui::keymap::Table;
use crate::tui::masthead;
use crate::tui::page::{Event, Go, Page, Reply, Scene, Work};
use crate::tui::widgets::ends::put;
use crate::tui::widgets::{Dialog, Editor, Ends, more};

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
    editor: Editor,
    /// In how many cells it is wrapped, how many rows there are for it, and which is the first in view.
    cells: usize,
    height: usize,
    top: usize,
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
        let editor = Editor::long(begun, LONGEST);
        Self { on, old, before: text::lines(begun.trim()), editor, cells: 0, height: 0, top: 0 }
    }

    /// Writes the note; as it was when it was opened, it is not written again.
    pub fn keep(&self, session: &mut Session) -> Effects {
        let written = text::lines(self.editor.text().trim());
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

    fn layout(&mut self, _scene: Scene<'_>, area: Rect) {
        // The last cells are for the cursor, and for the sign that says that there is more.
        self.cells = usize::from(Dialog::inner_width(area, WIDEST).saturating_sub(2));
        self.height = usize::from(area.height.saturating_sub(2).min(HIGHEST));
        let rows = self.editor.rows(self.cells);
        let (row, _) = self.editor.cursor_in(&rows, self.cells);
        self.top = self.top.min(rows.len().saturating_sub(self.height)).min(row);
        self.top = self.top.max((row + 1).saturating_sub(self.height));
    }

    fn view(&self, scene: Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let title = Line::styled(self.title(scene), look.theme.strong);
        let lines = vec![Line::default(); self.height];
        let inside = Dialog::new(look, title, lines, Dialog::inner_width(area, WIDEST)).render(area, buf);
        let rows = self.editor.rows(self.cells);
        let (base, chosen) = (look.theme.text.patch(look.theme.panel), Style::new().add_modifier(Modifier::REVERSED));
        for (bytes, place) in rows.iter().skip(self.top).zip(inside.rows()) {
            put(&Line::from(self.editor.pieces(bytes, base, chosen, &[])), place, 0, buf);
        }
        more(self.top, rows.len().saturating_sub(usize::from(inside.height)), look, inside, buf);
        let (row, column) = self.editor.cursor_in(&rows, self.cells);
        let (x, y) = (u16::try_from(column).ok()?, u16::try_from(row.checked_sub(self.top)?).ok()?);
        let at = Position::new(inside.x.saturating_add(x), inside.y.saturating_add(y));
        Some(at).filter(|at| inside.contains(*at))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a screen answers only the actions of its own table")]
    fn update(&mut self, work: &mut Work<'_>, event: Event) -> Reply {
        match event {
            Event::Act(Action::HandIn | Action::Back, _) => {
                return Reply::effects(self.keep(work.session)).and_go(Go::Back);
            }
            Event::Act(_, key) | Event::Type(key) => _ = self.editor.press(key, self.cells),
            Event::Paste(pasted) => _ = self.editor.paste(&pasted),
            _ => {}
        }
        Reply::stay()
    }
}
